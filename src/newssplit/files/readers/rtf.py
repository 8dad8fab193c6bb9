"""RTF documents, by striprtf: their text, a line per paragraph. What is set large or bold is not told apart."""

from __future__ import annotations

import re

from newssplit.errors import DecodingError
from newssplit.files.readers.reader import Decode, ReadText, tidy

CODEPAGE_RE = re.compile(rb"\\ansicpg(\d{3,5})")
BARE = "gb18030"
"""What the bytes of a document are that names no code page."""


def read(data: bytes, decode: Decode) -> ReadText:
    """The text of a document. Raises DecodingError."""
    from striprtf.striprtf import rtf_to_text

    m = CODEPAGE_RE.search(data[:4096])
    encoding = f"cp{int(m[1])}" if m else BARE
    try:
        text = rtf_to_text(data.decode("latin-1"), encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise DecodingError(f"cannot be read as RTF: {error}", remedy="save it as text first") from None
    return ReadText(tidy(text.replace("\r", "\n").split("\n")), f"rtf, {encoding}")
