"""What clippers' notes and saved pages say beside the text: abstracts, callouts, images told twice, pages' titles."""

from __future__ import annotations

import pytest

from newssplit import split
from tests.test_carriers import HEADS, MORES, TEXTS

OTHER = "本报讯（记者 柏青）从今晚起，三号渡口的末班船改到二十三点，船夫老柏又要多跑一个来回。"
NOTE = """---
title: "{head}"
source: "https://example.com/{head}"
published: 2018-10-09
description: "{about}"
tags:
  - "clippings"
---
{text}

{more}
"""
PAGE = """{head}-江州晚报数字报
首页 | 返回
{first}
{second}

　　{text}
　　{more}
"""


def bodies(dump: str) -> list[tuple[str, ...]]:
    return [tuple(p.text for p in article.paragraphs) for article in split(dump).articles]


ITEMS = list(zip(HEADS, TEXTS, MORES, strict=True))
"""Headline, first and second paragraph of each."""
SECOND = [(more,) for more in MORES]


ABOUT = (
    "（江州9日讯）水厂二期通了水，城北四万多户人家的水压要好起来了。",
    "（江州10日讯）数学课上到了稻田里，题目是一亩地能打多少稻子。",
    "（江州11日讯）十七路公交改走新隧道，路上少花九分钟。",
)
"""What a site says of each, with the day from which it was filed."""


def notes(*, about: bool = False, extra: str = "") -> str:
    """Notes with what a site says of the text before it, and with more behind it."""
    return "\n".join(
        NOTE.format(head=h, about=said if about else "", text=t, more=m + extra.format(h))
        for (h, t, m), said in zip(ITEMS, ABOUT, strict=True)
    )


def test_what_a_clipper_says_of_a_text_is_no_text() -> None:
    assert [body[1:] for body in bodies(notes(about=True))] == SECOND


def test_an_abstract_is_the_text_where_there_is_no_other() -> None:
    records = "\n\n".join(f"title: {h}\ndate: 2018-10-09\ndescription: {t}" for h, t, _ in ITEMS)
    assert [a.headline for a in split(records).articles] == list(HEADS)
    assert all(len(body) == 1 for body in bodies(records))


def test_an_abstract_of_several_lines_goes_on() -> None:
    records = "\n\n".join(f"title: {h}\ndate: 2018-10-09\ndescription: {t}\n{m}" for h, t, m in ITEMS)
    assert [body[1:] for body in bodies(records)] == SECOND


@pytest.mark.parametrize("sort", ["quote", "abstract", "QUOTE"])
def test_links_in_a_callout_lead_elsewhere(sort: str) -> None:
    links = f"\n\n> [!{sort}] 延伸阅读\n> - [老桥的十一年](https://example.com/1)\n> - [守桥人](https://example.com/2)"
    assert [body[1:] for body in bodies(notes() + links)] == SECOND


def test_a_remark_may_follow_upon_a_quotation() -> None:
    told = notes() + "\n\n> 守桥的老人说，桥通了就好。\n> [!note] 这一篇要抄给老周看。"
    assert bodies(told)[-1][2:] == ("守桥的老人说，桥通了就好。",)


def test_a_text_in_a_callout_stays_without_its_sign() -> None:
    said = dict(
        zip(HEADS, ("水比从前甜，老人说。", "一亩地能打九百斤，谁也没有猜对。", "司机说，隧道里不堵。"), strict=True)
    )
    dump = "\n".join(NOTE.format(head=h, about="", text=t, more=f"{m}\n\n> [!quote] {said[h]}") for h, t, m in ITEMS)
    assert [body[2:] for body in bodies(dump)] == [(said[h],) for h in HEADS]


def test_an_image_whose_words_stand_below_it_is_one_picture() -> None:
    image = "\n\n![看{0}的人](https://example.com/1.jpg)\n\n看{0}的人。（记者 沈砚秋 摄）"
    pictures = [a for a in split(notes(extra=image)).articles if a.kind == "photo"]
    assert [[m.name for m in a.byline] for a in pictures] == [["沈砚秋"]] * len(HEADS)


def saved(*, named: int) -> str:
    """Pages whose title has the first or the second line of the headline block."""
    blocks = [(h, f"{h[:2]}的事有了下文") for h in HEADS]
    return "\n".join(
        PAGE.format(head=block[named], first=block[0], second=block[1], text=t, more=m)
        for block, (_, t, m) in zip(blocks, ITEMS, strict=True)
    )


def test_the_title_of_a_page_tells_which_line_is_the_headline() -> None:
    assert [(a.headline, a.subheadline) for a in split(saved(named=0)).articles] == [
        (h, f"{h[:2]}的事有了下文") for h in HEADS
    ]
    assert [(a.kicker, a.headline) for a in split(saved(named=1)).articles] == [
        (h, f"{h[:2]}的事有了下文") for h in HEADS
    ]


def test_a_page_whose_headline_is_set_otherwise_has_a_title_too() -> None:
    title, first, second = "船夫的一天", "船夫老柏的一天（人物）", "——三号渡口见闻"
    dump = saved(named=0) + PAGE.format(head=title, first=first, second=second, text=OTHER, more=MORES[0][::-1])
    assert split(dump).articles[-1].headline == "船夫老柏的一天"
    assert all("江州晚报" not in "".join(body) for body in bodies(dump))


def test_makers_above_other_lines_of_an_app_are_no_headline() -> None:
    item = (
        "{}\n江州融媒 2023-05-11 18:26 发表于湖南\n\n{}\n\n{}\n\n来源：江州融媒中心\n"
        "全媒体记者：沈砚秋\n编辑：田甜\n\n阅读 {}\n"
    )
    dump = "\n".join(item.format(h, t.partition("）")[2], m, 18 + n) for n, (h, t, m) in enumerate(ITEMS))
    articles = split(
        dump + "\n" + item.format("停水通知", "定于今晚停水八小时，请用户储水。", "不便之处，敬请谅解。", 20)
    ).articles
    assert [a.headline for a in articles] == [*HEADS, "停水通知"]
    assert all([m.name for m in a.byline] == ["沈砚秋"] for a in articles)
