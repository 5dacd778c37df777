"""The schema of the table `surface`: how a language without a parser ties a content to its source.

Phrases are written as they stand, in lower case. In a phrase "…" is the source (in a form of saying: whatever
may come between), a word with "*" at an end is every word with that beginning ("сообщи*") or ending
("*에게"), and "*" alone any one word.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

import msgspec

from ondit.languages.table import Table
from ondit.model.attribution import Certainty, Distance, Polarity


class Order(StrEnum):
    """In which order source, cue and content stand."""

    SOURCE_CUE_CONTENT = "source cue content"
    """ "X сообщил, что P", "X a déclaré que P"."""
    CUE_SOURCE_CONTENT = "cue source content"
    """ "قال X إن P", "Informó la policía que P"."""
    CONTENT_CUE_SOURCE = "content cue source"
    """ "P, сообщает X", "P, sagte X"."""
    CONTENT_SOURCE_CUE = "content source cue"
    """ "P，X说", "P, X ने कहा"."""
    SOURCE_CONTENT_CUE = "source content cue"
    """ "Xは、Pと述べた", "X, P olduğunu söyledi"."""


class Saying(Table, frozen=True, kw_only=True):
    """Forms that put a content forward, and what they say of it.

    `participles` do so behind one of the auxiliaries only. With `bare` any noun phrase or infinitive beside
    the cue is its content ("dementiert P"). `impersonal` forms name nobody where they have no subject
    ("*Говорят*, что P") and keep the writer's distance then. `relays` are words behind the source that lead
    to who is relayed ("نقلت X *عن* Y").
    """

    forms: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    bare: bool = False
    impersonal: bool = False
    relays: tuple[str, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    distance: Distance = Distance.NONE


class HearsayKind(StrEnum):
    """What a word of hearsay bears on."""

    SENTENCE = "sentence"
    """The sentence, or the content in which it stands: "якобы", "se dice que"."""
    ADJECTIVE = "adjective"
    """Its noun phrase alone: "el *supuesto* jefe"."""
    MOOD = "mood"
    """The sentence; beside a source that is named the distance from it: "según X, *habría* P"."""
    BEFORE = "before"
    """The words right before it, where it stands before a noun: "*主犯*とされる男"."""
    BEHIND = "behind"
    """The words right behind it: "疑似*主犯*"."""


class Hearsay(Table, frozen=True, kw_only=True):
    """Words and moods by which the writer keeps his distance and names nobody ("якобы", "soll", "habría").

    With `infinitives` one of these has to follow in the clause ("*miał* wziąć łapówkę", not "miał dwa domy").
    """

    forms: tuple[str, ...]
    infinitives: tuple[str, ...] = ()
    distance: Distance = Distance.REPORTED
    kind: HearsayKind = HearsayKind.SENTENCE


class Tale(Table, frozen=True, kw_only=True):
    """Nouns that put a content forward, where it follows right behind them ("*сообщения* о том, что P").

    With `bare` a noun phrase is content enough ("*rumores de* una fuga").
    """

    forms: tuple[str, ...]
    bare: bool = False
    distance: Distance = Distance.REPORTED


class Surface(Table, frozen=True, kw_only=True):
    """How sources and contents stand beside each other on the surface of a text.

    `orders` are those of the language, the most usual first; `say` its forms of saying, `auxiliaries` the
    words that lead a participle. `that` words and marks open a content behind a cue and are no part of it;
    `content` words open one and belong to it (nouns of events: "أكد *وصول* 250"). `asks` words
    open one behind a cue that leaves it open ("не сообщил, *когда* P"). With `comma_opens` a comma
    may open a content, with `nothing_opens` the place right behind the cue does.
    `topics` are the words and marks behind a source that stands first ("は", "*는", ",").
    `according`, `claimed` (with doubt) and `citing` give a source without a verb of saying; who is cited
    stands behind the outlet that cites; `cited` lead from who is cited to who cites ("fuentes *citadas por*
    X"). `told` lead to who is told. `as_words` open a clause that only names the source ("*как*
    сообщает X"). `echo` words take up what was said before ("*об этом* сообщает X").
    `adverbs` may stand between or before source and cue and are part of neither. `ends` end a source phrase
    that stands behind its cue, `starts` one that stands before it; `describing` words behind a comma go on
    with a source that is described ("источник, *знакомый* с делом"), `modifiers` behind its noun
    ("prokuratury *okręgowej*"); `attributes` are what may stand last between its article and it ("ein mit
    dem Vorgang *vertrauter* Diplomat"). `genitive` are endings of an outlet before its own
    sources ("RIA'*nın* kaynakları").
    `planned` phrases look like hearsay and tell what is planned ("die Brücke *soll* 2031 fertig *werden*").
    `nameless` phrases ask that a source not be named; no cue is read in them ("不愿*透露*姓名").
    `idioms` hold the words of a cue and are none ("证据", "小说"). `objects` stand behind an object that
    stands before its cue ("این خبر *را* تکذیب کرد"). `inflections` spare writing a form many times: a key
    that stands in a form is replaced by each of its values ("~した" by "した", "している").
    With `concord` several negations make one ("*Non* chiudiamo *nessuna* scuola"), else two cancel;
    `unnegating` phrases hold a negation and deny nothing ("*не менее* семи"). `contrasts` begin a clause that
    is the writer's again, where another cue follows ("сообщил, что P, *однако* Y опроверг").
    `carries` tells that a cue without a subject has that of the sentence before ("Añadió que P"); `mood`
    words let indirect speech go on without any cue ("Er *habe* ..."). `quoting` words right behind a
    quotation make speech of it, however short ("「…」*と*"). `declining` are refusals to comment, `unreached`
    those who could not be asked. `proclitics` are written together with the word behind them, `enclitics`
    are pronouns behind a verb, each with what joins them to it ("a*-t-il* dit"). `resumes` words go on with a
    content that its cue has interrupted ("Le virus, dit X, *se* transmet"). `prefixes` are prepositions
    written together with a word of `content` ("*ب*وقوع").
    """

    orders: tuple[Order, ...] = (Order.SOURCE_CUE_CONTENT, Order.CONTENT_CUE_SOURCE)
    say: tuple[Saying, ...] = ()
    auxiliaries: frozenset[str] = frozenset()
    that: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    comma_opens: bool = False
    nothing_opens: bool = False
    topics: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    cited: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    as_words: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    describing: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    genitive: tuple[str, ...] = ()
    carries: bool = False
    mood: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()
    hearsay: tuple[Hearsay, ...] = ()
    nameless: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    headline_says: tuple[str, ...] = ()
    adjuncts: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    inflections: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    tale: tuple[Tale, ...] = ()
    concord: bool = False
    unnegating: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    declining: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    enclitics: dict[str, str] = msgspec.field(default_factory=dict)
    resumes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


def inflected(forms: Iterable[str], inflections: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield forms with each of their inflections."""
    for form in forms:
        key = next((key for key in inflections if key in form), None)
        if key is None:
            yield form
            continue
        for ending in inflections[key]:
            yield from inflected([form.replace(key, ending, 1)], inflections)
