"""The lines of a parsed page: a line per paragraph, with the marks of headings, bold type, captions and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newssplit.files.readers.html_fields import has_fields, told_once
from newssplit.files.readers.reader import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

UNREAD = frozenset({
    "script", "style", "noscript", "template", "nav", "footer", "aside", "head", "button", "select", "textarea",
    "iframe", "svg", "canvas", "video", "audio", "object", "map", "dialog", "menu", "datalist",
})  # fmt: skip
"""Elements that hold nothing of the paper."""
HIDDEN_RE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
UNREAD_ROLES = frozenset({"navigation", "search", "contentinfo", "complementary", "menu", "banner", "toolbar"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WRAPPED = HEADINGS | {"p", "li", "blockquote"}
"""Blocks whose tag stays around each of their lines."""
BLOCKS = WRAPPED | {
    "address", "article", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "form", "header", "html", "legend", "main", "ol", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i"}
CAPTIONS = ("figcaption", "caption")
FOUNDER = "founder-"
CONTENT_RE = re.compile(r"^\s*(/?)enpcontent\s*")
"""The comments around the text in e-papers of Founder (方正)."""
CHINESE_RE = re.compile("[\u3400-\u9fff]{2}")
"""A description of a picture in words, no file name."""
FOLD_RE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")
"""A line break of the source amid Chinese, which stands for no space."""
SPACES_RE = re.compile(r"[ \t\r\n\f]+")
EMPTY_RE = re.compile(r"<([bi])>([ \u3000]*)</\1>")
BRACKETS = str.maketrans("[]", "［］")
LINKS, ENTRIES = 3, 2000
"""A list of so many entries, all of them links, leads elsewhere; longer ones than ENTRIES are not asked."""
SETTING = ("table", "p", "div", "h1", "h2", "h3", "ul", "ol", "article", "section")
ROWS, CELL = 2, 60
"""A table of data has so many rows of two cells or more; its cells have hardly more characters."""


def lines_of(content: _Element) -> str:
    """The text of an element, a line per paragraph; without its lists of links, unless it has nothing else."""
    return _Page(links=False).read(content) or _Page(links=True).read(content)


class _Page:
    """Writes a page line by line while its elements pass."""

    def __init__(self, links: bool):
        self.links = links
        self.lines, self.pieces = list[str](), list[str]()
        self.around, self.inline = list[str](), list[str]()
        """Tags that are open: those that stay around a line, and those within it."""
        self.content = False
        """Whether a tag says where the text is."""

    def read(self, content: _Element) -> str:
        from lxml import etree

        self.content = next(content.iter(f"{FOUNDER}content"), None) is not None
        walk = etree.iterwalk(content, events=("start", "end", "comment"))
        for event, element in walk:
            if event == "comment":
                self._comment(element.text or "")
            elif event == "start" and (self._is_unread(element) or self._taken_whole(element)):
                walk.skip_subtree()
            elif event == "start":
                self._open(element)
            elif not self._is_unread(element) and not self._is_whole(element):
                self._close(element)
            if event != "start" and element is not content:
                self._text(element.tail)
        self._break()
        return tidy(told_once(self.lines))

    def _is_unread(self, element: _Element) -> bool:
        if element.tag in UNREAD or element.get("role") in UNREAD_ROLES or element.get("aria-hidden") == "true":
            return True
        if element.get("hidden") is not None or HIDDEN_RE.search(element.get("style") or ""):
            return True
        return not self.links and element.tag in ("ul", "ol") and _is_links(element)

    def _is_whole(self, element: _Element) -> bool:
        return element.tag in CAPTIONS or (element.tag == "table" and _is_data(element))

    def _taken_whole(self, element: _Element) -> bool:
        """Write a caption or a table of data at once."""
        if not self._is_whole(element):
            return False
        self._break()
        if element.tag in CAPTIONS:
            self._caption(_line(element))
        else:
            for row in element.iter("tr"):
                self.lines.append("<tr>" + "".join(f"<td>{_line(c)}</td>" for c in row.iter("td", "th")) + "</tr>")
        return True

    def _caption(self, text: str) -> None:
        line = f"![{text.translate(BRACKETS)}]()"
        if text and line not in self.lines[-3:]:
            self.lines.append(line)

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag in BLOCKS or tag.startswith(FOUNDER):
            self._break()
        if tag in WRAPPED:
            self.around.append(tag)
        elif tag.startswith(FOUNDER):
            self.pieces.append(f"<{tag}>")
        elif tag in INLINE:
            self.inline.append(INLINE[tag])
            self.pieces.append(f"<{INLINE[tag]}>")
        elif tag in ("br", "hr"):
            self._break()
        elif tag == "img" and CHINESE_RE.search(element.get("alt") or "") and not _has_caption(element):
            self._break()
            self._caption(_folded(element.get("alt") or "").strip())
        self._text(element.text)

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag.startswith(FOUNDER):
            self.pieces.append(f"</{tag}>")
        elif tag in INLINE:
            self.pieces.append(f"</{INLINE[tag]}>")
            self.inline.pop()
        if tag in BLOCKS or tag.startswith(FOUNDER):
            self._break()
        if tag in WRAPPED:
            self.around.pop()

    def _comment(self, text: str) -> None:
        """Keep a comment with fields, on a line of its own; one that says where the text is becomes a tag."""
        if has_fields(text):
            self._break()
            self.lines.append(f"<!--{SPACES_RE.sub(' ', text)}-->")
        elif (m := CONTENT_RE.fullmatch(text)) and not self.content:
            self._break()
            self.lines.append(f"<{m[1]}{FOUNDER}content>")

    def _text(self, text: str | None) -> None:
        if text:
            self.pieces.append(_folded(text))

    def _break(self) -> None:
        """A line ends here; what is open in it goes on in the next one."""
        line = "".join((*self.pieces, *(f"</{tag}>" for tag in reversed(self.inline))))
        self.pieces = [f"<{tag}>" for tag in self.inline]
        line = EMPTY_RE.sub(r"\2", EMPTY_RE.sub(r"\2", line)).strip(" ")
        if line and not line.isspace():
            tag = self.around[-1] if self.around else ""
            self.lines.append(f"<{tag}>{line}</{tag}>" if tag else line)


def _folded(text: str) -> str:
    """Text with the spaces that a browser shows."""
    return SPACES_RE.sub(" ", FOLD_RE.sub("", text)).replace("\xa0", " ")


def _line(element: _Element) -> str:
    """All text of an element on one line."""
    return " ".join(_folded("".join(_texts(element))).split(" ")).strip()


def _texts(element: _Element) -> Iterator[str]:
    return (text for text in element.itertext() if isinstance(text, str))


def _has_caption(picture: _Element) -> bool:
    """Whether a picture stands in a figure that has its caption."""
    figure = next(picture.iterancestors("figure"), None)
    return figure is not None and figure.find(".//figcaption") is not None


def _is_links(element: _Element) -> bool:
    """Whether a list has entries enough and all of its text stands in links."""
    inside = list(islice(element.iterdescendants(), ENTRIES + 1))
    if len(inside) > ENTRIES or sum(e.tag == "li" for e in inside) < LINKS:
        return False
    linked = sum(len("".join(_line(e))) for e in inside if e.tag == "a")
    return linked > 0 and linked >= len(_line(element)) - 2 * len(inside)


def _is_data(table: _Element) -> bool:
    """Whether the cells of a table are short and hold no blocks: others only set a page."""
    if next(table.iterdescendants(*SETTING), None) is not None:
        return False
    rows = [[_line(cell) for cell in row.iter("td", "th")] for row in table.iter("tr")]
    full = [row for row in rows if sum(map(bool, row)) > 1]
    return len(full) >= ROWS and max(len(cell) for row in rows for cell in row) <= CELL
