"""What the answers for one item count for.

A mention is right when the system calls its source by one of the entity's names *and* gives it the id that it
gives the entity elsewhere in the item. Counts are those of eval/score/scoring.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from eval.marks.records import Grade
from eval.meant.answers import Answer, Answers
from eval.meant.entities import Form, Meanings, Mention, name_words
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
        if answer and one.form.is_short and not gold.is_single(one):
            counts["grade"].append(answer.grade is one.grade)
            counts[f"recall, grade: {one.grade.value}"].append(answer.grade is one.grade)
    return {
        **{name: share(values) for name, values in counts.items()},
        "mentions of one entity (B-cubed)": b_cubed(gold, answers),
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
    ids = ids_of(gold, answers)
    result: dict[int, bool] = {}
    for one in gold.mentions:
        answer = answers.get(one.number)
        if answer is None:
            result[one.number] = False
        elif one.grade is Grade.OPEN:
            result[one.number] = answer.grade is Grade.OPEN
        else:
            met = [_meets(gold, name, one, answer, ids) for name in one.entities]
            result[one.number] = all(met) and len(answer.ids) == len(met)
    return result


def ids_of(gold: Meanings, answers: Answers) -> dict[str, str]:
    """Return the id that the system gives each entity: that of its first named mention which is called right,
    without any that of its first described one, then of a short one.

    No id serves two entities, but a spokesman or a document may have that of the body behind.
    """
    ids: dict[str, str] = {}
    for one in sorted(gold.mentions, key=lambda mention: list(Form).index(mention.form)):
        answer = answers.get(one.number)
        if not answer or one.grade is Grade.OPEN or len(one.entities) > 1 or len(answer.ids) != 1:
            continue
        name, first = one.entities[0], answer.ids[0]
        free = all(id_ != first or gold.are_related(name, other) for other, id_ in ids.items())
        if name not in ids and free and _is_called(gold, name, one, answer.names[0]):
            ids[name] = first
    return ids


def _meets(gold: Meanings, name: str, mention: Mention, answer: Answer, ids: Mapping[str, str]) -> bool:
    """Tell whether one of the sources of an answer is the entity: its id, and one of its names."""
    return any(
        _is_called(gold, name, mention, called) and ids.get(name, id_) == id_
        for id_, called in zip(answer.ids, answer.names, strict=True)
        if all(id_ != taken or gold.are_related(name, other) for other, taken in ids.items())
    )


def _is_called(gold: Meanings, name: str, mention: Mention, called: str) -> bool:
    """Tell whether a name means the entity or the body behind it. For one who has a name, the mention's own
    words are no answer unless they are that name."""
    entity = gold.entities[name]
    if entity.behind and gold.entities[entity.behind].is_called(called):
        return True
    repeats = mention.form.is_short and not (entity.is_described or entity.has_anchor)
    return entity.is_called(called) and not (repeats and name_words(called) == name_words(mention.words))


def share(values: Sequence[bool]) -> Count:
    """Return the count of an accuracy: so many right of so many."""
    return (0, 0, sum(values), len(values))


def b_cubed(gold: Meanings, answers: Answers) -> Count:
    """Return the count of B-cubed precision and recall of the mentions that mean one entity.

    A spokesman or a document that is given as the body behind counts as that body. Source: A. Bagga and
    B. Baldwin, "Algorithms for scoring coreference chains", 1998.
    """
    ids = ids_of(gold, answers)
    pairs: list[tuple[str, tuple[str, ...]]] = []
    for one in gold.mentions:
        if one.grade is Grade.OPEN or len(one.entities) > 1 or one.number not in answers:
            continue
        name, given = one.entities[0], answers[one.number].ids[:1]
        behind = gold.entities[name].behind
        pairs.append((behind if behind and ids.get(behind) in given else name, given or (str(one.number),)))
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
