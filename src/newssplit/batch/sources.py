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
from newssplit.batch.limits import NO_LIMITS, Limits
from newssplit.batch.names import shown
from newssplit.batch.passed import Seen
from newssplit.batch.stamps import UNKNOWN, Entry, Stamp
from newssplit.batch.storage import entries, is_folder, is_url, local, stamp_of
from newssplit.errors import InputError, MissingExtra
from newssplit.files.names import is_input_name

BLOCK = 1 << 16
MORE = "+"
"""Before a pattern: besides the usual names, not in their place."""


class Source(NamedTuple):
    """One issue to convert."""

    name: str
    """Its place among the inputs, of which its place in the output's tree is made; bytes that are no UTF-8 are %FF."""
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

    @property
    def whole_path(self) -> str:
        """The path as the user gave it, printable, and in an archive on to the member."""
        path = printable(self.path)
        if self.place is None:
            return path
        archive = f"{os.path.basename(path)}/"
        inside = self.name.partition(archive)[2] if archive in self.name else self.name
        return f"{path}/{inside}"


@dataclass(frozen=True, slots=True)
class Selection:
    """What of folders and archives counts as an issue."""

    globs: tuple[str, ...] = ()
    """Patterns for names, or with a / for paths below the input; none: what `is_input_name` says. Where one of them has
    a + before it, that counts, too."""
    out: str | None = None
    """A folder that is not searched: the output's."""
    base: str | None = None
    """The folder that names are relative to; None: see the module."""
    texts: str | None = None
    """Another folder that is not searched: the one for texts as they were read."""

    def wants(self, name: str) -> bool:
        """Whether the file of this name, relative to its input, is an issue."""
        last = name.rpartition("/")[2]
        if is_hidden(name):
            return False
        if is_input_name(last) and (not self.globs or any(glob.startswith(MORE) for glob in self.globs)):
            return True
        globs = (glob.removeprefix(MORE) for glob in self.globs)
        return any(fnmatchcase(name if "/" in glob else last, glob) for glob in globs)

    def shuns(self, folder: str) -> bool:
        """Whether a folder holds what runs write."""
        return any(written and _same(folder, written) for written in (self.out, self.texts))


def is_hidden(name: str) -> bool:
    """Whether a path has a part that begins with a dot, or is what macOS adds to an archive."""
    return name.startswith((".", "__MACOSX/")) or "/." in name


def sources(
    inputs: Iterable[str],
    selection: Selection,
    limits: Limits = NO_LIMITS,
    seen: Seen | None = None,
    *,
    alone: bool,
) -> Iterator[Source]:
    """All issues of the inputs, in no order; what cannot be looked into, or is too large, is a source with a problem.

    What is looked at is noted in `seen`. `alone` says that there is one input, whose folder
    or archive is the root of the output's tree.
    """
    search = _Search(selection, limits, Seen() if seen is None else seen)
    is_root = alone and selection.base is None
    for path in map(local, inputs):
        search.count()
        name = os.path.basename(path.rstrip("/")) if is_root else _name_of(path, selection.base)
        root = "" if is_root or name == os.curdir else f"{name}/"
        yield from search.known(shown(name), path, search.in_input(path, name, root))


class _Search:
    """Looks for issues in one input after the other."""

    def __init__(self, selection: Selection, limits: Limits, seen: Seen):
        self._selection, self._limits, self._seen = selection, limits, seen

    def count(self) -> None:
        """One more input is looked at."""
        self._seen.inputs += 1

    def known(self, name: str, path: str, found: Iterator[Source]) -> Iterator[Source]:
        """What is found, and what keeps more from being found."""
        try:
            yield from found
        except (InputError, MissingExtra) as error:
            yield Source(name, path, problem=str(error))

    def in_input(self, path: str, name: str, root: str) -> Iterator[Source]:
        """The issues in an input, `root` before the names of what is in it."""
        if is_folder(path):
            yield from self._in_folder(path, root)
        elif is_archive(path):
            yield from self._in_archive(path, root, "")
        else:
            yield self._file(shown(name), path, stamp_of(path))

    def _in_folder(self, folder: str, root: str) -> Iterator[Source]:
        folders = [(folder, "")]  # no recursion: a tree may be deeper than Python's
        while folders:
            path, below = folders.pop()
            inside = self._in_one_folder(path, below, root, folders)
            yield from self.known(shown(root + below.rstrip("/")), path, inside) if below else inside

    def _in_one_folder(self, folder: str, below: str, root: str, folders: list[tuple[str, str]]) -> Iterator[Source]:
        for entry in entries(folder):
            name = below + entry.name
            if entry.folder and self._selection.shuns(entry.path):
                continue
            if is_hidden(entry.name):
                self._seen.pass_over(name, hidden=True)
            elif entry.folder:
                folders.append((entry.path, f"{name}/"))
            else:
                yield from self.known(shown(root + name), entry.path, self._in_entry(entry, root, name))

    def _in_entry(self, entry: Entry, root: str, name: str) -> Iterator[Source]:
        if is_archive(entry.name):
            yield from self._in_archive(entry.path, root, f"{name}/")
        elif self._selection.wants(name):
            yield self._file(shown(root + name), entry.path, entry.stamp or stamp_of(entry.path))
        else:
            self._seen.pass_over(name)

    def _file(self, name: str, path: str, stamp: Stamp) -> Source:
        too_large = self._limits.is_too_large(stamp.size)
        return Source(name, path, None, stamp, str(self._limits.too_large(printable(path))) if too_large else None)

    def _in_archive(self, path: str, root: str, below: str) -> Iterator[Source]:
        stamp = stamp_of(path)
        for member in members(path, self._limits):
            if self._selection.wants(member.name):
                name = shown(root + below + member.name)
                yield Source(name, path, member.place, stamp._replace(size=member.size), member.problem)
            else:
                self._seen.pass_over(member.name, hidden=is_hidden(member.name))


def _name_of(path: str, base: str | None) -> str:
    if is_url(path):
        return path.partition("://")[2]
    below = os.path.relpath(os.path.abspath(path), base or os.curdir)
    inside = below != os.pardir and not below.startswith(os.pardir + os.sep)
    return (below if inside else os.path.abspath(path).lstrip(os.sep)).replace(os.sep, "/")


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other) if not is_url(one) else one == other


def listed(stream: BinaryIO, nul: bool) -> Iterator[str]:
    """The paths of a list, a line each, or parted by NUL: if `nul` says so or its first block holds one.

    InputError where it goes on without any, /dev/zero for one."""
    block = stream.read(BLOCK)
    mark = b"\0" if nul or b"\0" in block else b"\n"
    rest = b""
    while block:
        *whole, rest = (rest + block).split(mark)
        if len(rest) > BLOCK or (len(block) == BLOCK and not block.strip(mark)):
            raise InputError("is not a list of paths", remedy="give one path per line, or separate them by NUL bytes")
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
