"""Bytes to text: which encoding a whole file is in, and no wrong guess that passes in silence.

UTF-8 proves itself: other text is practically never valid UTF-8. GB18030, Big5 and UTF-16 do not; their
bytes often decode as one another. So each that decodes the whole file is asked how much of it is
common Chinese: a fifth or more in the right encoding, less than a hundredth in a wrong one.
What is read is looked through for stretches that the encoding does not fit, and what is no dump at all
(a PDF, a page of HTML) says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.errors import DecodingError
from newssplit.files.encodings import ENOUGH_HITS, MARKS, Reading, marked, read, read_replaced, superset
from newssplit.files.kinds import kind_of_bytes, kind_of_text, no_dump
from newssplit.files.mixed import marked_part, utf8_part
from newssplit.files.oddities import oddities
from newssplit.files.refusals import CONTROLS, GO_ON, NAME_IT, bad_bytes, binary, refuse_binary, two_parts
from newssplit.files.stretches import rare_share
from newssplit.files.utf16 import ORDERS, likely_order
from newssplit.light import NamedTuple
from newssplit.patterns import re

SINGLE = ("gb18030", "big5")
CANDIDATES = ("utf-8", *SINGLE, *ORDERS)
"""What is tried, in this order where nothing else decides."""

SURE_LEAD = 4
"""How many times the common Chinese of the next reading the first must have."""
HOPELESS_SHARE, LONG = 0.02, 200
CHINESE_RE = re.compile("[\u3000-\U0010ffff]")
MOST_RARE = 0.5
"""ASCII with NULs in it, taken for UTF-16, gives more rare characters than this."""
KANA_RE = re.compile("[\u3041-\u30fa]")
JAPANESE_SHARE, ENOUGH_KANA = 0.2, 20

STRETCH = 1 << 18
"""Characters of a slice."""


class Decoded(NamedTuple):
    """A file's text, and how it was had."""

    text: str
    """Without byte order mark."""
    encoding: str
    """The encoding that it was read as, by Python's name for it."""
    warning: str | None = None
    """What the user should know, parted by `; `: a choice that the bytes alone do not settle, replaced bytes,
    stretches that are hardly Chinese."""

    def stretches(self) -> Iterator[str]:
        """The text in slices."""
        return (self.text[at : at + STRETCH] for at in range(0, len(self.text), STRETCH))


def decode(
    data: bytes, encoding: str | None = None, errors: str = "strict", path: str | None = None, dump: bool = True
) -> Decoded:
    """The text of a whole file, which is a dump unless `dump` says that it may be the source of a page.

    `encoding` is taken at its word, None finds out. `errors` is `strict` or `replace`: U+FFFD where
    bytes are no text, and a warning with their number. Raises DecodingError, with the offset in
    bytes where there is one, for bytes that are no text or fit no encoding, and for files of a kind that
    is no dump; `path` is for its message.
    """
    named = _in_order(superset(encoding), data) if encoding else marked(data)
    try:
        return _decoded(data, named, dump)
    except DecodingError as error:
        if errors == "strict":
            raise DecodingError(error.problem, path=path, place=error.place, remedy=error.remedy) from None
        return _replaced(data, (named,) if named else CANDIDATES, error.problem)


def _in_order(named: str, data: bytes) -> str:
    """UTF-16 and UTF-32 with their order of bytes, by their mark, or by what is likelier."""
    if named not in ("utf-16", "utf-32"):
        return named
    order = likely_order(data) if named == "utf-16" else None
    return marked(data) or order or f"{named}-le"


def sure_encoding(head: bytes, named: str | None = None) -> str | None:
    """The encoding that the beginning of a text, some megabytes of it, is in beyond doubt, by Python's name.

    None where a doubt is left, and where it is no text of a dump. `named` is taken at its word."""
    named = _in_order(superset(named), head) if named else marked(head)
    if kind_of_bytes(head):
        return None
    try:
        reading = _as_named(head, named) if named else _found(head)
        refuse_binary(head, reading)
    except DecodingError:
        return None
    return None if reading.warning or kind_of_text(reading.text) else reading.encoding


def is_blank(text: str) -> bool:
    """Whether nothing is in the text but spaces; it may be large, so it is not copied for that."""
    return not text or text.isspace()


def _decoded(data: bytes, named: str | None, dump: bool) -> Decoded:
    if kind := kind_of_bytes(data):
        raise no_dump(kind)
    reading = _as_named(data, named) if named else _found(data)
    refuse_binary(data, reading)
    if dump and (kind := kind_of_text(reading.text)):
        raise no_dump(kind)
    mark = next((len(mark) for mark, _ in MARKS if data.startswith(mark)), 0)
    return _told(reading, oddities(reading.text, reading.encoding, mark))


def _told(reading: Reading, more: list[str]) -> Decoded:
    warnings = [*([reading.warning] if reading.warning else []), *more]
    return Decoded(reading.text, reading.encoding, "; ".join(warnings) or None)


