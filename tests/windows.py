"""Large dumps read in pieces, compared with the same dumps read whole.

`python -m tests.windows` repeats each annotated issue, with other numbers and other characters in each copy, so that
none is taken for a copy of another, until it has `--megabytes`; it reads that with a window and without, and tells how
many articles are the same, and which are not. Confidence is left out: it is measured against the other articles of the
dump, and of those a piece has fewer.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from functools import cache

from benchmarks.corpus import free_characters, renumbered
from newssplit import split
from newssplit.evaluation.issue_format import compile_issue
from newssplit.output.record import Record, moved, record_of, records_of
from newssplit.window.pieces import IssuePart, split_in_parts
from newssplit.window.sizes import WINDOW, Window
from tests.damage import GOLDEN

STRETCH = 10_000
"""Characters in which a text comes."""
SHOWN = 3
LEFT_OUT = ("confidence", "confidence_parts", "order")
"""What is not compared; `order` tells how many copies were left out above, and that is compared by itself."""


@cache
def sources() -> dict[str, str]:
    """The annotated issues, by their names."""
    return {
        str(p.relative_to(GOLDEN)).removesuffix(".issue"): p.read_text("utf-8") for p in sorted(GOLDEN.rglob("*.issue"))
    }


@cache
def _free() -> str:
    return free_characters(list(sources().values()))


def repeated(name: str, chars: int) -> str:
    """An issue again and again, up to about so many characters."""
    copies, size = list[str](), 0
    while size < chars:
        chance = random.Random(len(copies))
        others = str.maketrans(_free(), "".join(chance.sample(_free(), len(_free())))) if copies else {}
        copies.append(compile_issue(renumbered(sources()[name].translate(others), chance))[0])
        size += len(copies[-1]) + 1
    return "\n".join(copies)


def parts_of(text: str, window: Window, *, keep_duplicates: bool = False) -> Iterator[IssuePart]:
    """The parts of a text that comes in stretches."""
    stretches = (text[at : at + STRETCH] for at in range(0, len(text), STRETCH))
    return split_in_parts(stretches, window=window, keep_duplicates=keep_duplicates)


def in_parts(text: str, window: Window, *, keep_duplicates: bool = False) -> list[Record]:
    """The articles of a text read with a window."""
    return [
        moved(record_of(article, "", None, part.language), part.chars, part.lines)
        for part in parts_of(text, window, keep_duplicates=keep_duplicates)
        for article in part.issue.articles
    ]


def in_whole(text: str, *, keep_duplicates: bool = False) -> list[Record]:
    """The articles of a text read whole."""
    return list(records_of(split(text, keep_duplicates=keep_duplicates)))


def compared(record: Record) -> Record:
    """The fields of a record that are to be the same."""
    return {name: value for name, value in record.items() if name not in LEFT_OUT}


def differing(whole: list[Record], parts: list[Record]) -> list[Record]:
    """The articles of either that the other does not have, field by field the same."""
    one, other = ([compared(record) for record in records] for records in (whole, parts))
    keys, others = {repr(record) for record in one}, {repr(record) for record in other}
    return [r for r in one if repr(r) not in others] + [r for r in other if repr(r) not in keys]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "names", nargs="*", help="Annotated issues, by their path below tests/golden; all unless given."
    )
    parser.add_argument("--megabytes", type=float, default=20, help="UTF-8, of each dump.")
    parser.add_argument("--window", type=int, help="Characters of each piece; as the program has it unless given.")
    parser.add_argument("--keep-duplicates", action="store_true")
    given = parser.parse_args()
    window = window_of(given.window) if given.window else WINDOW
    articles = others = 0
    for name in given.names or sources():
        text = repeated(name, int(given.megabytes * 1e6 / 3))
        whole = in_whole(text, keep_duplicates=given.keep_duplicates)
        different = differing(whole, in_parts(text, window, keep_duplicates=given.keep_duplicates))
        articles, others = articles + len(whole), others + len(different)
        print(f"{name}: {len(whole)} articles, {len(different)} others", flush=True)
        for record in different[:SHOWN]:
            print(f"    {record['span']} {record['headline']}")
    print(f"{articles} articles, {others} others")
    return 0


def window_of(size: int) -> Window:
    """A window with pieces of so many characters, for texts of any size."""
    return Window(whole=size, first=size, size=size, ahead=size // 6, behind=size // 6)


if __name__ == "__main__":
    sys.exit(main())
