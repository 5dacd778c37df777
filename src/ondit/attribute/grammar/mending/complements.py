"""Mending where the parser hangs what was said from the wrong word."""

from collections.abc import Callable, Container, Mapping

from msgspec.structs import replace

from ondit.attribute.grammar.mending.headlinese import IsCue
from ondit.attribute.grammar.tree import SUBJECTS, Tree, mended

_CARRIED = frozenset({"prep", "pobj", "agent", "relcl", "acl", "dobj", "dative"})
"""Labels through which the noun that a clause was hung from may stand below the cue it belongs to."""

_CLAUSES = frozenset({"relcl", "acl", "ccomp"})

_ASIDE = frozenset(
    {"by", "in", "at", "during", "on", "through", "via", "after", "before", "from", "to", "with"}
)
"""Prepositions that lead from a cue to who says it, where and when, and never to what is said."""

_OWNING = frozenset({"by", "from"})
"""Prepositions between a noun of speech and who speaks."""

_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
"""Tags of participles, and of the past tense that the parser takes one for."""

_OF_WHAT = frozenset({"that", "about", "over", "as", "for", "of"})
"""Words that begin what a tale is about."""


def with_owners(tree: Tree, is_cue: IsCue) -> Tree:
    """Return the tree with whose words they are hung from the noun of speech: "repeated a claim by a rival".

    The parser hangs "by a rival" from the verb, whose subject did not make the claim.
    """
    tokens = list(tree.tokens)
    for prep, token in enumerate(tree.tokens):
        if tree.lower[prep] not in _OWNING or token.dep not in {"prep", "agent"}:
            continue
        noun = tree.child(token.head, "dobj")
        if noun is None or not is_cue(tree.tokens[noun].lemma, "NOUN"):
            continue
        if tree.subtree(noun)[-1] == prep - 1:
            tokens[prep] = replace(token, dep="prep", head=noun)
    return mended(tree, tokens)


def with_charges(tree: Tree, is_link: IsCue) -> Tree:
    """Return the tree with what somebody is charged with hung from the cue: "accused by a rival of lying".

    The parser hangs "of lying" from the rival. `is_link` tells whether a verb puts forward what stands behind
    a preposition.
    """
    tokens = list(tree.tokens)
    for prep, token in enumerate(tree.tokens):
        by = tree.tokens[token.head].head
        verb = tree.tokens[by].head
        if token.dep != "prep" or tree.tokens[by].dep != "agent" or tree.child(prep, "pcomp") is None:
            continue
        if is_link(tree.tokens[verb].lemma, tree.lower[prep]):
            tokens[prep] = replace(token, head=verb)
    return mended(tree, tokens)


def with_plain_verbs(tree: Tree, is_cue: IsCue) -> Tree:
    """Return the tree with a verb of speech that was taken for a noun: "many in the town fear that P",
    "P, Hale and Orr report"."""
    tokens = list(tree.tokens)
    for place, token in enumerate(tree.tokens):
        subject, clause = tree.child(place, "nsubj"), tree.child(place, "ccomp")
        if token.pos != "NOUN" or subject is None or clause is None or not is_cue(token.lemma, "VERB"):
            continue
        around = subject < place < clause or clause < subject < place
        if tree.child(place, "cop", "det", "poss", "aux") is None and around:
            tokens[place] = replace(token, pos="VERB", tag="VBP")
    return mended(tree, tokens)


def with_particles(tree: Tree, is_denial: Callable[[str], bool]) -> Tree:
    """Return the tree with the particle of a phrasal denial that was taken for a preposition: "laughed
    off talk of a sale"."""
    tokens = list(tree.tokens)
    for place, token in enumerate(tree.tokens[1:], start=1):
        verb, noun = place - 1, tree.child(place, "pobj")
        phrasal = f"{tree.tokens[verb].lemma} {token.lemma}"
        if token.head == verb and token.dep == "prep" and noun is not None and is_denial(phrasal):
            tokens[place] = replace(token, pos="PART", tag="RP", dep="prt")
            tokens[noun] = replace(tokens[noun], dep="dobj", head=verb)
    return mended(tree, tokens)


def with_complements(tree: Tree, is_cue: IsCue, verbs: Mapping[str, bool], telling: Container[str]) -> Tree:
    """Return the tree with what somebody said hung from the cue, not from a noun that stands between.

    "was told by villagers that P", "claims by rebels that P", "told the Courier, which the port owns, that
    P", "said in a letter to the club that P": the parser takes P for a relative clause of the last noun. P
    has a subject besides its "that", and the cue has no other content. `verbs` are the lemmas of verbs that
    are cues, with True for those that put a clause forward, `telling` those whose object is who is told.
    """
    tokens = list(tree.tokens)
    for clause, token in enumerate(tree.tokens):
        subject = tree.child(clause, *SUBJECTS) if token.dep in _CLAUSES else None
        if subject is None:
            continue
        first = tree.subtree(clause)[0]
        that = tree.lower[first] == "that"
        if that and subject == first:
            continue
        hung = token.head if token.dep == "ccomp" else clause  # "told a man who waited outside that P"
        says = hung != clause and is_cue(tree.tokens[hung].lemma, "VERB")
        loose = tree.tokens[hung].dep in {"relcl", "acl"} and not says
        cue = _cue_above(tree, hung, is_cue, verbs, telling) if loose else None
        bare = cue is not None and token.head in tree.each(cue, "dobj", "dative") and _is_bare(tree, clause)
        if cue is not None and (that or bare):
            dep = "ccomp" if tree.tokens[cue].pos == "VERB" else "acl"
            tokens[clause] = replace(token, dep=dep, head=cue)
        if that and (cue is not None or token.dep == "ccomp"):
            tokens[first] = replace(tokens[first], dep="mark", pos="SCONJ", tag="IN", head=clause)
    return mended(tree, tokens)


