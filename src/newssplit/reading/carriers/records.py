"""Records: lines that begin with the name of a field. What is a field's name here, the dump itself must show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newssplit.lexicon import Lexicon
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.field_names import (
    as_body,
    blocks_of,
    names_of_fields,
    with_titles,
    without_tags,
)
from newssplit.reading.carriers.field_values import (
    BRACES_RE,
    as_chrome,
    closed,
    continued,
    parts_of,
    second_headline,
)
from newssplit.reading.carriers.fields import (
    BEGUN,
    MARKS,
    NAME,
    ON,
    SEPARATOR_RE,
    SPACED_RE,
    Field,
    fields_in,
    kind_of,
    normal,
)
from newssplit.reading.carriers.ordered import headed_behind, in_order, records_of
from newssplit.reading.carriers.rows import Columns, read_rows
from newssplit.reading.carriers.said import merged
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

QUOTES = "\"'"
HANGING_RE = re.compile(r"(?: {4}|\u3000{2}|\t)\s{0,20}[^\s。]{1,30}(?:\s{1,4}[^\s。]{1,30}){0,3}\s*$")
"""A further line of a headline's field, set in below the first: no other line of a record is."""


def read_records(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> tuple[list[Line], frozenset[str]]:
    """The lines, each field parted from its name; and the names of the fields, none where there are no records."""
    found = _candidates(lines, columns, lexicon)
    found = with_titles(found, lines) if found else found
    names = names_of_fields(blocks_of(found, lines), lexicon) if found else frozenset()
    if not names:
        return list(lines), names
    found = without_tags(found, lines)
    if not any(field.kind == "body" and field.name in names for fields in found.values() for field in fields):
        found = {n: [as_body(field) for field in fields] for n, fields in found.items()}
    records = records_of(found, names, len(lines))
    behind = {record.start: record.stop for record in records} if headed_behind(found, records) else {}
    read, row, begun, end, above = list[Line](), Mark(), 0, -1, ""
    for n, line in enumerate(lines):
        if n == end:
            read[begun:] = in_order(read[begun:])
        if n in behind:
            begun, end = len(read), behind[n]
        fields, head = found.get(n), above == "headline"
        above = fields[-1].kind if fields else ""
        if fields is not None and any(field.name in names for field in fields):
            parts = parts_of(line, fields, lexicon, columns.quote)
            read += parts
            if fields[0].row == BEGUN and len(parts) > 1:
                row = parts[1].mark or row
            elif fields[0].row == ON and parts[0].mark is not None:
                row.page = merged(row.page or Page(), parts[0].mark.page or Page())
        elif BRACES_RE.fullmatch(line.text.strip()):
            read.append(as_chrome(line, None, "braces"))
        elif head and HANGING_RE.match(line.text):
            read.append(second_headline(line))
        else:
            read.append(closed(continued(line)))
    if end == len(lines):
        read[begun:] = in_order(read[begun:])
    return read, names


def _candidates(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> dict[int, list[Field]]:
    """Lines that look like fields, by their place."""
    found = read_rows(lines, columns)
    separated, spaced = (
        SEPARATOR_RE.search,
        SPACED_RE.match,
    )  # asked here, not by may_begin: of every line of every dump
    for n in [
        n
        for n, (_, _, text, _, mark) in enumerate(lines)
        if separated(text, 0, NAME) or spaced(text) or mark is not None or text[:2].isupper() or text.startswith(MARKS)
    ]:
        if n not in found and (fields := _marked_field(lines[n], lexicon) or fields_in(lines[n].text, lexicon)):
            found[n] = fields
    if not found:
        return {}
    listed = [value for n, fields in found.items() for value in _listed(lines, n, fields[-1], found)]
    return dict(sorted([*found.items(), *listed]))


def _marked_field(line: Line, lexicon: Lexicon) -> list[Field]:
    """The field that a tag names, or of which a heading is the name."""
    mark, size = line.mark, len(line.text)
    if mark is None:
        return []
    if mark.field:
        return [Field(normal(mark.field), kind_of(mark.field, lexicon), 0, size)]
    kind = kind_of(line.text.strip(" ：:"), lexicon) if mark.heading else ""
    return [Field(normal(line.text), kind, size, size)] if kind else []


def _listed(
    lines: Sequence[Line], n: int, field: Field, found: Mapping[int, object]
) -> Iterator[tuple[int, list[Field]]]:
    """The values of a field that are a list below its name, as YAML writes them: `author:`, `  - "谷雨"`."""
    if lines[n].text[field.start : field.end].strip():
        if lines[n].text[: field.start].rstrip(QUOTES).endswith("[") and "]" not in lines[n].text[field.end :]:
            yield from _quoted_lines(lines, n + 1, field, found)
        return
    for at in range(n + 1, len(lines)):
        mark, text = lines[at].mark, lines[at].text
        if at in found or mark is None or not mark.listed:
            return
        quoted = len(text) > 2 and text[0] in QUOTES and text[-1] == text[0]
        yield at, [field._replace(start=int(quoted), end=len(text) - quoted)]


def _quoted_lines(
    lines: Sequence[Line], begin: int, field: Field, found: Mapping[int, object]
) -> Iterator[tuple[int, list[Field]]]:
    """Further values of a list in brackets, each in quotation marks on a line of its own, up to the closing bracket."""
    for n in range(begin, len(lines)):
        text = lines[n].text.rstrip(" ,]})")
        start = len(text) - len(text.lstrip())
        if n in found or len(text) - start < 2 or text[start] not in QUOTES or text[-1] != text[start]:
            return
        yield n, [field._replace(start=start + 1, end=len(text) - 1)]
        if "]" in lines[n].text[len(text) :]:
            return
