"""One wire story, many papers: articles that print the same text get the same `story` id.

Articles come one by one, in the order of their issues' names. Each is compared with the first printing
of every story that may be its own: those whose opening shares enough three-character pieces with it, by
MinHash in bands, which an index on disk keeps. So time grows linearly and memory stays flat. The
comparison itself is strict, because two stories under one id would be worse than one under two: papers
cut a wire text from the end and drop clauses, but they do not change its figures, days and names.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

from newssplit.batch.essence import FIGURES, days_of_month, essence, without_days
from newssplit.errors import MissingExtra
from newssplit.output.record import Record

OPENING = 300
"""Characters whose pieces find candidates."""
SHORTEST = 50
"""Characters that a text must have: shorter ones are alike by chance."""
BANDS, ROWS = 20, 3  # half of the pieces in common: found in 93 of 100 cases; four fifths: always
CANDIDATES = 30
MOST_LEFT_OUT, MOST_REPLACED = 0.3, 0.03
LENGTH_PER_WORD = 200
"""Characters in which one word may be another: a slip or a paper's habit, where more would be other names."""

SCHEMA = """
CREATE TABLE firsts (number INTEGER PRIMARY KEY, name TEXT, item INTEGER, text TEXT, told INTEGER DEFAULT 0);
CREATE TABLE bands (piece INTEGER, number INTEGER, PRIMARY KEY (piece, number)) WITHOUT ROWID;
"""


class Member(NamedTuple):
    """An article of a story."""

    name: str
    """Its issue."""
    order: int
    story: str


def require_stories() -> None:
    """MissingExtra where the packages of the extra `stories` are not installed."""
    try:
        import datasketch  # noqa: F401
        import rapidfuzz  # noqa: F401
    except ImportError:
        raise MissingExtra("--stories needs more packages", remedy="pip install 'newssplit[stories]'") from None


def stories(records: Iterable[Record]) -> Iterator[Member]:
    """All articles that at least one other article prints too; those alone have no story.

    The lesser of two copies in one dump is none: its `duplicate_of` names the better one, which has the story.
    """
    with closing(sqlite3.connect("", isolation_level=None)) as index:  # a file of its own, gone when closed
        index.executescript(f"PRAGMA journal_mode=OFF; {SCHEMA}")
        for record in records:
            text = "" if record["kind"] != "article" or record["duplicate_of"] else essence(record)
            if len(without_days(text)) >= SHORTEST:
                yield from _placed(index, record, text)


def _placed(index: sqlite3.Connection, record: Record, text: str) -> Iterator[Member]:
    bands = _bands(text)
    first = _first_of(index, bands, text)
    if first is None:
        query = "INSERT INTO firsts (name, item, text) VALUES (?, ?, ?)"
        number = index.execute(query, (record["source"], record["order"], text)).lastrowid
        index.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", ((band, number) for band in bands))
        return
    number, name, item, printed, told = first
    story = blake2b(printed.encode(), digest_size=8).hexdigest()
    if not told:
        index.execute("UPDATE firsts SET told = 1 WHERE number = ?", (number,))
        yield Member(name, item, story)
    yield Member(record["source"], record["order"], story)


def _first_of(index: sqlite3.Connection, bands: list[int], text: str) -> tuple[int, str, int, str, int] | None:
    places = ", ".join("?" * len(bands))
    query = (
        f"SELECT number, count(*) FROM bands WHERE piece IN ({places}) GROUP BY number "
        f"ORDER BY count(*) DESC, number LIMIT {CANDIDATES}"
    )
    for number, _ in index.execute(query, bands).fetchall():
        first: tuple[int, str, int, str, int]
        first = index.execute("SELECT * FROM firsts WHERE number = ?", (number,)).fetchone()
        if same_story(first[3], text):
            return first
    return None


def same_story(one: str, other: str) -> bool:
    """Whether two essences are printings of one text."""
    shorter = min(len(one), len(other))
    replaced: set[tuple[str, str]] = set()
    lost = letters = words = 0
    for edit in _edits(one[:shorter], other[:shorter]):
        pair = without_days(edit.removed), without_days(edit.added)
        if edit.changes_figure() or edit.changes_day() or pair in replaced:
            return False
        lost += max(map(len, pair))
        letters += min(map(len, pair))
        words += min(map(len, pair)) > 1
        replaced.update([pair] if all(pair) else [])  # what is replaced a second time is no slip but another name
    # What one leaves out, the other brings more of at the end: it counts twice.
    few_replaced = letters <= MOST_REPLACED * shorter and words <= shorter / LENGTH_PER_WORD
    return few_replaced and lost <= 2 * MOST_LEFT_OUT * shorter


class _Edit(NamedTuple):
    """What stands in one text, and what in its place in the other."""

    removed: str
    added: str
    around: str
    """The characters before and behind it."""

    def changes_figure(self) -> bool:
        """Whether another figure stands there; one that is left out with its clause is none."""
        if FIGURES.isdisjoint(self.removed + self.added):
            return False
        return bool(self.removed and self.added) or not FIGURES.isdisjoint(self.around)

    def changes_day(self) -> bool:
        """Whether another day of the month stands there; 昨日 may be any."""
        one, other = days_of_month(self.removed), days_of_month(self.added)
        return bool(one and other) and one != other


def _edits(one: str, other: str) -> Iterator[_Edit]:
    from rapidfuzz.distance import Levenshtein

    for edit in Levenshtein.opcodes(one, other):
        if edit.tag != "equal":
            before, after = one[: edit.src_start][-1:], one[edit.src_end : edit.src_end + 1]
            yield _Edit(one[edit.src_start : edit.src_end], other[edit.dest_start : edit.dest_end], before + after)


def _bands(text: str) -> list[int]:
    from datasketch import MinHash

    opening = without_days(text)[:OPENING]
    pieces = {opening[i : i + 3].encode() for i in range(len(opening) - 2)}
    hashed = MinHash(BANDS * ROWS, seed=1, hashfunc=crc32)
    hashed.update_batch(sorted(pieces))
    digest = hashed.digest()
    rows = (digest[i : i + ROWS].tobytes() for i in range(0, BANDS * ROWS, ROWS))
    return [int.from_bytes(blake2b(row, digest_size=7, salt=bytes([n])).digest(), "big") for n, row in enumerate(rows)]
