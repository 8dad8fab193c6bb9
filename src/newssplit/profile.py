"""A profile: the words of one paper, and the vocabulary with them; `newssplit.profiles` reads it."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args

from newssplit.lexicon import Carrier, Lexicon, Table, default_lexicon, squeeze
from newssplit.light import NamedTuple
from newssplit.model import counted
from newssplit.weights import Row, Weights, packaged_weights

Action = Literal["add", "remove"]
ACTIONS: tuple[Action, ...] = get_args(Action)


class Edit(NamedTuple):
    """Words for one list of the vocabulary."""

    action: Action
    table: str
    key: str
    words: tuple[str, ...]
    """Without the spaces inside them; in `people.surnames` each is one character."""


class Profile(NamedTuple):
    """A profile without mistakes; equal profiles make equal vocabularies."""

    name: str | None = None
    newspaper: str | None = None
    description: str | None = None
    edits: tuple[Edit, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    """How tools that newssplit does not know write their records."""
    path_patterns: tuple[str, ...] = ()
    """How its files are named; see `newssplit.paths.patterns`."""
    weights: tuple[Row, ...] = ()
    """What signs and steps weigh, where it is not what they weigh in the package."""

    def count(self, action: Action) -> int:
        """How many words it adds or removes."""
        return sum(len(edit.words) for edit in self.edits if edit.action == action)

    def summary(self) -> str:
        """What it changes, in a few words."""
        words = f"{counted(self.count('add'), 'word')} added, {self.count('remove')} removed"
        words += f", {counted(len(self.carriers), 'carrier')} described" * bool(self.carriers)
        return words + f", {counted(len(self.weights), 'row')} of weights" * bool(self.weights)


@cache
def lexicon_of(profile: Profile | None) -> Lexicon:
    """The package's vocabulary as the profile changes it; one object for equal profiles."""
    default = default_lexicon()
    if profile is None or not (profile.edits or profile.carriers or profile.weights):
        return default
    return Lexicon(merged(default.table, profile), _carriers(profile), weights_of(profile))


def weights_of(profile: Profile) -> Weights | None:
    """The package's weights as the profile changes them; None where it changes none."""
    return packaged_weights().with_rows(profile.weights) if profile.weights else None


def _carriers(profile: Profile) -> tuple[Carrier, ...] | None:
    """The carriers that a dump may have; None for those of the package as they are."""
    from newssplit.profile_carriers import with_packaged  # of no use to who has no profile

    named = frozenset(word for edit in profile.edits if edit.table == "fields" for word in edit.words)
    return with_packaged(profile.carriers, named) if profile.carriers or named else None


def merged(table: Table, profile: Profile) -> Table:
    """The table with the words added, then those removed; `table` itself stays as it is."""
    tables: dict[str, dict[str, Any]] = {name: dict(lists) for name, lists in table.items()}
    for edit in sorted(profile.edits, key=lambda edit: ACTIONS.index(edit.action)):
        words = tables[edit.table][edit.key]
        tables[edit.table][edit.key] = _edited(words, edit)
    return tables


def _edited(words: str | list[str], edit: Edit) -> str | list[str]:
    if edit.action == "add":
        changed = list(dict.fromkeys([*words, *edit.words]))
    else:
        gone = set(map(squeeze, edit.words))
        changed = [word for word in words if squeeze(word) not in gone]
    return "".join(changed) if isinstance(words, str) else changed
