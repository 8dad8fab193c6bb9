"""Hypothesis gives everybody the same examples; `HYPOTHESIS_PROFILE=explore` looks for new ones. Commands keep their
patterns in a folder of the tests, not in the user's."""

from __future__ import annotations

import os
import signal
from tempfile import TemporaryDirectory

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

CACHE = TemporaryDirectory(prefix="newssplit-tests-")
os.environ["XDG_CACHE_HOME"] = CACHE.name

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in what a shell starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # commands that tests start are interrupted
