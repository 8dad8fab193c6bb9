"""Dumps with a structure of their own: values of languages, elements of XML, tables, columns beside each other."""

from __future__ import annotations

import json
import pprint
import re
import textwrap
from collections.abc import Callable, Iterator

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.gutters import read_gutters
from newssplit.reading.carriers.literals import read_literal
from newssplit.reading.lines import read_lines, width
from tests.test_carriers import HEADS, MORES, TEXTS, check, dump, read

LEXICON = default_lexicon()
LEDE_RE = re.compile("(?:本报讯)?（记者 .{2,4}）")
RECORDS = [
    {"id": n, "title": head, "page": n, "content": f"{text}\n{more}"}
    for n, (head, text, more) in enumerate(zip(HEADS, TEXTS, MORES, strict=True), 1)
]


def bare(record: dict[str, object]) -> str:
    """A record as a database's shell prints it: names without quotation marks, texts between single ones."""
    values = ",\n".join(f"  {key}: {value!r}" for key, value in record.items())
    return f"{{\n  _id: ObjectId('64{record['id']}a'),\n{values}\n}}"


def rich(record: dict[str, object]) -> dict[str, object]:
    """A record whose text is a list of pieces, the headline in bold."""
    text = [{"type": "bold", "text": record["title"]}, f"\n{record['content']}\n", {"type": "hashtag", "text": "#剪报"}]
    return {"id": record["id"], "type": "message", "date": "2022-07-02T08:00:00", "text": text}


VALUES: dict[str, Callable[[], str]] = {
    "JSON": lambda: json.dumps(RECORDS, ensure_ascii=False, indent=2),
    "JSON in one line": lambda: json.dumps(RECORDS, ensure_ascii=False),
    "JSON with escapes": lambda: json.dumps(RECORDS),
    "JSON lines": lambda: "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS),
    "JSON below a remark": lambda: "# export 2022-07-02\n" + json.dumps(RECORDS, ensure_ascii=False, indent=1),
    "what Python prints": lambda: "\n".join(map(repr, RECORDS)),
    "what Python prints in columns": lambda: pprint.pformat(RECORDS, width=60, sort_dicts=False),
    "paragraphs as a list": lambda: json.dumps(
        [{**record, "content": str(record["content"]).split("\n")} for record in RECORDS], ensure_ascii=False, indent=1
    ),
    "names without quotation marks": lambda: "\n".join(map(bare, RECORDS)),
    "hits of a search": lambda: json.dumps(
        {
            "took": 3,
            "hits": {
                "total": {"value": 3},
                "hits": [{"_index": "a", "_source": record, "highlight": {"title": ["…"]}} for record in RECORDS],
            },
        },
        ensure_ascii=False,
    ),
    "blocks of a text": lambda: json.dumps(
        [
            {
                "title": record["title"],
                "body": [{"type": "p", "text": text} for text in str(record["content"]).split("\n")],
            }
            for record in RECORDS
        ],
        ensure_ascii=False,
    ),
}


@pytest.mark.parametrize("form", VALUES)
def test_values_of_a_language_are_read_as_such(form: str) -> None:
    check(split(VALUES[form]()))


def test_pieces_of_a_text_are_put_together() -> None:
    channel = {"name": "剪报", "type": "public_channel", "messages": list(map(rich, RECORDS))}
    issue = split(json.dumps(channel, ensure_ascii=False, indent=1))
    assert [a.headline for a in issue.articles] == list(HEADS)


def test_what_is_cut_off_is_read_up_to_its_end() -> None:
    text = json.dumps(RECORDS, ensure_ascii=False)
    issue = split(text[: text.index(MORES[2]) + 12])
    assert [a.headline for a in issue.articles] == list(HEADS)


@pytest.mark.parametrize(
    "text",
    [
        "[本报讯] 昨天上午，桥修好了。\n{第二版}\n老人说：“以前过河要坐船。”",
        "【本报讯】昨天上午，桥修好了。",
        "[1] 桥修好了\n[2] 路也修好了",
        "{} [] ()",
        '{"title": ',
        "[" * 200 + "]" * 200,
    ],
)
def test_what_a_paper_puts_in_brackets_is_no_value(text: str) -> None:
    assert read_literal(text, LEXICON) == []


