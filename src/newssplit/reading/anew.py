"""With what a line begins that does not go on with the one above, however full that one is."""

from __future__ import annotations

from newssplit.patterns import re

ASKED = "询詢质質追反回解应應作"
"""What a word ends with 问 or 答 begins with: 回|答：."""
CAPTION_MARKS = "▲■▼◤◣△"
"""What points from a caption to its picture."""
ANEW_RE = re.compile(
    rf"(?:[{CAPTION_MARKS}□◎●◆★☆◇○]|[【〔]|[问問答][：:]|[文圖图][／/][文圖图]|[（(]?(?:上接|下转|下轉|緊接|紧接|文[接转轉](?=第))|——|(?:据|據)?[^，。\s]{{1,6}}[社报報网網][^，。\s]{{0,16}}[讯电訊電](?=[\s（(])|[（(](?:本报|本報|[^，。（(]{{0,8}}记者|[^，。（(]{{0,8}}記者))"
)
"""What a line that goes on in mid-sentence does not open with: bullets, bracketed marks, 上接, a dash."""
BYLINE_RE = re.compile(
    r"(?:本[报報刊])?(?:[见見][习習]|特[约約]|首席|[实實][习習])?(?:[记記]者|通[讯訊][员員])"
    r"(?:(?:[ \u3000]+[^\s，。、]{1,4})+|[ \u3000]?[^\s，。、]{2,4}[／/][^\s，。]{2,10})"
)
"""A line of nothing but a role and names, perhaps with where they report from, stands by itself."""
BYLINES = "本记記特见見首实實通"
"""How it begins."""
BEFORE_ROLE = "报報刊习習约約实實席"
"""What a line ends with that a wrap has cut before the role: 本报|记者 X 摄."""
MARK_RE = re.compile(r"[讯訊电電]\s*$")
"""A dateline: the reporter's bracket goes on with it."""


def is_byline(here: str, there: str) -> bool:
    """Whether the line `there` below `here` is nothing but a role and names."""
    return there[0] in BYLINES and here[-1] not in BEFORE_ROLE and BYLINE_RE.fullmatch(there) is not None


def opens_anew(here: str, there: str) -> bool:
    """Whether the line `there` below `here` opens as no line does that goes on in mid-sentence."""
    asked = there[1:2] in "：:" and here[-1] in ASKED
    return bool(ANEW_RE.match(there)) and here[-1] not in "（(" and not asked and not MARK_RE.search(here)
