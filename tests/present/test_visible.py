import pytest

from ondit.present.visible import columns, cut, one_line, safe_link, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Zoë said «نعم»", "Zoë said «نعم»", id="ordinary text of any script stays"),
        pytest.param("a\nb\tc", "a\nb\tc", id="newline and tab stay"),
        pytest.param("\x1b[31mred", "␛[31mred", id="an escape sequence does not reach the terminal"),
        pytest.param("abc\u202edlrow", "abc[U+202E]dlrow", id="no text turns a line round"),
        pytest.param("no\u200bthing", "no[U+200B]thing", id="zero width is seen"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="the joiners that Persian needs stay"),
        pytest.param("\ud83d alone", "[U+D83D] alone", id="a lone surrogate can be written as UTF-8"),
        pytest.param("\x7f\x00\x85", "␡␀[U+0085]", id="every control has its picture"),
    ],
)
def test_nothing_invisible_is_shown(text, shown):
    assert visible(text) == shown
    assert visible(text).encode()


def test_one_line_is_one_line():
    assert one_line("  The dam\r\nis \u2028 cracked. ") == "The dam is cracked."


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        pytest.param("The dam", 7, "The dam", id="what fits stays"),
        pytest.param("The dam is cracked", 12, "The dam is…", id="cut at a word"),
        pytest.param("Donaudampfschiff", 8, "Donauda…", id="one long word is cut inside"),
    ],
)
def test_a_cut_text_says_so_and_fits(text, most, shown):
    assert cut(text, most) == shown
    assert len(cut(text, most)) <= most


def test_wide_letters_need_two_columns_and_combining_ones_none():
    assert (columns("東京"), columns("dam"), columns("e\u0301")) == (4, 3, 1)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://fjordwire.example/dam?x=1#y", True, id="https"),
        pytest.param("HTTP://fjordwire.example", True, id="the scheme in any case"),
        pytest.param("javascript:alert(1)", False, id="script"),
        pytest.param("data:text/html,<script>", False, id="data"),
        pytest.param("//fjordwire.example", False, id="no scheme"),
        pytest.param("https:///nowhere", False, id="no host"),
        pytest.param("java\nscript:alert(1)", False, id="white space inside"),
        pytest.param("https://ex\u202emple.example", False, id="something invisible inside"),
        pytest.param("https://[bad", False, id="not a URL at all"),
        pytest.param(None, False, id="none"),
    ],
)
def test_only_plain_http_is_linked(url, linked):
    assert safe_link(url) == (url if linked else None)
