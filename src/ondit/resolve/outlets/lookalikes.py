"""Names and hosts that look like those of an outlet of the table and are not its.

Nothing here says that somebody deceives: a fan page and a forgery look alike. It says that the likeness is no
proof, and whose name or address it is like.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from ondit.model.source import OutletKind
from ondit.resolve.outlets.hosts import registered_domain
from ondit.resolve.outlets.names import name_tokens
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.outlets.table import OutletTable
from ondit.text.fold import fold

_CYRILLIC, _AS_LATIN = "аеорсухкмтвніјѕАВЕКМНОРСТХУІЈЅ", "aeopcyxkmtbhijsABEKMHOPCTXYIJS"
_GREEK, _GREEK_AS_LATIN = "οανρτικευχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oavptikeuxABEZHIKMNOPTYX"
_LIKE = str.maketrans(_CYRILLIC + _GREEK + "ԁɡӏ", _AS_LATIN + _GREEK_AS_LATIN + "dgl")
_UNLIKE = str.maketrans(_AS_LATIN, _CYRILLIC)
"""Letters of Cyrillic and Greek that look like Latin ones, and the other way round. Source: Unicode Technical
Standard 39, confusables."""

_DIGITS = str.maketrans("01356", "oless")
"""Digits as the letters they are like."""

_MIXED = re.compile(r"(?=[^\s]*[a-z])(?=[^\s]*[\u0370-\u03ff\u0400-\u04ff])\S+", re.IGNORECASE)
"""A word of two scripts. Matches "Rеuters" with a Cyrillic "е", not "Reuters" or "Рейтер"."""

_SHORTEST_LABEL = 6
"""Letters from which on a label one letter off is no accident: "ansa" and "arsa" are two words, "reuterss" is
none. Set by the examples in the tests."""

_SHORTEST_NAME = 4
"""Letters from which on a name makes a telling label: "cnn" is three letters that anybody may use."""

_DRESSING = frozenset(
    {
        *("news", "online", "live", "world", "breaking", "media", "tv", "today", "press", "daily", "agency"),
        *("report", "reports", "net", "com", "org", "info", "official", "international", "wire", "latest"),
        *("now", "web", "site", "portal", "ltd"),
    }
)
"""Parts of addresses that add nothing to a name ("reuters-news")."""

_RELAYS = ("translate.goog", "cdn.ampproject.org", "web.archive.org", "archive.org")
"""Services that show others' pages under hosts made of the pages' own ("www-bbc-com.translate.goog")."""


class Label(msgspec.Struct, frozen=True):
    """What stands before the suffix of an outlet's domain. `telling` where it is no everyday word but the
    outlet's own name ("washingtonpost", not "focus")."""

    text: str
    outlet: Outlet
    telling: bool


class HostLikeness:
    """The hosts of a table, asked by likeness."""

    def __init__(self, table: OutletTable) -> None:
        self._table = table
        self._labels: dict[str, Label] = {}
        for label in _labels(table):
            known = self._labels.get(label.text)
            if known is None or (label.telling and not known.telling):
                self._labels[label.text] = label
        self._near: dict[str, list[Label]] = defaultdict(list)
        for label in self._labels.values():
            platform = label.outlet.kind is OutletKind.SOCIAL  # "telegraf" is no misspelt Telegram
            if label.telling and not platform and len(label.text) >= _SHORTEST_LABEL:
                for cut in {label.text, *_shorter(label.text)}:
                    self._near[cut].append(label)

    def original(self, host: str, stated: frozenset[str] = frozenset()) -> Outlet | None:
        """Return the outlet whose domain a host that is no outlet's looks like, or None; `stated` are the ids
        of the outlets whose names the page gives itself: with them an everyday word tells as well."""
        domain = registered_domain(host)
        if not domain or self._table.by_host(host) or host.endswith(_RELAYS):
            return None
        inner = self._within(host, domain)
        if inner:
            return inner
        text = _as_it_looks(domain.partition(".")[0])
        for label in self._candidates(text):
            if label.telling or label.outlet.id in stated:
                return label.outlet
        near = self._one_off(text.replace("-", ""))
        return near.outlet if near else None

    def _within(self, host: str, domain: str) -> Outlet | None:
        """Return the outlet whose whole domain stands at the head of somebody else's host
        ("reuters.com.news.example")."""
        labels = host.removesuffix(domain).strip(".").split(".")
        for cut in range(2, len(labels) + 1):
            for start in range(cut - 1):
                listed = self._table.by_host(".".join(labels[start:cut]))
                if listed:
                    return listed
        return None

    def _candidates(self, text: str) -> Iterator[Label]:
        """Yield the labels that a label is, save for hyphens and dressing."""
        parts = text.split("-")
        bare = [part for part in parts if part not in _DRESSING]
        for one in dict.fromkeys((text, "".join(parts), "".join(bare))):
            if one in self._labels:
                yield self._labels[one]

    def _one_off(self, text: str) -> Label | None:
        """Return the telling label that is one letter more, less or other, or two changed places."""
        if len(text) < _SHORTEST_LABEL:
            return None
        for cut in (text, *_shorter(text)):
            for label in self._near.get(cut, ()):
                if label.text != text and _is_one_edit(label.text, text):
                    return label
        return None


