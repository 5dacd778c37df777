"""Voices without a verb of saying: according to somebody, citing somebody."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "it",
            "Fonti militari citate dal Corriere del Porto hanno riferito che il ponte è chiuso.",
            [
                "Corriere del Porto | citate dal | il ponte è chiuso",
                "Fonti militari | hanno riferito | il ponte è chiuso | in 0",
            ],
            id="it: cited: an auxiliary bounds who cites",
        ),
        pytest.param(
            "fr",
            "Des sources militaires citées par Le Phare ont affirmé que le pont est fermé.",
            [
                "Le Phare | citées par | le pont est fermé",
                "Des sources militaires | ont affirmé | le pont est fermé | in 0",
            ],
            id="fr: cited: who is cited shares the content",
        ),
        pytest.param(
            "de",
            "Militärkreise, zitiert von der Nordpost, sagten, die Brücke sei zu.",
            [
                "der Nordpost | zitiert von | die Brücke sei zu",
                "Militärkreise | sagten | die Brücke sei zu | in 0",
            ],
            id="de: cited: between commas",
        ),
        pytest.param(
            "da",
            "Kilder citeret af Havneposten sagde, at broen er lukket.",
            ["Havneposten | citeret af | broen er lukket", "Kilder | sagde | broen er lukket | in 0"],
            id="da: cited: an outlet without article",
        ),
        pytest.param(
            "ar",
            "نقلت صحيفة المرفأ عن مصدر أمني أن الجسر أغلق.",
            ["صحيفة المرفأ | نقلت | الجسر أغلق", "مصدر أمني | عن | الجسر أغلق | in 0"],
            id="ar: relays: a word behind the outlet leads to whom it relays",
        ),
        pytest.param(
            "ar",
            "بحسب مزاعم الجيش، الجسر مغلق.",
            ["الجيش | بحسب مزاعم | الجسر مغلق | doubting"],
            id="ar: claimed: according to somebody, with doubt",
        ),
        pytest.param(
            "fa",
            "به ادعای ارتش، پل بسته است.",
            ["ارتش | به ادعای | پل بسته است | doubting"],
            id="fa: claimed: according to somebody, with doubt",
        ),
        pytest.param(
            "hi",
            "सेना के दावे के मुताबिक पुल बंद है।",
            ["सेना | के दावे के मुताबिक | पुल बंद है | doubting"],
            id="hi: claimed: behind the source",
        ),
        pytest.param(
            "ru",
            "«Волна» со ссылкой на ТАСС, который ссылается на источник в МИД, пишет, что причал закрыт.",
            [
                "ТАСС | со ссылкой на | причал закрыт | in 2",
                "источник в МИД | ссылается на | причал закрыт | in 0",
                "«Волна» | пишет | причал закрыт",
            ],
            id="ru: who is cited cites in turn",
        ),
        pytest.param(
            "tr",
            "Kuzey Ajansı'nın kaynaklarına göre liman kapandı.",
            ["Kuzey Ajansı'nın | göre | liman kapandı", "kaynaklarına | göre | liman kapandı | in 0"],
            id="tr: genitive: sources of an outlet of their own",
        ),
        pytest.param(
            "de",
            "Nach Berichten mehrerer Medien mit Bezug auf verschiedene Quellen hat Kellmann dementiert.",
            [
                "mehrerer Medien | Nach Berichten | hat Kellmann dementiert",
                "verschiedene Quellen | mit Bezug auf | hat Kellmann dementiert | in 0",
            ],
            id="de: a voice keeps its host where a denial of nothing is left out",
        ),
        pytest.param(
            "de",
            "Laut der Nordpost liegt der Schaden bei 1,3 Millionen Euro.",
            ["der Nordpost | Laut | liegt der Schaden bei 1,3 Millionen Euro"],
            id="de: the figures of a content end no source",
        ),
        pytest.param(
            "fr",
            "Interrogé par Le Phare, le club dément tout accord.",
            ["le club | dément | tout accord | negative"],
            id="fr: who only asked is cited by nobody",
        ),
        pytest.param(
            "de",
            "Das Haus ist einem Bericht des Kuriers zufolge leer.",
            ["einem Bericht des Kuriers | zufolge | Das Haus ist leer"],
            id="de: a phrase before its cue begins at its article",
        ),
        pytest.param(
            "de",
            "Bei dem Brand sind laut der Hafenwache 30 Menschen verletzt worden.",
            ["der Hafenwache | laut | Bei dem Brand sind 30 Menschen verletzt worden"],
            id="de: a number with its noun is none of the source",
        ),
        pytest.param(
            "it",
            "Secondo gli analisti il prezzo salirà.",
            ["gli analisti | Secondo | il prezzo salirà"],
            id="it: an article behind a noun for somebody begins the clause",
        ),
        pytest.param(
            "de",
            "Laut einem Papier des Hafenamts, das der Redaktion vorliegt, fehlen 40 Kähne.",
            ["einem Papier des Hafenamts, das der Redaktion vorliegt | Laut | fehlen 40 Kähne"],
            id="de: the relative clause of a document is its own",
        ),
        pytest.param("de", "Es war laut, so viele Menschen kamen nie.", [], id="de: so many is no voice"),
    ],
)
def test_a_voice_without_a_verb_of_saying(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
