import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.ingest.dates import is_iso, read_claimed_date, read_date


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        pytest.param("2024-09-17", "2024-09-17", id="ISO is kept as stated"),
        pytest.param("2024-09", "2024-09", id="a month"),
        pytest.param("2024-09-17T10:00:00+02:00", "2024-09-17T10:00:00+02:00", id="ISO with zone"),
        pytest.param(" 2024-09-17 10:00 ", "2024-09-17 10:00", id="ISO without zone"),
        pytest.param("Tue, 17 Sep 2024 10:00:00 GMT", "2024-09-17T10:00:00+00:00", id="as feeds write it"),
        pytest.param("17 September 2024", "2024-09-17", id="month in words"),
        pytest.param("17 сентября 2024 г.", "2024-09-17", id="Russian"),
        pytest.param("17 septembre 2024 à 10:30", "2024-09-17T10:30:00", id="French with a time"),
        pytest.param("10/11/2024", None, id="whose order is open"),
        pytest.param("17 September", None, id="no year"),
        pytest.param("17 Sep '24", None, id="a year of two digits"),
        pytest.param("27 Shahrivar 1403", None, id="another calendar"),
        pytest.param("September 2024", None, id="no day"),
        pytest.param("two hours ago", None, id="relative to an unknown now"),
        pytest.param("yesterday", None, id="relative day"),
        pytest.param("1726560000", None, id="a bare number"),
        pytest.param("0001-01-01T00:00:00", None, id="the edge of the calendar"),
        pytest.param("next week maybe", None, id="no date"),
        pytest.param("17 September 2024 " * 50, None, id="a page's text by mistake"),
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="missing"),
    ],
)
def test_a_date_is_read_surely_or_not_at_all(stated, read):
    assert read_date(stated) == read


@settings(deadline=None)
@given(st.text(max_size=30) | st.text(max_size=20).map("17 {} 2024".format))
def test_any_text_gives_an_iso_date_or_none(stated):
    read = read_date(stated)
    assert read is None or is_iso(read)


@pytest.mark.parametrize(
    ("claimed", "captured", "believed"),
    [
        pytest.param("2026-01-02", "2026-01-02T08:00:00Z", True, id="the day of the capture"),
        pytest.param("2026-01-03T07:00:00Z", "2026-01-02T08:00:00Z", True, id="within a day after it"),
        pytest.param("2026-01-03T09:00:00Z", "2026-01-02T08:00:00Z", False, id="more than a day after it"),
        pytest.param("2031-01-01", None, True, id="no capture to hold it against"),
        pytest.param("2031-01-01", "some day", True, id="a capture without a date that can be read"),
        pytest.param("1989-12-31", None, False, id="before the web"),
        pytest.param("1970-01-01T00:00:00Z", "2026-01-02", False, id="the clock's zero"),
        pytest.param("1990-01-01", None, True, id="the first day of it"),
    ],
)
def test_a_page_is_believed_no_date_that_cannot_be(claimed, captured, believed):
    assert (read_claimed_date(claimed, captured) == claimed) is believed
