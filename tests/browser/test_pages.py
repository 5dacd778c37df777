"""What people look at, as a browser shows it."""

import re

import pytest

from browser.conftest import sheets

LISTINGS = ["/", "/claims", "/articles", "/decisions", "/sources", "/errors", "/add", "/search?q=workers"]
CLAIM = "a[href^='/claims/']"
ARTICLE = "/articles/dispatch-1"


def first_claim(page) -> str:
    """Return the path of the first claim that is listed: the one with the most carriers."""
    return page.evaluate("document.querySelector(\"main a[href^='/claims/']\").getAttribute('href')")


@pytest.fixture
def claim(visit, demo_site) -> str:
    return first_claim(visit(demo_site, "/claims"))


@pytest.mark.browser
@pytest.mark.parametrize("path", [*LISTINGS, ARTICLE, "claim"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_has_no_serious_finding_of_axe(visit, demo_site, axe, claim, path, scheme):
    page = visit(demo_site, claim if path == "claim" else path, color_scheme=scheme)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']][:3]}"
        for one in found["violations"]
        if one["impact"] in {"serious", "critical"}
    ]
    assert serious == []


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/claims", "/articles", "/decisions", "/errors"])
def test_an_empty_store_says_so(visit, empty_site, path):
    assert len(visit(empty_site, path).inner_text("main").split()) > 5


@pytest.mark.browser
@pytest.mark.parametrize("path", [*LISTINGS, ARTICLE, "claim"])
def test_nothing_runs_off_the_page_at_200_percent(visit, demo_site, claim, path):
    page = visit(demo_site, claim if path == "claim" else path, viewport={"width": 640, "height": 450})
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


@pytest.mark.parametrize("path", ["/", ARTICLE, "claim"])
def test_a_page_is_read_without_scripts(visit, demo_site, claim, path):
    page = visit(demo_site, claim if path == "claim" else path, java_script_enabled=False)
    assert page.locator("h1").inner_text()
    if path == ARTICLE:
        page.locator(".chip:not(.own)").first.click()
        assert page.locator(".card:target dl").is_visible()


def test_dark_mode_is_dark(visit, demo_site):
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = visit(demo_site, color_scheme="dark").evaluate(ground)
    light = visit(demo_site, color_scheme="light").evaluate(ground)
    assert sum(map(int, re.findall(r"\d+", dark))) < 150 < 600 < sum(map(int, re.findall(r"\d+", light)))


def test_an_arabic_article_runs_from_right_to_left(visit, arabic_site):
    page = visit(arabic_site, "/articles/wadi-1")
    text = page.locator("#text")
    assert page.evaluate("getComputedStyle(document.querySelector('#text')).direction") == "rtl"
    assert page.locator(".article").get_attribute("lang") == "ar"
    chip = page.locator("#text .chip").first.bounding_box()
    assert chip["x"] + chip["width"] <= text.bounding_box()["x"]


@pytest.mark.browser
@pytest.mark.parametrize("site", ["demo_site", "crowded_site", "arabic_site"])
def test_a_claim_is_printed_on_one_sheet(visit, request, site):
    address = request.getfixturevalue(site)
    path = first_claim(visit(address, "/claims"))
    for beside in ("", "/print"):
        page = visit(address, path)
        page.wait_for_selector(".figures", timeout=60_000)
        page.goto(address + path + beside)
        page.wait_for_selector(".figures", timeout=60_000)
        assert sheets(page.pdf(prefer_css_page_size=True)) == 1


@pytest.mark.browser
def test_every_step_of_a_claim_opens_its_sentence(visit, demo_site, claim):
    page = visit(demo_site, claim)
    links = page.eval_on_selector_all(
        "tr[id^=e] a.there", "every => every.map(one => one.getAttribute('href'))"
    )
    assert len(links) > 10
    for href in links[:6]:
        page.goto(demo_site + claim)
        quoted = page.inner_text(f"a.there[href='{href}']")
        page.goto(demo_site + href)
        marked = "".join(page.locator(".at").all_inner_texts())
        assert "".join(marked.split()) in "".join(quoted.split())
        assert marked and page.locator("#at").is_visible()


# --- keyboard only ------------------------------------------------------------------------------------------


def test_tab_reaches_the_content_first_and_every_stop_is_seen(visit, demo_site):
    page = visit(demo_site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_j_and_k_go_from_attribution_to_attribution(visit, demo_site):
    page = visit(demo_site, ARTICLE)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".card.current").get_attribute("id") == "a2"
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#a2"
    assert "source" in page.locator(".peek dl").inner_text().lower()
    page.keyboard.press("k")
    assert page.locator(".card.current").get_attribute("id") == "a1"


def test_single_letters_can_be_switched_off(visit, demo_site):
    page = visit(demo_site, ARTICLE)
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.locator("#help [name=keys]").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".card.current").count() == 0


