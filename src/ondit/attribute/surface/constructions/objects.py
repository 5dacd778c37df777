"""Contents without a clause: "X dementiert P", "X опроверг P"."""

from ondit.attribute.surface.appositions import with_closed_apposition
from ondit.attribute.surface.constructions.speakers import leads_to_source, subject
from ondit.attribute.surface.line import Line, Stretch
from ondit.attribute.surface.sketch import Sketch
from ondit.attribute.surface.source_before import before, run_before
from ondit.attribute.surface.source_behind import after
from ondit.attribute.surface.stretches import body, can_be_source, pieces, skipped, trimmed
from ondit.languages.surface import Order


def bare_object(line: Line, sketch: Sketch, gap: Stretch) -> bool:
    """ "X dementiert P", "X hat P dementiert", "X опроверг P": a noun phrase is the content."""
    if not sketch.saying.bare:
        return False
    start, stop = sketch.cue[0][0], sketch.cue[-1][1]
    source = subject(line, start)
    if source and line.at(line.rules.echo, source[0]) == source[1] - source[0]:
        return False  # "*Das* bestätigte der Verein" takes up what was said before
    inner, object_ = _parted(line, trimmed(line, gap))
    led = any(leads_to_source(one) and one.stop < start for one in line.anchors)
    if source is None and led and inner[0] < inner[1] and can_be_source(line, inner):
        sketch.source, sketch.content = inner, pieces(line, *object_)
        sketch.echoes = not sketch.content
        return True
    behind = gap[0] >= gap[1] or _is_adverbial(line, gap)
    content = body(line, (stop, clause_end(line, stop))) if behind else gap
    if source is None and line.rules.surface.orders[0] is Order.CUE_SOURCE_CONTENT:
        source = with_closed_apposition(line, after(line, stop))
        content = body(line, (source[1], clause_end(line, source[1])))
        if content[0] >= content[1] and gap[0] >= gap[1] and (split := _second_noun(line, source)):
            source, content = (source[0], split), (split, source[1])
    if content[0] >= content[1] and gap[0] >= gap[1]:
        source, content = _object_before(line, start)
    rest = [] if behind else _named_as(line, stop) or _governed(line, stop)
    silent = source is None or source[0] >= source[1]
    carries = silent and (sketch.joined or _goes_on(line, start, content))
    if content[0] >= content[1] or (not carries and (source is None or source[0] >= source[1])):
        return False
    sketch.source, sketch.carries, sketch.content = None if carries else source, carries, [content, *rest]
    return True


def _is_adverbial(line: Line, gap: Stretch) -> bool:
    """Tell whether a cue's parts stand apart for an adverbial alone, the last being a preposition: "drohte
    | am Mittwoch | mit P"."""
    leads = line.at(line.rules.adverbs, gap[0]) or line.low[gap[0]] in line.rules.prepositions
    return bool(leads) and line.low[gap[1]] in line.rules.prepositions


def _goes_on(line: Line, cue: int, content: Stretch) -> bool:
    """Tell whether a cue that opens a sentence has the subject of the one before, as its object can be no
    subject: "Prometió | abrir los archivos"."""
    if not line.rules.surface.carries or content[0] >= content[1] or skipped(line, 0) < cue:
        return False
    first = content[0]
    named = line.low[first] in line.rules.articles or line.is_source_noun(first) or line.is_capital(first)
    return line.rules.cased and not named and line.quoted[first] is None


def _named_as(line: Line, stop: int) -> list[Stretch]:
    """Return what something is called, behind the last word of a cue: "bezeichnete P als | *Lüge*"."""
    begins = (line.rules.starts, line.rules.contrasts, line.rules.adverbs, line.rules.ends)
    if stop >= len(line) or line.is_mark(stop) or any(line.at(table, stop) for table in begins):
        return []
    return pieces(line, stop, clause_end(line, stop))


def _governed(line: Line, comma: int) -> list[Stretch]:
    """Return the clause that goes on with an object behind its cue: "forderte beide Armeen auf, | *die Laster
    durchzulassen*"; none where another clause begins."""
    begins = (line.rules.starts, line.rules.contrasts, line.rules.as_words)
    if not line.is_comma(comma) or any(line.at(table, comma + 1) for table in begins):
        return []
    return pieces(line, comma, clause_end(line, comma + 1))


def _second_noun(line: Line, source: Stretch) -> int | None:
    """Return where the last noun for somebody begins in "X | Y ...": the object of an accusing cue."""
    nouns = [at for at in range(source[0] + 1, source[1]) if line.is_source_noun(at)]
    return nouns[-1] if nouns else None


def _parted(line: Line, gap: Stretch) -> tuple[Stretch, Stretch]:
    """Part who denies from what he denies, between the parts of a cue: "hat Kellmann | *den Bericht*
    dementiert"; the article of a genitive parts nothing."""
    own = line.rules.articles - line.rules.belongs
    at = next((at for at in range(gap[0] + 1, gap[1]) if line.low[at] in own), gap[1])
    return (gap[0], at), (at, gap[1])


def _object_before(line: Line, cue: int) -> tuple[Stretch | None, Stretch]:
    """Return source and content where the object stands between them ("Компания X, ..., сообщения отрицает"):
    the words before the cue, and those at the head of the sentence before its first comma."""
    content = run_before(line, cue)
    comma = next((at for at in range(content[0]) if line.is_comma(at)), None)
    return (before(line, comma) if comma is not None else None), content


def clause_end(line: Line, place: int) -> int:
    """Return where the first mark outside quotations ends a clause."""
    for at in range(place, len(line)):
        if line.is_mark(at) and line.quoted[at] is None:
            return at
    return len(line)
