"""`newssplit batch`: which inputs there are, where their outputs go, what a run says and leaves behind."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from newssplit.batch.passed import MOST_TYPES, Seen
from newssplit.batch.plan import Plan
from newssplit.batch.sources import Selection, Source, listed, sources
from newssplit.batch.stream import InputOptions
from tests.batch_tools import batch, converted, corpus, failures, issue, outputs, rows, tree


def names(*inputs: Path, alone: bool = True, **selection: object) -> set[str]:
    found = sources(map(str, inputs), Selection(**selection), alone=alone)  # type: ignore[arg-type]
    return {source.name for source in found if not source.problem}


def write(folder: Path, *paths: str) -> Path:
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(issue(len(path)), encoding="utf-8")
    return folder


def test_a_tree_of_mixed_encodings(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = batch(corpus(tmp_path / "in", 8), "--out", out, "--format", "jsonl", "--jobs", 2)
    assert done.returncode == 1
    assert outputs(out) == {f"{n % 4}/{n:03}.jsonl" for n in range(8)} | {"1/big5.jsonl"}
    assert failures(out) == {
        "2/broken.txt": f"{tmp_path}/in/2/broken.txt:byte 0: is binary data, not text; give the text of the issue"
    }
    assert "10 issues: 9 converted, 0 unchanged, 1 failed" in done.stderr
    assert "Traceback" not in done.stderr
    records = [json.loads(line) for line in (out / "1/005.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {(record["source"], record["encoding"]) for record in records} == {("1/005.txt", "gb18030")}
    known = {row["name"]: row for row in rows(out)}
    assert known["1/005.txt"]["articles"] == len(records)
    assert known["1/big5.txt"]["encoding"] == "cp950"
    assert (known["2/broken.txt"]["state"], known["2/broken.txt"]["output"]) == ("failed", None)
    assert known["0/000.txt"]["size"] == (tmp_path / "in/0/000.txt").stat().st_size


@pytest.mark.parametrize(("form", "many"), [("json", 2), ("csv", 3)])
def test_same_bytes_for_any_number_of_jobs(tmp_path: Path, form: str, many: int) -> None:
    source = corpus(tmp_path / "in", 40)
    trees = []
    for jobs in (1, many):
        out = tmp_path / f"out-{form}-{jobs}"
        assert batch(source, "--out", out, "--format", form, "--jobs", jobs, "-q").returncode == 1
        trees.append(tree(out))
    assert trees[0] == trees[1]
    assert len(trees[0]) == 42


def test_output_is_what_split_gives(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    converted(Plan(str(tmp_path / "out")), tmp_path / "a.txt")
    split = [sys.executable, "-m", "newssplit", "split", "a.txt"]
    alone = subprocess.run(split, cwd=tmp_path, capture_output=True, check=True)
    assert (tmp_path / "out/a.json").read_bytes() == alone.stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--min-confidence", "0.9"),
        ("--min-confidence", "1", "--low", "withhold"),
        ("--keep-duplicates",),
        ("--to", "tw", "--punctuation", "halfwidth", "--encoding", "gbk", "--errors", "replace"),
    ],
)
def test_options_do_what_they_do_for_split(tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(issue(1) + issue(2) + issue(1), encoding="gb18030")
    split = [sys.executable, "-m", "newssplit", "split", "a.txt", *options]
    alone = subprocess.run(split, cwd=tmp_path, capture_output=True, check=True)
    done = batch("a.txt", "--out", "out", *options, cwd=tmp_path)
    assert (done.returncode, (tmp_path / "out/a.json").read_bytes()) == (0, alone.stdout)
    assert ("below a confidence" in done.stderr) == ("withhold" in options)


def test_low_needs_a_bound(tmp_path: Path) -> None:
    done = batch(tmp_path, "--out", tmp_path / "out", "--low", "withhold")
    assert (done.returncode, (tmp_path / "out").exists()) == (2, False)
    assert "--min-confidence X" in done.stderr


def test_names_of_one_folder_and_of_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "x/1.txt", "y/1.txt", "y/deep/2.TXT", "y/notes.md", "y/.hidden.txt", "y/.git/3.txt")
    assert names(tmp_path / "y") == {"1.txt", "deep/2.TXT"}
    assert names(tmp_path / "y/1.txt") == {"1.txt"}
    monkeypatch.chdir(tmp_path)
    assert names(Path("x"), Path("y"), alone=False) == {"x/1.txt", "y/1.txt", "y/deep/2.TXT"}
    assert names(tmp_path / "y/deep", base=str(tmp_path)) == {"y/deep/2.TXT"}
    monkeypatch.chdir(tmp_path / "x")
    assert names(tmp_path / "y/1.txt", alone=False) == {f"{tmp_path}/y/1.txt"[1:]}


def test_globs_and_the_output_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.dat", "1998/c.dat", "1999/c.dat", "out/old.txt")
    out = str(tmp_path / "out")
    assert names(tmp_path, out=out) == {"a.txt"}
    assert names(tmp_path, out=out, globs=("*.dat",)) == {"b.dat", "1998/c.dat", "1999/c.dat"}
    assert names(tmp_path, out=out, globs=("1998/*", "a*")) == {"a.txt", "1998/c.dat"}
    assert names(tmp_path, out=out, globs=("+1998/*",)) == names(tmp_path, out=out) | {"1998/c.dat"}
    assert names(tmp_path, out=out, globs=("[+]*",)) == set()


def archived(path: Path, members: dict[str, bytes]) -> Path:
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in members.items():
                archive.writestr(name, data)
    else:
        with tarfile.open(path, "w:gz" if path.suffix == ".gz" else "w") as archive:
            for name, data in members.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
    return path


@pytest.mark.parametrize("ending", ["zip", "tar.gz", "tar"])
def test_archives(tmp_path: Path, ending: str) -> None:
    pages = {f"1998/{n:02}.txt": issue(n).encode("gb18030") for n in range(20)}
    pages |= {"../../evil.txt": issue(20).encode(), "readme.md": b"no issue", "__MACOSX/1.txt": b"\0"}
    path = archived(tmp_path / f"dump.{ending}", pages)
    plan = Plan(str(tmp_path / "out"))
    tally = converted(plan, path)
    assert (tally.converted, tally.failed) == (21, 0)
    assert outputs(tmp_path / "out") == {f"1998/{n:02}.json" for n in range(20)} | {"evil.json"}
    assert not (tmp_path.parent / "evil.json").exists()
    archived(path, {**pages, "1998/03.txt": issue(99).encode()})
    tally = converted(plan, path)
    assert (tally.converted, tally.unchanged) == (1, 20)
    assert "99" in (tmp_path / "out/1998/03.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["zip", "tar.gz"])
def test_a_broken_archive_costs_itself_only(tmp_path: Path, ending: str) -> None:
    source = write(tmp_path / "in", "good.txt")
    pages = {f"{n}.txt": issue(n).encode() + os.urandom(3000).hex().encode() for n in range(9)}
    data = archived(source / f"cut.{ending}", pages).read_bytes()
    (source / f"cut.{ending}").write_bytes(data[: len(data) // 2])
    tally = converted(Plan(str(tmp_path / "out")), source)
    assert "good.json" in outputs(tmp_path / "out")
    assert tally.issues == tally.converted + tally.failed < 11
    assert "cannot be unpacked" in failures(tmp_path / "out")[f"cut.{ending}"]


@pytest.mark.parametrize("ending", ["zip", "tar.gz"])
def test_what_is_said_of_members_names_them(tmp_path: Path, ending: str) -> None:
    members = {"1.txt": issue(1).encode(), "broken.txt": b"\0\0\0\0", "empty.txt": b""}
    path = archived(tmp_path / f"dump.{ending}", members)
    done = batch(path, "--out", tmp_path / "out")
    broken = f"broken.txt ({path}):byte 0: is binary data, not text; give the text of the issue"
    assert failures(tmp_path / "out") == {"broken.txt": broken}
    assert f"newssplit: {broken}\n" in done.stderr
    assert f"newssplit: empty.txt ({path}): warning: is empty: no articles\n" in done.stderr


def test_a_locked_member(tmp_path: Path) -> None:
    path = archived(tmp_path / "dump.zip", {"1.txt": issue(1).encode()})
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + flags] |= 1
    path.write_bytes(data)
    converted(Plan(str(tmp_path / "out")), path)
    assert failures(tmp_path / "out") == {"1.txt": f"1.txt ({path}): is locked with a password; unpack it first"}


def test_names_in_archives_packed_by_windows(tmp_path: Path) -> None:
    """GBK bytes without the flag for UTF-8, parted by backslashes; zipfile reads them as code page 437."""
    path, packed = tmp_path / "dump.zip", "人民日报\\版1.txt".encode("gb18030")
    placeholder = b"x" * (len(packed) - 4) + b".txt"
    archived(path, {placeholder.decode(): issue(1).encode()})
    path.write_bytes(path.read_bytes().replace(placeholder, packed))
    assert names(path) == {"人民日报/版1.txt"}
    converted(Plan(str(tmp_path / "out")), path)
    assert outputs(tmp_path / "out") == {"人民日报/版1.json"}


def test_lists(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt", "b b.txt", "c\n.txt", "folder/d.txt")
    found = b"a.txt\0b b.txt\0c\n.txt\0folder\0"
    done = batch("--files-from", "-", "--out", "out", cwd=source, input=found.decode())
    assert done.returncode == 0, done.stderr
    assert outputs(source / "out") == {"a.json", "b b.json", "c%0A.json", "folder/d.json"}
    (tmp_path / "list").write_text("a.txt\r\n\nnowhere.txt\n", encoding="utf-8")
    done = batch("--files-from", "list", "--out", "out2", cwd=source)
    assert (done.returncode, outputs(source / "out2")) == (1, {"a.json"})
    assert failures(source / "out2") == {"nowhere.txt": "nowhere.txt: there is no such file; check the path"}


def test_long_lists_are_read_in_blocks() -> None:
    paths = [f"folder/{n}/版.txt" for n in range(20_000)]
    for mark, nul in (("\n", False), ("\0", False), ("\0", True)):
        assert list(listed(io.BytesIO(mark.join(paths).encode()), nul)) == paths
    assert list(listed(io.BytesIO(b"one line\nis one path"), True)) == ["one line\nis one path"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero here")
def test_what_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * 200_000)
    for path in ("/dev/zero", tmp_path / "long"):
        done = batch("--files-from", path, "--out", tmp_path / "out")
        said = "newssplit: is not a list of paths; give one path per line, or separate them by NUL bytes\n"
        assert (done.returncode, done.stderr) == (1, said)


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    name = os.fsdecode("晚报.txt".encode("gb18030"))
    write(tmp_path / "in", name)
    converted(Plan(str(tmp_path / "out")), tmp_path / "in")
    assert outputs(tmp_path / "out") == {"%CD%ED%B1%A8.json"}


def test_two_inputs_for_one_output(tmp_path: Path) -> None:
    source = write(tmp_path / "in", "a", "a.txt", "b.txt", "failures.txt")
    plan = Plan(str(tmp_path / "out"), form="jsonl", selection=Selection(globs=("*",)))
    tally = converted(plan, source)
    assert (tally.issues, outputs(tmp_path / "out")) == (4, {"b.jsonl", "failures_.jsonl"})
    assert set(failures(tmp_path / "out")) == {"a", "a.txt"}


def test_two_inputs_for_one_output_made_of_parts(tmp_path: Path) -> None:
    pytest.importorskip("datasketch", reason="the extra stories is not installed")
    source = write(tmp_path / "in", "a", "a.txt", "b.txt")
    selection = Selection(globs=("*",))
    assert converted(Plan(str(tmp_path / "1"), selection=selection, stories=True), source).failed == 2
    assert converted(Plan(str(tmp_path / "2"), selection=selection, combine=True), source).failed == 0


def test_an_input_given_twice_counts_once(tmp_path: Path) -> None:
    source = write(tmp_path / "in", "a.txt")
    assert converted(Plan(str(tmp_path / "out")), source / "a.txt", source / "a.txt", source).issues == 1


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    source = write(tmp_path / "in", "a.txt")
    os.mkfifo(source / "pipe.txt")
    (source / "dead.txt").symlink_to("nowhere")
    converted(Plan(str(tmp_path / "out")), source)
    assert outputs(tmp_path / "out") == {"a.json"}
    reasons = failures(tmp_path / "out")
    assert "is a device or pipe, not a file" in reasons["pipe.txt"]
    assert "no such file" in reasons["dead.txt"]


def test_never_over_an_input(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt")
    before = (source / "a.txt").read_bytes()
    converted(Plan(str(tmp_path), form="txt"), source / "a.txt")
    assert (source / "a.txt").read_bytes() == before
    assert failures(tmp_path) == {"a.txt": "a.txt: is an input of this run; choose another --out"}
    (tmp_path / "out").mkdir()
    (tmp_path / "out/b.txt").hardlink_to(write(tmp_path, "b.txt") / "b.txt")
    converted(Plan(str(tmp_path / "out"), form="txt"), source / "b.txt")
    assert "is the input itself" in failures(tmp_path / "out")["b.txt"]


def test_never_over_another_input(tmp_path: Path) -> None:
    """a.json is an input by its pattern, and where the articles of a.txt would go."""
    write(tmp_path, "a.txt", "a.json")
    before = (tmp_path / "a.json").read_bytes()
    plan = Plan(str(tmp_path), selection=Selection(globs=("*.txt", "a.json")))
    converted(plan, tmp_path)
    assert (tmp_path / "a.json").read_bytes() == before
    assert failures(tmp_path) == {"a.txt": "a.json: is an input of this run; choose another --out"}
    assert (tmp_path / "a.json.json").exists()


def test_fail_fast(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in", 40)
    done = batch(source, "--out", tmp_path / "out", "--fail-fast", "--jobs", 1)
    assert done.returncode == 1
    assert "stopped early" in done.stderr
    assert set(failures(tmp_path / "out")) == {"2/broken.txt"}
    assert len(rows(tmp_path / "out")) < 42


def test_combined_file(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in", 12)
    for jobs in (1, 3):
        batch(source, "--out", tmp_path / f"{jobs}", "--combine", "--format", "csv", "--jobs", jobs)
    text = (tmp_path / "1/articles.csv").read_text(encoding="utf-8")
    assert text == (tmp_path / "3/articles.csv").read_text(encoding="utf-8")
    found = [row["source"] for row in csv.DictReader(io.StringIO(text))]
    assert found == sorted(found)
    assert len(set(found)) == 13
    (source / "0/000.txt").write_text(issue(77), encoding="utf-8")
    (source / "3/003.txt").unlink()
    batch(source, "--out", tmp_path / "1", "--combine", "--format", "csv")
    batch(source, "--out", tmp_path / "anew", "--combine", "--format", "csv")
    assert (tmp_path / "1/articles.csv").read_bytes() == (tmp_path / "anew/articles.csv").read_bytes() != text.encode()


def test_dataset(tmp_path: Path) -> None:
    dataset = pytest.importorskip("pyarrow.dataset", reason="the extra parquet is not installed")
    source = tmp_path / "in"
    source.mkdir()
    for n, (paper, day) in enumerate(
        [("滨江日报", "1998年3月1日"), ("滨江日报", "1999年3月1日"), ("城北晚报", "1998年5月4日")]
    ):
        (source / f"{n}.txt").write_text(f"{paper} {day} 第1版\n{issue(n)}", encoding="utf-8")
    plan = Plan(str(tmp_path / "out"), form="parquet", combine=True)
    converted(plan, source)
    table = dataset.dataset(str(tmp_path / "out/articles"), partitioning="hive").to_table()
    assert table.num_rows == sum(row["articles"] for row in rows(tmp_path / "out"))
    folders = {Path(name).parent.as_posix() for name in outputs(tmp_path / "out") if name.endswith(".parquet")}
    assert all(folder.startswith("articles/newspaper=") and "/year=" in folder for folder in folders)
    before = tree(tmp_path / "out")
    (source / "2.txt").unlink()
    converted(plan, source)
    converted(Plan(str(tmp_path / "anew"), form="parquet", combine=True), source)
    assert {k: v for k, v in tree(tmp_path / "out").items() if k.startswith("articles")} == {
        k: v for k, v in tree(tmp_path / "anew").items() if k.startswith("articles")
    }
    assert before != tree(tmp_path / "out")


PASSED = ["a.TXT", "b.dat", "c.md", "d.md", "e.jpg", "README", ".f.txt", ".git/g.txt", "x/h.JPG", "weird.what-is-this"]


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    """Of `a.TXT b.dat c.md` one was converted, and there was no word on the others."""
    source = write(tmp_path / "in", *PASSED)
    archived(source / "i.zip", {"j.txt": issue(1).encode(), "k.csv": b"", "nested.zip": b""})
    done = batch(source, "--out", tmp_path / "out")
    assert outputs(tmp_path / "out") == {"a.TXT.json", "i.zip/j.json"}
    counts = "2 .jpg, 2 .md, 2 hidden, 1 .csv, 1 .dat, 1 .zip, 2 of other types"
    said = f"newssplit: passed over {counts}; if there is text in them: --glob '+*.md'\n"
    assert (done.returncode, said in done.stderr) == (0, True), done.stderr
    events = batch(source, "--out", tmp_path / "out", "--log-json").stderr.splitlines()
    passed = {".md": 2, ".jpg": 2, "hidden": 2, ".csv": 1, ".dat": 1, ".zip": 1}
    assert json.loads(events[-1])["passed_over"] == {**passed, "of other types": 1, "without extension": 1}
    done = batch(source, "--out", tmp_path / "out", "--glob", "*.TXT", "--glob", "*.md", "--glob", "*.txt")
    assert "--glob '*.TXT' --glob '*.md' --glob '*.txt' --glob '*.dat'" in done.stderr
    assert "passed over" not in batch(source / "a.TXT", "--out", tmp_path / "out").stderr


NOTHING = {
    ("c.jpg", "page.djvu"): "passed over 1 .djvu, 1 .jpg; convert them to text first",
    ("a.md", "b.md", "c.jpg"): "passed over 2 .md, 1 .jpg; if there is text in them: --glob '+*.md'",
    (".a.txt",): "passed over 1 hidden; names that begin with a dot are never read",
    (): "there are no files; check the path",
}


@pytest.mark.parametrize(("names", "said"), NOTHING.items(), ids=["no text", "other names", "hidden", "empty"])
def test_nothing_to_convert(tmp_path: Path, names: tuple[str, ...], said: str) -> None:
    """It was a success: `0 issues … 0 failed`."""
    source = write(tmp_path / "in", *names)
    source.mkdir(exist_ok=True)
    done = batch(source, "--out", tmp_path / "out")
    assert (done.returncode, done.stderr) == (2, f"newssplit: nothing to convert: {said}\n")
    assert not (tmp_path / "out").exists()
    done = batch(source, "--out", tmp_path / "out", "--log-json")
    assert (done.returncode, json.loads(done.stderr.splitlines()[-1])["event"]) == (2, "broken")


def test_nothing_to_convert_leaves_what_there_was(tmp_path: Path) -> None:
    """A drive that is not mounted is an empty folder; --prune is not meant for that."""
    source, out = write(tmp_path / "in", "a.txt"), tmp_path / "out"
    batch(source, "--out", out)
    before = tree(out)
    (source / "a.txt").rename(tmp_path / "a.txt")
    assert batch(source, "--out", out, "--prune").returncode == 2
    assert tree(out) == before
    (tmp_path / "a.txt").rename(source / "a.txt")
    assert "0 converted, 1 unchanged" in batch(source, "--out", out).stderr


def test_an_empty_list_is_nothing_to_complain_about(tmp_path: Path) -> None:
    """`find -newer` finds nothing on most days."""
    done = batch("--files-from", "-", "--out", tmp_path / "out", input="")
    assert (done.returncode, "0 issues: 0 converted" in done.stderr) == (0, True)


def test_types_of_names_are_bounded() -> None:
    seen = Seen()
    for n in range(5000):
        seen.pass_over(f"a/b.{n}")
    seen.pass_over("c.0")
    seen.pass_over("trailing.")
    assert len(seen.counts) <= MOST_TYPES + 2
    assert sum(seen.counts.values()) == 5002
    assert seen.told() == "2 .0, 1 .1, 1 .10, 1 .100, 1 .101, 1 .102, 4,995 of other types"


@pytest.mark.parametrize(
    ("option", "value"),
    [("--timeout", "nan"), ("--timeout", "-1"), ("--timeout", "soon"), ("--max-size", "2T"), ("--max-ratio", "-1")],
)
def test_limits_that_are_none(tmp_path: Path, option: str, value: str) -> None:
    done = batch(tmp_path, "--out", tmp_path / "o", option, value)
    assert (done.returncode, option in done.stderr) == (2, True)
    assert not (tmp_path / "o").exists()


def test_usage_errors(tmp_path: Path) -> None:
    assert batch("--out", tmp_path / "out", stdin=subprocess.DEVNULL).returncode == 2
    assert batch(tmp_path).returncode == 2
    assert batch(tmp_path, "--out", tmp_path / "o", "--format", "docx").returncode == 2
    assert not (tmp_path / "o").exists()


def test_what_is_said(tmp_path: Path) -> None:
    source = corpus(tmp_path / "in", 6)
    quiet = batch(source, "--out", tmp_path / "1", "-q")
    reason = f"{source}/2/broken.txt:byte 0: is binary data, not text; give the text of the issue"
    assert quiet.stderr == f"newssplit: {reason}\n"
    events = [json.loads(line) for line in batch(source, "--out", tmp_path / "2", "--log-json").stderr.splitlines()]
    assert [event["input"] for event in events if event["event"] == "failed"] == ["2/broken.txt"]
    assert (events[-1]["event"], events[-1]["converted"], events[-1]["failed"]) == ("summary", 7, 1)
    (tmp_path / "taken").touch()
    done = batch(source, "--out", tmp_path / "taken", "--log-json")
    assert done.returncode == 1
    assert json.loads(done.stderr) == {
        "event": "broken",
        "error": f"{tmp_path}/taken: cannot be made: File exists; choose another folder",
    }


def test_a_source_knows_its_stamp(tmp_path: Path) -> None:
    source = write(tmp_path, "a.txt")
    (found,) = sources([str(source / "a.txt")], Selection(), alone=True)
    assert found == Source("a.txt", str(source / "a.txt"), None, found.stamp)
    assert found.stamp.size == (source / "a.txt").stat().st_size


def test_options_for_reading_count(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.txt").write_bytes(issue(1).encode() + b"\xff\xfe")
    plan = Plan(str(tmp_path / "out"))
    assert converted(plan, source).failed == 1
    replacing = Plan(str(tmp_path / "out"), reading=InputOptions("utf-8", "replace"))
    tally = converted(replacing, source)
    assert (tally.converted, tally.failed) == (1, 0)
    assert json.loads(rows(tmp_path / "out")[0]["warnings"])
    assert failures(tmp_path / "out") == {}