ELEMENTS = {
    "fields by the name of an attribute": (
        '<doc>\n<str name="title">{head}</str>\n<str name="page">{n}</str>\n<str name="content">{text}\n'
        "{more}</str>\n</doc>"
    ),
    "notes": (
        "<note><title>{head}</title><content><![CDATA[<en-note>\n<div>{text}</div>\n<div>{more}</div>\n</en-note>]]>"
        "</content><created>2022070{n}T010101Z</created><note-attributes><author>小茶</author>"
        "<source-url>http://paper.example/{n}</source-url></note-attributes></note>"
    ),
    "lines of a recogniser": (
        '<TextBlock ID="h{n}"><TextLine ID="l{n}"><String CONTENT="{head}" WC="0.93"/></TextLine></TextBlock>\n'
        '<TextBlock ID="t{n}"><TextLine><String WC="0.9" CONTENT="{text}"/></TextLine></TextBlock>\n'
        '<TextBlock ID="m{n}"><TextLine><String CONTENT="{more}"/></TextLine></TextBlock>'
    ),
    "segments and their translation": (
        '<tu>\n<tuv xml:lang="zh"><seg>{head}</seg></tuv>\n'
        '<tuv xml:lang="en"><seg>A headline in English</seg></tuv>\n</tu>\n'
        '<tu>\n<tuv xml:lang="zh"><seg>{text}</seg></tuv>\n'
        '<tuv xml:lang="en"><seg>First it is said that</seg></tuv>\n</tu>\n'
        '<tu>\n<tuv xml:lang="zh"><seg>{more}</seg></tuv>\n'
        '<tuv xml:lang="en"><seg>Then it is added so</seg></tuv>\n</tu>'
    ),
    "a blog's posts": (
        "<item>\n<title>{head}</title>\n<dc:creator><![CDATA[editor02]]></dc:creator>\n<content:encoded><![CDATA[{text}\n\n"
        '[gallery ids="4880,4881"]\n\n{more}]]></content:encoded>\n<wp:post_id>48{n}</wp:post_id>\n'
        '<category domain="category">城事</category>\n<category domain="post_tag">水厂</category>\n</item>'
    ),
}


@pytest.mark.parametrize("form", ELEMENTS)
def test_elements_hold_the_paper_or_say_something_of_it(form: str) -> None:
    check(split(f'<?xml version="1.0"?>\n<export\n  version="1">\n{dump(ELEMENTS[form])}\n</export>\n'))


def test_the_first_category_behind_a_post_is_its_column() -> None:
    posts = dump(ELEMENTS["a blog's posts"])
    issue = split(f"<rss><channel><title>江州晚报</title>\n{posts}\n</channel></rss>\n")
    assert {a.section for a in issue.articles} == {"城事"}


def test_a_caption_in_a_post_is_a_picture() -> None:
    caption = '[caption id="a1" width="640"]<a href="1.jpg"><img src="1.jpg"/></a> 水厂二期的沉淀池。[/caption]'
    issue = split(dump(ELEMENTS["a blog's posts"]).replace('[gallery ids="4880,4881"]', caption, 1))
    assert [a.text for a in issue.articles if a.kind == "photo"] == ["水厂二期的沉淀池。"]


def words(text: str, block: int) -> Iterator[str]:
    """A text as rows of a recogniser's table, a word in each."""
    for n, line in enumerate(textwrap.wrap(text, 20), 1):
        for k, word in enumerate(textwrap.wrap(line, 2), 1):
            yield f"5\t1\t{block}\t1\t{n}\t{k}\t100\t100\t40\t30\t93.1\t{word}"


def test_the_words_of_a_recognisers_table_are_put_together() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    texts = [part for item in zip(HEADS, TEXTS, MORES, strict=True) for part in item]
    rows = [row for block, text in enumerate(texts, 1) for row in words(text, block)]
    check(split("\n".join([head, *rows])))


@pytest.mark.parametrize("size", [1, 2])
def test_characters_with_spaces_between_them_are_words(size: int) -> None:
    """Recognisers and segmenters of words set a space behind each character, or behind each word."""
    spaced = [" ".join(textwrap.wrap(line, size)) for line in dump("{head}\n{text}\n{more}").split("\n")]
    check(split("\n".join(spaced)))


