"""Select the claim that a sentence asks for, seen from that sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from ondit.match.across.bridge import translations
from ondit.match.collection import mention_counts
from ondit.match.known import Asked, Known
from ondit.match.meaning.concepts import acts_and_things
from ondit.match.meaning.keys import mention_keys
from ondit.match.meaning.named import Names, names_of, same_name
from ondit.match.meaning.traits import Traits, traits_of
from ondit.match.meaning.wordings import wordings
from ondit.match.referring import refers_back
from ondit.match.slots import compare
from ondit.model.claim import Claim, Linking, Mention
from ondit.text.clusters import ClusterIndex, Effort
from ondit.text.weights import TermWeights, Vector, dot

LEAST_MATCH = 0.30  # of the best claim; below, nothing in the collection is what was asked for
LEAST_COVERED = 0.35  # share of the asked sentence's weight that the best claim's mentions have together
LEAST_SAID = 0.1  # the same share without the words of names: the same people may do something else
LEAST_SAID_TO_JOIN = 0.03  # the same for another claim, of the wording as the best claim puts it
JOIN_BAR = 0.33  # match of another claim of the same story, to the sentence as the best claim puts it
CLAIM_BAR = 0.30  # the same for another wording of a claim of which one has joined
FOREIGN_STORY = 0.07  # added to both for another story, unless all who are asked for are named
NAMES_WORTH = 0.2  # added for all asked names, in proportion for some; half if only its context has them
FIGURE_WORTH = 0.15  # added for a figure that was asked for
DRIFT = 1.5  # times by which a figure may differ and still be the one asked for: "some 300" for "250"
_FEW_TERMS = 2  # terms up to which a mention says hardly more than its figure: "5,500", "the number of dead"
_SMALLEST_FIGURE = 13  # smaller figures count other things
_RULING = frozenset({"places", "roles"})
_EFFORT = Effort(looks=2_000, candidates=100)
_ECHOED = 5  # of the likest claims, whose words are looked for as well
_ECHO = 1.0  # weight of the best claim's own wording beside the asked one. Source: Rocchio 1971


def claims_near(question: Sequence[Mention], known: Known) -> frozenset[str]:
    """Return the ids of the known claims among which `select_claim` finds what is asked for in the language
    of the question: those with its rarest words, and those with the rarest words of the likest of them."""
    asked = _asked(question)
    if asked is None:
        return frozenset()
    wanted = mention_weights(known).vector(mention_keys(asked))
    index = ClusterIndex(_EFFORT, known.claims)
    near = index.nearest({"": wanted})[""]
    likest = {key: index.cluster(key).sum for _, key in near[:_ECHOED]}
    echoed = {key for found in index.nearest(likest).values() for _, key in found}
    return frozenset(echoed.union(likest, (key for _, key in near)))


def mention_weights(known: Known) -> TermWeights:
    """Return what the terms of mentions weigh among all that is known."""
    return TermWeights(known.documents(), lambda term: known.frequencies([term])[0].mentions)


def select_claim(
    question: Sequence[Mention], linking: Linking, weights: TermWeights | None = None
) -> Claim | None:
    """Return the claim that fits a question best, with the mentions of other claims that fit as well.

    `question` are the mentions of the asked sentence, read as if it were an article; the one that says most
    is what is asked. `weights` tell what terms weigh, where what is linked is not all there is. The claim
    keeps the id of the best one. None when nothing matches well enough.
    """
    asked = _asked(question)
    if asked is None:
        return None
    claims = linking.claims
    field = _Field(claims, weights)
    wanted = field.vector(asked)
    told = field.wordings(claims, _stories(linking, asked.language))
    best = max(told, key=lambda one: (field.fit(one, asked, wanted), one.mentions[0].id), default=None)
    if best is None or field.fit(best, asked, wanted) < LEAST_MATCH:
        return None
    if not field.speaks_of(best, asked, wanted):
        return None
    echoed = field.echo(wanted, best)
    claim_of = {mention.id: claim.id for claim in claims for mention in claim.mentions}
    joined = [one for one in told if one is best or field.joins(one, best, asked, echoed)]
    meant = {claim_of[mention.id] for wording in joined for mention in wording.mentions}
    kept = [
        mention
        for wording in told
        for mention in wording.mentions
        if (
            wording in joined or (claim_of[mention.id] in meant and field.nears(wording, best, asked, echoed))
        )
        and not field.parts(asked, mention)
    ]
    kept += _pointing(kept, claims)
    held = {mention.id for mention in kept}
    foreign = [
        mention for claim in claims for mention in claim.mentions if mention.language != asked.language
    ]
    kept += [mention for mention in translations(asked, foreign) if mention.id not in held]
    return msgspec.structs.replace(best, mentions=tuple(kept)) if kept else None


def _pointing(kept: Sequence[Mention], claims: Sequence[Claim]) -> Iterator[Mention]:
    """Yield the mentions that only point to a kept one of their article: "rejected the accusation"."""
    held = {mention.id for mention in kept}
    for claim in claims:
        articles = {mention.article_id for mention in claim.mentions if mention.id in held}
        for mention in claim.mentions if articles else ():
            if mention.article_id in articles and mention.id not in held and refers_back(mention):
                yield mention


def _asked(question: Sequence[Mention]) -> Mention | None:
    """Return the mention of a question that says most."""
    return max(question, key=lambda mention: (len(mention.terms), mention.id), default=None)


def _stories(linking: Linking, language: str) -> dict[str, str | None]:
    """Return the story that each mention belongs to: its article's, or in other languages its claim's, since
    stories are told in one language each."""
    story_of = {article_id: story.id for story in linking.stories for article_id in story.articles}
    return {
        one.id: story_of.get(one.article_id, claim.story) if one.language == language else claim.story
        for claim in linking.claims
        for one in claim.mentions
    }


class _Field:
    """The mentions that may answer, with what they weigh among each other."""

    def __init__(self, claims: Iterable[Claim], weights: TermWeights | None) -> None:
        mentions = [mention for claim in claims for mention in claim.mentions]
        counts = {mention.id: mention_counts(mention) for mention in mentions}
        terms: defaultdict[str, set[str]] = defaultdict(set)
        names: defaultdict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            terms[mention.article_id].update(counts[mention.id])
            names[mention.article_id].update(mention.names)
        around: Asked[str, Names] = Asked(lambda article_id: names_of(tuple(sorted(names[article_id]))))
        held_by = {mention.id: mention for mention in mentions}
        self._traits: Asked[str, Traits] = Asked(
            lambda one: traits_of(held_by[one], around[held_by[one].article_id])
        )
        self._weights = weights or TermWeights()
        for held in terms.values() if weights is None else ():
            self._weights.add(held)
        self._vectors = {one: self._weights.vector(count) for one, count in counts.items()}

    def wordings(self, claims: Sequence[Claim], stories: Mapping[str, str | None]) -> list[Claim]:
        """Return the wordings of the claims; `stories` are those of the mentions, by id."""
        return wordings(claims, self._vectors, self._traits, stories)

    def vector(self, asked: Mention) -> dict[str, float]:
        """Return the vector of the asked sentence."""
        return self._weights.vector(mention_counts(asked))

    def fit(self, claim: Claim, asked: Mention, wanted: Vector) -> float:
        """Return how well a claim fits: half its best mention, half the average of all."""
        values = [self._match(mention, asked, wanted) for mention in claim.mentions]
        return (max(values) + sum(values) / len(values)) / 2

    def joins(self, claim: Claim, best: Claim, asked: Mention, echoed: Vector) -> bool:
        """Tell whether a claim says what was asked: alike enough, and with more than some names in common."""
        if self._counts_else(claim, [asked, *best.mentions]):
            return False
        bar = JOIN_BAR + _foreignness(claim, best, asked)
        return self.fit(claim, asked, echoed) >= bar and any(
            self._said(mention, asked, echoed) for mention in claim.mentions
        )

    def nears(self, wording: Claim, best: Claim, asked: Mention, echoed: Vector) -> bool:
        """Tell whether a wording of which the claim has others that join fits well enough to go with them."""
        bar = CLAIM_BAR + _foreignness(wording, best, asked)
        wanted = [asked, *best.mentions]
        return self.fit(wording, asked, echoed) >= bar and not self._counts_else(wording, wanted)

    def _said(self, mention: Mention, asked: Mention, wanted: Vector) -> bool:
        if _same_figure(mention, asked) or _names_all(asked, mention):
            return True
        names = {word for name in asked.names for word in name.split()}
        held = self._vectors[mention.id].keys() - names
        return sum(value**2 for term, value in wanted.items() if term in held) >= LEAST_SAID_TO_JOIN

    def _counts_else(self, claim: Claim, wanted: Sequence[Mention]) -> bool:
        """Tell whether a claim counts other things in another act: "stored 90 tonnes" for "40 workers fell
        ill".

        Either alone says little: things counted go by many nouns, acts by many verbs.
        """
        counted = {quantity.unit for mention in claim.mentions for quantity in mention.quantities} - {""}
        figures = {quantity.value for mention in wanted for quantity in mention.quantities}
        units = {quantity.unit for mention in wanted for quantity in mention.quantities}
        if not counted or not figures or counted & units:
            return False
        acts = {act for mention in wanted for act in (mention.predicate, *acts_and_things(mention)[0])}
        return not any(
            mention.predicate in acts
            or not acts.isdisjoint(self._traits[mention.id].acts)
            or any(quantity.value in figures for quantity in mention.quantities)
            for mention in claim.mentions
        )

    def speaks_of(self, claim: Claim, asked: Mention, wanted: Vector) -> bool:
        """Tell whether a claim has enough of what is asked, and something of what is said of the names."""
        held = {term for mention in claim.mentions for term in self._vectors[mention.id]}
        names = {word for name in asked.names for word in name.split()}
        covered = sum(value**2 for term, value in wanted.items() if term in held)
        said = sum(value**2 for term, value in wanted.items() if term in held - names)
        return covered >= LEAST_COVERED and said >= LEAST_SAID

    def echo(self, wanted: Vector, claim: Claim) -> dict[str, float]:
        """Return the wanted vector with the average of a claim's mentions, at unit length."""
        summed: defaultdict[str, float] = defaultdict(float, wanted)
        for mention in claim.mentions:
            for term, value in self._vectors[mention.id].items():
                summed[term] += _ECHO * value / len(claim.mentions)
        length = sum(value * value for value in summed.values()) ** 0.5
        return {term: value / length for term, value in summed.items()}

    def parts(self, asked: Mention, mention: Mention) -> bool:
        """Tell whether a slot of a mention rules it out: another place, roles reversed, another figure."""
        slots = compare(traits_of(asked, names_of(asked.names)), self._traits[mention.id])
        return bool(_RULING & set(slots.part)) or _is_another_figure(asked, mention)

    def _match(self, mention: Mention, asked: Mention, wanted: Vector) -> float:
        match = dot(wanted, self._vectors[mention.id])
        if asked.names:
            own, given = _shared(asked, mention.names), _shared(asked, (*mention.names, *mention.context))
            match += NAMES_WORTH * (own + given) / 2
        if _same_figure(mention, asked):
            match += FIGURE_WORTH
        return match


