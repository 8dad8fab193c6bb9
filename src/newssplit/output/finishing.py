"""What is done with records before they are written: doubtful ones marked or left out, words converted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from newssplit.light import NamedTuple
from newssplit.output.record import Record

# The modules that do the work are loaded where a user asks for it.
Script = Literal["simplified", "traditional", "hk", "tw"]
Width = Literal["asis", "fullwidth", "halfwidth"]
Low = Literal["mark", "withhold"]
SCRIPTS: tuple[Script, ...] = get_args(Script)
WIDTHS: tuple[Width, ...] = get_args(Width)
LOWS: tuple[Low, ...] = get_args(Low)


class Finish(NamedTuple):
    """What is to be done; by default nothing."""

    script: Script | None = None
    """See `newssplit.output.conversion`; None: as printed."""
    punctuation: Width = "asis"
    """See `newssplit.output.punctuation`."""
    min_confidence: float | None = None
    """From 0 to 1; None: every article is as good as any."""
    low: Low = "mark"
    """What becomes of articles below that: `low_confidence` is true in their records, or they are left out."""


def finished(records: Iterable[Record], finish: Finish, warn: Callable[[str], None]) -> Iterator[Record]:
    """The records of one issue with everything done; how many were left out is told, in one line."""
    left_out = 0
    for record in records:
        if finish.min_confidence is not None:
            low = record["confidence"] < finish.min_confidence
            if low and finish.low == "withhold":
                left_out += 1
                continue
            if finish.low == "mark":
                record = {**record, "low_confidence": low}
        yield _worded(record, finish)
    if left_out:
        warn(f"articles below a confidence of {finish.min_confidence:g} left out: {left_out}")


def _worded(record: Record, finish: Finish) -> Record:
    if finish.script is not None:
        from newssplit.output.conversion import converted

        record = converted(record, finish.script)
    if finish.punctuation != "asis":
        from newssplit.output.punctuation import punctuated

        record = punctuated(record, finish.punctuation)
    return record
