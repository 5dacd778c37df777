"""Sources set apart by punctuation: "Minister: P", "P - FT", "P, media report", and speakers' labels.

The parse of a headline is unreliable, so these rules go by words and marks alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Factuality
from ondit.attribute.scene import Rules
from ondit.attribute.speaking import PartReader
from ondit.languages.lexicon import Cue, Frame
from ondit.model.annotation import Sentence, Token
from ondit.model.attribution import Certainty, Distance, Polarity
from ondit.model.span import SpanIndex, hull, merged, share_text, trimmed, without

LONGEST_LABEL = 8
"""Tokens of a source that stands before a colon or behind a dash. Longer ones are clauses."""

_LONGEST_NAME = 3
"""Capitalised words before a colon that are a name whatever the parser takes them for."""

_SHORTEST = 3
"""Tokens of a headline that has a source at one end: source, mark, content."""

_DASHES = frozenset({"-", "–", "—"})
_LABEL_POS = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "PART", "NUM", "CCONJ"})
_TRIM = " \t\n.,:;-–—|"


def headline_drafts(
    title: PartReader, known: frozenset[str], own: frozenset[str], rules: Rules
) -> Iterator[Draft]:
    """Yield the source that stands at an end of a headline.

    `known` are the words of the sources that the body names, in lower case: evidence that a name before a
    colon is no topic. `own` are the words of the article's own outlet, which is no source of itself: where
    it is not known, a name behind a dash may be just that.
    """
    sentences, text = title.sentences, title.text
    tokens = [token for _, sentence in sentences for token in sentence.tokens]
    if len(tokens) < _SHORTEST:
        return
    place = sentences[0][0]
    for cue, source, content, entry in _labels(tokens, rules, known, own):
        spans = hull([one.span for one in content])
        yield Draft(
            sentence=place,
            source=(hull([one.span for one in source]),),
            cue=(hull([one.span for one in cue]),),
            content=(trimmed(spans, text, _TRIM),),
            factuality=_factuality(content, entry, rules),
        )


def clear_of(drafts: Sequence[Draft], labels: Sequence[Draft], text: str) -> list[Draft]:
    """Return the drafts without the labels in their contents: B of "A says B - report" ends before the dash.

    A label that is what a draft has found itself, by the parse, stays. `text` is that of the headline.
    """
    holes = [hull((*label.cue, *label.source)) for label in labels]
    cleared = []
    for draft in drafts:
        if any(share_text(draft.cue, label.source) for label in labels):
            continue  # "P, claims report": the parse has the claims report
        pieces = [piece for span in draft.content for piece in without(span, holes)]
        content = merged(trimmed(piece, text, _TRIM) for piece in pieces)
        changed = replace(draft, content=tuple(one for one in content if len(one)))
        cleared.append(changed if pieces != list(draft.content) and changed.content else draft)
    return cleared


def label_drafts(body: PartReader, rules: Rules) -> Iterator[Draft]:
    """Yield the speakers that stand before a colon at the start of a paragraph of the body.

    A label counts when quoted words follow it, or when it is the label of several paragraphs.
    """
    paragraphs: dict[int, list[tuple[int, Sentence]]] = {}
    for place, sentence in body.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append((place, sentence))
    labelled = []
    for members in paragraphs.values():
        tokens = members[0][1].tokens
        colon = _colon(tokens)
        rest = (
            [*tokens[colon + 1 :], *(token for _, one in members[1:] for token in one.tokens)]
            if colon
            else []
        )
        if colon and rest and _is_speaker(tokens[:colon], rules):
            labelled.append((members[0][0], tokens[:colon], tokens[colon], rest))
    often = Counter(label[0].text for _, label, _, _ in labelled)
    quoted = SpanIndex(one.span for one in body.quotations)
    for place, label, colon_token, rest in labelled:
        if often[label[0].text] > 1 or quoted.at(rest[0].span) is not None:
            content = trimmed(hull([one.span for one in rest]), body.text)
            yield Draft(
                sentence=place,
                source=(hull([one.span for one in label]),),
                cue=(colon_token.span,),
                content=(content,),
                factuality=_factuality(rest, None, rules),
            )


_Label = tuple[Sequence[Token], Sequence[Token], Sequence[Token], Cue | None]
"""Cue, source and content of what may be a source at an end of a headline, and the cue's entry."""


def _labels(
    tokens: Sequence[Token], rules: Rules, known: frozenset[str], own: frozenset[str]
) -> Iterator[_Label]:
    """Yield the source at an end of a headline, and the one within what it says: "Report: P, agent says"."""
    found = next(_ends(tokens, rules, known, own), None) if len(tokens) >= _SHORTEST else None
    if found is not None:
        yield found
        yield from _labels(found[2], rules, known, own)


