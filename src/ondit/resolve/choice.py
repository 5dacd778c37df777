"""Which of several outlets of one name is meant."""

from collections.abc import Callable, Sequence

import msgspec

from ondit.resolve.outlets.table import Outlet
from ondit.resolve.phrases.phrase import Phrase


class Circumstances(msgspec.Struct, frozen=True, kw_only=True):
    """What an article shows of whom its names can mean: the ids of outlets that it names beyond doubt, its
    own outlet, the countries it speaks of."""

    present: frozenset[str]
    own: Outlet | None
    countries: frozenset[str]


def choose(phrase: Phrase, here: Circumstances) -> Outlet | None:
    """Return the outlet that a name means here, None when nothing settles it.

    What is told beside the name rules out outlets of other countries. Then the first of these that fits
    exactly one outlet decides: the article names it beyond doubt; it is the article's own outlet; it is of
    that outlet's country; it is of a country that the article speaks of.
    """
    some: Sequence[Outlet] = phrase.outlets
    if len(some) == 1:
        return some[0]
    if phrase.countries:
        some = [outlet for outlet in some if outlet.country in phrase.countries]
        if len(some) <= 1:
            return some[0] if some else None
    own = here.own
    tests: tuple[Callable[[Outlet], bool], ...] = (
        lambda outlet: outlet.id in here.present,
        lambda outlet: own is not None and outlet.id == own.id,
        lambda outlet: own is not None and outlet.country == own.country,
        lambda outlet: outlet.country in here.countries,
    )
    for test in tests:
        fitting = [outlet for outlet in some if test(outlet)]
        if len(fitting) == 1:
            return fitting[0]
    return None
