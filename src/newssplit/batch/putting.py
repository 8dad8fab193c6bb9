"""Outputs: where they go, and how they get there whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from newssplit.batch.inputs import printable
from newssplit.batch.names import safe_path
from newssplit.batch.stamps import Stamp
from newssplit.batch.storage import digest_of, is_url, joined, moved_in
from newssplit.errors import OutputError
from newssplit.output.formats import FORMATS
from newssplit.output.record import Record
from newssplit.output.writing import write_file

_numbers = count()


def output_name(name: str, form: str) -> str:
    """Where the articles of an issue go: `.txt` gives way to the format's extension, else it is added."""
    return safe_path(name.removesuffix(".txt") + FORMATS[form].extensions[0])


def put_file(records: Iterable[Record], form: str, out: str, name: str, unfinished: str) -> tuple[Stamp, str]:
    """Write records to a file below `out`, which is never half-written; its stamp and hash. Raises OutputError.

    `unfinished` is a local folder for what is being written, on the file system of `out`; for a URL another is taken.
    """
    target = joined(out, name)
    with _write_errors(target), _folder(target, unfinished) as folder:
        new = Path(folder, f"{os.getpid()}-{next(_numbers)}{FORMATS[form].extensions[0]}")
        try:
            write_file(records, FORMATS[form], str(new))
            digest = digest_of(str(new))
            return moved_in(new, target), digest
        finally:
            new.unlink(missing_ok=True)


@contextmanager
def _folder(target: str, unfinished: str) -> Iterator[str]:
    if is_url(target):  # who writes may be on another machine than the run
        with TemporaryDirectory(prefix="newssplit-") as folder:
            yield folder
    else:
        os.makedirs(unfinished, exist_ok=True)
        yield unfinished


@contextmanager
def _write_errors(target: str) -> Iterator[None]:
    try:
        yield
    except OutputError as error:
        raise _about(error.problem, target) from (error.__cause__ or error.__context__)
    except OSError as error:
        raise _about(f"cannot be written: {error.strerror or error}", target) from error


def _about(problem: str, target: str) -> OutputError:
    return OutputError(problem, path=printable(target), remedy="fix that, then run again")
