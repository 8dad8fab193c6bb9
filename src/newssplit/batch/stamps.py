"""What tells without reading that a file is the one it was, and what a folder says of a name in it."""

from __future__ import annotations

import os
from typing import NamedTuple


class Stamp(NamedTuple):
    """Size and times; -1 where the storage does not say."""

    size: int
    """Bytes."""
    mtime_ns: int
    ctime_ns: int
    """Of the inode; on object stores a number made of the entity tag."""


UNKNOWN = Stamp(-1, -1, -1)


class Entry(NamedTuple):
    """One name in a folder."""

    path: str
    name: str
    folder: bool
    stamp: Stamp | None
    """None: nothing can be known of it, a dead link for one."""


def local_stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)
