"""Which candidates are attributions: the lexicon decides, and one cue puts forward one content."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ondit.attribute.candidate import Candidate
from ondit.attribute.nouns import adjective_candidates, noun_candidates
from ondit.attribute.tree import Tree
from ondit.attribute.verbs import verb_candidates
from ondit.languages.lexicon import Cue, Frame

CueTable = Mapping[tuple[str, str], Sequence[Cue]]
"""The lexicon's cues by lemma and part of speech."""

_RANK = {
    frame: rank for rank, frame in enumerate((Frame.CLAUSE, Frame.QUOTATION, Frame.INFINITIVE, Frame.HOST))
}
"""Constructions that win over all others of the same cue. Among the rest the longest content wins."""

_PROPOSERS = {
    "VERB": verb_candidates,
    "NOUN": noun_candidates,
    "ADJ": adjective_candidates,
}


def cue_table(cues: Iterable[Cue]) -> CueTable:
    """Return the cues by lemma and part of speech."""
    table: dict[tuple[str, str], list[Cue]] = {}
    for cue in cues:
        table.setdefault((cue.lemma, cue.pos), []).append(cue)
    return table


def chosen(tree: Tree, cues: CueTable) -> Iterator[tuple[Candidate, Cue]]:
    """Yield the best candidate of every cue of a sentence, in text order, with its entry."""
    for position, token in enumerate(tree.tokens):
        propose = _PROPOSERS.get(token.pos)
        entries = _entries(tree, position, cues) if propose else ()
        if not propose or not entries:
            continue
        fitting = [
            (candidate, entry)
            for candidate in propose(tree, position)
            if candidate.content and (entry := _entry_for(candidate, entries)) is not None
        ]
        if fitting:
            yield min(fitting, key=lambda pair: (_RANK.get(pair[0].frame, len(_RANK)), -len(pair[0].content)))


def _entries(tree: Tree, position: int, cues: CueTable) -> Sequence[Cue]:
    token = tree.tokens[position]
    particle = tree.child(position, "prt")
    if particle is not None:
        phrasal = cues.get((f"{token.lemma} {tree.lower[particle]}", token.pos))
        if phrasal:
            return phrasal
    return cues.get((token.lemma, token.pos), ())


def _entry_for(candidate: Candidate, entries: Sequence[Cue]) -> Cue | None:
    return next((entry for entry in entries if _licensed(candidate, entry)), None)


def _licensed(candidate: Candidate, entry: Cue) -> bool:
    frames = entry.passive if candidate.passive else entry.frames
    if candidate.frame in {Frame.HOST, Frame.QUOTATION}:
        return Frame.CLAUSE in frames or candidate.frame in frames
    if candidate.frame is Frame.PREPOSITION and candidate.link not in entry.links:
        return False
    return candidate.frame in frames
