"""How much text one article may have."""

from ondit.errors import InputError

MOST_CHARACTERS = 1_000_000
"""The longest text read as one article, in code points. The longest news stories hold 200,000; more is a
book, a dump or a joined file, and the parser would work on it for minutes. spaCy draws the same line."""


def check_length(text: str) -> None:
    """Raise `InputError` when a text is blank or longer than `MOST_CHARACTERS`."""
    if not text.strip():
        raise InputError("no text: 'text' or 'html' must hold the article")
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            f"{len(text):,} characters are too long for one article (at most {MOST_CHARACTERS:,}); split it"
        )
