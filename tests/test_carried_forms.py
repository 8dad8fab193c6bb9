"""What tools make of pages: each form once with what comes out, and what looks alike and is the paper's own."""

from __future__ import annotations

import pytest

from newssplit import Issue, split
from newssplit.language.dates import republican_date
from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.fields import kind_of
from newssplit.rules.ledes import read_lede

A = "昨天中午，停了十一年的钟楼大钟敲了十二下，围观的市民数了十二下。"
B = "修钟的是七十岁的退休钳工路德成，他没有收一分钱，只要了一碗面。"
C = "从今晚起，三号渡口的末班船改到二十三点，船票仍是两元，推车不加钱。"
D = "值夜的船工有四人，两人一班，一直到天亮，船舱里有热水，也有旧报纸。"

DUMPS = {
    "INSERT": f"""-- MySQL dump 10.13
CREATE TABLE `news` (
  `id` int(11) NOT NULL,
  `biaoti` varchar(255) DEFAULT NULL,
  `zuozhe` varchar(50) DEFAULT NULL,
  `zhengwen` text,
  PRIMARY KEY (`id`)
);
INSERT INTO `news` VALUES (7,'钟楼的大钟又响了','谷雨','{A}\\r\\n{B}'),(8,'三号渡口添了夜班船','柏青','{C}\\r\\n{D}');
""",
    "COPY": f"""SET client_encoding = 'UTF8';
COPY public.news (id, title, author, body) FROM stdin;
7\t钟楼的大钟又响了\t谷雨\t{A}\\n{B}
8\t三号渡口添了夜班船\t柏青\t{C}\\n{D}
\\.
""",
    "quoted cells of several lines": f"""标题,内文,记者,报纸
钟楼的大钟又响了,"{A}
{B}",谷雨,江州日报
三号渡口添了夜班船,"{C}
{D}",柏青,江州日报
修鞋铺里的旧算盘,"{D}
{B}",,江州日报
""",
    "fields in the order of their names": f"""{{'author': '谷雨',
 'content': ['{A}',
             '{B}'],
 'date': '2018-10-09',
 'title': '钟楼的大钟又响了'}}
{{'author': '柏青',
 'content': ['{C}',
             '{D}'],
 'date': '2018-10-09',
 'title': '三号渡口添了夜班船'}}
""",
    "author first": f"""%0 Newspaper Article
%A 谷雨
%T 钟楼的大钟又响了
%X {A}
{B}

%0 Newspaper Article
%A 柏青
%T 三号渡口添了夜班船
%X {C}
{D}
""",
    "names set apart by spaces": f"""标题    钟楼的大钟又响了
作者    谷雨
日期    2018-10-09
全文
    {A}
    {B}
------------------------------
标题    三号渡口添了夜班船
作者    柏青
日期    2018-10-09
全文
    {C}
    {D}
""",
    "a day, a time and makers": f"""钟楼的大钟又响了
2018-10-09 06:00　江州日报　记者谷雨／澜江报道
分享　留言　打印
{A}
{B}

三号渡口添了夜班船
2018-10-09 07:00　江州日报　记者柏青／澜江报道
分享　留言　打印
{C}
{D}
""",
    "a mail in a mail": f"""From: a@post.example
To: b@post.example
Subject: Fwd: 剪报
Date: Tue, 9 Oct 2018 22:41:05 +0800

---------- Forwarded message ----------
> 钟楼的大钟又响了
>
> 　　{A}
> 　　{B}（记者 谷雨）
>
> 三号渡口添了夜班船
>
> 　　{C}
> 　　{D}（记者 柏青）
""",
    "a search through files": f"""20181009/01/a.txt:1:钟楼的大钟又响了
20181009/01/a.txt:2:　　本报讯（记者 谷雨）{A}
20181009/01/a.txt:3:　　{B}
20181009/01/b.txt:1:三号渡口添了夜班船
20181009/01/b.txt:2:　　本报讯（记者 柏青）{C}
20181009/01/b.txt:3:　　{D}
20181009/02/c.txt:1:修鞋铺里的旧算盘
20181009/02/c.txt:2:　　本报讯（记者 南星）{D}
20181009/02/c.txt:3:　　{B}
""",
    "a typesetter's source": f"""〖BT(4〗〖HT2H〗钟楼的大钟又响了〖HT〗〖HH〗
〖BT)〗
〓〓本报讯（记者 谷雨）{A}〖HH〗
〓〓{B}〖HH〗
〖BT(4〗〖HT2H〗三号渡口添了夜班船〖HT〗〖HH〗
〖BT)〗
〓〓本报讯（记者 柏青）{C}〖HH〗
〓〓{D}〖HH〗
""",
    "frames": f"""┌稿件 001 ──────────
│ 标题：钟楼的大钟又响了
│ 记者：谷雨　版面：第1版
├──────────
│ 　　{A}
│ 　　{B}
└──────────

┌稿件 002 ──────────
│ 标题：三号渡口添了夜班船
│ 记者：柏青　版面：第2版
├──────────
│ 　　{C}
│ 　　{D}
└──────────
""",
    "a chat": f"""老贺  07:10

各位早，报纸来了

老贺  07:12

钟楼的大钟又响了
本报讯（记者 谷雨）{A}
{B}

老周  08:02

[强][强]

老周  08:13

三号渡口添了夜班船
本报讯（记者 柏青）{C}
{D}

老贺  08:20

这个说的就是我们小区
""",
    "an agency's feed": f"""ZCZC 0301 XBS
r kz BC-DAZHONG 06-18 0100

    钟楼的大钟又响了

    本报讯（记者 谷雨）{A}
    {B}

江社 2003.06.18 09:20
NNNN

ZCZC 0302 XBS
r sw BC-DUKOU 06-18 0190

    三号渡口添了夜班船

    本报讯（记者 柏青）{C}
    {D}

江社 2003.06.18 11:21
NNNN

ZCZC 0303 XBS
r gz BC-SUANPAN 06-18 0201

    修鞋铺里的旧算盘

    本报讯（记者 南星）{D}
    {B}

江社 2003.06.18 12:21
NNNN
""",
    "a list of contents with the same numbers": f"""目　录
1. 钟楼的大钟又响了（《江州日报》）……2
2. 三号渡口添了夜班船（《江州日报》）……3

1. 钟楼的大钟又响了
【来源】《江州日报》
【日期】2018-10-09
　　本报讯（记者 谷雨）{A}
　　{B}

2. 三号渡口添了夜班船
【来源】《江州日报》
【日期】2018-10-09
　　本报讯（记者 柏青）{C}
　　{D}
""",
}


