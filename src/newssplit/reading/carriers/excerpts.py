"""Beginnings of texts that a tool has put over the texts themselves, as a list of search results does."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.lines import Line

DOTS, DOT = ("…", "...", "[…]", "[...]"), "….[] \u3000"
"""What stands behind the beginning of a text, and its characters."""
SHORTEST = 8
"""Such a beginning has so many characters."""
BELOW = 3
"""The text that it is from stands among so many lines below it."""
EXCERPTS = 2
"""So many of them show that a tool wrote them; one is enough in a field."""


def take_excerpts(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """The beginnings of texts that a tool has put over them: `两男一女冒充职员……` over a text that begins so."""
    own = [n for n, line in enumerate(lines) if n not in chrome and not line.blank]
    found = list[int]()
    for at, n in enumerate(own):
        text = lines[n].text.strip()
        begun = text.rstrip(DOT) if text.endswith(DOTS) else ""
        below = (lines[k].text.lstrip() for k in own[at + 1 : at + 1 + BELOW])
        if len(begun) >= SHORTEST and any(len(other) > len(text) and other.startswith(begun) for other in below):
            found.append(n)
    if len(found) >= EXCERPTS or any((mark := lines[n].mark) is not None and mark.field for n in found):
        chrome.update(dict.fromkeys(found, Found("excerpt", "words")))
