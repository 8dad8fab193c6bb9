"""Where something stands in a file, as people and programs look for it."""

from __future__ import annotations


def place(text: str, index: int, byte: int | None, above: int = 0) -> str:
    """`line 3 (byte 210)`: the line, from 1, of the character at an index, and its offset in the file's bytes.

    None for the offset leaves it out: where bytes were replaced, characters do not tell it. `above` is the number of
    lines of the file above the text.
    """
    line = above + (text.count("\n", 0, index) or (0 if above else text.count("\r", 0, index))) + 1
    return f"line {line}" if byte is None else f"line {line} (byte {byte})"