def _shared(asked: Mention, names: Sequence[str]) -> float:
    """Return the share of the asked names that are among some names."""
    return sum(any(same_name(name, other) for other in names) for name in asked.names) / len(asked.names)


def _names_all(asked: Mention, mention: Mention) -> bool:
    """Tell whether a mention names all who are asked for, where these are several."""
    return len(asked.names) > 1 and _shared(asked, mention.names) == 1


def _foreignness(wording: Claim, best: Claim, asked: Mention) -> float:
    if wording.story == best.story or any(_names_all(asked, mention) for mention in wording.mentions):
        return 0.0
    return FOREIGN_STORY


def _is_another_figure(asked: Mention, mention: Mention) -> bool:
    """Tell whether a mention hardly says more than a figure, and not one that the asked one can have drifted
    to."""
    figures, given = _figures(asked), _figures(mention)
    if len(mention.terms) > _FEW_TERMS or not figures or not given:
        return False
    return not any(max(one, other) <= DRIFT * min(one, other) for one in figures for other in given)


def _figures(mention: Mention) -> set[float]:
    values = {value for one in mention.quantities for value in (one.value, one.upper) if value is not None}
    return {value for value in values if value >= _SMALLEST_FIGURE}


def _same_figure(mention: Mention, asked: Mention) -> bool:
    figures = {quantity.value for quantity in asked.quantities}
    return any(quantity.value in figures for quantity in mention.quantities)