def told(issue: Issue) -> list[tuple[str | None, list[str], list[str]]]:
    return [
        (article.headline, [p.name for p in article.byline], [p.text for p in article.paragraphs])
        for article in issue.articles
        if article.kind == "article" and article.headline is not None
    ][:2]


@pytest.mark.parametrize("form", DUMPS)
def test_articles_come_out_of_a_tools_form(form: str) -> None:
    assert told(split(DUMPS[form])) == [
        ("钟楼的大钟又响了", ["谷雨"], [A, B]),
        ("三号渡口添了夜班船", ["柏青"], [C, D]),
    ]


def test_the_page_of_a_row_stands_behind_its_text() -> None:
    issue = split(DUMPS["quoted cells of several lines"])
    assert [article.newspaper for article in issue.articles] == ["江州日报"] * 3


def test_quotation_marks_within_cells_are_told_from_those_around_them() -> None:
    rows = [
        f"INSERT INTO `n` (`id`,`title`,`content`) VALUES (1,'钟楼的大钟\\'又\\'响了','{A}\\n他说：''好。''{B}'),",
        f"(2,'三号渡口添了夜班船','{C}\\n{D}');",
    ]
    first = split("".join(rows)).articles[0]
    assert first.headline == "钟楼的大钟'又'响了"
    assert [p.text for p in first.paragraphs] == [A, f"他说：'好。'{B}"]
    rows = [
        f'钟楼的大钟又响了,"他说：""好。""{A}",2018-10-09',
        f'三号渡口添了夜班船,"{C}",2018-10-09',
        f'修鞋铺,"{D}",2018-10-09',
    ]
    table = "\n".join(["标题,正文,日期", *rows])
    assert split(table).articles[0].paragraphs[0].text == f'他说："好。"{A}'


