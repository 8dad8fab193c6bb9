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

    Whatever ends the block otherwise, Ctrl-C too, leaves what was at `path` as it was. Raises
    OutputError where the folder cannot be written to or the disk is full.
    """
    target = Path(os.path.realpath(path))  # a link stays a link
    try:
        if target.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    os.close(handle)
    try:
        yield Path(name)
        _put(Path(name), target)
    except OSError as error:
        raise _cannot_write(path, error) from error
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


def _cannot_write(path: str, error: OSError) -> OutputError:
    return OutputError(f"cannot be written: {error.strerror or error}", path=path, remedy="choose another --output")
