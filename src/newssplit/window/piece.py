"""One piece of a large dump: read as a dump is, with what was learnt from the first piece, down to a sure cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from newssplit.assembling.confidence import Dump, confidences
from newssplit.assembling.draft import Sheet
from newssplit.assembling.drafts import Cutter, cut_on
from newssplit.assembling.halves import join_halves
from newssplit.assembling.head_habits import HeadHabits, head_habits
from newssplit.assembling.issue import Made, in_order, make_all
from newssplit.assembling.signs import Agreement, of_halves
from newssplit.deciding.grammar import grammar_of
from newssplit.deciding.layouts import Layouts, learn_layouts
from newssplit.deciding.path import Choice, find_paths
from newssplit.deciding.shares import Shares, shares_of
from newssplit.lexicon import Lexicon
from newssplit.model import Article
from newssplit.pipeline import Frames, borders_of, frames_of, unwrapped
from newssplit.reading.carriers.carrier import Carried, read_carrier
from newssplit.reading.carriers.rows import Columns
from newssplit.reading.habits import Habits, measure, stops_are_spaced
from newssplit.reading.parting import parted_units
from newssplit.rules.context import forget_neighbours, forget_texts, look
from newssplit.rules.sight import Sight
from newssplit.rules.table import weigh
from newssplit.window.cuts import EVIDENT, best_place, between_halves, line_start, sure_places
from newssplit.window.settling import Sure
from newssplit.window.sizes import Window


class Learnt(NamedTuple):
    """What the first piece tells of the whole dump."""

    spaced: bool
    """A space behind a full stop is mere typing."""
    habits: Habits
    frames: Frames
    layouts: Layouts
    heads: HeadHabits
    columns: Columns


class Above(NamedTuple):
    """What goes on from the pieces above."""

    learnt: Learnt
    cutter: Cutter


class Piece(NamedTuple):
    """A piece that has been read."""

    articles: list[Article]
    """All of them, also those below the cut."""
    sure: list[Sure]
    given: int
    """How many of the articles begin above the cut."""
    cut: int
    """The offset where it lies; the length of the text for the last piece."""
    context: int
    """Where the next piece should begin to read, so that there is something above its first item."""
    carried: Carried
    sheet: Sheet
    above: Above | None
    """What goes on from the cut; None for the last piece."""


class _Read(NamedTuple):
    """The units of a piece, from where it begins, and what they were taken for."""

    context: list[Sight]
    """Those above it."""
    sights: list[Sight]
    choices: list[Choice]
    shares: Shares
    spaced: bool
    habits: Habits
    frames: Frames
    layouts: Layouts


class StraddledError(Exception):
    """A paragraph goes across the place where the piece begins, if it is read with what stands above."""


def read_piece(
    text: str, begin: int, above: Above | None, lexicon: Lexicon, window: Window, *, last: bool, parting: bool
) -> Piece | None:
    """The piece of a dump from the offset `begin` on; None where no cut is sure, so that more has to be read.

    What stands above `begin` is context. With `parting` a cut may be less sure, or lie between the halves of an
    article, if there is no other one. Raises StraddledError."""
    carried = read_carrier(text, lexicon, above.learnt.columns if above else None)
    read = _read(carried, begin, above.learnt if above else None, lexicon)
    between = (begin + len(text)) // 2, len(text) - window.ahead
    least = 1 if parting else EVIDENT
    places = [] if last else sure_places(read.sights, read.choices, carried.starts, between, least)
    sheet, states = cut_on(read.sights, read.choices, lexicon, above.cutter if above else None, frozenset(places))
    learnt = Learnt(
        read.spaced, read.habits, read.frames, read.layouts, _heads(sheet, read.habits, above), carried.columns
    )
    made = make_all(sheet, carried.starts, lexicon, Agreement(read.choices, read.shares), learnt.heads)
    joined = in_order(join_halves(made.articles, made.titles))
    forget_neighbours(read.sights)
    forget_neighbours(read.context)
    parted = between_halves(
        states, sheet.drafts, [made_of for _, made_of in joined], partial(_far, read.sights, window)
    )
    place = best_place(states, read.sights, read.choices, parted, window)
    if place is None and parting:
        place = max(states, default=None)
    if place is None and not last:
        return None
    if place is None:
        number, cut, context, goes_on = len(made.articles), len(text), len(text), None
    else:
        number = bisect_left([draft.places[0] for draft in sheet.drafts], place)
        cut = line_start(read.sights[place], carried.starts)
        begins = [line_start(read.sights[n], carried.starts) for n in places]
        context, goes_on = _context(cut, begins, carried.starts, window), Above(learnt, states[place])
        if place in parted:
            joined = in_order(_joined_apart(made, number))
    return Piece(
        articles=[article for article, _ in joined],
        sure=_sure(made, joined, Dump(len(text) - begin, len(sheet.furniture), len(carried.markup))),
        given=sum(made_of[0] < number for _, made_of in joined),
        cut=cut,
        context=context,
        carried=carried,
        sheet=sheet,
        above=goes_on,
    )


def _sure(made: Made, joined: Sequence[tuple[Article, list[int]]], dump: Dump) -> list[Sure]:
    """How likely each article is right."""
    return list(confidences([of_halves([made.signs[d] for d in made_of]) for _, made_of in joined], dump))


def _read(carried: Carried, begin: int, learnt: Learnt | None, lexicon: Lexicon) -> _Read:
    lines = unwrapped(carried.lines, lexicon)
    spaced = stops_are_spaced(lines) if learnt is None else learnt.spaced
    units = parted_units(lines, spaced_stops=spaced, lexicon=lexicon)
    del lines
    sights = look(units, learnt.habits if learnt else measure(units), lexicon, complete=learnt is not None)
    frames = learnt.frames if learnt else frames_of(sights)
    borders = borders_of(sights, frames)
    habits = sights[0].habits if sights else measure(units)
    first = bisect_left(units, begin, key=attrgetter("start"))
    if first and units[first - 1].end > begin:
        raise StraddledError
    del units
    context, sights = sights[:first], sights[first:]
    for place, sight in enumerate(sights):
        sight.place = place
    evidence = weigh(sights, lexicon.weights)
    forget_texts(context)
    forget_texts(sights)
    borders, grammar = borders[first:], grammar_of(lexicon.weights)
    layouts = learnt.layouts if learnt else learn_layouts(sights, evidence, borders, grammar)
    evidence = layouts.seen(sights, evidence)
    paths = find_paths([e.candidates for e in evidence], borders, grammar)
    return _Read(context, sights, paths.choices, shares_of(paths), spaced, habits, frames, layouts.handed_on())


def _heads(sheet: Sheet, habits: Habits, above: Above | None) -> HeadHabits:
    """How heads are set in the first piece, with the columns that were named in any."""
    found = head_habits(sheet.drafts, traditional=habits.traditional)
    return above.learnt.heads._replace(columns=above.learnt.heads.columns | found.columns) if above else found


def _far(sights: Sequence[Sight], window: Window, above: int, below: int) -> bool:
    """Whether two units stand so far apart that the halves of an article which begin with them may be parted."""
    return sights[below].unit.start - sights[above].unit.start > window.ahead


def _joined_apart(made: Made, number: int) -> list[tuple[Article, list[int]]]:
    """The articles with their second halves, but none of the first so many with one of the others."""
    titles = {n - number: title for n, title in made.titles.items()}
    below = join_halves(made.articles[number:], titles)
    return [
        *join_halves(made.articles[:number], made.titles),
        *((article, [n + number for n in made_of]) for article, made_of in below),
    ]


def _context(cut: int, begins: Sequence[int], starts: Sequence[int], window: Window) -> int:
    """Where an item surely begins far enough above the cut, but not twice as far; or else any line."""
    far = cut - window.behind
    sure = [at for at in begins if far - window.behind <= at <= far]
    return sure[-1] if sure else starts[max(0, bisect_right(starts, far) - 1)]
