"""Languages whose verb stands last."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fa",
            "شهرداری این خبر را تکذیب کرد.",
            ["شهرداری | تکذیب کرد | این خبر را | negative"],
            id="fa: objects: the object stands before its cue",
        ),
        pytest.param(
            "tr",
            "Belediye başkanı limanın kapandığını söyledi.",
            ["Belediye başkanı | söyledi | limanın kapandığını"],
            id="tr: source content cue",
        ),
        pytest.param(
            "ja",
            "市長は、港が閉鎖されたと述べた。",
            ["市長 | と述べた | 港が閉鎖された"],
            id="ja: a topic and its comma",
        ),
        pytest.param(
            "ko",
            "시장은 항구가 폐쇄됐다고 밝혔다.",
            ["시장은 | 밝혔다 | 항구가 폐쇄됐다고"],
            id="ko: a topic",
        ),
        pytest.param(
            "hi",
            "मेयर ने कहा कि पुल बंद है।",
            ["मेयर | ने कहा | पुल बंद है"],
            id="hi: a postposition belongs to the cue",
        ),
        pytest.param(
            "ko",
            "다리는 내일 열릴 것이라고 항만 관계자가 밝혔다.",
            ["항만 관계자가 | 밝혔다 | 다리는 내일 열릴 것이라고"],
            id="ko: who speaks stands behind what he says",
        ),
        pytest.param(
            "hi",
            "मेयर राकेश ओरडा ने पुल बेचने की खबरों का खंडन किया।",
            ["मेयर राकेश ओरडा | ने खंडन किया | पुल बेचने की खबरों का | negative"],
            id="hi: an object stands between the parts of a cue",
        ),
    ],
)
def test_the_verb_stands_last(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
