"""Claims that an analyst joined or parted, in a linking."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ondit.decide.attributions import obey_in_claims
from ondit.decide.log import same_sets
from ondit.model.claim import Claim, Linking, MainClaim, Mention, Story
from ondit.model.decision import Decision, DecisionKind
from ondit.model.ids import content_id

_OF_LINKING = frozenset(
    {DecisionKind.SAME_CLAIM, DecisionKind.DIFFERENT_CLAIM, DecisionKind.REJECT, DecisionKind.EDIT}
)


def changes_claims(decisions: Iterable[Decision]) -> bool:
    """Tell whether any decision says which mentions are one claim."""
    return any(one.kind in _OF_LINKING for one in decisions)


def obey_in_linking(linking: Linking, decisions: Sequence[Decision]) -> Linking:
    """Return a linking in which what was decided is so; what was decided of mentions not in it waits.

    When a claim is parted, its mentions go with that one of the two mentions named that they share more words
    with; those that are decided to be the same stay together. A joined claim keeps id and words of the claim
    of the mention named first. What joining brings together against a decision is parted again.
    """
    if not changes_claims(decisions):
        return linking
    same = [one for one in decisions if one.kind is DecisionKind.SAME_CLAIM]
    different = [one for one in decisions if one.kind is DecisionKind.DIFFERENT_CLAIM]
    shelf = _Shelf(obey_in_claims(linking.claims, decisions), same_sets(same))
    for part in different:
        shelf.part(part.one, part.other)
    for join in same:
        shelf.join(join.one, join.other)
    for part in different:
        shelf.part(part.one, part.other)
    claims = tuple(sorted(shelf.claims.values(), key=lambda claim: claim.id))
    if claims == tuple(sorted(linking.claims, key=lambda claim: claim.id)):
        return linking
    return replace(
        linking,
        claims=claims,
        stories=tuple(_told(linking.stories, claims)),
        mains=tuple(_mains(linking.mains, linking.claims, shelf.home)),
    )


class _Shelf:
    """Claims by id, and the id of the claim that each mention is in. `sets` name the set of mentions that a
    mention is decided to be the same as."""

    def __init__(self, claims: Iterable[Claim], sets: Mapping[str, str]) -> None:
        self._sets = sets
        self.claims = {claim.id: claim for claim in claims}
        self.home = {mention.id: claim.id for claim in self.claims.values() for mention in claim.mentions}

    def part(self, one: str, other: str) -> None:
        """Let a claim that holds both mentions fall in two; the part of the first keeps its id."""
        claim = self.claims.get(self.home.get(one, ""))
        apart = self._set_of(one) != self._set_of(other)
        if claim and apart and self.home.get(other) == claim.id:
            for half in self._halves(claim, one, other):
                self._put(half)

    def join(self, one: str, other: str) -> None:
        """Put the claim of the second mention into that of the first."""
        stays, goes = self.home.get(one), self.home.get(other)
        if stays and goes and stays != goes:
            taken = self.claims.pop(goes)
            claim = self.claims[stays]
            self._put(replace(claim, mentions=claim.mentions + taken.mentions))

    def _halves(self, claim: Claim, one: str, other: str) -> tuple[Claim, Claim]:
        """Return the claim of the one mention and that of the other; sets of mentions are not torn."""
        members = {mention.id: mention for mention in claim.mentions}
        first, second = members[one], members[other]
        goes = {self._set_of(one): False, self._set_of(other): True}
        for mention in claim.mentions:
            leaves = _likeness(mention, second) > _likeness(mention, first)
            goes.setdefault(self._set_of(mention.id), leaves)
        stay = tuple(mention for mention in claim.mentions if not goes[self._set_of(mention.id)])
        leave = tuple(mention for mention in claim.mentions if goes[self._set_of(mention.id)])
        text = claim.text if any(mention.text == claim.text for mention in stay) else first.text
        parted = content_id("clm", "parted", claim.id, other)
        return (
            replace(claim, text=text, mentions=stay),
            replace(claim, id=parted, text=second.text, mentions=leave),
        )

    def _set_of(self, mention_id: str) -> str:
        return self._sets.get(mention_id, mention_id)

    def _put(self, claim: Claim) -> None:
        self.claims[claim.id] = claim
        self.home.update((mention.id, claim.id) for mention in claim.mentions)


def _likeness(one: Mention, other: Mention) -> float:
    """Return the Jaccard index of the terms of two mentions."""
    left, right = set(one.terms), set(other.terms)
    return len(left & right) / len(left | right) if left or right else 0.0


def _told(stories: Iterable[Story], claims: Iterable[Claim]) -> Iterator[Story]:
    held: defaultdict[str | None, list[str]] = defaultdict(list)
    for claim in claims:
        held[claim.story].append(claim.id)
    for story in stories:
        yield replace(story, claims=tuple(held[story.id]))


def _mains(
    mains: Iterable[MainClaim], before: Iterable[Claim], home: Mapping[str, str]
) -> Iterator[MainClaim]:
    """Yield the main claims, each as the claim that its article's mention of the old one is in now, or else
    most mentions of the old one; a claim of which no mention is left is nobody's main claim. One of a claim
    that is not among them stays as it is."""
    members = {claim.id: claim.mentions for claim in before}
    for main in mains:
        if main.claim_id not in members:
            yield main
            continue
        now = [(one.article_id, home[one.id]) for one in members[main.claim_id] if one.id in home]
        counts = Counter(claim_id for article_id, claim_id in now if article_id == main.article_id)
        counts = counts or Counter(claim_id for _, claim_id in now)
        if counts:
            best = min(counts, key=lambda one: (-counts[one], one != main.claim_id, one))
            yield replace(main, claim_id=best)
