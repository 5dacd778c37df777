"""The stage that reads: one article becomes its reading. Whoever runs it in a process of its own loads this
module there, and nothing of stores, engines and screens."""

from importlib.metadata import version

import msgspec

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.match import find_mentions
from ondit.model.article import Article, Skipped
from ondit.model.ids import content_id
from ondit.model.reading import Reading
from ondit.resolve import Outlet, resolve


class Recipe(msgspec.Struct, frozen=True, kw_only=True):
    """What may vary in reading an article. `model` is a path or package name of the language's model,
    `outlets` are rows of the user's own for the outlets table.

    `trained` lets installed weights choose attributions. They find more and cut contents better, so `ondit
    read` uses them; they also bring in side remarks that become false origins of a claim, so what is linked
    and traced is read by the rules (docs/decisions/0005).
    """

    model: str | None = None
    trained: bool = False
    outlets: tuple[Outlet, ...] = ()

    @property
    def digest(self) -> str:
        """The id of everything that goes into a reading: this version of Ondit and these settings."""
        rows = (msgspec.json.encode(outlet).decode() for outlet in self.outlets)
        return content_id("rec", version("ondit"), self.model or "", str(self.trained), *rows)


def read_article(article: Article, recipe: Recipe, *, mentions: bool = True) -> Reading:
    """Return what one article alone tells: attributions, sources, credits, mentions of claims.

    Without `mentions` it cannot be linked, but is read a fifth faster.
    """
    annotated = annotate(article, model=recipe.model)
    resolved = resolve(annotated, attribute(annotated, trained=recipe.trained), added=recipe.outlets)
    return Reading(
        article=article,
        resolved=resolved,
        mentions=find_mentions(annotated, resolved) if mentions else (),
        parsed=annotated.parsed,
        made_by=annotated.made_by,
    )


def read_one(article: Article | Skipped, recipe: Recipe, *, mentions: bool = True) -> Reading | Skipped:
    """As `read_article`; what was skipped before passes through."""
    return article if isinstance(article, Skipped) else read_article(article, recipe, mentions=mentions)
