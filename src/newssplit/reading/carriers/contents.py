"""The contents in front of a collection: titles with the pages of the file they stand on, `1．老街“瘦身”记	2`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newssplit.lexicon import fold
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import Chrome
from newssplit.reading.carriers.printed import LABEL

ENTRY_RE = re.compile(
    r"^[\W_]{0,3}\d{1,3}\s?[．.、)）]\s?(?P<title>\S.{2,58}?\S)(?:\t|[\s.…·]{2,60}[（(]?|[（(])(?:第\s?)?\d{1,4}(?:\s?[页頁版])?[)）]?$"
)
"""A title behind its number, what leads the eye to the right, and the number of a page: so whoever collects cuttings
counts them; a paper does not number its articles."""
ENTRIES = 2
"""So many of them at least, and half of all, are headlines further down."""
BRACKETS = "【】[]［］〔〕《》 "


def take_contents_of_file(chrome: Chrome) -> None:
    """Entries right below each other whose titles stand further down alone, the columns' names between them, and what
    such a list is called."""
    if sum(found.sort == "page" for found in chrome.found.values()) < ENTRIES:
        return  # a paper's own contents name its pages
    entries = {at: m["title"].strip() for at, text in enumerate(chrome.texts) if (m := ENTRY_RE.match(text))}
    if len(entries) < ENTRIES:
        return
    times = Counter(chrome.texts)
    for run in _runs(chrome, entries, times):
        if sum(times[entries[at]] > 0 for at in run) >= max(ENTRIES, len(run) / 2):
            _take(chrome, run, times)


def _runs(chrome: Chrome, entries: Iterable[int], times: Counter[str]) -> Iterator[list[int]]:
    """The entries, those together between which hardly anything stands."""
    run = list[int]()
    for at in entries:
        if run and not _goes_on(chrome, run[-1], at, times):
            yield run
            run = []
        run.append(at)
    yield run


def _goes_on(chrome: Chrome, above: int, at: int, times: Counter[str]) -> bool:
    """Whether nothing stands between two entries but names of columns that stand over their items, too."""
    return at - above <= 1 + ENTRIES and all(_is_column(text, times) for text in chrome.texts[above + 1 : at])


def _is_column(text: str, times: Counter[str]) -> bool:
    """Whether a line is short, be it in brackets, and stands over items, too."""
    return len(text.strip(BRACKETS)) <= LABEL and times[text] > 1


def _take(chrome: Chrome, run: Sequence[int], times: Counter[str]) -> None:
    """Note the list as the carrier's, with what stands over it."""
    begin, words = run[0], chrome.lexicon.wordset("teasers", "heads")
    for at in range(begin - 1, max(begin - 1 - ENTRIES, -1), -1):
        text = "".join(fold(chrome.texts[at]).split()).strip(BRACKETS)
        if text in words:
            begin = at
            break
        if not _is_column(chrome.texts[at], times):
            break
        begin = at
    places = [at for at in range(begin, run[-1] + 1) if chrome.full[at] not in chrome.found]
    chrome.take("contents of file", places, "words")
