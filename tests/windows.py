"""Large dumps read in pieces, compared with the same dumps read whole.

`python -m tests.windows` repeats each annotated issue, with other numbers and other characters in each copy, so that
none is taken for a copy of another, until it has `--megabytes`; it reads that with a window and without, and tells how
many articles are the same, and which are not, and of those how many are as annotated either way. Confidence is left
out: it is measured against the other articles of the dump, and of those a piece has fewer.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count

from benchmarks.corpus import free_characters, renumbered
from newssplit import split
from newssplit.evaluation.gold import Item
from newssplit.evaluation.issue_format import compile_issue
from newssplit.output.record import Record, moved, record_of, records_of
from newssplit.window.pieces import IssuePart, split_in_parts
from newssplit.window.sizes import WINDOW, Window
from tests.damage import GOLDEN

STRETCH = 10_000
"""Characters in which a text comes."""
SHOWN = 3
TOLD = ("newspaper", "date", "page", "section", "kicker", "headline", "subheadline", "byline", "paragraphs")
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
    return "\n".join(text for text, _ in _copies(name, chars))


def annotated(name: str, chars: int) -> set[str]:
    """What the annotations of the same copies say of each article."""
    return {told(article) for _, gold in _copies(name, chars) for article in gold["articles"]}


def told(article: Mapping[str, object]) -> str:
    """What annotations say of an article, of an annotated one or of one that was read."""
    return repr([article.get(name) for name in TOLD])


def _copies(name: str, chars: int) -> Iterator[tuple[str, Item]]:
    """Text and annotations of each copy."""
    size = 0
    for number in count():
        if size >= chars:
            break
        chance = random.Random(number)
        others = str.maketrans(_free(), "".join(chance.sample(_free(), len(_free())))) if number else {}
        text, gold = compile_issue(renumbered(sources()[name].translate(others), chance))
        yield text, gold
        size += len(text) + 1


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
    return [*only_in(whole, parts), *only_in(parts, whole)]


def only_in(records: list[Record], others: list[Record]) -> list[Record]:
    """The articles of one reading that the other does not have."""
    known = {repr(compared(record)) for record in others}
    return [compared(record) for record in records if repr(compared(record)) not in known]


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
    totals = Counter[str]()
    for name in given.names or sources():
        size = int(given.megabytes * 1e6 / 3)
        text, right = repeated(name, size), annotated(name, size)
        whole = in_whole(text, keep_duplicates=given.keep_duplicates)
        parts = in_parts(text, window, keep_duplicates=given.keep_duplicates)
        lost, new = only_in(whole, parts), only_in(parts, whole)
        counts = Counter({"articles": len(whole), "only whole": len(lost), "only in pieces": len(new)})
        counts["right whole"] = sum(told(record) in right for record in lost)
        counts["right in pieces"] = sum(told(record) in right for record in new)
        totals += counts
        _print(name, counts)
        for record in [*lost, *new][:SHOWN]:
            print(f"    {record['span']} {record['headline']}")
    _print("all", totals)
    return 0


def _print(name: str, counts: Mapping[str, int]) -> None:
    """A line for one issue, or for all."""
    print(
        f"{name}: {counts['articles']} articles, {counts['only whole']} others in pieces; of these as annotated: "
        f"{counts['right whole']} whole, {counts['right in pieces']} in pieces",
        flush=True,
    )


def window_of(size: int) -> Window:
    """A window with pieces of so many characters, for texts of any size."""
    return Window(whole=size, first=size, size=size, ahead=size // 6, behind=size // 6)


if __name__ == "__main__":
    sys.exit(main())
