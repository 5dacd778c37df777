"""To which outlet somebody talks: "in einem Interview mit der *BBC* sagte A, P".

Where a parser reads, the grammar tells whom a talk was with. In all other languages a word beside the name of
an outlet tells, wherever in the sentence it stands.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from ondit.model.attribution import Attributed, Attribution, Manner
from ondit.model.span import Span, hull
from ondit.resolve.outlets.mentions import Mention
from ondit.resolve.phrases.vocabulary import Vocabulary
from ondit.resolve.phrases.words import Word, WordReader

_NEAR = 4
"""Words between the name of an outlet and that of a talk: "entretien accordé au journal *Foo*"."""


def with_talks(
    attributed: Attributed, mentions: Sequence[Mention], reader: WordReader, vocabulary: Vocabulary
) -> Attributed:
    """Return the attributions with the outlet of a talk as addressee of what was said in it.

    That is the first of the sentence whose source is no other outlet, when it tells nobody else and does not
    speak of the outlet.
    """
    talks: dict[int, Span] = {}
    for one in mentions:
        sentence = reader.sentence(one.span)
        if one.counts and _is_talk(one.span, reader.sentences_in_words[sentence], vocabulary):
            talks.setdefault(sentence, one.span)
    told: dict[str, Span] = {}
    for sentence, name in talks.items():
        others = [one.span for one in mentions if one.counts and one.span != name]
        speaking = _speaking(attributed.attributions, sentence, others, reader)
        if speaking is None or not _is_free(speaking, name):
            continue
        told[speaking.id] = hull((*speaking.addressee, name))
    with_told = (
        replace(one, addressee=(told[one.id],)) if one.id in told else one for one in attributed.attributions
    )
    return replace(attributed, attributions=tuple(with_told)) if told else attributed


def _is_talk(name: Span, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a word that tells of a talk stands near a name, with no mark between them."""
    inside = [place for place, word in enumerate(words) if name.contains(word.span)]
    if not inside:
        return False
    ahead, behind = words[: inside[-1] + 1][::-1], words[inside[-1] + 1 :]
    return _leads_to(ahead, len(inside), vocabulary.says.talks) or any(
        word.folded in vocabulary.says.talks_behind for word in _unbroken(behind)
    )


def _leads_to(ahead: Sequence[Word], length: int, talks: frozenset[str]) -> bool:
    """Tell whether a word of a talk stands before a name; `ahead` are the words from its last one back."""
    for place, word in enumerate(ahead[: length + _NEAR]):
        if place >= length and word.folded in talks:
            return True
        if word.apart:
            return False
    return False


def _unbroken(words: Sequence[Word]) -> Iterable[Word]:
    for word in words[:_NEAR]:
        if word.apart:
            return
        yield word


def _is_free(speaking: Attribution, name: Span) -> bool:
    """Tell whether an attribution can tell the outlet of that name: it tells nobody, or the noun right before
    the name ("the *channel* Foo"), and what it says does not speak of the outlet.

    A name that opens a content is no part of it: "*BBC*'ye verdiği röportajda P".
    """
    beside = all(one.gap(name) == 1 and one.precedes(name) for one in speaking.addressee)
    opens = speaking.manner is not Manner.DIRECT and any(one.opens_with(name) for one in speaking.content)
    return beside and (opens or not any(one.contains(name) for one in speaking.content))


def _speaking(
    attributions: Sequence[Attribution], sentence: int, outlets: Sequence[Span], reader: WordReader
) -> Attribution | None:
    """Return the first attribution of a sentence that has a source which is none of some outlets."""
    for one in attributions:
        if not one.source or reader.sentence((one.cue or one.source)[0]) != sentence:
            continue
        if not any(source.contains(outlet) for source in one.source for outlet in outlets):
            return one
    return None
