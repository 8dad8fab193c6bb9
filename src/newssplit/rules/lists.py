"""Short lines that stand together: what a line announces that ends with a colon, and those that nothing announces."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.patterns import re
from newssplit.rules.headings import dashed
from newssplit.rules.sight import Sight
from newssplit.rules.signs import ANNOUNCED, IN_ROWS, IN_RUN, OVER_ROWS, VERSE

LIST = 40
"""So far a list reaches from the line that announces it."""
ROWS = 3
"""So many rows of one form are a list; with four, two of 736 articles on papers to which nothing is fitted are lost."""
ENTRY_RE = re.compile(r"^[^，。：:；！？\s]{1,8}[：:]\s{0,3}[^：:。]{1,40}$")
"""`麻坡：午后雷阵雨`."""
NUMERALS = "\\d一二三四五六七八九十百千"
ROW_RE = re.compile(
    rf"^[^\s。：:；！？\d]{{1,20}}[ \u3000]{{1,8}}+[^。：:；！？{NUMERALS}]{{0,24}}+[{NUMERALS}][^。：:；！？]{{0,24}}$"
)
"""`福隆轮胎　2000元`, `李清风先生　捐电扇二台`."""
DATED_RE = re.compile(
    r"^(?:(?:\d{1,2}月)?\d{1,2}日?(?:[（(][一二三四五六日][）)])?[ \u3000]{1,8}\S|\d{1,2}[:：]\d\d[ \u3000]{0,8}\S)"
)
"""`7月19日 说故事`, `9:30 开幕式`."""
OPENS, CLOSES = "（(", "）)"
CELLS = 3
"""Of so many cells a row consists at least that a line of names stands over."""
RUN = 5
"""No headline has so many lines."""
LINES, HEAD = 4, 3
"""So many lines below an author are verse, and so many behind a blank line may be the head of what follows it."""


def find_lists(sights: Sequence[Sight]) -> None:
    """Mark the lines of lists: each goes to the next paragraph, sentence, heading printed twice or piece of furniture."""
    last = -1
    for s in sights:
        if s.place <= last:
            s.printed |= ANNOUNCED
        end = s.text[-1]
        if s.prose or s.furniture is not None or s.lede or s.repeat or end in "。！？”」":
            last = s.place + LIST + 1 if s.prose and end in "：:" else -1
        elif end in "：:" and _announcing_re(s.lexicon).search(s.folded):
            last = s.place + LIST


@cache
def _announcing_re(lexicon: Lexicon) -> re.Pattern[str]:
    """What a short line says that announces a list; a paragraph need not."""
    return re.compile(any_of(lexicon.words("openings", "announcing"), spaced=False) + "|为[：:]|[，,。]")


def find_runs(sights: Sequence[Sight]) -> None:
    """Mark many short lines in a row, verse or a list: no headline, byline or piece of furniture is among them."""
    run = list[Sight]()
    for s in sights:
        if _loose(s):
            run.append(s)
        elif run:
            _mark(run)
            run = []
    _mark(run)


def find_rows(sights: Sequence[Sight]) -> None:
    """Mark several rows of one form below each other, 福隆轮胎　2000元 or 麻坡：雷阵雨，24至32度, and what stands over them."""
    run, form = list[Sight](), ""
    for s in sights:
        own = _form(s)
        if own and own == form:
            run.append(s)
            continue
        _mark_rows(run)
        run, form = [s] if own else [], own
    _mark_rows(run)


def _form(s: Sight) -> str:
    """What sort of row a line may be; empty for none."""
    if not _loose(s) or s.text[-1] in "。！？；":
        return ""
    if DATED_RE.match(s.text):
        return "dated"
    if ENTRY_RE.match(s.text):
        return "entry"
    return "row" if ROW_RE.match(s.text) else ""


def _mark_rows(run: Sequence[Sight]) -> None:
    if len(run) < ROWS:
        return
    for s in run:
        s.printed |= IN_ROWS
    over = run[0].prev
    named = over is not None and _names_columns(over, run[0])
    if over is not None and named:
        over.printed |= IN_ROWS
        over = over.prev
    if over is None or not over.headlike or over.furniture is not None or over.text[0] in OPENS:
        return
    bracketed = named and over.text[-1] in CLOSES  # 积分榜（前六名）
    if (over.wordy and not bracketed) or over.text[-1] in "：:" + ("" if named else CLOSES):
        return
    above = over.prev
    if above is None or not above.headlike or above.closed or above.printed & IN_ROWS or above.furniture is not None:
        over.printed |= OVER_ROWS


def _names_columns(s: Sight, row: Sight) -> bool:
    """Whether a line says what stands in each cell of the rows below: `排名　球队　胜　平　负`."""
    cells = s.text.split()
    return (
        _loose(s) and len(cells) >= CELLS and len(cells) == len(row.text.split()) and not any(map(str.isdecimal, cells))
    )


def _mark(run: Sequence[Sight]) -> None:
    for s in run if len(run) >= RUN else ():
        s.printed |= IN_RUN
    if run and _is_below_author(run[0]):
        for s in run[: _verse_end(run)]:
            s.printed |= VERSE


def _is_below_author(s: Sight) -> bool:
    """Whether a line stands below a headline and who wrote what it heads."""
    author = s.prev
    if author is None or not author.line_makers or not (author.signed or author.sure_names):
        return False
    return author.prev is not None and author.prev.headlike and not author.prev.closed


def _verse_end(run: Sequence[Sight]) -> int:
    """How many of many short lines below an author are verse: not the last ones behind a blank line, nor the last one
    if there is none, which may head what is below."""
    gaps = [n for n, s in enumerate(run) if n >= LINES and s.unit.blank]
    end = gaps[-1] if gaps and len(run) - gaps[-1] <= HEAD else len(run) - (run[-1].next is not None)
    return end if end >= LINES else 0


def _loose(s: Sight) -> bool:
    plain = s.headlike and s.furniture is None and not s.lede and not s.teaser
    return plain and not s.signed and not s.repeat and not dashed(s)
