"""One blank line between paragraphs and more between items: the wider gap says where items begin."""

from __future__ import annotations

import pytest

from newssplit import split

ITEMS = tuple(
    item.split("\n")
    for item in (
        "单车径延长段八月通车\n"
        "运输署表示，新界东单车径延长段将于八月通车，全长五点六公里，设四个租车站。\n路面铺了红色的砂石，雨后不积水。",
        "暑期工空缺跌两成\n"
        "一项调查显示，今年暑期工空缺较去年减少两成二，时薪中位数为二十五元。\n店主说，订单少了，人手够用。",
        "银沙湾泳滩重开\n因水质欠佳而关闭的银沙湾泳滩今日起重开，救生员清晨已到岗。\n当局提醒泳客注意赤潮消息。",
        "旧书市集周末开市\n"
        "江边的旧书市集周末开市，一百二十个摊位从桥头一直摆到码头。\n摊主多是退休教师，价钱写在书的封底。",
    )
)


def dump(between: int, within: int = 1) -> str:
    """The items with so many blank lines between them, and between the paragraphs of each."""
    return ("\n" * (between + 1)).join(("\n" * (within + 1)).join(item) for item in ITEMS)


@pytest.mark.parametrize(("between", "within"), [(2, 1), (3, 1), (3, 2)])
def test_wide_gaps_part_unsigned_items(between: int, within: int) -> None:
    found = split(dump(between, within)).articles
    assert [a.headline for a in found] == [head for head, *_ in ITEMS]
    assert all(len(a.paragraphs) == 2 for a in found)


def test_wide_gaps_over_text_that_goes_on_part_nothing() -> None:
    paragraphs = [paragraph for _, *paragraphs in ITEMS for paragraph in paragraphs]
    gaps = ("\n\n", "\n\n\n") * len(ITEMS)
    text = "单车径延长段通车" + "".join(gap + paragraph for gap, paragraph in zip(gaps, paragraphs, strict=True))
    [article] = split(text).articles
    assert len(article.paragraphs) == 2 * len(ITEMS)


def test_two_wide_gaps_are_too_few_to_tell() -> None:
    alike, wider = split(dump(1)), split(dump(1).replace("\n\n银沙湾", "\n\n\n银沙湾"))
    assert [a.headline for a in wider.articles] == [a.headline for a in alike.articles]
