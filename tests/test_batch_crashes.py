"""Whatever single step of a run fails, or is its last: the next run leaves the same bytes; see crash_injection.py."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.crash_injection import KINDS

QUICK = ("first run", "combined")
"""The others take as long and go the same ways; `python -m tests.crash_injection` does them all."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each try is a fork")
@pytest.mark.parametrize("name", QUICK)
def test_every_step_may_fail(name: str) -> None:
    command = [sys.executable, "-m", "tests.crash_injection", name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    counts = dict(pair.split("=") for pair in done.stdout.removeprefix(name).split())
    assert set(counts) == set(KINDS)
    assert all(int(count) >= 4 for count in counts.values()), counts
