"""The pages in web archives, listed like the members of any archive."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from newssplit.errors import DecodingError, InputError
from newssplit.files.names import PAGES

ENDINGS = (".warc", ".warc.gz")
UNSAFE_RE = re.compile(r'[\\:*?"<>|\x00-\x1f]')
LONGEST = 80
"""Characters of a part of a page's name."""


def pages(stream: BinaryIO) -> Iterator[tuple[str, int, int]]:
    """Name, first byte and size of each page of a web archive. Raises InputError."""
    try:
        from newssplit.files.readers.warc import entries

        times = Counter[str]()
        for address, start, size in entries(stream):
            name = page_name(address)
            times[name] += 1
            yield (name if times[name] == 1 else _numbered(name, times[name])), start, size
    except ImportError as error:
        problem = f"is a WARC file, and to read it needs the package {error.name}"
        raise InputError(problem, remedy="pip install 'newssplit[warc]'") from None
    except DecodingError as error:
        raise InputError(error.problem, remedy=error.remedy) from None


def page_name(address: str) -> str:
    """The name of a page among outputs: `paper.example.org/2019/01.html`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        parts = urlsplit("")
    path = unquote(parts.path) + (f"_{unquote(parts.query)}" if parts.query else "")
    path += "index" if path.endswith("/") or not path else ""
    names = [UNSAFE_RE.sub("_", part)[:LONGEST] for part in ((parts.hostname or "page"), *path.split("/"))]
    name = "/".join(part for part in names if part.strip("."))
    return name if name.lower().endswith(PAGES) else f"{name}.html"


def _numbered(name: str, number: int) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-{number}{dot}{ending}"
