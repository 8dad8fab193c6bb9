"""Data frames of pandas (extra `pandas`) and polars (extra `polars`): a row per article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newssplit.errors import MissingExtra
from newssplit.output.parquet import arrow_schema, row_of
from newssplit.output.record import Record
from newssplit.output.schema import article_schema

if TYPE_CHECKING:
    import pandas
    import polars


def to_pandas(records: list[Record]) -> pandas.DataFrame:
    """The records, a column for each field; lists and dicts stay what they are, `date` becomes a date."""
    try:
        import pandas
    except ImportError:
        raise MissingExtra("to_pandas() needs the package pandas", remedy="pip install 'newssplit[pandas]'") from None
    frame = pandas.DataFrame(records, columns=article_schema()["required"])  # the columns, even where there is no row
    return frame.assign(date=pandas.to_datetime(frame["date"], errors="coerce"))


def to_polars(records: list[Record]) -> polars.DataFrame:
    """The columns of the Parquet format (see `parquet`) that every article fills, but `date` is a date."""
    try:
        import polars
        import pyarrow
    except ImportError as error:
        raise MissingExtra(
            f"to_polars() needs the package {error.name}", remedy="pip install 'newssplit[polars]'"
        ) from None
    always = set(article_schema()["required"])
    schema = pyarrow.schema([field for field in arrow_schema() if field.name in always])
    table = pyarrow.Table.from_pylist([row_of(record) for record in records], schema=schema)
    return polars.DataFrame(table).with_columns(polars.col("date").str.to_date(strict=False))
