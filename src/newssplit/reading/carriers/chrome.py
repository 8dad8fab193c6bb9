"""What is the carrier's alone: lines that come again under every item, marks of its pages, rules between records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold
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
from newssplit.reading.carriers.lines import UNPRINTED
from newssplit.reading.carriers.printed import is_label, is_text, paper_re
from newssplit.reading.carriers.said import FRAMED_RE, Said, is_stamp, read_said
from newssplit.reading.carriers.shapes import ADDRESS, BEGIN, SHIFTING, VALUE_RE, begins_its_shape, letters, shape_of
from newssplit.reading.carriers.standing import REGULAR, Standing
from newssplit.reading.lines import Line
from newssplit.reading.marks import GOES_ON

OFTEN, TWICE = 3, 2
"""A line that comes again in words alone must do so this often; two may be a headline and its repeat."""
ITEMS = 0.4
"""Under so many of the items stands what is the carrier's, if it is a sentence."""
WORDS, CLAUSE_RE, DIGIT_RE = 12, re.compile(r"[，。；！？]"), re.compile(r"\d")
"""A line that comes again with other numbers has no more letters, and is no sentence."""
ADDRESS_RE = re.compile(r"https?://\S+")
"""The numbers of an address are no date."""
PART_RE = re.compile(r"0[1-9]")
"""The number of a part of a text as a tool or a page sets it, with a zero before it."""
LEFT = 8
"""Letters that a line of metadata holds besides dates, pages and names of papers: 来源, 浏览 …"""


