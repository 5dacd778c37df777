"""Contents before their cue, and those that it interrupts."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "fr",
            "Le virus, dit la biologiste Ana Roux, se transmet par l'eau.",
            ["la biologiste Ana Roux | dit | Le virus se transmet par l'eau"],
            id="fr: resumes: a reflexive pronoun goes on",
        ),
        pytest.param(
            "es",
            "El puente, dice la ingeniera Rosa Vidal, no aguantará.",
            ["la ingeniera Rosa Vidal | dice | El puente no aguantará | negative"],
            id="es: resumes: a negation goes on",
        ),
        pytest.param(
            "de",
            "Die Brücke, sagt Ingenieurin Rosa Feld, sei nicht sicher.",
            ["Ingenieurin Rosa Feld | sagt | Die Brücke sei nicht sicher | negative"],
            id="de: resumes: a verb goes on",
        ),
        pytest.param(
            "da",
            "Broen, siger ingeniør Rosa Bro, er ikke sikker.",
            ["ingeniør Rosa Bro | siger | Broen er ikke sikker | negative"],
            id="da: resumes: a verb goes on",
        ),
        pytest.param(
            "pt",
            "A ponte, diz a engenheira Rosa Vidal, não aguenta.",
            ["a engenheira Rosa Vidal | diz | A ponte não aguenta | negative"],
            id="pt: resumes: a negation goes on",
        ),
        pytest.param(
            "ru",
            "Паром, как сообщается, сел на мель у причала.",
            [" | как сообщается | Паром сел на мель у причала | reported"],
            id="ru: a clause without source between commas",
        ),
        pytest.param(
            "pl",
            "– Most runie – powiedział inżynier. – Nikt nie słucha.",
            ["inżynier | powiedział | Most runie Nikt nie słucha | negative"],
            id="pl: speech goes on behind a dash",
        ),
        pytest.param(
            "fr",
            "«Le pont tiendra jusqu'au printemps», a-t-elle dit.",
            ["elle | a dit | «Le pont tiendra jusqu'au printemps»"],
            id="fr: enclitics: a pronoun joined to the auxiliary",
        ),
        pytest.param(
            "fr",
            "Le pont tiendra, promet-il.",
            ["il | promet | Le pont tiendra"],
            id="fr: enclitics: a pronoun joined to the verb",
        ),
        pytest.param(
            "de", "Ortsblatt: bestätigte Zahl von 30 Kähnen.", [], id="de: a colon leads to what follows it"
        ),
        pytest.param(
            "de",
            "Das Haus ist leer. Das bestätigte der Verein.",
            ["der Verein | bestätigte | Das Haus ist leer."],
            id="de: what was said before is taken up",
        ),
        pytest.param(
            "de",
            "Das Haus ist leer. Das teilte der Hafenverein am Montag mit.",
            ["der Hafenverein | teilte mit | Das Haus ist leer."],
            id="de: taken up between the parts of a verb",
        ),
        pytest.param(
            "tr",
            "Köprü açıldı. Vali bunu doğruladı.",
            ["Vali | doğruladı | Köprü açıldı."],
            id="tr: an object that points back",
        ),
        pytest.param(
            "pl",
            "Most jest zamknięty - poinformował zarząd portu.",
            ["zarząd portu | poinformował | Most jest zamknięty"],
            id="pl: a hyphen between spaces is a dash",
        ),
        pytest.param(
            "es",
            "El puente no abre, afirmó un funcionario que no está autorizado a hablar.",
            ["un funcionario que no está autorizado a hablar | afirmó | El puente no abre | negative"],
            id="es: a relative behind somebody described is his",
        ),
        pytest.param(
            "de",
            "„Wir gehen nicht“, so Ordner-Holm.",
            ["Ordner-Holm | so | „Wir gehen nicht“ | negative"],
            id="de: so X",
        ),
    ],
)
def test_a_content_stands_before_its_cue(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
