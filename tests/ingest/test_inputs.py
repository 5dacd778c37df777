import gzip
import io
import json
import pickle
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ondit.ingest import Item, read_item
from ondit.ingest.item import Kind
from ondit.model.article import Article, Link, Skipped
from ondit.model.span import Span
from ondit.pipeline import read_inputs

TEXT = "The harbour will close in May, the mayor said."
PAGE = f"<html><body><article><p>{TEXT} Two ferries move to Port Anselm.</p></article></body></html>"


def record(**fields):
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False)


def read(*names, stdin=None):
    return list(
        read_inputs([str(name) for name in names], stdin=io.BytesIO(stdin) if stdin is not None else None)
    )


def ids(results):
    return [result.id if isinstance(result, Article) else f"skipped {result.item}" for result in results]


@pytest.fixture
def write(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def test_a_record_is_read_as_it_states_itself(write):
    stated = {
        "id": "a1",
        "url": "https://echo.example/1",
        "outlet": "The Anselm Echo",
        "title": "Harbour to close",
        "byline": "Nora Vance",
        "published": "2024-03-05",
        "language": "en-GB",
        "links": [{"href": "https://wire.example", "text": None, "start": 31, "end": 40}, {"href": "/x"}],
        "an unknown key": [1, 2, {}],
    }
    assert read(write("in.jsonl", record(**stated))) == [
        Article(
            id="a1",
            text=TEXT,
            url="https://echo.example/1",
            outlet="The Anselm Echo",
            title="Harbour to close",
            byline="Nora Vance",
            published="2024-03-05",
            language="en-GB",
            links=(Link("https://wire.example", "the mayor", Span(31, 40)), Link("/x")),
        )
    ]


def test_all_but_the_text_may_be_null_and_language_is_detected(write):
    nulls = dict.fromkeys(
        ["id", "url", "outlet", "title", "byline", "published", "language", "links", "html"]
    )
    (article,) = read(write("in.jsonl", record(**nulls)))
    assert article.id.startswith("art_")
    assert (article.published, article.language, article.links) == (None, "en", ())


def test_a_text_with_its_title_on_top_stays_as_it_is(write):
    (article,) = read(
        write("in.jsonl", record(title="Harbour to close", text=f"Harbour to close\r\n\r\n{TEXT}"))
    )
    assert article.text == f"Harbour to close \n \n{TEXT}"


def test_a_date_that_cannot_be_read_does_not_lose_the_article(write):
    (article,) = read(write("in.jsonl", record(id="a", published="some day")))
    assert (article.id, article.published) == ("a", None)


def test_offsets_stay_right_when_a_text_is_tidied(write):
    line = b'{"text": "A\\ud800B\\u0000\\r\\nsaid.", "links": [{"href": "h", "start": 6, "end": 10}]}'
    (article,) = read(write("in.jsonl", line))
    assert article.text == "A\ufffdB\ufffd \nsaid."
    assert article.links[0].text == "said"


def test_a_link_whose_offsets_lie_outside_keeps_no_place(write):
    (article,) = read(write("in.jsonl", record(links=[{"href": "h", "text": "x", "start": 40, "end": 400}])))
    assert article.links == (Link("h", "x"),)


def test_a_record_may_hold_a_page_and_its_own_word_goes_first(write):
    line = json.dumps({"id": "p", "html": PAGE, "title": "Stated", "published": "2024-03-05"})
    (article,) = read(write("in.jsonl", line))
    assert (article.id, article.title, article.published) == ("p", "Stated", "2024-03-05")
    assert article.text.startswith(TEXT)


def test_the_links_of_a_records_page_start_from_its_url(write):
    page = PAGE.replace("the mayor", "<a href='../mayor'>the mayor</a>")
    (article,) = read(write("in.jsonl", json.dumps({"url": "https://echo.example/a/b", "html": page})))
    assert article.url == "https://echo.example/a/b"
    assert article.links == (Link("https://echo.example/mayor", "the mayor", Span(31, 40)),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"id": "a1", "text": 5}', "at `$.text`", id="a field of the wrong type"),
        pytest.param('{"text": "x", "links": [{"href": 1}]}', "at `$.links[0].href`", id="deep inside"),
        pytest.param('{"text": "x"', "broken JSON: Input data was truncated", id="cut off"),
        pytest.param("hello", "broken JSON: JSON is malformed", id="no JSON"),
        pytest.param("[1]", "Expected `object`, got `array`", id="an array among lines"),
        pytest.param('{"title": "x"}', "no text", id="neither text nor html"),
        pytest.param('{"text": "  \\n"}', "no text", id="blank text"),
        pytest.param('{"html": "<p>x</p>"}', "no article text on the page", id="a page without article"),
        pytest.param('{"x": ' + "[" * 100_000, "nested too deep", id="nested without end"),
        pytest.param(b'{"text": "\xff\xfe"}', "broken JSON", id="no UTF-8"),
    ],
)
def test_a_bad_line_costs_that_line_and_is_named(write, line, reason):
    line = line if isinstance(line, bytes) else line.encode()
    path = write(
        "in.jsonl", b"\n".join([record(id="before").encode(), b"", line, record(id="behind").encode()])
    )
    results = read(path)
    assert ids(results) == ["before", f"skipped {path}:3", "behind"]
    assert results[1].stage == "ingest"
    assert reason in results[1].reason


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("empty.txt", b"", "the file is empty", id="empty"),
        pytest.param("empty.jsonl", b"", "the file is empty", id="empty JSON Lines"),
        pytest.param("blank.jsonl", b"\n\n \n", "the file is blank", id="blank JSON Lines"),
        pytest.param("blank.md", b" \n", "the file is blank", id="blank"),
        pytest.param("photo.dat", bytes(range(256)) * 9, "binary content", id="binary"),
        pytest.param("report.pdf", b"%PDF-1.7\n\xe2", "a PDF, which Ondit does not read", id="PDF"),
        pytest.param(
            "menu.html", b"<html><body><a>Home</a></body></html>", "no article text", id="no article"
        ),
        pytest.param("list.json", b"[1, 2", "broken JSON", id="a broken array"),
        pytest.param("big.txt", b"word " * 1_050_000, "too long for one article", id="5 MB in one line"),
        pytest.param("huge.txt", b"word " * 3_500_000, "more than 16 MB", id="beyond the bytes of one item"),
        pytest.param(
            "cut.txt.gz", gzip.compress(b"word " * 99)[:-9], "broken off while reading", id="cut gzip"
        ),
    ],
)
def test_a_file_without_an_article_says_why_and_quickly(write, name, content, reason):
    path = write(name, content)
    begin = time.process_time()
    (result,) = read(path)
    assert isinstance(result, Skipped)
    assert (result.item, result.stage) == (str(path), "ingest")
    assert reason in result.reason
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("nowhere.txt", "there is no such file or folder", id="a missing file"),
        pytest.param("http://127.0.0.1/1", "only public addresses are fetched", id="a private URL"),
        pytest.param("-", "no standard input", id="no standard input"),
        pytest.param("a\x00b", "cannot be opened", id="a name that no file can have"),
    ],
)
def test_an_input_that_is_not_there_says_what_to_do(name, reason, write):
    result, article = read(name, write("in.txt", TEXT))
    assert isinstance(result, Skipped)
    assert reason in result.reason
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        pytest.param("a.txt", TEXT, [TEXT], id="plain text"),
        pytest.param("notes", f"\n{TEXT}\r\n", [TEXT], id="no ending"),
        pytest.param("a.md", TEXT.encode("utf-16"), [TEXT], id="UTF-16"),
        pytest.param(
            "page.txt", PAGE, [f"{TEXT} Two ferries move to Port Anselm."], id="a page whatever its ending"
        ),
        pytest.param("one.json", json.dumps({"text": TEXT}, indent=2), [TEXT], id="one JSON object"),
        pytest.param(
            "two.json", f"[{record()}, {record(text='Second text.')}]", [TEXT, "Second text."], id="array"
        ),
        pytest.param(
            "lines.json", f"{record()}\n{record(text='Second.')}", [TEXT, "Second."], id="lines in .json"
        ),
        pytest.param("in.jsonl.gz", gzip.compress(record().encode()), [TEXT], id="packed lines"),
        pytest.param("a.txt.gz", gzip.compress(TEXT.encode()), [TEXT], id="packed text"),
        pytest.param(
            "bom.jsonl", b"\xef\xbb\xbf" + record().encode(), [TEXT], id="lines with a byte order mark"
        ),
    ],
)
def test_files_are_told_apart_by_ending_and_content(write, name, content, texts):
    expected = [result.text for result in read(write(name, content))]
    assert expected == texts
    packed = content.encode() if isinstance(content, str) else content
    if name != "a.md":
        assert [result.text for result in read("-", stdin=packed)] == texts


