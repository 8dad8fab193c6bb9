"""The words around an article wherever it is set for reading: titles, roles, kinds; and its characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from newssplit.output.record import Record

UNTITLED = {"article": "（无题）", "photo": "（图片）", "teaser": "（导读）", "notice": "（启事）"}
"""What stands in the place of a headline that is not there, by kind."""
ROLES = {
    "reporter": "记者",
    "correspondent": "通讯员",
    "intern": "实习生",
    "photographer": "摄影",
    "author": "文",
    "translator": "编译",
    "editor": "整理",
    "artist": "制图",
    "commentator": "评论员",
}
"""What stands before a name without a printed title, by role."""
# XML 1.0 knows none of these but two: the second control block, which commands terminals, and the marks of direction,
# by which a line reads otherwise than it is (Boucher & Anderson 2021, CVE-2021-42574).
_UNREADABLE_RE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def readable(text: str) -> str:
    """The text without control characters, marks of direction, lone surrogates and noncharacters.

    Tab and line feed stay.
    """
    return _UNREADABLE_RE.sub("", text)


def encodable(text: str) -> str:
    """The text as UTF-8 can hold it: a lone surrogate becomes U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def new_headings(previous: Record | None, record: Record) -> Iterator[tuple[int, str]]:
    """Level (1: issue, 2: page) and title of what begins with this record, seen from the one before."""
    new_issue = previous is None or issue_key(previous) != issue_key(record)
    if new_issue:
        yield 1, issue_title(record)
    page = page_title(record)
    if page and (new_issue or page != page_title(previous or {})):
        yield 2, page


def issue_key(record: Record) -> tuple[str | None, ...]:
    """The same for all records of one issue that follow each other."""
    return record["source"], record["newspaper"], record["date"]


def issue_title(record: Record) -> str:
    """Newspaper and date, or the name of the file where the issue names neither."""
    return readable(" ".join(filter(None, (record["newspaper"], record["date"]))) or issue_name(record["source"]))


def issue_name(source: str) -> str:
    """The source's file name without folders and extension; `stdin` for standard input."""
    return "stdin" if source == "-" else PurePath(source.replace("\\", "/")).stem or "issue"


def page_title(record: Record) -> str:
    """Number and name of the page, empty where the dump has neither."""
    number, name = record.get("page"), record.get("page_name")
    return readable(" ".join(filter(None, (f"第{number}版" if number else None, name))))


def people(record: Record) -> list[str]:
    """`首席记者 张娅`, a string for each person; `本报评论员` says itself what it did."""
    return [readable(_person(**person)) for person in record["byline"]]


def _person(name: str, role: str | None, title: str | None) -> str:
    title = title or ROLES.get(role or "")
    return f"{title} {name}" if title and title not in name else name


def paragraphs(record: Record) -> Iterator[tuple[str, bool]]:
    """Each paragraph, readable, and whether it is a crosshead."""
    crossheads = set(record["crossheads"])
    for n, text in enumerate(record["paragraphs"]):
        yield readable(text), n in crossheads
