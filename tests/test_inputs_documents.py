"""Documents, packed files and web archives: what of them is text, and what is said of those that cannot be read."""

from __future__ import annotations

import gzip
import io
import sys
import tarfile
import zipfile

import pytest

import newssplit
from newssplit import limits
from newssplit.batch.crawls import page_name
from newssplit.batch.texts import text_of
from newssplit.errors import DecodingError
from newssplit.files.names import is_input_name
from newssplit.files.readers import docx as docx_reader
from newssplit.files.readers import packed as packed_reader
from tests.input_files import LEDE, QUOTE, SCHOOL, docx, mhtml, packed, page, rtf, warc
from tests.test_decoding import SIMPLIFIED

SCHOOL_PAGE = f"<html><body><h1>农民夜校开课</h1><p>{SCHOOL}</p></body></html>".encode()
PAGES = [
    ("http://paper.example.org/2016/1.html", page("gb18030", "utf-8"), "text/html; charset=gbk"),
    ("http://paper.example.org/logo.png", b"\x89PNG", "image/png"),
    ("http://paper.example.org/2016/", SCHOOL_PAGE, "text/html"),
]


def test_a_document_keeps_headings_bold_type_indents_and_tables() -> None:
    decoded = text_of(docx())
    assert decoded.encoding == "docx"
    assert decoded.text.splitlines() == [
        "# 新桥昨日通车",
        f"　　{LEDE}",
        "**两岸同城**",
        QUOTE,
        "<tr><td>年份</td><td>车次</td></tr>",
        "<tr><td>2016</td><td>三万</td></tr>",
        "# 县里办起农民夜校",
        SCHOOL,
    ]


def test_a_document_becomes_articles() -> None:
    issue = newssplit.read(docx())
    assert [a.headline for a in issue.articles] == ["新桥昨日通车", "县里办起农民夜校"]
    assert [issue.articles[0].paragraphs[n].text for n in issue.articles[0].crossheads] == ["两岸同城"]


def test_what_a_document_sets_in_other_ways() -> None:
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    document = Document()
    document.add_paragraph("槐江日报", style="Title")
    outlined = document.add_paragraph("新桥昨日通车")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    outlined._p.get_or_add_pPr().append(level)
    lead = document.add_paragraph()
    lead.add_run("本报讯").bold = True
    lead.add_run("昨天，新桥")
    lead.add_run("通车").bold = True
    document.add_paragraph("新桥。王海摄", style="Caption")
    box = document.add_table(rows=1, cols=1).rows[0].cells[0]
    box.text = "新闻链接"
    box.add_paragraph("大桥全长三公里。")
    merged = document.add_table(rows=1, cols=3).rows[0].cells
    merged[0].merge(merged[1]).text = "年份"
    stream = io.BytesIO()
    document.save(stream)
    assert text_of(stream.getvalue()).text.splitlines() == [
        "# 槐江日报",
        "## 新桥昨日通车",
        "**本报讯**昨天，新桥通车",
        "![新桥。王海摄]()",
        "新闻链接",
        "大桥全长三公里。",
        "<tr><td>年份</td><td></td></tr>",
    ]


def test_a_document_that_unpacks_to_more_than_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reader, "LARGEST_PACKED_DOCUMENT", 1 << 20)
    stream = io.BytesIO(docx())
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/large.xml", b" " * (2 << 20))
    with pytest.raises(DecodingError, match="more than 1 MB, unpacked"):
        text_of(stream.getvalue())


