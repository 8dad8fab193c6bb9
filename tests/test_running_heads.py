"""The page's number in a running head, where it is a word of its own beside the date."""

from __future__ import annotations

import pytest

from newssplit.lexicon import default_lexicon, fold
from newssplit.rules.furniture import read_furniture


def number(line: str) -> str | None:
    found = read_furniture(line, fold(line), default_lexicon())
    assert found is not None
    return found.page.number


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("星桥日报　1998年11月4日　星期三　12　北马新闻", "12"),
        ("嘉南民報　民國81年4月2日　星期四　十四　分類廣告", "14"),
        ("国际新闻　2014年2月19日　星期三　11", "11"),
        ("渝汀晚报　2004年7月19日　A05", "A5"),
    ],
)
def test_a_word_of_its_own_is_the_page(line: str, page: str) -> None:
    assert number(line) == page


@pytest.mark.parametrize(
    "line",
    [
        "星桥日报　1998年11月4日　星期三　25　32　晴",
        "星桥日报　1998年11月4日　星期三",
        "星桥日报　1998年11月4日　星期三　农历九月十六",
    ],
)
def test_two_numbers_and_those_of_a_day_are_none(line: str) -> None:
    assert number(line) is None
