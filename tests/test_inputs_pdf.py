"""PDF files: columns in order, headings by the size of their type, borders of pages; and what cannot be read."""

from __future__ import annotations

import io
import re

import pytest

import newssplit
from newssplit.batch.texts import text_of
from newssplit.errors import DecodingError
from newssplit.files.readers import pdf
from tests.input_files import BODY, LEDE, QUOTE, SCHOOL, Sheet

RUNNING = "槐江日报　2016年11月9日　星期三　第{}版"
MORE = "学员白天下地，晚上识字，四十岁的会计也坐进了课堂。教员都是县里中学的老师，走十里路来上课，风雨不误。"
LAST = "集市也比平时热闹了一倍，商贩们早早摆开了摊子，到天黑还舍不得收。"


def unwrapped(text: str) -> str:
    """A text without the line ends of its columns."""
    return re.sub(r"(?<![#>])\n(?![#　<\n]|\Z)", "", text)


def front_page() -> bytes:
    """Two pages: an article in two columns below a headline of its own, another beside it; a page with one more."""
    sheet = Sheet()
    sheet.line(40, 770, RUNNING.format(1))
    sheet.line(60, 720, "新桥昨日通车 两岸三分钟", 28)
    sheet.line(410, 720, "县里办起农民夜校", 18)
    sheet.column(410, 696, [SCHOOL + MORE])  # the file has it before what is read first
    below = sheet.column(40, 690, [LEDE, QUOTE])
    sheet.line(60, below - 4, "集市热闹", 13)
    sheet.column(40, below - 22, [LAST])
    sheet.column(220, 690, [BODY * 2, "最后一段在这里。"])
    sheet.new_page()
    sheet.line(40, 770, RUNNING.format(2))
    sheet.line(40, 730, "老街修旧如旧", 24)
    sheet.column(40, 700, ["本报讯（记者 赵云）老街改造昨天完工，石板路重新铺过，灯笼也挂上了。"], width=40)
    return sheet.bytes()


def test_columns_come_in_the_order_of_reading() -> None:
    decoded = text_of(front_page())
    assert (decoded.encoding, decoded.warning) == ("pdf", None)
    assert unwrapped(decoded.text).splitlines() == [
        RUNNING.format(1),
        "",
        "# 新桥昨日通车 两岸三分钟",
        f"　　{LEDE}",
        f"　　{QUOTE}",
        "",
        "## 集市热闹",
        f"　　{LAST}",
        f"　　{BODY * 2}",
        "　　最后一段在这里。",
        "",
        "# 县里办起农民夜校",
        f"　　{SCHOOL}{MORE}",
        "<!-- page 2 -->",
        RUNNING.format(2),
        "",
        "# 老街修旧如旧",
        "　　本报讯（记者 赵云）老街改造昨天完工，石板路重新铺过，灯笼也挂上了。",
    ]


def test_a_pdf_becomes_articles_of_its_pages() -> None:
    issue = newssplit.read(front_page())
    assert [(a.headline, a.page.number, a.byline[0].name) for a in issue.articles] == [
        ("新桥昨日通车 两岸三分钟", "1", "李明"),
        ("县里办起农民夜校", "1", "王海"),
        ("老街修旧如旧", "2", "赵云"),
    ]
    assert [issue.articles[0].paragraphs[n].text for n in issue.articles[0].crossheads] == ["集市热闹"]
    assert {a.date for a in issue.articles} == {"2016-11-09"}
    assert "\n" not in issue.articles[1].text
    part = issue.articles[2].parts[0]
    assert issue.text[part.start : part.end] == "老街修旧如旧"


def heads(*lines: tuple[float, float, str, float]) -> list[str]:
    """The headings of a page that has these lines above a text."""
    sheet = Sheet()
    for x, y, text, size in lines:
        sheet.line(x, y, text, size)
    sheet.column(40, 600, [BODY * 3], width=30)
    return [line for line in text_of(sheet.bytes()).text.splitlines() if line.startswith("#")]


def test_a_headline_that_is_wrapped_is_one() -> None:
    assert heads((40, 700, "新桥昨日通车两岸", 24), (40, 670, "三分钟到达", 24)) == ["# 新桥昨日通车两岸三分钟到达"]
    assert heads((60, 700, "新桥昨日通车", 24), (40, 670, "两岸三分钟到达", 24)) == ["# 新桥昨日通车 两岸三分钟到达"]


def test_smaller_lines_of_a_headline_block_are_of_a_lower_level() -> None:
    found = heads((60, 730, "盼了十年", 14), (40, 700, "新桥昨日通车", 28), (60, 670, "两岸三分钟到达", 16))
    assert found == ["## 盼了十年", "# 新桥昨日通车", "## 两岸三分钟到达"]


