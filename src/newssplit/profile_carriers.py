"""Carriers in a profile: how a tool that newssplit does not know writes its records, and the mistakes in saying so.

    [[carriers]]
    name = "clippings"
    begins = ["No. {n} of {n}"]

    [carriers.fields]
    headline = ["HEAD"]

The keys are those of the package's own files, data/carriers/*.toml.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from newssplit.lexicon import Carrier
from newssplit.limits import LONGEST_WORD
from newssplit.patterns import re
from newssplit.reading.carriers.described import ANYTHING, HOLE_RE, HOLES, LINES, LONGEST, packaged_carriers

TOLD = 20
"""More names than these are not told in a message: they fill the screen."""
KEY = "carriers"
TEXTS = ("name", "title", "sample")
FIELDS = "fields"
KEYS = (*TEXTS, *LINES, FIELDS)
Place = tuple[str | int, ...]
Problem = tuple[Place, str, str]
"""The keys down to what is wrong, a number for a place in a list; what is wrong; what to do."""
NAME_RE = re.compile(r"[\w.-]+")


def carrier_problems(value: Any, kinds: Iterable[str], taken: Iterable[str]) -> Iterator[Problem]:
    """All mistakes in a list of carriers; `kinds` are those that a field may be of, `taken` the names of others."""
    if not isinstance(value, list) or not all(isinstance(table, Mapping) for table in value):
        yield (KEY,), f"{KEY} is not a list of tables", f'write [[{KEY}]] and below it name = "…"'
        return
    kinds, names = list(kinds), set(taken)
    for n, table in enumerate(value):
        yield from _table_problems((KEY, n), table, names, kinds)


def carrier_sizes(value: Any) -> dict[Place, int]:
    """How many patterns and names of fields each list in a list of carriers holds."""
    tables = enumerate(value) if isinstance(value, list) else ()
    lists = (
        (place, words)
        for n, table in tables
        if isinstance(table, Mapping)
        for place, words in (
            *(((KEY, n, key), table.get(key)) for key in LINES),
            *(((KEY, n, FIELDS, kind), names) for kind, names in _items(table.get(FIELDS))),
        )
    )
    return {place: len(words) for place, words in lists if isinstance(words, list)}


def _items(table: Any) -> Iterable[tuple[str, Any]]:
    return table.items() if isinstance(table, Mapping) else ()


def _table_problems(where: Place, table: Mapping[str, Any], taken: set[str], kinds: list[str]) -> Iterator[Problem]:
    for key in table:
        if key not in KEYS:
            yield (*where, key), f"a carrier has no key {key}", allowed(key, KEYS)
    for key in TEXTS:
        if key in table and not isinstance(table[key], str):
            yield (*where, key), f"{key} is not a string", f'write {key} = "…"'
    yield from _name_problems(where, table.get("name"), taken)
    for key in LINES:
        yield from _lines_problems((*where, key), table.get(key, []))
    yield from _fields_problems((*where, FIELDS), table.get(FIELDS, {}), kinds)
    if not any(table.get(key) for key in (*LINES, FIELDS)):
        yield where, "a carrier without lines and fields describes nothing", f"give it {', '.join(LINES)} or {FIELDS}"


def _name_problems(where: Place, name: Any, taken: set[str]) -> Iterator[Problem]:
    if name is None:
        yield where, "a carrier has no name", 'write name = "…"'
    elif not isinstance(name, str):
        return
    elif not NAME_RE.fullmatch(name):
        yield (*where, "name"), f"{name!r} cannot be the name of a carrier", "use letters, digits, - and ."
    elif name in taken:
        yield (*where, "name"), f"there is a carrier {name} already", "choose another name"
    else:
        taken.add(name)


def _lines_problems(where: Place, patterns: Any) -> Iterator[Problem]:
    key = where[-1]
    if not _are_strings(patterns):
        yield where, f"{key} is not a list of strings", f'write {key} = ["…", "…"]'
        return
    for pattern in patterns:
        holes = HOLE_RE.findall(pattern)
        if not pattern.strip():
            yield (*where, pattern), f"an empty pattern in {key}", "leave it out"
        elif len(pattern) > LONGEST:
            yield where, f"a pattern of {len(pattern)} characters in {key}", f"patterns have at most {LONGEST}"
        elif "\n" in pattern:
            yield (*where, pattern.split("\n")[0]), f"a pattern of several lines in {key}", "write one for each line"
        elif unknown := [hole for hole in holes if hole not in HOLES]:
            yield (*where, pattern), f"nothing is known to stand for {{{unknown[0]}}} in {key}", allowed_holes()
        elif set(holes) == {ANYTHING} and not HOLE_RE.sub("", pattern).strip():
            yield (*where, pattern), f"{pattern} in {key} would be every line", "put a word or a sign beside it"


def allowed_holes() -> str:
    """What may stand in a pattern for what changes."""
    return f"allowed: {', '.join(f'{{{hole}}}' for hole in HOLES)}"


def _fields_problems(where: Place, fields: Any, kinds: list[str]) -> Iterator[Problem]:
    if not isinstance(fields, Mapping):
        yield where, "the fields of a carrier are not a table", f"write [{KEY}.{FIELDS}] and below it KIND = [ … ]"
        return
    seen = dict[str, str]()
    for kind, names in fields.items():
        if kind not in kinds:
            yield (*where, kind), f"there is no kind of field {kind}", allowed(kind, kinds)
        elif not _are_strings(names):
            yield (*where, kind), f"{kind} is not a list of strings", f'write {kind} = ["…", "…"]'
        else:
            for name in names:
                if not name.strip():
                    yield (*where, kind, name), f"an empty name in {kind}", "leave it out"
                elif len(name) > LONGEST_WORD:
                    problem = f"a name of {len(name)} characters in {kind}"
                    yield (*where, kind), problem, f"names have at most {LONGEST_WORD}"
                elif seen.setdefault(name, kind) != kind:
                    yield (*where, kind, name), f"{name} is a field of {seen[name]} already", "keep one of them"


def _are_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def allowed(name: str, names: Collection[str]) -> str:
    """What is allowed where a name is not, with the likeliest; of many names, where they are told."""
    likely = close(name, names)
    told = f"allowed: {', '.join(names)}" if len(names) <= TOLD else "newssplit profiles show lists them"
    return f"{likely} {told}" if likely else told


def close(name: str, names: Iterable[str]) -> str:
    """The question whether a known name was meant; empty where none is like it."""
    from difflib import get_close_matches  # only who has made a mistake needs it

    found = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"did you mean {found[0]}?" if found else ""


def with_packaged(own: tuple[Carrier, ...], named: frozenset[str]) -> tuple[Carrier, ...]:
    """A profile's carriers before those of the package; of these no field keeps a name of which the profile's words
    say otherwise."""
    return (*own, *(_without(carrier, named) for carrier in packaged_carriers()))


def _without(carrier: Carrier, named: frozenset[str]) -> Carrier:
    fields = ((kind, tuple(name for name in names if name not in named)) for kind, names in carrier.fields)
    return carrier._replace(fields=tuple(fields))
