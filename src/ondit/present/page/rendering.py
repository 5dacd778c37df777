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
