"""Stories in a few lines: a compact notation that becomes hand-built readings, copies and a claim.

    riv @Riverside Post 2031-05-02
        @Tribune < a port source: P
    tri @Tribune 2031-05-01T08:00Z
        a port source: "the gates stood open all night"
        credit closing line @Northwire
        copies riv

A line without indent opens an article: id, outlet, date (missing when undated), language (`in fr`, English
when missing); a bracket after the outlet names its owner, # instead of @ makes it a body's own page. What
follows is what it says, one statement a line, read from left to right as a chain:

    P                       the claim in the outlet's own voice;  not P  denies it;  P 30 boats  counts
    @Tribune < a source: P  Tribune, citing a source; outlets have @, bodies #, vague relays ?, the rest are
                            unnamed when they begin in lower case and persons when they do not
    =Cape Lorne: P          a name of which nothing tells whose it is;  %a memo: P  a document
    Ann Hale of #Port: P    a person who speaks for a body;  a source > @Tribune: P  told Tribune
    a source of @Tribune: P another outlet's source
    ~@Tribune: P            the writer keeps his distance;  it: P  it is said, by nobody
    #Port: "words"          the quoted words are the claim's mention
    #Port: Q                 it says something else, which is no mention of the claim
    P | has learned         words of the text that follow a statement
    declines #Port          a refusal;  unreached #Port  somebody who could not be reached
    credit KIND @Tribune    a credit outside the sentences (kind in the words of `CreditKind`)
    links URL, canonical URL, based URL, url URL
    copies ID [SHARE]       everything said so far stands in that article too; `credited` and `unordered` may
                            follow
"""

import re

import msgspec

from ondit.assess import assess
from ondit.decide import obey_in_graph, verdicts_of
from ondit.model.article import Article, Link
from ondit.model.attribution import Attribution, Distance, Manner, Polarity, Refusal
from ondit.model.claim import Claim, Copy, Mention, Passage, Quantity
from ondit.model.decision import Decision
from ondit.model.provenance import ProvenanceGraph, Trace
from ondit.model.reading import Reading, Resolved
from ondit.model.source import Credit, CreditKind, Source, SourceKind
from ondit.model.span import Span
from ondit.trace import trace_claim

CLAIM = "the harbour bridge will be closed"
OTHER = "two ferries are late"
HEADER = re.compile(
    r"(?P<id>\S+)(?: (?P<mark>[@#])(?P<outlet>[^\[\d]+?)(?: \[(?P<owner>.+)\])?)?"
    r"(?: (?P<date>\d{4}-\S+))?(?: in (?P<language>[a-z]{2}))?$"
)
STATEMENT = re.compile(
    r'(?:(?P<chain>.+?): )?(?P<content>Q|(?:not )?P(?: [^|]*?)?|(?:not )?".+")(?: \| (?P<after>.+))?$'
)
QUANTITY = re.compile(r"(?P<modifier>\D*?) ?(?P<value>[\d.]+) (?P<unit>.+)")


class Story(msgspec.Struct):
    """Readings by article id, copies, and the claim with all mentions."""

    readings: dict[str, Reading]
    copies: list[Copy]
    claim: Claim

    def graph(self) -> ProvenanceGraph:
        return trace_claim(self.claim, self.readings, self.copies)

    def answer(self, *decisions: Decision) -> Trace:
        """Return the trace, with what an analyst decided of sources."""
        graph = self.graph()
        return assess(obey_in_graph(graph, decisions), self.readings, verdicts_of(decisions, graph))


def read_story(notation: str) -> Story:
    """Return the story that a text in the notation of this module tells."""
    readings: dict[str, Reading] = {}
    copies: list[Copy] = []
    owners = dict(re.findall(r"@([^\[\d\n]+?) \[(.+)\]", notation))
    blocks = re.split(
        r"\n(?=\S)", "\n".join(line[4:] if line.startswith("    ") else line for line in _lines(notation))
    )
    for block in blocks:
        header, *statements = [line.strip() for line in block.splitlines() if line.strip()]
        writer = Writer(header, owners)
        for statement in statements:
            writer.write(statement)
        readings[writer.id] = writer.reading()
        copies.extend(writer.copies)
    mentions = tuple(mention for reading in readings.values() for mention in reading.mentions)
    return Story(readings, copies, Claim(id="clm_story", text=CLAIM, mentions=mentions))


