"""Many inputs, one stream of records: what fails is told, the rest still gets done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from newssplit.batch.decoding import Decoded, is_blank
from newssplit.batch.inputs import STDIN, memory_errors, printable, read_bytes
from newssplit.batch.texts import text_of
from newssplit.errors import NewssplitError
from newssplit.light import NamedTuple
from newssplit.model import Issue
from newssplit.output.finishing import Finish, finished
from newssplit.output.record import Record, records_of
from newssplit.paths.facts import Facts
from newssplit.paths.telling import Naming, tell
from newssplit.profile import Profile, lexicon_of


class Report(Protocol):
    """Whom to tell what happens to an input; `path` is its printable path."""

    def done(self, path: str, decoded: Decoded) -> None:
        """It was read."""

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
    with memory_errors(label):
        yield from records_in(read_bytes(path, options.nuls), label, options, report, place_of(path))


def place_of(path: str) -> str | None:
    """The path that may say something of an input; None for standard input."""
    return None if path == STDIN else printable(path)


def records_in(
    data: bytes, source: str, options: InputOptions, report: Report, place: str | None = None
) -> Iterator[Record]:
    """The articles of one input's bytes. Raises NewssplitError.

    `source` is what the records call it, `place` the path that may say what newspaper, date and page it is of."""
    decoded = _decoded(data, source, options, report)
    del data  # a large issue needs the room
    issue = _issue(decoded, source, options, report, place)
    yield from finished(records_of(issue), options.finish, lambda warning: report.warn(source, warning))


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
        report.warn(source, "its path fits no --path-pattern")
    for warning in filter(None, (decoded.warning, *issue.warnings)):
        report.warn(source, warning)
    if is_blank(decoded.text):
        report.warn(source, "is empty: no articles")
    return issue
