"""The command line as a process: pipes, exit codes, bad input, files written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newssplit
from newssplit.evaluation.issue_format import compile_issue
from newssplit.output.formats import FORMATS

GOLDEN = Path(__file__).parent / "golden"
NEWSSPLIT = [sys.executable, "-m", "newssplit"]
FIRST_FIELDS = (
    *("id", "source", "order", "kind", "newspaper", "date", "page", "section", "kicker", "headline", "subheadline"),
    *("dateline", "byline", "paragraphs", "span", "lines", "chars", "confidence", "confidence_parts"),
)
PAGE = compile_issue((GOLDEN / "city-2.issue").read_text("utf-8"))[0]
OTHER_PAGE = compile_issue((GOLDEN / "trad-2.issue").read_text("utf-8"))[0]


def run(*args: object, stdin: bytes | None = None, **kwargs: Any) -> subprocess.CompletedProcess[bytes]:
    source: dict[str, Any] = {"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}
    return subprocess.run([*NEWSSPLIT, *map(str, args)], capture_output=True, timeout=60, **source, **kwargs)


def errors_of(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode("utf-8").splitlines()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


# --- what comes out


def test_json_is_readable_and_holds_the_contracts_fields_first(page: Path) -> None:
    done = run("split", page)
    assert (done.returncode, done.stderr) == (0, b"")
    articles = json.loads(done.stdout)
    assert len(articles) == len(newssplit.split(PAGE).articles)
    assert tuple(articles[0])[: len(FIRST_FIELDS)] == FIRST_FIELDS
    assert [a["order"] for a in articles] == list(range(1, len(articles) + 1))
    assert {a["source"] for a in articles} == {str(page)}
    assert "石磨湾村".encode() in done.stdout
    start, end = articles[0]["span"]
    assert articles[0]["paragraphs"][0][:10] in PAGE[start:end]


def test_jsonl_csv_and_json_hold_the_same_articles(page: Path) -> None:
    array = json.loads(run("split", page).stdout)
    lines = [json.loads(line) for line in run("split", "-f", "jsonl", page).stdout.decode().split("\n") if line]
    raw = run("split", "-f", "csv", page).stdout.decode()
    rows = list(csv.DictReader(io.StringIO(raw, newline="")))
    assert lines == array
    assert [row["id"] for row in rows] == [a["id"] for a in array]
    assert [row["paragraphs"].split("\n") for row in rows] == [a["paragraphs"] for a in array]
    assert raw.endswith("\r\n")


def test_several_files_follow_each_other(page: Path, tmp_path: Path) -> None:
    second = tmp_path / "台灣.txt"
    second.write_text(OTHER_PAGE, "utf-8")
    articles = json.loads(run("split", page, second).stdout)
    one, two = (len(newssplit.split(text).articles) for text in (PAGE, OTHER_PAGE))
    assert [a["source"] for a in articles] == [str(page)] * one + [str(second)] * two
    assert [a["order"] for a in articles] == [*range(1, one + 1), *range(1, two + 1)]


@pytest.mark.parametrize("args", [["split", "-"], ["split"]])
def test_standard_input(args: list[str]) -> None:
    articles = json.loads(run(*args, stdin=PAGE.encode()).stdout)
    assert {a["source"] for a in articles} == {"-"}
    assert len(articles) == len(newssplit.split(PAGE).articles)


def test_output_is_utf8_and_has_crlf_whatever_the_locale(page: Path) -> None:
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    assert json.loads(run("split", page, env=env).stdout.decode("utf-8"))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_encodings_give_the_same_articles(page: Path, encoding: str) -> None:
    expected = json.loads(run("split", page).stdout)
    page.write_bytes(PAGE.encode(encoding))
    done = run("split", page, "-v")
    articles = json.loads(done.stdout)
    named = articles[0]["encoding"]
    assert [{**a, "encoding": "utf-8"} for a in articles] == expected
    assert errors_of(done) == [f"newssplit: {page}: read as {named}, {len(PAGE)} characters"]


def test_same_bytes_on_every_run(page: Path) -> None:
    assert run("split", page).stdout == run("split", page, env={**os.environ, "PYTHONHASHSEED": "7"}).stdout


# --- bad input


def test_missing_file_costs_that_file_only(page: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    done = run("split", missing, page)
    assert done.returncode == 1
    assert errors_of(done) == [f"newssplit: {missing}: there is no such file; check the path"]
    assert json.loads(done.stdout) == json.loads(run("split", page).stdout)


def test_all_bad_inputs_give_a_valid_empty_array(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    binary = tmp_path / "image.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0")
    korean = tmp_path / "korean.txt"
    korean.write_bytes("한국어 신문 기사 내용입니다. ".encode("euc-kr") * 40)
    done = run("split", tmp_path, loop, binary, korean)
    assert done.returncode == 1
    assert json.loads(done.stdout) == []
    told = errors_of(done)
    assert len(told) == 4
    assert "is a folder" in told[0]
    assert "cannot be read" in told[1]
    assert "is a PNG picture" in told[2]
    assert "--encoding" in told[3]
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("content", ["", " \n\n\t", "\ufeff", "　　\n"], ids=["empty", "spaces", "mark", "wide spaces"])
def test_blank_file_gives_an_empty_array_and_a_warning(tmp_path: Path, content: str) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(content, "utf-8")
    done = run("split", blank)
    assert (done.returncode, done.stdout) == (0, b"[]\n")
    assert errors_of(done) == [f"newssplit: {blank}: warning: is empty: no articles"]
    assert errors_of(run("split", "-q", blank)) == []


def test_broken_bytes_say_where_and_how_to_go_on(page: Path) -> None:
    head = PAGE[:200].encode()
    page.write_bytes(head + b"\xff\xfe" + PAGE[200:].encode())
    refused = run("split", page)
    assert (refused.returncode, refused.stdout) == (1, b"[]\n")
    (line,) = errors_of(refused)
    assert f"{page}:byte {len(head)}: FF FE is not valid utf-8" in line
    assert "--errors replace" in line
    replaced = run("split", page, "--errors", "replace")
    assert replaced.returncode == 0
    assert "U+FFFD stands 2 times" in errors_of(replaced)[0]
    assert "\ufffd" in replaced.stdout.decode()


def test_text_without_any_mark_is_one_article_of_low_confidence() -> None:
    done = run("split", stdin="春天来了，河边的柳树发了芽。孩子们放起风筝。\n".encode())
    (article,) = json.loads(done.stdout)
    assert article["paragraphs"] == ["春天来了，河边的柳树发了芽。孩子们放起风筝。"]
    assert article["confidence"] < 0.5


def test_file_names_that_are_no_utf8_and_hold_line_breaks(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xb1\xa8\n\x1b[31m.txt"
    Path(os.fsdecode(odd)).write_text(PAGE, "utf-8")
    done = subprocess.run([*NEWSSPLIT, "split", odd, odd + b"x"], capture_output=True, timeout=60)
    assert {a["source"] for a in json.loads(done.stdout)} == {str(tmp_path) + "/\ufffd\ufffd\n\x1b[31m.txt"}
    (line,) = errors_of(done)
    assert "\\n\\x1b[31m.txtx: there is no such file" in line


# --- usage


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["split", "--format", "docx", "x.txt"], "json"),
        (["split", "--encoding", "klingon", "x.txt"], "gb18030"),
        (["split", "--errors", "ignore", "x.txt"], "strict"),
        (["split", "--no-such-option"], "--no-such-option"),
        (["split", "x.txt", "-o", "x.docx"], "--format json|jsonl|csv"),
        (["no-such-command"], "no-such-command"),
    ],
)
def test_usage_mistakes_exit_with_2(args: list[str], said: str) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_a_terminal_and_no_file_is_a_usage_mistake() -> None:
    master, slave = os.openpty()
    done = subprocess.run([*NEWSSPLIT, "split"], stdin=slave, capture_output=True, timeout=60)
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert "name a FILE" in done.stderr.decode()


def test_version_and_help() -> None:
    compiled = " (compiled)" if newssplit.COMPILED else ""
    assert run("--version").stdout.decode() == f"newssplit {newssplit.__version__}{compiled}\n"
    shown = run("split", "--help", env={**os.environ, "COLUMNS": "100"}).stdout.decode()
    for part in ("--format", "--output", "--encoding", "--errors", "Example: newssplit split"):
        assert part in shown


def test_console_script_and_module_are_the_same_program() -> None:
    script = Path(sys.executable).with_name("newssplit")
    done = subprocess.run([script, "--version"], capture_output=True, timeout=60)
    assert done.stdout == run("--version").stdout


# --- files


@pytest.mark.parametrize("name", ["out.json", "out.jsonl", "out.ndjson", "out.csv", "OUT.CSV"])
def test_format_follows_the_outputs_extension(page: Path, tmp_path: Path, name: str) -> None:
    form = {"ndjson": "jsonl"}.get(name.lower().split(".")[1], name.lower().split(".")[1])
    done = run("split", page, "-o", tmp_path / name)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / name).read_bytes() == run("split", page, "-f", form).stdout


def test_format_option_wins_over_the_extension(page: Path, tmp_path: Path) -> None:
    run("split", page, "-f", "csv", "-o", tmp_path / "out.json")
    assert (tmp_path / "out.json").read_text("utf-8").startswith("id,source,")


def test_output_replaces_the_old_file_and_leaves_nothing_else(page: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "out.json", tmp_path / "link.json"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("split", page, "-o", link).returncode == 0
    assert json.loads(target.read_text("utf-8"))
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link.json", "out.json", "page.txt"]


def test_new_output_can_be_read_by_others(page: Path, tmp_path: Path) -> None:
    run("split", page, "-o", tmp_path / "out.json", umask=0o022)
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o644


def test_old_output_stays_where_no_input_could_be_read(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    done = run("split", tmp_path / "missing.txt", "-o", target)
    assert done.returncode == 1
    assert "left as it was" in errors_of(done)[1]
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("output", ["no/such/folder/out.json", "folder.json", "page.json/out.json"])
def test_output_that_cannot_be_written(tmp_path: Path, output: str) -> None:
    (tmp_path / "folder.json").mkdir()
    page = tmp_path / "page.json"
    page.write_text(PAGE, "utf-8")
    done = run("split", page, "-o", tmp_path / output)
    assert done.returncode == 1
    (line,) = errors_of(done)
    assert line.startswith(f"newssplit: {tmp_path / output}: ")


def test_output_must_not_be_an_input(page: Path) -> None:
    done = run("split", page, "-f", "json", "-o", page.parent / "." / page.name)
    assert done.returncode == 2
    assert "is one of the inputs" in errors_of(done)[0]
    assert page.read_text("utf-8") == PAGE


def test_devices_are_written_to_and_not_replaced(page: Path) -> None:
    before = os.stat("/dev/null")
    assert run("split", page, "-f", "json", "-o", "/dev/null").returncode == 0
    assert os.path.samestat(before, os.stat("/dev/null"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_is_one_line(page: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*NEWSSPLIT, "split", page], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert "No space left" in line


# --- endings


def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    big.write_text(PAGE * 100, "utf-8")
    with subprocess.Popen(
        [*NEWSSPLIT, "split", "-q", "-f", "jsonl", *[big] * 3], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        json.loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def start_on_fifo(tmp_path: Path, *args: object) -> tuple[subprocess.Popen[bytes], Any]:
    """A run that has read nothing yet and waits for its input."""
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*NEWSSPLIT, "split", *map(str, args), str(fifo)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    return process, fifo.open("wb", buffering=0)


def test_each_article_is_written_before_the_next_input_is_there(page: Path, tmp_path: Path) -> None:
    process, writer = start_on_fifo(tmp_path, "-f", "jsonl", page)
    with process, writer:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["source"] == str(page)
        writer.write(PAGE.encode())
        writer.close()
        assert process.wait(60) == 0


def test_ctrl_c_ends_quietly_and_leaves_nothing_half_written(page: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    process, writer = start_on_fifo(tmp_path, "-o", target, page)
    with process, writer:
        assert list(tmp_path.glob(".newssplit-*.part"))
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert target.read_text() == "old"
    assert not list(tmp_path.glob(".*"))


def test_completion_knows_the_formats() -> None:
    env = {**os.environ, "_NEWSSPLIT_COMPLETE": "complete_bash", "COMP_WORDS": "newssplit split -f ", "COMP_CWORD": "3"}
    done = run(env=env)
    assert re.split(r"\s+", done.stdout.decode().strip()) == list(FORMATS)


# --- one style for what is wrong, and for help


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["split", "--foo"],
            "No such option: --foo (Possible options: --format, --low, --to); see newssplit split --help",
        ),
        (["split", "-f", "x", "a"], "--format: 'x' is not one of json, jsonl, "),
        (["nosuch"], "No such command 'nosuch'; see newssplit --help"),
        (["eval"], "Missing argument 'GOLD...'; see newssplit eval --help"),
        (["batch", "a"], "--out: say where the outputs go; see newssplit batch --help"),
        (["split", "--min-confidence", "3", "a"], "--min-confidence: 3.0 is not in the range 0<=x<=1; see newssplit "),
        (["profiles", "check"], "Missing argument 'FILE'; see newssplit profiles check --help"),
        (["explain", "--line", "9-3", "a"], "--line: '9-3' ends before it begins; see newssplit explain --help"),
    ],
)
def test_a_wrong_command_line_is_one_line(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = errors_of(done)
    assert line.startswith(f"newssplit: {said}")


@pytest.mark.parametrize("command", ["", "split", "batch", "explain", "profiles new"])
def test_help_breaks_no_word_at_80_columns(command: str) -> None:
    narrow, wide = (
        run(*command.split(), "--help", env={**os.environ, "COLUMNS": width, "LC_ALL": "C.UTF-8"}).stdout.decode()
        for width in ("80", "100")
    )
    assert max(map(len, narrow.splitlines())) <= 80
    assert {word for word in narrow.split() if "|" not in word} >= {w for w in wide.split() if "|" not in w}


@pytest.mark.parametrize("arguments", [["--help"], ["split", "--help"], ["--version"], ["rules"]])
def test_a_closed_pipe_ends_every_command_alike(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*NEWSSPLIT, *arguments], stdout=writer, stderr=subprocess.PIPE, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("line", ["0", "99", "99-120"])
def test_a_line_that_is_not_there(page: Path, line: str) -> None:
    done = run("explain", page, "--line", line)
    assert (done.returncode, done.stdout) == (2, b"")
    [said] = errors_of(done)
    assert said.startswith(f"newssplit: {page}: there is no line {int(line[:2])}; choose from 1 to ")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("newssplit split --profile j", {"jiangcheng"}),
        ("newssplit profiles show j", {"jiangcheng"}),
        ("newssplit rules dateline_m", {"dateline_mark"}),
        ("newssplit carriers nex", {"nexis"}),
    ],
)
def test_names_are_completed(tmp_path: Path, words: str, offered: set[str]) -> None:
    (tmp_path / "newssplit").mkdir()
    (tmp_path / "newssplit" / "jiangcheng.toml").write_text("", "utf-8")
    count = str(len(words.split()) - 1)
    asked = {"_NEWSSPLIT_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": count}
    done = run(env={**os.environ, **asked, "XDG_CONFIG_HOME": str(tmp_path)})
    assert set(done.stdout.decode().split()) == offered
