"""What a run says on standard error: a live display on a terminal, else a line now and then, or JSON."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any, Self, TextIO

from newssplit.batch.tally import Tally
from newssplit.batch.work import Outcome
from newssplit.cli.console import one_line
from newssplit.errors import NewssplitError
from newssplit.i18n import said

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

EVERY = 10.0
"""Seconds between two lines, or two JSON events, about how far the run is."""
REFRESH = 0.2
MEGABYTE = 1e6


class Silent:
    """Says what failed, and no more."""

    def __init__(self, stream: TextIO | None = None):
        self._stream = stream or sys.stderr

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing is to be put away."""

    def stage(self, name: str, tally: Tally) -> None:
        """Says nothing."""

    def advanced(self, tally: Tally) -> None:
        """Says nothing."""

    def warned(self, outcome: Outcome) -> None:
        """Says nothing."""

    def failed(self, outcome: Outcome) -> None:
        self._say(outcome.error or "")

    def ended(self, tally: Tally, failures: str) -> None:
        """Says nothing; the failures were said."""

    def interrupted(self) -> None:
        """Says nothing."""

    def broken(self, error: NewssplitError) -> None:
        """The run cannot go on."""
        self._say(str(error))

    def _say(self, line: str) -> None:
        print("newssplit:", one_line(said(line)), file=self._stream, flush=True)


class Lines(Silent):
    """A line for each failure and warning, one now and then about the whole, and a summary."""

    def __init__(self, stream: TextIO | None = None):
        super().__init__(stream)
        self._said = time.monotonic()

    def advanced(self, tally: Tally) -> None:
        if time.monotonic() - self._said > EVERY:
            self._said = time.monotonic()
            self._say(f"{tally.settled:,} of {tally.issues:,} done, {rates(tally)}")

    def warned(self, outcome: Outcome) -> None:
        for warning in outcome.warnings:
            self._say(f"{outcome.label}: warning: {warning}")

    def ended(self, tally: Tally, failures: str) -> None:
        for line in summary(tally, failures):
            self._say(line)

    def interrupted(self) -> None:
        self._say("interrupted; the same command goes on from here")


class Live(Lines):
    """Bars and figures that stay in their place, with the lines of failures and warnings above them."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        super().__init__()
        self._shown = 0.0
        self._console = Console(stderr=True)
        self._bar: Bar = Progress(
            TextColumn("{task.description:10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[figures]}", markup=False),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            refresh_per_second=5,
        )
        self._task = self._bar.add_task("looking", total=None, figures="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    def stage(self, name: str, tally: Tally) -> None:
        self._bar.update(self._task, description=name, total=tally.issues or None, completed=tally.settled)

    def advanced(self, tally: Tally) -> None:
        if time.monotonic() - self._shown > REFRESH:
            self._shown = time.monotonic()
            self._bar.update(self._task, completed=tally.settled, figures=rates(tally))

    def _say(self, line: str) -> None:
        self._console.print(f"newssplit: {one_line(said(line))}", markup=False, highlight=False, soft_wrap=True)


class JsonLog(Silent):
    """An object a line: `event` is stage, progress, warning, failed, and in the end summary, interrupted or broken."""

    def __init__(self, stream: TextIO | None = None):
        super().__init__(stream)
        self._said = time.monotonic()

    def stage(self, name: str, tally: Tally) -> None:
        self._event("stage", name=name, **_figures(tally))

    def advanced(self, tally: Tally) -> None:
        if time.monotonic() - self._said > EVERY:
            self._said = time.monotonic()
            self._event("progress", **_figures(tally))

    def warned(self, outcome: Outcome) -> None:
        for warning in outcome.warnings:
            self._event("warning", input=outcome.name, path=outcome.path, warning=warning)

    def failed(self, outcome: Outcome) -> None:
        self._event("failed", input=outcome.name, path=outcome.path, error=outcome.error)

    def ended(self, tally: Tally, failures: str) -> None:
        passed = dict(tally.seen.counts)
        self._event("summary", **_figures(tally), stopped=tally.stopped, kept=tally.kept, passed_over=passed)

    def interrupted(self) -> None:
        self._event("interrupted")

    def broken(self, error: NewssplitError) -> None:
        self._event("broken", error=str(error))

    def _event(self, event: str, **values: Any) -> None:
        print(json.dumps({"event": event, **values}, ensure_ascii=False), file=self._stream, flush=True)


def rates(tally: Tally) -> str:
    """The figures of a run in a few words."""
    speed = tally.bytes / MEGABYTE / max(time.monotonic() - tally.started, 1e-3)
    return f"{_many(tally.articles, 'article')}, {speed:.1f} MB/s, {tally.failed:,} failed"


def summary(tally: Tally, failures: str) -> list[str]:
    """What happened, in the end."""
    seconds = time.monotonic() - tally.started
    done = f"{tally.converted:,} converted, {tally.unchanged:,} unchanged, {tally.failed:,} failed"
    lines = [f"{_many(tally.issues, 'issue')}: {done}; {_many(tally.articles, 'article')}"]
    lines[0] += f" from {tally.bytes / MEGABYTE:.1f} MB in {seconds:.1f} s"
    if tally.seen.counts:
        lines.append(f"passed over {tally.seen.told()}; {tally.seen.remedy()}")
    if tally.stopped:
        lines.append("stopped early; the same command goes on from here")
    if tally.failed:
        lines.append(f"what failed and why: {failures}")
    if tally.kept:
        lines.append(f"kept {_many(tally.kept, 'output')} of inputs that are gone; --prune removes them")
    return lines


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + "s" * (number != 1)


def _figures(tally: Tally) -> dict[str, Any]:
    seconds = round(time.monotonic() - tally.started, 3)
    return {
        "issues": tally.issues,
        "converted": tally.converted,
        "unchanged": tally.unchanged,
        "failed": tally.failed,
        "articles": tally.articles,
        "bytes": tally.bytes,
        "seconds": seconds,
    }
