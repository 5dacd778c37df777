"""Printing what is wrong in the traces of the part that may be looked at."""

from collections.abc import Iterable, Sequence

import click

from eval.marks.case_marks import Case
from eval.score.tally import figures
from eval.traced.answered import Answered, several
from eval.traced.edges import given_edges, wanted_edges
from eval.traced.names import Names
from eval.traced.scoring import score_case


def print_case_errors(cases: Iterable[tuple[Case, Answered]]) -> None:
    """Print, story by story, the figures and whatever is missed or added."""
    for case, answer in cases:
        rows = ", ".join(f"{one.name} {one.value:.0f}" for one in figures([score_case(case, answer)]))
        click.echo(f"\n{case.story}: {rows}")
        for line in _wrong(case, answer):
            click.echo(f"  {line}")


def _wrong(case: Case, answer: Answered) -> Iterable[str]:
    names, gold = Names(case), case.gold
    wanted = wanted_edges(case, names)
    given = given_edges(answer.edges, wanted, names)
    yield from (f"missed edge: {taker} <- {giver}" for taker, giver in sorted(wanted.must - given))
    for taker, giver in sorted(given - wanted.must):
        if (taker, giver) not in wanted.free:
            yield f"false edge: {taker} <- {giver}"
        elif (taker, giver) in wanted.context:
            yield f"edge of the context: {taker} <- {giver}"
    yield from _apart("carrier", set(gold.carriers), set(answer.carriers))
    yield from _apart(
        "copy",
        {" ".join(sorted((one.taker, one.giver))) for one in gold.copies},
        {" ".join(sorted(pair)) for pair in answer.copies},
    )
    marked = {names.key(one.name) for one in gold.origins}
    found = [{names.key(name) for name in one.names} & marked for one in answer.origins]
    yield from (f"missed origin: {name}" for name in sorted(marked.difference(*found)))
    for keys, origin in zip(found, answer.origins, strict=True):
        if not keys:
            yield f"false origin: {origin.names[0]} ({origin.kind})"
        elif not any(names.key(one.name) in keys and one.kind == origin.kind for one in gold.origins):
            yield f"kind of origin: {origin.names[0]} ({origin.kind})"
    if (answer.low, answer.high) != gold.independent_origins_range:
        yield f"range: {gold.independent_origins_range}, answered {(answer.low, answer.high)}"
    if not set(answer.first) & set(gold.first_published_any):
        yield f"first: {' '.join(gold.first_published_any)}, answered {' '.join(answer.first)}"
    yield from _apart(
        "denial", {names.key(one.who) for one in gold.denials}, set(map(names.key, answer.denials))
    )
    yield from _by_page(case, answer)


def _by_page(case: Case, answer: Answered) -> Iterable[str]:
    for page, voice in case.gold.hedge.items():
        if answer.voices.get(page) not in several(voice):
            yield f"voice: {page} {'/'.join(several(voice))}, answered {answer.voices.get(page)}"
    for page, value in case.gold.numbers.items():
        found = answer.numbers.get(page, ())
        if not set(several(value)) <= set(found):
            yield f"numbers: {page} {_listed(several(value))}, answered {_listed(found)}"


def _listed(values: Sequence[float]) -> str:
    return " ".join(f"{value:.12g}" for value in values)


def _apart(what: str, marked: set[str], found: set[str]) -> Iterable[str]:
    yield from (f"missed {what}: {one}" for one in sorted(marked - found))
    yield from (f"false {what}: {one}" for one in sorted(found - marked))
