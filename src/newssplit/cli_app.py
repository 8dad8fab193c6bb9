"""Typer's application and commands, speaking the user's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import cleandoc
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from newssplit.i18n import _, catalogue, said

Function = TypeVar("Function", bound=Callable[..., Any])
_USAGE_ERROR: Any = typer.BadParameter.__base__  # Typer does not export it, and where it is has changed


class App(typer.Typer):
    """An application all of whose commands are of the class below."""

    def __init__(self, **how: Any):
        super().__init__(cls=Group, **how)

    def command(self, name: str | None = None, **how: Any) -> Callable[[Function], Function]:
        """As Typer's."""
        return super().command(name, cls=Command, **how)


class _Speaking:
    """A command with a line for each paragraph of its help, which the terminal breaks where it ends."""

    def __init__(self, *, help: str | None = None, **how: Any):
        super().__init__(help=reflowed(help), **how)  # type: ignore[call-arg]

    def get_usage(self, ctx: Any) -> str:
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage: ", _("Usage: "), 1)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        if catalogue():
            from newssplit.cli_help import help_lines

            formatter.write("\n".join(help_lines(self, ctx)))
        else:
            super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_Speaking, TyperCommand):
    """A command."""


class Group(_Speaking, TyperGroup):
    """A command with commands below it; what is wrong with any of them is said in the user's language."""

    def make_context(self, *args: Any, **how: Any) -> Any:
        with _translated_mistakes():
            return super().make_context(*args, **how)

    def invoke(self, ctx: Any) -> Any:
        with _translated_mistakes():
            return super().invoke(ctx)


def reflowed(text: str | None) -> str | None:
    """A docstring with a line for each paragraph."""
    return text and "\n\n".join(" ".join(paragraph.split()) for paragraph in cleandoc(text).split("\n\n"))


@contextmanager
def _translated_mistakes() -> Iterator[None]:
    try:
        yield
    except _USAGE_ERROR as error:
        from newssplit.show.visible import visible

        error.message = visible(error.message or "")  # it names what was given, a file of any name
        # Without any argument the "mistake" is a help text, and says so by its class.
        if not catalogue() or type(error).__name__ == "NoArgsIsHelpError":
            raise
        from typer import rich_utils

        rich_utils.ERRORS_PANEL_TITLE = _("Error")
        rich_utils.RICH_HELP = _("Try [blue]'{command_path} {help_option}'[/] for help.")
        raise _USAGE_ERROR(said(error.format_message()), error.ctx) from None