def test_an_attribution_is_accepted_and_taken_back_by_keyboard(visit, demo_site):
    page = visit(demo_site, ARTICLE)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.type("read it twice")
    page.keyboard.press("Tab")
    page.keyboard.type("Ada Berg")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/dispatch-1#a1")
    page.goto(demo_site + "/decisions")
    row = page.locator("tbody tr").first
    assert "accept" in row.inner_text() and "read it twice" in row.inner_text()
    row.locator("a", has_text="take back").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/decisions/new?**")
    page.locator("[name=reason]").focus()
    page.keyboard.type("a slip")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/decisions")
    assert page.locator("tr.undone").count() == 1


def test_a_span_is_edited_by_selecting_words(visit, demo_site):
    page = visit(demo_site, ARTICLE)
    before = page.locator("#a1 .words").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("e")
    words = page.locator("#text [data-a='1']").first
    page.evaluate(
        """(mark) => { const range = document.createRange(); range.setStart(mark.firstChild, 0);
        range.setEnd(mark.firstChild, 16); const chosen = getSelection(); chosen.removeAllRanges();
        chosen.addRange(range); mark.dispatchEvent(new MouseEvent('mouseup', {bubbles: true})); }""",
        words.element_handle(),
    )
    assert page.locator("[data-words=content]").inner_text() == "About 40 workers"
    page.locator("[data-nudge='end later']").click()
    page.locator("[data-nudge='end later']").click()
    page.locator("[data-nudge='end earlier']").click()
    assert page.locator("[data-words=content]").inner_text() == "About 40 workers were"
    page.locator("#deciding [name=reason]").fill("the rest is the writer's")
    page.locator("#deciding [name=who]").fill("Ada Berg")
    page.locator("#deciding button", has_text="Save").click()
    page.wait_for_url("**/articles/dispatch-1#a1")
    after = page.locator("#a1 .words").inner_text()
    assert (before, after) != (after, before) and after == "“About 40 workers were”"
    page.goto(demo_site + "/decisions")
    page.locator("tbody tr").first.locator("a", has_text="take back").click()
    page.locator("[name=reason]").fill("only a test")
    page.locator("main form button").click()
    page.wait_for_url("**/decisions")


@pytest.mark.browser
def test_two_sources_are_told_apart_by_a_form_without_scripts(visit, demo_site, claim):
    page = visit(demo_site, claim, java_script_enabled=False)
    page.locator("a", has_text="two sources are two").click()
    page.locator("[name=one]").select_option(index=1)
    page.locator("[name=other]").select_option(index=2)
    page.locator("[name=reason]").fill("spoke to both")
    page.locator("[name=who]").fill("Ada Berg")
    page.locator("main form button").click()
    assert page.url == demo_site + claim
    page.goto(demo_site + "/decisions")
    assert "spoke to both" in page.locator("tbody tr").first.inner_text()
    page.locator("tbody tr").first.locator("a", has_text="take back").click()
    page.locator("[name=reason]").fill("only a test")
    page.locator("main form button").click()
