"""How well the dump was cut: boundaries, Pk, WindowDiff, B-cubed, splits and merges.

A segmentation is a list of cells, one for each line that has text of a gold article; a cell is True
where an item begins that is not the one of the line before. The first line begins nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newssplit.evaluation.comparing import Item
from newssplit.evaluation.figures import Counts, f1
from newssplit.evaluation.locating import Dump, Owners, owners, read_dump

WHOLE, PART = 0.9, 0.1
"""An article is split where no item holds the first share of it and two or more hold the second."""
MOST = 0.5
"""An item is merged where it holds more than this share of two articles."""


def count_segments(source: str, gold: list[Item], pred: list[Item]) -> Counts:
    """What `segment_figures` is made of, for one issue."""
    dump = read_dump(source)
    mine, theirs = owners(dump, gold), owners(dump, pred)
    counts = _count_boundaries(*boundaries(dump, mine, theirs))
    precision, recall, characters = b_cubed(mine, theirs)
    counts.update(_scaled(b3_precision=precision, b3_recall=recall))
    counts.update(b3_characters=characters, **_splits_and_merges(mine, theirs))
    return counts


def boundaries(dump: Dump, gold: Owners, pred: Owners) -> tuple[list[bool], list[bool]]:
    """Both segmentations, over the same lines: those with text of a gold article."""
    lines: dict[int, tuple[Counter[int | None], Counter[int | None]]] = {}
    for line, mine, theirs in zip(dump.lines, gold, pred, strict=True):
        if mine is not None:
            votes = lines.setdefault(line, (Counter(), Counter()))
            votes[0][mine] += 1
            votes[1][theirs] += 1
    sides = ([votes[side].most_common(1)[0][0] for votes in lines.values()] for side in (0, 1))
    one, other = ([a != b for a, b in zip([*side[:1], *side], side, strict=False)] for side in sides)
    return one, other


def _count_boundaries(gold: Sequence[bool], pred: Sequence[bool]) -> Counts:
    hits = sum(a and b for a, b in zip(gold, pred, strict=True))
    counts = Counts(cut_gold=sum(gold), cut_pred=sum(pred), cut_hit=hits)
    k = window(gold)
    wrong, differing, windows = disagreements(gold, pred, k)
    counts.update(pk_wrong=wrong, wd_wrong=differing, windows=windows)
    return counts


def window(gold: Sequence[bool]) -> int:
    """Half the mean length of a gold segment, at least 2."""
    return max(2, round(len(gold) / (sum(gold) + 1) / 2))


def disagreements(gold: Sequence[bool], pred: Sequence[bool], k: int) -> tuple[int, int, int]:
    """Of all windows of k cells: how many count as wrong by Pk, how many by WindowDiff, how many there are.

    Pk (Beeferman, Berger & Lafferty 1999) asks whether a window holds any boundary, WindowDiff
    (Pevzner & Hearst 2002) how many; their values are these numbers over the third.
    """
    wrong = differing = 0
    mine, theirs = sum(gold[:k]), sum(pred[:k])
    windows = max(0, len(gold) - k + 1)
    for at in range(windows):
        if at:
            mine += gold[at + k - 1] - gold[at - 1]
            theirs += pred[at + k - 1] - pred[at - 1]
        wrong += (mine > 0) != (theirs > 0)
        differing += mine != theirs
    return wrong, differing, windows


def b_cubed(gold: Owners, pred: Owners) -> tuple[float, float, int]:
    """Sums of the characters' precisions and recalls (Bagga & Baldwin 1998), and how many characters.

    Precision of a character: the share of its predicted item that is of its gold article; recall: the
    share of its gold article that is in its predicted item. A character that a side has in no item
    is an item by itself there; characters in no item of either side do not count.
    """
    pairs = Counter((g, p) for g, p in zip(gold, pred, strict=True) if (g, p) != (None, None))
    mine, theirs = Counter[int | None](), Counter[int | None]()
    for (g, p), number in pairs.items():
        mine[g] += number
        theirs[p] += number
    precision = sum(n if p is None else n * (n if g is not None else 1) / theirs[p] for (g, p), n in pairs.items())
    recall = sum(n if g is None else n * (n if p is not None else 1) / mine[g] for (g, p), n in pairs.items())
    return precision, recall, pairs.total()


def _scaled(**values: float) -> dict[str, int]:
    """Sums as whole millionths, so that they add up the same in any order."""
    return {name: round(value * 1_000_000) for name, value in values.items()}


def _splits_and_merges(gold: Owners, pred: Owners) -> dict[str, int]:
    shared = Counter((g, p) for g, p in zip(gold, pred, strict=True) if g is not None and p is not None)
    size = Counter(g for g in gold if g is not None)
    held: dict[int, list[float]] = {}
    most = Counter[int]()
    for (g, p), number in shared.items():
        if g is not None and p is not None:
            share = number / size[g]
            held.setdefault(g, []).append(share)
            most[p] += share > MOST
    splits = sum(max(s) < WHOLE and sum(x >= PART for x in s) > 1 for s in held.values())
    return {"splits": splits, "merges": sum(n > 1 for n in most.values())}


def segment_figures(n: Counts) -> dict[str, float]:
    """Boundary precision, recall and F1, Pk and WindowDiff (errors: 0 is best), B-cubed, splits and merges."""
    characters, windows = n["b3_characters"] * 1_000_000 or 1, n["windows"] or 1
    precision, recall = n["b3_precision"] / characters, n["b3_recall"] / characters
    out = {
        "boundary_precision": n["cut_hit"] / n["cut_pred"] if n["cut_pred"] else 1.0,
        "boundary_recall": n["cut_hit"] / n["cut_gold"] if n["cut_gold"] else 1.0,
        "boundary_f1": f1(n["cut_hit"], n["cut_gold"], n["cut_pred"]),
        "pk": n["pk_wrong"] / windows,
        "windowdiff": n["wd_wrong"] / windows,
        "b3_precision": precision,
        "b3_recall": recall,
        "b3_f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "splits": n["splits"],
        "merges": n["merges"],
    }
    return {name: round(value, 4) for name, value in out.items()}
