"""What a person gives is opened and taken apart into items."""

from ondit.ingest.opening.given import STDIN, find_items, is_address, named
from ondit.ingest.opening.streams import Packed, Unpack, items_of_stream, unpack, unpack_here

__all__ = [
    "STDIN",
    "Packed",
    "Unpack",
    "find_items",
    "is_address",
    "items_of_stream",
    "named",
    "unpack",
    "unpack_here",
]
