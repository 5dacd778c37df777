"""What articles have in common: claim mentions, claims, copies, stories."""

from ondit.match.copies import find_copies
from ondit.match.explain import explain_claim
from ondit.match.linker import Linker
from ondit.match.mentions import find_mentions
from ondit.match.select import claims_near, mention_weights, select_claim

__all__ = [
    "Linker",
    "claims_near",
    "explain_claim",
    "find_copies",
    "find_mentions",
    "mention_weights",
    "select_claim",
]
