"""XML as the TEI format lays it out: blocks with a line each, mixed content within a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOBase
from typing import TextIO, cast
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from newssplit.output.wording import readable


class TeiXml:
    """Writes elements as they come; all text and all values pass `readable`, None leaves an attribute out."""

    def __init__(self, stream: TextIO):
        self._xml = XMLGenerator(cast(TextIOBase, stream), "utf-8", short_empty_elements=True)
        self._ids: Counter[str] = Counter()
        self._xml.startDocument()

    @contextmanager
    def block(self, name: str, **attributes: str | None) -> Iterator[None]:
        """An element that holds blocks and lines."""
        with self.inline(name, **attributes):
            self._xml.ignorableWhitespace("\n")
            yield
        self._xml.ignorableWhitespace("\n")

    @contextmanager
    def line(self, name: str, **attributes: str | None) -> Iterator[None]:
        """An element that holds text and what stands in the text."""
        with self.inline(name, **attributes):
            yield
        self._xml.ignorableWhitespace("\n")

    @contextmanager
    def inline(self, name: str, **attributes: str | None) -> Iterator[None]:
        """An element within a text."""
        given = {key: readable(value) for key, value in attributes.items() if value is not None}
        self._xml.startElement(name, AttributesImpl(given))
        yield
        self._xml.endElement(name)

    def text(self, text: str) -> None:
        """Text; a line feed becomes an `lb`."""
        for n, line in enumerate(readable(text).split("\n")):
            if n:
                with self.inline("lb"):
                    pass
            self._xml.characters(line)

    def new_id(self, wanted: str) -> str:
        """The id, with a number behind it where the document has it already."""
        self._ids[wanted] += 1
        return wanted if self._ids[wanted] == 1 else f"{wanted}-{self._ids[wanted]}"
