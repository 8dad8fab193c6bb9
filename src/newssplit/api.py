"""What a Python program calls: `read` for files and bytes, `split` for text."""

from __future__ import annotations

import os
from collections.abc import Sequence

from newssplit import pipeline
from newssplit.batch import texts
from newssplit.batch.inputs import STDIN, printable, read_bytes
from newssplit.errors import DecodingError
from newssplit.files.decoding import Decoded, is_blank
from newssplit.lexicon import Lexicon
from newssplit.model import Issue
from newssplit.paths.facts import Facts, date_of, page_of
from newssplit.paths.patterns import pattern_of
from newssplit.paths.telling import USES, Naming, Use, tell

_ENDINGS = (  # of names of files
    *(".txt", ".text", ".md", ".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml", ".xml", ".json", ".csv"),
    *(".pdf", ".doc", ".docx", ".rtf", ".warc", ".gz", ".bz2", ".xz", ".zst", ".zip", ".tar"),
)
"""A single line that ends as the names of files do, and no text of a newspaper does, is one."""
_LONGEST_NAME = 4000


def read(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview,
    *,
    encoding: str | None = None,
    errors: str = "strict",
    name: str | None = None,
    lexicon: Lexicon | None = None,
    keep_duplicates: bool = False,
    newspaper: str | None = None,
    date: str | None = None,
    page: str | None = None,
    path_patterns: Sequence[str] = (),
    from_path: Use = "fill",
) -> Issue:
    """Read an issue from a file, or from the bytes of one, into articles.

    `source` is a path (`-` is standard input), or bytes. The encoding is found out unless `encoding` names it. `errors`
    says what becomes of bytes that are no text: `strict` (DecodingError) or `replace` (U+FFFD, and a warning). `name`
    is what the issue and its records call the input, the path unless given. `lexicon` and `keep_duplicates` are those
    of `split`.

    What the path, or the `name` of bytes, says of newspaper, date and page goes to the articles whose page does not say
    it; with `from_path` `trust` it counts in any case, with `ignore` never. `path_patterns` describe paths as
    `--path-pattern` does. `newspaper`, `date` and `page` are those of all articles, whatever anything else says. `told`
    of the result has what was said, and by whom; docs/inputs.md says more.

    The result knows its `source`, its `encoding`, and in `warnings` what should be known of how it was read. Raises
    InputError where there is no such file, DecodingError where it is no text or in no known encoding.
    """
    naming = _naming(Facts(newspaper, date, page), tuple(path_patterns), from_path)
    data, path = _bytes_of(source)
    decoded = text_of(data, name or path, encoding, errors)
    del data  # a large issue needs the room
    issue = pipeline.split(decoded.text, lexicon=lexicon, keep_duplicates=keep_duplicates)
    warnings = filter(None, (decoded.warning, "is empty: no articles" if is_blank(decoded.text) else None))
    issue = issue._replace(source=name or path, encoding=decoded.encoding, warnings=(*warnings, *issue.warnings))
    return tell(issue, naming, naming.told(None if path == STDIN else path or name))


def _naming(given: Facts, patterns: tuple[str, ...], use: Use) -> Naming:
    """What the arguments say; ValueError where they are none."""
    day, number = given.date and date_of(given.date), given.page and page_of(given.page)
    if bool(day) != bool(given.date) or bool(number) != bool(given.page):
        raise ValueError(
            f"{given.date!r} is not a date, as '1998-01-05' is, or {given.page!r} no page, as '2' and 'A1' are"
        )
    if use not in USES:
        raise ValueError(f"from_path is {use!r}, which is none of {', '.join(USES)}")
    for pattern in patterns:
        pattern_of(pattern)
    return Naming(Facts(given.newspaper, day, number), patterns, use)


def text_of(data: bytes, name: str | None, encoding: str | None, errors: str) -> Decoded:
    """The text that the bytes of an input hold, whatever their kind; see `newssplit.batch.texts`.

    Raises DecodingError."""
    if errors not in ("strict", "replace"):
        raise ValueError(f"errors is {errors!r}, which is neither 'strict' nor 'replace'")
    try:
        b"a".decode(encoding or "utf-8", "replace")
    except (LookupError, UnicodeError):
        raise DecodingError(f"there is no encoding {encoding}", remedy="try utf-8, gb18030, big5 or utf-16") from None
    return texts.text_of(data, encoding, errors, path=name)


def split(text: str, *, lexicon: Lexicon | None = None, keep_duplicates: bool = False) -> Issue:
    """Split the decoded text of an issue, of any length, into articles.

    Every span of the result counts characters of `text`, and the same text gives the same issue. A text without any
    mark is one article of low confidence; a blank one has none. `lexicon` is the vocabulary, the package's own unless
    given; with `keep_duplicates` the further copies of an article are articles, too, and say of which.

    Raises TypeError for bytes and paths, and ValueError for a string that is the name of a file: those are for `read`.

    >>> issue = split("开门红\\n本报讯（记者 李明）昨天，大桥通车了。\\n")
    >>> issue.articles[0].headline, issue.articles[0].byline[0].name
    ('开门红', '李明')
    """
    if not isinstance(text, str):
        raise TypeError(f"split() takes the text of an issue, not {type(text).__name__}: {_advice(text)}")
    if len(text) < _LONGEST_NAME and text.lower().endswith(_ENDINGS) and "\n" not in text and "\r" not in text:
        raise ValueError(f"split() takes the text of an issue, not the name of a file: {_advice(text)}")
    return pipeline.split(text, lexicon=lexicon, keep_duplicates=keep_duplicates)


def _bytes_of(source: object) -> tuple[bytes, str | None]:
    """The bytes, and the path that they are from if there is one."""
    if isinstance(source, bytes | bytearray | memoryview):
        return bytes(source), None
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"read() takes a path or bytes, not {type(source).__name__}")
    if isinstance(source, str) and ("\n" in source or "\0" in source):
        raise ValueError("read() takes a path or bytes; newssplit.split(text) takes text")
    path = os.fspath(source)
    return read_bytes(path), printable(path)


def _advice(source: object) -> str:
    if isinstance(source, str | os.PathLike):
        return f"newssplit.read({os.fspath(source)!r}) reads a file and finds out its encoding"
    return "newssplit.read() takes bytes and paths, and finds out the encoding"
