"""Carriers that are known by name: data/carriers/*.toml, and those that a profile brings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

HOLES = {
    "n": r"\d{1,9}",
    "date": r"[\d〇一二三四五六七八九十年月日./ -]{6,24}",
    "page": r"[A-Za-z]{0,2}\d{1,4}",
    "*": r"[^\n]{0,60}",
}
"""What may stand where a pattern has a hole: `{n} of {n} DOCUMENTS`."""
LINES = ("begins", "ends", "first", "last", "pages")
HOLE_RE = re.compile(r"\{([a-z*]+)\}")


class Carrier(NamedTuple):
    """How one tool writes its records."""

    name: str
    title: str
    """For a user to read: who writes so."""
    fields: Mapping[str, tuple[str, ...]]
    """By kind the names of its fields."""
    begins: tuple[re.Pattern[str], ...] = ()
    """Lines that begin a record."""
    ends: tuple[re.Pattern[str], ...] = ()
    """Lines that stand behind one."""
    first: tuple[re.Pattern[str], ...] = ()
    """What it says before the first record, and behind the last one."""
    last: tuple[re.Pattern[str], ...] = ()
    pages: tuple[re.Pattern[str], ...] = ()
    """Lines that only say that a page of the tool's own ends."""
    sample: str = ""


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern with holes as an expression for a whole line."""
    parts, at = list[str](), 0
    for m in HOLE_RE.finditer(pattern):
        parts += (re.escape(pattern[at : m.start()]), HOLES.get(m[1], re.escape(m[0])))
        at = m.end()
    return re.compile("^" + "".join(parts) + re.escape(pattern[at:]), re.IGNORECASE)


def read_carrier_file(text: str) -> Carrier:
    """A carrier from its TOML."""
    data = tomllib.loads(text)
    lines = {key: tuple(map(compiled, data.get(key, ()))) for key in LINES}
    fields = {kind: tuple(words) for kind, words in data.get("fields", {}).items()}
    return Carrier(data["name"], data["title"], fields, sample=data.get("sample", ""), **lines)


@cache
def carriers() -> tuple[Carrier, ...]:
    """All carriers of the package, by name."""
    folder = files("newssplit").joinpath("data/carriers")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(read_carrier_file(entry.read_text("utf-8")) for entry in found)
