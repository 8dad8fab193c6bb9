"""Files of formats that cannot be written from front to back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def spooled(stream: BinaryIO) -> Iterator[Path]:
    """A path in a temporary folder; the file made there is copied to `stream` when all went well."""
    with tempfile.TemporaryDirectory(prefix="newssplit-") as folder:
        path = Path(folder) / "articles"
        yield path
        with path.open("rb") as finished:
            shutil.copyfileobj(finished, stream)