def test_two_headlines_side_by_side_stay_with_their_columns() -> None:
    sheet = Sheet()
    for x, head, text in ((40, "新桥昨日通车", LEDE), (320, "农民夜校开课", SCHOOL)):
        sheet.line(x, 700, head, 20)
        sheet.column(x, 670, [text * 2], width=20)
    text = unwrapped(text_of(sheet.bytes()).text)
    assert text == f"# 新桥昨日通车\n　　{LEDE * 2}\n\n# 农民夜校开课\n　　{SCHOOL * 2}\n"


def test_an_article_below_another_one_is_read_behind_all_of_its_columns() -> None:
    sheet = Sheet()
    for y, head, text in ((700, "新桥昨日通车", BODY), (450, "农民夜校开课", SCHOOL)):
        sheet.line(40, y, head, 20)
        for x in (40, 240, 440):
            sheet.column(x, y - 30, [text], width=14)
    text = unwrapped(text_of(sheet.bytes()).text)
    assert text.index("农民夜校开课") > text.rindex(BODY)


def test_a_table_is_read_by_rows() -> None:
    sheet = Sheet()
    sheet.column(40, 700, [BODY * 3], width=30)
    for n, row in enumerate((("年份", "车次", "人次"), ("2015", "一万", "三万"), ("2016", "二万", "五万"))):
        for x, cell in zip((60, 160, 260), row, strict=True):
            sheet.line(x, 400 - 14 * n, cell)
    lines = text_of(sheet.bytes()).text.splitlines()
    assert lines[-3:] == ["年份　车次　人次", "2015　一万　三万", "2016　二万　五万"]


def test_type_that_is_printed_twice_to_look_bold_is_read_once() -> None:
    sheet = Sheet()
    for n, char in enumerate("新桥昨日通车"):
        sheet.line(40 + 10 * n, 700, char)
        sheet.line(40.3 + 10 * n, 700, char)
    assert text_of(sheet.bytes()).text == "新桥昨日通车\n"


def test_turned_text_is_left_out() -> None:
    sheet = Sheet()
    sheet.line(40, 700, BODY)
    sheet.canvas.rotate(90)
    sheet.line(300, -20, "侧边的话")
    assert text_of(sheet.bytes()).text == f"{BODY}\n"


def test_type_is_as_large_as_it_looks_whatever_scales_it() -> None:
    sheet = Sheet()
    sheet.column(40, 600, [BODY * 2], width=30)
    sheet.canvas.scale(20, 20)
    sheet.line(2, 34, "新桥昨日通车", 1)
    assert text_of(sheet.bytes()).text.startswith("# 新桥昨日通车\n")


def test_a_scan_says_that_it_has_no_text() -> None:
    sheet = Sheet()
    sheet.canvas.rect(40, 40, 500, 700, fill=1)
    sheet.new_page()
    with pytest.raises(DecodingError) as error:
        text_of(sheet.bytes(), path="a.pdf")
    assert str(error.value) == f"a.pdf: is a PDF file without text, a scan; {pdf.SCANNED}"


def test_pages_without_text_among_others_are_told() -> None:
    sheet = Sheet()
    sheet.line(40, 700, BODY)
    sheet.new_page()
    sheet.canvas.rect(40, 40, 500, 700)
    sheet.new_page()
    decoded = text_of(sheet.bytes())
    assert decoded.warning is not None
    assert decoded.warning.startswith("these pages of the PDF file have no text: 2; ")


def test_a_locked_file_and_a_broken_one_say_so() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret", ownerPassword="more"))
    canvas.drawString(40, 700, "text")
    canvas.save()
    with pytest.raises(DecodingError, match="locked with a password"):
        text_of(stream.getvalue())
    with pytest.raises(DecodingError, match="cannot be read as PDF"):
        text_of(b"%PDF-1.7\nnothing more")


@pytest.mark.xfail(strict=True, reason="no white strip goes through pieces that interlock")
def test_pieces_that_interlock_stay_whole() -> None:
    assert QUOTE * 3 in unwrapped(text_of(pinwheel("bottom", "left", "right", "top")).text)


def test_where_no_strip_goes_through_the_order_of_the_file_is_kept() -> None:
    sheet = Sheet()
    for n in range(8):
        sheet.line(40, 700 - 14 * n, "左" * (10 + 2 * n))
    for n in range(8):
        sheet.line(160 + 20 * n, 707 - 14 * n, "右" * (30 - 2 * n))
    lines = text_of(sheet.bytes()).text.splitlines()
    assert [line.strip()[0] for line in lines] == ["左"] * 8 + ["右"] * 8


def pinwheel(*order: str) -> bytes:
    """Four pieces around a middle, none of which can be cut off by a straight line, put into the file in an order."""
    sheet = Sheet()
    pieces = {
        "top": (40, 700, LEDE * 2, 32),
        "right": (400, 700, SCHOOL * 4, 14),
        "left": (40, 616, QUOTE * 3, 14),
        "bottom": (220, 476, BODY * 2, 32),
    }
    for name in order:
        x, y, text, width = pieces[name]
        sheet.column(x, y, [text], width=width)
    return sheet.bytes()
