"""How likely an article is right, and each part of it: signs weighed as data/confidence.json says.

The table is measured on annotated issues (`python -m tests.calibrate`): small trees whose numbers add up to a score,
and for each score how many articles that had it were right. It never falls as the score rises.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from newssplit.assembling.signs import Signs
from newssplit.fields import ConfidenceParts
from newssplit.light import NamedTuple
from newssplit.packaged import packaged_text

SCORES = ("all", *ConfidenceParts._fields)
"""What is scored: the whole article, and each of its parts."""
OF_DUMP = (
    "items", "density", "furniture", "markup", "headed", "subheaded", "signed", "parted", "labelled", "same_roles",
    "same_form", "sections", "relative_chars", "next_unheaded", "above_unheaded", "agreed",
)  # fmt: skip
"""Signs that need the other articles of the dump; see `with_dump`."""
NAMES = (*Signs._fields, *OF_DUMP)
UNMARKED = 0.4
"""A text that nothing marks as an article, neither headline nor dateline nor maker, is a guess."""
Leaf: TypeAlias = tuple[float, ...]
Compiled: TypeAlias = tuple[int, float, int, float, int, float, Leaf, Leaf, Leaf, Leaf]
"""A tree: sign and threshold of the first question, of the second after no and after yes; what is added."""
Knots: TypeAlias = tuple[list[float], list[float]]
"""Scores, rising, and the share of articles that were right at each: between them it goes straight."""


class Dump(NamedTuple):
    """What is counted over a whole dump."""

    chars: int
    furniture: int
    markup: int


class Table(NamedTuple):
    """data/confidence.json, ready to be used."""

    start: Leaf
    trees: tuple[Compiled, ...]
    knots: tuple[Knots, ...]


@cache
def table() -> Table:
    """The package's own table."""
    data = json.loads(packaged_text("confidence.json"))
    at = {name: n for n, name in enumerate(NAMES)}
    trees = list[Compiled]()
    for tree in data["trees"]:
        asks = [number for name, threshold in tree["asks"] for number in (at[name], threshold)]
        trees.append((*asks, *map(tuple, tree["leaves"])))  # type: ignore[arg-type]
    knots = [(data["knots"][name]["scores"], data["knots"][name]["right"]) for name in SCORES]
    return Table(tuple(data["start"]), tuple(trees), tuple(knots))


def with_dump(articles: Sequence[Signs], dump: Dump) -> Iterator[tuple[float, ...]]:
    """The signs of each article of a dump, in its order, together with those that need the others."""
    items = len(articles)
    roles, forms = Counter([s.roles for s in articles]), Counter([s.form for s in articles])
    chars = sum([s.chars for s in articles]) / items if items else 0.0
    headed = [s.roles & 1 for s in articles]
    usual = (
        items,
        dump.chars / items if items else 0.0,
        dump.furniture / items if items else 0.0,
        dump.markup,
        sum(headed) / items if items else 0.0,
        sum([s.roles >= 4 for s in articles]) / items if items else 0.0,
        sum([s.makers > 0 for s in articles]) / items if items else 0.0,
        sum([s.crossheads > 0 for s in articles]) / items if items else 0.0,
        sum([s.label_chars > 0 for s in articles]) / items if items else 0.0,
    )
    labels = len({s.label_chars for s in articles})
    agreed = sum([s.label for s in articles]) / items if items else 0.0
    for n, s in enumerate(articles):
        yield (
            *s, *usual, roles[s.roles] / items, forms[s.form] / items, labels, s.chars / (chars + 1),
            n + 1 < items and not headed[n + 1], n > 0 and not headed[n - 1], agreed,
        )  # fmt: skip


def scores_of(signs: Sequence[float], known: Table) -> list[float]:
    """The score of the whole article and those of its parts."""
    whole, bounds, head, byline, body = known.start
    signs = list(map(float, signs))  # to compare two of one type takes half the time, and that is done most
    for a, first, b, no, c, yes, no_no, no_yes, yes_no, yes_yes in known.trees:
        if signs[a] >= first:  # noqa: SIM108 (which is which is easier to see so)
            step = yes_yes if signs[c] >= yes else yes_no
        else:
            step = no_yes if signs[b] >= no else no_no
        whole += step[0]
        bounds += step[1]
        head += step[2]
        byline += step[3]
        body += step[4]
    return [whole, bounds, head, byline, body]


def share_right(score: float, knots: Knots) -> float:
    """The share of articles that were right at such a score."""
    scores, right = knots
    at = bisect_right(scores, score)
    if at == 0 or at == len(scores):
        return right[max(0, at - 1)]
    below, above = scores[at - 1], scores[at]
    return right[at - 1] + (right[at] - right[at - 1]) * (score - below) / (above - below)


def confidences(articles: Sequence[Signs], dump: Dump) -> Iterator[tuple[float, ConfidenceParts]]:
    """How likely each article of a dump is right, and its parts; from 0 to 1, to three digits."""
    known = table()
    for own, signs in zip(articles, with_dump(articles, dump), strict=True):
        scores = scores_of(signs, known)
        whole, *parts = [round(share_right(s, k), 3) for s, k in zip(scores, known.knots, strict=True)]
        if not own.marked:
            whole, parts[0] = min(whole, UNMARKED), min(parts[0], UNMARKED)
        yield whole, ConfidenceParts(*parts)
