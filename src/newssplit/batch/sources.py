"""Which issues a run is about: files, folders, archives and lists of them, one by one.

A source's name is its place in the output's tree, and the `source` of its records, so it says the same
on every machine. One folder or archive alone is the root of that tree; of several inputs each keeps its
path as given: below the working folder (or `base`), else from the root of the file system.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import BinaryIO, NamedTuple

from newssplit.batch.archives import is_archive, members
from newssplit.batch.inputs import input_errors, printable
from newssplit.batch.storage import UNKNOWN, Entry, Stamp, entries, is_folder, is_url, local, stamp_of
from newssplit.errors import InputError

BLOCK = 1 << 16


class Source(NamedTuple):
    """One issue to convert."""

    name: str
    """Its place in the output's tree; bytes that are no UTF-8 are written out in it as \\xff."""
    path: str
    """The file, or the archive that it is in."""
    place: int | None = None
    """Where in the archive; None for a file of its own."""
    stamp: Stamp = UNKNOWN
    """Its size, and the times of the file or of the archive."""
    problem: str | None = None
    """Why it cannot be converted, if that is known already."""

    @property
    def label(self) -> str:
        """What messages call it: its path, as printable text, or its name and the archive that it is in."""
        path = printable(self.path)
        return path if self.place is None else f"{self.name} ({path})"


@dataclass(frozen=True, slots=True)
class Selection:
    """What of folders and archives counts as an issue."""

    globs: tuple[str, ...] = ()
    """Patterns for names, or with a / for paths below the input; none: *.txt in any case."""
    out: str | None = None
    """A folder that is not searched: the output's."""
    base: str | None = None
    """The folder that names are relative to; None: see the module."""

    def wants(self, name: str) -> bool:
        """Whether the file of this name, relative to its input, is an issue."""
        last = name.rpartition("/")[2]
        if last.startswith(".") or name.startswith("__MACOSX/"):
            return False
        if not self.globs:
            return last.lower().endswith(".txt")
        return any(fnmatchcase(name if "/" in glob else last, glob) for glob in self.globs)


def sources(inputs: Iterable[str], selection: Selection, *, alone: bool) -> Iterator[Source]:
    """All issues of the inputs, in no order; what cannot be looked into is a source with a problem.

    `alone` says that there is one input, whose folder or archive is the root of the output's tree.
    """
    is_root = alone and selection.base is None
    for path in map(local, inputs):
        name = os.path.basename(path.rstrip("/")) if is_root else _name_of(path, selection.base)
        try:
            yield from _in_input(path, name, "" if is_root or name == os.curdir else f"{name}/", selection)
        except InputError as error:
            yield Source(_shown(name), path, problem=str(error))


def _in_input(path: str, name: str, root: str, selection: Selection) -> Iterator[Source]:
    if is_folder(path):
        yield from _in_folder(path, root, "", selection)
    elif is_archive(path):
        yield from _in_archive(path, root, "", selection)
    else:
        yield Source(_shown(name), path, None, stamp_of(path))


def _in_folder(folder: str, root: str, below: str, selection: Selection) -> Iterator[Source]:
    for entry in entries(folder):
        name = below + entry.name
        if entry.name.startswith(".") or (entry.folder and selection.out and _same(entry.path, selection.out)):
            continue
        try:
            yield from _in_entry(entry, root, name, selection)
        except InputError as error:
            yield Source(_shown(root + name), entry.path, problem=str(error))


def _in_entry(entry: Entry, root: str, name: str, selection: Selection) -> Iterator[Source]:
    if entry.folder:
        yield from _in_folder(entry.path, root, f"{name}/", selection)
    elif is_archive(entry.name):
        yield from _in_archive(entry.path, root, f"{name}/", selection)
    elif selection.wants(name):
        yield Source(_shown(root + name), entry.path, None, entry.stamp or stamp_of(entry.path))


def _in_archive(path: str, root: str, below: str, selection: Selection) -> Iterator[Source]:
    stamp = stamp_of(path)
    for member in members(path):
        if selection.wants(member.name):
            yield Source(_shown(root + below + member.name), path, member.place, stamp._replace(size=member.size))


def _name_of(path: str, base: str | None) -> str:
    if is_url(path):
        return path.partition("://")[2]
    below = os.path.relpath(os.path.abspath(path), base or os.curdir)
    inside = below != os.pardir and not below.startswith(os.pardir + os.sep)
    return (below if inside else os.path.abspath(path).lstrip(os.sep)).replace(os.sep, "/")


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other) if not is_url(one) else one == other


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def listed(stream: BinaryIO, nul: bool) -> Iterator[str]:
    """The paths of a list, a line each, or parted by NUL: if `nul` says so or its first block holds one."""
    block = stream.read(BLOCK)
    mark = b"\0" if nul or b"\0" in block else b"\n"
    rest = b""
    while block:
        *whole, rest = (rest + block).split(mark)
        yield from _paths(whole, mark)
        block = stream.read(BLOCK)
    yield from _paths([rest], mark)


def _paths(names: list[bytes], mark: bytes) -> Iterator[str]:
    for name in names:
        path = name if mark == b"\0" else name.removesuffix(b"\r")
        if path:
            yield os.fsdecode(path)


def read_list(path: str, stdin: BinaryIO, nul: bool) -> Iterator[str]:
    """The paths in the list at `path`, `-` for standard input; InputError where there is none."""
    if path == "-":
        yield from listed(stdin, nul)
        return
    with input_errors(path), open(path, "rb") as stream:
        yield from listed(stream, nul)
