"""The commands, one file each."""

from ondit.cli.add import add
from ondit.cli.articles import articles
from ondit.cli.backup import backup
from ondit.cli.bring import bring
from ondit.cli.claims import claims
from ondit.cli.decide import decide
from ondit.cli.demo import demo
from ondit.cli.doctor import doctor
from ondit.cli.errors import errors
from ondit.cli.export import export
from ondit.cli.group import main
from ondit.cli.read import read
from ondit.cli.remove import remove
from ondit.cli.serve import serve
from ondit.cli.show import show
from ondit.cli.stories import stories
from ondit.cli.trace import trace
from ondit.cli.watch import watch

__all__ = ["main"]

for _command in (
    demo,
    read,
    add,
    watch,
    stories,
    claims,
    articles,
    trace,
    show,
    decide,
    serve,
    export,
    bring,
    remove,
    backup,
    errors,
    doctor,
):
    main.add_command(_command)
