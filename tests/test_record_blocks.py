"""What tools set around records that no list describes: values without names, counts, headings, lines that lead on."""

from __future__ import annotations

import pytest

from newssplit import Article, split
from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.shapes import shape_of
from newssplit.rules.fields import read_author

LEXICON = default_lexicon()
TEXTS = (
    "渡口昨天添了两条船，过河不用再等半个钟头，摆渡人说夜里也开，票价仍是两元。",
    "停业两年的解放电影院昨天重新开门，头一场放映免费，来了三百多位老观众。",
    "市里在东礼堂开会，商量今年冬天供暖的事情，与会的人都说今年准备得比去年早。",
    "村里把化验单贴在井台边，老人们提着水桶来打水，井台边又排起了长长的队伍。",
)
HEADS = ("渡口添了两条船", "老影院重新开门", "供暖准备提前完成", "老井的水又能喝了")


def articles(*pieces: str) -> tuple[Article, ...]:
    return split("\n".join(pieces) + "\n").articles


def heads(found: tuple[Article, ...]) -> list[str | None]:
    return [a.headline for a in found]


VALUES = (
    ("江州时报", "JZSBSC", "6", "中文（简体）"),
    ("海城晚报", "HCWBA", "A11", "中文（繁体）"),
    ("澜江日报", "LJRB", "B03", "中文"),
)


def record(n: int, *between: str) -> str:
    return "\n".join(
        [HEADS[n], f"{n + 3}23 字", f"2019 年 7 月 {n + 12} 日", *between, f"(c) 2019 Press {n}", "", TEXTS[n], ""]
    )


def test_values_without_names_amid_what_comes_again() -> None:
    found = articles(*(record(n, *values) for n, values in enumerate(VALUES)))
    assert heads(found) == list(HEADS[:3])
    assert [a.page.newspaper for a in found] == ["江州时报", "海城晚报", "澜江日报"]
    assert [a.page.number for a in found] == ["6", "A11", "B3"]


def test_a_maker_amid_such_lines_stays() -> None:
    found = articles(*(record(n, f"记者 {name}") for n, name in enumerate(("马若青", "陆一帆", "谷雨"))))
    assert [a.byline[0].name for a in found] == ["马若青", "陆一帆", "谷雨"]


@pytest.mark.parametrize("sign", ["{}", "{}.", "［{}］"])
def test_numbers_that_count_the_items(sign: str) -> None:
    found = articles(*(f"{sign.format(n + 1)}\n{HEADS[n]}\n{TEXTS[n]}\n" for n in range(4)))
    assert heads(found) == list(HEADS)


def test_numbers_of_pages_and_of_parts_count_nothing() -> None:
    pages = articles(*(f"{HEADS[n]}\n本报讯　{TEXTS[n]}\n\n{n + 1}\n" for n in range(4)))
    parts = articles(HEADS[0], *(f"{n + 1}\n{TEXTS[n]}\n" for n in range(4)))
    assert heads(pages) == list(HEADS)
    assert heads(parts) == [HEADS[0]]


def test_numbers_of_pages_amid_signed_ones_do_not_stop_the_count() -> None:
    found = articles(*(f"■ {n + 1}\n{HEADS[n]}\n{TEXTS[n]}\n\n{n + 2}\n" for n in range(4)))
    assert heads(found) == list(HEADS)


def described(n: int, name: str, where: str) -> str:
    return f"### {n + 1}. {where}\n\n**{name}：**{HEADS[n]}\n\n**副题：**——访渡口\n\n**正文：**\n\n{TEXTS[n]}\n\n---\n"


@pytest.mark.parametrize("names", [("主题", "主题", "主题"), ("主题", "主题", "标题")])
def test_headings_that_say_where_a_record_stands(names: tuple[str, ...]) -> None:
    places = ("头条（版面上方，通栏标题）", "版面左侧（竖排标题）", "版面中缝")
    found = articles(*(described(n, name, places[n]) for n, name in enumerate(names)))
    assert heads(found) == list(HEADS[:3])
    assert [a.section for a in found] == [None] * 3


def test_headings_over_texts_without_such_fields_are_headlines() -> None:
    found = articles(*(f"### {HEADS[n]}\n\n**作者：**马若青\n\n**正文：**\n\n{TEXTS[n]}\n" for n in range(3)))
    assert heads(found) == list(HEADS[:3])


def test_a_column_a_time_and_an_author_on_one_line() -> None:
    lines = (
        "纽约 · 2024-09-30 05:12 · 作者：记者马若青",
        "洛杉矶 · 2024-09-30 04:30 · 作者：记者陆一帆",
        "旧金山 · 2024-09-29 23:05 · 作者：本报",
    )
    found = articles(*(f"★ {HEADS[n]}\n{lines[n]}\n听新闻\n{TEXTS[n]}\n──────────" for n in range(3)))
    assert [[m.name for m in a.byline] for a in found] == [["马若青"], ["陆一帆"], []]
    assert [a.page.date for a in found] == ["2024-09-30", "2024-09-30", "2024-09-29"]


@pytest.mark.parametrize("text", ["本报", "本报讯", "本刊"])
def test_a_field_that_names_the_paper_names_nobody(text: str) -> None:
    assert read_author(text, "作者", LEXICON) == ()


