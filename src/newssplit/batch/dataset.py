"""A Parquet dataset of all articles, in folders by newspaper and year (Hive style).

`articles/newspaper=…/year=…/part-00000.parquet`; what is not known is `__HIVE_DEFAULT_PARTITION__`. The
columns are those of the Parquet format. Articles come in the order of their issues' names, and a
bounded number of them is in memory, so the files are the same for any number of workers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from newssplit.batch.finals import Finals
from newssplit.batch.known import Finished
from newssplit.batch.stamps import UNKNOWN
from newssplit.output.record import Record

ROOT = "articles"
NOTHING = "__HIVE_DEFAULT_PARTITION__"
HELD = 20_000
"""Articles in memory."""
RESERVED = frozenset("/\\%=:?*\"<>|.{}[]#&' ")


def write_dataset(records: Iterable[Record], fingerprint: str, finals: Finals) -> None:
    """Bring the dataset up to date: all files if its fingerprint differs or one is not as written."""
    manifest = finals.manifest
    files = list(manifest.finals_below(f"{ROOT}/"))
    whole = manifest.final(ROOT)
    if whole is None or whole.fingerprint != fingerprint or not all(map(finals.is_intact, files)):
        files = list(_written(records, fingerprint, finals))
    for file in files:
        manifest.keep(file.output)
    manifest.finish(Finished(ROOT, None, fingerprint, UNKNOWN))
    manifest.keep(ROOT)


def _written(records: Iterable[Record], fingerprint: str, finals: Finals) -> Iterator[Finished]:
    numbers: defaultdict[str, int] = defaultdict(int)
    for folder, rows in _groups(records):
        output = f"{ROOT}/{folder}/part-{numbers[folder]:05}.parquet"
        numbers[folder] += 1
        file = Finished(output, None, fingerprint, finals.put(rows, output))
        finals.manifest.finish(file)
        yield file


def _groups(records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    """Articles of one folder each, as soon as enough of all folders are there."""
    held: defaultdict[str, list[Record]] = defaultdict(list)
    number = 0
    for record in records:
        held[_folder(record)].append(record)
        number += 1
        if number >= HELD:
            yield from sorted(held.items())
            held.clear()
            number = 0
    yield from sorted(held.items())


def _folder(record: Record) -> str:
    year = (record["date"] or "")[:4]
    return f"newspaper={_quoted(record['newspaper'])}/year={_quoted(year)}"


def _quoted(value: str | None) -> str:
    if not value:
        return NOTHING
    return "".join(f"%{ord(c):02X}" if c in RESERVED or (not c.isprintable() and ord(c) < 256) else c for c in value)[
        :80
    ]
