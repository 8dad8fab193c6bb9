"""The commands that measure: eval, annotate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newssplit.cli.console import FAILED, USAGE, Messages, print_json, quiet_ending, standard_output, told, write_text
from newssplit.cli.inputs import profile_from, reading
from newssplit.cli.options import Encoding, Errors, Quiet, Verbose, inputs
from newssplit.cli.reading import ProfileOption
from newssplit.errors import InputError, NewssplitError, OutputError
from newssplit.output.streams import STDOUT, is_stream
from newssplit.output.writing import refuse_inputs
from newssplit.profile import lexicon_of

if TYPE_CHECKING:
    from newssplit.evaluation.evaluate import Result
    from newssplit.lexicon import Lexicon

ISSUE, GOLD = ".issue", ".gold.json"

Gold = Annotated[
    list[str],
    typer.Argument(metavar="GOLD...", help="Folders with gold, or NAME.issue and NAME.gold.json files."),
]
Dump = Annotated[
    str | None,
    typer.Argument(metavar="[FILE]", help="The issue to annotate; - is standard input.", show_default=False),
]


def eval_(
    gold: Gold,
    as_json: Annotated[bool, typer.Option("--json", help="Every figure, of every issue too, as JSON.")] = False,
    html: Annotated[
        str | None,
        typer.Option("--html", metavar="FILE", help="Also write gold and prediction side by side.", show_default=False),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="Name the articles that are not perfect.")] = False,
    profile: ProfileOption = None,
) -> None:
    """Measure how well newssplit splits issues whose articles are known.

    Gold is an annotated issue, NAME.issue (see newssplit annotate), or a dump NAME.txt with its articles
    in NAME.gold.json.
    """
    from newssplit.evaluation.gold import gold_files

    messages = Messages()
    with quiet_ending(), told(messages, USAGE):
        files = gold_files(gold)
        if html is not None:
            refuse_inputs(html, map(str, files.values()))
    with quiet_ending(), told(messages, FAILED):
        results = list(_results(files, lexicon_of(profile_from(profile, messages)), messages))
        if not results:
            raise InputError("there is nothing to measure", remedy="correct the gold named above")
        if html is not None:
            from newssplit.evaluation.differences import page

            write_text([page(results)], html)
        _print(results, as_json=as_json, misses=misses)
    raise typer.Exit(FAILED if messages.failures else 0)


def annotate(
    file: Dump = None,
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write to FILE, which must not exist yet.", show_default=False
        ),
    ] = STDOUT,
    compile_: Annotated[
        bool,
        typer.Option("--compile", help="Turn FILE, an annotated issue, into NAME.txt and NAME.gold.json beside it."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing files, but never a dump.")] = False,
    profile: ProfileOption = None,
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the reading of an issue as a text that you can correct; corrected, it is gold.

    Correct it in any editor; newssplit eval measures against it, and --compile turns it into a dump and its
    articles. The format is described in docs/evaluation.md.
    """
    messages = Messages(quiet, verbose)
    with quiet_ending():
        path = inputs([file] if file else None)[0]
        with told(messages, USAGE):
            _check_output(path, output, compile_, force)
        with told(messages, FAILED):
            if compile_:
                _compile(path)
            else:
                from newssplit.evaluation.annotate import annotate as annotated
                from newssplit.show.opened import open_issue

                opened = open_issue(path, reading(encoding, errors, profile, messages), messages)
                write_text([annotated(opened.issue, opened.source)], output)


def _results(files: dict[str, Path], lexicon: Lexicon, messages: Messages) -> Iterator[Result]:
    from newssplit.evaluation.evaluate import evaluate
    from newssplit.evaluation.gold import read_gold

    for name, file in files.items():
        try:
            yield evaluate(read_gold(file, name), lexicon)
        except NewssplitError as error:
            messages.failed(error)


def _print(results: list[Result], *, as_json: bool, misses: bool) -> None:
    from newssplit.evaluation.evaluate import as_data

    if as_json:
        print_json(as_data(results))
        return
    with standard_output() as stream:
        from newssplit.evaluation.table import tables
        from newssplit.show.preview import console_on, rendered

        console = console_on(stream, None if stream.isatty() else 120)
        stream.writelines(rendered(console, tables(results, misses=misses)))


# What a person has corrected is worth more than what the program can write again.
def _check_output(path: str, output: str, compile_: bool, force: bool) -> None:
    if compile_ and not path.endswith(ISSUE):
        raise InputError("is not an annotated issue", path=path, remedy="name a file that ends in .issue")
    if compile_ and output != STDOUT:
        raise OutputError("--compile and --output cannot be used together", remedy="leave one of them out")
    refuse_inputs(output, [path])
    target = path.removesuffix(ISSUE) + GOLD if compile_ else output
    if not force and Path(target).exists() and not is_stream(target):
        raise OutputError("already exists", path=target, remedy="to overwrite it: --force")


def _compile(path: str) -> None:
    from newssplit.evaluation.gold import read_annotated
    from newssplit.evaluation.issue_format import compile_issue

    text, gold = compile_issue(read_annotated(path), path)
    stem = path.removesuffix(ISSUE)
    if Path(stem + ".txt").exists():
        _check_source(stem + ".txt", text)
    else:
        write_text([text], stem + ".txt")
    write_text([json.dumps(gold, ensure_ascii=False, indent=1), "\n"], stem + GOLD)


# The dump that was annotated usually still stands there: it stays as it is, in its own encoding.
def _check_source(dump: str, compiled: str) -> None:
    from newssplit.evaluation.gold import first_difference, read_dump

    if line := first_difference(read_dump(dump), compiled):
        remedy = "correct the annotated issue there, or put the dump elsewhere: it is never written over"
        raise OutputError("already exists, with another text", path=dump, place=f"line {line}", remedy=remedy)
