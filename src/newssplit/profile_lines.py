"""The line of a TOML text that holds certain keys, for messages: tomllib keeps no positions."""

from __future__ import annotations

import re

_HEADER_RE = re.compile(r"^\s*\[\[?+([^\]#=]+)\]\]?\s*(?:#.*)?$")
_KEY_RE = re.compile(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def line_of(text: str, *keys: str | int) -> int:
    """The line, from 1, where a TOML text holds the keys; the last of them may be a word in a list.

    tomllib keeps no positions: the line is that of the longest run of the keys that a header or a key
    spells out, and of the first mention of the last one from there on. A number behind the first key is that of a
    table among several, [[KEY]], from 0.
    """
    lines = text.split("\n")
    if len(keys) > 1 and isinstance(keys[1], int):
        start, end = _table_lines(lines, str(keys[0]), keys[1])
        return start + _line_in(lines[start:end], (str(keys[0]), *map(str, keys[2:])))
    return _line_in(lines, tuple(map(str, keys)))


def _table_lines(lines: list[str], key: str, n: int) -> tuple[int, int]:
    """Where the `n`th table [[KEY]] begins and ends; all lines where it is written in another way."""
    headers = [at for at, line in enumerate(lines) if (m := _HEADER_RE.match(line)) and _names(m[1]) == (key,)]
    edges = [*headers, len(lines)]
    return (edges[n], edges[n + 1]) if n < len(headers) else (0, len(lines))


def _line_in(lines: list[str], keys: tuple[str, ...]) -> int:
    """The same for a text that holds the keys once, in lines."""
    header = tuple[str, ...]()
    best, depth = 1, 0
    for number, line in enumerate(lines, 1):
        if found := _HEADER_RE.match(line):
            spelled = header = _names(found[1])
        elif found := _KEY_RE.match(line):
            spelled = header + _names(found[1])
        else:
            continue
        if len(spelled) > depth and spelled == keys[: len(spelled)]:
            best, depth = number, len(spelled)
    if depth < len(keys):
        wanted = re.compile(rf"(?<!\w){re.escape(keys[-1])}(?!\w)")
        best = next((n for n, line in enumerate(lines[best - 1 :], best) if wanted.search(line)), best)
    return best


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))
