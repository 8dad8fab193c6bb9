"""Where results go: standard output by all its names, pipes and devices; no source is ever written over."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.test_cli import NEWSSPLIT, PAGE, errors_of, run

TEXT = "槐江日报\n2016年11月9日　第1版\n两岸三分钟到达\n本报讯（记者 李明）大桥昨天通车了，两岸相距三分钟。\n"
ON_UNIX = pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a script of bash in a folder; $N is newssplit."""
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    env = {**os.environ, "N": " ".join(NEWSSPLIT)}
    env.pop("PYTHONUNBUFFERED", None)  # with it, nothing is left that could fail when the interpreter ends
    return subprocess.run(["bash", "-c", script], cwd=folder, env=env, capture_output=True, timeout=120)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


# --- streams


@ON_UNIX
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_by_its_other_names(page: Path, name: str) -> None:
    done = run("split", page, "-f", "txt", "-o", name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == run("split", page, "-f", "txt").stdout


@ON_UNIX
def test_json_is_what_a_stream_without_an_extension_gets(page: Path) -> None:
    assert run("split", page, "-o", "/dev/stdout").stdout == run("split", page).stdout


@ON_UNIX
def test_what_stands_before_it_in_the_same_file_stays(page: Path) -> None:
    done = shell("(echo before; $N split page.txt -f txt -o /dev/stdout; echo behind) > out.txt", page.parent)
    assert done.stderr == b""
    plain = run("split", page, "-f", "txt").stdout
    assert (page.parent / "out.txt").read_bytes() == b"before\n" + plain + b"behind\n"
    shell("(echo before >&3; $N split page.txt -f txt -o /dev/fd/3) 3> other.txt", page.parent)
    assert (page.parent / "other.txt").read_bytes() == b"before\n" + plain


@ON_UNIX
def test_process_substitution_and_named_pipes(page: Path) -> None:
    plain = run("split", "page.txt", "-f", "csv", cwd=page.parent).stdout
    packed = "$N split page.txt -f csv -o >(gzip > part.gz; mv part.gz out.gz)"
    done = shell(f"{packed}; for n in {{1..200}}; do [ -f out.gz ] && break; sleep 0.1; done", page.parent)
    assert (done.returncode, done.stderr) == (0, b"")
    assert gzip.decompress((page.parent / "out.gz").read_bytes()) == plain
    done = shell("mkfifo pipe.csv; cat pipe.csv > out.csv & $N split page.txt -o pipe.csv && wait", page.parent)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (page.parent / "out.csv").read_bytes() == plain


@ON_UNIX
def test_a_reader_that_goes_away_ends_it_quietly(page: Path) -> None:
    page.write_text(PAGE * 40, "utf-8")
    done = shell("$N split page.txt --keep-duplicates -q -f jsonl -o >(head -c 10 > /dev/null)", page.parent)
    assert (done.returncode, done.stderr) == (141, b"")


@ON_UNIX
def test_a_descriptor_that_is_not_open_is_one_line(page: Path) -> None:
    (line,) = errors_of(run("split", page, "-o", "/dev/fd/77"))
    assert line.startswith("newssplit: /dev/fd/77: cannot be written: ")


@ON_UNIX
@pytest.mark.parametrize("command", [["annotate"], ["report"], ["profiles", "new"]])
def test_other_commands_write_there_too(page: Path, command: list[str]) -> None:
    arguments = ["/dev/stdout"] if command == ["profiles", "new"] else [page, "-o", "/dev/stdout"]
    done = run(*command, *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout) > 1000


# --- full and closed outputs


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "args", [["--help"], ["split", "--help"], ["--version"], ["--version", "split"], ["schema"], ["rules", "--json"]]
)
@pytest.mark.parametrize("language", ["C.UTF-8", "zh_CN.UTF-8"])
def test_a_full_disk_is_one_line_for_every_command(args: list[str], language: str) -> None:
    env = {**os.environ, "LC_ALL": language}
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*NEWSSPLIT, *args], stdout=full, stderr=subprocess.PIPE, timeout=60, env=env)
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("newssplit: ")
    assert "No space left" in line or "磁盘已满" in line


