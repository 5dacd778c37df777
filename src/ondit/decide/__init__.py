"""What an analyst decided, laid over what the machine found."""

from ondit.decide.attributions import obey_in_reading
from ondit.decide.claims import changes_claims, obey_in_linking
from ondit.decide.log import check, in_force, undone, without_names
from ondit.decide.sources import obey_in_graph, verdicts_of

__all__ = [
    "changes_claims",
    "check",
    "in_force",
    "obey_in_graph",
    "obey_in_linking",
    "obey_in_reading",
    "undone",
    "verdicts_of",
    "without_names",
]
