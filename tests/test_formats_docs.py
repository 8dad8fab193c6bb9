"""docs/formats.md tells the truth: its samples are what the program writes, its tables are complete."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newssplit.output.formats import FORMATS
from newssplit.output.schema import article_schema
from tests.test_options_docs import commands

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "formats.md"
DOCS = PAGE.read_text("utf-8")
SECTIONS = {section.split(maxsplit=1)[0]: section for section in re.split(r"\n## (?=[A-Za-z])", DOCS)}
SAMPLE_RE = re.compile(r"^```(?:json|csv|markdown|text|xml)\n(.*?)^```", re.M | re.S)


def sample(name: str) -> str:
    found = SAMPLE_RE.search(SECTIONS[name])
    assert found
    return found[1]


@pytest.mark.parametrize("name", ["json", "csv", "md", "txt", "ninjs", "jsonld", "tei"])
def test_sample_is_what_the_format_makes_of_the_article(name: str) -> None:
    stream = io.StringIO(newline="")
    FORMATS[name].write_single(json.loads(sample("json")), stream)
    assert sample(name) == stream.getvalue().replace("\r\n", "\n")


def test_every_format_and_field_is_explained() -> None:
    for name, form in FORMATS.items():
        extensions = ", ".join(f"`{extension}`" for extension in form.extensions)
        assert re.search(rf"^\| \[{name}\]\(#.*\) \| {re.escape(extensions)} \|", DOCS, re.M)
    explained = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", DOCS, re.M))))
    assert set(article_schema()["properties"]) <= explained


def test_commands_print_what_the_page_shows(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    found = commands(PAGE)
    assert len(found) > 6
    for command, shown in found:
        done = subprocess.run(command, shell=True, cwd=tmp_path, env=env, capture_output=True, timeout=60)
        assert (done.stdout + done.stderr).decode().replace("\r\n", "\n") == shown, command
