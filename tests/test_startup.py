"""What a start of the program loads: only what the command needs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.main import get_command

import newssplit
from newssplit.cli.commands import COMMANDS, app_for
from tests.source_alone import source_alone

ROOT = Path(__file__).parent.parent
PAGE = str(ROOT / "examples" / "county-2016.txt")
ELSEWHERE = {"rich", "opencc", "asyncio", "concurrent", "multiprocessing", "sqlite3", "csv", "pyarrow", "pydantic"}
"""What some command or format needs, and neither the splitting of a page nor JSON."""
LOADED = """
import atexit, runpy, sys
bare = set(sys.modules)
atexit.register(lambda: print("loaded", *sorted(set(sys.modules) - bare), file=sys.stderr))
runpy.run_module("newssplit", run_name="__main__", alter_sys=True)
"""


def loaded_by(*arguments: str, **environment: str) -> set[str]:
    """The modules that a command loads on top of a bare interpreter that can run modules."""
    command, env = [sys.executable, "-c", LOADED, *arguments], {**os.environ, **environment}
    done = subprocess.run(command, capture_output=True, timeout=60, text=True, env=env)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told_before_anything_is_loaded(option: str) -> None:
    assert loaded_by(option) <= {"__future__", "newssplit", "newssplit.__main__"}


def test_the_version_among_other_words_is_the_same() -> None:
    command = [sys.executable, "-m", "newssplit"]
    alone = subprocess.run([*command, "--version"], capture_output=True, timeout=60, check=True)
    among = subprocess.run([*command, "--version", "split"], capture_output=True, timeout=60, check=True)
    assert alone.stdout.decode().startswith(f"newssplit {newssplit.__version__}")
    assert (among.stdout, among.stderr) == (alone.stdout, alone.stderr)


def test_a_page_loads_what_splits_it_and_nothing_else() -> None:
    loaded = loaded_by("split", PAGE)
    assert "newssplit.pipeline" in loaded
    assert not loaded & ELSEWHERE
    assert not {name for name in loaded if name.startswith(("newssplit.show", "newssplit.evaluation"))}
    assert not loaded & {"newssplit.cli.batch", "newssplit.cli.show", "newssplit.cli.profiles", "newssplit.batch.run"}


SLOW = {"dataclasses", "inspect", "pathlib", "tempfile", "hashlib", "importlib.resources", "typer", "regex", "tomllib"}
"""What takes long to load, and a page can do without."""


def test_a_plain_page_loads_nothing_slow() -> None:
    loaded_by("split", PAGE)  # keeps its patterns
    assert not loaded_by("split", PAGE) & SLOW


@source_alone
def test_a_page_takes_patterns_and_named_tuples_from_where_they_are_quick() -> None:
    for name in loaded_by("split", PAGE):
        if name.startswith("newssplit.") and not name.startswith(("newssplit.patterns", "newssplit.light")):
            found = find_spec(name)
            assert found is not None
            imports = set(_imports(Path(str(found.origin)).read_text("utf-8")))
            assert not imports & {("re", None), ("regex", None), ("typing", "NamedTuple")}, name


def _imports(source: str) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def test_what_is_shown_loads_rich_and_no_converter() -> None:
    loaded = loaded_by("preview", "--toc", PAGE)
    assert "rich" in loaded
    assert not loaded & (ELSEWHERE - {"rich"})


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "zh_TW.UTF-8", "zh_HK.UTF-8"])
def test_chinese_loads_no_converter(language: str) -> None:
    for command in (["split", "--verbose", PAGE], ["preview", "--toc", PAGE], ["rules"], ["split", "--help"]):
        assert "opencc" not in loaded_by(*command, LC_ALL=language)


def test_the_package_alone_loads_no_module_of_its_own() -> None:
    program = "import sys, newssplit; print(*(name for name in sys.modules if name.startswith('newssplit.')))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=60, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_alone_is_the_command_among_all(name: str) -> None:
    alone = get_command(app_for([name, "--help"])).commands
    among = get_command(app_for(["--help"])).commands
    assert list(alone) == [name]
    assert [p.name for p in alone[name].params] == [p.name for p in among[name].params]
    assert (alone[name].help, alone[name].epilog) == (among[name].help, among[name].epilog)


def test_completion_offers_all_commands() -> None:
    env = {**os.environ, "_NEWSSPLIT_COMPLETE": "complete_bash", "COMP_WORDS": "newssplit ", "COMP_CWORD": "1"}
    done = subprocess.run([sys.executable, "-m", "newssplit"], capture_output=True, timeout=60, env=env, text=True)
    assert set(done.stdout.split()) == set(COMMANDS)
