"""A run from inputs to outputs: what is to be done goes to workers, what became of it into the manifest."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import replace

from newssplit import __version__
from newssplit.batch.archives import Unpacker, is_left_to_workers
from newssplit.batch.failures import write_failures
from newssplit.batch.finals import Finals, require_extras
from newssplit.batch.halves import Half, Joins, chains
from newssplit.batch.known import Wanted
from newssplit.batch.manifest import Manifest
from newssplit.batch.manifest_file import MEMORY, put_aside
from newssplit.batch.passed import Seen, nothing_seen
from newssplit.batch.plan import Plan, task_for
from newssplit.batch.pool import Pool
from newssplit.batch.runner import Runner
from newssplit.batch.sources import Source, sources
from newssplit.batch.storage import joined, remove
from newssplit.batch.tally import Progress, Tally
from newssplit.batch.work import Outcome, Task, failure
from newssplit.batch.workspace import Workspace
from newssplit.errors import DamagedManifest, NewssplitError, OutputError
from newssplit.output.formats import FORMATS


class Stop(Exception):
    """The run is to end now: --fail-fast, and something failed."""


def run(plan: Plan, inputs: Iterable[str], progress: Progress, pool: Pool, *, alone: bool) -> Tally:
    """Convert what is to be converted, and return how it went; `alone` see `sources`.

    Raises OutputError where the run cannot go on, NothingToDo where no input holds an issue, and KeyboardInterrupt.
    However it ends, the next run goes on from there.
    """
    require_extras(plan)
    with _opened(plan) as manifest, Workspace(plan.out) as unfinished:
        batch = Batch(plan, manifest, progress, unfinished)
        if plan.fresh:
            manifest.redo_all()
        batch.look(inputs, alone)
        try:
            batch.convert(pool)
            pool.end()
        except Stop:
            batch.tally.stopped = True
        finally:
            pool.kill()
            batch.close()
            with suppress(OutputError):
                batch.report()
    return batch.tally


def _opened(plan: Plan) -> Manifest:
    try:
        return Manifest(plan.manifest_path, thorough=plan.fresh)
    except DamagedManifest:
        if not plan.fresh:
            raise
        put_aside(plan.manifest_path)
        return Manifest(plan.manifest_path)


class Batch:
    """A run under way."""

    def __init__(self, plan: Plan, manifest: Manifest, progress: Progress, unfinished: str):
        self.plan, self.manifest, self.progress = plan, manifest, progress
        self.tally = Tally(seen=Seen(plan.selection.globs))
        self._began, self._options = time.time_ns(), plan.options
        self._job, self._unfinished, self._reserved = plan.job(unfinished), unfinished, plan.reserved()
        self._unpacker = Unpacker(plan.limits)

    def look(self, inputs: Iterable[str], alone: bool) -> None:
        """Find the inputs, and note them; NothingToDo where some were named, and no issue is in them."""
        self.progress.stage("looking", self.tally)
        plan, seen = self.plan, self.tally.seen
        for source in sources(inputs, plan.selection, plan.limits, seen, alone=alone):
            self._want(source)
        self.manifest.refuse_clashes(FORMATS[plan.issue_form].extensions[0])
        self.manifest.commit()
        self.tally.issues = self.manifest.count()
        if seen.inputs and not self.tally.issues:
            raise nothing_seen(seen)

    def _want(self, source: Source) -> None:
        claim = self.plan.claim(source.name)
        if claim in self._reserved:
            problem = f"{source.name}: {claim} has another meaning; rename the input"
            source = source._replace(problem=source.problem or problem)
        if source.place is None and (place := self.plan.place_of(source.path)):
            self.manifest.shield(place)
        self.manifest.want(source, self.plan.output(source.name), claim)

    def convert(self, pool: Pool) -> None:
        """Do what is to be done, join what belongs together, make what is made of all."""
        runner = Runner(self._job, pool)
        self.progress.stage("converting", self.tally)
        self._run(runner, self._tasks(), self._settle)
        self.progress.stage("joining", self.tally)
        self._run(runner, self._joining(), self._settle_join)
        self.manifest.commit()
        self.progress.stage("finishing", self.tally)
        Finals(self.manifest, self.plan, self._unfinished).finish()
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
        except NewssplitError as error:
            self._settle(failure(task.source, str(error)))

    def _with_payload(self, half: Half) -> Half:
        return half._replace(payload=self._payload(half.source))

    def _payload(self, source: Source) -> bytes | None:
        path, place, size = source.path, source.place, source.stamp.size
        if place is None or is_left_to_workers(path, place, size):
            return None
        return self._unpacker.read(path, place, size, source.label, self.plan.reading.nuls)

    def _unchanged(self, wanted: Wanted) -> None:
        self.tally.unchanged += 1
        self.tally.articles += wanted.row.articles if wanted.row else 0
        self.progress.advanced(self.tally)

    def _settle(self, outcome: Outcome) -> None:
        outcome = self._tidied(outcome)
        if outcome.unchanged:
            self.manifest.touch(outcome.name, outcome.stamp, min(outcome.read_ns, self._began - 1))  # not of this run
            self._unchanged(self.manifest.wanted_named(outcome.name))
            return
        self.tally.converted += not outcome.error
        self.tally.bytes += 0 if outcome.error else max(outcome.stamp.size, 0)
        self.tally.articles += outcome.articles
        self._record(outcome)
        if outcome.warnings:
            self.progress.warned(outcome)
        self.progress.advanced(self.tally)

    def _tidied(self, outcome: Outcome) -> Outcome:
        """The outcome, when what was written for the input before has gone; if it has not, a failure that knows it.

        OutputError for one that ends the run."""
        if outcome.stops:
            raise OutputError(outcome.error or "")
        former = None if outcome.unchanged else self.manifest.output_of(outcome.name)
        if not former or former == outcome.output or self.manifest.is_wanted(former, outcome.name):
            return outcome
        try:
            remove(self.plan.out, former)
        except OSError as error:
            problem = f"{joined(self.plan.out, former)}: cannot be removed: {error.strerror or error}"
            told = outcome.error or f"{problem}; remove it, then run again"
            return replace(outcome, error=told, articles=0, output=former, joins="")
        return outcome

    def _record(self, outcome: Outcome) -> None:
        options = self.plan.options_of(self.manifest.wanted_named(outcome.name).source, self._options)
        self.manifest.record(outcome, options, __version__)
        if outcome.error:
            self.tally.failed += 1
            self.progress.failed(outcome)
            if self.plan.fail_fast:
                raise Stop

    def _joining(self) -> Generator[Task, None, None]:
        for ends in self.manifest.editions() if self.plan.halves else ():
            for chain in chains(ends):
                self.manifest.meet(chain)
        for name in self.manifest.touched():
            wanted, joins = self.manifest.wanted_named(name), self.manifest.joins(name)
            if wanted.row and wanted.output and wanted.row.joins != joins.fingerprint():
                yield from self._loaded(Task(wanted.source, wanted.output, joins=joins))

    def _settle_join(self, outcome: Outcome) -> None:
        outcome = self._tidied(outcome)
        if row := self.manifest.wanted_named(outcome.name).row:  # what it counted for before
            self.tally.articles += outcome.articles - row.articles
            self.tally.converted -= row.read_ns >= self._began
            self.tally.unchanged -= row.read_ns < self._began
            self.tally.converted += not outcome.error  # its output was written, though the input is what it was
        self._record(outcome)

    def _gone(self) -> None:
        for name, output in list(self.manifest.gone()) if self.plan.prune else self.manifest.gone():
            self.tally.kept += bool(output)
            if self.plan.prune:
                with suppress(OSError):  # of one that cannot be removed the next run knows, too
                    if output and not self.manifest.is_wanted(output):
                        remove(self.plan.out, output)
                    self.manifest.drop(name)
                    self.tally.kept -= bool(output)

    def report(self) -> None:
        """Write the failures of this run's inputs, a line each, and commit; OutputError."""
        self.manifest.commit()
        write_failures(self.manifest, self.plan, self._unfinished)
        if self.manifest.path != MEMORY and not self.manifest.is_there:
            raise OutputError("was removed during the run", path=self.manifest.path, remedy="run again")

    def close(self) -> None:
        """Close what is open of the inputs."""
        self._unpacker.close()
