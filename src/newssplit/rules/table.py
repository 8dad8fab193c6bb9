"""All rules in one ordered table, and the evidence that they give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newssplit.deciding.grammar import LABEL, LABELS
from newssplit.model import Evidence
from newssplit.rules.boxes import BOX_RULES
from newssplit.rules.captions import CAPTION_RULES
from newssplit.rules.crossheads import CROSSHEAD_RULES
from newssplit.rules.flow import FLOW_RULES
from newssplit.rules.headings import HEADING_RULES
from newssplit.rules.labels import LABEL_RULES
from newssplit.rules.openings import OPENING_RULES
from newssplit.rules.rule import Rule
from newssplit.rules.short_text import SHORT_TEXT_RULES
from newssplit.rules.sight import Sight
from newssplit.rules.signatures import SIGNATURE_RULES

TEXT_RULES: tuple[Rule, ...] = OPENING_RULES + SIGNATURE_RULES + CAPTION_RULES + BOX_RULES + FLOW_RULES
"""What any unit is asked, however long."""
LINE_RULES: tuple[Rule, ...] = HEADING_RULES + LABEL_RULES + CROSSHEAD_RULES + SHORT_TEXT_RULES
"""What only a short line is asked: nearly all the text of a dump stands in long ones."""
RULES: tuple[Rule, ...] = TEXT_RULES + LINE_RULES

ALWAYS = frozenset(LABEL[name] for name in ("text", "headline", "crosshead", "section", "more"))
"""Labels that any unit can have; every other one needs the word of one of these rules."""
NEEDS = {
    "furniture": ("page_furniture", "masthead"),
    "title": ("page_title",),
    "again": ("copied",),
    "notice_head": ("notice_heading",),
    "teaser_head": ("teaser_heading",),
    "teaser": ("teaser_line",),
    "listed": ("listed_line",),
    "byline": (
        "makers_line", "photographers_line", "bare_name", "pen_name", "name_at_right", "name_in_brackets",
        "author_field",
    ),
    "signature": (
        "makers_line", "photographers_line", "bare_name", "name_at_right", "name_in_brackets", "source_line",
        "author_note",
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
    "last": ("signed_at_end",),
    "sourced": ("source_at_end",),
    "caption": ("photo_credit_behind", "photo_credit_below", "caption_opening", "caption_bullet", "under_photo_label"),
    "aside": ("photo_credit_behind", "photo_credit_below", "caption_opening", "caption_bullet"),
    "notice": ("weather", "notice_opening", "colophon_first"),
}  # fmt: skip
"""For each label the rules of which one must have spoken."""
FURNITURE = LABEL["furniture"]


class Compiled(NamedTuple):
    """A rule with its labels as indexes, ready to be run."""

    rule: Rule
    weights: tuple[tuple[int, int], ...]
    enables: tuple[int, ...]


class Weighed(NamedTuple):
    """What the rules say of one unit."""

    candidates: list[tuple[int, int]]
    """(label, score) for each label that it can have, in the order of LABELS."""
    fired: list[Compiled]

    def evidence(self, label: int) -> tuple[Evidence, ...]:
        """What speaks for and against a label."""
        return tuple(Evidence(c.rule.name, w) for c in self.fired for at, w in c.weights if at == label)


def _compiled(rules: Sequence[Rule]) -> tuple[Compiled, ...]:
    return tuple(
        Compiled(
            rule,
            tuple((LABEL[label], weight) for label, weight in rule.weights.items()),
            tuple(LABEL[label] for label, names in NEEDS.items() if rule.name in names),
        )
        for rule in rules
    )


FOR_TEXT, FOR_LINES = ([(c.rule.test, c) for c in _compiled(rules)] for rules in (TEXT_RULES, RULES))
PAGE_FURNITURE = next(c for _, c in FOR_LINES if c.rule.name == "page_furniture")


def evidence(s: Sight) -> Weighed:
    """What the rules say of one unit; furniture beyond doubt is nothing else."""
    if PAGE_FURNITURE.rule.test(s) and (s.furniture is None or s.furniture.section is None):
        return Weighed([(FURNITURE, 90)], [PAGE_FURNITURE])
    fired = [c for test, c in (FOR_LINES if s.headlike else FOR_TEXT) if test(s)]
    scores = dict.fromkeys(ALWAYS, 0)
    for c in fired:
        for label in c.enables:
            scores[label] = 0
    for c in fired:
        for label, weight in c.weights:
            if label in scores:
                scores[label] += weight
    return Weighed(sorted(scores.items()), fired)


def weigh(sights: Sequence[Sight]) -> list[Weighed]:
    """The evidence for all units."""
    return [evidence(s) for s in sights]


assert set(NEEDS) | {LABELS[n] for n in ALWAYS} == set(LABELS)
