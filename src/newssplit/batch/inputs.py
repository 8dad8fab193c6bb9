"""Where issues come from: files and standard input."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO

from newssplit.batch.limits import MOST_BYTES, amount
from newssplit.errors import DecodingError, InputError

STDIN = "-"
BLOCK = 1 << 20
NULS = b"\0\0\0"
"""Stands in no text but in UTF-32: of three bytes in a row two are one character of UTF-16, which would be NUL."""
MEMORY_ERRORS = (MemoryError, SystemError)
"""The latter is what regex makes of it where it gets no memory."""


def read_bytes(path: str, nuls: bool = False) -> bytes:
    """All bytes of a file, or of standard input for `-`; `nuls` says whether a text may hold many of them.

    Raises InputError where there are none to be had, or no end of them; DecodingError where they are no text.
    """
    label = printable(path)
    with input_errors(path), memory_errors(label):
        if path == STDIN:
            return gathered(blocks_of(sys.stdin.buffer), label, nuls, MOST_BYTES)
        with open(path, "rb") as stream:
            return gathered(blocks_of(stream), label, nuls, MOST_BYTES)


def blocks_of(stream: IO[bytes], size: int = -1) -> Iterator[bytes]:
    """The bytes of a stream, BLOCK of them at a time; with a `size` hardly more than so many."""
    read = 0
    while (size < 0 or read <= size) and (block := stream.read(BLOCK)):
        yield block
        read += len(block)


def gathered(blocks: Iterable[bytes], label: str, nuls: bool = False, most: int = 0) -> bytes:
    """All blocks in one; what cannot be an issue ends it early, so that it costs no more than it has to.

    Raises DecodingError at the first block with NULS in it unless `nuls`, InputError above `most` bytes; 0 is no bound.
    """
    whole = BytesIO()
    for block in blocks:
        nuls = nuls or (not whole.tell() and block.startswith((BOM_UTF32_LE, BOM_UTF32_BE)))
        if not nuls and NULS in block:
            raise _binary(label, whole.tell() + block.index(NULS))
        whole.write(block)
        if most and whole.tell() > most:
            raise InputError(f"is larger than {amount(most)}", path=label, remedy="cut it into issues")
    return whole.getvalue()


def _binary(label: str, place: int) -> DecodingError:
    remedy = "give the text of the issue"
    return DecodingError("is no text but binary data", path=label, place=f"byte {place}", remedy=remedy)


@contextmanager
def input_errors(path: str) -> Iterator[None]:
    """What the system says of the input at `path`, as an InputError with what to do."""
    name = printable(path)
    try:
        yield
    except FileNotFoundError:
        raise InputError("there is no such file", path=name, remedy="check the path") from None
    except IsADirectoryError:
        raise InputError("is a folder", path=name, remedy=f"name its files: {name}/*.txt") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"cannot be read: {reason}", path=name, remedy="check the file") from None


@contextmanager
def memory_errors(label: str) -> Iterator[None]:
    """What Python says where there is no memory for an input, as an InputError."""
    try:
        yield
    except MEMORY_ERRORS:
        raise InputError("does not fit into memory", path=label, remedy="cut it into issues") from None


def too_large(label: str) -> InputError:
    """The same in a run of many inputs."""
    return InputError("does not fit into memory", path=label, remedy="cut it into issues, or run with fewer --jobs")


def printable(path: str) -> str:
    """The path as text that UTF-8 can hold: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
