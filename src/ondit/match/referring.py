"""Mentions that say nothing of their own: they point to what was said before them."""

from functools import lru_cache

import msgspec

from ondit.languages import lexicon_of
from ondit.model.claim import Mention
from ondit.text.fold import fold

_BESIDE = 1
"""Words beside names that may stand beside what somebody made: "made the remarks to *reporters*"."""


class _Shells(msgspec.Struct, frozen=True):
    """The words of a language, folded, of which a mention is made that only refers back. `idle` ones are
    verdicts and articles."""

    event: frozenset[str]
    speech: frozenset[str]
    making: frozenset[str]
    idle: frozenset[str]
    definite: frozenset[str]


@lru_cache(maxsize=64)
def _shells_of(language: str) -> _Shells | None:
    lexicon = lexicon_of(language)
    if lexicon is None:
        return None
    words, definite = lexicon.claim, lexicon.source_words.definite
    event, speech, making, idle, known = (
        frozenset(map(fold, some))
        for some in (
            words.shell,
            words.speech,
            words.making,
            words.verdict | words.denial | definite,
            definite,
        )
    )
    return _Shells(event, speech, making, idle, known)


def refers_back(mention: Mention) -> bool:
    """Tell whether a mention only points to what was said before: "the alleged deployment", "this is a lie",
    "the accusations", "made the remarks in an interview".

    It has no figure, and says nothing beside a verdict and one noun that stands for a statement, or a
    definite one for an event; or somebody only makes the statement.
    Source: H.-J. Schmid, "English Abstract Nouns as Conceptual Shells", 2000.
    """
    shells = _shells_of(mention.language)
    if shells is None or mention.attribution_id is None or mention.quantities:
        return False
    definite = not shells.definite.isdisjoint(fold(mention.text).split())
    named = {word for name in mention.names for word in name.split()}
    said = set(mention.terms) - shells.idle
    if mention.patients and mention.predicate in shells.making:
        told = said - named - shells.speech
        return definite and len(told) <= _BESIDE and shells.speech.issuperset(mention.patients)
    if named - shells.idle - shells.speech or len(said) > 1:  # where every noun has a capital, it is a name
        return False
    return said <= shells.speech or (definite and said <= shells.event)
