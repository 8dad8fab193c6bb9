"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newssplit.errors import OutputError


@contextmanager
def replacing(path: str) -> Iterator[Path]:
    """A new, empty file beside `path` to write to; it takes the place of `path` when all went well.

    Whatever ends the block otherwise, Ctrl-C too, leaves what was at `path` as it was. A device or
    pipe is written to as it is. Raises OutputError where the folder cannot be written to or the
    disk is full.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        if target.is_dir():
            raise OutputError("is a folder", path=path, remedy="name a file in it")
        if target.exists() and not target.is_file():
            yield target
        else:
            with _new_file(target) as new:
                yield new
                _put(new, target)
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
