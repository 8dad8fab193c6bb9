"""What is odd about a text that was read without an error: each oddity a sentence with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newssplit.files.mojibake import lost, misread
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

Where = Callable[[int], str]
"""The place of the character at an index, in words."""


def oddities(text: str, encoding: str, mark: int | None) -> list[str]:
    """What a user should know of a text, by gravity; empty for nearly every file.

    `encoding` is what the file was read as; `mark` the bytes of the byte order mark in front, None where bytes
    were replaced, so that characters do not tell where they stand in the file.
    """

    def where(index: int) -> str:
        before = None if mark is None else mark + len(text[:index].encode(encoding, "replace"))
        return place(text, index, before)

    wrong = list(_misread(text, _FAMILIES.get(encoding, encoding), where))
    # What is misread is full of private-use characters, too.
    return [*wrong, *_lost(text, where), *_marks(text, where), *(() if wrong else _private(text, where))]


def _misread(text: str, encoding: str, where: Where) -> Iterator[str]:
    """UTF-8 read as something else; or else stretches that are hardly Chinese."""
    if found := misread(text):
        between = f"between {where(found.first)} and {where(found.last)}"
        yield _told(found.characters, found.read_as, "utf-8", encoding, between)
    elif doubtful := suspect(text):
        between = f"between {where(doubtful.first)} and {where(doubtful.last)}"
        if doubtful.pair:
            yield _told(doubtful.characters, *doubtful.pair, encoding, between)
        else:
            yield f"{doubtful.characters} characters {between} hardly look like Chinese; look at them"


def _told(count: int, read_as: str, written_in: str, encoding: str, between: str) -> str:
    wrong, right = _NAMES.get(read_as, read_as), _NAMES.get(written_in, written_in)
    if read_as == encoding:
        return f"{count} characters {between} are {right}, not {wrong} as the rest; {APART}"
    return f"{count} characters {between} are {right} that was once read as {wrong} and saved so; {ANEW}"


def _lost(text: str, where: Where) -> Iterator[str]:
    for sign, index in lost(text):
        yield f"{sign} stands {text.count(sign)} times for text that is lost, the first at {where(index)}; {ANEW}"


def _marks(text: str, where: Where) -> Iterator[str]:
    if found := _MARK_RE.search(text):
        count = len(_MARK_RE.findall(text))
        first = where(found.start())
        yield f"U+FEFF, a byte order mark, stands {count} times within the text, the first at {first}; {TOGETHER}"


def _private(text: str, where: Where) -> Iterator[str]:
    if found := PRIVATE_RE.search(text):
        count, first = len(PRIVATE_RE.findall(text)), where(found.start())
        yield f"private-use characters, which only one font shows, stand {count} times in it, the first at {first}"
