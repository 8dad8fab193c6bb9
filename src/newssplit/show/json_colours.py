"""JSON in colours, for a terminal."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping
from typing import TextIO

from newssplit.show.visible import visible

TOKEN_RE = re.compile(r'("(?:[^"\\]|\\.)*+")|(-?\d[\d.eE+-]*+)|(true|false|null)')
KEY, COLOURS = "34", ("32", "36", "35")
"""Of keys, and of strings, numbers and constants, as ANSI has them; the ground of the terminal may be light or dark."""
RESET = "\x1b[0m"


def wants_colour(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a terminal is to be written to in colours; see https://no-color.org."""
    return not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


class Coloured(io.TextIOBase):
    """A terminal that is shown JSON in colours, and obeys nothing in it. What is written at once holds whole tokens."""

    def __init__(self, terminal: TextIO):
        self._terminal = terminal

    def write(self, text: str) -> int:
        """Write the text in colours."""
        return self._terminal.write(TOKEN_RE.sub(_coloured, "\r\n".join(map(visible, text.split("\r\n")))))

    def flush(self) -> None:
        """Flush the terminal."""
        self._terminal.flush()


def _coloured(token: re.Match[str]) -> str:
    is_key = token[1] is not None and token.string.startswith(":", token.end())
    colour = KEY if is_key else COLOURS[(token.lastindex or 1) - 1]
    return f"\x1b[{colour}m{token[0]}{RESET}"
