"""Typer's application and commands, speaking the user's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import cleandoc
from typing import Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from newssplit.errors import NewssplitError
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
        from newssplit.cli.help import help_lines

        formatter.write("\n".join(help_lines(self, ctx)))


class Command(_Speaking, TyperCommand):
    """A command; what its command line does not say may be set elsewhere."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not ctx.resilient_parsing and not {"--help", "-h"} & set(args):
            from newssplit.cli.config import settings_of
            from newssplit.settings import KEY

            ctx.meta[KEY] = settings = settings_of(self)
            ctx.default_map = {name: one.value for name, one in settings.items()}
        return super().parse_args(ctx, args)


class Group(_Speaking, TyperGroup):
    """A command with commands below it; what is wrong with any of them is said in the user's language."""

    def make_context(self, *args: Any, **how: Any) -> Any:
        with _told_mistakes():
            return super().make_context(*args, **how)

    def invoke(self, ctx: Any) -> Any:
        with _told_mistakes():
            return super().invoke(ctx)


def reflowed(text: str | None) -> str | None:
    """A docstring with a line for each paragraph."""
    return text and "\n\n".join(" ".join(paragraph.split()) for paragraph in cleandoc(text).split("\n\n"))


@contextmanager
def _told_mistakes() -> Iterator[None]:
    """Ends the program with a line for a wrong command line, as for whatever else is wrong; quietly where the reader of
    a help text went away."""
    try:
        yield
    except BrokenPipeError:
        from newssplit.cli.console import CLOSED_PIPE

        raise SystemExit(CLOSED_PIPE) from None
    except _USAGE_ERROR as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # a help text, not a mistake
            raise
        from newssplit.cli.console import USAGE, say_said

        say_said(_mistake(error))
        raise SystemExit(USAGE) from None
    except NewssplitError as error:  # of a file with options
        from newssplit.cli.console import USAGE, say

        say(str(error))
        raise SystemExit(USAGE) from None


def _mistake(error: Any) -> str:
    """What is wrong with a command line, where, and where to look, in the user's language."""
    from newssplit.cli.config import place_of
    from newssplit.show.visible import visible

    if set_at := place_of(error):
        return f"{set_at}: {said(visible(error.message))}".rstrip(".。")
    if isinstance(error, typer.BadParameter) and error.message:
        place = error.param_hint or (max(error.param.opts, key=len) if error.param is not None else "")
        told = f"{place}: {said(visible(error.message))}"
    else:
        told = said(visible(error.format_message()))
    path = error.ctx.command_path if error.ctx else "newssplit"
    return f"{told.rstrip('.。')}{'；' if catalogue() else '; '}{_('see {} --help').format(path)}"
