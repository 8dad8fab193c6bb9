"""What a site prints around every item: the menu of its columns, the headlines of a page, a translation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import chain, islice, pairwise

from newssplit.lexicon import fold
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import OFTEN, TWICE, Chrome
from newssplit.reading.carriers.copies import is_copied
from newssplit.reading.carriers.excerpts import EXCERPT
from newssplit.reading.carriers.printed import LABEL, is_text, may_head, names_maker
from newssplit.reading.carriers.said import read_said
from newssplit.reading.marks import Mark

HALF = 0.5
"""A list is one where so many runs hold a headline that stands elsewhere, too."""
MOST = 0.7
"""So many of the lists end with a line of the carrier."""
BAR_RE = re.compile(r"\s?[|｜]\s?")
CELL = 8
"""A way to go on, 下一项, has no more characters."""
PAGE = 20
"""An entry of a list of pages has no more characters."""
MENU = 3
"""So many lines at least are a menu."""
CONTENTS = 12
"""A list of the headlines of a page has no more lines."""
NAME = 6
"""Names and labels have no more characters."""
BULLETS = "·•▪◦‣◇◆□■○●▷▶▸►*- "
"""What stands before the entries of a list."""


def take_menus(chrome: Chrome) -> None:
    """Short lines that stand below each other in the same words and order again and again, right beside a line of
    the carrier: the columns of a site, whose names alone are printed, too."""
    lines = chrome.lines
    plain = Counter(text for n, text in zip(chrome.full, chrome.texts, strict=True) if lines[n].mark is None)
    often = {
        text for text, n in plain.items() if n >= OFTEN and not is_text(text) and not names_maker(text, chrome.lexicon)
    }
    if len(often) < MENU:
        return
    runs = defaultdict[tuple[str, ...], list[int]](list)
    for run in _runs(chrome, often):
        if len(run) >= MENU:
            runs[tuple(chrome.texts[at] for at in run)].append(run[0])
    for texts, begins in runs.items():
        places = [begin + k for begin in begins for k in range(len(texts))]
        known = any(chrome.full[at] in chrome.found for at in places)
        if len(begins) >= OFTEN and known and not is_copied(chrome.texts, begins):
            chrome.take("menu " + texts[0], still_own(chrome, places), "words")


def take_pages(chrome: Chrome) -> None:
    """The pages of an issue below each other, under what a site calls them or more than once: 第01版：要闻 over
    第02版：民生. They lead to these pages, and none of them begins there."""
    runs = [run for run in _page_runs(chrome) if len(run) >= MENU]
    words = chrome.lexicon.wordset("furniture", "navigation")
    times = Counter(tuple(chrome.texts[at] for at in run) for run in runs)
    for run in runs:
        titled = run[0] > 0 and fold(chrome.texts[run[0] - 1]).strip("：: ") in words
        if titled or times[tuple(chrome.texts[at] for at in run)] >= TWICE:
            chrome.take("pages", [*([run[0] - 1] if titled else []), *run], "words")


def _page_runs(chrome: Chrome) -> Iterator[list[int]]:
    """Lines that name a page each, those right below each other together, each a later one than the one above."""
    likely = [at for at, text in enumerate(chrome.texts) if len(text) <= PAGE and "版" in text]
    for block in _adjacent(chrome, likely):
        run, last = list[int](), (0, "")
        for at in block if len(block) >= MENU else ():  # of few lines it is asked which page they name
            number = read_said(chrome.texts[at], chrome.lexicon).page.number or ""
            named = (len(number), number)
            if run and named <= last:
                yield run
                run = []
            run += [at] if number else []
            last = named
        yield run


def _adjacent(chrome: Chrome, places: Iterable[int]) -> Iterator[list[int]]:
    """The places, those of lines right below each other together."""
    block = list[int]()
    for at in places:
        if block and (at - block[-1] > 1 or chrome.full[at] - chrome.full[block[-1]] > 1):
            yield block
            block = []
        block.append(at)
    yield block


def take_bars(chrome: Chrome) -> None:
    """Lines of a few words between bars, each of which comes again in such lines, but not all in each: `| 下一项 |
    主菜单 |`, `| 下一项 | 主菜单 | 上一项 |`."""
    bars = {at: cells for at, text in enumerate(chrome.texts) if "|" in text or "｜" in text if (cells := _cells(text))}
    times = Counter(cell for cells in bars.values() for cell in cells)
    known = [at for at, cells in bars.items() if sum(times[c] >= OFTEN for c in cells) >= max(TWICE, len(cells) - 1)]
    if len(known) >= OFTEN:
        chrome.take("bars", still_own(chrome, known), "words")


def _cells(text: str) -> frozenset[str]:
    """The words between the bars of a line; none where one is too long for a way to go on."""
    cells = [cell for cell in BAR_RE.split(text.strip()) if cell]
    return frozenset(cells) if len(cells) > 1 and max(map(_width, cells)) <= CELL else frozenset()


def _width(cell: str) -> float:
    """In Chinese characters, of which each is as wide as two letters."""
    return len(cell) / (2 if cell.isascii() else 1)


def _runs(chrome: Chrome, often: set[str]) -> Iterator[list[int]]:
    """Lines that come again, those right below each other together."""
    run = list[int]()
    for at, text in enumerate(chrome.texts):
        if run and (text not in often or chrome.full[at] - chrome.full[at - 1] > 1):
            yield run
            run = []
        if text in often:
            run.append(at)
    if run:
        yield run


def still_own(chrome: Chrome, places: Iterable[int]) -> list[int]:
    return [at for at in places if chrome.full[at] not in chrome.found]


def take_contents(chrome: Chrome) -> None:
    """What comes again over nothing but short lines, up to a line of the carrier: under every item `本版新聞` above
    the headlines of a page, the item's own among them."""
    known, words = defaultdict[str, list[int]](list), chrome.lexicon.words("furniture", "contents")
    for at, n in enumerate(chrome.full):
        if n in chrome.found and any(word in fold(chrome.texts[at]) for word in words):
            known[chrome.texts[at]].append(at)
    heads = [places for places in chain(chrome.shapes.values(), known.values()) if len(places) >= OFTEN]
    times = Counter(chrome.texts)
    for places in heads if chrome.found else ():
        doubled = any(below == above + 1 for above, below in pairwise(places))  # a headline that is printed twice
        if doubled or not chrome.are_alike(places) or is_text(chrome.texts[places[0]]):
            continue
        runs = [run for at in places if (run := _short_run(chrome, at + 1)) is not None]
        runs = [run for run in runs if not _heads_text(chrome, run)]
        listed_times = Counter(chrome.texts[at] for run in runs for at in run)
        elsewhere = {text for text, n in listed_times.items() if times[text] > n and _may_be_title(text)}
        again = sum(any(chrome.texts[at] in elsewhere for at in run) for run in runs)
        listed = len(runs) >= MOST * len(places) and again > HALF * len(runs)
        if listed and not is_copied(chrome.texts, places):
            lines = still_own(chrome, chain(places, *runs))
            chrome.take("contents " + chrome.texts[places[0]], lines, "words")


