"""What is the carrier's alone: lines that come again under every item, marks of its pages, rules between records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.blocks import RULE_RE
from newssplit.reading.carriers.copies import is_copied
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.known_lines import (
    BUTTONS,
    PAGE_MARK_RE,
    Found,
    known_line,
    ordinary_lines,
    ordinary_openers,
)
from newssplit.reading.carriers.printed import PAPER_RE, are_wrapped, is_label, is_text
from newssplit.reading.carriers.said import FRAMED_RE, Said, is_stamp, read_said
from newssplit.reading.carriers.shapes import ADDRESS, BEGIN, SHIFTING, VALUE_RE, begins_its_shape, letters, shape_of
from newssplit.reading.joined import Joined
from newssplit.reading.lines import Line, full_lines

OFTEN, TWICE = 3, 2
"""A line that comes again in words alone must do so this often; two may be a headline and its repeat."""
REGULAR = 0.75
"""Of so many of its places the neighbours must be alike."""
ITEMS = 0.4
"""Under so many of the items stands what is the carrier's, if it is a sentence."""
WORDS, CLAUSE_RE, DIGIT_RE = 12, re.compile(r"[，。；！？]"), re.compile(r"\d")
"""A line that comes again with other numbers has no more letters, and is no sentence."""
ADDRESS_RE = re.compile(r"https?://\S+")
"""The numbers of an address are no date."""
LEFT = 8
"""Letters that a line of metadata holds besides dates, pages and names of papers: 来源, 浏览 …"""