def test_a_folder_is_read_whole_and_in_sorted_order(write, tmp_path):
    write("in/b.txt", "The second text.")
    write("in/a/z.jsonl", record(id="first"))
    write("in/.hidden/x.txt", "Not this one.")
    write("in/c.html", b"")
    first, second, skipped = read(tmp_path / "in")
    assert (first.id, second.text, skipped.reason) == (
        "first",
        "The second text.",
        "the file is empty; give it an article",
    )


def test_what_browsers_save_beside_a_page_is_passed_over(write, tmp_path):
    write("in/port.html", PAGE)
    write("in/port_files/style.css", "p { color: red }")
    write("in/port-Dateien/logo.png", b"\x89PNG")
    write("in/portrait/a.txt", "A text of its own.")
    page, text = read(tmp_path / "in")
    assert page.text.startswith(TEXT)
    assert text.text == "A text of its own."


def test_an_empty_folder_is_named(tmp_path):
    (result,) = read(tmp_path)
    assert "the folder holds no file" in result.reason


def test_inputs_are_read_only_as_far_as_articles_are_taken(write):
    class Pipe(io.BytesIO):
        lines = 0

        def readline(self, size=-1):
            Pipe.lines += 1
            return super().readline(size)

    stdin = Pipe("\n".join(record(id=f"a{number}") for number in range(100)).encode())
    results = read_inputs(["-"], stdin=stdin)
    assert [next(results).id, next(results).id] == ["a0", "a1"]
    assert Pipe.lines <= 20  # those that wait for the process that parses them


