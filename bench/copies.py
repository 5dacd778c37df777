"""How well copies are found: python bench/copies.py [STORIES] [SEED]      40 stories unless stated

Invents one news day: wire stories that outlets take over whole, cut, with a lead of their own, in another
order or lightly edited, beside reports of their own that only quote the same statement, and the frames that
outlets put round everything. Prints how many of the copies are found, by kind; how many of the pairs that
are found are right, by kind where wrong; and how often direction and credit are right.
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.match import find_copies
from ondit.model.article import Article
from ondit.model.claim import Copy
from ondit.model.reading import Reading
from ondit.resolve import resolve

WORDS = {
    letter: words.split()
    for letter, words in {
        "a": """narrow late quiet broken northern rusty public bitter hollow early crowded distant muddy
        brittle frozen private sudden heavy modest empty coastal wooden ancient costly gentle noisy
        shallow steep tidy urgent""",
        "n": """quay mill tram orchard dam ferry tunnel market school barge chapel depot fence garden
        harbour kiln ledger meadow nursery oven pier quarry reservoir silo tannery union viaduct
        warehouse yard bakery canal dyke engine foundry glacier hangar inn jetty kiosk lighthouse
        museum refinery stable theatre valley winery archive""",
        "x": """divers bakers pilots nurses farmers clerks drivers masons sailors tenants miners judges
        weavers teachers porters surveyors beekeepers plumbers rangers fishermen students engineers
        librarians coopers welders""",
        "v": """inspected closed reopened flooded repaired sold guarded painted abandoned mapped rebuilt
        searched measured blocked rented cleared visited burned drained moved photographed planned
        emptied honoured labelled damaged""",
        "p": """Narva Loknar Tolvik Halden Orsova Kestrel Mirabad Quillen Dravo Lumen Brask Ostrel Vinter
        Sarn""",
        "d": """Monday Tuesday Wednesday Thursday Friday Saturday Sunday""",
        "s": """Aamo Brekk Carrow Dahl Estevan Ferro Grell Holm Ister Jansen Kolb
        Lund Moen Nyberg Orre""",
        "f": """Ola Ann Berit Carl Dina Egon Frida Gro Hans Inga""",
    }.items()
}
WIRES = ["Reuters", "Associated Press", "AFP"]
LIGHT = {
    "closed": "shut",
    "repaired": "mended",
    "late": "belated",
    "public": "state",
    "said": "told reporters",
}
BRITISH = {"harbor": "harbour", "labeled": "labelled", "honored": "honoured", "theater": "theatre"}
IN_WORDS = {"3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine"}
FRAMES = (
    "Sign up for our {a} letter about the {n} and get the best of {p} every {d} morning for free.",
    "{f} {s} writes about {x} and the {n} for this paper and can be reached at the desk in {p}.",
    "We use cookies to measure how {x} read our pages about the {a} {n}, see the notice on privacy.",
    "Read more: {x} {v} the {a} {n} in {p} and what it means for the {n} next to it.",
    "Photo: the {a} {n} of {p} seen from the {n}. Share this with {x} on all the usual networks.",
    "Support the journalism of the {n}: {x} pay for it and the {a} {n} has no other owner than you.",
)

Paragraphs = list[str]


class Written(msgspec.Struct, frozen=True):
    """An invented article. `wires` are the stories whose words it has, none where they are its own."""

    article: Article
    story: int
    kind: str
    wires: frozenset[int] = frozenset()
    credited: bool = False


class Day:
    """An invented news day."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.outlets = [
            f"{place} {name}" for place in WORDS["p"][:12] for name in ("Post", "Echo", "Courier", "Star")
        ]
        self.frames = {one: [self.frame() for _ in range(self.chance.randint(1, 3))] for one in self.outlets}
        self.shared = [self.frame(), self.frame()]  # of a chain that owns every third outlet
        for one in self.outlets[::3]:
            self.frames[one] += self.shared

    def articles(self, stories: int) -> Iterator[Written]:
        """Yield the articles of so many stories, and after every fourth one a roundup of the last four."""
        wires: list[Paragraphs] = []
        for story in range(stories):
            wires.append(self.paragraphs(self.chance.randint(5, 9)))
            yield from self.story(story, wires[-1])
            if story % 4 == 3:
                text = [one for wire in wires[-4:] for one in (*self.paragraphs(1), *wire[:1], wire[2])]
                page = self.page(f"{story} roundup", self.chance.choice(self.outlets), text, 20)
                yield Written(page, story, "roundup", frozenset(range(story - 3, story + 1)))

    def story(self, story: int, wire: Paragraphs) -> Iterator[Written]:
        """Yield a wire story, its copies, and reports that only have its statement."""
        statement = self.quotation(45)
        remarks = [self.quotation(22) for _ in range(3)]
        text = [*wire[:2], statement, *wire[2:3], remarks[0], *wire[3:]]
        agency, *outlets = self.chance.choice(WIRES), *self.chance.sample(self.outlets, 15)
        dateline = f"{self.chance.choice(WORDS['p']).upper()} ({agency}) - "
        whose = frozenset([story])
        page = self.page(f"{story} wire", agency, [dateline + text[0], *text[1:]], 6)
        yield Written(page, story, "wire", whose, credited=True)
        kinds = self.chance.sample(sorted(COPYING), self.chance.randint(2, 7))
        for hour, kind in enumerate(kinds, 8):
            copied = COPYING[kind](self, list(text))
            credited = self.chance.random() < 0.3
            if credited:
                copied[0] = dateline + copied[0]
            page = self.page(f"{story} {kind}", outlets[-1], self.framed(outlets.pop(), copied), hour)
            yield Written(page, story, kind, whose, credited)
        for kind, said in {
            "statement": [statement],
            "statement without marks": ["The statement reads: " + re.sub("[“”]", "", statement)],
            "interview": [statement, *remarks],
            "brief": remarks[:1],
            "other": [],
        }.items():
            own = self.paragraphs(2 if kind == "brief" else self.chance.randint(3, 7))
            for words in said:
                own.insert(self.chance.randint(1, len(own)), words)
            page = self.page(f"{story} {kind}", outlets[-1], self.framed(outlets.pop(), own), 9)
            yield Written(page, story, kind)

    def framed(self, outlet: str, text: Paragraphs) -> Paragraphs:
        return [*text, *self.frames[outlet]]

    def page(self, name: str, outlet: str, text: Paragraphs, hour: int) -> Article:
        """Return an article; every other story has times, the rest have only the day."""
        return Article(
            id=name,
            title=" ".join(text[0].split()[:9]),
            outlet=outlet,
            published=f"2031-05-02T{hour:02}:00:00+00:00" if int(name.split()[0]) % 2 else "2031-05-02",
            language="en",
            text="\n\n".join(text),
        )

    def filled(self, pattern: str) -> str:
        """Return a pattern with words of chance: a noun for `{n}`, an adjective for `{a}` and so on."""
        return re.sub(
            r"\{(\w)\}",
            lambda one: (
                self.chance.choice(WORDS[one[1]]) if one[1] in WORDS else str(self.chance.randint(3, 99))
            ),
            pattern,
        )

    def frame(self) -> str:
        return self.filled(self.chance.choice(FRAMES))

    def sentence(self) -> str:
        one = self.filled(
            self.chance.choice(
                (
                    "The {a} {n} in {p} was {v} by {x} before {i} {x} {v} the {n} on {d}.",
                    "{f} {s} of the {n} board said {x} had {v} {i} of the {a} {n} behind the {n}.",
                    "On {d} {i} {x} {v} a {a} {n}, but the {n} of {p} is {a} and the {n} was never {v}.",
                    "More than {i} {x} from {p} {v} the {n} and the {a} {n} that {x} {v} in a {a} {n}.",
                    "Nobody {v} the {n}, and {x} who {v} it on {d} now want {i} {a} {n} parts from {p}.",
                )
            )
        )
        return one[0].upper() + one[1:]

    def paragraphs(self, count: int) -> Paragraphs:
        return [" ".join(self.sentence() for _ in range(self.chance.randint(1, 3))) for _ in range(count)]

    def quotation(self, words: int) -> str:
        said = ""
        while len(said.split()) < words:
            said += self.filled(
                "We {v} the {a} {n} because {x} had {v} our {n} and no {a} {n} will stop it. "
            )
        return self.filled(f"“{said.strip()[:-1]},” {{f}} {{s}} told {{x}} in {{p}}.")

    def edited(self, text: Paragraphs, share: float) -> Paragraphs:
        """Return the text with this share of its words outside quotations put otherwise or left out."""
        return [
            one
            if one.startswith("“")
            else " ".join(
                self.chance.choice((LIGHT.get(word, "the " + word), "", self.chance.choice(WORDS["a"])))
                if self.chance.random() < share
                else word
                for word in one.split(" ")
            ).replace("  ", " ")
            for one in text
        ]

    def shuffled(self, text: Paragraphs) -> Paragraphs:
        rest = text[1:]
        self.chance.shuffle(rest)
        return [text[0], *rest]


