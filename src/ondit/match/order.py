"""Which of two articles came first, and whether one gives the other credit."""

from datetime import UTC, datetime

from ondit.model.claim import Moment
from ondit.model.reading import Reading
from ondit.model.source import OutletKind

_AGENCIES = frozenset({OutletKind.WIRE, OutletKind.STATE_AGENCY})
_NEVER = datetime.max.replace(tzinfo=UTC)


def reading_time(reading: Reading) -> Moment:
    """Return the sort key of publication: by the latest moment it can mean, undated articles last.

    Where that settles nothing an agency's text comes first, because agencies are there to be copied; then
    the longer text: a copy is cut more often than it is added to.
    """
    interval = reading.article.published_interval
    start, end = (interval.start, interval.end) if interval else (_NEVER, _NEVER)
    return end, start, not _is_agency(reading), -len(reading.article.text), reading.id


def is_settled(reading: Reading, other: Reading) -> bool:
    """Tell whether the times of two articles settle which came first."""
    first, second = reading.article.published_interval, other.article.published_interval
    return bool(first and second and (first.surely_before(second) or first.surely_after(second)))


def comes_before(reading: Reading, other: Reading) -> bool:
    """Tell whether an article is held to be earlier than another: by time, else by credit, else an agency's
    text, else by `reading_time`."""
    if not is_settled(reading, other):
        given, taken = _names_outlet(other, reading), _names_outlet(reading, other)
        if given != taken:
            return given
        if _is_agency(reading) != _is_agency(other):
            return _is_agency(reading)
    return reading_time(reading) < reading_time(other)


def gives_credit(later: Reading, earlier: Reading) -> bool:
    """Tell whether the later article credits the earlier one's outlet, or both credit the same outlet."""
    return _names_outlet(later, earlier) or bool(_credited_outlets(later) & _credited_outlets(earlier))


def _is_agency(reading: Reading) -> bool:
    outlet = reading.resolved.outlet
    return outlet is not None and outlet.outlet_kind in _AGENCIES


def _names_outlet(reading: Reading, other: Reading) -> bool:
    outlet = other.resolved.outlet
    if outlet is None:
        return False
    named: set[str | None] = {one.source_id for one in reading.resolved.credits}
    named |= {one.source_id for one in reading.resolved.attributions}
    own = reading.resolved.outlet
    return outlet.id in named and not (own and own.id == outlet.id)


def _credited_outlets(reading: Reading) -> set[str]:
    credited: set[str] = {one.source_id for one in reading.resolved.credits}
    return {source.id for source in reading.resolved.sources if source.outlet_id and source.id in credited}
