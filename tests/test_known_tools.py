"""Forms of boards, apps, databases and note-takers, and what only looks like them."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.carrier import read_carrier
from tests.test_carriers import HEADS, MORES, TEXTS, check, dump, read

LEXICON = default_lexicon()
BARE = [text.partition("）")[2] for text in TEXTS]
"""The texts without their ledes."""
PTT = """作者  ferry0{n} (渡船)                                       看板  Gossiping
標題  {tag}{head}
時間  Tue Oct  9 08:12:4{n} 2018
───────────────────────────────────────
1.媒體來源:
江州日報

2.記者署名
無

3.完整新聞標題:
{head}

4.完整新聞內文:
{text}

{more}

5.完整新聞連結 (或短網址):
https://news.example/20181009/{n}

6.備註:
貓:總算不用繞路了

--
※ 發信站: 批踢踢實業坊(ptt.cc), 來自: 203.0.113.{n} (臺灣)"""
FACTIVA = """HD        {head}
WC        96 字
PD        2018 年 10 月 9 日
SN        江州日报
PUB       江州日报社

LP
{text}

TD
{more}

AN        文件 JZRB00002018100{n}

----------"""
KNOWN = {
    "a board's form": PTT.replace("{tag}", "[新聞] "),
    "a board's form, sent on": PTT.replace("{tag}", "Fw: [新聞] "),
    "codes far before their values": FACTIVA,
    "a headline in brackets below a post's hour": (
        "江州晚报\nV\n2016-7-{n} 08:1{n} 来自 微博 weibo.com\n【{head}】{text}\n{more} 收起全文d\n"
        "收藏  转发 12{n}  评论 {n}0"
    ),
    "topics before it": (
        "江州晚报\n2016-7-{n} 08:1{n} 来自 微博\n#江州身边事#【{head}】{text}\n{more}\n收藏  转发 1{n}  评论 {n}"
    ),
    "numbers above a headline that stands again": (
        "{n}  . {head}\n江州日報 | 2015-03-1{n}\n報章 | A0{n} | 港聞\n字數: 31{n} 字\n\n{head}\n\n{text}\n\n{more}\n\n"
        "文章編號: 20150318000{n}"
    ),
    "titles of other texts below": (
        "{head}\n江州晚报 2022-07-1{n} 07:02 发表于江州\n\n{text}\n\n{more}\n\n"
        "往期推荐\n● 第{n}座菜市场火了\n● 明起降温！\n\n"
        "阅读 2.{n}万\n分享 收藏 赞 132 在看 4{n}"
    ),
    "a remark of whoever took the notes": (
        "---\ntitle: {head}\ndate: 2022-07-0{n}\n---\n# {head}\n\n> [!note] 自己备注\n> 可以用在第{n}章\n\n"
        "{text}\n\n{more}"
    ),
    "links to other texts": (
        "# {head}\n\n{text}\n\n> 延伸閱讀：\n> [共享單車試辦](https://paper.example/{n})\n\n{more}"
    ),
    "the beginning of the text above it": "# {head}\n\n{text:.24}……\n\n{text}\n\n{more}",
}


@pytest.mark.parametrize("form", KNOWN)
def test_articles_come_out_of_what_these_tools_write(form: str) -> None:
    check(split(dump(KNOWN[form])))


def test_a_record_may_have_a_field_above_the_one_that_the_first_begins_with() -> None:
    blocks = [FACTIVA.format(head=HEADS[n], text=TEXTS[n], more=MORES[n], n=n) for n in range(3)]
    issue = split("\n\n".join([blocks[0], "SE        城事\n" + blocks[1], "SE        体育\n" + blocks[2]]))
    assert [a.section for a in issue.articles] == [None, "城事", "体育"]


def test_a_field_below_a_text_belongs_to_it_though_the_next_record_follows_at_once() -> None:
    issue = split(
        "\n".join(f"标题：{h}\n正文：{t}\n栏目：城事{n}" for n, (h, t) in enumerate(zip(HEADS, TEXTS, strict=True)))
    )
    assert [a.headline for a in issue.articles] == list(HEADS)


PAGES = "\n".join(
    (
        "                    江州日报/2016年/5月/20日/第003版",
        "          " + HEADS[0],
        "    本报记者 谷雨",
        "    机主每亩收取六十元作业费，平台只提取两元用于保险和维护。截",
        "",
        "                                             1",
        "至目前，平台已撮合订单三千四百余笔，机主户均增收四千八百元。",
        "    下一步，烘干机和植保无人机也将纳入共享范围，账还要再算一遍。",
        "",
        "                                             2",
    )
)
PARTS = "\n".join(
    (
        HEADS[0],
        "                    1",
        "    渡船是村里唯一的船，船工每天清早把它撑到对岸去，傍晚再撑回来。",
        "                    2",
        "    桥修好以后，船工把渡船拖上岸，刷了一遍桐油，盖上一块旧油布。",
    )
)


def test_the_number_of_a_page_amid_a_sentence_is_the_files() -> None:
    (article,) = split(PAGES).articles
    assert "截至目前" in article.paragraphs[0].text
    assert "1" not in article.text


def test_the_numbers_of_an_essays_parts_stay() -> None:
    assert [line for line in read(PARTS) if line in "12"] == ["1", "2"]


STAYS = {
    "dots at the end of a text that no other goes on": "# {head}\n\n{text}\n\n{more}……",
    "a column's name over an item of its own": "{head}\n{text}\n\n相关新闻\n{head}之后\n{more}",
    "a sentence that tells of reading": "{head}\n{text}\n{more}他说，推荐阅读的书目下周公布。",
    "a quotation": "# {head}\n\n{text}\n\n> 第{n}句话刻在石头上，一百年以后还有人念。\n\n{more}",
    "words that end alike, which are no button's": "{head}\n{text}\n{more} 渡口旧事",
    "a bracket that names a reporter": "{head}\n【记者谷雨／澜江报道】{more}\n{more}",
}


@pytest.mark.parametrize("form", STAYS)
def test_the_papers_own_words_stay(form: str) -> None:
    issue = split(dump(STAYS[form]))
    assert not [p for p in issue.markup if len(issue.text[p.start : p.end]) > 2]


def test_what_follows_a_list_of_titles_at_once_may_be_the_next_headline() -> None:
    text = dump(
        "{head}\n江州晚报 2022-07-1{n} 07:02 发表于江州\n\n{text}\n\n{more}\n\n"
        "精选留言\n\n阅读 2.{n}万\n赞 3 在看 4{n}\n"
    )
    check(split(text))


def test_remarks_of_a_chat_model_stand_behind_the_last_text() -> None:
    page = dump("### {head}\n\n{text}\n\n{more}\n\n---")
    found = split(
        f"以下是我根據您上傳的圖片所做的轉錄。\n\n---\n\n{page}\n\n"
        "**轉錄說明：**\n\n1. 一字墨跡暈染，未敢確定。\n2. 第三張圖片未予轉錄。"
    )
    check(found)


def test_a_heading_of_that_name_stays_where_no_chat_model_speaks() -> None:
    page = dump("### {head}\n\n{text}\n\n{more}")
    assert "一字之差" in split(f"{page}\n\n说明：\n\n1. 一字之差，水价不变。").articles[-1].text


@pytest.mark.parametrize(
    ("head", "headline", "kicker", "subheadline"),
    [
        (
            "### 西乡水患未退\n#### 灾民露宿堤上者三千余\n#### 县府电省请发急赈",
            "西乡水患未退",
            None,
            "灾民露宿堤上者三千余\n县府电省请发急赈",
        ),
        ("#### 苦战三昼夜\n### 渠水上山坡", "渠水上山坡", "苦战三昼夜", None),
        ("苦战三昼夜的民工们\n**渠水上山坡**", "渠水上山坡", "苦战三昼夜的民工们", None),
    ],
)
def test_the_highest_heading_of_a_block_is_the_headline(
    head: str, headline: str, kicker: str | None, subheadline: str | None
) -> None:
    rest = "\n\n".join(f"### {h}\n\n{t}\n\n{m}" for h, t, m in zip(HEADS, TEXTS, MORES, strict=True))
    article = split(f"{head}\n\n（本报西乡七日讯）{BARE[0]}\n\n{MORES[1]}\n\n{rest}").articles[0]
    said = (article.subheadline or "").replace(" ", "\n") or None
    assert (article.headline, article.kicker, said) == (headline, kicker, subheadline)


def test_a_crosshead_below_a_text_is_no_subheadline() -> None:
    text = dump("### {head}\n\n{text}\n\n#### 桥下的步道\n\n{more}")
    assert [a.headline for a in split(text).articles] == list(HEADS)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("2023-06-16 01:12 江州日報 記者谷雨／東嶼報導", [("谷雨", "reporter")]),
        ("2018/03/11 10:05 記者谷雨／即時報導", [("谷雨", "reporter")]),
    ],
)
def test_one_line_with_an_hour_and_a_reporter_is_enough(line: str, names: list[tuple[str, str]]) -> None:
    (article,) = split(f"{HEADS[0]}\n{line}\n{BARE[0]}\n{MORES[0]}").articles
    assert article.headline == HEADS[0]
    assert [(p.name, p.role) for p in article.byline] == names
    assert [p.text for p in article.paragraphs] == [BARE[0], MORES[0]]


def test_a_bar_before_an_author_gives_no_role() -> None:
    text = dump(
        "江州日報 | 2015-03-1{n}\n報章 | A0{n} | 副刊 | By 麥冬\n\n{head}\n\n{more}\n\n文章編號: 20150318000{n}"
    )
    assert [[(p.name, p.role) for p in a.byline] for a in split(text).articles] == [[("麥冬", None)]] * 3


def test_a_label_holds_within_its_own_post() -> None:
    posts = [
        f"江州晚报\n2016-7-{n} 08:10 来自 微博\n{label}【{h}】{t}\n收藏  转发 1{n}  评论 {n}"
        for n, (label, h, t) in enumerate(zip(("", "江州视点\n", ""), HEADS, TEXTS, strict=True), 1)
    ]
    assert split("\n\n".join(posts)).articles[-1].section is None


def test_a_form_keeps_its_numbers_and_a_colon_in_a_value_names_nothing() -> None:
    carried = read_carrier(dump(PTT.replace("{tag}", "[新聞] ")), LEXICON)
    assert not any("貓" in line.text for line in carried.lines)
