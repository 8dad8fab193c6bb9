"""JSON, for programs and, laid out with a field a line, for people; and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from newssplit.output.record import Record

_dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_json(records: Iterable[Record], stream: TextIO, *, in_pages: bool = False) -> None:
    """An array of objects, each written as soon as it is known; `[]` where there is none.

    `in_pages` writes it so that it can stand in a page of HTML: nothing in it ends the element or begins a comment.
    """
    opening = "[\n"
    for record in records:
        stream.write(opening + _laid_out(record, in_pages=in_pages))
        opening = ",\n"
    stream.write("[]\n" if opening == "[\n" else "\n]\n")


def write_jsonl(records: Iterable[Record], stream: TextIO) -> None:
    """An object a line, flushed line by line, so that a reader at the other end need not wait."""
    for record in records:
        stream.write(_dumps(record) + "\n")
        stream.flush()


def write_object(record: Record, stream: TextIO, *, in_pages: bool = False) -> None:
    """One object, laid out as in `write_json`."""
    stream.write(_laid_out(record, margin="", in_pages=in_pages) + "\n")


# json's own `indent` puts each number of a span on a line of its own, and is ten times slower.
def _laid_out(record: Record, margin: str = " ", *, in_pages: bool = False) -> str:
    fields = ",\n".join(f"  {_dumps(key)}: {_value(value)}" for key, value in record.items())
    if in_pages:
        fields = fields.replace("<", "\\u003c")  # JSON has < in strings alone
    return f"{margin}{{\n{fields}\n{margin}}}"


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], str | dict | list):
        return "[\n" + ",\n".join("   " + _dumps(item) for item in value) + "\n  ]"
    return _dumps(value)
