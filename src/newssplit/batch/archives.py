"""Texts in zip and tar archives and pages in web archives: listed in one pass, read in the order of the archive.

A member is found again by one number: its index in a zip, the place of its first byte in an unpacked
tar or in a WARC file. So no list of members stays in memory, and a tar.gz is unpacked once for all of its members. What
an archive says of itself is believed only as far as its own size allows.
"""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, NamedTuple

from newssplit.batch import crawls
from newssplit.batch.inputs import MEMORY_ERRORS, printable, too_large
from newssplit.batch.limits import NO_LIMITS, Limits
from newssplit.batch.storage import opened
from newssplit.batch.unpacking import HEADER, Bounded, Unpacked
from newssplit.errors import InputError, NewssplitError
from newssplit.files.bounded import BLOCK, blocks_of, gathered
from newssplit.files.names import ARCHIVES
from newssplit.limits import MEGABYTE

ENDINGS = (*ARCHIVES, *crawls.ENDINGS)
LOCKED, NAMED_IN_UTF8 = 0x1, 0x800
"""Flags of a member of a zip."""
LARGE = 8 * MEGABYTE
"""Bytes of a member from which on a worker reads it itself, so that it need not travel."""
SMALL_BLOCK = 1 << 12
"""Bytes at once of LZMA in a zip: zipfile unpacks all that as many packed ones give, which is some 28 MB at most."""
WORTH = 100
"""So many times a member's size may be unpacked to come to it: that takes a fifth of the time that its text does."""


class Member(NamedTuple):
    """One file in an archive."""

    name: str
    """Its path inside, relative, without `..`, parted by /."""
    place: int
    """Index (zip) or offset in bytes (tar, WARC)."""
    size: int
    """Bytes, unpacked; of a WARC file, as they stand in it."""
    problem: str | None = None
    """Why it cannot be read: it is a link, or claims what cannot be."""


def is_archive(path: str) -> bool:
    return path.lower().endswith(ENDINGS)


def members(path: str, limits: Limits = NO_LIMITS) -> Iterator[Member]:
    """The files in an archive; InputError where it is broken or a trap, after those that could be listed."""
    with broken_archive(printable(path)), opened(path) as stream:
        try:
            yield from _listed(stream, path, limits)
        except InputError as error:
            raise (error if error.path else error.about(printable(path))) from None


def _listed(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Member]:
    if _is_crawl(path):
        return _pages(stream, limits)
    return _zip_members(stream, path, limits) if _is_zip(path) else _tar_members(stream, path, limits)


def _pages(stream: BinaryIO, limits: Limits) -> Iterator[Member]:
    for name, start, size in crawls.pages(stream):
        problem = str(limits.too_large(name)) if limits.is_too_large(size) else None
        yield Member(_harmless(name), start, size, problem)


@contextmanager
def broken_archive(label: str) -> Iterator[None]:
    """What unpacking can raise, as an InputError that names the archive or the member."""
    try:
        yield
    except NewssplitError:
        raise
    except MEMORY_ERRORS:
        raise too_large(label) from None
    except Exception as error:  # the modules that unpack say more than they document about damaged archives
        problem = f"cannot be unpacked: {error or type(error).__name__}"
        raise InputError(problem, path=label, remedy="check the archive") from None


def is_left_to_workers(path: str, place: int, size: int) -> bool:
    """Whether a worker reads a member itself: it is large, and what stands before it is not much larger."""
    at_once = path.lower().endswith((".zip", ".tar"))
    return size >= LARGE and (at_once or place <= WORTH * size)


