"""All exports: nothing a stranger writes breaks one, and every table has what it says."""

import pytest
from lxml import html

from ondit.errors import NotFoundError
from ondit.model.listing import Holding, TracedClaim
from ondit.present.exports import EXPORTS
from present.builder import dam, reading
from present.exchange.held import MADE, held
from present.hostile import PAYLOADS, UNSEEN, spoilt, spoilt_dam

EXACT = {"jsonl", "webanno"}  # what our own form and a quotation are for; JSON escapes what is unseen


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("form", EXPORTS)
def test_what_a_stranger_writes_is_text_in_every_form(form, payload):
    trace, articles = spoilt_dam(payload)
    hostile = Holding(
        rows=(spoilt(reading(), payload),),
        traced=(TracedClaim(trace=trace, articles=tuple(articles)),),
        made=MADE,
    )
    written = "".join(EXPORTS[form](hostile))
    assert written.encode()
    if form not in EXACT:
        assert not UNSEEN.search(written.replace("\r\n", "\n"))


@pytest.mark.parametrize("form", EXPORTS)
def test_an_export_ends_a_line(form):
    assert "".join(EXPORTS[form](held())).endswith("\n")


def test_the_page_is_that_of_the_first_claim():
    page = html.document_fromstring("".join(EXPORTS["html"](held())))
    assert "The Halden dam has a crack 40 metres long." in page.text_content()


def test_a_page_of_nothing_is_refused():
    with pytest.raises(NotFoundError, match="'ondit add' adds articles"):
        list(EXPORTS["html"](Holding()))


def test_only_what_a_form_needs_is_made():
    def never():
        raise AssertionError("a trace is costly, and no row of ours needs one")
        yield

    trace, articles = dam()
    assert list(EXPORTS["jsonl"](Holding(rows=(reading(),), traced=never())))
    traced = TracedClaim(trace=trace, articles=tuple(articles))
    assert list(EXPORTS["graphml"](Holding(rows=never(), traced=(traced,))))
