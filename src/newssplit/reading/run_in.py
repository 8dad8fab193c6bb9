"""What a dump has run into the line of a text: the subheadline before its first mark, captions behind it."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.patterns import re

MAKERS = r"(?:[^（()）〔〕【】\[\]。]{0,8}[记記]者|[编編][译譯]|[特][派約约])"
MARKED_RE = re.compile(
    rf"[^\s。；！？〔【［\[（(][^。；〔【［\[（(]{{3,60}}?(?=[〔【［\[（(]{MAKERS}[^（()）〔〕【】\[\]。]{{1,30}}(?:[报報][导導道]|[电電讯訊])[〕】］\])）])"
)
"""`前年排名第三 去年退出前十名〔記者X／屏東報導〕…`: a line of the head, and the mark with which the text opens."""
HEADED_RE = re.compile(r"^[^\s。！？；：][^。！？；]{5,60}?(?:[ \t]{3}|\u3000{2}[ \t\u3000])[ \t\u3000]*+(?=\S)")
"""A headline, three spaces or more, and its text."""
HEAD = 66
BRACKET_RE, SPACE_RE = re.compile(r"[〔【［\[（(]"), re.compile(r"[ \t\u3000]")
"""What stands within so many characters where a line begins with its head."""
CREDIT_RE = re.compile(
    r"[（(](?=[^（()）。]{0,40}(?:[攝摄]|[資资]料[照圖图]|提供|取自|[圖图照]片))[^（()）。]{2,40}[）)]\s*"
)
"""Who took a picture, or where it is from."""
CREDITED_RE = re.compile("[攝摄照供片圖图取]")
SENTENCE_RE = re.compile(r"[。！？][」』”’）)]*")
SENTENCES = 4
"""A text of fewer sentences is a caption itself."""
LONG = 200
CAPTION = (6, 160)
"""Characters of a caption of one sentence, its credit left out."""
SHORTEST = 30
"""A brief with its head has more characters."""
TEXT, BRIEF_TEXT = 60, 30
"""A line that holds its headline has more characters than the first, and behind the headline more than the second, with
a stop; with 20 there no annotated dump comes out otherwise."""


BRIEF_RE = re.compile(
    r"^(?P<sign>[●■◆▲★◎○□△▼•·]?)[ \u3000]?(?P<head>[^\s，。！？；：（()）【】]{5,20})(?P<gap>[ \u3000]{1,2})"
    r"(?=[^\s。！？]{12})"
)
"""`●梨园乡油菜花节引客二十万　为期半个月的…`: the head of a brief and its text."""
NO_HEAD_RE = re.compile(r"[讯訊电電日月年时時]$|[记記]者|通[讯訊][员員]|^[摄攝]影|\d$")
"""A dateline, a day or who signs ends so or holds this, and no head."""
BRIEFS = 2
"""So many paragraphs right below each other that begin in the same way show that heads are run into them."""


def brief_heads(texts: Sequence[str]) -> dict[int, int]:
    """By its place each of the paragraphs, right below each other, that begin with a head of their own, and where their
    text begins: a single space says so only where several are alike."""
    found = {n: m for n, text in enumerate(texts) if (m := _brief_head(text)) is not None}
    alike = {n for n in found if n + 1 in found and found[n].group("sign", "gap") == found[n + 1].group("sign", "gap")}
    return {n: m.end() for n, m in found.items() if n in alike or n - 1 in alike}


def _brief_head(text: str) -> re.Match[str] | None:
    if len(text) <= SHORTEST or not SPACE_RE.search(text, 0, HEAD):
        return None
    m = BRIEF_RE.match(text)
    stops = m is not None and SENTENCE_RE.search(text, m.end()) is not None
    return m if m is not None and stops and NO_HEAD_RE.search(m["head"]) is None else None


def cuts(text: str) -> list[int]:
    """Where the parts of such a line begin; none where it is all one thing."""
    if len(text) <= TEXT:
        return []
    found = _captions(text)
    head = _marked(text) or _headed(text)
    return [head.end(), *found] if head else found


def _marked(text: str) -> re.Match[str] | None:
    return MARKED_RE.match(text) if BRACKET_RE.search(text, 0, HEAD) else None


def _headed(text: str) -> re.Match[str] | None:
    m = HEADED_RE.match(text) if SPACE_RE.search(text, 0, HEAD) else None
    return m if m and SENTENCE_RE.search(text, m.end()) and len(text) - m.end() > BRIEF_TEXT else None


def _captions(text: str) -> list[int]:
    """Where each caption behind the text begins: a last sentence with its credit."""
    if len(text) < LONG or not CREDITED_RE.search(text, len(text) - 40):
        return []
    credits = {m.end(): m.start() for m in CREDIT_RE.finditer(text)}
    stops = sorted({m.end() for m in SENTENCE_RE.finditer(text)} - set(credits))
    found, end = list[int](), len(text)
    while end in credits and len(stops) > SENTENCES:
        while stops and not text[stops[-1] : credits[end]].strip():  # `…燈亮了。 （資料照）`
            stops.pop()
        begin = max([stops[-1] if stops else 0, *(at for at in credits if at < credits[end])])
        if not CAPTION[0] <= credits[end] - begin <= CAPTION[1]:
            break
        found.append(begin)
        end = begin
    return found[::-1]
