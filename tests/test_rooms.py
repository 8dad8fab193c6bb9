"""How the package is cut: into rooms between which data flows one way, modules and functions of a size to read.

A room is a package, or a module that stands beside them. It imports from rooms before it in the list alone; what two
rooms need stands in one before both.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import newssplit

PACKAGE = Path(newssplit.__file__).parent

FOUNDATIONS = (
    "errors", "limits", "light", "patterns", "late", "store", "store_keeping", "i18n", "packaged",
    "settings", "fields", "labels", "weights", "lexicon", "language", "model",
)  # fmt: skip
"""What all others may use: errors, bounds, how patterns are made, words, weights and the types that come out."""
ROOMS = (
    *FOUNDATIONS,
    "reading", "rules", "deciding", "assembling", "readings", "pipeline", "window",
    "files", "paths", "profile_lines", "profile_toml", "profile_carriers", "profile_weights", "profile", "profiles",
    "output", "batch", "api", "show", "evaluation", "fitting", "cli", "__main__",
)  # fmt: skip
"""All rooms, in the order in which data flows; `newssplit` itself, which has the names that users import, is none."""

Upward = tuple[str, str]
EXCEPTIONS: dict[Upward, str] = {
    (
        "model",
        "output",
    ): "what users do with an issue (records, data frames, files) are methods that load it then",
    ("model", "show"): "an issue shows itself in a notebook by a method that loads what it takes",
}
"""From which room to which later one modules may import nevertheless, and why."""


def sources() -> Iterator[tuple[str, ast.Module]]:
    """All modules, by their path in the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"))


def rooms_imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """The rooms that a module imports from, at its head, in its functions or for types alone, and on which line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: imports are written out"
            if node.module == "newssplit":
                yield from ((alias.name, node.lineno) for alias in node.names if (PACKAGE / alias.name).is_dir())
            elif (node.module or "").startswith("newssplit."):
                yield str(node.module).split(".")[1], node.lineno
        elif isinstance(node, ast.Import):
            yield from ((a.name.split(".")[1], node.lineno) for a in node.names if a.name.startswith("newssplit."))


def imports_upwards(name: str, tree: ast.Module) -> Iterator[tuple[Upward, str]]:
    """What a module imports from rooms behind its own, and where."""
    room = name.split("/")[0].removesuffix(".py")
    for other, line in rooms_imported(tree):
        if ROOMS.index(other) > ROOMS.index(room):
            yield (room, other), f"{name}:{line} imports from {other}"


def test_every_module_is_in_a_room() -> None:
    there = {name.split("/")[0].removesuffix(".py") for name, _ in sources()} - {"__init__"}
    assert there == set(ROOMS)
    assert len(ROOMS) == len(set(ROOMS))


def test_no_module_imports_upwards() -> None:
    found = [one for name, tree in sources() if name != "__init__.py" for one in imports_upwards(name, tree)]
    assert [where for pair, where in found if pair not in EXCEPTIONS] == []
    assert {pair for pair, _ in found} == set(EXCEPTIONS)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("from newssplit.rules.table import Rule", ["reading/lines.py:1 imports from rules"]),
        ("def f():\n    from newssplit.cli import console", ["reading/lines.py:2 imports from cli"]),
        ("if TYPE_CHECKING:\n    from newssplit import show", ["reading/lines.py:2 imports from show"]),
        ("import newssplit.deciding.path", ["reading/lines.py:1 imports from deciding"]),
        ("import re\nfrom newssplit.model import Page\nfrom newssplit import split", []),
        ("from newssplit.reading.units import Unit", []),
    ],
)
def test_an_import_upwards_is_seen(source: str, told: list[str]) -> None:
    assert [where for _, where in imports_upwards("reading/lines.py", ast.parse(source))] == told


LONGEST_MODULE, LONGEST_FUNCTION = 250, 40
"""Lines; of a function those of its body alone, as what a command is asked for stands in its signature."""


def long_ones(name: str, source: str) -> Iterator[str]:
    """The module, and the functions in it, that are too long to be read at once."""
    if (size := len(source.splitlines())) > LONGEST_MODULE:
        yield f"{name} has {size} lines"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            documented = ast.get_docstring(node) is not None and len(node.body) > 1
            size = (node.end_lineno or 0) - node.body[documented].lineno + 1
            if size > LONGEST_FUNCTION:
                yield f"{name}: {node.name} has {size} lines"


@pytest.mark.parametrize("name", [name for name, _ in sources()])
def test_modules_and_functions_are_short(name: str) -> None:
    assert list(long_ones(name, (PACKAGE / name).read_text("utf-8"))) == []


def test_long_modules_and_functions_are_seen() -> None:
    function = (
        "def f(\n    a: int,\n) -> None:\n" + '    """What it does."""\n' + "    a = a\n" * (LONGEST_FUNCTION + 1)
    )
    assert list(long_ones("m.py", function)) == [f"m.py: f has {LONGEST_FUNCTION + 1} lines"]
    assert list(long_ones("m.py", function.removesuffix("    a = a\n"))) == []
    assert list(long_ones("m.py", "\n" * (LONGEST_MODULE + 1))) == [f"m.py has {LONGEST_MODULE + 1} lines"]
