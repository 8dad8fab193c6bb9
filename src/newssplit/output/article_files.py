"""A file for each article."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from newssplit.errors import OutputError
from newssplit.output.atomic import replacing
from newssplit.output.formats import Format
from newssplit.output.record import Record
from newssplit.output.wording import issue_name

LONGEST = 255
"""Bytes of UTF-8 in a file name, on most file systems."""
LONGEST_ISSUE = 120
"""Bytes of them for the issue, so that some are left for the headline."""
_UNSAFE_RE = re.compile(r'[\s<>:"/\\|?*.\'`$&;!#%~\[\]{}()]+')


def write_article_files(records: Iterable[Record], form: Format, folder: str, inputs: Iterable[str] = ()) -> int:
    """Write each article to a file of its own in `folder`, which is made where it is not there.

    Each file is whole or not there at all, and takes the place of an older one of its name, but not of one of
    the `inputs`. Returns the number of files; OutputError where one cannot be written (those before it stay).
    """
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be made: {error.strerror}", path=folder, remedy="choose another --out-dir") from None
    count, kept = 0, set(map(os.path.realpath, inputs))
    for record, name in named(records, form.extensions[0]):
        path = str(Path(folder) / name)
        if os.path.realpath(path) in kept:
            raise OutputError("is one of the inputs", path=path, remedy="choose another --out-dir")
        with replacing(path) as stream:
            form.write_single(record, stream)
        count += 1
    return count


def named(records: Iterable[Record], extension: str) -> Iterator[tuple[Record, str]]:
    """Each record with the name of its file; no two names are the same on any file system.

    Of records that ask for the same name, the second gets `-2` behind it, and so on.
    """
    taken: set[str] = set()
    for record in records:
        name, copy = file_name(record, extension), 1
        while _folded(name) in taken:
            copy += 1
            name = file_name(record, f"-{copy}{extension}")
        taken.add(_folded(name))
        yield record, name


def file_name(record: Record, ending: str) -> str:
    """`ISSUE-ORDER-HEADLINE` and `ending`, at most 255 bytes of UTF-8, allowed on every file system.

    The issue is the source's name without folders and extension; without a headline, the kind stands
    in its place. Spaces, and what a file system or a shell reads in its own way, become `_`. A device's
    name (CON, NUL) never stands alone, nor before a full stop, so it does no harm.
    """
    issue = _cut(_safe(issue_name(record["source"])), LONGEST_ISSUE) or "issue"
    stem = f"{issue}-{record['order']:03}-{_safe(record['headline'] or '') or record['kind']}"
    return _cut(stem, LONGEST - len(ending.encode())) + ending


def _safe(text: str) -> str:
    plain = unicodedata.normalize("NFC", "".join(c for c in text if _is_plain(c)))
    return _UNSAFE_RE.sub("_", plain).strip("_-")


# Controls, format characters, surrogates, private and unassigned characters have no place in a name.
def _is_plain(character: str) -> bool:
    return character.isspace() or unicodedata.category(character)[0] != "C"


def _cut(text: str, size: int) -> str:
    return text.encode("utf-8")[:size].decode("utf-8", "ignore").rstrip("_-")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
