"""Whom a mention speaks of: in which order, and under which name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from ondit.languages import lexicon_of
from ondit.languages.acts import load_acts
from ondit.match.meaning.concepts import concepts_of, is_unspaced, signs_in
from ondit.match.meaning.keys import CONCEPT, NAME, foreign_runs, name_keys
from ondit.model.claim import Mention
from ondit.text.fold import fold, folded_words
from ondit.text.names import bones

_NEAR = 3  # words between a thing and its name: "the prison in the town of San Telmo"


def participants(mention: Mention, words: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of those that a mention of these folded words speaks of: who does something before whom
    it is done to, where a parser read it; else in the order of the text, which is the same in most sentences
    of most languages."""
    if mention.agents and mention.patients:
        words = folded_words(" ".join((*mention.agents, *mention.patients)))
    elif is_unspaced(mention.text):
        return _signs_in_order(mention.text, mention.language)
    return tuple(dict.fromkeys(chain.from_iterable(_keys_of(word, mention.language) for word in words)))


def names_only(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys that are names."""
    return tuple(key for key in keys if key.startswith(NAME))


def named_things(
    words: Sequence[str], known: Callable[[str], bool], language: str
) -> Mapping[str, frozenset[str]]:
    """Return the keys of the name next to each thing: for "the dam at Oruk" those of "Oruk" by that of dams.

    `words` are those of a mention, folded; `known` tells which are of names that can stand among them.
    """
    found = {at: things for at, word in enumerate(words) if (things := _things(word, language))}
    called = {at: name_keys(word, language) for at, word in enumerate(words) if known(word)} if found else {}
    named: defaultdict[str, set[str]] = defaultdict(set)
    for at, things in found.items() if called else ():
        gap, nearest = min((abs(place - at), place) for place in called)
        for thing in things if 0 < gap <= _NEAR else ():
            named[thing].update(key for place in _run(called, nearest) for key in called[place])
    return {thing: frozenset(keys) for thing, keys in named.items()}


def speaks_of_another(words: Iterable[str], language: str) -> bool:
    """Tell whether folded words speak of one more of a kind: "a second dam", "another girl"."""
    return not _another(language).isdisjoint(words)


@lru_cache(maxsize=64)
def _another(language: str) -> frozenset[str]:
    lexicon = lexicon_of(language)
    return (
        frozenset(map(fold, lexicon.description.another)) if lexicon and lexicon.description else frozenset()
    )


def _run(called: Mapping[int, frozenset[str]], at: int) -> Iterator[int]:
    """Yield the places of the words of a name, given one of them."""
    first = at
    while first - 1 in called:
        first -= 1
    while first in called:
        yield first
        first += 1


@lru_cache(maxsize=1 << 17)
def _things(word: str, language: str) -> tuple[str, ...]:
    acts = load_acts().act
    return tuple(CONCEPT + concept for concept in concepts_of(word, language) if concept not in acts)


@lru_cache(maxsize=1 << 17)
def _keys_of(word: str, language: str) -> tuple[str, ...]:
    """Return the keys of a word that can be a participant: of a thing, or else of what may be a name."""
    if concepts_of(word, language):
        return _things(word, language)
    return tuple(sorted(name_keys(word, language)))


def _signs_in_order(text: str, language: str) -> tuple[str, ...]:
    acts = load_acts().act
    places = [
        (place, CONCEPT + name)
        for place, names in signs_in(text, language)
        for name in names
        if name not in acts
    ]
    places += [(run.start(), NAME + bones(run[0])) for run in foreign_runs(text)]
    return tuple(dict.fromkeys(key for _, key in sorted(places)))
