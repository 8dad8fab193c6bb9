"""All rules in one ordered table, and the evidence that they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from newssplit.deciding.grammar import LABEL, LABELS
from newssplit.model import Evidence
from newssplit.rules.asking import ASKED_IF
from newssplit.rules.boxes import BOX_RULES
from newssplit.rules.captions import CAPTION_RULES
from newssplit.rules.carried import CARRIED_RULES
from newssplit.rules.crossheads import CROSSHEAD_RULES
from newssplit.rules.flow import FLOW_RULES
from newssplit.rules.headings import HEADING_RULES
from newssplit.rules.labels import LABEL_RULES
from newssplit.rules.neighbours import NEIGHBOUR_RULES
from newssplit.rules.openings import OPENING_RULES
from newssplit.rules.rule import Rule
from newssplit.rules.short_text import SHORT_TEXT_RULES
from newssplit.rules.sight import Sight
from newssplit.rules.signatures import SIGNATURE_RULES
from newssplit.rules.signs import LINE, habitual, signs

TEXT_RULES: tuple[Rule, ...] = OPENING_RULES + SIGNATURE_RULES + CAPTION_RULES + BOX_RULES + FLOW_RULES + CARRIED_RULES
"""What any unit is asked, however long."""
LINE_RULES: tuple[Rule, ...] = HEADING_RULES + NEIGHBOUR_RULES + LABEL_RULES + CROSSHEAD_RULES + SHORT_TEXT_RULES
"""What only a short line is asked: nearly all the text of a dump stands in long ones."""
RULES: tuple[Rule, ...] = TEXT_RULES + LINE_RULES

ALWAYS = frozenset(LABEL[name] for name in ("text", "headline", "crosshead", "section", "more"))
"""Labels that any unit can have; every other one needs the word of one of these rules."""
NEEDS = {
    "furniture": ("page_furniture", "masthead"),
    "title": ("page_title",),
    "again": ("copied",),
    "notice_head": ("notice_heading", "over_notice"),
    "teaser_head": ("teaser_heading",),
    "teaser": ("teaser_line",),
    "listed": ("listed_line",),
    "byline": (
        "makers_line", "photographers_line", "bare_name", "pen_name", "name_at_right", "name_in_brackets",
        "author_field",
    ),
    "signature": (
        "makers_line", "photographers_line", "bare_name", "name_at_right", "name_in_brackets", "source_line",
        "author_note", "end_alone", "source_told",
    ),
    "dated": ("letter_date",),
    "credit": ("photographers_line",),
    "lede": ("makers_with_mark", "makers_first"),
    "mark": ("dateline_mark", "dateline_alone"),
    "further": ("dateline_mark",),
    "brief": ("signed_brief",),
    "resume": ("resumes",),
    "back": ("back_alone",),
    "onward": ("onward_alone",),
    "turned": ("turns_onward",),
    "last": ("signed_at_end", "ends_behind"),
    "sourced": ("source_at_end",),
    "caption": ("image_text", "photo_credit_behind", "photo_credit_below", "caption_opening", "caption_bullet", "under_photo_label"),
    "aside": ("image_text", "photo_credit_behind", "photo_credit_below", "caption_opening", "caption_bullet"),
    "notice": ("weather", "notice_opening", "colophon_first"),
}  # fmt: skip
"""For each label the rules of which one must have spoken."""
FURNITURE = LABEL["furniture"]


class Compiled(NamedTuple):
    """A rule with its labels as indexes, ready to be run."""

    rule: Rule
    asked_if: int
    """The signs that a unit needs for the rule to be asked."""
    weights: tuple[tuple[int, int], ...]
    enables: tuple[int, ...]


class Weighed:
    """What the rules say of one unit, and of every other one of which the same rules speak."""

    __slots__ = ("_evidence", "candidates", "fired")

    def __init__(self, candidates: tuple[tuple[int, int], ...], fired: tuple[Compiled, ...]):
        self.candidates = candidates
        """(label, score) for each label that it can have, in the order of LABELS."""
        self.fired = fired
        self._evidence = dict[int, tuple[Evidence, ...]]()

    def evidence(self, label: int) -> tuple[Evidence, ...]:
        """What speaks for and against a label."""
        if label not in self._evidence:
            found = (Evidence(c.rule.name, w) for c in self.fired for at, w in c.weights if at == label)
            self._evidence[label] = tuple(found)
        return self._evidence[label]


def _compiled(rule: Rule) -> Compiled:
    return Compiled(
        rule,
        LINE * (rule in LINE_RULES) | sum(needed for needed, names in ASKED_IF.items() if rule.name in names),
        tuple((LABEL[label], weight) for label, weight in rule.weights.items()),
        tuple(LABEL[label] for label, names in NEEDS.items() if rule.name in names),
    )


COMPILED = tuple(map(_compiled, RULES))
PLACE = {c.rule.name: n for n, c in enumerate(COMPILED)}
"""Where in the table each rule stands."""
PAGE_FURNITURE = PLACE["page_furniture"]
TESTS = [(c.rule.test, n) for n, c in enumerate(COMPILED)]
ASKED = {signs: [n for n, c in enumerate(COMPILED) if c.asked_if == signs] for signs in {c.asked_if for c in COMPILED}}
"""By the signs that they need, the places of rules in the table."""
Tests: TypeAlias = list[tuple[Callable[[Sight], bool], int]]


def weigh(sights: Sequence[Sight]) -> list[Weighed]:
    """The evidence for all units.

    Which rules are asked depends on a unit's signs alone, and what they say on the rules that speak: both are worked
    out once for all units that have them in common."""
    asked, known = dict[int, Tests](), dict[tuple[int, ...], Weighed]()
    dump = habitual(sights[0].habits) if sights else 0
    result = list[Weighed]()
    for s in sights:
        fired = _fired(s, dump, asked)
        if fired not in known:
            known[fired] = _weighed(fired)
        result.append(known[fired])
    return result


def _fired(s: Sight, dump: int, asked: dict[int, Tests]) -> tuple[int, ...]:
    """The rules that speak, as places in the table; furniture beyond doubt is nothing else."""
    if s.furniture is not None and s.furniture.section is None:
        return (PAGE_FURNITURE,)
    found = signs(s)
    if found not in asked:
        shown = found | dump
        places = [n for needed, rules in ASKED.items() if needed & shown == needed for n in rules]
        asked[found] = [TESTS[n] for n in sorted(places)]
    return tuple([n for test, n in asked[found] if test(s)])


def _weighed(fired: tuple[int, ...]) -> Weighed:
    rules = tuple(COMPILED[n] for n in fired)
    if fired == (PAGE_FURNITURE,):
        return Weighed(((FURNITURE, 90),), rules)
    scores = [0] * len(LABELS)
    for c in rules:
        for label, weight in c.weights:
            scores[label] += weight
    labels = ALWAYS.union(*(c.enables for c in rules))
    return Weighed(tuple([(label, scores[label]) for label in sorted(labels)]), rules)


assert set(NEEDS) | {LABELS[n] for n in ALWAYS} == set(LABELS)