def take_listed(chrome: Chrome) -> None:
    """Entries of lists most of which are headlines that stand elsewhere in the dump, one list at least right beside a
    line of the carrier, or below what a site calls them: the contents of chapters, what else a site has."""
    times, words = Counter(chrome.texts), chrome.lexicon.words("furniture", "contents")

    def is_named(run: Sequence[int]) -> bool:
        return run[0] > 0 and fold(chrome.texts[run[0] - 1]).strip("：: ") in words

    again = [(run, sum(_stands_elsewhere(chrome, k, times) for k in run)) for run in _lists(chrome)]
    lists = [run for run, n in again if n >= (1 if is_named(run) else HALF * len(run))]
    named = [run[0] - 1 for run in lists if is_named(run)]
    beside = (k for run in lists for k in (run[0] - 1, run[-1] + 1) if 0 <= k < len(chrome.full))
    if named or any(chrome.full[k] in chrome.found for k in beside):
        chrome.take("listed", still_own(chrome, chain(named, *lists)), "words")
        chrome.take("listed", [run[0] - 1 for run in lists if _heads_list(chrome, run[0] - 1)], "words")
        _name_heads(chrome, {chrome.texts[at].lstrip(BULLETS) for at in chain(*lists)})


def _name_heads(chrome: Chrome, titles: Set[str]) -> None:
    """Note which lines of the paper are the headlines that a list of contents names."""
    for at, text in enumerate(chrome.texts):
        n = chrome.full[at]
        if len(text) > NAME and text in titles and n not in chrome.found:
            mark = chrome.lines[n].mark
            mark = mark.copy() if mark is not None else Mark()
            mark.field = mark.field or "headline"
            chrome.lines[n] = chrome.lines[n]._replace(mark=mark)  # type: ignore[index]


