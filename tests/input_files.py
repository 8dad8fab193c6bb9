"""Files of other kinds than text, made as people make them: pages, PDF, DOCX, RTF, packed files, web archives."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Iterable
from email.encoders import encode_quopri
from email.mime.base import MIMEBase
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart

BODY = "新桥昨天通车了，两岸相距三分钟，市民都说好。大桥全长三公里，双向六车道，总投资十二亿元，历时四年建成。"
LEDE = f"本报讯（记者 李明）{BODY}"
QUOTE = "“以前过江要一个小时。”家住东岸的陈大爷说，“如今抬脚就到。”大家听了都笑，说日子越过越宽敞。"
SCHOOL = "本报讯（通讯员 王海）入冬以来，县里办起农民夜校三十所，八千人报名听课，讲的都是种田的学问。"

ARTICLE_PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="CHARSET"><title>新桥昨日通车_槐江网</title><style>p {{ color: red }}</style>
<script>var next = "<p>脚本里的话</p>";</script></head>
<body><nav><ul><li><a href="/">首页</a></li></ul></nav>
<div><ul><li><a href="1">时政新闻</a></li><li><a href="2">国际新闻</a></li><li><a href="3">体育新闻</a></li></ul></div>
<article><h1>新桥昨日通车</h1><p>　　{LEDE}</p><p style="display: none">藏着的话</p>
<p><strong>两岸同城</strong></p><p>　　{QUOTE}</p>
<figure><img src="a.jpg" alt="新桥"><figcaption>新桥昨日通车。王海摄</figcaption></figure></article>
<aside>相关阅读：老街</aside><footer>版权所有</footer></body></html>"""
"""A page as news sites have them; CHARSET stands for an encoding's name."""

FOUNDER_PAGE = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>数字报</title></head>
<body><table><tr><td><a href="a">第01版：要闻</a></td><td><a href="b">第02版：综合</a></td></tr><tr><td>
<!--enpproperty <articleid>123</articleid><date>2016-11-09 00:00:00.0</date><author>李明</author>
<title>新桥昨日通车</title><keyword></keyword><introtitle>盼了十年</introtitle><siteid>2</siteid> /enpproperty-->
<table><tr><td>盼了十年</td></tr><tr><td><b>新桥昨日通车</b></td></tr></table>
<!--enpcontent--><p>　　{LEDE}</p><p>　　{QUOTE}</p><!--/enpcontent--></td></tr></table></body></html>"""
"""A page of an e-paper, laid out by tables, that says in a comment what it prints."""


def page(encoding: str = "utf-8", named: str | None = None) -> bytes:
    """The article's page in an encoding, and what it calls that."""
    return ARTICLE_PAGE.replace("CHARSET", named or encoding).encode(encoding)


def mhtml(html: bytes, charset: str) -> bytes:
    """A page with a picture, as browsers save it."""
    message = MIMEMultipart("related", type="text/html")
    message["From"], message["Subject"] = "<Saved by Blink>", "page"
    part = MIMEBase("text", "html", charset=charset)
    part.set_payload(html)
    encode_quopri(part)
    message.attach(part)
    message.attach(MIMEImage(b"\x89PNG", "png"))
    return message.as_bytes()


def packed(data: bytes, kind: str) -> bytes:
    """The bytes in `gz`, `bz2`, `xz` or `zst`."""
    if kind == "zst":
        import zstandard

        return zstandard.ZstdCompressor().compress(data)
    return {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[kind](data)


def warc(pages: Iterable[tuple[str, bytes, str]], *, gz: bool = False) -> bytes:
    """A web archive of addresses, bodies and their Content-Type; before them a record that is no page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gz)
    records = [writer.create_warcinfo_record("a.warc", {"software": "a crawler"})]
    for address, body, kind in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        payload = io.BytesIO(body)
        records.append(writer.create_warc_record(address, "response", payload=payload, http_headers=headers))
    for record in records:
        writer.write_record(record)
        record.raw_stream.close()  # a temporary file
    return stream.getvalue()


def docx() -> bytes:
    """A document with headings, bold type, an indent, a table and a title."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.add_heading("新桥昨日通车", 1)
    document.add_paragraph(LEDE).paragraph_format.first_line_indent = Pt(21)
    document.add_paragraph().add_run("两岸同城").bold = True
    document.add_paragraph(QUOTE)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["年份", "车次", "2016", "三万"], strict=True):
        cell.text = text
    document.add_heading("县里办起农民夜校", 1)
    document.add_paragraph(SCHOOL)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rtf() -> bytes:
    """A document as WordPad writes it, in code page 936."""
    lines = "".join("".join(f"\\'{b:02x}" for b in line.encode("gbk")) + "\\par\n" for line in ("新桥昨日通车", LEDE))
    return ("{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0 SimSun;}}\\f0\\fs21\n" + lines + "}").encode("ascii")


class Sheet:
    """A PDF file under way: text at places in points, from the lower left corner."""

    def __init__(self) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(600, 800))

    def line(self, x: float, y: float, text: str, size: float = 10) -> None:
        """One line of text, its base line at `y`."""
        self.canvas.setFont("STSong-Light", size)
        self.canvas.drawString(x, y, text)

    def column(self, x: float, y: float, paragraphs: Iterable[str], width: int = 16) -> float:
        """Paragraphs set in a column of so many characters, by the rules of Chinese typesetting; where it ends."""
        for paragraph in paragraphs:
            text = "　　" + paragraph
            while text:
                size = width + (text[width : width + 1] in tuple("，。、”）")) * 1
                self.line(x, y, text[:size])
                text, y = text[size:], y - 14
        return y

    def new_page(self) -> None:
        self.canvas.showPage()

    def bytes(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self.stream.getvalue()
