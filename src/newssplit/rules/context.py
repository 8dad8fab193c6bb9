"""What a unit's neighbours make of it: page furniture, text that goes on, headings printed again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, squeeze
from newssplit.model import Page
from newssplit.reading.habits import SAMPLE, Habits
from newssplit.reading.units import Unit
from newssplit.rules.furniture import Furniture
from newssplit.rules.labels import known_label, label_ending
from newssplit.rules.repeats import find_repeats
from newssplit.rules.sight import BARE_RE, SHORT, Sight
from newssplit.rules.teasers import listed_title

DIGITS_RE = re.compile(r"\d+")
FEW, UNSIGNED = 4, 0.2
"""Of so many short lines over paragraphs this share may be signed in a dump that signs nothing."""
BRIEF = 2
"""A brief has no more paragraphs."""
VALUES_RE = re.compile(r"(?<=[：:])\s?[^：:\s]+")
HOTLINE_RE = re.compile(
    r"(?:新闻|发行|广告|本版\S{0,2}|爆料|报料|编辑部|总编室|投稿|采编)(?:热线|电话|邮箱|信箱)|热线.*邮箱"
)
CONTACT_RE = re.compile(r"[\d－-]{7,}$|@[\w.]+$")
"""A number to call or a mail address ends a sentence without a stop."""
FIELDS_RE = re.compile(r"[：:|｜+○\[\]【】<>]")


def look(units: Sequence[Unit], habits: Habits, lexicon: Lexicon) -> list[Sight]:
    """All units with their context."""
    sights = _sights(units, habits, lexicon)
    for a, b in pairwise(sights):
        a.next, b.prev = b, a
    _read_contents(sights, lexicon)
    counts = Counter(s.key for s in sights if s.key)
    titles: set[str] = {k for s in sights if s.teaser and (k := squeeze(BARE_RE.sub("", s.teaser)))}
    for s in sights:
        s.recurs = counts[s.key]
        if s.key and not s.teaser and s.key in titles:
            s.listed = True
        elif s.key and s.next is not None and s.next.key and s.key + s.next.key in titles:
            s.listed = s.next.listed = True
    _name_pages(sights)
    _confirm_furniture(sights)
    _find_recurring(sights)
    _link_text(sights)
    _count_signed(sights)
    find_repeats(sights)
    _mark_briefs(sights)
    return sights


def _sights(units: Sequence[Unit], habits: Habits, lexicon: Lexicon) -> list[Sight]:
    """Each unit by itself. Page headers, labels and names come again and again, and are read once."""
    sights, known = list[Sight](), dict[tuple[str, str, bool], Sight]()
    for unit in units:
        key = (unit.text, unit.field, unit.inline)
        seen = known.get(key) if len(unit.text) <= SHORT else None
        sights.append(Sight(unit, habits, lexicon) if seen is None else seen.again(unit))
        if seen is None and len(unit.text) <= SHORT:
            known[key] = sights[-1]
    return sights


def forget_neighbours(sights: Sequence[Sight]) -> None:
    """When nothing is asked of neighbours any more: a sight that nobody needs goes, and takes no other with it."""
    for s in sights:
        s.prev = s.next = None


def _read_contents(sights: list[Sight], lexicon: Lexicon) -> None:
    """Below 导读 a line that ends with a page is a teaser, be it like a page header elsewhere."""
    within = False
    for s in sights:
        title = listed_title(s.text) if within and s.short else None
        if title:
            s.teaser, s.furniture, s.tails, s.line_makers = title, None, (), ()
        else:
            within = s.key in lexicon.wordset("teasers", "heads") or (within and s.teaser is not None)


def _mark_briefs(sights: list[Sight]) -> None:
    """Below 简讯 or 国际短波, as far as the next column or page, stand items of a paragraph or two."""
    names = sights[0].lexicon.words("labels", "briefs") if sights else ()
    below, paragraphs = False, 0
    for s in sights:
        paragraphs = 0 if s.headlike else paragraphs + 1
        if s.furniture is not None:
            below = below and not s.furniture.ends
        elif paragraphs > BRIEF:
            below = False
        elif known_label(s) or label_ending(s):
            below = s.key.endswith(names)
        else:
            s.brief = below


def _confirm_furniture(sights: list[Sight]) -> None:
    """A bare name or date is furniture beside furniture, or where it stands again and again."""
    papers = {s.furniture.page.newspaper for s in sights if s.furniture is not None}
    for s in sights:
        if s.furniture is not None and _names_a_column(s) and len(papers - {None}) > 1:
            s.furniture = None
        if s.furniture is not None and _numbers_a_page(s) and s.habits.indent_tells and s.indent >= 2:
            s.furniture = s.furniture._replace(strong=False)
    for order in (sights, sights[::-1]):
        before: Sight | None = None
        for s in order:
            company = (
                s.recurs > 1 or (before is None and order is sights) or (before is not None and _is_furniture(before))
            )
            company = company or (order is not sights and _ends_page(s, before))
            if s.furniture is not None and not s.furniture.strong and company:
                dated = s.furniture.page.newspaper is None and order is not sights and not s.furniture.contact
                s.furniture = s.furniture._replace(strong=not dated or s.recurs > 1)
            before = s
    _keep_colophons(sights)
    for s in sights:
        if s.furniture is not None and not s.furniture.strong:
            s.furniture = None


def _names_a_column(s: Sight) -> bool:
    """热线快报 once, where the paper is called otherwise, is a column."""
    found = s.furniture
    named = found is not None and not found.strong and found.page.newspaper == s.text
    return named and s.recurs == 1 and s.prev is not None and label_ending(s)


def _count_signed(sights: list[Sight]) -> None:
    """Whether this dump prints datelines and makers at all, as far as its first units say."""
    signed = heads = 0
    for s in sights[:SAMPLE]:
        signed += s.lede is not None or s.signed or any(t.kind in ("people", "source") for t in s.tails)
        heads += s.headlike and not s.closed and s.next is not None and s.next.prose
    if heads >= FEW and signed <= UNSIGNED * heads:
        habits = sights[0].habits._replace(unsigned=True)
        for s in sights:
            s.habits = habits


def _ends_page(s: Sight, below: Sight | None) -> bool:
    """The paper's own telephone and mail stand at the foot of a page."""
    last = below is None or (below.furniture is not None and below.furniture.breaks)
    contact = s.furniture is not None and s.furniture.contact
    return last and contact and HOTLINE_RE.search(s.folded) is not None