def test_a_letter_spaced_headline_is_no_such_dump() -> None:
    text = dump("{head}\n{text}\n{more}").replace(HEADS[0], " ".join(HEADS[0]))
    assert " ".join(HEADS[0]) in read(text)


ROWS = {
    "a table with breaks in its cells": (
        "| 标题 | 版次 | 正文 |\n|---|---|---|",
        "| {head} | {n} | {text}<br>{more} |",
    ),
    "semicolons": ("title;page;content", '"{head}";"{n}";"{text}\n{more}"'),
}


@pytest.mark.parametrize("form", ROWS)
def test_rows_are_records(form: str) -> None:
    head, row = ROWS[form]
    check(split(head + "\n" + dump(row).replace("\n\n", "\n") + "\n"))


def test_a_session_with_a_database_holds_records() -> None:
    record = "-[ RECORD {n} ]------\nid | 18{n}\nbt | {head}\nbc | A0{n}\nzw | {text}\\r +\n   | 　　{more}"
    text = "$ psql archive\nType \"help\" for help.\n\narchive=> select bt, zw from news where lm <> '广告';\n"
    check(split(text + dump(record).replace("\n\n", "\n") + "\n\narchive=> \\q\n"))


LINES = {
    "fields in braces": dump(
        "{{Type}}: Newspaper Article\n{{Title}}: {head}\n{{Abstract}}: {text}\n{more}\n{{Label}}: 004{n}\n"
    ),
    "numbers before all lines": "\n".join(
        f"[{n}] {line}" for n, line in enumerate(dump("{head}\n{text}\n{more}").replace("\n\n", "\n").split("\n"), 1)
    ),
    "an editor's numbers": "\n".join(
        f"{n:>4} {line}" for n, line in enumerate(dump("{head}\n　　{text}\n　　{more}").split("\n"), 1)
    ),
    "a sign for the indentation": dump("{head}\n＝＝{text}\n＝＝{more}"),
    "a sign before a field's name": dump("@@ 标题 {head}\n@@ 日期 2022-07-0{n}\n@@ 正文\n{text}\n{more}"),
    "values below their names": dump("标题：\n{head}\n\n日期：\n2022-07-0{n}\n\n正文：\n{text}\n{more}"),
    "a template of a wiki": dump(
        "{{{{header\n|title    = {head}\n|year     = 2022\n}}}}\n\n{{{{gap}}}}{text}\n\n{more}"
    ),
    "a sign of a font of its own": dump(
        "<doc>\n<contenttitle>{head}</contenttitle>\n<content>{text}\ue40c{more}</content>\n</doc>"
    ),
}


@pytest.mark.parametrize("form", LINES)
def test_lines_lose_what_a_tool_has_put_before_them(form: str) -> None:
    check(split(LINES[form]))


RARE = dump("李\ue863{head}\n　　{text}其中的{more}李\ue863说。\n　　李\ue863{more}")


def test_a_character_of_one_font_alone_stays_in_a_name() -> None:
    text = "".join(read(RARE))
    assert text.count("李\ue863") == RARE.count("李\ue863")
    assert not split(RARE).markup


def test_a_space_of_an_old_code_page_is_none_of_the_text() -> None:
    assert split("\ue5e5\ue5e5船工说今后过河不用再等半个钟头。").articles[0].text == "船工说今后过河不用再等半个钟头。"


BRIEFS = "\n".join(f"[{n}] 第{n}条渡船昨天下水，船工说今后过河不用再等半个钟头。" for n in range(1, 12))


def test_numbers_of_a_list_stay() -> None:
    assert read(BRIEFS) == BRIEFS.split("\n")


def test_chatter_between_articles_is_the_chats() -> None:
    chat = (
        '2022/07/0{n}（六）\n06:4{n}\t芳姐\t早安\n06:5{n}\t老魏\t"{head}\n{text}\n{more}"\n'
        "06:59\t\t小美已加入群組。\n07:0{n}\t芳姐\t[貼圖]"
    )
    check(split("[LINE] 讀報社的聊天記錄\n儲存日期：2022/07/09 07:31\n\n" + dump(chat)))


