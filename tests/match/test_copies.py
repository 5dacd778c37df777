import pytest

from ondit.match import find_copies

WIRE = (
    "The old ferry Sigrun ran aground near Tromso before dawn on Monday and forty passengers spent six cold "
    "hours on deck before two fishing boats took them ashore. The captain had reported a broken rudder an "
    "hour earlier and asked the harbour office for a tug that never came. The owners said nobody was hurt."
)
OTHER = (
    "A bakery in Graz has sold the same loaf since 1911 and its owner sees no reason to change the recipe "
    "that three ministers have asked for it in writing and one of them has offered him a medal for the bread."
)


def copies(*readings):
    return [(one.later, one.earlier) for one in find_copies(readings)]


def test_a_verbatim_copy_points_at_the_earlier_article(read):
    first = read("first", WIRE, published="2024-03-04T06:00Z")
    second = read("second", WIRE, published="2024-03-04T09:00Z")
    (copy,) = find_copies([second, first])
    assert (copy.later, copy.earlier, copy.share, copy.ordered) == ("second", "first", 1.0, True)
    passage = copy.passages[0]
    assert second.article.cut(passage.later) == first.article.cut(passage.earlier)


def test_a_copy_with_a_lead_of_its_own_is_a_copy_and_its_passage_leaves_the_lead_out(read):
    first = read("first", WIRE, published="2024-03-04")
    second = read("second", "Here is what our readers should know today. " + WIRE, published="2024-03-06")
    (copy,) = find_copies([first, second])
    assert second.article.cut(copy.passages[0].later).startswith("The old ferry")
    assert copy.share < 1


def test_a_copy_of_a_copy_points_at_the_earliest(read):
    first = read("first", WIRE, published="2024-03-04")
    second = read("second", WIRE, published="2024-03-06")
    third = read("third", WIRE, published="2024-03-08")
    assert copies(third, second, first) == [("second", "first"), ("third", "first")]


def test_other_texts_are_no_copies(read):
    assert copies(read("first", WIRE), read("second", OTHER)) == []


def test_a_shared_statement_in_quotation_marks_is_no_copy(read):
    said = (
        '"We asked for a tug in January and nobody in the ministry ever cared to answer us," Ola Berg said.'
    )
    first = read("first", f"The harbour office rejects all blame. {said} Ministers were silent on Monday.")
    second = read("second", f"A ferry is stuck near Tromso. {said} Divers will look at the hull tomorrow.")
    assert copies(first, second) == []


def test_the_frame_of_an_outlet_is_no_copy(read):
    frame = " Sign up for our weekly letter and get the best stories of the north every Friday for free."
    outlet = "Nordpost"
    texts = [
        "Ferries stopped when the quay cracked and the harbour office sent divers to look at it.",
        "The museum in Narva shows forty dresses of queens who never wore any of them in public.",
        "Beet farmers around Tartu want rain and got frost instead in the second week of the month.",
    ]
    readings = [read(f"a{at}", text + frame, outlet=outlet) for at, text in enumerate(texts)]
    assert copies(*readings) == []


def test_a_light_rewrite_with_the_same_quotation_names_and_figures_in_order_is_a_copy(read):
    said = '"Forty of them came. They sleep in the Holm brewery and in the Loknar mill," the source said'
    first = read(
        "first",
        f"A source in Narva told Nordpost that 40 divers are now in Loknar to search the dam. {said}, adding "
        "that they bring their own boats. The mayor Ola Berg spoke of an exercise.",
        published="2024-03-04",
    )
    second = read(
        "second",
        f"A group of 40 divers has come to Loknar to search the dam, a source in Narva told Nordpost. "
        f"{said}, "
        "adding that they bring boats of their own. Mayor Ola Berg spoke of an exercise.",
        published="2024-03-06",
    )
    assert copies(first, second) == [("second", "first")]


