"""What the command line says on standard error, and how it writes to standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO, cast

from newssplit.errors import NewssplitError, OutputError
from newssplit.i18n import said
from newssplit.model import counted
from newssplit.output.streams import is_stdout

if TYPE_CHECKING:
    from newssplit.files.decoding import Decoded

FAILED, USAGE, INTERRUPTED = 1, 2, 130
CLOSED_PIPE = 141
"""The exit code where whoever read the output went away, as the shell has it."""
LONGEST_LINE = 5000
"""Characters of a message: the longest path of a file has 4,096."""


class Messages:
    """One line on standard error for each thing to tell; counts what was done and what failed."""

    keeps_text = False

    def __init__(self, quiet: bool = False, verbose: bool = False):
        self.quiet, self.verbose = quiet, verbose
        self.read = self.failures = 0

    def done(self, path: str, decoded: Decoded) -> None:
        self.done_in_parts(path, decoded.encoding, len(decoded.text))

    def done_in_parts(self, path: str, encoding: str, chars: int) -> None:
        self.read += 1
        self.note(f"{path}: read as {encoding}, {counted(chars, 'character')}")

    def warn(self, path: str, warning: str) -> None:
        if not self.quiet:
            self._say(f"{path}: warning: {warning}")

    def failed(self, error: NewssplitError) -> None:
        self.failures += 1
        self._say(f"{error}")

    def note(self, line: str) -> None:
        """Something that --verbose asks for."""
        if self.verbose:
            self._say(line)

    def _say(self, line: str) -> None:
        say(line)


def say(line: str) -> None:
    """One line on standard error, in the user's language; nothing where that is closed or full."""
    say_said(said(line))


def say_said(line: str) -> None:
    """The same for a line that is in the user's language already."""
    if sys.stderr is not None:
        try:
            print("newssplit:", one_line(line), file=sys.stderr, flush=True)
        except OSError:
            give_up(sys.stderr)


def give_up(stream: TextIO | None) -> None:
    """What could not be written to a standard stream is not tried once more when the interpreter ends."""
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say_unwritable(error: OSError) -> None:
    """That standard output cannot be written to."""
    say(str(_unwritable(error)))


def _unwritable(error: OSError) -> OutputError:
    return OutputError(f"standard output cannot be written: {error.strerror}", remedy="make room")


def one_line(text: str) -> str:
    """The text with what could break the line or command the terminal made visible; cut where it is very long."""
    shown = text if len(text) <= LONGEST_LINE else f"{text[:LONGEST_LINE]}…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)


@contextmanager
def told(messages: Messages, code: int) -> Iterator[None]:
    """Ends a command with `code` where an error comes up that concerns more than one input."""
    try:
        yield
    except NewssplitError as error:
        messages.failed(error)
        raise SystemExit(code) from None


@contextmanager
def quiet_ending() -> Iterator[None]:
    """Ends a command quietly where the reader of its output went away, or at Ctrl-C, and in one line without memory."""
    try:
        yield
    except (MemoryError, SystemError):  # the latter is what regex makes of it where it gets no memory
        say("there is not enough memory; cut the input into issues")
        raise SystemExit(FAILED) from None
    except BrokenPipeError:
        raise SystemExit(CLOSED_PIPE) from None
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output as UTF-8 whatever the locale, without translation of line ends.

    Raises OutputError where it cannot be written to, BrokenPipeError where its reader went away.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed", remedy="write to a file: --output FILE")
    # A stream of its own: what a full disk refused is not tried once more when the interpreter ends.
    stream = open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)  # noqa: SIM115
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from None
    finally:
        with suppress(OSError):
            stream.close()


@contextmanager
def data_output(*, is_json: bool = False) -> Iterator[TextIO]:
    """Standard output for data: as it is, but a terminal gets signs in the place of what it would obey, and JSON in
    colours."""
    with standard_output() as stream:
        yield _for_terminal(stream, is_json) if stream.isatty() else stream


def _for_terminal(stream: TextIO, is_json: bool) -> TextIO:
    from newssplit.show.json_colours import Coloured, wants_colour
    from newssplit.show.visible import Harmless

    return cast(TextIO, Coloured(stream) if is_json and wants_colour() else Harmless(stream))


def print_json(data: Any) -> None:
    """Print data as JSON, indented, to standard output."""
    with data_output(is_json=True) as stream:
        stream.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def write_text(pieces: Iterable[str], output: str) -> None:
    """Write to the file `output`, whole or not at all, or to standard output where it is `-` or /dev/stdout."""
    from newssplit.output.atomic import replacing

    with data_output() if is_stdout(output) else replacing(output) as stream:
        stream.writelines(pieces)
