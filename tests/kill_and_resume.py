"""Kills batches at random moments, resumes each until it is done, and compares its bytes with an undisturbed run.

`python -m tests.kill_and_resume --runs 60 --seed 1` prints a line for each run, and the figures in the end. A run is
one of several ways to convert a folder with a zip and a tar.gz in it, every other time after another one was done.
What is killed, with SIGKILL, is the command, all of its processes, or one worker.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tests.batch_tools import COMMAND, batch, corpus, issue, tree
from tests.test_batch_across import FRONT, INNER

OPTIONS: list[tuple[str, ...]] = [
    (),
    ("--jobs", "1"),
    ("--format", "csv", "--jobs", "3"),
    ("--combine", "--format", "jsonl"),
    ("--stories",),
    ("--prune", "--no-halves"),
]
ENOUGH = 30
"""Kills of a run, after which it is let be."""


class Right(NamedTuple):
    """An undisturbed run."""

    found: dict[str, bytes]
    seconds: float


def inputs(folder: Path) -> Path:
    """160 issues, two of them with halves of one article, and two archives of twenty."""
    corpus(folder, 120)
    (folder / "1.txt").write_text(FRONT, encoding="utf-8")
    (folder / "3.txt").write_text(INNER, encoding="utf-8")
    pages = {f"{n:02}.txt": issue(n + 500).encode("gb18030") for n in range(20)}
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in pages.items():
            packed.writestr(name, data)
    with gzip.open(folder / "b.tar.gz", "wb") as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        for name, data in pages.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return folder


def children(pid: int) -> list[int]:
    """The processes that a process has started and that still run."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def killed(command: list[str], moment: float, chance: random.Random) -> str | None:
    """Run a command and kill it, or a part of it, at a moment; what was killed, None if it was done before."""
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        running.wait(moment)
        return None
    except subprocess.TimeoutExpired:
        what = chance.choice(("command", "all", "worker"))
    workers = children(running.pid)
    if what == "all":
        os.killpg(running.pid, signal.SIGKILL)
    elif what == "command" or not workers:
        running.kill()
    else:
        os.kill(chance.choice(workers), signal.SIGKILL)
        running.wait(60)
        return "worker"
    running.wait()
    return what


def undisturbed(folder: Path, source: Path, options: tuple[str, ...]) -> Right:
    out, began = folder / "undisturbed", time.monotonic()
    batch(source, "--out", out, *options)
    right = Right(tree(out), time.monotonic() - began)
    shutil.rmtree(out)
    return right


def tried(folder: Path, source: Path, right: dict[tuple[str, ...], Right], chance: random.Random) -> list[str]:
    """One run with its kills, at least one; what was killed. SystemExit where the bytes differ."""
    options, out = chance.choice(OPTIONS), folder / "out"
    if options not in right:
        right[options] = undisturbed(folder, source, options)
    command = [*COMMAND, str(source), "--out", str(out), *options]
    kills: list[str] = []
    if chance.random() < 0.5:
        batch(source, "--out", out, *chance.choice(OPTIONS))
    while len(kills) < ENOUGH:
        what = killed(command, chance.uniform(0.05, right[options].seconds), chance)
        kills += [what] if what else []
        if kills and not what:
            break
    time.sleep(0.1)  # workers see that their parent is gone
    done = batch(source, "--out", out, *options)
    if done.returncode != 1 or "Traceback" in done.stderr or tree(out) != right[options].found:
        raise SystemExit(f"{options} after {kills}: other bytes, in {out}\n{done.stderr}")
    shutil.rmtree(out)
    print(f"{' '.join(options) or 'plain'}: {' '.join(kills)}: the same bytes", flush=True)
    return kills


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    chance, right = random.Random(wanted.seed), dict[tuple[str, ...], Right]()
    folder = Path(tempfile.mkdtemp())
    source = inputs(folder / "in")
    kills = Counter(what for _ in range(wanted.runs) for what in tried(folder, source, right, chance))
    shutil.rmtree(folder)
    print(f"{wanted.runs} runs, {kills.total()} kills ({dict(kills)}): the same bytes in all")


if __name__ == "__main__":
    sys.exit(main())
