"""docs/first-hour.md, in both languages, and docs/choosing.md: their commands print what they show.

`.venv/bin/python -m tests.test_first_hour` writes into the pages what the commands print now.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from docs.first_hour import make
from tests.test_options_docs import COMMAND_RE, CONSOLE_RE, commands

ROOT = Path(__file__).parents[1]
PAGES = ("first-hour.md", "first-hour.zh-CN.md", "choosing.md")
SECONDS_RE = re.compile(r"(in |用时 )\d+\.\d( s| 秒)")
DUCKDB = """#!{python}
import csv, sys, duckdb
assert sys.argv[1:3] == ["-csv", "-c"]
found = duckdb.sql(sys.argv[3])
csv.writer(sys.stdout, lineterminator="\\n").writerows([found.columns, *found.fetchall()])
"""


def run(page: Path, place: Path) -> str:
    """The page with what its commands print in an empty folder, with the examples and our commands in reach."""
    (place / "examples").symlink_to(ROOT / "examples")
    (place / "bin").mkdir()
    _program(place / "bin/newssplit", f'#!/bin/sh\nexec "{sys.executable}" -m newssplit "$@"\n')
    if shutil.which("duckdb") is None:
        _program(place / "bin/duckdb", DUCKDB.format(python=sys.executable))
    path = f"{place / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    language = "zh_CN.UTF-8" if "zh" in page.name else "C.UTF-8"
    environment = {**os.environ, "PATH": path, "LC_ALL": language, "XDG_CONFIG_HOME": str(place / "none")}

    def printed(found: re.Match[str]) -> str:
        command, shown = found[1], found[2]
        if command.startswith("cat ") and shown:
            (place / command.removeprefix("cat ")).write_text(shown, "utf-8")
            return found[0]
        done = subprocess.run(command, shell=True, cwd=place, env=environment, capture_output=True, timeout=60)
        said = (done.stderr + done.stdout).decode().replace("\r\n", "\n")
        same = SECONDS_RE.sub("", said) == SECONDS_RE.sub("", shown)
        return f"$ {command}\n{shown if same else said}"

    def block(found: re.Match[str]) -> str:
        return found[0].replace(found[1], COMMAND_RE.sub(printed, found[1]))

    return CONSOLE_RE.sub(block, page.read_text("utf-8"))


def _program(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize("name", PAGES)
def test_commands_print_what_the_page_shows(name: str, tmp_path: Path) -> None:
    for package in ("sqlite_utils", "openpyxl", "pypdfium2", "lxml"):
        pytest.importorskip(package, reason="an extra is not installed")
    if name == "choosing.md":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
        pytest.importorskip("duckdb", reason="DuckDB is not installed")
        if shutil.which("jq") is None:
            pytest.skip("jq is not installed")
    page = ROOT / "docs" / name
    assert run(page, tmp_path) == page.read_text("utf-8")


def test_the_files_are_the_invented_ones(tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="reportlab is not installed")
    make(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*") if path.suffix != ".pdf"}
    folder = ROOT / "examples" / "first-hour"
    assert len(made) == 5
    assert {name: (folder / name).read_bytes() for name in made} == made
    assert len(list(folder.rglob("*.pdf"))) == 1


def test_the_languages_give_the_same_commands() -> None:
    english, chinese = ([command for command, _ in commands(ROOT / "docs" / name)] for name in PAGES[:2])
    assert english == chinese


if __name__ == "__main__":
    for name in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            page = ROOT / "docs" / name
            page.write_text(run(page, Path(folder)), "utf-8")
