"""What several tests need: the demo story in a store, made once."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from ondit.cli import main
from ondit.demo import demo_articles_path

settings.register_profile("ondit", deadline=None)  # what a test asks is no time: that depends on the machine
settings.load_profile("ondit")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Run a command as a person would, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin)

    return command


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the demo story."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    added = CliRunner().invoke(main, ["add", str(demo_articles_path()), "--store", str(path)])
    assert added.exit_code == 0, added.stderr
    return path