@lru_cache(maxsize=4)
def host_likeness(table: OutletTable) -> HostLikeness:
    """Return the likeness of a table's hosts; it takes a tenth of a second to make, and is kept."""
    return HostLikeness(table)


def original_of_name(name: str, table: OutletTable, legal: frozenset[str] = frozenset()) -> Outlet | None:
    """Return the outlet whose name a name that is no outlet's looks like, or None: letters of two scripts in
    a word, or the name of an outlet dressed up with one of the `legal` forms of companies."""
    if table.by_name(name):
        return None
    if _MIXED.search(name):
        for letters in (_LIKE, _UNLIKE):
            if found := table.by_name(name.translate(letters)):
                return found[0]
        return None
    words = list(name_tokens(name))
    if len(words) < 2 or words[-1] not in legal or name_tokens(name) in _owners(table):
        return None
    while len(words) > 1 and (words[-1] in legal or words[-1] in _DRESSING):
        words.pop()
    found = table.index.bearers(tuple(words))
    sure = [one for one in found if tuple(words) not in _loose_names(one)]
    return sure[0] if len(sure) == 1 else None


@lru_cache(maxsize=4)
def _owners(table: OutletTable) -> frozenset[tuple[str, ...]]:
    """Return the names of owners and groups, in folded words: they bear their outlets' names by right."""
    owned = (outlet.ownership for outlet in table.outlets if outlet.ownership)
    return frozenset(name_tokens(name) for one in owned for name in (one.owner, one.group) if name)


def _labels(table: OutletTable) -> Iterator[Label]:
    """Yield the labels of all registered domains, and those that the outlets' own names would make."""
    for outlet in table.outlets:
        loose = {_joined(name) for name in _loose_names(outlet)}
        sure = {_joined(tokens) for tokens in map(name_tokens, outlet.names)} - loose
        telling = {name for name in sure if len(name) >= _SHORTEST_NAME and name.isascii()}
        yield from (Label(name, outlet, True) for name in sorted(telling))
        for domain in outlet.domains:
            if domain == registered_domain(domain):
                text = _as_it_looks(domain.partition(".")[0])
                yield Label(text, outlet, text in telling)


def _loose_names(outlet: Outlet) -> frozenset[tuple[str, ...]]:
    return frozenset(name_tokens(name) for name in (*outlet.short, *outlet.homonyms))


def _joined(tokens: tuple[str, ...]) -> str:
    return "".join(tokens)


def _as_it_looks(label: str) -> str:
    """Return a label of a host with letters of other scripts and digits as the Latin letters they are like;
    "washingtonp0st" gives "washingtonpost". Hyphens stay."""
    if label.startswith("xn--"):
        try:
            label = label.encode().decode("idna")
        except UnicodeError:
            return label
    parts = (fold(part).replace(" ", "") for part in label.translate(_LIKE).split("-"))
    text = "-".join(parts)
    return text.translate(_DIGITS) if any(char.isalpha() for char in text) else text


def _shorter(text: str) -> Iterator[str]:
    return (text[:cut] + text[cut + 1 :] for cut in range(len(text)))


def _is_one_edit(one: str, other: str) -> bool:
    """Tell whether one letter put in, taken out or changed, or two neighbours changed over, makes one of the
    other."""
    if len(one) < len(other):
        one, other = other, one
    if len(one) - len(other) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
    if len(one) > len(other):
        return one[start + 1 :] == other[start:]
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (swapped and one[start + 2 :] == other[start + 2 :])
