"""What can be told of a unit at a glance.

Most rules ask for something that few units have: a lede, a bracket at the beginning, furniture above. It is looked
up once for all of them, so that a unit is asked a quarter of the rules; a rule's row says what it `needs`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newssplit.lexicon import Lexicon, keyed
from newssplit.patterns import re
from newssplit.reading.anew import CAPTION_MARKS
from newssplit.reading.habits import Habits

if TYPE_CHECKING:
    from newssplit.rules.sight import Sight

LINE = 1 << 0
"""Short enough for a heading, and no sentence."""
PROSE = 1 << 1
"""Any other unit."""
BEGUN = 1 << 2
"""Its first character is a number, a bracket, a bullet, a dash …, or a word that counts."""
ENDED = 1 << 3
"""Its last character is no letter: a stop, a bracket, a quotation mark …"""
MIXED = 1 << 4
"""A short line with something else than letters in it: a space, a number, a mark."""
PLAIN = 1 << 5
"""A short line with letters alone."""
COLON = 1 << 6
NAMED = 1 << 7
"""It is called as columns, boxes, notices or lists of teasers are, or has parts that may be."""
ENDING = 1 << 8
"""Its last character is one with which the names of columns or of notices end."""
OPENER = 1 << 9
"""Its first character may open a caption or a notice."""
SPACED = 1 << 10
LEDE = 1 << 11
TURNED = 1 << 12
TAILS = 1 << 13
MAKERS = 1 << 14
"""Of the whole line, or where a picture is from."""
REPEAT = 1 << 15
INLINE = 1 << 16
AFTER_FURNITURE = 1 << 17
ABOVE_FURNITURE = 1 << 18
BELOW_FURNITURE = 1 << 19
BELOW_MARKED = 1 << 20
"""Below it stands a lede, makers, or where a picture is from."""
BELOW_LINE = 1 << 21
BELOW_TEXT = 1 << 22
NO_TEXT_BELOW = 1 << 23
NOTED = 1 << 24
"""Something rare is known of it: it is furniture, a field, a teaser, named in the contents or by a title, behind 上接 …"""
INDENTING = 1 << 25
"""Of the dump: half of its paragraphs are indented, or more."""
WRAPPING = 1 << 26
GAPPED = 1 << 27
"""A blank line is before every heading, or tells something."""
UNSIGNED = 1 << 28
"""Hardly an article of it names who made it."""
OPEN = 1 << 29
"""The text before it stopped in mid-sentence."""
LONGISH = 1 << 30
"""A short line of a dozen characters or more."""
CARRIED = 1 << 31
"""A tool has left a sign at it, or at the unit below."""
MARKED = 1 << 32
"""Of the dump: a tool has marked its headings."""
ANNOUNCED = 1 << 33
"""It stands below a line that announces a list."""
IN_RUN = 1 << 34
"""It is one of many short lines in a row."""
IN_ROWS = 1 << 35
"""It is one of several rows of a list or a table."""
OVER_ROWS = 1 << 36
"""It stands over such rows, and may be what they are called."""
VERSE = 1 << 37
"""It is one of several short lines below a headline and its author."""
IN_SERIES = 1 << 38
"""Another line names what it is about as this one does: 联营：…, 联享：…."""
DOZEN = 12
COUNTING = frozenset("一二三四五六七八九十第其周星礼禮週")
PARTS_RE = re.compile(r"[·・—|/]")
"""Between the parts of a column's name."""
BEFORE_CAPTION = " （("
"""What else may stand before a caption's first word."""


@cache
def names(lexicon: Lexicon) -> frozenset[str]:
    """The keys of all words that a whole line may be."""
    places = (
        ("labels", "words"), ("labels", "boxes"), ("labels", "single"), ("labels", "summaries"), ("teasers", "heads"),
        ("notices", "heads"),
    )  # fmt: skip
    return frozenset(keyed(word) for place in places for word in lexicon.words(*place))


@cache
def endings(lexicon: Lexicon) -> frozenset[str]:
    """The last characters of the words that ENDING tells of."""
    places = (("labels", "endings"), ("labels", "notices"), ("notices", "heads"), ("notices", "issued"))
    return frozenset(word[-1] for place in places for word in lexicon.words(*place))


@cache
def openers(lexicon: Lexicon) -> frozenset[str]:
    """The characters that OPENER tells of."""
    words = (*lexicon.words("notices", "openers"), *lexicon.words("captions", "openers"))
    return frozenset(CAPTION_MARKS + BEFORE_CAPTION).union(word[0] for word in words)


def habitual(habits: Habits) -> int:
    """The signs of a dump, which are those of each of its units."""
    found = 0
    if habits.indented >= 0.5:
        found |= INDENTING
    if habits.wrapped:
        found |= WRAPPING
    if habits.gap_before_heads or habits.blank_tells:
        found |= GAPPED
    if habits.marked or habits.fielded:
        found |= MARKED
    if habits.unsigned:
        found |= UNSIGNED
    return found


def printed(text: str, folded: str, key: str, lexicon: Lexicon, *, headlike: bool) -> int:
    """What a text shows by itself; `key` is what is known as its key, empty for a long one."""
    first = text[0]
    found = LINE if headlike else PROSE
    if not first.isalpha() or first in COUNTING:
        found |= BEGUN
    if not text[-1].isalpha():
        found |= ENDED
    if folded[0] in openers(lexicon):
        found |= OPENER
    if "：" in text or ":" in text:
        found |= COLON
    if headlike:
        found |= PLAIN if text.isalpha() else MIXED
        if " " in text or "\u3000" in text:
            found |= SPACED
    if headlike and len(key) >= DOZEN:
        found |= LONGISH
    if key:
        found |= _called(text, key, lexicon)
    return found


def _called(text: str, key: str, lexicon: Lexicon) -> int:
    found = 0
    if key in names(lexicon) or PARTS_RE.search(text) or lexicon.ends(key, "labels", "box_endings"):
        found = NAMED
    if key[-1] in endings(lexicon):
        found |= ENDING
    return found


def signs(s: Sight) -> int:
    """The signs of one unit, but for those of its dump."""
    found = s.printed
    if s.lede is not None:
        found |= LEDE
    if s.turned is not None:
        found |= TURNED
    if s.tails:
        found |= TAILS
    if s.line_makers or s.credit:
        found |= MAKERS
    if s.repeat:
        found |= REPEAT
    if s.unit.inline:
        found |= INLINE
    if s.unit.mark is not None or (s.next is not None and s.next.unit.mark is not None):
        found |= CARRIED
    if s.open_before:
        found |= OPEN
    if s.after_furniture:
        found |= AFTER_FURNITURE
    if s.furniture is not None or s.teaser is not None or s.onward is not None or s.unit.field or s.listed:
        found |= NOTED
    if s.unit.mark is not None and s.unit.mark.titled:
        found |= NOTED
    if s.colophon:
        found |= NOTED | COLON
    above = s.prev
    if above is not None:
        if above.furniture is not None:
            found |= ABOVE_FURNITURE
        if above.turned is not None:
            found |= NOTED
    return found | _below(s.next)


def _below(below: Sight | None) -> int:
    if below is None:
        return NO_TEXT_BELOW
    found = 0
    if below.furniture is not None:
        found = BELOW_FURNITURE | NO_TEXT_BELOW
    if below.headlike:
        found |= BELOW_LINE | NO_TEXT_BELOW
    if below.likely_text:
        found |= BELOW_TEXT
    if below.lede is not None or below.line_makers or below.credit:
        found |= BELOW_MARKED
    return found