def _ends(
    tokens: Sequence[Token], rules: Rules, known: frozenset[str], own: frozenset[str]
) -> Iterator[_Label]:
    """Yield what may be a source at an end of a headline."""
    colon = _colon(tokens)
    if colon and _is_speaker(tokens[:colon], rules):
        label = tokens[:colon]
        genre = len(label) == 1 and label[0].text.lower() in rules.words.genres
        if not genre and (_is_voice(label, rules) or _is_known(label, known)):
            yield tokens[colon : colon + 1], label, tokens[colon + 1 :], None
    for mark in range(len(tokens) - 2, max(1, len(tokens) - LONGEST_LABEL), -1):
        tail, before = tokens[mark + 1 :], tokens[:mark]
        colon = tokens[mark].text == ":"
        apart = colon or (tokens[mark].text in _DASHES and tokens[mark].span.gap(tokens[mark - 1].span))
        named = _closes(before, tail) if colon else (bool(own) and _are_names(tail))
        voiced = _is_label(tail, rules) and (_is_voice(tail, rules) or _is_known(tail, known) or named)
        if apart and (voiced or (colon and named)) and not _is_own(tail, own):
            yield tokens[mark : mark + 1], tail, before, None
        if tokens[mark].text == "," and (found := _says(tail, rules)) is not None:
            cue, source, entry = found
            yield cue, source, tokens[:mark], entry


def _are_names(tokens: Sequence[Token]) -> bool:
    named = all(token.text[:1].isupper() or token.text in _DASHES for token in tokens)
    return named and tokens[0].text not in _DASHES


def _closes(before: Sequence[Token], tail: Sequence[Token]) -> bool:
    """Tell whether a name behind a colon says the sentence before: "Treaty is dead: Holt".

    Where all words of a headline have capitals, these tell nothing.
    """
    finite = any(token.tag in {"VBZ", "VBD", "VBP", "MD", "TO"} for token in before)
    telling = any(token.text.islower() for token in before if token.pos in {"VERB", "NOUN", "ADJ"})
    return finite and telling and len(tail) <= _LONGEST_NAME and _are_names(tail)


def _says(tail: Sequence[Token], rules: Rules) -> tuple[Sequence[Token], Sequence[Token], Cue] | None:
    """Return cue and source of "says minister", "media report" or "agent tells Courier"."""
    for place, cue in enumerate(tail):
        entries = rules.cues.get((cue.lemma, "VERB"), ())
        entry = next((entry for entry in entries if Frame.CLAUSE in entry.frames), None)
        source = tail[:place] or tail[1:]
        told = tail[place + 1 :] if tail[:place] else ()
        if entry is None or not source or (told and cue.lemma not in rules.words.telling):
            continue
        if _is_voice(source, rules) or all(token.pos in _LABEL_POS for token in (*source, *told)):
            return tail[place : place + 1], source, entry
    return None


def _colon(tokens: Sequence[Token]) -> int:
    """Return the place of the colon that ends a label, 0 when there is none."""
    return next((place for place, one in enumerate(tokens[: LONGEST_LABEL + 1]) if one.text == ":"), 0)


def _is_label(tokens: Sequence[Token], rules: Rules) -> bool:
    named = any(token.pos == "PROPN" for token in tokens) or _is_voice(tokens, rules)
    last = _is_voice(tokens, rules)  # "reports" and "lawsuit" may be tagged as verbs there
    return named and all(token.pos in _LABEL_POS for token in (tokens[:-1] if last else tokens))


def _is_speaker(tokens: Sequence[Token], rules: Rules) -> bool:
    """Tell whether the tokens before a colon are a label, be it only by their capitals."""
    short = len(tokens) <= _LONGEST_NAME and all(token.text[:1].isupper() for token in tokens)
    return short or _is_label(tokens, rules)


def _is_voice(label: Sequence[Token], rules: Rules) -> bool:
    return label[-1].lemma in rules.words.voices or label[-1].lemma in rules.papers


def _is_known(label: Sequence[Token], known: frozenset[str]) -> bool:
    names = {token.text.lower() for token in label if token.text[:1].isupper()}
    return bool(names) and names <= known


def _is_own(tokens: Sequence[Token], own: frozenset[str]) -> bool:
    """Tell whether a label names the article's own outlet."""
    words = {token.text.lower() for token in tokens if token.pos in {"PROPN", "NOUN"}}
    return bool(words) and words <= own


def _factuality(content: Sequence[Token], entry: Cue | None, rules: Rules) -> Factuality:
    """Return the factuality of a content without a reliable parse: by its words."""
    lower: Mapping[str, int] = Counter(token.text.lower() for token in content)
    words = rules.words
    denied = sum(lower.get(word, 0) for word in words.negators) % 2 == 1
    if entry is not None and entry.polarity is Polarity.NEGATIVE:
        denied = not denied
    certainty = entry.certainty if entry is not None else Certainty.CERTAIN
    if any(word in lower for word in words.possible):
        certainty = Certainty.POSSIBLE
    return Factuality(
        certainty,
        Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        entry.distance if entry is not None else Distance.NONE,
    )
