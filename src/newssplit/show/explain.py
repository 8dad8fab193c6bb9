"""The dump line by line in the terminal: what each line was taken for, why, and what was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import set_cell_size
from rich.text import Text

from newssplit.i18n import _
from newssplit.model import Evidence, Reading
from newssplit.rules.table import SHOWN_RULES
from newssplit.show.explained import CLOSE, ExplainedLine, ExplainedReading
from newssplit.show.opened import Opened
from newssplit.show.typesetting import filled, shortened, wrapped
from newssplit.show.visible import visible
from newssplit.show.words import full_name, label_name, reason_of

RULE = {rule.name: rule for rule in SHOWN_RULES}
GUTTER = "     │ "
QUOTED = 24
TOLD = 0.01
"""A smaller share of a second label is not told."""
LIKELY = 0.9
"""A label of a smaller share is worth a look."""


def explain(lines: Iterable[ExplainedLine], opened: Opened, width: int, *, full: bool) -> Iterator[Text]:
    """The lines with their explanations; `full` shows all of each line, and every rule's reason."""
    for line in lines:
        yield from _source(line, width, full)
        for found in line.readings:
            if found.reading.line == line.number:
                yield from _reading(found, opened.issue.text, width, full)
            else:
                yield _row(_("goes on from line {}").format(found.reading.line), "dim")
        yield from _markup(line, opened.issue.text, width)


def _markup(line: ExplainedLine, text: str, width: int) -> Iterator[Text]:
    """What of a line is the carrier's: all of it, or the stretches in the order in which they stand."""
    if not line.markup:
        return
    taken = "" if not line.readings else "  ".join(_quoted(visible(text[a:b]).strip()) for a, b in line.markup)
    said = f"{_('markup')}  {taken}".rstrip()
    yield _row(shortened(said, max(width - len(GUTTER) - 2, 10)), "blue")


def _source(line: ExplainedLine, width: int, full: bool) -> Iterator[Text]:
    room = max(width - len(GUTTER), 10)
    text = visible(line.line.text)
    rows = wrapped(text, room) if full else [shortened(text.replace("\t", " "), room)]
    for n, row in enumerate(rows or [""]):
        yield Text.assemble((f"{line.number:>4} " if n == 0 else "     ", "cyan"), ("│ ", "dim"), (row, "bold"))


def _reading(found: ExplainedReading, text: str, width: int, full: bool) -> Iterator[Text]:
    reading = found.reading
    close = reading.margin < CLOSE
    yield Text.assemble(
        (GUTTER, "dim"),
        (full_name(reading.label) if full else label_name(reading.label), "green"),
        _became(found),
        _(" → article {}").format(reading.item) if reading.item is not None else "",
        (_("  margin {}").format(reading.margin) + " ?" * close, "yellow" if close else "dim"),
        (_rivals(reading), "yellow" if reading.share < LIKELY else "dim"),
    )
    room = width - len(GUTTER) - 2
    if full:
        yield from (_row(row) for e in reading.evidence for row in _hanging(_with_reason(e), room, 5))
    else:
        yield from (_row(row, "dim") for row in filled([f"{e.weight:+d} {e.rule}  " for e in reading.evidence], room))
    if len(found.parts) > 1:
        for part in found.parts:
            taken = visible(text[part.start : part.end]).replace("\n", " ")
            said = set_cell_size(_(part.role), 12) + f" {taken if full else _quoted(taken)}"
            yield from (_row(row, "" if full else "dim") for row in _hanging(said, room, 13))
    for change in found.changes:
        yield _row(_("{} by {}").format(_(change.action), change.rule), "magenta")


def _rivals(reading: Reading) -> str:
    """What share of all readings takes it so, and what the second most take it for, where that is worth a word."""
    if reading.second is None or reading.second_share < TOLD:
        return ""
    return "  " + _("{} agree, {} {}").format(
        f"{reading.share:.0%}", label_name(reading.second), f"{reading.second_share:.0%}"
    )


def _became(found: ExplainedReading) -> str:
    """What the whole of it became, where its label does not say so."""
    roles = {part.role for part in found.parts}
    return _(" as {}").format(_(roles.pop())) if len(roles) == 1 and not roles & {found.reading.label, "text"} else ""


def _hanging(text: str, width: int, indent: int) -> list[str]:
    first, *rest = wrapped(text, width - indent) or [""]
    return [first, *(" " * indent + row for row in rest)]


def _with_reason(evidence: Evidence) -> str:
    rule = RULE.get(evidence.rule)
    said = f"{evidence.weight:+4d} {evidence.rule}"
    return said if rule is None else f"{said}: {reason_of(rule)}"


def _quoted(taken: str) -> str:
    return taken if len(taken) <= QUOTED else f"{taken[: QUOTED // 2]}…{taken[-QUOTED // 2 :]}"


def _row(said: str, style: str = "") -> Text:
    return Text.assemble((GUTTER, "dim"), "  ", (said, style))
