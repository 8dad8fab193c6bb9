"""Files that hold one packed file: unpacked as a stream, to a bound."""

from __future__ import annotations

import io
from typing import IO

from newssplit.errors import DecodingError, InputError
from newssplit.files.bounded import blocks_of, gathered
from newssplit.limits import LARGEST_INPUT

SMALL = 1 << 10
"""Bytes that are unpacked at once: of zstd each may stand for thirty thousand."""


def unpacked(data: bytes, kind: str) -> bytes:
    """The bytes in a file of that kind: `gzip`, `bz2`, `xz` or `zstd`.

    Raises DecodingError where they are broken or unpack to something without end, ImportError for zstd without its
    package.
    """
    import zlib
    from lzma import LZMAError

    broken: tuple[type[Exception], ...] = (OSError, EOFError, LZMAError, zlib.error, ValueError)
    stream, errors = _stream(data, kind)
    try:
        with stream:
            return gathered(
                blocks_of(stream), "", nuls=True, most=LARGEST_INPUT, remedy="unpack it, and cut it into issues"
            )
    except InputError as error:
        raise DecodingError(f"{error.problem}, unpacked", remedy=error.remedy) from None
    except (*broken, *errors) as error:
        raise DecodingError(f"cannot be unpacked: {error}", remedy="check the file") from None


def _stream(data: bytes, kind: str) -> tuple[IO[bytes], tuple[type[Exception], ...]]:
    """The unpacked bytes as a stream, and errors of its package that say that they are broken."""
    packed = io.BytesIO(data)
    if kind == "gzip":
        import gzip

        return gzip.GzipFile(fileobj=packed), ()  # type: ignore[return-value]
    if kind == "bz2":
        import bz2

        return bz2.BZ2File(packed), ()
    if kind == "xz":
        import lzma

        return lzma.LZMAFile(packed), ()
    import zstandard

    return _Frames(packed), (zstandard.ZstdError,)  # type: ignore[return-value]


class _Frames(io.RawIOBase):
    """The frames of a zstd file, unpacked; unlike the package's own stream it knows a file that is cut."""

    def __init__(self, packed: IO[bytes]):
        from zstandard import ZstdDecompressor

        self._packed, self._new = packed, ZstdDecompressor().decompressobj
        self._frame, self._left = self._new(), b""

    def read(self, size: int = -1) -> bytes:
        """Some bytes, whatever `size` says; none at the end. Raises EOFError where that comes too early."""
        while True:
            block = self._left or self._packed.read(SMALL)
            if not block:
                if not self._frame.eof:
                    raise EOFError("it ends too early")
                return b""
            if self._frame.eof:
                self._frame = self._new()
            unpacked = self._frame.decompress(block)
            self._left = self._frame.unused_data if self._frame.eof else b""
            if unpacked:
                return unpacked
