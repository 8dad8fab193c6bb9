"""Records: lines that begin with the name of a field. What is a field's name here, the dump itself must show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newssplit.lexicon import Lexicon
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.candidates import candidates
from newssplit.reading.carriers.coded import read_coded
from newssplit.reading.carriers.containers import opened, without_containers
from newssplit.reading.carriers.field_names import (
    blocks_of,
    names_of_fields,
    with_main_titles,
    with_own_titles,
    with_texts,
    with_titles,
    without_main_titles,
    without_tags,
    without_users,
)
from newssplit.reading.carriers.field_values import (
    BRACES_RE,
    as_chrome,
    closed,
    continued,
    hanging,
    is_closer,
    parts_of,
    second_headline,
)
from newssplit.reading.carriers.fields import (
    BEGUN,
    ON,
    Field,
)
from newssplit.reading.carriers.inferred import with_inferred
from newssplit.reading.carriers.ordered import ABOVE, headed_behind, in_order, labelled_behind, records_of, with_label
from newssplit.reading.carriers.rows import Columns
from newssplit.reading.carriers.said import merged
from newssplit.reading.carriers.site_names import without_sites
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark

ARTICLE = ("headline", "body")
"""What the codes of a record must hold, as their values show, or a paper prints them: CCTV1：, CCTV2：."""
HANGING_RE = re.compile(r"(?: {4}|\u3000{2}|\t)\s{0,20}[^\s。]{1,30}(?:\s{1,4}[^\s。]{1,30}){0,3}\s*$")
"""A further line of a headline's field, set in below the first: no other line of a record is."""


def read_records(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> tuple[list[Line], frozenset[str]]:
    """The lines, each field parted from its name; and the names of the fields, none where there are no records."""
    lines = opened(lines, lexicon)
    lines, found, names = _named(lines, candidates(lines, columns, lexicon), lexicon)
    if not names:
        lines, found, names = _named(lines, read_coded(lines), lexicon)
        told = {field.kind for fields in found.values() for field in fields}
        names = names if told.issuperset(ARTICLE) else frozenset()
    if not names:
        return list(lines), names
    found = without_sites(without_tags(found, lines), lines, lexicon)
    records = records_of(found, names, lines)
    found = with_texts(found, _parts(records, len(lines)), names, lines)
    reader = _Reader(found, names, lexicon, columns.quote)
    before, *pieces = [reader.read(lines, part) for part in _parts(records, len(lines))]
    if headed_behind(found, records):
        above = [_above(piece) for piece in (before, *pieces)]
        pieces = [in_order(piece, head) for piece, head in zip(pieces, above, strict=False)]
    elif labelled_behind(found, records):
        pieces = [with_label(piece) for piece in pieces]
    return [line for piece in (before, *pieces) for line in piece], names


def _named(
    lines: Sequence[Line], found: dict[int, list[Field]], lexicon: Lexicon
) -> tuple[Sequence[Line], dict[int, list[Field]], frozenset[str]]:
    """The lines, what of the fields found in them holds what, and the names that are names of fields here."""
    if not found:
        return lines, found, frozenset()
    lines, found = without_containers(lines, found)
    found = with_main_titles(with_titles(with_own_titles(found, lexicon), lines))
    found = with_inferred(found, lines, lexicon)
    found = without_users(without_main_titles(found), lines)
    return lines, found, names_of_fields(blocks_of(found, lines), lexicon)


def _parts(records: Sequence[range], size: int) -> list[range]:
    """What stands before the first record, and each record."""
    return [range(records[0].start if records else size), *records]


class _Reader:
    """Parts fields from their names, line by line."""

    def __init__(self, found: Mapping[int, list[Field]], names: frozenset[str], lexicon: Lexicon, quote: str):
        self.found, self.names, self.lexicon, self.quote = found, names, lexicon, quote
        self.row = Mark()
        """That of the first line of a row that goes on over several."""
        self.above = ""
        """What the last field of the line above holds."""
        self.indent = 0
        """How far the further lines of the last field's value may be set in: up to where it begins."""

    def read(self, lines: Sequence[Line], part: range) -> list[Line]:
        """What becomes of some of the lines."""
        return [line for n in part for line in self._read(lines, n)]

    def _read(self, lines: Sequence[Line], n: int) -> Sequence[Line]:
        line, fields, head = lines[n], self.found.get(n), self.above == "headline"
        self.above = fields[-1].kind if fields else ""
        if fields and any(field.name in self.names for field in fields):
            self.indent = fields[-1].start
            return self._parted(line, fields)
        if BRACES_RE.fullmatch(line.text.strip()) or is_closer(line, self.names):
            return (as_chrome(line, None, "braces"),)
        if head and HANGING_RE.match(line.text):
            return (second_headline(line),)
        return (closed(continued(hanging(line, self.indent)), self.names),)

    def _parted(self, line: Line, fields: Sequence[Field]) -> Sequence[Line]:
        parts = parts_of(line, fields, self.lexicon, self.quote)
        if fields[0].row == BEGUN and len(parts) > 1:
            self.row = parts[1].mark or self.row
        elif fields[0].row == ON and parts[0].mark is not None:
            self.row.page = merged(self.row.page or Page(), parts[0].mark.page or Page())
        return parts


def _above(piece: Sequence[Line]) -> Line | None:
    """The line of the paper with which a piece ends, but for blank ones."""
    line = next((line for line in reversed(piece[-ABOVE:]) if not line.blank), None)
    return None if line is None or (line.mark is not None and line.mark.chrome) else line