class Unpacker:
    """Reads members, one archive open at a time; quick as long as places only go up within an archive."""

    def __init__(self, limits: Limits = NO_LIMITS) -> None:
        self._limits = limits
        self._path: str | None = None
        self._open = ExitStack()
        self._zip: zipfile.ZipFile | None = None
        self._tar: Unpacked | None = None
        self._raw: BinaryIO | None = None

    def read(self, path: str, place: int, size: int, label: str, nuls: bool = False) -> bytes:
        """The bytes of a member; InputError where they cannot be had, DecodingError where they are no text.

        `label` is what errors call it, `nuls` says whether a text may hold many NULs.
        """
        with broken_archive(label):
            if path != self._path or (self._tar and place < self._tar.tell()):
                self._turn_to(path)
            data = gathered(self._blocks(place, size, label), label, nuls)
            if len(data) != size:
                raise EOFError("it ends too early")
            return data

    def close(self) -> None:
        self._open.close()
        self._path = self._zip = self._tar = self._raw = None

    def _turn_to(self, path: str) -> None:
        self.close()
        stream = self._open.enter_context(opened(path))
        if _is_zip(path):
            self._zip = self._open.enter_context(zipfile.ZipFile(stream))
        else:
            self._raw = stream if _is_crawl(path) else None
            self._tar = None if self._raw else Unpacked(stream, self._limits, printable(path))
        self._path = path

    def _blocks(self, place: int, size: int, label: str) -> Iterator[bytes]:
        if self._zip:
            return self._zip_blocks(place, label)
        if self._raw:
            self._raw.seek(place)
            return iter((self._raw.read(size),))
        return self._tar_blocks(place, size)

    def _zip_blocks(self, place: int, label: str) -> Iterator[bytes]:
        assert self._zip
        info = self._zip.infolist()[place]
        if info.flag_bits & LOCKED:
            raise InputError("is locked with a password", path=label, remedy="unpack it first")
        with self._zip.open(info) as stream:
            if info.compress_type == zipfile.ZIP_BZIP2:
                stream._decompressor = Bounded(stream._decompressor, info.file_size)  # type: ignore[attr-defined]
            yield from blocks_of(stream, at_once=SMALL_BLOCK if info.compress_type == zipfile.ZIP_LZMA else BLOCK)

    def _tar_blocks(self, place: int, size: int) -> Iterator[bytes]:
        assert self._tar
        self._tar.seek(place)
        while size and (block := self._tar.block(size)):
            yield block
            size -= len(block)


def _is_zip(path: str) -> bool:
    return path.lower().endswith(".zip")


def _is_crawl(path: str) -> bool:
    return path.lower().endswith(crawls.ENDINGS)


def _zip_members(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Member]:
    label, length, unpacked = printable(path), stream.seek(0, 2), 0
    with zipfile.ZipFile(stream) as archive:
        for place, info in enumerate(archive.infolist()):
            if info.is_dir():
                continue
            name = _harmless(_zip_name(info))
            problem = _zip_problem(info, f"{name} ({label})", length, limits)
            unpacked += 0 if problem else info.file_size
            if limits.is_bomb(unpacked, length):
                raise limits.bomb(label)
            yield Member(name, place, info.file_size, problem)


def _zip_problem(info: zipfile.ZipInfo, label: str, length: int, limits: Limits) -> str | None:
    if stat.S_ISLNK(info.external_attr >> 16):
        return _link(label)
    if limits.is_too_large(info.file_size):
        return str(limits.too_large(label))
    if info.compress_size > length:
        return str(InputError("claims more bytes than the archive has", path=label, remedy="check the archive"))
    return str(limits.bomb(label)) if limits.is_bomb(info.file_size, info.compress_size) else None


def _link(label: str) -> str:
    return str(InputError("is a link or a sparse file", path=label, remedy="unpack the archive first"))


# Without the flag for UTF-8 a name is in whatever code page the packing machine had.
def _zip_name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & NAMED_IN_UTF8:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030", "cp950"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _tar_members(stream: BinaryIO, path: str, limits: Limits) -> Iterator[Member]:
    label = printable(path)
    data = Unpacked(stream, limits, label)
    with tarfile.TarFile(fileobj=data) as archive:  # type: ignore[arg-type]  # it takes whatever reads and seeks
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # it would keep all of them
            if info.size < 0 or archive.offset < data.tell():
                raise tarfile.ReadError("a member has a negative size")
            if data.length is not None and archive.offset >= data.length + HEADER:
                raise tarfile.ReadError(f"a member claims {info.size} bytes, more than the archive has")
            if not info.isdir():
                name = _harmless(info.name)
                yield Member(name, info.offset_data, info.size, _tar_problem(info, f"{name} ({label})", limits))
    data.check_end()


def _tar_problem(info: tarfile.TarInfo, label: str, limits: Limits) -> str | None:
    if not info.isreg() or info.issparse():
        return _link(label)
    return str(limits.too_large(label)) if limits.is_too_large(info.size) else None


def _harmless(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"
