"""How tools write the numbers that they put before their records: `12. 標題`, `[3]【篇名】…`, `No.4`, `文章3：`."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, forms_of, in_both
from newssplit.light import NamedTuple
from newssplit.patterns import re

NUMERALS = "一二三四五六七八九十"
CHINESE_RE = re.compile(rf"^\s*(?P<number>[{NUMERALS}]{{1,3}})、\s*(?=\S)")
"""`三、标题`: crossheads are numbered so, too, but no list of contents names these."""
ALONE_RE = re.compile(
    r"""
    ^\s*(?: [\[【〔［]\s?(?P<boxed>\d{1,6})\s?[\]】〕］]         # ［3］
       | [\#■□●◆▲◇○★]\s?(?P<signed>\d{1,4})                 # #3, ■ 3
       | (?P<bare>\d{1,4})[.)）、]?                           # 3. 3
       | [^\W\d_]{1,10}\.?\s?(?P<named>\d{1,6})\s?[^\W\d_]?   # Document 3, 第3篇
       | 第\s?(?P<counted>[一二三四五六七八九十]{1,3})\s?[^\W\d_]       # 第三則
    ) (?:\s{0,3}(?:of|[/／]|[^\W\d_])\s{0,3}\d{1,6}\s?[^\W\d_]?)? \s?[.:：]?\s*$    # … of 25, … 共 6
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number on a line of its own: `［3］`, `第3篇`, `Document 3 of 25`."""


class Numbered(NamedTuple):
    """A line that opens with its number, not folded."""

    number: re.Pattern[str]
    openers: frozenset[str]
    """What it begins with, if not with the number."""


@cache
def numbered(lexicon: Lexicon) -> Numbered:
    """Such lines with the words of a vocabulary, compiled once."""
    items = lexicon.words("furniture", "items")
    number = rf"""
        ^\s*
        (?: [Nn][Oo]\.?\s? | Article\s? | Item\s?
          | {in_both(items)}\s?(?=[\d{NUMERALS}]) )?                                       # No.4, 文章3：
        [\[(（【〔［#]?\s?
        (?P<number> \d{{1,6}} | (?<={in_both(word[-1] for word in items)})[{NUMERALS}]{{1,3}} )
        \s?(?:[篇条條则則]\s?)?
        (?: [\])）】〕］]\s? | [ ]?[.．、:：)]\s*                                           # [3], 12.
          | (?:(?<=\#\d)|(?<=\#\d\d)|(?<=\#\d{{3}}))[ \u3000]{{1,4}} )                   # \#3
        (?=[^\s\d.．])
        """
    openers = forms_of(word[0] for word in items)
    return Numbered(re.compile(number, re.VERBOSE), frozenset("NnAI[\\(（【〔［#" + openers))