def test_the_same_article_twice_comes_out_once(write):
    path = write(
        "in.jsonl", "\n".join([record(id="a"), record(id="a"), record(id="a", text="Another text.")])
    )
    results = read(path, path)
    assert ids(results) == ["a", f"skipped {path}:3", f"skipped {path}:3"]
    assert "another article has the id a already" in results[1].reason


def test_ids_made_from_content_are_the_same_in_every_run(write):
    assert ids(read(write("a.txt", TEXT))) == ids(read(write("b.md", TEXT))) == ["art_7e1ead79c6f1be478861"]


def test_reading_an_item_is_a_stage_that_any_engine_can_run():
    stage, item = pickle.loads(pickle.dumps((read_item, Item("x", Kind.TEXT, TEXT.encode()))))
    assert stage(item).text == TEXT


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300), st.sampled_from(Kind))
def test_any_bytes_give_an_article_or_a_reason(content, kind):
    assert isinstance(read_item(Item("x", kind, content)), Article | Skipped)


@settings(deadline=None, max_examples=20)  # each starts a process that parses it
@given(st.binary(max_size=200))
def test_any_standard_input_gives_articles_or_reasons(content):
    results = read("-", stdin=content)
    assert results
    assert all(isinstance(result, Article | Skipped) for result in results)
