"""Hard-wrapped dumps, copies from a PDF or from a typed page: which lines go on with the next one.

A column shows itself by lines of one width that stop in mid-sentence, several of them close
together. Columns of different widths follow each other on a page, so the width is measured around
each line and not once for the dump.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.anew import BRACKETS, CAPTION_MARKS, ends_with_makers, is_boxed_mark, is_byline, opens_anew
from newssplit.reading.columns import INNER_RE, SLACK, Columns, find_columns
from newssplit.reading.lines import Line, closes_with_commas, full_lines, width

STOP_RE = re.compile(r"[，。；！？：、“”「」]")
ALONE_RE = re.compile(
    r"^(?:第\s*\d+\s*[页頁].{0,8}|[-—–·]?\s*\d{1,4}\s*[-—–·]?|.*[.…·]{3}\s*[（(]?[A-Z]?\d{1,3}[）)]?|.*版)"
)
"""Page numbers and the lines of a table of contents: nothing goes on into them or out of them."""
ALONE_ENDS = "版）)-—–·"
"""How such lines end, if not with a number."""

JUMP_RE = re.compile(r"^版$|[见見轉转至]\s?第?\w{1,4}版$")
"""The end of a teaser, 详见A2版, that a wrap has cut; a page's name may end alike, but follows no full line."""
CUT_JUMP_RE = re.compile(r"(?:[见見转轉至接]|[见見]本)[第A-Z\d]{0,3}$")
SPACED_RE = re.compile(r"^(?:\S[ \u3000]{1,2}){4,}\S")
"""Large type: a headline."""
SPACE_RE = re.compile(r"[ \u3000]\S")
SENTENCE_RE = re.compile(
    r"^(?:[（(].*[）)]$|(?![“「『][^。“”「」]*[！？!?][”」』]$)"
    r"(?:.*[。；，、：…][”」』]?$|[^。，]*[。，].*[！？!?”」』]$|.*[。！？!?”」』]\s*[（(][^（(]*$))"
)
"""What a paragraph's last line ends with: headings end with none of it, if they hold a stop at all."""

ENDS = frozenset('。！？!?…”"」』》）)】〕：:；;.℃◇◆')
"""A line that stops with one of these may be the end of a paragraph."""
PARAGRAPH = (2, 8)
"""Columns by which the first line of a paragraph may be indented."""
WORD_RE = re.compile(r"[A-Za-z\d][A-Za-z\d.,%:/-]{1,40}")
"""A word or a number that no wrap cuts: COVID-19, 5278363."""
SOLID = "\u25a0"
"""Stands for any Chinese character where widths are measured."""
SAMPLE = 4000
ENOUGH, WITHIN = 12, 0.9
"""So many lines that stop in mid-sentence, and this share of them, show how much shorter than its column a full line
is: with 8 to 20 lines and .86 to .94 of them the same dumps gain, and none loses."""


def wrapped_after(lines: Sequence[Line], alone: Callable[[str], bool], lexicon: Lexicon) -> list[bool]:
    """For each line, whether the break at its end is a mere wrap and the next line goes on with it.

    `alone` tells a line that nothing goes on into or out of, such as a page header. Blank lines that a dump
    puts after every line, or a column break in mid-sentence, are looked across."""
    full = full_lines(lines)
    result = [False] * len(lines)
    texts, apart = [lines[at].text.rstrip() for at in full], [b - a > 1 for a, b in pairwise(full)]
    before = {n: mark.behind for n, at in enumerate(full) if (mark := lines[at].mark) is not None and mark.behind}
    page = _read_page(texts, apart, before, lexicon)
    if page is None:
        return result
    in_paragraph = goes_on = False
    for n in range(len(full) - 1):
        if not goes_on:
            in_paragraph = page.indented and PARAGRAPH[0] <= page.indents[n] <= PARAGRAPH[1]
            caption = _points(page.texts[n])
        goes_on = page.goes_on(n, in_paragraph, caption) and not (
            alone(page.texts[n]) or (alone(page.bare[n + 1]) and not page.jump_is_cut(n))
        )
        result[full[n]] = goes_on
    return result


