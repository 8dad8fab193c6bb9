"""How the store in the user's cache folder is written: whole or not at all, by any number of processes at once."""

from __future__ import annotations

import marshal
import os
import stat
from contextlib import suppress
from importlib.util import source_hash
from typing import Any

from newssplit.limits import LARGEST_STORE
from newssplit.patterns.re import KIND as RE
from newssplit.patterns.re import data_of as data_of_re
from newssplit.patterns.ready import READY, Key
from newssplit.patterns.regex import KIND as REGEX
from newssplit.patterns.regex import data_of as data_of_regex
from newssplit.store import check_own, maker, path_of_store


def keep_new() -> None:
    """Adds to the store what this process had to make; where that cannot be, nothing happens."""
    with suppress(OSError, ValueError, MemoryError):
        _write(path_of_store())


def _write(path: str) -> None:
    _make_folder(os.path.dirname(path))
    check_own(os.lstat(os.path.dirname(path)), stat.S_ISDIR)
    new = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        with open(handle, "wb") as stream:
            stream.write(_content())
        os.replace(new, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(new)


def _make_folder(folder: str) -> None:
    """The folder and those that it is in, where they are missing. ValueError where that would be in somebody else's, as
    for the superuser in the home of a user."""
    if os.path.isdir(folder):
        return
    parent = os.path.dirname(folder)
    _make_folder(parent)
    if os.stat(parent).st_uid != os.geteuid():
        raise ValueError("not the user's own")
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)


def _content() -> bytes:
    new = {key: data for key, thing in READY.new.items() if (data := _data_of(key, thing)) is not None}
    for entries in ({**READY.all(), **new}, new):  # if all is too much, what is left out is made anew when it is needed
        held = marshal.dumps(entries)
        content = maker() + source_hash(held) + held
        if len(content) <= LARGEST_STORE:
            return content
    raise ValueError("too much for a store")


def _data_of(key: Key, thing: Any) -> Any:
    kind, _, flags = key
    if kind == RE:
        return data_of_re(thing, flags)
    return data_of_regex(thing) if kind == REGEX else thing
