"""Markdown (CommonMark), for reading: a whole issue as one document.

- `#` newspaper and date (the file's name where there is neither), `##` page, whenever they change;
- for each article: the kicker in `*…*`, `###` the headline (`（无题）`, `（图片）`, `（导读）`, `（启事）`
  where there is none), the subheadline in `**…**`, a line with section, dateline and people, ` · `
  between them; then the paragraphs, crossheads as `####`.

All of the paper's own text is escaped: none of its characters acts as markup. Control characters, marks of
direction and spaces at the ends of lines are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from newssplit.output.record import Record
from newssplit.output.wording import UNTITLED, new_headings, paragraphs, people, readable

_MARKUP_RE = re.compile(r"[\\`*_\[\]<>&~|$]")
# What begins a heading, list, quotation or the underline of a heading, at the start of a line only.
_OPENING_RE = re.compile(r"^(?:[#+=-]|\d{1,9}(?=[.)]))", re.MULTILINE)


def write_markdown(records: Iterable[Record], stream: TextIO) -> None:
    """The articles one after the other, each as soon as it is known."""
    previous = None
    for record in records:
        opening = [f"{'#' * level} {_line(title)}" for level, title in new_headings(previous, record)]
        stream.write("\n" * (previous is not None) + "\n\n".join([*opening, *_article(record)]) + "\n")
        previous = record


def _article(record: Record) -> Iterator[str]:
    if record["kicker"]:
        yield f"*{_line(record['kicker'])}*"
    yield f"### {_line(record['headline'] or '') or UNTITLED[record['kind']]}"
    if record["subheadline"]:
        yield f"**{_line(record['subheadline'])}**"
    about = [f"【{record['section']}】" if record["section"] else "", record["dateline"] or "", *people(record)]
    if any(about):
        yield " · ".join(_line(part) for part in about if part)
    for text, crosshead in paragraphs(record):
        yield f"#### {_line(text)}" if crosshead else escaped(text)


def escaped(text: str) -> str:
    """The text as Markdown that shows it; a line feed is a hard break."""
    lines = filter(None, (line.strip() for line in readable(text).split("\n")))
    return "\\\n".join(_OPENING_RE.sub(_backslash, _MARKUP_RE.sub(r"\\\g<0>", line)) for line in lines)


def _line(text: str) -> str:
    return escaped(text.replace("\n", " "))


# A number cannot be escaped itself, the full stop or bracket behind it can.
def _backslash(match: re.Match[str]) -> str:
    return match[0] + "\\" if match[0].isdigit() else "\\" + match[0]
