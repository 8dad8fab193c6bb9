"""Options from the environment and from newssplit.toml, in the working folder and in the user's."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from newssplit.cli.commands import COMMANDS, app_for
from newssplit.cli.config import COMMANDS as CONFIGURED
from newssplit.settings import KEYS
from tests.test_cli import errors_of, run

PAGE = "新桥昨日通车\n本报讯（记者 李明）新桥昨天通车了，两岸相距三分钟，市民都说好。\n"
DOCS = Path(__file__).parents[1] / "docs" / "options.md"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a page, and a folder of the user's."""
    (tmp_path / "config" / "newssplit").mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.txt").write_text(PAGE, "utf-8")
    return tmp_path / "work"


def user(place: Path, text: str) -> None:
    (place.parent / "config" / "newssplit" / "newssplit.toml").write_text(text, "utf-8")


def project(place: Path, text: str) -> None:
    (place / "newssplit.toml").write_text(text, "utf-8")


def split(place: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return run("split", "a.txt", *arguments, cwd=place, env={**os.environ, **environment})


def form_of(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 0, done.stderr.decode()
    return {b"[": "json", b"{": "jsonl", b"i": "csv", b"#": "md", b"a": "txt"}[done.stdout[:1]]


def test_the_command_line_wins_then_the_environment_the_project_the_user(place: Path) -> None:
    assert form_of(split(place)) == "json"
    user(place, '[options]\nformat = "csv"\n')
    assert form_of(split(place)) == "csv"
    project(place, '[options]\nformat = "jsonl"\n')
    assert form_of(split(place)) == "jsonl"
    assert form_of(split(place, NEWSSPLIT_FORMAT="md")) == "md"
    assert form_of(split(place, "-f", "json", NEWSSPLIT_FORMAT="md")) == "json"
    assert form_of(split(place, NEWSSPLIT_FORMAT="")) == "jsonl"


def test_values_of_every_sort(place: Path) -> None:
    project(
        place,
        '[options]\nformat = "jsonl"\nmin-confidence = 1\nlow = "mark"\nnewspaper = "江城日报"\nverbose = true\n'
        'path-pattern = ["x{page}.txt", "a{page}.txt"]\n',
    )
    (place / "a7.txt").write_text(PAGE, "utf-8")
    done = run("split", "a7.txt", cwd=place)
    record = json.loads(done.stdout)
    assert (record["newspaper"], record["page"], record["low_confidence"]) == ("江城日报", "7", True)
    assert errors_of(done) == ["newssplit: a7.txt: read as utf-8, 40 characters"]
    assert not run("split", "a7.txt", cwd=place, env={**os.environ, "NEWSSPLIT_VERBOSE": "no"}).stderr


def test_batch_takes_them_and_goes_on_where_nothing_changed(place: Path) -> None:
    project(
        place, '[options]\nout = "articles"\nformat = "csv"\njobs = 1\nhalves = false\nquiet = true\nglob = ["*.txt"]\n'
    )
    done = run("batch", ".", cwd=place)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (place / "articles" / "a.csv").is_file()
    again = run("batch", ".", cwd=place, env={**os.environ, "NEWSSPLIT_QUIET": "0"})
    assert b"1 issue: 0 converted, 1 unchanged" in again.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[options]\nformat = "docx"\n', "newssplit.toml:2: format: 'docx' is not one of json, jsonl, "),
        ("[options]\nmin-confidence = 3\n", "newssplit.toml:2: min-confidence: 3.0 is not in the range 0<=x<=1"),
        ('[options]\n\nformt = "csv"\n', "newssplit.toml:3: there is no option formt; did you mean format? allowed: "),
        ('[options]\nquiet = "yes"\n', "newssplit.toml:2: quiet is not true or false; correct it"),
        ('[options]\nencoding = true\n', "newssplit.toml:2: encoding is not a string or a number; correct it"),
        ("[options]\nformat = 2020-01-01\n", "newssplit.toml:2: format is not a string, number, true, false or list "),
        ("options = 3\n", "newssplit.toml:1: options is not a table; write [options] "),
        ("[options\n", "newssplit.toml:1: is not valid TOML: "),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", [project, user])
def test_mistakes_name_file_and_key(place: Path, where: object, text: str, said: str) -> None:
    where(place, text)  # type: ignore[operator]
    done = split(place)
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = errors_of(done)
    folder = f"{place.parent}/config/newssplit/" if where is user else ""
    assert line.startswith(f"newssplit: {folder}{said}")
    assert run("split", "--help", cwd=place).returncode == 0


def test_mistakes_in_the_environment(place: Path) -> None:
    assert errors_of(split(place, NEWSSPLIT_FORMAT="docx"))[0].startswith(
        "newssplit: NEWSSPLIT_FORMAT: 'docx' is not one of "
    )
    assert errors_of(split(place, NEWSSPLIT_QUIET="x"))[0].startswith(
        "newssplit: NEWSSPLIT_QUIET: 'x' is neither of 1 and 0;"
    )
    assert form_of(split(place, NEWSSPLIT_NOTHING="x")) == "json"


def test_a_mistake_on_the_command_line_is_that_of_the_command_line(place: Path) -> None:
    project(place, '[options]\nformat = "csv"\n')
    assert errors_of(split(place, "-f", "docx"))[0].startswith("newssplit: --format: 'docx' is not one of ")


def test_options_and_words_stand_in_one_file(place: Path) -> None:
    project(place, '[options]\nformat = "jsonl"\n[add.labels]\nwords = ["江城茶馆"]\n')
    user(place, '[options]\nprofile = "nosuch"\n')
    done = split(place, "-v")
    assert form_of(done) == "jsonl"
    assert errors_of(done)[0] == "newssplit: newssplit.toml: profile: 1 word added, 0 removed"
    (place / "newssplit.toml").unlink()
    assert "there is no profile nosuch in " in errors_of(split(place))[0]
    assert form_of(split(place, "--profile", "none")) == "json"


def test_options_stand_in_no_other_profile_and_words_not_in_the_users_options(place: Path) -> None:
    (place / "my.toml").write_text('[options]\nformat = "csv"\n', "utf-8")
    assert errors_of(split(place, "--profile", "my.toml"))[0].endswith(
        "my.toml:1: options are read from no other file; put them into newssplit.toml"
    )
    user(place, '[options]\nformat = "csv"\n')
    assert run("profiles", "list", cwd=place).stdout == b""
    user(place, 'name = "x"\n[options]\nformat = "csv"\n')
    assert errors_of(split(place))[0].endswith("newssplit.toml:1: there is no key name in this file; only [options]")


def test_every_key_is_an_option_and_is_told() -> None:
    known = {
        option.removeprefix("--")
        for name in CONFIGURED
        for param in get_command(app_for([name])).commands[name].params
        for option in (*param.opts, *param.secondary_opts)
    }
    assert set(KEYS) <= known
    assert set(CONFIGURED) <= set(COMMANDS)
    told = DOCS.read_text("utf-8")
    assert [key for key in KEYS if f"`{key}`" not in told] == []
