"""Packages that only some formats need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newssplit.errors import MissingExtra


@contextmanager
def extra(name: str) -> Iterator[None]:
    """A block of imports; MissingExtra where what the extra `name` installs is not there."""
    try:
        yield
    except ImportError as error:
        raise MissingExtra(
            f"writing {name} needs the package {error.name}", remedy=f"pip install 'newssplit[{name}]'"
        ) from None
