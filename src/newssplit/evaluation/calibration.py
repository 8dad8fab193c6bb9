"""Measuring what the signs of articles are worth: the table that `newssplit.assembling.confidence` reads (needs numpy).

Families of issues are kept whole: what is said of an article, to see how often it is right, comes from trees that have
seen no issue of its family.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from newssplit.assembling.confidence import NAMES, SCORES, Table, share_right
from newssplit.assembling.confidence import scores_of as scored
from newssplit.evaluation.boosting import Matrix, Tree, boosted
from newssplit.evaluation.comparing import Item, matched
from newssplit.evaluation.figures import FOUND, PERFECT, THERE, wrong_fields

FOLDS = 6
ROUNDS = 100
KNOTS = 14
"""No more points for each curve from scores to shares."""
FEWEST = 60
"""Articles at each of these points."""
DIGITS = 3
OF_PART = {"head": {"headline", "kicker", "subheadline", "section", "kind"}, "byline": {"byline"}, "body": {"body"}}


class Example(NamedTuple):
    """An article as the program read it, with what is known of it."""

    family: str
    signs: tuple[float, ...]
    right: tuple[bool, ...]
    """Of SCORES, which are right."""
    weight: float


def right_of(gold: Sequence[Item], pred: Sequence[Item]) -> list[tuple[bool, ...]]:
    """For each prediction which of SCORES are right in it."""
    partner = {j: (gold[i], overlap) for i, (j, overlap) in matched(list(gold), list(pred)).items()}
    found = []
    for n, item in enumerate(pred):
        article, overlap = partner.get(n, (None, 0.0))
        wrong = set(wrong_fields(article, item)) if article is not None and overlap >= THERE else {*PERFECT}
        parts = [not wrong & fields for fields in OF_PART.values()]
        found.append((not wrong & {*PERFECT}, overlap >= FOUND, *parts))
    return found


def folds_of(families: Sequence[str]) -> dict[str, int]:
    """Each family's fold: the largest first, each to the fold that has fewest articles."""
    sizes, fold = [0] * FOLDS, dict[str, int]()
    for family, size in sorted(Counter(families).items(), key=lambda item: (-item[1], item[0])):
        fold[family] = sizes.index(min(sizes))
        sizes[fold[family]] += size
    return fold


def calibrated(examples: Sequence[Example]) -> tuple[dict[str, Any], list[list[float]]]:
    """The table as data, and for each example what is said of SCORES by those who have not seen its family."""
    import numpy as np

    signs = np.array([example.signs for example in examples], float)
    right = np.array([example.right for example in examples], float)
    weights = np.array([example.weight for example in examples])
    fold = folds_of([example.family for example in examples])
    folds = np.array([fold[example.family] for example in examples])
    unseen = np.zeros_like(right)
    for n in range(FOLDS):
        here = folds == n
        trees, start = boosted(signs[~here], right[~here], weights[~here], ROUNDS)
        unseen[here] = _scores(signs[here], trees, start)
    said = np.zeros_like(right)
    for n in range(FOLDS):
        here = folds == n
        for k in range(len(SCORES)):
            knots = curve(unseen[~here, k], right[~here, k], weights[~here])
            said[here, k] = [share_right(score, knots) for score in unseen[here, k]]
    trees, start = boosted(signs, right, weights, ROUNDS)
    curves = [curve(unseen[:, k], right[:, k], weights) for k in range(len(SCORES))]
    return _as_data(trees, start, curves), said.round(DIGITS).tolist()


def _scores(signs: Matrix, trees: list[Tree], start: Matrix) -> Matrix:
    import numpy as np

    flat = tuple((*(x for ask in tree.asks for x in ask), *tree.leaves) for tree in trees)
    known = Table(tuple(start), flat, ())  # type: ignore[arg-type]
    return np.array([scored(row, known) for row in signs.tolist()])


def curve(scores: Matrix, right: Matrix, weights: Matrix) -> tuple[list[float], list[float]]:
    """The share that is right at each score: never falling (pool adjacent violators), and with a few points alone."""
    import numpy as np

    order = np.argsort(scores, kind="stable")
    pools: list[list[float]] = []  # weight, weight times score, weight that is right
    for block in np.array_split(order, max(1, min(KNOTS * 3, len(order) // FEWEST))):
        w = weights[block]
        pools.append([w.sum(), (w * scores[block]).sum(), (w * right[block]).sum()])
        while len(pools) > 1 and pools[-2][2] * pools[-1][0] >= pools[-1][2] * pools[-2][0]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    while len(pools) > KNOTS:
        at = min(range(len(pools) - 1), key=lambda n: pools[n + 1][2] / pools[n + 1][0] - pools[n][2] / pools[n][0])
        pools[at] = [a + b for a, b in zip(pools[at], pools.pop(at + 1), strict=True)]
    shares = [round((p[2] + 0.5) / (p[0] + 1), 4) for p in pools]
    return [round(p[1] / p[0], 4) for p in pools], list(accumulate(shares, max))  # a small pool is drawn to one half


def _as_data(trees: list[Tree], start: Matrix, curves: list[tuple[list[float], list[float]]]) -> dict[str, Any]:
    return {
        "start": [round(float(s), 4) for s in start],
        "trees": [
            {
                "asks": [[NAMES[sign], threshold] for sign, threshold in tree.asks],
                "leaves": list(map(list, tree.leaves)),
            }
            for tree in trees
        ],
        "knots": {name: {"scores": c[0], "right": c[1]} for name, c in zip(SCORES, curves, strict=True)},
    }
