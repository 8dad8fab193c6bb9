"""Every rule does what its own examples say, and can be read by the people whom it concerns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from newssplit.deciding.grammar import STEPS
from newssplit.labels import LABELS
from newssplit.lexicon import default_lexicon
from newssplit.pipeline import units_of
from newssplit.reading.carriers.carrier import read_carrier
from newssplit.reading.habits import measure
from newssplit.rules.context import look
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import habitual, signs
from newssplit.rules.table import ALWAYS, COMPILED, LINE_RULES, RULES
from tests.issue_format import Golden, golden_issues

GOLDEN = Path(__file__).parent / "golden"
LEANING_RE = re.compile(
    r"^(?:So|The same|The surer|Such|They|It|There|Several of) |\b(?:with such|these words|do so)\b"
)
"""How a sentence speaks that leans on the one before it."""
MARKER = "→"
"""Stands in an example before the unit that is meant; an example of one line means its first unit."""


def meant(example: str) -> Sight:
    """The unit that an example is about, in its context, as `newssplit.split` sees it."""
    place = example.find(MARKER)
    assert place >= 0 or "\n" not in example, "an example of several lines marks the one that is meant"
    return next(s for s in seen(example.replace(MARKER, "")) if s.unit.end > max(place, 0))


def seen(text: str) -> list[Sight]:
    """The units of a text in their context, as `newssplit.split` sees them."""
    lexicon = default_lexicon()
    units = units_of(read_carrier(text, lexicon).lines, lexicon)
    return look(units, measure(units), lexicon)


def examples(attribute: str) -> list[object]:
    rules = [(rule, rule.hits if attribute == "hits" else rule.misses) for rule in RULES]
    return [pytest.param(rule, e, id=f"{rule.name}:{e[:24]!r}") for rule, found in rules for e in found]


@pytest.mark.parametrize(("rule", "example"), examples("hits"))
def test_hit(rule: Rule, example: str) -> None:
    assert rule.test(meant(example))


@pytest.mark.parametrize(("rule", "example"), examples("misses"))
def test_miss(rule: Rule, example: str) -> None:
    assert not rule.test(meant(example))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.hits
    assert rule.misses


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_can_be_read(rule: Rule) -> None:
    assert len(rule.reason.split()) >= 5
    assert rule.reason.endswith(".")
    assert not LEANING_RE.search(rule.reason), "a reason stands by itself"
    assert rule.weights or rule.admits
    assert set(rule.weights) <= set(LABELS)
    assert not set(rule.hits) & set(rule.misses)


def test_names_are_unique() -> None:
    assert [name for name, number in Counter(rule.name for rule in RULES).items() if number > 1] == []


def test_every_label_can_be_had() -> None:
    admitted = set(chain.from_iterable(rule.admits for rule in RULES))
    assert admitted.isdisjoint(LABELS[n] for n in ALWAYS)
    assert admitted | {LABELS[n] for n in ALWAYS} == set(LABELS)


def test_what_a_rule_decides_can_be_read_on_any_page() -> None:
    decided = [LABELS.index(rule.decides) for rule in RULES if rule.decides is not None]
    assert decided
    assert all(steps[label] is not None for label in decided for steps in STEPS)


@pytest.mark.parametrize("issue", golden_issues(GOLDEN), ids=lambda issue: issue.name)
def test_a_rule_that_is_not_asked_would_not_have_spoken(issue: Golden) -> None:
    for s in seen(issue.text):
        found = signs(s) | habitual(s.habits)
        passed_over = (c.rule for c in COMPILED if c.asked_if & found != c.asked_if)
        asked_at_all = (rule for rule in passed_over if s.headlike or rule not in LINE_RULES)
        assert [rule.name for rule in asked_at_all if rule.test(s)] == [], s.text