def _as_named(data: bytes, encoding: str) -> Reading:
    try:
        reading = read(data, encoding)
    except UnicodeDecodeError as error:
        parts = marked_part(data, encoding)
        raise two_parts(data, parts) if parts else bad_bytes(data, error) from None
    odd = reading.foreign >= LONG and reading.share < HOPELESS_SHARE
    doubt = f"read as {encoding}, it does not look like Chinese" if odd else None
    return reading.warned(reading.warning or doubt)


def _found(data: bytes) -> Reading:
    try:
        reading = read(data, "utf-8")
    except UnicodeDecodeError:
        return _likeliest(data)
    some = CHINESE_RE.search(reading.text)
    chance = data != data.translate(None, CONTROLS) and reading.foreign < ENOUGH_HITS
    if (some and not chance) or is_blank(reading.text):
        return reading
    readings = _strict_readings(data)  # a few words in another encoding may happen to be valid UTF-8
    if sure := _sure(readings):
        return sure
    if b"\0" in data:
        if not readings or readings[0].warning or rare_share(readings[0].text) >= MOST_RARE:
            raise binary(data)
        return readings[0].warned(_doubt(readings))
    none = f"there is no Chinese in it, read as utf-8; {NAME_IT}"
    return reading.warned(_doubt([reading, *readings]) if some else none)


def _likeliest(data: bytes) -> Reading:
    if parts := marked_part(data):
        raise two_parts(data, parts)
    readings = _strict_readings(data)
    if _is_japanese(data, readings):
        raise DecodingError("is Japanese (euc_jp), not Chinese", remedy="to read it all the same: --encoding euc_jp")
    if sure := _sure(readings):
        return sure
    damaged = _best([read_replaced(data, name) for name in CANDIDATES])
    if not readings or (damaged.chinese and "\ufffd" in damaged.text):
        raise _refusal(data, damaged)
    best = readings[0]
    if best.encoding in SINGLE and best.foreign >= LONG and best.share < HOPELESS_SHARE:
        raise DecodingError("is in no encoding that newssplit knows", remedy=GO_ON)
    return best.warned(_doubt(readings))


def _strict_readings(data: bytes) -> list[Reading]:
    """All readings without an error or a NUL, the likeliest first; UTF-8 is no longer among them."""
    readings = []
    order = likely_order(data)
    for encoding in (*SINGLE, *([order] if order else [])):
        try:
            reading = read(data, encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in reading.text:
            readings.append(reading)
    return sorted(readings, key=lambda reading: (-reading.share, reading.foreign))


def _sure(readings: list[Reading]) -> Reading | None:
    """The first, if it is common Chinese and the others are much less so."""
    if not readings or not readings[0].chinese:
        return None
    ahead = len(readings) == 1 or readings[0].share >= SURE_LEAD * readings[1].share
    return readings[0] if ahead else None


# Kana have the same bytes in EUC-JP as in GB18030, which takes its Chinese characters for other ones.
def _is_japanese(data: bytes, readings: list[Reading]) -> bool:
    mainland = next((reading for reading in readings if reading.encoding == "gb18030"), None)
    if not mainland or len(KANA_RE.findall(mainland.text)) < max(ENOUGH_KANA, JAPANESE_SHARE * mainland.foreign):
        return False
    try:
        read(data, "euc_jp")
    except UnicodeDecodeError:
        return False
    return True


def _best(readings: list[Reading]) -> Reading:
    return max(readings, key=lambda reading: reading.share)


def _doubt(readings: list[Reading]) -> str:
    others = ", ".join(reading.encoding for reading in readings[1:])
    also = f", but it might be {others}" if others else ""
    return f"too little common Chinese to tell its encoding: read as {readings[0].encoding}{also}; {NAME_IT}"


def _refusal(data: bytes, likeliest: Reading) -> DecodingError:
    """What to say of bytes that nothing decodes; the likeliest encoding tells where they go wrong."""
    if b"\0" in data:
        return binary(data)
    if parts := utf8_part(data):
        return two_parts(data, parts)
    try:
        data.decode(likeliest.encoding)
    except UnicodeDecodeError as error:
        return bad_bytes(data, error)
    return DecodingError("is in no encoding that newssplit knows", remedy=GO_ON)


def _replaced(data: bytes, encodings: tuple[str, ...], problem: str) -> Decoded:
    best = _best([read_replaced(data, name) for name in encodings])
    text = best.text.replace("\0", "\ufffd")
    lost = text.count("\ufffd")
    told = f"U+FFFD stands {lost} times for bytes that are not valid {best.encoding}"
    is_kind = bool(kind_of_bytes(data) or kind_of_text(text))
    warnings = [*([problem] if is_kind or not lost else []), *([told] if lost else [])]
    return Decoded(text, best.encoding, "; ".join([*warnings, *oddities(text, best.encoding, None)]))
