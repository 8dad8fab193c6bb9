"""When two articles agree: field by field, and how much of their text they share.

Texts are compared after NFKC and with every space removed: full- or half-width punctuation and the
joining of lines do not count, a lost or foreign character does.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

Item = dict[str, Any]
"""An article as gold or as a record: at least the fields of the contract."""

SHINGLE = 5
"""Texts are compared by their stretches of so many characters."""
BLOCK = ("kicker", "headline", "subheadline")
FIELDS = ("headline", "kicker", "subheadline", "section", "dateline", "kind", "page", "date")


def norm(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def value_of(article: Item, name: str) -> str:
    """A field as it is compared; of several right values, the first."""
    value = article.get(name)
    value = value[0] if isinstance(value, list) else value
    if isinstance(value, dict):  # a dateline with its parts
        value = value.get("text")
    if name == "kind":
        value = value or "article"
    value = norm(value)
    if name == "subheadline":
        return value.lstrip("—-―–─")
    if name in ("section", "dateline"):
        return value.strip("【】[]〔〕()<>《》")
    return value


def same(gold: Item, pred: Item, name: str) -> bool:
    """A gold field may be a list: each of its values is right (None in it: empty is right too)."""
    right = gold.get(name)
    choices = right if isinstance(right, list) else [right]
    return any(value_of({name: choice}, name) == value_of(pred, name) for choice in choices)


END_SIGNS = "◇◆"
"""A sign that ends an article may stay in its text or go."""


def paragraphs(article: Item) -> list[str]:
    return [p for p in (norm(text).rstrip(END_SIGNS) for text in article["paragraphs"]) if p]


def body(article: Item) -> str:
    return "".join(paragraphs(article))


def whole(article: Item) -> str:
    """Headline block and body."""
    return "".join(value_of(article, name) for name in BLOCK) + body(article)


def title(article: Item) -> str:
    """What people call it: its headline, or how its body begins."""
    return value_of(article, "headline")[:24] or body(article)[:24]


def byline(article: Item) -> Counter[tuple[str, str]]:
    """How often each (name, role) signs."""
    return Counter((norm(p["name"]), norm(p["role"])) for p in article.get("byline") or [])


def shingles(text: str) -> Counter[str]:
    """All stretches of SHINGLE characters; a shorter text is its own."""
    return Counter(text[i : i + SHINGLE] for i in range(max(1, len(text) - SHINGLE + 1)) if text)


def matched(gold: list[Item], pred: list[Item]) -> dict[int, tuple[int, float]]:
    """Gold index -> (prediction's index, share of their union that both have), best pairs first, each used once."""
    theirs = [shingles(whole(article)) for article in pred]
    pairs = []
    for i, article in enumerate(gold):
        mine = shingles(whole(article))
        for j, other in enumerate(theirs):
            if shared := (mine & other).total():
                pairs.append((-shared / (mine | other).total(), i, j))
    found: dict[int, tuple[int, float]] = {}
    used = set[int]()
    for share, i, j in sorted(pairs):
        if i not in found and j not in used:
            found[i] = (j, -share)
            used.add(j)
    return found
