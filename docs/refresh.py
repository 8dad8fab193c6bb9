"""Run the commands of console blocks anew and put in what they print: `.venv/bin/python docs/refresh.py FILE.md ...`.

A block is one `$ newssplit ...` and its output; where that ends with a line `…` it stays as long as it is.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK_RE = re.compile(r"^```console\n\$ ((?:LC_ALL=\S+ )?newssplit [^\n|&;>]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLAIN = {"PATH": f"{Path(sys.executable).parent}:{os.defpath}", "LC_ALL": "C.UTF-8"}


def refreshed(block: re.Match[str]) -> str:
    """The block with what its command prints today, on 80 columns and in English."""
    command, before = block.groups()
    done = subprocess.run(command, shell=True, cwd=ROOT, env=PLAIN, stdin=subprocess.DEVNULL, capture_output=True)
    lines = done.stdout.decode().rstrip("\n").splitlines()
    if before.endswith("…\n"):
        lines = [*lines[: before.count("\n") - 1], "…"]
    return "\n".join(["```console", f"$ {command}", *lines, "```"])


if __name__ == "__main__":
    for name in sys.argv[1:]:
        page = Path(name)
        page.write_text(BLOCK_RE.sub(refreshed, page.read_text("utf-8")), "utf-8")
