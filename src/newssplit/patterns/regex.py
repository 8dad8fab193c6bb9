"""The `regex` library, whose patterns may be ready.

To import the library takes longer than to read all of them. So its engine, a module in C, is loaded alone as long as
nothing has to be compiled; whatever imports the library later finds that it is there.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any

from newssplit.patterns.ready import READY

if TYPE_CHECKING:
    from regex import Match, Pattern
else:
    from re import Match, Pattern  # types are all that they are for, and to have those of the library would import it

__all__ = ["KIND", "VERBOSE", "Match", "Pattern", "compile", "data_of", "edition", "escape"]
KIND = "regex"
VERBOSE = 64
"""`regex.VERBOSE`."""
SPECIAL = frozenset("()[]{}?*+|^$\\.-#&~")
LIBRARY, ENGINE = "regex", "regex._regex"


def compile(source: str, flags: int = 0) -> Pattern[str]:
    """As `regex.compile` for text."""
    key = (KIND, source, flags)
    if (data := READY.data(key)) is not None:
        try:
            ready: Pattern[str] = _engine().compile(*data)
        except Exception:  # whatever it was kept by, and whatever it is
            pass
        else:
            return ready
    import regex

    pattern = regex.compile(source, flags)
    READY.note(key, pattern)
    return pattern


def escape(text: str) -> str:
    """As `regex.escape`."""
    if text.isalnum():  # as most words are
        return text
    return "".join([f"\\{c}" if c in SPECIAL or c.isspace() else c for c in text])


def data_of(pattern: Pattern[str]) -> Any:
    """What a pattern is made of again, as the library itself gives it to pickle; None where it does it otherwise."""
    data = getattr(pattern, "_pickled_data", None)
    return data if isinstance(data, tuple) and data[:1] == (pattern.pattern,) else None


def edition() -> str:
    """What tells one installed library from another: where its engine is, how large, and since when."""
    found = _spec()
    if found is None or found.origin is None:
        return "none"
    known = os.stat(found.origin)
    return f"{found.origin} {known.st_size} {known.st_mtime_ns}"


@cache
def _spec() -> ModuleSpec | None:
    """Where the engine is; importlib's own way to it would import the library."""
    library = PathFinder.find_spec(LIBRARY)
    places: Iterable[str] = (library.submodule_search_locations if library is not None else None) or ()
    return PathFinder.find_spec(ENGINE, list(places))


@cache
def _engine() -> Any:
    """The module in C."""
    found = _spec()
    if LIBRARY not in sys.modules and found is not None and found.loader is not None:
        module = module_from_spec(found)
        found.loader.exec_module(module)
        sys.modules[ENGINE] = module
        return module
    from regex import _regex

    return _regex
