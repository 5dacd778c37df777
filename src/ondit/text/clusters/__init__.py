"""Clusters of sparse vectors, and the index that finds those near a vector."""

from ondit.text.clusters.average import CENTRAL_OF, AverageLink, Bar, Level, Stray
from ondit.text.clusters.nearest import ClusterIndex, Kept, NoneKept
from ondit.text.clusters.postings import Effort, Filed, Integers

__all__ = [
    "CENTRAL_OF",
    "AverageLink",
    "Bar",
    "ClusterIndex",
    "Effort",
    "Filed",
    "Integers",
    "Kept",
    "Level",
    "NoneKept",
    "Stray",
]
