"""The shipped story: invented outlets, an invented event, and every trap a news claim can hold."""

from importlib.resources import files
from pathlib import Path

QUESTION = "About 40 workers were poisoned by a chlorine leak at the Brannock paper mill in Halversund"
"""The claim of the story, as somebody would ask for it."""


def demo_articles_path() -> Path:
    """Return the path of the demo story, JSON Lines with one article a line."""
    return Path(str(files(__name__).joinpath("story.jsonl")))
