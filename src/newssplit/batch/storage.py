"""Files on this machine and, with the extra `dask`, on any URL that fsspec opens (s3://, sftp://, memory:// …).

Paths are strings as the system gives them: bytes of a name that are no UTF-8 are surrogates in them.
"""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from newssplit.batch.inputs import input_errors, printable
from newssplit.errors import InputError, MissingExtra

ATTEMPTS = 3
BLOCK = 1 << 20


class Stamp(NamedTuple):
    """What tells without reading that a file is the one it was; -1 where the storage does not say."""

    size: int
    """Bytes."""
    mtime_ns: int
    ctime_ns: int
    """Of the inode; on object stores a number made of the entity tag."""


UNKNOWN = Stamp(-1, -1, -1)


class Entry(NamedTuple):
    """One name in a folder."""

    path: str
    name: str
    folder: bool
    stamp: Stamp | None
    """None: nothing can be known of it, a dead link for one."""


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
            return _remote_stamp(_filesystem(path).info(path))
        found = os.stat(path)
    if stat.S_ISDIR(found.st_mode):
        with input_errors(path):
            raise IsADirectoryError
    if not stat.S_ISREG(found.st_mode):
        raise InputError("is no file but a device or pipe", path=printable(path), remedy="name files and folders")
    return _local_stamp(found)


def is_folder(path: str) -> bool:
    return bool(_filesystem(path).isdir(path)) if is_url(path) else os.path.isdir(path)


def entries(folder: str) -> Iterator[Entry]:
    """What is in a folder, in no order, one by one; links to folders are not followed."""
    with input_errors(folder):
        if is_url(folder):
            yield from _remote_entries(folder)
            return
        with os.scandir(folder) as found:
            for entry in found:
                yield _local_entry(entry)


def opened(path: str) -> BinaryIO:
    """The file, open for reading bytes; the caller turns OSError into what it means."""
    return _filesystem(path).open(path, "rb") if is_url(path) else open(path, "rb")


def read_steadily(path: str) -> tuple[bytes, Stamp]:
    """All bytes of a file as it was at one moment, and its stamp then; InputError if it never holds still."""
    for attempt in range(ATTEMPTS):
        time.sleep(0.05 * attempt)
        before = stamp_of(path)
        with input_errors(path), opened(path) as stream:
            data = stream.read()
        if stamp_of(path) == before and len(data) == before.size:
            return data, before
    raise InputError(
        "changes while it is read", path=printable(path), remedy="run again when whoever writes it has done"
    )


def digest_of(path: str) -> str:
    """blake2b of a file's bytes, 128 bits in hexadecimal; OSError where it cannot be read."""
    digest = blake2b(digest_size=16)
    with opened(path) as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def moved_in(new: Path, target: str) -> Stamp:
    """Put a finished local file in the place of `target`, at once; the target's stamp. OSError."""
    if is_url(target):
        filesystem = _filesystem(target)
        filesystem.makedirs(target.rpartition("/")[0], exist_ok=True)
        filesystem.put_file(str(new), target)
        new.unlink()
        return _remote_stamp(filesystem.info(target))
    with suppress(FileExistsError):
        os.makedirs(os.path.dirname(target), exist_ok=True)
    os.replace(new, target)
    return _local_stamp(os.stat(target))


def output_stamp(path: str) -> Stamp | None:
    """The stamp of what a run wrote, None if it is not there."""
    try:
        return stamp_of(path)
    except InputError:
        return None


def remove(path: str, up_to: str) -> None:
    """Remove a file if it is there, and the folders that this leaves empty below `up_to`."""
    if is_url(path):
        with suppress(OSError):
            _filesystem(path).rm_file(path)
        return
    with suppress(OSError):
        os.unlink(path)
        parent = os.path.dirname(path)
        while len(parent) > len(up_to.rstrip("/")):
            os.rmdir(parent)  # an OSError where something is left in it ends this
            parent = os.path.dirname(parent)


def remove_tree(folder: str) -> None:
    """Remove a local folder with all that is in it, if it is there."""
    shutil.rmtree(folder, ignore_errors=True)


def _local_stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _local_entry(entry: os.DirEntry[str]) -> Entry:
    folder = entry.is_dir(follow_symlinks=False)
    try:
        stamp = None if folder else _local_stamp(entry.stat())
        inside = entry.is_symlink() and entry.is_dir()
    except OSError:
        stamp = inside = None
    return Entry(entry.path, entry.name, folder, None if inside else stamp)


def _remote_entries(folder: str) -> Iterator[Entry]:
    filesystem = _filesystem(folder)
    for info in filesystem.ls(folder, detail=True):
        path = filesystem.unstrip_protocol(info["name"])
        yield Entry(path, path.rstrip("/").rpartition("/")[2], info["type"] == "directory", _remote_stamp(info))


def _remote_stamp(info: dict[str, Any]) -> Stamp:
    tag = info.get("ETag") or info.get("etag")
    mark = int.from_bytes(blake2b(str(tag).encode(), digest_size=7).digest(), "big") if tag else -1
    when = next((info[key] for key in ("mtime", "LastModified", "updated", "created") if info.get(key)), None)
    return Stamp(int(info.get("size") or 0), _nanoseconds(when), mark)


def _nanoseconds(when: object) -> int:
    match when:
        case datetime():
            return int(when.timestamp() * 1e9)
        case int() | float():
            return int(when * 1e9)
    return -1


def _filesystem(url: str) -> Any:
    return _finder()(url)[0]


def _finder() -> Callable[[str], tuple[Any, str]]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtra("URLs need fsspec", remedy="pip install 'newssplit[dask]'") from None
    return url_to_fs  # type: ignore[no-any-return]
