"""Inside Spark: a function for `DataFrame.mapInPandas` (extra `spark`).

    from newssplit.batch.spark import SCHEMA, split_pandas

    issues = spark.read.format("binaryFile").option("pathGlobFilter", "*.txt").load("s3://bucket/issues/")
    issues.mapInPandas(split_pandas, SCHEMA).write.partitionBy("newspaper").parquet("s3://bucket/articles/")

Spark does what `newssplit batch` does elsewhere: reading, retrying, writing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from newssplit.batch.stream import InputOptions, records_in
from newssplit.errors import NewssplitError
from newssplit.files.decoding import Decoded

if TYPE_CHECKING:
    import pandas as pd

SCHEMA = (
    "source string, error string, id string, `order` long, kind string, newspaper string, `date` string, "
    "page string, section string, kicker string, headline string, subheadline string, dateline string, "
    "byline array<struct<name:string,role:string,title:string>>, paragraphs array<string>, "
    "chars long, confidence double, encoding string"
)
"""The columns of the result, as Spark wants them: a row per article, or one with an `error` per issue that failed."""

COLUMNS = tuple(column.split()[0].strip("`") for column in SCHEMA.replace("array<struct<", "array<struct ").split(", "))


def split_pandas(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The articles of each batch of issues, by SCHEMA.

    A batch has a row per issue: `path`, its name, and `content`, its bytes, as Spark's `binaryFile`
    source gives them; other columns do not matter. An issue that fails gives a row with its error.
    """
    from pandas import DataFrame

    for batch in batches:
        rows = [
            [row.get(column) for column in COLUMNS]
            for path, content in zip(batch["path"], batch["content"], strict=True)
            for row in _rows(str(path), bytes(content))
        ]
        # Spark cannot take all of pandas' own column types; from objects it makes what SCHEMA says.
        yield DataFrame(rows, columns=list(COLUMNS), dtype=object)


def _rows(source: str, content: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    try:
        found.extend(records_in(content, source, InputOptions(), _Deaf(), source))
    except NewssplitError as error:
        return [{"source": source, "error": str(error)}]
    return found


class _Deaf:
    """A Report (see stream.py) that nobody reads: errors are in the rows."""

    keeps_text = False

    def done(self, path: str, decoded: Decoded) -> None:
        """Nothing is to be noted."""

    def done_in_parts(self, path: str, encoding: str, chars: int) -> None:
        """Nothing is to be noted."""

    def warn(self, path: str, warning: str) -> None:
        """Nothing is to be noted."""

    def failed(self, error: NewssplitError) -> None:
        raise error
