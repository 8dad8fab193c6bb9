"""Files that are no dump: each kind is named, with the way on; no dump is taken for one of them."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from newssplit.batch.inputs import read_bytes
from newssplit.errors import DecodingError
from newssplit.files import kinds
from newssplit.files.decoding import decode
from newssplit.output.formats import FORMATS
from tests.test_decoding import ISSUES, SIMPLIFIED
from tests.test_output import RECORDS, written


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, SIMPLIFIED)
    return stream.getvalue()


def tarred() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(SIMPLIFIED.encode())
        archive.addfile(member, io.BytesIO(SIMPLIFIED.encode()))
    return stream.getvalue()


BINARY = {
    "a PDF file": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Length 10 >>\nstream\n",
    "a DOCX document": zipped("[Content_Types].xml", "word/document.xml"),
    "an XLSX workbook": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "a PPTX presentation": zipped("ppt/presentation.xml"),
    "a ZIP archive": zipped("word/1.txt"),
    "a GZIP file": gzip.compress(SIMPLIFIED.encode()),
    "a TAR archive": tarred(),
    "a WARC file": b"WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n",
    "a DOC, XLS or PPT document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
    "an RTF document": b"{\\rtf1\\ansi\\ansicpg936 hello}",
    "a CAJ file": b"CAJ\0" + b"\1\0" * 50,
    "an SQLite database": b"SQLite format 3\0" + b"\0" * 100,
    "a Parquet file": b"PAR1\x15\x04" + b"\0" * 100,
    "a PNG picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a JPEG picture": b"\xff\xd8\xff\xe0\0\x10JFIF",
    "a TIFF picture": b"II*\0\x08\0\0\0",
}
PAGE = f"<html><head><title>槐川</title></head><body><p>{SIMPLIFIED}</p><script>x=1</script></body></html>"
TABLE = "标题,日期,正文\n" + "".join(
    f'第{n}桥通车,2016-11-0{n},"昨日，第{n}桥通车。\n市民都说好。"\n' for n in range(1, 9)
)
TEXT = {
    "an HTML page": [
        PAGE,
        "\n<!-- saved from url -->\n<!-- again -->\n<!DOCTYPE html>\n" + PAGE,
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">\n' + PAGE,
    ],
}
RECORDED = [
    '<?xml version="1.0"?>\n<rss><item>新桥通车</item></rss>',
    *(written(name, RECORDS) for name in ("tei", "json", "jsonl", "ninjs", "jsonld", "md", "txt")),
    json.dumps(["昨日", "新桥通车"], ensure_ascii=False),
    '{"title": "新桥',
    *(written(name, RECORDS * 2) for name in ("csv", "tsv")),
    TABLE * 900,
]
"""Records, which the carrier layer reads."""


def refused(data: bytes) -> str:
    with pytest.raises(DecodingError) as error:
        decode(data, path="a")
    return str(error.value)


@pytest.mark.parametrize(("name", "data"), BINARY.items(), ids=BINARY.keys())
def test_binary_files_are_named_with_the_way_on(name: str, data: bytes) -> None:
    said = refused(data)
    assert said.startswith(f"a: is {name}, not the text of an issue; ")
    assert said.endswith("; to read it all the same: --errors replace")
    assert said.count("; ") >= 2


@pytest.mark.parametrize("name", ["a PNG picture", "a TIFF picture", "an SQLite database", "an XLSX workbook"])
def test_what_nobody_reads_is_named_though_reading_ends_early(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(BINARY[name] + bytes(1000))
    with pytest.raises(DecodingError, match=f"a: is {name}, not the text of an issue"):
        decode(read_bytes(str(path)), path=str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in TEXT.items() for text in texts])
def test_whole_pages_are_named_with_the_way_on(name: str, text: str, encoding: str) -> None:
    assert refused(text.encode(encoding)).startswith(f"a: is {name}, not the text of an issue; ")


@pytest.mark.parametrize("text", RECORDED)
def test_records_are_text(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("name", ISSUES)
def test_no_issue_is_taken_for_anything_else(name: str) -> None:
    assert kinds.kind_of_text(ISSUES[name]) is None
    assert kinds.kind_to_read(ISSUES[name].encode()) is None


@pytest.mark.parametrize(
    "text", ["<p>新桥通车</p>\n", "[本报讯] 新桥通车\n", "{2}----\n# 新桥\n", "<doc>\n<url>x</url>\n", '"新桥"']
)
def test_remains_of_pages_are_text(text: str) -> None:
    assert decode(text.encode()).text == text


def test_all_the_same_they_can_be_read() -> None:
    decoded = decode(PAGE.encode(), errors="replace")
    assert decoded.text == PAGE
    assert decoded.warning == "is an HTML page, not the text of an issue"
    assert "is a PDF file" in (decode(BINARY["a PDF file"], errors="replace").warning or "")


def test_comments_without_end_are_no_page() -> None:
    assert kinds.kind_of_text("<!---->" * 500 + "新桥") is None


def test_all_formats_for_programs_are_named() -> None:
    assert {name for name, form in FORMATS.items() if not form.binary} == {
        *("json", "jsonl", "ninjs", "jsonld", "csv", "tsv", "tei", "md", "txt")
    }


def test_lines_like_those_of_a_mail_are_told_in_time() -> None:
    """Each could end before its carriage return or behind it: thirty of them in a thousand million ways."""
    assert kinds.kind_to_read(b"Note: done\r\n" * 40) is None
    assert kinds.kind_to_read(b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>") == kinds.MHTML
