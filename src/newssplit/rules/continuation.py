"""下转 and 上接: the marks by which the halves of an article name each other's page."""

from __future__ import annotations

from functools import cache

from newssplit.language.dates import page_number
from newssplit.lexicon import LEAD, Lexicon, Words
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.piece_kinds import PAGE_NUMBER

SIGNS = "■□◆◇●▲▼★☆"
"""Bullets that a paper sets before such a mark."""
SPACES = r"\s{0,3}"
"""Between the pieces of such a mark."""
PAGE = rf"第?{SPACES}(?P<page>{PAGE_NUMBER}){SPACES}[版页]?"
BACK_OPENS = "（([【<"
BACK_SIGNS = "《◀←"
LEADER_RE = re.compile(r"[….·]{6,40}\s?$")
"""A dotted line up to the mark; an ellipsis of the text has two dots, each three points wide."""


class Patterns(NamedTuple):
    """The marks, for folded text."""

    onward: re.Pattern[str]
    onward_hint: re.Pattern[str]
    """A mark that leads on has one of these words."""
    onward_words: Words
    """Where one of these stands in it, it need not stand in brackets."""
    back: re.Pattern[str]
    back_hint: frozenset[str]
    """How a mark that leads back begins."""
    back_words: Words
    ended: re.Pattern[str]
    ended_hint: re.Pattern[str]


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The marks with the words of a vocabulary, compiled once."""
    words = lexicon.of("teasers").one_of
    onward, back = lexicon.words("teasers", "onward"), lexicon.words("teasers", "back")
    ways = rf"[^\W\d_]{{0,2}}{words('turns')}|{words('continued')}|{words('unfinished')}[,，]?{SPACES}{words('turns')}"
    when = rf"(?:{words('unfinished')}[，、·・]?)?{words('next')}?{words('continuing')}"
    return Patterns(
        onward=re.compile(
            rf"(?:[（(\[【]{SPACES}|{LEAD})[>》▶→{SIGNS}]{{0,4}}{SPACES}(?:{ways}){SPACES}(?:{PAGE})[^）)\]】。]{{0,14}}[）)\]】]?{SPACES}$"
        ),
        onward_hint=re.compile(words("turns", "continued")),
        onward_words=onward,
        back=re.compile(
            rf"[（(\[【]?{SPACES}[<{BACK_SIGNS}{SIGNS}]{{0,4}}{SPACES}{words('back', 'joins')}{SPACES}(?:{PAGE}){SPACES}(?P<title>[《〈“「][^》〉）)]{{2,40}})?[^）)\]】。]{{0,6}}[）)\]】]?"
        ),
        back_hint=frozenset((*BACK_OPENS, *BACK_SIGNS, *SIGNS, *(word[0] for word in back))),
        back_words=back,
        ended=re.compile(
            rf"(?:{LEAD}[（(\[【]?(?:{when}|{words('unfinished', 'pending', 'finished')})[）)\]】]|(?<=[。！？!?”」]){words('finished')})\s*$"
        ),
        ended_hint=re.compile(words("unfinished", "continuing", "pending", "finished")),
    )


class Turn(NamedTuple):
    """A mark and where it stands; `title` is where it repeats the headline."""

    start: int
    end: int
    page: str | None
    title: str | None = None


def turn_onward(folded: str, lexicon: Lexicon) -> Turn | None:
    """`（下转第二版）` at the end of a text, folded, or alone on its line."""
    tail, p = max(0, len(folded) - 40), patterns(lexicon)
    if not p.onward_hint.search(folded, tail):
        return None
    m = p.onward.search(folded[tail:])
    if m is None or not (m[0].strip()[:1] in "（([【>》" or any(word in m[0] for word in p.onward_words)):
        return None
    leader = LEADER_RE.search(folded, tail, tail + m.start())
    return Turn(leader.start() if leader else tail + m.start(), len(folded), page_number(m["page"]))


def turn_back(text: str, folded: str, lexicon: Lexicon) -> Turn | None:
    """`（上接第一版）` where a text or a line begins."""
    p = patterns(lexicon)
    m = p.back.match(folded[:90]) if folded[0] in p.back_hint else None
    if m is None or not (m[0][0] in BACK_OPENS or m[0].lstrip(SIGNS + " ").startswith(p.back_words)):
        return None
    title = text[m.start("title") : m.end("title")].strip("《》〈〉“”「」 ") if m["title"] else None
    return Turn(0, m.end(), page_number(m["page"]), title)


def turn_in_headline(text: str, folded: str, lexicon: Lexicon) -> Turn | None:
    """`标题（上接第一版）`: the mark behind a repeated headline."""
    at = max(text.rfind("（"), text.rfind("("))
    if at <= 0:
        return None
    turn = turn_back(text[at:], folded[at:], lexicon)
    return turn._replace(start=at, end=at + turn.end) if turn and at + turn.end >= len(text.rstrip()) else None


END_SIGNS, END_STOPS = ("◇", "◆"), tuple("。！？”」』）")
"""What a paper sets behind the last sentence of an article."""


def end_mark(folded: str, lexicon: Lexicon) -> int | None:
    """Where `（完）` or `（未完待续）`, or 完 or the sign ◇ right behind a stop, begins at the end of a folded text."""
    if folded[-1:] in END_SIGNS and folded[-2:-1] in END_STOPS:
        return len(folded) - 1
    last, p = folded[-12:], patterns(lexicon)
    m = p.ended.search(last) if p.ended_hint.search(last) else None
    return max(0, len(folded) - 12) + m.start() if m else None
