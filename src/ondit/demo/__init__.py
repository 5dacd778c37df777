"""The shipped story: invented outlets, an invented event, and every trap a news claim can hold."""

from importlib.resources import files
from pathlib import Path


def demo_articles_path() -> Path:
    """Return the path of the demo story, JSON Lines with one article a line."""
    return Path(str(files(__name__).joinpath("story.jsonl")))
