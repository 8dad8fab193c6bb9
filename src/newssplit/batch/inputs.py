"""Where issues come from: files and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newssplit.errors import InputError
from newssplit.files.bounded import read_bounded
from newssplit.limits import LARGEST_INPUT

STDIN = "-"


def read_bytes(path: str) -> bytes:
    """All bytes of a file, or of standard input for `-`; InputError where there are none to be had, or too many."""
    with input_errors(path):
        if path == STDIN:
            return read_bounded(sys.stdin.buffer, LARGEST_INPUT, STDIN, "cut it into issues")
        with open(path, "rb") as stream:
            return read_bounded(stream, LARGEST_INPUT, printable(path), "cut it into issues")


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


def too_large(label: str) -> InputError:
    """What to say of an input that the memory does not hold."""
    return InputError("does not fit into memory", path=label, remedy="cut it into issues, or run with fewer --jobs")


def printable(path: str) -> str:
    """The path as text that UTF-8 can hold: bytes of a file name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
