"""Records: lines that begin with the name of a field. What is a field's name here, the dump itself must show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newssplit.language.dates import page_number
from newssplit.lexicon import Lexicon
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.fields import (
    HEADINGS,
    NAME,
    NOTHING_RE,
    PRINTED,
    SEPARATOR_RE,
    Field,
    fields_in,
    kind_of,
    normal,
)
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.rows import Columns, read_rows
from newssplit.reading.carriers.said import merged, read_said
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

CORE = frozenset({"headline", "newspaper", "page", "body", "date"})
"""A record has one of these at least."""
SURE = frozenset({"newspaper", "page", "body"})
BLOCKS = 2
"""So many blocks with the same field show a form that is filled in again and again."""
KINDS = 3
MANY = 4
"""So many known names in one block need no other proof, such as the head of a mail."""
SAMPLE = 50_000
NO_COLUMN = "no column"
"""The field of a column that a record leaves empty: it stands under none."""
BLANK = " \u3000\t；;，,"
BORDER = 45
"""Decibans that an item begins with each row of a table."""
DATELINE_RE = re.compile(r"(?<=[版頁页]\s)[^\s\d：:]{2,24}[讯訊电電]$")
"""`02 版 新華社北平廿五日電`: what a database puts behind the page."""
GAP_RE = re.compile(r"\s{2}|\u3000")
NUMBER_RE = re.compile(r"[A-Za-z]{0,2}\d+|[一二三四五六七八九十]+")
APART = 4
"""Lines from one field of a block to the next, at most."""
QUOTES = "\"'"
VALUE = 120
"""What only says something of a record is no longer."""


def read_records(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> tuple[list[Line], frozenset[str]]:
    """The lines, each field parted from its name; and the names of the fields, none where there are no records."""
    found = _candidates(lines, columns, lexicon)
    found = _with_titles(found, lines) if found else found
    names = _names(_blocks(found, lines)) if found else frozenset()
    if not names:
        return list(lines), names
    if not any(field.kind == "body" and field.name in names for fields in found.values() for field in fields):
        found = {n: [_as_body(field) for field in fields] for n, fields in found.items()}
    read = list[Line]()
    for n, line in enumerate(lines):
        fields = found.get(n)
        if fields is not None and any(field.name in names for field in fields):
            read += _parts(line, fields, lexicon)
        elif BRACES_RE.fullmatch(line.text.strip()):
            read.append(_chrome(line, None, "braces"))
        else:
            read.append(_closed(line))
    return read, names


def _with_titles(found: dict[int, list[Field]], lines: Sequence[Line]) -> dict[int, list[Field]]:
    """The fields, those for headlines that a record opens with under a name which nobody knows, `【转】大桥通车`, above
    fields that are known, in records without any other headline."""
    kinds = {field.kind for fields in found.values() for field in fields}
    if not kinds & SURE or kinds & set(HEADINGS):
        return found
    opening = {n: fields[0] for n, fields in found.items() if _opens_record(n, fields, found)}
    times = Counter(field.name for field in opening.values())
    titles = {n: field for n, field in opening.items() if times[field.name] >= BLOCKS and lines[n].text[:1] in "【[〔"}
    return {n: [titles[n]._replace(kind="headline")] if n in titles else fields for n, fields in found.items()}


def _opens_record(n: int, fields: Sequence[Field], found: Mapping[int, Sequence[Field]]) -> bool:
    """Whether a line is one field of an unknown name over one that is known."""
    below = found.get(n + 1, ())
    return len(fields) == 1 and not fields[0].kind and any(field.kind for field in below) and n - 1 not in found


def _as_body(field: Field) -> Field:
    """An abstract, where no field holds the text: it is the text's beginning."""
    return field._replace(kind="body") if field.kind == "abstract" else field


BRACES_RE = re.compile(r"[\[\]{}(),]{1,4}|@\w{3,20}\{[^{}\s]{0,40},?")
"""What opens and closes a record of JSON or BibTeX."""
FURTHER_PAIR_RE = re.compile(r'"\s?,\s?"[^"\\]{1,40}"\s?:')
CLOSING_RE = re.compile(r"\"\s?(?:\}\s?[,\]]?\s?|,\s*)$")


def _closed(line: Line) -> Line:
    """The last line of a text in JSON, without what closes it."""
    if line.text[-8:].rstrip()[-1:] not in ("}", "]", ","):
        return line
    m = FURTHER_PAIR_RE.search(line.text) or CLOSING_RE.search(line.text)
    return shortened(line, 0, m.start()) if m and m.start() else line