def test_a_menu_and_the_headlines_of_a_page_are_the_sites() -> None:
    site = (
        "{head}-江州晚报电子版\n首页\n要闻\n体育\n副刊\n登入 注册\n第A0{n}版：要闻\n{head}\n{text}\n{more}\n"
        "分享到 微信 微博\n本版新闻\n{head}\n更多的消息在这里{n}\n版权所有©江州晚报 2022"
    )
    check(split(dump(site)))


def test_a_headline_that_is_printed_twice_heads_no_list() -> None:
    article = "{head}\n{head}\n桥面昨天铺上了沥青，白天不封路\n工人只在夜里做工\n第 {n} 页\n{text}\n{more}\n"
    found = split("江州晚报\n" + dump(article) + dump(article)).articles
    assert {a.headline for a in found} == set(HEADS)


POST = (
    "{{head}}\n{}江州晚报 2022-07-0{{n}} 06:30 发表于江州\n\n{{text}}\n\n{{more}}\n\nEND\n\n"
    "来源丨江州晚报\n{}编辑丨钱小满　校对丨何旭\n\n"
    "阅读原文\n阅读 120{{n}}　赞 12　在看 5\n"
)


MAKERS = ["记者丨阮秋白", "文丨阮秋白", "作者：阮秋白", "作者丨阮秋白", "作者 阮秋白"]


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("form", [POST.format("{maker}\n", ""), POST.format("", "{maker}\n")], ids=["above", "below"])
def test_who_wrote_all_that_a_tool_saved_is_named_with_each(form: str, maker: str) -> None:
    posts = dump(form.replace("{maker}", maker))
    found = split(LEDE_RE.sub("", posts)).articles
    assert [a.headline for a in found] == list(HEADS)
    assert [[person.name for person in a.byline] for a in found] == [["阮秋白"]] * 3


@pytest.mark.parametrize("makers", [("阮秋白", "阮秋白", "桂海宁"), ("万淑珍", "阮秋白", "桂海宁")])
def test_lines_with_makers_below_every_item_are_no_list_of_headlines(makers: tuple[str, ...]) -> None:
    names = iter(makers)
    posts = re.sub("记者丨甲", lambda _: f"记者丨{next(names)}", dump(POST.format("", "记者丨甲\n")))
    found = split(LEDE_RE.sub("", posts)).articles
    assert [a.headline for a in found] == list(HEADS)
    assert [person.name for a in found for person in a.byline] == list(makers)


@pytest.mark.parametrize("front", ["2022-07-02", "07/02/2022", "JIANGZHOU DAILY\n2022-07-02", "2022-07-02\nA03"])
def test_a_day_or_a_page_in_figures_before_all_else_holds_for_the_texts(front: str) -> None:
    posts = dump(POST.format("", "").replace("2022-07-0{n} 06:30 ", ""))
    found = split(f"{front}\n{posts}").articles
    assert {a.date for a in found} == {"2022-02-07" if "/" in front else "2022-07-02"}
    assert {a.page.number for a in found if a.page} == ({"A3"} if "A03" in front else {None})


def test_ways_to_go_on_between_bars_are_the_tools() -> None:
    items = dump("{head}\n{text}\n{more}").split("\n\n")
    bars = ("| 下一项 | 主菜单 |", "| 下一项 | 主菜单 | 上一项 |", "| 主菜单 | 下一项 |")
    check(split("\n\n".join(f"{item}\n\n{bar}" for item, bar in zip(items, bars, strict=True))))


def test_headlines_behind_bullets_beside_a_line_of_the_tool_are_its_lists() -> None:
    form = "{head}\n{text}\n{more}\n相关阅读\n· 城北水厂二期通水\n· 田野课开进稻田\n© 江州晚报 转载请注明{n}\n"
    check(split(dump(form)))


def test_lines_in_another_language_beside_the_tools_are_its() -> None:
    form = "Article\n{head}\n江州晚报, {n} June 2014, Page 5\nSave   Share\n{text}\n{more}\nWord Count: 24{n}\n"
    items = dump(form).split("\n\n")
    items[1] = items[1].replace("Word Count: 242", "Word Count: 242\nNo. of corrections: two")
    check(split("\n\n".join(items)))


