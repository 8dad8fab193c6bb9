"""What a rule is: a sign that a newspaper reader would name, and what it speaks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newssplit.light import NamedTuple
from newssplit.rules.sight import Sight
from newssplit.weights import rule_weights

CERTAIN = 90
"""Decibans, as evidence shows them, of a rule that decides."""


class Rule(NamedTuple):
    """A sign that speaks for some labels and against others; data/weights.toml says by how much."""

    name: str
    reason: str
    """For a user to read: what a newspaper reader knows."""
    test: Callable[[Sight], bool]
    hits: tuple[str, ...]
    """Dumps in which the sign stands: a line, or several with `→` before the one that is meant."""
    misses: tuple[str, ...]
    """Dumps in which it looks so and is not."""
    admits: tuple[str, ...] = ()
    """Labels that few units can have, and that a unit can have if this rule speaks of it."""
    needs: int = 0
    """The signs (`signs.py`) without which it cannot speak; it is asked of no unit that lacks one. That saves time and does
    nothing else: the test asks for all it needs."""
    decides: str | None = None
    """The label of each unit of which it speaks; no other rule is asked then, and it has no weights.

    The grammar must know a step by it from every mode, or some page would have no reading."""

    @property
    def weights(self) -> Mapping[str, int]:
        """Decibans for each label that it speaks for or against."""
        return rule_weights().get(self.name, {}) if self.decides is None else {self.decides: CERTAIN}
