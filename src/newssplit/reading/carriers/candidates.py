"""Lines that look like fields of records, whatever the dump has: what it shows to be none is left out later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.field_names import BLOCKS, VALUE
from newssplit.reading.carriers.fields import MARKS, NAME, SEPARATOR_RE, SPACED_RE, Field, fields_in, kind_of, normal
from newssplit.reading.carriers.rows import Columns, read_rows
from newssplit.reading.lines import Line

QUOTES = "\"'"
VALUES = 3
"""So many lines stand below a field's name as its value at most."""
KINDS, UNTOLD = 3, frozenset({"", "other", "body"})
"""Names of so many sorts alone on their lines are a form, be each there only once: 引题：, 主标题：, 副标题：."""
NUMBERED_RE = re.compile(r"^\s{0,4}\d{1,2}[.、]\s?(?P<name>[^\W\d_]{2,10})\s*$")
ALONE_RE = re.compile(NUMBERED_RE.pattern + r"|^[A-Z]{2,3}\s*$")
"""The name of a field alone on its line without a colon: behind a number, or a code, `NS`."""


def candidates(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> dict[int, list[Field]]:
    """Lines that look like fields, by their place."""
    found = read_rows(lines, columns)
    separated, spaced = (
        SEPARATOR_RE.search,
        SPACED_RE.match,
    )  # asked here, not by may_begin: of every line of every dump
    for n in [
        n
        for n, (_, _, text, _, mark) in enumerate(lines)
        if separated(text, 0, NAME)
        or spaced(text)
        or mark is not None
        or text[:2].isupper()
        or text.startswith(MARKS)
        or NUMBERED_RE.match(text)
    ]:
        fields = _field_of(lines[n], lexicon) if n not in found else []
        if fields and not _is_address(lines[n].text, fields):
            found[n] = fields
    if not found:
        return {}
    found |= _spaced_between(lines, found)
    listed = [value for n, fields in found.items() for value in _listed(lines, n, fields[-1], found)]
    bare = {n: fields[0] for n, fields in found.items() if _is_bare(lines[n], fields)}
    times = Counter(field.name for field in bare.values())
    told = len({field.kind for field in bare.values()} - UNTOLD) >= KINDS
    below = [
        value
        for n, field in bare.items()
        if times[field.name] >= BLOCKS or (told and field.kind not in UNTOLD and not ALONE_RE.match(lines[n].text))
        for value in _below(lines, n, field, found)
    ]
    return dict(sorted([*found.items(), *below, *listed], key=itemgetter(0)))


def _spaced_between(lines: Sequence[Line], found: Mapping[int, Sequence[Field]]) -> dict[int, list[Field]]:
    """Names that nobody knows, set apart by spaces as the known one right above is, `出处　　江州晚报`, `形制　　剪报`:
    each stands so in two records or more."""
    spaced = {n for n in found if SPACED_RE.match(lines[n].text)}
    below = {n + 1: m for n in spaced if n + 1 < len(lines) and (m := SPACED_RE.match(lines[n + 1].text))}
    unknown = {n: m for n, m in below.items() if n not in found}
    times = Counter(m["name"] for m in unknown.values())
    return {
        n: [Field(normal(m["name"]), "other", m.end(), len(lines[n].text.rstrip()))]
        for n, m in unknown.items()
        if times[m["name"]] >= BLOCKS
    }


def _field_of(line: Line, lexicon: Lexicon) -> list[Field]:
    """The fields that a line begins with, by a mark, by how they are written, or by a number."""
    return _marked_field(line, lexicon) or fields_in(line.text, lexicon) or _numbered_field(line, lexicon)


def _is_bare(line: Line, fields: Sequence[Field]) -> bool:
    """Whether a line is nothing but the name of a field, with a colon or a number: its value stands below."""
    bare = line.text.rstrip().endswith((":", "：")) or ALONE_RE.match(line.text) is not None
    return bare and len(fields) == 1 and _is_plain(line) and fields[0].kind != "body"


def _is_plain(line: Line) -> bool:
    """Whether no mark says what a line is; it may be set in bold."""
    mark = line.mark
    return mark is None or (mark.bold and not (mark.heading or mark.field or mark.chrome or mark.listed))


def _below(
    lines: Sequence[Line], n: int, field: Field, found: Mapping[int, Sequence[Field]]
) -> Iterator[tuple[int, list[Field]]]:
    """The lines below the name of a field up to a blank one, each as a value of it."""
    begin = n + 1 + (n + 1 < len(lines) and lines[n + 1].blank)
    last = min(begin + VALUES, len(lines))
    coded = lines[n].text.strip().isupper()  # what stands below NS may be `gcom : 社区新闻`
    end = next((at for at in range(begin, last) if not _is_value(lines[at], found.get(at, ()), coded=coded)), last)
    texts = [line.text for line in lines[begin:end]]
    if field.kind in ("", "other") and any("。" in text for text in texts):
        return  # the text of a record, below `Notes:`
    for at, text in enumerate(texts, begin):
        if not field.kind and not text.isascii():
            return  # the same in a language that nobody knows
        kind = "subheadline" if at > begin and field.kind == "headline" else field.kind
        yield at, [field._replace(kind=kind, start=0, end=len(text))]


def _is_value(line: Line, fields: Sequence[Field], *, coded: bool) -> bool:
    """Whether a line may be the value of the field named above it; `coded`: by a code."""
    named = any(field.kind for field in fields) if coded else _names_field(fields)
    return not (named or line.blank or not _is_plain(line) or len(line.text) > VALUE)


def _names_field(fields: Sequence[Field]) -> bool:
    """Whether a line begins with a field that is known, or that tools may have; another colon may stand in a value:
    `貓:吵什麼`."""
    return any(field.kind or field.name.isascii() or field.start >= field.end for field in fields)


def _is_address(text: str, fields: Sequence[Field]) -> bool:
    """Whether a line with a Chinese name that nobody knows is a sentence: 编辑同志：我家订晚报十一年。"""
    first = fields[0]
    return len(fields) == 1 and not (first.kind or first.name.isascii()) and "。" in text[first.start : first.end]


def _marked_field(line: Line, lexicon: Lexicon) -> list[Field]:
    """The field that a tag names, or of which a heading is the name."""
    mark, size = line.mark, len(line.text)
    if mark is None:
        return []
    if mark.field:
        kind = kind_of(mark.field, lexicon) or ("other" if line.text.isascii() else "")  # a number, an address
        return [Field(normal(mark.field), kind, 0, size)]
    kind = kind_of(line.text.strip(" ：:"), lexicon) if mark.heading else ""
    return [Field(normal(line.text), kind, size, size)] if kind else []


def _numbered_field(line: Line, lexicon: Lexicon) -> list[Field]:
    """The known name of a field behind its number in a form that is filled in, with no colon: `2.記者署名`."""
    m = NUMBERED_RE.match(line.text)
    kind = kind_of(m["name"], lexicon) if m else ""
    size = len(line.text)
    return [Field(normal(m["name"]), kind, size, size)] if m and kind else []


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
