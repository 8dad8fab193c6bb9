"""What an earlier run has made, and what this one makes beside it; where both are kept is not known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Key = tuple[str, str | bytes, int]
"""What makes it (`re`, `regex`, `toml`), of which text, with which flags: the same key is the same thing."""
Loader = Callable[[], Mapping[Key, Any]]


class Ready:
    """Things that are made of a text alone, by their keys; as plain data those that were ready."""

    def __init__(self) -> None:
        self._load: Loader | None = None
        self._found: Mapping[Key, Any] | None = None
        self.new = dict[Key, Any]()
        """What was not ready and was made in this run, if anybody wants to know."""

    def use(self, load: Loader | None) -> None:
        """From now on ask what `load` gives, which is called when something is first asked for; None: ask nobody."""
        self._load, self._found, self.new = load, None, {}

    def data(self, key: Key) -> Any:
        """What the thing is made of without work; None where that is not ready."""
        if self._load is None:
            return None
        if self._found is None:
            self._found = self._load()
        return self._found.get(key)

    def note(self, key: Key, thing: Any) -> None:
        """That the thing was not ready and had to be made."""
        if self._load is not None:
            self.new[key] = thing

    def all(self) -> Mapping[Key, Any]:
        """All that was ready, as data."""
        return self._found or {}


READY = Ready()
"""That of this process."""