def tagged(text: str) -> str:
    return "  ".join(f"{text[n : n + 2]}/n" for n in range(0, len(text), 2))


def test_a_corpus_is_read_without_its_tags() -> None:
    lines = [
        f"19980101-01-001-001/m  {tagged('钟楼的大钟又响了')}",
        f"19980101-01-001-002/m  {tagged('本报讯（记者谷雨）' + A)}",
        f"19980101-01-001-003/m  {tagged(B)}",
        f"19980101-02-002-001/m  {tagged('三号渡口添了夜班船')}",
        f"19980101-02-002-002/m  {tagged('本报讯（记者柏青）' + C)}",
        f"19980101-02-002-003/m  {tagged(D)}",
    ]
    issue = split("\n".join(lines))
    assert told(issue) == [
        ("钟楼的大钟又响了", ["谷雨"], [A, B]),
        ("三号渡口添了夜班船", ["柏青"], [C, D]),
    ]
    assert [(a.date, a.page and a.page.number) for a in issue.articles] == [("1998-01-01", "1"), ("1998-01-01", "2")]


def test_what_a_recogniser_logs_is_read_without_the_log() -> None:
    texts = ["钟楼的大钟又响了", "本报讯（记者 谷雨）" + A, B, "三号渡口添了夜班船", "本报讯（记者 柏青）" + C, D]
    lines = [f"[[[40.0, {n}.0], [90.0, {n}.0]], ('{text}', 0.97{n})]" for n, text in enumerate(texts)]
    assert [article.headline for article in split("\n".join(lines)).articles] == texts[::3]


def test_an_article_is_no_copy_of_what_a_tool_says_twice() -> None:
    asked = "mysql> SELECT paper,pubdate,title,author,body FROM art WHERE pubdate='2019-10-17'"
    issue = split(f"{asked}\n\n钟楼的大钟又响了\n{A}\n{B}\n{asked}\n")
    assert A in [p.text for article in issue.articles for p in article.paragraphs]


NOT_TOLD = {
    "quoted cells of several lines": "“一、二、三，”老周数着，“四个，”他说。",
    "frames": "│ 是什么？",
    "a listing": "上午9:30-11:00：开幕式",
}


@pytest.mark.parametrize("text", NOT_TOLD.values())
def test_a_line_of_the_papers_own_stays(text: str) -> None:
    issue = split(f"钟楼的大钟又响了\n{A}\n{text}\n{B}\n")
    assert "".join(issue.text[part.start : part.end] for part in issue.markup) == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("稿件标题", "headline"),
        ("见报版次", "page"),
        ("完整新闻标题", "headline"),
        ("打印时间", ""),
        ("本报记者", "author"),
        ("大钟", ""),
    ],
)
def test_a_name_is_told_by_its_last_characters(name: str, kind: str) -> None:
    assert kind_of(name, default_lexicon()) == kind


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("107/3/10", "2018-03-10"),
        ("100.10.07", "2011-10-07"),
        ("97/3/10", None),
        ("107/13/1", None),
        ("107/3-10", None),
    ],
)
def test_days_in_the_years_of_the_republic(value: str, day: str | None) -> None:
    assert republican_date(value) == day


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（谷雨）昨天中午，停了十一年的钟楼大钟敲了十二下。", ["谷雨"]),
        ("（池勇、林渡）给每台老叉车贴上二维码，一扫就知道毛病。", ["池勇", "林渡"]),
        ("（成都）昨天中午，停了十一年的钟楼大钟敲了十二下。", None),
        ("（左）昨天中午，停了十一年的钟楼大钟敲了十二下。", None),
        ("（时间已过）昨天中午，停了十一年的钟楼大钟敲了十二下。", None),
        ("（谷雨）说，这没什么。", None),
    ],
)
def test_names_alone_in_the_bracket_that_opens_a_text(text: str, names: list[str] | None) -> None:
    lede = read_lede(text, text, default_lexicon())
    assert (None if lede is None else [maker.name for maker in lede.makers]) == names


