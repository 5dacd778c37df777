"""The attributes of a marked attribution: what its `>` line says, and what the marks themselves tell."""

import re
from collections.abc import Mapping

import msgspec

from eval.marks.records import CueClass, GoldAttribution, GoldError, Grade, SourceClass
from ondit.model.attribution import Certainty, Distance, Manner, Polarity
from ondit.model.span import Span

_ENTRY = re.compile(r"(\d+)((?: [^\s=]+)*)(?: =(.+))?$")
# matches "2 person negative =Ilvar Stenko", not "person 2"
_PARENT = re.compile(r"<(\d+)$")  # matches "<1", not "1"
_SAY = re.compile(r"\b(?:say|says|said|saying|tell|tells|told|telling)\b")  # matches "has said", not "essay"
_CITING = re.compile(r"\b(?:cit|quot)(?:e|es|ed|ing)\b|\bwith reference to\b|\breferred to\b")
# matches "citing" and "with reference to", not "quotation"
_QUOTED = re.compile(r"[\"“].*?[\"”]|«.*?»|「.*?」|『.*?』|(?<!\w)['‘].*?['’](?!\w)", re.DOTALL)
# matches "'late'", “late” and «late», not the apostrophes of "it's Sam's"
_WORD = re.compile(r"\w")  # matches any letter or digit, not a comma


class Attributes(msgspec.Struct, frozen=True, kw_only=True):
    """What one entry of a `>` line states; None where it leaves the default."""

    parent: int | None = None
    manner: Manner | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    distance: Distance | None = None
    source_class: SourceClass | None = None
    cue_class: CueClass | None = None
    entity: str = ""
    grade: Grade | None = None


_WORDS: dict[str, tuple[str, object]] = {
    **{value.value: ("manner", value) for value in Manner},
    **{value.value: ("certainty", value) for value in Certainty if value is not Certainty.CERTAIN},
    **{value.value: ("distance", value) for value in Distance if value is not Distance.NONE},
    **{value.value: ("grade", value) for value in Grade if value is not Grade.CERTAIN},
    **{value.value: ("source_class", value) for value in SourceClass if value is not SourceClass.NONE},
    **{value.value: ("cue_class", value) for value in CueClass if value is not CueClass.MISSING},
    Polarity.NEGATIVE.value: ("polarity", Polarity.NEGATIVE),
}


def read_attributes(line: str) -> dict[int, Attributes]:
    """Return the attributes of a `>` line (without its `>`) by number.

    Raises `GoldError` (without place) for an entry, word or number that is not understood.
    """
    result: dict[int, Attributes] = {}
    for entry in filter(None, map(str.strip, line.split(";"))):
        found = _ENTRY.match(entry)
        if not found:
            raise GoldError(f"not an entry of attributes: {entry!r}")
        number, stated = int(found[1]), {"entity": found[3] or ""}
        if number in result:
            raise GoldError(f"attributes of {number} twice")
        for word in found[2].split():
            name, value = _meaning(word)
            if name in stated:
                raise GoldError(f"attribution {number}: {name} twice")
            stated[name] = value
        if stated["entity"].split(" ")[-1] in _WORDS:
            raise GoldError(f"attribution {number}: who is meant stands last, after all attributes")
        result[number] = msgspec.convert(stated, Attributes)
    return result


def infer(
    number: int, spans: Mapping[str, tuple[Span, ...]], stated: Attributes, *, cue: str, content: str
) -> GoldAttribution:
    """Return the attribution with what its entry leaves out: manner from the quotation marks of the content,
    cue class from the words of the cue, FactBank's defaults."""
    return GoldAttribution(
        number=number,
        source=spans.get("source", ()),
        cue=spans.get("cue", ()),
        content=spans["content"],
        addressee=spans.get("addressee", ()),
        manner=stated.manner or manner_of(content),
        certainty=stated.certainty or Certainty.CERTAIN,
        polarity=stated.polarity or Polarity.POSITIVE,
        distance=stated.distance or Distance.NONE,
        source_class=stated.source_class or SourceClass.NONE,
        cue_class=stated.cue_class or cue_class_of(cue),
        entity=stated.entity,
        grade=stated.grade or Grade.CERTAIN,
    )


def manner_of(content: str) -> Manner:
    """Return direct where nothing but quotations is left, mixed where one is held, else indirect.

    A quotation that opens again in each paragraph and closes only in the last is direct.
    """
    rest = _QUOTED.sub(" ", re.sub(r"\n\s*\n\s*[\"“]", " ", content))
    if not _WORD.search(rest):
        return Manner.DIRECT
    return Manner.MIXED if rest != content else Manner.INDIRECT


def cue_class_of(cue: str) -> CueClass:
    """Return the class that the words of a cue tell; nouns, passives and the like are stated by hand."""
    words = cue.casefold()
    if not words:
        return CueClass.MISSING
    if not _WORD.search(words):
        return CueClass.MARK
    if words.startswith("according to"):
        return CueClass.ACCORDING
    if _CITING.search(words):
        return CueClass.CITING
    return CueClass.SAY if _SAY.search(words) else CueClass.VERB


def _meaning(word: str) -> tuple[str, object]:
    if parent := _PARENT.match(word):
        return "parent", int(parent[1])
    if word not in _WORDS:
        raise GoldError(f"not an attribute: {word!r}")
    return _WORDS[word]
