"""What is the carrier's because of what stands beside it: words between its lines, titles of pages, numbers, papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.alike import take_alike
from newssplit.reading.carriers.calls import take_calls
from newssplit.reading.carriers.chrome import LEFT, OFTEN, TWICE, Chrome, have_runs
from newssplit.reading.carriers.contents import take_contents_of_file
from newssplit.reading.carriers.copies import is_copied
from newssplit.reading.carriers.days import take_days
from newssplit.reading.carriers.enclosed import take_enclosed
from newssplit.reading.carriers.entries import take_entries
from newssplit.reading.carriers.excerpts import take_listed_excerpts
from newssplit.reading.carriers.folios import take_folios, take_heads
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.menus import (
    take_bars,
    take_contents,
    take_listed,
    take_menus,
    take_pages,
)
from newssplit.reading.carriers.page_titles import take_running, take_titles
from newssplit.reading.carriers.printed import is_label, is_text, names_maker, paper_re
from newssplit.reading.carriers.said import find_date, read_said
from newssplit.reading.carriers.stamps import take_stamps
from newssplit.reading.carriers.translation import take_translation
from newssplit.reading.lines import Line

DIGIT_RE, STROKE_RE = re.compile(r"\d"), re.compile(r"\s[/|｜·•]\s")
PARTED = 40
"""Characters of a line that says the paper, the author and the age of an item, parted by strokes."""
ROUNDS = 2
"""So often the lines beside what has been found are looked at."""
PAPER = 12
"""The name of a paper that stands in every record has no more characters."""
NUMBER_RE = re.compile(r"[A-Z]{0,2}\d{1,4}")
NUMBER = 6
"""Characters that such a number has at most."""
COUNTED, STEADY = 48, 0.9
"""A line that says where a text is from has no more characters, and so many lines that a tool counts are such."""
CALLED, ALIKE = 16, 2
"""Characters of a line that leads to more of a column, and of how such lines begin."""
HALF = 0.5
"""A line stands beside at least so many of the carrier's lines of one shape."""


def find_chrome(lines: Sequence[Line], lexicon: Lexicon) -> Chrome:
    """All lines of the carrier."""
    chrome = Chrome(lines, lexicon)
    shapes = chrome.read()
    take_stamps(chrome)
    take_days(chrome)
    take_folios(chrome)
    take_alike(chrome)
    take_calls(chrome)
    company = _Company(chrome)
    take_bars(chrome)
    take_menus(chrome)
    take_pages(chrome)
    for _ in range(ROUNDS):
        for shape, places in [item for item in shapes.items() if chrome.full[item[1][0]] not in chrome.found]:
            if company.goes_with_chrome(places):
                chrome.take(shape, shapes.pop(shape), "words")
    take_heads(chrome)
    company.take_counted()
    company.take_codes()
    company.take_numbers()
    company.take_called()
    take_titles(chrome)
    take_running(chrome)
    take_enclosed(chrome)
    company.take_papers()
    company.take_senders()
    take_entries(chrome)
    company.take_between()
    take_contents(chrome)
    take_contents_of_file(chrome)
    take_listed_excerpts(lines, chrome.found)
    take_listed(chrome)
    take_translation(chrome)
    return chrome


