"""Lines in which a dump ran paragraphs together, cut where spaces, stops and brackets tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from newssplit.language.script import language_of
from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex
from newssplit.reading import run_in
from newssplit.reading.units import Unit

STOP, CLOSING = "[。！？!?…；;]", "['\"”’」』）)]"
ENDED = f"{STOP}{CLOSING}{{0,5}}"
WIDE = r"(?:[ \t]{2,}+|[ \u3000\t]{2,}+(?<=\u3000\u3000))"
"""All spaces from one place on: two narrow ones or more, or any that end with two wide ones."""
PARTING_RE = regex.compile(rf"(?<={ENDED})[ \u3000\t]++(?=[^\s>》→（(]|[（(]\d)(?!详?[见見])|(?<=\S){WIDE}(?=\S)")
"""Spaces behind a full stop, or wide ones anywhere: where a dump ran paragraphs together."""
WIDE_RE = re.compile(r"[ \t\u3000]{2}")
"""Without such spaces within the first HEADING characters no dateline behind them is looked for: it takes its time."""
HEADING = 48
"""Within so few characters a space behind ？ parts the phrases of a headline."""
CUT_RE = re.compile(r"[ \u3000\t【]")
"""What is at each place where a line is parted, but for what has been run into it."""
LONG = 20
"""Only a line of more characters than this can hold several paragraphs."""
CLOSED_RE = re.compile(r"[^，。（(）)]{1,60}[）)]")
"""A bracket with makers, behind a wide space in it."""
FEW = 16
"""Characters; what has no more and no stop is no paragraph."""
ANY_STOP_RE = re.compile(r"[。！？!?；;，,：:]")
MARK = 130
STOPPED_RE = re.compile(rf"{ENDED}$")
ANNOUNCED_RE = re.compile(r"[：:]$|[见見轉转刊]\s?第?\w{1,3}版$")
"""A salutation, an announced list, a teaser's page: wide spaces behind them part paragraphs, too."""
CROSSHEAD_RE = re.compile(r"(?:[^\s，。！？；：/／（()）【】…—\d]{3,14}+[ \u3000]){1,2}(?=\S{16})")
"""One phrase or two without a stop, and behind a space the text that they head."""
LISTED_RE = re.compile(r"(?<=[^\s，。！？；：]{4}：)[ \u3000]++(?=(?:一|1|１|第一|第1)[、．.，]|[（(][一1１][）)])")
"""The space between the words that announce a list and its first item: `现提出以下意见： 一、…`."""
SINGLE_RE = re.compile(r"\S \S+ ")
"""One phrase between single spaces."""
WIDE_STOP_RE = re.compile(rf"{STOP}{CLOSING}*[ \u3000]{{2,}}\S")


class Patterns(NamedTuple):
    """What datelines and makers look like beside such spaces, for text that is not folded."""

    headed: re.Pattern[str]
    """A headline and, behind wide spaces, the dateline of its article with the makers' bracket."""
    box: re.Pattern[str]
    """A bracketed dateline behind a full stop: the next brief of a round-up."""
    role: re.Pattern[str]
    """A role, with which the name behind the spaces goes: `首席记者  X    “实在是太感谢了…`."""
    opened: re.Pattern[str]
    """A bracket with makers, before a wide space in it."""
    mark: re.Pattern[str]
    """A dateline, or its makers, with which the first paragraph goes on after the spaces."""
    signed: re.Pattern[str]
    """The beginning of who signs, as `本报记者` or `东湾报记者`, which is no crosshead."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes with the words of a vocabulary, compiled once."""
    people = lexicon.of("people").in_both
    ends, makers = lexicon.in_both("marks.ends"), people("reporters", "correspondents")
    who = people("reporters", "correspondents", "photographers", "writers")
    return Patterns(
        headed=re.compile(
            rf"^[^。！？；\s][^。！？；]{{5,40}}?{WIDE}"
            rf"(?=[【〔]?[^\s，。：（()）]{{1,16}}{ends}(?:[】〕]|\s?[（(][^（()）]{{0,12}}{makers}))"
        ),
        box=re.compile(rf"(?<=[。！？」”])(?=【[^】\s]{{2,14}}{ends}】)"),
        role=re.compile(rf"[^\s，。]{{0,6}}(?:{who}|{people('halves')})[\s：:/／]*"),
        opened=re.compile(rf"{ends}[ \u3000]{{0,4}}[（(][^，。（(）)]{{0,24}}$"),
        mark=re.compile(rf"^[^，。！？]{{2,60}}(?:{ends}|[】〕］）)])(?:\s*[（(][^，。！？]{{2,60}}[）)])?\s*"),
        signed=re.compile(rf"[^\s，。]{{0,6}}{who}"),
    )


