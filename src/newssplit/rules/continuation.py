"""下转 and 上接: the marks by which the halves of an article name each other's page."""

from __future__ import annotations

from newssplit.language.dates import page_number
from newssplit.lexicon import LEAD
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.piece_kinds import PAGE_NUMBER

SIGNS = "■□◆◇●▲▼★☆"
"""Bullets that a paper sets before such a mark."""
SPACES = r"\s{0,3}"
"""Between the pieces of such a mark."""
PAGE = rf"第?{SPACES}(?P<page>{PAGE_NUMBER}){SPACES}[版页]?"
ONWARD_RE = re.compile(
    rf"(?:[（(\[【]{SPACES}|{LEAD})[>》▶→{SIGNS}]{{0,4}}{SPACES}(?:[^\W\d_]{{0,2}}转|续转?|未完[,，]?{SPACES}转){SPACES}(?:{PAGE})[^）)\]】。]{{0,14}}[）)\]】]?{SPACES}$"
)
BACK_RE = re.compile(
    rf"[（(\[【]?{SPACES}[<《◀←{SIGNS}]{{0,4}}{SPACES}(?:紧接|上接|文?接){SPACES}(?:{PAGE}){SPACES}(?P<title>[《〈“「][^》〉）)]{{2,40}})?[^）)\]】。]{{0,6}}[）)\]】]?"
)
BACK_OPENS = "（([【<"
BACK = frozenset(BACK_OPENS + SIGNS + "上紧")
"""How such a mark begins."""
UNFINISHED_RE = re.compile(
    rf"(?:{LEAD}[（(\[【]?(?:(?:未完[，、·・]?)?(?:明[日天]|[次翌]日|下[期周])?(?:待|再)?续(?:[刊登完])?|未完|待续|全文完|完)[）)\]】]|(?<=[。！？!?”」])完)\s*$"
)
LEADER_RE = re.compile(r"[….·]{6,40}\s?$")
"""A dotted line up to the mark; an ellipsis of the text has two dots, each three points wide."""


class Turn(NamedTuple):
    """A mark and where it stands; `title` is where it repeats the headline."""

    start: int
    end: int
    page: str | None
    title: str | None = None


def turn_onward(folded: str) -> Turn | None:
    """`（下转第二版）` at the end of a text, folded, or alone on its line."""
    tail = max(0, len(folded) - 40)
    if folded.find("转", tail) < 0 and folded.find("续", tail) < 0:
        return None
    m = ONWARD_RE.search(folded[tail:])
    if m is None or not (m[0].strip()[:1] in "（([【>》" or "下转" in m[0]):
        return None
    leader = LEADER_RE.search(folded, tail, tail + m.start())
    return Turn(leader.start() if leader else tail + m.start(), len(folded), page_number(m["page"]))


def turn_back(text: str, folded: str) -> Turn | None:
    """`（上接第一版）` where a text or a line begins."""
    m = BACK_RE.match(folded[:90]) if folded[0] in BACK else None
    if m is None or not (m[0][0] in BACK_OPENS or m[0].lstrip(SIGNS + " ").startswith(("上接", "紧接"))):
        return None
    title = text[m.start("title") : m.end("title")].strip("《》〈〉“”「」 ") if m["title"] else None
    return Turn(0, m.end(), page_number(m["page"]), title)


def turn_in_headline(text: str, folded: str) -> Turn | None:
    """`标题（上接第一版）`: the mark behind a repeated headline."""
    at = max(text.rfind("（"), text.rfind("(")) if "接" in folded else 0
    if at <= 0:
        return None
    turn = turn_back(text[at:], folded[at:])
    return turn._replace(start=at, end=at + turn.end) if turn and at + turn.end >= len(text.rstrip()) else None


END_SIGNS, END_STOPS = ("◇", "◆"), tuple("。！？”」』）")
"""What a paper sets behind the last sentence of an article."""


def end_mark(folded: str) -> int | None:
    """Where `（完）` or `（未完待续）`, or 完 or the sign ◇ right behind a stop, begins at the end of a folded text."""
    if folded[-1:] in END_SIGNS and folded[-2:-1] in END_STOPS:
        return len(folded) - 1
    last = folded[-12:]
    m = UNFINISHED_RE.search(last) if "完" in last or "续" in last else None
    return max(0, len(folded) - 12) + m.start() if m else None
