"""An article as the annotator sees it: sentences and tokens, no library behind them."""

import msgspec

from ondit.model.article import Article
from ondit.model.span import Span


class Token(msgspec.Struct, frozen=True, gc=False):
    """One token of a sentence.

    `lemma` is lower case. `pos` is the universal part of speech, `tag` the language's own fine tag, `dep`
    the dependency label of the parser in use (ClearNLP labels for spaCy's English), `head` the position of
    its head in the sentence's tokens (its own position for the root). All four are empty or own position
    where no parser read the sentence.
    """

    span: Span
    text: str
    lemma: str
    pos: str = ""
    tag: str = ""
    dep: str = ""
    head: int = -1


class Sentence(msgspec.Struct, frozen=True):
    """One sentence. `paragraph` counts paragraphs of the part from 0."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int = 0


class Annotated(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its sentences in reading order, the title's first.

    `parsed` is False where the language has no parser here: tokens then carry no grammar. `made_by` names
    model and version.
    """

    article: Article
    language: str
    sentences: tuple[Sentence, ...]
    parsed: bool = False
    made_by: str = ""
