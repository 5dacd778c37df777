"""The root of all tables of a lexicon."""

import msgspec


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The root of all tables of a lexicon: frozen, by keyword, strict."""
