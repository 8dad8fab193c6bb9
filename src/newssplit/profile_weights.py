"""Weights in a profile: what signs and steps weigh in one paper, and the mistakes in saying so.

    [rules]
    above_lede = "headline +6, crosshead -8"

    [leaving]
    body = -9

The tables are those of the package's own file, data/weights.toml; what they do not name keeps the package's weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newssplit.labels import LABELS
from newssplit.profile_carriers import Problem, close
from newssplit.weights import TABLES, Row, Table, WeightsError, by_label, packaged_weights

HEAVIEST = 99
"""Decibans; nothing weighs more."""
FIT_ANEW = "newssplit fit writes these tables"


def weights_problems(table: Table, rows: Any) -> Iterator[Problem]:
    """All mistakes in a table of weights."""
    if not isinstance(rows, Mapping):
        yield (table,), f"{table} is not a table", FIT_ANEW
        return
    known: Mapping[str, Any] = getattr(packaged_weights(), table)
    for name, row in rows.items():
        if name not in known:
            yield (table, name), f"{table} has no row {name}", close(name, known) or FIT_ANEW
        elif problem := _rule_problem(name, row) if table == "rules" else _number_problem(row):
            yield (table, name), f"the weight of {name} {problem}", FIT_ANEW


def rows_of(data: Mapping[str, Any]) -> tuple[Row, ...]:
    """The weights of a profile without mistakes."""
    return tuple((table, name, row) for table in TABLES for name, row in data.get(table, {}).items())


def _rule_problem(name: str, row: Any) -> str:
    if not isinstance(row, str):
        return 'is not a string such as "headline +6, text -4"'
    try:
        weights = by_label(name, row)
    except WeightsError:
        return 'is not a list such as "headline +6, text -4"'
    if unknown := next((label for label in weights if label not in LABELS), ""):
        return f"names {unknown}, which is not a label"
    return next(filter(None, map(_number_problem, weights.values())), "")


def _number_problem(row: Any) -> str:
    if isinstance(row, bool) or not isinstance(row, int):
        return "is not a whole number"
    return f"is beyond {HEAVIEST}" if abs(row) > HEAVIEST else ""
