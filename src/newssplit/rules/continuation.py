"""下转 and 上接: the marks by which the halves of an article name each other's page."""

from __future__ import annotations

import re
from typing import NamedTuple

from newssplit.lexicon import fold
from newssplit.rules.furniture import page_number
from newssplit.rules.pieces import PAGE_NUMBER

PAGE = rf"第?\s*(?P<page>{PAGE_NUMBER})\s*[版页]?"
ONWARD_RE = re.compile(
    rf"[（(\[【]?\s*[>》▶→]*\s*(?:下转|续转?|转|未完[,，]?\s*转)\s*(?:{PAGE})[^）)\]】。]{{0,14}}[）)\]】]?\s*$"
)
BACK_RE = re.compile(
    rf"[（(\[【]?\s*[<《◀←]*\s*(?:紧接|上接|接)\s*(?:{PAGE})\s*(?P<title>[《〈“「][^》〉）)]{{2,40}})?[^）)\]】。]{{0,6}}[）)\]】]?"
)
UNFINISHED_RE = re.compile(r"\s*[（(\[【]?(?:未完待续|未完|待续|全文完|完)[）)\]】]\s*$")


class Turn(NamedTuple):
    """A mark and where it stands; `title` is where it repeats the headline."""

    start: int
    end: int
    page: str | None
    title: str | None = None


def turn_onward(text: str) -> Turn | None:
    """`（下转第二版）` at the end of a text or alone on its line."""
    tail = max(0, len(text) - 40)
    m = ONWARD_RE.search(fold(text[tail:]))
    if m is None or not (m[0].strip()[:1] in "（([【>》" or "下转" in m[0]):
        return None
    return Turn(tail + m.start(), len(text), page_number(m["page"]))


def turn_back(text: str) -> Turn | None:
    """`（上接第一版）` where a text or a line begins."""
    m = BACK_RE.match(fold(text[:90]))
    if m is None or not (m[0][:1] in "（([【<" or m[0].startswith(("上接", "紧接"))):
        return None
    title = text[m.start("title") : m.end("title")].strip("《》〈〉“”「」 ") if m["title"] else None
    return Turn(0, m.end(), page_number(m["page"]), title)


def turn_in_headline(text: str) -> Turn | None:
    """`标题（上接第一版）`: the mark behind a repeated headline."""
    at = max(text.rfind("（"), text.rfind("("))
    if at <= 0:
        return None
    turn = turn_back(text[at:])
    return turn._replace(start=at, end=at + turn.end) if turn and at + turn.end >= len(text.rstrip()) else None


def end_mark(text: str) -> int | None:
    """Where `（完）` or `（未完待续）` begins at the end of a text."""
    m = UNFINISHED_RE.search(fold(text[-12:]))
    return max(0, len(text) - 12) + m.start() if m else None
