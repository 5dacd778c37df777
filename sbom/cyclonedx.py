"""The bill in CycloneDX 1.6 (ECMA-424). Field names are the standard's.

It has no serial number and no time, which the standard leaves to the maker: they would change each time.
"""

from collections.abc import Sequence
from urllib.parse import quote

import msgspec

from sbom.carried import Carried
from sbom.lock import PROJECT, Pin, needed

WITHIN = "ondit/web/static/vendor/"  # where the files of others lie in the wheel


class Hash(msgspec.Struct, frozen=True):
    """One digest."""

    alg: str
    content: str


class Property(msgspec.Struct, frozen=True):
    """What the standard has no field for."""

    name: str
    value: str


class Expression(msgspec.Struct, frozen=True):
    """A licence, as an SPDX expression."""

    expression: str


class Component(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A package, or a file of one. `hashes` holds one for each file that may be installed."""

    type: str
    ref: str = msgspec.field(name="bom-ref")
    name: str
    version: str = ""
    scope: str = ""
    hashes: tuple[Hash, ...] = ()
    licenses: tuple[Expression, ...] = ()
    purl: str = ""
    components: tuple["Component", ...] = ()
    properties: tuple[Property, ...] = ()


class Dependency(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """Which components one component asks for, by their refs."""

    ref: str
    depends_on: tuple[str, ...] = ()


class Lifecycle(msgspec.Struct, frozen=True):
    """When the bill was made: "pre-build" is before the wheel, from the lock."""

    phase: str = "pre-build"


class Metadata(msgspec.Struct, frozen=True):
    """What the bill is about."""

    lifecycles: tuple[Lifecycle, ...]
    component: Component


class Bill(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """The document."""

    bom_format: str = "CycloneDX"
    spec_version: str = "1.6"
    version: int = 1
    metadata: Metadata
    components: tuple[Component, ...]
    dependencies: tuple[Dependency, ...]


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """What `pyproject.toml` says under `[project]`, as far as it matters here."""

    name: str
    version: str
    license: str
    dependencies: tuple[str, ...]


def bill(project: Project, required: frozenset[str], pins: Sequence[Pin], files: Sequence[Carried]) -> Bill:
    """Return the bill of a project: the pins that it reaches, and the files of others that it carries.

    A pin is "required" when it is reached from `required`, the names of the dependencies that are always
    installed; what only an extra brings is "optional".
    """
    reached = needed(pins, frozenset({PROJECT}))
    always = {pin.name for pin in needed(pins, required)}
    root = Component(
        type="application",
        ref=_purl("pypi", project.name, project.version),
        name=project.name,
        version=project.version,
        licenses=(Expression(project.license),),
        purl=_purl("pypi", project.name, project.version),
    )
    packages = [_package(pin, "required" if pin.name in always else "optional") for pin in reached]
    others = [_carried(one) for one in files]
    asked = (*(_ref(pin) for pin in reached if PROJECT in pin.asked_by), *(one.ref for one in others))
    return Bill(
        metadata=Metadata((Lifecycle(),), root),
        components=(*packages, *others),
        dependencies=(
            Dependency(root.ref, asked),
            *(
                Dependency(_ref(pin), tuple(_ref(one) for one in reached if pin.name in one.asked_by))
                for pin in reached
            ),
            *(Dependency(one.ref) for one in others),
        ),
    )


def written(document: Bill) -> bytes:
    """Return the bytes of the file: a line for each value, so that a change of the lock is a short diff."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _package(pin: Pin, scope: str) -> Component:
    return Component(
        type="library",
        ref=_ref(pin),
        name=pin.name,
        version=pin.version,
        scope=scope,
        hashes=tuple(Hash("SHA-256", digest) for digest in pin.digests),
        purl=_ref(pin),
        properties=(Property("ondit:marker", pin.marker),) if pin.marker else (),
    )


def _carried(one: Carried) -> Component:
    """Return the package with the file in it: the digest is the file's, not that of the package's archive."""
    purl = _purl("npm", one.package, one.version)
    path = f"{WITHIN}{one.file}"
    file = Component(type="file", ref=path, name=path, hashes=(Hash("SHA-256", one.digest),))
    return Component(
        type="library",
        ref=purl,
        name=one.package,
        version=one.version,
        scope="required",
        licenses=(Expression(one.licence),),
        purl=purl,
        components=(file,),
    )


def _ref(pin: Pin) -> str:
    return _purl("pypi", pin.name, pin.version)


def _purl(kind: str, name: str, version: str) -> str:
    """Return a package URL (ECMA-427)."""
    return f"pkg:{kind}/{quote(name, safe='')}@{quote(version, safe='')}"