def _is_bare(tree: Tree, clause: int) -> bool:
    """Tell whether a clause has no relative pronoun: "told the men they were lost"."""
    return not any(tree.tokens[one].tag in {"WDT", "WP", "WP$", "WRB"} for one in tree.subtree(clause)[:3])


def _cue_above(
    tree: Tree, clause: int, is_cue: IsCue, verbs: Mapping[str, bool], telling: Container[str]
) -> int | None:
    """Return the nearest cue, above the noun that a clause hangs from, that still lacks its content."""
    below, noun = clause, tree.parent(clause)
    if noun is None or is_cue(tree.tokens[noun].lemma, "NOUN"):
        return None
    for above in tree.ancestors(clause):
        token, link = tree.tokens[above], tree.tokens[below].dep
        if link not in _CARRIED:
            return None
        if token.pos == "NOUN" and tree.lower[below] == "by" and is_cue(token.lemma, "NOUN"):
            return above
        if token.pos in {"VERB", "AUX"}:
            aside = tree.lower[below] in _ASIDE
            through = aside or (link in {"dobj", "dative"} and token.lemma in telling)
            free = tree.child(above, "ccomp", "xcomp") is None and above < clause
            objects = () if link in {"dobj", "dative"} else tree.each(above, "dobj")
            fits = through and free and all(tree.tokens[above].lemma in telling for _ in objects)
            said = verbs.get(token.lemma) or (
                is_cue(token.lemma, "VERB") and tree.child(above, "auxpass") is not None
            )
            return above if fits and said else None
        below = above
    return None


def with_sayings(tree: Tree, verbs: Mapping[str, bool]) -> Tree:
    """Return the tree with what somebody is quoted as saying hung from the saying.

    "P, Foo quoted B as saying" and "P, B was quoted by Foo as saying" are then built as "Foo quoted B as
    saying P" is: the parser hangs P from "quoted". "By Foo" behind "saying" goes to "quoted". `verbs` as
    above.
    """
    tokens = list(tree.tokens)
    for saying, token in enumerate(tree.tokens):
        prep = tree.parent(saying) if token.dep == "pcomp" and verbs.get(token.lemma) else None
        above = tree.parent(prep) if prep is not None and tree.lower[prep] == "as" else None
        if above is None or prep is None:
            continue
        agent = next((one for one in tree.each(saying, "prep", "agent") if tree.lower[one] == "by"), None)
        if agent is not None and tree.child(above, "auxpass") is not None:
            tokens[agent] = replace(tokens[agent], dep="agent", head=above)
        if tree.child(saying, "ccomp", "dobj", "xcomp") is not None:
            continue
        for clause in tree.each(above, "ccomp"):
            tokens[clause] = replace(tokens[clause], head=saying)
    return mended(tree, tokens)


def with_participles(tree: Tree) -> Tree:
    """Return the tree with the subject of its verb before a participle between commas.

    In "Foo, in turn quoting a blog, claimed that P" and "the jar, thought to be a copy, was sold" the parser
    takes the participle for a verb of its own, with "Foo" and "the jar" as its subject.
    """
    tokens = list(tree.tokens)
    for participle, token in enumerate(tree.tokens):
        if token.tag not in _PARTICIPLES:
            continue
        above = tree.parent(participle)
        if above is not None and tree.tokens[above].pos == "PUNCT" and token.tag == "VBG":
            tokens[participle] = replace(token, dep="acl", head=tree.tokens[above].head)
        subject, verb = tree.child(participle, "nsubj"), _verb_behind(tree, participle)
        if subject is None or verb is None:
            continue
        passive = tree.child(verb, "auxpass") is not None
        tokens[subject] = replace(tokens[subject], dep="nsubjpass" if passive else "nsubj", head=verb)
        if tree.tokens[verb].head == participle:
            top = verb if token.head == participle else token.head
            tokens[verb] = replace(tokens[verb], dep=token.dep, head=top)
        tag = "VBN" if token.tag == "VBD" else token.tag
        tokens[participle] = replace(token, tag=tag, dep="acl", head=subject)
    return mended(tree, tokens)


