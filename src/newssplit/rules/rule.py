"""What a rule is: a sign that a newspaper reader would name, and what it speaks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from newssplit.rules.sight import Sight


class Rule(NamedTuple):
    """A sign, and the weight in decibans that it adds to the labels it speaks for or against."""

    name: str
    reason: str
    """For a user to read: what a newspaper reader knows."""
    weights: Mapping[str, int]
    test: Callable[[Sight], bool]
    hits: tuple[str, ...]
    """Dumps in which the sign stands: a line, or several with `→` before the one that is meant."""
    misses: tuple[str, ...]
    """Dumps in which it looks so and is not."""
