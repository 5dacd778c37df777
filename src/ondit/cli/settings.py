"""Settings: `ondit.toml`, beaten by the environment (`ONDIT_...`), beaten by flags."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ondit.errors import InputError
from ondit.resolve import OwnOutlets


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What `ondit.toml` may hold. Each setting is the default of the option of the same name; `outlets` is a
    section: its `file` is the option's default, its rows come in addition to those of a file."""

    store: str | None = None
    model: str | None = None
    jobs: int | None = None
    outlets: OwnOutlets = OwnOutlets()

    def as_default_map(self, commands: Iterable[str]) -> dict[str, Any]:
        """Return the settings as click's default map: command name to option name to value."""
        given = {
            "path": self.store,
            "model": self.model,
            "jobs": self.jobs,
            "outlets": self.outlets.file or None,
        }
        stated = {name: value for name, value in given.items() if value is not None}
        return dict.fromkeys(commands, stated)


def load_settings(path: Path) -> Settings:
    """Return the settings of a file; the empty settings when there is no such file.

    Raises `InputError` with the path to the fault when the file does not follow the schema.
    """
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (msgspec.DecodeError, OSError) as error:
        raise InputError(f"{path}: {error}. docs/interfaces.md lists the settings.") from error
