"""The writers of all formats that load more than a start of the program should wait for.

Each function loads its module when it is called; what it writes is said there. The binary ones write to the
bytes below the stream.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from newssplit.output.record import Record


def markdown(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.markdown import write_markdown

    write_markdown(records, stream)


def text(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.plain_text import write_text

    write_text(records, stream)


def ninjs(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.ninjs import write_ninjs

    write_ninjs(records, stream)


def ninjs_item(record: Record, stream: TextIO) -> None:
    from newssplit.output.ninjs import write_ninjs_item

    write_ninjs_item(record, stream)


def jsonld(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.jsonld import write_jsonld

    write_jsonld(records, stream)


def jsonld_article(record: Record, stream: TextIO) -> None:
    from newssplit.output.jsonld import write_jsonld_article

    write_jsonld_article(record, stream)


def tei(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.tei import write_tei

    write_tei(records, stream)


def tei_article(record: Record, stream: TextIO) -> None:
    from newssplit.output.tei import write_tei_article

    write_tei_article(record, stream)


def xlsx(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.i18n import catalogue
    from newssplit.output.xlsx import write_xlsx

    write_xlsx(records, stream.buffer, catalogue())


def parquet(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.parquet import write_parquet

    write_parquet(records, stream.buffer)


def sqlite(records: Iterable[Record], stream: TextIO) -> None:
    from newssplit.output.sqlite import write_sqlite

    write_sqlite(records, stream.buffer)


def appended_to_sqlite(records: Iterable[Record], path: str) -> None:
    from newssplit.output.sqlite import append_sqlite

    append_sqlite(records, path)
