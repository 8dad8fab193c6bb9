"""`newssplit explain` and `newssplit rules`: why each line was read as it was."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from newssplit import split
from newssplit.labels import LABELS
from newssplit.rules.table import SHOWN_RULES
from newssplit.show.explained import all_parts, as_data, explained
from newssplit.show.words import LABEL_WORDS
from newssplit.weights import rule_weights
from tests.test_show_preview import EXAMPLE, HOSTILE, show

GOLDEN = Path(__file__).parent / "golden"
LEDE = 6
"""The line of the example that opens its first article."""


def explain(*args: object) -> dict[str, Any]:
    explanation: dict[str, Any] = json.loads(show("explain", EXAMPLE, "--json", *args))
    return explanation


def test_every_line_stands_there_with_all_of_its_characters_accounted_for() -> None:
    text = EXAMPLE.read_text("utf-8")
    explanation = explain()
    assert [line["text"] for line in explanation["lines"]] == text.splitlines()
    for line in explanation["lines"]:
        assert text[slice(*line["span"])] == line["text"]
        spans = [span for reading in line["readings"] for _, *span in reading["parts"]] + line["markup"]
        covered = {n for start, end in spans for n in range(start, end)}
        assert all(n in covered for n in range(*line["span"]) if not text[n].isspace())


def test_the_evidence_is_the_issues_own() -> None:
    issue = split(EXAMPLE.read_text("utf-8"))
    told = [reading for line in as_data(explained(issue)) for reading in line["readings"]]
    assert [(r["label"], r["margin"], r["article"]) for r in told] == [
        (r.label, r.margin, r.item) for r in issue.readings
    ]
    evidence = [[(e["rule"], e["weight"]) for e in r["evidence"]] for r in told]
    assert evidence == [list(r.evidence) for r in issue.readings]


def test_parts_do_not_overlap() -> None:
    for path in GOLDEN.glob("*.issue"):
        parts = all_parts(split(path.read_text("utf-8")))
        assert all(a.end <= b.start for a, b in pairwise(parts))


def test_lines_and_articles_can_be_picked() -> None:
    assert [line["line"] for line in explain("--line", LEDE)["lines"]] == [LEDE]
    assert [line["line"] for line in explain("--line", "4-6")["lines"]] == [4, 5, 6]
    picked = explain("--article", 2)["lines"]
    assert picked
    assert all(any(reading["article"] == 2 for reading in line["readings"]) for line in picked)


def test_a_picked_line_is_told_in_full_with_reasons_and_parts() -> None:
    said = show("explain", EXAMPLE, "--line", LEDE, "--width", 100)
    assert "dateline_mark: A news item opens with who sends it" in said
    assert "dateline     本报讯\n" in said
    assert "byline       （记者 慕容雪" in said
    assert "→ article 1" in said
    assert "…" not in said


def test_the_whole_dump_is_told_in_short() -> None:
    said = show("explain", EXAMPLE, "--width", 60)
    assert f"{rule_weights()['dateline_mark']['lede']:+} dateline_mark" in said
    assert "A news item opens" not in said
    assert "headline as kicker → article 1" in said


def test_what_was_done_to_the_text_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "李哲调研春耕备耕工作\n李哲调研春耕备耕工作\n　　本报讯（记者 李明）昨天，李哲到柳条沟调研春耕备耕工作，"
        "听取了汇报。\n　　会议指出，要抓好落实，一件一件办，办一件成一件，让群众满意。\n",
        "utf-8",
    )
    assert "folded by" in show("explain", page)


def test_a_paragraph_over_several_lines_is_told_once() -> None:
    wrapped = (
        "老桥通车\n　　本报讯（记者 李明）昨天上午，经过两年的\n紧张施工，全长三百米的老桥终于正式通车，\n"
        "附近的居民早早地来到桥头，等着第一批走过去\n的人。桥上挂着红灯笼，桥下是新修的步道。\n"
        "　　据介绍，这座桥建于上世纪五十年代，是县城\n通往北山的唯一通道，几十年来承担了两岸往来\n"
        "的重任，如今终于换了新颜。\n"
    ) * 3
    lines = as_data(explained(split(wrapped)))
    assert all(line["readings"] for line in lines)
    assert sum(line["readings"][0]["span"][0] < line["span"][0] for line in lines) > len(lines) / 3


def test_control_characters_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HOSTILE, "utf-8")
    for args in ([], ["--line", "1-9"]):
        said = show("explain", page, *args, FORCE_COLOR="1", TERM="xterm")
        assert "\x1b[31m红" not in said
        assert "\x07" not in said
        assert "␛" in said


def test_all_labels_are_said_in_words() -> None:
    assert set(LABELS) == set(LABEL_WORDS)


def test_rules_are_the_ones_that_run() -> None:
    told = json.loads(show("rules", "--json"))
    assert [(r["name"], r["reason"], r["weights"]) for r in told] == [
        (r.name, r.reason, dict(r.weights)) for r in SHOWN_RULES
    ]
    assert [(tuple(r["hits"]), tuple(r["misses"])) for r in told] == [(r.hits, r.misses) for r in SHOWN_RULES]


def test_rules_are_listed_with_reasons_and_shown_with_hits_and_misses() -> None:
    listed = show("rules", "--width", 200)
    assert all(f"\n{rule.name}\n  {rule.reason}\n" in f"\n{listed}" for rule in SHOWN_RULES)
    card = show("rules", "dateline_mark", "paragraph", "--width", 200)
    for rule in SHOWN_RULES:
        if rule.name in ("dateline_mark", "paragraph"):
            assert rule.reason in card
            assert all(line in card for dump in (*rule.hits, *rule.misses) for line in dump.split("\n"))
    assert f"{rule_weights()['dateline_mark']['lede']:+4d}  lede" in card
