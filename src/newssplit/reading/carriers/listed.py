"""What tools that are known by name put below a text: titles of other texts, and remarks behind the last one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.described import carriers as described_carriers
from newssplit.reading.carriers.described import described_line
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import TEXT
from newssplit.reading.lines import Line

TITLES, REMARKS = 8, 16
"""So many titles a list has at most, and so many lines stand in the remarks behind the last text."""
HEAD_RE = re.compile(r"^[^\w]{0,6}(\w{1,8}[：:]).*")
"""The word that such remarks begin with on the same line."""
LIST = " lists"
"""How the sort of a line ends that stands over such titles, see `KnownLine`."""


def take_titles_below(
    lines: Sequence[Line], chrome: dict[int, Found], said: Mapping[int, Page], lexicon: Lexicon
) -> None:
    """The block of short lines below one that a carrier describes as what stands over titles; `said` is what the
    carrier's lines say of pages: below the title of the next text stands when it was sent."""
    heads = [n for n, found in chrome.items() if found.key.endswith(LIST)]
    for above in (*heads, *_amid(lines, chrome, lexicon)):
        titles = _block(lines, chrome, above + 1)
        if titles and len(titles) <= TITLES and not _stands_over_date(lines, titles[-1], said):
            chrome |= dict.fromkeys((above, *titles), Found("titles", "words"))


def _amid(lines: Sequence[Line], chrome: Container[int], lexicon: Lexicon) -> Iterator[int]:
    """Lines that say that other texts are named, over a few short ones up to one of the carrier's, below another of
    the carrier's or several times in the dump."""
    words = lexicon.wordset("furniture", "related")
    full = [n for n, line in enumerate(lines) if not line.blank]
    found = {n: above for above, n in pairwise(full) if n not in chrome and _named(lines[n].text) in words}
    for n, above in found.items():
        titles = _block(lines, chrome, n + 1)
        below = next((k for k in range(titles[-1] + 1, len(lines)) if not lines[k].blank), n) if titles else n
        if below in chrome and (above in chrome or len(found) > 1):
            yield n


def _named(text: str) -> str:
    return fold(text).strip(" ：:")


def take_links(lines: Sequence[Line], chrome: dict[int, Found], lexicon: Lexicon) -> None:
    """Links to other texts below what a site calls them, `延伸閱讀：`, or on its line, and the word itself."""
    words = lexicon.words("furniture", "related")
    above = -1
    """The last line that is no link, but for blank ones."""
    for n, line in enumerate(lines):
        if line.mark is None or not line.mark.linked:
            above = above if line.blank else n
        elif above >= 0 and fold(lines[above].text).strip(" >：:") in words:
            chrome |= dict.fromkeys((above, n), Found("links", "words"))
        elif fold(line.text).lstrip().startswith(words):
            chrome[n] = Found("links", "words")


def _block(lines: Sequence[Line], chrome: Container[int], start: int) -> Sequence[int]:
    """Lines up to a blank one or one of the carrier's, or one more than a list has; none where one is a sentence."""
    begin = start + (start < len(lines) and lines[start].blank)
    last = min(begin + TITLES + 1, len(lines))
    end = next((n for n in range(begin, last) if lines[n].blank or n in chrome), last)
    sentences = any("。" in line.text or len(line.text) > TEXT for line in lines[begin:end])
    return () if sentences else range(begin, end)


def _stands_over_date(lines: Sequence[Line], n: int, said: Mapping[int, Page]) -> bool:
    """Whether the next line that is not blank says a day."""
    below = next((k for k in range(n + 1, len(lines)) if not lines[k].blank), n)
    return below in said and said[below].date is not None


def take_remarks(lines: Sequence[Line], chrome: dict[int, Found], lexicon: Lexicon) -> None:
    """What stands below a heading that a carrier writes behind the last text: `搜索摘要`, or, where the dump has other
    lines of this carrier, `轉錄說明：`."""
    carriers = {found.key.partition(" ")[0] for found in chrome.values()}
    closing = {fold(line) for carrier in described_carriers(lexicon) for line in carrier.last if line.isalnum()}
    full = [n for n, line in enumerate(lines) if not line.blank]
    for at, n in enumerate(full[-REMARKS:], max(0, len(full) - REMARKS)):
        above = full[at - 1] if at else n
        text = lines[n].text.strip()
        ruled = above in chrome and chrome[above].sort == "rule"
        alone = fold(text) in closing
        if ruled:
            text = HEAD_RE.sub(r"\1", text)  # ⚠️ **说明：** 图片左下角……
        elif "。" in text or not (alone or text.endswith(("：", ":"))):
            continue
        known = described_line(text, lexicon, first=False, last=True)
        if known is not None and known.sort == "last" and (alone or known.carrier in carriers):
            chrome.update({k: Found("remarks", "words") for k in full[at:] if k not in chrome})
            return
