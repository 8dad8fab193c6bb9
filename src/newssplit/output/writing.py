"""Records to a file."""

from __future__ import annotations

import os
from collections.abc import Iterable

from newssplit.errors import OutputError
from newssplit.output.formats import Format, format_of
from newssplit.output.record import Record

STDIN = "-"


def write_file(records: Iterable[Record], form: Format, path: str) -> None:
    """Write all records to `path`, whole or not at all, or add them to what is there, if the format is to; OutputError
    where that cannot be done."""
    if form.adds and form.append:
        form.append(records, path)
        return
    from newssplit.output.atomic import replacing  # of no use to standard output

    with replacing(path) as stream:
        form.write(records, stream)


def write_named(records: Iterable[Record], path: str | os.PathLike[str], *, append: bool = False) -> None:
    """Write all records to `path` in the format that its extension means, or add them to what is there; OutputError
    where that cannot be done."""
    name = os.fspath(path)
    form = format_of(name)
    write_file(records, form.for_more() if append else form, name)


def refuse_inputs(path: str, inputs: Iterable[str]) -> None:
    """OutputError where `path` is one of the inputs, which it would overwrite."""
    if any(_is_same(path, source) for source in inputs if source != STDIN):
        raise OutputError("is one of the inputs", path=path, remedy="choose another --output")


# By their names, and by what the file system says: it may tell no upper from lower case.
def _is_same(path: str, source: str) -> bool:
    if os.path.realpath(path) == os.path.realpath(source):
        return True
    return os.path.isfile(path) and os.path.isfile(source) and os.path.samefile(path, source)
