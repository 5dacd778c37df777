"""Which of the quantities in a claim's mentions are the claim's own."""

from collections import Counter
from collections.abc import Hashable, Sequence

import msgspec

from ondit.model.claim import Quantity
from ondit.model.provenance import Carrier
from ondit.trace.carrying import Carrying, quantities_of

FEW = 12
"""Numbers up to a dozen stand in every text ("the only one", "two years ago"): that two pages share one says
nothing."""

CONTINUED = 2
"""Body sentences behind a mention in which a claim that counts nothing itself goes on ("has approached B. B
might be worth ..."). On one real story 1 finds the figures of 7 carriers in 16, 2 those of 10."""


def with_continuation(carrier: Carrier, carrying: Carrying) -> Carrier:
    """Return a carrier with the quantities of the sentences that its mentions stand in or that follow."""
    held = {mention.sentence for mention in carrying.mentions}
    near = {at + step for at in held if at >= 0 for step in range(CONTINUED + 1)}
    further = [one for one in carrying.reading.mentions if one.sentence in near]
    return msgspec.structs.replace(carrier, quantities=quantities_of([*carrying.mentions, *further]))


def with_own_figures(carriers: Sequence[Carrier]) -> tuple[Carrier, ...]:
    """Return the carriers with the claim's own quantities only.

    What one page alone counts is a detail of that page. A quantity is the claim's where another carrier
    counts the same thing, or gives the same value of it under another word ("workers", "employees"). A
    claim with one carrier keeps all.
    """
    if len(carriers) < 2:
        return tuple(carriers)
    units, values = _shared(carriers, "unit"), _shared(carriers, "value")

    def is_own(quantity: Quantity) -> bool:
        if quantity.unit and units[quantity.unit] > 1:
            return True
        return quantity.value > FEW and values[quantity.value] > 1

    return tuple(
        msgspec.structs.replace(carrier, quantities=tuple(filter(is_own, carrier.quantities)))
        for carrier in carriers
    )


def _shared(carriers: Sequence[Carrier], field: str) -> Counter[Hashable]:
    """Return how many carriers give each unit, or each value."""
    return Counter(
        shared for carrier in carriers for shared in {getattr(one, field) for one in carrier.quantities}
    )
