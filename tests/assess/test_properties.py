"""What holds of every story, tried on random ones."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ondit.model.decision import Decision, DecisionKind
from story import read_story

OUTLETS = ["Post", "Echo", "Tribune", "Northwire", "Dispatch"]
SOURCES = [
    "a clerk", "a port source", "a second source", "a rebel", "an official", "three people", "Ann Hale",
    "Bo Lind of #Port", "#Port", "?media reports", "a clerk > @Echo", "a contact of @Tribune",
    "=Cape Lorne", "#Garde", "%an internal memo", "police of #Port",
]  # fmt: skip
LANGUAGES = ["", "", " in fr"]
DATES = ["", " 2031-05-01", " 2031-05-01T08:00Z", " 2031-05-02", " 2031-05-03T11:30+02:00"]

chains = st.lists(
    st.sampled_from([*SOURCES, *(f"@{outlet}" for outlet in OUTLETS), "~@Echo", "it"]), max_size=3
).map(" < ".join)
contents = st.sampled_from(["P", "P", "P 30 boats", "not P", '"we were told to be gone by noon"'])
statements = st.builds(lambda chain, content: f"{chain}: {content}" if chain else content, chains, contents)
credit = st.sampled_from(["closing line", "dateline", "read more", "byline"])
credits_ = st.builds(lambda kind, outlet: f"credit {kind} @{outlet}", credit, st.sampled_from(OUTLETS))
refusals = st.sampled_from(["declines #Port", "unreached Ann Hale"])


@st.composite
def articles(draw):
    """Return the lines of up to seven articles; a later one may copy an earlier one."""
    lines = []
    for place in range(draw(st.integers(1, 7))):
        head = "".join(draw(st.sampled_from(ones)) for ones in (OUTLETS, DATES, LANGUAGES))
        lines.append(f"a{place} @{head}")
        said = draw(st.lists(statements, min_size=1, max_size=3))
        said += draw(st.lists(st.one_of(credits_, refusals), max_size=1))
        if place and draw(st.booleans()):
            earlier = draw(st.integers(0, place - 1))
            said.append(f"copies a{earlier} {draw(st.sampled_from(['0.9', '0.1']))}")
        lines.extend(f"    {one}" for one in said)
    return lines


def ends(lines):
    found = read_story("\n".join(lines)).answer().independent_origins
    return found.at_least, found.at_most


def article(lines, place):
    """Return the statements of one article."""
    starts = [at for at, line in enumerate(lines) if not line.startswith(" ")] + [len(lines)]
    return lines[starts[place] + 1 : starts[place + 1]]


@given(articles())
def test_at_least_is_never_more_than_at_most(lines):
    at_least, at_most = ends(lines)
    assert 0 <= at_least <= at_most


@given(articles(), st.data())
def test_adding_a_copy_raises_neither_end(lines, data):
    count = sum(not line.startswith(" ") for line in lines)
    earlier = data.draw(st.integers(0, count - 1))
    said = [line for line in article(lines, earlier) if not line.strip().startswith(("copies", "credit"))]
    copy = ["copy @Copyist 2031-05-04", *said, f"    copies a{earlier}"]
    before, after = ends(lines), ends([*lines, *copy])
    assert after[0] <= max(before[0], 1)
    assert after[1] <= before[1]


@given(articles(), st.sampled_from(["Newcomer", *OUTLETS]))
def test_a_carrier_that_names_nobody_never_raises_at_least(lines, outlet):
    before = ends(lines)
    assert ends([*lines, f"new @{outlet}", "    P"])[0] <= max(before[0], 1)


@st.composite
def decided(draw):
    """Return the lines of some articles, decisions of their sources, and a pair not decided yet."""
    lines = draw(articles())
    ids = sorted({name for node in read_story("\n".join(lines)).graph().nodes for name in node.names})
    pair = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=len(ids) > 1)
    kinds = st.sampled_from([DecisionKind.SAME_SOURCE, DecisionKind.DIFFERENT_SOURCE, DecisionKind.ORIGIN])
    decisions = [verdict(draw(kinds), *draw(pair)) for _ in range(draw(st.integers(0, 5)))]
    return lines, decisions, draw(pair)


def verdict(kind, one, other):
    return Decision(kind=kind, one=one, other=other, reason="told us", who="Ada", when="2031-06-01")


def ends_decided(lines, decisions):
    found = read_story("\n".join(lines)).answer(*decisions).independent_origins
    return found.at_least, found.at_most


@given(decided())
def test_whatever_is_decided_at_least_is_never_more_than_at_most(case):
    lines, decisions, _ = case
    at_least, at_most = ends_decided(lines, decisions)
    assert 0 <= at_least <= at_most


@given(decided())
def test_a_same_decision_never_raises_at_most(case):
    lines, decisions, pair = case
    one_more = [*decisions, verdict(DecisionKind.SAME_SOURCE, *pair)]
    assert ends_decided(lines, one_more)[1] <= ends_decided(lines, decisions)[1]


@given(decided())
def test_a_different_decision_never_lowers_at_least(case):
    lines, decisions, pair = case
    one_more = [*decisions, verdict(DecisionKind.DIFFERENT_SOURCE, *pair)]
    assert ends_decided(lines, one_more)[0] >= ends_decided(lines, decisions)[0]


@given(articles(), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_answer_does_not_depend_on_the_order_of_the_input(lines, random):
    story, shuffled = read_story("\n".join(lines)), read_story("\n".join(lines))
    order = list(shuffled.readings)
    random.shuffle(order)
    shuffled.readings = {one: shuffled.readings[one] for one in order}
    random.shuffle(shuffled.copies)
    mentions = list(shuffled.claim.mentions)
    random.shuffle(mentions)
    shuffled.claim = type(story.claim)(id=story.claim.id, text=story.claim.text, mentions=tuple(mentions))
    assert story.answer() == shuffled.answer()
