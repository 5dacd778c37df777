"""Payloads of strangers, in a browser: none runs, and nothing outside is asked for. A page without our care
shows that the same payloads would."""

import os
from functools import partial
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from web.hostile_store import fill
from web.payloads import payloads
from web.serving import TOKEN, serve

EVERY = [*payloads()]
PART = EVERY[::83]


class Watcher:
    """A page of a browser that notes what runs, and what is asked for outside of `site`."""

    def __init__(self, chromium, site: str) -> None:
        self.site, self.fired, self.asked = site, [], []
        self._context = chromium.new_context()
        self._context.expose_function("noted", lambda number: self.fired.append(number))
        self._context.add_init_script("window.fired = (n) => window.noted(n)")
        self.page = self._context.new_page()
        self.page.on("dialog", lambda dialog: dialog.dismiss())
        self._context.route("**/*", self._route)
        self.page.goto(f"{site}/?token={TOKEN}" if site else "about:blank")

    def _route(self, route) -> None:
        if self.site and route.request.url.startswith(self.site + "/"):
            route.continue_()
        else:
            self.asked.append(route.request.url)
            route.abort()

    def look(self, path: str) -> None:
        """Open a page, and touch what could fire on touch."""
        self.page.goto(self.site + path)
        self.page.evaluate(
            "for (const one of document.querySelectorAll('main *')) {"
            " one.dispatchEvent(new MouseEvent('mouseover')); one.dispatchEvent(new FocusEvent('focus')); }"
        )

    def close(self) -> None:
        self._context.close()


def test_the_control_page_fires(chromium):
    control = "http://control.test"
    watcher = Watcher(chromium, "")
    for number, payload in enumerate(EVERY[:46]):
        watcher.page.route(f"{control}/{number}", partial(_unguarded, payload))
        watcher.page.goto(f"{control}/{number}", wait_until="commit")
        watcher.page.wait_for_timeout(150)
    watcher.close()
    assert len(set(watcher.fired)) >= 10
    assert len({one for one in watcher.asked if "evil.example" in one}) >= 10


def _unguarded(payload: str, route) -> None:
    route.fulfill(body=f"<!DOCTYPE html><p>{payload}".encode(), content_type="text/html")


@pytest.mark.parametrize(
    "wanted",
    [pytest.param(PART, id="part"), pytest.param(EVERY, id="all", marks=pytest.mark.large)],
)
def test_no_payload_runs_and_nothing_is_asked_for(chromium, tmp_path: Path, wanted):
    path = tmp_path / "hostile.db"
    ids = fill(path, wanted)
    looked = 0
    with serve(path) as site:
        watcher = Watcher(chromium, site.url)
        for address in [*addresses(ids, wanted), *claims(watcher, len(wanted))]:
            watcher.look(address)
            looked += 1
        watcher.close()
    print(f"{len(wanted)} payloads, {looked} pages, {len(watcher.fired)} ran, {len(watcher.asked)} asked for")
    assert watcher.fired == []
    assert watcher.asked == []


def addresses(ids: list[str], wanted: list[str]) -> list[str]:
    """Return the pages on which the payloads stand: articles, listings, and what a query is repeated on."""
    sheets = range(1, len(wanted) // 25 + 2)
    listings = ("/", "/articles", "/claims", "/decisions", "/errors")
    return [
        *(f"/articles/{quote(one, safe='')}" for one in ids),
        *(f"{listing}?page={sheet}" for listing in listings for sheet in sheets),
        *(f"/search?{urlencode({'q': one})}" for one in wanted),
        *(f"/decisions/new?{urlencode({'kind': 'origin', 'claim': one})}" for one in wanted[::10]),
    ]


def claims(watcher: Watcher, most: int) -> list[str]:
    """Return the pages of claims that the listing leads to, on screen and sheet."""
    found: dict[str, None] = {}
    for sheet in range(1, most // 25 + 2):
        watcher.page.goto(f"{watcher.site}/claims?page={sheet}")
        hrefs = "every => every.map(one => one.getAttribute('href'))"
        found |= dict.fromkeys(watcher.page.eval_on_selector_all("main a[href^='/claims/clm_']", hrefs))
    return [
        address
        for one in list(found)[: int(os.environ.get("ONDIT_CLAIMS", "300"))]
        for address in (one, f"{one}/print")
    ]
