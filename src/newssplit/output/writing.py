"""Records to a file."""

from __future__ import annotations

from collections.abc import Iterable

from newssplit.output.atomic import replacing
from newssplit.output.formats import Format
from newssplit.output.record import Record


def write_file(records: Iterable[Record], form: Format, path: str) -> None:
    """Write all records to `path`, whole or not at all; OutputError where that cannot be done."""
    with replacing(path) as new, new.open("w", encoding="utf-8", newline="") as stream:
        form.write(records, stream)
