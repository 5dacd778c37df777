"""Who has it from whom within one article: the chain of an attribution and its parents, in words."""

from collections.abc import Iterable

from ondit.model.attribution import Attribution
from ondit.model.reading import Reading
from ondit.model.span import Span
from ondit.present import wording
from ondit.present.visible import cut, one_line

_MOST_WORDS = 60  # code points of a source in a chain; descriptions may run over whole clauses


def chain(reading: Reading, attribution: Attribution) -> str:
    """Return who has it from whom for one attribution: "RT ‹ RIA Novosti ‹ “a source in Syria”"."""
    return " ‹ ".join(links(reading, attribution))


def links(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """Return the links of the chain of an attribution, the article's outlet first."""
    names = [_source(reading, one) for one in ancestry(reading, attribution)]
    own = reading.resolved.outlet
    outlet = own.name if own else reading.article.outlet
    if outlet and one_line(outlet) != names[-1]:
        names.append(cut(outlet, _MOST_WORDS))
    return tuple(reversed(names))


def ancestry(reading: Reading, attribution: Attribution) -> tuple[Attribution, ...]:
    """Return the attribution, its parent, the parent's parent and so on, each once."""
    found = {attribution.id: attribution}
    parent = reading.attribution(attribution.parent)
    while parent is not None and parent.id not in found:
        found[parent.id] = parent
        parent = reading.attribution(parent.parent)
    return tuple(found.values())


def quoted_words(reading: Reading, spans: Iterable[Span]) -> str:
    """Return the words of spans on one line, with an ellipsis between pieces."""
    return " … ".join(one_line(reading.article.cut(span)) for span in spans)


def _source(reading: Reading, attribution: Attribution) -> str:
    """Return the words of the source, with whom they mean where that is another name."""
    words = quoted_words(reading, attribution.source)
    source = reading.source(attribution.source_id)
    if source is None:
        return cut(words, _MOST_WORDS) or wording.NOBODY_NAMED
    name = cut(wording.quoted(source.name, source.kind), _MOST_WORDS)
    same = not words or words.casefold() == one_line(source.name).casefold()
    return name if same else f"{name} (“{cut(words, _MOST_WORDS)}”)"
