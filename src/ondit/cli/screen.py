"""What the terminal at hand can show."""

import shutil
import sys

from ondit.present import Screen

_PIPED = 100  # columns when nobody's terminal sets a width


def this_screen(*, why: bool = False, ids: bool = False) -> Screen:
    """Return the width, height and colour of stdout; a pipe gets 100 columns and no colour."""
    size = shutil.get_terminal_size((_PIPED, 40))
    color = sys.stdout.isatty()
    return Screen(width=size.columns, height=size.lines, color=color, why=why, ids=ids)
