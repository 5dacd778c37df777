"""The docs are a contract: every command, option and finding has its place; every link leads somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import click
import msgspec
import pytest

from ondit.cli import main
from ondit.languages.lexicon import Lexicon
from ondit.present import EXPORTS, TABLES
from ondit.web.routes import ROUTES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
FINDING_SECTIONS = ["What it means", "When it is wrong", "What to do"]

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")  # matches "[docs](docs/)", not "![picture](a.svg)"
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)  # matches "## Two commands", not "#!/bin/sh"
FENCE = re.compile(
    r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL
)  # matches a fenced block with its language
NAMED_PAGE = re.compile(r"docs/[\w/.-]+\.md")  # matches "docs/lexicons.md", not "docs/"


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def prose(page: Path) -> str:
    return FENCE.sub("", text_of(page))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, made as GitHub makes them."""
    bare = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in HEADING.findall(prose(page)))
    return {heading.strip().replace(" ", "-") for heading in bare}


def section(page: Path, heading: str) -> str:
    """Return the text under a heading up to the next one of three levels; empty when there is none."""
    found = re.search(rf"^(#+) {re.escape(heading)}$(.*?)(?=^#{{1,3}} |\Z)", text_of(page), re.M | re.S)
    return found[2] if found else ""


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        for target in LINK.findall(prose(page)):
            if "://" not in target and not target.startswith("mailto:"):
                yield page, unquote(target)


@pytest.mark.parametrize(
    ("page", "target"), [*links()], ids=lambda value: str(value).removeprefix(f"{ROOT}/")
)
def test_a_relative_link_leads_somewhere(page: Path, target: str):
    path, _, anchor = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    assert there.exists()
    if anchor:
        assert anchor in anchors(there)


def test_every_page_of_the_docs_is_linked_from_another():
    linked = {(page.parent / target.partition("#")[0]).resolve() for page, target in links()}
    assert [page for page in DOCS.rglob("*.md") if page not in linked and page != DOCS / "README.md"] == []


def test_a_page_that_a_message_names_exists():
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.toml")]
    named = {page for source in sources for page in NAMED_PAGE.findall(text_of(source))}
    assert [page for page in sorted(named) if not (ROOT / page).exists()] == []


# --- commands -----------------------------------------------------------------------------------------------

COMMANDS = {
    name: main.get_command(click.Context(main), name) for name in main.list_commands(click.Context(main))
}
INTERFACES = DOCS / "interfaces.md"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_a_section(name: str):
    assert section(INTERFACES, f"`ondit {name}`").strip()
    assert f"](#ondit-{name})" in text_of(INTERFACES), "the table of commands lists it"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_an_option_of_a_command_is_named_in_its_section(name: str):
    options = [option for option in COMMANDS[name].params if isinstance(option, click.Option)]
    words = section(INTERFACES, f"`ondit {name}`")
    if "the narrowing ones" in words:
        words += "`--since` `--until` `--language` `--outlet`"
    assert [flag for option in options for flag in option.opts if f"`{flag}`" not in words] == []


def test_an_option_of_all_commands_is_named():
    words = section(INTERFACES, "Options of all commands")
    options = [option for option in main.params if isinstance(option, click.Option)]
    assert [flag for option in options for flag in option.opts if f"`{flag}`" not in words] == []


def test_the_docs_know_no_command_that_does_not_exist():
    described = re.findall(r"^### `ondit ([\w-]+)`$", text_of(INTERFACES), re.MULTILINE)
    assert [name for name in described if name not in COMMANDS] == []


# --- exports ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", EXPORTS)
def test_a_form_of_export_has_a_section(form: str):
    assert section(DOCS / "exports.md", f"`{form}`").strip()


@pytest.mark.parametrize("name", [*EXPORTS, *TABLES])
def test_a_form_or_table_of_export_is_named_with_the_command(name: str):
    assert f"`{name}`" in section(INTERFACES, "`ondit export`")


# --- findings -----------------------------------------------------------------------------------------------

FINDING_PAGES = sorted(page for page in (DOCS / "findings").glob("*.md") if page.name != "README.md")


def finding_kinds() -> list[str]:
    """Return the kinds that `ondit.assess` gives its findings, read from the calls of `Finding`."""
    kinds = set()
    for module in (ROOT / "src" / "ondit" / "assess").rglob("*.py"):
        tree = ast.parse(text_of(module))
        constants = dict(
            pair for node in tree.body if isinstance(node, ast.Assign) for pair in assigned(node)
        )
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "Finding":
                kind = next(keyword.value for keyword in call.keywords if keyword.arg == "kind")
                kinds.add(kind.value if isinstance(kind, ast.Constant) else constants[ast.unparse(kind)])
    return sorted(kinds)