class _Page:
    """The lines of a wrapped dump that are not blank, and what is known of each.

    It is asked of every line several times over; the fields of a named tuple take three times as long to look up."""

    __slots__ = (
        "alone", "apart", "bare", "columns", "filled", "indented", "indents", "lexicon", "opens", "texts", "usual",
        "widths",
    )  # fmt: skip

    def __init__(self, texts: list[str], apart: list[bool], opens: list[bool], found: Columns, lexicon: Lexicon):
        self.lexicon = lexicon
        self.texts, self.opens = texts, opens
        """What stands in each line, and whether it stops in mid-sentence."""
        self.bare = [text.lstrip() for text in texts]
        """The same without the spaces before them."""
        self.alone = [_is_alone(text) for text in self.bare]
        """Whether it is a page's number or a line of contents."""
        self.apart = apart
        """Whether a blank line is behind it."""
        self.widths, self.columns = found
        """The width of each line and that of the column that it stands in, 0 if it stands in none."""
        self.filled = [c > 0 and w >= c - SLACK for w, c in zip(self.widths, self.columns, strict=True)]
        """Whether it reaches the right edge of its column."""
        self._leave_short()
        self._fill_before_words()
        self.indents = [width(text[: len(text) - len(text.lstrip())]) if text[0].isspace() else 0 for text in texts]
        self.indented = _indents_paragraphs(self.indents, self.filled)
        """Whether this dump indents the first line of a paragraph and no other: a line at the margin goes on."""
        self.usual = _usual_indent(self.indents, self.filled) if self.indented else 0
        """By how many columns; 0 in other dumps."""

    def _leave_short(self) -> None:
        """A line that stops with a sentence is not full where it is shorter than all but a few that stop within one."""
        short = sorted(self.columns[n] - self.widths[n] for n, f in enumerate(self.filled) if f and self.opens[n])
        if len(short) < ENOUGH:
            return
        most = short[int(WITHIN * len(short))]
        for n, column in enumerate(self.columns):
            if self.filled[n] and not self.opens[n]:
                self.filled[n] = self.widths[n] >= column - most

    def _fill_before_words(self) -> None:
        """A line is full, too, where the word or the number with which the next one begins had no room in it."""
        for n, column in enumerate(self.columns[:-1]):
            if column and not self.filled[n] and self.opens[n] and (m := WORD_RE.match(self.texts[n + 1])):
                self.filled[n] = self.widths[n] + m.end() > column - SLACK

    def goes_on(self, n: int, in_paragraph: bool, caption: bool) -> bool:
        """Whether line `n` goes on with the next one."""
        filled, opens = self.filled[n], self.opens[n]
        if not (filled or opens) or (self.indents[n] > PARAGRAPH[1] and self.indents[n + 1] < self.indents[n]):
            return False  # or set to the right or in the middle, deeper than any paragraph: a signature, a heading
        if self._begins_anew(n, in_paragraph) or ends_with_makers(self.texts[n], self.bare[n + 1], self.lexicon):
            return False
        if not filled:
            return self._column_ends(n) if in_paragraph else caption and not self.apart[n]
        if self.widths[n + 1] > self.columns[n] + SLACK or self._repeats(n):
            return False
        return opens or (not self.apart[n] and self._sentence_follows(n, in_paragraph))

    def jump_is_cut(self, n: int) -> bool:
        """A teaser's 详见A2版 stands across two lines."""
        whole = self.filled[n] and not self.apart[n]
        return whole and bool(JUMP_RE.search(self.texts[n + 1]) or CUT_JUMP_RE.search(self.texts[n]))

    def _heads_news(self, n: int) -> bool:
        """Whether line `n` is no sentence and stands right over a dateline: a headline, be it as wide as its column; a
        few words may be the rest of one."""
        if n + 1 >= len(self.bare) or self.bare[n + 1][0] not in BRACKETS or STOP_RE.search(self.bare[n]):
            return False
        if 2 * self.widths[n] < self.columns[n - 1]:
            return False
        return is_boxed_mark(self.bare[n + 1], self.lexicon)

    def _column_ends(self, n: int) -> bool:
        """A paragraph stops in mid-sentence and goes on at the margin: the column or the page ended, or both lines are
        of a narrower column, which has few."""
        there = self.texts[n + 1]
        narrow = self.opens[n] and self.opens[n + 1] and abs(self.widths[n] - self.widths[n + 1]) <= 1
        goes_on = self.indents[n + 1] == 0 and (narrow or SENTENCE_RE.match(there) is not None)
        return goes_on and all(INNER_RE.search(text) for text in (self.texts[n], there))

    def _repeats(self, n: int) -> bool:
        """A headline is printed again, whole or by its end: as line `n` or below it."""
        here = self.texts[n]
        return here.endswith(self.texts[n + 1]) or (n > 0 and here == self.texts[n - 1])

    def _spaced(self, n: int) -> bool:
        """A single space before a line, in a dump whose paragraphs have more, was a space within a line."""
        return self.indented and SPACE_RE.match(self.texts[n]) is not None

    def _sentence_follows(self, n: int, in_paragraph: bool) -> bool:
        """A full line stops with a sentence: whether the next one is text of the same paragraph, no heading."""
        there = self.texts[n + 1]
        if in_paragraph and self.indents[n + 1] == 0:
            return self.texts[n][-1] in "：；" or self._ends_as_text(n + 1)
        inside = any(INNER_RE.search(text) for text in self.texts[n : n + 2 - self.indented])
        wide = self.filled[n + 1] or self.widths[n + 1] >= self.columns[n] - SLACK
        return inside and (wide or there[-1] in "。”」、，")

    def _ends_as_text(self, n: int) -> bool:
        """Whether the full lines from line `n` on, and the one behind them, hold a clause or end with a stop."""
        last = n
        while self.filled[last] and self.opens[last] and last + 1 < len(self.texts) and self.indents[last + 1] == 0:
            if last > n or INNER_RE.search(self.texts[last]):
                return True  # no headline has three lines of a column
            last += 1
        return (self.filled[last] and not self.opens[last]) or SENTENCE_RE.match(self.texts[last]) is not None

    def _begins_anew(self, n: int, in_paragraph: bool) -> bool:
        """The next line is indented (as deep as this one or as paragraphs are) or opens with a mark, or is no prose."""
        here, there, indent = self.bare[n], self.bare[n + 1], self.indents[n + 1]
        deep = indent >= self.indents[n] or indent == self.usual
        if indent and deep and not (self.filled[n] and self._spaced(n + 1)):
            return True
        if there[1:2].isspace() and SPACED_RE.fullmatch(there):
            return True
        if is_byline(here, there, self.lexicon) or self._heads_news(n + 1):
            return True
        if self.alone[n] or (self.alone[n + 1] and not self.jump_is_cut(n)):
            return True
        return opens_anew(here, there, self.lexicon) and not (in_paragraph and there.startswith("——"))


