"""Records whose headline stands behind their text, as where a tool sorts the fields by their names: put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newssplit.lexicon import fold, keyed
from newssplit.reading.carriers.fields import HEADINGS, Field
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

MOST = 0.8
"""So many records of a dump have their headline behind their text, or none is put in order."""
FEWEST = 2
AHEAD = ("column", *HEADINGS)
"""Fields that stand above a text, in this order."""
ABOVE = 4
"""Among so many lines above a text may its headline stand, blank ones counted."""


def records_of(found: Mapping[int, Sequence[Field]], names: frozenset[str], lines: Sequence[Line]) -> list[range]:
    """The lines of each record: from where the tool counts a new one, or from the field that the first one begins with
    to where that comes again."""
    counted = [n for n, line in enumerate(lines) if line.mark is not None and line.mark.border]
    if len(counted) < FEWEST:
        named = ((n, next((field.name for field in fields if field.name in names), "")) for n, fields in found.items())
        known = {n: name for n, name in named if name}
        first = next(iter(known.values()), "")
        counted = [n for n, name in known.items() if name == first]
    size = len(lines)
    return [range(n, end) for n, end in zip(counted, [*counted[1:], size][: len(counted)], strict=True)]


def headed_behind(found: Mapping[int, Sequence[Field]], records: Sequence[range]) -> bool:
    """Whether nearly all records that have a text name their headline behind it."""
    behind = before = 0
    for record in records:
        kinds = [field.kind for n in record for field in found.get(n, ())]
        if "body" in kinds and "headline" in kinds:
            behind += kinds.index("headline") > kinds.index("body")
            before += kinds.index("headline") < kinds.index("body")
    return behind >= FEWEST and behind >= MOST * (behind + before)


def in_order(parts: Sequence[Line], above: Line | None) -> list[Line]:
    """The lines of a record, what says where it is from and its headlines before all else; one that stands `above` the
    record or at its beginning as a line of its own, too, is the carrier's."""
    printed = {_key(line) for line in (above, *parts[:ABOVE]) if line is not None and not _is_field(line)} - {""}
    named = {_key(line) for line in parts if _is_headline(line)} & printed
    parts = [_noted(line) if _is_headline(line) and _key(line) in named else line for line in parts]
    parts = [
        _named(line) if n < ABOVE and not _is_field(line) and _key(line) in named else line
        for n, line in enumerate(parts)
    ]
    heads = [line for line in parts if line.mark is not None and line.mark.field in AHEAD and not line.mark.chrome]
    heads.sort(key=lambda line: AHEAD.index(line.mark.field) if line.mark is not None else 0)
    said = [line for line in parts if line.mark is not None and line.mark.chrome and line.mark.page is not None]
    ahead = {id(line) for line in (*said, *heads)}
    rest = [line for line in parts if id(line) not in ahead]
    return [*said, *heads, *rest]


def _is_headline(line: Line) -> bool:
    return line.mark is not None and line.mark.field == "headline"


def _is_field(line: Line) -> bool:
    return line.mark is not None and bool(line.mark.field or line.mark.chrome)


def _key(line: Line) -> str:
    return keyed(fold(line.text))


def _named(line: Line) -> Line:
    """A headline that the record names elsewhere."""
    mark = line.mark.copy() if line.mark is not None else Mark()
    mark.field = mark.called = "headline"
    return line._replace(mark=mark)


def _noted(line: Line) -> Line:
    mark = Mark()
    mark.chrome, mark.field = True, "headline"
    return line._replace(mark=mark)
