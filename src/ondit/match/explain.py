"""Why the mentions of a claim are one claim, and why their neighbours are not."""

from collections.abc import Iterable, Mapping

from ondit.match.collection import Collection
from ondit.match.identity import Identity
from ondit.model.claim import Claim, Mention
from ondit.model.provenance import Evidence, Pairing
from ondit.model.reading import Reading
from ondit.model.span import hull

_MOST_APART = 10  # neighbours that are shown: the likest ones
_LEAST_LIKE = 0.1  # cosine of a neighbour to the claim; below, nobody would ask why it is another claim


def explain_claim(
    claim: Claim, readings: Iterable[Reading], story_of: Mapping[str, str]
) -> tuple[Pairing, ...]:
    """Compare the mention that gives the claim its wording with the first one of every other article, and
    with the likest mentions of the same articles that were kept apart.

    `readings` are those of the carriers, `story_of` gives the stories of their articles. Words are weighed
    among these articles, so likeness is not to the digit that of the whole collection.
    """
    collection = Collection()
    collection.add(list(readings))
    identity = Identity(collection)
    identity.story_of = lambda article_id: story_of.get(article_id, article_id)
    held = {one.id for one in claim.mentions}
    known = [one for one in claim.mentions if one.id in collection.mentions]
    if not known:
        return ()
    central = next((one for one in known if one.text == claim.text), known[0])
    firsts = {one.article_id: one for one in reversed(known) if one.article_id != central.article_id}
    joined = [_pairing(collection, identity, central, one, True) for _, one in sorted(firsts.items())]
    others = [one for one in collection.mentions.values() if one.id not in held]
    apart = [_pairing(collection, identity, central, one, False) for one in others]
    near = [one for one in apart if one.likeness >= _LEAST_LIKE]
    likest = sorted(near, key=lambda one: (-one.likeness, one.other.article_id, one.other.text))
    return (*joined, *likest[:_MOST_APART])


def _pairing(
    collection: Collection, identity: Identity, one: Mention, other: Mention, joined: bool
) -> Pairing:
    why = identity.explain(one.id, other.id)
    return Pairing(
        one=_evidence(collection, one),
        other=_evidence(collection, other),
        joined=joined,
        agree=why.slots.agree,
        differ=why.slots.differ,
        part=why.slots.part,
        likeness=round(why.likeness, 2),
        needed=None if why.needed > 1 else round(why.needed, 2),
    )


def _evidence(collection: Collection, mention: Mention) -> Evidence:
    article = collection.readings[mention.article_id].article
    whole = hull([span for span in mention.spans if span.part is mention.spans[0].part])
    return Evidence(article_id=article.id, span=whole, text=article.cut(whole))
