"""The SBOM: it agrees with the lock, says what Ondit needs and nothing else, and lies in the wheel."""

import json
import re
from hashlib import sha256
from importlib.metadata import requires
from zipfile import ZipFile

import pytest
from hatchling.build import build_wheel
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from sbom.__main__ import FILE, ROOT, current
from sbom.carried import Carried, carried
from sbom.cyclonedx import Project, bill
from sbom.lock import pins

DIGEST = "0" * 64
LOCK = f"""\
checker==2.0 \\
    --hash=sha256:{DIGEST}
    # via -r requirements/dev.in
drawing==1.2 \\
    --hash=sha256:{DIGEST}
    # via ondit (pyproject.toml)
reader==3.1 ; python_full_version < '3.12' \\
    --hash=sha256:{"1" * 64} \\
    --hash=sha256:{"2" * 64}
    # via ondit (pyproject.toml)
reader==3.2 ; python_full_version >= '3.12' \\
    --hash=sha256:{DIGEST}
    # via ondit (pyproject.toml)
shared==0.9 \\
    --hash=sha256:{DIGEST}
    # via
    #   checker
    #   drawing
    #   tables
tables==7 \\
    --hash=sha256:{DIGEST}
    # via reader
"""
PROJECT = Project(name="ondit", version="0.1.0", license="Apache-2.0", dependencies=("reader>=3",))


def made():
    return bill(PROJECT, frozenset({"reader"}), pins(LOCK), [Carried("a.js", "ay", "1.0", "MIT", DIGEST)])


def component(purl: str):
    return next(one for one in made().components if one.purl == purl)


def asked_by(purl: str) -> set[str]:
    return {one.ref for one in made().dependencies if purl in one.depends_on}


# --- the file -----------------------------------------------------------------------------------------------


def test_the_file_agrees_with_the_lock():
    assert FILE.read_bytes() == current(), "what it is made from has changed: run 'make sbom'"


def test_what_is_installed_for_ondit_is_in_the_file():
    named = {one["name"] for one in json.loads(FILE.read_bytes())["components"]}
    assert needed_here("ondit", frozenset({"en", "exports"})) <= named


def test_the_checks_of_a_checkout_are_not_in_the_file():
    named = {one["name"] for one in json.loads(FILE.read_bytes())["components"]}
    assert not named & {"pytest", "ruff", "mypy", "hypothesis", "hatchling", "import-linter"}


def test_the_file_tells_no_time_no_address_and_no_serial_number():
    text = FILE.read_text(encoding="utf-8")
    assert not re.search(r"timestamp|serialNumber|https?:", text)


def needed_here(name: str, extras: frozenset[str]) -> set[str]:
    """Return the packages that an installed one needs in this environment, as its own metadata tells."""
    found, waiting = set(), [(name, extras)]
    while waiting:
        package, wanted = waiting.pop()
        for asked in map(Requirement, requires(package) or ()):
            applies = not asked.marker or any(asked.marker.evaluate({"extra": one}) for one in {"", *wanted})
            one = (canonicalize_name(asked.name), frozenset(asked.extras))
            if applies and one not in found:
                found.add(one)
                waiting.append(one)
    return {name for name, _ in found}


# --- the wheel ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        name = build_wheel(str(folder))
    with ZipFile(folder / name) as archive:
        yield archive


def test_the_wheel_holds_the_file_where_pep_770_wants_it(wheel):
    (place,) = [name for name in wheel.namelist() if "/sboms/" in name]
    assert re.fullmatch(r"ondit-[\w.]+\.dist-info/sboms/ondit\.cdx\.json", place)
    assert wheel.read(place) == FILE.read_bytes()


def test_the_files_of_others_in_the_wheel_are_those_of_the_file(wheel):
    files = [
        file for one in json.loads(FILE.read_bytes())["components"] for file in one.get("components", ())
    ]
    assert files
    for file in files:
        assert sha256(wheel.read(file["name"])).hexdigest() == file["hashes"][0]["content"]


# --- how it is made -----------------------------------------------------------------------------------------


def test_what_the_project_does_not_reach_is_left_out():
    assert [one.purl for one in made().components] == [
        "pkg:pypi/drawing@1.2",
        "pkg:pypi/reader@3.1",
        "pkg:pypi/reader@3.2",
        "pkg:pypi/shared@0.9",
        "pkg:pypi/tables@7",
        "pkg:npm/ay@1.0",
    ]


@pytest.mark.parametrize(
    ("purl", "scope"),
    [
        pytest.param("pkg:pypi/reader@3.2", "required", id="a dependency"),
        pytest.param("pkg:pypi/shared@0.9", "required", id="a dependency of one, and of an extra too"),
        pytest.param("pkg:pypi/drawing@1.2", "optional", id="what only an extra brings"),
        pytest.param("pkg:npm/ay@1.0", "required", id="a file that lies in the package"),
    ],
)
def test_a_package_is_required_or_optional(purl, scope):
    assert component(purl).scope == scope


def test_a_package_has_the_hashes_of_all_its_files_and_its_environments():
    reader = component("pkg:pypi/reader@3.1")
    assert [(one.alg, one.content) for one in reader.hashes] == [
        ("SHA-256", "1" * 64),
        ("SHA-256", "2" * 64),
    ]
    assert [one.value for one in reader.properties] == ["python_full_version < '3.12'"]


@pytest.mark.parametrize(
    ("purl", "by"),
    [
        pytest.param("pkg:pypi/drawing@1.2", {"pkg:pypi/ondit@0.1.0"}, id="by the project"),
        pytest.param("pkg:npm/ay@1.0", {"pkg:pypi/ondit@0.1.0"}, id="a file in the package"),
        pytest.param(
            "pkg:pypi/tables@7", {"pkg:pypi/reader@3.1", "pkg:pypi/reader@3.2"}, id="by both versions of one"
        ),
        pytest.param(
            "pkg:pypi/shared@0.9",
            {"pkg:pypi/drawing@1.2", "pkg:pypi/tables@7"},
            id="not by what is left out",
        ),
    ],
)
def test_who_asks_for_a_package_is_told(purl, by):
    assert asked_by(purl) == by


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("reader>=3.1\n", id="not pinned"),
        pytest.param("reader==3.1\n", id="without hashes"),
        pytest.param("-r other.txt\n", id="another file"),
        pytest.param("reader==3.1 \\\n    --hash=md5:00\n", id="another kind of hash"),
    ],
)
def test_a_line_that_is_not_understood_is_an_error(line):
    with pytest.raises(ValueError, match="make lock"):
        pins(line)


def test_a_file_of_others_is_read_from_its_row():
    row = f"| a.js | [ay](https://a.example), `a.js` of the npm package `ay` | 1.0 | MIT, a.txt | {DIGEST} |"
    head = "| file | what | version | licence | sha256 |\n| --- | --- | --- | --- | --- |\n"
    assert carried(f"{head}{row}\n") == [Carried("a.js", "ay", "1.0", "MIT", DIGEST)]
