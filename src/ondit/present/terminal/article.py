"""One article for the terminal: its attributions as a list (`read`) or in place (`show`)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ondit.model.attribution import Attribution
from ondit.model.reading import Reading
from ondit.model.source import Grade
from ondit.model.span import Part
from ondit.present import wording
from ondit.present.chains import chain, quoted_words
from ondit.present.dates import date
from ondit.present.terminal.screen import Screen, indented, phrase, render
from ondit.present.visible import one_line, visible

_SOURCE, _CUE, _CONTENT = "bold cyan", "italic yellow", "green"
_MARGIN = 34  # columns of the margin that holds the chips
_ROOMY = 80  # columns from which on the chips stand in a margin, not under the paragraph


def reading_text(reading: Reading, screen: Screen) -> str:
    """Return the attributions of one article, one under another: chain, cue, content."""
    return render(_listed(reading), screen)


def article_text(reading: Reading, screen: Screen) -> str:
    """Return one article with its attributions marked in place, their chains in the margin, and who is meant.

    Contents stand in ⟦numbered brackets⟧, so that nothing depends on colour.
    """
    return render(_shown(reading, screen), screen)


def _listed(reading: Reading) -> Iterator[RenderableType]:
    yield from _heading(reading)
    if not reading.resolved.attributions:
        yield "  no attribution found"
    for attribution in reading.resolved.attributions:
        flags = wording.factuality(attribution)
        yield indented(phrase((chain(reading, attribution), "bold cyan")), 2)
        words = phrase(
            "← ",
            (quoted_words(reading, attribution.cue) or "(no cue)", "italic yellow"),
            ": ",
            (quoted_words(reading, attribution.content), ""),
            (f"  [{flags}]" if flags else "", "magenta"),
        )
        yield indented(words, 4)
    yield ""


def _shown(reading: Reading, screen: Screen) -> Iterator[RenderableType]:
    yield from _heading(reading, with_title=False)
    attributions = reading.resolved.attributions
    numbers = {attribution.id: number for number, attribution in enumerate(attributions, 1)}
    for part in (Part.TITLE, Part.BODY):
        text = reading.article.part(part)
        chips: dict[int, list[Text]] = defaultdict(list)
        for attribution in attributions:
            places = [span for span in (*attribution.content, *attribution.cue) if span.part is part]
            if places:
                line = text.count("\n", 0, min(span.start for span in places))
                chips[line].append(_chip(reading, attribution, numbers[attribution.id], screen))
        yield from _paragraphs(_marked(reading, numbers, part), chips, screen)
    yield from _meant(reading, numbers, screen)


def _paragraphs(text: Text, chips: dict[int, list[Text]], screen: Screen) -> Iterator[RenderableType]:
    for number, paragraph in enumerate(text.split("\n", allow_blank=True)):
        if not paragraph.plain.strip() and not chips.get(number):
            continue
        margin = Text("\n").join(chips.get(number, []))
        if screen.width >= _ROOMY:
            table = Table.grid(padding=(0, 2, 0, 0), expand=True)
            table.add_column(ratio=1, overflow="fold")
            table.add_column(width=_MARGIN, overflow="fold")
            table.add_row(paragraph, margin)
            yield table
        else:
            yield paragraph
            yield indented(margin, 4)
        yield ""


def _marked(reading: Reading, numbers: dict[str, int], part: Part) -> Text:
    """Return one part of the article with every span styled and every content in numbered brackets."""
    text = reading.article.part(part)
    begins: dict[int, list[str]] = defaultdict(list)
    ends: dict[int, list[str]] = defaultdict(list)
    brackets: dict[int, str] = defaultdict(str)
    for attribution in reading.resolved.attributions:
        roles = {_SOURCE: attribution.source, _CUE: attribution.cue, _CONTENT: attribution.content}
        for style, spans in roles.items():
            for span in spans:
                if span.part is part:
                    begins[span.start].append(style)
                    ends[span.end].append(style)
        for span in attribution.content:
            if span.part is part:
                brackets[span.start] += f"⟦{numbers[attribution.id]} "
                brackets[span.end] = "⟧" + brackets[span.end]
    result = Text()
    styles: Counter[str] = Counter()
    for start, end in pairwise(sorted({0, len(text), *begins, *ends})):
        styles.update(begins[start])
        styles.subtract(ends[start])
        result.append(brackets[start], "dim")
        result.append(visible(text[start:end]), " ".join(sorted(+styles)))
    result.append(brackets[len(text)], "dim")
    return result


def _chip(reading: Reading, attribution: Attribution, number: int, screen: Screen) -> Text:
    flags = wording.factuality(attribution)
    return phrase(
        (f"{number} ", "dim"),
        (chain(reading, attribution), "cyan"),
        (f" [{flags}]" if flags else "", "magenta"),
        (f"\n{attribution.id}" if screen.ids else "", "dim"),
    )


def _meant(reading: Reading, numbers: dict[str, int], screen: Screen) -> Iterator[RenderableType]:
    named = {source_id for one in reading.resolved.attributions for source_id in _meant_by(one)}
    sources = [source for source in reading.resolved.sources if source.id in named]
    if not sources:
        return
    yield phrase(("Who is meant", "bold underline"))
    for source in sources:
        meant = [one for one in reading.resolved.attributions if source.id in _meant_by(one)]
        line = phrase((wording.quoted(source.name, source.kind), "bold"), f", {source.kind.value}")
        line.append(f", in {', '.join(str(numbers[one.id]) for one in meant)}", "dim")
        line.append(f"\n{source.id}" if screen.ids else "", "dim")
        whys = {one.source_why for one in meant}
        for reason in source.reasons:
            if reason not in whys:
                line.append(f"\n{one_line(reason)}", "italic")
        for one in meant:
            if one.source_why:
                sure = "" if one.source_grade is Grade.CERTAIN else f" ({one.source_grade.value})"
                line.append(f"\n{numbers[one.id]}: {one_line(one.source_why)}{sure}", "italic")
        yield indented(line, 4, first="  • ")


def _meant_by(attribution: Attribution) -> set[str | None]:
    """Return the ids of all sources that an attribution means."""
    return {attribution.source_id, *attribution.other_source_ids}


def _heading(reading: Reading, *, with_title: bool = True) -> Iterator[RenderableType]:
    article, outlet = reading.article, reading.resolved.outlet
    named = ", ".join((reading.outlet or "unknown outlet", date(article.published), article.id))
    yield phrase((one_line(named), "bold"))
    if outlet and outlet.imitates:
        yield phrase((f"! {one_line(outlet.reasons[-1])}", "bold red"))
    if with_title and article.title:
        yield phrase((one_line(article.title), "italic"))
    if not with_title:
        yield ""
