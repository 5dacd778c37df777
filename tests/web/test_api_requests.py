"""The API keeps to its own description, whatever it is asked: requests made from that by schemathesis.

ONDIT_API_REQUESTS=22000 makes more than 20,000 (a path without anything that varies is asked less often);
`make test-api` does. Without it, a few of each kind.
"""

import math
import os
from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS
from serving import TOKEN, Site

from ondit.web.api.openapi import description
from ondit.web.problems import MEDIA_TYPE, Problem

REQUESTS = int(os.environ.get("ONDIT_API_REQUESTS", "320"))
KEPT_TO = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)
A_WRITE_COSTS = 8  # reads: a write is read, linked, and put on the disk
OPERATIONS = [(path, method.upper()) for path, verbs in description()["paths"].items() for method in verbs]


@pytest.fixture(scope="module")
def statuses() -> Iterator[Counter[int]]:
    """How many answers there were of each status."""
    counts: Counter[int] = Counter()
    yield counts
    print(f"\n{counts.total()} requests: {dict(sorted(counts.items()))}", flush=True)


@pytest.fixture(scope="module")
def ids(site: Site) -> dict[str, str]:
    """An id of each kind that the store holds, by the first part of its path."""
    stories, claims, articles = (
        site.reader.get(f"/{name}.json").json()["items"] for name in ("stories", "claims", "articles")
    )
    return {"stories": stories[0]["id"], "claims": claims[0]["id"], "articles": articles[0]["article"]}


def examples(method: str) -> int:
    """Return how many requests of each of three kinds an operation gets."""
    costs = {one: 1.0 if one[1] == "GET" else 1 / A_WRITE_COSTS for one in OPERATIONS}
    mine = 1.0 if method == "GET" else 1 / A_WRITE_COSTS
    return max(math.ceil(REQUESTS * mine / sum(costs.values()) / 3), 2)


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=str)
def test_an_answer_is_as_described_and_a_refusal_is_a_problem(path, method, site, ids, statuses):
    schema = schemathesis.openapi.from_dict(description())
    operation = schema[path][method]
    checks = CHECKS.get_by_names(KEPT_TO)
    there = {"id": ids[kind]} if (kind := path.split("/")[1]) in ids and "{id}" in path else {}
    takes = operation.body or operation.query
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {TOKEN}"
    for strategy in (
        operation.as_strategy(),
        operation.as_strategy(path_parameters=there),
        operation.as_strategy(GenerationMode.NEGATIVE if takes else GenerationMode.POSITIVE),
    ):

        @settings(
            max_examples=examples(method),
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=strategy)
        def ask(case):
            answer = case.call(base_url=site.url, session=session, timeout=60)
            statuses[answer.status_code] += 1
            case.validate_response(answer, checks=checks)
            if answer.status_code >= 400:
                assert answer.headers["content-type"] == [MEDIA_TYPE]
                problem = msgspec.json.decode(answer.content, type=Problem)
                assert problem.status == answer.status_code
                assert problem.detail

        ask()
    print(f"{method} {path}: {statuses.total()} requests so far", flush=True)