def test_rtf_is_read_by_its_code_page() -> None:
    decoded = text_of(rtf())
    assert (decoded.text, decoded.encoding) == (f"新桥昨日通车\n{LEDE}\n", "rtf, cp936")
    unicode = r"{\rtf1\ansi\uc1 \u26032?\u26725?\par \u36890?\u-28826?\par}"
    assert text_of(unicode.encode()).text == "新桥\n通车\n"


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz", "zst"])
def test_packed_files_are_read_as_what_is_in_them(kind: str) -> None:
    name = {"gz": "gzip", "zst": "zstd"}.get(kind, kind)
    decoded = text_of(packed(SIMPLIFIED.encode("gb18030"), kind))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, f"{name}, gb18030")
    assert text_of(packed(page("gb18030", "gb2312"), kind)).encoding == f"{name}, html, gb18030"


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz", "zst"])
def test_a_packed_file_that_is_cut_says_so(kind: str) -> None:
    data = packed((SIMPLIFIED * 50).encode(), kind)
    with pytest.raises(DecodingError, match="cannot be unpacked"):
        text_of(data[: len(data) // 2])


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_reader, "LARGEST_INPUT", 3 << 20)
    with pytest.raises(DecodingError, match="is larger than 3M, unpacked; unpack it, and cut it into issues"):
        text_of(gzip.compress(b"a" * (5 << 20)))


def test_files_packed_too_often_are_refused() -> None:
    data = SIMPLIFIED.encode()
    for _ in range(limits.DEEPEST_PACKED + 1):
        data = gzip.compress(data)
    assert text_of(data).text == SIMPLIFIED
    with pytest.raises(DecodingError, match="is packed in too many layers"):
        text_of(gzip.compress(data))


def test_a_packed_archive_is_still_an_archive() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"))
    with pytest.raises(DecodingError, match="is a TAR archive, not the text of an issue"):
        text_of(stream.getvalue())


@pytest.mark.parametrize("gz", [False, True])
def test_the_pages_of_a_web_archive_are_read_together(gz: bool) -> None:
    decoded = text_of(warc(PAGES, gz=gz))
    assert decoded.encoding == "gzip, " * gz + "warc, html, gb18030 and html, utf-8"
    headlines = [a.headline for a in newssplit.read(warc(PAGES, gz=gz)).articles if a.kind != "photo"]
    assert headlines == ["新桥昨日通车", "农民夜校开课"]


def test_a_web_archive_without_pages_says_so() -> None:
    with pytest.raises(DecodingError, match="without a page of HTML"):
        text_of(warc(PAGES[1:2]))


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://paper.example.org/2016/1.html", "paper.example.org/2016/1.html"),
        ("https://paper.example.org/", "paper.example.org/index.html"),
        ("https://paper.example.org", "paper.example.org/index.html"),
        ("https://paper.example.org/a?id=3&p=../..", "paper.example.org/a_id=3&p=...html"),
        ("https://paper.example.org/%E8%A6%81%E9%97%BB/1.htm", "paper.example.org/要闻/1.htm"),
        ("https://paper.example.org/../../etc/passwd", "paper.example.org/etc/passwd.html"),
        ("page", "page/page.html"),
    ],
)
def test_the_name_of_a_crawled_page_is_a_harmless_path(address: str, name: str) -> None:
    assert page_name(address) == name


MISSING = {
    "html": ("lxml", "is an HTML page", page()),
    "html ": ("lxml", "is an MHTML page", mhtml(page(), "utf-8")),
    "pdf": ("pypdfium2", "is a PDF file", b"%PDF-1.4\n"),
    "docx": ("docx", "is a DOCX document", docx()),
    "rtf": ("striprtf", "is an RTF document", rtf()),
    "zst": ("zstandard", "is a Zstandard file", packed(b"a", "zst")),
    "warc": ("warcio", "is a WARC file", warc(PAGES)),
}


@pytest.mark.parametrize("extra", MISSING)
def test_a_package_that_is_not_there_is_named_with_the_command(extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package, kind, data = MISSING[extra]
    for name in [name for name in sys.modules if name.partition(".")[0] == package or "files.readers." in name]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(DecodingError) as error:
        text_of(data, path="a")
    said = str(error.value)
    assert said.startswith(f"a: {kind}, and to read it needs the package {package}")
    assert said.endswith(f"; pip install 'newssplit[{extra.strip()}]'")


def test_without_the_package_a_page_can_be_read_with_its_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    decoded = text_of(page(), errors="replace")
    assert "<h1>新桥昨日通车</h1>" in decoded.text
    assert decoded.warning == "is an HTML page, not the text of an issue"


@pytest.mark.parametrize(
    "name", ["a.txt", "A.TXT", "a.html", "a.htm", "a.mhtml", "a.pdf", "a.docx", "a.txt.gz", "a.html.zst"]
)
def test_names_of_inputs(name: str) -> None:
    assert is_input_name(name)


@pytest.mark.parametrize("name", ["a.jpg", "a.gz", "a.json", "a.csv", "a.log.gz", "a.doc", "txt", "a.pdf.sig"])
def test_names_of_other_files(name: str) -> None:
    assert not is_input_name(name)