def test_offsets_stay_those_of_the_source() -> None:
    for text in DUMPS.values():
        issue = split(text)
        for article in issue.articles:
            for paragraph in article.paragraphs:
                shown = "".join(text[span.start : span.end] for span in paragraph.spans)
                assert shown.replace("\n", "").replace("> ", "") == paragraph.text


RECORDS = "".join(
    f"标题：{head}\n日期：2018-10-0{n}\n正文：\n{text}\n-----\n"
    for n, (head, text) in enumerate((("钟楼的大钟又响了", A), ("三号渡口添了夜班船", C), ("修鞋铺里的旧算盘", D)), 1)
)


@pytest.mark.parametrize(
    ("front", "taken"),
    [
        ("岚江报纸资料库 :: 检索结果\n查询条件：钟楼 / 日期 20181001-20181010  共 3 笔\n", True),
        ("共检索到 3 篇\n", True),
        ("社区动态\n", False),
        (f"{B}\n", False),
        ("大桥今日通车，两岸往来只要十分钟\n", False),
    ],
)
def test_what_stands_above_the_first_record_is_the_tools_if_it_says_nothing_of_the_paper(
    front: str, taken: bool
) -> None:
    issue = split(front + RECORDS)
    assert [a.headline for a in issue.articles][-3:] == ["钟楼的大钟又响了", "三号渡口添了夜班船", "修鞋铺里的旧算盘"]
    first = front.split("\n")[0]
    marked = "".join(issue.text[part.start : part.end] for part in issue.markup)
    assert (first in marked) == taken


@pytest.mark.parametrize("mark", ["#", "@", "~", "*", "＝"])
def test_the_name_of_a_field_may_stand_between_two_signs(mark: str) -> None:
    text = f"{mark}标题{mark}钟楼的大钟又响了\n{A}\n\n{mark}标题{mark}三号渡口添了夜班船\n{C}\n"
    assert [a.headline for a in split(text).articles] == ["钟楼的大钟又响了", "三号渡口添了夜班船"]


def test_a_topic_between_two_signs_names_no_field() -> None:
    text = f"#岚江故事#钟楼的大钟又响了\n{A}\n\n#岚江故事#三号渡口添了夜班船\n{C}\n"
    assert "".join(a.text for a in split(text).articles) == f"{A}{C}"
    assert "岚江故事" in "".join(a.headline or "" for a in split(text).articles)


def test_crossheads_keep_their_numbers_where_no_list_of_contents_names_them() -> None:
    text = (
        f"钟楼修了四十天\n本报讯（记者 谷雨）{A}\n一、齿轮锉了六个\n{B}\n二、船票还是两元\n{C}\n三、热水和旧报纸\n{D}\n"
    )
    (article,) = split(text).articles
    assert "一、齿轮锉了六个" in article.text


def test_dots_up_to_a_jump_mark_are_no_text() -> None:
    (article,) = split(f"钟楼的大钟又响了\n本报讯（记者 谷雨）{A}\n……………………（下转第三版）\n").articles
    assert article.text == A
    assert article.continues_on == "3"


def test_an_ellipsis_before_a_jump_mark_is_text() -> None:
    (article,) = split(f"钟楼的大钟又响了\n本报讯（记者 谷雨）{A}他说，再等等……（下转第三版）\n").articles
    assert article.text == f"{A}他说，再等等……"


