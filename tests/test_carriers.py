"""What carries the paper: which marks, fields, borders and words are a tool's, and which only look so."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import Lexicon, default_lexicon
from newssplit.model import Issue
from newssplit.reading.carriers.carrier import read_carrier
from newssplit.reading.carriers.described import carrier_of, packaged_carriers
from newssplit.reading.carriers.fields import fields_in
from newssplit.reading.carriers.margins import read_margins
from newssplit.reading.carriers.said import read_said
from newssplit.reading.carriers.shapes import shape_of
from newssplit.reading.lines import Line

LEXICON = default_lexicon()
ONE = "本报讯（记者 谷雨）昨天上午，城北水厂二期工程通水，日供水能力增加到十五万吨，四万多户居民的水压有望好转。"
TWO = "本报讯（记者 包博文）昨天下午，四年级的四十六名学生在校外的稻田里上了一堂数学课，题目是一亩地能打多少斤稻子。"
THREE = "本报讯（记者 尹川）从昨天起，公交十七路改走新隧道，全程缩短九分钟，原来经过的三站由新开的社区巴士接驳。"
MORE = "有关部门负责人介绍，下一步还要听取居民的意见，方案确定以后将在社区的公告栏里张贴出来，欢迎大家监督。"
MORES = (
    MORE,
    "任课的纪老师说，这样的课每个学期有六次，下雨天也不改期，孩子们把量出来的数字都写进了自己的本子里。",
    "公交公司说，试行一个月以后再看客流，如果早高峰坐得太满，还会再加两个班次，首末班的时间暂时不变。",
)
HEADS = ("城北水厂二期通水", "田野课开进稻田", "公交十七路改走隧道")
TEXTS = (ONE, TWO, THREE)


def read(text: str) -> list[str]:
    """The lines of the paper, blank ones left out."""
    return [line.text.strip() for line in read_carrier(text, LEXICON).lines if not line.blank]


def dump(pattern: str) -> str:
    """Three items, each written by a pattern with {head}, {text}, {more} and {n}."""
    items = enumerate(zip(HEADS, TEXTS, MORES, strict=True), 1)
    return "\n\n".join(pattern.format(head=head, text=text, more=more, n=n) for n, (head, text, more) in items)


def check(issue: Issue) -> None:
    """The three items come out, each with its headline, its reporter and its two paragraphs."""
    assert [a.headline for a in issue.articles] == list(HEADS)
    assert [[p.name for p in a.byline] for a in issue.articles] == [["谷雨"], ["包博文"], ["尹川"]]
    for article, text, more in zip(issue.articles, TEXTS, MORES, strict=True):
        assert [p.text for p in article.paragraphs] == [text.partition("）")[2], more]


CARRIED = {
    "headings": "# {head}\n\n{text}\n\n{more}",
    "headings glued": "##{head}\n\n{text}\n\n{more}",
    "bold headlines": "**{head}**\n\n{text}\n\n{more}",
    "underlined headlines": "{head}\n========\n\n{text}\n\n{more}",
    "tags": "<h2>{head}</h2>\n<p>{text}</p>\n<p>{more}</p>",
    "tags in capitals, unclosed": "<P><STRONG>{head}</STRONG>\n<P>{text}\n<P>{more}",
    "one line of HTML": "<h3>{head}</h3><p>{text}<br>{more}</p>",
    "escaped tags": "&lt;p&gt;{head}&lt;/p&gt;\n&lt;p&gt;{text}&lt;/p&gt;\n&lt;p&gt;{more}&lt;/p&gt;",
    "entities": "{head}\n&nbsp;&nbsp;&nbsp;&nbsp;{text}\n&nbsp;&nbsp;&nbsp;&nbsp;{more}",
    "escapes": "{head}\n\\u3000\\u3000{text}\\n\\u3000\\u3000{more}",
    "fields with colons": "标题：{head}\n日期：2019-03-0{n}\n正文：{text}\n{more}",
    "fields in brackets": "【标题】{head}\n【来源】江城晚报\n【正文】\n{text}\n{more}",
    "fields in English": "Title: {head}\nSource: 江城晚报\nDate: 2019-03-0{n}\n\n{text}\n{more}",
    "fields in two languages": "Title-题名: {head}\nSource-来源: 江城晚报\nText-正文: {text}\n{more}",
    "fields in bold": "**标题：** {head}\n**版面：** 第0{n}版\n**正文：**\n{text}\n{more}",
    "fields of reStructuredText": ":标题: {head}\n:日期: 2019-03-0{n}\n\n{text}\n{more}",
    "fields that nobody knows": "标题：{head}\n日期：2019-03-0{n}\n批次号：K{n}7\n正文：{text}\n{more}",
    "records of XML": "<doc>\n<contenttitle>{head}</contenttitle>\n<content>{text}\n{more}</content>\n</doc>",
    "JSON lines": '{{"id": {n}, "title": "{head}", "page": "0{n}", "content": "{text}\\n{more}"}}',
    "code fields": "HD 　{head}\nPD 2019 年 3 月 {n} 日\nSN 江城晚报\nLP\n\n{text}\n\nTD\n\n{more}".replace("　", ""),
    "a line of metadata": "{head}\n2019-03-0{n} 08:1{n}　来源：江城晚报　浏览：{n}23\n{text}\n{more}",
    "a meta line in other words": "{head}\n江城晚报 | 2019-03-0{n} 0{n}:15 | 只看大图\n{text}\n{more}",
    "a tail under every item": "{head}\n{text}\n{more}\n想看更多好文章就来下载本报客户端",
    "an address under every item": "{head}\n{text}\n{more}\nhttps://news.example.org/2019/{n}.html",
    "several lines between items": "{head}\n{text}\n{more}\n点赞 收藏 分享\n© 江城晚报\n0{n}:12 更新",
    "a log": "2019-03-0{n} 08:00:0{n} [spider] INFO: got page {n}\n{head}\n{text}\n{more}",
    "numbers": "{n}. {head}\n{text}\n{more}",
    "pictographs": "📰 {head}\n{text}\n{more}",
    "files": "==> jcwb/2019030{n}.txt <==\n{head}\n{text}\n{more}",
    "rules": "{head}\n{text}\n{more}\n\n* * *",
    "headers of messages": "江城晚报, [0{n}.03.2019 08:1{n}]\n{head}\n{text}\n{more}",
    "headers of another messenger": "2019-03-0{n} 08:1{n}:00 江城晚报(10001)\n{head}\n{text}\n{more}",
    "headlines in brackets": "江城晚报, [0{n}.03.2019 08:1{n}]\n【{head}】{text}\n{more}",
    "a template": (
        "{{{{header\n| title    = {head}\n| notes    = 《江城晚报》2019年3月{n}日，第二版\n}}}}\n\n{text}\n\n{more}"
    ),
    "a margin of confidences": "[0.9{n}1] {head}\n[0.97{n}] {text}\n[0.88] {more}",
    "a margin of line numbers": "    {n}1\t{head}\n    {n}2\t{text}\n    {n}3\t{more}",
    "a listing of changes": (
        "diff --git a/{n}.txt b/{n}.txt\n--- /dev/null\n+++ b/{n}.txt\n@@ -0,0 +1,3 @@\n+{head}\n+{text}\n+{more}"
    ),
    "sites below headlines": "{head}\npaper{n}.example.org · {n} 分钟阅读\n{text}\n{more}",
    "posts of a forum": "谷雨　发表于 2019-3-{n} 08:1{n}　| 只看该作者　{n}#\n{head}\n{text}\n{more}",
    "who sent it, and when": "{head}\n原创 谷雨 江城晚报\n2019-03-0{n} 08:1{n} 发表于江城\n{text}\n{more}",
    "entries of what else there is to read": (
        "{head}\n{text}\n{more}\n往期推荐\n· 第{n}座渡口的灯\n· 桥头的理发匠{n}\n阅读 1{n}5　赞 2{n}　在看 {n}"
    ),
    "pages over headlines": "## 图{n}：《江城晚报》第{n}版\n\n### {head}\n\n{text}\n\n{more}",
    "numbers below rules": "========\n{n}. {head}\n{text}\n{more}",
}


@pytest.mark.parametrize("pattern", CARRIED.values(), ids=CARRIED)
def test_carried_items_come_out_clean(pattern: str) -> None:
    check(split(dump(pattern)))


def test_a_note_says_where_an_item_was_printed() -> None:
    pages = [article.page for article in split(dump(CARRIED["a template"])).articles]
    assert [(page.newspaper, page.date, page.number) for page in pages] == [
        ("江城晚报", f"2019-03-0{n}", "2") for n in (1, 2, 3)
    ]


def test_a_field_may_hold_a_list() -> None:
    fields = '---\ntitle: "{head}"\nauthor:\n  - "[[谷雨]]"\n  - "尹川"\ntags:\n  - "剪报"\n---\n'
    text = dump(fields + "{more}\n\n昨天{n}时。")
    for article, head, more in zip(split(text).articles, HEADS, MORES, strict=True):
        assert (article.headline, [p.name for p in article.byline]) == (head, ["谷雨", "尹川"])
        assert article.paragraphs[0].text == more


def test_a_tag_amid_a_name_in_bold_leaves_no_heading_without_text() -> None:
    text = "**引题：** 民生工程\n**副题：** ——二期上午通水\n**报纸<p>：** 江城晚报\n"
    lines = read(text)
    assert all(lines)
    assert "".join(lines).endswith("江城晚报")


def test_a_list_below_no_field_stays() -> None:
    things = ("带上水和伞", "穿一双旧球鞋", "自备两个布口袋")
    items = zip(HEADS, TEXTS, things, strict=True)
    text = "\n".join(f"# {head}\n\n{text}\n\n- {thing}" for head, text, thing in items)
    assert set(things) <= set(read(text))


BOXED = "【{head}】{text}\n{more}"


@pytest.mark.parametrize(
    "text",
    [
        dump(BOXED.replace("{head}", "社会")),  # a column
        dump(BOXED.replace("{head}", "江城晚报讯")),  # a dateline
        dump(BOXED.replace("{head}", "本报编辑部按语")),  # one and the same
        dump("{head}\n{text}\n" + BOXED.replace("{text}", MORE)),  # amid a text
        dump(BOXED).partition("\n\n")[0],  # once
    ],
)
def test_brackets_that_hold_no_headline_stay(text: str) -> None:
    assert any(line.startswith("【") for line in read(text))


def test_bars_part_columns() -> None:
    issue = split(dump("{head} | 2019-03-0{n} | {text}").replace("\n\n", "\n"))
    assert [a.headline for a in issue.articles] == list(HEADS)
    assert [a.page.date for a in issue.articles] == ["2019-03-01", "2019-03-02", "2019-03-03"]


def test_cells_in_quotation_marks_go_on_over_lines() -> None:
    check(split("page,title,content\n" + dump('{n},"{head}","{text}\n{more}"').replace('"\n\n', '"\n')))


def test_a_mark_of_the_files_page_does_not_cut_a_paragraph() -> None:
    for mark in ("<!-- page 2 -->", "Page 2 of 9", "=== Page 4 ===", "{2}----", "![](page_3.png)", "2 / 8"):
        text = dump("{head}\n{text}\n{more}")
        for words in ("，四万", "，原来"):
            text = text.replace(words, f"\n\n{mark}\n\n{words}")
        check(split(text))


def test_headings_of_several_levels() -> None:
    text = dump("## {head}\n\n{text}\n\n### 再说{head}\n\n{more}")
    issue = split(f"# 江城晚报 2019-03-01\n\n{text}")
    assert [a.headline for a in issue.articles] == list(HEADS)
    assert all(a.paragraphs[1].crosshead for a in issue.articles)


def test_the_source_behind_a_text_is_that_of_the_text_above() -> None:
    issue = split(dump("{head}\n{text}\n{more}\n（江城晚报，2019.03.0{n}，第{n}版）"))
    check(issue)
    assert [(a.page.newspaper, a.page.date, a.page.number) for a in issue.articles] == [
        ("江城晚报", f"2019-03-0{n}", str(n)) for n in (1, 2, 3)
    ]


def test_several_issues_in_one_file() -> None:
    issue = split(dump("◆◆◆ 2019-03-0{n} ◆◆◆\n{head}\n{text}\n{more}"))
    check(issue)
    assert [a.page.date for a in issue.articles] == ["2019-03-01", "2019-03-02", "2019-03-03"]


NOT_CARRIED = {
    "a sentence behind a number sign": "#1机组昨天停机检修，三天后恢复发电。\n#2机组照常运行，不受影响。",
    "a sentence behind a topic": "#新桥通车#今天很多人来看大桥。\n#老井出水#井水清了。",
    "a name half unsaid": "王**说，他在这里住了三十年。\n李**也这样说。",
    "a topic": "#江城新事# 水厂通水了\n#江城新事# 隧道通车了",
    "smaller than": "水温<10度时不宜下水，气温<0度时不宜出门。",
    "a company": "R&D投入占了三成，A&B公司今年扩产。",
    "an interview": "记者：水厂什么时候通水？\n厂长：昨天上午。\n记者：水压会好吗？\n厂长：会的。\n记者：谢谢。",
    "steps of a guide": "第一步：打开阀门。\n第二步：放水三分钟。\n第三步：关上阀门。",
    "a score": "1:0\n2:1\n3:1",
    "a rule of prices": "白菜 1.20元\n黄瓜 1.60元\n油菜 0.80元",
    "a brand": "水厂|隧道|稻田",
}


@pytest.mark.parametrize("text", NOT_CARRIED.values(), ids=NOT_CARRIED)
def test_the_papers_own_signs_stay(text: str) -> None:
    whole = f"城北水厂二期通水\n{ONE}\n{text}\n{MORE}\n"
    assert read_carrier(whole, LEXICON).markup == ()
    assert read(whole) == [line for line in whole.split("\n") if line]


@pytest.mark.parametrize("copies", [2, 3, 4])
@pytest.mark.parametrize("border", ["\n", "\n----\n\n"])
def test_copies_of_an_article_are_no_carrier(copies: int, border: str) -> None:
    items = [f"{head}\n{text}\n{more}\n" for head, text, more in zip(HEADS, TEXTS, MORES, strict=True)]
    issue = split(border.join([items[0]] * copies + items[1:]))
    check(issue)
    assert issue.duplicates


def test_what_stands_under_every_item_is_a_carrier_s_whatever_it_says() -> None:
    tail = "想看更多本地新闻，就来下载本报客户端，每天都有新的内容等着你。"
    check(split(dump(f"{{head}}\n{{text}}\n{{more}}\n{tail}")))


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize(
    "pattern",
    [
        "# {head}\n\n日期：2019-03-0{n}\n版次：0{n}\n\n{text}\n{more}",
        "{head}\n日期：2019-03-0{n}\n版次：0{n}\n{text}\n{more}",
        "【标题】{head}\n【日期】2019-03-0{n}\n【版次】0{n}\n【正文】\n{text}\n{more}",
        "{head}\n2019-03-0{n} 第0{n}版 江城晚报\n{text}\n{more}",
    ],
)
def test_each_record_has_its_own_page(pattern: str, number: int) -> None:
    text = "\n\n".join(dump(pattern.replace("\n\n", "\0")).split("\n\n")[:number]).replace("\0", "\n\n")
    pages = [(article.page.date, article.page.number) for article in split(text).articles]
    assert pages == [(f"2019-03-0{n}", str(n)) for n in range(1, number + 1)]


def test_a_date_in_english_is_read() -> None:
    issue = split(dump("{head}\n江城晚报\nMarch {n}, 2019 Friday\n\n{text}\n{more}\n\nEnd of Document"))
    assert [article.page.date for article in issue.articles] == [f"2019-03-0{n}" for n in (1, 2, 3)]


def test_an_article_printed_twice_is_no_carrier() -> None:
    twice = f"城北水厂二期通水\n{ONE}\n{MORE}\n2019-03-01 08:10 来源：江城晚报\n"
    assert len(split(twice + twice).articles) == 1
    assert not [p for p in split(twice + twice).markup if ONE[8:20] in twice[p.start : p.end]]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("【作者】谷雨；包博文；", ["author"]),
        ("作者：谷雨  时间：2011-12-20", ["author", "date"]),
        ("Title-题名: 城北水厂二期通水", ["headline"]),
        ("申報 日期：1949-05-13 版次/卷期：02 版", ["newspaper", "date", "page"]),
        ('"title": "城北水厂二期通水",', ["headline"]),
        ("（引题：民生工程）", ["kicker"]),
        ("<<<标题>>> 城北水厂二期通水", ["headline"]),
        ("BYLINE: 谷雨", ["author"]),
        ("记者从市水务局获悉", []),
        ("“水来了！”他喊道：通水了", []),
    ],
)
def test_fields_of_a_line(line: str, kinds: list[str]) -> None:
    assert [field.kind for field in fields_in(line, LEXICON)] == kinds


@pytest.mark.parametrize(
    ("line", "newspaper", "date", "number"),
    [
        ("（青墩时报，2015.08.01，第2版）", "青墩时报", "2015-08-01", "2"),
        ("临溪日报/2018年/10月/9日/第002版", "临溪日报", "2018-10-09", "2"),
        ("May 21, 2015 Thursday", None, "2015-05-21", None),
        ("###### 20181103 ######", None, "2018-11-03", None),
        ("要闻; Pg. A12", None, None, "A12"),
        ("2018-13-40", None, None, None),
    ],
)
def test_what_a_line_says_of_its_page(line: str, newspaper: str | None, date: str | None, number: str | None) -> None:
    page = read_said(line, LEXICON).page
    assert (page.newspaper, page.date, page.number) == (newspaper, date, number)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2018-10-05 07:50 浏览：12", "2019-01-31 23:01 浏览：3004"),
        ("来源：江城晚报", "来源：临溪日报"),
        ("https://a.example.org/1.html", "https://a.example.org/x/2.html"),
        ("A10 | 港聞 | 2015-05-21", "B2 | 體育 | 2016-01-02"),
        ("May 21, 2015 Thursday", "June 3, 2016 Friday"),
    ],
)
def test_lines_of_one_shape(one: str, other: str) -> None:
    assert shape_of(one) == shape_of(other) != ""


def test_lines_of_other_shapes() -> None:
    assert shape_of("城北水厂二期通水") != shape_of("田野课开进稻田")
    assert shape_of("长" * 101) == ""


@pytest.mark.parametrize("heads", ["第{}号工程昨日开工", "第{}小学举行运动会", "{}号渡口换新缆"])
def test_headlines_of_a_series_are_no_carrier(heads: str) -> None:
    text = "".join(f"{heads.format(n)}\n{one}\n" for n, one in enumerate(TEXTS * 3))
    assert len(read(text)) == 6 * len(TEXTS)


def test_what_counts_under_every_text_is_a_carrier_s() -> None:
    text = "".join(
        f"{head}\n{one}\n阅读 {100 + n} 次\n" for n, (head, one) in enumerate(zip(HEADS, TEXTS, strict=True))
    )
    assert read(text) == [line for pair in zip(HEADS, TEXTS, strict=True) for line in pair]


def test_a_profile_may_describe_lines_that_begin_with_anything() -> None:
    described = carrier_of({"name": "mine", "begins": ["{*}——摘自旧报库"]})
    lexicon = Lexicon(default_lexicon().table, (*packaged_carriers(), described))
    text = f"城北水厂二期通水——摘自旧报库\n{ONE}"
    assert [line.text for line in read_carrier(text, lexicon).lines] == [ONE]


FEED = (
    "<item>\n<title><![CDATA[{head}]]></title>\n<dc:creator>{n}号采写组</dc:creator>\n<category>要闻</category>\n"
    "<pubDate>Mon, 0{n} Jun 2019 07:12:00 +0800</pubDate>\n"
    "<content:encoded><![CDATA[<p>{text}</p><p>{more}</p>]]></content:encoded>\n</item>"
)


def test_the_fields_of_a_feed_stand_in_several_namespaces() -> None:
    issue = split("<rss><channel><title>江城晚报</title>\n" + dump(FEED) + "\n</channel></rss>")
    assert [a.headline for a in issue.articles] == list(HEADS)
    assert [len(a.paragraphs) for a in issue.articles] == [2, 2, 2]
    assert [a.page.date for a in issue.articles] == ["2019-06-01", "2019-06-02", "2019-06-03"]


MARGINS = {
    "a list": "\n".join(f"{n}. 第{n}件事是修好村口的路灯，谁家门前谁负责" for n in range(1, 16)),
    "a table of Markdown": "\n".join(f"| {n} 月 | 收粮{n}吨 | 比上年多 |" for n in range(1, 16)),
    "a few lines": "[1] 老井又出水\n[2] 渡口换上新钢缆",
    "tags of a reference manager": "\n".join(
        f"%T 老井又出水{n}\n%D 2019-03-0{n}\n%X {TEXTS[n % 3]}" for n in range(1, 7)
    ),
}


@pytest.mark.parametrize("text", MARGINS.values(), ids=MARGINS)
def test_what_only_looks_like_a_margin(text: str) -> None:
    lines = text.split("\n")
    assert read_margins([Line(0, len(line), line) for line in lines], [line[0] for line in lines]) == [
        Line(0, len(line), line) for line in lines
    ]


def test_lines_outside_the_margin_are_the_tools_but_for_sentences() -> None:
    pages = [f"[0.9{n}] {text}" for n, text in enumerate((*TEXTS, *MORES) * 3)]
    source = "\n".join([">>> image: 1.tif", *pages, "这一行没有落在边栏里面，可是一看就是一个句子。"])
    lines = read(source)
    assert lines[0] == ONE
    assert lines[-1].endswith("一个句子。")


@pytest.mark.parametrize("day", ["一九五三年六月六日", "一九五三年六月八日"])
def test_no_tool_writes_days_in_chinese_numerals(day: str) -> None:
    text = "\n".join(f"{head}\n{text}\n{more}\n{day}" for head, text, more in zip(HEADS, TEXTS, MORES, strict=True))
    assert day in read(text)


def test_a_headline_in_a_field_that_nobody_knows_is_not_lost() -> None:
    issue = split(dump("【转】{head}\n来源：江城晚报　2019年3月{n}日　A7版\n\n{text}\n{more}"))
    assert [a.headline for a in issue.articles] == list(HEADS)


def test_headings_of_one_level_are_headlines_over_reports_and_crossheads_over_the_rest() -> None:
    report = "## {head}\n\n{text}\n\n### 第{n}步怎么走\n\n{more}"
    text = "# 江城晚报\n\n# 一座桥的七十年\n\n" + MORE + "\n\n" + dump(report)
    issue = split(text)
    assert {*HEADS} <= {a.headline for a in issue.articles}
    steps = [p.text for a in issue.articles for p in a.paragraphs if p.text.endswith("步怎么走")]
    assert steps == ["第1步怎么走", "第2步怎么走", "第3步怎么走"]
