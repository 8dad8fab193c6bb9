"""Forms of plain pages: heads and feet, briefs, verse, letters, notices, heads of several lines; and their misses."""

from __future__ import annotations

import pytest

from newssplit import Article, split
from newssplit.language.dates import date_pattern, iso_date
from newssplit.lexicon import default_lexicon, fold
from newssplit.reading.run_in import brief_heads
from newssplit.rules.boxes import heads_notice
from newssplit.rules.furniture import read_furniture
from newssplit.rules.tails import read_tails

LEXICON = default_lexicon()
FIRST = "昨天上午，市里在东礼堂开会，商量今年冬天供暖的事情，与会的人都说准备得早。"
LAST = "会议开了三个小时，各区报来的数字都比去年好，大家决定下个月再碰一次头。"
NEWS = f"本报讯（记者 谷雨）{FIRST}\n{LAST}"
OTHER = (
    "本报讯（记者 尹川）城南的老井清淤用了十一天，井底露出一圈青砖，砖上刻着光绪年号。\n"
    "井水送检以后，村里把化验单贴在井台边，二十一项指标全部合格，老人们又提着水桶来打水。"
)
HEAD = "江州晚报\n2019年3月18日　星期一　第2版\n"


def articles(text: str) -> list[Article]:
    return list(split(text).articles)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("JUNE 21, 1997", "1997-06-21"), ("21 June 1997", "1997-06-21"), ("Sept. 3rd, 2004", "2004-09-03"),
        ("3 Dec 2010", "2010-12-03"), ("May 32, 1997", None),
    ],
)  # fmt: skip
def test_dates_in_english_are_read(text: str, day: str | None) -> None:
    m = date_pattern().search(text)
    assert m is not None
    assert iso_date(m) == day


