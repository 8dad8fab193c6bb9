"""A smaller text that still fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Fails = Callable[[str], bool]
MOST_TRIES = 3000


def shrunk(text: str, fails: Fails, tries: int = MOST_TRIES) -> str:
    """The text without the lines and characters that it fails without, too.

    Stretches are left out by halves, quarters and so on (Zeller's delta debugging), first of lines, then of
    characters; `fails` is asked at most `tries` times.
    """
    for parts, glue in ((text.split("\n"), "\n"), (None, "")):
        pieces = list(text) if parts is None else parts
        size = max(len(pieces) // 2, 1)
        while size:
            for shorter in _without(pieces, size):
                tries -= 1
                if tries < 0:
                    return text
                if fails(glue.join(shorter)):
                    pieces, text = shorter, glue.join(shorter)
                    break
            else:
                size //= 2
            size = min(size, len(pieces))
    return text


def _without(pieces: list[str], size: int) -> Iterator[list[str]]:
    for at in range(0, len(pieces), size):
        yield pieces[:at] + pieces[at + size :]
