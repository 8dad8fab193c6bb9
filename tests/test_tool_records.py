"""Records of tools that nobody described: what comes again in each of them, and what only looks as if it did."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.fields import fields_in
from tests.test_carriers import HEADS, MORE, MORES, TEXTS, check, dump, read

LEXICON = default_lexicon()
PAGES = ("A03  要闻", "B12  城事", "07  教育")
"""Each item is from another page and part of the paper, so that no line comes again word for word."""


def printed(pattern: str) -> str:
    """The three items, by a pattern that may also have {page}, {size} and {place}, which differ from item to item."""
    sizes, places = ("286", "1198", "73"), ("右上", "左下", "中")
    rows = zip(HEADS, TEXTS, MORES, PAGES, sizes, places, strict=True)
    return "\n\n".join(
        pattern.format(head=head, text=text, more=more, page=page, size=size, place=place, n=n)
        for n, (head, text, more, page, size, place) in enumerate(rows, 1)
    )


SAME = {
    "a day, another page and part in each": "{head}\n江州日报  {page}  2022-07-02\n{text}\n{more}",
    "the same in brackets": "{head}\n【2022-07-02/江州日报/{page}】\n{text}\n{more}",
    "a sign before the headlines": "□  {head}\n江州日报  {page}  2022-07-02\n{text}\n{more}\n收起全文  转发到好友圈",
    "names of values": "{head}\n字数 {size}  读者 {size}  版面位置 {place}\n{text}\n{more}",
    "a name and a value in each": "[{n}] {head}\n识别率：{size}\n{text}\n{more}\n文档编号：AB-{size}",
    "a line between bars": (
        "┌──────────┐\n│ 稿件编号 {size}   版次 0{n} │\n└──────────┘\n【标题】{head}\n【正文】\n{text}\n{more}"
    ),
    "records in the elements of a corpus": (
        '<text id="{n}">\n【标　　题】{head}\n【日　　期】20220702\n【作　　者】\n【正　　文】\n{text}\n{more}\n</text>'
    ),
    "records in the elements of a wiki's export": (
        "<page>\n<title>{head}</title>\n<id>{size}</id>\n<text>{{{{Header\n|title={head}\n|author=\n"
        "|notes=《江州日报》2022年7月2日\n}}}}\n{text}\n{more}\n{{{{PD-China}}}}</text>\n</page>"
    ),
    "names set apart by wide spaces, one of them unknown": (
        "题名　　{head}\n出处　　《江州日报》2022年7月2日\n形制　　剪报{n}张\n全文\n{head}\n{text}\n{more}"
    ),
    "attributes as Pandoc writes them": (
        '## [{head}]{{.underline}} {{#a{n} .unnumbered}}\n\n![](media/{n}.jpeg){{width="4.7in" height="3.1in"}}\n\n'
        "{text}\n\n{more}"
    ),
    "numbers alone in brackets": "［{n}］\n{head}\n{text}\n{more}",
    "numbers alone with a point": "{n}.\n\n{head}\n\n{text}\n\n{more}",
    "numbers of documents": "Document {n} of 3\n\n{head}\n\n{text}\n\n{more}",
    "numbers behind a bullet": "■ {n}\n{head}\n{text}\n{more}",
    "numbers with a sign": "#{n}　{head}\n{text}\n{more}",
    "numbers over fields": "{n}、{head}\n媒体：江州日报  版面：{n}版\n{text}\n{more}",
    "closed fields": "【标题】{head}【/标题】\n【正文】\n{text}\n{more}\n【/正文】",
    "a day and an hour before the headline": "[2022-07-02 08:1{n}] {head}\nlink: http://paper.example/{n}.html\n{text}\n{more}",
    "the headline once more behind the text": (
        "Document {n} of 3\n\n{head}\n\nFull text: {text}\n\n{more}\n\nTitle: {head}\nPages: B.{n}\n"
        "Publication date: Sep 8, 2011"
    ),
    "the headline in a field and in the text": (
        "标题：{head}\n来源：江州日报\n日期：2022-07-02\n————————\n{head}\n{text}\n{more}\n关键词：{place}；城市"
    ),
    "a site's name behind the title": (
        "---\ntitle: {head}_江州晚报\nurl: http://paper.example/{n}.html\ndate: 2022-07-02\n---\n"
        "# {head}\n{text}\n{more}"
    ),
    "names that nobody knows": (
        "*** {n}. row ***\n  zt: {head}\n  rq: 2022-07-0{n}\n  ym: A0{n}\n  wz: {text}\n{more}"
    ),
    "a page in brackets": (
        "id: 29{n}\ndate: 2022-07-02T07:14:22\nfrom: 江州晚报\ntext:\n【0{n}版】\n{head}\n{text}\n{more}"
    ),
    "fields of a note behind its text": (
        "{head}\n\n{text}\n\n{more}\n\nid: 0a6d5e{n}\nparent_id: 4b1f\nlatitude: 29.55{n}\nis_todo: 0\ntodo_due: 0"
    ),
    "a day and then fields": "{head}\n2022年7月2日  来源：江州日报  编号：{size}  本版浏览：{size}次\n{text}\n{more}",
    "how many have liked it": (
        "[2022-07-02 08:1{n}] 江州晚报:\n{head}\n\n{text}\n\n{more}\n\n👍 21{n}  ❤️ 8{n}  1.9K views"
    ),
    "sentences with one beginning and end": "[{n}] {head}\n{text}\n{more}\n文章 {head} 最早出现于江州日报网。",
    "a link below": "# {head}\n\n{text}\n\n{more}\n\nhttps://paper.example/2022/{n}.html",
    "rows of links": "# {head}\n\n{text}\n\n{more}\n\n[回到页首](#top) | [寄给朋友](https://paper.example/m{n})",
}


@pytest.mark.parametrize("form", SAME)
def test_what_a_tool_says_of_each_item_is_no_part_of_it(form: str) -> None:
    check(split(printed(SAME[form])))


DAYS = ("一九六二年三月九日", "1964.9.21", "83年10月3日　星期一（原刊）")
"""Each day is written in another way."""


def test_days_over_headlines_begin_items() -> None:
    items = zip(DAYS, HEADS, TEXTS, MORES, strict=True)
    issue = split("\n\n".join("\n".join(item) for item in items))
    check(issue)
    assert [a.page.date for a in issue.articles][:2] == ["1962-03-09", "1964-09-21"]


@pytest.mark.parametrize("order", ["{head}\n{text}\n{day}", "{day}\n{text}\n{more}", "{day}\n\n{head}\n\n{text}"])
def test_days_below_texts_and_in_diaries_stay(order: str) -> None:
    items = zip(DAYS, HEADS, TEXTS, MORES, strict=True)
    text = "\n\n".join(order.format(day=day, head=head, text=text, more=more) for day, head, text, more in items)
    assert any(DAYS[0] in line for line in read(text))


def test_days_below_a_text_stay_whatever_stands_below_them() -> None:
    items = zip(DAYS, HEADS, TEXTS, strict=True)
    text = "\n\n".join(f"{day}\n{head}\n{text}" for day, head, text in items)
    assert any(DAYS[0] in line for line in read(f"{MORE}\n\n{text}"))


def test_a_question_amid_a_post_is_no_headline_where_each_has_its_line_of_metadata() -> None:
    posts = [
        f"{head}\n江州晚报 2024-03-1{n} 07:30 浙江\n\n{text}\n\n值得等吗？👇\n\n{more}"
        for n, (head, text, more) in enumerate(zip(HEADS * 2, TEXTS * 2, MORES * 2, strict=True), 1)
    ]
    assert [a.headline for a in split("\n\n\n".join(posts)).articles][:3] == list(HEADS)


STATEMENT = "INSERT INTO `news` (`id`, `title`, `content`, `hits`) VALUES\n"


def test_rows_of_a_statement_may_stand_below_it() -> None:
    rows = printed("({n}, '{head}', '<p>{text}</p>\\r\\n<p>{more}</p>', {size})").replace(")\n\n(", "),\n(")
    check(split(f"-- phpMyAdmin SQL Dump\n--\n-- 主机: localhost\n--\n\n{STATEMENT}{rows};\n"))


OWN = {
    "parts of a poem": "春天三首\n\n1.\n\n{0}\n\n2.\n\n{1}\n\n3.\n\n{2}",
    "questions and answers": "问：{0}\n答：{1}\n问：{2}\n答：{0}\n问：{1}\n答：{2}",
    "a letter to the editors": "编辑同志：{0}\n编辑同志：{1}\n标题：来信\n日期：2022-07-02\n编辑同志：{2}",
    "rows of figures": "江州 晴 25\n溪口 多云 27\n横溪 阵雨 24\n{0}\n{1}\n{2}",
    "a note between the paper's own brackets": "{0}\n〖本报讯〗{1}\n{2}",
}


@pytest.mark.parametrize("form", OWN)
def test_what_a_paper_prints_again_and_again_stays(form: str) -> None:
    lines = read(OWN[form].format(*TEXTS))
    assert all(any(text in line for line in lines) for text in TEXTS)


@pytest.mark.parametrize("day", ["2022年7月2日 星期六", "2022.7.2"])
def test_the_head_of_a_page_between_articles_is_no_line_about_one(day: str) -> None:
    heads = [f"江州日报 {day} 第{n}版 {name}" for n, name in ((1, "要闻"), (2, "城事"), (3, "教育"))]
    text = "\n\n".join(
        f"{page}\n\n{head}\n\n{body}\n\n{MORE}" for page, head, body in zip(heads, HEADS, TEXTS, strict=True)
    )
    issue = split(text)
    assert [(a.headline, a.page.number) for a in issue.articles] == [(head, str(n)) for n, head in enumerate(HEADS, 1)]


def test_what_stands_above_the_records_and_below_them_is_the_tools() -> None:
    items = printed("[{n}] {head}\n江州日报 | {page} | 2022-07-02\n{text}\n{more}\n※ 转发给我  ※ 收进文件夹")
    front = "某某剪报系统 | 我的文件夹\n导出时间：2022-07-03 09:42:10　用户：lib03\n目录\n" + "\n".join(
        f"{n}. {head}  江州日报" for n, head in enumerate(HEADS, 1)
    )
    check(split(f"{front}\n\n{items}\n==== 导出结束 ===="))


def test_an_article_above_the_records_stays() -> None:
    items = printed("[{n}] {head}\n江州日报 | {page} | 2022-07-02\n{text}\n{more}")
    above = "桥头的修表摊\n赵师傅修了四十年表。他说，表停了，人还要往前走。\n" + MORE
    issue = split(f"{above}\n\n{items}")
    assert MORE in issue.articles[0].text


def test_how_a_sender_signs_is_no_text() -> None:
    lines = read(
        dump(
            "发信人: shaji (沙棘), 信区: News\n标  题: {head}\n\n{text}\n{more}\n"
            "--\n    井底的星，也是星。\n\n※ 来源:·江州站"
        )
    )
    assert not any("井底" in line for line in lines)


def test_two_strokes_may_part_items() -> None:
    lines = read(dump("{head}\n{text}\n{more}\n分享到：微信 微博\n--").replace(MORE, "桥修好了。"))
    assert all(any(head in line for line in lines) for head in HEADS)


def test_a_paper_s_own_name_and_value_amid_a_text_stay() -> None:
    lines = read(printed("[{n}] {head}\n江州日报 | {page} | 2022-07-02\n{text}\n主料：鸡蛋{size}个\n{more}"))
    assert sum("主料" in line for line in lines) == len(HEADS)


def test_remarks_of_sql_sign_nothing() -> None:
    assert any("表的结构" in line for line in read("--\n-- 表的结构 `news`\n--\n\n-- 导出\n" + TEXTS[0]))


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("2019年04月23日  来源：江州日报  作者：谷雨", ["date", "newspaper", "author"]),
        ("2019年04月23日，来源：江州日报", []),
        ("2019-04-23 08:10  来源：江州日报  栏目：城事", ["date", "newspaper", "column"]),
        ("Company / organization: Name: 江州社区中心", ["other"]),
        ("N1  - 引题：不比谁家罐子多", ["other", "kicker"]),
    ],
)
def test_fields_behind_a_day(line: str, kinds: list[str]) -> None:
    found = [field.kind for field in fields_in(line, LEXICON)]
    assert found == kinds or (not kinds and "date" not in found)


def test_a_main_title_is_one_beside_a_kicker() -> None:
    text = printed("【引题】供水{n}\n【主题】{head}\n【正文】\n{text}\n{more}")
    assert [(a.kicker, a.headline) for a in split(text).articles] == [(f"供水{n}", h) for n, h in enumerate(HEADS, 1)]


def test_a_notes_title_that_says_the_day_alone_is_no_headline() -> None:
    text = printed("标题: 2022070{n} 江州晚报 抄报\n创建时间: 2022-08-03 21:1{n}\n\n{head}\n\n{text}\n{more}")
    assert [a.headline for a in split(text).articles] == list(HEADS)


def test_small_forms_of_punctuation_tie_names() -> None:
    text = f"口罩下的眼淚\n\n文﹕高小冬\n\n{TEXTS[0].partition('）')[2]}\n"
    assert [(p.name, p.role) for p in split(text).articles[0].byline] == [("高小冬", "author")]


def test_tei_is_read_without_its_header() -> None:
    items = printed('<div type="article"><head>{head}</head>\n<p>{text}<lb/></p>\n<p>{more}</p></div>')
    header = "<teiHeader>\n<title>江州日报</title>\n<name>State Library</name>\n</teiHeader>"
    check(split(f"<TEI>{header}\n<text>{items}</text></TEI>"))