REPORT = (
    "Forty passengers of a ferry are home again, and the town has begun to ask who answers the telephone in "
    "its harbour office at night. Berit Moen, who kept a kiosk on the quay for thirty years, remembers three "
    "such nights and says that each time a new rota was pinned to the door and taken down in spring. The "
    "council meets on Thursday and will hear the pilots first, then the owners of the tug, who are said to "
    "have been asleep. A petition for a second tug lies in the library and had six hundred names by noon."
)
SAID = (
    "We asked for a tug in January and nobody in the ministry ever cared to answer us, so we painted the old "
    "one and hoped that no ferry would need it before the summer"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(WIRE[:150] + "...", id="cut off"),
        pytest.param(WIRE.split(" The captain")[0] + " Read the full story.", id="its first sentence"),
        pytest.param(" ".join(reversed(WIRE.split(". "))), id="its sentences in another order"),
        pytest.param(REPORT + " " + WIRE.partition(". ")[0], id="one long sentence in a report of one's own"),
        pytest.param(
            WIRE.replace("Monday", "Tuesday").replace("forty", "40").replace("harbour", "harbor"),
            id="figures, days and spelling changed",
        ),
    ],
)
def test_a_copy_is_found(read, text):
    first = read("first", WIRE, outlet="Nordpost", published="2024-03-04")
    assert copies(read("second", text, outlet="Sydpost", published="2024-03-06"), first) == [
        ("second", "first")
    ]


@pytest.mark.parametrize(
    "quoted",
    [
        pytest.param(f'"{SAID}," Ola Berg said.', id="attributed"),
        pytest.param(f"Words on a wall: “{SAID}.”", id="by nobody"),
        pytest.param(f"«{SAID},» says Ola Berg.", id="between other marks"),
    ],
)
def test_a_long_quotation_in_two_reports_is_no_copy(read, quoted):
    assert copies(read("first", f"{WIRE} {quoted}"), read("second", f"{REPORT} {quoted}")) == []


def test_a_report_that_is_nearly_all_quotation_is_a_copy_when_nearly_all_is_shared(read):
    text = f'"{SAID}," he said. "{SAID.replace("January", "March")}," he said in Tromso.'
    first = read("first", text, outlet="Nordpost", published="2024-03-04")
    second = read("second", text + " More soon.", outlet="Sydpost", published="2024-03-06")
    assert copies(first, second) == [("second", "first")]


NOTICE = (
    "This text may not be printed, sent on or stored in whole or in part without the leave of the agency "
    "that wrote it, and whoever finds a fault in it may write to the desk named at the foot of this page. "
)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [WIRE, REPORT, OTHER, OTHER[::-1], f"{REPORT[::-1]} {WIRE[::-1]}"],
            0,
            id="a notice under five different texts is stock",
        ),
        pytest.param([WIRE] * 5, 4, id="five copies of one text are no stock"),
        pytest.param([WIRE, WIRE[:200], WIRE[100:], WIRE, WIRE[50:]], 4, id="nor are whole and cut ones"),
    ],
)
def test_stock_is_what_different_texts_hold(read, texts, expected):
    readings = [
        read(f"a{at}", f"{text} {NOTICE}", outlet=f"Outlet {at}", published=f"2024-03-0{at + 1}")
        for at, text in enumerate(texts)
    ]
    assert len(copies(*readings)) == expected


def test_two_texts_of_one_outlet_share_its_frame(read):
    frame = "Our editors read all letters before noon. The desk in Tromso answers them within a week or two."
    texts = [WIRE.partition(". ")[0], OTHER]
    readings = [read(f"a{at}", f"{text}. {frame}", outlet="Nordpost") for at, text in enumerate(texts)]
    assert copies(*readings) == []


def test_where_times_do_not_tell_the_agency_comes_first(read):
    paper = read("paper", f"{WIRE} {OTHER}", outlet="Nordpost", published="2024-03-04")
    agency = read("agency", WIRE, outlet="Reuters", published="2024-03-04")
    assert copies(paper, agency) == [("paper", "agency")]


@pytest.mark.parametrize("text", [pytest.param("", id="empty"), pytest.param("Too short.", id="short")])
def test_a_text_shorter_than_a_shingle_is_no_copy(read, text):
    assert copies(read("first", text), read("second", text)) == []


def test_without_times_the_order_is_unsure(read):
    (copy,) = find_copies([read("first", WIRE), read("second", WIRE)])
    assert not copy.ordered


def test_a_copy_that_credits_the_outlet_is_credited(read):
    first = read("first", WIRE, outlet="Reuters", published="2024-03-04")
    second = read("second", f"TROMSO (Reuters) - {WIRE}", outlet="Nordpost", published="2024-03-05")
    third = read("third", WIRE, outlet="Sydpost", published="2024-03-05")
    found = {one.later: one.credited for one in find_copies([first, second, third])}
    assert found == {"second": True, "third": False}
