import json

import jsonschema
import msgspec
import pytest

from ondit.errors import NotFoundError
from ondit.model.article import Article
from ondit.model.attribution import Polarity
from ondit.model.claim import Claim, Copy, MainClaim, MainStance, Mention, Passage, Story
from ondit.model.decision import Decision, DecisionKind, Edit, ListedDecision
from ondit.model.listing import ListedArticle, ListedClaim, ListedCopy, ListedSource, ListedStory, Place
from ondit.model.provenance import Evidence, IndependentOrigins
from ondit.model.span import Part, Span
from ondit.present.exchange import schema, shapes
from ondit.present.forms import (
    ARTICLE_FORMS,
    CLAIM_FORMS,
    DECISION_FORMS,
    READ_FORMS,
    STORY_FORMS,
    TRACE_FORMS,
)
from ondit.present.terminal.screen import Screen
from present.builder import crowd, dam, reading

DAM = Article(id="a1", title="Dam cracked", text="The dam, he said, is cracked.", outlet="North Daily")
PIECES = (Span(0, 7), Span(18, 28))


def spans_of(answer):
    """Yield every span of an answer with the article it lies in."""
    for carrier in answer["carriers"]:
        for span in [*carrier["spans"], *carrier["numbers"]]:
            yield carrier["article"], span
    for proof in [
        *(edge["evidence"] for edge in answer["edges"]),
        *(denial["evidence"] for denial in answer["denials"]),
        *(proof for finding in answer["findings"] for proof in finding["evidence"]),
    ]:
        yield proof["article"], proof


def answered(trace, articles):
    return json.loads(TRACE_FORMS["json"](trace, articles, Screen()))


def test_a_trace_has_the_keys_of_its_schema():
    answer = answered(*dam())
    jsonschema.validate(answer, schema.json_schema(schema.TraceShape))
    assert answer["schema"] == "ondit.trace/1"
    assert answer["claim"] == {"id": "clm_1", "text": "The Halden dam has a crack 40 metres long."}
    assert answer["nodes"][8] == {
        "id": "s09",
        "kind": "source",
        "article": None,
        "name": "an engineer at the site",
        "source_kind": "unnamed",
        "owner": None,
        "mentions": ["an engineer at the site"],
    }
    assert answer["edges"][4] == {
        "from": "a04",
        "to": "a02",
        "kind": "copies",
        "stance": "supports",
        "inferred": True,
        "via_copy": False,
        "flags": [],
        "evidence": {
            "article": "a04",
            "start": 0,
            "end": 63,
            "text": "The dam is cracked over 40 metres, an engineer told Fjord Wire.",
        },
    }
    assert answer["independent_origins"]["unresolved_ends"] == 2
    assert answer["carriers"][2]["numbers"] == [
        {"value": 60, "unit": "metres", "modifier": "more than", "start": 21, "end": 23, "text": "60"}
    ]


def test_every_span_of_a_trace_slices_back_to_its_text():
    trace, articles = dam()
    texts = {article.id: article.text for article in articles}
    spans = list(spans_of(answered(trace, articles)))
    assert len(spans) > 20
    for article_id, span in spans:
        assert texts[article_id][span["start"] : span["end"]] == span["text"]


def test_no_claim_is_an_answer_too():
    assert TRACE_FORMS["json"](None, [], Screen()) == '{"schema":"ondit.trace/1","claim":null}\n'


def test_a_range_is_two_numbers_of_which_the_lower_tells_the_upper():
    trace, articles = dam()
    carrier = trace.graph.carriers[2]
    ranged = msgspec.structs.replace(carrier.quantities[0], upper=90.0)
    changed = msgspec.structs.replace(carrier, quantities=(ranged,))
    carriers = (*trace.graph.carriers[:2], changed, *trace.graph.carriers[3:])
    graph = msgspec.structs.replace(trace.graph, carriers=carriers)
    numbers = answered(msgspec.structs.replace(trace, graph=graph), articles)["carriers"][2]["numbers"]
    assert [(one["value"], one.get("upper")) for one in numbers] == [(60, 90), (90, None)]


def test_whole_numbers_are_written_whole():
    line = TRACE_FORMS["json"](*dam(), Screen())
    assert '"value":40,' in line and "40.0" not in line


def test_evidence_in_metadata_has_no_place():
    proof = schema.Proof.of(Evidence(article_id="a1", span=None, text="isBasedOn: Fjord Wire"))
    assert msgspec.to_builtins(proof) == {
        "article": "a1",
        "start": None,
        "end": None,
        "text": "isBasedOn: Fjord Wire",
    }


def test_a_span_of_the_title_says_so():
    assert msgspec.to_builtins(schema.Cut.of(Span(0, 3, Part.TITLE), DAM)) == {
        "start": 0,
        "end": 3,
        "text": "Dam",
        "part": "title",
    }


def test_a_carrier_without_its_article_is_a_clear_error():
    trace, articles = dam()
    with pytest.raises(NotFoundError, match="article a03: its text is needed"):
        TRACE_FORMS["json"](trace, articles[:2], Screen())


def test_attributions_are_one_a_line_and_slice_back():
    one = reading()
    lines = [json.loads(line) for line in READ_FORMS["jsonl"](one, Screen()).splitlines()]
    for line in lines:
        jsonschema.validate(line, schema.json_schema(schema.AttributionShape))
        for role in ("source", "cue", "content"):
            for span in line[role]:
                assert one.article.text[span["start"] : span["end"]] == span["text"]
    assert lines[1]["parent"] == "att_1"
    assert lines[1]["source_entity"] == {"id": "src_2", "name": "an engineer at the site", "kind": "unnamed"}
    assert [span["text"] for span in lines[2]["content"]] == ["We saw it", "on Monday."]
    assert lines[3]["source_entity"] is None
    assert (lines[3]["certainty"], lines[3]["distance"], lines[3]["part"]) == ("possible", "reported", "body")


