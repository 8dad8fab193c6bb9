"""`python -m tests.fuzzing`: sessions of the fuzzer, each in a process of its own that may hang or die."""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.fuzzing import inputs
from tests.fuzzing.session import CURRENT, Session

ROOT = Path(__file__).parents[2]
ROUND = 4000
"""Inputs of one session: then another process begins, with other hashes."""
MEMORY = 3 << 30
"""Bytes of address space that a session may have."""


def main() -> int:
    """Run sessions until the time or the number of inputs is up; 1 where a fault came up."""
    options = _options()
    if options.inside:
        return _inside(options)
    totals, faults = Counter[str](), Counter[str]()
    seed, end = options.seed, time.monotonic() + options.seconds
    while (left := end - time.monotonic()) > 1 and totals["inputs"] < options.inputs:
        if faults and not options.keep_going:
            break
        most = min(ROUND, options.inputs - totals["inputs"])
        came = _session(options, seed, left, most)
        totals.update({"inputs": came["inputs"], "new": came["new"]})
        faults.update(came["faults"])
        seed += 1
    print(f"{totals['inputs']} inputs, {totals['new']} of them new, seeds {options.seed} to {seed - 1}")
    for fault, count in faults.most_common():
        print(f"{count:6}  {fault}")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--inputs", type=int, default=1 << 40, help="how many at most")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 20), help="of the first session")
    parser.add_argument("--keep-going", action="store_true", help="count all faults instead of ending at the first")
    parser.add_argument("--folder", type=Path, action="append", default=[], help="more annotated issues, if there")
    parser.add_argument("--state", type=Path, default=ROOT / ".fuzz", help="where bytes are kept that showed something")
    parser.add_argument("--found", type=Path, default=Path(__file__).parent / "found", help="where faults go")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _session(options: argparse.Namespace, seed: int, seconds: float, most: int) -> dict[str, Any]:
    """One session in a process of its own; an input at which that dies or hangs is a fault, too."""
    command = [sys.executable, "-m", "tests.fuzzing", "--inside", f"--seed={seed}", f"--inputs={most}"]
    command += [f"--seconds={seconds}", f"--state={options.state}", f"--found={options.found}"]
    command += [f"--folder={folder}" for folder in options.folder] + ["--keep-going"] * options.keep_going
    env = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    if done.stdout:
        came: dict[str, Any] = json.loads(done.stdout)
        return came
    last = json.loads((options.state / CURRENT).read_text("utf-8"))
    options.found.mkdir(parents=True, exist_ok=True)
    path = options.found / f"hang-{seed}.txt"
    path.write_text(last["text"], "utf-8", errors="surrogatepass", newline="")
    print(f"fault: the process died or hung\n  {path}", file=sys.stderr, flush=True)
    return {"inputs": last["inputs"], "new": 0, "faults": {f"died or hung (exit code {done.returncode})": 1}}


def _inside(options: argparse.Namespace) -> int:
    _bound_memory()
    inputs.FOLDERS = (*inputs.FOLDERS, *options.folder)
    session = Session(options.state, options.found, options.seed, options.keep_going)
    session.run(options.seconds, options.inputs)
    print(json.dumps({"inputs": session.inputs, "new": session.new, "faults": session.faults}))
    return 0


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
