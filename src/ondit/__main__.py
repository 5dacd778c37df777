"""`ondit`, and `python -m ondit`: the way from the command line in.

Reading is done in a process of its own (docs/formats.md), which takes as long to load as this one. For the
commands that read, it begins to load before this one does.
"""

import sys

from ondit.engines import start_ahead

_READING = frozenset({"add", "demo", "import", "read", "watch"})
_HELP = frozenset({"-h", "--help"})


def main() -> None:
    """Run the command that the arguments name."""
    asked = frozenset(sys.argv[1:])
    if asked & _READING and not asked & _HELP:
        start_ahead(("ondit.warm", "ondit.ingest"))
    from ondit.cli import main as run

    run(prog_name="ondit")


if __name__ == "__main__":
    main()
