"""The engine of all HTML: templates that escape what they show and make it visible, whatever one forgets."""

from functools import cache

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

from ondit.present import wording
from ondit.present.page.spots import spot
from ondit.present.visible import visible


def environment(*loaders: BaseLoader) -> Environment:
    """Return an engine that finds templates with these loaders first, then among those of this room."""
    made = Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("ondit.present.page")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(sentence=wording.sentence, counted=wording.counted, spot=spot)
    return made


@cache
def own_environment() -> Environment:
    """Return the engine that finds the templates of this room only."""
    return environment()


def stylesheets() -> tuple[str, str]:
    """Return the styles of this room's pages: those for all media, and those for print, which come last."""
    engine = own_environment()
    parts = [engine.get_template(name).render() for name in ("house.css", "claim.css", "print.css")]
    return "\n".join(parts[:2]), parts[2]
