"""A page that a browser saved with all that it shows (MHTML): a MIME message, of which one part is the page."""

from __future__ import annotations

from newssplit.errors import DecodingError
from newssplit.files.readers import html_page
from newssplit.files.readers.reader import Decode, ReadText


def read(data: bytes, decode: Decode) -> ReadText:
    """The text of the page: the first part that is HTML. Raises DecodingError where there is none."""
    from email import message_from_bytes
    from email.message import Message

    for part in message_from_bytes(data).walk():
        body = part.get_payload(decode=True) if isinstance(part, Message) and not part.is_multipart() else None
        if part.get_content_type() in ("text/html", "application/xhtml+xml") and isinstance(body, bytes):
            read = html_page.read(body, decode, part.get_content_charset())
            return read._replace(read_as=f"mhtml, {read.read_as}")
    raise DecodingError("is an MHTML file without a page", remedy="save the page again")
