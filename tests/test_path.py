"""The best path and its margins are those that trying everything gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newssplit.deciding.grammar import FINAL, GRAMMAR, MODE, MODES, STEPS
from newssplit.deciding.path import SURE, Candidates, Choice, best_labels, best_path
from newssplit.labels import LABEL, LABELS
from newssplit.rules.table import ALWAYS

NEVER = float("-inf")
OTHERS = sorted(set(range(len(LABELS))) - ALWAYS)
scores = st.integers(-60, 60)
unit = st.fixed_dictionaries(dict.fromkeys(sorted(ALWAYS), scores), optional=dict.fromkeys(OTHERS, scores)).map(
    lambda found: tuple(sorted(found.items()))
)
furniture: st.SearchStrategy[Candidates] = st.just(((LABEL["furniture"], 90),))
dumps = st.lists(st.one_of(unit, unit, furniture), max_size=12)


def scores_before(units: list[Candidates]) -> list[list[float]]:
    """The best score of each mode before each unit and at the end, by plain dynamic programming."""
    table = [[0 if name == "start" else NEVER for name in MODES]]
    for candidates in units:
        after = [NEVER] * len(MODES)
        for label, weight in candidates:
            for mode in range(len(MODES)):
                if step := STEPS[mode][label]:
                    after[step.target] = max(after[step.target], table[-1][mode] + step.score + weight)
        table.append(after)
    return table


def scores_behind(units: list[Candidates]) -> list[list[float]]:
    """What the rest of the dump is worth from each mode, before each unit and at the end."""
    table: list[list[float]] = [list(FINAL)]
    for candidates in reversed(units):
        before = [NEVER] * len(MODES)
        for label, weight in candidates:
            for mode in range(len(MODES)):
                if step := STEPS[mode][label]:
                    before[mode] = max(before[mode], step.score + weight + table[-1][step.target])
        table.append(before)
    return table[::-1]


def margin(units: list[Candidates], at: int, opens: bool) -> float:
    """How far the best path is ahead of the best one that decides otherwise whether an item opens with a unit."""
    ahead, behind = scores_before(units), scores_behind(units)
    found = {True: NEVER, False: NEVER}
    for label, weight in units[at]:
        for mode in range(len(MODES)):
            if step := STEPS[mode][label]:
                total = ahead[at][mode] + step.score + weight + behind[at + 1][step.target]
                found[step.opens] = max(found[step.opens], total)
    return min(SURE, found[opens] - found[not opens])


def score_of(units: list[Candidates], choices: list[Choice]) -> float:
    """What a path is worth."""
    mode, total = MODE["start"], 0
    for candidates, choice in zip(units, choices, strict=True):
        step = STEPS[mode][choice.label]
        assert step is not None, "no such step in the grammar"
        assert step.opens == choice.opens
        mode, total = step.target, total + step.score + dict(candidates)[choice.label]
    return total + FINAL[mode]


def opens_with(labels: list[int], at: int) -> bool:
    """Whether an item opens with a unit of a path."""
    mode = MODE["start"]
    for label in labels[:at]:
        step = STEPS[mode][label]
        assert step is not None
        mode = step.target
    step = STEPS[mode][labels[at]]
    return step is not None and step.opens


@given(dumps)
def test_no_path_is_better(units: list[Candidates]) -> None:
    best = max(score + final for score, final in zip(scores_before(units)[-1], FINAL, strict=True))
    assert score_of(units, best_path(units)) == best


@given(dumps)
def test_a_reading_without_its_rivals_is_as_good(units: list[Candidates]) -> None:
    labels = best_labels(units, (), GRAMMAR)
    choices = [Choice(label, opens_with(labels, at), 0) for at, label in enumerate(labels)]
    assert score_of(units, choices) == score_of(units, best_path(units))


@given(dumps)
def test_margins_are_those_of_the_second_best(units: list[Candidates]) -> None:
    for at, choice in enumerate(best_path(units)):
        assert choice.margin == margin(units, at, choice.opens)


@given(dumps)
def test_equal_units_may_be_one_object_or_several(units: list[Candidates]) -> None:
    shared: dict[Candidates, Candidates] = {}
    one = [shared.setdefault(candidates, candidates) for candidates in units]
    several = [(*candidates,) for candidates in units + units]
    assert best_path(one + one) == best_path(several)
