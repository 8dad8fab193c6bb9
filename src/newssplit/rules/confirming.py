"""What is page furniture only in its company: a bare name or date, the name of a page, what recurs over all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.rules.furniture import Furniture
from newssplit.rules.imprints import find_imprints
from newssplit.rules.labels import label_ending
from newssplit.rules.sight import AT_RIGHT, Sight

DIGITS_RE = re.compile(r"\d+")
VALUES_RE = re.compile(r"(?<=[：:])\s?[^：:\s]+")
FIELDS_RE = re.compile(r"[：:|｜丨+○\[\]【】<>]")
OFTEN = 3
"""What stands so often in a dump, but for its numbers, is the page's."""


def confirm_furniture(sights: Sequence[Sight]) -> None:
    """Give furniture to what is it beside furniture, and take it from what only looks like it."""
    _name_pages(sights)
    found = [s for s in sights if s.furniture is not None]
    _count(found, sights)
    papers = {s.furniture.page.newspaper for s in found if s.furniture is not None} - {None}
    for s in found:
        if len(papers) > 1 and _names_a_column(s):
            s.furniture = None
        if s.furniture is not None and _numbers_a_page(s) and s.habits.indent_tells and s.unit.indent >= 2:
            s.furniture = s.furniture._replace(strong=False)
    for s in found:
        _strengthen(s, s.recurs > 1 or s.prev is None or _is_furniture(s.prev), dated=False)
    for s in reversed(found):
        company = s.recurs > 1 or (s.next is not None and _is_furniture(s.next)) or _ends_page(s)
        _strengthen(s, company, dated=True)
    _date_later_issues(found)
    _keep_colophons(found)
    for s in found:
        if not _is_furniture(s):
            s.furniture = None
    _find_recurring(sights)
    find_imprints(sights)


def _name_pages(sights: Sequence[Sight]) -> None:
    """The name of a page on a line of its own, below a header that has none: 综合新闻."""
    named = header = False
    for s in sights:
        found = s.furniture
        if found is not None and (found.strong or found.page.newspaper):
            named = (named or found.page.name is not None) and not (found.breaks and found.page.name is None)
            header = found.breaks or found.page.date is not None or found.page.newspaper is not None
            continue
        above = s.prev
        below_header = header and above is not None and above.furniture is not None
        if below_header and not named and s.key in s.lexicon.wordset("furniture", "pages"):
            s.furniture = Furniture(Page(name="".join(s.text.split())), True, False, False)
        named = False


def _count(found: Sequence[Sight], sights: Sequence[Sight]) -> None:
    """How often what may be furniture stands in the dump."""
    counts = dict.fromkeys([s.key for s in found if s.key], 0)
    for s in sights:
        if s.key in counts:
            counts[s.key] += 1
    for s in found:
        s.recurs = counts.get(s.key, 0)


def _names_a_column(s: Sight) -> bool:
    """热线快报 once, where the paper is called otherwise, is a column."""
    found = s.furniture
    named = found is not None and not found.strong and found.page.newspaper == s.text
    return named and s.recurs == 1 and s.prev is not None and label_ending(s)


def _numbers_a_page(s: Sight) -> bool:
    """`第二版` alone, which set as a paragraph may be one."""
    found = s.furniture
    return found is not None and found.breaks and found.page == Page(number=found.page.number)


def _strengthen(s: Sight, company: bool, *, dated: bool) -> None:
    """A bare name or date is furniture in company; `dated`: above furniture a date alone is not, as it may be a text's."""
    found = s.furniture
    if found is not None and not found.strong and company:
        date_alone = dated and found.page.newspaper is None and not found.contact
        s.furniture = found._replace(strong=not date_alone or s.recurs > 1)


def _date_later_issues(found: Sequence[Sight]) -> None:
    """Where a day alone stands over the first items of a dump, one that stands so again is over those of another day. The
    day of a letter or a notice stands right below its text, or far to the right."""
    if not any(_is_day(s) and _is_furniture(s) for s in found):
        return
    for s in found:
        below = s.next
        apart = s.unit.blank and s.habits.blank_tells and s.unit.indent < AT_RIGHT
        if _is_day(s) and apart and below is not None and below.headlike and not below.closed and not below.line_makers:
            s.furniture = s.furniture and s.furniture._replace(strong=True)


def _is_day(s: Sight) -> bool:
    found = s.furniture
    return found is not None and found.page.date is not None and found.page == Page(date=found.page.date)


def _ends_page(s: Sight) -> bool:
    """The paper's own telephone and mail stand at the foot of a page."""
    found, below = s.furniture, s.next
    last = below is None or (below.furniture is not None and below.furniture.breaks)
    return last and found is not None and found.contact and _hotline_re(s.lexicon).search(s.folded) is not None


@cache
def _hotline_re(lexicon: Lexicon) -> re.Pattern[str]:
    """A desk of the paper and how it is reached: `发行热线`."""
    desk, way = (any_of(lexicon.words("furniture", key), spaced=False) for key in ("desks", "ways"))
    return re.compile(rf"(?:{desk}|本版\S{{0,2}}){way}|热线.{{0,120}}邮箱")


def _is_furniture(s: Sight) -> bool:
    return s.furniture is not None and s.furniture.strong


def _keep_colophons(found: Sequence[Sight]) -> None:
    """Three lines or more of addresses and numbers to call are a box of their own, not page furniture."""
    run = list[Sight]()
    for s in found:
        if s.furniture is None or not (s.furniture.contact or s.furniture.page.editors):
            continue
        if run and run[-1] is not s.prev:
            _keep_colophon(run)
            run = []
        run.append(s)
    _keep_colophon(run)


def _keep_colophon(run: Sequence[Sight]) -> None:
    if len(run) >= 3 and sum(s.furniture is not None and s.furniture.contact for s in run) >= 2:
        for s in run:
            s.furniture, s.colophon = None, True


def _find_recurring(sights: Sequence[Sight]) -> None:
    """What stands over every article alike, but for its numbers, is the page's: 字数：612 版名：要闻."""
    shapes = {n: shape for n, s in enumerate(sights) if (shape := _shape(s))}
    counts = Counter(shapes.values())
    for n, shape in shapes.items():
        if counts[shape] >= OFTEN and shapes.get(n - 1) != shape != shapes.get(n + 1):
            sights[n].furniture = Furniture(Page(), True, False, False)


def _shape(s: Sight) -> str:
    """A line of several fields without its numbers and values; empty for any other line."""
    text = s.text
    if not s.short or s.closed or s.furniture is not None or not FIELDS_RE.search(text):
        return ""
    if s.unit.inline or s.lede or s.line_makers or s.teaser or text[-1] in "：:" or len(s.key) < 5:
        return ""
    named = VALUES_RE.sub("", text)
    return DIGITS_RE.sub("0", "".join(named.split())) if named != text or DIGITS_RE.search(text) else text
