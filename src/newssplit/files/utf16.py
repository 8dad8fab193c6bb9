"""UTF-16 without a byte order mark: which of two bytes comes first."""

from __future__ import annotations

ORDERS = ("utf-16-le", "utf-16-be")

HIGH_BYTES = bytes(
    [0x00, 0x20, 0x21, 0x22, 0x24, 0x25, 0x26, 0x30, 0x32, 0x33, *range(0x4E, 0xA0), 0xFE, 0xFF],
)
"""The high bytes of what a Chinese page is made of: ASCII, signs, Chinese, full-width forms.

In the right order nearly all units have one of them. In the wrong order the low bytes stand there, and those of
Chinese are spread evenly: six in ten have none."""
MOST_STRANGE = 0.3
"""A greater share of other units is no Chinese in UTF-16."""


def likely_order(data: bytes) -> str | None:
    """The likelier order of bytes that may be UTF-16; None where they cannot be Chinese in either."""
    if len(data) < 2:
        return None
    strange, _, order = min((_strange(data, order), -_ascii(data, order), order) for order in ORDERS)
    return order if strange <= MOST_STRANGE else None


def _strange(data: bytes, order: str) -> float:
    """The share of units with a high byte that hardly any unit of a Chinese page has."""
    high = data[order == "utf-16-le" :: 2]
    return len(high.translate(None, HIGH_BYTES)) / len(high)


def _ascii(data: bytes, order: str) -> int:
    return data[order == "utf-16-le" :: 2].count(0)
