import pytest

from ondit.present.dates import date, period


@pytest.mark.parametrize(
    ("stated", "full", "short"),
    [
        pytest.param("2031-05-02T08:10:00Z", "2 May 2031, 08:10 UTC", "2 May", id="a zone: in UTC"),
        pytest.param(
            "2031-05-02T23:30:00-03:00", "3 May 2031, 02:30 UTC", "3 May", id="another zone: in UTC"
        ),
        pytest.param("2031-05-02T08:10:00", "2 May 2031, 08:10", "2 May", id="no zone: the clock as stated"),
        pytest.param("2031-05-02", "2 May 2031", "2 May", id="a bare day"),
        pytest.param("2031-05", "May 2031", "May", id="a bare month"),
        pytest.param("last week", "last week", "last week", id="no date: its words"),
        pytest.param("2031-02-31", "2031-02-31", "2031-02-31", id="an impossible day: its words"),
        pytest.param(None, "undated", "undated", id="none"),
    ],
)
def test_a_date_is_said_as_stated_and_no_more_exactly(stated, full, short):
    assert (date(stated), date(stated, short=True)) == (full, short)


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        pytest.param(["2031-05-05", "2031-05-02T10:00Z"], "2 to 5 May 2031", id="one month"),
        pytest.param(["2031-05-30", "2031-06-02"], "30 May to 2 Jun 2031", id="one year"),
        pytest.param(["2030-12-31", "2031-01-01"], "31 Dec 2030 to 1 Jan 2031", id="two years"),
        pytest.param(["2031-05-02", "2031-05-02T10:00Z", None], "2 May 2031", id="one day"),
        pytest.param([None, "soon"], "", id="none is dated"),
    ],
)
def test_a_period_says_each_thing_once(stated, said):
    assert period(stated) == said
