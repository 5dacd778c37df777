"""The house rules of sizes and names (docs/house.md) hold for every module."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "ondit"
MODULES = sorted(SOURCE.rglob("*.py"))
SIZED = [*MODULES, *sorted((ROOT / "eval").rglob("*.py"))]
NAMELESS = {"utils.py", "helpers.py", "common.py", "misc.py"}
MOST_LINES, MOST_FUNCTION_LINES, MOST_PARAMETERS, MOST_METHODS, MOST_MODULES = 500, 60, 5, 12, 12


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def is_command(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


@pytest.mark.parametrize("path", SIZED, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_keeps_to_the_sizes_of_the_house(path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert path.name not in NAMELESS, "a function without a room shows a missing noun"
    assert source.count("\n") <= MOST_LINES
    for function in functions(tree):
        assert function.end_lineno - function.lineno < MOST_FUNCTION_LINES, function.name
        required = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        count = sum(argument.arg not in {"self", "cls"} for argument in required)
        assert is_command(function) or count <= MOST_PARAMETERS, f"{function.name} wants an options record"
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            methods = [child for child in node.body if isinstance(child, ast.FunctionDef)]
            assert len(methods) <= MOST_METHODS, node.name


@pytest.mark.parametrize("folder", sorted({path.parent for path in SIZED}), ids=str)
def test_a_folder_holds_at_most_twelve_modules(folder):
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES or folder.name == "cli"


def test_offsets_are_compared_in_the_span_module_only():
    compared = []
    for path in MODULES:
        if path.name == "span.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
                attributes = [side.attr for side in sides if isinstance(side, ast.Attribute)]
                if sum(name in {"start", "end"} for name in attributes) >= 2:
                    compared.append(f"{path.relative_to(SOURCE)}:{node.lineno}: {ast.unparse(node)}")
    allowed = {"model/time.py"}  # intervals of time, not of text
    assert [place for place in compared if place.split(":")[0] not in allowed] == []


def imported(path: Path) -> set[str]:
    """Return the modules that a module imports, anywhere in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }


def test_the_network_is_opened_in_one_room_only():
    network = {"socket", "ssl", "httpcore", "httpx", "requests", "urllib3", "http.client", "urllib.request"}
    opened = {path.relative_to(SOURCE).parent for path in MODULES if imported(path) & network}
    assert opened == {Path("ingest/fetching")}