WRAPPED = (
    '<DOC id="N{n}" type="story" >\n<HEADLINE>\n{head}\n</HEADLINE>\n<TEXT>\n<P>\n直到昨天，{head}以后，\n'
    "{head}的消息贴满了村口的墙。\n</P>\n<P>\n{more}\n</P>\n</TEXT>\n</DOC>"
)


def test_a_line_of_a_field_keeps_its_comma() -> None:
    found = split(dump(WRAPPED)).articles
    assert [a.headline for a in found] == list(HEADS)
    assert all(f"{a.headline}以后，{a.headline}的消息" in "".join(p.text for p in a.paragraphs) for a in found)


def test_a_dateline_in_a_field_of_its_own_opens_the_text() -> None:
    form = WRAPPED.replace("<TEXT>", "<DATELINE>\n（中央社記者谷雨馬公八日電）\n</DATELINE>\n<TEXT>")
    found = split(dump(form)).articles
    assert [[p.name for p in a.byline] for a in found] == [["谷雨"]] * 3
    assert all(a.dateline is not None and a.dateline.text.endswith("馬公八日電") for a in found)


def test_a_headline_that_opens_the_text_again_is_the_tools() -> None:
    form = "{head}\n江州晚报, {n} March 1953, Page 5\nArticle | 19{n} words\n{head} {text}\n{more}\n"
    check(split(dump(form)))


def test_one_text_that_opens_with_its_headline_stays() -> None:
    (found,) = split(f"江州晚报\n{HEADS[0]}\n{HEADS[0]}　{TEXTS[0]}\n{MORES[0]}").articles
    assert [p.text for p in found.paragraphs][-1] == MORES[0]


def test_the_line_over_an_author_and_a_column_is_the_headline() -> None:
    form = (
        "{n} of 3 DOCUMENTS\n\n江州晚报\n\n2018年8月1{n}日\n\n{head}\n\nBYLINE: {who}\n\nSECTION: {section}\n\n"
        "{text}\n\n{more}\n"
    )
    text = "\n".join(
        form.format(n=n, head=head, who=who, section=section, text=text.partition("）")[2], more=more)
        for n, (head, who, section, text, more) in enumerate(
            zip(HEADS, ("谷雨", "包博文", "尹川"), ("热线追踪", "校园动态", "出行快讯"), TEXTS, MORES, strict=True), 1
        )
    )
    issue = split(text)
    check(issue)
    assert [a.section for a in issue.articles] == ["热线追踪", "校园动态", "出行快讯"]


def beside(left: str, right: str) -> str:
    """Two texts side by side, each wrapped to its column."""
    columns = [[line for text in side.split("\n") for line in textwrap.wrap(text, 18)] for side in (left, right)]
    size = max(map(len, columns))
    rows = zip(*[column + [""] * (size - len(column)) for column in columns], strict=True)
    return "\n".join((a + " " * (44 - width(a)) + b).rstrip() for a, b in rows)


def test_columns_beside_each_other_are_read_one_by_one() -> None:
    pages = [f"{head}\n　　{text}\n　　{more}" for head, text, more in zip(HEADS, TEXTS, MORES, strict=True)]
    check(split(beside(pages[0], f"{pages[1]}\n{pages[2]}")))


def test_three_columns_are_read_one_by_one() -> None:
    columns = [textwrap.wrap(sign * 120, 18) for sign in "东西南"]
    text = "\n".join("".join(part + "  " * (22 - len(part)) for part in row) for row in zip(*columns, strict=True))
    lines = [line.text.strip() for line in read_gutters(read_lines(text)) if not line.blank]
    assert [line[0] for line in lines] == ["东"] * 7 + ["西"] * 7 + ["南"] * 7


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"第{n}名      甲乙{n}      {n}分      江州" for n in range(10, 20)),  # a table
        "\n".join(f"　　{text}" for text in TEXTS),  # indentation
        "江州日报        2022年7月2日        第3版\n" * 2 + "\n".join(TEXTS),  # running heads
    ],
)
def test_cells_and_indentation_are_no_columns(text: str) -> None:
    lines = read_lines(text)
    assert read_gutters(lines) == lines
