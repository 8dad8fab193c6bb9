"""Inputs of all kinds on the command line: each command takes them alike, and says what it cannot read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newssplit
from tests.input_files import LEDE, QUOTE, SCHOOL, Sheet, docx, mhtml, packed, page, rtf, warc

KINDS = {
    "a.html": page("gb18030", "gb2312"),
    "b.mhtml": mhtml(page("gb18030", "gb2312"), "gb2312"),
    "c.docx": docx(),
    "d.rtf": rtf(),
    "e.txt.gz": packed(f"新桥昨日通车\n{LEDE}\n".encode("gb18030"), "gz"),
    "f.html.zst": packed(page(), "zst"),
}
READ_AS = {
    "a.html": "html, gb18030",
    "b.mhtml": "mhtml, html, gb18030",
    "c.docx": "docx",
    "d.rtf": "rtf, cp936",
    "e.txt.gz": "gzip, gb18030",
    "f.html.zst": "zstd, html, utf-8",
    "g.pdf": "pdf",
}
CRAWL = [
    ("http://paper.example.org/1.html", page(), "text/html"),
    ("http://paper.example.org/1.html", f"<html><h1>农民夜校开课</h1><p>{SCHOOL}</p></html>".encode(), "text/html"),
]


def pdf() -> bytes:
    sheet = Sheet()
    sheet.line(40, 700, "新桥昨日通车", 24)
    sheet.column(40, 670, [LEDE])
    return sheet.bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an input of each kind."""
    below = tmp_path / "in"
    below.mkdir()
    for name, data in {**KINDS, "g.pdf": pdf()}.items():
        (below / name).write_bytes(data)
    return below


