"""Outputs that are written to as they are: standard output by any of its names, pipes, devices. A file is replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from newssplit.patterns import re

STDOUT = "-"
_NAMED = {STDOUT: 1, "/dev/stdout": 1, "/dev/stderr": 2}
_NUMBERED_RE = re.compile(r"(?:/dev|/proc/self)/fd/(\d{1,9})")


def descriptor_of(path: str) -> int | None:
    """The descriptor that a path names, `/dev/fd/63` of a shell's `>(gzip)` for one; None for all other paths."""
    numbered = _NUMBERED_RE.fullmatch(path)
    return int(numbered[1]) if numbered else _NAMED.get(path)


def is_stdout(path: str) -> bool:
    """Whether a path is one of the names of standard output."""
    return descriptor_of(path) == 1


def is_stream(path: str) -> bool:
    """Whether what stands at a path takes text as it comes, so that nothing there could be kept or overwritten."""
    return descriptor_of(path) is not None or (
        os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)
    )


@contextmanager
def opened_stream(path: str) -> Iterator[TextIO]:
    """A stream to what is at the path, UTF-8 and without translation of line ends. OSError where there is none.

    A descriptor is written to where it stands: to open it by its name would begin its file anew.
    """
    number = descriptor_of(path)
    with open(path if number is None else os.dup(number), "w", encoding="utf-8", newline="") as stream:
        yield stream
