"""The figures in a terminal, in the user's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newssplit.evaluation.evaluate import MEANINGS, Result, all_figures, total, trusted
from newssplit.evaluation.figures import Counts, roles
from newssplit.evaluation.trust import LOOKED_AT, Trust
from newssplit.i18n import _, catalogue
from newssplit.show.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

COLUMNS = ("found", "body", "headline", "byline", "paragraphs", "lost", "perfect", "boundary_f1", "pk", "b3_f1")
HEADINGS = {"paragraphs": "parag.", "boundary_f1": "cuts", "b3_f1": "B³", "pk": "Pk"}
"""What stands above the columns of some figures in English; the others go by their names."""


def tables(results: Sequence[Result], *, misses: bool) -> Iterator[RenderableType]:
    """The issues with their main figures; all figures of all; and, if wanted, every article that is not perfect."""
    yield _by_issue(results)
    yield _in_all(total(results))
    if (found := trusted(results)) is not None:
        yield from _reliability(found)
    if misses:
        yield from _missed(results)


def _by_issue(results: Sequence[Result]) -> Table:
    table = _table(_("Issues"))
    table.add_column(_("issue"), no_wrap=True)
    for name in ("n", *COLUMNS):
        table.add_column(heading(name), justify="right", no_wrap=True)
    for shown, counts in [*((visible(r.name), r.counts) for r in results), (_("all"), total(results))]:
        values = all_figures(counts)
        table.add_row(shown, str(counts["gold"]), *(f"{values[column]:.3f}" for column in COLUMNS))
    return table


def heading(name: str) -> str:
    """What stands above the column of a figure."""
    return catalogue().get(f"figure {name}", HEADINGS.get(name, name))


def _in_all(counts: Counts) -> Table:
    table = _table(_("In all"))
    table.add_column(_("figure"), no_wrap=True)
    table.add_column(_("value"), justify="right", no_wrap=True)
    table.add_column(_("what it is"))
    for name, value in all_figures(counts).items():
        table.add_row(name, str(int(value)) if name in ("splits", "merges") else f"{value:.4f}", _(MEANINGS[name]))
    for role, value in roles(counts).items():
        table.add_row(f"role {role}", f"{value:.4f}", _("F1 of {} people").format(counts[f"role_gold {role}"]))
    return table


def _reliability(found: Trust) -> Iterator[RenderableType]:
    """What was said of articles and how many were right."""
    from rich.text import Text

    auc = "–" if found.auc is None else f"{found.auc:.3f}"
    table = _table(_("Confidence"))
    for title in (_("said"), _("articles"), _("on average"), heading("perfect")):
        table.add_column(title, justify="right", no_wrap=True)
    for b in found.bins:
        table.add_row(f"{b.low:.1f}–{b.high:.1f}", str(b.articles), f"{b.said:.3f}", f"{b.right:.3f}")
    yield table
    yield Text(_("AUC {}, calibration error {}").format(auc, f"{found.ece:.3f}"))
    right, after = f"{found.right:.3f}", f"{found.right_after_look:.3f}"
    yield Text(
        _("{} of what was found perfect, {} after a look at the least sure {}").format(right, after, f"{LOOKED_AT:.0%}")
    )
    yield Text()


def _missed(results: Sequence[Result]) -> Iterator[Table]:
    for result in results:
        if result.misses:
            table = _table(visible(result.name))
            table.add_column(_("gold article"))
            table.add_column(_("wrong"))
            table.add_column(_("shared"), justify="right")
            for miss in result.misses:
                table.add_row(visible(miss.title), ", ".join(map(_, miss.wrong)), f"{miss.overlap:.2f}")
            yield table


def _table(title: str) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    return Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
