"""Where a cutting is from, as whoever made a digest notes it at each: 《江州日报》2021年9月15日第5版　记者 谷雨."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.said import read_said
from newssplit.reading.carriers.stamps import AROUND, LONGEST, NAMES, STAMP, Stamp, maker_re, parted
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

DIGIT_RE, SENTENCE_RE = re.compile(r"\d"), re.compile(r"[。！？；]")
DAY_RE = re.compile(r"\d{1,2}月\d{1,2}日")
"""A day without its year."""
BRACKETS_RE = re.compile(r"^[（(\[【].*[）)\]】]")
CITED = 2
"""So many such lines of different days or papers show the habit: the heads of a paper's pages have one day and name."""


class _Cited(NamedTuple):
    """Where a cutting is from: the page, the day as printed, and where in the line the makers stand."""

    page: Page
    day: str
    makers: tuple[int, int] | None


@cache
def _makers_re(lexicon: Lexicon) -> re.Pattern[str]:
    """Where those are named who made the text."""
    maker = maker_re(lexicon).pattern
    return re.compile(rf"(?:^|[{AROUND}])(?:\w{{2,4}}[：:]\s?\w|(?:\w{{1,6}}(?:{maker})|{maker}))")


def part_cited(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those told that say where a cutting is from; whom they name as makers on a line of their own.

    Such a line stands right over the text, or in brackets, perhaps behind it; the head of a page stands over a
    headline."""
    short = [n for n, line in enumerate(lines) if 8 <= len(line.text) <= LONGEST and "版" in line.text]
    likely = [n for n in short if DIGIT_RE.search(lines[n].text) and not SENTENCE_RE.search(lines[n].text)]
    found = {n: cited for n in likely if (cited := _cited(lines[n], lexicon)) is not None} if likely else {}
    if len({(cited.page.newspaper, cited.day) for cited in found.values()}) < CITED:
        return lines
    framed = {n for n in found if BRACKETS_RE.fullmatch(lines[n].text.strip())}
    framed = framed if len(framed) >= CITED else set()
    found = {n: cited for n, cited in found.items() if n in framed or _stands_at_text(lines, n)}
    read = list[Line]()
    for n, line in enumerate(lines):
        read += _told(line, found[n]) if n in found else (line,)
    return read


def _stands_at_text(lines: Sequence[Line], n: int) -> bool:
    """Whether a line stands right over a text, or in brackets right below one; a blank line may be between."""
    above = next((line.text for line in reversed(lines[max(n - 2, 0) : n]) if not line.blank), "")
    below = next((line.text for line in lines[n + 1 : n + 3] if not line.blank), "")
    return is_text(below) or (BRACKETS_RE.fullmatch(lines[n].text.strip()) is not None and is_text(above))


def _cited(line: Line, lexicon: Lexicon) -> _Cited | None:
    """What a line says of where a cutting is from; None where it says anything else, too."""
    if line.mark is not None and (line.mark.chrome or line.mark.field or line.mark.heading):
        return None
    said, day = read_said(line.text, lexicon), None
    if not said.dated and (day := DAY_RE.search(line.text)):
        said = read_said(DAY_RE.sub(lambda m: " " * len(m[0]), line.text), lexicon)
    if not (said.named and said.paged and (said.dated or day)) or len(said.rest) != len(line.text):
        return None
    rest = said.rest
    m = _makers_re(lexicon).search(rest)
    start = m.start() if m else len(rest)
    makers = rest[start:].strip(AROUND + "()（）【】[]")
    lead = rest[:start].strip(AROUND + "()（）【】[]《》")
    if (lead and fold(lead) not in lexicon.wordset("furniture", "cited")) or len(makers) > NAMES:
        return None
    at = rest.find(makers, start) if makers else -1
    return _Cited(said.page, said.page.date or (day[0] if day else ""), (at, at + len(makers)) if at >= 0 else None)


def _told(line: Line, cited: _Cited) -> Sequence[Line]:
    """The carrier's line, and whoever it names as a line of its own."""
    if cited.makers is not None:
        return parted(line, Stamp(cited.page, *cited.makers))
    mark = Mark()
    mark.chrome, mark.page, mark.field = True, cited.page, STAMP
    return (line._replace(mark=mark),)
