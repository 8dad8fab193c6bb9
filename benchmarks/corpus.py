"""Dumps of any size, made from the annotated issues of the tests: the same size gives the same dump.

Issues come round by round in another order, with other numbers and with other characters for those that
no rule and no word of the vocabulary asks for, people's names among them: so an article is hardly ever a
copy of another, and all that a reader goes by is as it was. How a kind of dump runs its lines is done by
what the tests damage issues with.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import count

from newssplit.evaluation.damage import Lines, apart, run_together, text, wrapped
from newssplit.evaluation.issue_format import compile_issue
from newssplit.lexicon import default_lexicon, fold
from tests.damage import GOLDEN

WIDTH = 28
"""Characters in a line of the hard-wrapped kind."""
LONG, PARAGRAPHS = 80, 6
"""Characters that a long paragraph has at least, and how many of them stand under a headline of their kind."""
FREQUENT = 300
"""As many of the most frequent characters stay: rules may ask for them."""
NUMBER_RE = re.compile(r"(?<![\d.:：第])\d{1,4}(?=[多余]?[万亿]?[个人名元吨户家辆棵米件套次岁])")
TRADITIONAL_RE = re.compile("記者|報訊|報導|電】")

Kind = Callable[[Lines, random.Random], Iterator[str]]


def reports(lines: Lines, _: random.Random) -> Iterator[str]:
    """A headline of the issue over every few of its long paragraphs: lines as long as those of a daily's pages."""
    kept = list(apart(lines))
    heads = [line for line in kept if line.startswith("h|")]
    long = [line for line in kept if line.startswith("p|") and len(text(line)) >= LONG]
    for n in range(0, len(long) if heads else 0, PARAGRAPHS):
        yield "=== article"
        yield heads[n // PARAGRAPHS % len(heads)]
        yield from long[n : n + PARAGRAPHS]


KINDS: dict[str, Kind] = {
    "paragraph per line": lambda lines, chance: apart(lines),
    "long paragraphs": reports,
    "hard-wrapped": partial(wrapped, width=WIDTH),
    "traditional": lambda lines, chance: apart(lines),
    "run-together": run_together,
}
"""How the lines of an annotated issue become those of each kind of dump."""


def dump(kind: str, size: int) -> str:
    """A dump of about so many bytes in UTF-8, and at least one issue."""
    pieces, done = list[str](), 0
    for issue in _issues(kind):
        pieces.append(issue)
        done += len(issue.encode())
        if done >= size:
            break
    return "\n".join(pieces)


def _issues(kind: str) -> Iterator[str]:
    sources = _sources(traditional=kind == "traditional")
    free = free_characters(sources)
    for turn in count():
        chance = random.Random(f"{kind} {turn}")
        others = str.maketrans(free, "".join(chance.sample(free, len(free)))) if turn else {}
        for source in chance.sample(sources, len(sources)):
            lines = renumbered(source.translate(others), chance).split("\n")
            yield compile_issue("\n".join(KINDS[kind](lines, chance)))[0]


def free_characters(sources: list[str]) -> str:
    """Han characters that neither the vocabulary nor, being rare, a rule asks for."""
    known = fold(str(default_lexicon().table))
    by_frequency = [c for c, _ in Counter("".join(sources)).most_common() if "\u4e00" <= c <= "\u9fff"]
    return "".join(sorted(c for c in by_frequency[FREQUENT:] if fold(c) not in known))


def renumbered(source: str, chance: random.Random) -> str:
    return NUMBER_RE.sub(lambda m: str(chance.randrange(10 ** (len(m[0]) - 1), 10 ** len(m[0]))), source)


@cache
def _sources(*, traditional: bool) -> list[str]:
    """The annotated issues; the ones in traditional characters, and all others converted, if so wanted."""
    every = [p.read_text("utf-8") for p in sorted(GOLDEN.rglob("*.issue")) if p.parent.name != "carriers"]
    ours = [source for source in every if not TRADITIONAL_RE.search(source)]
    if not traditional:
        return ours
    from opencc import OpenCC

    converter = OpenCC("s2t")
    labelled = re.compile(r"^[khsxp+rfy]~?\|.*|^@.*", re.MULTILINE)
    converted = (labelled.sub(lambda m: converter.convert(m[0]), source) for source in ours)
    return [*converted, *(source for source in every if TRADITIONAL_RE.search(source))]
