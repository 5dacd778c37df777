"""The claims as a listing."""

from starlette.responses import Response

from ondit.listings import find_claims
from ondit.present.page.listings import claim_view
from ondit.web.asked import Asked
from ondit.web.listing import listing_of, shown
from ondit.web.serving import Serving


def page(asked: Asked, serving: Serving) -> Response:
    """Answer with the claims, those with the most carriers first."""
    version = serving.version()
    with serving.store() as store:
        found = find_claims(store, asked.narrowing, asked.words, asked.window)
        listing = listing_of(asked, found, "claims", store)
        ranges = serving.tracer.ranges(store, found.rows, version)
    rows = [claim_view(claim, ranges.shown.get(claim.id)) for claim in found.rows]
    return shown(asked, "claims.html", ranges.is_whole, here="/claims", listing=listing, claims=rows)
