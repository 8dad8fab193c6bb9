"""What is told of a dump much of which is left out because it stands there more than once."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.model import Part

MUCH = 0.2
"""A dump that holds more of its text twice may have been misread: a user is told."""
SAID = "of the text was left out because it stands there more than once; look at it: newssplit explain"


def much_left_out(text: str, copies: Sequence[Part], sentences: int) -> tuple[str, ...]:
    """A warning where more than a fifth of a dump, spaces not counted, is left out as copies; else none.

    `sentences` are the characters of lines that were taken for the carrier's because they recur."""
    left_out = sentences + sum(_size(text[part.start : part.end]) for part in copies)
    if not left_out or left_out <= MUCH * (size := _size(text)):
        return ()
    return (f"{left_out / size:.0%} {SAID}",)


def _size(text: str) -> int:
    return sum(map(len, text.split()))
