"""What sites, apps and writers of digests put around a paper's texts; and what of a paper only looks like it."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon, fold
from newssplit.reading.carriers.blocks import TOPIC_RE
from newssplit.reading.carriers.calls import CALENDAR_RE, _gestures, is_call
from newssplit.reading.carriers.carrier import read_carrier
from newssplit.reading.carriers.cited import part_cited
from newssplit.reading.carriers.contents import ENTRY_RE
from newssplit.reading.carriers.folios import HEAD_RE
from newssplit.reading.carriers.known_lines import known_line
from newssplit.reading.carriers.shapes import shape_of
from newssplit.reading.lines import cut_lines
from newssplit.rules.described import described
from newssplit.rules.furniture import read_furniture
from newssplit.rules.site_lines import is_disclaimer
from tests.test_carriers import HEADS, MORES, TEXTS, check
from tests.test_tool_records import printed

LEXICON = default_lexicon()
READ = {
    "calls above a text and below it": (
        "{head}\n\n江州日报 2022-07-0{n} 07:00 发表于湖南\n\n↑点击蓝字，关注我们，星标★不迷路\n\n{text}\n\n{more}\n\n"
        "“分享、点赞、在看”都在这儿\n\n阅读 120{n} 赞 1{n} 在看 {n}\n写下你的留言"
    ),
    "a way to the page, and a button below the stamp": (
        "首頁  /  地方  /  江州\n我要回報\n{head}\n2022-07-0{n} 02:10 ET\n聽新聞\n0:00 / 3:1{n}\n字級 A- A A+\n\n"
        "{text}\n\n"
        "廣告 - 內文未完請往下捲動\n\n{more}\n\n上一則\n下一則\n留言 ({n})"
    ),
    "ways to the next text in brackets": (
        "放大 + 缩小 - 默认 o\n{head}\n2022年07月0{n}日  来源：江州晨报\n　　{text}\n\n　　{more}\n\n"
        "[上一篇：春菜上市 价比节前低{n}成]  [下一篇]\n版权所有：江州晨报  未经授权不得转载"
    ),
    "where each cutting is from": "{head}\n\n《江州日报》2022年7月{n}日第{n}版\n　　{text}\n　　{more}\n",
    "where each cutting is from, behind it": "{head}\n{text}\n{more}\n（江州日报 2022年7月{n}日 A0{n}版）\n",
}


@pytest.mark.parametrize("form", READ)
def test_what_stands_around_a_text(form: str) -> None:
    check(split(printed(READ[form])))


def test_a_chat_with_brackets_behind_its_senders() -> None:
    chat = (
        "2024/07/0{n} 08:15:58 阿青(资料室)\n{head}\n{text}\n{more}\n\n"
        "2024/07/0{n} 08:21:03 老秦\n[强][强]\n2024/07/0{n} 08:21:40 老秦\n那天我也在"
    )
    check(split(printed(chat)))


def test_names_of_fields_alone_over_their_values() -> None:
    """Each is there only once, in bold, as models that read a page write them."""
    page = (
        "**引题：**\n**水位降了三尺**\n\n**主标题：**\n**{0}**\n\n**副标题：**\n**——街坊盼了四年**\n\n"
        "**正文：**\n\n{1}\n\n{2}\n"
    )
    article = split(page.format(HEADS[0], TEXTS[0], MORES[0])).articles[0]
    assert (article.kicker, article.headline, article.subheadline) == ("水位降了三尺", HEADS[0], "——街坊盼了四年")


def test_heads_of_pages_below_lines_that_come_again() -> None:
    pages = "".join(
        f"江州文荟\n2007年3月{n}日　星期五\n{name}　{n + 4}\n\n{head}\n{text}\n{more}\n\n"
        for n, (name, head, text, more) in enumerate(
            zip(("特稿", "副刊　晚渡", "文摘"), HEADS, TEXTS, MORES, strict=True), 1
        )
    )
    check(split(pages))


WRAPPED = (
    "发表于一九五八年的长诗，写的正是这条河。",
    "请值班员提取监控图像，两小时后找到。",
    "以下是第二批转写员的名单",
    "每个人。”",
    "人（142.8％），其中",
)


@pytest.mark.parametrize("line", WRAPPED)
def test_a_line_of_a_wrapped_text_is_no_tools(line: str) -> None:
    assert known_line(line, LEXICON, first=False, last=False) is None


@pytest.mark.parametrize("line", ["留言簿上写下了数千条热情友好、赞美、", "公众号、上海沪剧院视频号、官方微博、"])
def test_a_line_of_a_wrapped_text_is_no_call(line: str) -> None:
    """Of 1.1 million lines cut from annotated paragraphs, six have two such words."""
    text = "".join(f"{text}{more}" for text, more in zip(TEXTS, MORES, strict=True)) * 3
    cut = "\n".join(text[at : at + len(line)] for at in range(0, len(text), len(line)))
    source = f"{HEADS[0]}\n{cut}\n{line}\n{cut}\n阅读 120 赞 3 在看 1\n"
    assert line in [kept.text for kept in read_carrier(source, LEXICON).lines]


def test_a_sheet_has_a_title_above_its_columns_and_a_sum_below() -> None:
    rows = [
        f'{n}\t2022/7/{n}\t江州日报\t{n}版\t{head}\t"{text}\n{more}"\t正面'
        for n, (head, text, more) in enumerate(zip(HEADS, TEXTS, MORES, strict=True), 1)
    ]
    sheet = "媒体报道监测台账\t\t\t\t\t\t\n序号\t日期\t媒体\t版面\t标题\t正文\t倾向\n" + "\n".join(rows)
    check(split(f"{sheet}\n合计：正面3\t\t\t\t\t\t\n"))


def test_a_field_of_two_lines_holds_headline_and_subheadline() -> None:
    rows = '1\t2022/7/1\t"{0}\n——街坊盼了四年"\t"{1}"\n2\t2022/7/2\t{2}\t"{3}"\n3\t2022/7/3\t{4}\t"{5}"'
    cells = [cell for pair in zip(HEADS, TEXTS, strict=True) for cell in pair]
    first = split("序号\t日期\t标题\t正文\n" + rows.format(*cells)).articles[0]
    assert (first.headline, first.subheadline) == (HEADS[0], "——街坊盼了四年")


def test_the_site_behind_a_headline_is_none_of_it() -> None:
    notes = [
        f'---\ntitle: "{head} | 江州新報"\nsource: "https://a.example/{n}"\npublished: 2022-07-0{n}\n---\n'
        f"{text}\n\n{more}\n"
        for n, (head, text, more) in enumerate(zip(HEADS, TEXTS, MORES, strict=True), 1)
    ]
    assert [article.headline for article in split("\n".join(notes[:2])).articles] == list(HEADS[:2])


CALLS = (
    "点击上方“江州晚报”关注我们",
    "↑点击蓝字，关注江州晚报",
    "长按识别二维码",
    "广告 - 内文未完请往下卷动",
    "关注江州晚报视频号，点赞",
)
NO_CALLS = ("扫码点餐别成“必选项”", "关注一老一小", "下载量破亿", "他点击发送，随即关注起股市", "阅读角")


@pytest.mark.parametrize("text", CALLS)
def test_two_gestures_are_a_call(text: str) -> None:
    assert is_call(fold(text.lstrip("↑")), _gestures(LEXICON))


@pytest.mark.parametrize("text", NO_CALLS)
def test_one_gesture_is_none(text: str) -> None:
    assert not is_call(fold(text), _gestures(LEXICON))


def test_a_plain_page_has_no_calls() -> None:
    """A paper may report of an app in a headline's words: nothing else in the dump is a tool's."""
    page = f"扫码关注就送米 民警提醒当心\n{TEXTS[0]}\n{MORES[0]}\n\n{HEADS[1]}\n{TEXTS[1]}\n{MORES[1]}\n"
    assert read_carrier(page, LEXICON).lines == cut_lines(page)[0]


@pytest.mark.parametrize(
    "text", ["日 一 二 三 四 五 六", "2018年04月 日 一 二 三 四 五 六 1 2 3 4 5", "一二三四五六日"]
)
def test_calendars(text: str) -> None:
    assert CALENDAR_RE.fullmatch(text)


@pytest.mark.parametrize("text", ["一二三等奖揭晓", "2018年04月", "1 2 3"])
def test_no_calendars(text: str) -> None:
    assert not CALENDAR_RE.fullmatch(text)


@pytest.mark.parametrize("text", ["# 校车\t# 共乘\t# 江州", "#地铁 12 个", "#便民 88 个 >"])
def test_topics_are_no_headings(text: str) -> None:
    assert TOPIC_RE.match(text)
    assert known_line(text, LEXICON, first=False, last=False)


@pytest.mark.parametrize("text", ["# 校车改线", "## 12 个社区换新", "#3机组停机，三天后恢复。"])
def test_headings_are_no_topics(text: str) -> None:
    assert not TOPIC_RE.match(text)
    assert not known_line(text, LEXICON, first=False, last=False)


CITED = (
    ("《江州日报》2021年9月15日第5版", ""),
    ("《江州日报》2021年9月15日第5版  记者 谷雨 柏青", "记者 谷雨 柏青"),
    ("《江州晚报》9月14日第2版   作者：南星", "作者：南星"),
    ("（江州日报 2021-09-13 01版）", ""),
    ("摘自《江州新报》9月14日A02版", ""),
)


@pytest.mark.parametrize(("text", "makers"), CITED)
def test_where_a_cutting_is_from(text: str, makers: str) -> None:
    lines = part_cited(cut_lines(f"{HEADS[0]}\n{text}\n{TEXTS[0]}\n（江州周报 2021年3月2日 4版）\n")[0], LEXICON)
    assert lines[1].mark is not None
    assert lines[1].mark.chrome
    assert [line.text for line in lines if line.mark is not None and line.mark.field == "author"] == [makers][
        : bool(makers)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "江州日报　2021年9月15日　第5版　星期三出版　今日八版",
        "《江州日报》2021年9月15日第5版刊出更正",
        "谈桥　江州日报　1947.03.18　第4版",
    ],
)
def test_what_only_names_a_paper_and_a_page(text: str) -> None:
    source = f"{HEADS[0]}\n{text}\n{TEXTS[0]}\n（江州周报 2021年3月2日 4版）\n"
    line = part_cited(cut_lines(source)[0], LEXICON)[1]
    assert line.text == text
    assert line.mark is None


def test_the_heads_of_pages_are_no_citations() -> None:
    """They have one day and one paper."""
    pages = "".join(
        f"江州日报　2021年9月15日　第{n}版\n{head}\n{text}\n"
        for n, (head, text) in enumerate(zip(HEADS, TEXTS, strict=True), 1)
    )
    lines = cut_lines(pages)[0]
    assert part_cited(lines, LEXICON) == lines


@pytest.mark.parametrize("text", ["1．老街“瘦身”记\t2", "3、首批菜园开园………………4", "12. 河畔的晨光  （7）"])
def test_numbered_contents(text: str) -> None:
    assert ENTRY_RE.match(text)


@pytest.mark.parametrize(
    "text", ["1．老街“瘦身”记", "让实训台落了灰……………2", "1、全长26.3公里，设站21座", "第3版 要闻  4"]
)
def test_no_numbered_contents(text: str) -> None:
    assert not ENTRY_RE.match(text)


def test_beginnings_in_a_front_page_are_left_out_with_their_headlines() -> None:
    front = "".join(f"{head}\n{text[:14]}……　(詳見內文)\n" for head, text in zip(HEADS, TEXTS, strict=True))
    pages = "".join(
        f"\n港聞　　2016年11月{n}日　A{n}\n{head}\n{text}\n{more}\n-----\n分享至 Facebook WhatsApp 電郵 列印\n"
        for n, (head, text, more) in enumerate(zip(HEADS, TEXTS, MORES, strict=True), 1)
    )
    assert [article.headline for article in split(front + pages).articles] == list(HEADS)


@pytest.mark.parametrize(
    "text",
    ["（本文不代表本报立场）", "文章仅代表作者个人观点，与本报立场无关。", "編按：本文為讀者投書，不代表本報立場。"],
)
def test_disclaimers(text: str) -> None:
    assert is_disclaimer(fold(text), LEXICON)
    assert read_furniture(text, fold(text), LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "他强调，这一看法不代表政府立场。",
        "（声明：本文仅代表分析人士个人观点。）",
        "三百名代表出席了会议，本文不再赘述。",
    ],
)
def test_no_disclaimers(text: str) -> None:
    assert not is_disclaimer(fold(text), LEXICON)


@pytest.mark.parametrize("text", ["LANJIANG RIBAO", "EURO-CHINESE WEEKLY", "BANKING"])
def test_a_papers_name_in_capitals(text: str) -> None:
    assert read_furniture(text, text, LEXICON)


@pytest.mark.parametrize("text", ["NBA", "iPhone", "WTO", "Hello World"])
def test_other_latin_words(text: str) -> None:
    found = read_furniture(text, text, LEXICON)
    assert found is None or not found.strong


@pytest.mark.parametrize("text", ["（内部发行）", "內部資料", "【内部刊物】"])
def test_who_may_read_a_paper(text: str) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found
    assert found.strong


@pytest.mark.parametrize("text", ["内部发行量大增", "发行内部资料", "内部"])
def test_what_does_not_say_that(text: str) -> None:
    assert not read_furniture(text, fold(text), LEXICON)


@pytest.mark.parametrize(
    ("text", "fits"), [("副刊　晚渡　7", True), ("特稿　5", True), ("永嘉城　10胜　33", False), ("副刊 7", False)]
)
def test_the_last_line_of_a_page_head(text: str, fits: bool) -> None:
    assert bool(HEAD_RE.fullmatch(text)) is fits


def test_a_day_with_strokes_is_no_path() -> None:
    assert shape_of("2024/04/07 07:02:11 阿青") == "0/0/0 0:0:0 阿青"
    assert "\x01" in shape_of("epaper/2024/04/07/page_1.html")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("巫建霖／建築師（濱溪鎮）", "建築師（濱溪鎮）"),
        ("【葉昭明╱高中教師（台中市）】", "高中教師（台中市）"),
        ("林予安／家管", "家管"),
    ],
)
def test_a_name_and_who_bears_it(text: str, title: str) -> None:
    found = described(text, 0, LEXICON)
    assert found
    assert found.title == title


@pytest.mark.parametrize("text", ["港島／天文台（九龍）", "棒球／沙墩國中首度打進四強", "投書／農村公車不是賠錢貨"])
def test_no_name(text: str) -> None:
    assert described(text, 0, LEXICON) is None


def test_a_name_in_brackets_that_is_too_long_for_a_column_is_a_headline() -> None:
    article = split(
        f"【白鹭镇办起全县第一所农民夜校】\n《江州报》1985年4月17日 第1版\n{TEXTS[0]}\n{MORES[0]}\n"
    ).articles[0]
    assert article.headline == "白鹭镇办起全县第一所农民夜校"
    assert article.section is None
