"""Sentences with what they say who says: `told/*.txt`.

A line is a sentence; the indented lines below it are its innermost attributions, each as the sources from the
innermost outwards ("a pilot < the Courier"), then the content. A line with "#" names the rule.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

TOLD = Path(__file__).parent / "told"


def examples(name: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the examples of a file as parameters, each under its rule."""
    rule, sentence, told = "", "", []
    for line in [*(TOLD / name).read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("    "):
            told.append(line.strip())
            continue
        if sentence:
            yield pytest.param(sentence, told, id=f"{rule}: {sentence[:40]}")
        sentence, told = ("", []) if line.startswith("#") else (line, [])
        rule = line.removeprefix("# ") if line.startswith("#") else rule


def told_by(heard) -> list[str]:
    """Return the innermost attributions of a text as the files write them."""
    found = heard.attributed.attributions
    parents = {one.parent for one in found}
    contents = [heard.words(one.content) for one in found if one.id not in parents]
    chains = (" < ".join(source or "nobody" for source in chain) for chain in heard.chains())
    return sorted(f"{chain}: {content}" for chain, content in zip(chains, contents, strict=True))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [*examples("nested.txt"), *examples("nameless.txt"), *examples("silent.txt")],
)
def test_who_says_it(hear, sentence, told):
    assert told_by(hear(sentence)) == sorted(told)


@pytest.mark.parametrize(("headline", "told"), [*examples("headlines.txt")])
def test_who_says_it_in_a_headline(hear, headline, told):
    assert told_by(hear("", title=headline)) == sorted(told)
