"""TOML that a user writes, with the mistakes in it told as those of a profile are."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from newssplit.errors import ProfileError
from newssplit.limits import DEEPEST

_LINE_RE = re.compile(r"line (\d+)")
DEPTH = "tables are at most two deep, as in [add.labels]"
_DEEP_KEY_RE = re.compile(rf"""(?:[\w"'-]{{1,80}}\s{{0,4}}\.\s{{0,4}}){{{DEEPEST}}}""")


def toml_of(text: str, path: str | None) -> dict[str, Any]:
    """What a TOML text says; ProfileError where it is none."""
    deep = "is nested too deeply"
    if key := _DEEP_KEY_RE.search(text):  # tomllib takes quadratic time for it
        raise ProfileError(deep, path=path, place=str(text.count("\n", 0, key.start()) + 1), remedy=DEPTH)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ProfileError(deep, path=path, remedy=DEPTH) from None
    except tomllib.TOMLDecodeError as error:
        problem, _, place = str(error).partition(" (at ")
        line = _LINE_RE.match(place)
        number = line[1] if line else str(text.count("\n") + 1)
        remedy = "correct it; words stand in quotes, lists in [ ]"
        raise ProfileError(f"is not valid TOML: {problem}", path=path, place=number, remedy=remedy) from None
