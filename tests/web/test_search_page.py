"""What is searched, and the claim that is most like it."""

import json
import re
from http import HTTPStatus
from time import sleep

import pytest
from serving import Site

from ondit.demo import QUESTION

NOTHING_LIKE_IT = "A comet was seen over the lighthouse of Skerrow."


def asked(site: Site, path: str, sentence: str):
    """Ask for a sentence until it is answered."""
    for _ in range(200):
        answer = site.reader.get(path, params={"q": sentence})
        if answer.status_code != HTTPStatus.ACCEPTED and "no-store" not in answer.headers["Cache-Control"]:
            break
        sleep(0.1)
    return answer


def test_a_sentence_is_answered_as_in_the_terminal(site: Site, run):
    told = run("trace", QUESTION, "--store", site.path, "--format", "json")
    assert asked(site, "/trace.json", QUESTION).json() == json.loads(told.stdout)


def test_the_page_of_a_sentence_shows_it_and_the_claims_that_it_takes_in(site: Site):
    page = asked(site, "/trace", QUESTION).text
    assert f'<h1 dir="auto">{QUESTION}</h1>' in page
    assert re.search(r"<summary>\d+ claims of the store say it in different words", page)
    assert 'id="carriers"' in page


def test_the_search_leads_to_the_page_of_the_sentence(site: Site):
    page = asked(site, "/search", QUESTION).text
    (link,) = re.findall(r'href="(/trace\?q=[^"]+)"', page)
    assert site.reader.get(link).status_code == HTTPStatus.OK


@pytest.mark.parametrize("path", ["/trace", "/search"])
def test_where_no_claim_is_like_a_sentence_the_page_says_so(path: str, site: Site):
    assert "No claim here is like" in asked(site, path, NOTHING_LIKE_IT).text


def test_where_no_claim_is_like_a_sentence_a_program_gets_a_problem(site: Site):
    answer = asked(site, "/trace.json", NOTHING_LIKE_IT)
    assert answer.status_code == HTTPStatus.NOT_FOUND
    assert "no claim here is like" in answer.json()["detail"]
