"""What was recognised of a dump's carrier, in the terminal and as data."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from newssplit.fields import CarrierSign
from newssplit.i18n import _
from newssplit.model import Issue
from newssplit.reading.carriers.described import packaged_carriers
from newssplit.reading.lines import line_starts
from newssplit.show.typesetting import shortened
from newssplit.show.visible import visible
from newssplit.show.words import FIELD_WORDS, LINE_WORDS, SIGN_WORDS

SHOWN = 24
"""Signs that are told in the terminal."""
NUMBERS = 16
"""Columns that the numbers and the bar take."""


def told_carrier(issue: Issue, width: int) -> Iterator[Text]:
    """The carriers that were recognised, and how many lines of which sort show it, each sort with its first line;
    nothing where no line shows any."""
    signs = issue.carrier.signs
    if not signs:
        return
    titles = {carrier.name: _(carrier.title) for carrier in packaged_carriers()}
    names = [f"{name} ({titles[name]})" if titles.get(name) else name for name in issue.carrier.names]
    yield Text.assemble((_("carrier: {}").format(", ".join(names) or _("none that is known by name")), "bold"))
    starts = line_starts(issue.text)
    room = max((cell_len(in_words(sign)) for sign in signs[:SHOWN]), default=0)
    for sign in signs[:SHOWN]:
        line = bisect_right(starts, sign.start)
        first = shortened(visible(_line_at(issue.text, starts, line)), max(width - room - NUMBERS, 10))
        said = set_cell_size(in_words(sign), room)
        yield Text.assemble((f"{sign.times:>5} ", "green"), said, (f" {line:>6} ", "cyan"), ("│ ", "dim"), first)
    if len(signs) > SHOWN:
        yield Text(_("      and {} more sorts of lines").format(len(signs) - SHOWN), "dim")
    yield Text()


def told_elsewhere(issue: Issue) -> Iterator[Text]:
    """What the path or an option says of newspaper, date and page; nothing where neither says anything."""
    for told in issue.told:
        said = _("path: {} {}") if told.by == "path" else _("option: {} {}")
        beside = "" if told.counts else _(" (the dump says otherwise)")
        yield Text(said.format(_(told.field), visible(told.value)) + beside)
    if issue.told:
        yield Text()


def _line_at(text: str, starts: Sequence[int], line: int) -> str:
    """The line with this number, from 1, without the spaces around it."""
    return text[starts[line - 1] : starts[line] if line < len(starts) else len(text)].strip()


def in_words(sign: CarrierSign) -> str:
    """What lines of one sort are."""
    if sign.sort == "described":
        return f"{_(LINE_WORDS[sign.kind])} ({sign.what})"
    if sign.sort == "field":
        return _("field: {}").format(_(FIELD_WORDS.get(sign.what, sign.what)))
    if sign.sort == "heading":
        level = _("heading of level {}").format(sign.what)
        return f"{level}: {_(sign.kind)}" if sign.kind else level
    return _(SIGN_WORDS.get(sign.what) or SIGN_WORDS.get(sign.kind, sign.what))


def carrier_data(issue: Issue) -> dict[str, Any]:
    """The same as JSON's own types; lines count from 1."""
    starts = line_starts(issue.text)
    signs = [sign._asdict() | {"line": bisect_right(starts, sign.start)} for sign in issue.carrier.signs]
    return {"names": list(issue.carrier.names), "signs": signs}
