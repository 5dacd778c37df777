"""Credit lines in the text: datelines, bylines, closing lines, pointers to the original."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from ondit.languages import lexicon_of
from ondit.model.annotation import Annotated
from ondit.model.source import CreditKind
from ondit.model.span import Span
from ondit.resolve.outlets.hosts import BARE_HOST
from ondit.resolve.outlets.table import Outlet
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.text.tokens import BARE_WORD

_DATELINE = re.compile(
    r"""^[^\S\n]*(?P<where>[^()\n]{0,80}?)\((?P<agency>[^()\n]{2,40})\)[^\S\n]*(?:[-–—:]+|,)[^\S\n]""",
    re.MULTILINE,
)
"""Place, date and agency before a dash, at the head of a line. Matches "OSLO, Sept 17 (Reuters) - ", not
"He told the agency (Reuters) that"."""

_DATED_LINE = re.compile(
    r"^[^\S\n]*(?P<where>[^()\n]{2,60}?\d[^()\n]{0,20}?)\((?P<agency>[^()\n]{2,40})\)[^\S\n]+(?=[^\s,.;:])",
    re.MULTILINE,
)
"""Place, date and agency without a dash, as agencies in India write. Matches "Delhi, Feb 4 (IANS) " before a
word, not "He told the agency on May 4 (Reuters), that", nor "(Reuters) "."""

_BARE_DATELINE = re.compile(
    r"^[^\S\n]*(?P<where>[A-Z][^\n()]{1,60}?),[^\S\n](?P<agency>[^,\n()]{2,30})[^\S\n]+[-–—]{1,2}[^\S\n]"
)
"""A dateline without brackets. Matches "LONDON, Reuters - ", not "Foo, a town - "."""

_WHERE_WORD = re.compile(r"[\w.']+")  # matches "Sept", "17", "A.M"; not ","
_ENDS = r"(?:^|(?<=[.!?…”\"'»)\]\n])|(?<=\n))[\s(\[*_–—-]{0,8}"
_STRETCH = 60
"""Code points behind a lead in which whom it credits must begin and end; a credit line is short."""

_LAST_LINE = re.compile(
    r"(?:\A|[.!?…”\"'»)\]\n])\s*[(\[–—-]*\s*(?P<name>[^\s.!?…\n][^.!?…\n]{0,40}?)[)\].]*\s*\Z"
)
"""What stands behind the last sentence. Matches the "AFP" of "It rained. AFP", not a sentence."""

_LEAD = re.compile(r"[^\W\d_]{2,20}\s*:\s*")
"""One word with a colon before whom a last line credits, in a language without lexicon. Matches the
"Källa: " of "Källa: Reuters", not "At 10:30"."""

_LINE_END = re.compile(r"[.!?;\n)\]|]")  # matches the end of the part of a line that names one creditor
_NAME = re.compile(r"(?:[A-Z][\w'’&.-]*\w|[A-Z])(?:\s+(?:of|the|and|&|[A-Z0-9][\w'’&.-]*\w|[A-Z]))*")
"""A proper name at the beginning of what follows a lead. Matches "Daily Foo", not "his own words"."""

_DATE_BEHIND = re.compile(
    r"\s*[,(]\s*(?:\d{1,2}\b|\w+ \d{1,2}\b)"
)  # matches ", 11 December", not ", a paper"


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A credit line: whom it names, as an outlet of the table or by a name, and the words that prove it."""

    kind: CreditKind
    span: Span | None
    outlet: Outlet | None = None
    name: str = ""
    shown: str = ""


