"""Articles that a dump holds twice: the best copy counts, the others are noted with their spans.

An article is known by its clauses, the stretches between its punctuation marks. Those that share some
of a few of them are compared whole, so the work grows with the number of articles and not with its
square. Two reports of one event share words, but not the run of their clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newssplit.lexicon import fold, keyed
from newssplit.model import Article
from newssplit.patterns import re

CLAUSE_RE = re.compile(r"\w{5,}")
KEPT = 8
"""Longest clauses by which an article is looked up."""
FEWEST = 2
SAME = 0.6
"""Two texts are one if this share of the shorter one's clauses stands in the longer one …"""
LONGER, LONGEST = 3, 20
"""… and that has not more than so many times as many, nor so many times the text: so no article is read again for much
smaller ones, however many."""

Size = tuple[int, int]
"""Clauses and characters of an article."""

EQUAL = 0.85
"""… and under different headlines this share of the longer one's."""


def find_duplicates(articles: Sequence[Article]) -> dict[int, int]:
    """For each copy, by index, the index of the article that it repeats."""
    first, later = dict[int, int](), defaultdict[int, list[int]](list)  # by a clause's hash: texts would stay alive
    copies, of, sizes = dict[int, int](), defaultdict[int, list[int]](list), list[Size]()
    for n, article in enumerate(articles):
        mine = _clauses(article)
        sizes.append(size := (len(mine), sum([len(p.text) for p in article.paragraphs])))
        if len(mine) < FEWEST:
            continue
        keys = [hash(clause) for clause in _longest(mine)]
        others = sorted({o for key in keys if key in first for o in (first[key], *later.get(key, ())[: KEPT - 1])})
        # to read those of a few again takes less than to keep those of all, which are the text once more
        near = (o for o in others if _near(sizes[o], size))
        original = next((o for o in near if _same(articles[o], article, _clauses(articles[o]), mine)), None)
        if original is not None and not _better(article, articles[original]):
            copies[n] = original
            of[original].append(n)
            continue
        for key in keys:
            if first.setdefault(key, n) != n:  # hardly any clause stands in two articles
                later[key].append(n)
        if original is not None:
            of[n] = [*(c for c in of.pop(original, ()) if copies[c] == original), original]
            copies.update(dict.fromkeys(of[n], n))
    return copies


def text_key(article: Article) -> int | None:
    """The same number, of 64 bits, for articles with the same clauses and of one kind; None for those that are never
    taken for copies."""
    clauses = _clauses(article)
    if len(clauses) < FEWEST:
        return None
    from hashlib import blake2b  # only large dumps ask for it, and it loads slowly

    text = "\x1f".join([article.kind, *sorted(clauses)])
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _clauses(article: Article) -> frozenset[str]:
    if article.kind == "teaser":
        return frozenset()
    found = CLAUSE_RE.findall("\n".join([p.text for p in article.paragraphs]))
    return frozenset([clause for clause in found if not clause.isascii()] or found)  # any two texts share Latin words


def _longest(clauses: frozenset[str]) -> list[str]:
    """The KEPT longest clauses; of those of one length the first ones."""
    least = sorted(map(len, clauses))[-KEPT:][0]  # to sort numbers takes a third
    long = [clause for clause in clauses if len(clause) >= least]
    return sorted(sorted(long), key=len, reverse=True)[:KEPT]


def _near(old: Size, new: Size) -> bool:
    return LONGER * min(old[0], new[0]) >= max(old[0], new[0]) and old[1] <= LONGEST * new[1]


def _same(old: Article, new: Article, a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two items are one: of one kind, and one text; under different headlines nothing of it may differ."""
    if old.kind != new.kind:
        return False
    shared = len(a & b)
    if old.headline and new.headline and keyed(fold(old.headline)) != keyed(fold(new.headline)):
        return shared >= max(FEWEST, EQUAL * max(len(a), len(b)))
    return shared >= max(FEWEST, SAME * min(len(a), len(b)))


def _better(new: Article, old: Article) -> bool:
    """A later copy takes the place of the first only if it says clearly more."""
    return _worth(new) > _worth(old) + 2 and new.chars > 1.05 * old.chars


def _worth(article: Article) -> int:
    fields = (article.headline, article.kicker, article.subheadline, article.dateline, article.byline)
    return sum(map(bool, fields)) + article.chars // 40
