"""Records whose headline stands behind their text, as where a tool sorts the fields by their names: put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newssplit.lexicon import fold, keyed
from newssplit.reading.carriers.fields import HEADINGS, Field
from newssplit.reading.carriers.printed import may_head
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

MOST = 0.8
"""So many records of a dump have their headline behind their text, or none is put in order."""
FEWEST = 2
AHEAD = ("column", *HEADINGS)
"""Fields that stand above a text, in this order."""
NAMED = ("author", "column")
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
        counted = [_top(n, first, known, lines) for n, name in known.items() if name == first]
    size = len(lines)
    return [range(n, end) for n, end in zip(counted, [*counted[1:], size][: len(counted)], strict=True)]


def _top(n: int, first: str, known: Mapping[int, str], lines: Sequence[Line]) -> int:
    """Where the fields begin that stand right above the `first` of a record, if a blank line or a rule is above them: a
    record may have a field before the one that the first record begins with."""
    top = n
    while known.get(top - 1, first) != first:
        top -= 1
    above = lines[top - 1] if top else None
    return n if above is None or not (above.blank or not any(map(str.isalnum, above.text))) else top


def headed_behind(found: Mapping[int, Sequence[Field]], records: Sequence[range]) -> bool:
    """Whether nearly all records that have a text name their headline behind it."""
    return _stands_behind("headline", found, records)


def labelled_behind(found: Mapping[int, Sequence[Field]], records: Sequence[range]) -> bool:
    """Whether nearly all records name their column behind the text or behind who wrote it, where no label stands."""
    return _stands_behind("column", found, records) or _stands_behind("column", found, records, what="author")


def _stands_behind(
    kind: str, found: Mapping[int, Sequence[Field]], records: Sequence[range], *, what: str = "body"
) -> bool:
    behind = before = 0
    for record in records:
        kinds = [field.kind for n in record for field in found.get(n, ())]
        if what in kinds and kind in kinds:
            behind += kinds.index(kind) > kinds.index(what)
            before += kinds.index(kind) < kinds.index(what)
    return behind >= FEWEST and behind >= MOST * (behind + before)


def with_label(parts: Sequence[Line]) -> list[Line]:
    """The lines of a record, the first name of a column before all else, so that the record begins with it; further
    ones are the carrier's."""
    labels = [n for n, line in enumerate(parts) if _names_column(line)]
    if not labels:
        return list(parts)
    further = set(labels[1:])
    rest = [_noted(line) if n in further else line for n, line in enumerate(parts) if n != labels[0]]
    first = next((n for n, line in enumerate(rest) if line.mark is not None and line.mark.border), None)
    label = parts[labels[0]]
    if first is not None:
        label, rest[first] = _bordered(label, rest[first])
    return [label, *rest]


def _names_column(line: Line) -> bool:
    return line.mark is not None and line.mark.field == "column" and not line.mark.chrome


def _bordered(label: Line, first: Line) -> tuple[Line, Line]:
    """Both lines, what is said of where an item begins passed on from one to the other."""
    above, below = (line.mark.copy() if line.mark is not None else Mark() for line in (label, first))
    above.border, below.border = below.border, 0
    return label._replace(mark=above), first._replace(mark=below)


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


def name_heads(lines: Sequence[Line]) -> None:
    """Where records name who wrote and under which column, but no headline, the line that each begins with, right above
    the first of these, is that."""
    own = [line for line in lines if not line.blank]
    marks = [line.mark for line in own]
    begins = [n for n, mark in enumerate(marks) if mark is not None and mark.border]
    if len(begins) < FEWEST or any(mark is not None and mark.field in HEADINGS for mark in marks):
        return
    heads = [own[n].mark for n in begins if may_head(own[n].text.strip()) and not _is_field(own[n])]
    named = sum(n + 1 < len(own) and (m := marks[n + 1]) is not None and m.field in NAMED for n in begins)
    if len(heads) == len(begins) and named >= MOST * len(begins):
        for mark in heads:
            if mark is not None:
                mark.field = "headline"


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
