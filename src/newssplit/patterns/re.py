"""Python's `re`, whose patterns may be ready."""

from __future__ import annotations

import re
from array import array
from re import DOTALL, IGNORECASE, MULTILINE, VERBOSE, Match, Pattern, escape
from typing import Any, AnyStr, Final

from newssplit.patterns.ready import READY

__all__ = ["DOTALL", "IGNORECASE", "KIND", "MULTILINE", "VERBOSE", "Match", "Pattern", "compile", "data_of", "escape"]
KIND = "re"
WORD: Final = "I"
"""The numbers that code is made of, as `array` knows them."""


def compile(source: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """As `re.compile`."""
    key = (KIND, source, int(flags))
    if (data := READY.data(key)) is not None:
        try:
            return _made_of(source, data)
        except Exception:
            pass
    pattern = re.compile(source, flags)
    READY.note(key, pattern)
    return pattern


def data_of(pattern: Pattern[Any], flags: int) -> Any:
    """What a pattern is made of again that was compiled with the flags; None where this Python does it otherwise."""
    try:
        data = _data_of(pattern.pattern, flags)
        again = _made_of(pattern.pattern, data)
    except Exception:  # of what is no part of Python's documented interface, anything may come
        return None
    # patterns are equal if their flags and their code are
    return data if again == pattern and again.groupindex == pattern.groupindex else None


# What re.compile does, up to its last step.
def _data_of(source: str | bytes, flags: int) -> Any:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    state, code = tree.state, _compiler._code(tree, flags)
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    packed = array(WORD, map(int, code)).tobytes()  # read five times as fast as numbers
    return packed, int(flags | state.flags), state.groups - 1, dict(state.groupdict), tuple(names)


# The last step: `_sre` looks through the code that it gets, and refuses what could not be one.
def _made_of(source: AnyStr, data: Any) -> Pattern[AnyStr]:
    import _sre  # type: ignore[import-not-found]

    packed, flags, *groups = data
    pattern: Pattern[AnyStr] = _sre.compile(source, flags, memoryview(packed).cast(WORD).tolist(), *groups)
    return pattern