def test_an_account_s_own_text_names_its_author() -> None:
    assert [m.name for m in read_author("原创 马若青", "作者", LEXICON)] == ["马若青"]
    assert [m.name for m in read_author("原野", "作者", LEXICON)] == ["原野"]


def test_numbers_of_the_parts_of_a_text_are_the_text_s() -> None:
    parts = (f"0{n + 1}\n\n{TEXTS[n]}\n" for n in range(3))
    found = articles(f"{HEADS[3]}\n\n本报讯　{TEXTS[3]}\n", *parts)
    assert [p.text for p in found[0].paragraphs] == [TEXTS[3], "01", TEXTS[0], "02", TEXTS[1], "03", TEXTS[2]]


def test_times_before_and_after_noon_have_one_shape() -> None:
    assert shape_of("发布：6:05pm 25/03/2023") == shape_of("发布：11:48am 24/03/2023")
    assert shape_of("3amigos") != shape_of("3 amigos")


def test_lines_that_lead_to_more_of_a_column() -> None:
    columns = ("东海岸", "社会", "大都会", "国际")
    found = articles(*(f"{HEADS[n]}\n\n{TEXTS[n]}\n\n打开全文\n热门视频\n更多{columns[n]}新闻\n" for n in range(4)))
    assert heads(found) == list(HEADS)
    assert [a.section for a in found] == [None] * 4
    assert [[p.text for p in a.paragraphs] for a in found] == [[text] for text in TEXTS]


def test_bylines_below_words_of_a_site_lead_nowhere() -> None:
    names = ("马若青", "陆一帆", "谷雨禾", "包博文")
    found = articles(*(f"{HEADS[n]}\n听新闻\n记者 {names[n]}\n\n{TEXTS[n]}\n" for n in range(4)))
    assert [a.byline[0].name for a in found] == list(names)


def test_what_a_model_says_below_the_last_rule() -> None:
    records = [described(n, "标题", f"第{n + 1}篇") for n in range(3)]
    closing = "以上是图片中能够辨认的全部文字。中缝未能转录。如果您需要，我可以：\n\n1. 整理为表格；\n2. 写摘要。"
    found = articles("好的，以下是图片中的文字：\n\n---\n", *records, closing)
    assert [[p.text for p in a.paragraphs] for a in found] == [[text] for text in TEXTS[:3]]


CORPUS = """<corpus>
<text id="1" source="江州晚报" date="2005-06-11" page="A05" column="社会" author="马若青">
<head>
{0}
</head>
<p>
{3}
</p>
</text>
<text id="2" source="江州晚报" date="2005-06-12" page="A06" column="教育" author="">
<head>
{1}
——晚了两年
</head>
<p>
{4}
</p>
</text>
</corpus>
"""
TEI = """<TEI><teiHeader><title>星檳商報</title></teiHeader><text><body>
<fw type="header">星檳商報　第五版　本坡新聞</fw>
<div type="article" xml:id="a01"><head type="main">{0}</head><head type="sub">——晚了两年</head><p>{3}</p></div>
<div type="article" xml:id="a02"><head>{1}</head><byline>马若青</byline><p>{4}</p></div>
<fw type="footer">OCR confidence 0.93</fw>
</body></text></TEI>
"""
TAGGED = """<doc id="1" title="{0}" date="2005-06-11" source="江州晚报" page="A05" author="马若青">
{3}
</doc>
<doc id="2" title="{1}" date="2005-06-12" source="江州晚报" page="A06" author="">
{4}
</doc>
"""
PAGE = """<html><head><title>江州日报数字报</title></head><body><div class="head"><h1>{0}</h1><p>{3}</p></div>
<div class="head"><h1>{1}</h1><p>{4}</p></div></body></html>
"""


SINGLE = TAGGED.replace('"', "'")


@pytest.mark.parametrize("dump", [CORPUS, TEI, TAGGED, SINGLE, PAGE, CORPUS.replace("head>", "HEAD>")])
def test_elements_that_hold_an_item_each(dump: str) -> None:
    found = articles(dump.format(*HEADS[:3], *TEXTS[:2]))
    assert heads(found) == list(HEADS[:2])
    assert [[p.text for p in a.paragraphs] for a in found] == [[text] for text in TEXTS[:2]]


@pytest.mark.parametrize("dump", [CORPUS, TAGGED, SINGLE])
def test_what_the_tag_of_an_item_says_of_it(dump: str) -> None:
    found = articles(dump.format(*HEADS[:3], *TEXTS[:2]))
    pages = [(a.page.newspaper, a.page.date, a.page.number) for a in found]
    assert pages == [("江州晚报", "2005-06-11", "A5"), ("江州晚报", "2005-06-12", "A6")]
    assert [[m.name for m in a.byline] for a in found] == [["马若青"], []]


def test_a_running_head_of_tei_says_which_page_it_is() -> None:
    found = articles(TEI.format(*HEADS[:3], *TEXTS[:2]))
    assert [(a.page.number, a.subheadline) for a in found] == [("5", "——晚了两年"), ("5", None)]


def test_a_script_is_not_read_whatever_its_type() -> None:
    script = f'<script type="header/template"><p>{TEXTS[3]}</p></script>'
    found = articles(PAGE.replace("<body>", f"<body>{script}").format(*HEADS[:3], *TEXTS[:2]))
    assert heads(found) == list(HEADS[:2])
    assert "".join(p.text for a in found for p in a.paragraphs) == "".join(TEXTS[:2])
