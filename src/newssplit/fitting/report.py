"""What a fit has to say, as lines of text, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from newssplit.evaluation.table import heading
from newssplit.fitting.fitting import Outcome
from newssplit.fitting.folds import FIGURES, Tally, together
from newssplit.fitting.issues import Issue
from newssplit.fitting.moves import Moved
from newssplit.i18n import _

MOST_MOVED = 30
"""So many weights are told, those that moved farthest first."""
WIDTH = 22
"""Columns for the name of a family."""
PAIR = 17
"""Columns for a figure before and after."""


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
        _("{}: found {} -> {}, perfect {} -> {}").format(
            side, *(f"{one[name]:.3f}" for name in FIGURES for one in pair)
        )
        for side, pair in zip(sides(), zip(old.figures, new.figures, strict=True), strict=False)
    )
    if outcome.helps:
        return _("On issues left out the fitted weights are better: {}.").format(told)
    return _("On issues left out the fitted weights are not better than those that were there: {}.").format(told)


def sides() -> tuple[str, str]:
    """How issues and their damaged copies are called."""
    return _("clean"), _("damaged")


def _data(outcome: Outcome) -> Iterator[str]:
    issues = outcome.issues
    families = len({issue.family for issue in issues})
    copies = sum(len(issue.damaged) for issue in issues)
    articles = sum(len(issue.clean.articles) for issue in issues)
    said = _("{} issues of {} families with {} articles, and {} damaged copies")
    yield said.format(len(issues), families, articles, copies)
    yield _("{} units, of which {} cannot be read as the gold says").format(outcome.units, f"{outcome.broken:.0f}")
    yield _("{} folds, seed {}, spread {}").format(len(outcome.folds), outcome.seed, f"{outcome.after.spread:g}")


def _by_family(issues: Sequence[Issue], before: Sequence[Tally], after: Sequence[Tally]) -> Iterator[str]:
    """Found and perfect of each family, while it was left out, with the old weights and the fitted ones."""
    yield f"{set_cell_size(_('left out'), WIDTH)} {_right(_('articles'), 8)}" + "".join(
        f"  {_centred(f'{heading(name)}, {side}')}" for side in sides() for name in FIGURES
    )
    yield " " * (WIDTH + 9) + f"  {_centred(_('before') + '    ' + _('after'))}" * 4
    names = [issue.family for issue in issues]
    for family in [*sorted(set(names)), ""]:
        mine = [n for n, name in enumerate(names) if family in ("", name)]
        old, new = (together(side[n] for n in mine) for side in (before, after))
        name = family if cell_len(family) > WIDTH else set_cell_size(family or _("all"), WIDTH)
        yield f"{name} {old.clean['gold']:8}" + "".join(_cells(old, new))


def _cells(old: Tally, new: Tally) -> Iterator[str]:
    for a, b in zip(old.figures, new.figures, strict=True):
        for name in FIGURES:
            yield f"  {a[name]:7.3f}   {b[name]:7.3f}"


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _centred(text: str) -> str:
    return set_cell_size(" " * ((PAIR - cell_len(text)) // 2) + text, PAIR)


def _spreads(outcome: Outcome) -> Iterator[str]:
    yield _("spread of the weights, and how much of what was left out came out right with it")
    for one in sorted(outcome.tried, key=lambda one: one.spread):
        figures = together(one.tallies).figures
        told = ", ".join(
            f"{side}: " + " ".join(f"{heading(name)} {f[name]:.3f}" for name in FIGURES)
            for side, f in zip(sides(), figures, strict=False)
        )
        yield f"{one.spread:6g}  {told}"


def _moved(found: Sequence[Moved]) -> Iterator[str]:
    yield _("{} weights moved, these farthest; with how often each counts by the gold and by the").format(len(found))
    yield _("old weights, in issues and copies, and with lines where the two are far apart")
    yield from map(_line, found[:MOST_MOVED])
    turned = [m for m in found if m.turned]
    if turned:
        yield ""
        yield _("What spoke for a label speaks against it now, or the other way round")
        yield from map(_line, turned)


def _line(m: Moved) -> str:
    name = f"{m.name.name} {m.name.label}".strip() if m.name.table != "leaving" else f"leaving {m.name.name}"
    counted = _("gold {}, old {}").format(f"{m.gold:.0f}", f"{m.expected:.0f}")
    spoken = ", " + _("speaks of {} units in {} families").format(m.units, m.families) if m.units else ""
    places = f"; {', '.join(m.places)}" if m.places else ""
    return f"  {name:44} {m.old:+4d} -> {m.new:+4d}  {counted}{spoken}{places}"


def _held(outcome: Outcome) -> Iterator[str]:
    if outcome.held:
        yield ""
        yield _("Rules that speak of fewer than {} units keep their weights:").format(outcome.fewest)
        yield from _wrapped(sorted(outcome.held))


def _wrapped(words: Iterable[str]) -> Iterator[str]:
    line = " "
    for word in words:
        if len(line) + len(word) > 100:
            yield line
            line = " "
        line += f" {word}"
    yield line
