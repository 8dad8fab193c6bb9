"""Records whose headline stands behind their text, as where a tool sorts the fields by their names: put in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newssplit.reading.carriers.fields import HEADINGS, Field
from newssplit.reading.lines import Line

MOST = 0.8
"""So many records of a dump have their headline behind their text, or none is put in order."""
FEWEST = 2


def records_of(found: Mapping[int, Sequence[Field]], names: frozenset[str], size: int) -> list[range]:
    """The lines of each record: from the field that the first one begins with to where that comes again."""
    named = ((n, next((field.name for field in fields if field.name in names), "")) for n, fields in found.items())
    known = {n: name for n, name in named if name}
    first = next(iter(known.values()), "")
    begins = [n for n, name in known.items() if name == first]
    return [range(n, end) for n, end in zip(begins, [*begins[1:], size][: len(begins)], strict=True)]


def headed_behind(found: Mapping[int, Sequence[Field]], records: Sequence[range]) -> bool:
    """Whether nearly all records that have a text name their headline behind it."""
    behind = before = 0
    for record in records:
        kinds = [field.kind for n in record for field in found.get(n, ())]
        if "body" in kinds and "headline" in kinds:
            behind += kinds.index("headline") > kinds.index("body")
            before += kinds.index("headline") < kinds.index("body")
    return behind >= FEWEST and behind >= MOST * (behind + before)


def in_order(parts: Sequence[Line]) -> list[Line]:
    """The lines of a record, its headlines behind the first line of the carrier's and before all else."""
    heads = [line for line in parts if line.mark is not None and line.mark.field in HEADINGS and not line.mark.chrome]
    heads.sort(key=lambda line: HEADINGS.index(line.mark.field) if line.mark is not None else 0)
    rest = [line for line in parts if line not in heads]
    at = 1 if rest and rest[0].mark is not None and rest[0].mark.chrome else 0
    return [*rest[:at], *heads, *rest[at:]]
