"""A manifest is not trusted: however it is damaged, a line says what to do, --fresh goes on, all else is left alone."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from newssplit.batch.manifest_check import NULLABLE
from newssplit.batch.manifest_file import LAYOUT, SCHEMA
from newssplit.batch.names import MANIFEST
from newssplit.batch.plan import Plan
from newssplit.errors import DamagedManifest
from tests.batch_tools import batch, converted, failures, issue, rows, tree
from tests.test_batch_across import FRONT, INNER

KEYS = {"name", "item", "state", "path"}
"""Columns that SQLite itself keeps from being NULL; so it does with `output` of finals."""
ROWS = ("INSERT INTO stories VALUES ('n01.txt', 1, '5f0c')", "INSERT INTO finals VALUES ('old.json', NULL, '', 1, 1)")
"""Of tables that a plain run leaves empty."""


def columns_of(schema: str) -> list[tuple[str, str, str]]:
    """Table, name and type of all columns."""
    with closing(sqlite3.connect(":memory:")) as manifest:
        manifest.executescript(schema)
        tables = [name for (name,) in manifest.execute("SELECT name FROM sqlite_master")]
        return [(table, row[1], row[2]) for table in tables for row in manifest.execute(f"PRAGMA table_info({table})")]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with inputs in `in`, and in `out` what a run made of them: two that are joined, and 20 more."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "in").mkdir()
    for name, text in {"1.txt": FRONT, "3.txt": INNER, **{f"n{n:02}.txt": issue(n) for n in range(20)}}.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    converted(plan(folder), folder / "in")
    change(folder, *ROWS)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of it that may be damaged."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    shutil.copytree(made / "out", tmp_path / "right")
    return tmp_path


def plan(folder: Path, **options: bool) -> Plan:
    return Plan(str(folder / "out"), **options)


def is_told(folder: Path) -> bool:
    """Whether the next run ends with the line that it should; else it must leave what it should."""
    said = None
    try:
        converted(plan(folder), folder / "in")
    except DamagedManifest as error:
        said = str(error)
    assert tree(folder / "out") == tree(folder / "right")
    if said:
        assert said.startswith(f"{folder}/out/{MANIFEST}: ")
        assert said.endswith("start again: --fresh")
        assert "\n" not in said
    return said is not None


def begins_anew(folder: Path) -> None:
    """--fresh leaves what it should, and the run after it has nothing to do."""
    assert converted(plan(folder, fresh=True), folder / "in").converted == 22
    assert tree(folder / "out") == tree(folder / "right")
    tally = converted(plan(folder), folder / "in")
    assert (tally.converted, tally.unchanged) == (0, 22)


def truncated(size: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:size]


def zeroed(page: int) -> Callable[[bytes], bytes]:
    return lambda data: data[: page * 4096] + b"\0" * 4096 + data[(page + 1) * 4096 :]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "no database": lambda data: b"no database at all" * 100,
    "a text": lambda data: "滨江日报\n".encode(),
    "its first bytes": lambda data: data[:16] + b"\xff" * 84 + data[100:],
    "all zero": lambda data: b"\0" * len(data),
    **{f"{size} bytes": truncated(size) for size in (1, 99, 100, 4095, 4096, 5000, 8192, 12288)},
    **{f"page {page}": zeroed(page) for page in range(5)},
    "a letter of a table's columns": lambda data: data.replace(b"path TEXT", b"pa\xe1h TEXT"),
    "a letter of a table's name": lambda data: data.replace(b"loose_ends", b"loose\xc1ends"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_file(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    path = folder / "out" / MANIFEST
    data = path.read_bytes()
    assert len(data) > 5 * 4096
    path.write_bytes(damage(data))
    assert is_told(folder)
    begins_anew(folder)
    assert (path.parent / f"{MANIFEST}.damaged").read_bytes() == damage(data)


@pytest.mark.parametrize("seed", range(40))
def test_bytes_that_changed(folder: Path, seed: int) -> None:
    """Some are seen, some are of no meaning; either way all is as it should be in the end."""
    chance, path = random.Random(seed), folder / "out" / MANIFEST
    data = bytearray(path.read_bytes())
    for _ in range(1 + seed % 4):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)
    is_told(folder)
    begins_anew(folder)


def test_an_empty_file_is_a_new_manifest(folder: Path) -> None:
    (folder / "out" / MANIFEST).write_bytes(b"")
    assert not is_told(folder)
    begins_anew(folder)


def change(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "out" / MANIFEST) as manifest:
        for statement in statements:
            manifest.execute(statement)
    manifest.close()


SCHEMAS = {
    "no table": "DROP TABLE loose_ends",
    "another name": "ALTER TABLE finals RENAME TO final",
    "a column more": "ALTER TABLE issues ADD COLUMN more TEXT",
    "a column less": "ALTER TABLE issues DROP COLUMN joins",
    "a table more": "CREATE TABLE more (x)",
    "a trigger": "CREATE TRIGGER evil AFTER INSERT ON issues BEGIN DELETE FROM issues; END",
    "no version": "PRAGMA user_version = 0",
}


@pytest.mark.parametrize("statement", SCHEMAS.values(), ids=SCHEMAS)
def test_other_tables(folder: Path, statement: str) -> None:
    change(folder, statement)
    assert is_told(folder) == ("user_version" not in statement)
    begins_anew(folder)


def test_what_users_may_add(folder: Path) -> None:
    change(folder, "CREATE INDEX mine ON issues (encoding)", "CREATE VIEW bad AS SELECT * FROM issues", "ANALYZE")
    assert not is_told(folder)
    begins_anew(folder)


COLUMNS = [(table, column, kind) for table, column, kind in columns_of(SCHEMA)]


@pytest.mark.parametrize(("table", "column", "kind"), COLUMNS)
def test_values_that_cannot_be(folder: Path, table: str, column: str, kind: str) -> None:
    row = f"WHERE {column} IS (SELECT max({column}) FROM {table})"
    wrong = ["x'ff00'", *(["'no number'", "1.5"] if kind == "INTEGER" else [])]
    for value in wrong if column in NULLABLE or column in KEYS else [*wrong, "NULL"]:
        change(folder, f"UPDATE {table} SET {column} = {value} {row}")
        assert is_told(folder), value
        begins_anew(folder)
        shutil.rmtree(folder / "out")
        converted(plan(folder), folder / "in")
        change(folder, *ROWS)


@pytest.mark.parametrize(("table", "column", "kind"), [known for known in COLUMNS if known[2] == "TEXT"])
def test_texts_that_are_none(folder: Path, table: str, column: str, kind: str) -> None:
    """To look for them takes longer than a run that has nothing to do; so they are told where they are met."""
    row = f"WHERE {column} IS (SELECT max({column}) FROM {table})"
    change(folder, f"UPDATE {table} SET {column} = CAST(x'ff' AS TEXT) {row}")
    with suppress(DamagedManifest):
        converted(plan(folder), folder / "in")
    begins_anew(folder)


LOOSE_ENDS = {
    "nothing": "",
    "no json": "no json",
    "no list": "null",
    "too short": "[1]",
    "a text for a number": '["1", null, null, null, null, null, null, ""]',
    "numbers for texts": "[1, 2, 3, 4, 5, 6, 7, 8]",
    "deep": "[" * 5000,
}


@pytest.mark.parametrize("end", LOOSE_ENDS.values(), ids=LOOSE_ENDS)
def test_loose_ends_that_are_none(folder: Path, end: str) -> None:
    change(folder, f"UPDATE loose_ends SET end = '{end}'")
    assert is_told(folder)
    begins_anew(folder)


def test_a_loose_end_that_is_not_there(folder: Path) -> None:
    change(
        folder,
        "UPDATE loose_ends SET item = 99, end = replace(end, '[1,', '[99,') WHERE name = '3.txt'",
        "UPDATE issues SET joins = 'others' WHERE name = '1.txt'",
    )
    converted(plan(folder), folder / "in")
    said = "3.txt: has no article 99, though the manifest says so; start again: --fresh"
    assert failures(folder / "out") == {"1.txt": said}
    before = {**tree(folder / "out")}
    assert converted(plan(folder, fresh=True), folder / "in").failed == 0
    assert set(tree(folder / "out")) - set(before) == {"1.json"}


def test_a_manifest_of_a_newer_version(folder: Path) -> None:
    change(folder, f"PRAGMA user_version = {LAYOUT + 1}")
    done = batch(folder / "in", "--out", folder / "out")
    said = "is a manifest of a newer newssplit; use that one, or start again: --fresh"
    assert (done.returncode, done.stderr) == (1, f"newssplit: {folder}/out/{MANIFEST}: {said}\n")
    begins_anew(folder)


@pytest.mark.parametrize("options", [(), ("--fresh",)])
def test_a_database_of_something_else_is_left_alone(folder: Path, options: tuple[str, ...]) -> None:
    path = folder / "mine.sqlite"
    with sqlite3.connect(path) as mine:
        mine.execute("CREATE TABLE mine (x)")
    mine.close()
    before = path.read_bytes()
    done = batch(folder / "in", "--out", folder / "out", "--manifest", path, *options)
    said = "is a database of something else; name another: --manifest FILE"
    assert (done.returncode, done.stderr) == (1, f"newssplit: {path}: {said}\n")
    assert path.read_bytes() == before


def test_what_is_no_database_is_put_aside_by_fresh_alone(folder: Path) -> None:
    path = folder / "notes.txt"
    path.write_text("滨江日报", encoding="utf-8")
    done = batch(folder / "in", "--out", folder / "out", "--manifest", path)
    said = "the manifest is damaged: file is not a database; start again: --fresh"
    assert (done.returncode, done.stderr) == (1, f"newssplit: {path}: {said}\n")
    assert path.read_text(encoding="utf-8") == "滨江日报"
    assert batch(folder / "in", "--out", folder / "out", "--manifest", path, "--fresh").returncode == 0
    assert Path(f"{path}.damaged").read_text(encoding="utf-8") == "滨江日报"


def test_a_manifest_that_cannot_be_opened(folder: Path) -> None:
    (folder / "a folder").mkdir()
    done = batch(folder / "in", "--out", folder / "out", "--manifest", folder / "a folder")
    said = "the manifest cannot be used: unable to open database file; fix that, then run again"
    assert (done.returncode, done.stderr) == (1, f"newssplit: {folder}/a folder: {said}\n")


VICTIMS = ["../victim.txt", "a/../../victim.txt", "{folder}/victim.txt", "..\\victim.txt", "failures.jsonl", MANIFEST]


@pytest.mark.parametrize("output", VICTIMS)
@pytest.mark.parametrize("row", ["issues SET output = '{}' WHERE name = 'n01.txt'", "finals SET output = '{}'"])
def test_outputs_outside_are_never_touched(folder: Path, output: str, row: str) -> None:
    """A row that said `../victim.txt` had that file removed by the next run."""
    victim = folder / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    (folder / "in/broken.txt").write_bytes(b"\0\0\0")
    before = tree(folder / "out")
    change(folder, "UPDATE " + row.format(output.format(folder=folder)))
    for options in ({"prune": True}, {"prune": True, "fresh": True}):
        converted(plan(folder, **options), folder / "in")
        assert victim.read_text(encoding="utf-8") == "mine"
        assert {**before, "failures.jsonl": tree(folder / "out")["failures.jsonl"]} == tree(folder / "out")
    assert (folder / "out" / MANIFEST).exists()


def test_outputs_of_inputs_that_are_gone_are_never_outside(folder: Path) -> None:
    victim = folder / "victim.txt"
    victim.write_text("mine", encoding="utf-8")
    change(folder, "UPDATE issues SET output = '../victim.txt' WHERE name = 'n01.txt'")
    (folder / "in/n01.txt").unlink()
    converted(plan(folder, prune=True), folder / "in")
    assert victim.read_text(encoding="utf-8") == "mine"
    assert "n01.txt" not in {row["name"] for row in rows(folder / "out")}
