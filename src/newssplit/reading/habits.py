"""How this dump was made: what a sign is worth depends on the habits of the page it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.lines import closes_with_commas
from newssplit.reading.units import Unit

TRADITIONAL = "們這個來時國說為對會後開於與學長門車東產見應體關點電記訊報導"
SIMPLIFIED = "们这个来时国说为对会后开于与学长门车东产见应体关点电记讯报导"
EITHER_RE = re.compile(f"[{TRADITIONAL}{SIMPLIFIED}]")
SPACED_STOP_RE = re.compile(r"。[ \u3000]\S")
MARK_RE = re.compile(r"[^，。]{0,14}[讯訊電电】〕）)]")
"""How a paragraph with a dateline begins, roughly."""
SPACED = 12
"""In a dump that types a space behind a stop there are so many, or more."""
STOP_RE = re.compile(r"。\S|。[ \u3000]\S")
DIGIT_RE = re.compile(r"[\d报報](?:(?<=\d)|(?<=[报報])[导導])")
LITERARY_RE = re.compile("[之其於于云]")
SPOKEN_RE = re.compile("的|她|[们們]")
"""What written Chinese has of the literary language, and what it has of the spoken one."""
FEW_DIGITS = 600
"""A newer paper has more than one digit, or one 報導, in so many characters."""
LONG = 40
ENDS = '。！？!?…”"」』：:；，、'
SAMPLE = 4000
"""Units looked at for the habits of a dump: enough for an issue, and no cost for a huge file."""


class Habits(NamedTuple):
    """What is usual in this dump; shares are from 0 to 1."""

    indented: float = 0.0
    """Share of paragraphs that are indented."""
    heads_indented: float = 0.0
    """Share of the short lines above paragraphs that are indented, too."""
    blank_between: float = 0.0
    """Share of neighbouring paragraphs with a blank line between them."""
    wrapped: bool = False
    """Lines are cut at a fixed width."""
    gap_before_heads: bool = False
    """Every heading that is surely one has a blank line before it, and paragraphs have none."""
    traditional: bool = False
    old: bool = False
    """Numbers are printed in Chinese numerals alone and the language is literary, as in papers of the first half of the
    twentieth century."""
    unsigned: bool = False
    """Hardly an article has a dateline or a maker; known once all units are read."""
    marked: bool = False
    """A tool has marked the headings."""
    fielded: bool = False
    """Records of a database name the headlines."""
    pausing: bool = False
    """A comma closes sentences, too, as in papers before 1949 that print no full stops."""

    @property
    def indent_tells(self) -> bool:
        """Paragraphs are indented and headings are not."""
        return self.indented >= 0.7 and self.heads_indented <= 0.5

    @property
    def blank_tells(self) -> bool:
        """Paragraphs stand close, so that a blank line is a sign."""
        return self.blank_between <= 0.3


def stops_are_spaced(units: Sequence[Unit]) -> bool:
    """Whether a space behind 。 is mere typing here and parts no paragraphs."""
    text = "".join(u.text for u in units[:SAMPLE])
    if text.count("。 ") + text.count("。\u3000") < SPACED:  # as in most dumps: that takes a tenth of the time
        return False
    spaced = sum(1 for _ in SPACED_STOP_RE.finditer(text))
    return spaced >= SPACED and spaced > 0.6 * sum(1 for _ in STOP_RE.finditer(text))


def measure(units: Sequence[Unit]) -> Habits:
    """The habits of a dump, from its units."""
    units = units[:SAMPLE]
    outer = [u for u in units if not u.inline]
    prose = [u for u in outer if len(u.text) > LONG]
    short = [u for u, v in pairwise(outer) if len(u.text) <= LONG < len(v.text) and u.text[-1] not in ENDS]
    pairs = [(u, v) for u, v in pairwise(outer) if len(u.text) > LONG < len(v.text)]
    heads = list(_first_lines(outer))
    close = sum(v.blank for _, v in pairs) <= 0.3 * len(pairs)
    text = "".join(u.text[:200] for u in prose[:40])
    return Habits(
        indented=_share(prose),
        heads_indented=_share(short),
        blank_between=sum(v.blank for _, v in pairs) / len(pairs) if pairs else 0.0,
        wrapped=sum(bool(u.breaks) for u in prose) >= 0.3 * max(1, len(prose)),
        gap_before_heads=close and len(heads) >= 3 and sum(u.blank for u in heads) >= 0.75 * len(heads),
        traditional=_is_traditional(text),
        old=not _has_digits(text) and len(SPOKEN_RE.findall(text)) <= len(LITERARY_RE.findall(text)),
        pausing=closes_with_commas(text),
        marked=_are_usual([u for u in outer if u.mark is not None and u.mark.heading], short, MARKED),
        fielded=_are_usual([u for u in outer if u.field == "headline"], short, FIELDS),
    )


def _is_traditional(text: str) -> bool:
    """Whether more characters are in the traditional form; 導 counts for both, so that it says nothing."""
    forms = EITHER_RE.findall(text)
    return sum([(c in TRADITIONAL) - (c in SIMPLIFIED) for c in forms]) > 0


def _has_digits(text: str) -> bool:
    """Whether there are as many digits as in a newer paper; no more are looked for."""
    enough = len(text) // FEW_DIGITS + 1
    return FEW_DIGITS * sum(1 for _ in islice(DIGIT_RE.finditer(text), enough)) >= len(text)


MARKED, FIELDS = 3, 2
"""So many headings show that a tool marks them."""


def _are_usual(headings: Sequence[Unit], short: Sequence[Unit], few: int) -> bool:
    """Whether a tool names or marks the headings of a dump: several, and no fewer than other lines over paragraphs."""
    others = [u for u in short if not u.field and (u.mark is None or not u.mark.heading)]
    return len(headings) >= max(few, len(others))


def _first_lines(outer: Sequence[Unit]) -> Iterator[Unit]:
    """The first line of each block of short lines above a paragraph that opens with a dateline."""
    for n in range(1, len(outer)):
        if len(outer[n].text) <= LONG or not MARK_RE.match(outer[n].text):
            continue
        first = n
        while first > 1 and len(outer[first - 1].text) <= LONG and not (first < n and outer[first].blank):
            first -= 1
        if first < n:
            yield outer[first]


def _share(units: list[Unit]) -> float:
    return sum(u.indent >= 2 for u in units) / len(units) if units else 0.0
