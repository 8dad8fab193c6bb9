"""Marks of one width: what changes, what must not, and what holds of every text."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newssplit
from newssplit.output import punctuation
from newssplit.output.punctuation import fullwidth, halfwidth, punctuated
from newssplit.output.record import record_of

HITS = [
    ("他说,我来了.", "他说，我来了。"),
    ("他说, 我来了. 她走了.", "他说，我来了。她走了。"),
    ("会议指出:要加强领导;要抓落实!", "会议指出：要加强领导；要抓落实！"),
    ("谁来管?", "谁来管？"),
    ("同比增长3.5%,其中出口2,000万元.", "同比增长3.5%，其中出口2,000万元。"),
    ("增长3.5%.同比持平", "增长3.5%。同比持平"),
    ("时间:8:30,地点:会议室", "时间：8:30，地点：会议室"),
    ("以3:2战胜对手,晋级", "以3:2战胜对手，晋级"),
    ("记者(李明)报道", "记者（李明）报道"),
    ("首席执行官(CEO)说", "首席执行官（CEO）说"),
    ("Apple(苹果)发布iPhone,售价不变", "Apple（苹果）发布iPhone，售价不变"),
    ("(1)加强领导", "（1）加强领导"),
    ("（记者 李明)", "（记者 李明）"),
    ("(记者 李明）", "（记者 李明）"),
    ('他说:"好."', "他说：“好。”"),
    ('"甲"和"乙"', "“甲”和“乙”"),
    ("他说\"读'红楼梦'\"", "他说“读‘红楼梦’”"),
    ('“他来了",她说', "“他来了”，她说"),
    ('"这一段没有完', "“这一段没有完"),
    ('这是最后一段."', "这是最后一段。”"),
    ('5.5"的屏幕,"大"得很', '5.5"的屏幕，“大”得很'),
    ("他想了想......走了", "他想了想……走了"),
    ("大桥通车--市民沸腾", "大桥通车——市民沸腾"),
    ("--市委全会侧记", "——市委全会侧记"),
    ("详见http://news.example.cn/a?b=1,2,欢迎点击.", "详见http://news.example.cn/a?b=1,2，欢迎点击。"),
    ("网址https://x.example/a_(b),请看", "网址https://x.example/a_(b)，请看"),
    ("(见http://x.example/a...)他说", "（见http://x.example/a……）他说"),
    ("共计2016.", "共计2016。"),
    ("2016年,2017年", "2016年，2017年"),
    ("他来了.我走了", "他来了。我走了"),
    ("涨了.3月再看", "涨了。3月再看"),
    ("文句｡半角､｢引｣", "文句。半角、「引」"),
    ("中国队!!!", "中国队！！！"),
    ("真的?!", "真的？！"),
]
MISSES = [
    "3.5亿元",
    "8:30开始",
    "PM2.5浓度",
    "投入2,000万元",
    "见http://www.example.cn/x.html?a=1;b=2",
    "发信到li.ming@example.com.cn",
    "域名example.com注册",
    "中国.com上线",
    "Apple (US) Inc., Ltd.",
    "他读的是Hello, World! by A. B. Smith这本书",
    "使用f(x)函数",
    "iPhone(64G)手机",
    "don't这个词",
    "他用的是O'Brien的书",
    "1.加强领导",
    "2. 改进作风",
    "约翰.史密斯来了。他走了。",
    '5.5"屏幕',
    "乙型-丙型",
    "U.S.",
    "2016.11.09第3版",
    "他说，“好。”（完）",
    "",
]


@pytest.mark.parametrize(("text", "wide"), HITS)
def test_marks_in_chinese_become_full_width(text: str, wide: str) -> None:
    assert fullwidth(text) == wide


@pytest.mark.parametrize("text", MISSES)
def test_numbers_latin_words_and_addresses_stay(text: str) -> None:
    assert fullwidth(text) == text


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("他说：“好。”（完）", '他说:"好."(完)'),
        ("8：30到，3．5亿元", "8:30到,3.5亿元"),
        ("涨到3。5月再看", "涨到3. 5月再看"),
        ("2016，2017两年", "2016, 2017两年"),
        ("想了想……走了——真的", "想了想......走了--真的"),
        ("甲、乙《书》【题】「引」", "甲、乙《书》【题】「引」"),
        ("见http://x.example/a?b=1。", "见http://x.example/a?b=1."),
        ("don’t", "don't"),
    ],
)
def test_halfwidth(text: str, half: str) -> None:
    assert halfwidth(text) == half


PIECES = ["中", "文", "A", "b", "3", "5", " ", *",.;:?!()\"'-", "，", "。", "（", "）", "“", "”", "...", "http://x.cn/"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@given(TEXTS)
def test_twice_is_once(text: str) -> None:
    assert fullwidth(fullwidth(text)) == fullwidth(text)
    assert halfwidth(halfwidth(text)) == halfwidth(text)


@given(TEXTS)
def test_words_are_never_touched(text: str) -> None:
    for change in (fullwidth, halfwidth):
        assert [c for c in change(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text("Ab3 ,.;:?!()\"'-", max_size=30))
def test_a_text_without_chinese_stays(text: str) -> None:
    assert fullwidth(text) == text


def test_in_a_record_only_prose_changes() -> None:
    dump = "开门红:大桥通车\n本报讯(记者 李明)昨天8:30,大桥通车了.\n"
    record = record_of(newssplit.split(dump).articles[0], "a,b.txt", "utf-8")
    wide = punctuated(record, "fullwidth")
    assert wide["headline"] == "开门红：大桥通车"
    assert wide["paragraphs"] == ["昨天8:30，大桥通车了。"]
    assert {key for key in record if record[key] != wide[key]} == {"headline", "paragraphs"}
    assert punctuated(record, "asis") == record


def test_the_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(punctuation).failed == 0
