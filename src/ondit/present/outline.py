"""A trace for the terminal: claim, five figures, the tree from origins down to carriers, findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from ondit.model.claim import Voice
from ondit.model.provenance import Edge, Evidence, Trace
from ondit.model.source import SourceKind
from ondit.present import wording
from ondit.present.lineage import Lineage, Relative, is_support, lineage
from ondit.present.screen import Screen, indented, phrase, render
from ondit.present.visible import cut, one_line
from ondit.present.wording import DENIALS, STOP_SHORT

# How many takers with nobody under them are shown under one giver; more are folded into one line. The first
# number by which the tree fits its share of the screen is taken.
MOST_LEAVES = (6, 4, 3, 2, 1)
TREE_SHARE = 0.6  # of the screen's lines; figures, findings and what is not resolved take the rest
MOST_WORDS = 400  # columns of evidence; more is a whole paragraph, and `show` has it
MOST_NAMES = 4  # names in the line of the folded
_NO_MATCH = "No claim matches. `ondit claims` lists the claims there are.\n"


def trace_text(trace: Trace | None, screen: Screen) -> str:
    """Return a trace for the terminal; with `screen.why` every step shows its evidence and every join its
    reason."""
    if trace is None:
        return _NO_MATCH
    return render(_parts(trace, screen), screen)


def _parts(trace: Trace, screen: Screen) -> Iterator[RenderableType]:
    yield phrase((one_line(trace.graph.claim.text), "bold"))
    yield ""
    yield _figures(trace)
    if screen.why:
        yield from _bullets("Why this range", trace.independent_origins.why)
    yield from _headed("Who has it from whom")
    yield from _Outline(trace, screen).trees()
    findings = (
        _with_evidence(phrase((one_line(one.kind), "bold"), f": {one_line(one.text)}"), one.evidence, screen)
        for one in trace.findings
    )
    yield from _bullets("Findings", findings)
    if screen.why:
        for title, voicings in (("Confirmed", trace.confirmations), ("Denied", trace.denials)):
            said = (
                _with_evidence(phrase((one_line(one.name), "bold")), (one.evidence,), screen)
                for one in voicings
            )
            yield from _bullets(title, said)
    yield from _bullets(
        "Not resolved",
        (
            phrase(one_line(one.what), (f" To settle it: {one_line(one.would_settle)}", "italic"))
            for one in trace.unresolved
        ),
    )


def _figures(trace: Trace) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for figure in wording.figures(trace):
        table.add_row(f"  {figure.label}", phrase((figure.value, "bold"), figure.note))
    return table


class _Outline:
    """The provenance tree of one trace."""

    def __init__(self, trace: Trace, screen: Screen) -> None:
        self._lineage: Lineage = lineage(trace)
        self._screen = screen
        self._drifts = wording.drifts(trace.graph.carriers)
        self._faded = wording.lost_hedges(trace)
        lines = screen.height * TREE_SHARE
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
        waiting = [(tree, list(members))]
        while waiting:
            branch, children = waiting.pop()
            folded = [] if self._screen.why else self._lineage.folded(children, self._most)
            for child in children:
                if child not in folded:
                    waiting.append((branch.add(self._label(child)), self._lineage.below(child)))
            if folded:
                branch.add(_folded(folded, more=len(children) > len(folded)))

    def _label(self, member: Relative) -> RenderableType:
        notes = [*self._notes(member)]
        name = wording.quoted(member.node.name, member.node.source_kind)
        when = f", {wording.date(member.carrier.published, short=True)}" if member.carrier else ""
        label = phrase((name, "bold"), (when, "dim"), ": " if notes else "")
        for place, (note, style) in enumerate(notes):
            label.append_text(phrase("; " if place else "", (note, style)))
        reasons = [member.origin.why] if member.origin and member.origin.why else []
        evidence = [edge.evidence for edges in (member.edges, *member.beside) for edge in edges]
        if member.carrier and member.carrier.speaks_from_knowledge:
            evidence.append(member.carrier.speaks_from_knowledge)
        return _with_evidence(label, evidence, self._screen, reasons=reasons)

    def _notes(self, member: Relative) -> Iterator[tuple[str, str]]:
        """Yield what is to be said of a member, each with its style."""
        if member.edges:
            yield wording.credit(member.edges, "it"), ""
        for others in self._beside(member):
            yield others, ""
        if member.origin is not None:
            yield self._origin(member), "green"
        elif member.is_uncollected:
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
            if self._drifts and carrier.quantities:
                yield wording.numbers(carrier.quantities), "cyan"

    def _origin(self, member: Relative) -> str:
        others = [node.name for node in member.joined if one_line(node.name) != one_line(member.node.name)]
        also = f", also “{'”, “'.join(map(one_line, others[:3]))}”" if others else ""
        kind = member.node.source_kind
        what = "unnamed origin" if kind is SourceKind.UNNAMED else "origin"
        return what + (" by its own knowledge" if member.carrier else "") + also

    def _beside(self, member: Relative) -> Iterator[str]:
        """Yield whom else a member credits, one phrase for each way of crediting.

        Those it stands under anyway, at any remove, are named only where the screen asks why.
        """
        over = set() if self._screen.why else {one.node.id for one in self._lineage.chain(member)}
        ways: dict[str, list[tuple[Edge, ...]]] = defaultdict(list)
        for edges in member.beside:
            if self._lineage[edges[0].giver].node.id not in over:
                ways[wording.credit(edges)].append(edges)
        for groups in ways.values():
            also = "also " if is_support(groups[0]) and member.edges else ""
            yield also + wording.credit(groups[0], *(self._name(edges[0]) for edges in groups))

    def _name(self, edge: Edge) -> str:
        """Return the giver's name; what the tree does not show elsewhere is marked here."""
        giver = self._lineage[edge.giver]
        name = wording.quoted(giver.node.name, giver.node.source_kind)
        hidden = giver.is_uncollected and not self._lineage.below(giver)
        return f"{name} ({wording.NOT_COLLECTED})" if hidden else name


def _folded(leaves: Sequence[Relative], *, more: bool) -> Text:
    names = wording.named((leaf.node.name for leaf in leaves), most=MOST_NAMES)
    return phrase((f"{len(leaves)}{' more' if more else ''}", "bold"), f": {names}")


def _with_evidence(
    line: Text, evidence: Iterable[Evidence], screen: Screen, *, reasons: Iterable[str] = ()
) -> RenderableType:
    """Return the line, and under it, where the screen asks why, the reasons and the words that prove it."""
    if not screen.why:
        return line
    because = (phrase(("because " + one_line(reason), "italic")) for reason in reasons)
    proofs = (
        phrase((f"{one_line(proof.article_id)}: “{cut(proof.text, MOST_WORDS)}”", "dim"))
        for proof in dict.fromkeys(evidence)
    )
    return Group(line, *(indented(under, 4) for under in (*because, *proofs)))


def _headed(title: str) -> Iterator[RenderableType]:
    yield ""
    yield phrase((title, "bold underline"))


def _bullets(title: str, lines: Iterable[RenderableType]) -> Iterator[RenderableType]:
    shown = [phrase(one_line(line)) if isinstance(line, str) else line for line in lines]
    if shown:
        yield from _headed(title)
    for line in shown:
        yield indented(line, 4, first="  • ")
