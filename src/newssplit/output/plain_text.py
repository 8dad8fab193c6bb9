"""Plain text, for reading and for programs that count words.

- newspaper and date, underlined with `=`, and the page, underlined with `-`, whenever they change;
- for each article: `【section】`, kicker, headline (`（无题）` and the like where there is none) and
  subheadline, a line each; dateline and people, two spaces between them; then the paragraphs, each
  indented by two full-width spaces, crossheads not indented between blank lines;
- a line `* * *` between articles.

Control characters and marks of direction are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from newssplit.output.record import Record
from newssplit.output.wording import UNTITLED, new_headings, paragraphs, people, readable

RULES = {1: "=", 2: "-"}
RULE_WIDTH = 40
INDENT = "\u3000\u3000"


def write_text(records: Iterable[Record], stream: TextIO) -> None:
    """The articles one after the other, each as soon as it is known."""
    previous = None
    for record in records:
        if previous is not None:
            stream.write("\n* * *\n\n")
        for level, title in new_headings(previous, record):
            stream.write(f"{title}\n{RULES[level] * RULE_WIDTH}\n\n")
        stream.writelines(line + "\n" for line in _article(record))
        previous = record


def _article(record: Record) -> Iterator[str]:
    if record["section"]:
        yield f"【{readable(record['section'])}】"
    block = (record["kicker"], record["headline"] or UNTITLED[record["kind"]], record["subheadline"])
    yield from (readable(line) for line in block if line)
    about = "  ".join(filter(None, (readable(record["dateline"] or ""), *people(record))))
    if about:
        yield about
    yield ""
    for n, (text, crosshead) in enumerate(paragraphs(record)):
        yield from ("", text, "") if crosshead and n else (text, "") if crosshead else (INDENT + text,)
