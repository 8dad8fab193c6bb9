"""Bytes to text."""

from __future__ import annotations

from dataclasses import dataclass

from newssplit.errors import DecodingError


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how it was had."""

    text: str
    """Without byte order mark."""
    encoding: str
    """The encoding that it was read as, by Python's name for it."""
    warning: str | None = None
    """What the user should know: a choice that the bytes alone do not settle, replaced bytes."""


def decode(data: bytes, encoding: str | None = None, errors: str = "strict", path: str | None = None) -> Decoded:
    """The text of a whole file; DecodingError where its bytes are none."""
    try:
        return Decoded(data.decode(encoding or "utf-8-sig", errors), encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise DecodingError("no UTF-8", path=path, place=f"byte {error.start}", remedy="--encoding NAME") from None
