import pytest

from ondit.annotate import annotate
from ondit.languages import lexicon_of
from ondit.match.quantities import find_quantities
from ondit.model.article import Article

WORDS = lexicon_of("en").quantity


def quantities(text, language="en"):
    annotated = annotate(Article(id="a", text=text, language=language))
    return [one for sentence in annotated.sentences for one in find_quantities(text, sentence, WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rebels seized 250 trucks.", [(250, None, "trucks", "")], id="the noun counted"),
        pytest.param(
            "A group of 40 young Danish divers left.", [(40, None, "divers", "")], id="past adjectives"
        ),
        pytest.param("The toll rose to 11,400.", [(11400, None, "", "")], id="grouped digits"),
        pytest.param("Exports fell by 3.5 percent.", [(3.5, None, "%", "")], id="percent"),
        pytest.param("Prices rose 12% in Oslo.", [(12, None, "%", "")], id="percent sign"),
        pytest.param("It paid £1.5bn for the mill.", [(1.5e9, None, "GBP", "")], id="sign and short scale"),
        pytest.param("It paid US$20 million.", [(2e7, None, "USD", "")], id="sign with a country"),
        pytest.param("It cost 40 million euros.", [(4e7, None, "EUR", "")], id="currency noun"),
        pytest.param("It paid up to $2 billion.", [(2e9, None, "USD", "up to")], id="modifier before a sign"),
        pytest.param("More than 300 miners died.", [(300, None, "miners", "more than")], id="modifier"),
        pytest.param("As many as 90 ships sank.", [(90, None, "ships", "as many as")], id="long modifier"),
        pytest.param("Two hundred and fifty monks came.", [(250, None, "monks", "")], id="number words"),
        pytest.param(
            "Twenty-five goats vanished.", [(25, None, "goats", "")], id="number words with a hyphen"
        ),
        pytest.param("Half a million voters stayed away.", [(5e5, None, "voters", "")], id="half a scale"),
        pytest.param("Dozens of miners died.", [(24, None, "miners", "dozens")], id="a vague plural"),
        pytest.param("Two dozen miners died.", [(24, None, "miners", "")], id="a collective"),
        pytest.param(
            "It is worth between 1 billion and 1.5 billion pounds.", [(1e9, 1.5e9, "GBP", "")], id="a range"
        ),
        pytest.param(
            "It is worth between one and 1.5 billion pounds.",
            [(1e9, 1.5e9, "GBP", "")],
            id="a range with the scale once",
        ),
        pytest.param(
            "They want between £1bn ($1.3bn) and £1.5bn ($1.9bn).",
            [(1e9, 1.5e9, "GBP", "")],
            id="a range with conversions in brackets",
        ),
        pytest.param(
            "The mayor feared 18,000-20,000 dead.", [(18000, 20000, "", "")], id="a range with a dash"
        ),
        pytest.param(
            "Ada and 12 friends and 3 dogs came.",
            [(12, None, "friends", ""), (3, None, "dogs", "")],
            id="two",
        ),
    ],
)
def test_a_quantity_has_value_unit_modifier_and_range(text, expected):
    found = [(one.value, one.upper, one.unit, one.modifier) for one in quantities(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It opened on Sept 21, 2016.", id="date"),
        pytest.param("It opened on 21 September 2016.", id="date, day first"),
        pytest.param("In 1998 the mill burnt down.", id="year"),
        pytest.param("The train left at 17:50.", id="time"),
        pytest.param("The train left at 9 p.m.", id="time with p.m."),
        pytest.param("Ana Roth, 45, was not hurt.", id="age between commas"),
        pytest.param("A 45-year-old man fell.", id="age with hyphens"),
        pytest.param("It was the 21st strike.", id="rank"),
        pytest.param("The Formula One team lost.", id="word in a name"),
        pytest.param("Terminal 4 was shut.", id="figure in a name"),
        pytest.param("See page http://example.org/250 for more.", id="figure in an address"),
    ],
)
def test_dates_ages_ranks_and_names_are_no_quantities(text):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("En 2016 250 mineurs sont morts.", [250], id="a year before a number"),
        pytest.param("Il a fallu 12 30 fois.", [12, 30], id="two figures are no group of three"),
    ],
)
def test_a_plain_space_parts_thousands_only(text, values):
    words = lexicon_of("fr").quantity
    annotated = annotate(Article(id="a", text=text, language="fr"))
    found = [one for sentence in annotated.sentences for one in find_quantities(text, sentence, words)]
    assert [one.value for one in found] == values


