"""What a lexicon says of claims: quantities, the words around them, who knows, how sources are described."""

import msgspec

from ondit.languages.table import Table


class QuantityWords(Table, frozen=True):
    """What the words of a language say about quantities. Keys and phrases are lower case.

    `numbers` are number words, `hundreds` multiply what stands before them, `scales` multiply a whole number
    and close it, `collectives` count as a number with or without one before ("two dozen"), `vague` are
    plurals with the least they can mean. `currencies` map a sign or a noun to an ISO 4217 code.
    `modifiers` stand before a quantity, `trailing` after it. `opening` and `linking` words make a range.
    `calendar` words next to a number make it a date or a time, `ages` an age, `ordinals` end a rank.
    `spaced` tells that a plain space parts thousands ("3 000"), as where no lexicon says otherwise.
    """

    spaced: bool = True
    numbers: dict[str, float] = msgspec.field(default_factory=dict)
    hundreds: dict[str, float] = msgspec.field(default_factory=dict)
    scales: dict[str, float] = msgspec.field(default_factory=dict)
    collectives: dict[str, float] = msgspec.field(default_factory=dict)
    vague: dict[str, float] = msgspec.field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    joiner: str = ""
    partitive: str = ""
    currencies: dict[str, str] = msgspec.field(default_factory=dict)
    percent: frozenset[str] = frozenset({"%"})
    modifiers: frozenset[str] = frozenset()
    trailing: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset({"-", "–"})
    calendar: frozenset[str] = frozenset()
    years_after: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    ordinals: frozenset[str] = frozenset()


class ClaimWords(Table, frozen=True):
    """What the words of a language say about a claim as it stands in a sentence. All are lower case.

    `stop` words say nothing of what is claimed. `negation` turns the main event round when it hangs on the
    root, `denial` words say that something said is not so, `hedge` words keep the writer's distance (both as
    lemmas and in their other forms), and `reporting` words only say that something is said. `locative` are
    prepositions before a place, `doing` before who does something ("by"), `aiming` before whom it is done to
    ("the attack *on*"). `calendar` words have a capital in some languages and are no names. `shell`
    nouns stand for a whole sentence before them ("the *deployment*"), `speech` nouns for what was said there
    ("the *accusation*"), which somebody does by a verb of `making` ("*made* the remarks"). `verdict` words
    only tell whether it is so ("this is a *lie*"). `untrue` words call a report untrue wherever they stand,
    `relaying` words show that it passes on what others report; both are bare forms. `concept` gives the words
    for acts and things that news is made of, each under a name that is the same in all languages; "*" ends
    the beginning of a word ("arrest*").
    """

    stop: frozenset[str] = frozenset()
    negation: frozenset[str] = frozenset()
    denial: frozenset[str] = frozenset()
    hedge: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
    doing: frozenset[str] = frozenset()
    aiming: frozenset[str] = frozenset()
    calendar: frozenset[str] = frozenset()
    shell: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    making: frozenset[str] = frozenset()
    verdict: frozenset[str] = frozenset()
    untrue: frozenset[str] = frozenset()
    relaying: frozenset[str] = frozenset()
    concept: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Knowledge(Table, frozen=True):
    """Phrases that show who found a thing out: `own` in an outlet's own page ("has learned"), `finder` beside
    the name of another outlet ("first reported"), `independent` beside a source that does not repeat the
    others ("independently confirmed"), `retraction` where an outlet takes back what it published.
    `bare_relay` are whole folded names of relays that say nothing of who reports ("the reports")."""

    own: tuple[str, ...]
    finder: tuple[str, ...]
    independent: tuple[str, ...]
    retraction: tuple[str, ...]
    bare_relay: tuple[str, ...] = ()


class Description(Table, frozen=True):
    """Words in the description of an unnamed source.

    `generic` words tell nothing ("source", "people"); `another` says that it is one more ("a second source");
    `role` holds classes of roles that exclude each other: nobody is a "doctor" and a "rebel" at once; who is
    of two classes can be either. `loose` nouns are what anybody can be besides ("neighbour"); where they are
    given, any other noun for persons is a role of its own. `side` holds the words for sides of which nobody
    is of two ("opposition"). `past` words say that a role is none any more
    ("former"). `leading` nouns and ranks, beside a body's name, say that somebody leads or commands there,
    and so speaks for it ("police *chief*"), where the lexicon does not have them as an office anyway.
    """

    generic: tuple[str, ...]
    another: tuple[str, ...]
    role: tuple[tuple[str, ...], ...]
    side: tuple[tuple[str, ...], ...] = ()
    loose: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
