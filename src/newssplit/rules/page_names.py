"""The name of a page on a line of its own within the page's head: 港聞 between the day and the number, 焦点 above both.

No list can hold such names: `审判·执行`. But a column's name has an item below it, and between an item and its column no
paper prints a page's head.
"""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.model import Page
from newssplit.patterns import regex
from newssplit.rules.furniture import Furniture
from newssplit.rules.labels import known_label
from newssplit.rules.mastheads import begins_item
from newssplit.rules.openings import is_masthead
from newssplit.rules.sight import Sight

NAME_RE = regex.compile(r"\p{Han}{2,6}(?:[·・]\p{Han}{1,4})?")
"""Of 61 annotated lines of such a form right above a page's head that no rule knew none is the name of a column; those that
a rule knows as a column's are the page's, but for the headlines of records."""

HEAD = 8
"""Lines of a page's head at most; it bounds the work on a dump of nothing but heads."""


def find_page_names(sights: Sequence[Sight]) -> None:
    """Note as furniture the lines that name a page: right above a part of its head, and below another part that says
    something else of it, or called as columns and pages are."""
    for s in reversed(sights):
        if s.furniture is not None or not _may_be_name(s) or not _heads_item(s.next):
            continue
        above, below = _told(_head_of(s.prev)) | _told(_carried(s)), _told(_head_of(s.next))
        if below and ((above and not above & below) or known_label(s)):
            s.furniture = Furniture(Page(name=s.text), True, False, False)


def _may_be_name(s: Sight) -> bool:
    plain = s.headlike and not s.unit.field and not s.signed and s.teaser is None and not is_masthead(s)
    return plain and NAME_RE.fullmatch(s.text) is not None


def _heads_item(s: Sight | None) -> bool:
    """Whether below the page's head an item begins: where a text does, the headline stands above what a record says of it."""
    for _ in range(HEAD):
        if s is None or s.furniture is None:
            return begins_item(s)
        s = s.next
    return False


def _head_of(s: Sight | None) -> Page | None:
    """What a line of a page's head says; None for any other line."""
    found = s.furniture if s is not None else None
    return found.page if found is not None and found.strong else None


def _carried(s: Sight | None) -> Page | None:
    """What stood right above a line in one of a page's head that a tool was taken to have repeated."""
    return s.unit.mark.page if s is not None and s.unit.mark is not None else None


def _told(page: Page | None) -> set[str]:
    """What of a page is said."""
    if page is None:
        return set()
    told = {"paper": page.newspaper, "day": page.date, "number": page.number, "editors": page.editors}
    return {name for name, value in told.items() if value}
