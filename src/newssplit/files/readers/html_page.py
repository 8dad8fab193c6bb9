"""A whole page of HTML: its encoding, and the part of it that holds the article."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any

from newssplit.errors import DecodingError
from newssplit.files.readers.html_fields import has_fields
from newssplit.files.readers.html_lines import UNREAD, lines_of
from newssplit.files.readers.reader import Decode, ReadText

if TYPE_CHECKING:
    from lxml.etree import _Element

META_RE = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*+(?:[\"']\s*+)?([\w.:-]{2,40})", re.IGNORECASE
)
"""`<meta charset="gb2312">`, `<meta http-equiv=… content="text/html; charset=big5">`, `<?xml … encoding="gbk"?>`."""
BEGINNING = 4096
"""Bytes in which a page names its encoding."""
SITE_RE = re.compile(r"\s?(?:[_|｜]|\s[-–—]\s|--|——).*", re.DOTALL)
"""Behind the title of a page the name of the site, `标题_槐江日报`."""
TITLE = 60
"""Characters of the longest title that may be a headline."""
HALF = 0.5
"""What is marked as article holds at least so much of the page's text."""
FOUNDER = "founder-"
"""How the elements of Founder's (方正) e-papers begin: founder-title, founder-content."""
SPACE_RE = re.compile(r"\s+")


def read(data: bytes, decode: Decode, charset: str | None = None) -> ReadText:
    """The text of a page; `charset` is what its HTTP or MIME header says. Raises DecodingError."""
    decoded = _decoded(data, decode, charset)
    root = _parsed(decoded.text)
    if root is None:
        return ReadText("", f"html, {decoded.read_as}", decoded.warnings)
    text = lines_of(_content(root))
    head = _headline(root, text)
    return ReadText(f"<h1>{head}</h1>\n" * bool(head) + text, f"html, {decoded.read_as}", decoded.warnings)


def _decoded(data: bytes, decode: Decode, charset: str | None) -> ReadText:
    """The source of a page. UTF-8 proves itself, and pages of the nineties call themselves what they are not; so what
    they say is believed where the bytes agree."""
    named = charset or _named(data)
    if named is not None and not _is_text(data, "utf-8") and _is_text(data, named):
        return decode(data, named)
    return decode(data, None)


def _is_text(data: bytes, encoding: str) -> bool:
    """Whether the bytes are text of this encoding to the last; ASCII alone is none of UTF-8 in particular."""
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return encoding != "utf-8" or not data.isascii()


def _named(data: bytes) -> str | None:
    m = META_RE.search(data[:BEGINNING])
    name = m[1].decode("ascii", "replace") if m else ""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return None if found.startswith(("utf-16", "utf-32")) else "gb18030" if found in ("gb2312", "gbk") else found


def _parsed(source: str) -> _Element | None:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(source.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.ParserError:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise DecodingError("is an HTML page whose elements are nested too deep", remedy="save it as text first")
    return root


def _content(root: _Element) -> _Element:
    """The element that holds the article, where the markup says so; else the whole body."""
    body = root.find("body") if root.tag == "html" else root
    body = root if body is None else body
    founder = [e for e in body.iter() if isinstance(e.tag, str) and e.tag.startswith(FOUNDER)]
    if founder:
        return _above(founder, body, apart=True)
    told = [c.getparent() for c in body.iter(_comment()) if c.getparent() is not None and has_fields(c.text or "")]
    if len(told) == 1 and _size(told[0]) >= HALF * _size(body):
        return told[0]
    main = [e for e in body.iter() if isinstance(e.tag, str) and (e.tag == "main" or e.get("role") == "main")]
    if len(main) == 1 and _size(main[0]):
        return main[0]
    articles = list(body.iter("article"))
    around = _above(articles, body) if articles else body
    return around if _size(around) >= HALF * _size(body) else body


def _comment() -> Any:
    """What lxml makes comments with, which finds them, too."""
    from lxml.etree import Comment

    return Comment


def _above(elements: list[_Element], body: _Element, *, apart: bool = False) -> _Element:
    """The nearest element that holds the first and the last of these, and with `apart` is none of them."""
    first = [elements[0], *elements[0].iterancestors()]
    last = {elements[-1], *elements[-1].iterancestors()}
    return next((e for e in first if e in last and not (apart and e in elements)), body)


def _size(element: _Element) -> int:
    """How many characters of text an element has, spaces not counted."""
    texts = (text for e in element.iter() if e.tag not in UNREAD for text in (e.text or "", e.tail or ""))
    return sum(len(part) for text in texts for part in text.split())


def _headline(root: _Element, text: str) -> str:
    """The page's own title, where its text has neither a heading nor that title."""
    found = root.find(".//title")
    title = SITE_RE.sub("", SPACE_RE.sub(" ", found.text or "").strip()) if found is not None else ""
    if not text or not title or len(title) > TITLE or "<h" in text or "<founder-" in text or "<title>" in text:
        return ""
    return "" if title in SPACE_RE.sub(" ", text) else title
