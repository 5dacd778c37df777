"""Invented articles for benchmarks: any number of stories, each told by several outlets, as wire news is."""

import itertools
import random
from collections.abc import Iterator

from ondit.model.article import Article

PLACES = [
    "Halden",
    "Orsova",
    "Kestrel",
    "Mirabad",
    "Tolvik",
    "Sanremy",
    "Quillen",
    "Dravograd",
    "Port Aster",
    "Lumen",
]
BODIES = ["the port authority", "the health ministry", "the fire brigade", "Norvik Energy", "the river board"]
OUTLETS = ["Norpress", "Harbour Gazette", "Radio Skerry", "Daily Meridian", "Coastline Today", "Estuary News"]
EVENTS = [
    "{n} workers were taken ill after a gas leak at the {p} refinery",
    "{n} houses were flooded when the {p} dam overflowed",
    "{n} passengers were stranded on a ferry off {p}",
    "{n} tonnes of grain were stolen from a silo in {p}",
    "{n} soldiers had arrived at the airfield of {p}",
    "{n} trees were felled in the {p} reserve without a permit",
    "{n} patients received the wrong vaccine at {p} hospital",
]
FILLERS = [
    "The road to {p} was closed for several hours, and residents were told to keep their windows shut.",
    "A spokesman for {b} declined to comment. The mayor of {p} called for calm and promised an inquiry.",
    "It is the third such incident in the region since the spring, after cases in {q} and {r}.",
    "“We heard nothing until the evening,” said Anna {s}, who runs a shop near the harbour.",
    "Experts expect costs of more than {m} million crowns, although no official figure has been given.",
    "Parliament is due to debate the matter next week. The opposition has asked the minister to resign.",
]
SURNAMES = ["Aamo", "Brekk", "Carrow", "Dahl", "Estevan", "Ferro", "Grell", "Holm", "Ister", "Jansen"]


def articles(count: int, *, told_by: int = 5, seed: int = 1) -> Iterator[Article]:
    """Yield `count` articles, about 150 words each; every `told_by` of them tell one story."""
    chance = random.Random(seed)
    for number in itertools.count():
        place, other, third = chance.sample(PLACES, 3)
        words = {
            "p": f"{place} {number}",
            "q": other,
            "r": third,
            "b": chance.choice(BODIES),
            "n": chance.randint(3, 900),
            "m": chance.randint(2, 80),
            "s": chance.choice(SURNAMES),
        }
        claim = chance.choice(EVENTS).format(**words)
        for teller in range(told_by):
            if number * told_by + teller >= count:
                return
            yield _article(number, teller, claim, words, chance)


def _article(
    number: int, teller: int, claim: str, words: dict[str, object], chance: random.Random
) -> Article:
    outlet, agency = OUTLETS[teller % len(OUTLETS)], OUTLETS[0]
    lead = (
        f"{claim}, a source at {words['b']} told {agency}."
        if teller == 0
        else f"{claim}, {agency} reported on Tuesday, citing a source at {words['b']}."
        if teller % 2
        else f"According to {OUTLETS[teller - 1]}, {claim}."
    )
    body = [lead[0].upper() + lead[1:], *(line.format(**words) for line in chance.sample(FILLERS, 5))]
    return Article(
        id=f"invented-{number}-{teller}",
        title=f"{claim[0].upper()}{claim[1:]}",
        outlet=outlet,
        published=f"2025-{1 + number % 12:02}-{1 + number % 28:02}T{6 + teller:02}:00:00+00:00",
        language="en",
        text="\n\n".join(body),
    )
