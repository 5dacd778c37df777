"""Whether a licensed candidate puts something forward, and does not only look like it."""

from collections.abc import Iterable

from ondit.attribute.grammar.addressees import carries
from ondit.attribute.grammar.candidate import Candidate
from ondit.attribute.grammar.relaying import is_without
from ondit.attribute.grammar.sources import EMPTY_WORDS
from ondit.attribute.scene import Scene
from ondit.languages.lexicon import Cue, Frame
from ondit.model.attribution import Polarity


def is_plausible(scene: Scene, candidate: Candidate, entry: Cue) -> bool:
    """Tell whether a licensed candidate puts something forward, and does not only look like it.

    The cases that are left out were right in fewer than one of four on the training part of PolNeAR: active
    verbs and nouns whose source nothing gives ("the call for"), the writer's and the reader's own ("I
    think", "you know"), and infinitives that modify a noun ("the man to ask").
    """
    tree, head = scene.tree, candidate.head
    token = tree.tokens[head]
    if len(candidate.source) == 1 and tree.tokens[candidate.source[0]].lemma in scene.rules.words.own_voice:
        return not scene.quoted.outside(head)
    if is_nothing_said(scene, candidate):
        return False
    if candidate.pos == "VERB":
        relative = candidate.frame is Frame.OBJECT and token.dep == "relcl" and not candidate.passive
        if relative and candidate.content[-1] < head and entry.polarity is not Polarity.NEGATIVE:
            return False  # "the records he released": what is said of a noun is seldom put forward
        infinitive = any(tree.tokens[one].tag == "TO" for one in tree.each(head, "aux"))
        if infinitive and token.dep in {"relcl", "acl"}:
            return False
        unsaid = candidate.frame is Frame.OBJECT and is_without(tree, head, scene.rules.words)
        if unsaid or not carries(tree, candidate, scene.rules.words):
            return False
        return candidate.passive or bool(candidate.source)
    if candidate.pos == "ADJ" and token.dep == "amod" and token.head in range(len(tree.tokens)):
        return tree.tokens[token.head].lemma not in scene.rules.words.hearsay
    if candidate.pos == "NOUN" and not candidate.source:
        first = candidate.content[0]
        asks = tree.tokens[first].tag in {"WP", "WRB"} or tree.lower[first] == "whether"
        if (asks or candidate.frame is Frame.CLAUSE) and token.lemma in scene.rules.words.held:
            return True
        hearsay = token.lemma in scene.rules.words.hearsay
        many = candidate.frame is Frame.INFINITIVE and token.tag in scene.rules.plurals
        return hearsay and (many or candidate.frame in {Frame.CLAUSE, Frame.PREPOSITION})
    return True


