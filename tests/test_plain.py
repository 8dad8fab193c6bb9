"""A plain `newssplit split FILE` comes to the same without Typer as with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.main import get_command

from newssplit.cli import split as splitting_command
from newssplit.cli.commands import app_for
from newssplit.cli.plain import VALUED, asked_by, is_plain
from newssplit.output.formats import FORMATS
from newssplit.settings import KEYS, folder_of_user, variable

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
PAGE, OTHER = str(EXAMPLES / "county-2016.txt"), str(EXAMPLES / "taiwan-2019.txt")
NOWHERE = {"XDG_CONFIG_HOME": "/nonexistent"}
"""An environment that sets nothing."""


def options() -> dict[str, Any]:
    """Each spelling of each option of the command, with what Typer knows of it."""
    params = get_command(app_for(["split"])).commands["split"].params
    named = {name: param for param in params for name in (*param.opts, *param.secondary_opts)}
    return {name: param for name, param in named.items() if name.startswith("-")}  # files have no name


def asked_of_typer(words: list[str]) -> Any:
    """What the command hands on for these words; None where it has nothing to hand on."""
    asked = list[Any]()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(splitting_command, "split_issues", asked.append)
        patched.setattr(os, "environ", NOWHERE)
        try:
            get_command(app_for(["split"])).main(["split", *words], standalone_mode=False)
        except (Exception, SystemExit):
            return None
    return asked[0] if asked else None


OPTIONS = sorted({*options(), "--help", "-h", "--version", "--", "-", "-x", "--nothing"})
WORDS = st.sampled_from(
    ["a.txt", "b c.txt", "第一版.txt", "", "0", "split", "=", "out.csv", "o.xyz", "utf-8", "0.5", "2", *FORMATS]
    + [word for name in OPTIONS for word in (name, f"{name}=json", f"{name}json")]
)
PLAIN_WORDS = st.sampled_from(["a.txt", "第一版.txt", "out.csv", "json", "csv", *VALUED])


@given(st.lists(st.one_of(WORDS, PLAIN_WORDS, PLAIN_WORDS), max_size=6))
def test_what_is_read_without_typer_is_what_typer_reads(words: list[str]) -> None:
    asked = asked_by(words)
    assert asked is None or asked == asked_of_typer(words)


@pytest.mark.parametrize("name", OPTIONS)
@pytest.mark.parametrize("value", ["json", "0.5", "a.txt", "2", ""])
def test_every_option_is_read_as_by_typer_or_not_at_all(name: str, value: str) -> None:
    for words in ([name, value, "a.txt"], ["a.txt", name, value], [f"{name}={value}", "a.txt"], ["a.txt", name]):
        asked = asked_by(words)
        assert asked is None or (name in VALUED and asked == asked_of_typer(words)), words


@pytest.mark.parametrize(
    "words",
    [["a"], ["a", "b"], ["a", "-o", "b"], ["--output", "b", "a"], ["-f", "csv", "a", "--output", "b"], ["split"]],
)
def test_plain_words_are_read_without_typer(words: list[str]) -> None:
    assert asked_by(words) is not None


def test_options_that_are_read_take_one_value_each() -> None:
    known = options()
    for name in VALUED:
        assert not known[name].is_flag
        assert not known[name].multiple
        assert known[name].nargs == 1


def test_a_command_line_is_plain_where_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_plain(["split", "a"], NOWHERE)
    assert is_plain(["split", "a"], NOWHERE | {"NEWSSPLIT_NO_CACHE": "1"})
    assert not is_plain(["batch", "a"], NOWHERE)
    assert not is_plain([], NOWHERE)
    assert not is_plain(["--version", "split"], NOWHERE)
    for key in KEYS:
        assert not is_plain(["split", "a"], NOWHERE | {variable(key): ""})
    assert not is_plain(["split", "a"], NOWHERE | {"_NEWSSPLIT_COMPLETE": "complete_bash"})


def test_it_is_not_plain_where_a_file_sets_options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "home")}
    own = Path(folder_of_user(environment), "newssplit.toml")
    own.parent.mkdir(parents=True)
    own.write_text("[options]\n")
    assert not is_plain(["split", "a"], environment)
    own.unlink()
    assert is_plain(["split", "a"], environment)
    Path("newssplit.toml").symlink_to("nowhere")
    assert not is_plain(["split", "a"], environment)


def done(words: list[str], folder: Path, **environment: str) -> tuple[int, bytes, bytes, dict[str, bytes]]:
    """What a command ends with, prints, says and writes."""
    folder.mkdir()
    command = [sys.executable, "-m", "newssplit", "split", *words]
    env = {name: value for name, value in os.environ.items() if not name.startswith("NEWSSPLIT_")}
    ended = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, env={**env, **NOWHERE, **environment})
    return ended.returncode, ended.stdout, ended.stderr, {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    "words",
    [
        [PAGE],
        [PAGE, "nothing.txt", OTHER],
        [PAGE, "-f", "csv"],
        [PAGE, "-o", "a.jsonl"],
        [PAGE, "-o", "a.xyz"],
        [PAGE, "-o", "a.xyz", "-f", "md"],
        [PAGE, "-o", PAGE],
        ["nothing.txt", "-o", "a.json"],
        [str(EXAMPLES)],
        [sys.executable],
    ],
)
@pytest.mark.parametrize("language", ["C.UTF-8", "zh_CN.UTF-8"])
def test_both_ways_end_alike(words: list[str], language: str, tmp_path: Path) -> None:
    assert asked_by(words) is not None
    plain = done(words, tmp_path / "plain", LC_ALL=language)
    assert plain == done(words, tmp_path / "typer", LC_ALL=language, NEWSSPLIT_VERBOSE="0")


@pytest.mark.parametrize(
    ("beginning", "said"),
    [
        ("import atexit; atexit.register(print, 'the end')", "the end\n"),
        ("import sys; sys.setprofile(lambda *_: None)", ""),
        ("import sys; sys.settrace(lambda *_: None)", ""),
    ],
)
def test_who_waits_for_the_end_gets_it(beginning: str, said: str) -> None:
    program = f"""
{beginning}
import os, runpy
os._exit = None
runpy.run_module("newssplit", run_name="__main__", alter_sys=True)
"""
    command = [sys.executable, "-c", program, "split", PAGE]
    ended = subprocess.run(command, capture_output=True, timeout=60, env={**os.environ, **NOWHERE})
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert ended.stdout.endswith(f"]\n{said}".encode())


def test_nobody_else_does(tmp_path: Path) -> None:
    program = """
import os, runpy
end = os._exit
os._exit = lambda code: (print("at once", code, flush=True), end(code))
runpy.run_module("newssplit", run_name="__main__", alter_sys=True)
"""
    for name, code in ((PAGE, 0), ("nothing.txt", 1)):
        command = [sys.executable, "-c", program, "split", name]
        ended = subprocess.run(command, capture_output=True, timeout=60, env={**os.environ, **NOWHERE})
        assert (ended.returncode, ended.stdout.splitlines()[-1]) == (code, f"at once {code}".encode())
