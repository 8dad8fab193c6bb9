"""The time that a worker process may take for an input.

A pattern that goes astray keeps all other Python code of its process from running, so the clock is the one
of faulthandler, which runs outside of the interpreter: when the time is up it writes down where the program
is, and ends the process. The name of the input stands before that in the same file, a note, which whoever
started the worker reads. Only worker processes of our own do this, whatever their number; in a thread, or in
somebody else's process, nothing is ended.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from tempfile import mkstemp

PREFIX = "note-"
FRAME_RE = re.compile(r'File "([^"\n]{1,4000})", line (\d+) in')
HOME_RE = re.compile(r"^.*[/\\](?=newssplit[/\\])")

_may_end = False


def may_end() -> None:
    """Say that this process is a worker of our own, and may be ended."""
    global _may_end
    _may_end = True


class Clock:
    """Watches over one input after the other, in a folder where the notes go."""

    def __init__(self, note: FileIO | None):
        self._note = note

    @contextmanager
    def limited(self, name: str, seconds: float | None) -> Iterator[None]:
        """Ends the process if the block takes longer; None: it may."""
        if self._note is None or seconds is None:
            yield
            return
        self._note.seek(0)
        self._note.truncate()
        self._note.write(json.dumps([name, seconds]).encode() + b"\n")
        faulthandler.dump_traceback_later(seconds, exit=True, file=self._note)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def clock(folder: str) -> Iterator[Clock]:
    """A clock for this process, if that may be ended."""
    if not _may_end:
        yield Clock(None)
        return
    os.makedirs(folder, exist_ok=True)
    handle, path = mkstemp(prefix=PREFIX, dir=folder)
    try:
        with FileIO(handle, "w") as note:  # unbuffered: whatever is written is there
            yield Clock(note)
    finally:
        with suppress(OSError):
            os.unlink(path)


def overdue(folder: str) -> dict[str, str]:
    """Why workers were ended, by the names of their inputs: what the notes in a folder say."""
    found: dict[str, str] = {}
    with suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(PREFIX) and (note := _read(entry.path)):
                found.update([note])
    return found


def _read(path: str) -> tuple[str, str] | None:
    try:
        with open(path, encoding="utf-8", errors="replace") as stream:
            first, *said = stream.read().splitlines()
            name, seconds = json.loads(first)
    except (OSError, ValueError):
        return None
    return (name, took_longer(seconds, _place(said))) if said else None


def _place(said: list[str]) -> str | None:
    """Where in newssplit the main thread was, by what faulthandler says: that thread comes last."""
    heads = [number for number, line in enumerate(said) if line.startswith(("Thread ", "Current thread "))]
    frames = FRAME_RE.finditer("\n".join(said[heads[-1] :])) if heads else ()
    ours = ((home, m) for m in frames if (home := HOME_RE.match(m[1])))
    return next((f"{m[1][home.end() :]}, line {m[2]}" for home, m in ours), None)


def took_longer(seconds: float, place: str | None = None) -> str:
    """The problem of an input that is over its time."""
    shown = f"{seconds:.0f}" if seconds >= 10 else f"{seconds:g}"
    return f"took longer than {shown} s" + f" (at {place})" * bool(place)
