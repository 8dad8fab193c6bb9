"""The text as it was read, kept beside the articles: what their offsets count characters of."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from newssplit.errors import OutputError
from newssplit.output.atomic import replacing
from newssplit.output.streams import is_stream
from newssplit.output.writing import refuse_inputs

ENDING = ".txt"


def write_text_of(text: str, path: str, source: str | None) -> None:
    """Write a text to `path`, whole or not at all, in UTF-8 and without a change of its line ends.

    `source` is the file that it was read from, which is never written over. Raises OutputError."""
    if source is not None:
        refuse_inputs(path, [source])
    if not is_stream(path):
        try:
            os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
        except OSError as error:
            problem = f"cannot be written: {error.strerror}"
            raise OutputError(problem, path=path, remedy="fix that, then run again") from None
    with replacing(path) as stream:
        stream.write(text)


def text_name(name: str) -> str:
    """What the text of an input of this name is called: `a.pdf.txt`; a text keeps its name."""
    return name if name.lower().endswith(ENDING) else name + ENDING


def text_paths(target: str, paths: Sequence[str]) -> dict[str, str]:
    """By input where its text goes: to the file `target`; into a folder where it is one, or is to be one, because its
    name ends in / or there are several inputs."""
    if len(paths) == 1 and not target.endswith(("/", os.sep)) and not os.path.isdir(target):
        return {paths[0]: target}
    times = Counter(map(os.path.basename, paths))
    return {path: os.path.join(target, text_name(_name(path, times))) for path in paths}


def _name(path: str, times: Counter[str]) -> str:
    """The name of an input in the folder: its own, or all of its path where several have the same."""
    name = os.path.basename(path)
    if times[name] == 1:
        return "stdin" if name == "-" else name
    parts = PurePosixPath(path.replace(os.sep, "/")).parts
    return os.path.join(*(part for part in parts if part not in ("/", "..", ".")))
