"""Help in Chinese: Typer's own tables cut off text that has no spaces to break it at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from shutil import get_terminal_size
from typing import Any

import typer
from rich.cells import cell_len, set_cell_size

from newssplit.i18n import _, said
from newssplit.show.typesetting import wrapped

WIDEST, NAMES = 100, 30
"""Columns of the whole, and those that names of options may take before their help goes below them."""
Rows = list[tuple[str, str]]


def help_lines(command: Any, ctx: Any) -> Iterator[str]:
    """The help of a Typer command or group, line by line."""
    width = min(get_terminal_size().columns, WIDEST) - 2
    records = [(param.param_type_name, param.get_help_record(ctx)) for param in command.get_params(ctx)]
    yield command.get_usage(ctx)
    for paragraph in (command.help or "").split("\n\n"):
        yield ""
        yield from wrapped(said(paragraph), width)
    yield from _section(_("Arguments"), [found for kind, found in records if found and kind == "argument"], width)
    yield from _section(_("Options"), [found for kind, found in records if found and kind == "option"], width)
    yield from _section(_("Commands"), list(_commands(command, ctx)), width)
    if command.epilog:
        yield ""
        yield from wrapped(said(command.epilog), width)


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
        yield from _row(name, wrapped(_with_default(explained), width - indent - 2), indent)


def _row(name: str, explained: Iterable[str], indent: int) -> Iterator[str]:
    first, *rest = list(explained) or [""]
    if cell_len(name) + 2 > indent:
        yield f"  {name}"
        name = ""
    yield f"  {set_cell_size(name, indent)}{first}".rstrip()
    for line in rest:
        yield f"  {' ' * indent}{line}"


def _with_default(explained: str) -> str:
    """Typer puts `[default: …]` and the like behind the help."""
    text, bracket, extra = explained.partition("  [")
    return said(" ".join(text.split())) + (" " + said(bracket.strip() + extra) if bracket else "")
