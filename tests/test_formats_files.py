"""A file for each article: names that every file system takes, and files whole or not at all."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newssplit.output.article_files import file_name, named, write_article_files
from newssplit.output.formats import FORMATS
from tests.test_output import RECORDS

FULL, BARE = RECORDS
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=300)
DEVICES = ("CON", "nul.txt", "COM1", "lpt¹.x")
PATHS = ("../../etc/passwd", "..", ".", "a/b\\c", "C:\\x")
NASTY = st.sampled_from([*DEVICES, *PATHS, "x. ", "-rf", "题" * 300, "é" * 200, "e\u0301", "é", ""])
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³")}
EXTENSIONS = st.sampled_from([form.extensions[0] for form in FORMATS.values()])


def assert_safe(name: str) -> None:
    assert len(name.encode("utf-8")) <= 255
    assert unicodedata.is_normalized("NFC", name)
    assert not set(name) & set('<>:"/\\|?* ')
    assert name.isprintable()
    assert name[0] not in ".-"
    assert name[-1] != "."
    assert name.split(".")[0].upper() not in RESERVED
    assert PureWindowsPath(name).name == name


@given(ANY_TEXT | NASTY, ANY_TEXT | NASTY, st.integers(1, 10**6), EXTENSIONS)
def test_names_are_safe_everywhere(source: str, headline: str, order: int, extension: str) -> None:
    name = file_name({**FULL, "source": source, "headline": headline or None, "order": order}, extension)
    assert_safe(name)
    assert name.endswith(extension)
    assert f"-{order:03}-" in name


@given(st.lists(st.tuples(NASTY, NASTY, st.integers(1, 2)), max_size=12), EXTENSIONS)
def test_no_two_names_are_the_same(articles: list[tuple[str, str, int]], extension: str) -> None:
    records = [{**FULL, "source": source, "headline": head, "order": order} for source, head, order in articles]
    given_names = list(named(records, extension))
    assert [record for record, _ in given_names] == records
    assert len({unicodedata.normalize("NFD", name).casefold() for _, name in given_names}) == len(records)
    for _, name in given_names:
        assert_safe(name)


def test_names_say_issue_order_and_headline() -> None:
    full = {**FULL, "source": "2016/11-09.txt"}
    names = [name for _, name in named([full, BARE, full, {**full, "source": "x/11-09.TXT"}], ".md")]
    assert names == [
        "11-09-003-桥_通_了,_真的.md",
        "stdin-001-photo.md",
        "11-09-003-桥_通_了,_真的-2.md",
        "11-09-003-桥_通_了,_真的-3.md",
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_into_files(name: str, tmp_path: Path) -> None:
    assert write_article_files(iter(RECORDS), FORMATS[name], str(tmp_path / "new" / "folder")) == 2
    files = sorted((tmp_path / "new" / "folder").iterdir())
    assert [path.name.split("-")[:2] for path in files] == [["b", "003"], ["stdin", "001"]]
    assert all(path.name.endswith(FORMATS[name].extensions[0]) and path.stat().st_size for path in files)


def test_one_article_is_no_list(tmp_path: Path) -> None:
    for name in ("json", "ninjs", "jsonld", "tei"):
        write_article_files(iter([FULL]), FORMATS[name], str(tmp_path / name))
    texts = {path.parent.name: path.read_text("utf-8") for path in tmp_path.glob("*/*")}
    assert json.loads(texts["json"]) == FULL
    assert json.loads(texts["ninjs"])["uri"] == f"urn:newssplit:{FULL['id']}"
    assert json.loads(texts["jsonld"])["@type"] == "NewsArticle"
    assert etree.fromstring(texts["tei"].encode()).tag.endswith("}TEI")


def test_command_writes_files_and_replaces_older_ones(tmp_path: Path) -> None:
    page, folder = tmp_path / "page.txt", tmp_path / "out"
    page.write_text("新桥通车\n本报讯（记者王丽）新桥昨日通车，两岸相距三分钟。\n", "utf-8")
    command = [sys.executable, "-m", "newssplit", "split", page, "--out-dir", folder]
    first = subprocess.run(command, capture_output=True, timeout=60)
    assert (first.returncode, first.stdout, first.stderr) == (0, b"", b"")
    (made,) = folder.iterdir()
    whole = made.read_bytes()
    assert json.loads(whole)["source"] == str(page)
    made.write_text("something else")
    assert subprocess.run(command, timeout=60).returncode == 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == {made: whole}


def test_wrong_use_is_one_line(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("新桥通车\n", "utf-8")
    command = [sys.executable, "-m", "newssplit", "split", page]
    both = subprocess.run([*command, "-o", "a.json", "--out-dir", tmp_path], capture_output=True, timeout=60)
    assert both.returncode == 2
    assert both.stderr == b"newssplit: --output and --out-dir cannot be used together; leave one of them out\n"
    taken = subprocess.run([*command, "--out-dir", page], capture_output=True, timeout=60)
    assert taken.returncode == 1
    assert taken.stderr.decode() == f"newssplit: {page}: cannot be made: File exists; choose another --out-dir\n"
    excel = subprocess.run([*command, "--excel"], capture_output=True, timeout=60)
    assert excel.returncode == 2
    assert excel.stderr == b"newssplit: --excel is for csv, tsv, not for json; leave it out\n"
