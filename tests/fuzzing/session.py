"""A session of the fuzzer: inputs made of bytes, the bytes that showed something new, the faults that came up."""

from __future__ import annotations

import faulthandler
import json
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from hypothesis import given, settings

import newssplit
from newssplit import Issue
from newssplit.output.record import record_of
from newssplit.pipeline import split  # newssplit.split refuses what looks like the name of a file
from tests.fuzzing.checks import check, shown
from tests.fuzzing.inputs import inputs
from tests.fuzzing.shrinking import shrunk

BUFFER = 600
"""Bytes that an input is made of; some hundred of them are used."""
HANGS_AFTER = 30
"""Seconds that no input of this size needs."""
FRESH = 0.4
"""The share of inputs that are made of new bytes, not of ones that showed something."""
CURRENT = "current.json"
"""In the folder of the state: the input at hand, and how many there were with it."""
SAMPLE = 30
"""Inputs of a session whose results the next one compares with its own."""


@dataclass
class Session:
    """What a session uses, and what came of it."""

    state: Path
    """A folder for the stored bytes, the input at hand and the sample."""
    found: Path
    """Where inputs go that show a fault."""
    seed: int
    keep_going: bool = False
    check: Callable[[str], Issue] = check
    inputs: int = 0
    new: int = 0
    """Inputs that showed something new."""
    faults: Counter[str] = field(default_factory=Counter)
    """How often each fault came up."""

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._corpus = self.state / "corpus"
        self._corpus.mkdir(parents=True, exist_ok=True)
        self.found.mkdir(parents=True, exist_ok=True)
        self._stored = [path.read_bytes() for path in sorted(self._corpus.iterdir())]
        seen = self.state / "seen.json"
        self._seen = set[str](json.loads(seen.read_text("utf-8")) if seen.exists() else [])
        self._texts: list[str] = []

    def run(self, seconds: float, most: int) -> None:
        """Try inputs until the time or their number is up, or a fault has come up."""
        end = time.monotonic() + seconds
        one = settings(deadline=None, database=None)(given(inputs())(self._try))
        self._compare_sample()
        while time.monotonic() < end and self.inputs < most and (self.keep_going or not self.faults):
            before = len(self._seen)
            used = one.hypothesis.fuzz_one_input(self._bytes())
            if used is not None and len(self._seen) > before:
                self._store(used)
        self._leave()

    def _try(self, text: str) -> None:
        self.inputs += 1
        if len(self._texts) < SAMPLE:
            self._texts.append(text)
        (self.state / CURRENT).write_text(json.dumps({"inputs": self.inputs, "text": text}), "utf-8")
        faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
        try:
            self._seen.update(shown(self.check(text)))
        except Exception as error:
            self._fault(text, error)
        finally:
            faulthandler.cancel_dump_traceback_later()

    def _bytes(self) -> bytes:
        """New bytes, or stored ones with some changed, left out, put in or taken from other ones."""
        chance = self._chance
        if chance.random() < FRESH or not self._stored:
            return chance.randbytes(BUFFER)
        data = bytearray(chance.choice(self._stored))
        for _ in range(1 << chance.randrange(4)):
            at, way = chance.randrange(len(data) + 1), chance.randrange(4)
            if way == 0:
                data[at : at + 1] = chance.randbytes(1)
            elif way == 1:
                del data[at : at + chance.randrange(1, 9)]
            elif way == 2:
                data[at:at] = chance.randbytes(chance.randrange(1, 9))
            else:
                other = chance.choice(self._stored)
                data[at:] = other[chance.randrange(len(other) + 1) :]
        return bytes(data) + chance.randbytes(BUFFER)

    def _store(self, used: bytes) -> None:
        self.new += 1
        self._stored.append(used)
        (self._corpus / _name(used)).write_bytes(used)

    def _fault(self, text: str, error: Exception) -> None:
        fault = fault_of(error)
        self.faults[fault] += 1
        if self.faults[fault] > 1:
            return
        small = shrunk(text, lambda shorter: self._fails(shorter) == fault)
        path = self.found / f"{_name(small.encode('utf-8', 'surrogatepass'))}.txt"
        path.write_text(small, "utf-8", errors="surrogatepass", newline="")
        print(f"fault: {fault}\n  {str(error)[:500]}\n  {path}", file=sys.stderr, flush=True)

    def _fails(self, text: str) -> str | None:
        try:
            self.check(text)
        except Exception as error:
            return fault_of(error)
        return None

    def _leave(self) -> None:
        sample = {"source": source(), "digest": digest_of(self._texts), "texts": self._texts}
        (self.state / "sample.json").write_text(json.dumps(sample), "utf-8")
        (self.state / "seen.json").write_text(json.dumps(sorted(self._seen)), "utf-8")

    # Another process, with other hashes: what depends on the order of a set comes out otherwise.
    def _compare_sample(self) -> None:
        path = self.state / "sample.json"
        if path.exists():
            sample = json.loads(path.read_text("utf-8"))
            if sample["source"] == source() and digest_of(sample["texts"]) != sample["digest"]:
                self.faults["another process gives other articles"] += 1
                path.replace(self.found / "sample.json")


def fault_of(error: Exception) -> str:
    """What tells faults apart: the error, and where it was raised."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).stem}.{last.name}: {last.line}"


def digest_of(texts: Iterable[str]) -> str:
    """One hash for the articles of all texts."""
    digest = blake2b(digest_size=16)
    for text in texts:
        records = [record_of(article, "", None) for article in split(text).articles]
        digest.update(json.dumps(records, ensure_ascii=True).encode())
    return digest.hexdigest()


def source() -> str:
    """One hash for the program's own files: another program may give other articles."""
    digest = blake2b(digest_size=16)
    for path in sorted(Path(newssplit.__file__).parent.rglob("*.*")):
        if path.suffix in (".py", ".toml", ".json"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _name(data: bytes) -> str:
    return blake2b(data, digest_size=6).hexdigest()
