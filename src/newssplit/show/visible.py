"""Data made harmless for a terminal or a page, with nothing swallowed."""

from __future__ import annotations

import io
import re
from typing import Any, TextIO

# What a terminal obeys, what turns the direction of writing, and what has no shape at all. Tab and line
# feed are left to whoever sets the text; joiners stay, scripts need them.
_COMMAND_RE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff]"
)
_PICTURES, _DELETE = 0x2400, 0x7F


def visible(text: str) -> str:
    """The text with every control character as a sign of its own: ESC is ␛, U+202E is ⟨202E⟩."""
    return _COMMAND_RE.sub(_sign, text)


class Harmless(io.TextIOBase):
    """A terminal that is shown all control characters of a text and obeys none; line ends stay."""

    def __init__(self, terminal: TextIO):
        self._terminal = terminal

    def write(self, text: str) -> int:
        """Write the text with its control characters visible."""
        return self._terminal.write("\r\n".join(map(visible, text.split("\r\n"))))

    def flush(self) -> None:
        """Flush the terminal."""
        self._terminal.flush()


def visible_record(value: Any) -> Any:
    """A record, or any JSON value, with all its strings visible."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list):
        return [visible_record(item) for item in value]
    if isinstance(value, dict):
        return {key: visible_record(item) for key, item in value.items()}
    return value


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return "␡" if code == _DELETE else f"⟨{code:04X}⟩"
