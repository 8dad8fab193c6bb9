"""What stands behind a text: `（记者X）`, `（X　Y）`, `本报记者 X 摄`, `（据新华社）`, `（下转第二版）`, `（完）`.

Read from the end, one after another, each only where it is really a signature: `（见图）`, `（单位：分）`
and `（文中人物均为化名）` stay in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import regex

from newssplit.late import Late
from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.rules.continuation import end_mark, turn_onward
from newssplit.rules.ledes import DAY, NUMBER
from newssplit.rules.makers import Maker
from newssplit.rules.names import is_name
from newssplit.rules.people import has_role, read_people, sure, sure_names

REACH = 90
LINKS_RE = re.compile(r"\s*(?:共找到\s?[\d,]+\s?个相关网页[.。]?\s*)?上一页\s?(?:\[\d+\]\s?)+(?:\[?下一页\]?)?$")
"""The links to a web article's further pages: 上一页[1][2][3]."""
ENDS = frozenset("）)]】页〕摄影图道画译理电社")
"""How a text ends behind which something stands …"""
NAMES_RE = re.compile(r"(?:记者|通讯员|特派员|图[：:／/]|摄[：:／/]|影[：:／/]|画[：:／/]).{2,12}$")
"""… if not with names behind such a word."""
INNER = 21
"""Characters at most, the bracket's own among them, before a bracket within one; see the pattern."""
OPENING_RE = re.compile(r"[（(\[【〔]")
STOPS = "。！？!?…”」』"


class Tail(NamedTuple):
    """One thing behind a text; offsets in the text. `start` is where the text itself ends."""

    kind: str
    """people, credit (of a photograph), author (作者为…), source (a dateline), turn, end, note (dropped)."""
    start: int
    end: int
    makers: tuple[Maker, ...] = ()
    mark: tuple[int, int] | None = None
    page: str | None = None


