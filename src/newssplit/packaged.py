"""The files of the package's own data: words, weights, texts in other languages."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data
from typing import Any

from newssplit.patterns import toml


@cache
def packaged(name: str) -> dict[str, Any]:
    """A TOML file of the package's own data."""
    return toml.loads(packaged_text(name))


def packaged_text(name: str) -> str:
    """Any file of the package's own data."""
    content = get_data("newssplit", f"data/{name}")
    assert content is not None  # the package's own files are always there
    return content.decode("utf-8")
