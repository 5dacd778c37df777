"""The names of the package itself."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "imports",
    [
        pytest.param("from ondit import trace", id="the function first"),
        pytest.param("import ondit.trace; from ondit import trace", id="the room of that name first"),
        pytest.param("from ondit import read; from ondit import trace", id="another name first"),
    ],
)
def test_trace_is_the_function(imports):
    done = subprocess.run(
        [sys.executable, "-c", f"{imports}; print(type(trace).__name__)"], capture_output=True, text=True
    )
    assert (done.stdout, done.stderr) == ("function\n", "")


def test_another_name_is_none_of_ours():
    with pytest.raises(ImportError, match="cannot import name 'nonsense'"):
        from ondit import nonsense  # noqa: F401
