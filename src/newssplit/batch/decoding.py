"""Bytes to text: which encoding a whole file is in, and no wrong guess that passes in silence.

UTF-8 proves itself: other text is practically never valid UTF-8. GB18030, Big5 and UTF-16 do not; their
bytes often decode as one another. So each that decodes the whole file is asked how much of it is
common Chinese: a fifth or more in the right encoding, less than a hundredth in a wrong one.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from newssplit.errors import DecodingError

CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
"""What is tried, in this order where nothing else decides."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What calls itself by the left name is in practice the right one, which holds all of it.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "utf-8-sig": "utf-8"}

# Rows C6 to C8 of Big5 have two layouts, with kana, Cyrillic and ringed numbers in different places.
DISPUTED_RE = re.compile(r"[ぁ-ヾЁ-ё①-⑽]")
LIKELY = "の①②③④⑤⑴⑵⑶"
DIVISION_SLASH = "∕"
"""Big5 has the slash twice; Windows reads the second one, A2 41, as a sign that no newspaper prints."""

COMMON = (
    "的一是在不了有人这這个個上中大为為和国國我以要他时時来來们們到会會年月日说說出也就地对對工作民市本报報讯訊记記者"
    "，。、：；“”「」（）《》\u3000"
)
"""The most frequent characters of the press in both scripts, and its punctuation."""

ENOUGH_HITS, SURE_SHARE, SURE_LEAD = 5, 0.1, 4
HOPELESS_SHARE, LONG = 0.02, 200
CHINESE_IN_UTF8_RE = re.compile(rb"[\xe3-\xf4]")
CONTROLS = bytes({*range(1, 9), *range(14, 32), 127} - {26})  # 26, Ctrl-Z, ends old DOS files

NAME_IT = "if it is in another encoding, name it: --encoding NAME"
GO_ON = f"{NAME_IT}; to read it all the same: --errors replace"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how it was had."""

    text: str
    """Without byte order mark."""
    encoding: str
    """The encoding that it was read as, by Python's name for it."""
    warning: str | None = None
    """What the user should know: a choice that the bytes alone do not settle, replaced bytes."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as one encoding gives it, and how far it looks like Chinese."""

    encoding: str
    text: str
    foreign: int
    """Characters that are not ASCII."""
    hits: int
    """Those among them that are COMMON."""
    warning: str | None

    @property
    def share(self) -> float:
        return self.hits / self.foreign if self.foreign else 0.0


def decode(data: bytes, encoding: str | None = None, errors: str = "strict", path: str | None = None) -> Decoded:
    """The text of a whole file.

    `encoding` is taken at its word, None finds out. `errors` is `strict` or `replace`: U+FFFD where
    bytes are no text, and a warning with their number. Raises DecodingError, with the offset in
    bytes where there is one, for bytes that are no text or fit no encoding; `path` is for its message.
    """
    named = _superset(encoding) if encoding else _marked(data)
    try:
        decoded = _as_named(data, named) if named else _found(data)
        _refuse_binary(data, decoded)
    except DecodingError as error:
        if errors == "strict":
            raise DecodingError(error.problem, path=path, place=error.place, remedy=error.remedy) from None
        return _replaced(data, (named,) if named else CANDIDATES)
    return decoded


def is_blank(text: str) -> bool:
    """Whether nothing is in the text but spaces; it may be large, so it is not copied for that."""
    return not text or text.isspace()


def _superset(encoding: str) -> str:
    name = codecs.lookup(encoding).name
    return SUPERSETS.get(name, name)


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def _as_named(data: bytes, encoding: str) -> Decoded:
    try:
        reading = _read(data, encoding, "strict")
    except UnicodeDecodeError as error:
        raise _bad_bytes(data, error) from None
    odd = reading.foreign >= LONG and reading.share < HOPELESS_SHARE
    doubt = f"read as {encoding}, it does not look like Chinese" if odd else None
    return Decoded(reading.text, reading.encoding, reading.warning or doubt)


def _decoded(data: bytes, encoding: str, errors: str) -> Decoded:
    if encoding == "big5":
        return _big5(data, errors)
    return Decoded(data.decode(encoding, errors).removeprefix("\ufeff"), encoding)


def _big5(data: bytes, errors: str) -> Decoded:
    """Big5 as Windows has it, or as Hong Kong has it where the former does not hold the text."""
    try:
        windows = data.decode("cp950").replace(DIVISION_SLASH, "／")
    except UnicodeDecodeError:
        return Decoded(data.decode("big5hkscs", errors), "big5hkscs")
    if not DISPUTED_RE.search(windows):
        return Decoded(windows, "cp950")
    readings = {"big5hkscs": data.decode("big5hkscs", "replace"), "cp950": windows}
    chosen, other = sorted(readings, key=lambda name: -sum(map(readings[name].count, LIKELY)))
    doubt = f"two layouts of Big5 differ in its ringed numbers or kana: read as {chosen}, could be --encoding {other}"
    return Decoded(readings[chosen], chosen, doubt)