def _lines(notation: str) -> list[str]:
    lines = [line for line in notation.splitlines() if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    bare = [line[margin:] for line in lines]
    return [line if not line.startswith(" ") else "        " + line.strip() for line in bare]


class Writer:
    """Writes one article, statement by statement, and notes where everything stands."""

    def __init__(self, header: str, owners: dict[str, str]) -> None:
        found = HEADER.match(header)
        assert found, f"no header: {header}"
        self.id, self.date, self.language = found["id"], found["date"], found["language"] or "en"
        self.owners = owners
        self.text = ""
        self.sources: dict[str, Source] = {}
        self.outlet = self.source(f"{found['mark']}{found['outlet']}") if found["outlet"] else None
        self.attributions: list[Attribution] = []
        self.refusals: list[Refusal] = []
        self.credits: list[Credit] = []
        self.mentions: list[Mention] = []
        self.copies: list[Copy] = []
        self.pages: dict[str, list[str]] = {"url": [], "links": [], "canonical": [], "based": []}

    def write(self, statement: str) -> None:
        verb, _, rest = statement.partition(" ")
        if verb in self.pages:
            self.pages[verb].append(rest)
        elif verb in ("declines", "unreached"):
            source = self.say(rest.lstrip("@#?"))
            cue = self.say("declined" if verb == "declines" else "could not be reached", ". ")
            named = self.source(rest)
            self.refusals.append(
                Refusal(source=(source,), cue=(cue,), reached=verb == "declines", source_id=named.id)
            )
        elif verb == "credit":
            kind, _, name = rest.partition(" @")
            span = self.say(f"({name})", ". ")
            self.credits.append(
                Credit(kind=CreditKind(kind), source_id=self.source("@" + name).id, span=span)
            )
        elif verb == "copies":
            self.copy(*rest.split())
        else:
            self.state(statement)

    def say(self, words: str, gap: str = " ") -> Span:
        span = Span(len(self.text), len(self.text) + len(words))
        self.text += words + gap
        return span

    def source(self, name: str) -> Source:
        """Return the source of a name in the notation, the same each time."""
        bare = name.lstrip("@#?=%")
        person, _, body = bare.partition(" of #")
        described, _, via = bare.partition(" of @")
        if name.startswith("@"):
            source = Source(
                id=f"out_{bare}",
                name=bare,
                kind=SourceKind.OUTLET,
                outlet_id=f"out_{bare}",
                owner=self.owners.get(bare),
            )
        elif name.startswith("#"):
            source = Source(id=f"org_{bare}", name=bare, kind=SourceKind.ORGANISATION)
        elif name.startswith("%"):
            source = Source(id=f"{self.id}_{bare}", name=bare, kind=SourceKind.DOCUMENT)
        elif bare[0].isupper():
            speaks_for = self.source("#" + body).id if body else None
            source = Source(
                id=f"per_{person}",
                name=person,
                kind=SourceKind.PERSON,
                speaks_for=speaks_for,
                guessed=name.startswith("="),
            )
        else:
            words = person if body else described
            source = Source(
                id=f"{self.id}_{words}",
                name=words,
                kind=SourceKind.UNNAMED,
                is_relay=name.startswith("?"),
                plural=words.endswith("s") or words.split()[0] in ("two", "three"),
                via=self.source("@" + via).id if via else None,
                speaks_for=self.source("#" + body).id if body else None,
            )
        self.sources.setdefault(source.id, source)
        return source

    def state(self, statement: str) -> None:
        found = STATEMENT.match(statement)
        assert found, f"no statement: {statement}"
        negative = found["content"].startswith("not ")
        content = found["content"].removeprefix("not ")
        polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE
        frames = [self.frame(one) for one in found["chain"].split(" < ")] if found["chain"] else []
        words = content.strip('"') if content.startswith('"') else CLAIM + content[1:]
        words = OTHER if content == "Q" else words
        place = self.say(words, " " if found["after"] else ". ")
        if found["after"]:
            self.say(found["after"], ". ")
        parent = None
        for depth, frame in enumerate(frames):
            last = depth == len(frames) - 1
            parent = f"att_{self.id}_{len(self.attributions)}"
            self.attributions.append(
                msgspec.structs.replace(
                    frame,
                    id=parent,
                    content=(place,),
                    manner=Manner.DIRECT if content.startswith('"') else Manner.INDIRECT,
                    parent=self.attributions[-1].id if depth else None,
                    polarity=polarity if last else Polarity.POSITIVE,
                )
            )
        if content == "Q":
            return
        self.mentions.append(
            Mention(
                id=f"men_{self.id}_{len(self.mentions)}",
                article_id=self.id,
                spans=(place,),
                text=words,
                attribution_id=parent,
                sentence=len(self.mentions),
                quantities=_quantities(content, place),
                polarity=polarity,
            )
        )

    def frame(self, described: str) -> Attribution:
        """Write source, cue and addressee of one step of a chain."""
        name, _, addressee = described.removeprefix("~").partition(" > ")
        distance = Distance.REPORTED if name == "it" else Distance.NONE
        if described.startswith("~"):
            distance = Distance.DOUBTING
        name, _, phrase = name.partition(" (")
        empty = name == "it"
        source = () if empty else (self.say(name.lstrip("@#?=%")),)
        cue = (self.say("said" if not addressee else "told " + addressee.lstrip("@")),)
        if phrase:
            self.say(phrase.rstrip(")"))
        return Attribution(
            id="",
            article_id=self.id,
            source=source,
            cue=cue,
            content=cue,
            manner=Manner.INDIRECT,
            distance=distance,
            made_by="story",
            source_id=None if empty else self.source(name).id,
            addressee_id=self.source(addressee).id if addressee else None,
        )

    def copy(self, earlier: str, share: str = "0.9", *flags: str) -> None:
        whole = Span(0, len(self.text))
        self.copies.append(
            Copy(
                later=self.id,
                earlier=earlier,
                credited="credited" in flags,
                passages=(Passage(later=whole, earlier=whole),),
                share=float(share),
                ordered="unordered" not in flags,
            )
        )

    def reading(self) -> Reading:
        links = tuple(
            Link(href=href, text="here", span=self.say("here", ". ")) for href in self.pages["links"]
        )
        article = Article(
            id=self.id,
            text=self.text,
            outlet=self.outlet.name if self.outlet else None,
            published=self.date,
            language=self.language,
            url=next(iter(self.pages["url"]), None),
            canonical_url=next(iter(self.pages["canonical"]), None),
            based_on=tuple(self.pages["based"]),
            links=links,
        )
        resolved = Resolved(
            attributions=tuple(self.attributions),
            refusals=tuple(self.refusals),
            sources=tuple(self.sources.values()),
            credits=tuple(self.credits),
            outlet=self.outlet,
        )
        return Reading(article=article, resolved=resolved, mentions=tuple(self.mentions))


def _quantities(content: str, place: Span) -> tuple[Quantity, ...]:
    found = QUANTITY.match(content[1:].strip()) if content.startswith("P ") else None
    if not found:
        return ()
    return (
        Quantity(value=float(found["value"]), unit=found["unit"], modifier=found["modifier"], span=place),
    )
