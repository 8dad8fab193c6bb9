"""The run's memory: what became of each input, in one SQLite file that any tool can read.

A row is written only after the output that it tells of has its name, so whatever is killed, a row that
says `done` is true; an output whose row was not written yet is simply made again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from newssplit.batch.halves import Half, Joins, Located, LooseEnd
from newssplit.batch.inputs import printable
from newssplit.batch.known import WITH_INPUTS, Finished, Wanted, wanted_of
from newssplit.batch.manifest_check import Damage
from newssplit.batch.manifest_file import ManifestFile
from newssplit.batch.names import folders_of
from newssplit.batch.sources import Source
from newssplit.batch.stamps import Stamp
from newssplit.batch.work import Outcome

MOST_LOOSE_ENDS = 200
"""More are no issue of a paper but a folder of undated files, in which nothing says what belongs together."""


class Manifest(ManifestFile):
    """What is known of inputs from earlier runs, and the inputs of this one."""

    def want(self, source: Source, output: str, claim: str) -> None:
        """Add an input to this run; `claim` is the path that it alone may be written to in the end.

        An input that is there already counts once; of two with one claim both fail.
        """
        path = os.fsencode(source.path)
        values = (source.name, path, source.place, *source.stamp)
        insert = "INSERT OR IGNORE INTO wanted VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        if self._write(insert, (*values, source.problem, output, None if source.problem else claim)):
            return
        query = "SELECT name, path, place FROM wanted WHERE name = ? OR claim = ?"
        others = list(self._rows(query, (source.name, claim)))
        if all((path, source.place) == (other, place) for _, other, place in others):
            return
        for name, other, _ in others:
            update = "UPDATE wanted SET problem = ifnull(problem, ?) WHERE name = ?"
            self._write(update, (_clashing(os.fsdecode(other), claim), name))
        name = f"{source.name} ({printable(source.path)})" if source.name in {other[0] for other in others} else None
        self._write(insert, (name or source.name, *values[1:], _clashing(source.path, claim), None, None))

    def shield(self, path: str) -> None:
        """Note that an input of this run lies at a path below the output folder."""
        self._write("INSERT OR IGNORE INTO inside VALUES (?)", (path,))

    def refuse_clashes(self, ending: str) -> None:
        """Let inputs fail that would be written over an input, or to what another one needs as a folder.

        Only an output's name, with `ending`, can be in the way as a folder's."""
        query = "UPDATE wanted SET problem = ifnull(problem, claim || ?) WHERE claim IN (SELECT path FROM inside)"
        self._write(query, (": is an input of this run; choose another --out",))
        query = "SELECT path, claim FROM wanted WHERE instr(claim, ?)"
        for path, claim in list(self._rows(query, (f"{ending}/",))):
            for folder in folders_of(claim):
                for (other,) in list(self._rows("SELECT path FROM wanted WHERE claim = ?", (folder,))):
                    self._refuse(folder, _clashing(os.fsdecode(path), folder))
                    self._refuse(claim, _clashing(os.fsdecode(other), folder))

    def _refuse(self, claim: str, problem: str) -> None:
        self._write("UPDATE wanted SET problem = ifnull(problem, ?) WHERE claim = ?", (problem, claim))

    def is_wanted(self, output: str, besides: str | None = None) -> bool:
        """Whether this run writes to a path for another input than the one named `besides`, or for all."""
        of_one = "SELECT 1 FROM wanted WHERE claim = ? AND name IS NOT ? AND problem IS NULL"
        query = f"{of_one} UNION SELECT 1 FROM kept WHERE output = ?"
        return next(self._rows(query, (output, besides, output)), None) is not None

    def wanted(self) -> Iterator[Wanted]:
        """The inputs of this run in the order to do them in: archives from front to back."""
        return map(wanted_of, self._rows(f"{WITH_INPUTS} ORDER BY w.path, w.place, w.name"))

    def done(self) -> Iterator[Wanted]:
        """The inputs of this run that have an output, by name."""
        return map(wanted_of, self._rows(f"{WITH_INPUTS} WHERE i.state = 'done' ORDER BY w.name"))

    def wanted_named(self, name: str) -> Wanted:
        return wanted_of(next(self._rows(f"{WITH_INPUTS} WHERE w.name = ?", (name,))))

    def count(self) -> int:
        """How many inputs this run has."""
        (number,) = next(self._rows("SELECT count(*) FROM wanted"))
        return int(number)

    def record(self, outcome: Outcome, options: str, version: str) -> None:
        """Write down what became of an input. Its output must have its name by now."""
        with self.together():
            self._record(outcome, options, version)

    def _record(self, outcome: Outcome, options: str, version: str) -> None:
        state = "failed" if outcome.error else "done"
        self._write(
            f"INSERT OR REPLACE INTO issues VALUES ({', '.join('?' * 19)})",
            (
                outcome.name, state, outcome.path, *outcome.stamp, outcome.hash, outcome.read_ns,
                outcome.encoding, options, version, outcome.articles, _json(outcome.warnings), outcome.error,
                outcome.output, *outcome.written[:2], outcome.output_hash, outcome.joins,
            ),
        )  # fmt: skip
        self._write("DELETE FROM loose_ends WHERE name = ?", (outcome.name,))
        for end in outcome.loose:
            edition = _json([end.newspaper, end.date, *_folder(outcome.name, end)])
            self._write("INSERT INTO loose_ends VALUES (?, ?, ?, ?)", (outcome.name, end.order, edition, _json(end)))

    def output_of(self, name: str) -> str | None:
        """What is known to have been written for an input, whenever that was."""
        return next((output for (output,) in self._rows("SELECT output FROM issues WHERE name = ?", (name,))), None)

    def touch(self, name: str, stamp: Stamp, read_ns: int) -> None:
        """The input was read again and is what it was."""
        query = "UPDATE issues SET size = ?, mtime_ns = ?, ctime_ns = ?, read_ns = ? WHERE name = ?"
        self._write(query, (*stamp, read_ns, name))

    def redo_all(self) -> None:
        """Forget that anything is done, but not what was written."""
        self._write("UPDATE issues SET state = 'redo' WHERE state = 'done'")
        self._write("UPDATE finals SET fingerprint = ''")
        self.commit()

    def failures(self) -> Iterator[tuple[str, str, str]]:
        """Name, path and error of this run's inputs that failed, by name."""
        query = "SELECT i.name, i.path, i.error FROM wanted w JOIN issues i USING (name) WHERE i.state = 'failed'"
        return self._rows(f"{query} ORDER BY i.name")

    def gone(self) -> Iterator[tuple[str, str | None]]:
        """Name and output of what earlier runs did and this one was not asked for."""
        return self._rows("SELECT name, output FROM issues WHERE name NOT IN (SELECT name FROM wanted) ORDER BY name")

    def drop(self, name: str) -> None:
        """Forget an input."""
        for table in ("issues", "loose_ends", "stories"):
            self._write(f"DELETE FROM {table} WHERE name = ?", (name,))

    def editions(self) -> Iterator[list[Located]]:
        """The loose ends of each newspaper and date, where there are at least two, and at most MOST_LOOSE_ENDS."""
        query = (
            "SELECT l.edition, l.name, l.end FROM wanted w JOIN issues i USING (name) JOIN loose_ends l USING (name) "
            "WHERE i.state = 'done' ORDER BY l.edition, l.name, l.item"
        )
        for _, rows in groupby(self._rows(query), key=lambda row: row[0]):
            found = islice(rows, MOST_LOOSE_ENDS + 1)
            with self.errors():
                ends = [Located(name, _loose_end(end)) for _, name, end in found]
            if 1 < len(ends) <= MOST_LOOSE_ENDS:
                yield ends

    def meet(self, chain: list[Located]) -> None:
        """Note for this run that the halves of a chain are one article."""
        head, *rest = chain
        for position, half in enumerate(rest):
            values = (head.name, head.end.order, position, half.name, half.end.order)
            self._write("INSERT INTO meets VALUES (?, ?, ?, ?, ?)", values)

    def touched(self) -> Iterator[str]:
        """The names of this run's inputs that joins do or did concern."""
        former = "SELECT name FROM wanted w JOIN issues i USING (name) WHERE i.joins != '' AND i.state = 'done'"
        query = f"SELECT name FROM meets UNION SELECT other FROM meets UNION {former} ORDER BY 1"
        return (name for (name,) in list(self._rows(query)))

    def joins(self, name: str) -> Joins:
        """What is to go between an issue and its neighbours, by the chains of this run."""
        dropped = self._rows("SELECT other_item FROM meets WHERE other = ? ORDER BY 1", (name,))
        query = "SELECT item, other, other_item FROM meets WHERE name = ? ORDER BY item, position"
        gained = [
            (item, tuple(self._half(other, order) for _, other, order in rows))
            for item, rows in groupby(self._rows(query, (name,)), key=lambda row: row[0])
        ]
        return Joins(tuple(item for (item,) in dropped), tuple(gained))

    def _half(self, name: str, order: int) -> Half:
        wanted = self.wanted_named(name)
        return Half(wanted.source, order, (wanted.row and wanted.row.hash) or "")

    def final(self, output: str) -> Finished | None:
        rows = self._rows("SELECT * FROM finals WHERE output = ?", (output,))
        return next((Finished(o, n, f, Stamp(size, mtime, -1)) for o, n, f, size, mtime in rows), None)

    def finals_below(self, folder: str) -> Iterator[Finished]:
        """The files below a folder that earlier runs made, by name."""
        query = "SELECT * FROM finals WHERE substr(output, 1, length(?)) = ? ORDER BY output"
        for output, name, fingerprint, size, mtime_ns in self._rows(query, (folder, folder)):
            yield Finished(output, name, fingerprint, Stamp(size, mtime_ns, -1))

    def finish(self, final: Finished) -> None:
        """Write down a file that has its name by now."""
        self._write(
            "INSERT OR REPLACE INTO finals VALUES (?, ?, ?, ?, ?)",
            (final.output, final.name, final.fingerprint, *final.written[:2]),
        )

    def keep(self, output: str) -> None:
        """Note that a file is as this run would write it."""
        self._write("INSERT OR IGNORE INTO kept VALUES (?)", (output,))

    def outdated(self, of_all: bool) -> Iterator[str]:
        """The files that earlier runs made of this run's inputs, or of all, and that this one does not make."""
        inputs = "" if of_all else "AND (name IS NULL OR name IN (SELECT name FROM wanted))"
        query = f"SELECT output FROM finals WHERE output NOT IN (SELECT output FROM kept) {inputs} ORDER BY output"
        return (output for (output,) in self._rows(query))

    def unfinish(self, output: str) -> None:
        """Forget a file that was removed."""
        self._write("DELETE FROM finals WHERE output = ?", (output,))

    def tell_stories(self, stories: Iterable[tuple[str, int, str]]) -> None:
        """Put name, order and story of all articles that belong to one in the place of what was there."""
        self._write("DELETE FROM stories")
        for row in stories:
            self._write("INSERT INTO stories VALUES (?, ?, ?)", row)

    def stories_of(self, name: str) -> dict[int, str]:
        """The stories of an issue's articles, by order."""
        return dict(self._rows("SELECT item, story FROM stories WHERE name = ? ORDER BY item", (name,)))


def _clashing(path: str, output: str) -> str:
    return f"{printable(path)}: another input would be written to {output} too; rename one, or set --base"


# Where a dump does not name its paper or its day, the folder stands for them.
def _folder(name: str, end: LooseEnd) -> list[str]:
    return [] if end.newspaper and end.date else [name.rpartition("/")[0]]


def _loose_end(text: str) -> LooseEnd:
    try:
        end = LooseEnd._make(json.loads(text))
    except (ValueError, TypeError, RecursionError):
        raise Damage("the table loose_ends holds impossible values") from None
    order, *words = end
    texts = isinstance(end.ending, str) and all(word is None or isinstance(word, str) for word in words)
    if not (isinstance(order, int) and texts):
        raise Damage("the table loose_ends holds impossible values")
    return end


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
