"""Excel workbook (extra `xlsx`), with the sheets `articles`, `people` and `paragraphs` of `tables`.

Text is stored as text, never as a formula, link or number; a cell that begins like a formula is also
marked as text (as by an apostrophe typed in Excel), so that editing it does not make it one. A cell
holds 32,767 characters at most: a longer text ends with `…` in `articles` and goes on over several rows
with the same `n` in `paragraphs`. Control characters are left out. A sheet holds 1,048,575 rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, BinaryIO

from newssplit.errors import OutputError
from newssplit.output.csv_format import is_formula
from newssplit.output.extras import extra
from newssplit.output.record import Record
from newssplit.output.spool import spooled
from newssplit.output.tables import ARTICLES, PARAGRAPHS, PEOPLE, article_row, paragraph_rows, people_rows
from newssplit.output.wording import readable

SHEETS = {"articles": list(ARTICLES), "people": list(PEOPLE), "paragraphs": list(PARAGRAPHS)}
LAST_ROW = 1_048_575
CELL = 32_767 // 2
"""Characters that fit into a cell even where each counts twice, as in UTF-16."""


def write_xlsx(records: Iterable[Record], stream: BinaryIO) -> None:
    """A workbook; rows go to temporary files as they come, so memory stays flat."""
    with extra("xlsx"):
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    with spooled(stream) as path:
        try:
            with Workbook(path, {"constant_memory": True}) as workbook:
                _fill(workbook, records)
        except FileCreateError as error:  # a wrapped OSError: a full disk
            raise error.args[0] from None


def _fill(workbook: Any, records: Iterable[Record]) -> None:
    workbook.set_properties({"created": datetime(1980, 1, 1)})  # the same articles, the same bytes
    sheets = {name: _Sheet(workbook, name, columns) for name, columns in SHEETS.items()}
    for key, record in enumerate(records, 1):
        sheets["articles"].append(article_row(key, record))
        for row in people_rows(key, record):
            sheets["people"].append(row)
        for row in paragraph_rows(key, record):
            for piece in _pieces(row["text"]):
                sheets["paragraphs"].append({**row, "text": piece})


class _Sheet:
    def __init__(self, workbook: Any, name: str, columns: list[str]):
        self.name, self.columns, self.rows = name, columns, 0
        self._sheet = workbook.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._as_text = workbook.add_format({"quote_prefix": True})
        self._write(dict(zip(columns, columns, strict=True)))

    def append(self, row: Record) -> None:
        self.rows += 1
        if self.rows > LAST_ROW:
            raise OutputError(f"the sheet {self.name} is full: Excel has {LAST_ROW} rows", remedy="write csv or sqlite")
        self._write(row)

    def _write(self, row: Record) -> None:
        for column, name in enumerate(self.columns):
            value = row[name]
            if isinstance(value, str):
                form = self._as_text if is_formula(value) else None
                self._sheet.write_string(self.rows, column, _shortened(readable(value)), form)
            elif value is not None:
                self._sheet.write_number(self.rows, column, value)


def _shortened(text: str) -> str:
    return text if len(text) <= CELL else text[: CELL - 1] + "…"


def _pieces(text: str) -> list[str]:
    return [text[at : at + CELL] for at in range(0, len(text), CELL)] or [""]
