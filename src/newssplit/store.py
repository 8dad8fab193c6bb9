"""The store of patterns and tables in the user's cache folder.

A file of plain data (Python's marshal, in which nothing can be said that would be executed), used only if it is the
user's own, whole, and made by the same Python and the same `regex`. Whatever is wrong with it, things are made anew:
a store changes how long a command takes, and nothing else.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Callable, Mapping
from importlib.util import source_hash
from typing import Any

from newssplit import __version__
from newssplit.limits import LARGEST_STORE
from newssplit.patterns.ready import READY, Key
from newssplit.patterns.regex import edition

OFF = "NEWSSPLIT_NO_CACHE"
LAYOUT = 1
"""To be raised where the data of the store come to mean something else."""
DIGEST = 8
"""Bytes of a digest."""


def use_store() -> None:
    """Patterns and tables of this process come from the store from now on, if there may be one."""
    if os.environ.get(OFF, "0") in ("", "0") and hasattr(os, "geteuid") and sys.implementation.name == "cpython":
        READY.use(_read)


def path_of_store(environment: Mapping[str, str] = os.environ) -> str:
    """Where it is: $XDG_CACHE_HOME/newssplit, ~/.cache/newssplit where that is not set. ValueError without a home."""
    home = environment.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if not os.path.isabs(home):
        raise ValueError("no folder of the user's")
    return os.path.join(home, "newssplit", f"patterns-{source_hash(maker()).hex()}")


def maker() -> bytes:
    """What makes the data: another Python or `regex` may make others of the same pattern."""
    python = f"{sys.version}, {sys.platform}, {sys.maxsize}"
    return f"newssplit {__version__} {LAYOUT}, {python}, regex {edition()}\n".encode("utf-8", "surrogateescape")


def _read() -> Mapping[Key, Any]:
    try:
        return _entries(_bytes_of(path_of_store()))
    except (OSError, ValueError, EOFError, TypeError, MemoryError):
        return {}


def _bytes_of(path: str) -> bytes:
    """The content of the file if it is the user's own and nobody else may write to it; OSError or ValueError if not."""
    check_own(os.lstat(os.path.dirname(path)), stat.S_ISDIR)
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as stream:
        check_own(os.fstat(stream.fileno()), stat.S_ISREG)
        return stream.read(LARGEST_STORE)


def check_own(found: os.stat_result, is_kind: Callable[[int], bool]) -> None:
    """ValueError unless what was found is of that kind, the user's own, and for nobody else to write to."""
    if not is_kind(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise ValueError("not the user's own")


def _entries(content: bytes) -> Mapping[Key, Any]:
    """The data of a store: its maker, a digest, and what it holds. ValueError where it is another's, or damaged."""
    own = maker()
    digest, held = content[len(own) : len(own) + DIGEST], content[len(own) + DIGEST :]
    if not content.startswith(own) or source_hash(held) != digest:
        raise ValueError("not a store of this program")
    entries = marshal.loads(held)
    if not isinstance(entries, dict):
        raise ValueError("not a store of this program")
    return entries
