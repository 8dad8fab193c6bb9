"""The commands that write articles: split, schema."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import typer

from newssplit.batch.decoding import Decoded
from newssplit.batch.inputs import STDIN, printable
from newssplit.batch.stream import records
from newssplit.cli_console import FAILED, USAGE, Messages, data_output, print_json, quiet_ending, standard_output, told
from newssplit.cli_options import (
    Append,
    Encoding,
    Errors,
    Excel,
    Files,
    FormatOption,
    OutDir,
    Output,
    Quiet,
    TextOut,
    Verbose,
    inputs,
)
from newssplit.cli_reading import (
    Date,
    FromPath,
    KeepDuplicates,
    LowOption,
    MinConfidence,
    Newspaper,
    PageNumber,
    PathPatterns,
    ProfileOption,
    Punctuation,
    To,
    finish_of,
    naming_of,
    reading,
)
from newssplit.errors import OutputError
from newssplit.output.formats import Format, format_of
from newssplit.output.record import Record
from newssplit.output.streams import STDOUT, is_stdout, is_stream
from newssplit.output.text_out import text_paths, write_text_of
from newssplit.output.writing import refuse_inputs, write_file


def split(
    files: Files = None,
    form: FormatOption = None,
    output: Output = STDOUT,
    append: Append = False,
    out_dir: OutDir = None,
    excel: Excel = False,
    text_out: TextOut = None,
    profile: ProfileOption = None,
    to: To = None,
    punctuation: Punctuation = "asis",
    min_confidence: MinConfidence = None,
    low: LowOption = None,
    keep_duplicates: KeepDuplicates = False,
    newspaper: Newspaper = None,
    date: Date = None,
    page: PageNumber = None,
    path_pattern: PathPatterns = None,
    from_path: FromPath = "fill",
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Split issues into articles and print them.

    Exits with 0 if all went well, 1 if an input failed (the others are done), 2 if the command itself is wrong.
    """
    with quiet_ending():
        paths = inputs(files)
        messages = _Keeping(quiet, verbose, text_paths(text_out, paths)) if text_out else Messages(quiet, verbose)
        with told(messages, USAGE):
            form = _format(form, output, out_dir, excel)
            form = _adding(form, output) if append else form
            refuse_inputs(output, paths)
            _refuse_both(output, text_out)
        finish = finish_of(to, punctuation, min_confidence, low)
        naming = naming_of(newspaper, date, page, path_pattern, from_path)
        options = reading(encoding, errors, profile, messages, keep_duplicates, finish, naming)
        with told(messages, FAILED):
            articles = records(paths, options, messages)
            if out_dir is None:
                _write(articles, form, output, messages)
            else:
                from newssplit.output.article_files import write_article_files

                write_article_files(articles, form, out_dir, paths)
    raise typer.Exit(FAILED if messages.failures else 0)


class _Keeping(Messages):
    """Messages that keep the text of each input, too."""

    def __init__(self, quiet: bool, verbose: bool, targets: dict[str, str]):
        super().__init__(quiet, verbose)
        self._targets = {printable(path): (path, target) for path, target in targets.items()}

    def done(self, path: str, decoded: Decoded) -> None:
        super().done(path, decoded)
        source, target = self._targets[path]
        write_text_of(decoded.text, target, None if source == STDIN else source)


def _refuse_both(output: str, text_out: str | None) -> None:
    if text_out is not None and os.path.realpath(text_out) == os.path.realpath(output):
        raise OutputError("cannot hold both articles and text", path=output, remedy="choose another --text-out")


def schema() -> None:
    """Print the JSON Schema of an article as --format json writes it."""
    from newssplit.output.schema import article_schema

    with quiet_ending(), told(Messages(), FAILED):
        print_json(article_schema())


def _format(form: Format | None, output: str, out_dir: str | None, excel: bool) -> Format:
    if out_dir is not None and output != STDOUT:
        raise OutputError("--output and --out-dir cannot be used together", remedy="leave one of them out")
    form = form or _format_named_by(output)
    if form.binary and out_dir is None and is_stdout(output) and sys.stdout is not None and sys.stdout.isatty():
        raise OutputError(f"{form.name} cannot be shown on a terminal", remedy="write to a file: --output FILE")
    return form.for_excel() if excel else form


def _adding(form: Format, output: str) -> Format:
    if output == STDOUT:
        raise OutputError("--append adds to a file", remedy="name it: --output FILE")
    return form.for_more()


def _format_named_by(output: str) -> Format:
    try:
        return format_of(output)
    except OutputError:
        if is_stream(output):  # /dev/stdout, >(gzip): names that say nothing
            return format_of(STDOUT)
        raise


def _write(articles: Iterator[Record], form: Format, output: str, messages: Messages) -> None:
    if is_stdout(output):
        with standard_output() if form.binary else data_output(is_json=form.is_json) as stream:
            form.write(articles, stream)
    elif is_stream(output):
        write_file(articles, form, output)
    else:
        write_file(_if_any_was_read(articles, output, messages), form, output)


# A mistyped input is no reason to overwrite what an earlier run gave.
def _if_any_was_read(articles: Iterator[Record], output: str, messages: Messages) -> Iterator[Record]:
    yield from articles
    if not messages.read:
        raise OutputError("left as it was: no input could be read", path=output)
