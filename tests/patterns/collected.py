"""All patterns of the package, each with the name by which a reader finds it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import regex

from tests.patterns.syntax import Pattern

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "newssplit"
COMPILING = ("re.compile", "regex.compile", "Late")
LATE = "late.py"
"""Here a pattern is compiled that was noted elsewhere."""
COMPILERS = "patterns/"
"""What the package compiles with; it asks the engines for more."""


@dataclass(frozen=True)
class Site:
    """A place where the package compiles a pattern."""

    file: str
    lines: range
    name: str
    """What it is called there."""


@dataclass(frozen=True)
class Collected:
    """A pattern that the package has compiled."""

    name: str
    """Its file and its name there: `rules/furniture.py PAGES_RE`."""
    pattern: Pattern


@cache
def patterns() -> tuple[Collected, ...]:
    """Each pattern once."""
    found = dict[tuple[str, str, int], Collected]()
    for noted in _noted():
        made = (noted["engine"], noted["source"], noted["flags"])
        if noted["file"] != LATE and made not in found:
            engine = {"re": re, "regex": regex}[noted["engine"]]
            found[made] = Collected(_name(noted["file"], noted["line"]), engine.compile(*made[1:]))
    return tuple(found.values())


@cache
def _noted() -> list[dict[str, object]]:
    command = [sys.executable, "-m", "tests.patterns.recorded"]
    return json.loads(subprocess.check_output(command, cwd=ROOT, timeout=120))


def missed() -> list[str]:
    """Where a pattern is compiled that nobody has collected."""
    seen = {(noted["file"], noted["line"]) for noted in _noted()}
    return [f"{site.file}:{site.lines[0]}" for site in sites() if not any((site.file, n) in seen for n in site.lines)]


def _name(file: str, line: int) -> str:
    names = [site.name for site in sites() if site.file == file and line in site.lines]
    return f"{file} {names[-1] if names else line}"


@cache
def sites() -> tuple[Site, ...]:
    """Everywhere in the package's source."""
    return tuple(site for path in _modules() for site in _sites_of(path))


def _modules() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    return [path for path in found if not path.relative_to(PACKAGE).as_posix().startswith(COMPILERS)]


def _sites_of(path: Path) -> Iterator[Site]:
    def walk(node: ast.AST, name: str) -> Iterator[Site]:
        match node:
            case ast.Assign(targets=[ast.Name(id=own), *_]) | ast.FunctionDef(name=own) | ast.keyword(arg=str(own)):
                name = own
        if isinstance(node, ast.Call) and ast.unparse(node.func) in COMPILING:
            yield Site(file, range(node.lineno, (node.end_lineno or node.lineno) + 1), name)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, name)

    file = path.relative_to(PACKAGE).as_posix()
    yield from walk(ast.parse(path.read_text("utf-8")), "")


def uncompiled() -> list[str]:
    """Where the package asks the engines for something without compiling it, or by another name."""
    found = list[str]()
    for path in _modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            asked = isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("re", "regex")
            other = asked and node.attr.islower() and node.attr not in ("compile", "escape")
            if other or (isinstance(node, ast.ImportFrom) and node.module in ("re", "regex")):
                found.append(f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}")
    return found
