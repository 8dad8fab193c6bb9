"""Many inputs, one stream of records: what fails is told, the rest still gets done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BytesIO
from itertools import chain, islice
from typing import IO, Protocol

from newssplit.batch.inputs import STDIN, memory_errors, opened, printable, read_steps
from newssplit.batch.large import BLOCK, HEAD, Stretches, large_text
from newssplit.batch.texts import text_of
from newssplit.errors import DecodingError, NewssplitError
from newssplit.files.bounded import BLOCK as AT_ONCE
from newssplit.files.bounded import blocks_of, gathered
from newssplit.files.decoding import Decoded, is_blank
from newssplit.light import NamedTuple
from newssplit.limits import LARGEST_INPUT
from newssplit.model import Issue
from newssplit.output.finishing import Finish, finished
from newssplit.output.record import Record, moved, record_of, records_of
from newssplit.paths.facts import Facts
from newssplit.paths.telling import Naming, Teller, tell
from newssplit.profile import Profile, lexicon_of
from newssplit.window.sizes import WINDOW

OUTSIDE_PATTERNS = "its path fits no --path-pattern"


class Report(Protocol):
    """Whom to tell what happens to an input; `path` is its printable path."""

    @property
    def keeps_text(self) -> bool:
        """Whether the whole text of each input is wanted, however large it is."""

    def done(self, path: str, decoded: Decoded) -> None:
        """It was read."""

    def done_in_parts(self, path: str, encoding: str, chars: int) -> None:
        """It was read, and its text, of so many characters, was never in memory as a whole."""

    def warn(self, path: str, warning: str) -> None:
        """Something about it is to be known."""

    def failed(self, error: NewssplitError) -> None:
        """It gives no articles; the error names its path."""


class InputOptions(NamedTuple):
    """How inputs become records."""

    encoding: str | None = None
    """None: found out, file by file."""
    errors: str = "strict"
    """What becomes of bytes that are no text: `strict` or `replace`."""
    profile: Profile | None = None
    """What is added to the vocabulary or taken from it."""
    keep_duplicates: bool = False
    """Give both of two copies, with `duplicate_of` in the lesser one."""
    finish: Finish = Finish()
    """What is done with records behind the reading."""
    naming: Naming = Naming()
    """What newspaper, date and page are where the dump does not say it."""

    @property
    def nuls(self) -> bool:
        """Whether an issue may hold many NUL bytes: as UTF-32, or where they are to be replaced."""
        return self.errors != "strict" or (self.encoding or "").lower().replace("_", "-").startswith("utf-32")

    def told(self, place: str | None) -> Facts:
        """What the path of an input says of it."""
        return self.naming.told(place, self.profile.path_patterns if self.profile else ())

    def read(self, text: str) -> Issue:
        """Split a dump as these options say."""
        from newssplit.pipeline import split  # the core loads only where something is split

        return split(text, lexicon=lexicon_of(self.profile), keep_duplicates=self.keep_duplicates)


def records(paths: Iterable[str], options: InputOptions, report: Report) -> Iterator[Record]:
    """The articles of all inputs, one input after the other, each as soon as its issue is read."""
    for path in paths:
        try:
            yield from _records_of(path, options, report)
        except NewssplitError as error:
            report.failed(error)


def _records_of(path: str, options: InputOptions, report: Report) -> Iterator[Record]:
    label = printable(path)
    with memory_errors(label), opened(path) as stream:
        try:
            yield from _read_from(stream, path, label, options, report)
        except DecodingError as error:
            raise error.about(label) from None


def _read_from(stream: IO[bytes], path: str, label: str, options: InputOptions, report: Report) -> Iterator[Record]:
    size = min(HEAD, AT_ONCE)  # what cannot be a text is told at once, and not when a pipe has sent all of HEAD
    head = gathered(islice(read_steps(path, stream, size), HEAD // size), label, options.nuls)
    place = place_of(path)
    text = _large(stream, head, options, report, lambda: read_steps(path, stream, BLOCK))
    if text is not None:
        del head
        yield from records_in_parts(text, label, options, report, place)
        return
    data = gathered(chain((head,), read_steps(path, stream, BLOCK)), label, options.nuls, LARGEST_INPUT)
    del head
    whole = _records_in_whole(data, label, options, report, place)
    del data  # a large issue needs the room
    yield from whole


def _large(
    stream: IO[bytes], head: bytes, options: InputOptions, report: Report, blocks: Callable[[], Iterator[bytes]]
) -> Stretches | None:
    """The text of a stream with so much at its beginning, if it need not be in memory as a whole."""
    if len(head) < HEAD or report.keeps_text:
        return None
    return large_text(stream, head, options.encoding, options.errors, blocks)


def _large_in(data: bytes, options: InputOptions, report: Report) -> Stretches | None:
    stream = BytesIO(data)  # takes no copy
    return _large(stream, stream.read(HEAD), options, report, lambda: blocks_of(stream, at_once=BLOCK))


def place_of(path: str) -> str | None:
    """The path that may say something of an input; None for standard input."""
    return None if path == STDIN else printable(path)


def records_in(
    data: bytes, source: str, options: InputOptions, report: Report, place: str | None = None
) -> Iterator[Record]:
    """The articles of one input's bytes. Raises NewssplitError.

    `source` is what the records call it, `place` the path that may say what newspaper, date and page it is of."""
    text = _large_in(data, options, report)
    if text is not None:
        yield from records_in_parts(text, source, options, report, place)
        return
    whole = _records_in_whole(data, source, options, report, place)
    del data  # a large issue needs the room
    yield from whole


def _records_in_whole(
    data: bytes, source: str, options: InputOptions, report: Report, place: str | None
) -> Iterator[Record]:
    decoded = _decoded(data, source, options, report)
    del data
    if len(decoded.text) > WINDOW.whole:
        yield from records_in_parts(decoded, source, options, report, place)
        return
    issue = _issue(decoded, source, options, report, place)
    yield from finished(records_of(issue), options.finish, lambda warning: report.warn(source, warning))


def records_in_parts(
    text: Stretches | Decoded, source: str, options: InputOptions, report: Report, place: str | None
) -> Iterator[Record]:
    """The articles of a large text, the first of them before all of it has been read."""
    told, warn = Teller(options.naming, options.told(place)), partial(report.warn, source)
    if not options.naming.fits(place):
        warn(OUTSIDE_PATTERNS)
    yield from finished(_parts(text, source, options, told, warn), options.finish, warn)
    if isinstance(text, Stretches):
        report.done_in_parts(source, text.encoding, text.chars)
        for warning in text.warnings():
            warn(warning)
    for warning in told.warnings():
        warn(warning)


def _parts(
    text: Stretches | Decoded, source: str, options: InputOptions, told: Teller, warn: Callable[[str], None]
) -> Iterator[Record]:
    from newssplit.window.pieces import split_in_parts  # the core loads only where something is split

    if isinstance(text, Decoded) and text.warning:
        warn(text.warning)
    stretches = text if isinstance(text, Stretches) else text.stretches()
    parts = split_in_parts(
        stretches,
        lexicon=lexicon_of(options.profile),
        keep_duplicates=options.keep_duplicates,
        window=WINDOW,
    )
    for part in parts:
        for article in told.tell(part.issue.articles):
            yield moved(record_of(article, source, text.encoding, part.language), part.chars, part.lines)
        for warning in part.issue.warnings:
            warn(warning)


def issue_in(
    data: bytes, source: str, options: InputOptions, report: Report, place: str | None = None
) -> tuple[Issue, str]:
    """The issue of one input's bytes, as in `records_in`, and what they were read as; what is to be known is told.

    Raises NewssplitError."""
    with memory_errors(source):
        decoded = _decoded(data, source, options, report)
        return _issue(decoded, source, options, report, place), decoded.encoding


def _decoded(data: bytes, source: str, options: InputOptions, report: Report) -> Decoded:
    decoded = text_of(data, options.encoding, options.errors, path=source)
    report.done(source, decoded)
    return decoded


def _issue(decoded: Decoded, source: str, options: InputOptions, report: Report, place: str | None) -> Issue:
    issue = options.read(decoded.text)._replace(source=source, encoding=decoded.encoding)
    issue = tell(issue, options.naming, options.told(place))
    if not options.naming.fits(place):
        report.warn(source, OUTSIDE_PATTERNS)
    for warning in filter(None, (decoded.warning, *issue.warnings)):
        report.warn(source, warning)
    if is_blank(decoded.text):
        report.warn(source, "is empty: no articles")
    return issue