def _verb_behind(tree: Tree, participle: int) -> int | None:
    """Return the verb behind the second comma of "the jar, thought to be a copy, was sold", or behind no
    comma in "Foo said the jar pulled from the well had cracked"."""
    token = tree.tokens[participle]
    if tree.child(participle, "aux", "auxpass", "cc") is not None:
        return None
    subject, verb = tree.child(participle, "nsubj"), tree.child(participle, "conj")
    if token.dep in {"csubj", "advcl"} and token.head > participle:
        verb = token.head
    beside = list(tree.each(token.head, "ccomp")) if token.dep == "ccomp" else []
    if len(beside) == 2 and beside[0] == participle:
        verb = beside[1]
    if verb is None or subject is None or tree.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    first = min((verb, *tree.each(verb, "aux", "auxpass", "neg")))
    commas = (tree.lower[tree.trimmed(tree.subtree(subject))[-1] + 1] == ",", tree.lower[first - 1] == ",")
    closed = all(commas) or (verb in beside and first < verb and not any(commas))
    return verb if verb > participle and closed else None


def with_tales(tree: Tree, is_cue: IsCue, spreading: Container[str]) -> Tree:
    """Return the tree with what goes round hung from the noun: "word spread that P", "questions remain
    about who did it", "talk is rife that P", "doubts were raised about P". `spreading` are the verbs that
    part the two."""
    tokens = list(tree.tokens)
    for verb in range(len(tree.tokens)):
        noun = _tale(tree, verb, spreading)
        if noun is None or not is_cue(tree.tokens[noun].lemma, "NOUN"):
            continue
        state = tree.child(verb, "acomp")
        hung = (*tree.each(verb, "ccomp", "prep"), *(tree.each(state, "ccomp") if state is not None else ()))
        if state is not None and is_cue(tree.tokens[state].lemma, "ADJ"):
            continue
        for below in hung:
            if below > verb and tree.lower[tree.subtree(below)[0]] in _OF_WHAT:
                dep = "prep" if tokens[below].dep == "prep" else "acl"
                tokens[below] = replace(tokens[below], dep=dep, head=noun)
    return mended(tree, tokens)


def _tale(tree: Tree, verb: int, spreading: Container[str]) -> int | None:
    """Return the subject of a verb that may part a noun from what it puts forward."""
    lemma = tree.tokens[verb].lemma
    if lemma in tree.light:
        return tree.child(verb, "nsubjpass")
    parts = lemma in spreading or (lemma == "be" and tree.child(verb, "acomp") is not None)
    return tree.child(verb, "nsubj") if parts else None


def with_comments(tree: Tree, is_cue: IsCue, verbs: Mapping[str, bool], contrasts: Container[str]) -> Tree:
    """Return the tree with the writer's comment behind a comma hung from the cue, not from what was said.

    "Foo said P, a claim that the army denies", "Foo said P, though one diver denied it", "Foo expects P,
    having said Q": the parser makes them parts of P. `contrasts` are the conjunctions of the second.
    """
    tokens = list(tree.tokens)
    for place, token in enumerate(tree.tokens):
        if not (is_cue(token.lemma, "VERB") or (token.pos == "NOUN" and is_cue(token.lemma, "NOUN"))):
            continue
        first = tree.subtree(place)[0]
        cue = _saying_above(tree, place, verbs) if first > 0 and tree.lower[first - 1] == "," else None
        if cue is None:
            continue
        mark = tree.child(place, "mark")
        contrast = mark is not None and tree.lower[mark] in contrasts
        perfect = any(tree.tokens[one].tag == "VBG" for one in tree.each(place, "aux"))
        if (contrast or perfect) and is_cue(token.lemma, "VERB"):
            tokens[place] = replace(token, dep="advcl", head=cue)
        elif token.pos == "NOUN" and (clause := _commenting(tree, place, is_cue)) is not None:
            tokens[place] = replace(token, dep="npadvmod", head=cue)
            that = tree.child(clause, "mark")
            if that is not None and tree.child(clause, "dobj", "ccomp", "xcomp", "oprd") is None:
                tokens[that] = replace(tokens[that], dep="dobj", tag="WP")
                tokens[clause] = replace(tokens[clause], dep="relcl")
    return mended(tree, tokens)


def _saying_above(tree: Tree, place: int, verbs: Mapping[str, bool]) -> int | None:
    """Return the cue before a word in whose clause it stands."""
    below = place
    for above in tree.ancestors(place):
        if tree.tokens[below].dep == "ccomp" and verbs.get(tree.tokens[above].lemma) and above < place:
            return above
        below = above
    return None


def _commenting(tree: Tree, noun: int, is_cue: IsCue) -> int | None:
    """Return the cue by which somebody speaks of a noun that sums up what was said: "a claim he denies"."""
    if not is_cue(tree.tokens[noun].lemma, "NOUN") or tree.child(noun, "det") is None:
        return None
    clauses = (one for one in tree.each(noun, "relcl", "acl") if is_cue(tree.tokens[one].lemma, "VERB"))
    return next((one for one in clauses if tree.child(one, "nsubj") is not None), None)