def _candidates(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> dict[int, list[Field]]:
    """Lines that look like fields, by their place."""
    found = read_rows(lines, columns)
    separated = SEPARATOR_RE.search  # asked here, not by may_begin: of every line of every dump
    for n in [
        n
        for n, (_, _, text, _, mark) in enumerate(lines)
        if separated(text, 0, NAME) or mark is not None or text[:2].isupper() or text[:1] == "%"
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
        return
    for at in range(n + 1, len(lines)):
        mark, text = lines[at].mark, lines[at].text
        if at in found or mark is None or not mark.listed:
            return
        quoted = len(text) > 2 and text[0] in QUOTES and text[-1] == text[0]
        yield at, [field._replace(start=int(quoted), end=len(text) - quoted)]


def _blocks(found: dict[int, list[Field]], lines: Sequence[Line]) -> list[list[Field]]:
    """Fields that stand together, with nothing but blank lines between them."""
    blocks, last = list[list[Field]](), -2
    for n, fields in found.items():
        if n > SAMPLE:
            break
        if blocks and _together(lines, last, n):
            blocks[-1] += fields
        else:
            blocks.append(list(fields))
        last = n
    return blocks


def _together(lines: Sequence[Line], last: int, n: int) -> bool:
    """Whether two fields stand in one block: between them are blank lines, or one line that is no text."""
    if n - last > APART:
        return False
    between = [line for line in lines[last + 1 : n] if not line.blank]
    return not between or (len(between) == 1 and not is_text(between[0].text))


def _names(blocks: Sequence[Sequence[Field]]) -> frozenset[str]:
    """The names of fields here: those of blocks that look like records, and what nobody knows amid them."""
    times = Counter(f.name for block in blocks for f in block)
    names, unknown = set[str](), Counter[str]()
    for block in blocks:
        known = {f.kind: f for f in block if f.kind}
        if not _is_record(known, {f.name for f in block if f.kind}, times):
            continue
        names.update(f.name for f in block if f.kind)
        unknown.update({f.name for f in block if not f.kind and f.end - f.start <= VALUE})
    titles = {f.name for block in blocks for f in block if f.kind in HEADINGS and times[f.name] >= BLOCKS}
    bodies = {f.name for block in blocks for f in block if f.kind == "body" and times[f.name] >= BLOCKS}
    names |= {f.name for block in blocks for f in block if f.sure}
    names |= titles | (bodies if names or titles else set())
    names |= {f.name for block in blocks if any(f.name in names for f in block) for f in block if f.kind}
    return frozenset(names | {name for name, n in unknown.items() if n >= BLOCKS} if names else names)


def _is_record(known: dict[str, Field], named: set[str], times: Counter[str]) -> bool:
    kinds = known.keys() - {"other"}
    if len(known) < 2 or not kinds:
        return len(named) >= MANY
    again = sum(times[field.name] >= BLOCKS for field in known.values()) >= 2
    if again and (kinds & CORE or len(known) >= KINDS):
        return True
    return (len(kinds) >= KINDS and bool(kinds & SURE)) or len(named) >= MANY


def _parts(line: Line, fields: Sequence[Field], lexicon: Lexicon) -> list[Line]:
    """What the paper printed of a line's fields, each a line of its own, and a line for all else that stands there."""
    if [field.kind for field in fields] == ["column"] and not line.text[fields[0].start : fields[0].end].strip(BLANK):
        return [_value(line, 0, len(line.text), NO_COLUMN)]
    page, values = Page(), list[Line]()
    for called, kind, start, end, *_ in fields:
        value = line.text[start:end].strip(BLANK)
        if kind in PRINTED and not (kind == "column" and read_said(value, lexicon).paged):
            if value and value != "|" and not NOTHING_RE.fullmatch(value):
                values.append(_value(line, start, end, "" if kind == "body" else kind, called))
        else:
            page = merged(page, page_of(kind, value, lexicon))
            if m := DATELINE_RE.search(line.text, start, end):
                values.append(_value(line, m.start(), m.end(), "dateline"))
    if fields[0].row and values and values[0].mark is not None:
        values[0].mark.border, values[0].mark.page = BORDER, page
    return [_chrome(line, page, fields[0].name), *values]


def _printed_where(value: str, lexicon: Lexicon) -> Page:
    """What a note says of the page, whatever its field is called: `《江海日報》1934年7月5日，第二版`."""
    said = read_said(value, lexicon) if len(value) <= VALUE else None
    return said.page if said and said.paged and (said.timed or said.named) else Page()


def page_of(kind: str, value: str, lexicon: Lexicon) -> Page:
    """What the value of a field says of its page."""
    if kind == "newspaper":
        name = GAP_RE.split(value.strip())[0].strip("《》\"'“” ")
        return Page(newspaper=name if name and len(name) <= 30 else None)
    said = read_said(value, lexicon).page
    if kind == "date":
        return Page(date=said.date)
    if kind == "page":
        number = said.number or _number(value)
        return Page(number=number)
    if kind == "name":
        return Page(name=value or None)
    return Page(number=said.number) if kind == "column" else _printed_where(value, lexicon)


def _number(value: str) -> str | None:
    m = NUMBER_RE.search(value)
    return page_number(m[0]) if m else None


def _chrome(line: Line, page: Page | None, name: str) -> Line:
    mark = Mark()
    mark.chrome, mark.page, mark.field = True, page, name
    return line._replace(mark=mark)


def _value(line: Line, start: int, end: int, kind: str, called: str = "") -> Line:
    text = line.text
    while start < end and text[start] in " \t；;，,":
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "；;，,"):
        end -= 1
    value = shortened(line, start, end)
    mark = value.mark.copy() if value.mark is not None else Mark()
    mark.field, mark.called = kind, called
    mark.bold_lead = max(0, mark.bold_lead - start)  # the name was in bold
    return value._replace(mark=mark)
