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


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("赤道日报　18.8.2003　星期一　全国 A7", "2003-08-18"),
        ("南岛晨报 23/11/1978 星期四 第 5 版", "1978-11-23"),
        ("金橋週報 10/27/2006 星期五 A5", "2006-10-27"),
        ("海镜晨刊　2001年2月22日　星期四", "2001-02-22"),
        ("閩江　中華民國三年五月十八日　甲寅四月廿四日　星期一", "1914-05-18"),
        ("2011年11月23日 星期三　　A03　公司·产业　　汇源证券视窗", "2011-11-23"),
    ],
)
def test_the_day_stands_in_many_forms_beside_names_that_no_list_knows(line: str, day: str) -> None:
    found = read_furniture(line, fold(line), default_lexicon())
    assert found is not None
    assert found.page.date == day


@pytest.mark.parametrize(
    "line",
    [
        "1998年6月5日　星期五　晴",  # a diary
        "2001年2月22日 星期四，渡口照常开船",
        "比分 18.8.203",
        "2001年2月22日 星期四 全县农村文化大院建成以后第一次放映露天电影的消息传遍了八个村子",
    ],
)
def test_other_lines_with_a_day_are_no_furniture_beyond_doubt(line: str) -> None:
    found = read_furniture(line, fold(line), default_lexicon())
    assert found is None or not found.strong
