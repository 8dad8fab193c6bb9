"""The command line: which commands there are.

A command's module is loaded when the command is called for, and only then is it told to Typer: to read all
their options takes longer than to split a page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from newssplit import version as own_version
from newssplit.cli.app import App


def _version(wanted: bool) -> None:
    if wanted:
        print("newssplit", own_version())
        raise typer.Exit


def _split(app: App) -> None:
    from newssplit.cli.split import split

    app.command(epilog="Example: newssplit split 2016-11-09.txt -o articles.csv")(split)


def _schema(app: App) -> None:
    from newssplit.cli.split import schema

    app.command(epilog="Example: newssplit schema > article.schema.json")(schema)


def _batch(app: App) -> None:
    from newssplit.cli.batch import batch

    app.command(epilog="Example: newssplit batch archive/ --out articles/ --format jsonl")(batch)


def _preview(app: App) -> None:
    from newssplit.cli.show import preview

    app.command(epilog="Example: newssplit preview 2016-11-09.txt")(preview)


def _explain(app: App) -> None:
    from newssplit.cli.show import explain

    app.command(epilog="Example: newssplit explain 2016-11-09.txt --line 12-20")(explain)


def _report(app: App) -> None:
    from newssplit.cli.show import report

    app.command(epilog="Example: newssplit report 2016-11-*.txt -o report.html")(report)


def _review(app: App) -> None:
    from newssplit.cli.review import review

    app.command(epilog="Example: newssplit review 2016-11-*.txt --limit 10")(review)


def _rules(app: App) -> None:
    from newssplit.cli.show import rules

    app.command(epilog="Example: newssplit rules dateline_mark")(rules)


def _carriers(app: App) -> None:
    from newssplit.cli.carriers import carriers

    app.command(epilog="Example: newssplit carriers nexis")(carriers)


def _profiles(app: App) -> None:
    from newssplit.cli.profiles import profiles

    app.add_typer(profiles, name="profiles")


def _eval(app: App) -> None:
    from newssplit.cli.evaluation import eval_

    app.command("eval", epilog="Example: newssplit eval gold/ --html differences.html")(eval_)


def _annotate(app: App) -> None:
    from newssplit.cli.evaluation import annotate

    app.command(epilog="Example: newssplit annotate 2016-11-09.txt -o 2016-11-09.issue")(annotate)


def _fit(app: App) -> None:
    from newssplit.cli.fit import fit

    app.command(epilog="Example: newssplit fit gold/ -o newssplit.toml")(fit)


COMMANDS: dict[str, Callable[[App], None]] = {
    "split": _split,
    "schema": _schema,
    "batch": _batch,
    "preview": _preview,
    "explain": _explain,
    "report": _report,
    "review": _review,
    "rules": _rules,
    "carriers": _carriers,
    "profiles": _profiles,
    "eval": _eval,
    "annotate": _annotate,
    "fit": _fit,
}
"""What adds each command to an application, in the order of the help."""


def app_for(arguments: Sequence[str]) -> App:
    """The application for a command line: with the command that it begins with, with all where that is none."""
    app = App(
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        help="Turn the text dump of a Chinese newspaper into clean articles.",
        epilog="Example: newssplit split page.txt",
    )
    app.callback()(newssplit)
    named = arguments[0] if arguments else ""
    for add in [COMMANDS[named]] if named in COMMANDS else COMMANDS.values():
        add(app)
    return app


def newssplit(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options before any command."""
