"""The outlets table is sound, and quick."""

import re
from collections import Counter

import pytest

from ondit.errors import LexiconError
from ondit.model.source import OutletKind
from ondit.resolve.outlets.table import OutletTable, decode_outlets, name_tokens, outlet_table
from ondit.text.tokens import BARE_WORD
from timing import least_seconds

TABLE = outlet_table()


def test_ids_are_single_and_speak_in_lower_case():
    ids = Counter(outlet.id for outlet in TABLE.outlets)
    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9-]+", id_)] == []


def test_a_whole_is_in_the_table_and_no_outlet_is_part_of_itself():
    parts = [(outlet.id, outlet.part_of) for outlet in TABLE.outlets if outlet.part_of]
    assert [pair for pair in parts if pair[1] not in TABLE.by_id or pair[0] == pair[1]] == []


def test_the_table_is_large_and_its_rows_say_where_they_belong():
    media = [one for one in TABLE.outlets if one.kind is not OutletKind.OFFICIAL_BODY]
    assert len(media) >= 1300
    assert len({one.country for one in media}) >= 100


def test_a_name_stands_in_one_column_only():
    twice = [
        (outlet.id, name)
        for outlet in TABLE.outlets
        for name, count in Counter([*outlet.aliases, *outlet.short, *outlet.homonyms]).items()
        if count > 1
    ]
    assert twice == []


def test_a_name_that_counts_anywhere_is_one_outlets_alone():
    bearers = Counter()
    for outlet in TABLE.outlets:
        bearers.update({name_tokens(name) for name in (outlet.name, *outlet.aliases)})
    assert [name for name, count in bearers.items() if count > 1] == []


def test_a_domain_is_one_outlets_alone_and_bare():
    domains = Counter(domain for outlet in TABLE.outlets for domain in outlet.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []
    assert [domain for domain in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)] == []


def test_codes_of_countries_and_languages_look_like_codes():
    assert [one.id for one in TABLE.outlets if not re.fullmatch(r"([A-Z]{2})?", one.country)] == []
    assert [one.id for one in TABLE.outlets if not re.fullmatch(r"([a-z]{2,3})?", one.language)] == []


def test_a_word_on_ownership_or_state_rests_on_a_basis():
    stated = [one for one in TABLE.outlets if one.ownership]
    assert [one.id for one in stated if not one.ownership.basis.strip()] == []
    assert [one.id for one in stated if not 1900 < one.ownership.year < 2100] == []
    assert [one.id for one in stated if "imprint" in one.ownership.basis] == [], "say which document"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param('"kind": "paper"', id="a kind that is none"),
        pytest.param('"kind": "blog", "owned": "B"', id="a field that is none"),
        pytest.param('"kind": "blog", "ownership": {"state": true, "year": 2023}', id="state without basis"),
        pytest.param('"kind": "blog", "ownership": {"owner": "B", "basis": "x"}', id="owner without year"),
    ],
)
def test_a_faulty_row_is_refused_with_file_and_line(row):
    sound = '{"id": "b", "name": "B", "kind": "blog"}'
    with pytest.raises(LexiconError, match=r"mine\.jsonl:2: .* docs/outlets\.md lists the fields"):
        decode_outlets(f'{sound}\n{{"id": "a", "name": "A", {row}}}\n'.encode(), "mine.jsonl")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("РИА «Новости» пишет", ["ria-novosti"], id="Russian"),
        pytest.param("وكالة نوفوستي", ["ria-novosti"], id="Arabic"),
        pytest.param("据新华社报道", ["xinhua"], id="Chinese, without spaces"),
        pytest.param("Al‑Jazeera", ["al-jazeera"], id="another hyphen"),
        pytest.param("the new york times", [], id="a name without its capitals"),
        pytest.param("ap", [], id="an acronym without its capitals"),
    ],
)
def test_names_are_found_in_their_scripts_and_letters(text, ids):
    found = TABLE.find(BARE_WORD.findall(text))
    assert [outlet.id for match in found for outlet in match.outlets] == ids


def load() -> OutletTable:
    outlet_table.cache_clear()
    return outlet_table()


def test_the_table_loads_and_answers_quickly():
    """Bounds are several times what a slow core needs; `bench/outlets.py` gives the figures."""
    assert least_seconds(load) < 0.5
    table = load()
    words = [re.findall(r"\w+", name) for outlet in table.outlets for name in (outlet.name, *outlet.aliases)]
    asked = [words[place % len(words)] for place in range(10_000)]
    assert least_seconds(lambda: [table.find(one) for one in asked]) < 2.0