def _heads_list(chrome: Chrome, at: int) -> bool:
    """Whether a line above such a list is a column's name alone, below the carrier's lines or at the beginning."""
    if at < 0 or chrome.full[at] in chrome.found or len(chrome.texts[at]) > LABEL or is_text(chrome.texts[at]):
        return False
    return at == 0 or chrome.full[at - 1] in chrome.found


def _lists(chrome: Chrome) -> Iterator[list[int]]:
    """The entries that stand right below each other, be the bullet before them the paper's or a mark."""
    run = list[int]()
    for at, text in enumerate(chrome.texts):
        mark = chrome.lines[chrome.full[at]].mark
        entry = text[0] in BULLETS or (mark is not None and mark.listed and not mark.field)
        if entry and chrome.full[at] not in chrome.found and may_head(text):
            run.append(at)
        elif run and not _is_excerpt(chrome, at):
            yield run
            run = []
    if run:
        yield run


def _is_excerpt(chrome: Chrome, at: int) -> bool:
    """Whether it is the beginning of a text, below the headline in a list of contents."""
    found = chrome.found.get(chrome.full[at])
    return found is not None and found.key == EXCERPT


def _stands_elsewhere(chrome: Chrome, at: int, times: Counter[str]) -> bool:
    """Whether an entry is a whole line elsewhere, too."""
    text, mark = chrome.texts[at], chrome.lines[chrome.full[at]].mark
    bare = text.lstrip(BULLETS)
    long = len(bare) > (1 if mark is not None and mark.listed else NAME)
    return long and times[bare] > (bare == text)


def _may_be_title(text: str) -> bool:
    """Whether a line may be a headline in a list of them: longer than names and labels, and no field."""
    bare = text.lstrip(BULLETS)
    return len(bare) > NAME and bare[0].isalnum() and not bare.isascii() and may_head(bare)


def _short_run(chrome: Chrome, at: int) -> Sequence[int] | None:
    """Short lines from a place on, if they end with a line of the carrier; else None."""
    run = list[int]()
    for k in range(at, min(at + CONTENTS, len(chrome.full))):
        if chrome.full[k] in chrome.found:
            return run
        if is_text(chrome.texts[k]):
            break
        run.append(k)
    return None


def _heads_text(chrome: Chrome, run: Sequence[int]) -> bool:
    """Whether a text stands below such lines, but for the carrier's and for who wrote it: then the last one is its
    headline."""
    below = (at for at in range(run[-1] + 1, len(chrome.full)) if chrome.full[at] not in chrome.found) if run else ()
    own = (chrome.texts[at] for at in below)
    return any(is_text(text) for text in islice((text for text in own if not names_maker(text, chrome.lexicon)), 1))
