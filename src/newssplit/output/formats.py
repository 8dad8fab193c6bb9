"""The one table of formats: what `--format` takes and what an output's extension means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TextIO

from newssplit.errors import OutputError
from newssplit.output.csv_format import write_csv
from newssplit.output.json_format import write_json, write_jsonl
from newssplit.output.record import Record

TextWriter = Callable[[Iterable[Record], TextIO], None]
"""Writes records as they come; the stream is UTF-8 and translates no line ends."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write articles."""

    name: str
    """What `--format` takes."""
    extensions: tuple[str, ...]
    """Endings of file names that mean it, with the dot, the usual one first."""
    summary: str
    """A few words for help texts."""
    write: TextWriter


FORMATS = {
    form.name: form
    for form in (
        Format("json", (".json",), "an array of articles", write_json),
        Format("jsonl", (".jsonl", ".ndjson"), "an article a line", write_jsonl),
        Format("csv", (".csv",), "a row per article", write_csv),
    )
}


def format_of(path: str) -> Format:
    """The format that a file's name asks for, json for `-`; OutputError where it asks for none."""
    if path == "-":
        return FORMATS["json"]
    extension = PurePath(path).suffix.lower()
    for form in FORMATS.values():
        if extension in form.extensions:
            return form
    raise OutputError("no format goes by this name", path=path, remedy=f"say which: --format {'|'.join(FORMATS)}")
