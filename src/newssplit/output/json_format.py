"""JSON, for programs and, laid out with a field a line, for people; and JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from newssplit.output.record import Record

_dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write_json(records: Iterable[Record], stream: TextIO) -> None:
    """An array of objects, each written as soon as it is known; `[]` where there is none."""
    opening = "[\n"
    for record in records:
        stream.write(opening + _laid_out(record))
        opening = ",\n"
    stream.write("[]\n" if opening == "[\n" else "\n]\n")


def write_jsonl(records: Iterable[Record], stream: TextIO) -> None:
    """An object a line, flushed line by line, so that a reader at the other end need not wait."""
    for record in records:
        stream.write(_dumps(record) + "\n")
        stream.flush()


def write_object(record: Record, stream: TextIO) -> None:
    """One object, laid out as in `write_json`."""
    stream.write(_laid_out(record, margin="") + "\n")


# json's own `indent` puts each number of a span on a line of its own, and is ten times slower.
def _laid_out(record: Record, margin: str = " ") -> str:
    fields = ",\n".join(f"  {_dumps(key)}: {_value(value)}" for key, value in record.items())
    return f"{margin}{{\n{fields}\n{margin}}}"


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], str | dict | list):
        return "[\n" + ",\n".join("   " + _dumps(item) for item in value) + "\n  ]"
    return _dumps(value)
