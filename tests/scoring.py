"""Is an article as it should be: the comparison of gold and prediction that the golden tests make.

Texts are compared after NFKC and with every space removed: full- or half-width punctuation and the
joining of lines do not count, a lost or foreign character does.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

Item = dict[str, Any]

SHINGLE = 5
THERE = 0.2
"""Below this overlap an article counts as not found at all."""
BLOCK = ("kicker", "headline", "subheadline")
SCORED = (*BLOCK, "section", "kind")


def norm(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def value_of(article: Item, name: str) -> str:
    """A field as it is compared; of a list of right values, the first."""
    value = article.get(name)
    value = norm(value[0] if isinstance(value, list) else value)
    if name == "subheadline":
        return value.lstrip("—-―–─")
    if name in ("section", "dateline"):
        return value.strip("【】[]〔〕()<>《》")
    return value


def same(gold: Item, pred: Item, name: str) -> bool:
    right = gold.get(name)
    choices = right if isinstance(right, list) else [right]
    return any(value_of({name: choice}, name) == value_of(pred, name) for choice in choices)


def body(article: Item) -> str:
    return "".join(map(norm, article["paragraphs"]))


def byline(article: Item) -> Counter[tuple[str, str]]:
    return Counter((norm(person["name"]), norm(person["role"])) for person in article["byline"])


def whole(article: Item) -> str:
    return "".join(value_of(article, name) for name in BLOCK) + body(article)


def overlap(one: str, other: str) -> float:
    """The share of their union that two texts have in common, in shingles of 5 characters."""
    a, b = _shingles(one), _shingles(other)
    return sum((a & b).values()) / (sum((a | b).values()) or 1)


def _shingles(text: str) -> Counter[str]:
    return Counter(text[i : i + SHINGLE] for i in range(max(1, len(text) - SHINGLE + 1)) if text)


def matched(gold: list[Item], pred: list[Item]) -> list[Item | None]:
    """For each gold article the prediction that it shares most with, each used once; None: not there."""
    texts = [whole(article) for article in pred]
    pairs = [(overlap(whole(g), text), i, j) for i, g in enumerate(gold) for j, text in enumerate(texts)]
    partner: dict[int, int] = {}
    for shared, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if shared >= THERE and i not in partner and j not in partner.values():
            partner[i] = j
    return [pred[partner[i]] if i in partner else None for i in range(len(gold))]


def wrong_fields(gold: Item, pred: Item | None) -> list[str]:
    """What keeps a prediction from being perfect, by name; empty where it is."""
    if pred is None:
        return ["not there"]
    wrong = [name for name in SCORED if not same(gold, pred, name)]
    if body(gold) != body(pred):
        wrong.append("body")
    if byline(gold) != byline(pred):
        wrong.append("byline")
    return wrong
