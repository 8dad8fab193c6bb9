"""The bytes of archives, unpacked on the way, with a watch on how many there come to be."""

from __future__ import annotations

import re
import tarfile
from typing import Any, BinaryIO

from newssplit.batch.limits import Limits
from newssplit.files.bounded import BLOCK

HEADER, MOST_HEADER = 512, 1 << 20
"""Bytes of a tar header, and the most that one may be longer: a path and some attributes."""
MANY_DIGITS_RE = re.compile(rb"[0-9]{100}")
"""In no long header; tarfile's patterns take the square of their number."""


class Unpacked:
    """What tarfile reads from, forwards only. A place is a number of bytes from the start, unpacked."""

    def __init__(self, packed: BinaryIO, limits: Limits, label: str):
        self._packed, self._limits, self._label = packed, limits, label
        self._stream = _decompressor(packed)
        self._place = 0
        self._last = b""
        self.length = _length(packed) if self._stream is packed else None
        """Bytes in all, where that is known."""

    @property
    def is_packed(self) -> bool:
        """Whether what is skipped has to be unpacked all the same."""
        return self._stream is not self._packed

    def tell(self) -> int:
        return self._place

    def seek(self, place: int) -> None:
        """Go on to a place, or to the end where that comes first."""
        if place < self._place:
            raise tarfile.ReadError("its parts overlap")
        if not self.is_packed:
            self._place = self._stream.seek(place)
        while self._place < place and self.block(place - self._place):
            """Nothing is done with what is skipped."""

    def block(self, size: int) -> bytes:
        """The next bytes, at most so many, at most BLOCK; none at the end. InputError where a bomb goes off."""
        found = self._stream.read(min(size, BLOCK))
        self._place += len(found)
        if self.is_packed and self._limits.is_bomb(self._place, self._packed.tell()):
            raise self._limits.bomb(self._label)
        return found

    def read(self, size: int) -> bytes:
        """A header, or what belongs to one; what is less than `size` is all that there is."""
        if size > MOST_HEADER:
            raise tarfile.ReadError(f"it has a header of {size} bytes")
        self._last = self._gathered(size)
        if size > HEADER and MANY_DIGITS_RE.search(self._last):
            raise tarfile.ReadError("it has an impossible header")
        return self._last

    def _gathered(self, size: int) -> bytes:
        found = self.block(size)
        while len(found) < size and (more := self.block(size - len(found))):
            found += more
        return found

    def check_end(self) -> None:
        """ReadError unless the archive was read to its end: to blocks of NULs that nothing else follows."""
        if any(self._last):
            raise tarfile.ReadError("it is damaged" if len(self._last) == HEADER else "it ends too early")
        while found := self.block(BLOCK):
            if found.strip(b"\0"):
                raise tarfile.ReadError("it goes on after its end")


class Bounded:
    """zipfile's decompressor for bzip2, a few bytes of which may hold gigabytes, bound to what a member says it has."""

    def __init__(self, inner: Any, size: int):
        self._inner, self._left = inner, size

    @property
    def eof(self) -> bool:
        return bool(self._inner.eof)

    def decompress(self, data: bytes) -> bytes:
        found: bytes = self._inner.decompress(data, self._left + 1)
        self._left -= len(found)
        if self._left < 0:
            raise EOFError("it holds more than it says")
        return found


def _length(stream: BinaryIO) -> int:
    length = stream.seek(0, 2)
    stream.seek(0)
    return length


def _decompressor(stream: BinaryIO) -> BinaryIO:
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
