"""Printing which mentions are grouped, voiced or counted wrong, for the part that may be looked at."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import click

from eval.run import ClaimAnswers
from eval.score.grouping import Found


def print_claim_errors(answers: ClaimAnswers) -> None:
    """Print every marked claim that is torn into several groups, every group that holds several claims, and
    the mentions whose voice or numbers are wrong."""
    glosses = {label: gloss for story in answers.stories for label, gloss in story.glosses.items()}
    by_claim, by_group = defaultdict(list), defaultdict(list)
    for one in answers.found:
        by_claim[one.mark.claim].append(one)
        by_group[one.group].append(one)
    for label, members in by_claim.items():
        if len({one.group for one in members}) > 1:
            click.echo(f"\ntorn: {label} {glosses[label]}")
            _print_members(members, [one.group for one in members])
    for members in by_group.values():
        labels = [one.mark.claim for one in members]
        if len(set(labels)) > 1:
            click.echo(
                "\nmerged: " + "; ".join(f"{label} {glosses[label]}" for label in dict.fromkeys(labels))
            )
            _print_members(members, labels)
    click.echo("\nvoice and numbers, marked and found")
    for one in answers.found:
        if one.mention and one.mention.voice is not one.mark.voice:
            click.echo(f"  {one.mark.article_id}: {one.mark.voice} {one.mention.voice}: {one.mention.text}")
        if sorted(one.values) != sorted(one.mark.values):
            click.echo(f"  {one.mark.article_id}: {one.mark.values} {one.values}: {one.mark.text}")


def _print_members(members: Sequence[Found], groups: Sequence[str]) -> None:
    """Print mentions group by group, the largest group first."""
    sizes = Counter(groups)
    order = sorted(zip(groups, members, strict=True), key=lambda pair: (-sizes[pair[0]], pair[0]))
    last = ""
    for group, one in order:
        sign = "  " if group == last else "--"
        shown = one.mention.text if one.mention else f"(not there) {one.mark.text}"
        click.echo(f"  {sign} {one.mark.article_id}: {shown}")
        last = group