class CreditLines:
    """The credit lines of one article."""

    def __init__(self, annotated: Annotated, vocabulary: Vocabulary) -> None:
        self.article = annotated.article
        self.text = annotated.article.text
        self.vocabulary = vocabulary

    def found(self) -> Iterator[Found]:
        """Yield all of them."""
        yield from self._datelines()
        yield from self._byline()
        yield from self._led()
        yield from self._origin()
        yield from self._contributed()
        yield from self._last_line()

    def _datelines(self) -> Iterator[Found]:
        for pattern in (_DATELINE, _DATED_LINE, _BARE_DATELINE):
            for line in pattern.finditer(self.text):
                words = _WHERE_WORD.findall(line["where"])
                if not any(word[0].islower() for word in words):
                    span = Span(line.start("agency"), line.end("agency"))
                    yield from self._outlets(CreditKind.DATELINE, span, whole=True)

    def _byline(self) -> Iterator[Found]:
        """Yield the outlets of the byline; "Petra" in "Petra Berg" is a person and no agency."""
        byline = self.article.byline or ""
        words = list(BARE_WORD.finditer(byline))
        for match in self.vocabulary.table.find([word[0] for word in words]):
            before = words[match.start - 1] if match.start else None
            behind = words[match.end] if match.end < len(words) else None
            inside = match.end - match.start == 1 and any(
                _makes_one_name(word, words[match.start], self.vocabulary)
                for word in (before, behind)
                if word
            )
            if len(match.outlets) == 1 and not inside:
                yield Found(kind=CreditKind.BYLINE, span=None, outlet=match.outlets[0], shown=byline)

    def _led(self) -> Iterator[Found]:
        """Yield what stands behind a lead: "Source: ...", "Read the full article at ..."."""
        credit = self.vocabulary.credit
        groups = (
            (CreditKind.READ_MORE, credit.read_more, ""),
            (CreditKind.CLOSING_LINE, credit.closing, ":"),
            (CreditKind.BYLINE, credit.byline, ""),
        )
        for kind, leads, mark in groups:
            if not leads:
                continue
            for lead in _pattern(leads, mark).finditer(self.text):
                span = self._stretch(lead.end())
                found = list(self._outlets(kind, span))
                yield from found
                if not found and kind is not CreditKind.BYLINE:
                    yield from self._unknown(kind, span)

    def _stretch(self, start: int) -> Span:
        stretch = self.text[start : start + _STRETCH]
        address = BARE_HOST.match(stretch.lstrip(" :"))
        if address:
            return Span(start, start + stretch.index(address[0]) + len(address[0]))
        end = _LINE_END.search(stretch)
        return Span(start, start + (end.start() if end else len(stretch)))

    def _origin(self) -> Iterator[Found]:
        """Yield the outlet that a text says it is from, in its first words."""
        origin = self.vocabulary.credit.origin
        lead = _pattern(origin, "").match(self.text) if origin else None
        if lead:
            span = self._stretch(lead.end())
            name = _NAME.match(self.text, lead.end())
            if name and _DATE_BEHIND.match(self.text, name.end()):
                place = Span(name.start(), name.end())
                yield from list(self._outlets(CreditKind.BYLINE, place)) or list(
                    self._unknown(CreditKind.BYLINE, place)
                )
            elif "\n" in self.text[span.end : span.end + 1]:
                yield from self._outlets(CreditKind.BYLINE, span, whole=True)

    def _contributed(self) -> Iterator[Found]:
        """Yield the outlet for which somebody contributed; the article's own is left out by the caller."""
        credit = self.vocabulary.credit
        if not credit.contributed:
            return
        for phrase in _pattern(credit.contributed, "", inside=True).finditer(self.text):
            span = self._stretch(phrase.end())
            yield from self._outlets(CreditKind.BYLINE, span)
            line = max(self.text.rfind(mark, 0, phrase.start()) for mark in (". ", "\n", "("))
            yield from self._outlets(CreditKind.BYLINE, Span(line + 1, phrase.start()))

    def _last_line(self) -> Iterator[Found]:
        end = len(self.text.rstrip())
        line = _LAST_LINE.search(self.text, max(0, end - _STRETCH), end)
        if line:
            is_unread = lexicon_of(self.article.language or self.vocabulary.language) is None
            lead = _LEAD.match(self.text, line.start("name"), line.end("name")) if is_unread else None
            start = lead.end() if lead else line.start("name")
            yield from self._outlets(CreditKind.CLOSING_LINE, Span(start, line.end("name")), whole=True)

    def _outlets(self, kind: CreditKind, span: Span, *, whole: bool = False) -> Iterator[Found]:
        """Yield the outlets of the table in a stretch; with `whole`, only when nothing else stands in it."""
        words = list(BARE_WORD.finditer(self.text[span.start : span.end]))
        matches = self.vocabulary.table.find([word[0] for word in words])
        if whole and (len(matches) != 1 or matches[0].end - matches[0].start != len(words)):
            return
        for match in matches:
            place = Span(span.start + words[match.start].start(), span.start + words[match.end - 1].end())
            if len(match.outlets) == 1:
                yield Found(kind=kind, span=place, outlet=match.outlets[0])
        if not matches:
            yield from self._addresses(kind, span)

    def _addresses(self, kind: CreditKind, span: Span) -> Iterator[Found]:
        for address in BARE_HOST.finditer(self.text[span.start : span.end]):
            outlet = self.vocabulary.table.by_host(address[1].lower())
            place = Span(span.start + address.start(), span.start + address.end())
            if outlet:
                yield Found(kind=kind, span=place, outlet=outlet)

    def _unknown(self, kind: CreditKind, span: Span) -> Iterator[Found]:
        stretch = self.text[span.start : span.end]
        name = BARE_HOST.search(stretch) or _NAME.match(stretch.lstrip(" :"))
        if name:
            start = span.start + stretch.index(name[0])
            yield Found(kind=kind, span=Span(start, start + len(name[0])), name=name[0])


@lru_cache(maxsize=64)
def _pattern(leads: Sequence[str], mark: str, *, inside: bool = False) -> re.Pattern[str]:
    """Return a pattern of the leads at the head of a line or sentence, longest first."""
    words = "|".join(
        r"\s+".join(map(re.escape, lead.split())) for lead in sorted(leads, key=len, reverse=True)
    )
    begin = r"\b" if inside else _ENDS
    return re.compile(rf"{begin}(?:{words})\b\s*{mark if mark else ':?'}\s*", re.IGNORECASE)


def _makes_one_name(word: re.Match[str], outlet: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a word beside an outlet's name makes one name with it; "staff" or "reporter" does not."""
    first, second = sorted((word, outlet), key=lambda one: one.start())
    between = word.string[first.end() : second.start()]
    name_like = word[0][:1].isupper() and word[0].lower() not in vocabulary.nouns.reporter
    return name_like and not outlet[0].isupper() and not between.strip()
