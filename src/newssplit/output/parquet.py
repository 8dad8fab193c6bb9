"""Apache Parquet (extra `parquet`): a row per article, nothing flattened.

The columns are the fields of the JSON formats, `story`, `low_confidence`, `sources` and `joined` among them (null
where there are none), with these types:

- `byline`: list of struct(name, role, title); `paragraphs`: list of struct(text, crosshead), so that there
  is no column `crossheads`; `dateline_parts`: struct(agency, place, date); `editors` and `sources`: list of
  string;
- `span`: struct(start, end); `lines`: struct(first, last); `parts`: list of struct(role, start, end);
  `changes`: list of struct(action, rule, start, end); with int64 for all offsets and line numbers;
- `joined`: list of struct with those of these fields that say where a half stood;
- `order` and `chars`: int64; `confidence`: double; `low_confidence`: bool; all others: string.

Compressed with zstd, 1,000 articles to a row group.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, BinaryIO

from newssplit.model import ConfidenceParts
from newssplit.output.extras import extra
from newssplit.output.record import ORIGIN, Record
from newssplit.output.spool import spooled
from newssplit.output.wording import encodable

ROW_GROUP = 1_000
COLUMNS = (
    *("id", "source", "order", "kind", "newspaper", "date", "page", "section", "kicker", "headline", "subheadline"),
    *("dateline", "byline", "paragraphs", "span", "lines", "chars", "confidence", "confidence_parts"),
    *("dateline_parts", "page_name", "editors", "continues_on", "continued_from", "duplicate_of", "story"),
    *("low_confidence", "sources", "joined", "language", "encoding", "parts", "changes"),
)


def write_parquet(records: Iterable[Record], stream: BinaryIO) -> None:
    """A Parquet file, a row group at a time."""
    with extra("parquet"):
        from pyarrow import Table
        from pyarrow.parquet import ParquetWriter
    schema = arrow_schema()
    rows = map(row_of, records)
    with spooled(stream) as path, ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROW_GROUP)):
            writer.write_table(Table.from_pylist(group, schema=schema))


def arrow_schema() -> Any:
    """The columns, as a `pyarrow.Schema`."""
    import pyarrow as pa

    text, whole = pa.string(), pa.int64()
    ends = {"start": whole, "end": whole}
    types = {
        "order": whole,
        "chars": whole,
        "confidence": pa.float64(),
        "confidence_parts": _struct(**dict.fromkeys(ConfidenceParts._fields, pa.float64())),
        "low_confidence": pa.bool_(),
        "byline": pa.list_(_struct(name=text, role=text, title=text)),
        "paragraphs": pa.list_(_struct(text=text, crosshead=pa.bool_())),
        "dateline_parts": _struct(agency=text, place=text, date=text),
        "editors": pa.list_(text),
        "sources": pa.list_(text),
        "span": _struct(**ends),
        "lines": _struct(first=whole, last=whole),
        "parts": pa.list_(_struct(role=text, **ends)),
        "changes": pa.list_(_struct(action=text, rule=text, **ends)),
    }
    types["joined"] = pa.list_(_struct(**{name: types.get(name, text) for name in ORIGIN}))
    return pa.schema([(name, types.get(name, text)) for name in COLUMNS])


def _struct(**fields: Any) -> Any:
    import pyarrow as pa

    return pa.struct(list(fields.items()))


def row_of(record: Record) -> Record:
    """The record with structs for what JSON has as arrays of fixed places."""
    crossheads = set(record["crossheads"])
    row = {
        **record,
        **_places(record),
        "paragraphs": [{"text": text, "crosshead": n in crossheads} for n, text in enumerate(record["paragraphs"])],
    }
    if "joined" in record:
        row["joined"] = [{**half, **_places(half)} for half in record["joined"]]
    return {name: _encodable(row.get(name)) for name in COLUMNS}


def _places(record: Record) -> Record:
    return {
        "span": _named(record["span"], "start", "end"),
        "lines": _named(record["lines"], "first", "last"),
        "parts": [_named(part, "role", "start", "end") for part in record["parts"]],
        "changes": [_named(change, "action", "rule", "start", "end") for change in record["changes"]],
    }


def _named(values: Iterable[Any], *names: str) -> Record:
    return dict(zip(names, values, strict=True))


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    return {name: _encodable(item) for name, item in value.items()} if isinstance(value, dict) else value
