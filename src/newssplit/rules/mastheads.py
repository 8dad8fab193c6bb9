"""The masthead (报头) of a dump: what stands above the name of its first page, known or not, is the paper's own.

A motto, `内部资料　免费交流`, the price, who has typed the page: nobody can list what papers print there. But no article
stands above the first page of an issue.
"""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.model import Page
from newssplit.patterns import re
from newssplit.rules.furniture import Furniture, read_furniture
from newssplit.rules.openings import is_masthead
from newssplit.rules.sight import Sight

LINES = 12
"""A masthead has no more lines. In all annotated dumps some 70 lines that no rule knows stand so above a page's name, and
three are a headline's: of a dump that has the page below it, which the line behind the page tells."""

CHINESE_RE = re.compile(r"[\u3400-\u9fff]")


def find_mastheads(sights: Sequence[Sight]) -> None:
    """Note as furniture all lines of the dump's beginning down to the name or number of its first page, but for the
    paper's name above them all."""
    top = list[Sight]()
    for s in sights[:LINES]:
        if s.furniture is None and not _may_be_masthead(s):
            break
        top.append(s)
    pages = [n for n, s in enumerate(top) if _names_page(s)]
    end = pages[-1] + 1 if pages else 0
    while pages and end < len(top) and not CHINESE_RE.search(top[end].text):
        end += 1  # what a recogniser has made of a rule, the name of the paper in another language
    if not pages or not begins_item(top[end - 1].next):
        return
    for s in reversed(top[:end]):
        if (s.furniture is None or not s.furniture.strong) and not is_masthead(s):  # whose rule reads the paper's name
            found = read_furniture(s.text, s.folded, s.lexicon)  # a day alone is none elsewhere
            s.furniture = Furniture(found.page if found is not None else Page(), True, False, False)


def _may_be_masthead(s: Sight) -> bool:
    """Whether a line is short, and nothing of an article: no sentence, no dateline, no makers, no teaser, no field."""
    text = s.likely_text or s.closed or s.lede is not None or bool(s.tails)
    return s.short and not text and not s.signed and s.teaser is None and not s.unit.field


def _names_page(s: Sight) -> bool:
    """Whether a line names a page, as no other does: what stands below each headline of a database, and what says paper,
    day and page, is where the one text is from."""
    found = s.furniture
    if found is None or not found.strong or not found.breaks or found.column or found.parts or s.recurs > 1:
        return False
    return found.page.date is None or found.page.newspaper is None


def begins_item(s: Sight | None) -> bool:
    """Whether a line may be the first one of an item: where a text stands right below the page, its headline is above."""
    return s is not None and s.headlike and not s.likely_text and s.lede is None and not s.signed
