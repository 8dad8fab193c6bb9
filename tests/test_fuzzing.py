"""The fuzzer: what it once found stays mended, and it finds what is planted."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newssplit
from newssplit import Issue
from tests.fuzzing import __main__ as driver
from tests.fuzzing import checks, inputs, session
from tests.fuzzing.mutations import MUTATIONS, mutated
from tests.fuzzing.session import CURRENT, Session
from tests.fuzzing.shrinking import shrunk

FOUND = sorted((Path(__file__).parent / "fuzzing" / "found").glob("*.txt"))
ROOT = Path(__file__).parents[1]
LINES = st.lists(st.text("新桥。（记\u3000 \t", max_size=12), min_size=1, max_size=8)
NUMBERS = st.integers(0, 1 << 16)


@pytest.mark.parametrize("path", FOUND, ids=[path.stem for path in FOUND])
def test_what_was_found_once_stays_mended(path: Path) -> None:
    checks.check(path.read_bytes().decode("utf-8", "surrogatepass"))


@given(LINES, NUMBERS, NUMBERS)
def test_every_mutation_takes_any_lines(lines: list[str], a: int, b: int) -> None:
    for which in range(len(MUTATIONS)):
        step = [(which, a, b)]
        assert mutated(list(lines), step) == mutated(list(lines), step)


def test_every_mutation_changes_something() -> None:
    lines = ["标题一", "　　本报讯（记者 李明）昨天，新桥通车了。", "", "标题二", "　　市民都说好。"]
    for change in MUTATIONS:
        assert any(change(list(lines), a, b) != lines for a in range(5) for b in range(5)), change.__name__


def test_inputs_are_pieces_of_all_issues() -> None:
    assert len(inputs.sources()) == len(list((ROOT / "tests" / "golden").rglob("*.issue")))
    assert all(inputs.dump(0, damage) for damage in range(3))


def forgetful(text: str) -> Issue:
    """What would be found if the program lost the last character of an item with a caption."""
    issue = newssplit.split(text)
    assert not any(article.kind == "photo" for article in issue.articles), "lost"
    return issue


def test_a_fault_is_found_made_small_and_written_down(tmp_path: Path) -> None:
    run = Session(tmp_path / "state", tmp_path / "found", seed=1, check=forgetful)
    run.run(seconds=600, most=3000)
    ((fault, count),) = run.faults.items()
    assert (fault.startswith("AssertionError in test_fuzzing.forgetful: assert not any("), count) == (True, 1)
    (path,) = (tmp_path / "found").iterdir()
    text = path.read_text("utf-8")
    with pytest.raises(AssertionError, match="lost"):
        forgetful(text)
    assert all(not _fails(text[:at] + text[at + 1 :]) for at in range(len(text)))


def _fails(text: str) -> bool:
    try:
        forgetful(text)
    except AssertionError:
        return True
    return False


def test_what_showed_something_new_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(session, "FRESH", 1)  # the same seed, the same inputs
    first = Session(tmp_path, tmp_path / "found", seed=1, check=newssplit.split)
    first.run(seconds=600, most=20)
    assert first.inputs == 20
    assert 0 < first.new == len(list((tmp_path / "corpus").iterdir()))
    again = Session(tmp_path, tmp_path / "found", seed=1, check=newssplit.split)
    again.run(seconds=600, most=20)
    assert (again.inputs, again.new) == (20, 0)


def test_another_process_must_give_the_same_articles(tmp_path: Path) -> None:
    Session(tmp_path, tmp_path / "found", seed=1).run(seconds=600, most=3)
    sample = json.loads((tmp_path / "sample.json").read_text("utf-8"))
    (tmp_path / "sample.json").write_text(json.dumps({**sample, "digest": "0"}), "utf-8")
    other = Session(tmp_path, tmp_path / "found", seed=2)
    other.run(seconds=600, most=0)
    assert list(other.faults) == ["another process gives other articles"]


def test_another_program_may_give_other_articles(tmp_path: Path) -> None:
    Session(tmp_path, tmp_path / "found", seed=1).run(seconds=600, most=3)
    sample = json.loads((tmp_path / "sample.json").read_text("utf-8"))
    (tmp_path / "sample.json").write_text(json.dumps({**sample, "digest": "0", "source": "of another day"}), "utf-8")
    other = Session(tmp_path, tmp_path / "found", seed=2)
    other.run(seconds=600, most=0)
    assert not other.faults


HANGING = """
import os, sys
from pathlib import Path
from tests.fuzzing import __main__ as fuzzing, session
session.HANGS_AFTER = 1
def hang(text):
    while True: pass
if "--inside" in sys.argv:
    plain = session.Session.__post_init__
    def planted(self):
        plain(self)
        self.check = hang
    session.Session.__post_init__ = planted
sys.exit(fuzzing.main())
"""


def test_a_hang_is_ended_and_its_input_written_down(tmp_path: Path) -> None:
    program = tmp_path / "hanging.py"
    program.write_text(HANGING, "utf-8")
    command = [
        sys.executable,
        str(program),
        "--inside",
        f"--state={tmp_path}",
        f"--found={tmp_path / 'found'}",
        "--seed=1",
    ]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Timeout" in done.stderr
    assert json.loads((tmp_path / CURRENT).read_text("utf-8"))["inputs"] == 1


def test_the_input_at_which_a_session_died_becomes_a_regression(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    died = subprocess.CompletedProcess([], returncode=-9, stdout="")
    monkeypatch.setattr(driver.subprocess, "run", lambda *_, **__: died)
    (tmp_path / CURRENT).write_text(json.dumps({"inputs": 9, "text": "新桥"}), "utf-8")
    options = argparse.Namespace(state=tmp_path, found=tmp_path / "found", folder=[], keep_going=False)
    came = driver._session(options, seed=7, seconds=1, most=1)
    assert came == {"inputs": 9, "new": 0, "faults": {"died or hung (exit code -9)": 1}}
    assert (tmp_path / "found" / "hang-7.txt").read_text("utf-8") == "新桥"


@given(st.lists(st.sampled_from("abcx\n"), max_size=30).map("".join))
def test_shrinking_leaves_what_fails(text: str) -> None:
    def fails(shorter: str) -> bool:
        return shorter.count("x") >= 2

    if fails(text):
        assert shrunk(text, fails) == "xx"
