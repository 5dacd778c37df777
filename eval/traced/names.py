"""Names of nodes, so that what a trace calls an origin or outlet is found in the gold of its story."""

import re
import unicodedata

from eval.marks.case_marks import Case

ARTICLES = frozenset(
    {"the", "a", "an", "le", "la", "les", "l", "un", "une", "el", "los", "las", "una", "il", "lo", "i", "gli"}
    | {"der", "die", "das", "den", "dem", "ein", "eine", "o", "os", "as", "de", "het"}
)
"""Words that stand before a name in one page and not in another."""

_WORD = re.compile(r"\w+")  # matches "Ochavo" in "Ochavo,", not ","
_APOSTROPHE = re.compile("[’']")  # matches the one in "l'agence", not a comma

HALF = 0.5
"""Jaccard index of words from which a wording that no alias lists is taken for an unnamed origin."""


def bare(name: str) -> str:
    """Return a name without case, accents, punctuation and articles; whole when there is nothing else."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    words = _WORD.findall(_APOSTROPHE.sub(" ", letters))
    return " ".join([word for word in words if word not in ARTICLES] or words)


class Names:
    """The nodes of one story by whatever they are called.

    A page that stands for an outlet is that outlet; an unnamed source may be called in any page's words.
    """

    def __init__(self, case: Case) -> None:
        gold = case.gold
        self.pages = frozenset(article.id for article in case.articles)
        self._known = {
            bare(alias): bare(name) for name, others in gold.aliases.items() for alias in (name, *others)
        }
        self._page = {page: self._meant(outlet) for page, outlet in gold.same_as.items()}
        self.outlet_of = {
            article.id: self._known[bare(article.outlet)]
            for article in case.articles
            if bare(article.outlet) in self._known
        }
        unnamed = {self._meant(one.name) for one in gold.origins if one.kind == "anonymous"}
        self._unnamed = [(alias, name) for alias, name in self._known.items() if name in unnamed]

    def key(self, name: str) -> str:
        """Return the key of the node that a name or page id means; one of its own when it means none."""
        if name in self.pages:
            return self._page.get(name, f"#{name}")
        known = self._meant(name)
        if known != bare(name) or known in self._known:
            return known
        words = set(known.split())
        likeness = {
            meant: len(words & set(alias.split())) / len(words | set(alias.split()))
            for alias, meant in self._unnamed
            if words
        }
        best = max(likeness, key=lambda one: likeness[one], default="")
        return best if likeness.get(best, 0.0) >= HALF else known

    def _meant(self, name: str) -> str:
        return self._known.get(bare(name), bare(name))