def test_a_byline_with_the_papers_name_stays_one() -> None:
    text = "".join(
        f"{head}\n江州晚报记者 {name}\n{text}\n\n"
        for head, name, text in (
            ("钟楼的大钟又响了", "谷雨", A), ("三号渡口添了夜班船", "柏青", C), ("修鞋铺里的旧算盘", "林渡", D),
        )
    )  # fmt: skip
    assert [[m.name for m in a.byline] for a in split(text).articles] == [["谷雨"], ["柏青"], ["林渡"]]


def test_words_of_a_site_amid_a_wrapped_line_cut_no_paragraph() -> None:
    more = "請繼續往下閱讀..."
    texts = (
        f"溪口的老鐘樓停了十一年，昨天中午敲了十二下，圍觀的市民一聲一聲地數。{more}修鐘的是七十歲的退休鉗工路德成，他沒有收一分錢，只要了一碗麵。",
        f"三號渡口的末班船從今晚起改到二十三點，船票仍是兩元，推車的不加錢。{more}值夜的船工有四人，兩人一班，一直到天亮，船艙裡有熱水，也有舊報紙。",
        f"修鞋鋪裡的舊算盤掛了三十年，老闆說它比計算機還準，誰借都不肯借。{more}去年有人出兩千元要買，他搖搖頭，說少一顆珠子也不賣，那是他師傅留下的。",
    )
    heads = ("鐘樓的大鐘又響了", "三號渡口添了夜班船", "修鞋鋪裡的舊算盤")
    dump = ""
    for head, text in zip(heads, texts, strict=True):
        dump += head + "\n" + "\n".join(text[n : n + 20] for n in range(0, len(text), 20)) + "\n\n"
    found = [[p.text for p in article.paragraphs] for article in split(dump).articles]
    assert found == [text.split(more) for text in texts]


@pytest.mark.parametrize(
    "form",
    [
        "《{}》　江州日报　1947.03.18　第{}版",
        "{}　江州日报　1947-03-18　第{}版",
        "{} | 《江州日报》2018年3月18日 第{}版",
    ],
)
def test_a_title_stands_on_one_line_with_paper_day_and_page(form: str) -> None:
    heads = ("钟楼的大钟又响了", "三号渡口添了夜班船", "修鞋铺里的旧算盘")
    issue = split(
        "".join(
            f"{form.format(head, n)}\n{text}\n" for n, (head, text) in enumerate(zip(heads, (A, C, D), strict=True), 1)
        )
    )
    assert [(a.headline, a.page.newspaper, a.page.number) for a in issue.articles] == [
        (head, "江州日报", str(n)) for n, head in enumerate(heads, 1)
    ]


def test_heads_of_pages_are_no_titles() -> None:
    text = "".join(
        f"{name}　江州日报　2018年3月18日　第{n}版\n{head}\n本报讯（记者 谷雨）{body}\n"
        for n, (name, head, body) in enumerate(
            (
                ("教育周刊", "钟楼的大钟又响了", A),
                ("社区新闻", "三号渡口添了夜班船", C),
                ("文化广场", "修鞋铺里的旧算盘", D),
            ),
            1,
        )
    )
    assert [a.headline for a in split(text).articles] == ["钟楼的大钟又响了", "三号渡口添了夜班船", "修鞋铺里的旧算盘"]


def test_a_known_field_may_stand_behind_one_that_nobody_knows_in_every_line() -> None:
    foot = "手机阅读 PDF下载　　下载：23   页码：006   页数：1   大小：42K\n"
    assert A in "".join(a.text for a in split(f"　　{A}\n{foot * 4}").articles)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("【本报江州快邮】战事延长，转瞬已届深秋。", "本报江州快邮"),
        ("【桐陵快信】沅溪自上月杪起，阴雨连绵。", "桐陵快信"),
        ("路透电　江州轮船公司昨日宣布增航。", "路透电"),
        ("无线电爱好者昨天在江州聚会。", None),
        ("快信寄到了江州。", None),
    ],
)
def test_letters_and_wires_of_old_papers_are_marks(text: str, mark: str | None) -> None:
    lede = read_lede(text, text, default_lexicon())
    found = "".join(text[start:end] for start, end in lede.mark) if lede is not None else None
    assert found == mark
