"""Collections made to mislead: the range never exceeds what a careful reader would grant."""

from string import ascii_lowercase

import pytest

from story import read_story
from timing import grows_at_most, least_seconds

SEED = ["seed @Northwire 2031-05-01T08:00Z", "    a port source: P 30 boats"]


def outlet(place):
    return "Outlet " + ascii_lowercase[place // 26] + ascii_lowercase[place % 26]


def copies(count):
    return [
        line
        for place in range(count)
        for line in (
            f"c{place} @{outlet(place)} 2031-05-02",
            "    a port source: P 30 boats",
            "    copies seed",
        )
    ]


def copies_of_copies(count):
    lines = list(SEED)
    for place in range(count):
        letters = "".join(ascii_lowercase[int(digit)] for digit in str(place))
        earlier = f"c{(place - 1) // 2}" if place else "seed"
        lines += [
            f"c{place} @Outlet {letters} 2031-05-02",
            "    a port source: P 30 boats",
            f"    copies {earlier}",
        ]
    return "\n".join(lines)


def sock_puppets(count):
    return [
        line
        for place in range(count)
        for line in (f"s{place} @{outlet(place)} 2031-05-02", f"    @{outlet((place + 1) % count)}: P")
    ]


@pytest.mark.parametrize(
    ("lines", "expected", "flagged"),
    [
        pytest.param(SEED + copies(200), (1, 1), "copied without credit", id="verbatim copies"),
        pytest.param(SEED + sock_puppets(50), (1, 1), "circular reporting", id="sock puppets in a circle"),
        pytest.param(sock_puppets(50), (1, 1), "circular reporting", id="nothing but sock puppets"),
        pytest.param(
            [*SEED, "old @Echo 2031-04-01", "    a port source: P 30 boats", "    copies seed 0.9 unordered"],
            (1, 1),
            "copied without credit",
            id="a backdated copy",
        ),
        pytest.param(
            ["a1 @Echo 2031-05-02", "    @Echo: P", "a2 @Echo 2031-05-03", "    @Echo: P", "    P"],
            (1, 1),
            "single origin",
            id="an outlet that cites itself",
        ),
        pytest.param(
            [*SEED, *(f"a{place} @{outlet(place)}\n    @Northwire < a {word} source: P" for place, word in
                      enumerate(["port", "senior", "second-hand", "well-informed"]))],
            (1, 1),
            "all origins unnamed",
            id="one outlet's source under many descriptions",
        ),
    ],
)  # fmt: skip
def test_noise_adds_no_origin_and_is_flagged(lines, expected, flagged):
    answer = read_story("\n".join(lines)).answer()
    found = answer.independent_origins
    assert (found.at_least, found.at_most) == expected
    assert flagged in {finding.kind for finding in answer.findings}


def test_unnamed_sources_of_many_outlets_never_raise_at_least():
    lines = [f"a{place} @{outlet(place)}\n    a source {ascii_lowercase[place]}: P" for place in range(25)]
    found = read_story("\n".join(lines)).answer().independent_origins
    assert (found.at_least, found.at_most) == (1, 25)


def test_a_look_alike_agency_is_not_the_agency():
    answer = read_story(
        """
        a1 @Northwire
            a port source: P
        a2 @North Wire Daily
            a port source: P
        a3 @Post
            @North Wire Daily: P
        """
    ).answer()
    assert [(edge.taker, edge.giver) for edge in answer.graph.edges if edge.taker == "a3"] == [("a3", "a2")]
    assert answer.independent_origins.at_most == 2


@pytest.mark.large
def test_ten_times_the_copies_take_at_most_fifteen_times_as_long():
    stories = {count: read_story(copies_of_copies(count)) for count in (2_000, 20_000)}

    def seconds(count):
        return least_seconds(lambda: stories[count].answer())

    assert grows_at_most(15, seconds, small=2_000, large=20_000)
