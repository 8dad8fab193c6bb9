"""Texts in zip and tar archives: listed in one pass, read in the order of the archive.

A member is found again by one number: its index in a zip, the place of its first byte in an unpacked
tar. So no list of members stays in memory, and a tar.gz is unpacked once for all of its members.
"""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from lzma import LZMAError
from typing import BinaryIO, NamedTuple

from newssplit.batch.inputs import printable, too_large
from newssplit.batch.storage import opened
from newssplit.errors import InputError

ENDINGS = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
LOCKED = 1
# zipfile says NotImplementedError, a RuntimeError, for odd packing.
BROKEN = (zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, EOFError, RuntimeError, ValueError, OSError)


class Member(NamedTuple):
    """One file in an archive."""

    name: str
    """Its path inside, made harmless: relative, without `..`, parted by /."""
    place: int
    """Index (zip) or offset in bytes (tar)."""
    size: int
    """Bytes, unpacked."""


def is_archive(path: str) -> bool:
    return path.lower().endswith(ENDINGS)


def members(path: str) -> Iterator[Member]:
    """The files in an archive; InputError where it is broken, after those that could be listed."""
    with broken_archive(path), opened(path) as stream:
        yield from _zip_members(stream) if _is_zip(path) else _tar_members(stream)


@contextmanager
def broken_archive(path: str) -> Iterator[None]:
    """What unpacking can raise, as an InputError that names the archive."""
    try:
        yield
    except MemoryError:
        raise too_large(printable(path)) from None
    except BROKEN as error:
        raise InputError(
            f"cannot be unpacked: {error or type(error).__name__}", path=printable(path), remedy="check the archive"
        ) from None


class Unpacker:
    """Reads members, one archive open at a time; quick as long as places only go up within an archive."""

    def __init__(self) -> None:
        self._path: str | None = None
        self._open = ExitStack()
        self._zip: zipfile.ZipFile | None = None
        self._tar: BinaryIO | None = None

    def read(self, path: str, place: int, size: int) -> bytes:
        """The bytes of a member; InputError where they cannot be had."""
        with broken_archive(path):
            if path != self._path:
                self._turn_to(path)
            if self._zip:
                info = self._zip.infolist()[place]
                if info.flag_bits & LOCKED:
                    raise InputError("is locked with a password", path=printable(path), remedy="unpack it first")
                return self._zip.read(info)
            assert self._tar
            self._tar.seek(place)
            data = self._tar.read(size)
            if len(data) < size:
                raise EOFError("it ends too early")
            return data

    def close(self) -> None:
        self._open.close()
        self._path = self._zip = self._tar = None

    def _turn_to(self, path: str) -> None:
        self.close()
        stream = self._open.enter_context(opened(path))
        if _is_zip(path):
            self._zip = self._open.enter_context(zipfile.ZipFile(stream))
        else:
            self._tar = self._open.enter_context(_unpacked(stream))
        self._path = path


def _is_zip(path: str) -> bool:
    return path.lower().endswith(".zip")


def _zip_members(stream: BinaryIO) -> Iterator[Member]:
    with zipfile.ZipFile(stream) as archive:
        for place, info in enumerate(archive.infolist()):
            if not info.is_dir():
                yield Member(_harmless(_zip_name(info)), place, info.file_size)


# Without the flag for UTF-8 a name is in whatever code page the packing machine had.
def _zip_name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x800:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030", "cp950"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _tar_members(stream: BinaryIO) -> Iterator[Member]:
    with tarfile.open(fileobj=stream, mode="r|*") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # it would keep all of them
            if info.isreg() and not info.issparse():
                yield Member(_harmless(info.name), info.offset_data, info.size)


def _unpacked(stream: BinaryIO) -> BinaryIO:
    import bz2
    import gzip
    import lzma

    head = stream.read(6)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    if head.startswith(b"BZh"):
        return bz2.BZ2File(stream)  # type: ignore[return-value]
    return lzma.LZMAFile(stream) if head.startswith(b"\xfd7zXZ") else stream  # type: ignore[return-value]


def _harmless(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"
