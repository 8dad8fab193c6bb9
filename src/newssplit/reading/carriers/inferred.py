"""What fields hold whose names nobody knows: their values show it, where a form is filled in again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.fields import NOTHING_RE, Field
from newssplit.reading.carriers.printed import is_text, may_head
from newssplit.reading.carriers.said import find_date, read_said
from newssplit.reading.lines import Line

OFTEN = 3
"""A form is filled in so often at least, and has so many fields that nobody knows."""
MOST = 0.8
"""So many of a field's values are of one sort."""
TEXTS = 0.6
"""So many values are running text, where the others are captions or empty."""
CHINESE_RE = re.compile(r"[\u3400-\u9fff]")
PAGE_RE = re.compile(r"[A-Z]{0,2}\d{1,3}")
DATE = 30
"""A value that is a day, with its hour, has no more characters."""
TITLE = 6
"""Headlines have more characters than this on average: columns' and people's names have fewer."""


def with_inferred(found: dict[int, list[Field]], lines: Sequence[Line], lexicon: Lexicon) -> dict[int, list[Field]]:
    """The fields; of those with an unknown name that hold days, papers, pages, texts or headlines the kind is said."""
    values = defaultdict[str, list[str]](list)
    for n, fields in found.items():
        for field in fields:
            if not field.kind and field.start:
                values[field.name].append(lines[n].text[field.start : field.end].strip(" \"'"))
    forms = {name: [v for v in held if v and not NOTHING_RE.fullmatch(v)] for name, held in values.items()}
    forms = {name: held for name, held in forms.items() if len(values[name]) >= OFTEN and held}
    if len(forms) < OFTEN:
        return found
    known = {field.kind for fields in found.values() for field in fields}
    kinds = _kinds(forms, known, lexicon)
    if not set(kinds.values()) & {"date", "newspaper"} and not known & {"date", "newspaper"}:
        return found  # 问： and 答： of a paper's own
    return {n: [f._replace(kind=kinds.get(f.name, f.kind)) for f in fields] for n, fields in found.items()}


def _kinds(forms: Mapping[str, Sequence[str]], known: set[str], lexicon: Lexicon) -> dict[str, str]:
    """By a field's name what it holds; of two that may be headlines or texts the one with the longer values."""
    kinds = dict[str, str]()
    asked: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
        ("date", _are_days),
        ("newspaper", lambda held: _are_papers(held, lexicon)),
        ("page", _are_pages),
        ("body", _are_texts),
        ("headline", _are_titles),
    )
    for kind, fits in asked:
        likely = [name for name, held in forms.items() if name not in kinds and kind not in known and fits(held)]
        if likely:
            kinds[max(likely, key=lambda name: sum(map(len, forms[name])))] = kind
    return kinds


def _most(held: Sequence[str], fits: Callable[[str], object], share: float = MOST) -> bool:
    return sum(bool(fits(value)) for value in held) >= share * len(held)


def _are_days(held: Sequence[str]) -> bool:
    return _most(held, lambda value: len(value) <= DATE and find_date(value))


def _are_papers(held: Sequence[str], lexicon: Lexicon) -> bool:
    return _most(held, lambda value: (said := read_said(value, lexicon)).named and not said.left)


def _are_pages(held: Sequence[str]) -> bool:
    return len(held) >= OFTEN and _most(held, PAGE_RE.fullmatch)


def _are_texts(held: Sequence[str]) -> bool:
    return _most(held, lambda value: CHINESE_RE.search(value) and is_text(value), TEXTS)


def _are_titles(held: Sequence[str]) -> bool:
    distinct = len(set(held)) >= MOST * len(held) and len(held) >= OFTEN
    long = sum(map(len, held)) > TITLE * len(held)
    return distinct and long and _most(held, lambda value: CHINESE_RE.search(value) and may_head(value))
