"""The texts that the benchmarks measure are what they are said to be."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import memory, peers
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


def test_peers_streams_and_memory_each_have_their_row() -> None:
    command = [sys.executable, "-m", "benchmarks", "peers", "first", "memory", "--size", "0.01", "--rounds", "1"]
    done = subprocess.run([*command, "--json"], capture_output=True, timeout=300, cwd=ROOT, check=True)
    found = {figure["name"]: figure for figure in json.loads(done.stdout)["figures"]}
    rows = {
        *(f"split / {name}" for name in ("ten lines", *peers.LIBRARIES, peers.NEXIS)),
        *(f"bytes a byte: {name}" for name in memory.BY_BYTE),
        *(f"bytes a line: {name}" for name in memory.BY_LINE),
    }
    streamed = {name for name in found if name.startswith(("first article of", "peak for"))}
    assert set(found) == rows | streamed
    assert len(streamed) == 2
    for name, figure in found.items():
        assert figure["value"] is not None or (name in rows and figure["absolute"].startswith("not here: "))
    assert found["split / ten lines"]["value"] > 0
    assert found["split / OpenCC"]["value"] > 0  # newssplit itself needs it


def test_a_peer_that_is_not_installed_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jieba", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {figure.name: figure for figure in peers.figures(1000, 1, tmp_path)}
    assert found["split / jieba"] == ("split / jieba", None, "", peers.INSTALL)
    assert found[f"split / {peers.NEXIS}"].absolute == peers.NO_R


@pytest.mark.parametrize(
    ("ends", "told"),
    [("echo 0.5", ""), ("exit 3", peers.NO_TOOLS), ("echo no keyword >&2; exit 1", "failed: no keyword")],
)
def test_r_is_asked_for_the_seconds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ends: str, told: str) -> None:
    script = tmp_path / "Rscript"
    script.write_text(f"#!/bin/sh\n{ends}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    figure = peers.nexis((ROOT / "examples" / "county-2016.txt").read_text("utf-8"), 2.0, tmp_path)
    assert (figure.value, figure.absolute) == (None, told) if told else figure.value == 4.0


def test_kinds_for_memory_are_what_they_are_called() -> None:
    lines = memory.BY_BYTE["two characters, all different"][1](70_000).split("\n")
    assert {len(line) for line in lines} == {2}
    assert len(set(lines)) > 0.9 * len(lines)
    blank = memory.BY_LINE["lines of spaces"][1](40_000).split("\n")
    assert sum(line == "\u3000" for line in blank) == 10_000


def test_an_unknown_group_is_refused() -> None:
    done = subprocess.run([sys.executable, "-m", "benchmarks", "speed"], capture_output=True, timeout=60, cwd=ROOT)
    assert done.returncode == 2
    assert "speed" in done.stderr.decode()
