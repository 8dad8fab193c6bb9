"""The three things that a path, an option or a page may say of an issue, and how a user writes them."""

from __future__ import annotations

from newssplit.language.dates import FULL_DATE, iso_date, page_number
from newssplit.lexicon import fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex

DATE = (
    rf"(?<!\d)(?:{FULL_DATE}"
    r"|(?P<year>(?:1[89]|20)\d\d)(?P<mark>[-._]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d))"
)
"""A whole date as names of files have it, for folded text: 1998-01-05, 19980105, 1998年1月5日, 民國37年1月5日."""
NUMBER = r"(?:[A-Za-zＡ-Ｚ]{0,2}\d{1,3}|[〇零一二三四五六七八九十百]{1,4})"
"""The number of a page: 2, A01, 十二."""
WHOLE_PAGE_RE = re.compile(rf"第?\s?({NUMBER})\s?版?")
date_re = regex.compile(DATE)


class Facts(NamedTuple):
    """What is said; None where nothing is."""

    newspaper: str | None = None
    date: str | None = None
    """ISO 8601."""
    page: str | None = None
    """As `newssplit.fields.Page.number` has it: `1`, `B12`."""

    def over(self, other: Facts) -> Facts:
        """These, and the other ones where these say nothing."""
        return Facts(*(own if own is not None else theirs for own, theirs in zip(self, other, strict=True)))


def date_of(text: str) -> str | None:
    """The ISO form of a date that is the whole text; None where it is none.

    >>> date_of("19980105"), date_of("1998年1月5日"), date_of("20239999")
    ('1998-01-05', '1998-01-05', None)
    """
    found = date_re.fullmatch(fold(text.strip()))
    return iso_date(found) if found else None


def page_of(text: str) -> str | None:
    """The number of a page that is the whole text, as `Page.number` has it; None where it is none.

    >>> page_of("第03版"), page_of("A01"), page_of("notes")
    ('3', 'A1', None)
    """
    found = WHOLE_PAGE_RE.fullmatch(text.strip())
    return page_number(found[1]) if found else None
