"""Excel workbook (extra `xlsx`), with the sheets `articles`, `people` and `paragraphs` of `tables`.

Text is stored as text, never as a formula, link or number; a cell that begins like a formula is also
marked as text (as by an apostrophe typed in Excel), so that editing it does not make it one. A cell
holds 32,767 characters at most: a longer text ends with `…` in `articles` and goes on over several rows
with the same `n` in `paragraphs`. Control characters are left out. A sheet holds 1,048,575 rows.

It is made for people to look at: columns as wide as what they hold (see `xlsx_layout`), long text wrapped, a header
that stays and filters, days as days, a confidence in per cent; and where the interface is Chinese, so are the names of
sheets and columns, kinds and roles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, BinaryIO

from newssplit.errors import OutputError
from newssplit.output.csv_format import is_formula
from newssplit.output.extras import extra
from newssplit.output.record import Record
from newssplit.output.spool import spooled
from newssplit.output.standards import is_date
from newssplit.output.tables import ARTICLES, PARAGRAPHS, PEOPLE, article_row, paragraph_rows, people_rows
from newssplit.output.wording import readable
from newssplit.output.xlsx_layout import STYLES, WIDTH, WIDTHS, height_of, in_words

SHEETS = {"articles": list(ARTICLES), "people": list(PEOPLE), "paragraphs": list(PARAGRAPHS)}
LAST_ROW = 1_048_575
CELL = 32_767 // 2
"""Characters that fit into a cell even where each counts twice, as in UTF-16."""
FIRST_YEAR = 1900
"""Excel knows no days before."""


def write_xlsx(records: Iterable[Record], stream: BinaryIO, words: Mapping[str, str]) -> None:
    """A workbook; rows go to temporary files as they come, so memory stays flat. `words` is the user's language
    (`newssplit.i18n.catalogue`), empty for English."""
    with extra("xlsx"):
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    with spooled(stream) as path:
        try:
            with Workbook(path, {"constant_memory": True}) as workbook:
                _fill(workbook, (in_words(record, words) for record in records), words)
        except FileCreateError as error:  # a wrapped OSError: a full disk
            raise error.args[0] from None


def _fill(workbook: Any, records: Iterable[Record], words: Mapping[str, str]) -> None:
    workbook.set_properties({"created": datetime(1980, 1, 1)})  # the same articles, the same bytes
    styles = {name: workbook.add_format(style) for name, style in STYLES.items()}
    sheets = {name: _Sheet(workbook, name, styles, words) for name in SHEETS}
    for key, record in enumerate(records, 1):
        sheets["articles"].append(article_row(key, record))
        for row in people_rows(key, record):
            sheets["people"].append(row)
        for row in paragraph_rows(key, record):
            for piece in _pieces(row["text"]):
                sheets["paragraphs"].append({**row, "text": piece})
    for sheet in sheets.values():
        sheet.end()


class _Sheet:
    def __init__(self, workbook: Any, name: str, styles: Mapping[str, Any], words: Mapping[str, str]):
        self.name, self.columns, self.styles, self.rows = name, SHEETS[name], styles, 0
        self._sheet = workbook.add_worksheet(words.get(f"sheet {name}", name))
        self._sheet.freeze_panes(1, 0)
        for column, field in enumerate(self.columns):
            self._sheet.set_column(column, column, WIDTHS.get(field, WIDTH))
            self._sheet.write_string(0, column, words.get(f"column {field}", field), styles["header"])

    def append(self, row: Record) -> None:
        self.rows += 1
        if self.rows > LAST_ROW:
            raise OutputError(f"the sheet {self.name} is full: Excel has {LAST_ROW} rows", remedy="write csv or sqlite")
        self._sheet.set_row(self.rows, height_of(self.name, row))
        for column, field in enumerate(self.columns):
            self._write(column, field, row[field])

    def end(self) -> None:
        """Now that the number of rows is known."""
        self._sheet.autofilter(0, 0, self.rows, len(self.columns) - 1)

    def _write(self, column: int, field: str, value: Any) -> None:
        put: Callable[..., Any]
        if value is None:
            return
        if field == "date" and is_date(value) and int(value[:4]) >= FIRST_YEAR:
            put, value, style = self._sheet.write_datetime, date.fromisoformat(value), "date"
        elif isinstance(value, str):
            style = "like a formula" if is_formula(value) else "text"
            put, value = self._sheet.write_string, _shortened(readable(value))
        else:
            put, style = self._sheet.write_number, "per cent" if field == "confidence" else "text"
        put(self.rows, column, value, self.styles[style])


def _shortened(text: str) -> str:
    return text if len(text) <= CELL else text[: CELL - 1] + "…"


def _pieces(text: str) -> list[str]:
    return [text[at : at + CELL] for at in range(0, len(text), CELL)] or [""]
