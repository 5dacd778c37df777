"""How much text one article may have."""

from ondit.errors import InputError

MOST_CHARACTERS = 200_000
"""The longest text read as one article, in code points. The longest news stories hold as much; more is a
book, a dump or a joined file, and the parser would work on it for more than the ten seconds that one item may
take: ordinary English takes 4 s a 100,000 on a busy machine."""


def check_length(text: str) -> None:
    """Raise `InputError` when a text is blank or longer than `MOST_CHARACTERS`."""
    if not text.strip():
        raise InputError("no text: 'text' or 'html' must hold the article")
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            f"{len(text):,} characters are too long for one article (at most {MOST_CHARACTERS:,}); split it"
        )
