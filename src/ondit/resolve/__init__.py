"""Attributions learn whom they mean: outlets, persons, bodies, documents, unnamed sources, credits."""

from ondit.resolve.outlets.own import OwnOutlets, checked, read_own_outlets, remarks
from ondit.resolve.outlets.rows import Outlet
from ondit.resolve.outlets.table import outlet_table
from ondit.resolve.resolution import outlets_named, resolve

__all__ = [
    "Outlet",
    "OwnOutlets",
    "checked",
    "outlet_table",
    "outlets_named",
    "read_own_outlets",
    "remarks",
    "resolve",
]
