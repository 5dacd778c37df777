"""Names that hold outside the house: IRIs and UUIDs, digests of our own ids.

Our ids are those of the caller or of one store; a standard wants names that are the same everywhere and
belong to nobody else. A UUID of version 5 is: no domain is needed, and a second export finds the same.
"""

import re
import uuid
from urllib.parse import quote

from ondit.model.article import Article
from ondit.model.claim import Claim
from ondit.model.ids import content_id
from ondit.model.provenance import Edge
from ondit.present.visible import safe_link

NAMESPACE = uuid.UUID("91fff19c-9d17-411a-a675-99f5a9f54dfd")
"""Ours alone, drawn once at random (RFC 9562, 5.5). Not that of STIX, which is kept for its observables."""

TERMS = f"urn:uuid:{NAMESPACE}#"
"""What our own terms begin with, where a standard has no word for them. It leads nowhere on the web."""

_NOT_IN_AN_IRI = re.compile(r'["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})')
# matches '"' and the sign in "100% sure", not "%20" or "é" (RFC 3987, 2.2)


def uuid_of(*parts: str) -> uuid.UUID:
    """Return the UUID of the given parts in the given order, the same in every export."""
    return uuid.uuid5(NAMESPACE, content_id("urn", *parts))


def urn(*parts: str) -> str:
    """Return the UUID of the given parts as an IRI."""
    return uuid_of(*parts).urn


def parts_of(edge: Edge, claim: Claim) -> tuple[str, ...]:
    """Return all that makes an edge of a claim's graph the one it is, for a name of its own."""
    evidence = edge.evidence
    ends = (claim.id, edge.taker, edge.giver, edge.kind, edge.stance)
    return (*ends, evidence.article_id, str(evidence.span), evidence.text)


def address(article: Article) -> str:
    """Return the IRI of an article: its web address where it has one to link to, else a name of ours."""
    link = safe_link(article.url)
    return _NOT_IN_AN_IRI.sub(lambda match: quote(match[0]), link) if link else urn("article", article.id)
