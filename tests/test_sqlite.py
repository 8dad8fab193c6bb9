"""The SQLite format as a library that grows and is searched, with other people's programs where they are installed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newssplit
from newssplit.errors import OutputError
from newssplit.output.formats import FORMATS
from newssplit.output.library import SEARCHED
from newssplit.output.record import Record
from newssplit.output.search_text import LONGEST, search_text
from newssplit.output.writing import write_file
from tests.test_output import RECORDS

ROOT = Path(__file__).parents[1]
COUNTY = ROOT / "examples" / "county-2016.txt"
NEWSSPLIT = [sys.executable, "-m", "newssplit"]
FULL, BARE = RECORDS
MORE = FORMATS["sqlite"].for_more()


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one issue."""
    path = tmp_path_factory.mktemp("sqlite") / "county.sqlite"
    newssplit.read(COUNTY).write(path)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A database of two articles."""
    path = tmp_path / "library.sqlite"
    write_file(RECORDS, FORMATS["sqlite"], str(path))
    return path


def asked(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()


def found(path: Path, words: str) -> list[int]:
    """The keys of the articles that a search finds."""
    query = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ? ORDER BY rowid"
    return [key for (key,) in asked(path, query, words)]


def dumped(path: Path) -> list[str]:
    """All that is in the database, as SQL, but the inside of the index."""
    connection = sqlite3.connect(path)
    try:
        return sorted(line for line in connection.iterdump() if "articles_fts_" not in line)
    finally:
        connection.close()


def sound(path: Path) -> bool:
    """Whether tables and index hold together, as SQLite sees it."""
    connection = sqlite3.connect(path)
    try:
        connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
        checked = connection.execute("PRAGMA integrity_check").fetchall()
        return checked == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


# --- what the index holds


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("路灯，16盏", "路 灯 路灯 16 盏 16盏"),
        ("3.86元", "3.86 元 3.86元"),
        ("A4纸", "A4 纸 A4纸"),
        ("卡尔·马", "卡 尔 马 卡尔 尔·马 卡尔·马"),
        ("«»\n——。", ""),
        ("COVID-19", "COVID-19"),
    ],
)
def test_every_stretch_of_a_text_is_a_word(text: str, words: str) -> None:
    assert search_text(text) == words


def test_stretches_are_bounded() -> None:
    words = search_text("一二三四五六七八九十百千").split()
    assert max(map(len, words)) == LONGEST
    assert len(words) == len(set(words))


def windows(text: str) -> Iterator[str]:
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            yield text[start:end]


@given(st.text("路灯桥𬹍口〇，·a1Ｂ. ", max_size=14))
def test_a_search_finds_what_stands_there_and_nothing_else(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5 (a)")
    connection.execute("INSERT INTO f VALUES (?)", [search_text(text)])
    for word in {*windows(text), "路桥", "灯口"}:
        if all(unicodedata.category(c) == "Lo" and c < "\U00020000" for c in word):
            hits = connection.execute("SELECT count(*) FROM f WHERE f MATCH ?", [f'"{word}"']).fetchone()[0]
            assert hits == (word in text), word
    connection.close()


# --- in other people's search boxes


@pytest.mark.parametrize(
    ("words", "headlines"),
    [
        ("路灯", ["“板凳书记”的板凳坐不热", "村口那盏灯，啥时候能亮？"]),
        ("石磨湾 美丽乡村", ["槐川3村上榜省级美丽乡村"]),
        ("3村上榜省级美丽乡村", ["槐川3村上榜省级美丽乡村"]),
        ("灯", None),
        ("宇宙飞船", []),
    ],
)
def test_datasette_and_sqlite_utils_find_words_of_any_length(
    county: Path, words: str, headlines: list[str] | None
) -> None:
    for search in (in_datasette, in_sqlite_utils):
        hits = search(county, words)
        if headlines is None:
            assert len(hits) > 1
        else:
            assert sorted(hits) == sorted(headlines)


def in_sqlite_utils(path: Path, words: str) -> list[str]:
    command = [program("sqlite-utils"), "search", path, "articles", words, "-c", "headline"]
    return [row["headline"] for row in json.loads(subprocess.run(command, capture_output=True, check=True).stdout)]


def in_datasette(path: Path, words: str) -> list[str]:
    page = f"/{path.stem}/articles.json?_shape=array&_search={quote(words)}"
    done = subprocess.run([program("datasette"), path, "--get", page], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    return [row["headline"] for row in json.loads(done.stdout)]


def test_datasette_shows_a_search_box(county: Path) -> None:
    command = [program("datasette"), county, "--get", f"/{county.stem}/articles"]
    page = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert 'name="_search"' in page


def program(name: str) -> str:
    """A program of the environment that the tests run in; the test is skipped where it is not installed."""
    path = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if path is None:
        pytest.skip(f"{name} is not installed: pip install 'newssplit[tools]'")
    return path


# --- append


def test_articles_are_added_to_those_of_other_inputs(library: Path) -> None:
    write_file([{**FULL, "source": "c.txt"}], MORE, str(library))
    assert asked(library, "SELECT key, source FROM articles ORDER BY key") == [(1, "a/b.txt"), (2, "-"), (3, "c.txt")]
    assert found(library, "新桥") == [1, 3]
    assert asked(library, "SELECT count(*) FROM people") == [(6,)]
    assert sound(library)


def test_an_input_read_again_changes_nothing(library: Path) -> None:
    before = dumped(library)
    write_file(RECORDS[:1], MORE, str(library))
    assert dumped(library) == before
    assert sound(library)


def test_a_corrected_page_replaces_articles_by_id_and_drops_those_that_are_gone(library: Path) -> None:
    one, two, three = ({**FULL, "id": char * 16, "source": "p.txt", "headline": f"甲{char}"} for char in "bcd")
    write_file([one, two], MORE, str(library))
    assert asked(library, "SELECT key, id FROM articles WHERE source = 'p.txt'") == [(3, "b" * 16), (4, "c" * 16)]
    write_file([{**two, "paragraphs": ["改过的正文。"], "byline": []}, three], MORE, str(library))
    assert asked(library, "SELECT key, id FROM articles WHERE source = 'p.txt'") == [(4, "c" * 16), (5, "d" * 16)]
    assert found(library, "改过") == [4]
    assert found(library, "新桥") == [1, 5]
    assert asked(library, "SELECT article FROM people ORDER BY article") == [(1,)] * 3 + [(5,)] * 3
    assert asked(library, "SELECT text FROM paragraphs WHERE article = 4") == [("改过的正文。",)]
    assert sound(library)


def test_the_same_article_twice_in_an_input_stays_twice(library: Path) -> None:
    twice = [{**FULL, "source": "t.txt", "order": n} for n in (1, 2)]
    for _ in range(2):
        write_file(twice, MORE, str(library))
        assert asked(library, 'SELECT key, "order" FROM articles WHERE source = ?', "t.txt") == [(3, 1), (4, 2)]


def test_more_than_a_batch_is_added(library: Path) -> None:
    many = [{**BARE, "source": "m.txt", "id": f"{n:016x}"} for n in range(1_201)]
    for _ in range(2):
        write_file(many, MORE, str(library))
    assert asked(library, "SELECT count(*), max(key) FROM articles") == [(1_203, 1_203)]
    assert sound(library)


def test_a_database_that_is_not_there_is_made(tmp_path: Path) -> None:
    for name in ("by-append.sqlite", "at-once.sqlite"):
        write_file(RECORDS, MORE if "append" in name else FORMATS["sqlite"], str(tmp_path / name))
    assert dumped(tmp_path / "by-append.sqlite") == dumped(tmp_path / "at-once.sqlite")


def failing() -> Iterator[Record]:
    yield {**FULL, "source": "new.txt"}
    raise KeyboardInterrupt


def test_what_ends_in_an_error_leaves_all_as_it_was(library: Path, tmp_path: Path) -> None:
    before = library.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        write_file(failing(), MORE, str(library))
    assert library.read_bytes() == before
    with pytest.raises(KeyboardInterrupt):
        write_file(failing(), MORE, str(tmp_path / "new.sqlite"))
    assert list(tmp_path.iterdir()) == [library]


def test_only_a_database_of_articles_is_added_to(tmp_path: Path, library: Path) -> None:
    other, text = tmp_path / "other.db", tmp_path / "text.db"
    sqlite3.connect(other).execute("CREATE TABLE articles (key)").connection.close()
    text.write_text("no database" * 99)
    for path, said in ((other, "is not a database of this version"), (text, "file is not a database")):
        before = path.read_bytes()
        with pytest.raises(OutputError, match=said):
            write_file(RECORDS, MORE, str(path))
        assert path.read_bytes() == before
    with pytest.raises(OutputError, match="unable to open database file"):
        write_file(RECORDS, MORE, str(tmp_path / "nowhere" / "a.db"))
    busy = sqlite3.connect(library)
    busy.execute("BEGIN IMMEDIATE")
    with pytest.raises(OutputError, match="database is locked"):
        write_file(RECORDS, MORE, str(library))
    busy.close()


def test_the_command_line_appends(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("新桥通车\n本报讯（记者王丽）新桥昨日通车，两岸相距三分钟。\n", "utf-8")
    out = tmp_path / "all.sqlite"

    def run(*arguments: object) -> tuple[int, str]:
        command = [*NEWSSPLIT, "split", *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60)
        return done.returncode, done.stderr.decode()

    for _ in range(2):
        assert run("page.txt", COUNTY, "--append", "-o", out) == (0, "")
        assert found(out, "新桥") == [1]
    assert len(found(out, "路灯")) == 2
    assert run("page.txt", "--append")[1] == "newssplit: --append adds to a file; name it: --output FILE\n"
    assert run("page.txt", "--append", "-o", "a.json")[1] == (
        "newssplit: --append is for sqlite, not for json; leave it out\n"
    )
    assert run("missing.txt", "--append", "-o", "new.sqlite")[0] == 1
    assert not (tmp_path / "new.sqlite").exists()


def test_python_appends(tmp_path: Path) -> None:
    for path in (COUNTY, COUNTY.with_name("page.txt"), COUNTY):
        newssplit.read(path).write(tmp_path / "all.db", append=True)
    assert asked(tmp_path / "all.db", "SELECT count(*), count(DISTINCT source) FROM articles") == [(16, 2)]
    with pytest.raises(OutputError, match="--append is for sqlite, not for csv"):
        newssplit.read(COUNTY).write(tmp_path / "all.csv", append=True)


def test_the_columns_searched_are_those_of_the_index(county: Path) -> None:
    columns = [row[1] for row in asked(county, "PRAGMA table_info(articles_fts)")]
    assert columns == list(SEARCHED)
