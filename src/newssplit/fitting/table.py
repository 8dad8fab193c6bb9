"""Weights as one row of numbers, and what of them a fit may change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from newssplit.deciding.grammar import ARCS, MODE, Grammar, Move
from newssplit.deciding.moves import across
from newssplit.labels import LABEL
from newssplit.weights import Table, Weights

CAP = 40
"""No weight that is fitted gets beyond this, if it was not beyond before."""
CERTAIN = 80
"""A row with such a weight is a certainty: none of its weights is fitted."""


class Name(NamedTuple):
    """What a weight stands behind; the label is empty for an arc and a mode."""

    table: Table
    name: str
    label: str


def names_of(weights: Weights) -> list[Name]:
    """All weights in order: rules by their labels, arcs, modes."""
    rules = [Name("rules", rule, label) for rule, row in weights.rules.items() for label in row]
    arcs = [Name("arcs", arc, "") for arc in weights.arcs]
    return [*rules, *arcs, *(Name("leaving", mode, "") for mode in weights.leaving)]


def value(weights: Weights, name: Name) -> int:
    """One weight, in decibans."""
    if name.table == "rules":
        return weights.rules[name.name][name.label]
    return (weights.arcs if name.table == "arcs" else weights.leaving)[name.name]


def with_values(weights: Weights, values: Mapping[Name, int]) -> Weights:
    """Weights with other numbers behind the same names."""
    return Weights(
        {rule: {at: values[Name("rules", rule, at)] for at in row} for rule, row in weights.rules.items()},
        {arc: values[Name("arcs", arc, "")] for arc in weights.arcs},
        {mode: values[Name("leaving", mode, "")] for mode in weights.leaving},
    )


def certain(weights: Weights, name: Name) -> bool:
    """Whether a weight is one of a row that says what is certain."""
    return name.table == "rules" and any(abs(weight) >= CERTAIN for weight in weights.rules[name.name].values())


class Way(NamedTuple):
    """A step of the grammar with the weights that it adds up."""

    mode: int
    label: int
    target: int
    opens: bool
    fixed: int
    """Decibans that are no weight: what a border of the carrier says."""
    weights: tuple[int, ...]
    """Places in the row of all weights."""


def ways(names: Iterable[Name], weights: Weights, border: int) -> list[Way]:
    """The steps that the grammar knows where a carrier gives `border` decibans, each once."""
    modes = list(MODE)
    places = {name: n for n, name in enumerate(names)}
    blank = Grammar(Weights({}, dict.fromkeys(weights.arcs, 0), dict.fromkeys(weights.leaving, 0)))
    arcs = _arc_names()
    found = dict[tuple[int, int, int, bool], Way]()
    for label in LABEL.values():
        moves: list[Move] = across(blank, label, border) if border else blank.moves[label]
        for mode, _, target, fixed, opens in moves:
            own = blank.steps[mode][label]
            arc = (
                arcs[mode, label]
                if own is not None and (own.target, own.opens) == (target, opens)
                else arcs[MODE["start"], label]
            )
            used = [places[Name("arcs", arc, "")]]
            if opens:
                used.append(places[Name("leaving", modes[mode], "")])
            found.setdefault((mode, label, target, opens), Way(mode, label, target, opens, fixed, tuple(used)))
    return list(found.values())


def _arc_names() -> dict[tuple[int, int], str]:
    return {
        (MODE[source], LABEL[label]): arc.name
        for arc in ARCS
        for source in arc.sources.split()
        for label in arc.label.split()
    }
