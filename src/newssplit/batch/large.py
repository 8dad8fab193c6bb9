"""A large text decoded block by block, so that it is never in memory as a whole.

Its encoding is that of its first megabytes, if they leave no doubt. A file is read through once before, to see that
all of it is text in that encoding; of a pipe that shows only when it comes.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from newssplit.errors import DecodingError
from newssplit.files.bounded import NULS, blocks_of
from newssplit.files.decoding import sure_encoding
from newssplit.files.encodings import DISPUTED_RE, DIVISION_SLASH, MARKS, SLASH
from newssplit.files.kinds import kind_to_read
from newssplit.files.oddities import Oddities
from newssplit.files.refusals import CONTROLS, GO_ON, is_binary

HEAD = 8 << 20
"""Bytes that are read before anything is decided; what has no more is read whole."""
BLOCK = 1 << 18
"""Bytes that are decoded at once: of a pipe, so many come before the text goes on."""
WINDOWS, HONG_KONG = "cp950", "big5hkscs"
"""The layouts of Big5."""


def large_text(
    stream: IO[bytes], head: bytes, named: str | None, errors: str, blocks: Callable[[], Iterator[bytes]]
) -> Stretches | None:
    """The text of a stream whose first bytes, HEAD of them, were read; None where it has to be read whole.

    `blocks` gives those behind them. Where the stream can go back it stands behind `head` in any case."""
    encoding = None if kind_to_read(head) else sure_encoding(_whole_lines(head), named)
    if encoding is None:
        return None
    if stream.seekable():
        behind = stream.tell()
        sound = is_sound(_after(head, blocks()), encoding)
        stream.seek(behind)
        if not sound:
            return None
    return Stretches(_after(head, blocks()), encoding, errors)


def blocks_behind(stream: IO[bytes]) -> Iterator[bytes]:
    """What is left of a stream, in blocks."""
    return blocks_of(stream, at_once=BLOCK)


def _after(head: bytes, blocks: Iterator[bytes]) -> Iterator[bytes]:
    for at in range(0, len(head), BLOCK):
        yield head[at : at + BLOCK]
    yield from blocks


def _whole_lines(head: bytes) -> bytes:
    """The bytes without a last character that is cut."""
    if b"\0" in head:
        return head[: len(head) // 4 * 4]
    return head[: head.rfind(b"\n") + 1 or len(head)]


def is_sound(blocks: Iterable[bytes], encoding: str) -> bool:
    """Whether all bytes are text in this encoding, and no other layout of it could be meant."""
    decoder, wide = codecs.getincrementaldecoder(encoding)(), encoding.startswith(("utf-16", "utf-32"))
    size = controls = 0
    for block in blocks:
        try:
            text = decoder.decode(block)
        except UnicodeDecodeError:
            return False
        if "\0" in text or (encoding == WINDOWS and DISPUTED_RE.search(text)):
            return False
        plain = text.encode("utf-8", "replace") if wide else block
        size, controls = size + len(plain), controls + len(plain) - len(plain.translate(None, CONTROLS))
    return not is_binary(controls, size)


class Stretches:
    """The text of blocks of bytes, and behind it what should be known of it.

    `errors` is `strict`, which raises DecodingError for bytes that are no text, or `replace`: U+FFFD for them."""

    def __init__(self, blocks: Iterable[bytes], encoding: str, errors: str):
        self._blocks, self._errors = blocks, errors
        self._decoder = codecs.getincrementaldecoder(encoding)(errors)
        self.encoding = encoding
        """Python's name. In a pipe Hong Kong's Big5 may take the place of Windows'."""
        self.chars = 0
        """How many characters have been read."""
        self._bytes = self._replaced = 0
        self._oddities = Oddities(encoding, 0 if errors == "strict" else None)

    def __iter__(self) -> Iterator[str]:
        for block in self._blocks:
            if NULS in block and not self.encoding.startswith("utf-32"):
                place = f"byte {self._bytes + block.index(NULS)}"
                raise DecodingError("is binary data, not text", place=place, remedy="give the text of the issue")
            pending = len(self._decoder.getstate()[0])
            text = self._decoded(block, pending)
            size = pending + len(block) - len(self._decoder.getstate()[0])
            if not self._bytes and text.startswith("\ufeff"):
                mark = next(len(mark) for mark, name in MARKS if name == self.encoding)
                self._oddities.look("", mark)
                text, size = text[1:], size - mark
            self._oddities.look(text, size)
            self._bytes += len(block)
            self._replaced += text.count("\ufffd")
            self.chars += len(text)
            yield text.replace(DIVISION_SLASH, SLASH) if self.encoding == WINDOWS else text

    def _decoded(self, block: bytes, pending: int) -> str:
        try:
            return self._decoder.decode(block)
        except UnicodeDecodeError as error:
            if self.encoding == WINDOWS:
                self.encoding, self._decoder = HONG_KONG, codecs.getincrementaldecoder(HONG_KONG)(self._errors)
                return self._decoded(error.object, 0)
            found = error.object[error.start : max(error.end, error.start + 2)].hex(" ").upper()
            place = f"byte {self._bytes - pending + error.start}"
            raise DecodingError(f"{found} is not valid {error.encoding}", place=place, remedy=GO_ON) from None

    def warnings(self) -> list[str]:
        """What should be known of the text, once it has been read to its end."""
        told = list[str]()
        if rest := self._decoder.getstate()[0]:
            told.append(
                f"its last character is cut: {rest.hex(' ').upper()} left out, at {self._oddities.where('', 0)}"
            )
        if self._errors == "replace" and self._replaced:
            told.append(f"U+FFFD stands {self._replaced} times for bytes that are not valid {self.encoding}")
        return told + self._oddities.told()
