"""Pages from the web: the one place of Ondit that opens connections."""

from ondit.ingest.fetching.decoding import decoded, unpacked
from ondit.ingest.fetching.fetcher import Fetcher, Manners
from ondit.ingest.fetching.targets import shown
from ondit.ingest.fetching.wire import World

__all__ = ["Fetcher", "Manners", "World", "decoded", "shown", "unpacked"]
