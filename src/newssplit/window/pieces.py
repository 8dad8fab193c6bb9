"""A dump of any size, piece by piece, each as an issue of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newssplit.assembling.left_out import LeftOut
from newssplit.language.script import Language, language_of
from newssplit.lexicon import Lexicon, default_lexicon
from newssplit.model import Issue, Part
from newssplit.pipeline import no_search_for_garbage, split
from newssplit.reading.lines import line_starts
from newssplit.window.buffer import Buffer
from newssplit.window.piece import Above, Piece, StraddledError, read_piece
from newssplit.window.settling import Given, settle
from newssplit.window.sizes import WINDOW, Window


class IssuePart(NamedTuple):
    """The next articles of a dump, and where the text stands in it that their offsets refer to."""

    issue: Issue
    """Its `text` has more than its articles do; what is in none of them is that of the same stretch of the dump. Its
    `readings` are empty, unless the dump was read whole."""
    chars: int
    """So many characters are above its text."""
    lines: int
    """So many lines."""
    span: tuple[int, int]
    """The stretch that it gives, as offsets in its text; the next part goes on at its end."""
    language: Language
    """That of the whole dump."""


def split_in_parts(
    stretches: Iterable[str],
    *,
    lexicon: Lexicon | None = None,
    keep_duplicates: bool = False,
    window: Window = WINDOW,
) -> Iterator[IssuePart]:
    """Read a dump, given in stretches, into articles, the first of them before the whole has been read.

    A dump up to `window.whole` is one part, and what `split` makes of it. The articles of a larger one are the same as
    if it were read whole, as far as that can be told without reading on for long; see docs/performance.md. Parts
    follow each other without a gap."""
    lexicon, buffer = lexicon or default_lexicon(), Buffer(stretches)
    buffer.fill(window.whole)
    if buffer.ended and len(buffer.text) <= window.whole:
        issue = split(buffer.text, lexicon=lexicon, keep_duplicates=keep_duplicates)
        yield IssuePart(issue, 0, 0, (0, len(buffer.text)), issue.language)
    else:
        yield from _Parts(buffer, lexicon, window, keep_duplicates=keep_duplicates)


class _Parts:
    """Reads what is in a buffer piece by piece."""

    def __init__(self, buffer: Buffer, lexicon: Lexicon, window: Window, *, keep_duplicates: bool):
        self._buffer, self._lexicon, self._window = buffer, lexicon, window
        self._keep_duplicates = keep_duplicates
        self._size = window.first
        self._begin = self._chars = self._lines = 0
        self._above: Above | None = None
        self._given, self._left_out = Given(), LeftOut()
        self._language = language_of(buffer.text)

    def __iter__(self) -> Iterator[IssuePart]:
        last = False
        while not last:
            text, last = self._next_text()
            try:
                piece = self._read(text, last=last)
            except StraddledError:
                self._drop(self._begin, len(line_starts(text[: self._begin])))
                last = False
                continue
            if piece is None:  # no cut is sure
                self._size, last = 2 * self._size, False
                continue
            yield self._part(text, piece, last=last)
            self._go_on(piece)

    def _next_text(self) -> tuple[str, bool]:
        """What is to be read next, and whether it is the rest: that is never much smaller than other pieces, as too
        little would recur in it."""
        wanted = self._begin + self._size
        self._buffer.fill(wanted + self._size // 2)
        if self._buffer.ended and len(self._buffer.text) <= wanted + self._size // 2:
            return self._buffer.text, True
        return self._buffer.lines(self._begin, wanted), False

    def _read(self, text: str, *, last: bool) -> Piece | None:
        parting = self._size >= self._window.most
        with no_search_for_garbage():
            return read_piece(text, self._begin, self._above, self._lexicon, self._window, last=last, parting=parting)

    def _part(self, text: str, piece: Piece, *, last: bool) -> IssuePart:
        settled = settle(piece.articles, piece.sure, piece.given, self._given, keep_duplicates=self._keep_duplicates)
        span = self._begin, piece.cut
        copies = (*settled.repeats, *settled.duplicates)
        share = (piece.cut - self._begin) / max(1, len(text))
        self._left_out.count(text[self._begin : piece.cut], text, copies, round(piece.carried.found.sentences * share))
        issue = Issue(
            text=text,
            articles=settled.articles,
            sections=_within(piece.sheet.sections, span),
            furniture=_within(piece.sheet.furniture, span),
            markup=_within(piece.carried.markup, span),
            carrier=piece.carried.found,
            repeats=settled.repeats,
            duplicates=settled.duplicates,
            readings=(),
            warnings=self._left_out.told() if last else (),
        )
        return IssuePart(issue, self._chars, self._lines, span, self._language)

    def _go_on(self, piece: Piece) -> None:
        self._begin, self._above = piece.cut, piece.above
        self._drop(piece.context, bisect_left(piece.carried.starts, piece.context))
        self._size = min(2 * self._size, self._window.size)

    def _drop(self, chars: int, lines: int) -> None:
        self._buffer.drop(chars)
        self._chars += chars
        self._lines += lines
        self._begin -= chars


def _within(parts: Sequence[Part], span: tuple[int, int]) -> tuple[Part, ...]:
    """What of the parts lies in a stretch."""
    start, end = span
    return tuple([
        part._replace(start=max(part.start, start), end=min(part.end, end))
        for part in parts
        if part.start < end and part.end > start
    ])  # fmt: skip