class Patterns(NamedTuple):
    bracket: Late
    credit: Late
    source: Late
    author: Late
    archive: Late
    site: Late
    dropped: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes of what stands behind a text, folded, compiled once for a lexicon."""
    agencies = any_of(lexicon.words("marks", "agencies"), spaced=False)
    house = any_of(lexicon.words("marks", "house"), spaced=False)
    papers = any_of((w for w in lexicon.words("marks", "papers") if len(w) > 1), spaced=False)
    return Patterns(
        bracket=Late(
            r"\s*(?P<open>[（(\[【〔])(?P<inner>[^（()）\[\]【】〔〕]{2,90}|[^（(【）)\]】]{0,20}[（(][^（()）]{2,40}[)）][^（()）]{0,30})[）)\]】〕]?\s*$"
        ),
        credit=Late(
            rf"(?<=[{STOPS}；;.）)\s])\s*(?P<inner>(?![”」』）)\s])[^。！？!?；;）)]{{2,46}}?(?:摄影报道|摄影|摄|供图|制图|漫画|整理|编译|报道)|\p{{Han}}{{0,6}}?(?:记者|通讯员|特派员)[\s\p{{Han}}·]{{2,16}}|(?:图片|图|摄影|摄|制图|漫画)\s?[：:／/][\s\p{{Han}}·]{{2,12}}|{agencies}(?:发|供图)?[（(]?[^。）)]{{0,20}}[)）]?)\s*$"
        ),
        source=Late(
            rf"(?:(?:均|除署名外均?|本版稿件均?|以上均?)?据.{{1,18}}(?:电|讯|报道|报|消息|社)?|(?:{agencies}|{house})\p{{Han}}{{0,8}}{DAY}[电讯].*|{agencies}|《?\p{{Han}}{{2,8}}(?:日报|晚报|晨报|时报|商报|都市报|早报)》?|(?:原载|摘自|选自|来源|稿源|据)[：:《].{{1,30}}|■据.*|本报综合)"
        ),
        author=Late(r"(?:作者|笔者|本文作者)(?:单位)?\s?(?:[为系是:：]|均为|分别为).*"),
        archive=Late(r"[（(](?:本[报刊])?(?:(?:资料|网络|档案)(?:图片|照片|图)|视频截图)[）)]$"),
        # （搜狐体育 法磊）, （新京报百千）: where a person writes
        site=Late(
            rf"\p{{Han}}{{2,6}}(?:(?:网|社|体育|财经|娱乐|科技|在线|频道)(?:讯)?[\s：:]+|{papers}[\s：:]*)(?P<name>\p{{Han}}{{2,4}}|[A-Za-z]\w{{1,14}})"
        ),
        dropped=Late(
            rf"[（(](?:附图片?{NUMBER}+[张幅]|本文有删节|略有删节|图片?来源.*|图片?由.*提供|系列(?:报道|报导)?之{NUMBER}+)[）)]$"
        ),
    )


def read_tails(text: str, folded: str, lexicon: Lexicon) -> tuple[Tail, ...]:
    """Everything behind a text, in reading order; empty where the text goes to its end."""
    if folded.rstrip()[-1:] not in ENDS and not NAMES_RE.search(folded[-16:]):
        return ()
    tails, end = list[Tail](), len(text)
    while len(tails) < 4:
        tail = _last(text[:end], folded[:end], lexicon)
        if tail is None:
            break
        tails.append(tail)
        end = len(text[: tail.start].rstrip())
    return tuple(reversed(tails))


def _last(text: str, whole: str, lexicon: Lexicon) -> Tail | None:
    """What stands last behind the text, whose folded form is `whole`."""
    if len(text) < 4:
        return None
    turn = turn_onward(whole)
    if turn:
        return Tail("turn", turn.start, len(text), page=turn.page)
    links = LINKS_RE.search(text[-80:])
    if links:
        return Tail("note", len(text) - len(links[0]), len(text))
    end = end_mark(whole)
    if end:
        return Tail("end", end, len(text))
    low = max(0, len(text) - REACH)
    folded = whole[low:]
    p = patterns(lexicon)
    m = p.bracket.search(folded, bracket_at(folded)) if OPENING_RE.search(folded) else None
    if m:
        return _bracketed(text, folded, low, m, lexicon)
    m = p.credit.search(folded)
    return _credit(text, low, m, lexicon) if m else None


def bracket_at(folded: str) -> int:
    """No bracket at the end of a text begins before this: it holds another one at most, and few characters before that."""
    inner = max(folded.rfind("（"), folded.rfind("("))
    at = max(0, inner - INNER) if inner >= 0 else max(folded.rfind(opening) for opening in "[【〔")
    while at > 0 and folded[at - 1].isspace():
        at -= 1
    return at


def _bracketed(text: str, folded: str, low: int, m: regex.Match[str], lexicon: Lexicon) -> Tail | None:
    """A bracket behind a full stop, or one that says in so many words who signs."""
    p, inner = patterns(lexicon), m["inner"].strip()
    start, at = low + m.start(), low + m.start("inner")
    raw = text[at : low + m.end("inner")]
    if p.dropped.search(folded):
        return Tail("note", start, len(text))
    if p.archive.search(folded):
        return Tail("credit", start, len(text))
    if p.author.fullmatch(inner):
        return Tail("author", start, len(text), _authors(raw, at, lexicon), (at, at + len(raw)))
    makers = _placed(raw, at, lexicon)
    behind = folded[: m.start()].rstrip()[-1:] in STOPS + "；;：:）)>" or not folded[: m.start()].strip()
    signed = makers and has_role(raw, lexicon)
    if signed and (behind or sure(makers, lexicon)):
        kind = "credit" if all(x.role == "photographer" for x in makers) else "people"
        return Tail(kind, start, len(text), makers)
    site = p.site.fullmatch(inner) if behind else None
    if site and fold(site["name"]) not in lexicon.wordset("people", "not_names"):
        a, b = at + site.start("name"), at + site.end("name")
        title = raw[: site.start("name")].strip("：: ")
        return Tail("people", start, len(text), (Maker(text[a:b], None, title, a, b),))
    if p.source.fullmatch(inner):
        return Tail("source", start, len(text), makers, (at, at + len(raw)))
    heading = m["open"] == "【" and not folded[: m.start()].strip()  # 【症结】 on a line of its own names nobody
    if behind and makers and not heading and _nameable(makers, raw, lexicon):
        return Tail("people", start, len(text), makers)
    return None


CLAUSES_RE = re.compile(r"[，,；;]")
AUTHOR_IS_RE = re.compile(r"[^为為系是:：]*[为為系是:：]")
SLASHED_RE = regex.compile(r"\s*\p{Han}{2,3}\s?[／/]\s?\p{Han}{2,3}\s*")
"""章田/雅龙: beside a name the other is a pen name."""
NAMED_RE = re.compile(r"(?:摄|摄影|供图|制图|漫画|整理|编译|报道)$")


def _sited(makers: tuple[Maker, ...], lexicon: Lexicon) -> tuple[Maker, ...]:
    """`（搜狐体育 宋明珠）`: what stands before the name is where the person works."""
    if (
        len(makers) == 2
        and len(makers[0].name) >= 4
        and not is_name(makers[0].name, lexicon)
        and is_name(makers[1].name, lexicon)
    ):
        return (makers[1]._replace(title=makers[0].name),)
    return makers


def _placed(raw: str, at: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    makers = _sited(read_people(raw, lexicon), lexicon)
    return tuple(x._replace(start=x.start + at, end=x.end + at) for x in makers)


def _authors(raw: str, at: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    """`作者系市委党校副教授　X`, `作者为…所长，本报记者Y采访整理`: an author, if named here, and helpers."""
    makers, start = list[Maker](), at
    for n, piece in enumerate(CLAUSES_RE.split(raw)):
        lead = AUTHOR_IS_RE.match(piece) if n == 0 else None
        shift = lead.end() if lead else 0
        found = _placed(piece[shift:], start + shift, lexicon)
        if n == 0:
            makers += [m._replace(role="author") for m in found if m.title or (sure((m,), lexicon) and len(found) == 1)]
        elif has_role(piece, lexicon):
            makers += found
        start += len(piece) + 1
    return tuple(makers)


def _nameable(makers: tuple[Maker, ...], raw: str, lexicon: Lexicon) -> bool:
    """Names without a role: known surnames, a described person, or a short pen name."""
    if sure(makers, lexicon) or all(m.title for m in makers):
        return True
    if lexicon.ends(fold(makers[0].name), "labels", "endings"):
        return False
    if len(makers) == 1 and lexicon.ends(fold(makers[0].name), "people", "offices"):
        return True
    words = lexicon.wordset("people", "not_names")
    if len(makers) == 2 and SLASHED_RE.fullmatch(raw) and any(is_name(m.name, lexicon) for m in makers):
        return not any(fold(m.name) in words for m in makers)
    if any("·" in m.name for m in makers):  # beside a name that surely is one, a pen name is one
        return all(2 <= len(m.name) <= 3 or is_name(m.name, lexicon) for m in makers)
    return len(makers) == 1 and 2 <= len(makers[0].name) <= 3 and fold(makers[0].name) not in words


def _credit(text: str, low: int, m: regex.Match[str], lexicon: Lexicon) -> Tail | None:
    """`本报通讯员 X 摄`, `新华社发（X摄）`, `本报记者 X 整理` right behind the text, without brackets."""
    at = low + m.start("inner")
    raw = text[at : low + m.end("inner")]
    makers = _placed(raw, at, lexicon)
    if (
        makers
        and all(m.role or is_name(m.name, lexicon) for m in makers)
        and (NAMED_RE.search(fold(raw)) or sure_names(makers, lexicon))
    ):
        kind = "credit" if all(x.role == "photographer" for x in makers) else "people"
        return Tail(kind, at, len(text), makers)
    if fold(raw).endswith(("社发", "供图", "记者摄")):
        return Tail("credit", at, len(text), makers, (at, at + len(raw)))
    return None
