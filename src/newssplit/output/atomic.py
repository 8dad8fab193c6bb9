"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from newssplit.errors import OutputError
from newssplit.output.streams import is_stream, opened_stream


@contextmanager
def replacing(path: str) -> Iterator[TextIO]:
    """A stream to a new file beside `path`, which takes the place of `path` when all went well.

    UTF-8, without translation of line ends. Whatever ends the block otherwise, Ctrl-C too, leaves what was
    at `path` as it was. A device or pipe is written to as it is. Raises OutputError where the folder cannot
    be written to or the disk is full, BrokenPipeError where the reader of a pipe went away.
    """
    try:
        if os.path.isdir(path):
            raise OutputError("is a folder", path=path, remedy="name a file in it")
        if is_stream(path):
            with opened_stream(path) as stream:
                yield stream
        else:
            target = Path(os.path.realpath(path))  # a link stays a link
            with _new_file(target) as new:
                with new.open("w", encoding="utf-8", newline="") as stream:
                    yield stream
                _put(new, target)
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or error
        raise OutputError(f"cannot be written: {reason}", path=path, remedy="choose another --output") from None


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(prefix=".newssplit-", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _put(new: Path, target: Path) -> None:
    new.chmod(_mode(target))
    with new.open("rb") as stream:
        os.fsync(stream.fileno())
    new.replace(target)


# mkstemp makes files that nobody else may read; a result gets the rights that open() would give.
def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
