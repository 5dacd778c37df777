import apsw
import pytest

from ondit.text.searched import search_query, search_text


def finds(asked, text):
    """Whether SQLite finds the text by what is asked for."""
    index = apsw.Connection(":memory:")
    index.execute("CREATE VIRTUAL TABLE held USING fts5 (words)")
    index.execute("INSERT INTO held VALUES (?)", (search_text(text),))
    return bool(index.execute("SELECT 1 FROM held WHERE words MATCH ?", (search_query(asked),)).fetchall())


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        pytest.param("BRIDGE", "The bridge is closed.", id="case"),
        pytest.param("Cordoba", "En Córdoba no pasó nada", id="accents"),
        pytest.param("Al-Watan", "said Al Waṭan", id="hyphens and transliteration marks"),
        pytest.param("閉鎖", "橋は閉鎖されたと市長が述べた", id="Japanese without spaces"),
        pytest.param("市长说", "维尔姆市长说桥已关闭", id="Chinese without spaces"),
        pytest.param("정부", "정부는 다리를 폐쇄했다", id="Korean with a particle"),
        pytest.param("สะพาน", "ปิดสะพานแล้ว", id="Thai without spaces"),
        pytest.param("وزارة", "وبوزارة الدفاع", id="Arabic behind two clitics"),
        pytest.param("الدفاع", "للدفاع عن المدينة", id="Arabic article behind a preposition"),
        pytest.param("دفاع", "قال وزير الدفاع", id="Arabic without its article"),
        pytest.param("مُحَمَّد", "محمد", id="vowel marks"),
        pytest.param("2024年", "在2024年关闭", id="a number in a text without spaces"),
        pytest.param("闭", "在2024年关闭", id="one character, the last"),
    ],
)
def test_a_word_is_found(asked, text):
    assert finds(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        pytest.param("ridge", "The bridge is closed.", id="a part of a word"),
        pytest.param("鎖閉", "橋は閉鎖された", id="the same characters in another order"),
        pytest.param("bridge ferry", "The bridge is closed.", id="one of two words"),
        pytest.param("الله", "قال وزير الدفاع", id="another Arabic word"),
    ],
)
def test_what_is_not_there_is_not_found(asked, text):
    assert not finds(asked, text)


@pytest.mark.parametrize(
    "asked", ['ferry "', "ferry AND", "NOT ferry", "fer*", "^ferry", "words:ferry", "(ferry", "NEAR(ferry)"]
)
def test_nothing_of_a_query_is_an_operator(asked):
    assert not finds(asked, "a bus") and finds(asked, f"{asked}, she wrote")


def test_punctuation_alone_is_no_query():
    assert search_query("?! --") == ""
