"""Articles that a dump holds twice: the best copy counts, the others are noted with their spans.

Copies are found by the text's own pieces: each article is known by the smallest hashes of its
five-character pieces, so that only articles which share some are compared. Two reports of one event
share words, but not the run of their text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from zlib import crc32

from newssplit.model import Article
from newssplit.rules.sight import BARE_RE

PIECE = 5
KEPT = 12
"""Smallest hashes by which an article is known."""
SHORTEST = 24
SAME = 0.8
"""Two texts are one if this share of the shorter one's pieces stands in the longer one."""


def find_duplicates(articles: Sequence[Article]) -> dict[int, int]:
    """For each copy, by index, the index of the article that it repeats."""
    pieces = [_pieces(a) for a in articles]
    known = defaultdict[int, list[int]](list)
    copies = dict[int, int]()
    for n, mine in enumerate(pieces):
        if not mine:
            continue
        keys = sorted(mine)[:KEPT]
        others = sorted({o for key in keys for o in known[key][:KEPT]})
        original = next((o for o in others if _same(pieces[o], mine)), None)
        if original is None:
            for key in keys:
                known[key].append(n)
        elif _better(articles[n], articles[original]):
            copies[original] = n
            copies.update({c: n for c, o in copies.items() if o == original})
            for key in keys:
                known[key].append(n)
        else:
            copies[n] = original
    return copies


def _pieces(article: Article) -> frozenset[int]:
    if article.kind == "teaser":
        return frozenset()
    text = BARE_RE.sub("", "".join(p.text for p in article.paragraphs))
    if len(text) < SHORTEST:
        return frozenset()
    return frozenset(crc32(text[n : n + PIECE].encode("utf-8", "surrogatepass")) for n in range(len(text) - PIECE + 1))


def _same(a: frozenset[int], b: frozenset[int]) -> bool:
    return len(a & b) >= SAME * min(len(a), len(b)) and 2 * min(len(a), len(b)) >= max(len(a), len(b))


def _better(new: Article, old: Article) -> bool:
    """A later copy takes the place of the first only if it says clearly more."""
    return _worth(new) > _worth(old) + 2 and new.chars > 1.05 * old.chars


def _worth(article: Article) -> int:
    fields = (article.headline, article.kicker, article.subheadline, article.dateline, article.byline)
    return sum(map(bool, fields)) + article.chars // 40
