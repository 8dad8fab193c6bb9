"""What rules and steps of the grammar weigh, in decibans, as data/weights.toml has it.

A row names what it weighs. Code and file must name the same, which is asked when either is loaded: a weight without
its rule would be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from newssplit.lexicon import packaged

FILE = "weights.toml"


class WeightsError(Exception):
    """The file of weights and the code do not name the same."""


@cache
def rule_weights() -> dict[str, dict[str, int]]:
    """By rule and label what the rule adds: the rows are `above_lede = "headline +6, crosshead -8"`.

    Strings, as the reader of TOML takes three times as long for inline tables, and each start waits for it."""
    return {name: _by_label(name, row) for name, row in packaged(FILE)["rules"].items()}


def _by_label(name: str, row: str) -> dict[str, int]:
    words = row.replace(",", " ").split()
    try:
        weights = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    except ValueError:
        raise WeightsError(f'data/{FILE}, [rules] {name}: {row!r} is no list as "headline +6, text -4"') from None
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


def same_names(table: str, weighed: Iterable[str], known: Iterable[str]) -> None:
    """WeightsError unless the rows of a table of the file name exactly what the code knows."""
    rows, names = set(weighed), set(known)
    if rows == names:
        return
    missing, odd = ", ".join(sorted(names - rows)), ", ".join(sorted(rows - names))
    said = [f"no row for {missing}"] * bool(missing) + [f"a row for {odd}, which the code does not know"] * bool(odd)
    raise WeightsError(f"data/{FILE}, [{table}]: {'; '.join(said)}")
