"""Who speaks and who is told, beside a cue."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "de",
            "Laut der Hafenwache sagte ein Lotse, das Schiff sei leer.",
            [
                "der Hafenwache | Laut | sagte ein Lotse, das Schiff sei leer",
                "ein Lotse | sagte | das Schiff sei leer | in 0",
            ],
            id='de: behind "according to X" the subject follows its verb',
        ),
        pytest.param(
            "de",
            "Nach Angaben der Hafenwache hat Kellmann den Brand dementiert.",
            [
                "der Hafenwache | Nach Angaben | hat Kellmann den Brand dementiert",
                "Kellmann | hat dementiert | den Brand | negative, in 0",
            ],
            id="de: between the parts of a verb who denies stands before what he denies",
        ),
        pytest.param(
            "de",
            "Unter Berufung auf zwei Händler meldete die Nordpost, die Werft sei verkauft.",
            [
                "zwei Händler | Unter Berufung auf | die Werft sei verkauft | in 1",
                "die Nordpost | meldete | die Werft sei verkauft",
            ],
            id="de: behind whom it cites an outlet follows its verb",
        ),
        pytest.param(
            "ru",
            "Как сообщил ТАСС источник в МИД, причал закрыт.",
            ["источник в МИД | Как сообщил | причал закрыт | to ТАСС"],
            id="ru: who is told, without a word that leads to him",
        ),
        pytest.param(
            "ru",
            "Источник, знакомый с ходом торгов, сообщил, что завод продан.",
            ["Источник, знакомый с ходом торгов | сообщил | завод продан"],
            id="ru: describing: words behind a comma go on with somebody unnamed",
        ),
        pytest.param(
            "id",
            "Sumber yang enggan disebut namanya mengatakan bahwa pabrik itu dijual.",
            ["Sumber yang enggan disebut namanya | mengatakan | pabrik itu dijual"],
            id="id: describing: a relative clause, with the wish not to be named",
        ),
        pytest.param(
            "pl",
            "Źródło znające przebieg rozmów powiedziało, że fabryka została sprzedana.",
            ["Źródło znające przebieg rozmów | powiedziało | fabryka została sprzedana"],
            id="pl: describing: without a comma",
        ),
        pytest.param(
            "pl",
            "Rzecznik prokuratury okręgowej poinformował, że most zamknięto.",
            ["Rzecznik prokuratury okręgowej | poinformował | most zamknięto"],
            id="pl: modifiers: an adjective behind the noun of a body",
        ),
        pytest.param(
            "de",
            "Die Nordpost meldete mit Bezug auf eine nicht genannte Quelle, die Brücke sei zu.",
            [
                "Die Nordpost | meldete | die Brücke sei zu",
                "eine nicht genannte Quelle | mit Bezug auf | die Brücke sei zu | in 0",
            ],
            id="de: nameless: that nobody is named ends no source",
        ),
        pytest.param(
            "zh",
            "一名不愿透露姓名的官员说，港口已经关闭。",
            ["一名不愿透露姓名的官员 | 说 | 港口已经关闭"],
            id="zh: nameless: the wish not to be named holds no cue",
        ),
        pytest.param(
            "zh",
            "市长在会上表示，港口已经关闭。",
            ["市长 | 表示 | 港口已经关闭"],
            id="zh: adjuncts: where it was said belongs to no source",
        ),
        pytest.param(
            "it",
            "«Il ponte regge bene», precisa Remo Falda della Federazione dei Porti.",
            ["Remo Falda della Federazione dei Porti | precisa | «Il ponte regge bene»"],
            id="it: somebody of a body is not told by it",
        ),
        pytest.param(
            "it",
            "La portavoce, Anna Ferli, ha accusato il ministero di aver mentito.",
            ["La portavoce, Anna Ferli | ha accusato | il ministero di aver mentito"],
            id="it: a name between commas before a cue that needs no clause",
        ),
        pytest.param(
            "ru",
            "В интервью журналу «Излучина» мэр Лужин заявил, что мост закрыт.",
            ["мэр Лужин | заявил | мост закрыт"],
            id="ru: who is told leads the sentence",
        ),
        pytest.param(
            "pt",
            "O ministro disse que fica. Prometeu abrir os arquivos.",
            ["O ministro | disse | fica", "O ministro | Prometeu | abrir os arquivos"],
            id="pt: a cue that opens a sentence has the subject before",
        ),
        pytest.param(
            "pl",
            "Most jest zamknięty, podał rzecznik Zarządu Dróg w Nowogaju Marek Zalip.",
            ["rzecznik Zarządu Dróg w Nowogaju Marek Zalip | podał | Most jest zamknięty"],
            id="pl: a place stands between an office and its name",
        ),
        pytest.param(
            "da",
            "Broen er lukket, siger to folk med kendskab til sagen til Nordposten.",
            ["to folk med kendskab til sagen | siger | Broen er lukket | to Nordposten"],
            id="da: who is told has a name",
        ),
    ],
)
def test_who_speaks(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
