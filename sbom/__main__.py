"""Write the bill anew from the lock: python -m sbom."""

import tomllib
from pathlib import Path

import msgspec
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sbom.carried import carried
from sbom.cyclonedx import WITHIN, Project, bill, written
from sbom.lock import pins

ROOT = Path(__file__).parent.parent
FILE = ROOT / "sbom" / "ondit.cdx.json"


def current() -> bytes:
    """Return what the file must hold by the lock as it is now."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = msgspec.convert(settings["project"], Project)
    required = frozenset(canonicalize_name(Requirement(one).name) for one in project.dependencies)
    lock = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    readme = (ROOT / "src" / WITHIN / "README.md").read_text(encoding="utf-8")
    return written(bill(project, required, pins(lock), carried(readme)))


if __name__ == "__main__":
    FILE.write_bytes(current())
