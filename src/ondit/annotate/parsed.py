"""From spaCy's documents to our own records."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ondit.annotate.parser import LoadedParser
from ondit.annotate.stretches import Stretch
from ondit.model.annotation import Sentence, Token
from ondit.model.article import Article
from ondit.model.span import hull

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 128_000
"""Code points parsed together at most. 256 short paragraphs in one batch parse 6% faster than in eight, but
64 stretches of the longest kind take 980 MB where 32 take 660."""

_COLUMNS = ("TAG", "DEP", "HEAD", "IDX", "LENGTH", "SENT_START")
_STARTS, _WITHOUT_LABEL = 1, 0


def parsed_sentences(pieces: Sequence[Stretch], article: Article, parser: LoadedParser) -> Iterator[Sentence]:
    """Yield the sentences of all stretches, in their order, with grammar and without white-space tokens."""
    labels: dict[int, str] = {_WITHOUT_LABEL: ""}
    morphology = parser.morphology
    documents = parser.pipe.pipe(
        (piece.text for piece in pieces),
        batch_size=BATCH // max((len(piece.text) for piece in pieces), default=1),
        disable=morphology.components if morphology else (),
    )
    for piece, document in zip(pieces, documents, strict=True):
        words = morphology.of(document) if morphology else ((token.lemma_, token.pos_) for token in document)
        yield from _sentences(document, list(words), piece, article.part(piece.part), labels)


def _sentences(
    document: "Doc", words: Sequence[tuple[str, str]], piece: Stretch, text: str, labels: dict[int, str]
) -> Iterator[Sentence]:
    rows: list[list[int]] = document.to_array(list(_COLUMNS)).astype("int64").tolist()
    strings = document.vocab.strings
    for key in {key for row in rows for key in row[:2]} - labels.keys():
        labels[key] = strings[key % 2**64]
    starts = [position for position, row in enumerate(rows) if row[5] == _STARTS or position == 0]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        kept = [position for position in range(start, end) if words[position][1] != "SPACE"]
        place = {position: number for number, position in enumerate(kept)}
        tokens = []
        for number, position in enumerate(kept):
            tag, dep, head, offset, length, _ = rows[position]
            lemma, pos = words[position]
            span = piece.origin(offset, offset + length)
            above = place.get(position + head, number)
            word = text[span.start : span.end]
            tokens.append(Token(span, word, lemma.lower(), pos, labels[tag], labels[dep], above))
        if tokens:
            yield Sentence(hull((tokens[0].span, tokens[-1].span)), tuple(tokens), piece.paragraph)
