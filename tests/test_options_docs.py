"""docs/profiles.md, docs/options.md, docs/encodings.md and docs/inputs.md: their commands print what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newssplit.lexicon import default_lexicon
from newssplit.output.punctuation import fullwidth

DOCS = Path(__file__).parents[1] / "docs"
CONSOLE_RE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND_RE = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
ROW_RE = re.compile(r"^\| `([^`]+)` \| (?:`([^`]+)`|stays) \| ", re.MULTILINE)


def commands(page: Path) -> list[tuple[str, str]]:
    blocks = CONSOLE_RE.findall(page.read_text("utf-8"))
    return [(found[1], found[2]) for block in blocks for found in COMMAND_RE.finditer(block)]


@pytest.mark.parametrize("name", ["profiles.md", "options.md", "encodings.md", "inputs.md"])
def test_commands_print_what_the_page_shows(name: str, tmp_path: Path) -> None:
    (tmp_path / "newssplit").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newssplit "$@"\n', "utf-8")
    (tmp_path / "newssplit").chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    found = commands(DOCS / name)
    assert found
    for command, shown in found:
        if command.startswith("cat ") and shown:
            (tmp_path / command.removeprefix("cat ")).write_text(shown, "utf-8")
        else:
            done = subprocess.run(command, shell=True, cwd=tmp_path, env=env, capture_output=True, timeout=60)
            assert (done.stderr + done.stdout).decode() == shown, command


def test_the_table_of_marks_is_true() -> None:
    rows = ROW_RE.findall((DOCS / "options.md").read_text("utf-8").split("## `--punctuation")[1])
    assert len(rows) == 8
    for text, becomes in rows:
        assert fullwidth(text) == (becomes or text)


def test_every_list_is_described() -> None:
    said = (DOCS / "profiles.md").read_text("utf-8").split("## What a profile says")[1].split("\n## ")[0]
    for table, lists in default_lexicon().table.items():
        row = next(line for line in said.split("\n") if line.startswith(f"| `{table}` |"))
        assert all(f"`{key}`" in row for key in lists), table
