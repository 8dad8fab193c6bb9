"""A run from inputs to outputs: what is to be done goes to workers, what became of it into the manifest."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from newssplit import __version__
from newssplit.batch.archives import Unpacker
from newssplit.batch.finals import finish, require_extras
from newssplit.batch.halves import Half, Joins, chains
from newssplit.batch.known import Wanted
from newssplit.batch.manifest import Manifest
from newssplit.batch.manifest_file import forget, is_damage
from newssplit.batch.plan import FAILURES, Plan, task_for
from newssplit.batch.pool import Pool
from newssplit.batch.runner import Runner
from newssplit.batch.sources import Source, sources
from newssplit.batch.storage import joined, moved_in, remove, remove_tree
from newssplit.batch.tally import Progress, Tally
from newssplit.batch.work import Outcome, Task, failure
from newssplit.errors import InputError, OutputError


class Stop(Exception):
    """The run is to end now: --fail-fast, and something failed."""


def run(plan: Plan, inputs: Iterable[str], progress: Progress, pool: Pool, *, alone: bool) -> Tally:
    """Convert what is to be converted, and return how it went; `alone` see `sources`.

    Raises OutputError where the run cannot go on, and KeyboardInterrupt. However it ends, the next run
    goes on from there.
    """
    require_extras(plan)
    manifest = _opened(plan)
    batch = Batch(plan, manifest, progress)
    try:
        remove_tree(plan.job.unfinished)
        batch.look(inputs, alone)
        batch.convert(pool)
        pool.end()
    except Stop:
        batch.tally.stopped = True
    finally:
        pool.kill()
        batch.close()
        with suppress(OutputError):
            batch.report()
        _tidy(plan)
        with suppress(OutputError):
            manifest.close()
    return batch.tally


def _opened(plan: Plan) -> Manifest:
    try:
        manifest = Manifest(plan.manifest_path)
    except OutputError as error:
        if not plan.fresh or not (is_damage(error.__cause__) or error.__cause__ is None):
            raise
        forget(plan.manifest_path)
        return Manifest(plan.manifest_path)
    if plan.fresh:
        manifest.redo_all()
    return manifest


def _tidy(plan: Plan) -> None:
    remove_tree(plan.job.unfinished)
    with suppress(OSError):
        os.rmdir(os.path.dirname(plan.job.unfinished))


class Batch:
    """A run under way."""

    def __init__(self, plan: Plan, manifest: Manifest, progress: Progress):
        self.plan, self.manifest, self.progress = plan, manifest, progress
        self.tally = Tally()
        self._job, self._options = plan.job, plan.options
        self._unpacker = Unpacker()

    def look(self, inputs: Iterable[str], alone: bool) -> None:
        """Find the inputs, and note them."""
        self.progress.stage("looking", self.tally)
        reserved = {FAILURES, os.path.basename(self.manifest.path)}
        for source in sources(inputs, self.plan.selection, alone=alone):
            claim = self.plan.claim(source.name)
            problem = f"{source.name}: {claim} has another meaning; rename the input" if claim in reserved else None
            self.manifest.want(source._replace(problem=source.problem or problem), self.plan.output(source.name), claim)
        self.manifest.commit()
        self.tally.issues = self.manifest.count()

    def convert(self, pool: Pool) -> None:
        """Do what is to be done, join what belongs together, make what is made of all."""
        runner = Runner(self._job, pool.renew, pool.jobs)
        self.progress.stage("converting", self.tally)
        self._run(runner, self._tasks(), self._settle)
        if self.plan.halves:
            self.progress.stage("joining", self.tally)
            self._run(runner, self._joining(), self._settle_join)
        self.manifest.commit()
        self.progress.stage("finishing", self.tally)
        finish(self.manifest, self.plan)
        self._gone()
        self.report()

    def _run(self, runner: Runner, tasks: Generator[Task, None, None], settle: Callable[[Outcome], None]) -> None:
        with closing(tasks):  # it reads the manifest, which is closed where an outcome ends the run
            for outcome in runner.run(tasks):
                settle(outcome)

    def _tasks(self) -> Generator[Task, None, None]:
        for wanted in self.manifest.wanted():
            if wanted.source.problem:
                self._settle(failure(wanted.source, wanted.source.problem))
            elif task := task_for(wanted, self.plan, self._options, __version__):
                yield from self._loaded(task)
            else:
                self._unchanged(wanted)

    def _loaded(self, task: Task) -> Iterator[Task]:
        try:
            halves = [(order, tuple(map(self._with_payload, rest))) for order, rest in task.joins.gained]
            joins = Joins(task.joins.dropped, tuple(halves))
            yield task._replace(payload=self._payload(task.source), joins=joins)
        except InputError as error:
            self._settle(failure(task.source, str(error)))

    def _with_payload(self, half: Half) -> Half:
        return half._replace(payload=self._payload(half.source))

    def _payload(self, source: Source) -> bytes | None:
        if source.place is None:
            return None
        try:
            return self._unpacker.read(source.path, source.place, source.stamp.size)
        except InputError as error:
            raise error.about(source.label) from None

    def _unchanged(self, wanted: Wanted) -> None:
        self.tally.unchanged += 1
        self.tally.articles += wanted.row.articles if wanted.row else 0
        self.progress.advanced(self.tally)

    def _settle(self, outcome: Outcome) -> None:
        if outcome.stops:
            raise OutputError(outcome.error or "", remedy=None)
        if outcome.unchanged:
            self.manifest.touch(outcome.name, outcome.stamp, outcome.read_ns)
            self._unchanged(self.manifest.wanted_named(outcome.name))
            return
        self._record(outcome)
        self.tally.converted += not outcome.error
        self.tally.bytes += max(outcome.stamp.size, 0)
        self.tally.articles += outcome.articles
        if outcome.warnings:
            self.progress.warned(outcome)
        self.progress.advanced(self.tally)

    def _record(self, outcome: Outcome) -> None:
        former = self.manifest.output_of(outcome.name)
        if former and former != outcome.output:
            remove(joined(self.plan.out, former), self.plan.out)
        self.manifest.record(outcome, self._options, __version__)
        if outcome.error:
            self.tally.failed += 1
            self.progress.failed(outcome)
            if self.plan.fail_fast:
                raise Stop

    def _joining(self) -> Generator[Task, None, None]:
        for ends in self.manifest.editions():
            for chain in chains(ends):
                self.manifest.meet(chain)
        for name in self.manifest.touched():
            wanted, joins = self.manifest.wanted_named(name), self.manifest.joins(name)
            if wanted.row and wanted.output and wanted.row.joins != joins.fingerprint():
                yield from self._loaded(Task(wanted.source, wanted.output, joins=joins))

    def _settle_join(self, outcome: Outcome) -> None:
        if outcome.stops:
            raise OutputError(outcome.error or "")
        self._record(outcome)

    def _gone(self) -> None:
        for name, output in list(self.manifest.gone()) if self.plan.prune else self.manifest.gone():
            self.tally.kept += not self.plan.prune
            if self.plan.prune:
                if output:
                    remove(joined(self.plan.out, output), self.plan.out)
                self.manifest.drop(name)

    def close(self) -> None:
        """Close what is open of the inputs."""
        self._unpacker.close()

    def report(self) -> None:
        """Write the failures of this run's inputs, a line each, and commit; OutputError."""
        self.manifest.commit()
        target, unfinished = joined(self.plan.out, FAILURES), Path(self._job.unfinished)
        new = unfinished / FAILURES
        lines = (
            json.dumps({"input": name, "path": path, "error": error}, ensure_ascii=False) + "\n"
            for name, path, error in self.manifest.failures()
        )
        with self.manifest.errors():
            os.makedirs(unfinished, exist_ok=True)
            with new.open("w", encoding="utf-8") as stream:
                stream.writelines(lines)
            if new.stat().st_size:
                moved_in(new, target)
            else:
                remove(target, self.plan.out)
        if self.manifest.path != ":memory:" and not self.manifest.is_there:
            raise OutputError("was removed during the run", path=self.manifest.path, remedy="run again")
