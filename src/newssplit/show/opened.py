"""One input, read and split, for the commands that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newssplit.batch.inputs import printable, read_bytes
from newssplit.batch.stream import InputOptions, Report, issue_in, place_of
from newssplit.errors import InputError
from newssplit.model import DOUBTFUL, Article, Issue
from newssplit.output.record import records_of
from newssplit.show.visible import visible, visible_record

__all__ = ["DOUBTFUL", "UNSURE", "Opened", "open_issue"]
UNSURE = 0.5
"""Below this confidence an article is more likely wrong than right: look there first."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An issue with where it is from."""

    source: str
    """The path as the user gave it, harmless to show."""
    encoding: str
    issue: Issue

    def records(self) -> list[dict[str, Any]]:
        """The articles as records whose strings are harmless to show."""
        return [visible_record(record) for record in records_of(self.issue)]

    def article(self, order: int) -> Article:
        """The article with this number; InputError, with the numbers there are, where there is none."""
        count = len(self.issue.articles)
        if not 1 <= order <= count:
            remedy = f"choose one from 1 to {count}" if count else "it has none"
            raise InputError(f"there is no article {order}", path=self.source, remedy=remedy)
        return self.issue.articles[order - 1]


def open_issue(path: str, options: InputOptions, report: Report) -> Opened:
    """Read and split the input at `path`, `-` for standard input; what is to be known of it is told.

    Raises InputError or DecodingError where it cannot be read.
    """
    source = printable(path)
    issue, encoding = issue_in(read_bytes(path, options.nuls), source, options, report, place_of(path))
    return Opened(visible(source), encoding, issue)
