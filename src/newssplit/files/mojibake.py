"""UTF-8 that was read in another encoding (乱码): by whoever saved the file, or just now, if a part of it is UTF-8.

It is found by writing the text in the encoding that it may have been read in: then the bytes are UTF-8 again. UTF-8 has
a form of its own (RFC 3629, section 3), so a run of characters in it is none by chance. ftfy (R. Speer,
doi:10.5281/zenodo.2591652) undoes mojibake by the same test.
"""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.light import NamedTuple
from newssplit.patterns import re

READ_AS = ("gb18030", "cp950", "cp1252")
"""What UTF-8 is taken for by mistake: by Windows in the mainland, in Taiwan, in the West."""

_REST = rb"[\x80-\xbf?]"  # ? for what the wrong encoding has no character for: most of it in Big5
_FORMS = rb"[\xe4-\xe9]%b{2}|\xe3[\x80-\x83]%b|\xef[\xbc\xbd]%b|\xef\xbf\xbd|\xe2\x80%b" % ((_REST,) * 4)
LONG_RUN = 4
"""Characters of UTF-8 in a row that are none by chance. In issues of 4 million characters no two stand in a row when
they are written in GB18030, and no three in Big5."""
RUN_RE = re.compile(rb"(?:%b){%d,}" % (_FORMS, LONG_RUN))
"""Han, kana, full-width forms, U+FFFD and quotes in UTF-8."""
_SHAPE = bytes(76 if c in range(0xE2, 0xF0) else 67 if c in b"?" or c in range(0x80, 0xC0) else 79 for c in range(256))
"""What each byte may be: L, which leads a character of three bytes, C, which continues it, or O for others."""
_WESTERN = "äåæçèé"
"""What E4 to E9 are in Latin-1: without any of them nothing was read as cp1252."""

LOST = {"锟斤拷": "gb18030", "嚙踝蕭": "cp950", "ï¿½ï¿½": "cp1252"}
"""What two U+FFFD become in each of these encodings: 锟斤拷, 嚙踝蕭, ï¿½ï¿½. What stood there is gone for good."""


class Misread(NamedTuple):
    """UTF-8 that stands in a text as another encoding gives it."""

    read_as: str
    characters: int
    """Characters of UTF-8, about."""
    first: int
    """Where the first stands in the text."""
    last: int
    """Where the last stands, about."""


def misread(text: str) -> Misread | None:
    """The UTF-8 in a text that was read as something else; None where there is none."""
    for name in READ_AS:
        if name == "cp1252" and not any(letter in text for letter in _WESTERN):
            continue
        written = text.encode(name, "replace")
        if b"LCC" * LONG_RUN not in written.translate(_SHAPE):  # a tenth of the time of the pattern
            continue
        if runs := [run.span() for run in RUN_RE.finditer(written)]:
            count = sum(end - start for start, end in runs) // 3
            index, last = (len(written[:at].decode(name, "ignore")) for at in (runs[0][0], runs[-1][1] - 1))
            return Misread(name, count, index, last)
    return None


def lost(text: str) -> Iterator[tuple[str, int]]:
    """The signs in a text that characters were lost, each with where it first stands."""
    for sign in LOST:
        if (index := text.find(sign)) >= 0:
            yield sign, index