@pytest.mark.parametrize("stderr", ["2>&-", "2>/dev/full"])
def test_messages_that_nobody_can_read_change_nothing(page: Path, stderr: str) -> None:
    done = shell(f"$N split missing.txt page.txt {stderr}", page.parent)
    assert done.returncode == 1
    assert json.loads(done.stdout) == json.loads(run("split", "page.txt", cwd=page.parent).stdout)


def test_standard_input_that_is_closed_is_a_mistake(page: Path) -> None:
    for command in ("split", "preview", "annotate"):
        done = shell(f"$N {command} - <&-", page.parent)
        assert (done.returncode, b"standard input is closed" in done.stderr) == (2, True)


def test_a_width_has_an_end(page: Path) -> None:
    """Lines of a hundred million columns took minutes, and the memory."""
    done = run("preview", "--width", 100_000_000, page)
    assert (done.returncode, b"20<=x<=1000" in done.stderr) == (2, True)


# --- sources stay


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A dump in GB18030 and its annotated issue, as `annotate` writes it."""
    path = tmp_path / "t.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    assert run("annotate", path, "-o", tmp_path / "t.issue").returncode == 0
    return path


@pytest.mark.parametrize("line_ends", ["\n", "\r\n"])
def test_compiling_beside_the_source_leaves_it_as_it_was(source: Path, line_ends: str) -> None:
    source.write_bytes(TEXT.replace("\n", line_ends).encode("gb18030"))
    for arguments in (["--compile"], ["--compile", "--force"]):
        done = run("annotate", *arguments, source.with_suffix(".issue"))
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert source.read_bytes() == TEXT.replace("\n", line_ends).encode("gb18030")
    assert json.loads((source.parent / "t.gold.json").read_text("utf-8"))["articles"]


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_source_with_another_text_is_never_written_over(source: Path, force: list[str]) -> None:
    issue = source.with_suffix(".issue")
    issue.write_text(issue.read_text("utf-8").replace("两岸三分钟到达", "两岸五分钟到达"), "utf-8")
    done = run("annotate", "--compile", *force, issue)
    assert done.returncode == 1
    assert errors_of(done)[0].startswith(f"newssplit: {source}:line 3: already exists, with another text; ")
    assert source.read_bytes() == TEXT.encode("gb18030")
    assert not (source.parent / "t.gold.json").exists()


def test_compiled_articles_are_written_over_by_force_alone(source: Path) -> None:
    issue, gold = source.with_suffix(".issue"), source.parent / "t.gold.json"
    gold.write_text("mine", "utf-8")
    done = run("annotate", "--compile", issue)
    assert (done.returncode, errors_of(done)) == (
        2,
        [f"newssplit: {gold}: already exists; to overwrite it: --force"],
    )
    assert gold.read_text("utf-8") == "mine"
    assert run("annotate", "--compile", "--force", issue).returncode == 0
    assert gold.read_text("utf-8") != "mine"


def test_compiling_without_the_source_writes_it(source: Path) -> None:
    source.unlink()
    assert run("annotate", "--compile", source.with_suffix(".issue")).returncode == 0
    assert source.read_text("utf-8") == TEXT


def test_annotating_does_not_write_over_its_input(source: Path) -> None:
    done = run("annotate", source, "-o", source, "--force")
    assert (done.returncode, "is one of the inputs" in errors_of(done)[0]) == (2, True)
    assert source.read_bytes() == TEXT.encode("gb18030")


def test_another_name_of_an_input_is_an_input(page: Path) -> None:
    os.link(page, page.parent / "other.json")
    done = run("split", page, "-o", page.parent / "other.json")
    assert (done.returncode, "is one of the inputs" in errors_of(done)[0]) == (2, True)


def test_a_file_for_each_article_is_written_over_no_input(page: Path) -> None:
    folder = page.parent
    assert run("split", page, "-f", "txt", "--out-dir", folder).returncode == 0
    first, *_ = sorted(folder.glob("page-*.txt"))
    before = first.read_bytes()
    done = run("split", page, first, "-f", "txt", "--out-dir", folder)
    assert (done.returncode, "is one of the inputs" in errors_of(done)[0]) == (1, True)
    assert first.read_bytes() == before
