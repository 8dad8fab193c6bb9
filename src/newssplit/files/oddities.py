"""What is odd about a text that was read without an error: each oddity a sentence with its place."""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.files.mojibake import LOST, lost, misread
from newssplit.files.places import place
from newssplit.files.stretches import PRIVATE_RE, suspect
from newssplit.patterns import re

_MARK_RE = re.compile("[\ufeff\ufffe]")
"""A byte order mark behind the first character, in either order."""
_FAMILIES = {"big5hkscs": "cp950"}
_NAMES = {"cp950": "big5"}
ANEW = "get the text from where it is still right"
APART = "put each encoding into a file of its own"
TOGETHER = "check whether files were joined"

Sort = tuple[str, ...]
"""`misread` and what it was read as; `suspect`, what it was read as and what it is written in, if that is known;
`lost` and the sign for it; `mark`; `private`."""


class _Found:
    """All of one sort."""

    __slots__ = ("count", "first", "last")

    def __init__(self, first: str):
        self.count = 0
        self.first = self.last = first
        """The places of the first and the last, in words."""


def oddities(text: str, encoding: str, mark: int | None) -> list[str]:
    """What a user should know of a whole text, by gravity; empty for nearly every file. See Oddities."""
    found = Oddities(encoding, mark)
    found.look(text)
    return found.told()


class Oddities:
    """What a user should know of a text that comes in stretches.

    `encoding` is what the file was read as; `mark` the bytes of the byte order mark in front, None where bytes
    were replaced, so that characters do not tell where they stand in the file."""

    def __init__(self, encoding: str, mark: int | None):
        self._encoding, self._bytes, self._lines = encoding, mark, 0
        self._found = dict[Sort, _Found]()

    def look(self, text: str, size: int = 0) -> None:
        """Look through the next stretch of the text, which stands in so many bytes of the file."""
        wrong = list(_wrong(text))
        # What is misread is full of private-use characters, too.
        for sort, count, first, last in (*wrong, *_lost(text), *_marks(text), *(() if wrong else _private(text))):
            known = self._found.setdefault(sort, _Found(self.where(text, first)))
            known.count += count
            known.last = self.where(text, last)
        self._lines += text.count("\n")
        if self._bytes is not None:
            self._bytes += size

    def where(self, text: str, index: int) -> str:
        """The place in the file, in words, of a character of the next stretch."""
        before = None
        if self._bytes is not None:
            before = self._bytes + len(text[:index].encode(self._encoding, "replace"))
        return place(text, index, before, self._lines)

    def told(self) -> list[str]:
        """A sentence for each sort, by gravity."""
        family = _FAMILIES.get(self._encoding, self._encoding)
        wrong = sorted((s for s in self._found if s[0] in ("misread", "suspect")), key=lambda s: s[0] != "misread")
        return [
            *(_told_wrong(sort, self._found[sort], family) for sort in wrong[:1]),
            *(_told_lost(sign, self._found["lost", sign]) for sign in LOST if ("lost", sign) in self._found),
            *(_told_mark(found) for sort, found in self._found.items() if sort == ("mark",)),
            *(_told_private(found) for sort, found in self._found.items() if sort == ("private",) and not wrong),
        ]


Finds = Iterator[tuple[Sort, int, int, int]]
"""Sort, how many characters, and where the first and the last stand."""


def _wrong(text: str) -> Finds:
    """UTF-8 read as something else; or else stretches that are hardly Chinese."""
    if found := misread(text):
        yield ("misread", found.read_as), found.characters, found.first, found.last
    elif doubtful := suspect(text):
        yield ("suspect", *(doubtful.pair or ())), doubtful.characters, doubtful.first, doubtful.last


def _lost(text: str) -> Finds:
    for sign, index in lost(text):
        yield ("lost", sign), text.count(sign), index, index


def _marks(text: str) -> Finds:
    if found := _MARK_RE.search(text):
        yield ("mark",), len(_MARK_RE.findall(text)), found.start(), found.start()


def _private(text: str) -> Finds:
    if found := PRIVATE_RE.search(text):
        yield ("private",), len(PRIVATE_RE.findall(text)), found.start(), found.start()


def _told_wrong(sort: Sort, found: _Found, encoding: str) -> str:
    between = f"between {found.first} and {found.last}"
    kind, *pair = sort
    if kind == "misread":
        return _told(found.count, pair[0], "utf-8", encoding, between)
    if pair:
        return _told(found.count, pair[0], pair[1], encoding, between)
    return f"{found.count} characters {between} hardly look like Chinese; look at them"


def _told(count: int, read_as: str, written_in: str, encoding: str, between: str) -> str:
    wrong, right = _NAMES.get(read_as, read_as), _NAMES.get(written_in, written_in)
    if read_as == encoding:
        return f"{count} characters {between} are {right}, not {wrong} as the rest; {APART}"
    return f"{count} characters {between} are {right} that was once read as {wrong} and saved so; {ANEW}"


def _told_lost(sign: str, found: _Found) -> str:
    return f"{sign} stands {found.count} times for text that is lost, the first at {found.first}; {ANEW}"


def _told_mark(found: _Found) -> str:
    return (
        f"U+FEFF, a byte order mark, stands {found.count} times within the text, the first at {found.first}; {TOGETHER}"
    )


def _told_private(found: _Found) -> str:
    return (
        f"private-use characters, which only one font shows, stand {found.count} times in it, "
        f"the first at {found.first}"
    )
