"""The characters of a PDF page as stretches of one line: what stands side by side without a gap.

Places are in points, x to the right and y upwards, as PDF has them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

GAP = 1.2
"""A gap of so many ems parts two stretches; spaces in a line of text are narrower."""
BACK = 0.6
"""So many ems to the left, and another line has begun."""
SHIFT = 0.35
"""A base line so many ems higher or lower is another one."""
SIZES = 1.25
"""Type so many times larger is another stretch, though on the same line."""
ASCENT, DESCENT = 0.8, 0.2
"""How far type reaches above and below its base line, in ems."""
TWICE = 0.25
"""A character that comes again within so many ems is printed twice to look bold."""


class Stretch(NamedTuple):
    """Characters beside each other."""

    text: str
    left: float
    right: float
    base: float
    """Where its base line is."""
    size: float
    """Of its type."""

    @property
    def top(self) -> float:
        return self.base + ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.base - DESCENT * self.size


class _Char(NamedTuple):
    text: str
    left: float
    right: float
    base: float
    size: float


def stretches(page: PdfPage) -> list[Stretch]:
    """What stands on a page, in the order of the file; text that is turned is left out."""
    text = page.get_textpage()
    try:
        found, line, space = list[Stretch](), list[_Char](), False
        for char in _chars(text):
            if char.text in " \xa0":
                space = True
                continue
            if line and _is_same(char, line[-1]):
                continue
            if line and not _goes_on(char, line[-1]):
                found += _stretch(line)
                line = []
            line += [char._replace(text=" " + char.text) if space and line else char]
            space = False
        return found + _stretch(line)
    finally:
        text.close()


def _chars(text: PdfTextPage) -> Iterator[_Char]:
    import ctypes

    from pypdfium2 import raw

    matrix, box = raw.FS_MATRIX(), raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for n in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, n)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        if raw.FPDFText_IsGenerated(text, n) == 1 or code < 32 or 0xD800 <= code < 0xE000 or code >= 0xFFFE:
            continue
        raw.FPDFText_GetMatrix(text, n, matrix)
        if abs(matrix.b) > abs(matrix.a):
            continue
        raw.FPDFText_GetLooseCharBox(text, n, box)
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        size = raw.FPDFText_GetFontSize(text, n) * math.hypot(matrix.c, matrix.d)
        if size > 0 and math.isfinite(size):
            yield _Char(chr(code), box.left, box.right, y.value, size)


def _is_same(char: _Char, last: _Char) -> bool:
    near = TWICE * char.size
    same = char.text == last.text.strip() and abs(char.base - last.base) < near
    return same and abs(char.left - last.left) < near


def _goes_on(char: _Char, last: _Char) -> bool:
    size = max(char.size, last.size)
    beside = -BACK * size < char.left - last.right < GAP * size
    return beside and abs(char.base - last.base) < SHIFT * size and size < SIZES * min(char.size, last.size)


def _stretch(line: list[_Char]) -> list[Stretch]:
    text = "".join(char.text for char in line).rstrip()
    if not text.strip():
        return []
    shown = [char for char in line if not char.text.isspace()]
    return [Stretch(text, line[0].left, shown[-1].right, line[0].base, max(char.size for char in shown))]
