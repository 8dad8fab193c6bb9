"""What is set far to the right, or in the middle: signatures of people and offices, headings."""

from __future__ import annotations

import pytest

from newssplit import split

LETTER = """读者来信

给邮筒换把锁
　　鼓楼街口的邮筒，锁坏了三个月，用铁丝拧着。孩
子们常从里面掏信，贴在电线杆上玩，邮递员追了几回
也没有追上，只好天天多跑一趟。
{signature}

一张车票盖了十四个章
　　我是长期跑采购的。上月在岔河车站退一张因病未
用的车票，从售票口到站长室，前后盖了十四个章，最
后退回来的钱还不够两天的住店费。
　　　　　　　　　　　　　　　　　水泵厂　蒯世昌
"""
RIGHT = "　" * 16


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        (RIGHT + "石盘镇　樊有田", "樊有田"),
        (RIGHT + "汾西县商业局", "汾西县商业局"),
        (RIGHT + "青溪区第三纺织厂", "青溪区第三纺织厂"),
    ],
)
def test_a_line_at_the_right_signs_the_text_above_it(signature: str, name: str) -> None:
    first, second = split(LETTER.format(signature=signature)).articles
    assert [first.headline, second.headline] == ["给邮筒换把锁", "一张车票盖了十四个章"]
    assert [p.name for p in first.byline] == [name]
    assert len(first.paragraphs) == len(second.paragraphs) == 1


@pytest.mark.parametrize("line", [RIGHT + "一九八八年十月", RIGHT + "１２３４５号", "汾西县商业局"])
def test_a_date_a_number_and_a_line_at_the_margin_are_no_office(line: str) -> None:
    assert split(LETTER.format(signature=line)).articles[0].byline == ()


def test_a_heading_in_the_middle_does_not_run_into_the_text_below() -> None:
    dump = LETTER.format(signature=RIGHT + "樊有田").replace("一张车票", "　　　　　　　　一张车票")
    assert [a.headline for a in split(dump).articles] == ["给邮筒换把锁", "一张车票盖了十四个章"]
