"""Elements of a dump of tags that hold the records themselves, and say nothing of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newssplit.lexicon import Lexicon
from newssplit.reading.carriers.field_names import is_chinese_text
from newssplit.reading.carriers.fields import Field, fields_in, kind_of
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

HELD = 3
"""An element of texts of which the lines begin with known fields of so many sorts, the headline among them, holds
records: `<text id="…">`, `【标题】…`, `【作者】…`, `【正文】`. Above a text stands at most what a site tells of
it: 来源：…"""
UNTOLD = frozenset({"", "other", "body"})


def opened(lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those of elements of texts that hold whole records without the element's mark."""
    texts = {line.mark.field for line in lines if line.mark and line.mark.field}
    bodies = {name for name in texts if kind_of(name, lexicon) == "body"}
    holding = {name for name in bodies if _holds_records(_of(lines, name), lexicon)}
    if not holding:
        return list(lines)
    return [_untagged(line) if line.mark and line.mark.field in holding else line for line in lines]


def _of(lines: Sequence[Line], name: str) -> Iterator[Line]:
    return (line for line in lines if line.mark and line.mark.field == name)


def _holds_records(lines: Iterator[Line], lexicon: Lexicon) -> bool:
    kinds = {field.kind for line in lines for field in fields_in(line.text, lexicon)} - UNTOLD
    return "headline" in kinds and len(kinds) >= HELD


def without_containers(
    lines: Sequence[Line], found: dict[int, list[Field]]
) -> tuple[list[Line], dict[int, list[Field]]]:
    """The lines and the fields, where no field is known for one of texts: those tags within which texts stand hold the
    paper itself, `<en-note>`, and say nothing of it."""
    tagged = {n: fields[0] for n, fields in found.items() if _is_tagged(lines[n])}
    texts = {field.name for n, field in tagged.items() if not field.kind and is_chinese_text(lines[n].text)}
    if not texts or any(f.kind == "body" and is_chinese_text(lines[n].text) for n, f in tagged.items()):
        return list(lines), found
    freed = {n for n, field in tagged.items() if field.name in texts}
    return [_untagged(line) if n in freed else line for n, line in enumerate(lines)], {
        n: fields for n, fields in found.items() if n not in freed
    }


def _is_tagged(line: Line) -> bool:
    return line.mark is not None and bool(line.mark.field)


def _untagged(line: Line) -> Line:
    mark = line.mark.copy() if line.mark is not None else Mark()
    mark.field = ""
    return line._replace(mark=mark)
