"""What the tests of batch conversion share: small issues, the command as a process, trees to compare."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from newssplit.batch.names import BESIDE_MANIFEST, FAILURES, MANIFEST
from newssplit.batch.plan import Plan
from newssplit.batch.pool import GivenPool
from newssplit.batch.run import run
from newssplit.batch.tally import Tally
from newssplit.cli.progress import Silent

COMMAND = [sys.executable, "-m", "newssplit", "batch"]
OWN = {MANIFEST + end for end in BESIDE_MANIFEST}


def issue(number: int) -> str:
    """A page of two articles."""
    return (
        f"第{number}号工程昨日开工\n本报讯（记者王丽）本市第{number}号工程昨日在城北开工，预计明年建成。\n"
        f"第{number}小学举行运动会\n本报讯（通讯员张三）第{number}小学昨日举行运动会，六百名学生参加了比赛。\n"
    )


def corpus(folder: Path, number: int = 30) -> Path:
    """Issues in some folders; one of them GBK, one Big5, one no text at all."""
    for n in range(number):
        path = folder / f"{n % 4}" / f"{n:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(issue(n), encoding="gb18030" if n == 5 else "utf-8")
    (folder / "1" / "big5.txt").write_bytes(
        "本報訊（記者王麗）本市工程昨日在城北開工，預計明年建成，市民都說好。\n".encode("cp950") * 5
    )
    (folder / "2" / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 20)
    return folder


def batch(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `newssplit batch`, to its end."""
    options = {"capture_output": True, "text": True, "timeout": 60, **options}
    return subprocess.run([*COMMAND, *map(str, arguments)], **options)


@contextmanager
def started(*arguments: object) -> Iterator[subprocess.Popen[bytes]]:
    """`newssplit batch` at work, in a process group of its own; what is left of it at the end is killed.

    So a test that fails leaves nothing running that the next test would be blamed for.
    """
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as running:
        try:
            yield running
        finally:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)


def converted(plan: Plan, *inputs: Path, executor: Executor | None = None) -> Tally:
    """The same within this process, which is quicker."""
    with executor or ThreadPoolExecutor(2) as workers:
        return run(plan, map(str, inputs), Silent(), GivenPool(workers), alone=len(inputs) == 1)


def tree(out: Path) -> dict[str, bytes]:
    """All files below a folder but the manifest, by their paths."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name not in OWN)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def outputs(out: Path) -> set[str]:
    """The paths of all outputs."""
    return {name for name in tree(out) if name != FAILURES}


def failures(out: Path) -> dict[str, str]:
    """Input and reason of all that failed."""
    path = out / FAILURES
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {entry["input"]: entry["error"] for entry in map(json.loads, lines)}


def rows(out: Path, query: str = "SELECT * FROM issues ORDER BY name") -> list[dict[str, Any]]:
    """What the manifest says."""
    with sqlite3.connect(out / MANIFEST) as manifest:
        manifest.row_factory = sqlite3.Row
        found = [dict(row) for row in manifest.execute(query)]
    manifest.close()
    return found


def written(out: Path, inside: str = "") -> int:
    """How many JSON files a folder holds so far, or those of its paths that hold a text.

    A run at work takes its own folders away at any time: `os.walk` passes by what is gone, `Path.rglob` does not.
    """
    places = (os.path.join(folder, name) for folder, _, names in os.walk(out) for name in names)
    return sum(".json" in os.path.basename(place) and inside in place for place in places)


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.005)
