"""Pictures of the pages for the docs: `python -m browser.screenshots FOLDER`."""

import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlencode

from click.testing import CliRunner
from playwright.sync_api import Browser, Page, sync_playwright

from browser.conftest import CHROMIUM
from browser.stores import arabic, crowd, empty
from ondit.cli import main as ondit
from ondit.demo import QUESTION, demo_articles_path
from web.serving import TOKEN, serve

WIDTH, HEIGHT = 1180, 820
NARROW = 480
MOST_BYTES = 200_000


def main(folder: Path) -> None:
    """Make all pictures; say which are larger than they should be."""
    folder.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp())
    CliRunner().invoke(ondit, ["add", str(demo_articles_path()), "--store", str(work / "demo.db")])
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        with serve(work / "demo.db") as site:
            _demo(_Camera(browser, site.url, folder))
        with serve(arabic(work / "arabic.db")) as site:
            camera = _Camera(browser, site.url, folder)
            camera.take("article-arabic", "/articles/wadi-1")
            camera.take("claim-arabic", camera.first_claim())
        with serve(crowd(work / "crowd.db", 300)) as site:
            camera = _Camera(browser, site.url, folder)
            camera.take("claim-300", camera.first_claim(), height=1100)
        with serve(empty(work / "empty.db")) as site:
            camera = _Camera(browser, site.url, folder)
            camera.take("stories-empty", "/", height=420)
            camera.take("decisions-empty", "/decisions", height=420)
        browser.close()
    shutil.rmtree(work)
    for picture in sorted(folder.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture.name} {size:,} bytes{'  TOO LARGE' if size > MOST_BYTES else ''}")


def _demo(camera: "_Camera") -> None:
    claim = camera.first_claim()
    camera.take("stories", "/")
    camera.take("claims", "/claims")
    camera.take("claim", claim, height=1100)
    camera.take("claim-dark", claim, scheme="dark")
    camera.take("claim-tables", claim, at="#edges")
    camera.take("claim-narrow", claim, width=NARROW)
    camera.take("article", "/articles/dispatch-1", keys="jj")
    camera.take("article-dark", "/articles/meridian-1", scheme="dark", keys="j")
    camera.take("article-narrow", "/articles/meridian-1", width=NARROW)
    camera.take("keys", "/articles/dispatch-1", keys="?")
    camera.take("edit", "/articles/dispatch-1", keys="je")
    camera.take("decide", f"/decisions/new?kind=different-source&claim={claim.rpartition('/')[2]}")
    camera.decide(claim)
    camera.take("decisions", "/decisions", height=420)
    camera.take("articles", "/articles")
    camera.take("sources", "/sources")
    camera.take("errors", "/errors", height=420)
    camera.take("add", "/add")
    camera.take("search", f"/search?{urlencode({'q': QUESTION})}")
    camera.take("asked", f"/trace?{urlencode({'q': QUESTION})}")
    camera.take("print", f"{claim}/print", width=794, height=1123, is_printed=True)


class _Camera:
    """Takes pictures of one site."""

    def __init__(self, browser: Browser, site: str, folder: Path) -> None:
        self._browser, self._site, self._folder = browser, site, folder

    def first_claim(self) -> str:
        """Return the path of the claim with the most carriers; wait until it is traced."""
        page = self._open("/claims", WIDTH, HEIGHT, "light")
        path = str(page.locator("main a[href^='/claims/clm_']").first.get_attribute("href"))
        page.goto(self._site + path)
        page.wait_for_selector(".figures", timeout=120_000)
        page.context.close()
        return path

    def decide(self, claim: str) -> None:
        """Take a decision, so that the log has something to show."""
        page = self._open(
            f"/decisions/new?kind=different-source&claim={claim.rpartition('/')[2]}", WIDTH, HEIGHT, "light"
        )
        page.locator("[name=one]").select_option(index=1)
        page.locator("[name=other]").select_option(index=2)
        page.locator("[name=reason]").fill("spoke to both on the telephone")
        page.locator("[name=who]").fill("Ada Berg")
        page.locator("main form button").click()
        page.wait_for_url("**/claims/**")
        page.context.close()

    def take(
        self,
        name: str,
        path: str,
        *,
        width: int = WIDTH,
        height: int = HEIGHT,
        scheme: str = "light",
        keys: str = "",
        at: str = "",
        is_printed: bool = False,
    ) -> None:
        """Take a picture of the first screen of a page, or of that at an anchor, after some keys."""
        page = self._open(path, width, height, scheme)
        page.locator("main [hx-trigger^=load]").wait_for(state="detached", timeout=60_000)
        if is_printed:
            page.emulate_media(media="print")
        if at:
            page.locator(at).evaluate("one => one.scrollIntoView()")
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(300)
        page.screenshot(path=self._folder / f"{name}.png", animations="disabled")
        page.context.close()

    def _open(self, path: str, width: int, height: int, scheme: str) -> Page:
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(f"{self._site}/?token={TOKEN}")
        page.goto(self._site + path)
        return page


if __name__ == "__main__":
    main(Path(sys.argv[1]))
