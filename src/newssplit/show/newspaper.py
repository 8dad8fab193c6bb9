"""Articles set as a small newspaper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from newssplit.i18n import _
from newssplit.output.wording import UNTITLED, page_title, paragraphs, people
from newssplit.show.typesetting import INDENT, centred, in_columns, wrapped
from newssplit.show.words import notes

GAP = "  │  "
NARROWEST, TALLEST = 44, 36
"""Columns of a terminal that a column of text needs, and lines that it may have: two columns pay only where
both are seen at once."""


def set_article(record: dict[str, Any], width: int) -> Iterator[Text]:
    """The lines of one article, from the rule above it to the last of its text."""
    yield _rule(record, width)
    yield Text()
    yield from _heading(record, width)
    yield from _signature(record, width)
    yield Text()
    yield from _body(record, width)
    yield from _notes(record, width)
    yield Text()


def _rule(record: dict[str, Any], width: int) -> Text:
    kind = _(record["kind"]) if record["kind"] != "article" else None
    label = " · ".join(filter(None, (str(record["order"]), page_title(record), record["section"], kind)))
    label = wrapped(label, max(width - 6, 2))[0]
    sides = max(width - cell_len(label) - 2, 2)
    return Text.assemble(("─" * (sides // 2) + " ", "dim"), (label, "cyan"), (" " + "─" * (sides - sides // 2), "dim"))


def _heading(record: dict[str, Any], width: int) -> Iterator[Text]:
    if record["kicker"]:
        yield from centred(record["kicker"], width, "italic")
    if record["headline"]:
        yield from centred(record["headline"], width, "bold")
    else:
        yield from centred(UNTITLED[record["kind"]], width, "dim")
    if record["subheadline"]:
        yield from centred(record["subheadline"], width, "")


def _signature(record: dict[str, Any], width: int) -> Iterator[Text]:
    signed = "\u3000".join(filter(None, (record["dateline"], *people(record))))
    if signed:
        yield from centred(signed, width, "green")


def _body(record: dict[str, Any], width: int) -> Iterator[Text]:
    half = (width - cell_len(GAP)) // 2
    if half >= NARROWEST:
        lines = list(_set_paragraphs(record, half))
        if len(lines) <= 2 * TALLEST:
            yield from in_columns(lines, half, 1 if len(lines) < 4 else 2, GAP)
            return
    yield from _set_paragraphs(record, width)


def _set_paragraphs(record: dict[str, Any], width: int) -> Iterator[Text]:
    for text, crosshead in paragraphs(record):
        if crosshead:
            yield from centred(text, width, "bold")
        else:
            yield from map(Text, wrapped(INDENT + text, width))


def _notes(record: dict[str, Any], width: int) -> Iterator[Text]:
    for note in notes(record):
        yield from (Text(line, "dim italic") for line in wrapped(f"→ {note}", width))
