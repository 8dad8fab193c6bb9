"""How a run goes, and whom to tell."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Protocol

from newssplit.batch.passed import Seen
from newssplit.batch.work import Outcome


@dataclass(slots=True)
class Tally:
    """How far a run is."""

    issues: int = 0
    """All inputs of the run."""
    converted: int = 0
    unchanged: int = 0
    """Done by an earlier run."""
    failed: int = 0
    articles: int = 0
    """Of all that are done."""
    bytes: int = 0
    """Of the inputs that were converted."""
    kept: int = 0
    """Outputs of earlier runs whose inputs this run does not have."""
    seen: Seen = field(default_factory=Seen)
    """What was looked at."""
    stopped: bool = False
    """The run ended before all was done."""
    started: float = field(default_factory=time.monotonic)

    @property
    def settled(self) -> int:
        return self.converted + self.unchanged + self.failed


class Progress(Protocol):
    """Whom to tell how a run goes; called often."""

    def stage(self, name: str, tally: Tally) -> None:
        """What begins: `looking`, `converting`, `joining`, `finishing`."""

    def advanced(self, tally: Tally) -> None:
        """One more input is settled."""

    def warned(self, outcome: Outcome) -> None:
        """An input is done, but there is something to know about it."""

    def failed(self, outcome: Outcome) -> None:
        """An input gives no articles."""
