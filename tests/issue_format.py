"""The annotated issues that the tests run on, compiled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newssplit.evaluation.issue_format import Item, compile_issue


@dataclass(frozen=True)
class Golden:
    """An annotated issue, compiled."""

    name: str
    text: str
    articles: list[Item]


@cache
def golden_issues(folder: Path) -> Sequence[Golden]:
    """All annotated issues under `folder`, by name; compiled once for all tests that run on them."""
    issues = list[Golden]()
    for path in sorted(folder.rglob("*.issue")):
        text, gold = compile_issue(path.read_text("utf-8"), path.name)
        issues.append(Golden(path.relative_to(folder).with_suffix("").as_posix(), text, gold["articles"]))
    return issues
