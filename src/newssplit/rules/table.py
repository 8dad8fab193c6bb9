"""All rules in one ordered table, and the evidence that they give."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.deciding.grammar import LABEL
from newssplit.model import Evidence
from newssplit.rules.marks import MARK_RULES
from newssplit.rules.rule import Rule
from newssplit.rules.shapes import SHAPE_RULES
from newssplit.rules.sight import Sight

RULES: tuple[Rule, ...] = MARK_RULES + SHAPE_RULES

ALWAYS = ("text", "headline", "crosshead", "section", "aside", "more")
NEEDS = {
    "furniture": ("page_furniture", "masthead"),
    "title": ("page_title",),
    "notice_head": ("notice_heading",),
    "teaser_head": ("teaser_heading",),
    "teaser": ("teaser_line",),
    "listed": ("listed_line",),
    "again": ("copied",),
    "dated": ("letter_date",),
    "byline": ("makers_line", "photographers_line", "bare_name", "pen_name", "name_at_right", "name_in_brackets"),
    "signature": ("makers_line", "photographers_line", "bare_name", "name_at_right", "name_in_brackets", "source_line"),
    "credit": ("photographers_line",),
    "lede": ("dateline_mark", "dateline_alone", "makers_first"),
    "mark": ("dateline_mark", "dateline_alone"),
    "further": ("dateline_mark",),
    "brief": ("signed_at_end",),
    "resume": ("resumes",),
    "back": ("back_alone",),
    "onward": ("onward_alone",),
    "turned": ("turns_onward",),
    "last": ("signed_at_end", "source_at_end"),
    "caption": ("photo_credit_behind", "photo_credit_below", "caption_opening", "caption_bullet", "under_photo_label"),
    "aside": ("photo_credit_behind", "photo_credit_below", "caption_opening", "caption_bullet"),
    "notice": ("weather", "notice_opening", "colophon_first"),
}
"""Labels that a unit can have only by the word of one of these rules."""


Weighed = list[tuple[int, int, list[Evidence]]]
"""For each label that a unit can have: its index, its score, and what speaks for and against it."""


def evidence(s: Sight) -> Weighed:
    """What the rules say of one unit."""
    fired = [rule for rule in RULES if rule.test(s)]
    names = {rule.name for rule in fired}
    if "page_furniture" in names and "column_field" not in names:
        return [(LABEL["furniture"], 90, [Evidence("page_furniture", 90)])]
    result = []
    for label, index in LABEL.items():
        needs = NEEDS.get(label)
        if needs is not None and names.isdisjoint(needs):
            continue
        if label == "brief" and s.lede is None or label == "lede" and s.lede and not s.lede.makers:
            continue
        found = [Evidence(rule.name, rule.weights[label]) for rule in fired if label in rule.weights]
        result.append((index, sum(e.weight for e in found), found))
    return result


def weigh(sights: Sequence[Sight]) -> list[Weighed]:
    """The evidence for all units."""
    return [evidence(s) for s in sights]
