"""What a comment of an e-paper's page says of its article, matched with what the page prints.

The pages of Founder's (方正) and others' e-papers hold title, date and author in a comment, and print some of it once
more. What is printed is told by its line, what is not by the comment: so nothing stands there twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FIELD_RE = re.compile(r"<([A-Za-z]{2,20})>\s*+((?:[^<>\s](?:[^<>]*[^<>\s])?)?)\s*</\1>")
TAG_RE = re.compile(r"</?[A-Za-z][^<>]*>")
SPACE_RE = re.compile(r"\s+")
SAYING_RE = re.compile("[\u3400-\u9fff]|(?:19|20)\\d\\d-\\d\\d?-\\d\\d?")
"""Words, or a date: what is neither is a number in somebody's database."""
HOUR_RE = re.compile(r"(?<=\d) \d\d?:\d\d(?::\d\d(?:\.\d+)?)?$")
SIGNS = {"title": "founder-title", "introtitle": "founder-introtitle", "subtitle": "founder-subtitle"}
"""By the name of a field the tag that goes around the line which prints it, where it has none."""
HEADS = ("<h", "<founder-")
FIELDS = 2
"""A comment with so many fields says something of the article."""


def has_fields(comment: str) -> bool:
    """Whether a comment holds the fields of an article."""
    return len(FIELD_RE.findall(comment)) >= FIELDS


def told_once(lines: Sequence[str]) -> list[str]:
    """The lines of a page; of a comment only the fields that no other line prints."""
    comments = [line for line in lines if line.startswith("<!--")]
    if not comments:
        return list(lines)
    printed = "\n".join(_bare(line) for line in lines if line not in comments)
    fields = {_bare(value): name for line in comments for name, value in FIELD_RE.findall(line) if value}
    return [_unprinted(line, printed) if line in comments else _signed(line, fields) for line in lines]


def _bare(line: str) -> str:
    return SPACE_RE.sub("", TAG_RE.sub("", line))


def _unprinted(comment: str, printed: str) -> str:
    said = ((name, HOUR_RE.sub("", value)) for name, value in FIELD_RE.findall(comment) if SAYING_RE.search(value))
    left = [f"<{name}>{value}</{name}>" for name, value in said if _bare(value) not in printed]
    return f"<!--{''.join(left)}-->" if left else ""


def _signed(line: str, fields: dict[str, str]) -> str:
    """A line that prints a field and is not marked as heading, in the tag of that field."""
    tag = SIGNS.get(fields.get(_bare(line), ""), "")
    return f"<{tag}>{TAG_RE.sub('', line).strip()}</{tag}>" if tag and not line.startswith(HEADS) else line
