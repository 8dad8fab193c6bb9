"""How fast `newssplit.split` reads a text in memory, against what no program can do without."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from benchmarks.bench_batch import Figure
from benchmarks.corpus import KINDS, dump
from benchmarks.measuring import MEGABYTE, in_turns, taken
from newssplit import split
from newssplit.output.conversion import converted
from newssplit.output.record import record_of

GOALS = {"hard-wrapped": ">= 5 MB/s"}
GOAL = ">= 10 MB/s"


def figures(size: int, rounds: int) -> Iterator[Figure]:
    """For each kind of dump of `size` bytes how many times the floor `split` takes; what a conversion adds."""
    for kind in KINDS:
        text = dump(kind, size)
        data = text.encode()
        split(text[:50_000])  # compiles the patterns
        whole, floor = in_turns([partial(split, text), partial(_floor, data)], rounds)
        speed, bound = len(data) / MEGABYTE / whole, len(data) / MEGABYTE / floor
        absolute = f"{speed:.2f} MB/s; {bound:.0f} MB/s to decode, splitlines and json.dumps"
        yield Figure(f"split / floor: {kind}", whole / floor, GOALS.get(kind, GOAL), absolute)
    yield conversion(size, rounds)


def conversion(size: int, rounds: int) -> Figure:
    """What `--to traditional` adds to the splitting of a text."""
    text = dump("paragraph per line", size // 4)
    records = [record_of(article, "-", None) for article in split(text).articles]
    first = taken(lambda: converted(records[0], "traditional"))
    whole, more = in_turns(
        [lambda: split(text), lambda: [converted(record, "traditional") for record in records]], rounds
    )
    absolute = f"{len(text) / more / 1e6:.2f} million characters/s; its tables take {first:.2f} s once"
    return Figure("conversion / split", more / whole, "", absolute)


def _floor(data: bytes) -> str:
    return json.dumps(data.decode().splitlines(), ensure_ascii=False)
