"""Pages of HTML and MHTML: their encoding, what of them is text, and what comes out of it."""

from __future__ import annotations

import pytest

import newssplit
from newssplit.batch.texts import text_of
from newssplit.errors import DecodingError
from newssplit.files import kinds
from tests.input_files import FOUNDER_PAGE, LEDE, QUOTE, mhtml, page

READ = f"""<h1>新桥昨日通车</h1>
<p>　　{LEDE}</p>
<p><b>两岸同城</b></p>
<p>　　{QUOTE}</p>
![新桥昨日通车。王海摄]()
"""


def body(html: str) -> str:
    return text_of(f"<!DOCTYPE html><html><body>{html}</body></html>".encode()).text


@pytest.mark.parametrize(
    ("encoding", "named", "read_as"),
    [
        ("utf-8", None, "html, utf-8"),
        ("gb18030", "gb2312", "html, gb18030"),
        ("gbk", "utf-8", "html, gb18030"),
        ("utf-8", "gb2312", "html, utf-8"),
        ("utf-8-sig", "utf-8", "html, utf-8"),
        ("utf-16", "utf-16", "html, utf-16-le"),
        ("gb18030", "no-such-encoding", "html, gb18030"),
    ],
)
def test_the_encoding_is_what_the_bytes_are_whatever_is_said(encoding: str, named: str | None, read_as: str) -> None:
    decoded = text_of(page(encoding, named))
    assert (decoded.text, decoded.encoding, decoded.warning) == (READ, read_as, None)


def test_a_page_in_big5_is_read_as_it_says() -> None:
    html = '<html><meta charset="big5"><body><h1>新橋通車</h1><p>本報訊昨天新橋通車了，市民都說好。</p></body></html>'
    assert text_of(html.encode("big5")).text == "<h1>新橋通車</h1>\n<p>本報訊昨天新橋通車了，市民都說好。</p>\n"


def test_a_saved_page_is_read_by_what_its_part_says() -> None:
    decoded = text_of(mhtml(page("gb18030", "utf-8"), "gb2312"))
    assert (decoded.text, decoded.encoding) == (READ, "mhtml, html, gb18030")


def test_a_page_becomes_articles_with_headings_crossheads_and_captions() -> None:
    issue = newssplit.read(page("gb18030", "gb2312"))
    article, photo = issue.articles
    assert (article.headline, article.byline[0].name) == ("新桥昨日通车", "李明")
    assert [article.paragraphs[n].text for n in article.crossheads] == ["两岸同城"]
    assert (photo.kind, photo.text) == ("photo", "新桥昨日通车。")
    assert issue.encoding == "html, gb18030"
    assert issue.text[article.parts[0].start : article.parts[0].end] == "新桥昨日通车"


def test_the_fields_of_an_e_papers_comment_are_told_once() -> None:
    text = text_of(FOUNDER_PAGE.encode("gb18030")).text
    assert text.splitlines()[:3] == [
        "<!--<date>2016-11-09</date>-->",
        "<founder-introtitle>盼了十年</founder-introtitle>",
        "<founder-title>新桥昨日通车</founder-title>",
    ]
    assert "综合" not in text
    (article,) = newssplit.read(FOUNDER_PAGE.encode("gb18030")).articles
    assert (article.kicker, article.headline, article.date) == ("盼了十年", "新桥昨日通车", "2016-11-09")


