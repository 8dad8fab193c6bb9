"""Options that a user need not give each time: their names, and the mistakes in a table of them.

They stand in `[options]` of newssplit.toml, in the working folder or in the user's, under the names that the command
line has for them: `format = "csv"`, `min-confidence = 0.8`; in the environment as `NEWSSPLIT_FORMAT` and the like.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

KEY = "options"
KEYS = (
    *(
        "format",
        "profile",
        "to",
        "punctuation",
        "min-confidence",
        "low",
        "keep-duplicates",
        "newspaper",
        "path-pattern",
    ),
    *(
        "from-path",
        "encoding",
        "errors",
        "quiet",
        "verbose",
        "width",
        "pager",
        "out",
        "jobs",
        "glob",
        "base",
        "combine",
    ),
    *("stories", "halves", "manifest", "scheduler", "max-size", "max-ratio", "timeout", "log-json"),
)
"""Options that are not of one run alone, as its output, or of one issue, as its date."""
FILE = "newssplit.toml"
PREFIX = "NEWSSPLIT_"


def folder_of_user(environment: Mapping[str, str] = os.environ) -> str:
    """The user's profiles and options: $XDG_CONFIG_HOME/newssplit, ~/.config/newssplit where that is not set."""
    return os.path.join(environment.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config"), "newssplit")


def variable(key: str) -> str:
    """The environment's name of an option."""
    return PREFIX + key.upper().replace("-", "_")


def option_problems(value: Any) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The mistakes in a table of options, but for values that no option takes: keys, what is wrong, what to do."""
    if not isinstance(value, Mapping):
        yield (KEY,), f"{KEY} is not a table", f'write [{KEY}] and below it format = "csv"'
        return
    for key, said in value.items():
        if key not in KEYS:
            from difflib import get_close_matches  # only for mistakes

            near = get_close_matches(key, KEYS, 1)
            meant = f"did you mean {near[0]}? " if near else ""
            yield (KEY, key), f"there is no option {key}", f"{meant}allowed: {', '.join(KEYS)}"
        elif not isinstance(said, str | int | float | list) or (
            isinstance(said, list) and not all(isinstance(one, str) for one in said)
        ):
            yield (KEY, key), f"{key} is not a string, number, true, false or list of strings", f'write {key} = "…"'