def parted_units(read: Sequence[Unit], *, spaced_stops: bool, lexicon: Lexicon) -> list[Unit]:
    """Units whose lines hold several paragraphs parted, and those that begin with the head of a brief.

    `spaced_stops`: this dump writes a space behind every full stop, so that a single one says nothing."""
    heads = run_in.brief_heads([unit.text if not unit.field else "" for unit in read], lexicon)
    units = list[Unit]()
    for n, unit in enumerate(read):
        units += parted(unit, spaced_stops=spaced_stops, head=heads.get(n, 0), lexicon=lexicon)
    return units


def parted(unit: Unit, *, spaced_stops: bool, lexicon: Lexicon, head: int = 0) -> list[Unit]:
    """The unit cut where its line holds several paragraphs, and behind its head; `[unit]` where it holds one thing."""
    if unit.field or len(unit.text) <= LONG:
        return [unit]
    cuts = _seams(unit.text, lexicon, spaced_stops=spaced_stops) if CUT_RE.search(unit.text) else []
    cuts += run_in.cuts(unit.text, lexicon)
    cuts += [head] if head else []
    if not cuts:
        return [unit]
    cuts = [cut for cut in cuts if cut > MARK or not _amid_makers(unit.text, cut, patterns(lexicon))]
    edges = [0, *sorted(set(cuts)), len(unit.text)]
    parts = [unit.part(a, b) for a, b in pairwise(edges) if not unit.text[a:b].isspace()]  # two may cut one gap
    first = parts[0]
    first.indent, first.blank, first.inline, first.mark = unit.indent, unit.blank, unit.inline, unit.mark
    first.gap = unit.gap
    first.field = unit.field
    return parts


def _seams(text: str, lexicon: Lexicon, *, spaced_stops: bool) -> list[int]:
    """Where a line goes on behind the spaces, or with the bracket, that part its paragraphs."""
    p = patterns(lexicon)
    run_together = WIDE_STOP_RE.search(text) is not None
    cuts = [m.end() for m in PARTING_RE.finditer(text) if _parts(text, m, spaced_stops, run_together)]
    cuts += [m.end() for m in LISTED_RE.finditer(text)]
    heads = {cut: end for cut in cuts if (end := _crosshead_end(text, cut, p))}
    phrases = _phrases(text, heads)
    cuts = [cut for cut in cuts if cut not in phrases]
    cuts += [end for cut, end in heads.items() if cut not in phrases]
    cuts += [m.end() for m in p.box.finditer(text)]
    if WIDE_RE.search(text, 0, HEADING) and (headed := p.headed.match(text)):
        cuts.append(headed.end())
    return cuts


def _crosshead_end(text: str, start: int, p: Patterns) -> int:
    """Where a crosshead ends that stands behind a full stop and spaces; 0 where none does, or a dateline or a role."""
    m = CROSSHEAD_RE.match(text, start)
    if m is None or p.signed.match(text, start) or p.mark.fullmatch(text[start : m.end()]):
        return 0
    return m.end()


def _phrases(text: str, heads: Mapping[int, int]) -> set[int]:
    """Where crossheads of two phrases begin, with a space between them and none before the text.

    `。 估減四成硫氧化物 違者可罰10萬高市空氣…`: where it ends nothing shows, so that the text stays whole. Of 24
    places where one phrase stands between single spaces in texts of traditional characters 23 are that, of 11 in
    simplified ones none. The 24 are all of one paper, 自由時報: no other of that script that was counted has any."""
    single = {at for at, end in heads.items() if SINGLE_RE.fullmatch(text, max(0, at - 2), end)}
    return single if single and language_of(text) == "zh-Hant" else set()


def _amid_makers(text: str, end: int, p: Patterns) -> bool:
    """Whether a dateline, its makers or a role end there, or their bracket is open: `…电（记者  X）`."""
    if p.mark.fullmatch(text, 0, end) or p.role.fullmatch(text, 0, end):
        return True
    return p.opened.search(text, 0, end) is not None and CLOSED_RE.match(text, end) is not None


def _parts(text: str, m: regex.Match[str], spaced_stops: bool, run_together: bool) -> bool:
    """Wide spaces part paragraphs only where the line has them behind full stops, too."""
    wide = m.end() - m.start() >= 2
    before = text[max(0, m.start() - 6) : m.start()]
    if STOPPED_RE.search(before):
        return (wide or not spaced_stops) and (len(text) > HEADING or before[-1] in "。”」；")
    if wide and ANNOUNCED_RE.search(before):
        return True
    return wide and run_together and not _ends_soon(text, m.end())


def _ends_soon(text: str, at: int) -> bool:
    """A few words without a stop, as of who took a picture, 本报记者　　X　　摄, are no paragraph."""
    return len(text) - at <= FEW and ANY_STOP_RE.search(text, at) is None