@pytest.mark.parametrize("text", ["may 1997", "MARCH 1997", "the 21 of June", "Mayor 12, 1997 votes"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert date_pattern().search(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2018年9月6日 Thursday", "2018-09-06"),
        ("B3　灣區僑社　　　美西僑聲報　VOICE　　SATURDAY, JUNE 21, 1997　　星期六", "1997-06-21"),
        ("主管主办：江城大学　第912期　2017年5月31日　本期四版　校训：求是 敦行　电子版：xb.jc.example", "2017-05-31"),
    ],
)
def test_heads_of_pages_say_the_day(text: str, day: str) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found is not None
    assert found.page.date == day


def test_an_invitation_with_a_day_is_no_head() -> None:
    text = "江城大学　2017年5月31日　全校放假一天，请各系转告学生。　后勤处　通知"
    assert read_furniture(text, fold(text), LEXICON) is None


IMPRINTS = {
    "above": ("社址臺中市中正路九十九號　電話三二一〇\n", ""),
    "above, in fields": ("地址：鹿特丹新港街41号\n", ""),
    "below": ("", "\n社址：新海市解放路二十号　电话：一二四　经理部一二五　新海印刷厂印"),
    "below, with the paper's name": ("", "\n江州晚报 每周四出版 免费派发 地址：中山路1号 电话：0888-55501234"),
}


@pytest.mark.parametrize(("above", "below"), IMPRINTS.values(), ids=IMPRINTS)
def test_who_publishes_the_paper_is_no_text(above: str, below: str) -> None:
    (article,) = articles(f"{HEAD}{above}全市供暖准备工作提前完成\n{NEWS}{below}")
    assert article.headline == "全市供暖准备工作提前完成"
    assert article.kicker is None
    assert [p.text for p in article.paragraphs] == [FIRST, LAST]


def test_how_somebody_else_is_reached_stays_in_his_notice() -> None:
    text = "旺铺招租\n临街两层，水电齐全，有意者请来电。\n地址：中山路一号　联系人：王先生"
    (notice,) = articles(f"{HEAD}{text}")
    assert "王先生" in "".join(p.text for p in notice.paragraphs)


def test_a_sentence_that_says_who_owns_the_texts_is_no_text() -> None:
    owned = "本内容之版权归江州晚报所拥有，未经授权不得转载。"
    (article,) = articles(f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n{owned}")
    assert [p.text for p in article.paragraphs] == [FIRST, LAST]


def test_a_sentence_that_says_who_owns_something_else_is_text() -> None:
    owned = "法院认为版权归作者所有，他人未经许可不得使用。"
    (article,) = articles(f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n{owned}")
    assert [p.text for p in article.paragraphs] == [FIRST, LAST, owned]


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (("名医坐堂", "春来话“上火”"), "名医坐堂"),
        (("小井边清水长流", "春来话“上火”"), None),
    ],
)
def test_few_characters_above_a_headline_name_its_column(lines: tuple[str, str], section: str | None) -> None:
    found = articles(
        f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n{lines[0]}\n{lines[1]}\n□王　丽\n{OTHER.partition('）')[2]}"
    )
    assert (found[1].section, found[1].headline) == (section, lines[1])


def test_lines_of_two_are_headline_and_subheadline_in_traditional_characters() -> None:
    text = "〔記者谷雨／東嶼報導〕昨天上午，市府為協助當地居民，開會討論今年冬天供暖的問題，與會的人都說準備得早。"
    (found,) = articles(f"東嶼時報\n2019年3月18日 星期一 A2\n慈雲山木屋區大火\n三百居民　漏夜疏散\n{text}")
    assert (found.kicker, found.headline, found.subheadline) == (None, "慈雲山木屋區大火", "三百居民　漏夜疏散")


BRIEFS = "▲渡口昨天添了两条船，过河的人不用再等半个钟头。\n▲米价昨天回落，城里的粮店门前排起了长队，一天卖出三百石。"


def test_sentences_behind_a_sign_below_a_short_line_are_briefs() -> None:
    found = articles(f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n市　声\n{BRIEFS}")
    assert [a.kind for a in found] == ["article"] * 3
    assert ["".join((a.section or "").split()) for a in found] == ["", "市声", "市声"]
    assert [len(a.paragraphs) for a in found] == [2, 1, 1]


def test_sentences_behind_a_sign_below_a_text_are_its_list() -> None:
    (found,) = articles(f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n{BRIEFS}")
    assert len(found.paragraphs) == 4


def test_captions_keep_their_sign() -> None:
    captions = "▲图为渡口新添的两条船。（谷雨摄）\n▲图为粮店门前排起的长队。（尹川摄）"
    assert [a.kind for a in articles(f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n{captions}")] == [
        "article",
        "photo",
        "photo",
    ]


@pytest.mark.parametrize("headline", ["短讯二则", "渡口短訊 兩則"])
def test_a_headline_that_counts_its_parts_heads_one_article(headline: str) -> None:
    (article,) = split(f"江州日报　1986年3月2日　第2版\n{headline}\n{BRIEFS}\n").articles
    assert (article.section, article.headline, len(article.paragraphs)) == (None, headline, 2)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("●梨园乡花节引客二十万　为期半个月的花节昨天落幕，共接待游客二十万人次，比去年多。",
          "●临湖竹器抱团出海　三十二家竹木加工企业组成联合体，首批九个货柜发往海外。"), {0: 12, 1: 10}),
        (("梨园乡花节引客二十万　为期半个月的花节昨天落幕，共接待游客二十万人次，比去年多出两成。",), {}),
        (("本报记者昨天从会上获讯　为期半个月的花节昨天落幕，共接待游客二十万人次，比去年多。",
          "新华社北京十二日专电　三十二家竹木加工企业组成联合体，首批九个货柜发往海外市场。"), {}),
        (("十月二十一日　为期半个月的花节昨天落幕，共接待游客二十万人次，比去年多出两成不止。",
          "十月二十二日　三十二家竹木加工企业组成联合体，首批九个货柜发往海外，人人都高兴。"), {}),
        (("梨园乡花节引客二十万　为期半个月的花节落幕", "临湖竹器抱团出海　三十二家企业组成联合体"), {}),
    ],
    ids=["two", "one", "datelines", "a diary", "no sentence"],
)  # fmt: skip
def test_heads_that_are_run_into_briefs(texts: tuple[str, ...], found: dict[int, int]) -> None:
    assert brief_heads(texts, LEXICON) == found


VERSE = "船还没有来\n江面上一层薄雾\n有人在对岸咳嗽\n惊起两只水鸟\n我数到第七声\n天就亮了"


def test_verse_below_its_author_stays_together() -> None:
    found = articles(f"{HEAD}全市供暖准备工作提前完成\n{NEWS}\n\n晨渡\n□王　丽\n{VERSE}\n\n老井又出水\n{OTHER}")
    assert [a.headline for a in found] == ["全市供暖准备工作提前完成", "晨渡", "老井又出水"]
    assert [p.text for p in found[1].paragraphs] == VERSE.split("\n")


def test_a_letter_goes_on_to_its_closing() -> None:
    letter = f"编辑同志：\n{FIRST}\n{LAST}\n此致\n敬礼！\n城南新区居民　汪　建　平"
    found = articles(f"{HEAD}读者来信\n盼望公交早发半小时\n{letter}\n停水通知\n城北片区今晚停水，请用户提前储水。")
    assert [a.headline for a in found] == ["盼望公交早发半小时", "停水通知"]
    assert [p.text for p in found[0].paragraphs][-2:] == ["此致", "敬礼！"]
    assert [p.name for p in found[0].byline] == ["汪建平"]


@pytest.mark.parametrize("head", ["诚聘双语幼教", "汽车出售", "布庄冬季大减价", "欢迎订阅《江州晚报》"])
def test_notices_are_told_by_their_head(head: str) -> None:
    assert heads_notice(fold(head), LEXICON)


def test_who_says_so_makes_news_of_it() -> None:
    found = articles(f"{HEAD}市长：明年中完成招标\n{NEWS}\n老井又出水\n{OTHER}")
    assert [(a.headline, a.kind) for a in found] == [("市长：明年中完成招标", "article"), ("老井又出水", "article")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("總算守住八成。1031204", "imprint"),
        ("他說「有人要」1031204", "imprint"),
        ("一共是1031204", None),
        ("（未完・明日续刊）", "end"),
    ],
)
def test_what_an_agency_or_an_instalment_ends_with(text: str, kind: str | None) -> None:
    whole = f"{FIRST}{text}"
    assert [t.kind for t in read_tails(whole, fold(whole), LEXICON)] == ([kind] if kind else [])