def _numbers_a_page(s: Sight) -> bool:
    """`第二版` alone, which set as a paragraph may be one."""
    found = s.furniture
    return found is not None and found.breaks and found.page == Page(number=found.page.number)


def _find_recurring(sights: list[Sight]) -> None:
    """What stands over every article alike, but for its numbers, is the page's: 字数：612 版名：要闻."""
    shapes = [_shape(s) for s in sights]
    often = {shape for shape, number in Counter(shapes).items() if shape and number >= 3}
    for s, above, shape, below in zip(sights, ["", *shapes], shapes, [*shapes[1:], ""], strict=False):
        if shape in often and above != shape != below:
            s.furniture = Furniture(Page(), True, False, False)


def _shape(s: Sight) -> str:
    """A line of several fields without its numbers and values; empty for any other line."""
    text = s.text
    plain = (
        s.furniture is None
        and s.short
        and not s.unit.inline
        and not s.closed
        and not s.lede
        and not s.line_makers
        and not s.teaser
    )
    if not plain or not FIELDS_RE.search(text) or text[-1] in "：:" or len(s.key) < 5:
        return ""
    named = VALUES_RE.sub("", text)
    return DIGITS_RE.sub("0", "".join(named.split())) if named != text or DIGITS_RE.search(text) else text


def _name_pages(sights: list[Sight]) -> None:
    """The name of a page on a line of its own, below a header that has none: 综合新闻."""
    named = header = False
    for s in sights:
        if s.furniture is not None and (s.furniture.strong or s.furniture.page.newspaper):
            named = (named or s.furniture.page.name is not None) and not (
                s.furniture.breaks and s.furniture.page.name is None
            )
            header = s.furniture.breaks or s.furniture.page.date is not None or s.furniture.page.newspaper is not None
            continue
        above = s.prev
        below_header = above is not None and above.furniture is not None and header
        if below_header and not named and s.key in s.lexicon.wordset("furniture", "pages"):
            s.furniture = Furniture(Page(name="".join(s.text.split())), True, False, False)
        named = False


def _keep_colophons(sights: list[Sight]) -> None:
    """Three lines or more of addresses and numbers to call are a box of their own, not page furniture."""
    run = list[Sight]()
    for s in [*sights, None]:
        if s is not None and s.furniture is not None and (s.furniture.contact or s.furniture.page.editors):
            run.append(s)
            continue
        if len(run) >= 3 and sum(r.furniture is not None and r.furniture.contact for r in run) >= 2:
            for r in run:
                r.furniture, r.colophon = None, True
        run = []


def _is_furniture(s: Sight) -> bool:
    return s.furniture is not None and s.furniture.strong


CLOSING = ("turn", "people", "credit")
"""Tails behind which no sentence goes on."""


def _link_text(sights: list[Sight]) -> None:
    """Whether the text before stopped in mid-sentence, furniture and captions between them passed over."""
    last: Sight | None = None
    after_furniture = True
    for s in sights:
        s.after_furniture = after_furniture
        s.open_before = last is not None and not last.closed
        if s.furniture is not None:
            after_furniture = True
            last = None if s.furniture.parts or (s.furniture.ends and not s.furniture.breaks) else last
            continue
        after_furniture = False
        if s.onward or any(t.kind in CLOSING for t in s.tails):
            last = None
            continue
        if s.line_makers or s.teaser or s.likely_caption:
            continue
        if CONTACT_RE.search(s.text):
            last = None
        elif s.wordy or s.cut_by_page or s.cut_in_column:
            last = s
        elif last is None or last.closed:
            last = None
