"""What stands behind a text: `（记者X）`, `（X　Y）`, `本报记者 X 摄`, `（据新华社）`, `（下转第二版）`, `（完）`.

Read from the end, one after another, each only where it is really a signature: `（见图）`, `（单位：分）`
and `（文中人物均为化名）` stay in the text.
"""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import lasts, shortest, words
from newssplit.rules.continuation import end_mark, turn_onward
from newssplit.rules.makers import Maker
from newssplit.rules.names import is_name
from newssplit.rules.people import has_role, sure
from newssplit.rules.tail_forms import STOPS, patterns
from newssplit.rules.tail_makers import (
    OPENING_RE,
    authors,
    bracket_at,
    clauses,
    is_initial,
    may_sign,
    nameable,
    placed,
    read_behind,
    signs,
    starts,
)

REACH = 90
CODE_RE = re.compile(r"[）)。」』]\s?\d{6,8}$")
"""An agency's day behind a bracket or behind the last sentence."""
IMPRINT = 80
"""Such a line has fewer characters."""
ENDS = frozenset("）)]】页〕社电完※◇◆")
"""Characters with which what stands behind a text ends …"""
ENDING = ("people.credited", "captions.pictures", "captions.given")
"""… besides the last ones of these words, and of those for what was done by …"""
SAID_LAST = ("photographer", "translator")
"""… whom a text names at its end."""
TIED = ("people.ahead", "roles.photographer", "roles.artist")
"""Words between which and a name a stroke or a colon stands there."""
NAMED = 48
"""Names behind such a word as 记者 take fewer characters."""
NAME_RE = re.compile(r"[。！？!?…][”」』]?(?P<name>[^\W\d_A-Za-z]{2,4})$")
"""A bare name behind the last sentence."""
NOBODY = {"page": "note", "given": "credit"}
"""What names no maker is: who made the page, dropped; where a picture is from."""


class Hints(NamedTuple):
    """How a text ends behind which something stands, if not with a number or a bare name."""

    ends: frozenset[str]
    """Its last character …"""
    names: re.Pattern[str]
    """… or names behind a word of makers; all begin with one set of characters, as a search passes quickly over others."""


@cache
def _hints(lexicon: Lexicon) -> Hints:
    people, acts = words(lexicon)
    done = (word for word in acts if lexicon.roles[word] in SAID_LAST)
    before = shortest([*people, *lexicon.listed("furniture.glued", "furniture.sources")])
    bullets, tied = "□■◎○●" + lasts(*lexicon.listed("marks.according")), lasts(*lexicon.listed(*TIED)) or ":"
    by_size = ([word for word in before if len(word) == size] for size in sorted(set(map(len, before))))
    behind = "".join(f"(?<={any_of(same, spaced=False)})|" for same in by_size)
    return Hints(
        ENDS.union(lasts(*lexicon.listed(*ENDING), *done)),
        re.compile(rf"[{bullets}{lasts(*before)}{tied}](?:{behind}(?<=[{bullets}])|(?<=[{tied}])[：:／/]).{{2,40}}$"),
    )


class Tail(NamedTuple):
    """One thing behind a text; offsets in the text. `start` is where the text itself ends."""

    kind: str
    """people, credit (of a photograph), report (摄影报道), author (作者为…), source (a dateline), turn, end, imprint (of the paper or
    its site), note (dropped); name (of a person, if nothing goes on with it)."""
    start: int
    end: int
    makers: tuple[Maker, ...] = ()
    mark: tuple[int, int] | None = None
    page: str | None = None


def read_tails(text: str, folded: str, lexicon: Lexicon) -> tuple[Tail, ...]:
    """Everything behind a text, in reading order; empty where the text goes to its end."""
    if not _may_have(folded.rstrip(), lexicon):
        return ()
    tails: list[Tail] = []
    end = len(text)
    while len(tails) < 4:
        tail = _last(text[:end], folded[:end], lexicon)
        if tail is None:
            break
        tails.append(tail)
        end = len(text[: tail.start].rstrip())
    return tuple(reversed(tails))


def _may_have(folded: str, lexicon: Lexicon) -> bool:
    last, hints = folded[-1:], _hints(lexicon)
    if last in STOPS:
        return False
    if last in hints.ends or (last.isdecimal() and CODE_RE.search(folded[-10:]) is not None):
        return True
    return hints.names.search(folded[-NAMED:]) is not None or NAME_RE.search(folded[-6:]) is not None