def _found(data: bytes) -> Decoded:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _likeliest(data)
    if CHINESE_IN_UTF8_RE.search(data) or is_blank(text):
        return Decoded(text, "utf-8")
    readings = _strict_readings(data)  # a few words in another encoding may happen to be valid UTF-8
    if "\0" in text and not readings:
        raise _binary(data)
    if sure := _sure(readings):
        return Decoded(sure.text, sure.encoding, sure.warning)
    if "\0" in text:
        return Decoded(readings[0].text, readings[0].encoding, _doubt(readings))
    return Decoded(text, "utf-8", f"there is no Chinese in it, read as utf-8; {NAME_IT}")


def _likeliest(data: bytes) -> Decoded:
    readings = _strict_readings(data)
    if sure := _sure(readings):
        return Decoded(sure.text, sure.encoding, sure.warning)
    damaged = _best([_read(data, name, "replace") for name in CANDIDATES])
    if not readings or (_chinese(damaged) and "\ufffd" in damaged.text):
        raise _refusal(data, damaged)
    best = readings[0]
    if best.foreign >= LONG and best.share < HOPELESS_SHARE:
        raise DecodingError("is in no encoding that newssplit knows", remedy=GO_ON)
    return Decoded(best.text, best.encoding, _doubt(readings))


def _strict_readings(data: bytes) -> list[_Reading]:
    """All readings without an error or a NUL, the likeliest first; UTF-8 is no longer among them."""
    readings = []
    for encoding in CANDIDATES[1:]:
        try:
            reading = _read(data, encoding, "strict")
        except UnicodeDecodeError:
            continue
        if "\0" not in reading.text:
            readings.append(reading)
    return sorted(readings, key=lambda reading: (-reading.share, reading.foreign))


def _sure(readings: list[_Reading]) -> _Reading | None:
    """The first, if it is common Chinese and the others are much less so."""
    if not readings or not _chinese(readings[0]):
        return None
    ahead = len(readings) == 1 or readings[0].share >= SURE_LEAD * readings[1].share
    return readings[0] if ahead else None


def _chinese(reading: _Reading) -> bool:
    return reading.hits >= ENOUGH_HITS and reading.share >= SURE_SHARE


def _read(data: bytes, encoding: str, errors: str) -> _Reading:
    decoded = _decoded(data, encoding, errors)
    foreign = len(decoded.text) - len(decoded.text.encode("ascii", "ignore"))
    return _Reading(decoded.encoding, decoded.text, foreign, sum(map(decoded.text.count, COMMON)), decoded.warning)


def _best(readings: list[_Reading]) -> _Reading:
    return max(readings, key=lambda reading: reading.share)


def _doubt(readings: list[_Reading]) -> str:
    others = ", ".join(reading.encoding for reading in readings[1:])
    also = f", but it might be {others}" if others else ""
    return f"too little common Chinese to tell its encoding: read as {readings[0].encoding}{also}; {NAME_IT}"


def _refusal(data: bytes, likeliest: _Reading) -> DecodingError:
    """What to say of bytes that nothing decodes; the likeliest encoding tells where they go wrong."""
    if b"\0" in data:
        return _binary(data)
    try:
        data.decode(likeliest.encoding)
    except UnicodeDecodeError as error:
        return _bad_bytes(data, error)
    return DecodingError("is in no encoding that newssplit knows", remedy=GO_ON)


def _bad_bytes(data: bytes, error: UnicodeDecodeError) -> DecodingError:
    found = data[error.start : max(error.end, error.start + 2)].hex(" ").upper()
    return DecodingError(f"{found} is no {error.encoding}", place=f"byte {error.start}", remedy=GO_ON)


def _refuse_binary(data: bytes, decoded: Decoded) -> None:
    wide = decoded.encoding.startswith(("utf-16", "utf-32"))
    plain = decoded.text.encode("utf-8", "replace") if wide else data
    controls = len(plain) - len(plain.translate(None, CONTROLS))
    if b"\0" in plain or controls > 10 + len(plain) // 50:
        raise _binary(data)


def _binary(data: bytes) -> DecodingError:
    first = min(place for place in map(data.find, (b"\0", *(bytes([c]) for c in CONTROLS))) if place >= 0)
    return DecodingError("is no text but binary data", place=f"byte {first}", remedy="give the text of the issue")


def _replaced(data: bytes, encodings: tuple[str, ...]) -> Decoded:
    best = _best([_read(data, name, "replace") for name in encodings])
    text = best.text.replace("\0", "\ufffd")
    lost = text.count("\ufffd")
    return Decoded(text, best.encoding, f"U+FFFD stands {lost} times for bytes that are no {best.encoding}")