def run(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newssplit", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=100, text=True, env={**os.environ, **env})


def split(*arguments: str | Path) -> list[dict[str, Any]]:
    done = run("split", "--format", "json", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_split_takes_all_kinds_alike(folder: Path) -> None:
    records = split(*sorted(folder.iterdir()))
    firsts = {Path(r["source"]).name: r for r in reversed(records)}
    assert {name: record["encoding"] for name, record in firsts.items()} == READ_AS
    assert {record["headline"] for record in firsts.values()} == {"新桥昨日通车"}
    assert {record["byline"][0]["name"] for record in firsts.values()} == {"李明"}


@pytest.mark.parametrize("command", [("preview", "--toc"), ("explain",)])
def test_what_shows_takes_all_kinds(command: tuple[str, ...], folder: Path) -> None:
    for path in (folder / "a.html", folder / "g.pdf"):
        done = run(*command, path)
        assert (done.returncode, done.stderr) == (0, ""), path
        assert "新桥昨日通车" in done.stdout


def test_the_report_takes_all_kinds(folder: Path, tmp_path: Path) -> None:
    done = run("report", "-o", tmp_path / "r.html", *sorted(folder.iterdir()))
    assert (done.returncode, done.stderr) == (0, "")
    written = (tmp_path / "r.html").read_text("utf-8")
    assert all(read_as in written for read_as in READ_AS.values())


def test_python_reads_them_as_the_command_line_does(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    read = [record for path in paths for record in newssplit.read(path).to_records()]
    assert json.loads(json.dumps(read)) == split(*paths)


def test_the_text_as_read_is_kept_and_offsets_count_its_characters(folder: Path, tmp_path: Path) -> None:
    (record,) = split("--text-out", tmp_path / "kept.txt", folder / "g.pdf")
    text = (tmp_path / "kept.txt").read_bytes().decode()
    (headline,) = (part for part in record["parts"] if part[0] == "headline")
    assert text[headline[1] : headline[2]] == "新桥昨日通车"
    split("--text-out", tmp_path / "kept", *sorted(folder.iterdir()))
    assert sorted(os.listdir(tmp_path / "kept")) == sorted(f"{name}.txt" for name in READ_AS)
    assert (tmp_path / "kept" / "g.pdf.txt").read_bytes().decode() == text


def test_inputs_of_one_name_do_not_share_a_kept_text(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_bytes(f"{name}\r\n{LEDE}".encode())
    split("--text-out", tmp_path / "kept/", tmp_path / "one/a.txt", tmp_path / "two/a.txt")
    kept = sorted((tmp_path / "kept").rglob("a.txt"))
    assert [path.read_bytes().partition(b"\r\n")[0] for path in kept] == [b"one", b"two"]


def test_a_kept_text_never_takes_the_place_of_an_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEDE, "gb18030")
    before = (tmp_path / "a.txt").read_bytes()
    for target in (tmp_path / "a.txt", tmp_path):
        done = run("split", "--text-out", target, tmp_path / "a.txt")
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "is one of the inputs" in done.stderr
    done = run("batch", tmp_path, "--out", tmp_path.parent / "out-kept", "--text-out", tmp_path)
    assert done.returncode == 1
    assert (tmp_path / "a.txt").read_bytes() == before


def test_articles_and_text_cannot_share_a_file(tmp_path: Path, folder: Path) -> None:
    done = run("split", "-o", tmp_path / "a.json", "--text-out", tmp_path / "a.json", folder / "a.html")
    assert (done.returncode, (tmp_path / "a.json").exists()) == (2, False)
    assert "cannot hold both articles and text" in done.stderr


def test_batch_takes_all_kinds_of_a_folder_and_keeps_their_text(folder: Path, tmp_path: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "crawl.warc.gz").write_bytes(warc(CRAWL, gz=True))
    options = ("--out", tmp_path / "out", "--text-out", folder / "kept", "-j", "2")
    done = run("batch", folder, *options)
    assert done.returncode == 0, done.stderr
    names = {*READ_AS, "crawl.warc.gz/paper.example.org/1.html", "crawl.warc.gz/paper.example.org/1-2.html"}
    outputs = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.json")}
    assert outputs == {f"{name}.json" for name in names}
    kept = {str(path.relative_to(folder / "kept")) for path in (folder / "kept").rglob("*.txt")}
    assert kept == {f"{name}.txt" for name in names}
    again = run("batch", folder, *options)
    assert "0 converted, 9 unchanged, 0 failed" in again.stderr
    second = json.loads((tmp_path / "out/crawl.warc.gz/paper.example.org/1-2.html.json").read_text("utf-8"))
    assert [record["headline"] for record in second] == ["农民夜校开课"]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_the_pages_of_a_web_archive_are_inputs_of_their_own(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(warc(CRAWL, gz=name.endswith("gz")))
    done = run("batch", tmp_path / name, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (tmp_path / "out/paper.example.org").iterdir()) == ["1-2.html.json", "1.html.json"]
    whole = split(tmp_path / name)
    assert [record["headline"] for record in whole if record["kind"] != "photo"] == ["新桥昨日通车", "农民夜校开课"]


def test_a_broken_web_archive_fails_and_the_rest_is_done(folder: Path, tmp_path: Path) -> None:
    (folder / "crawl.warc.gz").write_bytes(warc(CRAWL, gz=True)[:-900])
    done = run("batch", folder, "--out", tmp_path / "out")
    assert done.returncode == 1
    failures = [json.loads(line) for line in (tmp_path / "out/failures.jsonl").read_text("utf-8").splitlines()]
    assert all("crawl.warc.gz" in failure["input"] for failure in failures)
    assert (tmp_path / "out/g.pdf.json").exists()


def test_a_scan_is_one_line_and_the_others_are_done(folder: Path, tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.canvas.rect(40, 40, 500, 700, fill=1)
    (folder / "scan.pdf").write_bytes(sheet.bytes())
    done = run("split", folder / "scan.pdf", folder / "a.html")
    assert done.returncode == 1
    assert done.stderr == (
        f"newssplit: {folder}/scan.pdf: is a PDF file without text, a scan; "
        "have its text recognised (OCR) first, for instance with ocrmypdf\n"
    )
    assert json.loads(done.stdout)


def test_without_an_extra_one_line_says_how_to_get_it(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    for package in ("lxml", "pypdfium2"):
        (tmp_path / "none" / f"{package}.py").write_text(f"raise ImportError('no {package}', name='{package}')\n")
    done = run("batch", folder, "--out", tmp_path / "out", PYTHONPATH=str(tmp_path / "none"))
    assert done.returncode == 1
    said = (tmp_path / "out/failures.jsonl").read_text("utf-8")
    assert "is a PDF file, and to read it needs the package pypdfium2; pip install 'newssplit[pdf]'" in said
    assert "is an HTML page, and to read it needs the package lxml; pip install 'newssplit[html]'" in said
    assert (tmp_path / "out/d.rtf.json").exists()


def test_the_program_reads_text_without_loading_any_reader(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEDE, "utf-8")
    program = "import sys, newssplit; newssplit.read(sys.argv[1]); print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", program, tmp_path / "a.txt"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"lxml", "pypdfium2", "docx", "striprtf", "warcio", "zstandard"}


def test_lines_of_json_tables_and_simple_xml_are_split_as_records(tmp_path: Path) -> None:
    rows = [("新桥昨日通车", LEDE), ("农民夜校开课", SCHOOL), ("老街修旧如旧", QUOTE)]
    files = {
        "a.jsonl": "".join(json.dumps({"title": t, "content": c}, ensure_ascii=False) + "\n" for t, c in rows),
        "a.csv": "标题,正文\n" + "".join(f'{t},"{c}"\n' for t, c in rows),
        "a.tsv": "标题\t正文\n" + "".join(f"{t}\t{c}\n" for t, c in rows),
        "a.xml": "<?xml version='1.0'?>\n"
        + "".join(f"<doc>\n<headline>{t}</headline>\n<content>{c}</content>\n</doc>\n" for t, c in rows),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
        assert [r["headline"] for r in split(tmp_path / name)] == [title for title, _ in rows], name
