"""All rules in one ordered table, and the evidence that they give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from newssplit.labels import LABEL, LABELS
from newssplit.light import NamedTuple
from newssplit.model import Evidence
from newssplit.rules.boxes import BOX_RULES
from newssplit.rules.captions import CAPTION_RULES
from newssplit.rules.carried import CARRIED_RULES
from newssplit.rules.crossheads import CROSSHEAD_RULES
from newssplit.rules.flow import FLOW_RULES
from newssplit.rules.headings import HEADING_RULES
from newssplit.rules.labels import LABEL_RULES
from newssplit.rules.neighbours import NEIGHBOUR_RULES
from newssplit.rules.openings import OPENING_RULES
from newssplit.rules.rule import CERTAIN, Rule
from newssplit.rules.short_text import SHORT_TEXT_RULES
from newssplit.rules.sight import Sight
from newssplit.rules.signatures import SIGNATURE_RULES
from newssplit.rules.signs import LINE, habitual, signs
from newssplit.rules.subjects import SUBJECT_RULES
from newssplit.weights import Weights, WeightsError, packaged_weights, same_names

TEXT_RULES: tuple[Rule, ...] = OPENING_RULES + SIGNATURE_RULES + CAPTION_RULES + BOX_RULES + FLOW_RULES + CARRIED_RULES
"""What any unit is asked, however long."""
LINE_RULES: tuple[Rule, ...] = (
    HEADING_RULES + NEIGHBOUR_RULES + LABEL_RULES + CROSSHEAD_RULES + SUBJECT_RULES + SHORT_TEXT_RULES
)
"""What only a short line is asked: nearly all the text of a dump stands in long ones."""
RULES: tuple[Rule, ...] = TEXT_RULES + LINE_RULES

SET_ALIKE = Rule(
    "set_alike", "A paper sets its headlines alike, and so its crossheads and its text: the layout of a line tells which of them it may be in this dump.",
    lambda _: False, (), (),
)  # fmt: skip
"""No rule, as what it is worth depends on the dump (deciding/layouts.py); but users are told of it as of one."""
SHOWN_RULES = (*RULES, SET_ALIKE)
"""What evidence may name."""

ALWAYS = frozenset(LABEL[name] for name in ("text", "headline", "crosshead", "section", "more"))
"""Labels that any unit can have; every other one needs the word of a rule that decides on it or admits it."""


class Compiled(NamedTuple):
    """A rule with its labels as indexes, ready to be run."""

    rule: Rule
    asked_if: int
    """The signs that a unit needs for the rule to be asked."""
    weights: tuple[tuple[int, int], ...]
    enables: tuple[int, ...]


SetAlike: TypeAlias = tuple[tuple[int, int], ...]
"""What the layout of a unit gives to some labels, or takes: (label, decibans)."""


class Weighed:
    """What the rules say of one unit, and of every other one of which the same rules speak."""

    __slots__ = ("_evidence", "candidates", "fired", "set_alike")

    def __init__(self, candidates: tuple[tuple[int, int], ...], fired: tuple[Compiled, ...], set_alike: SetAlike = ()):
        self.candidates = candidates
        """(label, score) for each label that it can have, in the order of LABELS."""
        self.fired = fired
        self.set_alike = set_alike
        """What the dump's own layout adds, which the scores hold already."""
        self._evidence: dict[int, tuple[Evidence, ...]] = {}

    def with_layout(self, said: SetAlike) -> Weighed:
        """The same with what the layout says."""
        more = dict(said)
        scores = tuple([(label, score + more.get(label, 0)) for label, score in self.candidates])
        return Weighed(scores, self.fired, said)

    def evidence(self, label: int) -> tuple[Evidence, ...]:
        """What speaks for and against a label."""
        if label not in self._evidence:
            rules = [Evidence(c.rule.name, w) for c in self.fired for at, w in c.weights if at == label]
            layout = [Evidence(SET_ALIKE.name, w) for at, w in self.set_alike if at == label]
            self._evidence[label] = (*rules, *layout)
        return self._evidence[label]


def _compiled(rule: Rule, weights: Weights) -> Compiled:
    row: Mapping[str, int] = weights.rules[rule.name] if rule.decides is None else {rule.decides: CERTAIN}
    for label in row:
        if label not in LABEL:
            raise WeightsError(f"the weights of the rule {rule.name} name {label}, which is not a label")
    return Compiled(
        rule,
        rule.needs | LINE * (rule in LINE_RULES),
        tuple((LABEL[label], weight) for label, weight in row.items()),
        tuple(LABEL[label] for label in rule.admits),
    )


same_names("rules", packaged_weights().rules, [rule.name for rule in RULES if rule.decides is None])
COMPILED = tuple(_compiled(rule, packaged_weights()) for rule in RULES)
"""With the weights of the package."""
Tests: TypeAlias = list[tuple[Callable[[Sight], bool], int]]
TESTS: Tests = [(c.rule.test, n) for n, c in enumerate(COMPILED)]
DECIDING: Tests = [(rule.test, n) for n, rule in enumerate(RULES) if rule.decides is not None]
ASKED = {
    signs: [n for n, c in enumerate(COMPILED) if c.asked_if == signs and c.rule.decides is None]
    for signs in {c.asked_if for c in COMPILED}
}
"""By the signs that they need, the places in the table of the rules that weigh."""


@lru_cache(8)
def _table(weights: Weights) -> tuple[Compiled, ...]:
    return tuple(_compiled(rule, weights) for rule in RULES)


def weigh(sights: Sequence[Sight], weights: Weights | None = None) -> list[Weighed]:
    """The evidence for all units, with the weights of the package unless others are given.

    Which rules are asked depends on a unit's signs alone, and what they say on the rules that speak: both are worked
    out once for all units that have them in common."""
    known = dict[tuple[int, ...], Weighed]()
    dump = habitual(sights[0].habits) if sights else 0
    table = COMPILED if weights is None else _table(weights)
    result = list[Weighed]()
    for s in sights:
        fired = _fired(s, dump)
        if fired not in known:
            known[fired] = _weighed(tuple([table[n] for n in fired]))
        result.append(known[fired])
    return result


@lru_cache(2000)
def _asked(shown: int) -> Tests:
    """The tests of the rules that may speak of a unit with such signs: in all dumps the same, which have many in common."""
    places = [n for needed, rules in ASKED.items() if needed & shown == needed for n in rules]
    return [TESTS[n] for n in sorted(places)]


def _fired(s: Sight, dump: int) -> tuple[int, ...]:
    """The rules that speak, as places in the table; one that decides speaks alone."""
    for test, n in DECIDING:
        if test(s):
            return (n,)
    return tuple([n for test, n in _asked(signs(s) | dump) if test(s)])


def _weighed(rules: tuple[Compiled, ...]) -> Weighed:
    if rules and rules[0].rule.decides is not None:
        return Weighed(rules[0].weights, rules)
    scores = [0] * len(LABELS)
    for c in rules:
        for label, weight in c.weights:
            scores[label] += weight
    labels = ALWAYS.union(*[c.enables for c in rules if c.enables])
    return Weighed(tuple([(label, scores[label]) for label in sorted(labels)]), rules)
