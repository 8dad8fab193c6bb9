"""The figures of a prediction: counts that add up over issues, and the shares made of them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newssplit.evaluation.comparing import FIELDS, Item, body, byline, matched, paragraphs, same, shingles, title, whole

FOUND, THERE = 0.9, 0.2
"""An article is found where the texts share so much of their union; below the second it is not there at all."""
PERFECT = ("body", "headline", "kicker", "subheadline", "section", "byline", "kind")
SHARES = ("body", "headline", "kicker", "subheadline", "section", "dateline", "kind", "page", "date")

Counts = Counter[str]


class Miss(NamedTuple):
    """A gold article that is not perfect."""

    title: str
    wrong: tuple[str, ...]
    """The fields that differ."""
    overlap: float
    """The share of the texts' union that both have, 0 to 1."""


def partners(gold: list[Item], pred: list[Item]) -> list[tuple[Item | None, float]]:
    """For each gold article the prediction that is it, if any, and the share of the texts' union that both have."""
    pairs = matched(gold, pred)
    found = [pairs.get(i, (0, 0.0)) for i in range(len(gold))]
    return [(pred[j] if overlap >= THERE else None, overlap) for j, overlap in found]


def count(gold: list[Item], pred: list[Item]) -> tuple[Counts, list[Miss]]:
    """What `figures` is made of, for one issue, and the articles that are not perfect."""
    counts = Counts(gold=len(gold), pred=len(pred))
    everything = shingles("\0".join(whole(article) for article in pred))
    misses = []
    for article, (other, overlap) in zip(gold, partners(gold, pred), strict=True):
        text = shingles(whole(article))
        counts.update(chars=text.total(), chars_kept=(text & everything).total(), found=overlap >= FOUND)
        _count_people(article, other, counts)
        _count_paragraphs(article, other, counts)
        wrong = wrong_fields(article, other)
        counts.update(name for name in (*FIELDS, "body") if name not in wrong)
        imperfect = tuple(name for name in PERFECT if name in wrong)
        counts.update(perfect=not imperfect, exact=not wrong)
        if imperfect:
            misses.append(Miss(title(article), imperfect, overlap))
    return counts, misses


def perfect(gold: list[Item], pred: list[Item]) -> list[bool]:
    """Of each prediction, whether it is an article of the gold with nothing wrong in it."""
    right = [False] * len(pred)
    for i, (j, overlap) in matched(gold, pred).items():
        right[j] = overlap >= THERE and not {*wrong_fields(gold[i], pred[j])} & {*PERFECT}
    return right


def wrong_fields(gold: Item, pred: Item | None) -> list[str]:
    """The fields of a prediction that are not right; all of them where there is none."""
    return [name for name in (*FIELDS, "body", "byline") if pred is None or not agrees(gold, pred, name)]


def agrees(gold: Item, pred: Item, name: str) -> bool:
    """Whether one field of a prediction is right; `body` and `byline` are fields here, too."""
    if name == "body":
        return body(gold) == body(pred)
    if name == "byline":
        return gold.get("byline") is None or byline(gold) == byline(pred)
    return same(gold, pred, name)


def _count_people(gold: Item, pred: Item | None, counts: Counts) -> None:
    if gold.get("byline") is None:  # not to be judged
        return
    mine, theirs = byline(gold), byline(pred or {})
    for suffix, people in (("hit", mine & theirs), ("gold", mine), ("pred", theirs)):
        counts[f"byline_{suffix}"] += people.total()
        for (_, role), number in people.items():
            counts[f"role_{suffix} {role or 'none'}"] += number


def _count_paragraphs(gold: Item, pred: Item | None, counts: Counts) -> None:
    mine, theirs = Counter(paragraphs(gold)), Counter(paragraphs(pred) if pred else [])
    counts.update(par_hit=(mine & theirs).total(), par_gold=mine.total(), par_pred=theirs.total())


def figures(n: Counts) -> dict[str, float]:
    """Shares of all gold articles, F1 where both sides count, rounded to four digits."""
    total = n["gold"] or 1
    out = {"found": f1(n["found"], n["gold"], n["pred"])}
    out |= {name: n[name] / total for name in SHARES}
    out["byline"] = f1(n["byline_hit"], n["byline_gold"], n["byline_pred"])
    out["paragraphs"] = f1(n["par_hit"], n["par_gold"], n["par_pred"])
    out["lost"] = 1 - n["chars_kept"] / (n["chars"] or 1)
    out["perfect"] = n["perfect"] / total
    out["exact"] = n["exact"] / total
    return {name: round(value, 4) for name, value in out.items()}


def roles(n: Counts) -> dict[str, float]:
    """F1 of the people of each role; `none`: those without one."""
    names = sorted({key.split(" ")[1] for key in n if key.startswith("role_")})
    return {r: round(f1(n[f"role_hit {r}"], n[f"role_gold {r}"], n[f"role_pred {r}"]), 4) for r in names}


def f1(hit: int, gold: int, pred: int) -> float:
    """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was."""
    return 2 * hit / (gold + pred) if gold + pred else 1.0