def test_a_title_that_only_the_comment_has_stays_there() -> None:
    html = FOUNDER_PAGE.replace("<b>新桥昨日通车</b>", "")
    assert "<!--<date>2016-11-09</date><title>新桥昨日通车</title>-->" in text_of(html.encode()).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>　　新桥昨天\n  通车了，</p>", "<p>　　新桥昨天通车了，</p>\n"),
        ("<p>ten\n  years</p>", "<p>ten years</p>\n"),
        ("<p>甲<br>乙</p>", "<p>甲</p>\n<p>乙</p>\n"),
        ("<p>甲<p>乙", "<p>甲</p>\n<p>乙</p>\n"),
        ("<p>&nbsp;&ldquo;甲&rdquo;&#9312;</p>", "<p>“甲”①</p>\n"),
        ("<p><b>甲<br>乙</b>丙</p>", "<p><b>甲</b></p>\n<p><b>乙</b>丙</p>\n"),
        ("<p><b></b>甲<em>乙</em></p>", "<p>甲<i>乙</i></p>\n"),
        ("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙\n"),
        ("<table><tr><td><p>甲</p></td><td><p>乙</p></td></tr></table>", "<p>甲</p>\n<p>乙</p>\n"),
        (
            "<table><tr><td>年<td>人</tr><tr><td>1<td>2</tr></table>",
            "<tr><td>年</td><td>人</td></tr>\n<tr><td>1</td><td>2</td></tr>\n",
        ),
        ('<img alt="新桥通车"><img alt="logo"><img>', "![新桥通车]()\n"),
        ("<p>甲<script>乙</script><noscript>丙</noscript>丁</p>", "<p>甲丁</p>\n"),
        ("<p>甲<span hidden>乙</span>丙<span aria-hidden=true>丁</span></p>", "<p>甲丙</p>\n"),
        ("<ul><li>甲</li><li>乙</li><li>丙</li></ul>", "<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n"),
        ("<ul><li><a>甲</a><li><a>乙</a><li><a>丙</a></ul><p>丁</p>", "<p>丁</p>\n"),
        ("<ul><li><a>甲</a><li><a>乙</a><li><a>丙</a></ul>", "<li>甲</li>\n<li>乙</li>\n<li>丙</li>\n"),
        ("<div>新</div><main><p>甲</p></main>", "<p>甲</p>\n"),
        ("<header>槐江日报</header><article><p>甲乙丙丁戊己</p></article>", "<p>甲乙丙丁戊己</p>\n"),
        ("<p>" + "新桥通车了。" * 9 + "</p><article><p>甲</p></article>", f"<p>{'新桥通车了。' * 9}</p>\n<p>甲</p>\n"),
    ],
)
def test_what_a_reader_sees_is_the_text_a_line_for_each_paragraph(html: str, text: str) -> None:
    assert body(html) == text


@pytest.mark.parametrize(
    ("title", "html", "first"),
    [
        ("新桥通车_槐江网", "<p>昨天的事。</p>", "<h1>新桥通车</h1>"),
        ("新桥通车 - 槐江网", "<h1>新桥通车了</h1>", "<h1>新桥通车了</h1>"),
        ("新桥通车", "<div>新桥通车</div><p>昨天的事。</p>", "新桥通车"),
    ],
)
def test_the_title_of_a_page_heads_it_where_nothing_else_does(title: str, html: str, first: str) -> None:
    text = text_of(f"<html><head><title>{title}</title></head><body>{html}</body></html>".encode()).text
    assert text.splitlines()[0] == first


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html>", "<HTML>", "<head>", "\n<!-- a -->\n<html >", '<?xml version="1.0"?><html>']
)
def test_pages_are_told_by_how_they_begin(start: str) -> None:
    for data in (start.encode(), start.encode("utf-16"), b"\xef\xbb\xbf" + start.encode()):
        found = kinds.kind_to_read(data)
        assert found is not None
        assert found.reader == "html_page"


@pytest.mark.parametrize(
    "text", ["<p>新桥</p>", "<h1>新桥</h1>", "<heading>新桥", "<!--a-->新桥", "Subject: 新桥\n\n昨日", "新桥<html>"]
)
def test_remains_of_pages_and_letters_are_text(text: str) -> None:
    assert kinds.kind_to_read(text.encode()) is None
    assert text_of(text.encode()).text == text


def test_an_encoding_named_by_the_user_comes_first() -> None:
    assert text_of(page("gb18030", "utf-8"), "gbk").text == READ
    with pytest.raises(DecodingError):
        text_of(page("gb18030", "utf-8"), "utf-8")


def test_nesting_without_end_is_refused_and_deep_nesting_is_read() -> None:
    assert body("<div>" * 1000 + "新桥") == "新桥\n"
    with pytest.raises(DecodingError, match="nested too deep"):
        body("<div>" * 10000 + "新桥")


def test_a_saved_page_without_a_page_says_so() -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n\r\nhello\r\n--x--\r\n"
    with pytest.raises(DecodingError, match="without a page"):
        text_of(data)


def test_a_page_without_any_text_is_empty() -> None:
    assert body("<script>document.write('新桥')</script>") == ""
    assert newssplit.read(b"<html></html>").articles == ()
    assert "is empty: no articles" in newssplit.read(b"<html></html>").warnings