def assigned(node: ast.Assign) -> Iterator[tuple[str, object]]:
    """Yield name and value of the constants that a statement assigns, singly or as a tuple."""
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        pairs = [*zip(target.elts, value.elts, strict=True)]
    else:
        pairs = [(target, value)]
    for name, constant in pairs:
        if isinstance(constant, ast.Constant):
            yield ast.unparse(name), constant.value


@pytest.mark.parametrize("kind", finding_kinds())
def test_a_finding_has_a_page(kind: str):
    assert (DOCS / "findings" / f"{kind.replace(' ', '-')}.md").exists()


@pytest.mark.parametrize("page", FINDING_PAGES, ids=lambda page: page.stem)
def test_a_page_of_a_finding_says_what_it_means_when_it_is_wrong_and_what_to_do(page: Path):
    headings = HEADING.findall(prose(page))
    assert headings[0].lower().replace(" ", "-") == page.stem
    assert headings[1:] == FINDING_SECTIONS
    assert all(section(page, heading).strip() for heading in FINDING_SECTIONS)


@pytest.mark.parametrize("page", FINDING_PAGES, ids=lambda page: page.stem)
def test_a_finding_is_listed_in_the_model_and_in_the_index(page: Path):
    assert f"](findings/{page.name})" in text_of(DOCS / "model.md")
    assert f"]({page.name})" in text_of(DOCS / "findings" / "README.md")


# --- lexicons -----------------------------------------------------------------------------------------------


def lexicon_fields() -> Iterator[tuple[str, str]]:
    """Yield table and field for every field of the lexicon and of its tables, named as in the file."""
    for field in msgspec.structs.fields(Lexicon):
        yield "", field.encode_name
        for table in tables_in(field.type):
            for inner in msgspec.structs.fields(table):
                yield field.encode_name, inner.encode_name


def tables_in(annotation: object) -> Iterator[type]:
    """Yield the structs that a field's type speaks of, also within tuples, dicts and unions."""
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        yield annotation
        for field in msgspec.structs.fields(annotation):
            yield from tables_in(field.type)
    for inner in getattr(annotation, "__args__", ()):
        yield from tables_in(inner)


@pytest.mark.parametrize(("table", "field"), sorted({*lexicon_fields()}), ids=str)
def test_a_field_of_a_lexicon_is_described(table: str, field: str):
    page = DOCS / "lexicons.md"
    words = section(page, f"`{table}`") if table else section(page, "The file")
    assert f"`{field}`" in words


# --- the README ---------------------------------------------------------------------------------------------


def python_blocks(page: Path) -> list[str]:
    return [code for language, code in FENCE.findall(text_of(page)) if language == "python"]


@pytest.mark.parametrize("code", python_blocks(ROOT / "README.md"))
def test_the_python_example_of_the_readme_runs(code: str, tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "<the example>", "exec"), {"__name__": "readme"})
    assert capsys.readouterr().out.strip()


def test_the_readme_names_no_command_that_does_not_exist():
    blocks = "\n".join(
        code for language, code in FENCE.findall(text_of(ROOT / "README.md")) if language == "sh"
    )
    assert [name for name in re.findall(r"\bondit ([a-z]+)", blocks) if name not in COMMANDS] == []


# --- pages and API ------------------------------------------------------------------------------------------

SERVED = DOCS / "serve.md", DOCS / "pages.md"
ADDRESSES = sorted(
    {re.sub(r"\{(id)(:path)?\}", "ID", one.path) for one in ROUTES}
    - {"/static/{path:path}", "/decisions/new"}
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_served_is_described(address: str):
    assert any(re.search(rf"[ `]{re.escape(address)}[`?]", text_of(page)) for page in SERVED)


# --- libraries ----------------------------------------------------------------------------------------------

PYPROJECT = msgspec.toml.decode(text_of(ROOT / "pyproject.toml"))["project"]
NEEDED = [*PYPROJECT["dependencies"], *PYPROJECT["optional-dependencies"]["exports"]]


@pytest.mark.parametrize("package", sorted({re.match(r"[\w.-]+", one)[0] for one in NEEDED}))
def test_a_library_is_listed_with_its_licence(package: str):
    rows = section(DOCS / "data-and-models.md", "Libraries")
    assert re.search(rf"^\| (?:[\w, ]*\b)?{re.escape(package)}\b[^|]*\|[^|]+\|[^|]+\|$", rows, re.MULTILINE)
