"""docs/batch.md tells the truth: its pipelines run, its options and columns are those that there are."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch_tools import batch, converted, corpus, outputs, rows

DOCS = (Path(__file__).parent.parent / "docs" / "batch.md").read_text(encoding="utf-8")
DUCKDB = """#!{python}
import sys, duckdb
for row in duckdb.sql(sys.argv[2]).fetchall():
    print(*row)
"""


def pipeline(word: str) -> str:
    (found,) = (block for block in re.findall(r"```sh\n(.*?)```", DOCS, re.DOTALL) if word in block)
    return str(found)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an archive of issues, a stamp older than they are, and our commands on the path."""
    (tmp_path / "stamp").touch()
    os.utime(tmp_path / "stamp", (1, 1))
    corpus(tmp_path / "archive", 6)
    shutil.copytree(tmp_path / "archive", tmp_path / "archive/deep")
    (tmp_path / "archive/a.txt").write_text(
        "滨江日报 2016年11月9日 第1版\n新桥昨日通车\n本报讯 新桥昨日通车。\n", "utf-8"
    )
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin/newssplit"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m newssplit "$@"\n')
    command.chmod(0o755)
    return tmp_path


def shell(script: str, place: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{place}/bin:{os.environ['PATH']}"}
    return subprocess.run(["sh", "-c", script], cwd=place, capture_output=True, text=True, timeout=60, env=environment)


def test_find(place: Path) -> None:
    done = shell(pipeline("find archive"), place)
    assert (done.returncode, done.stderr.count("binary data")) == (1, 2)
    found = outputs(place / "articles")
    assert len(found) == 15
    assert {"archive/a.json", "archive/0/000.json", "archive/deep/1/big5.json"} <= found


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq(place: Path) -> None:
    assert shell(pipeline("jq"), place).stdout.splitlines() == ["新桥昨日通车"]


def test_duckdb(place: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    if shutil.which("duckdb") is None:
        if importlib.util.find_spec("duckdb") is None:
            pytest.skip("duckdb is not installed")
        shim = place / "bin/duckdb"
        shim.write_text(DUCKDB.format(python=sys.executable))
        shim.chmod(0o755)
    assert "滨江日报 2016 1" in shell(pipeline("duckdb"), place).stdout.splitlines()


def test_every_option_is_explained(tmp_path: Path) -> None:
    shown = batch("--help", env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"}).stdout
    options = set(re.findall(r"^ *(?:-\w, )?(--[a-z][a-z-]+)", shown, re.MULTILINE))
    assert len(options) > 12
    assert {option for option in options if option not in DOCS} == {"--help"}


def test_every_column_is_explained(tmp_path: Path) -> None:
    from newssplit.batch.plan import Plan

    (tmp_path / "a.txt").write_text("新桥昨日通车\n", encoding="utf-8")
    converted(Plan(str(tmp_path / "out")), tmp_path / "a.txt")
    (row,) = rows(tmp_path / "out")
    assert {column for column in row if f"`{column}`" not in DOCS} <= {"joins"}
