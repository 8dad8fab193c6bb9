"""Beginnings of texts that a tool has put over the texts themselves, as a list of search results does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newssplit.patterns import re
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import TEXT
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
WORD_RE = re.compile(r"[^\W\d_]{2}")
"""A title has words: `……………1` has none."""
LINK_RE = re.compile(r"\s{0,4}[（(\[【][^（()）\[\]【】]{2,8}[)）\]】]$")
CLOSERS = ")）]】"
"""What leads from such a beginning to the text: `（詳見內文）`."""
DAY_RE = re.compile(r"^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,4}[…·.—-]{0,3}\s{0,4}")
"""The day that a search engine writes before it: `2019年12月18日 … `."""
LEDE_RE = re.compile(r"[讯訊电電][ \u3000]|[）)】〕]")
LEDE = 40
"""Within so many characters the mark and the makers of an article end, which such a beginning may leave out."""


def take_listed_excerpts(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """The beginnings of texts below their headlines in a list of contents, wherever the texts themselves stand, and
    these headlines in it."""
    own = [n for n, line in enumerate(lines) if n not in chrome and not line.blank]
    begun = {at: start for at, n in enumerate(own) if (start := _start(lines[n].text))}
    if len(begun) < EXCERPTS:
        return
    titles = (lines[n].text.strip() for n in own if len(lines[n].text) <= TEXT)
    times = Counter(title for title in titles if WORD_RE.search(title))
    listed = {at for at in begun if _is_listed(lines, own, at)}
    again = {at for at in begun if at and times[lines[own[at - 1]].text.strip()] > 1 and at - 1 not in begun} - listed
    begun = {at: start for at, start in begun.items() if at in again or at in listed}
    begins = set[str]()
    for at, n in enumerate(own) if len(begun) >= EXCERPTS else ():
        if at not in begun:  # one length for all, so that no text is cut as often as there are excerpts
            begins.update(begin[:SHORTEST] for begin in _begins(lines[n].text.strip(), SHORTEST))
    found = [at for at, start in begun.items() if start[:SHORTEST] in begins]
    if len(found) >= EXCERPTS:
        places = (*begun, *(at - 1 for at in again & begun.keys()))
        chrome.update(dict.fromkeys((own[at] for at in places), Found(EXCERPT, "words")))


def _is_listed(lines: Sequence[Line], own: Sequence[int], at: int) -> bool:
    """Whether the line above is an entry of a list."""
    mark = lines[own[at - 1]].mark if at else None
    return mark is not None and mark.listed


def _begins(text: str, size: int) -> Iterator[str]:
    """So many characters of a text from its beginning on, and from where the marks and makers that open it end."""
    for at in (0, *(m.end() for m in LEDE_RE.finditer(text, 0, LEDE))):
        yield text[at : at + size]


def _start(text: str) -> str:
    """How the text begins that such a line is the beginning of, without the day before it and the link behind it; empty
    for any other line."""
    text = LINK_RE.sub("", text.strip()) if text.rstrip()[-1:] in CLOSERS else text.strip()
    begun = DAY_RE.sub("", text).strip(DOT) if text.endswith(DOTS) else ""
    return begun if len(begun) >= SHORTEST else ""


def take_excerpts(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """The beginnings of texts that a tool has put over them: `两男一女冒充职员……` over a text that begins so."""
    own = [n for n, line in enumerate(lines) if n not in chrome and not line.blank]
    found = list[int]()
    for at, n in enumerate(own):
        begun = _start(lines[n].text)
        below = (lines[k].text.lstrip() for k in own[at + 1 : at + 1 + BELOW]) if begun else ()
        longer = (text for text in below if len(text) > len(begun))
        if begun and any(begin == begun for text in longer for begin in _begins(text, len(begun))):
            found.append(n)
    if len(found) >= EXCERPTS or any((mark := lines[n].mark) is not None and mark.field for n in found):
        chrome.update(dict.fromkeys(found, Found(EXCERPT, "words")))
