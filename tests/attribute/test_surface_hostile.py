"""The surface reader is linear on texts made to be slow."""

import time

import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article

LONGEST = 10.0
"""CPU seconds; the reader needs well under one. A quadratic one needs minutes."""


@pytest.mark.parametrize(
    "piece", ["сообщил, что ", "со ссылкой на X сообщил, что ", "«", "а, ", "。", "по данным "]
)
def test_a_hostile_text_is_read_in_time(piece):
    article = Article(id="a", text=piece * (60_000 // len(piece)), language="ru")
    start = time.process_time()
    attribute(annotate(article))
    assert time.process_time() - start < LONGEST
