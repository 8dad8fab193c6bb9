"""The texts that the benchmarks measure are what they are said to be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import KINDS, WIDTH, dump
from benchmarks.hostile import HOSTILE, hostile
from newssplit import split

ROOT = Path(__file__).parent.parent
SIZE = 300_000
"""Bytes: more than one round of all issues."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_dump_has_its_size_and_is_the_same_every_time(kind: str) -> None:
    text = dump(kind, SIZE)
    assert SIZE <= len(text.encode()) < 1.2 * SIZE
    assert text == dump(kind, SIZE)


def test_rounds_differ_but_hold_the_same_articles() -> None:
    issue = split(dump("paragraph per line", SIZE))
    headlines = [article.headline for article in issue.articles if article.headline]
    assert len(set(headlines)) > 0.9 * len(headlines)
    assert len(issue.articles) > 400


def test_kinds_are_what_they_are_called() -> None:
    whole, long, wrapped, traditional, together = (dump(kind, SIZE).split("\n") for kind in KINDS)
    assert sum(map(len, long)) / len(long) > 1.3 * sum(map(len, whole)) / len(whole)
    assert sum(len(line) <= WIDTH + 3 for line in wrapped) > 0.9 * len(wrapped)
    assert sum(len(line) > 60 for line in whole) > 0.15 * len(whole)
    assert sum(map(len, together)) / len(together) > 1.1 * sum(map(len, whole)) / len(whole)
    assert "記者" in "".join(traditional)
    assert "記者" not in "".join(whole)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_have_their_size(name: str) -> None:
    assert 0.7 * SIZE < len(hostile(name, SIZE).encode()) < 1.2 * SIZE


def test_the_ten_lines_find_articles(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("开门红\n本报讯（记者 李明）大桥通车。\n又一座\n本报讯（记者 王丽）车站开工。\n", "utf-8")
    script = ROOT / "benchmarks" / "ten_lines.py"
    done = subprocess.run([sys.executable, str(script), str(page)], capture_output=True, timeout=60, check=True)
    assert [json.loads(line)["headline"] for line in done.stdout.splitlines()] == ["开门红", "又一座"]


def test_figures_come_as_json() -> None:
    command = [sys.executable, "-m", "benchmarks", "throughput", "--size", "0.001", "--rounds", "1", "--json"]
    done = subprocess.run(command, capture_output=True, timeout=120, cwd=ROOT, check=True)
    found = {figure["name"]: figure for figure in json.loads(done.stdout)["figures"]}
    assert {f"split / floor: {kind}" for kind in KINDS} < set(found)
    assert all(figure["value"] > 0 for figure in found.values())


def test_an_unknown_group_is_refused() -> None:
    done = subprocess.run([sys.executable, "-m", "benchmarks", "speed"], capture_output=True, timeout=60, cwd=ROOT)
    assert done.returncode == 2
    assert "speed" in done.stderr.decode()
