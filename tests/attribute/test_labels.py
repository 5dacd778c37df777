import pytest


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Tunnel unsafe, says minister", [("minister", "Tunnel unsafe")], id="says X"),
        pytest.param(
            "Scores arrive at port, media report", [("media", "Scores arrive at port")], id="X report"
        ),
        pytest.param("Minister: Tunnel is not safe", [("Minister", "Tunnel is not safe")], id="X:"),
        pytest.param("Tunnel firm to be sold: sources", [("sources", "Tunnel firm to be sold")], id=": X"),
        pytest.param("Firm eyes tunnel - FT", [("FT", "Firm eyes tunnel")], id="behind a dash"),
        pytest.param("Firm eyes tunnel - Veld Courier", [], id="an outlet is no source of itself"),
        pytest.param("Veld: Tunnel firm to be sold", [], id="a place before a colon is a topic"),
        pytest.param("Holt: Tunnel firm to be sold", [("Holt", "Tunnel firm to be sold")], id="a known name"),
        pytest.param("Firm denies tunnel is unsafe", [("Firm", "tunnel is unsafe")], id="by its verb"),
        pytest.param(
            "Mayor rejects claims pier was sold",
            [("Mayor", "claims pier was sold"), ("", "pier was sold")],
            id="a denial of claims",
        ),
    ],
)
def test_headlines_name_their_source_at_one_end(hear, title, expected):
    heard = hear("Holt said that it was late.", title=title, outlet="The Veld Courier")
    assert heard.source_and_content() == [*expected, ("Holt", "that it was late")]


def test_a_name_behind_a_dash_may_be_the_site_where_the_outlet_is_not_known(hear):
    assert hear("The tunnel is old.", title="Firm eyes tunnel - Veld Courier").source_and_content() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Holt: “We saw smoke.”", [("Holt", "“We saw smoke.”")], id="quoted words follow"),
        pytest.param(
            "HOLT: It is late.\n\nLEE: It is early.\n\nHOLT: Late, I think.",
            [("HOLT", "It is late."), ("HOLT", "Late, I think.")],
            id="a label of several paragraphs",
        ),
        pytest.param("Oslo: The tunnel is closed.", [], id="a dateline"),
    ],
)
def test_speakers_stand_before_a_colon(hear, text, expected):
    labelled = [pair for pair in hear(text).source_and_content() if pair[0].lower() != "i"]
    assert labelled == expected
