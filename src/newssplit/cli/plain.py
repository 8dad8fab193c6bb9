"""A plain `newssplit split FILE`, read without Typer: to load that takes longer than all the rest of a page.

Only what can be read in one way is read here: files, and --output and --format written out, each once, each followed
by a value. Every other command line, mistakes and help too, is Typer's, and so is every one where options are set
elsewhere. `tests/test_plain.py` holds that both come to the same.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from typing import Any

from newssplit.settings import FILE, PREFIX, folder_of_user
from newssplit.store import OFF

COMMAND = "split"
VALUED = {"--output": "output", "-o": "output", "--format": "form", "-f": "form"}


def is_plain(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a command line may be plain, as far as can be told without loading anything."""
    return arguments[:1] == [COMMAND] and os.name == "posix" and not _is_set_elsewhere(environment)


def split_plainly(words: Sequence[str]) -> None:
    """Do what the words behind `split` ask for, and end the program; come back where they are not plain."""
    gc.disable()  # what is loaded is no garbage: to search it takes a twentieth of the time of a page
    from newssplit.cli.splitting import split_issues

    asked = asked_by(words)
    if asked is None or len(asked.paths) > 1:
        gc.enable()
    if asked is not None:
        split_issues(asked)


def asked_by(words: Sequence[str]) -> Any:
    """What the words ask for, an `Asked`; None where they are not plain."""
    from newssplit.cli.splitting import Asked
    from newssplit.output.formats import FORMATS

    paths, said, left = list[str](), dict[str, Any](), iter(words)
    for word in left:
        name = VALUED.get(word)
        if name is None:
            paths.append(word)
        elif name in said:
            return None
        else:
            said[name] = next(left, "")
    if not paths or not all(_is_value(word) for word in (*paths, *said.values())):
        return None
    if "form" in said:
        said["form"] = FORMATS.get(said["form"])
        if said["form"] is None:
            return None
    return Asked(paths, **said)


# An empty word, or one with a dash, may mean something to Typer.
def _is_value(word: str) -> bool:
    return bool(word) and not word.startswith("-")


def _is_set_elsewhere(environment: Mapping[str, str]) -> bool:
    if any(name.lstrip("_").startswith(PREFIX) and name != OFF for name in environment):
        return True
    return os.path.lexists(FILE) or os.path.lexists(os.path.join(folder_of_user(environment), FILE))
