"""Where each field of the gold articles stands in a dump, and so what each unit holds of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newssplit.evaluation.comparing import BLOCK, Item, paragraphs, value_of
from newssplit.evaluation.locating import Dump, Owners, claim
from newssplit.reading.units import Unit


class Field(NamedTuple):
    """A line of a headline block, or a paragraph."""

    article: int
    """Index in the gold."""
    head: bool
    size: int
    """Characters, without spaces."""


class Held(NamedTuple):
    """What a unit holds of the gold's articles; places are counted in its characters without spaces."""

    fields: tuple[Field, ...]
    """Of which it holds characters, in their order; empty where it holds none."""
    share: float
    """Of its characters that are in a field."""
    begins: bool
    """Whether the first of its characters that are in a field is the first one of that field."""
    whole: bool
    """Whether all of the first field stands in it."""
    before: int
    """Characters before the first that is in a field."""
    behind: int
    """Characters behind the last that is in a field."""


def held(source: str, gold: Sequence[Item], units: Sequence[Unit]) -> list[Held]:
    """What each unit of a dump holds of the gold's articles."""
    fields, texts = list[Field](), list[str]()
    for number, article in enumerate(gold):
        for head, text in _texts(article):
            fields.append(Field(number, head, len(text)))
            texts.append(text)
    dump = _characters(source)
    owners: Owners = [None] * len(dump.text)
    at = 0
    for number, text in enumerate(texts):
        at = claim(dump.text, text, at, number, owners)
    return _by_unit(source, units, dump, owners, fields)


def _texts(article: Item) -> Iterator[tuple[bool, str]]:
    for name in BLOCK:
        if text := value_of(article, name):
            yield True, text
    yield from ((False, text) for text in paragraphs(article))


def _characters(source: str) -> Dump:
    """The dump as texts are compared; its `lines` say of each character where it stands in the source."""
    text, places = list[str](), list[int]()
    for place, character in enumerate(source):
        visible = "".join(unicodedata.normalize("NFKC", character).split())
        text.append(visible)
        places += [place] * len(visible)
    return Dump("".join(text), places)


def _by_unit(source: str, units: Sequence[Unit], dump: Dump, owners: Owners, fields: Sequence[Field]) -> list[Held]:
    owner_at = dict[int, int]()
    firsts, sizes = dict[int, int](), [0] * len(fields)
    for place, owner in zip(dump.lines, owners, strict=True):
        if owner is not None:
            owner_at.setdefault(place, owner)
            firsts.setdefault(owner, place)
            sizes[owner] += 1
    result = list[Held]()
    for unit in units:
        places = [
            place for a, b in unit.spans(0, len(unit.text)) for place in range(a, b) if not source[place].isspace()
        ]
        result.append(_held(places, owner_at, firsts, sizes, fields))
    return result


def _held(
    places: Sequence[int], owner_at: dict[int, int], firsts: dict[int, int], sizes: Sequence[int],
    fields: Sequence[Field],
) -> Held:  # fmt: skip
    owned = [(n, owner_at[place]) for n, place in enumerate(places) if place in owner_at]
    if not owned:
        return Held((), 0.0, False, False, len(places), 0)
    first, last = owned[0], owned[-1]
    begins = firsts[first[1]] == places[first[0]]
    mine = sum(owner == first[1] for _, owner in owned)
    numbers = dict.fromkeys(owner for _, owner in owned)
    return Held(
        tuple(fields[number] for number in numbers),
        len(owned) / len(places),
        begins,
        mine >= sizes[first[1]],
        first[0],
        len(places) - 1 - last[0],
    )
