"""Given names of many cultures, and the gender they tell."""

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import msgspec

from ondit.errors import LexiconError
from ondit.languages.table import Table


class Gender(StrEnum):
    """The gender a name or noun tells; a pronoun of the other one cannot mean its bearer."""

    FEMALE = "female"
    MALE = "male"


class GivenNames(Table, frozen=True):
    """Folded given names: `female`, `male`, and those given to `either`."""

    female: frozenset[str]
    male: frozenset[str]
    either: frozenset[str]

    def gender(self, name: str) -> Gender | None:
        """Return the gender that a folded given name tells, None for an unknown one or one for either."""
        if name in self.female:
            return Gender.FEMALE
        return Gender.MALE if name in self.male else None

    def knows(self, name: str) -> bool:
        """Tell whether a folded word is a given name at all."""
        return name in self.female or name in self.male or name in self.either


@lru_cache(maxsize=1)
def given_names() -> GivenNames:
    """Return the names of `languages/given_names.toml`.

    Raises `LexiconError` with the fault when the file does not follow the schema.
    """
    raw = files("ondit.languages").joinpath("given_names.toml").read_bytes()
    try:
        return msgspec.toml.decode(raw, type=GivenNames)
    except msgspec.DecodeError as error:
        raise LexiconError(f"languages/given_names.toml: {error}.") from error
