"""What can go wrong through no fault of the program: each error says where and what to do."""

from __future__ import annotations

from typing import Self


class NewssplitError(Exception):
    """The family: `str(error)` is one line for people, `place: what is wrong; what to do`."""

    def __init__(self, problem: str, *, path: str | None = None, place: str | None = None, remedy: str | None = None):
        self.problem, self.path, self.place, self.remedy = problem, path, place, remedy
        where = ":".join(filter(None, (path, place)))
        super().__init__(f"{where}: " * bool(where) + problem + f"; {remedy}" * bool(remedy))

    def about(self, path: str) -> Self:
        """The same error under another name of its file."""
        return type(self)(self.problem, path=path, place=self.place, remedy=self.remedy)


class InputError(NewssplitError):
    """A file that cannot be read: missing, a folder, no permission."""


class DecodingError(NewssplitError):
    """Bytes that are no text, or text in another encoding than the one tried."""


class OutputError(NewssplitError):
    """A result that cannot be written."""


class DamagedManifest(OutputError):
    """A manifest of `newssplit batch` that is none, or holds impossible values."""


class NothingToDo(NewssplitError):
    """A command whose inputs hold nothing to work on."""


class ProfileError(NewssplitError):
    """A mistake in a profile: file, line, what is wrong and what is allowed."""


class MissingExtra(NewssplitError):
    """A feature whose optional packages are not installed."""
