"""A sentence as the surface reader sees it."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "de",
            "Einem Bericht der Nordpost vom 17. Mai zufolge ist die Brücke zu.",
            ["Einem Bericht der Nordpost vom 17. Mai | zufolge | ist die Brücke zu"],
            id="de: an ordinal inside a source",
        ),
        pytest.param(
            "de",
            "Laut der Nordpost liegt der Schaden bei 1,3 Millionen Euro.",
            ["der Nordpost | Laut | liegt der Schaden bei 1,3 Millionen Euro"],
            id="de: a figure inside a content",
        ),
        pytest.param(
            "de",
            "die polizei sagte, die brücke sei zu. der bürgermeister sagte, sie sei offen.",
            ["die polizei | sagte | die brücke sei zu", "der bürgermeister | sagte | sie sei offen"],
            id="de: a text without capitals has sentences",
        ),
    ],
)
def test_marks_inside_words_end_nothing(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
