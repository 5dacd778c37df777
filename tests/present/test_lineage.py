from ondit.model.provenance import Origin, Stance
from ondit.model.source import SourceKind
from ondit.present.lineage import lineage
from present.builder import Story, crowd, dam


def drawn(trace) -> list[str]:
    """Return the lineage as indented names."""
    family = lineage(trace)
    lines: list[str] = []

    def draw(member, depth):
        lines.append("  " * depth + member.node.name)
        for one in family.below(member):
            draw(one, depth + 1)

    for root in (*family.roots.origins, *family.roots.ends, *family.roots.denials):
        draw(root, 0)
    return lines


def test_each_node_stands_once_under_the_giver_with_the_longest_chain():
    trace, _ = dam()
    assert drawn(trace) == [
        "an engineer at the site",
        "  Fjord Wire",
        "    Halden Courier",
        "      North Daily",
        "      Evening Post",
        "      Valley Mirror",
        "  بريد الوادي",
        "Dam Watch",
        "Lowland Gazette",
        "Ida Renn",
        "  Upland Radio",
    ]


def test_other_givers_are_kept_beside():
    trace, _ = dam()
    family = lineage(trace)
    evening = next(one for one in family.members if one.node.name == "Evening Post")
    assert [family[edges[0].giver].node.name for edges in evening.beside] == ["Lowland Gazette"]


def test_a_joined_source_stands_with_the_origin_it_is():
    trace, _ = dam()
    family = lineage(trace)
    origin = family[trace.origins[0].joined[1]]
    assert origin.node.id == trace.origins[0].node
    assert [node.name for node in origin.joined] == ["an engineer"]


def test_a_circle_is_entered_at_its_earliest_article():
    story = Story()
    late = story.article("Late", "2031-05-03", "The dam is cracked.")
    early = story.article("Early", "2031-05-01", "The dam is cracked.")
    middle = story.article("Middle", "2031-05-02", "The dam is cracked.")
    story.edge(early, late)
    story.edge(middle, early)
    story.edge(late, middle)
    assert drawn(story.trace([], (1, 1, 1))) == ["Early", "  Middle", "    Late"]


def test_a_taker_stands_under_no_giver_of_impossible_order():
    story = Story()
    early = story.article("Early", "2031-05-01", "The dam is cracked.")
    late = story.article("Late", "2031-05-03", "The dam is cracked.")
    story.edge(early, late, flags=("impossible order",))
    assert drawn(story.trace([], (1, 1, 1))) == ["Early", "Late"]


def test_a_giver_that_supports_goes_before_one_that_denies():
    story = Story()
    paper = story.article("Paper", "2031-05-01", "The dam is cracked.")
    wire = story.article("Wire", "2031-05-01", "The dam is cracked.")
    spokesman = story.source("A spokesman", SourceKind.PERSON)
    guard = story.source("A guard")
    story.edge(wire, spokesman, stance=Stance.DENIES)
    story.edge(paper, wire, stance=Stance.DENIES)
    story.edge(paper, guard)
    origin = Origin(node=guard, name="A guard", kind=SourceKind.UNNAMED)
    assert drawn(story.trace([origin])) == ["A guard", "  Paper", "A spokesman", "  Wire"]


def test_givers_come_before_takers_in_a_crowd():
    trace, _ = crowd(300)
    family = lineage(trace)
    place = {member.node.id: number for number, member in enumerate(family.members)}
    assert len(place) == 302
    assert all(place[edge.giver] < place[edge.taker] for edge in trace.graph.edges)


def test_who_supports_and_denies_stands_as_an_origin():
    story = Story()
    paper = story.article("Paper", "2031-05-01", "The dam is cracked.")
    board = story.source("The board", SourceKind.ORGANISATION)
    story.edge(paper, board)
    stances = (Stance.SUPPORTS, Stance.DENIES)
    origins = [
        Origin(node=board, name="The board", kind=SourceKind.ORGANISATION, stance=one) for one in stances
    ]
    family = lineage(story.trace(origins))
    assert [root.node.id for root in family.roots.origins] == [board]
    assert family.roots.denials == ()


def test_an_origin_is_called_by_its_most_telling_wording():
    story = Story()
    paper = story.article("Paper", "2031-05-01", "The dam is cracked.")
    guard = story.source("a source")
    story.edge(paper, guard)
    origin = Origin(node=guard, name="a guard at the lower gate", kind=SourceKind.UNNAMED)
    assert lineage(story.trace([origin])).roots.origins[0].name == "a guard at the lower gate"


def test_a_giver_that_leads_to_an_origin_goes_before_a_longer_chain_that_leads_nowhere():
    story = Story()
    gazette = story.article("Gazette", "2031-05-01", "The dam is cracked.")
    mirror = story.article("Mirror", "2031-05-02", "The dam is cracked.")
    paper = story.article("Paper", "2031-05-03", "The dam is cracked.")
    guard = story.source("a guard")
    story.edge(mirror, gazette)
    story.edge(paper, mirror)
    story.edge(paper, guard)
    origin = Origin(node=guard, name="a guard", kind=SourceKind.UNNAMED)
    assert drawn(story.trace([origin])) == ["a guard", "  Paper", "Gazette", "  Mirror"]