class _Company:
    """Looks at the neighbours of lines."""

    def __init__(self, chrome: Chrome):
        self.chrome, self.texts, self.full = chrome, chrome.texts, chrome.full
        self.found, self.said, self.lexicon = chrome.found, chrome.said, chrome.lexicon

    def goes_with_chrome(self, places: Sequence[int]) -> bool:
        """Lines of one wording that always stand right beside the same line of the carrier are the carrier's, too."""
        if len(places) < TWICE or have_runs(places):
            return False
        texts = {self.texts[at] for at in places}
        few = len(places) < OFTEN
        if len(texts) > 1 or paper_re(self.lexicon).search(text := next(iter(texts))) or (few and is_text(text)):
            return False
        if is_copied(self.texts, places):
            return False
        share = 1 if few else HALF
        sides = [{self._neighbour(at, step) for at in places} for step in (-1, 1)]
        if is_label(text, self.lexicon) and any("" in side for side in sides):
            return False  # the name of a column stands over an item
        steady = [side.pop() for side in sides if len(side) == 1]
        beside = [key for key in steady if len(places) >= share * self.chrome.times[key]]
        sorts = {self.chrome.sorts.get(key, "") for key in beside if key}
        return bool(sorts - {"header"}) or ("header" in sorts and len(places) >= OFTEN)

    def _neighbour(self, at: int, step: int) -> str:
        """What line of the carrier stands beside this one, no blank line between; empty for the paper's."""
        if not 0 <= at + step < len(self.full) or abs(self.full[at + step] - self.full[at]) > 1:
            return ""
        found = self.found.get(self.full[at + step])
        return found.key if found is not None and found.sort != "rule" else ""

    def take_counted(self) -> None:
        """The lines that a tool counts, if nearly all say a day, be the name a new one: `[005] 某某社 2023-06-15`."""
        marks = [(at, self.chrome.lines[n].mark) for at, n in enumerate(self.full)]
        counted = [at for at, mark in marks if mark is not None and mark.border]
        dated = [at for at in counted if len(self.texts[at]) <= COUNTED and find_date(self.texts[at])]
        if len(dated) >= max(OFTEN, STEADY * len(counted)):
            places = [at for at in dated if self.full[at] not in self.found]
            self.chrome.take("counted", places, "meta")
            self.chrome.note(places)

    def take_codes(self) -> None:
        """Lines with a number and no Chinese below the same line of the carrier in item after item, whatever they say:
        `r kz BC-HUOCHE 06-18 0100`."""
        below = defaultdict[str, list[int]](list)
        for at, text in enumerate(self.texts) if self.found else ():
            if text.isascii() and self.full[at] not in self.found and DIGIT_RE.search(text):
                below[self._neighbour(at, -1)].append(at)
        for key, places in below.items():
            if key and len(places) >= max(OFTEN, HALF * self.chrome.times[key]):
                self.chrome.take(f"code {key}", places, "meta")

    def take_called(self) -> None:
        """Short lines that begin alike and end a block, each below the same words of a site: 更多地方新闻."""
        below = defaultdict[tuple[str, str], list[int]](list)
        for at, text in enumerate(self.texts) if self.found else ():
            above = self._neighbour(at, -1)
            words = above and self.chrome.sorts.get(above) == "words"
            if words and len(text) <= CALLED and self._may_lead_on(at):
                below[above, text[:ALIKE]].append(at)
        for (key, word), places in below.items():
            if len(places) >= max(OFTEN, HALF * self.chrome.times[key]):
                self.chrome.take(f"called {key} {word}", places, "words")

    def _may_lead_on(self, at: int) -> bool:
        """Whether a line says who made nothing, and ends a block, or stands above the carrier's."""
        n, text, mark = self.full[at], self.texts[at], self.chrome.lines[self.full[at]].mark
        if n in self.found or is_text(text) or paper_re(self.lexicon).search(text) or (mark is not None and mark.field):
            return False
        last = at + 1 == len(self.full)
        return last or self.full[at + 1] > n + 1 or self.full[at + 1] in self.found

    def take_papers(self) -> None:
        """The name of a newspaper alone amid the carrier's lines, or in every record."""
        if not self.found or len(self.full) == 1:
            return
        for at, n in enumerate(self.full):
            again = n in self.found and self.found[n].sort == "words" and len(self.texts[at]) <= PAPER
            if not (again or self._stands_amid(at)):
                continue
            said = read_said(self.texts[at], self.lexicon)
            if said.named and not said.left:
                self.found.setdefault(n, Found("paper", "meta"))
                self.said[n] = said

    def take_senders(self) -> None:
        """Lines with one newspaper's name and hardly more, each right above when it was sent, `原创 X 江州晨报`, or
        below a headline and parted by strokes: `江州晨报 / by 谷雨 / 6h`."""
        named = defaultdict[str, list[int]](list)
        for at in range(len(self.full) - 1):
            below, text = self.full[at + 1], self.texts[at]
            sent = below in self.said and self.said[below].dated
            if self.full[at] in self.found or not (sent or self._is_parted(at)):
                continue
            said = read_said(text, self.lexicon)
            if said.named and said.left <= LEFT:
                named[said.page.newspaper or ""].append(at)
        for name, places in named.items():
            if len(places) >= OFTEN:
                self.chrome.take(f"sender {name}", places, "meta")

    def _is_parted(self, at: int) -> bool:
        """Whether a line has strokes between its parts and numbers in them, and stands below a short line."""
        text = self.texts[at]
        if len(text) > PARTED or not STROKE_RE.search(text) or not DIGIT_RE.search(text):
            return False
        return self.chrome.kind_at(at - 1) == "H" and not is_text(text)

    def take_between(self) -> None:
        """Short lines that stand between the same two lines of the carrier under item after item, and over no text:
        a reader's comment, the title of what comes next."""
        between = defaultdict[tuple[str, str], list[int]](list)
        found, full = self.found, self.full
        for at in range(1, len(full) - 1) if found else ():
            if full[at] in found or full[at - 1] not in found or full[at + 1] not in found:
                continue  # as nearly all
            mark = self.chrome.lines[full[at]].mark
            printed = mark is not None and (mark.field or mark.called or mark.heading)
            if not printed and not is_text(self.texts[at]):
                above, below = (self._neighbour(at, step) for step in (-1, 1))
                if above and below and self._stands_over_head(at):
                    between[above, below].append(at)
        for (above, below), places in between.items():
            often = max(OFTEN, HALF * min(self.chrome.times[above], self.chrome.times[below]))
            own = sum(names_maker(self.texts[at], self.lexicon) for at in places)  # who wrote it, above who edited
            if len(places) >= often and own <= HALF * len(places):
                self.chrome.take(f"between {above} {below}", places, "words")

    def _stands_over_head(self, at: int) -> bool:
        """Whether the first line below that is not the carrier's may be a headline: no text, and longer than names."""
        below = next((k for k in range(at + 1, len(self.full)) if self.full[k] not in self.found), None)
        return below is None or (not is_text(self.texts[below]) and len(self.texts[below]) > NUMBER)

    def _stands_amid(self, at: int) -> bool:
        """Whether the lines beside one that is not found yet are the carrier's; what is beyond an end is its, too."""
        full, found, last = self.full, self.found, len(self.full) - 1
        return full[at] not in found and (not at or full[at - 1] in found) and (at == last or full[at + 1] in found)

    def take_numbers(self) -> None:
        """A mere number amid the carrier's lines is one of them."""
        for at, text in enumerate(self.texts):
            if len(text) > NUMBER or not NUMBER_RE.fullmatch(text) or (n := self.full[at]) in self.found:
                continue
            above, below = (self._neighbour(at, step) for step in (-1, 1))
            if below == "cue":
                self.found[n] = Found("cue", "page")
            elif above and below:
                self.found[n] = Found("number", "meta")