class Chrome(Standing):
    """Finds which lines are the carrier's."""

    def __init__(self, lines: Sequence[Line], lexicon: Lexicon):
        super().__init__(lines)
        self.lexicon = lexicon
        self.found = dict[int, Found]()
        """By line what it is."""
        self.said = dict[int, Said]()
        self.sorts = dict[str, str]()
        """By shape what lines of it are."""
        self.times = Counter[str]()
        """How often each stands in the dump."""
        self.shapes = dict[str, list[int]]()
        """By shape the places of the lines that are nothing by themselves."""
        self.titled = set[int]()
        """Lines that the title of a web page names as its headline."""

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
        if mark is not None and mark.image and self._says_nothing(at, text):
            self.take("image", [at], "words")
        elif mark is not None and (mark.chrome or mark.field or mark.image):
            if mark.chrome:
                self.take(mark.field or "mark", [at], "page" if mark.field == GOES_ON else "meta")
                if mark.field in UNPRINTED:
                    self.note([at])
        elif not text[0].isalnum() and RULE_RE.fullmatch(text):
            self.take("rule" + text[0], [at], "rule")
        elif known := known_line(text, self.lexicon, first=at == 0, last=at == len(self.full) - 1):
            self.take(known.key, [at], known.sort)
        else:
            return False
        return True

    def _says_nothing(self, at: int, text: str) -> bool:
        """Whether an image's text stands for any image, or again in the line below, as the caption there."""
        below = self.texts[at + 1] if at + 1 < len(self.texts) else ""
        return fold(text).casefold() in self.lexicon.wordset("captions", "placeholders") or below.startswith(text)

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
        if self._number_parts(places):
            return ""
        if text.isascii() and len(text) > 1 and "0" in shape and not self.are_among_themselves(places):
            self.note(places)
            return "meta"
        if have_runs(places) or paper_re(self.lexicon).search(text) or is_label(text, self.lexicon):
            return ""
        if ADDRESS in shape and letters(shape) <= LEFT:
            self.note(places)
            return "meta"
        said = read_said(VALUE_RE.sub(" ", text), self.lexicon)
        if said.dated and not said.left and not DIGIT_RE.search(text):
            return ""  # no tool writes a day in Chinese numerals, as documents do
        if said.paged and not said.timed and not self.are_behind_all(places):
            return "meta" if self._says_page(said, text, places) else "header"
        if self._is_meta(shape, said, places):
            return "meta"
        if self._names(shape, text, places):
            return ""
        said_in = shape if "*" not in shape or not self.are_alike(places) else text  # cells that are always the same
        if len(places) < OFTEN or not letters(said_in) or not self._comes_again(shape, places):
            return ""
        if self.head_texts(places):
            return ""
        if is_copied(self.texts, places):
            return ""
        regular = self.are_regular(places) or any(self._stand_beside(places, step) for step in (-1, 1))
        return "words" if regular and self._stands_under_all(text, places) else ""

    def _says_page(self, said: Said, text: str, places: Sequence[int]) -> bool:
        """Whether each line is nothing but a page in brackets, 【01版】, which is said of the item below."""
        bare = not (said.left or said.named or said.dated) and FRAMED_RE.fullmatch(text) is not None
        if bare:
            self.note(places)
        return bare

    def _comes_again(self, shape: str, places: Sequence[int]) -> bool:
        """Whether the lines are one wording: word for word, or with other numbers in a few words, `本文字数：119`.

        Where columns are wrapped, two of a paper's reports share lines of sentences: there it must stand by itself."""
        alike = self.are_alike(places)
        rare = letters(shape) > WORDS and len(places) < ITEMS * self.items
        if not alike and (rare or CLAUSE_RE.search(shape)):
            return False
        return not self.wrapped or all(self.stands_apart(at) for at in places)

    def _stands_under_all(self, text: str, places: Sequence[int]) -> bool:
        """Text that comes again must do so word for word, and under nearly half of all items: else it is an article
        that the dump holds several times."""
        if not is_text(text):
            return True
        if not self.are_alike(places):
            return False
        return len(places) >= ITEMS * self.items or any(self._stand_beside(places, step) for step in (-1, 1))

    def _stand_beside(self, places: Sequence[int], step: int) -> bool:
        """Whether the same line of the carrier, or a rule, stands above nearly all of the lines, or below."""
        beside = Counter(
            found.key
            for at in places
            if 0 <= at + step < len(self.full) and (found := self.found.get(self.full[at + step]))
        )
        return bool(beside) and max(beside.values()) >= REGULAR * len(places)

    def _is_meta(self, shape: str, said: Said, places: Sequence[int]) -> bool:
        """Whether the lines say when and where something was printed, and hardly anything else."""
        text = self.lines[self.full[places[0]]].text
        if not (said.dated or said.timed):
            return False
        if said.left > LEFT and not (said.dated and said.timed):
            return False
        bare = not (said.timed or said.named or said.paged or FRAMED_RE.fullmatch(text))
        if bare and (len(places) < OFTEN or self.are_amid_text(places)):
            return False  # a diary's days
        self.note(places)
        return True

    def _number_parts(self, places: Sequence[int]) -> bool:
        """Whether lines number the parts of texts, each text's from the first on: 01, 02, 03."""
        numbers = [self.texts[at] for at in places]
        if not all(PART_RE.fullmatch(number) for number in numbers) or not self.are_amid_text(places[1:]):
            return False
        return numbers[0] == "01" and all(b == "01" or int(b) == int(a) + 1 for a, b in pairwise(numbers))

    def note(self, places: Sequence[int]) -> None:
        """Read what each of the lines says."""
        for at in places:
            text = ADDRESS_RE.sub(" ", self.lines[self.full[at]].text)
            self.said[self.full[at]] = read_said(text, self.lexicon)

    def _names(self, shape: str, text: str, places: Sequence[int]) -> bool:
        """Whether the lines are columns' names, or say each something else behind a word that names no field: 问：…."""
        kind = kind_of(text.replace("：", ":").partition(":")[0].strip(), self.lexicon)
        if kind == "column":
            return True
        return "*" in shape and not kind and len({self.lines[self.full[at]].text for at in places}) > 1


def have_runs(places: Sequence[int]) -> bool:
    """Whether lines of one shape stand below each other, as rows of a table do."""
    return any(b - a == 1 for a, b in pairwise(places))
