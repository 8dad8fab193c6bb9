"""Web archives (WARC), by warcio: the pages that a crawler got, one after the other."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, NamedTuple

from newssplit.errors import DecodingError
from newssplit.files.bounded import blocks_of, gathered
from newssplit.files.readers import html_page
from newssplit.files.readers.reader import Decode, ReadText
from newssplit.limits import LARGEST_INPUT

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

BORDER = "\n---\n\n"
"""What stands between two pages."""
PAGES = ("text/html", "application/xhtml+xml")


class Entry(NamedTuple):
    """Where a page stands in an archive."""

    address: str
    start: int
    """Its first byte in the file, packed or not."""
    size: int


def read(data: bytes, decode: Decode) -> ReadText:
    """The text of all pages of an archive. Raises DecodingError where there is none."""
    texts, kinds, warnings = list[str](), list[str](), list[str]()
    for record in _records(io.BytesIO(data)):
        if not _is_page(record):
            continue
        body = gathered(blocks_of(record.content_stream()), "", nuls=True, most=LARGEST_INPUT)
        page = html_page.read(body, decode, _charset(record))
        texts += [page.text] if page.text else []
        kinds.append(page.read_as)
        warnings += page.warnings
    if not kinds:
        raise DecodingError("is a WARC file without a page of HTML", remedy="give the archive that has the pages")
    return ReadText(BORDER.join(texts), f"warc, {' and '.join(dict.fromkeys(kinds))}", tuple(warnings))


def entries(stream: IO[bytes]) -> Iterator[Entry]:
    """All pages of an archive, packed record by record or not at all, in order. Raises DecodingError."""
    from warcio.archiveiterator import ArchiveIterator

    pages = ArchiveIterator(stream)
    with _broken():
        for record in pages:
            address = record.rec_headers.get_header("WARC-Target-URI") or "page"
            if _is_page(record):
                pages.read_to_end(record)
                yield Entry(address, pages.get_record_offset(), pages.get_record_length())


def _records(stream: IO[bytes]) -> Iterator[ArcWarcRecord]:
    from warcio.archiveiterator import ArchiveIterator

    with _broken():
        yield from ArchiveIterator(stream)


class _broken:
    """What warcio raises, as a DecodingError."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        from warcio.exceptions import ArchiveLoadFailed

        if isinstance(error, ArchiveLoadFailed | EOFError | ValueError) and not isinstance(error, UnicodeError):
            reason = " ".join(str(error).split())[:100]
            raise DecodingError(f"cannot be read as WARC: {reason}", remedy="check the file") from None


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether a record is a page that the server gave, no redirection and no error."""
    if record.rec_type not in ("response", "resource"):
        return False
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return status == "200" and _type(record).partition(";")[0].strip().lower() in PAGES


def _type(record: ArcWarcRecord) -> str:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    return (headers.get_header("Content-Type") if headers else None) or ""


def _charset(record: ArcWarcRecord) -> str | None:
    """What the server says of the encoding."""
    import codecs

    name = _type(record).partition("charset=")[2].strip(" \"'").partition(";")[0]
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None
