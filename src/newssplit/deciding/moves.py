"""The steps of the grammar that some labels make possible, at a border of the carrier or elsewhere."""

from __future__ import annotations

from functools import lru_cache

from newssplit.deciding.grammar import MODE, MODES, Grammar, Move
from newssplit.labels import LABELS
from newssplit.light import NamedTuple


class Moves(NamedTuple):
    """The steps that some labels make possible."""

    by_label: list[tuple[int, list[tuple[int, int, int]]]]
    """For each of the labels its steps: mode, next mode and cost."""
    of: list[list[Move]]
    """The steps from each mode."""


@lru_cache(4096)
def moves_of(grammar: Grammar, labels: tuple[int, ...], border: int) -> Moves:
    """The steps of some labels; `border` decibans speak for an item that begins here, or against it.

    Units have few sets of labels, in all dumps the same."""
    every = [(at, across(grammar, at, border) if border else grammar.moves[at]) for at in labels]
    of: list[list[Move]] = [[] for _ in MODES]
    for _, those in every:
        for move in those:
            of[move[0]].append(move)
    return Moves([(at, [(mode, target, cost) for mode, _, target, cost, _ in those]) for at, those in every], of)


def across(grammar: Grammar, label: int, border: int) -> list[Move]:
    """The steps of a label where a border is: an item may end whatever has been read of it, and it costs to go on.

    Where the carrier frames every item it costs to begin one elsewhere; `border` is negative there."""
    if LABELS[label] == "furniture":
        return grammar.moves[label]
    against = border > 0  # an item that does not begin here, or else one that does
    staying = [
        (mode, label, target, cost - abs(border) if opens != against else cost, opens)
        for mode, _, target, cost, opens in grammar.moves[label]
    ]
    if not against:
        return staying
    first = grammar.steps[MODE["start"]][label]
    if first is None:
        return staying
    own = first.score - grammar.final[MODE["start"]] * first.opens  # another mode is left
    leaving = enumerate(grammar.final)
    return staying + [(mode, label, first.target, cost + own, True) for mode, cost in leaving]
