"""What all readers share: what they give back, and what they are given to decode text with."""

from __future__ import annotations

from collections.abc import Callable

from newssplit.light import NamedTuple

PAGE_BORDER = "<!-- page {} -->"
"""The line that stands where a page of the file begins; the carrier layer takes it for no line of the paper."""
INDENT = "\u3000\u3000"
"""What a first line is indented by."""


class ReadText(NamedTuple):
    """The text of a file, as its reader gives it."""

    text: str
    read_as: str
    """The kind, and behind a comma the encoding if there is one: `html, gb18030`."""
    warnings: tuple[str, ...] = ()


Decode = Callable[[bytes, str | None], ReadText]
"""Bytes of text and the encoding that their file names for them, or None; raises DecodingError."""


def tidy(lines: list[str]) -> str:
    """Lines as a text: blank ones never twice in a row, none at either end."""
    kept = list[str]()
    for line in lines:
        if line.strip() or (kept and kept[-1]):
            kept.append(line.rstrip() if line.strip() else "")
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join(kept) + "\n" * bool(kept)
