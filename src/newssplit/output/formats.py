"""The one table of formats: what `--format` takes and what an output's extension means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TextIO

from newssplit.errors import OutputError
from newssplit.light import NamedTuple
from newssplit.output import loaded_late
from newssplit.output.csv_format import write_csv
from newssplit.output.json_format import write_json, write_jsonl, write_object
from newssplit.output.record import Record

TextWriter = Callable[[Iterable[Record], TextIO], None]
"""Writes records as they come; the stream is UTF-8 and translates no line ends."""


class Format(NamedTuple):
    """A way to write articles."""

    name: str
    """What `--format` takes."""
    extensions: tuple[str, ...]
    """Endings of file names that mean it, with the dot, the usual one first."""
    summary: str
    """A few words for help texts."""
    write: TextWriter
    write_alone: Callable[[Record, TextIO], None] | None = None
    """Writes one article into a file of its own, where that is not a list of one."""
    write_for_excel: TextWriter | None = None
    """Writes what Excel opens as it is meant, where `write` does not."""
    append: Callable[[Iterable[Record], str], None] | None = None
    """Adds articles to the file at a path, which is made where it is not there."""
    adds: bool = False
    """To a file, `append` instead of writing it anew."""
    is_json: bool = False
    """What is written is JSON, whatever it says."""
    binary: bool = False
    """Nothing for a terminal: `write` goes to the stream's `buffer`."""

    def write_single(self, record: Record, stream: TextIO) -> None:
        """Write one article into a file of its own."""
        if self.write_alone:
            self.write_alone(record, stream)
        else:
            self.write([record], stream)

    def for_excel(self) -> Format:
        """This format as Excel wants it; OutputError where there is no such thing."""
        if not self.write_for_excel:
            able = ", ".join(form.name for form in FORMATS.values() if form.write_for_excel)
            raise OutputError(f"--excel is for {able}, not for {self.name}", remedy="leave it out")
        return self._replace(write=self.write_for_excel)

    def for_more(self) -> Format:
        """This format, adding to files; OutputError where there is no such thing."""
        if not self.append:
            able = ", ".join(form.name for form in FORMATS.values() if form.append)
            raise OutputError(f"--append is for {able}, not for {self.name}", remedy="leave it out")
        return self._replace(adds=True)


FORMATS = {
    form.name: form
    for form in (
        Format("json", (".json",), "an array of articles", write_json, write_object, is_json=True),
        Format("jsonl", (".jsonl", ".ndjson"), "an article a line", write_jsonl, is_json=True),
        Format("csv", (".csv",), "a row per article", write_csv, write_for_excel=partial(write_csv, excel=True)),
        Format(
            "tsv",
            (".tsv", ".tab"),
            "csv with TABs",
            partial(write_csv, delimiter="\t"),
            write_for_excel=partial(write_csv, delimiter="\t", excel=True),
        ),
        Format("md", (".md", ".markdown"), "a readable issue in Markdown", loaded_late.markdown),
        Format("txt", (".txt",), "a readable issue", loaded_late.text),
        Format("xlsx", (".xlsx",), "Excel", loaded_late.xlsx, binary=True),
        Format("parquet", (".parquet",), "Apache Parquet", loaded_late.parquet, binary=True),
        Format(
            "sqlite",
            (".sqlite", ".sqlite3", ".db"),
            "a database to search",
            loaded_late.sqlite,
            append=loaded_late.appended_to_sqlite,
            binary=True,
        ),
        Format(
            "ninjs",
            (".ninjs.json", ".ninjs"),
            "IPTC ninjs 3.0",
            loaded_late.ninjs,
            loaded_late.ninjs_item,
            is_json=True,
        ),
        Format(
            "jsonld",
            (".jsonld",),
            "schema.org NewsArticle",
            loaded_late.jsonld,
            loaded_late.jsonld_article,
            is_json=True,
        ),
        Format("tei", (".xml", ".tei"), "TEI P5", loaded_late.tei, loaded_late.tei_article),
    )
}
_EXTENSIONS = {extension: form for form in FORMATS.values() for extension in form.extensions}


def format_of(path: str) -> Format:
    """The format that a file's name asks for, json for `-`; OutputError where it asks for none."""
    if path == "-":
        return FORMATS["json"]
    from pathlib import PurePath  # of no use to standard output

    name = PurePath(path).name.lower()
    for extension in sorted(_EXTENSIONS, key=len, reverse=True):  # .ninjs.json before .json
        if name.endswith(extension):
            return _EXTENSIONS[extension]
    raise OutputError("no format has this extension", path=path, remedy=f"say which: --format {'|'.join(FORMATS)}")
