"""The README, in both languages: its commands print what it shows, its Python runs, its links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.refresh import BLOCK_RE, refreshed

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", "README.zh-CN.md"]
FIRST_HOUR = ["docs/first-hour.md", "docs/first-hour.zh-CN.md", "docs/choosing.md", "docs/inputs.md"]
PIPELINE_RE = re.compile(r"^\$ (newssplit [^\n]+ \| jq [^\n]+)\n(.+?)^```$", re.MULTILINE | re.DOTALL)
SAMPLE_RE = re.compile(r"^\$ cat (\S+)\n(.+?)^```$", re.MULTILINE | re.DOTALL)
LINK_RE = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return (ROOT / str(request.param)).read_text("utf-8")


@pytest.mark.parametrize("name", [*PAGES, "docs/showing.md"])
def test_commands_print_what_the_page_shows(name: str) -> None:
    blocks = list(BLOCK_RE.finditer((ROOT / name).read_text("utf-8")))
    assert blocks
    assert [refreshed(block) for block in blocks] == [block[0] for block in blocks]


def test_sample_is_the_example(page: str) -> None:
    [(name, shown)] = SAMPLE_RE.findall(page)
    assert (ROOT / name).read_text("utf-8") == shown


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_pipeline_prints_what_the_page_shows(page: str) -> None:
    [(command, shown)] = PIPELINE_RE.findall(page)
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    assert subprocess.run(command, shell=True, cwd=ROOT, env=env, capture_output=True).stdout.decode() == shown


@pytest.mark.parametrize("name", PAGES)
def test_python_gives_what_the_page_shows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert tried > 5
    assert failed == 0


@pytest.mark.parametrize("path", [*PAGES, "CONTRIBUTING.md", "docs/architecture.md", *FIRST_HOUR])
def test_links_lead_somewhere(path: str) -> None:
    place = ROOT / path
    links = LINK_RE.findall(place.read_text("utf-8"))
    assert [link for link in links if not (place.parent / link).exists()] == []
