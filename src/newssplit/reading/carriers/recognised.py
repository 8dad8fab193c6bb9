"""What was recognised of a dump's carrier, and by what: for people who ask how a dump was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from newssplit.fields import CarrierSign, Recognised
from newssplit.lexicon import Carrier, Lexicon
from newssplit.reading.carriers.described import LINES, carriers
from newssplit.reading.carriers.fields import kind_of, normal
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.lines import Line

Sort = Literal["described", "field", "heading", "recurs", "mark"]
SORTS: tuple[Sort, ...] = get_args(Sort)
Sign = tuple[Sort, str, str]
"""Sort, what and kind of a CarrierSign."""
PAPERS_OWN = ("header", "kept")
"""Sorts of recurring lines that are the paper's."""
MOST = 60
"""No more signs than these are told, the most frequent of each sort; a large dump has lines of many shapes."""
NAMES = 2
"""So many of a carrier's field names show that it is the one, if no other carrier has one of them."""
BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
SETTINGS = ("image", "row", "bold", "quoted", "listed", "italic")
"""What a tool sets a line as, by the names of a Mark's signs; the first one that a line has is told."""


def recognise(
    source: str,
    lines: Sequence[Line],
    chrome: Mapping[int, Found],
    kept: Sequence[Line],
    fields: frozenset[str],
    lexicon: Lexicon,
) -> Recognised:
    """What shows in a dump's lines, all of them and those of the paper that were `kept`; `fields` are the names of
    the fields that they begin with."""
    times, starts = Counter[Sign](), dict[Sign, int]()
    for n, found in chrome.items():
        if found.sort not in PAPERS_OWN:
            _note(_of_chrome(found, lines[n], lexicon), lines[n].start, times, starts)
    for line in kept:
        if not line.blank and (sign := _of_kept(line, source)):
            _note(sign, line.start, times, starts)
    written = {what for sort, what, _ in times if sort == "described"}
    names = [c.name for c in carriers(lexicon) if c.name in written or _has_fields(c, fields, lexicon)]
    signs = [CarrierSign(*sign, count, starts[sign]) for sign, count in times.most_common(MOST)]
    signs.sort(key=lambda sign: (SORTS.index(sign.sort), sign.start))
    recurring = [lines[n].text for n, found in chrome.items() if found.sort == "words" and is_text(lines[n].text)]
    return Recognised(tuple(names), tuple(signs), sum(len("".join(text.split())) for text in recurring))


def _note(sign: Sign, start: int, times: Counter[Sign], starts: dict[Sign, int]) -> None:
    times[sign] += 1
    starts[sign] = min(start, starts.get(sign, start))


def _of_chrome(found: Found, line: Line, lexicon: Lexicon) -> Sign:
    """What a line of the carrier shows."""
    if line.mark is not None and line.mark.chrome:
        kind = kind_of(found.key, lexicon) or found.key
        return ("field", kind, "") if line.mark.field else ("recurs", found.key, found.sort)
    name, _, kind = found.key.rpartition(" ")
    return ("described", name, kind) if name and kind in LINES else ("recurs", found.key, found.sort)


def _of_kept(line: Line, source: str) -> Sign | None:
    """What a tool has said of a line of the paper, the most telling alone; None where it has not touched it."""
    mark = line.mark
    if mark is not None:
        if mark.heading:
            return "heading", str(mark.heading), mark.rank
        if mark.field:
            return None  # the line of its name is told
        for name in SETTINGS:
            if getattr(mark, name):
                return "mark", name, ""
    return ("mark", "inline", "") if line.runs or _is_part(line, source) else None


def _is_part(line: Line, source: str) -> bool:
    """Whether something else stands beside a line's text on one line of the source."""
    before, behind = source[max(0, line.start - 1) : line.start], source[line.end : line.end + 1]
    return bool(before and before not in BREAKS) or bool(behind and behind not in BREAKS)


def _has_fields(carrier: Carrier, fields: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a dump has fields of a carrier, and one of them no other carrier has."""
    all_names = _names(carrier)
    mine = fields & all_names
    if not mine or len(mine) < min(NAMES, len(all_names)):
        return False
    others = frozenset[str]().union(*(_names(other) for other in carriers(lexicon) if other.name != carrier.name))
    return bool(mine - others)


def _names(carrier: Carrier) -> frozenset[str]:
    return frozenset(normal(name) for _, names in carrier.fields for name in names)