def test_a_listed_claim_holds_mentions_in_one_piece_and_in_several():
    claim = Claim(
        id="clm_1",
        text="The dam is cracked",
        mentions=(
            Mention(id="m1", article_id="a1", spans=PIECES, text="The dam is cracked", sentence=0),
            Mention(
                id="m2",
                article_id="a1",
                spans=(Span(0, 11, Part.TITLE),),
                text="Dam cracked",
                sentence=-1,
                attribution_id="att_1",
            ),
        ),
    )
    origins = IndependentOrigins(at_least=1, at_most=2, unresolved_ends=0)
    line = CLAIM_FORMS["jsonl"]([ListedClaim(claim=claim, articles=(DAM,), origins=origins)], Screen())
    answer = json.loads(line)
    jsonschema.validate(answer, schema.json_schema(schema.ClaimShape))
    assert answer["carriers"] == ["a1"]
    assert answer["mentions"] == [
        {
            "id": "m1",
            "article": "a1",
            "start": 0,
            "end": 28,
            "text": "The dam, he said, is cracked",
            "attribution": None,
            "voice": "asserted",
            "spans": [
                {"start": 0, "end": 7, "text": "The dam"},
                {"start": 18, "end": 28, "text": "is cracked"},
            ],
        },
        {
            "id": "m2",
            "article": "a1",
            "start": 0,
            "end": 11,
            "text": "Dam cracked",
            "attribution": "att_1",
            "voice": "asserted",
            "part": "title",
        },
    ]


def test_a_decision_is_written_with_what_became_of_it():
    decision = Decision(
        kind=DecisionKind.EDIT,
        one="att_1",
        edit=Edit(polarity=Polarity.NEGATIVE),
        reason="he said no",
        who="Ada",
        when="2031-06-01T08:00:00+00:00",
    )
    row = ListedDecision(decision=decision, undone_by="dec_2", missing=("att_1",))
    answer = json.loads(DECISION_FORMS["jsonl"]([row], Screen()))
    jsonschema.validate(answer, schema.json_schema(schema.DecisionShape))
    assert answer == {
        "schema": "ondit.decision/1",
        "id": decision.id,
        "kind": "edit",
        "one": "att_1",
        "other": "",
        "name": "",
        "edit": {"polarity": "negative"},
        "reason": "he said no",
        "who": "Ada",
        "when": "2031-06-01T08:00:00+00:00",
        "undone_by": "dec_2",
        "missing": ["att_1"],
    }
    shown = " ".join(DECISION_FORMS["text"]([row], Screen(width=200)).split())
    assert "undone by dec_2; not in this store: att_1" in shown


def test_articles_and_stories_are_listed_with_the_keys_of_their_schema():
    main = MainClaim(article_id="a1", claim_id="clm_1", stance=MainStance.FOR, story_id="sto_1")
    article = json.loads(
        ARTICLE_FORMS["jsonl"]([ListedArticle(article=DAM, main=main, claims=("clm_1",))], Screen())
    )
    assert article == {
        "schema": "ondit.article/1",
        "article": "a1",
        "url": None,
        "outlet": "North Daily",
        "title": "Dam cracked",
        "published": None,
        "language": None,
        "story": "sto_1",
        "main_claim": "clm_1",
        "main_stance": "for",
        "claims": ["clm_1"],
    }
    story = Story(id="sto_1", title="Dam cracked", articles=("a1",), claims=("clm_1",))
    assert json.loads(STORY_FORMS["jsonl"]([ListedStory(story=story)], Screen())) == {
        "schema": "ondit.story/1",
        "id": "sto_1",
        "title": "Dam cracked",
        "articles": ["a1"],
        "claims": ["clm_1"],
    }


def test_copies_and_sources_carry_exact_text():
    copy = Copy(later="a1", earlier="a1", credited=False, passages=(Passage(PIECES[0], PIECES[1]),))
    shape = shapes.copy_shape(ListedCopy(copy=copy, later=DAM, earlier=DAM))
    assert json.loads(shapes.encode(shape))["passages"] == [
        {
            "later": {"start": 0, "end": 7, "text": "The dam"},
            "earlier": {"start": 18, "end": 28, "text": "is cracked"},
        }
    ]
    source = reading().resolved.sources[0]
    row = ListedSource(source=source, aliases=("the Courier",), places=(Place(DAM, PIECES[0]),))
    answer = json.loads(shapes.encode(shapes.source_shape(row)))
    jsonschema.validate(answer, schema.json_schema(schema.SourceShape))
    assert answer["mentions"] == [{"article": "a1", "span": {"start": 0, "end": 7, "text": "The dam"}}]


def test_a_lone_surrogate_survives_as_its_escape():
    broken = msgspec.structs.replace(DAM, text="The \ud83d dam, he said, is cracked.")
    line = shapes.encode(schema.Cut.of(Span(4, 5), broken))
    assert line == '{"start":4,"end":5,"text":"\\ud83d"}'


def test_a_trace_of_300_carriers_is_one_line():
    assert TRACE_FORMS["json"](*crowd(300), Screen()).count("\n") == 1
