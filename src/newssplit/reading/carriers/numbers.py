"""Numbers that a tool has put before its records: `12. 標題`, `[3]【篇名】…`, `No.4`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from newssplit.language.dates import number as number_of
from newssplit.lexicon import Lexicon, fold, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.blocks import RULE_RE, is_short
from newssplit.reading.carriers.number_forms import ALONE_RE, CHINESE_RE, NUMERALS, numbered
from newssplit.reading.carriers.printed import is_text, may_head
from newssplit.reading.lines import Line, full_lines, shortened
from newssplit.reading.marks import Mark

NAMED = "：:"
NAMED_RE = re.compile(r"(?<=[：:])")
"""Behind it stands the value of a field."""
SAMPLE = 200
"""Within so many lines of a dump stands the first number."""
SHORT = 24
"""A line of a number alone has no more characters."""
FEW = 2
ALONE = 3
"""So many numbers that stand alone show that the tool counts."""
SURELY = 5
"""So many in brackets do, be there more lines above the first one."""
BEFORE = 3
"""The first number stands at the beginning of the dump, with hardly a line above it, or below a rule."""
MISSED = 3
"""A number follows the one before by one, or by a few where items were left out."""
STEADY = 0.9
"""So many of the numbers follow the one before by one."""
HEAD = 5
"""Within so many lines below a number without any sign its text begins."""
AGAIN, NEAR = 6, 10
"""A headline that stands again so near below its number has so many characters at least."""
BORDER = 25
"""Decibans that an item begins with a number; they are counted up through the whole dump."""


def read_numbers(lines: list[Line], first: Sequence[str], lexicon: Lexicon) -> list[Line]:
    """The lines without the numbers, if the dump counts its items: from its first lines on, one by one.
    `first` are the first characters of the lines."""
    found = _numbered(lines, first, lexicon) or _numbered_again(lines, first, lexicon)
    if not found:
        return _numbered_alone(lines, first)
    return _cut(lines, found)


def read_counted(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines without the numbers of headlines that stand right above the fields of records, counted one by one."""
    return _without_counts(lines, {n - 1 for n, line in enumerate(lines) if n and _is_field(line.mark)}, lexicon)


def read_counted_above(lines: list[Line], said: Set[int], lexicon: Lexicon) -> list[Line]:
    """The same of headlines above other lines of the carrier; another line of the head may stand between."""
    right = {n - 1 for n in said if n} - said
    return _without_counts(lines, right | ({n - 1 for n in right if n and not lines[n].blank} - said), lexicon)


def _without_counts(lines: list[Line], heads: Set[int], lexicon: Lexicon) -> list[Line]:
    """The lines, those that may be headlines without the numbers by which they are counted."""
    for form in (numbered(lexicon).number, CHINESE_RE):
        found, number = dict[int, int](), 0
        for n in sorted(heads):
            m = form.match(lines[n].text)
            if m is None or not 0 < number_of(m["number"]) - number <= MISSED:
                continue
            if may_head(lines[n].text[m.end() :]):
                found[n], number = m.end(), number_of(m["number"])
        if len(found) >= ALONE:
            return _cut(lines, found)
    return lines


def _is_field(mark: Mark | None) -> bool:
    return mark is not None and mark.chrome and bool(mark.field)


def _cut(lines: Sequence[Line], found: Mapping[int, int]) -> list[Line]:
    """The lines without their first characters, up to where the number ends; an item begins with each."""
    read = list(lines)
    for n, end in found.items():
        line = shortened(lines[n], end, len(lines[n].text.rstrip("：: \u3000")))
        mark = _marked(line)
        mark.border = BORDER
        read[n] = line._replace(mark=mark)
    return read


