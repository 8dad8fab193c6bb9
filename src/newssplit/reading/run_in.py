"""What a dump has run into the line of a text: the subheadline before its first mark, captions behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, forms_of, in_both
from newssplit.light import NamedTuple
from newssplit.patterns import re

HEADED_RE = re.compile(r"^[^\s。！？；：][^。！？；]{5,60}?(?:[ \t]{3}|\u3000{2}[ \t\u3000])[ \t\u3000]*+(?=\S)")
"""A headline, three spaces or more, and its text."""
HEAD = 66
BRACKET_RE, SPACE_RE = re.compile(r"[〔【［\[（(]"), re.compile(r"[ \t\u3000]")
"""What stands within so many characters where a line begins with its head."""
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
BRIEFS = 2
"""So many paragraphs right below each other that begin in the same way show that heads are run into them."""


class Patterns(NamedTuple):
    """Their shapes, for text that is not folded."""

    marked: re.Pattern[str]
    """`前年排名第三 去年退出前十名〔記者X／屏東報導〕…`: a line of the head, and the mark with which the text opens."""
    credit: re.Pattern[str]
    """Who took a picture, or where it is from."""
    credited: re.Pattern[str]
    """What such a bracket holds, one character of it."""
    no_head: re.Pattern[str]
    """A dateline, a day or who signs ends so or holds this, and no head."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes with the words of a vocabulary, compiled once."""
    people = lexicon.of("people").in_both
    filed, ends = lexicon.in_both("marks.filing"), lexicon.in_both("marks.ends")
    makers = rf"(?:[^（()）〔〕【】\[\]。]{{0,8}}{people('reporters')}|{people('compilers', 'commissioned')})"
    credits = [*lexicon.words("captions", "credits"), *lexicon.words("captions", "shot")]
    last = forms_of(word[-1] for word in credits)
    return Patterns(
        marked=re.compile(
            rf"[^\s。；！？〔【［\[（(][^。；〔【［\[（(]{{3,60}}?(?=[〔【［\[（(]{makers}[^（()）〔〕【】\[\]。]{{1,30}}(?:{filed}|{ends})[〕】］\])）])"
        ),
        credit=re.compile(rf"[（(](?=[^（()）。]{{0,40}}{in_both(credits)})[^（()）。]{{2,40}}[）)]\s*"),
        credited=re.compile(f"[{last}]" if last else "(?!)"),
        no_head=re.compile(
            rf"(?:{ends}|[日月年时時])$|{people('reporters', 'correspondents')}|^{people('photographers')}|\d$"
        ),
    )


def brief_heads(texts: Sequence[str], lexicon: Lexicon) -> dict[int, int]:
    """By its place each of the paragraphs, right below each other, that begin with a head of their own, and where their
    text begins: a single space says so only where several are alike."""
    found = {n: m for n, text in enumerate(texts) if (m := _brief_head(text, lexicon)) is not None}
    alike = {n for n in found if n + 1 in found and found[n].group("sign", "gap") == found[n + 1].group("sign", "gap")}
    return {n: m.end() for n, m in found.items() if n in alike or n - 1 in alike}


def _brief_head(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    if len(text) <= SHORTEST or not SPACE_RE.search(text, 0, HEAD):
        return None
    m = BRIEF_RE.match(text)
    stops = m is not None and SENTENCE_RE.search(text, m.end()) is not None
    return m if m is not None and stops and patterns(lexicon).no_head.search(m["head"]) is None else None


def cuts(text: str, lexicon: Lexicon) -> list[int]:
    """Where the parts of such a line begin; none where it is all one thing."""
    if len(text) <= TEXT:
        return []
    found = _captions(text, lexicon)
    head = _marked(text, lexicon) or _headed(text)
    return [head.end(), *found] if head else found


def _marked(text: str, lexicon: Lexicon) -> re.Match[str] | None:
    return patterns(lexicon).marked.match(text) if BRACKET_RE.search(text, 0, HEAD) else None


def _headed(text: str) -> re.Match[str] | None:
    m = HEADED_RE.match(text) if SPACE_RE.search(text, 0, HEAD) else None
    return m if m and SENTENCE_RE.search(text, m.end()) and len(text) - m.end() > BRIEF_TEXT else None


def _captions(text: str, lexicon: Lexicon) -> list[int]:
    """Where each caption behind the text begins: a last sentence with its credit."""
    p = patterns(lexicon)
    if len(text) < LONG or not p.credited.search(text, len(text) - 40):
        return []
    credits = {m.end(): m.start() for m in p.credit.finditer(text)}
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