def test_lines_that_stand_close_are_one_head_where_paragraphs_stand_apart() -> None:
    one, two = (news.partition("）")[2].replace("\n", "\n\n") for news in (NEWS, OTHER))
    first = f"东海岸铁路走内陆\n沿线增设六站\n\n（吉隆坡12日讯）{one}"
    found = articles(f"{HEAD}{first}\n\n粤港合建实验室\n首期投资九亿\n\n（广州12日讯）{two}")
    heads = [[line for line in (a.kicker, a.headline, a.subheadline) if line] for a in found]
    assert heads == [["东海岸铁路走内陆", "沿线增设六站"], ["粤港合建实验室", "首期投资九亿"]]


def test_three_short_lines_are_kicker_headline_and_subheadline() -> None:
    (found,) = articles(f"{HEAD}公教人员十月薪俸\n决照生活指数调整\n行政院今晨通过\n{NEWS}")
    assert (found.kicker, found.headline, found.subheadline) == (
        "公教人员十月薪俸",
        "决照生活指数调整",
        "行政院今晨通过",
    )


@pytest.mark.parametrize(
    "text",
    [
        "B3", "文娱新闻 22", "民生·法庭 3", "教育　7",
        "第312号", "A4  |  92字", "每份五分", "～～～～～～～～ 1 ～～～～～～～～", "审核：景天明",
        "【责任编辑：骆小满】", "[责任编辑: 傅可 ]", "打印 关闭", "返回目录 二", "阅读 1.2万",
        "（指导老师：任静）",
        "未经授权不得转载", "版权所有　未经同意不得转载", "国外代号：D155", "【打印】",
        "地址：江州市人民路66号　电话：0×××-6321×××　印数：5000份",
    ],
)  # fmt: skip
def test_a_line_of_pieces_is_furniture(text: str) -> None:
    assert read_furniture(text, fold(text), LEXICON) is not None


@pytest.mark.parametrize(
    "text",
    [
        "东河六国外长会议在江州开幕", "我公司中标国外两口钻井合同", "园，未经批准不得改作他用。该局将在本",
        "【见证分享】", "相关新闻", "三破省纪录的十六岁（A8）", "放大 招租",
        "每份三元的盒饭",
        "北京 23", "神舟 13", "走基层 12", "评论 5", "NBA", "GDP", "AI",
    ],
)  # fmt: skip
def test_what_only_holds_such_words_is_none(text: str) -> None:
    assert read_furniture(text, fold(text), LEXICON) is None


def test_an_address_alone_is_an_advertisers() -> None:
    text = "地址：江州市人民路与文化路交叉口向北200米路东"
    assert read_furniture(text, fold(text), LEXICON) is None
