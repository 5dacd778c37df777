"""One article as a page shows it: its text with attributions marked in place, and a card for each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
from babel import Locale, UnknownLocaleError

from ondit.model.attribution import Attribution
from ondit.model.listing import CarriedClaim
from ondit.model.reading import Reading
from ondit.model.source import Grade
from ondit.model.span import Part, Span, fits
from ondit.present import wording
from ondit.present.chains import ancestry, links, quoted_words
from ondit.present.dates import date
from ondit.present.page.marking import Layer, Stretch, paragraphs, style_of
from ondit.present.page.spots import spot
from ondit.present.visible import cut, one_line, safe_link

_MOST_TITLE = 300  # code points of what hovering shows
_MARKS = '“”„"«»‹›'  # those of the page; a card sets its own
_MOST_ELSEWHERE = 3  # claims that one card links to


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: who says what, how, and where else it stands.

    `links` are those of its chain, the outlet first. `has_chip` is False where another one's chain in the
    margin says it too ("A said, citing B": one content, one chip). `hint` is what hovering over its words
    shows. `places` say where its
    words stand, as `spots` writes it. `why` says whom a short form means.
    """

    number: int
    attribution: Attribution
    style: str
    links: tuple[str, ...]
    source: str
    cue: str
    content: str
    factuality: str
    why: str = ""
    has_chip: bool = True
    hint: str = ""
    places: dict[str, str] = {}
    elsewhere: tuple[CarriedClaim, ...] = ()


class CreditLine(msgspec.Struct, frozen=True, kw_only=True):
    """A credit outside the sentences: where it stands, and whom it credits."""

    where: str
    whom: str
    words: str


class ArticlePage(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page of one article shows. `own` are claims in the outlet's own voice, by the stretch that
    begins them: part and start. `direction` is that of the language: "ltr", "rtl" or "auto"."""

    reading: Reading
    outlet: str
    when: str
    language: str | None
    direction: str
    href: str | None
    warning: str
    title: tuple[tuple[Stretch, ...], ...]
    body: tuple[tuple[Stretch, ...], ...]
    cards: tuple[Card, ...]
    credits: tuple[CreditLine, ...]
    own: dict[tuple[str, int], CarriedClaim]
    at: Span | None = None

    def card(self, number: int) -> Card:
        """Return the card with this number."""
        return self.cards[number - 1]


def article_page(
    reading: Reading, claims: Sequence[CarriedClaim] = (), at: Span | None = None
) -> ArticlePage:
    """Return what the page of an article shows; `at` are the words that a reader came to see, if any.

    `claims` are those that the article carries.
    """
    article, own = reading.article, reading.resolved.outlet
    if at is not None and not fits(at, article.part(at.part)):
        at = None
    cards = tuple(_cards(reading, claims))
    shared = [(claim, one) for claim in claims if claim.carriers > 1 for one in claim.mentions]
    own_voice = [(claim, one.spans) for claim, one in shared if one.attribution_id is None]
    layers = list(_layers(reading, cards))
    layers += [Layer(span=span, role="own") for _, spans in own_voice for span in spans]
    layers += [Layer(span=at, role="at")] if at else []
    return ArticlePage(
        reading=reading,
        outlet=one_line(reading.outlet or "") or "unknown outlet",
        when=date(article.published),
        language=article.language,
        direction=direction(article.language),
        href=safe_link(article.url),
        warning=one_line(own.reasons[-1]) if own and own.imitates and own.reasons else "",
        title=tuple(paragraphs(reading, Part.TITLE, layers)),
        body=tuple(paragraphs(reading, Part.BODY, layers)),
        cards=cards,
        credits=tuple(_credits(reading)),
        own={(spans[0].part.value, spans[0].start): claim for claim, spans in own_voice},
        at=at,
    )


def direction(language: str | None) -> str:
    """Return the direction that a language (BCP 47) is written in, "auto" when it is not known."""
    try:
        order = Locale.parse(language or "", sep="-").character_order
    except (ValueError, UnknownLocaleError):
        return "auto"
    return "rtl" if order == "right-to-left" else "ltr"


def _cards(reading: Reading, claims: Sequence[CarriedClaim]) -> Iterator[Card]:
    attributions = reading.resolved.attributions
    children: defaultdict[str | None, list[Attribution]] = defaultdict(list)
    for one in attributions:
        children[one.parent].append(one)
    carried: defaultdict[str | None, dict[str, CarriedClaim]] = defaultdict(dict)
    for claim in claims:
        for mention in claim.mentions:
            carried[mention.attribution_id][claim.id] = claim
    for number, one in enumerate(attributions, 1):
        source, flags = reading.source(one.source_id), wording.factuality(one)
        chained, cue = links(reading, one), quoted_words(reading, one.cue)
        said = f"{' ‹ '.join(chained)}: {f'“{cue}”' if cue else 'no cue'}{f', {flags}' if flags else ''}"
        sure = "" if one.source_grade is Grade.CERTAIN else f" ({one.source_grade.value})"
        yield Card(
            number=number,
            attribution=one,
            style=style_of(source),
            links=chained,
            source=quoted_words(reading, one.source) or wording.NOBODY_NAMED,
            cue=cue,
            content=quoted_words(reading, one.content).strip(_MARKS),
            factuality=flags,
            why=one_line(one.source_why) + sure if one.source_why else "",
            has_chip=not any(child.content == one.content for child in children[one.id]),
            hint=cut(said, _MOST_TITLE),
            places={
                name: " ".join(map(spot, spans))
                for name, spans in (("source", one.source), ("cue", one.cue), ("content", one.content))
            },
            elsewhere=tuple(carried[one.id].values())[:_MOST_ELSEWHERE],
        )


def _layers(reading: Reading, cards: Sequence[Card]) -> Iterator[Layer]:
    for card in cards:
        one = card.attribution
        depth = len(ancestry(reading, one)) - 1
        for role, spans in (("content", one.content), ("source", one.source), ("cue", one.cue)):
            for place, span in enumerate(spans):
                yield Layer(
                    span=span,
                    role=role,
                    number=card.number,
                    style=card.style,
                    depth=depth,
                    is_first=place == 0,
                )


def _credits(reading: Reading) -> Iterator[CreditLine]:
    for credit in reading.resolved.credits:
        source = reading.source(credit.source_id)
        words = reading.article.cut(credit.span) if credit.span else credit.shown
        yield CreditLine(
            where=credit.kind.value, whom=one_line(source.name) if source else "", words=one_line(words)
        )
