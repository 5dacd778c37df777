"""A trace for the terminal: claim, five figures, the tree from origins down to carriers, findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ondit.model.article import Article
from ondit.model.claim import Voice
from ondit.model.provenance import Carrier, Edge, Evidence, Finding, Node, Origin, Pairing, Stance, Trace
from ondit.model.source import SourceKind
from ondit.present import wording
from ondit.present.context import Contexts
from ondit.present.dates import date
from ondit.present.lineage import Lineage, Relative, is_support, lineage
from ondit.present.terminal.screen import Screen, indented, phrase, render
from ondit.present.visible import cut, one_line
from ondit.present.wording import DENIALS, STOP_SHORT

# How many takers with nobody under them are shown under one giver; more are folded into one line. The first
# number by which the tree fits its share of the screen is taken.
MOST_LEAVES = (6, 4, 3, 2)
TREE_SHARE = 0.55  # of the screen's lines; figures, findings and what is not resolved take the rest
MOST_ALIKE = 2  # findings of one kind before they are counted
MOST_OPEN = 3  # things that would settle what is open, before they are counted
MOST_WORDINGS = 1  # further wordings of an origin before they are counted
GUIDE = 4  # columns by which rich indents a branch
MOST_WORDS = 400  # columns of evidence; more is a whole paragraph, and `show` has it
MOST_NAMES = 4  # names in the line of the folded
_NO_MATCH = "No claim matches. `ondit claims` lists the claims there are.\n"


def trace_text(trace: Trace | None, articles: Sequence[Article], screen: Screen) -> str:
    """Return a trace for the terminal; with `screen.why` every step shows its evidence and every join its
    reason. `articles` give the sentence around the evidence."""
    if trace is None:
        return _NO_MATCH
    return render(_parts(trace, _Prover(articles, screen)), screen)


class _Prover:
    """Writes the words that prove a line under it, where the screen asks why."""

    def __init__(self, articles: Sequence[Article], screen: Screen) -> None:
        self.screen = screen
        self._contexts = Contexts(articles)

    def under(
        self, line: Text, evidence: Iterable[Evidence], *, reasons: Iterable[str] = ()
    ) -> RenderableType:
        """Return the line with reasons and proofs under it."""
        if not self.screen.why:
            return line
        because = (phrase(("because " + one_line(reason), "italic")) for reason in reasons)
        proofs = map(self._proof, dict.fromkeys(evidence))
        return Group(line, *(indented(under, 4) for under in (*because, *proofs)))

    def _proof(self, evidence: Evidence) -> Text:
        passage = self._contexts.passage(evidence)
        before, after = (one_line(f"|{text}|")[1:-1] for text in (passage.before, passage.after))
        where = one_line(evidence.article_id) + (" (metadata)" if evidence.span is None else "")
        words = cut(passage.words, MOST_WORDS)
        return phrase((f"{where}: “{before}", "dim"), (words, "dim bold"), (f"{after}”", "dim"))


def _parts(trace: Trace, prover: _Prover) -> Iterator[RenderableType]:
    why = prover.screen.why
    yield phrase((one_line(trace.graph.claim.text), "bold"))
    yield ""
    yield _figures(trace)
    if why:
        yield from _bullets("Why this range", map(wording.sentence, trace.independent_origins.why))
        yield from _bullets("For experts", wording.spread(trace))
    yield from _headed("Who has it from whom")
    yield from _Outline(trace, prover).trees()
    yield from _bullets("Findings", _findings(trace, prover))
    for title, voicings in (("Confirmed", trace.confirmations), ("Denied", trace.denials)):
        said = (prover.under(phrase((one_line(one.name), "bold")), (one.evidence,)) for one in voicings)
        yield from _bullets(title, said if why else ())
    for title, joined in (("The same claim", True), ("Another claim", False)):
        pairs = [one for one in trace.pairings if one.joined is joined]
        yield from _bullets(title, map(_pairing, pairs if why else ()))
    if why:
        yield from _bullets("Not resolved", _open(trace))
    else:
        yield from _bullets("What would settle the rest", _to_do(trace))
    if prover.screen.ids:
        yield from _bullets("Ids", map(_named, trace.graph.nodes))


def _named(node: Node) -> Text:
    name = wording.quoted(node.name, node.source_kind or SourceKind.OUTLET)
    return phrase((f"{one_line(node.id)}  ", "dim"), name)


def _pairing(pairing: Pairing) -> Text:
    """Return one mention, and why it is or is not the claim that the trace is about."""
    where, words = one_line(pairing.other.article_id), cut(one_line(pairing.other.text), MOST_WORDS)
    return phrase(f"{where}: “", (words, "bold"), f"”: {wording.pairing(pairing)}")


def _findings(trace: Trace, prover: _Prover) -> Iterator[RenderableType]:
    """Yield the findings; without why, many of one kind are counted, those that the tree marks are only
    named, those that the figures tell are left out, and what is open has its own place."""
    kinds: dict[str, list[Finding]] = defaultdict(list)
    above: dict[str, None] = {}
    for finding in trace.findings:
        if finding.kind in wording.IN_TREE and not prover.screen.why:
            above[finding.kind] = None
            continue
        if finding.kind in wording.IN_FIGURES and not prover.screen.why:
            continue
        if prover.screen.why or finding.kind != wording.NOT_RESOLVED or not trace.unresolved:
            kinds[finding.kind].append(finding)
    for kind, findings in kinds.items():
        shown = findings if prover.screen.why else findings[:MOST_ALIKE]
        for finding in shown:
            line = phrase(wording.finding(kind, finding.text))
            if finding is shown[-1] and len(findings) > len(shown):
                line.append(f" And {len(findings) - len(shown)} more.", "italic")
            yield prover.under(line, finding.evidence)
    if above:
        yield phrase(f"Marked above: {', '.join(above)}.")


def _open(trace: Trace) -> Iterator[Text]:
    """Yield what is not resolved, what one thing would settle together."""
    answers: dict[str, list[str]] = defaultdict(list)
    for one in trace.unresolved:
        answers[one.would_settle].append(one.what)
    for answer, questions in answers.items():
        asked = " ".join(map(wording.sentence, questions))
        yield phrase(asked, (f" {wording.sentence(f'to settle it: {answer}')}", "italic"))


def _to_do(trace: Trace) -> Iterator[Text]:
    """Yield what would settle what is open; the tree shows that it is."""
    answers = list(dict.fromkeys(one.would_settle for one in trace.unresolved))
    yield from (phrase(wording.sentence(answer)) for answer in answers[:MOST_OPEN])
    if len(answers) > MOST_OPEN:
        yield phrase((f"And {len(answers) - MOST_OPEN} more; --why tells all.", "italic"))


def _figures(trace: Trace) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for figure in wording.figures(trace):
        table.add_row(f"  {figure.label}", phrase((figure.value, "bold"), figure.note))
    return table


class _Outline:
    """The provenance tree of one trace."""

    def __init__(self, trace: Trace, prover: _Prover) -> None:
        self._lineage: Lineage = lineage(trace)
        self._prover = prover
        self._common = wording.common_numbers(trace.graph.carriers)
        self._faded = wording.lost_hedges(trace)
        lines = prover.screen.height * TREE_SHARE
        fitting = (most for most in MOST_LEAVES if self._lineage.shown(self._lineage.folds(most)) <= lines)
        self._most = next(fitting, MOST_LEAVES[-1])

    def trees(self) -> Iterator[Tree]:
        """Yield a tree for each origin, one for the chains that stop short of one, one for denials.

        A source that is named beside its takers' givers only is not shown once more.
        """
        roots = self._lineage.roots
        for origin in roots.origins:
            tree = Tree(self._label(origin), guide_style="dim")
            self._grow(tree, self._lineage.below(origin))
            yield tree
        for title, group in ((STOP_SHORT, roots.ends), (DENIALS, roots.denials)):
            shown = [root for root in group if root.carrier is not None or self._lineage.below(root)]
            if shown:
                tree = Tree(phrase((title, "italic")), guide_style="dim")
                self._grow(tree, shown)
                yield tree

    def _grow(self, tree: Tree, members: Sequence[Relative]) -> None:
        """Add the members and all below them. Where the tree gets too deep for the screen, takers stand
        beside their giver, which they name."""
        deepest = max(1, self._prover.screen.width // 2 // GUIDE)
        waiting = [(tree, members, 1)]
        while waiting:
            branch, children, level = waiting.pop()
            folded = [] if self._prover.screen.why else self._lineage.folded(children, self._most)
            hidden = {member.node.id for member in folded}
            for child in children:
                if child.node.id not in hidden:
                    label = self._label(child, under_giver=level <= deepest)
                    twig = branch.add(label)
                    below = self._lineage.below(child)
                    waiting.append(
                        (twig, below, level + 1) if level < deepest else (branch, below, deepest + 1)
                    )
            if folded:
                branch.add(_folded(folded, more=len(children) > len(folded)))

    def _label(self, member: Relative, *, under_giver: bool = True) -> RenderableType:
        notes = [*self._notes(member, under_giver)]
        name = wording.quoted(member.name, member.kind)
        when = f", {date(member.carrier.published, short=True)}" if member.carrier else ""
        label = phrase((name, "bold"), (when, "dim"), ": " if notes else "")
        for place, (note, style) in enumerate(notes):
            label.append_text(phrase("; " if place else "", (note, style)))
        reasons = [member.origin.why] if member.origin and member.origin.why else []
        evidence = [edge.evidence for edges in (member.edges, *member.beside) for edge in edges]
        if member.carrier and member.carrier.speaks_from_knowledge:
            evidence.append(member.carrier.speaks_from_knowledge)
        return self._prover.under(label, evidence, reasons=reasons)

    def _notes(self, member: Relative, under_giver: bool) -> Iterator[tuple[str, str]]:
        """Yield what is to be said of a member, each with its style."""
        if member.edges:
            yield wording.credit(member.edges, "it" if under_giver else self._name(member.edges[0])), ""
        for others in self._beside(member):
            yield others, ""
        if member.origin is not None:
            yield self._standing(member, member.origin), "green"
        if member.is_uncollected:
            yield wording.NOT_COLLECTED, "yellow"
        elif member.node.is_relay:
            yield wording.RELAY, "yellow"
        if carrier := member.carrier:
            nobody = not member.edges and not member.beside and member.origin is None
            if carrier.voice is not Voice.ATTRIBUTED:
                says = wording.voice(carrier.voice)
                yield f"{says} and names nobody" if nobody else says, "yellow"
            elif nobody:
                yield "gives a source that could not be placed", "yellow"
            if carrier.article_id in self._faded:
                yield wording.HEDGE_LOST, "red"
            given = wording.numbers(carrier.quantities)
            if given and given != self._common:
                yield given, "cyan"

    def _standing(self, member: Relative, origin: Origin) -> str:
        names = dict.fromkeys(one_line(node.name) for node in (member.node, *member.joined))
        others = [name for name in names if name != one_line(origin.name)]
        most = len(others) if self._prover.screen.why else MOST_WORDINGS
        also = f", also “{'”, “'.join(others[:most])}”" if others else ""
        also += f" and {len(others) - most} more" if len(others) > most else ""
        knows = " by its own knowledge" if member.carrier and member.is_origin else ""
        return wording.standing(origin) + knows + also

    def _beside(self, member: Relative) -> Iterator[str]:
        """Yield whom else a member credits, one phrase for each way of crediting.

        Those it stands under anyway, at any remove, who declines to comment, whom copied text names and who
        denies, where the page is said to carry the denial, are told only where the screen asks why.
        """
        why = self._prover.screen.why
        over = set() if why else {one.node.id for one in self._lineage.chain(member)}
        ways: dict[str, list[tuple[Edge, ...]]] = defaultdict(list)
        for every in member.beside:
            edges = every if why else tuple(edge for edge in every if _is_telling(edge, member.carrier))
            if edges and self._lineage[edges[0].giver].node.id not in over:
                ways[wording.credit(edges)].append(edges)
        for groups in ways.values():
            also = "also " if is_support(groups[0]) and member.edges else ""
            yield also + wording.credit(groups[0], *(self._name(edges[0]) for edges in groups))

    def _name(self, edge: Edge) -> str:
        """Return the giver's name; what the tree does not show elsewhere is marked here."""
        giver = self._lineage[edge.giver]
        name = wording.quoted(giver.name, giver.kind)
        hidden = giver.is_uncollected and not self._lineage.below(giver)
        return f"{name} ({wording.NOT_COLLECTED})" if hidden else name


def _is_telling(edge: Edge, carrier: Carrier | None) -> bool:
    told = carrier is not None and carrier.voice is Voice.DENIED and edge.stance is Stance.DENIES
    return not (told or edge.stance is Stance.DECLINES or edge.via_copy)


def _folded(leaves: Sequence[Relative], *, more: bool) -> Text:
    names = wording.named((leaf.name for leaf in leaves), most=MOST_NAMES)
    return phrase((f"{len(leaves)}{' more' if more else ''}", "bold"), f": {names}")


def _headed(title: str) -> Iterator[RenderableType]:
    yield ""
    yield phrase((title, "bold underline"))


def _bullets(title: str, lines: Iterable[RenderableType]) -> Iterator[RenderableType]:
    shown = [phrase(one_line(line)) if isinstance(line, str) else line for line in lines]
    if shown:
        yield from _headed(title)
    for line in shown:
        yield indented(line, 4, first="  • ")
