"""Shares of readings are those that trying every path gives, and confidence is a probability that never falls."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssplit import split
from newssplit.assembling.confidence import NAMES, SCORES, share_right, table
from newssplit.deciding import path
from newssplit.deciding.grammar import FINAL, MODE, STEPS
from newssplit.deciding.path import Candidates, find_paths
from newssplit.deciding.shares import DECIBAN, POWER, powers, shares_of
from newssplit.evaluation.trust import after_look, auc, reliability, trust
from newssplit.labels import LABEL
from tests.test_show_preview import EXAMPLE, show

TEXT = EXAMPLE.read_text("utf-8")
FEW = ("text", "headline", "crosshead", "section", "more", "lede")
unit = st.dictionaries(st.sampled_from([LABEL[name] for name in FEW]), st.integers(-12, 12), min_size=5).map(
    lambda found: tuple(sorted({LABEL["text"]: 0, LABEL["headline"]: 0, **found}.items()))
)
dumps = st.lists(unit, min_size=1, max_size=4)


def every_path(units: list[Candidates]) -> list[tuple[int, list[tuple[int, bool]]]]:
    """All readings, each with its score."""
    found: list[tuple[int, int, list[tuple[int, bool]]]] = [(0, MODE["start"], [])]
    for candidates in units:
        found = [
            (score + step.score + weight, step.target, [*choices, (label, step.opens)])
            for score, mode, choices in found
            for label, weight in candidates
            if (step := STEPS[mode][label])
        ]
    return [(score + FINAL[mode], choices) for score, mode, choices in found]


@given(dumps)
def test_shares_are_those_of_all_paths(units: list[Candidates]) -> None:
    """Those above COUNTS may be given up or count by a part: a share lies between what it is with and without them."""
    readings = every_path(units)
    best = max(score for score, _ in readings)
    worths = [(DECIBAN ** (best - score), best - score < path.COUNTS, choices) for score, choices in readings]
    total, near = sum(worth for worth, _, _ in worths), sum(worth for worth, counts, _ in worths if counts)

    def bounds(agree: Callable[[tuple[int, bool]], bool], at: int) -> tuple[float, float]:
        mine = [(worth, counts) for worth, counts, choices in worths if agree(choices[at])]
        least = sum(worth for worth, counts in mine if counts) / total
        return least - 1e-9, sum(worth for worth, _ in mine) / near + 1e-9

    found = find_paths(units)
    shares = shares_of(found)
    for at, choice in enumerate(found.choices):
        share = shares[at]
        least, most = bounds(lambda told, label=choice.label: told[0] == label, at)  # type: ignore[misc]
        assert least <= share.label <= most
        least, most = bounds(lambda told, opens=choice.opens: told[1] == opens, at)  # type: ignore[misc]
        assert least <= share.border <= most
        if share.second != choice.label:
            least, most = bounds(lambda told, label=share.second: told[0] == label, at)  # type: ignore[misc]
            assert least <= share.second_share <= most
        assert share.label + share.second_share <= 1 + 1e-9


def test_with_nothing_given_up_they_are_exactly_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(path, "SURE", 250)
    monkeypatch.setattr(path, "COUNTS", 250)
    monkeypatch.setattr("newssplit.deciding.shares.POWER", powers(DECIBAN, 251))
    few = ((LABEL["text"], 3), (LABEL["headline"], 5), (LABEL["crosshead"], 1), (LABEL["section"], 2))
    units: list[Candidates] = [few, ((LABEL["text"], 9), (LABEL["headline"], 0)), few, few]
    readings = every_path(units)
    best = max(score for score, _ in readings)
    total = sum(DECIBAN ** (best - score) for score, _ in readings)
    found = find_paths(units)
    shares = shares_of(found)
    for at, choice in enumerate(found.choices):
        alike = sum(DECIBAN ** (best - score) for score, c in readings if c[at][0] == choice.label)
        assert shares[at].label == pytest.approx(alike / total, abs=1e-9)


def test_no_machine_makes_powers_of_its_own() -> None:
    assert POWER[3] == DECIBAN * DECIBAN * DECIBAN
    assert pytest.approx(10**-0.05) == DECIBAN


def test_thousands_of_equal_readings_do_not_vanish() -> None:
    tie: Candidates = ((LABEL["text"], 0), (LABEL["headline"], 0), (LABEL["crosshead"], 0), (LABEL["section"], 0))
    shares = shares_of(find_paths([tie] * 4000))
    assert all(0 <= shares[at].label <= 1 for at in range(4000))
    assert len(shares_of(find_paths([]))) == 0


def test_the_table_names_signs_and_its_curves_never_fall() -> None:
    known = table()
    assert all(0 <= sign < len(NAMES) for tree in known.trees for sign in tree[0:6:2])
    assert len(known.start) == len(SCORES) == len(known.knots)
    for scores, right in known.knots:
        assert all(a < b for a, b in pairwise(scores))
        assert all(a <= b for a, b in pairwise(right))
        assert 0 <= right[0] <= right[-1] <= 1
        tried = [share_right(n / 10, (scores, right)) for n in range(-60, 60)]
        assert tried == sorted(tried)


def test_the_same_text_gives_the_same_confidence() -> None:
    one, other = split(TEXT), split(TEXT)
    assert [(a.confidence, a.confidence_parts) for a in one.articles] == [
        (a.confidence, a.confidence_parts) for a in other.articles
    ]
    assert [(r.share, r.second) for r in one.readings] == [(r.share, r.second) for r in other.readings]


def test_an_article_without_its_headline_is_less_sure() -> None:
    dump = "\n".join(
        f"{title}\n\n　　本报讯（记者 {name}）{text}\n"
        for title, name, text in (
            ("新桥昨天通车", "王小明", "全长三百米的新桥昨天上午正式通车，两岸居民不必再绕路。" * 3),
            ("老街路灯换新", "李大海", "老街的一百二十盏路灯昨晚全部换成新灯，居民出门不再摸黑。" * 3),
            ("社区食堂开张", "张小红", "社区食堂昨天中午开张，首日接待老人两百多位，饭菜六元起。" * 3),
        )
    )
    whole, cut = split(dump).articles, split(dump.replace("老街路灯换新\n\n", "")).articles
    assert len(whole) == 3
    assert min(a.confidence_parts.bounds for a in cut) < min(a.confidence_parts.bounds for a in whole)


def test_figures_of_trust() -> None:
    cases = [(0.9, True), (0.8, True), (0.7, False), (0.6, True), (0.2, False)]
    assert auc(cases) == pytest.approx(5 / 6)
    assert auc([(0.5, True), (0.5, False)]) == 0.5
    assert auc([(0.5, True)]) is None
    assert after_look(cases) == pytest.approx(4 / 5)
    assert [(b.articles, b.right) for b in reliability(cases)] == [(1, 0.0), (1, 1.0), (1, 0.0), (1, 1.0), (1, 1.0)]
    found = trust(cases)
    assert found is not None
    assert found.right == 0.6
    assert found.ece == pytest.approx((0.1 + 0.2 + 0.7 + 0.4 + 0.2) / 5)
    assert trust([]) is None


def test_review_lists_the_least_sure_across_files(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("路边的树叶落了一地。\n\n没有人扫。\n", "utf-8")
    queue = json.loads(show("review", EXAMPLE, other, "--format", "json", "--limit", 50))
    assert len(queue) == len(split(TEXT).articles) + len(split(other.read_text("utf-8")).articles)
    assert json.loads(show("review", EXAMPLE, other, "--format", "json", "--limit", 2)) == queue[:2]
    assert [e["confidence"] for e in queue] == sorted(e["confidence"] for e in queue)
    assert {e["source"] for e in queue} == {str(EXAMPLE), str(other)}
    for entry in queue:
        assert set(entry["parts"]) == {"bounds", "head", "byline", "body"}
        if entry["doubt"]:
            assert entry["doubt"]["second_share"] > 0


def test_review_shows_both_readings_and_how_to_correct() -> None:
    said = show("review", EXAMPLE, "--limit", 1)
    assert said.count(" 1. ") == 1
    assert "newssplit annotate FILE" in said


def test_explain_names_the_second_label() -> None:
    told = json.loads(show("explain", EXAMPLE, "--json"))
    readings = [reading for line in told["lines"] for reading in line["readings"]]
    rivals = [reading for reading in readings if reading["second"]]
    assert rivals
    assert all(r["second"]["share"] + r["share"] <= 1.0002 for r in rivals)
