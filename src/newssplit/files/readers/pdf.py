"""PDF files, by pdfium: text in the order of reading, headings by the size of their type, borders of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from newssplit.errors import DecodingError
from newssplit.files.readers.pdf_chars import Stretch, stretches
from newssplit.files.readers.pdf_order import CLEAR, HEADING, blocks
from newssplit.files.readers.reader import INDENT, PAGE_BORDER, Decode, ReadText, tidy
from newssplit.limits import MOST_PAGES

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

SCANNED = "have its text recognised (OCR) first, for instance with ocrmypdf"
SAME = 1.1
"""Type not so many times as large as other type is of the same size."""
INDENTED = (1.5, 2.6)
"""Ems by which the first line of a paragraph is indented."""
SPACED = 1.7
"""So many times as far from the line above as others: there is a blank line between."""


def read(data: bytes, decode: Decode) -> ReadText:
    """The text of a PDF file, a line per printed line. Raises DecodingError where it has none, or is locked."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        problem = "is a PDF file locked with a password" if locked else "cannot be read as PDF"
        raise DecodingError(problem, remedy="unlock it first" if locked else "check the file") from None
    try:
        pages = _pages(document)
    finally:
        document.close()
    empty = [str(n) for n, page in enumerate(pages, 1) if not page]
    if len(empty) == len(pages):
        raise DecodingError("is a PDF file without text, a scan", remedy=SCANNED)
    warnings = (f"these pages of the PDF file have no text: {', '.join(empty)}; {SCANNED}",) if empty else ()
    return ReadText(tidy(list(_text(pages))), "pdf", warnings)


def _pages(document: PdfDocument) -> list[list[Stretch]]:
    if len(document) > MOST_PAGES:
        raise DecodingError(f"is a PDF file of more than {MOST_PAGES} pages", remedy="cut it into issues")
    pages = list[list[Stretch]]()
    for page in document:
        try:
            pages.append(stretches(page))
        finally:
            page.close()
    return pages


def _text(pages: Sequence[Sequence[Stretch]]) -> Iterator[str]:
    sizes = Counter[float]()
    for page in pages:
        for stretch in page:
            sizes[round(2 * stretch.size) / 2] += len(stretch.text)
    body = sizes.most_common(1)[0][0]
    for number, page in enumerate(pages, 1):
        if number > 1:
            yield PAGE_BORDER.format(number)
        yield from _page(page, body)


def _page(page: Sequence[Stretch], body: float) -> Iterator[str]:
    """The lines of a page. Headings that follow each other, be it in two blocks, are one headline block."""
    lines = [(stretch, line) for block in blocks(page, body) for stretch, line in _block(block, body)]
    for headed, group in groupby(lines, key=lambda line: line[0].size >= HEADING * body):
        if headed:
            yield ""
            yield from _headings([stretch for stretch, _ in group], body)
        else:
            yield from (part for _, line in group for part in line)


def _block(block: Sequence[Stretch], body: float) -> Iterator[tuple[Stretch, list[str]]]:
    """Each stretch of a column with what stands for it: a blank line where there is one, and its text, indented."""
    left = min((s.left for s in block if s.size < HEADING * body), default=0.0)
    steps = [a.base - b.base for a, b in pairwise(block) if a.base > b.base]
    usual = median(steps) if steps else 0.0
    above: Stretch | None = None
    for stretch in block:
        apart = above is not None and len(steps) > 1 and above.base - stretch.base > SPACED * usual
        bare = not stretch.text[0].isspace()
        indented = bare and INDENTED[0] * body < stretch.left - left < INDENTED[1] * body
        yield stretch, [*([""] if apart else []), INDENT * indented + stretch.text]
        above = stretch


def _headings(group: Sequence[Stretch], body: float) -> Iterator[str]:
    """Headings of one block: the largest are `#`; lines of one size are one heading."""
    largest = max(stretch.size for stretch in group)
    alone = largest < CLEAR * body
    heads = list[list[Stretch]]()
    for stretch in group:
        if heads and max(stretch.size, heads[-1][-1].size) < SAME * min(stretch.size, heads[-1][-1].size):
            heads[-1].append(stretch)
        else:
            heads.append([stretch])
    for head in heads:
        yield ("##" if alone or head[0].size * SAME < largest else "#") + " " + _one(head)


def _one(head: Sequence[Stretch]) -> str:
    """Lines of one heading as one: glued where the first is full, parted by a space where each was set by itself."""
    text = head[0].text.strip()
    for above, below in pairwise(head):
        wrapped = abs(above.left - below.left) < below.size / 2 and above.right + below.size / 2 > below.right
        text += ("" if wrapped else " ") + below.text.strip()
    return text
