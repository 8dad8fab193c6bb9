"""DOCX documents, by python-docx: paragraphs with headings, bold type and indents, tables, descriptions of pictures."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newssplit.errors import DecodingError
from newssplit.files.readers.reader import INDENT, Decode, ReadText, tidy
from newssplit.limits import LARGEST_PACKED_DOCUMENT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

HEADING_RE = re.compile(r"(?:heading|标题|標題)\s*([1-6])", re.IGNORECASE)
TITLE_RE = re.compile(r"title|标题|標題", re.IGNORECASE)
CAPTION_RE = re.compile(r"caption|题注|題注", re.IGNORECASE)
DEEPEST = 6
OUTLINE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}outlineLvl"
DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
CHINESE_RE = re.compile("[\u3400-\u9fff]{2}")


def read(data: bytes, decode: Decode) -> ReadText:
    """The text of a document: a line per paragraph. Raises DecodingError."""
    _check_size(data)
    from docx import Document as opened

    try:
        document = opened(io.BytesIO(data))
        return ReadText(tidy(list(_lines(document))), "docx")
    except (KeyError, ValueError, zipfile.BadZipFile, OSError, SyntaxError) as error:  # lxml's is a SyntaxError
        raise DecodingError(f"cannot be read as DOCX: {error}", remedy="save it again, or as text") from None


def _check_size(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels")))
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise DecodingError(f"cannot be read as DOCX: {error}", remedy="save it again, or as text") from None
    if size > LARGEST_PACKED_DOCUMENT:
        megabytes = LARGEST_PACKED_DOCUMENT >> 20
        raise DecodingError(f"is a document of more than {megabytes} MB, unpacked", remedy="cut it into issues")


def _lines(document: Document | _Cell) -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield from _paragraph(block)
        else:
            yield from _table(block)


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    for picture in paragraph._p.iter(DESCRIBED):
        if CHINESE_RE.search(text := " ".join((picture.get("descr") or "").split())):
            yield f"![{text}]()"
    text = paragraph.text
    if not text.strip():
        yield ""
    elif level := _level(paragraph):
        yield from (f"{'#' * level} {line.strip()}" for line in text.splitlines() if line.strip())
    elif CAPTION_RE.search(_style(paragraph)):
        yield f"![{' '.join(text.split())}]()"
    else:
        yield from (_indent(paragraph, line) for line in _with_bold(paragraph).splitlines())


def _style(paragraph: Paragraph) -> str:
    return (paragraph.style.name or "") if paragraph.style is not None else ""


def _level(paragraph: Paragraph) -> int:
    """The level of a heading, by its style's name or its outline level; 0 for text."""
    name = _style(paragraph)
    if m := HEADING_RE.match(name):
        return int(m[1])
    if TITLE_RE.fullmatch(name):
        return 1
    styles = [paragraph._p, *([paragraph.style.element] if paragraph.style is not None else [])]
    for element in styles:
        for found in element.iter(OUTLINE):
            level = next((int(value) for value in found.values() if value.isdecimal()), DEEPEST)
            return level + 1 if level < DEEPEST else 0
    return 0


def _with_bold(paragraph: Paragraph) -> str:
    """The text of a paragraph, with `**` around bold type at its beginning; elsewhere that is mere emphasis."""
    text, lead = paragraph.text, ""
    for run in paragraph.runs:
        if run.text.strip() and not run.bold:
            break
        lead += run.text
    bold = lead.strip()
    whole = not bold or "\n" in lead or "*" in lead or not text.startswith(lead)
    return text if whole else text.replace(bold, f"**{bold}**", 1)


def _indent(paragraph: Paragraph, line: str) -> str:
    """The line with the indent that its format gives it, as a dump has it."""
    first = paragraph.paragraph_format.first_line_indent
    bare = line[:1] not in (" ", "\u3000", "\t") and bool(line)
    return INDENT + line if bare and first is not None and first > 0 else line


def _table(table: Table) -> Iterator[str]:
    """A table of data, a row a line; one whose cells hold several paragraphs only sets the page."""
    rows = [_cells(table, number) for number in range(len(table.rows))]
    if any(len(row) < 2 or any(len(cell.paragraphs) > 1 for cell in row) for row in rows):
        for row in rows:
            for cell in row:
                yield from _lines(cell)
        return
    for row in rows:
        yield "<tr>" + "".join(f"<td>{' '.join(cell.text.split())}</td>" for cell in row) + "</tr>"


def _cells(table: Table, number: int) -> list[_Cell]:
    """The cells of a row, each once, however many it is merged of."""
    return list({cell._tc: cell for cell in table.rows[number].cells}.values())
