"""How a unit is set: what the eye sees of it before it reads."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from newssplit.reading.marks import Mark
from newssplit.rules.sight import AT_RIGHT, DEEPEST, Sight
from newssplit.rules.stops import SHORT

INLINE, AT_END = -1, -2
"""Of a gap: there is none, as the unit goes on in a line; nothing stands below."""
WIDE = 3
"""More blank lines are seen as so many."""
INDENTS = (0, 2, 4, DEEPEST, AT_RIGHT)
"""Columns of space that look alike: up to each of them, and more."""

Layout: TypeAlias = tuple[int, int, int, str, str, str, str]
"""Blank lines above and below; which of INDENTS; the first and the last character, as `_kind` tells them apart; what a
tool has marked; whether a short line has a space in it."""


def layout_of(s: Sight) -> Layout:
    """How a unit is set."""
    unit, text = s.unit, s.text
    inline = unit.inline
    return (
        INLINE if inline else min(WIDE, unit.gap),
        _gap_below(s),
        INLINE if inline else _indent(unit.indent),
        _kind(text[0]),
        _kind(text[-1]),
        _marked(unit.mark) if unit.mark is not None else "",
        _spaced(text),
    )


def features(layout: Layout) -> tuple[str, ...]:
    """What the layout has in common with others, by the names that data/layouts.json has for it."""
    above, below, indent, first, last, marked, spaced = layout
    return (
        f"gaps {above} {below}",
        f"indent {indent}",
        f"first {first}",
        f"last {last}",
        f"marked {marked}",
        f"spaced {spaced}",
    )


def _spaced(text: str) -> str:
    if len(text) > SHORT:
        return "long"
    return "yes" if " " in text or "\u3000" in text else "no"


def _gap_below(s: Sight) -> int:
    if s.next is None:
        return AT_END
    return INLINE if s.next.unit.inline else min(WIDE, s.next.unit.gap)


def _indent(columns: int) -> int:
    for n, most in enumerate(INDENTS):
        if columns <= most:
            return n
    return len(INDENTS)


@cache
def _kind(character: str) -> str:
    """Letters and numbers look alike, each mark like itself alone."""
    if character.isdigit():
        return "number"
    if not character.isalpha():
        return character
    return "Latin" if character.isascii() else "Han"


def _marked(mark: Mark) -> str:
    signs = (
        ("bold", mark.bold), ("italic", mark.italic), ("quoted", mark.quoted), ("listed", mark.listed),
        ("row", mark.row), ("lead", mark.bold_lead > 0),
    )  # fmt: skip
    return " ".join([f"heading {mark.heading}"] * (mark.heading > 0) + [name for name, seen in signs if seen])
