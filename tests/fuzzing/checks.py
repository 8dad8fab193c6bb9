"""What must hold of every input, and what an input shows of the program."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from itertools import pairwise

from newssplit import Issue
from newssplit.errors import DecodingError
from newssplit.files.decoding import decode
from newssplit.output.formats import FORMATS
from newssplit.output.record import record_of
from newssplit.pipeline import split  # newssplit.split refuses what looks like the name of a file
from tests.test_properties import CHECKS, all_parts

ENCODINGS = ("utf-8", "gb18030", "cp950", "utf-16", "utf-16-le", "utf-16-be")
FORMS = [form for form in FORMATS.values() if not form.binary]


def check(text: str) -> Issue:
    """Split a text. Raises whatever the program raises, and AssertionError where something does not hold."""
    issue = split(text)
    assert issue.text == text
    for holds in CHECKS:
        holds(issue)
    assert split(text) == issue, "the same text came out otherwise"
    check_bytes(text)
    check_formats(issue)
    return issue


def check_bytes(text: str) -> None:
    """The text's bytes in some encoding, a few of them damaged, are decoded or refused."""
    number = int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    data = bytearray(text.encode(ENCODINGS[number % len(ENCODINGS)], "ignore"))
    for step in range(number >> 8 & 3):
        if data:
            data[(number >> 8 * step) % len(data)] = number >> 8 * step + 3 & 0xFF
    assert isinstance(decode(bytes(data), errors="replace").text, str)
    with suppress(DecodingError):
        decode(bytes(data))


def check_formats(issue: Issue) -> None:
    """One of the formats, by the number of characters, can write the articles."""
    form = FORMS[len(issue.text) % len(FORMS)]
    form.write([record_of(article, "a.txt", "utf-8") for article in issue.articles], io.StringIO(newline=""))


def shown(issue: Issue) -> Iterator[str]:
    """What an input shows of the program: which parts follow each other, what was done by which rule."""
    parts = sorted(all_parts(issue), key=lambda part: part.start)
    yield from (f"{one.role} {other.role}" for one, other in pairwise(parts))
    for article in issue.articles:
        crossheads = sum(paragraph.crosshead for paragraph in article.paragraphs)
        yield f"{article.kind} {len(article.byline)} {crossheads} {article.dateline is not None}"
        yield from (f"{change.action} {change.rule}" for change in article.changes)
        yield from (f"{person.role}" for person in article.byline)
