"""What the answers for one item count for.

A mention is right when the system calls its source by one of the entity's names *and* gives it the id that it
gives the entity elsewhere in the item. Counts are those of eval/score/scoring.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from eval.meant.answers import Answer, Answers
from eval.meant.entities import Entity, Form, Meanings, Mention, name_words
from eval.marks.records import Grade
from eval.score.scoring import Count, Counts


def score_meanings(gold: Meanings, answers: Answers) -> Counts:
    """Return the counts of one item where every mention is given to the system."""
    right = rights(gold, answers)
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for one in gold.mentions:
        if one.grade is not Grade.OPEN:
            for name in _figures_of(one.form):
                counts[name].append(right[one.number])
        answer = answers.get(one.number)
        if answer and one.form.is_short:
            counts["grade"].append(answer.grade is one.grade)
            counts[f"recall, grade: {one.grade.value}"].append(answer.grade is one.grade)
    return {
        **{name: share(values) for name, values in counts.items()},
        "mentions of one entity (B-cubed)": b_cubed(gold.mentions, answers),
    }


def score_reading(gold: Meanings, answers: Answers) -> Counts:
    """Return the counts of one item that the system reads for itself: with the mentions that it finds."""
    right = rights(gold, answers)
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for one in gold.mentions:
        counts["read: mentions found"].append(one.number in answers)
        if one.grade is Grade.OPEN:
            continue
        kind = "short forms and pronouns" if one.form.is_short else "named and described"
        counts[f"read: {kind}, of all"].append(right[one.number])
        if one.number in answers:
            counts[f"read: {kind}, of those found"].append(right[one.number])
    return {name: share(values) for name, values in counts.items()}


def rights(gold: Meanings, answers: Answers) -> dict[int, bool]:
    """Tell for every mention, by number, whether its entity is right; one that is not found is not, an open
    one when it is left open."""
    ids = _ids_of(gold, answers)
    result: dict[int, bool] = {}
    for one in gold.mentions:
        answer = answers.get(one.number)
        if answer is None:
            result[one.number] = False
        elif one.grade is Grade.OPEN:
            result[one.number] = answer.grade is Grade.OPEN
        else:
            wanted = {ids.get(name) for name in one.entities}
            called = all(_is_called(gold.entities[name], one, answer) for name in one.entities)
            result[one.number] = called and wanted == set(answer.ids)
    return result


def share(values: Sequence[bool]) -> Count:
    """Return the count of an accuracy: so many right of so many."""
    return (0, 0, sum(values), len(values))


def b_cubed(mentions: Sequence[Mention], answers: Answers) -> Count:
    """Return the count of B-cubed precision and recall of the mentions that mean one entity for certain.

    Source: A. Bagga and B. Baldwin, "Algorithms for scoring coreference chains", 1998.
    """
    pairs = [
        (one.entities[0], answers[one.number].ids[:1] or (str(one.number),))
        for one in mentions
        if one.grade is not Grade.OPEN and len(one.entities) == 1 and one.number in answers
    ]
    precision = recall = 0.0
    for entity, source in pairs:
        both = sum(pair == (entity, source) for pair in pairs)
        precision += both / sum(other == source for _, other in pairs)
        recall += both / sum(other == entity for other, _ in pairs)
    return (precision, len(pairs), recall, len(pairs))


def _figures_of(form: Form) -> Iterator[str]:
    if form is Form.NAMED:
        yield "named"
    elif form is Form.DESCRIBED:
        yield "described for the first time"
    else:
        yield "short forms and pronouns"
        yield f"recall, {form.value}"


def _ids_of(gold: Meanings, answers: Answers) -> Mapping[str, str]:
    """Return the id that the system gives each entity: that of its first named or described mention which is
    called right, else of its first such mention at all. No id serves two entities."""
    ids: dict[str, str] = {}
    for one in sorted(gold.mentions, key=lambda mention: mention.form.is_short):
        answer = answers.get(one.number)
        if not answer or len(one.entities) > 1 or not answer.ids:
            continue
        name, (first, *_) = one.entities[0], answer.ids
        if name not in ids and first not in ids.values() and _is_called(gold.entities[name], one, answer):
            ids[name] = first
    return ids


def _is_called(entity: Entity, mention: Mention, answer: Answer) -> bool:
    """Tell whether the answer names the entity; the mention's own words are no answer for a short form that
    nothing but itself explains."""
    unexplained = mention.form.is_short and not entity.has_anchor
    return any(
        entity.is_called(name) and not (unexplained and name_words(name) == name_words(mention.words))
        for name in answer.names
    )
