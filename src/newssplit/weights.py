"""What rules and steps of the grammar weigh, in decibans, as data/weights.toml has it.

A row names what it weighs. Code and file must name the same, which is asked when either is loaded: a weight without
its rule would be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, TypeAlias, get_args

from newssplit.packaged import packaged

FILE = "weights.toml"


Table: TypeAlias = Literal["rules", "arcs", "leaving"]
TABLES: tuple[Table, ...] = get_args(Table)
Row: TypeAlias = tuple[Table, str, str | int]
"""Of a table the name of what weighs, and what stands behind it: see `by_label`; for arcs and modes a number."""


class WeightsError(Exception):
    """The file of weights and the code do not name the same."""


class Weights:
    """What everything weighs; two of them are the same only if they are one object."""

    __slots__ = ("arcs", "leaving", "rules")

    def __init__(self, rules: Mapping[str, Mapping[str, int]], arcs: Mapping[str, int], leaving: Mapping[str, int]):
        self.rules = rules
        """By rule and label."""
        self.arcs = arcs
        self.leaving = leaving

    def with_rows(self, rows: Iterable[Row]) -> Weights:
        """These weights with other rows in the place of some."""
        rules, arcs, leaving = dict(self.rules), dict(self.arcs), dict(self.leaving)
        for table, name, row in rows:
            if table == "rules":
                rules[name] = by_label(name, str(row))
            else:
                (arcs if table == "arcs" else leaving)[name] = int(row)
        return Weights(rules, arcs, leaving)


@cache
def rule_weights() -> dict[str, dict[str, int]]:
    """By rule and label what the rule adds: the rows are `above_lede = "headline +6, crosshead -8"`.

    Strings, as the reader of TOML takes three times as long for inline tables, and each start waits for it."""
    return {name: by_label(name, row) for name, row in packaged(FILE)["rules"].items()}


def by_label(name: str, row: str) -> dict[str, int]:
    """The decibans in a rule's row. Raises WeightsError."""
    words = row.replace(",", " ").split()
    try:
        weights = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    except ValueError:
        raise WeightsError(
            f'data/{FILE}, [rules] {name}: {row!r} is not a list such as "headline +6, text -4"'
        ) from None
    if len(weights) * 2 < len(words):
        raise WeightsError(f"data/{FILE}, [rules] {name}: {row!r} names a label twice")
    return weights


def arc_weights() -> Mapping[str, int]:
    """What each step of the grammar costs, by the name of its arc."""
    found: Mapping[str, int] = packaged(FILE)["arcs"]
    return found


def leaving_weights() -> Mapping[str, int]:
    """What it costs to leave an item in each mode."""
    found: Mapping[str, int] = packaged(FILE)["leaving"]
    return found


@cache
def packaged_weights() -> Weights:
    """Those of the package."""
    return Weights(rule_weights(), arc_weights(), leaving_weights())


def same_names(table: str, weighed: Iterable[str], known: Iterable[str]) -> None:
    """WeightsError unless the rows of a table of the file name exactly what the code knows."""
    rows, names = set(weighed), set(known)
    if rows == names:
        return
    missing, odd = ", ".join(sorted(names - rows)), ", ".join(sorted(rows - names))
    said = [f"no row for {missing}"] * bool(missing) + [f"a row for {odd}, which the code does not know"] * bool(odd)
    raise WeightsError(f"data/{FILE}, [{table}]: {'; '.join(said)}")
