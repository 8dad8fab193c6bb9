"""Streams that may have no end, read to a bound."""

from __future__ import annotations

from typing import IO

from newssplit.errors import DecodingError, InputError

MEGABYTE = 1 << 20


def read_bounded(stream: IO[bytes], most: int, label: str, remedy: str) -> bytes:
    """All bytes of a stream; `label` is what messages call it, `remedy` what to do where it is too large.

    Raises InputError where there are more bytes than `most`, DecodingError where it begins with a megabyte of NULs.
    """
    whole = bytearray()
    while block := stream.read(MEGABYTE):
        if not whole and len(block) == MEGABYTE and not block.strip(b"\0"):
            raise DecodingError(
                "is no text but binary data", path=label, place="byte 0", remedy="give the text of the issue"
            )
        whole += block
        if len(whole) > most:
            raise InputError(f"is larger than {most // MEGABYTE} MB", path=label, remedy=remedy)
    return bytes(whole)
