"""The pipeline, readable as a table of contents."""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial

from newssplit.assembling.confidence import Dump
from newssplit.assembling.draft import Sheet
from newssplit.assembling.drafts import cut
from newssplit.assembling.issue import Assembly, assemble
from newssplit.assembling.left_out import much_left_out
from newssplit.assembling.signs import Agreement
from newssplit.deciding.grammar import grammar_of
from newssplit.deciding.layouts import learn_layouts
from newssplit.deciding.path import find_paths
from newssplit.deciding.shares import shares_of
from newssplit.lexicon import Lexicon, default_lexicon
from newssplit.light import NamedTuple
from newssplit.model import Issue
from newssplit.reading.carriers.carrier import read_carrier
from newssplit.reading.habits import SAMPLE, measure, stops_are_spaced
from newssplit.reading.lines import Line
from newssplit.reading.parting import parted_units
from newssplit.reading.units import Unit, read_units
from newssplit.readings import NOWHERE, Places, Readings
from newssplit.rules.context import forget_neighbours, forget_texts, look
from newssplit.rules.framing import OUTSIDE, is_framed
from newssplit.rules.furniture import is_header
from newssplit.rules.gaps import wide_gaps
from newssplit.rules.sight import Sight
from newssplit.rules.table import Weighed, weigh


def split(text: str, *, lexicon: Lexicon | None = None, keep_duplicates: bool = False) -> Issue:
    """Read a dump into articles; `newssplit.split` is this, with an error for what is no text of an issue."""
    with no_search_for_garbage():
        return _split(text, lexicon or default_lexicon(), keep_duplicates=keep_duplicates)


def _split(text: str, lexicon: Lexicon, *, keep_duplicates: bool) -> Issue:
    lines, markup, carrier, starts, _ = read_carrier(text, lexicon)
    units = units_of(lines, lexicon)
    del lines
    habits = measure(units)
    sights = look(units, habits, lexicon)
    evidence = weigh(sights, lexicon.weights)
    forget_texts(sights)
    borders, grammar = borders_of(sights, frames_of(sights)), grammar_of(lexicon.weights)
    evidence = learn_layouts(sights, evidence, borders, grammar).seen(sights, evidence)
    paths = find_paths([e.candidates for e in evidence], borders, grammar)
    choices, shares = paths.choices, shares_of(paths)
    del paths
    sheet = cut(sights, choices, lexicon)
    places = Places(units, starts)
    forget_neighbours(sights)
    del units, sights  # from here on only drafts hold them, and let them go one by one
    made = assemble(
        sheet,
        starts,
        lexicon,
        Agreement(choices, shares),
        Dump(len(text), len(sheet.furniture), len(markup)),
        traditional=habits.traditional,
        keep_duplicates=keep_duplicates,
    )
    return Issue(
        text=text,
        articles=made.articles,
        sections=tuple(sheet.sections),
        furniture=tuple(sheet.furniture),
        markup=markup,
        carrier=carrier,
        repeats=made.repeats,
        duplicates=made.duplicates,
        readings=Readings(places, evidence, choices, shares, _items(len(choices), sheet, made)),
        warnings=much_left_out(text, (*made.repeats, *made.duplicates), carrier.sentences),
    )


class Seen(NamedTuple):
    """A dump as far as it is read before anything is decided."""

    sights: list[Sight]
    evidence: list[Weighed]
    borders: Sequence[int]


def see(text: str, lexicon: Lexicon) -> Seen:
    """The units of a dump and what the rules say of them: what weights are fitted to."""
    units = units_of(read_carrier(text, lexicon).lines, lexicon)
    sights = look(units, measure(units), lexicon)
    return Seen(sights, weigh(sights, lexicon.weights), borders_of(sights, frames_of(sights)))


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """Hardly anything of a split becomes garbage before its end, when its cycles are undone: to look for it all the
    while takes a time that grows faster than the text. Other threads of the process go without the search, too."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


class Frames(NamedTuple):
    """What stands between the items of a dump, as far as its first units say."""

    wide: int
    """From how many blank lines on a gap is wide; 0 where gaps are all alike."""
    worth: int
    """Decibans that such a gap gives for an item below it."""
    outside: int
    """Decibans, none or fewer, for an item that begins at no border."""


def frames_of(sights: Sequence[Sight]) -> Frames:
    """How the items of a dump are framed."""
    wide, worth = wide_gaps(sights)
    first = sights[:SAMPLE]
    return Frames(wide, worth, OUTSIDE if is_framed(first, _given(first, wide, worth)) else 0)


def _given(sights: Sequence[Sight], wide: int, worth: int) -> list[int]:
    """What the carrier and wide gaps give for an item that begins with each unit, or below it."""
    given = [s.unit.mark.border if s.unit.mark is not None else 0 for s in sights]
    if wide:
        given = [max(border, worth) if s.unit.gap >= wide else border for border, s in zip(given, sights, strict=True)]
    return given


def borders_of(sights: Sequence[Sight], frames: Frames) -> list[int]:
    """What the carrier and wide gaps say of where items begin: with the first unit at a border or below it that is no
    furniture."""
    given = _given(sights, frames.wide, frames.worth)
    borders, waiting = [frames.outside] * len(sights), 0
    for n, s in enumerate(sights):
        waiting = max(waiting, given[n])
        if waiting and s.furniture is None:
            borders[n], waiting = waiting, 0
    return borders


def units_of(lines: Sequence[Line], lexicon: Lexicon) -> list[Unit]:
    """What the rules look at: wraps undone, paragraphs run together parted."""
    read = unwrapped(lines, lexicon)
    return parted_units(read, spaced_stops=stops_are_spaced(read), lexicon=lexicon)


def unwrapped(lines: Sequence[Line], lexicon: Lexicon) -> list[Unit]:
    """Lines with their wraps undone."""
    alone = cache(partial(is_header, lexicon=lexicon))  # asked of a line as the upper and as the lower one
    return list(read_units(lines, alone, lexicon))


def _items(number: int, sheet: Sheet, made: Assembly) -> Sequence[int]:
    """For each of so many units the item that it went to."""
    items = array("q", [NOWHERE]) * number
    for n, draft in enumerate(sheet.drafts):
        owner = made.owners.get(n, NOWHERE)
        for place in draft.places:
            items[place] = owner
    return items
