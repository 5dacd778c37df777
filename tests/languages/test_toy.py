"""A new language is a lexicon and one line in `LANGUAGES`."""

from importlib.resources import files
from pathlib import Path

import pytest

import ondit.languages
from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.languages import LANGUAGES, lexicon_of
from ondit.languages import lexicon as lexicon_module
from ondit.model.article import Article
from ondit.model.attribution import Distance, Polarity
from ondit.resolve import resolve

TOY = """
language = "qaa"
origin = "invented for this test"

[quotation]
marks = { "<" = ">" }

[surface]
orders = ["source cue content", "content cue source"]
that = ["ke"]
according = ["laj …"]
citing = ["vidan …"]
declining = ["ne parolas"]

[[surface.say]]
forms = ["dir*"]

[[surface.say]]
forms = ["mal-dir*"]
polarity = "negative"

[[surface.hearsay]]
forms = ["ŝajne"]

[source_nouns]
source = ["fonto"]
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the toy lexicon where lexicons lie, for the time of a test."""
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "qaa.toml").write_text(TOY, encoding="utf-8")
    packaged = files("ondit.languages")
    monkeypatch.setattr(
        lexicon_module, "files", lambda name: tmp_path if name == "ondit.languages" else packaged
    )
    monkeypatch.setitem(LANGUAGES, "qaa", "qaa.toml")


def read(text: str) -> list[tuple[str, str, Polarity, Distance]]:
    article = Article(id="a", text=text, language="qaa")
    annotated = annotate(article)
    resolved = resolve(annotated, attribute(annotated))
    names = {source.id: source.name for source in resolved.sources}
    return [
        (
            names.get(one.source_id or "", ""),
            " ".join(article.cut(span) for span in one.content),
            one.polarity,
            one.distance,
        )
        for one in resolved.attributions
    ]


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Reuters diris ke ponto falis.",
            [("Reuters", "ponto falis", Polarity.POSITIVE, Distance.NONE)],
            id="somebody says",
        ),
        pytest.param(
            "Ponto falis, diras Reuters vidan fonto.",
            [
                ("Reuters", "Ponto falis", Polarity.POSITIVE, Distance.NONE),
                ("fonto", "Ponto falis", Polarity.POSITIVE, Distance.NONE),
            ],
            id="an outlet cites a source",
        ),
        pytest.param(
            "Laj Reuters, ponto falis.",
            [("Reuters", "ponto falis", Polarity.POSITIVE, Distance.NONE)],
            id="according to",
        ),
        pytest.param(
            "Reuters mal-diris ke ponto falis.",
            [("Reuters", "ponto falis", Polarity.NEGATIVE, Distance.NONE)],
            id="a denial",
        ),
        pytest.param(
            "Ponto ŝajne falis.",
            [("", "Ponto falis", Polarity.POSITIVE, Distance.REPORTED)],
            id="hearsay",
        ),
    ],
)
def test_a_lexicon_alone_makes_a_language(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_has_a_lexicon_of_its_own_name_that_follows_the_schema(language):
    lexicon = lexicon_of(language)
    assert lexicon is not None
    assert lexicon.language == language
    assert lexicon.surface is not None or lexicon.parser is not None


def test_every_lexicon_file_is_a_language():
    folder = Path(ondit.languages.__file__).parent / "lexicons"
    assert {path.name for path in folder.glob("*.toml")} == set(LANGUAGES.values())