def is_nothing_said(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a candidate puts nothing forward, be it proposed by the lexicon or by weights."""
    if is_no_comment(scene, candidate.content):
        return True
    if candidate.pos != "VERB":
        return _is_no_mention(scene, candidate)
    if _is_anybodys(scene, candidate) or _is_bidden(scene, candidate) or _is_overheard(scene, candidate):
        return True
    return _is_of_things(scene, candidate) or _keeps_apart(scene, candidate) or _is_duty(scene, candidate)


def _is_anybodys(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a verb is what anybody might say: "it is wrong *to say* that P"."""
    tree, head = scene.tree, candidate.head
    above = tree.parent(head)
    judged = above is not None and (tree.tokens[above].pos == "ADJ" or tree.child(above, "acomp") is not None)
    nobody = all(tree.lower[one] in EMPTY_WORDS for one in candidate.source)
    return judged and nobody and any(tree.tokens[one].tag == "TO" for one in tree.each(head, "aux"))


def _is_bidden(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a verb is what somebody was told to do: "suppliers were warned *to expect* P"."""
    tree, head = scene.tree, candidate.head
    above = tree.parent(head) if tree.tokens[head].dep == "xcomp" else None
    if above is None or candidate.word in scene.rules.words.continuing:
        return False
    return tree.tokens[above].lemma in scene.rules.words.telling and tree.child(above, "auxpass") is not None


def _is_overheard(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a passive only tells that somebody else's saying was heard: "X *was heard* to say that
    P"."""
    says = scene.tree.child(candidate.head, "xcomp")
    heard = candidate.passive and candidate.word in scene.rules.words.hearing
    return heard and says is not None and scene.rules.is_cue(scene.tree.tokens[says].lemma, "VERB")


def is_no_comment(scene: Scene, content: Iterable[int]) -> bool:
    """Tell whether all that is put forward is a word for speaking: "requests for comment", "“No comment,” he
    said"."""
    words = scene.rules.words
    said = [one for one in content if scene.tree.tokens[one].pos != "PUNCT"]
    spoken = [one for one in said if scene.tree.lower[one] not in words.negators]
    return bool(spoken) and all(scene.tree.tokens[one].lemma in words.commenting for one in spoken)


def _is_no_mention(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a noun tells that nothing was said of a thing: "made no mention of the fire"."""
    none = any(
        scene.tree.lower[one] in scene.rules.words.negators for one in scene.tree.each(candidate.head, "det")
    )
    return none and candidate.frame not in {Frame.CLAUSE, Frame.INFINITIVE} and bool(candidate.source)


def _is_duty(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a passive tells what was to be done: "was supposed to return", not "to have returned".

    None of 28 "supposed to" of the training part of PolNeAR is marked.
    """
    purpose = scene.tree.child(candidate.head, "xcomp")
    if purpose is None or candidate.word not in scene.rules.words.obliging:
        return False
    return not any(scene.tree.tokens[one].lemma == "have" for one in scene.tree.each(purpose, "aux"))


def _is_of_things(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a verb has no voice as its source, or a mere thing as its object."""
    silent = not candidate.passive and scene.is_inert(candidate.source)
    return silent or (candidate.frame is Frame.OBJECT and not _is_sayable(scene, candidate))


def _is_sayable(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether an object can be said or thought, and is not only a thing: "attacked the plan", not "the
    post"."""
    tree, words, things = scene.tree, scene.rules.words, scene.rules.things
    noun = tree.child(candidate.head, "nsubjpass" if candidate.passive else "dobj")
    described = any(tree.lower[one] == "as" for one in tree.each(candidate.head, "prep"))
    if noun is None or described:
        return True
    token = tree.tokens[noun]
    if candidate.word in things.calling:
        named = tree.child(candidate.head, "oprd") is not None or tree.lower[noun] in words.verdicts
        return named or any(scene.quoted.of[one] is not None for one in candidate.content)
    if candidate.word in things.gaining:
        return token.lemma not in things.gains
    contends = candidate.word in things.contending
    if not contends and candidate.word not in things.handling:
        return True
    if token.pos != "NOUN" or token.lemma in words.voices:
        return contends
    spoken = scene.rules.is_cue(token.lemma, "NOUN") or token.lemma in words.documents
    return spoken or token.lemma in things.thoughts or token.lemma.endswith(things.thought_endings)


def _keeps_apart(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether a cue only says how the words came about: "asked not to be named", "asked for anonymity",
    "declined to give her name", "was quoted as"."""
    tree, words = scene.tree, scene.rules.words
    wished = [noun for prep in tree.each(candidate.head, "prep") for noun in tree.each(prep, "pobj")]
    if any(tree.tokens[one].lemma in words.hiding for one in (*wished, *tree.each(candidate.head, "dobj"))):
        return True
    purpose = tree.child(candidate.head, "xcomp")
    hidden = purpose is not None and tree.tokens[purpose].lemma in words.naming
    given = tree.child(purpose, "dobj") if purpose is not None else None
    if given is not None and candidate.word in words.declining and tree.tokens[given].lemma in words.naming:
        return True
    if hidden and purpose is not None and tree.child(purpose, "auxpass") is not None:
        return tree.child(purpose, "neg") is not None or tree.child(candidate.head, "neg") is not None
    return candidate.passive and not candidate.source and candidate.word in words.quoting
