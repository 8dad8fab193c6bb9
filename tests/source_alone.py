"""What can be asked of the package's source alone, and not of the machine code of a compiled wheel."""

from __future__ import annotations

import pytest

import newssplit

source_alone = pytest.mark.skipif(
    newssplit.COMPILED, reason="it reads or rewrites the source, or notes where in it patterns are made"
)
