"""Damaged copies keep the words of their articles, and say of makers no more than they show.

`make damage` prints the figures of each family.
"""

from __future__ import annotations

import random
from collections import Counter

import pytest

from newssplit.evaluation.damaged_copies import bared, copied
from newssplit.evaluation.figures import figures
from newssplit.evaluation.issue_format import compile_issue
from tests.damaged_copies import COPIES, Issues, damaged_counts, families
from tests.test_damage import words

FAMILIES = families()
FEWEST_FOUND, FEWEST_PERFECT = 0.84, 0.65
"""Over all families: a change of rules that gains on clean issues and loses here has learned these issues by heart."""

ISSUE = """f|西江日报　2010年5月6日
=== article newspaper=西江日报
@dateline 本报讯
@by 李明 reporter 记者
@by 王丽 reporter 记者
f|本版编辑 周全
x|社会新闻
k|两年没有灯
h|老街的灯亮了
r|老街的灯亮了
y|本报记者　李　明
p|　　⟦本报讯（记者　李　明）⟧昨天，李明说，老街的灯亮了。
p|　　王丽拍手。⟦（王丽）⟧
=== article
h|新桥通车
p|　　新桥通车了。"""
BARE = """f|西江日报　2010年5月6日
=== article newspaper=西江日报 section=
h|老街的灯亮了
p|　　昨天，李明说，老街的灯亮了。
p|　　王丽拍手。
=== article
h|新桥通车
p|　　新桥通车了。"""


class Always(random.Random):
    """Takes off whatever there is."""

    def random(self) -> float:
        return 0.0


def test_all_signs_of_an_article_can_be_taken_off() -> None:
    assert "\n".join(bared(ISSUE.split("\n"), Always())) == BARE


def test_makers_that_are_still_named_stay() -> None:
    class Bylines(Always):
        turns = iter((1.0, 0.0, 1.0, 1.0, 1.0, 1.0) * 2)

        def random(self) -> float:
            return next(self.turns)

    bare = "\n".join(bared(ISSUE.split("\n"), Bylines()))
    assert "@by 李明" in bare
    assert "@by 王丽" not in bare
    assert "@dateline" in bare


@pytest.mark.parametrize("issues", FAMILIES, ids=lambda issues: issues.family)
def test_copies_keep_the_words_and_hardly_any_is_the_issue_itself(issues: Issues) -> None:
    dumps = set[str]()
    for name, source in issues.sources.items():
        dump, gold = compile_issue(source)
        dumps.add(dump)
        for number in range(COPIES):
            copy = copied(name, source, number)
            assert copy == copied(name, source, number)
            other, same = compile_issue(copy)
            dumps.add(other)
            assert [words(a) for a in gold["articles"]] == [words(a) for a in same["articles"]]
    assert len(dumps) >= 0.95 * (1 + COPIES) * len(issues.sources)


def test_rules_hold_on_damaged_copies() -> None:
    damaged = figures(sum(map(damaged_counts, FAMILIES), Counter[str]()))
    assert damaged["found"] >= FEWEST_FOUND
    assert damaged["perfect"] >= FEWEST_PERFECT
