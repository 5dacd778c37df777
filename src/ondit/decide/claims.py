"""Claims that an analyst joined or parted, in a linking."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ondit.decide.attributions import obey_in_claim
from ondit.model.claim import Claim, Linking, MainClaim, Mention, Story
from ondit.model.decision import Decision, DecisionKind
from ondit.model.ids import content_id


def obey_in_linking(linking: Linking, decisions: Sequence[Decision]) -> Linking:
    """Return a linking in which what was decided is so; what was decided of mentions not in it waits.

    What is parted is parted first: the mentions of a claim go with that one of the two mentions named that
    they share more words with. A joined claim keeps id and words of the claim of the mention named first.
    """
    claims = (left for claim in linking.claims if (left := obey_in_claim(claim, decisions)))
    apart = _pairs(decisions, DecisionKind.DIFFERENT_CLAIM)
    parted = [part for claim in claims for part in _parts(claim, apart)]
    joined = _joined(parted, _pairs(decisions, DecisionKind.SAME_CLAIM))
    if joined == list(linking.claims):
        return linking
    return replace(
        linking,
        claims=tuple(sorted(joined, key=lambda claim: claim.id)),
        stories=tuple(_told(linking.stories, joined)),
        mains=tuple(_mains(linking.mains, linking.claims, joined)),
    )


def _pairs(decisions: Iterable[Decision], kind: DecisionKind) -> list[tuple[str, str]]:
    return [(one.one, one.other) for one in decisions if one.kind is kind]


def _parts(claim: Claim, pairs: Iterable[tuple[str, str]]) -> list[Claim]:
    """Return the claims that a claim falls into; the part of the mention named first keeps its id."""
    parts = [claim]
    for one, other in pairs:
        for place, part in enumerate(parts):
            members = {mention.id: mention for mention in part.mentions}
            if one in members and other in members:
                parts[place : place + 1] = _halves(part, members[one], members[other])
                break
    return parts


def _halves(claim: Claim, one: Mention, other: Mention) -> list[Claim]:
    goes = {
        mention.id
        for mention in claim.mentions
        if mention.id != one.id
        and (mention.id == other.id or _likeness(mention, other) > _likeness(mention, one))
    }
    stays = tuple(mention for mention in claim.mentions if mention.id not in goes)
    leaves = tuple(mention for mention in claim.mentions if mention.id in goes)
    text = claim.text if any(mention.text == claim.text for mention in stays) else one.text
    parted = content_id("clm", "parted", claim.id, other.id)
    return [
        replace(claim, text=text, mentions=stays),
        replace(claim, id=parted, text=other.text, mentions=leaves),
    ]


def _likeness(one: Mention, other: Mention) -> float:
    """Return the Jaccard index of the terms of two mentions."""
    left, right = set(one.terms), set(other.terms)
    return len(left & right) / len(left | right) if left or right else 0.0


def _joined(claims: Sequence[Claim], pairs: Iterable[tuple[str, str]]) -> list[Claim]:
    by_id = {claim.id: claim for claim in claims}
    home = {mention.id: claim.id for claim in claims for mention in claim.mentions}
    for one, other in pairs:
        stays, goes = home.get(one), home.get(other)
        if stays is None or goes is None or stays == goes:
            continue
        taken = by_id.pop(goes)
        by_id[stays] = replace(by_id[stays], mentions=by_id[stays].mentions + taken.mentions)
        home.update((mention.id, stays) for mention in taken.mentions)
    return list(by_id.values())


def _told(stories: Iterable[Story], claims: Iterable[Claim]) -> Iterator[Story]:
    held: defaultdict[str | None, list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        held[claim.story].append(claim.id)
    for story in stories:
        yield replace(story, claims=tuple(held[story.id]))


def _mains(
    mains: Iterable[MainClaim], before: Iterable[Claim], claims: Iterable[Claim]
) -> Iterator[MainClaim]:
    """Yield the main claims, each as the claim that its article's mention of the old one is in now, or else
    most mentions of the old one; a claim of which no mention is left is nobody's main claim."""
    members = {claim.id: claim.mentions for claim in before}
    home = {mention.id: claim.id for claim in claims for mention in claim.mentions}
    for main in mains:
        now = [(one.article_id, home[one.id]) for one in members.get(main.claim_id, ()) if one.id in home]
        counts = Counter(claim_id for article_id, claim_id in now if article_id == main.article_id)
        counts = counts or Counter(claim_id for _, claim_id in now)
        if counts:
            best = min(counts, key=lambda one: (-counts[one], one != main.claim_id, one))
            yield replace(main, claim_id=best)
