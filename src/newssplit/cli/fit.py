"""`newssplit fit`: weights from annotated issues."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newssplit.cli.console import FAILED, USAGE, Messages, quiet_ending, standard_output, told, write_text
from newssplit.cli.evaluation import Gold
from newssplit.cli.inputs import profile_from
from newssplit.cli.options import Verbose
from newssplit.cli.reading import ProfileOption
from newssplit.errors import MissingExtra, NewssplitError, NothingToDo, OutputError
from newssplit.output.streams import is_stream
from newssplit.output.writing import refuse_inputs
from newssplit.profile import lexicon_of

if TYPE_CHECKING:
    from newssplit.fitting.fitting import Outcome
    from newssplit.fitting.issues import Issue
    from newssplit.lexicon import Lexicon


def fit(
    gold: Gold,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the weights to FILE, a profile, which must not exist yet.",
            show_default=False,
        ),
    ] = None,
    folds: Annotated[
        int, typer.Option(min=2, max=100, help="Parts of the issues that are left out in turn, families whole.")
    ] = 5,
    spread: Annotated[
        float | None,
        typer.Option(
            min=0.1,
            max=40,
            help="How far, in decibans, a weight may be expected to be off; the best of 1, 2 and 4 on what is left "
            "out unless given.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="What damaged copies and folds are drawn by.")] = 0,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help="Overwrite FILE, and write weights even if they are not better on what is left out."
        ),
    ] = False,
    profile: ProfileOption = None,
    verbose: Verbose = False,
) -> None:
    """Fit the weights of rules and of the grammar's steps to annotated issues, and tell what that is worth.

    Issues are left out in turn, and split with weights that were fitted to the others and to damaged copies of
    them; only where that gives more right articles than before are the weights written. Needs the extra fit.
    """
    messages = Messages(verbose=verbose)
    with quiet_ending():
        with told(messages, USAGE):
            from newssplit.evaluation.gold import gold_files

            files = gold_files(gold)
            _check_output(output, files.values(), force)
        lexicon = lexicon_of(profile_from(profile, messages))
        with told(messages, FAILED):
            issues = list(_read(files, seed, lexicon, messages))
            if not issues:
                raise NothingToDo("there is nothing to fit weights to", remedy="correct the gold named above")
            outcome = _fitted(issues, lexicon, spread, folds, seed, messages)
            _print(outcome)
            if output is not None:
                _write(outcome, output, profile, force)
    raise typer.Exit(FAILED if messages.failures else 0)


def _check_output(output: str | None, inputs: Iterable[Path], force: bool) -> None:
    if output is None:
        return
    if is_stream(output):
        raise OutputError("the report goes to standard output", remedy="name a FILE for the weights: --output FILE")
    refuse_inputs(output, map(str, inputs))
    if not force and Path(output).exists():
        raise OutputError("already exists", path=output, remedy="to overwrite it: --force")


def _read(files: Mapping[str, Path], seed: int, lexicon: Lexicon, messages: Messages) -> Iterator[Issue]:
    from newssplit.fitting.issues import read_issue

    for name, file in files.items():
        try:
            yield read_issue(file, name, seed, lexicon)
        except NewssplitError as error:
            messages.failed(error)


def _fitted(
    issues: Sequence[Issue], lexicon: Lexicon, spread: float | None, folds: int, seed: int, messages: Messages
) -> Outcome:
    try:
        from newssplit.fitting.fitting import fitted
        from newssplit.fitting.folds import SPREADS
    except ImportError as error:
        remedy = "pip install 'newssplit[fit]'"
        raise MissingExtra(f"fitting weights needs the package {error.name}", remedy=remedy) from None
    return fitted(issues, lexicon, SPREADS if spread is None else (spread,), folds, seed, messages.note)


def _print(outcome: Outcome) -> None:
    from newssplit.fitting.report import report
    from newssplit.show.visible import visible

    with standard_output() as stream:
        stream.writelines(f"{visible(line)}\n" for line in report(outcome))


def _write(outcome: Outcome, output: str, profile: str | None, force: bool) -> None:
    from newssplit.batch.profile_files import profile_path, profile_text
    from newssplit.fitting.weights_file import written

    if not outcome.helps and not force:
        remedy = "annotate more issues, or write them all the same: --force"
        raise NothingToDo("the fitted weights are not written: they are not better", path=output, remedy=remedy)
    path = profile_path(profile)
    command = shlex.join(["newssplit", "fit", *sys.argv[2:]])
    write_text([written(outcome.weights, command, profile_text(path) if path else "")], output)
