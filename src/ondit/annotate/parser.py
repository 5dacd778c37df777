"""The one loader of language models: lazily, once per process, and only bytes that are known.

spaCy is imported here alone and only when a parser is asked for, because it is an extra and takes a second.
"""

import base64
import hashlib
import importlib.util
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ondit.annotate.morphology import Morphology, morphology_of
from ondit.errors import ModelError
from ondit.languages import lexicon_of
from ondit.languages.lexicon import Parser

if TYPE_CHECKING:
    from spacy.language import Language


class LoadedParser(msgspec.Struct, frozen=True):
    """A parser ready to run, and the words that name model and version in `made_by`.

    `morphology` stands for the components of the pipe that it names; None where all run as they are.
    """

    pipe: "Language"
    made_by: str
    morphology: Morphology | None = None


def load_parser(language: str, model: str | None = None) -> LoadedParser | None:
    """Return the parser of a language, or None when the language has none or it is not installed.

    `model` is a path or package name that the user set; it is taken as it is, unverified. Otherwise the first
    installed package of the lexicon whose files are the official ones is loaded.

    Raises `ModelError` when the model that the user set does not load, or when a package is installed but is
    not what it claims to be.
    """
    lexicon = lexicon_of(language)
    if lexicon is None or lexicon.parser is None:
        return None
    return _load(lexicon.parser, model)


def installed_parser(language: str, model: str | None = None) -> str:
    """Return what `annotate` will parse a language with, for a person: a model's name and version, or what
    to do.

    Imports and loads nothing beyond the check of the files unless the user set `model`. Never raises.
    """
    lexicon = lexicon_of(language)
    if lexicon is None or lexicon.parser is None:
        return f"no parser for '{language}': articles are kept and split into sentences only"
    try:
        if model:
            loaded = _load(lexicon.parser, model)
            return loaded.made_by if loaded else f"{model}: not found"
        folder = _verified_folder(lexicon.parser)
    except ModelError as error:
        return str(error)
    return folder.name if folder else f"not installed. {lexicon.parser.install} brings it."


@lru_cache(maxsize=8)
def _load(parser: Parser, model: str | None) -> LoadedParser | None:
    place = Path(model) if model and Path(model).exists() else model
    if place is None and (place := _verified_folder(parser)) is None:
        return None
    if importlib.util.find_spec("spacy") is None:
        if model is None:
            return None
        raise ModelError(f"{model}: spaCy, which reads this model, is not installed. {parser.install}")
    import spacy

    try:
        pipe = spacy.load(place, exclude=list(parser.without))
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"{place}: not a spaCy model that loads here ({_first_line(error)}). "
            f"Set another path or package name, or none and {parser.install}"
        ) from error
    made_by = f"{pipe.meta['lang']}_{pipe.meta['name']}-{pipe.meta['version']}"
    return LoadedParser(pipe, made_by, morphology_of(pipe))


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


@lru_cache(maxsize=8)
def _verified_folder(parser: Parser) -> Path | None:
    """Return the folder of the first installed package that holds the official files; None when none is
    installed.

    Raises `ModelError` when packages are installed and the files of none are the official ones.
    """
    faults = []
    for package in parser.packages:
        for folder in _folders(package):
            fault = fault_in(folder, parser)
            if fault is None:
                return folder
            faults.append(f"{folder}: {fault}")
    if faults:
        raise ModelError(f"{'; '.join(faults)}. Install the model again: {parser.install}")
    return None


def _folders(package: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return sorted(path for place in places or () for path in Path(place).glob(f"{package}-*"))


def fault_in(folder: Path, parser: Parser) -> str | None:
    """Return what is wrong with the files of a model folder, or None when they are the official ones.

    Only files of loaded components are read; 12 MB take 40 ms, once per process.
    """
    listing = files("ondit.languages").joinpath("models", parser.digests).read_text("utf-8")
    for line in listing.splitlines():
        name, _, expected = line.rpartition(",")
        if name.partition("/")[0] in parser.without:
            continue
        try:
            digest = hashlib.sha256((folder / name).read_bytes()).digest()
        except OSError:
            return f"the file {name} is missing or unreadable"
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii") != expected:
            return f"the file {name} is not the one that the model's makers published"
    return None