def test_the_span_of_a_quantity_holds_its_sign_and_its_currency():
    text = "They offered about £1.5bn, then 2 million euros."
    assert [one.span.cut(text) for one in quantities(text)] == ["£1.5bn", "2 million euros"]


def test_without_a_parser_the_next_word_is_the_unit():
    assert [(one.value, one.unit) for one in quantities("Arrivarono 40 pompieri.", "it")] == [
        (40, "pompieri")
    ]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        pytest.param("ja", "被害は1億5000万円に上った。", 1.5e8, id="ja: a lower scale goes on"),
        pytest.param("ja", "数百人が参加した。", 200, id="ja: some hundreds"),
        pytest.param("zh", "两万五千人离开。", 25000, id="zh: words and scales"),
        pytest.param("zh", "数十人受伤。", 20, id="zh: some tens"),
        pytest.param("ko", "피해액은 1억5000만 원이다.", 1.5e8, id="ko: a lower scale goes on"),
        pytest.param("ko", "수천 명이 모였다.", 2000, id="ko: some thousands"),
        pytest.param("hi", "5 लाख लोग बेघर हुए।", 5e5, id="hi: lakh"),
        pytest.param("hi", "दो करोड़ रुपये मिले।", 2e7, id="hi: crore"),
        pytest.param("hi", "1,20,000 लोग आए।", 120000, id="hi: groups of two digits"),
        pytest.param("hi", "कम से कम २५ लोग आए।", 25, id="hi: digits of Devanagari"),
        pytest.param("ar", "وصل ٢٥٠ شخصا.", 250, id="ar: Arabic-Indic digits"),
        pytest.param("ar", "دفعت ٣٫٥ مليون دولار.", 3.5e6, id="ar: Arabic decimal mark"),
        pytest.param("ar", "وصل ١٬٢٠٠ شخص.", 1200, id="ar: Arabic mark of thousands"),
        pytest.param("fa", "۴۰۰ نفر آمدند.", 400, id="fa: Persian digits"),
        pytest.param("fa", "ده‌ها نفر آمدند.", 20, id="fa: letters parted without a space"),
        pytest.param("tr", "3 bin asker geldi.", 3000, id="tr: thousand"),
        pytest.param("id", "Kerugian Rp 1,5 miliar.", 1.5e9, id="id: a scale with a decimal comma"),
        pytest.param("ru", "Пришли 3 тысячи человек.", 3000, id="ru: thousand"),
        pytest.param("pl", "Przyszły setki osób.", 200, id="pl: hundreds"),
        pytest.param("uk", "Прийшли десятки людей.", 20, id="uk: tens"),
        pytest.param("it", "Ha preso 80mila euro.", 80000, id="it: a scale written together"),
        pytest.param("de", "Das kostet 1,5 Milliarden Euro.", 1.5e9, id="de: decimal comma"),
        pytest.param("fr", "Elle emploie 3 000 personnes.", 3000, id="fr: a space parts thousands"),
        pytest.param("ru", "Убыток составил 1 250 000 рублей.", 1.25e6, id="ru: two spaces"),
        pytest.param("pl", "To kosztuje 12 500,50 euro.", 12500.5, id="pl: a space and a decimal comma"),
        pytest.param("de", "Es kamen 18\u202f000 Menschen.", 18000, id="de: a narrow space"),
        pytest.param("sk", "Prišlo 3\u00a0200 ľudí.", 3200, id="sk: a space that does not break"),
    ],
)
def test_numbers_of_other_languages_and_scripts(language: str, text: str, value: float):
    words = lexicon_of(language).quantity
    annotated = annotate(Article(id="a", text=text, language=language))
    found = [one for sentence in annotated.sentences for one in find_quantities(text, sentence, words)]
    assert [one.value for one in found] == [value]
