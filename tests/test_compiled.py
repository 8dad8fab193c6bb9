"""The compiled wheel: what is compiled in it, that it is what is tested, and sources that mypyc can make it of.

`make test-compiled` runs the tests on it and says so by COMPILED_TESTED=1; elsewhere the package is interpreted.
"""

from __future__ import annotations

import ast
import importlib
import os
import pickle
import tomllib
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

import newssplit

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "newssplit"
TESTED = os.environ.get("COMPILED_TESTED") == "1"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOOK = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
INTERPRETED = [SOURCE / name for name in HOOK["interpreted"]]
WITHIN = [path for package in HOOK["compiled"] for path in sorted((SOURCE / package).rglob("*.py"))]
"""What is in the packages that are compiled."""
COMPILED = [path for path in WITHIN if path not in INTERPRETED and path.name != "__init__.py"]


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)


def is_compiled(path: Path) -> bool:
    return str(importlib.import_module(name_of(path)).__file__).endswith(tuple(EXTENSION_SUFFIXES))


def test_what_is_tested_is_what_was_asked_for() -> None:
    assert newssplit.COMPILED is TESTED
    assert TESTED is not (Path(newssplit.__file__).parent == SOURCE)


@pytest.mark.parametrize("path", COMPILED, ids=name_of)
def test_all_modules_of_the_core_are_compiled_or_none(path: Path) -> None:
    assert is_compiled(path) is TESTED


@pytest.mark.parametrize("path", [*INTERPRETED, SOURCE / "model.py", SOURCE / "fields.py"], ids=name_of)
def test_what_stays_interpreted_is(path: Path) -> None:
    assert not is_compiled(path)


def test_an_issue_comes_whole_out_of_another_process() -> None:
    issue = newssplit.read(ROOT / "examples" / "page.txt")
    again = pickle.loads(pickle.dumps(issue))
    assert again == issue
    assert (type(again), type(again.articles[0])) == (newssplit.Issue, newssplit.Article)
    assert repr(again) == "<Issue " + str(ROOT / "examples" / "page.txt") + " (utf-8): 4 articles, 332 characters>"


# What mypyc compiles without a word and what fails when it runs; see CONTRIBUTING.md.
TRAPS = {
    "x = cached_property(f)": "a cached property",
    "@cached_property\ndef f(self): ...": "a cached property",
    "x = C.__new__(C)": "an object made without __init__",
    "for name in self.__slots__: ...": "names of slots, which compiled classes lack",
    "x = '\\ud800'": "half of a character in a string",
    "from copy import copy": "a copy of an object, which a compiled class does not allow",
}


def trap_in(source: str) -> str | None:
    """What in a module its compiled form would fail at."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and node.id == "cached_property":
            return "a cached property"
        if isinstance(node, ast.Attribute) and node.attr == "__new__":
            return "an object made without __init__"
        if isinstance(node, ast.Attribute) and node.attr == "__slots__":
            return "names of slots, which compiled classes lack"
        if isinstance(node, ast.ImportFrom) and node.module == "copy":
            return "a copy of an object, which a compiled class does not allow"
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_half(node.value):
            return "half of a character in a string"
    return None


def _is_half(text: str) -> bool:
    return any(0xD800 <= ord(c) <= 0xDFFF for c in text)


@pytest.mark.parametrize("source", TRAPS)
def test_a_trap_is_seen(source: str) -> None:
    assert trap_in(source) == TRAPS[source]


@pytest.mark.parametrize("path", COMPILED, ids=name_of)
def test_no_module_that_is_compiled_has_a_trap(path: Path) -> None:
    assert trap_in(path.read_text("utf-8")) is None
