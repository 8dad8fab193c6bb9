"""Whatever a name says, the path that is made of it stays below its folder, on every system."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newssplit.batch.names import OWN, is_below, safe_path, shown
from newssplit.batch.plan import Plan
from newssplit.batch.putting import output_name
from newssplit.batch.sources import Selection
from newssplit.batch.storage import remove
from newssplit.output.formats import FORMATS
from tests.batch_tools import converted, failures, issue, outputs

SAME = ["a.txt", "1998/03/01.txt", "人民日报/版1.txt", "a b", ".hidden/x.txt", "x/failures.jsonl", "a%b", "concert.txt"]
OTHER = {
    "C:/evil.txt": "C%3A/evil.txt",
    "c:evil.txt": "c%3Aevil.txt",
    "a.txt:stream": "a.txt%3Astream",
    "//server/share/x.txt": "server/share/x.txt",
    "\\\\server\\share\\x.txt": "%5C%5Cserver%5Cshare%5Cx.txt",
    "\\\\?\\C:\\x.txt": "%5C%5C%3F%5CC%3A%5Cx.txt",
    "/etc/passwd": "etc/passwd",
    "../../up.txt": "up.txt",
    "a/../../b.txt": "a/b.txt",
    "./a//b.txt": "a/b.txt",
    "..": "unnamed",
    "": "unnamed",
    "con": "con_",
    "CON.txt": "CON_.txt",
    "x/Aux.tar.gz": "x/Aux_.tar.gz",
    "nul .txt": "nul _.txt",
    "com1/lpt9.txt": "com1_/lpt9_.txt",
    "com¹.txt": "com¹_.txt",
    "conin$": "conin$_",
    "a./b.txt": "a%2E/b.txt",
    "a /b.txt ": "a%20/b.txt%20",
    "...": "..%2E",
    "tab\there\n\x7f\x85": "tab%09here%0A%7F%85",
    "a<b>c|d*e?f\"g": "a%3Cb%3Ec%7Cd%2Ae%3Ff%22g",
    "\udccd\udced.txt": "%CD%ED.txt",
    "failures.jsonl": "failures_.jsonl",
    "Failures.JSONL/n.txt": "Failures_.JSONL/n.txt",
    "ｆailures.jsonl": "ｆailures_.jsonl",
    "manifest.sqlite-wal": "manifest_.sqlite-wal",
    ".newssplit/unfinished/x.txt": ".newssplit_/unfinished/x.txt",
    "./../.Newssplit/x": ".Newssplit_/x",
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_ordinary_names_stay_as_they_are(name: str) -> None:
    assert safe_path(name) == name
    assert is_below(name)


@pytest.mark.parametrize(("name", "path"), OTHER.items(), ids=OTHER.values())
def test_other_names(name: str, path: str) -> None:
    assert safe_path(name) == path
    assert not is_below(name) or name.startswith(".newssplit/")


PIECES = [*"abCN.. /\\:~%", "..", "con", "nul.txt", "C:", "//", "\x00", "\n", "\udcff", "\ud800", "版", *sorted(OWN)]
names = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


@pytest.mark.parametrize("system", [PureWindowsPath, PurePosixPath])
@given(name=names)
@example("C:")
@example("a/C:/b")
@example("con.")
@example("con .txt.")
def test_every_path_is_below_its_folder(system: type[PurePath], name: str) -> None:
    path = safe_path(name)
    parts = path.split("/")
    out = system("out") / path
    assert out.parts == ("out", *parts)
    assert not system(path).anchor
    assert all(part and part not in (".", "..") for part in parts)
    for part in parts:
        assert not PureWindowsPath(part).is_reserved()
        assert part[-1] not in ". "
        assert part.isprintable() or not any(c < " " for c in part)
    assert parts[0].casefold() not in OWN
    path.encode()


@given(name=names)
def test_a_safe_path_is_safe(name: str) -> None:
    assert safe_path(safe_path(name)) == safe_path(name)
    assert is_below(safe_path(name))


@given(name=names)
def test_outputs_are_safe_whatever_the_format_adds(name: str) -> None:
    for form in FORMATS:
        assert is_below(output_name(name, form))


@given(names)
def test_what_is_shown_is_text(name: str) -> None:
    shown(name).encode()


def test_only_what_is_below_is_removed(tmp_path: Path) -> None:
    out, victim = tmp_path / "out", tmp_path / "victim.txt"
    (out / "a").mkdir(parents=True)
    own = [out / "failures.jsonl", out / "manifest.sqlite"]
    for path in (victim, out / "a/b.json", *own):
        path.touch()
    for name in ("../victim.txt", f"{victim}", "a/../../victim.txt", "", ".", "a", "failures.jsonl", "manifest.sqlite"):
        remove(str(out), name)
    assert all(path.exists() for path in (victim, out / "a/b.json", *own))
    remove(str(out), "a/b.json")
    assert sorted(os.listdir(out)) == ["failures.jsonl", "manifest.sqlite"]


def test_odd_names_of_files(tmp_path: Path) -> None:
    for name in ("con.txt", "a:b.txt", "tab\t.txt", "end./x.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(issue(1), encoding="utf-8")
    converted(Plan(str(tmp_path / "out")), tmp_path / "in")
    assert outputs(tmp_path / "out") == {"con_.json", "a%3Ab.json", "tab%09.json", "end%2E/x.json"}
    assert '"source": "a:b.txt"' in (tmp_path / "out/a%3Ab.json").read_text(encoding="utf-8")


def test_two_names_that_come_out_as_one(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("con.txt", "con_.txt", "other.txt"):
        (tmp_path / "in" / name).write_text(issue(1), encoding="utf-8")
    converted(Plan(str(tmp_path / "out")), tmp_path / "in")
    assert outputs(tmp_path / "out") == {"other.json"}
    told = failures(tmp_path / "out")
    assert set(told) == {"con.txt", "con_.txt"}
    assert all("another input would be written to con_.json too" in reason for reason in told.values())


def test_an_output_where_another_input_needs_a_folder(tmp_path: Path) -> None:
    """Which of the two came first decided, and the other failed with what the system said."""
    for name in ("a.txt", "a.json/1.txt", "a.json/b/2.txt", "c.json/3.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(issue(1), encoding="utf-8")
    converted(Plan(str(tmp_path / "out")), tmp_path / "in")
    assert outputs(tmp_path / "out") == {"c.json/3.json"}
    assert set(failures(tmp_path / "out")) == {"a.txt", "a.json/1.txt", "a.json/b/2.txt"}


def test_a_deep_tree(tmp_path: Path) -> None:
    """A search that went into each folder from the one above ended with a traceback at some 450."""
    deep = f"{tmp_path}/in/{'/'.join('d' * 600)}"
    os.makedirs(deep)
    Path(deep, "1.txt").write_text(issue(1), encoding="utf-8")
    tally = converted(Plan(str(tmp_path / "out")), tmp_path / "in")
    subprocess.run(["rm", "-rf", tmp_path / "in", tmp_path / "out"], check=True)  # Python's own does not go so deep
    assert (tally.issues, tally.failed) == (1, 0)


def test_the_name_of_the_manifest_is_taken(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/m.txt").write_text(issue(1), encoding="utf-8")
    plan = Plan(str(tmp_path / "out"), form="sqlite", manifest=str(tmp_path / "out/m.sqlite"))
    pytest.importorskip("sqlite_utils", reason="the extra sqlite is not installed")
    for _ in range(2):
        converted(plan, tmp_path / "in")
        assert failures(tmp_path / "out") == {"m.txt": "m.txt: m.sqlite has another meaning; rename the input"}


def test_what_is_written_for_another_input_stays(tmp_path: Path) -> None:
    """An output's name may go from one input to another; to prune the first would remove what the second one has."""
    source = tmp_path / "in"
    source.mkdir()
    selection = Selection(globs=("*",))
    (source / "a").write_text(issue(1), encoding="utf-8")
    converted(Plan(str(tmp_path / "out"), selection=selection), source)
    (source / "a").rename(source / "a.txt")
    converted(Plan(str(tmp_path / "out"), selection=selection, prune=True), source)
    assert outputs(tmp_path / "out") == {"a.json"}


def test_a_combined_file_gives_way_to_an_issue_of_its_name(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "articles.txt").write_text(issue(1), encoding="utf-8")
    converted(Plan(str(tmp_path / "out"), combine=True), source)
    converted(Plan(str(tmp_path / "out")), source)
    assert outputs(tmp_path / "out") == {"articles.json"}
