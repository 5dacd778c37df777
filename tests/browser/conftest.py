"""A real browser for the tests: Debian's Chromium, driven by Playwright. Without either nothing here runs,
and the summary says so."""

import os
import re
import shutil
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

from browser.stores import arabic, crowd, empty
from web.serving import TOKEN, serve

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parents[2] / ".venv" / "browser" / "package" / "axe.min.js"
AXE_DIGEST = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"  # of axe-core 4.14.1
MISSING = [
    *(["Playwright"] if not find_spec("playwright") else []),
    *(["Chromium (apt install chromium, or CHROMIUM=PATH)"] if not CHROMIUM else []),
]


def pytest_collection_modifyitems(items):
    if MISSING:
        skip = pytest.mark.skip(
            reason=f"no {' and no '.join(MISSING)}: `make test-browser` installs what it needs"
        )
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(skip)


def pytest_terminal_summary(terminalreporter):
    if MISSING:
        terminalreporter.section("NO BROWSER", sep="!", red=True, bold=True)
        terminalreporter.line(
            f"The browser tests did not run: no {' and no '.join(MISSING)}. `make test-browser` runs them."
        )


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core; skipped where `make test-browser` has not brought it."""
    if not AXE.exists():
        pytest.skip("no axe-core: `make test-browser` installs what it needs")
    source = AXE.read_bytes()
    assert sha256(source).hexdigest() == AXE_DIGEST
    return source.decode()


@pytest.fixture(scope="session")
def demo_site(demo_store: Path) -> Iterator[str]:
    with serve(demo_store) as site:
        yield site.url


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(arabic(tmp_path_factory.mktemp("arabic") / "arabic.db")) as site:
        yield site.url


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(empty(tmp_path_factory.mktemp("empty") / "empty.db")) as site:
        yield site.url


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serve(crowd(tmp_path_factory.mktemp("crowd") / "crowd.db", 300)) as site:
        yield site.url


@pytest.fixture
def visit(chromium):
    """Open a page of a site as somebody who has its token; the page must not complain or ask for anything
    outside."""
    contexts, faults = [], []

    def opened(site: str, path: str = "/", **options):
        context = chromium.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{path}: {error}"))
        page.on(
            "console", lambda said: faults.append(f"{path}: {said.text}") if said.type == "error" else None
        )
        page.on(
            "request",
            lambda asked: faults.append(asked.url) if not asked.url.startswith((site, "data:")) else None,
        )
        page.goto(f"{site}/?token={TOKEN}")
        page.goto(site + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def sheets(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
