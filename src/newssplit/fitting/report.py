"""What a fit has to say, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newssplit.fitting.fitting import Outcome
from newssplit.fitting.folds import FIGURES, Tally, together
from newssplit.fitting.issues import Issue
from newssplit.fitting.moves import Moved

MOST_MOVED = 30
"""So many weights are told, those that moved farthest first."""
SIDES = ("clean", "damaged")
WIDTH = 22


def report(outcome: Outcome) -> Iterator[str]:
    """All of it, line by line."""
    yield from _data(outcome)
    yield ""
    yield from _by_family(outcome.issues, outcome.before, outcome.after.tallies)
    yield ""
    yield from _spreads(outcome)
    yield ""
    yield from _moved(outcome.moved)
    yield from _held(outcome)
    yield ""
    yield verdict(outcome)


def verdict(outcome: Outcome) -> str:
    """Whether it helps, in a sentence."""
    old, new = together(outcome.before), together(outcome.after.tallies)
    told = "; ".join(
        f"{side}: found {a['found']:.3f} -> {b['found']:.3f}, perfect {a['perfect']:.3f} -> {b['perfect']:.3f}"
        for side, a, b in zip(SIDES, old.figures, new.figures, strict=False)
    )
    if outcome.helps:
        return f"On issues left out the fitted weights are better: {told}."
    return f"On issues left out the fitted weights are no better than those that were there: {told}."


def _data(outcome: Outcome) -> Iterator[str]:
    issues = outcome.issues
    families = len({issue.family for issue in issues})
    copies = sum(len(issue.damaged) for issue in issues)
    articles = sum(len(issue.clean.articles) for issue in issues)
    yield f"{len(issues)} issues of {families} families with {articles} articles, and {copies} damaged copies"
    yield f"{outcome.units} units, of which {outcome.broken:.0f} cannot be read as the gold says"
    yield f"{len(outcome.folds)} folds, seed {outcome.seed}, spread {outcome.after.spread:g}"


def _by_family(issues: Sequence[Issue], before: Sequence[Tally], after: Sequence[Tally]) -> Iterator[str]:
    """Found and perfect of each family, while it was left out, with the old weights and the fitted ones."""
    yield f"{'left out':{WIDTH}} {'articles':>8}" + "".join(
        f"  {f'{name}, {side}':^17}" for side in SIDES for name in FIGURES
    )
    yield " " * (WIDTH + 9) + f"  {'before    after':^17}" * 4
    names = [issue.family for issue in issues]
    for family in [*sorted(set(names)), ""]:
        mine = [n for n, name in enumerate(names) if family in ("", name)]
        old, new = (together(side[n] for n in mine) for side in (before, after))
        yield f"{family or 'all':{WIDTH}} {old.clean['gold']:8}" + "".join(_cells(old, new))


def _cells(old: Tally, new: Tally) -> Iterator[str]:
    for a, b in zip(old.figures, new.figures, strict=True):
        for name in FIGURES:
            yield f"  {a[name]:7.3f}   {b[name]:7.3f}"


def _spreads(outcome: Outcome) -> Iterator[str]:
    yield "spread of the weights, and how much of what was left out came out right with it"
    for one in sorted(outcome.tried, key=lambda one: one.spread):
        figures = together(one.tallies).figures
        told = ", ".join(
            f"{side}: " + " ".join(f"{name} {f[name]:.3f}" for name in FIGURES)
            for side, f in zip(SIDES, figures, strict=False)
        )
        yield f"{one.spread:6g}  {told}"


def _moved(found: Sequence[Moved]) -> Iterator[str]:
    yield f"{len(found)} weights moved, these farthest: how often each counts by the gold, and how often by"
    yield "the old weights, in issues and copies; and lines where the two are far apart"
    yield from map(_line, found[:MOST_MOVED])
    turned = [m for m in found if m.turned]
    if turned:
        yield ""
        yield "What spoke for a label speaks against it now, or the other way round"
        yield from map(_line, turned)


def _line(m: Moved) -> str:
    name = f"{m.name.name} {m.name.label}".strip() if m.name.table != "leaving" else f"leaving {m.name.name}"
    spoken = f", speaks of {m.units} units in {m.families} families" if m.units else ""
    places = f"; {', '.join(m.places)}" if m.places else ""
    return f"  {name:44} {m.old:+4d} -> {m.new:+4d}  gold {m.gold:.0f}, old {m.expected:.0f}{spoken}{places}"


def _held(outcome: Outcome) -> Iterator[str]:
    if outcome.held:
        yield ""
        yield f"Rules that speak of fewer than {outcome.fewest} units keep their weights:"
        yield from _wrapped(sorted(outcome.held))


def _wrapped(words: Iterable[str]) -> Iterator[str]:
    line = " "
    for word in words:
        if len(line) + len(word) > 100:
            yield line
            line = " "
        line += f" {word}"
    yield line
