"""data/weights.toml and the code name the same rules, arcs and modes, and whoever forgets one is told which."""

from __future__ import annotations

import pytest

from newssplit.deciding.grammar import ARCS, MODES, Arc
from newssplit.labels import LABELS
from newssplit.rules.table import RULES
from newssplit.weights import WeightsError, arc_weights, by_label, leaving_weights, rule_weights, same_names


def test_rows_stand_in_the_order_of_the_code() -> None:
    assert list(rule_weights()) == [rule.name for rule in RULES if rule.decides is None]
    assert list(arc_weights()) == [arc.name for arc in ARCS]
    assert list(leaving_weights()) == list(MODES)


@pytest.mark.parametrize("arc", ARCS, ids=lambda arc: arc.name)
def test_an_arc_leads_from_modesby_labels_to_a_mode(arc: Arc) -> None:
    assert set(arc.sources.split()) <= set(MODES)
    assert set(arc.label.split()) <= set(LABELS)
    assert arc.target in {"=", *MODES}


def test_what_is_missing_and_what_is_odd_is_named() -> None:
    said = r"data/weights.toml, \[rules\]: no row for a; a row for c, d, which the code does not know"
    with pytest.raises(WeightsError, match=said):
        same_names("rules", ["b", "c", "d"], ["a", "b"])


def test_what_is_the_same_in_another_order_is_the_same() -> None:
    same_names("rules", ["b", "a"], ["a", "b"])


@pytest.mark.parametrize(
    "row", ["headline", "headline +6 text", "+6 headline", "headline 6.5", "headline +6, headline -2"]
)
def test_a_row_that_cannot_be_read_is_named(row: str) -> None:
    with pytest.raises(WeightsError, match=r"\[rules\] above_lede: "):
        by_label("above_lede", row)


def test_a_row_is_labels_with_decibans() -> None:
    assert by_label("above_lede", "headline +6, crosshead -8") == {"headline": 6, "crosshead": -8}
    assert by_label("signed_brief", "") == {}
