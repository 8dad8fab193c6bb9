"""Excel, Parquet and SQLite, read back with their own programs; and what is said where those are missing."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pyarrow.parquet
import pytest
from openpyxl import load_workbook

from newssplit.i18n import chinese_catalogue
from newssplit.model import Role
from newssplit.output import xlsx
from newssplit.output.csv_format import COLUMNS
from newssplit.output.formats import FORMATS
from newssplit.output.record import ORIGIN, Record
from newssplit.output.schema import article_schema
from newssplit.output.writing import write_file
from tests.test_output import RECORDS

FULL, BARE = RECORDS
FORMATS_PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
NEWSSPLIT = [sys.executable, "-m", "newssplit"]
BINARY = [name for name, form in FORMATS.items() if form.binary]
HOSTILE = {
    **FULL,
    "kicker": "=cmd|' /C calc'!A0",
    "headline": "+86 <b>\x00\x1b&\ud800" + "长" * 300,
    "section": "https://example.com",
    "paragraphs": ["@SUM(A1)", "0012", "段" * 40_000],
    "crossheads": [],
}


def made(name: str, records: list[Record], folder: Path) -> Path:
    path = folder / f"out.{name}"
    write_file(iter(records), FORMATS[name], str(path))
    return path


def sheet(path: Path, name: str) -> list[dict[str, Any]]:
    header, *rows = load_workbook(path)[name].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


# --- xlsx


def test_xlsx_holds_three_tables(tmp_path: Path) -> None:
    path = made("xlsx", RECORDS, tmp_path)
    full, bare = sheet(path, "articles")
    assert list(full) == ["key", *COLUMNS]
    assert (full["headline"], full["order"], full["confidence"]) == (FULL["headline"], 3, 0.9877)
    assert full["paragraphs"] == "\n".join(FULL["paragraphs"])
    assert (bare["headline"], bare["key"]) == (None, 2)
    assert [(row["article"], row["n"], row["name"], row["role"]) for row in sheet(path, "people")] == [
        (1, 1, "张娅", "reporter"),
        (1, 2, "牛君", None),
        (1, 3, "罗勇", "photographer"),
    ]
    assert [(row["article"], row["text"], row["crosshead"]) for row in sheet(path, "paragraphs")] == [
        (1, "=新桥昨日通车。", 0),
        (1, "三年三座桥", 1),
        (1, "他们走过桥，又走回来。", 0),
        (2, "花开了。", 0),
    ]


def test_xlsx_runs_nothing_and_loses_nothing(tmp_path: Path) -> None:
    path = made("xlsx", [HOSTILE], tmp_path)
    for worksheet in load_workbook(path):
        for row in worksheet.iter_rows():
            assert all(cell.data_type in "snd" and cell.hyperlink is None for cell in row)
    cells = {cell.value: cell for cell in load_workbook(path)["articles"][2]}
    assert cells[HOSTILE["kicker"]].quotePrefix
    (article,) = sheet(path, "articles")
    assert article["headline"] == "+86 <b>&" + "长" * 300
    assert len(article["paragraphs"]) <= 32_767
    assert article["paragraphs"].endswith("…")
    rows = sheet(path, "paragraphs")
    assert "".join(row["text"] for row in rows if row["n"] == 3) == "段" * 40_000
    assert [row["text"] for row in rows if row["n"] < 3] == ["@SUM(A1)", "0012"]


def test_a_full_sheet_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "LAST_ROW", 3)
    with pytest.raises(xlsx.OutputError, match="the sheet people is full"):
        made("xlsx", [FULL, FULL], tmp_path)
    assert not list(tmp_path.iterdir())


def test_xlsx_is_laid_out_to_be_looked_at(tmp_path: Path) -> None:
    book = load_workbook(made("xlsx", [*RECORDS, HOSTILE], tmp_path))
    for worksheet, rows in zip(book, (3, 6, 9), strict=True):
        assert worksheet.freeze_panes == "A2"
        last = worksheet.cell(rows + 1, worksheet.max_column).coordinate
        assert worksheet.auto_filter.ref == f"A1:{last}"
        assert all(cell.font.bold and cell.fill.fgColor.rgb != "00000000" for cell in worksheet[1])
        cells = [cell for row in worksheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
        assert cells
        assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in cells)
    columns = {cell.value: book["articles"].column_dimensions[cell.column_letter].width for cell in book["articles"][1]}
    assert columns["paragraphs"] > columns["headline"] > columns["date"] > columns["order"]
    heights = [book["paragraphs"].row_dimensions[n].height for n in range(2, 11)]
    assert heights[0] in (None, 15)  # that of any row
    assert round(heights[-1]) == 409


def test_xlsx_has_days_as_days_and_what_is_none_as_it_was(tmp_path: Path) -> None:
    odd = [{**BARE, "date": day} for day in ("1899-12-31", "2016-13-40", "1900-01-01")]
    book = load_workbook(made("xlsx", [FULL, *odd], tmp_path))
    column = [cell.value for cell in book["articles"][1]].index("date") + 1
    days = [book["articles"].cell(row, column) for row in range(2, 6)]
    assert [cell.value for cell in days] == [datetime(2016, 11, 9), "1899-12-31", "2016-13-40", datetime(1900, 1, 1)]
    assert [cell.number_format for cell in days] == ["yyyy-mm-dd", "General", "General", "yyyy-mm-dd"]
    column = [cell.value for cell in book["articles"][1]].index("confidence") + 1
    assert (book["articles"].cell(2, column).value, book["articles"].cell(2, column).number_format) == (0.9877, "0%")


@pytest.mark.parametrize(
    ("language", "names", "row"),
    [
        ("C.UTF-8", ["articles", "people", "paragraphs"], {"role": "reporter", "title": "首席记者"}),
        ("zh_CN.UTF-8", ["文章", "署名", "段落"], {"身份": "记者", "称谓": "首席记者"}),
        ("zh_TW.UTF-8", ["文章", "署名", "段落"], {"身份": "記者", "稱謂": "首席记者"}),
    ],
)
def test_xlsx_speaks_the_language_of_the_interface(
    language: str, names: list[str], row: dict[str, str], tmp_path: Path
) -> None:
    with (tmp_path / "page.txt").open("w", encoding="utf-8") as page:
        page.write("江城晚报　2016年11月9日　第3版：城事\n新桥通车\n本报讯（首席记者张娅）新桥昨日通车。\n")
    out = tmp_path / "out.xlsx"
    env = {**os.environ, "LC_ALL": language}
    assert subprocess.run([*NEWSSPLIT, "split", page.name, "-o", out], timeout=60, env=env).returncode == 0
    assert load_workbook(out).sheetnames == names
    [person] = sheet(out, names[1])
    assert row.items() <= person.items()
    [article] = sheet(out, names[0])
    if language == "zh_CN.UTF-8":
        said = {"报纸": "江城晚报", "类别": "报道", "标题": "新桥通车", "署名": "张娅（记者）", "文字": "zh-Hans"}
        assert said.items() <= article.items()


def test_every_column_and_role_has_its_chinese() -> None:
    words = chinese_catalogue()
    columns = {column for sheet in xlsx.SHEETS.values() for column in sheet}
    wanted = {f"sheet {name}" for name in xlsx.SHEETS} | {f"column {name}" for name in columns}
    assert wanted | {f"role {role}" for role in get_args(Role)} <= set(words)
    for names in xlsx.SHEETS.values():
        assert len({words[f"column {name}"] for name in names}) == len(names)


def test_libreoffice_opens_the_sheets(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    path = made("xlsx", [*RECORDS, {**HOSTILE, "date": "1998-01-05"}], tmp_path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    to_csv = (
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"  # UTF-8, as shown, all sheets
    )
    command = [office, profile, "--headless", "--convert-to", to_csv, "--outdir", tmp_path, path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    sheets = {}
    for name in xlsx.SHEETS:
        with (tmp_path / f"out-{name}.csv").open(encoding="utf-8", newline="") as stream:
            sheets[name] = list(csv.DictReader(stream))
    full, _, hostile = sheets["articles"]
    assert (full["date"], full["byline"]) == ("2016-11-09", "张娅（reporter）；牛君；罗勇（photographer）")
    assert full["paragraphs"] == "\n".join(FULL["paragraphs"])
    assert (hostile["date"], hostile["kicker"]) == ("1998-01-05", HOSTILE["kicker"])
    assert [row["text"] for row in sheets["paragraphs"] if row["article"] == "3"][:2] == ["@SUM(A1)", "0012"]
    assert [row["name"] for row in sheets["people"]] == ["张娅", "牛君", "罗勇"] * 2


# --- parquet


def test_parquet_gives_the_records_back(tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(made("parquet", [*RECORDS, HOSTILE], tmp_path))
    full, bare, hostile = table.to_pylist()
    assert set(full) == set(article_schema()["properties"]) - {"crossheads"}
    same = ("id", "source", "order", "headline", "byline", "dateline_parts", "editors", "confidence", "encoding")
    for field in same:
        assert (full[field], bare[field]) == (FULL[field], BARE[field])
    assert full["paragraphs"][:2] == [
        {"text": "=新桥昨日通车。", "crosshead": False},
        {"text": "三年三座桥", "crosshead": True},
    ]
    assert (full["span"], full["lines"]) == ({"start": 10, "end": 95}, {"first": 2, "last": 9})
    assert full["parts"][0] == {"role": "headline", "start": 10, "end": 20}
    assert full["changes"] == [{"action": "joined", "rule": "cut_paragraph", "start": 71, "end": 90}]
    assert hostile["headline"] == HOSTILE["headline"].replace("\ud800", "\ufffd")


def test_parquet_has_its_columns_without_any_article(tmp_path: Path) -> None:
    empty = pyarrow.parquet.read_table(made("parquet", [], tmp_path))
    full = pyarrow.parquet.read_table(made("parquet", RECORDS, tmp_path))
    assert empty.num_rows == 0
    assert empty.schema == full.schema


def test_duckdb_asks_parquet_as_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install 'newssplit[tools]'")
    made("parquet", RECORDS, tmp_path).rename(tmp_path / "articles.parquet")
    monkeypatch.chdir(tmp_path)
    [query] = re.findall(r"^-- DuckDB\n(.+?)^```", FORMATS_PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert duckdb.sql(query).fetchall() == [("2016-11-09", FULL["headline"], "罗勇")]


# --- sqlite


def asked(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def test_sqlite_tables_refer_to_each_other(tmp_path: Path) -> None:
    path = made("sqlite", RECORDS, tmp_path)
    assert asked(path, 'SELECT key, id, "order", headline, page FROM articles') == [
        (1, FULL["id"], 3, FULL["headline"], "A6"),
        (2, BARE["id"], 1, None, None),
    ]
    query = "SELECT a.headline, p.title FROM people p JOIN articles a ON a.key = p.article WHERE p.name = ?"
    assert asked(path, query, "张娅") == [(FULL["headline"], "首席记者")]
    assert asked(path, "SELECT article, n, crosshead FROM paragraphs WHERE text LIKE '三年%'") == [(1, 2, 1)]
    for table in ("people", "paragraphs"):
        ((_, _, other, column, target, *_),) = asked(path, f"PRAGMA foreign_key_list({table})")
        assert (other, column, target) == ("articles", "article", "key")
    assert asked(path, "PRAGMA foreign_key_check") == []


SEARCH = "SELECT a.key FROM articles_fts f JOIN articles a ON a.key = f.rowid WHERE articles_fts MATCH ? ORDER BY a.key"


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("桥", [1]),
        ("通车", [1]),
        ("新桥昨日", [1]),
        ('"新桥昨日通车"', [1]),
        ("花开", [2]),
        ("花", [2]),
        ("subheadline: 三分钟 AND paragraphs: 走回来", [1]),
        ("headline: 三分钟", []),
        ("无此", []),
        ("日车", []),
    ],
)
def test_sqlite_finds_chinese_words_of_any_length(tmp_path: Path, words: str, keys: list[int]) -> None:
    assert asked(made("sqlite", RECORDS, tmp_path), SEARCH, words) == [(key,) for key in keys]


def test_sqlite_takes_hostile_text_and_more_than_a_batch(tmp_path: Path) -> None:
    path = made("sqlite", [HOSTILE, *[BARE] * 1_200], tmp_path)
    assert asked(path, "SELECT count(*), count(DISTINCT key) FROM articles") == [(1_201, 1_201)]
    ((headline, text),) = asked(path, "SELECT headline, paragraphs FROM articles WHERE key = 1")
    assert headline == HOSTILE["headline"].replace("\ud800", "\ufffd")
    assert text == "\n".join(HOSTILE["paragraphs"])


# --- all of them


TOLD = [
    {**FULL, "story": "5f0c", "low_confidence": True, "sources": ["a/1.txt", "a/3.txt"]},
    {**FULL, "low_confidence": False},
    BARE,
]
OPTIONAL = ("story", "low_confidence", "sources")


def test_what_only_some_runs_tell_goes_into_every_table(tmp_path: Path) -> None:
    flat = [("5f0c", 1, "a/1.txt；a/3.txt"), (None, 0, None), (None, None, None)]
    cells = sheet(made("xlsx", TOLD, tmp_path), "articles")
    assert [tuple(row[name] for name in OPTIONAL) for row in cells] == flat
    assert asked(made("sqlite", TOLD, tmp_path), f"SELECT {', '.join(OPTIONAL)} FROM articles") == flat
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        with made(name, TOLD, tmp_path).open(encoding="utf-8", newline="") as stream:
            found = [tuple(row[name] for name in OPTIONAL) for row in csv.DictReader(stream, delimiter=delimiter)]
        assert found == [tuple("" if value is None else str(value) for value in row) for row in flat]


def test_parquet_nests_what_only_some_runs_tell(tmp_path: Path) -> None:
    half = {key: FULL[key] for key in ORIGIN}
    table = pyarrow.parquet.read_table(made("parquet", [{**TOLD[0], "joined": [half]}, *TOLD[1:]], tmp_path))
    first, marked, bare = table.to_pylist()
    assert [first[name] for name in OPTIONAL] == ["5f0c", True, ["a/1.txt", "a/3.txt"]]
    assert first["joined"] == [{key: first[key] for key in ORIGIN}]
    assert [marked[name] for name in (*OPTIONAL, "joined")] == [None, False, None, None]
    assert [bare[name] for name in (*OPTIONAL, "joined")] == [None] * 4


@pytest.mark.parametrize("name", BINARY)
def test_the_same_articles_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = made(name, RECORDS, tmp_path).read_bytes()
    assert made(name, RECORDS, tmp_path).read_bytes() == first


@pytest.mark.parametrize("name", BINARY)
def test_no_articles_make_a_file_to_open(name: str, tmp_path: Path) -> None:
    path = made(name, [], tmp_path)
    if name == "xlsx":
        assert sheet(path, "articles") == []
    elif name == "parquet":
        assert pyarrow.parquet.read_table(path).num_rows == 0
    else:
        assert asked(path, "SELECT * FROM articles, people, paragraphs, articles_fts") == []


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text("新桥通车\n本报讯（记者王丽）新桥昨日通车，两岸相距三分钟。\n", "utf-8")
    return path


@pytest.mark.parametrize("name", BINARY)
def test_a_pipe_gets_the_same_bytes_as_a_file(name: str, page: Path, tmp_path: Path) -> None:
    out = tmp_path / f"out.{name}"
    assert subprocess.run([*NEWSSPLIT, "split", page, "-o", out], timeout=60).returncode == 0
    done = subprocess.run([*NEWSSPLIT, "split", page, "-f", name], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == out.read_bytes()


@pytest.mark.parametrize("name", BINARY)
def test_a_terminal_gets_no_bytes(name: str, page: Path) -> None:
    master, slave = os.openpty()
    done = subprocess.run([*NEWSSPLIT, "split", page, "-f", name], stdout=slave, stderr=subprocess.PIPE, timeout=60)
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert done.stderr.decode() == f"newssplit: {name} cannot be shown on a terminal; write to a file: --output FILE\n"


@pytest.mark.parametrize("name", BINARY)
def test_a_missing_extra_is_one_line_with_the_command(name: str, page: Path, tmp_path: Path) -> None:
    package = {"xlsx": "xlsxwriter", "parquet": "pyarrow", "sqlite": "sqlite_utils"}[name]
    program = f"import sys; sys.modules[{package!r}] = None; from newssplit.__main__ import main; main()"
    out = tmp_path / f"out.{name}"
    out.write_text("old")
    command = [sys.executable, "-c", program, "split", str(page), "-o", str(out)]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"newssplit: writing {name} needs the package {package}; pip install 'newssplit[{name}]'"
    ]
    assert out.read_text() == "old"


@pytest.mark.parametrize("name", BINARY)
def test_what_ends_in_an_error_leaves_nothing(name: str, tmp_path: Path) -> None:
    def failing() -> Any:
        yield FULL
        raise KeyboardInterrupt

    pipe = io.BytesIO()
    stream = io.TextIOWrapper(pipe)
    with pytest.raises(KeyboardInterrupt):
        FORMATS[name].write(failing(), stream)
    assert pipe.getvalue() == b""
    with pytest.raises(KeyboardInterrupt):
        write_file(failing(), FORMATS[name], str(tmp_path / "out"))
    assert not list(tmp_path.iterdir())
