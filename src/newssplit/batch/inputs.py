"""Where issues come from: files and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newssplit.errors import InputError
from newssplit.files.bounded import blocks_of, gathered
from newssplit.limits import LARGEST_INPUT

STDIN = "-"
MEMORY_ERRORS = (MemoryError, SystemError)
"""The latter is what regex makes of it where it gets no memory."""


def read_bytes(path: str, nuls: bool = False) -> bytes:
    """All bytes of a file, or of standard input for `-`; `nuls` says whether a text may hold many of them.

    Raises InputError where there are none to be had, or no end of them; DecodingError where they are no text.
    """
    label = printable(path)
    with input_errors(path), memory_errors(label):
        if path == STDIN:
            return gathered(blocks_of(sys.stdin.buffer), label, nuls, LARGEST_INPUT)
        with open(path, "rb") as stream:
            return gathered(blocks_of(stream), label, nuls, LARGEST_INPUT)


@contextmanager
def input_errors(path: str) -> Iterator[None]:
    """What the system says of the input at `path`, as an InputError with what to do."""
    name = printable(path)
    try:
        yield
    except FileNotFoundError:
        raise InputError("there is no such file", path=name, remedy="check the path") from None
    except IsADirectoryError:
        raise InputError("is a folder", path=name, remedy=f"name its files: {name}/*.txt") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"cannot be read: {reason}", path=name, remedy="check the file") from None


@contextmanager
def memory_errors(label: str) -> Iterator[None]:
    """What Python says where there is no memory for an input, as an InputError."""
    try:
        yield
    except MEMORY_ERRORS:
        raise InputError("does not fit into memory", path=label, remedy="cut it into issues") from None


def too_large(label: str) -> InputError:
    """The same in a run of many inputs."""
    return InputError("does not fit into memory", path=label, remedy="cut it into issues, or run with fewer --jobs")


def printable(path: str) -> str:
    """The path as text that UTF-8 can hold: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
