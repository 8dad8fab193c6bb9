"""What is said of bytes that are no text: where they go wrong, and what to do."""

from __future__ import annotations

from newssplit.errors import DecodingError
from newssplit.files.encodings import Reading, read
from newssplit.files.mixed import Parts
from newssplit.files.places import place

CONTROLS = bytes({*range(1, 9), *range(14, 32), 127} - {26})  # 26, Ctrl-Z, ends old DOS files
NAME_IT = "if it is in another encoding, name it: --encoding NAME"
GO_ON = f"{NAME_IT}; to read it all the same: --errors replace"


def two_parts(data: bytes, parts: Parts) -> DecodingError:
    """A file that is in two encodings, one behind the other."""
    before = read(data[: parts.byte], parts.first).text
    where = place(before, len(before), parts.byte)
    problem = f"is {parts.first} before this place and {parts.second} from here on"
    return DecodingError(problem, place=where, remedy="cut it in two here")


def bad_bytes(data: bytes, error: UnicodeDecodeError) -> DecodingError:
    """Bytes that are none of the encoding."""
    found = data[error.start : max(error.end, error.start + 2)].hex(" ").upper()
    return DecodingError(f"{found} is not valid {error.encoding}", place=f"byte {error.start}", remedy=GO_ON)


def refuse_binary(data: bytes, reading: Reading) -> None:
    """Raise DecodingError for what has too many control characters."""
    wide = reading.encoding.startswith(("utf-16", "utf-32"))
    plain = reading.text.encode("utf-8", "replace") if wide else data
    controls = len(plain) - len(plain.translate(None, CONTROLS))
    if b"\0" in plain or is_binary(controls, len(plain)):
        raise binary(data)


def is_binary(controls: int, size: int) -> bool:
    """Whether so many control characters among so many bytes are those of no text."""
    return controls > 10 + size // 50


def binary(data: bytes) -> DecodingError:
    """What is no text, with the place of its first control character."""
    first = min(place for place in map(data.find, (b"\0", *(bytes([c]) for c in CONTROLS))) if place >= 0)
    return DecodingError("is binary data, not text", place=f"byte {first}", remedy="give the text of the issue")
