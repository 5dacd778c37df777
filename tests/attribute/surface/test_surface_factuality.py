"""Certainty and polarity by the words of a content."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "ru",
            "Мэр сообщил, что погибли не менее семи человек.",
            ["Мэр | сообщил | погибли не менее семи человек"],
            id='ru: unnegating: "no fewer than" denies nothing',
        ),
        pytest.param(
            "de",
            "Die Wache erklärte, die Zahl der Toten sei noch nicht bestätigt.",
            ["Die Wache | erklärte | die Zahl der Toten sei noch nicht bestätigt | unstated"],
            id="de: not confirmed is left open",
        ),
        pytest.param(
            "ar",
            "قالت الشرطة إنه لا توجد أرقام مؤكدة.",
            ["الشرطة | قالت | إنه لا توجد أرقام مؤكدة | unstated"],
            id="ar: no confirmed figures are left open",
        ),
        pytest.param(
            "it",
            "Il sindaco ha detto che non chiude nessuna scuola.",
            ["Il sindaco | ha detto | non chiude nessuna scuola | negative"],
            id="it: concord: two negations make one",
        ),
    ],
)
def test_words_tell_certainty_and_polarity(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
