"""An issue in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from rich.console import Console, RenderableType
from rich.text import Text

from newssplit.i18n import _
from newssplit.output.wording import issue_title
from newssplit.show.contents import contents
from newssplit.show.newspaper import set_article
from newssplit.show.opened import DOUBTFUL, Opened
from newssplit.show.typesetting import wrapped
from newssplit.show.words import items

WIDEST = 120
"""Longer lines are hard to read: a wider terminal is not filled unless `--width` asks for it."""


def console_on(stream: TextIO, width: int | None) -> Console:
    """A console that shows text as it is, coloured only where the stream or FORCE_COLOR takes colour.

    `width` counts columns; None is the terminal's, or 80.
    """
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    if width is None and console.width > WIDEST:
        console.width = WIDEST
    return console


def rendered(console: Console, shown: Iterable[RenderableType]) -> Iterator[str]:
    """What is to be shown as text with the console's escape codes, piece by piece."""
    for piece in shown:
        if isinstance(piece, Text) and console.color_system is None:
            yield f"{piece.plain.rstrip(' ')}\n"  # many times as fast
        else:
            yield "".join(f"{line.rstrip(' ')}\n" for line in _captured(console, piece).splitlines())


def _captured(console: Console, piece: RenderableType) -> str:
    with console.capture() as capture:
        if isinstance(piece, Text):
            console.print(piece, no_wrap=True, overflow="ignore", crop=False)
        else:
            console.print(piece)
    return capture.get()


def preview(opened: Opened, width: int, *, article: int | None = None, toc: bool = False) -> Iterator[RenderableType]:
    """The issue's table of contents and its articles; one article alone; or (`toc`) the table alone."""
    if article is not None:
        opened.article(article)
    records = opened.records()
    if article is None:
        yield from _title(records, opened.source, width)
        yield contents(records, width)
        yield Text()
    if not toc:
        for record in records if article is None else [records[article - 1]]:
            yield from set_article(record, width)


def _title(records: list[dict[str, Any]], source: str, width: int) -> Iterator[Text]:
    doubtful = sum(record["confidence"] < DOUBTFUL for record in records)
    for line in wrapped(issue_title(records[0]) if records else source, width):
        yield Text(line, "bold")
    told = _(", {} to look at").format(doubtful) if doubtful else ""
    yield Text.assemble(items(len(records)), (told, "yellow"))
    yield Text()
