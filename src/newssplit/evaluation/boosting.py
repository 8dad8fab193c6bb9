"""Small trees, one after another, that tell from the signs of an article what is right in it (extra: numpy).

Every tree asks two questions and adds a number to each of several scores: to that of the whole article and to those of
its parts. A tree is chosen for what it makes likelier of the articles at hand (Newton steps of the logistic loss).
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

Matrix: TypeAlias = Any
"""An array of numpy, which only fitting needs."""
BINS = 24
"""A sign is asked for at so many thresholds."""
FEWEST = 25
"""No leaf has fewer articles."""
SHRINK, CAUTION = 0.1, 8.0
"""How much of a step is taken, and how many articles' worth of doubt each leaf has."""


class Tree(NamedTuple):
    """A question, and one more for either answer; thresholds are those below which the answer is no."""

    asks: tuple[tuple[int, float], tuple[int, float], tuple[int, float]]
    """(sign, threshold): the first question, the second after no, the second after yes."""
    leaves: tuple[tuple[float, ...], ...]
    """What is added to each score after no no, no yes, yes no, yes yes."""


def thresholds_of(signs: Matrix) -> list[Matrix]:
    """For each sign the values that part the articles into even shares."""
    import numpy as np

    found = []
    for column in signs.T:
        values = np.unique(column)
        if len(values) <= BINS:
            cuts = (values[1:] + values[:-1]) / 2
        else:
            cuts = np.quantile(column, np.arange(1, BINS) / BINS, method="nearest")
        cuts = np.unique(np.round(cuts, 6))
        found.append(cuts[(cuts > values[0]) & (cuts <= values[-1])])
    return found


def boosted(signs: Matrix, right: Matrix, weights: Matrix, rounds: int) -> tuple[list[Tree], Matrix]:
    """So many trees, and the scores that they begin from.

    `signs` has a row an article and a column a sign, `right` a column for each score: 1 where that is right, else 0;
    `weights` says how much each article counts."""
    import numpy as np

    cuts = thresholds_of(signs)
    binned = np.stack([np.searchsorted(c, column, side="right") for c, column in zip(cuts, signs.T, strict=True)])
    share = np.clip((right * weights[:, None]).sum(0) / weights.sum(), 0.01, 0.99)
    start = np.log(share / (1 - share))
    scores = np.tile(start, (len(signs), 1))
    trees = []
    for _ in range(rounds):
        likely = 1 / (1 + np.exp(-scores))
        slope = (right - likely) * weights[:, None]
        curve = likely * (1 - likely) * weights[:, None]
        tree, steps = _tree(binned, cuts, slope, curve)
        trees.append(tree)
        scores += steps
    return trees, start


def _tree(binned: Matrix, cuts: list[Matrix], slope: Matrix, curve: Matrix) -> tuple[Tree, Matrix]:
    import numpy as np

    everyone = np.ones(binned.shape[1], bool)
    first = _question(binned, cuts, slope, curve, everyone)
    yes = binned[first[0]] > first[1]
    asks, leaves, steps = [first], [], np.zeros_like(slope)
    for side in (~yes, yes):
        ask = _question(binned, cuts, slope, curve, side)
        asks.append(ask)
        for answer in (False, True):
            here = side & ((binned[ask[0]] > ask[1]) == answer)
            step = np.round(SHRINK * slope[here].sum(0) / (curve[here].sum(0) + CAUTION / 4), 4)
            steps[here] = step
            leaves.append(tuple(float(s) for s in step))
    named = [(int(sign), float(cuts[sign][at])) for sign, at in asks]
    return Tree((named[0], named[1], named[2]), tuple(leaves)), steps


def _question(binned: Matrix, cuts: list[Matrix], slope: Matrix, curve: Matrix, side: Matrix) -> tuple[int, int]:
    """The sign and the number of its threshold that part these articles best."""
    import numpy as np

    rows, size = binned[:, side], BINS + 1
    at = (rows + size * np.arange(len(rows))[:, None]).ravel()
    total = size * len(rows)
    counts = np.bincount(at, minlength=total).reshape(len(rows), size).cumsum(1)
    gain = np.zeros((len(rows), size))
    for k in range(slope.shape[1]):
        s = np.bincount(at, np.tile(slope[side, k], len(rows)), total).reshape(len(rows), size).cumsum(1)
        c = np.bincount(at, np.tile(curve[side, k], len(rows)), total).reshape(len(rows), size).cumsum(1)
        s_all, c_all = s[:, -1:], c[:, -1:]
        gain += s**2 / (c + CAUTION / 4) + (s_all - s) ** 2 / (c_all - c + CAUTION / 4)
    few = (counts < FEWEST) | (counts[:, -1:] - counts < FEWEST)
    gain[few] = -1.0
    for n, cut in enumerate(cuts):
        gain[n, len(cut) :] = -1.0
    sign, threshold = np.unravel_index(int(gain.argmax()), gain.shape)
    if gain[sign, threshold] < 0:  # too few to part: a question that all answer alike
        return next(n for n, cut in enumerate(cuts) if len(cut)), 0
    return int(sign), int(threshold)
