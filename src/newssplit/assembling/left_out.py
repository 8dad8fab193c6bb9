"""What is told of a dump much of which is left out because it stands there more than once."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.model import Part

MUCH = 0.2
"""A dump that holds more of its text twice may have been misread: a user is told."""
SAID = "of the text was left out because it stands there more than once; look at it: newssplit explain"


class LeftOut:
    """Counts what of a dump is left out as copies, spaces not counted."""

    def __init__(self) -> None:
        self._left_out = self._size = 0

    def count(self, read: str, text: str, copies: Sequence[Part], sentences: int) -> None:
        """Add a stretch that was read, with copies whose offsets are those of `text`.

        `sentences` are the characters of lines that were taken for the carrier's because they recur."""
        self._left_out += sentences + sum(_size(text[part.start : part.end]) for part in copies)
        self._size += _size(read)

    def told(self) -> tuple[str, ...]:
        """A warning where more than a fifth is left out; else none."""
        if self._left_out <= MUCH * self._size:
            return ()
        return (f"{self._left_out / self._size:.0%} {SAID}",)


def much_left_out(text: str, copies: Sequence[Part], sentences: int) -> tuple[str, ...]:
    """A warning where more than a fifth of a whole dump is left out; see LeftOut."""
    if not copies and not sentences:
        return ()
    counted = LeftOut()
    counted.count(text, text, copies, sentences)
    return counted.told()


STRETCH = 1 << 16
"""Characters that are looked at at once: the words of a large dump would take more memory than the dump."""


def _size(text: str) -> int:
    return sum(len(word) for at in range(0, len(text), STRETCH) for word in text[at : at + STRETCH].split())
