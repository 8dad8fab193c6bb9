"""What `newssplit split` does, once it is known what was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from newssplit.batch.inputs import STDIN, printable
from newssplit.batch.stream import records
from newssplit.cli.console import FAILED, USAGE, Messages, data_output, quiet_ending, standard_output, told
from newssplit.cli.inputs import PLAIN, reading
from newssplit.errors import OutputError
from newssplit.files.decoding import Decoded
from newssplit.light import NamedTuple
from newssplit.output.finishing import Finish
from newssplit.output.formats import Format, format_of
from newssplit.output.record import Record
from newssplit.output.streams import STDOUT, is_stdout, is_stream
from newssplit.output.writing import refuse_inputs, write_file
from newssplit.paths.telling import Naming


class Asked(NamedTuple):
    """The inputs, and what the options of the same names say."""

    paths: Sequence[str]
    form: Format | None = None
    output: str = STDOUT
    append: bool = False
    out_dir: str | None = None
    excel: bool = False
    text_out: str | None = None
    profile: str | None = None
    finish: Finish = PLAIN
    naming: Naming = Naming()
    keep_duplicates: bool = False
    encoding: str | None = None
    errors: str = "strict"
    quiet: bool = False
    verbose: bool = False


def split_issues(asked: Asked) -> None:
    """Split issues into articles and write them; ends the program."""
    with quiet_ending():
        messages = _messages(asked)
        with told(messages, USAGE):
            form = _format(asked.form, asked.output, asked.out_dir, asked.excel)
            form = _adding(form, asked.output) if asked.append else form
            refuse_inputs(asked.output, asked.paths)
            _refuse_both(asked.output, asked.text_out)
        options = reading(
            asked.encoding, asked.errors, asked.profile, messages, asked.keep_duplicates, asked.finish, asked.naming
        )
        with told(messages, FAILED):
            articles = records(asked.paths, options, messages)
            if asked.out_dir is None:
                _write(articles, form, asked.output, messages)
            else:
                from newssplit.output.article_files import write_article_files

                write_article_files(articles, form, asked.out_dir, asked.paths)
    raise SystemExit(FAILED if messages.failures else 0)


def _messages(asked: Asked) -> Messages:
    if not asked.text_out:
        return Messages(asked.quiet, asked.verbose)
    from newssplit.output.text_out import text_paths

    return _Keeping(asked.quiet, asked.verbose, text_paths(asked.text_out, list(asked.paths)))


class _Keeping(Messages):
    """Messages that keep the text of each input, too."""

    keeps_text = True

    def __init__(self, quiet: bool, verbose: bool, targets: dict[str, str]):
        super().__init__(quiet, verbose)
        self._targets = {printable(path): (path, target) for path, target in targets.items()}

    def done(self, path: str, decoded: Decoded) -> None:
        super().done(path, decoded)
        from newssplit.output.text_out import write_text_of

        source, target = self._targets[path]
        write_text_of(decoded.text, target, None if source == STDIN else source)


def _refuse_both(output: str, text_out: str | None) -> None:
    if text_out is not None and os.path.realpath(text_out) == os.path.realpath(output):
        raise OutputError("cannot hold both articles and text", path=output, remedy="choose another --text-out")


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
