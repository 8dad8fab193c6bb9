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
from itertools import islice
from pathlib import PurePath
from typing import Any

from newssplit.errors import ProfileError
from newssplit.lexicon import Table, default_lexicon, squeeze
from newssplit.limits import LONGEST_WORD, MOST_MISTAKES, MOST_WORDS
from newssplit.paths.patterns import pattern_problems
from newssplit.profile import ACTIONS, Edit, Profile
from newssplit.profile_carriers import KEY as CARRIERS
from newssplit.profile_carriers import Problem, allowed, carrier_problems, carrier_sizes, close
from newssplit.profile_lines import line_of
from newssplit.profile_toml import toml_of
from newssplit.profile_weights import rows_of, weights_problems
from newssplit.reading.carriers.described import carrier_of, packaged_carriers
from newssplit.settings import FILE, option_problems
from newssplit.settings import KEY as OPTIONS
from newssplit.weights import TABLES

PATHS = "path_patterns"
DESCRIPTIONS = ("name", "newspaper", "description")
"""Keys that only describe the profile: nothing is recognised by them."""


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
