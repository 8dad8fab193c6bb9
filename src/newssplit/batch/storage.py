"""Files on this machine, and on URLs: one set of functions for both.

Paths are strings as the system gives them: bytes of a name that are no UTF-8 are surrogates in them.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from newssplit.batch import remote
from newssplit.batch.inputs import input_errors, printable
from newssplit.batch.names import is_below
from newssplit.batch.stamps import UNKNOWN, Entry, Stamp, local_stamp
from newssplit.errors import InputError
from newssplit.files.bounded import BLOCK, blocks_of, gathered

ATTEMPTS = 3
"""How often a file that changes is read."""


def is_url(path: str) -> bool:
    """True for what only fsspec can open."""
    return "://" in path and not path.startswith("file://")


def local(path: str) -> str:
    """The path without the file:// that it may bear."""
    return path.removeprefix("file://")


def joined(folder: str, name: str) -> str:
    """The path of `name`, whose parts are parted by /, below a folder."""
    return f"{folder.rstrip('/')}/{name}" if is_url(folder) else os.path.join(folder, *name.split("/"))


def stamp_of(path: str) -> Stamp:
    """The file's stamp now; InputError where it is none, so that no pipe is ever waited for."""
    with input_errors(path):
        if is_url(path):
            return remote.stamp(path)
        found = os.stat(path)
    if stat.S_ISDIR(found.st_mode):
        with input_errors(path):
            raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise InputError("is a device or pipe, not a file", path=printable(path), remedy="name files and folders")
    return local_stamp(found)


def is_folder(path: str) -> bool:
    """Whether there is a folder; InputError where nobody can say."""
    with input_errors(path):
        return remote.is_folder(path) if is_url(path) else os.path.isdir(path)


def entries(folder: str) -> Iterator[Entry]:
    """What is in a folder, in no order, one by one; links to folders are not followed."""
    with input_errors(folder):
        if is_url(folder):
            yield from remote.entries(folder)
            return
        with os.scandir(folder) as found:
            for entry in found:
                yield _local_entry(entry)


def opened(path: str) -> BinaryIO:
    """The file, open for reading bytes; the caller turns OSError into what it means."""
    return remote.opened(path) if is_url(path) else open(path, "rb")


@contextmanager
def reading(path: str) -> Iterator[BinaryIO]:
    """The same for a block that reads it; whatever the storage raises in the block is an OSError."""
    with remote.foreign_errors(path), opened(path) as stream:
        yield stream


def read_steadily(path: str, nuls: bool = False) -> tuple[bytes, Stamp]:
    """All bytes of a file as it was at one moment, and its stamp then.

    `nuls` says whether a text may hold many NULs. Raises InputError if it never holds still, DecodingError if it is
    no text.
    """
    for attempt in range(ATTEMPTS):
        time.sleep(0.05 * attempt)
        before = stamp_of(path)
        with input_errors(path), reading(path) as stream:
            data = gathered(blocks_of(stream, before.size), printable(path), nuls)
        if stamp_of(path) == before and before.size in (len(data), UNKNOWN.size):
            return data, before
    raise InputError("changes while it is read", path=printable(path), remedy="run again when it is completely written")


def digest_of(path: str) -> str:
    """blake2b of a file's bytes, 128 bits in hexadecimal; OSError where it cannot be read."""
    digest = blake2b(digest_size=16)
    with reading(path) as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def moved_in(new: Path, target: str) -> Stamp:
    """Put a finished local file in the place of `target`, at once; the target's stamp. OSError."""
    if is_url(target):
        stamp = remote.put(str(new), target)
        new.unlink()
        return stamp
    with suppress(FileExistsError):
        os.makedirs(os.path.dirname(target), exist_ok=True)
    os.replace(new, target)
    return local_stamp(os.stat(target))


def output_stamp(path: str) -> Stamp | None:
    """The stamp of what a run wrote, None if it is not there."""
    try:
        return stamp_of(path)
    except InputError:
        return None


def is_as_written(path: str, written: Stamp, digest: str | None) -> bool:
    """Whether a file is what a run wrote; its bytes are read only where its time says otherwise."""
    found = output_stamp(path)
    if found is None or found.size != written.size:
        return False
    try:
        return found.mtime_ns == written.mtime_ns or (digest is not None and digest_of(path) == digest)
    except OSError:
        return False


def remove(out: str, name: str) -> None:
    """Remove a file below `out` if it is there, and the folders that this leaves empty; OSError where it cannot be.

    The name may be somebody else's word: what is not below `out` stays, and so do our own files there.
    """
    path = joined(out, name)
    if not is_below(name) or (not is_url(path) and os.path.isdir(path)):
        return
    remove_file(path)
    parent = os.path.dirname(path)
    with suppress(OSError):  # where something is left in one
        while not is_url(out) and len(parent) > len(out.rstrip("/")):
            os.rmdir(parent)
            parent = os.path.dirname(parent)


def remove_file(path: str) -> None:
    """Remove a file if it is there; OSError where it cannot be."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if is_url(path):
            remote.remove(path)
        else:
            os.unlink(path)


def _local_entry(entry: os.DirEntry[str]) -> Entry:
    folder = entry.is_dir(follow_symlinks=False)
    try:
        stamp = None if folder else local_stamp(entry.stat())
        inside = entry.is_symlink() and entry.is_dir()
    except OSError:
        stamp = inside = None
    return Entry(entry.path, entry.name, folder, None if inside else stamp)
