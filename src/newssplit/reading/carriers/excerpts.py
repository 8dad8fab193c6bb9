"""Beginnings of texts that a tool has put over the texts themselves, as a list of search results does."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.patterns import re
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


EXCERPT = "excerpt"
LEDE_RE = re.compile(r"[讯訊电電][ \u3000]|[）)】〕]")
LEDE = 40
"""Within so many characters the mark and the makers of an article end, which such a beginning may leave out."""


def take_listed_excerpts(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """The beginnings of texts below their headlines in a list of contents, wherever the texts themselves stand."""
    own = [n for n, line in enumerate(lines) if n not in chrome and not line.blank]
    begun = {n: start for at, n in enumerate(own) if (start := _start(lines[n].text)) and _is_listed(lines, own, at)}
    begins = set[str]()
    for n in own if len(begun) >= EXCERPTS else ():
        text = lines[n].text.strip()
        if n not in begun:  # one length for all, so that no text is cut as often as there are excerpts
            ends = (0, *(m.end() for m in LEDE_RE.finditer(text, 0, LEDE)))
            begins.update(text[at : at + SHORTEST] for at in ends)
    found = [n for n, start in begun.items() if start[:SHORTEST] in begins]
    if len(found) >= EXCERPTS:
        chrome.update(dict.fromkeys(begun, Found(EXCERPT, "words")))


def _is_listed(lines: Sequence[Line], own: Sequence[int], at: int) -> bool:
    """Whether the line above is an entry of a list."""
    mark = lines[own[at - 1]].mark if at else None
    return mark is not None and mark.listed


def _start(text: str) -> str:
    """How the text begins that such a line is the beginning of; empty for any other line."""
    text = text.strip()
    begun = text.rstrip(DOT) if text.endswith(DOTS) else ""
    return begun if len(begun) >= SHORTEST else ""


def take_excerpts(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """The beginnings of texts that a tool has put over them: `两男一女冒充职员……` over a text that begins so."""
    own = [n for n, line in enumerate(lines) if n not in chrome and not line.blank]
    found = list[int]()
    for at, n in enumerate(own):
        begun = _start(lines[n].text)
        below = (lines[k].text.lstrip() for k in own[at + 1 : at + 1 + BELOW])
        if begun and any(len(other) > len(lines[n].text.strip()) and other.startswith(begun) for other in below):
            found.append(n)
    if len(found) >= EXCERPTS or any((mark := lines[n].mark) is not None and mark.field for n in found):
        chrome.update(dict.fromkeys(found, Found(EXCERPT, "words")))
