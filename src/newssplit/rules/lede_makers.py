"""The makers that stand in a lede: in its brackets, 〔記者X／台北報導〕, or without any, `记者X报道：`, `首席记者  X  …`.

All are read by the one reader of bylines; here is only told where such a byline begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newssplit.late import Late
from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.rules.makers import Maker
from newssplit.rules.people import Byline, read_byline, sure_names

OPENING = "【〔［[（(〖"
OPEN, CLOSE = r"[【〔［\[（(〖]", r"[】〕］\]）)〗]"
SPACES = r"\s{0,20}"
"""Between a mark and the makers behind it."""
WITHIN = r"(?:[^】〕］\]）)\[]|\[(?:\p{Han}{2,4}\])?+)"
"""What brackets hold; a name may have square ones inside: 罗[王册]."""
BOXED = Late(rf"{OPEN}(?P<inner>{WITHIN}{{2,80}}){CLOSE}")
BRACKETS = Late(
    rf"{SPACES}{OPEN}{SPACES}(?P<inner>(?:[^】〕］\]）)（(\[]|\[(?:\p{{Han}}{{2,4}}\])?+){{2,100}})(?:{CLOSE}|$)"
)
PAST_RE = re.compile(r"[。，（(；！？]")
"""No such makers go on behind it."""
BARE = 75
"""They take fewer characters."""
TEXT = 24
"""What stands behind them and a wide gap is text, and no further name, if it has more characters."""
NEAR = 160
"""So far from the makers the text is asked for the place where they were."""
Span = tuple[int, int]


class Box(NamedTuple):
    """Makers in the bracket that opens a text, with where and when they filed it."""

    end: int
    makers: tuple[Maker, ...]
    mark: tuple[Span, ...]
    agency: Span | None = None
    place: Span | None = None
    date: Span | None = None


class Patterns(NamedTuple):
    signed: re.Pattern[str]
    """How a lede of makers alone begins."""
    end: re.Pattern[str]
    """Where makers may end that no bracket holds."""
    named: Late
    """本报讯 记者王丽 昨天…: a name alone, with nothing to close it but a space."""
    desk: Late
    """A desk that signs and names nobody: 地方中心／東嶼報導, 即時新聞／綜合報導."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """How makers stand in a lede, compiled once for a lexicon."""
    makers, envoyed = lexicon.one_of("people.makers"), lexicon.one_of("people.makers", "people.envoys")
    people = lexicon.one_of("people.makers", "people.envoys", "roles.translator")
    filing, ways = lexicon.one_of("marks.filing"), lexicon.one_of("marks.ways")
    return Patterns(
        signed=re.compile(
            rf"{OPEN}|(?:《[^》]{{2,12}}》)?.{{0,11}}?{envoyed}|[□■●◎]|{lexicon.one_of('marks.own')}|{lexicon.one_of('people.ahead')}\s?[/／|｜丨]"
        ),
        end=re.compile(
            rf"(?P<verb>{filing}(?:\s{{0,4}}[：:，。])?)|(?P<colon>[：:])|(?P<gap>[ \u3000]{{2,8}}|\u3000)|\s(?=[“「])"
        ),
        named=Late(rf"(?P<who>{makers}\s?\p{{Han}}{{2,4}})\s(?=\S)"),
        desk=Late(
            rf"(?!.{{0,10}}{people})\p{{Han}}{{2,10}}[／/](?P<mark>(?P<place>\p{{Han}}{{2,8}}?)??(?:{ways})?{filing})"
        ),
    )


@cache
def _senders(lexicon: Lexicon) -> frozenset[str]:
    """Who has sent what a bracket opens with: an agency, or the paper itself."""
    return lexicon.wordset("marks", "agencies") | lexicon.wordset("marks", "own")


def read_box(text: str, folded: str, head: str, at: int, lexicon: Lexicon) -> Box | None:
    """〔記者X／台北報導〕, 【本報記者X北京七日電】, （記者X東嶼訊）: makers, and then where it was filed."""
    box = BOXED.match(head, at)
    if box is None:
        return None
    start, end = box.span("inner")
    near = folded[box.end() : box.end() + NEAR]
    byline = read_byline(text[start:end], lexicon, lambda place: place in near)
    signed = _filed(text, box.end(), start, byline, lexicon)
    desk = None if signed or byline.role else patterns(lexicon).desk.fullmatch(head, start, end)
    if desk is None:
        return signed
    return Box(box.end(), (), (desk.span("mark"),), place=desk.span("place") if desk["place"] else None)


def _filed(text: str, end: int, start: int, byline: Byline, lexicon: Lexicon) -> Box | None:
    filed, makers = byline.filed, placed(byline, start)
    if filed is None:
        return None
    parted = text[start + filed.start - 1] in "／/ \u3000"
    if not byline.role and not (parted and sure_names(makers, lexicon)):
        return None
    if not (parted or filed.place or filed.day or filed.sort):
        return None  # （记者X报道） tells nothing but the maker
    house = _moved(byline.house, start)
    agency = house if house and fold(text[slice(*house)]) in _senders(lexicon) else None
    dated = agency if filed.day else None  # 中央社記者X東嶼4日電
    mark = (start + filed.start, start + filed.end)
    return Box(
        end, makers, (*((dated,) if dated else ()), mark), dated, _moved(filed.place, start), _moved(filed.day, start)
    )


def _moved(span: Span | None, start: int) -> Span | None:
    return (span[0] + start, span[1] + start) if span else None


def placed(byline: Byline, start: int) -> tuple[Maker, ...]:
    """The makers of a byline that begins at `start`, placed in the text."""
    return tuple(m._replace(start=m.start + start, end=m.end + start) for m in byline.makers)


def people_in(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Maker, ...]:
    """The makers that a stretch of the text names."""
    return placed(read_byline(text[start:end].rstrip("：:，。 "), lexicon), start)


def read_brackets(text: str, head: str, at: int, lexicon: Lexicon) -> tuple[tuple[Maker, ...], int]:
    """The makers in a bracket behind `at`, and where it ends; none, and `at`, where it names nobody."""
    follow = BRACKETS.match(head, at)
    makers = people_in(text, *follow.span("inner"), lexicon) if follow else ()
    return (makers, follow.end()) if follow and makers else ((), at)


def read_bare(text: str, head: str, at: int, lexicon: Lexicon) -> tuple[tuple[Maker, ...], int]:
    """The makers without brackets behind `at`, and where their part of the lede ends: the longest that reads as such."""
    while at < len(head) and head[at].isspace():
        at += 1
    if not patterns(lexicon).signed.match(head, at) or head[at] in OPENING:
        return (), at
    best: tuple[tuple[Maker, ...], int] = ((), at)
    for end, wide in _ends(head, at, lexicon):
        if wide and len(text) - end < TEXT and head[end : end + 1] not in ("“", "「"):
            break
        byline = read_byline(text[at:end].rstrip("：:，。 \u3000"), lexicon)
        if byline.role and (not wide or sure_names(byline.makers, lexicon)):
            best = placed(byline, at), end
    return best


def _ends(head: str, at: int, lexicon: Lexicon) -> Iterator[tuple[int, bool]]:
    """Where makers may end, and whether only a wide gap says so."""
    past = PAST_RE.search(head, at, at + BARE)
    limit = past.start() + 1 if past else min(len(head), at + BARE)
    for m in patterns(lexicon).end.finditer(head, at, limit):
        if m.start() > at + 1:
            yield m.end(), m["gap"] is not None


def read_named(text: str, head: str, at: int, lexicon: Lexicon) -> tuple[tuple[Maker, ...], int]:
    """记者X behind a mark, with a space behind the name alone."""
    while at < len(head) and head[at].isspace():
        at += 1
    named = patterns(lexicon).named.match(head, at)
    makers = people_in(text, *named.span("who"), lexicon) if named else ()
    return (makers, named.end()) if named and makers and sure_names(makers, lexicon) else ((), at)
