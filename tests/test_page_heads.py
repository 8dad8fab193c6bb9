"""Heads of pages, columns and briefs as plain pages have them: each shape, and what must not be taken for it."""

from __future__ import annotations

import pytest

from newssplit import Article, split
from newssplit.lexicon import default_lexicon, fold, keyed
from newssplit.rules.continuation import turn_back, turn_onward
from newssplit.rules.furniture import read_furniture
from newssplit.rules.signed_lines import read_signed_line

LEXICON = default_lexicon()
FIRST = "昨天上午，市里在东礼堂开会，商量今年冬天供暖的事情，与会的人都说准备得早。"
LAST = "会议开了三个小时，各区报来的数字都比去年好，大家决定下个月再碰一次头。"
ITEM = f"全市供暖准备工作提前完成\n本报讯（记者 马若青）{FIRST}\n{LAST}"
NEXT = "老影院重新开门\n本报讯（记者 陆一帆）停业两年的解放电影院昨天重新开门，头一场放映免费，来了三百多位老观众。"


def articles(*lines: str) -> tuple[Article, ...]:
    return split("\n".join(lines) + "\n").articles


HEADS = (
    "江州日报\n第3版\n{}\n责任编辑：马若青　版式设计：陆一帆",
    "A5\n{}\n2014年8月20日　星期三",
    "2014年8月20日　星期三\n{}\nA5　本版编辑：谷雨",
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("name", ["焦点", "審判·執行", "港聞"])
def test_a_name_within_a_page_s_head_is_the_page_s(head: str, name: str) -> None:
    found = articles(head.format(name), ITEM, "", head.format("城事").replace("3版", "4版").replace("A5", "A6"), NEXT)
    assert [a.section for a in found] == [None, None]
    assert [a.headline for a in found] == ["全市供暖准备工作提前完成", "老影院重新开门"]


@pytest.mark.parametrize("name", ["读者来信", "春茶开采忙"])
def test_a_line_below_the_page_s_head_is_no_page(name: str) -> None:
    found = articles("江州日报\n第3版\n2014年8月20日　星期三", name, ITEM, NEXT)
    assert name in ((found[0].section or "") + (found[0].kicker or ""))


def test_a_short_headline_over_what_a_record_says_is_none() -> None:
    texts = {"更正": "昨日本版把渡口误作津口，应为渡口，谨此更正。", "大桥通车": FIRST, "米价回落": LAST}
    records = (f"{head}\n第{n}版(要闻)\n专栏：\n{text}" for n, (head, text) in enumerate(texts.items(), 1))
    assert [a.headline for a in articles(NEXT, *records)] == ["老影院重新开门", *texts]


@pytest.mark.parametrize("corner", ["全国　3", "02 | 足球", "02｜足球", "社区　8"])
def test_a_page_s_number_beside_its_name(corner: str) -> None:
    found = articles("南岛商报\n2018年7月16日　星期一", corner, ITEM, NEXT)
    assert found[0].headline == "全市供暖准备工作提前完成"
    assert found[0].kicker is None
    assert found[0].page.number == corner.strip("全国社区足球 　|｜").lstrip("0")


@pytest.mark.parametrize("line", ["全国　3", "换人　3"])
def test_a_number_behind_a_word_amid_text_is_no_page(line: str) -> None:
    found = articles("全市供暖准备工作提前完成", f"本报讯（记者 马若青）{FIRST}", line, LAST, NEXT)
    assert "".join(line.split()) in "".join("".join(p.text.split()) for p in found[0].paragraphs)


IMPRINTS = ("甲戌年八月廿七日　今日出版兩大張　零售銅元十二枚", "今日出紙兩大張　每份大洋三分", "報費　每月大洋八角")
PRICES = ("零售价铜元十二枚涨到十三枚", "每份三元的盒饭", "零售店的铜元")


@pytest.mark.parametrize("text", IMPRINTS)
def test_what_a_paper_costs(text: str) -> None:
    assert read_furniture(text, fold(text), LEXICON) is not None


@pytest.mark.parametrize("text", PRICES)
def test_what_something_else_costs(text: str) -> None:
    assert read_furniture(text, fold(text), LEXICON) is None


@pytest.mark.parametrize(("text", "page"), [("■下转A05版", "A5"), ("▲ 下转第三版", "3")])
def test_a_bullet_before_the_page_of_the_other_half(text: str, page: str) -> None:
    turn = turn_onward(fold(text), LEXICON)
    assert turn is not None
    assert (turn.start, turn.page) == (0, page)


@pytest.mark.parametrize(("text", "page"), [("■上接A04版", "A4"), ("●上接第一版", "1")])
def test_a_bullet_before_the_page_of_the_first_half(text: str, page: str) -> None:
    turn = turn_back(text, fold(text), LEXICON)
    assert turn is not None
    assert (turn.end, turn.page) == (len(text), page)


@pytest.mark.parametrize("text", ["■上接下联", "■接第三版来信", "■李上接"])
def test_a_bullet_before_other_words(text: str) -> None:
    assert turn_back(text, fold(text), LEXICON) is None


def test_a_bullet_before_makers_and_marks_opens_no_headlines() -> None:
    page = (
        f"全市供暖准备工作提前完成\n■本报记者 马若青\n{FIRST}\n{LAST}",
        "老影院重新开门\n■文/记者 陆一帆 图/记者 包博\n停业两年的解放电影院昨天重新开门，来了三百多位老观众。",
        f"渡口添了两条船\n■记者 谷雨\n渡口昨天添了两条船，过河不用再等半个钟头，摆渡人说夜里也开。\n{LAST}",
    )
    found = articles(*page)
    assert [a.headline for a in found] == ["全市供暖准备工作提前完成", "老影院重新开门", "渡口添了两条船"]
    assert [a.byline[0].name for a in found] == ["马若青", "陆一帆", "谷雨"]


BRIEFS = (
    "执行局上月凌晨传唤四十七人，当场履行八十六万元。（马若青）",
    "法庭换上圆桌，两个月内调解撤诉率达六成八。（陆一帆）",
    "新任陪审员二十三名上周开始培训，先跟庭见习。（包　博）",
)


@pytest.mark.parametrize("label", ["法院传真", "市　聲", "河上消息"])
def test_paragraphs_that_somebody_signs_each_are_items(label: str) -> None:
    found = articles(ITEM, label, *BRIEFS, NEXT)
    assert [a.byline[0].name for a in found] == ["马若青", "马若青", "陆一帆", "包博", "陆一帆"]
    assert [a.section for a in found[1:4]] == ["".join(label.split()) if " " in label else label] * 3


def test_one_signed_paragraph_is_no_column_of_briefs() -> None:
    found = articles("法院换上圆桌", FIRST, LAST, BRIEFS[1], NEXT)
    assert [a.headline for a in found] == ["法院换上圆桌", "老影院重新开门"]


def test_a_picture_below_briefs_leaves_them_items() -> None:
    news = (
        "【羽毛球】南浦公开赛昨日收拍，戚晓晨获女单冠军。",
        "【田径】环湖半程马拉松12月起跑，名额三千人。",
        "【拳击】黎振虎昨以点数战胜外省选手。",
    )
    found = articles(ITEM, "快讯", *news, "10月15日，绿塔队员训练后独自坐在球门里。", "摄影/谷雨", NEXT)
    assert [a.section for a in found[1:4]] == ["快讯"] * 3
    assert [str(a.kind) for a in found] == ["article"] * 4 + ["photo", "article"]


def test_a_label_over_a_photograph_holds_for_nothing_else() -> None:
    photo = "昨天，供暖工人在东礼堂门口检修管道。（谷雨 摄）"
    found = articles("江州日报　2014年8月20日　第3版", ITEM, "晚报镜头", photo, NEXT)
    assert [(str(a.kind), a.section) for a in found] == [("article", None), ("photo", "晚报镜头"), ("article", None)]


def test_names_of_columns_belong_to_the_table() -> None:
    table = (
        "排名　球队　胜　平　负　积分",
        "1　沧北铁骑　13　4　3　43",
        "2　海丰　11　6　3　39",
        "3　绿塔　11　5　4　38",
    )
    found = articles(ITEM, "积分榜（前三名）", *table, NEXT)
    assert found[1].headline == "积分榜（前三名）"
    assert [p.text for p in found[1].paragraphs] == list(table)


SENDERS = (
    ("土瓜灣　尹浩文", "尹浩文"),
    ("青龙嘴工段　沈腊梅", "沈腊梅"),
    ("（嘉義區農業改良場　羅錦川）", "羅錦川"),
    ("南山公社　于　文", "于文"),
)
NO_SENDERS = ("马赛　梁女士", "临时停车场　请进", "今日星座", "土瓜灣尹浩文", "土瓜灣，　尹浩文", "一 二 三")


@pytest.mark.parametrize(("text", "name"), SENDERS)
def test_who_signs_behind_a_place_that_no_list_knows(text: str, name: str) -> None:
    signed = read_signed_line(text, keyed(fold(text)), LEXICON)
    assert signed is not None
    assert [m.name for m in signed.makers] == [name]


@pytest.mark.parametrize("text", NO_SENDERS)
def test_what_stands_behind_other_words(text: str) -> None:
    signed = read_signed_line(text, keyed(fold(text)), LEXICON)
    assert signed is None or all(m.title is None for m in signed.makers)


def test_nothing_goes_on_from_the_body_that_issues_a_notice() -> None:
    notice = (
        "公告",
        "谭晓辉：本院受理原告诉你借款合同纠纷一案，已依法作出判决，限你六十日内来院领取。",
        "沧河市宁平区人民法院",
    )
    head = "沧河日报\n第4版\n2017年9月5日　星期二"
    found = articles(
        ITEM, *notice, head, "四十年，一支笔，一万三千张画像", "“画”出嫌疑人的人", "□ 本报记者 谷雨", *BRIEFS
    )
    assert found[1].paragraphs[-1].text == "沧河市宁平区人民法院"
    assert found[2].headline == "“画”出嫌疑人的人"


DAYS = ("民国三十二年十一月五日", "民国三十二年十一月六日")
ITEMS = (
    "敌机两架被击落\n〔本报讯〕昨日午前，我空军起飞迎战，击落敌机两架，一坠江心，一坠对岸田中，机师二人跳伞后被俘。",
    "缉私处破获巨案\n〔本报讯〕本市缉私处昨夜在码头查获私货一百二十箱，船主三人已送法院，货物一概充公。",
    "剧人义演今日揭幕\n〔本报讯〕本市剧人义演定今日揭幕，首场门票售罄，收入除开支外悉数充作救济基金。",
)


def test_a_day_alone_dates_the_items_below_it() -> None:
    found = split(f"{DAYS[0]}\n\n{ITEMS[0]}\n\n{ITEMS[1]}\n\n{DAYS[1]}\n\n{ITEMS[2]}\n").articles
    assert [a.page.date for a in found] == ["1943-11-05", "1943-11-05", "1943-11-06"]
    assert [a.headline for a in found] == [item.split("\n")[0] for item in ITEMS]


@pytest.mark.parametrize("before", ["\n", "\n\n　　　　　　　　　　"])
def test_the_day_of_a_letter_dates_nothing_else(before: str) -> None:
    found = split(f"{DAYS[0]}\n\n{ITEMS[0]}\n\n{ITEMS[1]}{before}{DAYS[1]}\n\n{ITEMS[2]}\n").articles
    assert {a.page.date for a in found} == {"1943-11-05"}
