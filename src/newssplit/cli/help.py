"""Help texts: Typer's own tables break words where a column is narrow, and cut off text that has no spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import Any

import typer
from rich.cells import cell_len, set_cell_size

from newssplit.i18n import _, catalogue, said
from newssplit.show.typesetting import filled, wrapped

WIDEST, NAMES = 100, 30
"""Columns of the whole, and those that names of options may take before their help goes below them."""
NAME_RE = re.compile(r"[^ |]++[ |]*+|[ |]++")
"""Pieces of a name and its choices, json|jsonl|csv."""
WORD_RE = re.compile(r"\S+\s*")
Rows = list[tuple[str, str]]


def help_lines(command: Any, ctx: Any) -> Iterator[str]:
    """The help of a Typer command or group, line by line."""
    width = min(get_terminal_size().columns, WIDEST) - 2
    records = [(param.param_type_name, param.get_help_record(ctx)) for param in command.get_params(ctx)]
    yield command.get_usage(ctx)
    for paragraph in (command.help or "").split("\n\n"):
        yield ""
        yield from _lines(said(paragraph), width)
    yield from _section(_("Arguments"), [found for kind, found in records if found and kind == "argument"], width)
    yield from _section(_("Options"), [found for kind, found in records if found and kind == "option"], width)
    yield from _section(_("Commands"), list(_commands(command, ctx)), width)
    if command.epilog:
        yield ""
        yield from _lines(said(command.epilog), width)


def _commands(command: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    for name, below in (command.commands if isinstance(ctx.command, typer.core.TyperGroup) else {}).items():
        if not below.hidden:
            yield name, (below.help or "").split("\n\n")[0]


def _section(title: str, rows: Rows, width: int) -> Iterator[str]:
    if rows:
        yield ""
        yield typer.style(title, bold=True)
    indent = min(max((cell_len(name) for name, _help in rows), default=0), NAMES) + 2
    for name, explained in rows:
        yield from _row(name, _explained(explained, width - indent - 2), indent, width - 4)


def _row(name: str, explained: Iterable[str], indent: int, width: int) -> Iterator[str]:
    first, *rest = list(explained) or [""]
    if cell_len(name) + 2 > indent:
        lead, *choices = filled(NAME_RE.findall(name), width - 2)
        yield f"  {lead}"
        yield from (f"      {line}" for line in choices)
        name = ""
    yield f"  {set_cell_size(name, indent)}{first}".rstrip()
    for line in rest:
        yield f"  {' ' * indent}{line}"


def _explained(text: str, width: int) -> list[str]:
    """The lines of an option's help, with `[default: …]` and the like, which Typer puts behind it, in one piece."""
    text, bracket, extra = text.partition("  [")
    *lines, last = _lines(said(" ".join(text.split())), width) or [""]
    if not bracket:
        return [*lines, last]
    extra = said(bracket.strip() + extra)
    return [*lines, f"{last} {extra}"] if cell_len(last) + 1 + cell_len(extra) <= width else [*lines, last, extra]


def _lines(text: str, width: int) -> list[str]:
    """The text in lines: as Chinese is set, or with words, whatever is in them, as they are."""
    return wrapped(text, width) if catalogue() else filled(WORD_RE.findall(text), width)
