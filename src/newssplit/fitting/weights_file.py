"""Fitted weights as a file: that of the package, data/weights.toml, with other numbers; and a profile, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from newssplit.settings import KEY as OPTIONS
from newssplit.weights import FILE, TABLES, Weights

HEADER_RE = re.compile(r"\[{1,2}\s*(?P<table>[^\[\]\s]+)\s*\]")
ROW_RE = re.compile(r'^(?P<key>"(?P<quoted>[^"]+)"|(?P<bare>[\w-]+)) = ')
SAID = "# Fitted by: "


def written(weights: Weights, command: str, profile: str = "") -> str:
    """The text of the package's file with these weights, and the command that fitted them; below a profile, if one was
    used for it, as far as that says nothing of weights."""
    packaged = files("newssplit").joinpath("data", FILE).read_text("utf-8")
    own = "\n".join(_other_lines(profile)).strip()
    return "".join([f"{own}\n\n" if own else "", *_lines(packaged, weights, command)])


def row_of(labels: dict[str, int]) -> str:
    """A rule's weights as its row has them."""
    return ", ".join(f"{label} {weight:+d}" for label, weight in labels.items())


def _lines(packaged: str, weights: Weights, command: str) -> Iterator[str]:
    table = ""
    for line in packaged.splitlines():
        if line.startswith(SAID):
            continue
        header, row = HEADER_RE.match(line), ROW_RE.match(line)
        if header:
            if not table:
                yield f"{SAID}{command}\n"
            table = header["table"]
        if row:
            name = row["quoted"] or row["bare"]
            line = f"{row['key']} = {_value(weights, table, name)}"
        yield f"{line}\n"


def _value(weights: Weights, table: str, name: str) -> str:
    if table == "rules":
        return f'"{row_of(dict(weights.rules[name]))}"'
    return str((weights.arcs if table == "arcs" else weights.leaving)[name])


def _other_lines(profile: str) -> Iterator[str]:
    """The lines of a profile without its tables of weights, and without options, which newssplit.toml alone has."""
    mine = True
    for line in profile.splitlines():
        if header := HEADER_RE.match(line.strip()):
            mine = header["table"] not in (*TABLES, OPTIONS)
        if mine and not line.startswith(SAID):
            yield line
