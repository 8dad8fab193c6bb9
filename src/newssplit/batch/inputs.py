"""Where issues come from: files and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

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
    with memory_errors(label), opened(path) as stream, input_errors(path):
        return gathered(blocks_of(stream), label, nuls, LARGEST_INPUT)


@contextmanager
def opened(path: str) -> Iterator[IO[bytes]]:
    """A file, or standard input for `-`, to read from. Raises InputError where there is none."""
    if path == STDIN:
        yield sys.stdin.buffer
        return
    with input_errors(path):
        stream = open(path, "rb")  # noqa: SIM115 (what is done with it is no matter of these errors)
    with stream:
        yield stream


def read_steps(path: str, stream: IO[bytes], size: int) -> Iterator[bytes]:
    """What is left of a stream, so many bytes at once; InputError where it cannot be read."""
    while True:
        with input_errors(path):
            block = stream.read(size)
        if not block:
            return
        yield block


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
