"""The fields of a database's records: 【标题】…, 作者：…, one to a line.

A line with a field is cut into the field's name, which is furniture, and what the paper printed; what
only says where the record is from, 【版次】B02, is furniture as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from newssplit.late import Late
from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.model import Page
from newssplit.reading.units import Unit
from newssplit.rules.dates import date_pattern, iso_date, page_number
from newssplit.rules.furniture import Furniture
from newssplit.rules.makers import Maker
from newssplit.rules.people import read_people

PRINTED = ("column", "kicker", "headline", "subheadline", "author", "body")
HEADINGS = ("kicker", "headline", "subheadline")
LABEL = "label"
"""The field of a unit that holds a field's name alone."""
RECORDS = 2
"""So many lines `标题：…` show that a dump prints fields without brackets."""
SAMPLE = 4000
NUMBER_RE = regex.compile(r"[A-Z]{0,2}\d+|[一二三四五六七八九十]+")
COLON_RE = re.compile(r"[：:]")
OPENING = "【〔［["
"""A field's name begins with one of these, or a colon stands behind it: hardly any other line has either."""


class Patterns(NamedTuple):
    bracketed: Late
    plain: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """A field's name at the beginning of a line, for folded text; the group that matches is the kind."""
    kinds = lexicon.table["fields"]
    name = "|".join(f"(?P<{kind}>{any_of(lexicon.words('fields', kind), spaced=False)})" for kind in kinds)
    return Patterns(
        Late(rf"[【〔［\[](?:{name})[】〕］\]]\s*[：:]?\s*"),
        Late(rf"(?:{name})\s?[：:]\s*"),
    )


def field_parts(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Unit]:
    """The units, each field's name cut from what it holds."""
    bracketed, plain = patterns(lexicon)
    titles = (m for u in units[:SAMPLE] if COLON_RE.search(u.text, 0, 12) and (m := plain.match(fold(u.text[:12]))))
    named = sum(m["headline"] is not None for m in titles) >= RECORDS
    for unit in units:
        m = None
        if unit.text[0] in OPENING:
            m = bracketed.match(fold(unit.text[:20]))
        elif named and COLON_RE.search(unit.text, 0, 20):
            m = plain.match(fold(unit.text[:20]))
        if m:
            yield from _parts(unit, m)
        else:
            yield unit


def _parts(unit: Unit, m: regex.Match[str]) -> Iterator[Unit]:
    kind, start = next(kind for kind, value in m.groupdict().items() if value), m.end()
    if kind not in PRINTED or kind == "column":
        unit.field = kind
        yield unit
        return
    label = unit.part(0, start)
    label.field, label.indent, label.blank, label.inline = LABEL, unit.indent, unit.blank, unit.inline
    yield label
    if start < len(unit.text):
        value = unit.part(start, len(unit.text))
        value.field, value.inline = kind, False
        yield value


def field_furniture(unit: Unit, lexicon: Lexicon) -> Furniture | None:
    """What a field says of the page that the record is from; None for what the paper printed."""
    if unit.field in PRINTED and unit.field != "column":
        return None
    if unit.field == LABEL:
        return Furniture(Page(), True, False, False)
    start = _value_at(unit, lexicon)
    value = unit.text[start:].strip()
    if unit.field == "column":
        return Furniture(Page(), True, False, False, column=True, section=(start, len(unit.text)) if value else None)
    return Furniture(_page(unit.field, value), True, unit.field == "page", unit.field == "page")


def _value_at(unit: Unit, lexicon: Lexicon) -> int:
    found = (pattern.match(fold(unit.text[:20])) for pattern in patterns(lexicon))
    return next((m.end() for m in found if m), 0)


def _page(kind: str, value: str) -> Page:
    if kind == "newspaper":
        return Page(newspaper=value.strip("《》") or None)
    if kind == "date":
        day = date_pattern().search(fold(value))
        return Page(date=iso_date(day) if day else None)
    if kind == "page":
        number = NUMBER_RE.search(fold(value))
        return Page(number=page_number(number[0]) if number else None)
    return Page(name=value or None) if kind == "name" else Page()


def read_author(text: str, lexicon: Lexicon) -> tuple[Maker, ...]:
    """Whom the field 作者 names: authors, unless a role stands beside the name."""
    makers = read_people(text, lexicon) or (Maker(text, None, None, 0, len(text)),)
    return tuple(m._replace(role=m.role or "author") for m in makers)
