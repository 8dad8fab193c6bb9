"""What a file is that is not the text of an issue, by how it begins, and what to do with it.

The signatures are those of the formats' own specifications, as the PRONOM registry and libmagic list them.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

UNPACK = "unpack it first; newssplit batch reads zip and tar archives itself"
SAVE = "save it as text first, or take the text out with a converter"
SCAN = "it is a picture: have its text recognised (OCR) first"
TAKE_TEXT = "take the text out of it first"
COLUMN = "take the column with the text out of it first"
EXPORT = "open it in its reader and export the text"
PAGE = "save the page as text first: in a browser, Save As, Text"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is no dump."""

    name: str
    """With its article, as messages call it."""
    remedy: str


PACKED = {
    b"word/document.xml": Kind("a DOCX document", SAVE),
    b"xl/workbook.": Kind("an XLSX workbook", COLUMN),
    b"ppt/presentation.xml": Kind("a PPTX presentation", SAVE),
    b"mimetypeapplication/epub": Kind("an EPUB book", SAVE),
    b"mimetypeapplication/vnd.oasis": Kind("an OpenDocument file", SAVE),
}
"""Zip archives that are documents, by a name in them."""
ZIP = Kind("a ZIP archive", UNPACK)

SIGNATURES = (
    (re.compile(rb"%PDF-"), Kind("a PDF file", "take its text out first, with pdftotext, or OCR where it is scanned")),
    (re.compile(rb"\x1f\x8b\x08"), Kind("a GZIP file", UNPACK)),
    (re.compile(rb"BZh[1-9]1AY&SY"), Kind("a BZIP2 file", UNPACK)),
    (re.compile(rb"\xfd7zXZ\x00"), Kind("an XZ file", UNPACK)),
    (re.compile(rb"\x28\xb5\x2f\xfd"), Kind("a Zstandard file", UNPACK)),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), Kind("a 7-Zip archive", UNPACK)),
    (re.compile(rb"Rar!\x1a\x07"), Kind("a RAR archive", UNPACK)),
    (re.compile(rb".{257}ustar", re.DOTALL), Kind("a TAR archive", UNPACK)),
    (re.compile(rb"WARC/\d\.\d\r?\n"), Kind("a WARC file", "take the text of its pages out first")),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Kind("a DOC, XLS or PPT document", SAVE)),
    (re.compile(rb"\{\\rtf\d"), Kind("an RTF document", SAVE)),
    (re.compile(rb"(?:CAJ|HN|KDH )\x00|KDH \d"), Kind("a CAJ file", EXPORT)),
    (re.compile(rb".{60}BOOKMOBI", re.DOTALL), Kind("a MOBI book", SAVE)),
    (re.compile(rb"AT&TFORM"), Kind("a DjVu file", EXPORT)),
    (re.compile(rb"SQLite format 3\x00"), Kind("an SQLite database", COLUMN)),
    (re.compile(rb"PAR1"), Kind("a Parquet file", COLUMN)),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), Kind("a PNG picture", SCAN)),
    (re.compile(rb"\xff\xd8\xff"), Kind("a JPEG picture", SCAN)),
    (re.compile(rb"GIF8[79]a"), Kind("a GIF picture", SCAN)),
    (re.compile(rb"II\*\x00|MM\x00\*"), Kind("a TIFF picture", SCAN)),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), Kind("a WebP picture", SCAN)),
    (re.compile(rb"\x00\x00\x00\x0cjP  \r\n\x87\n"), Kind("a JPEG 2000 picture", SCAN)),
)
"""What the first bytes of a file say."""

HTML = Kind("an HTML page", PAGE)
XML = Kind("an XML document", TAKE_TEXT)
JSON = Kind("JSON", TAKE_TEXT)
TABLE = Kind("a table (CSV)", COLUMN)

BEGINNING, MOST_COMMENTS = 4096, 9
"""Characters in which a page has to begin, and comments that may stand before it."""
_HTML_RE = re.compile(r"^<(?:!doctype\s{1,9}html|html)(?=[\s>])", re.IGNORECASE)
_XML_RE = re.compile(r"^<\?xml\s")
_JSON_RE = re.compile(r'^(?:\[\s{0,9})?\{\s{0,9}"[^"\n]{1,80}"\s{0,9}:|^\[\s{0,9}"[^"\n]{0,2000}"\s{0,9}[,\]]')
SAMPLE = 1 << 16
"""Characters that are looked at to tell a table."""
LEAST_ROWS, LONGEST_NAME = 3, 20
_ENGLISH_NAME_RE = re.compile(r"[A-Za-z_][\w .-]*")


def kind_of_bytes(data: bytes) -> Kind | None:
    """The kind of a file that its first bytes name; None for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for name, kind in PACKED.items() if name in data), ZIP)
    return next((kind for signature, kind in SIGNATURES if signature.match(data)), None)


def kind_of_text(text: str) -> Kind | None:
    """The kind of a text that is none of an issue, but of a page, of records or of a table; None for all others."""
    start = text[:BEGINNING].lstrip()
    if _HTML_RE.match(_element(start)):
        return HTML
    for pattern, kind in ((_XML_RE, XML), (_JSON_RE, JSON)):
        if pattern.match(start):
            return kind
    return TABLE if _is_table(text[:SAMPLE], len(text) > SAMPLE) else None


def _element(start: str) -> str:
    """What stands behind the comments and the declaration of XML with which a page may begin."""
    for opening, end in (("<?xml", "?>"), *[("<!--", "-->")] * MOST_COMMENTS):
        if start.startswith(opening):
            start = start.partition(end)[2].lstrip()
    return start


def _is_table(sample: str, cut: bool) -> bool:
    """Whether each row has as many cells as the first, which names the columns; `cut` leaves out the last."""
    first = sample.lstrip("\n").partition("\n")[0]
    for delimiter in filter(first.__contains__, ",\t"):
        rows = _rows(sample, delimiter)
        rows = rows[:-1] if cut else rows
        if len(rows) >= LEAST_ROWS and len({len(row) for row in rows}) == 1 and _are_names(rows[0]):
            return True
    return False


def _rows(sample: str, delimiter: str) -> list[list[str]]:
    import csv  # only what may be a table needs it

    try:
        return [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return []


def _are_names(cells: list[str]) -> bool:
    if len(set(cells)) < len(cells) or not all(0 < len(cell.strip()) <= LONGEST_NAME for cell in cells):
        return False
    if all(map(_ENGLISH_NAME_RE.fullmatch, cells)):
        return len(cells) > 1
    return len(cells) > 2 and not any(set(cell) & set("，。：；") for cell in cells)
