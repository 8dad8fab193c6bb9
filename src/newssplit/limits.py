"""How much the program takes of anything: bounds that no newspaper comes near, and that end what has no end."""

from __future__ import annotations

MEGABYTE = 1 << 20
UNITS = {"": 1, "K": 1 << 10, "M": MEGABYTE, "G": 1 << 30}

LARGEST_INPUT = 2 << 30
"""Bytes of one input, unpacked. An issue has some hundred thousand; to split takes twelve bytes of memory for each."""

LARGEST_PROFILE = 1 << 20
"""Bytes of a profile."""
MOST_WORDS = 5_000
"""Words that a profile adds and removes; the vocabulary has 1,900. Some become a pattern, which takes its time."""
LONGEST_WORD = 100
"""Characters of a word in a profile."""
DEEPEST = 20
"""Parts of a key in a profile, which has three at most."""
LARGEST_STORE = 8 << 20
"""Bytes of the store of patterns in the user's cache folder. That of a page has 0.4 million, each profile adds some."""
MOST_MISTAKES = 100
"""Mistakes in a profile that are told at once."""

DEEPEST_PACKED = 3
"""Files packed within files, `.gz` in `.gz`."""
LARGEST_PACKED_DOCUMENT = 256 << 20
"""Bytes of the XML within a DOCX document. A book has some million."""
MOST_PAGES = 5_000
"""Pages of a PDF file."""
MOST_STRETCHES = 10_000
"""Stretches of text on a page of a PDF that are put in order; a large page of a newspaper has two thousand."""


def amount(size: int) -> str:
    """A number of bytes in the largest unit that divides it: `2G`."""
    unit, factor = max(((u, f) for u, f in UNITS.items() if size % f == 0), key=lambda pair: pair[1])
    return f"{size // factor}{unit}" if unit else f"{size} bytes"
