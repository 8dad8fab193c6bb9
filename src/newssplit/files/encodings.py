"""Bytes read as one encoding: the text, and how far it looks like Chinese.

Which encoding a file is in, `newssplit.files.decoding` decides by these readings.
"""

from __future__ import annotations

import codecs
from functools import cached_property

from newssplit.files.places import place
from newssplit.patterns import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and what they stand for."""

# What calls itself by the left name is in practice the right one, which holds all of it.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "utf-8-sig": "utf-8"}

# Rows C6 to C8 of Big5 have two layouts, with kana, Cyrillic and ringed numbers in different places.
DISPUTED_RE = re.compile(r"[ぁ-ヾЁ-ё①-⑽]")
LIKELY = "の①②③④⑤⑴⑵⑶"
DIVISION_SLASH, SLASH = "∕", "／"
"""Big5 has the slash twice; Windows reads the second one, A2 41, as a sign that no newspaper prints."""

COMMON = (
    "的一是在不了有人这這个個上中大为為和国國我以要他时時来來们們到会會年月日说說出也就地对對工作民市本报報讯訊记記者"
    "，。、：；“”「」（）《》"
)
"""The most frequent characters of the press in both scripts, and its punctuation.

Of 7,000 stretches of 200 characters in issues of 1887 to 2025, each has at least 9 % of them; read in a wrong
encoding, none has more than 3 %."""
INDENT = "\u3000"
"""The wide space says nothing: it is what a zero is in UTF-16 of the wrong byte order."""

ENOUGH_HITS, SURE_SHARE = 5, 0.1
"""A text with so many common characters, and such a share of them, is Chinese."""


class Reading:
    """A text as one encoding gives it."""

    def __init__(self, encoding: str, text: str, warning: str | None):
        self.encoding = encoding
        """Python's name."""
        self.text = text
        """Without byte order mark."""
        self.warning = warning
        """What the bytes leave open."""

    @cached_property
    def _measured(self) -> tuple[int, int]:
        return measured(self.text)

    @property
    def foreign(self) -> int:
        """Characters that are neither ASCII nor the wide space."""
        return self._measured[0]

    @property
    def hits(self) -> int:
        """Those among them that are COMMON."""
        return self._measured[1]

    @property
    def share(self) -> float:
        """The part of the foreign characters that is common Chinese, 0 to 1."""
        return self.hits / self.foreign if self.foreign else 0.0

    @property
    def chinese(self) -> bool:
        """Whether it is common Chinese beyond doubt."""
        return self.hits >= ENOUGH_HITS and self.share >= SURE_SHARE

    def warned(self, warning: str | None) -> Reading:
        """The same reading with this warning."""
        return Reading(self.encoding, self.text, warning)


def superset(encoding: str) -> str:
    """Python's name of an encoding, or of the one that holds all of it."""
    name = codecs.lookup(encoding).name
    return SUPERSETS.get(name, name)


def marked(data: bytes) -> str | None:
    """What the byte order mark in front says."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def read(data: bytes, encoding: str) -> Reading:
    """The text of all bytes; a last character that is cut is left out, with a warning.

    Raises UnicodeDecodeError for bytes that are no text in this encoding.
    """
    if encoding == "big5":
        return _big5(data)
    text, rest = _whole_characters(data, encoding)
    return _reading(text, encoding, _told_of(rest, text, data))


def read_replaced(data: bytes, encoding: str) -> Reading:
    """The text with U+FFFD for bytes that are none."""
    if encoding == "big5":
        try:
            return read(data, encoding)
        except UnicodeDecodeError:
            encoding = "big5hkscs"
    return _reading(data.decode(encoding, "replace"), encoding, None)


def measured(text: str) -> tuple[int, int]:
    """How many characters of a text are foreign, and how many of them COMMON."""
    foreign = len(text) - len(text.encode("ascii", "ignore")) - text.count(INDENT)
    return foreign, sum(map(text.count, COMMON))


def _reading(text: str, encoding: str, warning: str | None) -> Reading:
    return Reading(encoding, text.removeprefix("\ufeff"), warning)


def _whole_characters(data: bytes, encoding: str) -> tuple[str, bytes]:
    """The text, and the bytes at the end that begin a character and do not end it."""
    decoder = codecs.getincrementaldecoder(encoding)()
    text = decoder.decode(data)
    return text, decoder.getstate()[0]


def _told_of(rest: bytes, text: str, data: bytes) -> str | None:
    if not rest:
        return None
    where = place(text, len(text), len(data) - len(rest))
    return f"its last character is cut: {rest.hex(' ').upper()} left out, at {where}"


def _big5(data: bytes) -> Reading:
    """Big5 as Windows has it, or as Hong Kong has it where the former does not hold the text."""
    try:
        windows, rest = _whole_characters(data, "cp950")
    except UnicodeDecodeError:
        text, rest = _whole_characters(data, "big5hkscs")
        return _reading(text, "big5hkscs", _told_of(rest, text, data))
    windows = windows.replace(DIVISION_SLASH, SLASH)
    if not DISPUTED_RE.search(windows):
        return _reading(windows, "cp950", _told_of(rest, windows, data))
    readings = {"big5hkscs": data.decode("big5hkscs", "replace"), "cp950": windows}
    chosen, other = sorted(readings, key=lambda name: -sum(map(readings[name].count, LIKELY)))
    doubt = f"two layouts of Big5 differ in its ringed numbers or kana: read as {chosen}, could be --encoding {other}"
    return _reading(readings[chosen], chosen, doubt)