def _read_page(texts: list[str], apart: list[bool], before: Mapping[int, int], lexicon: Lexicon) -> _Page | None:
    """None if the dump is not wrapped; `before` some lines stand so many characters more, as wide as Chinese ones."""
    ends = ENDS | frozenset("、，") if closes_with_commas("".join(texts[:SAMPLE])) else ENDS
    opens = [text[-1] not in ends for text in texts]
    set_so = [SOLID * before[n] + text if n in before else text for n, text in enumerate(texts)] if before else texts
    found = find_columns(set_so, opens)
    if found is None:
        return None
    return _Page(texts, apart, opens, found, lexicon)


def _indents_paragraphs(indents: list[int], filled: list[bool]) -> bool:
    first = sum([f and PARAGRAPH[0] <= i <= PARAGRAPH[1] for i, f in zip(indents, filled, strict=True)])
    flush = sum([f and i == 0 and not before for i, f, before in zip(indents[1:], filled[1:], filled, strict=False)])
    return first >= 3 and first >= 2 * flush


def _usual_indent(indents: Sequence[int], filled: Sequence[bool]) -> int:
    """By how many columns full lines are indented mostly that stand below one that is not full."""
    below = Counter(i for i, f, before in zip(indents[1:], filled[1:], filled, strict=False) if f and not before and i)
    return below.most_common(1)[0][0] if below else 0


def _is_alone(text: str) -> bool:
    last = text[-1]
    ended = last in ALONE_ENDS or last.isdecimal() or text[0] == "第"
    return ended and ALONE_RE.fullmatch(text) is not None


def _points(text: str) -> bool:
    """A caption stands in a column of its own: its lines go on until its full stop."""
    return text.lstrip()[0] in CAPTION_MARKS and INNER_RE.search(text + "\n") is not None
