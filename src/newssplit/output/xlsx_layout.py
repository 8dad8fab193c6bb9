"""How the sheets of an Excel workbook look: widths, heights, styles, and words in the user's language."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from newssplit.output.record import Record

WIDTH = 12
"""Of a column, in digits of the usual font; a Chinese character is two wide."""
WIDTHS = {
    **dict.fromkeys(("key", "order", "page", "n", "article", "chars", "confidence", "crosshead", "crossheads"), 7),
    **dict.fromkeys(("start", "end", "first_line", "last_line", "continues_on", "continued_from", "low_confidence"), 9),
    **dict.fromkeys(("id", "duplicate_of", "story", "newspaper", "section", "name"), 18),
    **dict.fromkeys(("source", "sources", "kicker", "subheadline", "dateline", "byline", "byline_titles", "title"), 26),
    "headline": 40,
    "paragraphs": 80,
    "text": 100,
}
LINE, HIGHEST = 15, 409
"""Points: the height of a line, and of the highest row that Excel knows."""
FOLDED = 3
"""Lines of an article that are seen, whatever the length of its text."""

_TOP = {"valign": "top", "text_wrap": True}
STYLES: dict[str, dict[str, Any]] = {
    "header": {"bold": True, "bg_color": "#DDE6F0", "bottom": 1, "valign": "vcenter", "text_wrap": True},
    "text": _TOP,
    "like a formula": {**_TOP, "quote_prefix": True},
    "date": {**_TOP, "num_format": "yyyy-mm-dd", "align": "left"},
    "per cent": {**_TOP, "num_format": "0%"},
}


def height_of(sheet: str, row: Record) -> float:
    """The height of a row, in points. LibreOffice does not measure rows when it opens a file, as Excel does."""
    if sheet == "paragraphs":
        text: str = row["text"]
        width = len(text) + sum(c > "\u2e7f" for c in text)
        lines = ceil(1.1 * width / WIDTHS["text"])  # fonts differ: rather a line too many
        return min(LINE * max(lines, 1), HIGHEST)
    return LINE * (FOLDED if sheet == "articles" else 1)


def in_words(record: Record, words: Mapping[str, str]) -> Record:
    """The record with its kind and its people's roles in the user's language."""
    people = [{**p, "role": p["role"] and words.get(f"role {p['role']}", p["role"])} for p in record["byline"]]
    return {**record, "kind": words.get(record["kind"], record["kind"]), "byline": people}
