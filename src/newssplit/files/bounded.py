"""Streams that may have no end, read to a bound."""

from __future__ import annotations

from codecs import BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from newssplit.errors import DecodingError, InputError
from newssplit.files.kinds import kind_of_bytes, kind_to_read, no_dump
from newssplit.limits import amount

BLOCK = 1 << 20
NULS = b"\0\0\0"
"""Stands in no text but in UTF-32: of three bytes in a row two are one character of UTF-16, which would be NUL."""


def blocks_of(stream: IO[bytes], size: int = -1, at_once: int = BLOCK) -> Iterator[bytes]:
    """The bytes of a stream, so many of them at once; with a `size` hardly more than that in all."""
    read = 0
    while (size < 0 or read <= size) and (block := stream.read(at_once)):
        yield block
        read += len(block)


def gathered(
    blocks: Iterable[bytes], label: str, nuls: bool = False, most: int = 0, remedy: str = "cut it into issues"
) -> bytes:
    """All blocks in one; what cannot be an issue ends it early, so that it costs no more than it has to.

    Raises DecodingError at the first block with NULS in it unless `nuls`, and InputError, which says `remedy`, above
    `most` bytes; 0 is no bound.
    """
    whole = BytesIO()
    for block in blocks:
        nuls = nuls or (not whole.tell() and _may_hold_nuls(block))
        if not nuls and NULS in block:
            raise _binary(block, label, whole.tell())
        whole.write(block)
        if most and whole.tell() > most:
            raise InputError(f"is larger than {amount(most)}", path=label, remedy=remedy)
    return whole.getvalue()


def _may_hold_nuls(beginning: bytes) -> bool:
    return beginning.startswith((BOM_UTF32_LE, BOM_UTF32_BE)) or kind_to_read(beginning) is not None


def _binary(block: bytes, label: str, before: int) -> DecodingError:
    """What to say of a block with NULS: what kind of file it is, if the first block says that."""
    if not before and (kind := kind_of_bytes(block)):
        return no_dump(kind, label)
    place, remedy = f"byte {before + block.index(NULS)}", "give the text of the issue"
    return DecodingError("is binary data, not text", path=label, place=place, remedy=remedy)
