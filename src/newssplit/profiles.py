"""Profiles: what a user adds to the vocabulary, or takes from it, for the house style of a paper.

A profile is TOML with the tables of data/vocabulary.toml below `add` and `remove`:

    name = "jiangcheng"
    newspaper = "江城晚报"

    [add.labels]
    words = ["江城茶馆"]

    [remove.notices]
    heads = ["预告"]

It may describe carriers, too, and say what signs weigh: see `newssplit.profile_carriers` and
`newssplit.profile_weights`.

Pure: text in, objects out; `newssplit.batch.profile_files` finds and reads the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import PurePath
from typing import Any, Literal, get_args

from newssplit.errors import ProfileError
from newssplit.lexicon import Lexicon, Table, default_lexicon, squeeze
from newssplit.limits import LONGEST_WORD, MOST_MISTAKES, MOST_WORDS
from newssplit.model import counted
from newssplit.paths.patterns import pattern_problems
from newssplit.profile_carriers import KEY as CARRIERS
from newssplit.profile_carriers import Problem, allowed, carrier_problems, carrier_sizes, close, with_packaged
from newssplit.profile_lines import line_of
from newssplit.profile_toml import toml_of
from newssplit.profile_weights import rows_of, weights_problems
from newssplit.reading.carriers.described import Carrier, carrier_of, packaged_carriers
from newssplit.settings import FILE, option_problems
from newssplit.settings import KEY as OPTIONS
from newssplit.weights import TABLES, Row, Weights, packaged_weights

PATHS = "path_patterns"
Action = Literal["add", "remove"]
ACTIONS: tuple[Action, ...] = get_args(Action)
DESCRIPTIONS = ("name", "newspaper", "description")
"""Keys that only describe the profile: nothing is recognised by them."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words for one list of the vocabulary."""

    action: Action
    table: str
    key: str
    words: tuple[str, ...]
    """Without the spaces inside them; in `people.surnames` each is one character."""


@dataclass(frozen=True, slots=True)
class Profile:
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


def read_profile(text: str, *, path: str | None = None) -> Profile:
    """The profile in a TOML text; the first mistake in it is raised as ProfileError."""
    data = toml_of(text, path)
    for mistake in _mistakes(data, text, path):
        raise mistake
    edits = (
        Edit(action, table, key, tuple("".join(word.split()) for word in words))
        for action in ACTIONS
        for table, lists in data.get(action, {}).items()
        for key, words in lists.items()
    )
    carriers = tuple(map(carrier_of, data.get(CARRIERS, ())))
    told, patterns = {key: data.get(key) for key in DESCRIPTIONS}, tuple(data.get(PATHS, ()))
    return Profile(**told, edits=tuple(edits), carriers=carriers, path_patterns=patterns, weights=rows_of(data))


def mistakes(text: str, *, path: str | None = None) -> list[ProfileError]:
    """The mistakes in a TOML text, a hundred at most, in the order of its tables; of its syntax only the first."""
    try:
        return list(islice(_mistakes(toml_of(text, path), text, path), MOST_MISTAKES))
    except ProfileError as error:
        return [error]


def _mistakes(data: dict[str, Any], text: str, path: str | None) -> Iterator[ProfileError]:
    if OPTIONS in data and path is not None and PurePath(path).name != FILE:
        place = str(line_of(text, OPTIONS))
        yield ProfileError(
            "options are read from no other file", path=path, place=place, remedy=f"put them into {FILE}"
        )
    for where, problem, remedy in _problems(data, default_lexicon().table):
        yield ProfileError(problem, path=path, place=str(line_of(text, *where)), remedy=remedy)


def _problems(data: dict[str, Any], vocabulary: Table) -> Iterator[Problem]:
    yield from _excess(data)
    for key, value in data.items():
        if key in DESCRIPTIONS:
            if not isinstance(value, str):
                yield (key,), f"{key} is not a string", f'write {key} = "…"'
        elif key == CARRIERS:
            yield from carrier_problems(value, vocabulary["fields"], (carrier.name for carrier in packaged_carriers()))
        elif key in TABLES:
            yield from weights_problems(key, value)
        elif key == OPTIONS:
            yield from option_problems(value)
        elif key == PATHS:
            yield from pattern_problems(PATHS, value)
        elif key not in ACTIONS:
            known = (*DESCRIPTIONS, PATHS, *ACTIONS, CARRIERS, OPTIONS, *TABLES)
            yield (key,), f"there is no key {key}", allowed(key, known)
        elif not isinstance(value, Mapping):
            yield (key,), f"{key} is not a table", f"write [{key}.labels] and below it words = [ … ]"
        else:
            for table, lists in value.items():
                yield from _table_problems(key, table, lists, vocabulary)


def _excess(data: dict[str, Any]) -> Iterator[Problem]:
    """More words than all lists together may have, told of the list that has the most."""
    sizes: dict[tuple[str | int, ...], int] = {
        (action, table, key): len(words)
        for action in ACTIONS
        for table, lists in _items(data.get(action))
        for key, words in _items(lists)
        if isinstance(words, list)
    }
    sizes |= carrier_sizes(data.get(CARRIERS))
    if (total := sum(sizes.values())) > MOST_WORDS:
        longest = max(sizes, key=lambda where: sizes[where])
        yield longest, f"it holds {total} words, more than {MOST_WORDS}", "keep the words that the paper prints"


def _items(table: Any) -> Iterable[tuple[str, Any]]:
    return table.items() if isinstance(table, Mapping) else ()


def _table_problems(action: str, table: str, lists: Any, vocabulary: Table) -> Iterator[Problem]:
    if table not in vocabulary:
        yield (action, table), f"there is no table {table}", allowed(table, vocabulary)
    elif not isinstance(lists, Mapping):
        yield (action, table), f"{action}.{table} is not a table", f"write [{action}.{table}] and below it KEY = [ … ]"
    else:
        for key, words in lists.items():
            if key not in vocabulary[table]:
                yield (action, table, key), f"there is no list {table}.{key}", allowed(key, vocabulary[table])
            else:
                yield from _list_problems((action, table, key), words, vocabulary[table][key])


def _list_problems(where: tuple[str, str, str], words: Any, there: str | list[str]) -> Iterator[Problem]:
    action, table, key = where
    name = f"{table}.{key}"
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        yield where, f"{name} is not a list of strings", f'write {key} = ["…", "…"]'
        return
    known = set(map(squeeze, there))
    for word in words:
        if not word.strip():
            yield (*where, word), f"an empty word in {name}", "leave it out"
        elif len(word) > LONGEST_WORD:
            yield where, f"a word of {len(word)} characters in {name}", f"words have at most {LONGEST_WORD}"
        elif isinstance(there, str) and len("".join(word.split())) != 1:
            yield (*where, word), f"{word} in {name} is not one character", "see people.compound_surnames"
        elif action == "remove" and squeeze(word) not in known:
            remedy = close(word, there) or "leave it out"
            yield (*where, word), f"{word} cannot be removed: it is not in {name}", remedy
    if action == "remove" and known <= set(map(squeeze, words)):
        yield where, f"nothing would be left of {name}", "leave one word in it"
