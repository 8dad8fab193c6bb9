"""The part of a dump that is in memory."""

from __future__ import annotations

from collections.abc import Iterable


class Buffer:
    """Reads stretches of a text as far as they are needed, and lets go what is done."""

    def __init__(self, stretches: Iterable[str]):
        self._stretches = iter(stretches)
        self.text = ""
        self.ended = False
        """Whether nothing comes behind the text."""

    def fill(self, size: int) -> None:
        """Read until the text has more than so many characters, or ends."""
        pieces, have = [self.text], len(self.text)
        while have <= size and not self.ended:
            piece = next(self._stretches, None)
            if piece is None:
                self.ended = True
            else:
                pieces.append(piece)
                have += len(piece)
        self.text = "".join(pieces)

    def drop(self, size: int) -> None:
        """Let go so many characters at the beginning."""
        self.text = self.text[size:]

    def lines(self, begin: int, size: int) -> str:
        """The first so many characters, down to the end of the last whole line among them, if one ends behind
        `begin`."""
        end = self.text.rfind("\n", begin, size) + 1
        return self.text[: end or size]
