"""Annotated issues, and damaged copies of them, as what a fit counts: the rules that spoke, and what the gold says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newssplit.fitting.issues import Dump, Issue
from newssplit.fitting.told import Told, told
from newssplit.lexicon import Lexicon
from newssplit.pipeline import see
from newssplit.rules.table import Weighed

DAMAGED = 0.5
"""The copies of an issue together count as much as so many issues."""


class Kind(NamedTuple):
    """Units of which the same rules speak."""

    rules: tuple[str, ...]
    """Their names; a rule that decides is not among them."""
    labels: tuple[int, ...]
    """Those that such a unit can have."""


class Page(NamedTuple):
    """A dump with its gold, unit by unit."""

    name: str
    """Of its issue."""
    family: str
    copy: int
    """0 for the issue itself."""
    weight: float
    """How much it counts."""
    kinds: Sequence[Kind]
    borders: Sequence[int]
    told: Sequence[Told]
    lines: Sequence[int]
    """Where each unit begins, as the number of its line from 1."""


def read_pages(issue: Issue, lexicon: Lexicon) -> list[Page]:
    """What the rules say of an issue and of its copies, and what the gold does."""
    return [_read(issue, copy, dump, lexicon) for copy, dump in enumerate((issue.clean, *issue.damaged))]


def _read(issue: Issue, copy: int, dump: Dump, lexicon: Lexicon) -> Page:
    seen = see(dump.text, lexicon)
    kinds = {id(e): _kind(e) for e in seen.evidence}
    return Page(
        issue.name,
        issue.family,
        copy,
        DAMAGED / len(issue.damaged) if copy else 1.0,
        [kinds[id(e)] for e in seen.evidence],
        list(seen.borders),
        told(dump.text, dump.articles, seen.sights),
        [s.unit.line + 1 for s in seen.sights],
    )


def _kind(found: Weighed) -> Kind:
    rules = tuple(c.rule.name for c in found.fired if c.rule.decides is None)
    return Kind(rules, tuple(label for label, _ in found.candidates))