def exchanged(text: Paragraphs, words: dict[str, str]) -> Paragraphs:
    return [re.sub(r"\w+", lambda one: words.get(one[0], one[0]), one) for one in text]


def cut_off(text: Paragraphs, count: int, ending: str) -> Paragraphs:
    return [*text[: count - 1], text[count - 1][: len(text[count - 1]) // 2] + ending]


COPYING: dict[str, Callable[[Day, Paragraphs], Paragraphs]] = {
    "verbatim": lambda day, text: text,
    "a lead of its own": lambda day, text: [*day.paragraphs(2), *text],
    "cut off": lambda day, text: cut_off(text, 3, "..."),
    "read the full story": lambda day, text: [*text[:2], "Read the full story at our partner's page."],
    "in part": lambda day, text: [*day.paragraphs(4), *text[1:4:2], *day.paragraphs(2)],
    "two paragraphs of it": lambda day, text: [*day.paragraphs(6), text[3], text[1], *day.paragraphs(3)],
    "other order": lambda day, text: day.shuffled(text),
    "other spelling": lambda day, text: exchanged(text, {british: us for us, british in BRITISH.items()}),
    "plain marks": lambda day, text: [re.sub("[“”]", '"', one).replace(" - ", " — ") for one in text],
    "figures in words": lambda day, text: exchanged(text, IN_WORDS),
    "lightly edited": lambda day, text: day.edited(text, 0.06),
    "edited": lambda day, text: day.edited(text, 0.12),
}


def reading_of(article: Article) -> Reading:
    """Read an article without the trained model."""
    annotated = annotate(article)
    return Reading(article=article, resolved=resolve(annotated, attribute(annotated, trained=False)))


def report(day: Sequence[Written], copies: Sequence[Copy]) -> Iterator[str]:
    """Yield the lines of the report."""
    by = {one.article.id: one for one in day}
    pairs = [(by[one.later], by[one.earlier], one) for one in copies]
    right = [(a, b, one) for a, b, one in pairs if a.wires & b.wires]
    found = {one.article.id for a, b, _ in right for one in (a, b)}
    kinds: defaultdict[str, list[bool]] = defaultdict(list)
    for one in day:
        if one.wires and one.kind not in ("wire", "roundup"):
            kinds[one.kind].append(one.article.id in found)
    hits = [hit for one in kinds.values() for hit in one]
    yield f"copies found {sum(hits) / len(hits):.3f} of {len(hits)}"
    yield f"pairs right {len(right) / len(pairs):.3f} of {len(pairs)}"
    for kind, each in sorted(kinds.items(), key=lambda one: -sum(one[1]) / len(one[1])):
        yield f"  {sum(each) / len(each):.2f} {kind} ({len(each)})"
    wrong = Counter(
        f"{' + '.join(sorted((a.kind, b.kind)))}{'' if a.story == b.story else ', other story'}"
        for a, b, _ in pairs
        if not a.wires & b.wires
    )
    yield from (f"  wrong: {count} {kinds}" for kinds, count in wrong.most_common(12))
    to_wire = [one for a, b, one in right if "wire" in (a.kind, b.kind) and "roundup" not in (a.kind, b.kind)]
    after = [one for one in to_wire if by[one.earlier].kind == "wire"]
    yield f"the wire is the earlier in {len(after)} of {len(to_wire)}"
    credit = [by[one.later].credited == one.credited for one in after]
    yield f"credit right in {sum(credit)} of {len(credit)}"


def main(stories: int, seed: int) -> None:
    day = list(Day(seed).articles(stories))
    copies = find_copies([reading_of(one.article) for one in day])
    print(len(day), "articles")
    print("\n".join(report(day, copies)))


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    main(*(numbers + [40, 1][len(numbers) :]))
