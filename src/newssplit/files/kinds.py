"""What a file is that is not the text of an issue, by how it begins, and what to do with it.

The signatures are those of the formats' own specifications, as the PRONOM registry and libmagic list them.
"""

from __future__ import annotations

from newssplit.errors import DecodingError
from newssplit.light import NamedTuple
from newssplit.patterns import re

UNPACK = "unpack it first; newssplit batch reads zip and tar archives itself"
SAVE = "save it as text first, or take the text out with a converter"
SCAN = "it is a picture: have its text recognised (OCR) first"
PRINTED = "take its text out first, with pdftotext, or OCR where it is scanned"
COLUMN = "take the column with the text out of it first"
EXPORT = "open it in its reader and export the text"
PAGE = "save the page as text first: in a browser, Save As, Text"


class Kind(NamedTuple):
    """A kind of file that is no dump."""

    name: str
    """With its article, as messages call it."""
    remedy: str
    reader: str = ""
    """The module of `newssplit.files.readers` that reads it, or its packing; empty for what nobody reads."""
    extra: str = ""
    """What has to be installed for that."""


PACKED = {
    b"word/document.xml": Kind("a DOCX document", SAVE, "docx", "docx"),
    b"xl/workbook.": Kind("an XLSX workbook", COLUMN),
    b"ppt/presentation.xml": Kind("a PPTX presentation", SAVE),
    b"mimetypeapplication/epub": Kind("an EPUB book", SAVE),
    b"mimetypeapplication/vnd.oasis": Kind("an OpenDocument file", SAVE),
}
"""Zip archives that are documents, by a name in them."""
ZIP = Kind("a ZIP archive", UNPACK)

SIGNATURES = (
    (re.compile(rb"%PDF-"), Kind("a PDF file", PRINTED, "pdf", "pdf")),
    (re.compile(rb"\x1f\x8b\x08"), Kind("a GZIP file", UNPACK, "gzip")),
    (re.compile(rb"BZh[1-9]1AY&SY"), Kind("a BZIP2 file", UNPACK, "bz2")),
    (re.compile(rb"\xfd7zXZ\x00"), Kind("an XZ file", UNPACK, "xz")),
    (re.compile(rb"\x28\xb5\x2f\xfd"), Kind("a Zstandard file", UNPACK, "zstd", "zst")),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), Kind("a 7-Zip archive", UNPACK)),
    (re.compile(rb"Rar!\x1a\x07"), Kind("a RAR archive", UNPACK)),
    (re.compile(rb"^.{257}ustar", re.DOTALL), Kind("a TAR archive", UNPACK)),
    (re.compile(rb"WARC/\d\.\d\r?\n"), Kind("a WARC file", "take the text of its pages out first", "warc", "warc")),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Kind("a DOC, XLS or PPT document", SAVE)),
    (re.compile(rb"\{\\rtf\d"), Kind("an RTF document", SAVE, "rtf", "rtf")),
    (re.compile(rb"(?:CAJ|HN|KDH )\x00|KDH \d"), Kind("a CAJ file", EXPORT)),
    (re.compile(rb"^.{60}BOOKMOBI", re.DOTALL), Kind("a MOBI book", SAVE)),
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

HTML = Kind("an HTML page", PAGE, "html_page", "html")
MHTML = Kind("an MHTML page", PAGE, "mhtml", "html")

BEGINNING, MOST_COMMENTS = 4096, 9
"""Characters in which a page has to begin, and comments that may stand before it."""
_HTML_RE = re.compile(r"^<(?:!doctype\s{1,9}html|html|head|body)(?=[\s>])", re.IGNORECASE)
_MIME_RE = re.compile(rb"^(?:[A-Za-z-]{2,40}:[^\n]{0,990}\n(?:[ \t][^\n]{0,990}\n){0,9}){1,30}\r?\n")
_MULTIPART_RE = re.compile(rb"^Content-Type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)
_VERSION_RE = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)


def no_dump(kind: Kind, path: str | None = None) -> DecodingError:
    """What to say of a file of this kind."""
    remedy = f"{kind.remedy}; to read it all the same: --errors replace"
    return DecodingError(f"is {kind.name}, not the text of an issue", path=path, remedy=remedy)


def kind_to_read(data: bytes) -> Kind | None:
    """The kind of a file that a reader makes text of; None for text and for what nobody reads."""
    kind = kind_of_bytes(data) or _kind_of_page(data)
    return kind if kind and kind.reader else None


def _kind_of_page(data: bytes) -> Kind | None:
    """Whether bytes begin as a page does, in any encoding that has ASCII in it, or as a message that holds one."""
    head = data[: 4 * BEGINNING]
    if (m := _MIME_RE.match(head)) and _VERSION_RE.search(m[0]) and _MULTIPART_RE.search(m[0]):
        return MHTML
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:2] in (b"<\0", b"\0<")
    return kind_of_text((head.replace(b"\0", b"") if wide else head).decode("latin-1").lstrip("ÿþï»¿"))


def kind_of_bytes(data: bytes) -> Kind | None:
    """The kind of a file that its first bytes name; None for what may be text."""
    if data.startswith(b"PK\x03\x04"):
        return next((kind for name, kind in PACKED.items() if name in data), ZIP)
    return next((kind for signature, kind in SIGNATURES if signature.match(data)), None)


def kind_of_text(text: str) -> Kind | None:
    """The kind of a text that is none of an issue, but of a whole page; None for all others."""
    return HTML if _HTML_RE.match(_element(text[:BEGINNING].lstrip())) else None


def _element(start: str) -> str:
    """What stands behind the comments and the declaration of XML with which a page may begin."""
    for opening, end in (("<?xml", "?>"), *[("<!--", "-->")] * MOST_COMMENTS):
        if start.startswith(opening):
            start = start.partition(end)[2].lstrip()
    return start
