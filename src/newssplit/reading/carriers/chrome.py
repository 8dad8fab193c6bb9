"""What is the carrier's alone: lines that come again under every item, marks of its pages, rules between records."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, keyed
from newssplit.reading.carriers.blocks import RULE_RE
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.known_lines import Found, known_line
from newssplit.reading.carriers.printed import PAPER_RE, is_label, is_text
from newssplit.reading.carriers.said import Said, read_said
from newssplit.reading.carriers.shapes import VALUE_RE, letters, shape_of
from newssplit.reading.lines import Line

OFTEN = 3
"""A line that comes again in words alone must do so this often; two may be a headline and its repeat."""
TWICE = 2
REGULAR = 0.75
"""Of so many of its places the neighbours must be alike."""
ITEMS = 0.4
"""Under so many of the items stands what is the carrier's, if it is a sentence."""
HALF = 0.5
"""A line stands beside at least so many of the carrier's lines of one shape."""
TITLE_RE = re.compile(r"(?P<head>.{4,60}?)\s?[-_|｜–—]+\s?(?P<site>[^。，！？]{2,40})")
STAMP_RE = re.compile(
    r"^[\d/年月日.-]{6,12}\s?(?:[上下]午|AM|PM)?\s?\d{1,2}:\d\d(?::\d\d)?\s?(?:AM|PM)?[\s,]{1,4}", re.IGNORECASE
)
"""What a browser prints before the title of a page."""
ADDRESS_RE = re.compile(r"https?://\S+")
"""The numbers of an address are no date."""
NEAR = 3
"""So many lines from the title of a page stands the headline."""
ROUNDS = 2
"""So often the lines beside what has been found are looked at."""
NUMBER_RE = re.compile(r"\s*[A-Z]{0,2}\d{1,4}\s*")
LEFT = 8
"""Letters that a line of metadata holds besides dates, pages and names of papers: 来源, 浏览 …"""
PAGE_MARK_RE = re.compile(
    r"""
    [\W_]*
    (?: (?:(?:page|p|pg)\s?\.?\s?\d{1,4}|第?\s?\d{1,4}\s?[页頁])          # Page 4, 第1頁
        \s*(?:[/／|,，、]?\s*(?:of|共|总|總)?\s*\d{1,4}\s*[页頁]?)?        # … of 9, 共4頁
      | \d{1,4}\s*(?:[/／]|of)\s*\d{1,4}                                # 1 / 8
      | \{\d{1,4}\}-{3,}                                               # {2}----
      | [-–—]\s?\d{1,4}\s?[-–—]                                        # - 3 -
    ) [\W_]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Where a page of the file ends: `Page 2 of 9`, `=== Page 4 ===`, `1 / 8`, `第1頁，共4頁`, `{2}----`."""
FRAMED_RE = re.compile(r"\s*(?:[^\w\s]\s?){2,}.*|\s*[【〔\[［].*[】〕\]］]\s*|\s*#+.*")
"""A line between signs, `===== … =====`, `◆◆◆ … ◆◆◆`, or in brackets."""


class Chrome:
    """Finds which lines are the carrier's."""

    def __init__(self, lines: Sequence[Line], lexicon: Lexicon):
        self.lines, self.lexicon = lines, lexicon
        self.full = [n for n, line in enumerate(lines) if not line.blank]
        self.found = dict[int, Found]()
        """By line what it is."""
        self.said = dict[int, Said]()
        types = [self._type(at) for at in range(len(self.full))]
        self.items = sum(a == "H" and b == "T" for a, b in pairwise(types))
        """About how many items there are: short lines above text."""
        self.sorts = dict[str, str]()
        """By shape what lines of it are."""
        self.times = Counter[str]()
        """How often each stands in the dump."""

    def read(self) -> dict[int, Found]:
        """By line what of the carrier it is."""
        shapes = defaultdict[str, list[int]](list)
        for at, n in enumerate(self.full):
            line = self.lines[n]
            if line.mark is not None and (line.mark.chrome or line.mark.field or line.mark.image):
                if line.mark.chrome:
                    self._take(line.mark.field or "mark", [at], "meta")
                continue
            text = line.text.strip()
            if RULE_RE.fullmatch(text):
                self._take("rule" + text[0], [at], "rule")
            elif known := known_line(text, self.lexicon, first=at == 0, last=at == len(self.full) - 1):
                self._take(known.key, [at], known.sort)
            elif shape := shape_of(text):
                shapes[shape].append(at)
        for shape, places in list(shapes.items()):
            if sort := self._sort(shape, places):
                self._take(shape, shapes.pop(shape), sort)
        for _ in range(ROUNDS):
            for shape, places in list(shapes.items()):
                if self._goes_with_chrome(places):
                    self._take(shape, shapes.pop(shape), "words")
        self._take_numbers()
        self._take_titles()
        return self.found

    def _take(self, shape: str, places: Sequence[int], sort: str) -> None:
        self.sorts[shape] = sort
        self.times[shape] += len(places)
        for at in places:
            self.found[self.full[at]] = Found(shape, sort)

    def _goes_with_chrome(self, places: Sequence[int]) -> bool:
        """Lines of one wording that always stand right beside the same line of the carrier are the carrier's, too."""
        if len(places) < TWICE or _runs(places):
            return False
        texts = {self.lines[self.full[at]].text.strip() for at in places}
        few = len(places) < OFTEN
        if len(texts) > 1 or PAPER_RE.search(text := next(iter(texts))) or (few and is_text(text)):
            return False
        share = 1 if few else HALF
        sides = [{self._neighbour(at, step) for at in places} for step in (-1, 1)]
        if is_label(text, self.lexicon) and any("" in side for side in sides):
            return False  # the name of a column stands over an item
        beside = [key for side in sides if len(side) == 1 and len(places) >= share * self.times[key := side.pop()]]
        sorts = {self.sorts.get(key, "") for key in beside if key}
        return bool(sorts - {"header"}) or ("header" in sorts and len(places) >= OFTEN)

    def _neighbour(self, at: int, step: int) -> str:
        """What line of the carrier stands beside this one, no blank line between; empty for the paper's."""
        if not 0 <= at + step < len(self.full) or abs(self.full[at + step] - self.full[at]) > 1:
            return ""
        found = self.found.get(self.full[at + step])
        return found.key if found is not None and found.sort != "rule" else ""

    def _take_titles(self) -> None:
        """The title of a web page, the headline with the site's name behind it, near the headline itself."""
        found = defaultdict[str, list[int]](list)
        for at, n in enumerate(self.full):
            m = TITLE_RE.fullmatch(STAMP_RE.sub("", self.lines[n].text.strip())) if n not in self.found else None
            if m is not None and self._stands_near(at, keyed(m["head"])):
                found[keyed(m["site"])].append(at)
        for site, places in found.items():
            if len(places) >= TWICE or any(STAMP_RE.match(self.lines[self.full[at]].text.strip()) for at in places):
                self._take(f"title {site}", places, "meta")

    def _stands_near(self, at: int, key: str) -> bool:
        near = (*range(max(0, at - NEAR), at), *range(at + 1, min(len(self.full), at + 1 + NEAR)))
        return any(keyed(self.lines[self.full[other]].text) == key for other in near)

    def _take_numbers(self) -> None:
        """A mere number amid the carrier's lines is one of them."""
        for at, n in enumerate(self.full):
            if n in self.found or not NUMBER_RE.fullmatch(self.lines[n].text):
                continue
            above, below = (self._neighbour(at, step) for step in (-1, 1))
            if below == "cue":
                self.found[n] = Found("cue", "page")
            elif above and below:
                self.found[n] = Found("number", "meta")

    def _sort(self, shape: str, places: Sequence[int]) -> str:
        """What lines of one shape are; empty for the paper's own."""
        text = self.lines[self.full[places[0]]].text.strip()
        if PAGE_MARK_RE.fullmatch(text) and (len(places) >= TWICE or not shape[0].isdecimal()):
            return "page"
        if len(places) < TWICE:
            return "meta" if self._is_stamp(text) else ""
        if text.isascii() and len(text) > 1 and "0" in shape and not self._among_themselves(places):
            return "meta"
        if _runs(places) or PAPER_RE.search(text) or is_label(text, self.lexicon):
            return ""
        if "U" in shape and "U" not in text and letters(shape) <= LEFT:
            self._note(places)
            return "meta"
        said = read_said(VALUE_RE.sub(" ", text), self.lexicon)
        if said.paged and not said.timed and not self._behind_all(places):
            return "header"
        if self._is_meta(shape, said, places):
            return "meta"
        if self._names(shape, text, places):
            return ""
        often = len(places) >= OFTEN and letters(shape) > 0
        return "words" if often and self._is_regular(places) and self._stands_under_all(text, places) else ""

    def _stands_under_all(self, text: str, places: Sequence[int]) -> bool:
        """Text that comes again must do so word for word, and under nearly half of all items: else it is an article
        that the dump holds several times."""
        if not is_text(text):
            return True
        alike = len({self.lines[self.full[at]].text.strip() for at in places}) == 1
        return alike and len(places) >= ITEMS * self.items

    def _is_stamp(self, text: str) -> bool:
        """A line in brackets with a day and an hour: `[本帖最后由 X 于 2011-11-6 12:30 编辑]`."""
        if not FRAMED_RE.fullmatch(text) or ":" not in text:
            return False
        said = read_said(text, self.lexicon)
        return said.dated and said.timed

    def _among_themselves(self, places: Sequence[int]) -> bool:
        """Whether most lines of a shape stand below each other."""
        return 2 * sum(b - a == 1 for a, b in pairwise(places)) > len(places)

    def _is_meta(self, shape: str, said: Said, places: Sequence[int]) -> bool:
        """Whether the lines say when and where something was printed, and hardly anything else."""
        text = self.lines[self.full[places[0]]].text
        if not (said.dated or said.timed):
            return False
        if said.left > LEFT and not (said.dated and said.timed):
            return False
        bare = not (said.timed or said.named or said.paged or FRAMED_RE.fullmatch(text))
        if bare and (len(places) < OFTEN or self._amid_text(places)):
            return False  # a diary's days
        self._note(places)
        return True

    def _note(self, places: Sequence[int]) -> None:
        """Read what each of the lines says."""
        for at in places:
            text = ADDRESS_RE.sub(" ", self.lines[self.full[at]].text)
            self.said[self.full[at]] = read_said(text, self.lexicon)

    def _amid_text(self, places: Sequence[int]) -> bool:
        """Whether text stands above and below most of the lines."""
        amid = sum(self._type(at - 1) == "T" == self._type(at + 1) for at in places)
        return amid > len(places) / 2

    def _names(self, shape: str, text: str, places: Sequence[int]) -> bool:
        """Whether the lines are columns' names, or say each something else behind a word that names no field: 问：…."""
        kind = kind_of(text.replace("：", ":").partition(":")[0].strip(), self.lexicon)
        if kind == "column":
            return True
        return "*" in shape and not kind and len({self.lines[self.full[at]].text for at in places}) > 1

    def _behind_all(self, places: Sequence[int]) -> bool:
        """The first one stands behind text, and the last one has none behind it: each ends its item."""
        return places[0] > 1 and places[-1] >= len(self.full) - 2

    def _is_regular(self, places: Sequence[int]) -> bool:
        around = [(self._type(at - 1), self._type(at + 1)) for at in places]
        above, below = (Counter(side) for side in zip(*around, strict=True))
        alike = [counts.most_common(1)[0][0] for counts in (above, below)]
        like = sum(a in (alike[0], "E") and b in (alike[1], "E") for a, b in around)
        return like >= REGULAR * len(places)

    def _type(self, at: int) -> str:
        """`T` for text, `H` for a short line, `E` for an end of the dump or a line of the carrier."""
        if not 0 <= at < len(self.full):
            return "E"
        return "T" if is_text(self.lines[self.full[at]].text) else "H"


def _runs(places: Sequence[int]) -> bool:
    """Whether lines of one shape stand below each other, as rows of a table do."""
    return any(b - a == 1 for a, b in pairwise(places))
