"""What lines mean by the way they are set is learnt from the dump itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newssplit
from newssplit import split
from newssplit.deciding.layouts import ALL, ANY, MOST, NO_LABEL, SET, Layouts, counted
from newssplit.labels import LABEL, LABELS
from newssplit.lexicon import default_lexicon
from newssplit.pipeline import see
from newssplit.rules.layout import Layout, features, layout_of
from newssplit.rules.table import SET_ALIKE

HEADLINE, CROSSHEAD, TEXT = LABEL["headline"], LABEL["crosshead"], LABEL["text"]
MARKED: Layout = (0, 0, 0, "◆", "Han", "", "no")
BARE: Layout = (0, 0, 0, "Han", "Han", "", "no")
PROSE: Layout = (0, 0, 2, "Han", "。", "", "long")
HABIT = [(MARKED, HEADLINE), (PROSE, TEXT), (PROSE, TEXT), (BARE, CROSSHEAD), (PROSE, TEXT)]
"""Headlines behind a mark, crossheads without one."""


def learnt(habit: list[tuple[Layout, int]]) -> Layouts:
    return Layouts([layout for layout, _ in habit], [label for _, label in habit])


def layouts_of(dump: str) -> list[Layout]:
    return [layout_of(s) for s in see(dump, default_lexicon()).sights]


@pytest.mark.parametrize(
    ("dump", "seen"),
    [
        ("三座便桥通车", (1, -2, 0, "Han", "Han", "", "no")),
        ("◆三座便桥 通车", (1, -2, 0, "◆", "Han", "", "yes")),
        ("3座便桥通车！", (1, -2, 0, "number", "！", "", "no")),
        ("　　三座便桥昨天通车。", (1, -2, 2, "Han", "。", "", "no")),
        ("## 三座便桥通车", (1, -2, 0, "Han", "Han", "heading 2", "no")),
        ("**三座便桥通车**", (1, -2, 0, "Han", "Han", "bold lead", "no")),
    ],
)
def test_a_layout_is_what_the_eye_sees(dump: str, seen: Layout) -> None:
    (found,) = layouts_of(dump)
    assert found[1:] == seen[1:]


def test_gaps_are_seen_on_both_sides() -> None:
    dump = (
        "三座便桥通车\n\n\n　　村民进城少走八里路，收菜的车也开到了地头上，乡亲们说这桥修到了心坎上。\n老影院重新开门"
    )
    assert [layout[:2] for layout in layouts_of(dump)][1:] == [(2, 0), (0, -2)]


def test_a_mark_before_headlines_speaks_for_headlines() -> None:
    said = dict(learnt(HABIT * 6)._of(MARKED, NO_LABEL))
    assert said[HEADLINE] > 0 > said[CROSSHEAD]


def test_what_all_lines_have_in_common_says_nothing() -> None:
    everywhere = [((1, 1, *layout[2:]), label) for layout, label in HABIT * 6]
    gaps, mark = (learnt(everywhere)._of_feature(feature, NO_LABEL) for feature in ("gaps 1 1", "first ◆"))
    assert mark[SET.index(HEADLINE)] > 3 * abs(gaps[SET.index(HEADLINE)])


def test_a_unit_is_no_witness_for_itself() -> None:
    alone = learnt([(MARKED, HEADLINE), *[(BARE, HEADLINE)] * 5, *[(PROSE, TEXT)] * 9])
    assert dict(alone._of(MARKED, HEADLINE)).get(HEADLINE, 0) < dict(alone._of(MARKED, NO_LABEL)).get(HEADLINE, 0)
    assert dict(alone._of(MARKED, HEADLINE)).get(HEADLINE, 0) <= 0


def test_it_is_bounded_however_many_agree() -> None:
    told = learnt(HABIT * 1000)
    assert all(abs(worth) <= MOST for layout in (MARKED, BARE, PROSE) for _, worth in told._of(layout, NO_LABEL))


def test_handed_on_it_says_the_same_of_units_that_it_was_not_learnt_from() -> None:
    told = learnt(HABIT * 6)
    assert told.handed_on()._of(MARKED, NO_LABEL) == told._of(MARKED, NO_LABEL)


def test_units_are_counted_by_label_and_all_together() -> None:
    counts = counted([MARKED, BARE, PROSE, PROSE], [HEADLINE, LABEL["section"], TEXT, TEXT])
    assert counts[ANY, ALL] == 4
    assert counts[HEADLINE, ALL] == 1
    assert counts[TEXT, "last 。"] == 2
    assert (LABEL["section"], ALL) not in counts


def test_the_table_has_every_label_and_what_layouts_are_made_of() -> None:
    table = json.loads((Path(newssplit.__file__).parent / "data/layouts.json").read_text("utf-8"))
    assert list(table) == ["any", *(LABELS[label] for label in SET)]
    kinds = {feature.split(" ")[0] for feature in features(MARKED)}
    for row in table.values():
        assert {feature.split(" ")[0] for feature in row if feature} == kinds
        assert all(0 < number <= row[""] for number in row.values())


ITEMS = "".join(
    f"◆{head}\n　　{text}村民说，这样的事从前想也不敢想，如今一件一件都办成了，日子一天比一天好。\n　　{more}\n"
    for head, text, more in (
        ("三座便桥通车", "昨天，三座便民桥同日通车。", "两岸的孩子上学少走八里路。"),
        ("老影院重新开门", "停业两年的影院昨晚放映第一场。", "头一场免费，来了三百多位观众。"),
        ("粮站收购点提前", "今年早稻收购提前七天开始。", "磅秤前排队的人比去年少了一半。"),
        ("邮路通到山顶", "邮递员每周三次上山送信。", "山顶的十一户人家头一回订了报。"),
    )
)


def test_it_is_evidence_and_counts_in_the_score() -> None:
    issue = split(ITEMS)
    assert len(issue.articles) == 4
    told = [(r.label, e.weight) for r in issue.readings for e in r.evidence if e.rule == SET_ALIKE.name]
    assert told
    assert {label for label, _ in told} <= {LABELS[label] for label in SET}


def test_two_readings_of_a_dump_are_the_same() -> None:
    assert split(ITEMS) == split(ITEMS)
