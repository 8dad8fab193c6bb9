"""What only the whole dump tells of its heads: brackets behind headlines, lines that a column has cut, labels."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.model import Article

TEXTS = (
    "　　本报讯（记者王丽）老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青砖，砖上刻着光绪年号。",
    "　　本报讯（记者卓然）渡口的钢缆昨天换了新的，摆渡的老人说，旧缆用了十四年，冬天一拉就掉铁屑。",
    "　　本报讯（记者孟非）粮站的磅秤校过三回，差了不到一两，来卖麦子的人都说今年心里踏实了许多。",
    "　　本报讯（记者池莉莉）雨后第三天，村里的泥路全铺上了炉渣，自行车驮着孩子也能一路骑到学校。",
)


def read(*heads: str) -> tuple[Article, ...]:
    """The articles of a dump with these heads, each over a text of its own."""
    blocks = zip(heads, TEXTS, strict=False)
    return split("\n\n".join(f"{head}\n{text}" for head, text in blocks)).articles


def heads_of(articles: tuple[Article, ...]) -> list[tuple[str | None, str | None]]:
    return [(a.section, a.headline) for a in articles]


def test_what_stands_behind_several_headlines_in_brackets_names_their_column() -> None:
    found = read("老井又出水（晨钟）", "渡口换上新钢缆（晨钟）", "磅秤校了三回")
    assert heads_of(found) == [("晨钟", "老井又出水"), ("晨钟", "渡口换上新钢缆"), (None, "磅秤校了三回")]


def test_behind_one_headline_it_may_belong_to_it() -> None:
    assert heads_of(read("老井又出水（晨钟）", "渡口换上新钢缆"))[0] == (None, "老井又出水（晨钟）")


@pytest.mark.parametrize("note", ["（附图片1张）", "（附图片２张）", "（附圖三幅）", "(图2张)"])
def test_how_many_pictures_there_are_is_no_part_of_the_headline(note: str) -> None:
    assert read(f"老井又出水{note}")[0].headline == "老井又出水"


def test_other_numbers_stay_in_the_headline() -> None:
    assert read("老井又出水（上）", "渡口换上新钢缆")[0].headline == "老井又出水（上）"


def test_a_line_that_fills_its_column_goes_on_in_the_next() -> None:
    cut = ("磨坊沟三个村争水二\n十来年了", "渡口的老钢缆昨天换\n成新的", "粮站磅秤校过三回差\n不到一两")
    found = read(*cut, "泥路铺上炉渣")
    assert [a.headline for a in found] == [
        "磨坊沟三个村争水二 十来年了",
        "渡口的老钢缆昨天换 成新的",
        "粮站磅秤校过三回差 不到一两",
        "泥路铺上炉渣",
    ]
    assert not any(a.kicker for a in found)


def test_a_long_second_line_is_a_headline_of_its_own() -> None:
    found = read(
        "磨坊沟三个村争水二\n一口老井说了算啦",
        "渡口的老钢缆昨天换\n摆渡人说心里踏实",
        "粮站磅秤校过三回差\n卖麦的人说放心了",
    )
    assert [a.kicker for a in found] == ["磨坊沟三个村争水二", "渡口的老钢缆昨天换", "粮站磅秤校过三回差"]


def labelled(label: str) -> list[str | None]:
    """The sections of two essays below a label."""
    text = "从西门的城楼往里走，穿过两条窄街，便到了石板巷。巷子里的井我数过，一共十一口，口口都有名字。"
    dump = f"{label}\n\n石板巷里的十一口井\n□谈知之\n{text}\n\n渡口换上新钢缆\n□姜小满\n{TEXTS[1][10:]}"
    return [a.section for a in split(dump).articles]


def test_a_label_in_brackets_holds_on() -> None:
    assert labelled("【走读青溪】") == ["走读青溪", "走读青溪"]


def test_a_word_that_nothing_shows_to_be_a_label_holds_for_one_item() -> None:
    assert labelled("走读老青溪") == ["走读老青溪", None]


def test_one_of_four_characters_as_most_columns_have_holds_on() -> None:
    assert labelled("走读青溪") == ["走读青溪", "走读青溪"]


PHRASES = ("老井又出水 村民排隊打水", "渡口換新纜 船家鬆一口氣", "磅秤校三回 賣糧人心裡踏實")


def traditional(*heads: str) -> list[tuple[str | None, str | None]]:
    """Headlines and subheadlines of a dump in traditional characters."""
    texts = (
        "老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青磚，磚上刻著光緒年號，老人說這是頭一回見。",
        "渡口的鋼纜昨天換了新的，擺渡的老人說，舊纜用了十四年，冬天一拉就掉鐵屑，乘客都不敢站在船頭。",
        "糧站的磅秤校過三回，差了不到一兩，來賣麥子的人都說今年心裡踏實了許多，站長說以後每月校一次。",
        "雨後第三天，村裡的泥路全鋪上了爐渣，自行車馱著孩子也能一路騎到學校，家長們都說早該如此了。",
    )
    blocks = zip(heads, texts, strict=False)
    dump = "\n\n".join(
        f"{head}\n〔記者{name}／本地報導〕{text}"
        for (head, text), name in zip(blocks, ("王立人", "林大同", "陳小文", "張其中"), strict=False)
    )
    return [(a.headline, a.subheadline) for a in split(dump).articles]


def test_two_lines_are_the_phrases_of_one_headline_where_headlines_have_two() -> None:
    assert traditional(*PHRASES, "泥路鋪上爐渣\n孩子騎車上學")[-1] == ("泥路鋪上爐渣 孩子騎車上學", None)


def test_elsewhere_the_second_line_stands_below_the_headline() -> None:
    alone = [head.partition(" ")[0] + "了" for head in PHRASES]
    assert traditional(*alone, "泥路鋪上爐渣\n孩子騎車上學")[-1] == ("泥路鋪上爐渣", "孩子騎車上學")


def test_a_line_of_two_phrases_is_a_whole_headline() -> None:
    found = traditional(*PHRASES, "泥路鋪爐渣 孩子騎車上學\n家長稱早該如此")
    assert found[-1] == ("泥路鋪爐渣 孩子騎車上學", "家長稱早該如此")
