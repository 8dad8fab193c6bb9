"""The annotated issues that weights are fitted to, each with damaged copies, and the families that they come in."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newssplit.batch.inputs import printable
from newssplit.errors import InputError
from newssplit.evaluation.comparing import Item, norm, whole
from newssplit.evaluation.damaged_copies import copied
from newssplit.evaluation.gold import ISSUE, read_annotated, read_gold
from newssplit.evaluation.issue_format import compile_issue
from newssplit.lexicon import Lexicon
from newssplit.reading.carriers.carrier import read_carrier

COPIES = 2
"""Of each annotated issue so many are damaged."""
THERE = 0.5
"""Of the articles of a gold at least this share of characters stands in its dump."""
TOOLS = frozenset({"described", "field", "heading", "mark"})
"""Signs of a tool whose layout damage would destroy."""
MOST_MARKUP = 0.05
"""So does damage where more of the text than this share is markup."""
NUMBER_RE = re.compile(r"[-_. ]?(?<!\d)\d+$")


class Dump(NamedTuple):
    """A text with its articles."""

    text: str
    articles: Sequence[Item]


class Issue(NamedTuple):
    """An annotated issue."""

    name: str
    family: str
    """Issues of one family are left out together: those of a folder, or those whose names differ in a number."""
    clean: Dump
    damaged: tuple[Dump, ...]
    """Copies; none where the layout is a tool's, and none of a dump with its articles in a file beside it."""


def read_issue(file: Path, name: str, seed: int, lexicon: Lexicon) -> Issue:
    """One issue. Raises InputError, DecodingError or AnnotationError."""
    gold = read_gold(file, name)
    clean = Dump(gold.text, gold.articles)
    if _share(clean) < THERE:
        raise InputError("its articles do not stand in its text", path=printable(str(file)), remedy="correct it")
    copies = list[Dump]()
    if file.name.endswith(ISSUE) and not _is_a_tools(gold.text, lexicon):
        source = read_annotated(str(file))
        for number in range(COPIES):
            text, annotated = compile_issue(copied(file.stem, source, seed * COPIES + number))
            copies.append(Dump(text, annotated["articles"]))
    return Issue(name, family_of(name), clean, tuple(copies))


def family_of(name: str) -> str:
    """`dailies/day-1` is of `dailies`, `city-1` of `city`."""
    folder, _, stem = name.rpartition("/")
    return folder or NUMBER_RE.sub("", stem) or stem


def _share(dump: Dump) -> float:
    """How far the characters of the articles are those of the dump."""
    wanted = Counter("".join(map(whole, dump.articles)))
    return (wanted & Counter(norm(dump.text))).total() / (wanted.total() or 1)


def _is_a_tools(text: str, lexicon: Lexicon) -> bool:
    read = read_carrier(text, lexicon)
    much = sum(part.end - part.start for part in read.markup) > MOST_MARKUP * len(text)
    return much or any(sign.sort in TOOLS for sign in read.found.signs)


def folds_of(issues: Sequence[Issue], number: int, seed: int) -> list[list[int]]:
    """The issues parted in so many folds, as their places: families stay whole, or, where there are fewer families than
    folds, issues do. Raises InputError where there are too few issues, too."""
    if len(issues) < max(2, number):
        remedy = f"--folds {len(issues)}, or more issues" if len(issues) > 1 else "annotate more issues"
        raise InputError(f"{number} folds need as many annotated issues, and there are {len(issues)}", remedy=remedy)
    groups = dict[str, list[int]]()
    whole_families = len({issue.family for issue in issues}) >= number
    for n, issue in enumerate(issues):
        groups.setdefault(issue.family if whole_families else f"{n}", []).append(n)
    order = sorted(groups)
    random.Random(seed).shuffle(order)
    folds = list[list[int]]([] for _ in range(number))
    for name in sorted(order, key=lambda name: -_articles(issues, groups[name])):
        min(folds, key=lambda fold: _articles(issues, fold)).extend(groups[name])
    return [sorted(fold) for fold in folds]


def _articles(issues: Sequence[Issue], places: Sequence[int]) -> int:
    return sum(len(issues[n].clean.articles) for n in places)