def _last(text: str, whole: str, lexicon: Lexicon) -> Tail | None:
    """What stands last behind the text, whose folded form is `whole`."""
    if len(text) < 2:
        return None
    turn = turn_onward(whole, lexicon)
    if turn:
        return Tail("turn", turn.start, len(text), page=turn.page)
    p = patterns(lexicon)
    added = p.imprint.search(whole[-IMPRINT:]) if _may_be_imprint(whole, lexicon) else None
    if added:
        return Tail("imprint", len(text) - len(added[0]), len(text))
    end = end_mark(whole, lexicon)
    if end is not None:
        return Tail("end", end, len(text))
    low = max(0, len(text) - REACH)
    folded = whole[low:]
    m = p.quoted.search(folded) if any(word in folded for word in _sourcing(lexicon)) else None
    if m:
        start, end = low + m.start("inner"), low + m.end("inner")
        return Tail("source", start, len(text), (), (start, end))
    m = p.bracket.search(folded, bracket_at(folded)) if OPENING_RE.search(folded) else None
    if m:
        return _bracketed(text, folded, low, m, lexicon)
    return _unbracketed(text, folded, low, lexicon) or _name(text, folded, low, lexicon)


@cache
def _sourcing(lexicon: Lexicon) -> tuple[str, ...]:
    """What a text has somewhere that tells its source behind the last sentence."""
    return tuple(lexicon.listed("furniture.sources", "marks.according"))


def _may_be_imprint(whole: str, lexicon: Lexicon) -> bool:
    if whole[-1] in "]社" or whole[-1].isdecimal() or whole[-2] == "网" or lexicon.ends(whole, "furniture", "steps"):
        return True
    return any(word in whole[-IMPRINT:] for word in lexicon.words("furniture", "stands_for"))


def _name(text: str, folded: str, low: int, lexicon: Lexicon) -> Tail | None:
    """`…的建议。姜曙光`: no sentence is as short as a name, but one that was cut may look like it."""
    m = NAME_RE.search(folded)
    if m is None or not is_name(m["name"], lexicon) or m["name"] in lexicon.wordset("people", "not_names"):
        return None
    start, end = low + m.start("name"), low + m.end("name")
    return Tail("name", start, end, (Maker(text[start:end], None, None, start, end),))


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
        return Tail("author", start, len(text), authors(raw, at, lexicon), (at, at + len(raw)))
    byline = read_behind(raw, at, lexicon)
    makers = byline.makers
    behind = folded[: m.start()].rstrip()[-1:] in STOPS + "；;：:）)>" or not folded[: m.start()].strip()
    signed = makers and has_role(raw, lexicon)
    if signed and (behind or sure(makers, lexicon)):
        return Tail(_kind(makers, inner, lexicon), start, len(text), makers)
    site = p.site.fullmatch(inner) if behind else None
    if site and fold(site["name"]) not in lexicon.wordset("people", "not_names"):
        a, b = at + site.start("name"), at + site.end("name")
        title = raw[: site.start("name")].strip("：: ")
        return Tail("people", start, len(text), (Maker(text[a:b], None, title, a, b),))
    if byline.nobody and behind:
        return Tail(NOBODY[byline.nobody], start, len(text))
    wired = p.wired.fullmatch(inner)
    sent_by = placed(raw[wired.start("rest") :], at + wired.start("rest"), lexicon) if wired else ()
    if wired and any(x.role for x in sent_by):  # 新华社东湾3月4日电　记者X
        return Tail("source", start, len(text), sent_by, (at, at + wired.end("mark")))
    if p.source.fullmatch(inner):
        signed_by = makers if signed else clauses(raw, at, lexicon)
        return Tail("source", start, len(text), signed_by, (at, at + len(raw)))
    if behind and is_initial(inner, lexicon):
        return Tail("people", start, len(text), (Maker(raw.strip(), None, None, at, at + len(raw)),))
    heading = m["open"] == "【" and not folded[: m.start()].strip()  # 【症结】 on a line of its own names nobody
    if behind and makers and not heading and nameable(makers, raw, lexicon):
        return Tail("people", start, len(text), makers)
    return None


def _kind(makers: tuple[Maker, ...], folded: str, lexicon: Lexicon) -> str:
    """A picture's credit names photographers alone; 摄影报道 may sign an article as well."""
    if not all(x.role == "photographer" for x in makers):
        return "people"
    return "report" if lexicon.ends(folded.rstrip(), "marks", "filing") else "credit"


def _unbracketed(text: str, folded: str, low: int, lexicon: Lexicon) -> Tail | None:
    """`本报通讯员 X 摄`, `新华社发（X摄）`, `责任编辑：X` right behind the text, without brackets."""
    if not may_sign(folded, lexicon):
        return None
    p = patterns(lexicon)
    for start in starts(folded):
        at, raw = low + start, text[low + start :]
        sent = p.sent.fullmatch(folded, start)
        byline = read_behind(raw, at, lexicon)
        given = byline.nobody == "given" and start > 0 and has_role(raw, lexicon)  # 午餐由社区提供 goes on
        if given or byline.nobody == "page":
            return Tail(NOBODY[byline.nobody], at, len(text))
        if signs(byline, raw, lexicon):
            return Tail(_kind(byline.makers, folded, lexicon), at, len(text), byline.makers)
        if sent and p.stored.search(folded):
            return Tail("credit", at, len(text))
        if sent and p.sender.search(folded):
            return Tail("credit", at, len(text), byline.makers, (at, at + len(raw)))
    return None