def _numbered_alone(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines, those noted as the tool's that are nothing but the number of the item below, one by one."""
    found, number, fewest, unsigned = dict[int, int](), 0, ALONE, False
    for n in [n for n, line in enumerate(lines) if first[n] and len(line.text) <= SHORT]:
        if not number and n > SAMPLE:
            return lines
        m = ALONE_RE.match(lines[n].text)
        counted = next(number_of(group) for group in m.groups() if group) if m else 0
        if (
            m is None
            or not 0 < counted - number <= MISSED
            or not (number or _opens(lines, n) or _stands_apart(lines, n, m))
        ):
            continue
        plain = lines[n].text.strip().isdecimal()
        if found and plain != unsigned:
            continue  # a page's number amid ■ 1, ■ 2
        if plain and not _counts_plainly(lines, n, counted - number):
            return lines  # all are numbers of pages
        fewest, unsigned = fewest if number else ALONE if _opens(lines, n) else SURELY, plain
        below = next((k for k in range(n + 1, len(lines)) if not lines[k].blank), n)
        if below == n or not (_is_marked(lines[n], m) or may_head(lines[below].text)):
            continue  # a poem's parts are numbered, too, over text
        found[n], number = below, counted
    if len(found) < fewest:
        return lines
    read = list(lines)
    for n, below in found.items():
        counter, item = _marked(read[n]), _marked(read[below])
        counter.chrome, item.border = True, BORDER
        read[n], read[below] = read[n]._replace(mark=counter), read[below]._replace(mark=item)
    return read


def _stands_apart(lines: Sequence[Line], n: int, m: re.Match[str]) -> bool:
    """Whether a number in brackets, or with nothing beside it, is the first one and has a blank line above it."""
    number = m["boxed"] or m["bare"] if m["boxed"] or lines[n].text.strip().isdecimal() else None
    return number is not None and int(number) == 1 and n > 0 and lines[n - 1].blank


def _counts_plainly(lines: Sequence[Line], n: int, step: int) -> bool:
    """Whether a number without any sign counts an item: it is the next one, behind a blank line, right over a headline
    and its text."""
    if step != 1 or (n and not lines[n - 1].blank) or n + 1 >= len(lines) or lines[n + 1].blank:
        return False
    below = [line.text for line in lines[n + 1 : n + 1 + NEAR] if not line.blank]
    return may_head(below[0]) and any(map(is_text, below[1:HEAD]))


def _marked(line: Line) -> Mark:
    """A mark of its own for a line, with the signs that it has."""
    return line.mark.copy() if line.mark is not None else Mark()


def _is_marked(line: Line, m: re.Match[str]) -> bool:
    """Whether more than a point shows that a number counts an item: brackets, or the mark of a heading."""
    return m["bare"] is None or (line.mark is not None and line.mark.heading > 0)


def _numbered(lines: Sequence[Line], first: Sequence[str], lexicon: Lexicon) -> dict[int, int]:
    """Lines that open with the next number, and where it ends; empty where they do not count the items of the dump."""
    found, number, below, last = dict[int, int](), 0, 0, -9
    form, openers = numbered(lexicon)
    for n in [n for n, opener in enumerate(first) if opener in openers or opener.isdecimal()]:  # few, so it takes less
        text = lines[n].text
        m = form.match(text)
        if m is None or not 0 < number_of(m["number"]) - number <= MISSED or not is_short(text[m.end() :]):
            continue
        if not number and (number_of(m["number"]) > 1 or not (_opens(lines, n) or _heads(lines, n, m.end()))):
            return {}
        below += n - last == 1
        found[n] = m.end()
        number, last = number_of(m["number"]), n
    begun = [NAMED_RE.split(lines[n].text, maxsplit=1)[0] for n in found][:1]
    if begun and sum(line.text.startswith(begun[0]) for line in lines) > 1:
        return {}  # a form that is filled in again and again: 1.媒体来源:
    return found if len(found) >= FEW and below <= (1 - STEADY) * len(found) else {}


def _numbered_again(lines: Sequence[Line], first: Sequence[str], lexicon: Lexicon) -> dict[int, int]:
    """The same where a list of contents with the same numbers, be they written otherwise, stands before the items: each
    headline is in it."""
    number, openers = numbered(lexicon)
    counted = [
        n
        for n, opener in enumerate(first)
        if opener in openers or opener.isdecimal() or (opener and opener in NUMERALS)
    ]
    arabic, chinese = ({n: m for n in counted if (m := form.match(lines[n].text))} for form in (number, CHINESE_RE))
    begun = min((n for n, m in (arabic | chinese).items() if number_of(m["number"]) == 1), default=len(lines))
    for numbers in (arabic, chinese):
        ones = [n for n, m in numbers.items() if number_of(m["number"]) == 1][:2]
        begin = ones[-1] if ones and ones[-1] > begun else len(lines)
        contents = {keyed(fold(lines[n].text)) for n in counted if n < begin}
        heads = [(n, m) for n, m in numbers.items() if n >= begin]
        told = [
            (n, m) for n, m in heads if _is_told(lines[n].text[m.end() :], contents) or _is_kicker(lines, n, contents)
        ]
        order = [number_of(m["number"]) for _, m in told]
        if len(told) >= FEW and order == list(range(1, len(told) + 1)):
            return {n: m.end() for n, m in told}
    return {}


def _is_kicker(lines: Sequence[Line], n: int, contents: set[str]) -> bool:
    """Whether it is the line below that the contents name: the number stands before the kicker."""
    return n + 1 < len(lines) and may_head(lines[n].text) and _is_told(lines[n + 1].text, contents)


def _is_told(head: str, contents: set[str]) -> bool:
    """Whether the contents name a headline; the name of a field, `1.媒体来源:`, is none."""
    key = keyed(fold(head))
    return len(key) > 1 and head.rstrip()[-1:] not in NAMED and any(key in line for line in contents)


def _heads(lines: Sequence[Line], n: int, end: int) -> bool:
    """Whether what stands behind a number is printed again by itself, a few lines below."""
    head = lines[n].text[end:].strip()
    return len(head) >= AGAIN and any(line.text.strip() == head for line in lines[n + 1 : n + NEAR])


def _opens(lines: Sequence[Line], n: int) -> bool:
    """Whether a line stands at the beginning of the dump or below a rule."""
    above = full_lines(lines[:n])
    return len(above) < BEFORE or RULE_RE.fullmatch(lines[above[-1]].text) is not None
