"""The mark that opens a news item, 电头 / 讯头, and the makers named beside it.

`本报讯 (记者X)`, `据新华社北京5月22日电`, `【新华社荷泽十一日电】`, `〔記者X／台北報導〕`,
`晨报96111热线新闻（记者X）`, `（新文化报 记者X）`, `本报讯 通讯员X报道：`, `记者X、新华社记者Y报道：`.
"""

from __future__ import annotations

from newssplit.late import Late
from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import BULLETS
from newssplit.rules.lede_makers import (
    BOXED,
    OPENING,
    people_in,
    read_bare,
    read_box,
    read_brackets,
    read_named,
)
from newssplit.rules.lede_makers import patterns as signing
from newssplit.rules.lede_marks import Patterns, patterns
from newssplit.rules.makers import Maker
from newssplit.rules.name_signs import unlike
from newssplit.rules.people import sure_names

REACH = 110
"""A lede stands within this many characters of a paragraph's beginning."""
BULLET_RE = re.compile(rf"[{BULLETS}][ \u3000]{{0,2}}(?=\S)")
"""The sign before an item that opens with a dateline: ●（銮江3日讯）."""


class Lede(NamedTuple):
    """What a paragraph opens with; offsets in the paragraph, `end` where its own text begins."""

    start: int
    end: int
    """Behind the mark, its brackets, the makers and the spaces after them."""
    mark: tuple[tuple[int, int], ...]
    """The dateline's text, brackets and names left out; empty for makers alone."""
    agency: str | None
    place: str | None
    date: str | None
    makers: tuple[Maker, ...]


def read_lede(text: str, folded: str, lexicon: Lexicon) -> Lede | None:
    """The lede that a paragraph opens with, or None.

    >>> from newssplit.lexicon import default_lexicon
    >>> line = "新华社北京5月22日电（记者李明）记者获悉，"
    >>> lede = read_lede(line, line, default_lexicon())
    >>> lede.agency, lede.place, lede.date, lede.makers[0].name
    ('新华社', '北京', '5月22日', '李明')
    """
    at = 0
    while folded[at] in " \u3000":
        at += 1
    if not patterns(lexicon).hint.search(folded, at, at + 40):
        return _named_alone(text, folded, at, lexicon) if folded[at] in "（(" else None
    head = folded[:REACH]
    if head[at] in BULLETS and (m := BULLET_RE.match(head, at)):
        at = m.end()
        found = _bracketed(text, folded, head, at, lexicon) or _marked(text, head, at, lexicon)
        return found if found and found.mark else None
    return (
        (_bracketed(text, folded, head, at, lexicon) if head[at] in OPENING else None)
        or (_marked(text, head, at, lexicon) if patterns(lexicon).marked.search(head, at) else None)
        or (_makers_alone(text, head, at, lexicon) if signing(lexicon).signed.match(head, at) else None)
        or (_named_alone(text, folded, at, lexicon) if head[at] in "（(" else None)
    )


def _bracketed(text: str, folded: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    """【新华社荷泽十一日电】, 〔記者X／台北報導〕, （本报讯 记者X）."""
    p = patterns(lexicon)
    box = BOXED.match(head, at)
    if box is None:
        return None
    signed = read_box(text, folded, head, at, lexicon)
    if signed:
        agency, place, date = (
            text[slice(*span)] if span else None for span in (signed.agency, signed.place, signed.date)
        )
        return _lede(text, at, signed.end, signed.mark, signed.makers)._replace(agency=agency, place=place, date=date)
    start, end = box.span("inner")
    m = p.bracketed.match(head, at)
    if m and _is_mark(m, p):
        return _with_makers(text, head, m, m.span("mark"), at, lexicon)
    inside = p.mark.match(head, start, end)
    if inside:
        makers = people_in(text, inside.end(), end, lexicon)
        if makers or not head[inside.end() : end].strip():
            return _lede(text, at, box.end(), (inside.span(),), makers, inside)
    return None


def _is_mark(m: regex.Match[str], p: Patterns) -> bool:
    """A bracketed mark is short, and no column's name: 【时政简讯】 is one, 【本市讯】 a mark."""
    bare = m["agency"] is None and m["date"] is None
    if bare and (p.column.search(m["mark"]) or (p.alone.search(m["mark"]) and m.end() >= len(m.string.rstrip()))):
        return False
    return len(m["mark"]) <= 24


def _marked(text: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    p = patterns(lexicon)
    m = p.mark.match(head, at)
    if (
        m is None
        or head[m.end() : m.end() + 1] in ("，", ",")
        or (m.end() >= len(text.rstrip()) and p.alone.search(m[0]))
    ):
        return None
    return _with_makers(text, head, m, m.span(), at, lexicon)


def _with_makers(text: str, head: str, m: regex.Match[str], mark: tuple[int, int], at: int, lexicon: Lexicon) -> Lede:
    """A mark and the makers behind it, in brackets or without."""
    for reader in (read_brackets, read_bare, read_named):
        makers, end = reader(text, head, m.end(), lexicon)
        if makers:
            return _lede(text, at, end, (mark,), makers, m)
    return _lede(text, at, m.end(), (mark,), (), m)


def _makers_alone(text: str, head: str, at: int, lexicon: Lexicon) -> Lede | None:
    """（记者X）, 本报记者X发自L, 记者X、新华社记者Y报道： without any mark."""
    makers, end = (read_brackets if head[at] in OPENING else read_bare)(text, head, at, lexicon)
    if not any(m.role for m in makers) or not text[end:].strip():
        return None
    return _lede(text, at, end, (), makers)


NAMED = Late(r"[（(](?P<names>\p{Han}{2,4}(?:[、 \u3000]\p{Han}{2,3}){0,2})[）)]\s?(?=[^\s，。：:])")
"""（谷雨）昨天上午…: names alone in the bracket that opens a text."""
OPENED = 15
"""So many characters stand behind it at least."""


def _named_alone(text: str, folded: str, at: int, lexicon: Lexicon) -> Lede | None:
    """Names that surnames tell, and that are no places: （成都）昨天… names none."""
    m = NAMED.match(folded, at)
    if m is None or len(text) - m.end() < OPENED:
        return None
    makers = people_in(text, *m.span("names"), lexicon)
    places = lexicon.wordset("marks", "places")
    if (
        not makers
        or any(fold(x.name) in places or unlike(x.name, lexicon) for x in makers)
        or not sure_names(makers, lexicon)
    ):
        return None
    return _lede(text, at, m.end(), (), makers)


def _lede(
    text: str,
    start: int,
    end: int,
    mark: tuple[tuple[int, int], ...],
    makers: tuple[Maker, ...],
    m: regex.Match[str] | None = None,
) -> Lede:
    """A lede with the spaces behind it; `m` says who sent it, from where and when."""
    while end < len(text) and text[end] in " \u3000：:":
        end += 1
    groups = m.groupdict() if m else {}
    agency, place, date = (
        text[slice(*m.span(k))] if m and groups.get(k) else None for k in ("agency", "place", "date")
    )
    return Lede(start, end, mark, agency, place, date, makers)
