"""Files of two parts in two encodings, as `cat` makes them: where the second part begins."""

from __future__ import annotations

import codecs

from newssplit.files.encodings import Reading, read
from newssplit.files.utf16 import likely_order
from newssplit.light import NamedTuple
from newssplit.patterns import re

SINGLE = ("utf-8", "gb18030", "big5")
"""What a part may be in that is not UTF-16."""
WIDE_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NO_UTF8_RE = re.compile("[\udc80-\udcff]")


class Parts(NamedTuple):
    """Two encodings, and the byte where the second takes over."""

    first: str
    second: str
    byte: int


def marked_part(data: bytes, named: str | None = None) -> Parts | None:
    """UTF-16 with its byte order mark behind text in another encoding, or in the one that is `named`."""
    for mark, wide in WIDE_MARKS:
        at = data.find(mark, 2)
        if at > 0 and likely_order(data[at + 2 :]) == wide and _read(data[at:], wide):
            before = named or _likeliest(data[:at])
            if before and _read(data[:at], before):
                return Parts(before, wide, at)
    return None


def _likeliest(data: bytes) -> str | None:
    if b"\0" in data:
        return None
    if _read(data, "utf-8"):
        return "utf-8"
    found = {name: reading for name in SINGLE[1:] if (reading := _read(data, name)) and reading.chinese}
    return max(found, key=lambda name: found[name].share, default=None)


def utf8_part(data: bytes) -> Parts | None:
    """UTF-8 before or behind lines in another encoding."""
    text = data.decode("utf-8", "surrogateescape")
    odd = [found.start() for found in _NO_UTF8_RE.finditer(text)]
    if not odd:
        return None
    second = _bytes(text[: text.rfind("\n", 0, odd[0]) + 1])
    first = _bytes(text[: text.find("\n", odd[-1]) + 1]) if "\n" in text[odd[-1] :] else len(data)
    for name in SINGLE[1:]:
        if _chinese(data[:second], "utf-8") and _chinese(data[second:], name):
            return Parts("utf-8", name, second)
        if _chinese(data[:first], name) and _chinese(data[first:], "utf-8"):
            return Parts(name, "utf-8", first)
    return None


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _chinese(data: bytes, encoding: str) -> bool:
    reading = _read(data, encoding)
    return reading is not None and reading.chinese


def _read(data: bytes, encoding: str) -> Reading | None:
    try:
        return read(data, encoding)
    except UnicodeDecodeError:
        return None
