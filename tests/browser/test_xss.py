"""Payloads of strangers, in a browser: none runs, and nothing outside is asked for. A page without our care
shows that the same payloads would."""

from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest

from ondit.present.page.spots import in_path
from web.hostile_store import fill
from web.payloads import payloads
from web.serving import TOKEN, serve

EVERY = [*payloads()]
PART = EVERY[::83]
BATCH = 207  # payloads of one store: all that hold them are alike, and one claim of thousands takes long


class Watcher:
    """A page of a browser that notes what runs, and what is asked for outside of `site`."""

    def __init__(self, chromium, site: str) -> None:
        self.site, self.fired, self.asked = site, [], []
        self._context = chromium.new_context()
        self._context.expose_function("noted", lambda number: self.fired.append(number))
        self._context.add_init_script("window.fired = (n) => window.noted(n)")
        self._context.route("**/*", self._route)
        self.open()
        self.page.goto(f"{site}/?token={TOKEN}" if site else "about:blank")

    def open(self) -> None:
        """Go on in a new tab."""
        self.page = self._context.new_page()
        self.page.on("dialog", lambda dialog: dialog.dismiss())

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
        watcher.page.close()
        watcher.open()  # a payload may still be on its way elsewhere
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
    fired, asked = [], []
    for start in range(0, len(wanted), BATCH):
        looked = look_at(chromium, tmp_path / f"{start}.db", wanted[start : start + BATCH], (fired, asked))
        print(
            f"payloads {start} to {min(start + BATCH, len(wanted))} of {len(wanted)}: {looked} pages,"
            f" {len(fired)} ran, {len(asked)} asked for",
            flush=True,
        )
    assert fired == []
    assert asked == []


def look_at(chromium, path: Path, wanted: list[str], noted: tuple[list, list]) -> int:
    """Look at every page of a store that holds these payloads; note what ran and what was asked for, and
    return how many pages there were."""
    ids = fill(path, wanted)
    with serve(path) as site:
        watcher = Watcher(chromium, site.url)
        every = [*addresses(ids, wanted), *claims(watcher)]
        for address in every:
            watcher.look(address)
        watcher.close()
    noted[0].extend(watcher.fired)
    noted[1].extend(watcher.asked)
    return len(every)


def addresses(ids: list[str], wanted: list[str]) -> list[str]:
    """Return the pages on which the payloads stand: articles, listings, and what a query is repeated on."""
    sheets = range(1, len(wanted) // 25 + 2)
    listings = ("/", "/articles", "/claims", "/decisions", "/errors")
    return [
        *(f"/articles/{in_path(one)}" for one in ids),
        *(f"{listing}?page={sheet}" for listing in listings for sheet in sheets),
        *(f"/search?{urlencode({'q': ' '.join(wanted[one : one + 4])})}" for one in range(0, len(wanted), 4)),
        *(f"/decisions/new?{urlencode({'kind': 'origin', 'claim': one})}" for one in wanted[::10]),
    ]


def claims(watcher: Watcher) -> list[str]:
    """Return the pages of the claims that the first sheet of them leads to, on screen and on paper."""
    watcher.page.goto(f"{watcher.site}/claims")
    hrefs = "every => every.map(one => one.getAttribute('href'))"
    found = watcher.page.eval_on_selector_all("main a[href^='/claims/clm_']", hrefs)
    return [address for one in dict.fromkeys(found) for address in (one, f"{one}/print")]
