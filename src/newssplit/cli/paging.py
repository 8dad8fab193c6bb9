"""What is shown, a screen at a time where that is a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from newssplit.cli.console import standard_output

if TYPE_CHECKING:
    from rich.console import RenderableType

Width = Annotated[
    int | None,
    typer.Option(
        "--width",
        "-w",
        min=20,
        max=1000,
        metavar="N",
        help="Width in columns; the terminal's unless given.",
        show_default=False,
    ),
]
Pager = Annotated[bool, typer.Option("--pager/--no-pager", help="On a terminal, show long output page by page.")]

Shown = Callable[[int], "Iterable[RenderableType]"]
"""What to show on so many columns."""


def paged(shown: Shown, width: int | None, pager: bool) -> None:
    """Print to standard output, by way of a pager where that is a terminal."""
    from rich.pager import SystemPager

    from newssplit.show.preview import console_on, rendered

    with standard_output() as stream:
        console = console_on(stream, width)
        pieces = rendered(console, shown(console.width))
        if pager and stream.isatty() and sys.stdin is not None and sys.stdin.isatty():
            os.environ.setdefault("LESS", "-FRX")  # colours, and no paging of what fits on a screen
            SystemPager().show("".join(pieces))
        else:
            stream.writelines(pieces)