class Chrome:
    """Finds which lines are the carrier's."""

    def __init__(self, lines: Sequence[Line], lexicon: Lexicon):
        self.lines, self.lexicon = lines, lexicon
        self.full = full_lines(lines)
        self.texts = [lines[n].text.strip() for n in self.full]
        """What stands in each of them; `at` is a place in both, `n` one among all lines."""
        self.joined = Joined(self.texts)
        self.found = dict[int, Found]()
        """By line what it is."""
        self.said = dict[int, Said]()
        self.sorts = dict[str, str]()
        """By shape what lines of it are."""
        self.times = Counter[str]()
        """How often each stands in the dump."""
        self.shapes = dict[str, list[int]]()
        """By shape the places of the lines that are nothing by themselves."""

    @cached_property
    def wrapped(self) -> bool:
        """Whether most lines stop in mid-sentence, and most of these are as long as a column is wide."""
        return are_wrapped(self.texts)

    @cached_property
    def items(self) -> int:
        """About how many items there are: short lines above text."""
        kinds = [self.kind_at(at) for at in range(len(self.full))]
        return sum(a == "H" and b == "T" for a, b in pairwise(kinds))

    def read(self) -> dict[str, list[int]]:
        """Find what lines are by themselves and by their coming again; of what is left the shapes that come again.

        Of what stands there once only a line that holds something masked, a number or a value, may be the carrier's."""
        self.shapes, again = self._shapes(), dict[str, list[int]]()
        for shape, places in self.shapes.items():
            if len(places) < TWICE and not ("0" in shape or "*" in shape or ADDRESS in shape):
                continue
            if sort := self._sort(shape, places):
                self.take(shape, places, sort)
            elif len(places) >= TWICE:
                again[shape] = places
        return again

    def _shapes(self) -> dict[str, list[int]]:
        """By shape the lines that are nothing by themselves; what the others are is noted.

        Left out are nearly all lines of text: those whose shape begins in such a way as no other line does."""
        shapes, lines, ordinary = dict[str, list[int]](), self.lines, ordinary_lines(self.lexicon).match
        begins = Counter([text[:BEGIN] for text in self.texts])
        usual = ordinary_openers({begin[0] for begin in begins}, self.lexicon)
        shifted = frozenset(self.joined.holding(SHIFTING))
        for at, (n, text) in enumerate(zip(self.full, self.texts, strict=True)):
            usually = text[0] in usual if len(text) > BUTTONS and "  " not in text else ordinary(text)
            plain = (usually and lines[n].mark is None) or not self._is_known(at, n, text)
            if not plain or (begins[text[:BEGIN]] == 1 and at not in shifted and begins_its_shape(text)):
                continue
            if shape := shape_of(text):
                if shape in shapes:
                    shapes[shape].append(at)
                else:
                    shapes[shape] = [at]
        return shapes

    def _is_known(self, at: int, n: int, text: str) -> bool:
        """Whether a mark or its own words say what a line is."""
        mark = self.lines[n].mark
        if mark is not None and (mark.chrome or mark.field or mark.image):
            if mark.chrome:
                self.take(mark.field or "mark", [at], "meta")
            return True
        if not text[0].isalnum() and RULE_RE.fullmatch(text):
            self.take("rule" + text[0], [at], "rule")
        elif known := known_line(text, self.lexicon, first=at == 0, last=at == len(self.full) - 1):
            self.take(known.key, [at], known.sort)
        else:
            return False
        return True

    def take(self, shape: str, places: Sequence[int], sort: str) -> None:
        self.sorts[shape] = sort
        self.times[shape] += len(places)
        found = Found(shape, sort)  # one for all
        for at in places:
            self.found[self.full[at]] = found

    def _sort(self, shape: str, places: Sequence[int]) -> str:
        """What lines of one shape are; empty for the paper's own."""
        text = self.texts[places[0]]
        if PAGE_MARK_RE.fullmatch(text) and (len(places) >= TWICE or not shape[0].isdecimal()):
            return "page"
        if len(places) < TWICE:
            if not is_stamp(text, self.lexicon):
                return ""
            self.note(places)
            return "meta"
        if text.isascii() and len(text) > 1 and "0" in shape and not self._among_themselves(places):
            self.note(places)
            return "meta"
        if have_runs(places) or PAPER_RE.search(text) or is_label(text, self.lexicon):
            return ""
        if ADDRESS in shape and letters(shape) <= LEFT:
            self.note(places)
            return "meta"
        said = read_said(VALUE_RE.sub(" ", text), self.lexicon)
        if said.dated and not said.left and not DIGIT_RE.search(text):
            return ""  # no tool writes a day in Chinese numerals, as documents do
        if said.paged and not said.timed and not self._behind_all(places):
            return "header"
        if self._is_meta(shape, said, places):
            return "meta"
        if self._names(shape, text, places):
            return ""
        if len(places) < OFTEN or not letters(shape) or not self._comes_again(shape, places):
            return ""
        if self._head_texts(places):
            return ""
        if is_copied(self.texts, places):
            return ""
        return "words" if self._is_regular(places) and self._stands_under_all(text, places) else ""

    def _comes_again(self, shape: str, places: Sequence[int]) -> bool:
        """Whether the lines are one wording: word for word, or with other numbers in a few words, `本文字数：119`.

        Where columns are wrapped, two of a paper's reports share lines of sentences: there it must stand by itself."""
        alike = len({self.texts[at] for at in places}) == 1
        rare = letters(shape) > WORDS and len(places) < ITEMS * self.items
        if not alike and (rare or CLAUSE_RE.search(shape)):
            return False
        return not self.wrapped or all(self._stands_apart(at) for at in places)

    def _head_texts(self, places: Sequence[int]) -> bool:
        """Whether lines of several wordings are the only short ones between two texts, most of them: 第3号工程开工,
        第4号工程开工 are headlines of a series, whose texts would have none without them."""
        if len({self.texts[at] for at in places}) == 1:
            return False
        alone = sum(self.kind_at(at - 1) in "TE" and self.kind_at(at + 1) == "T" for at in places)
        return alone > len(places) / 2

    def _stands_apart(self, at: int) -> bool:
        """Whether a blank line, or an end of the dump, is above a line or below it."""
        n = self.full[at]
        return n == 0 or n + 1 == len(self.lines) or self.lines[n - 1].blank or self.lines[n + 1].blank

    def _stands_under_all(self, text: str, places: Sequence[int]) -> bool:
        """Text that comes again must do so word for word, and under nearly half of all items: else it is an article
        that the dump holds several times."""
        if not is_text(text):
            return True
        alike = len({self.texts[at] for at in places}) == 1
        return alike and len(places) >= ITEMS * self.items

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
        self.note(places)
        return True

    def note(self, places: Sequence[int]) -> None:
        """Read what each of the lines says."""
        for at in places:
            text = ADDRESS_RE.sub(" ", self.lines[self.full[at]].text)
            self.said[self.full[at]] = read_said(text, self.lexicon)

    def _amid_text(self, places: Sequence[int]) -> bool:
        """Whether text stands above and below most of the lines."""
        amid = sum(self.kind_at(at - 1) == "T" == self.kind_at(at + 1) for at in places)
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
        around = [(self.kind_at(at - 1), self.kind_at(at + 1)) for at in places]
        above, below = (Counter(side) for side in zip(*around, strict=True))
        alike = [counts.most_common(1)[0][0] for counts in (above, below)]
        like = sum(a in (alike[0], "E") and b in (alike[1], "E") for a, b in around)
        return like >= REGULAR * len(places)

    def kind_at(self, at: int) -> str:
        """`T` for text, `H` for a short line, `E` beyond an end of the dump."""
        if not 0 <= at < len(self.texts):
            return "E"
        return "T" if is_text(self.texts[at]) else "H"


def have_runs(places: Sequence[int]) -> bool:
    """Whether lines of one shape stand below each other, as rows of a table do."""
    return any(b - a == 1 for a, b in pairwise(places))
