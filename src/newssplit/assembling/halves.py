"""The halves of an article, 下转 here and 上接 there, put together at the place of the first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newssplit.assembling.texts import breaks_off
from newssplit.lexicon import fold, keyed
from newssplit.model import Article, Change, Paragraph
from newssplit.reading.lines import glue

FITS = 3
"""A first half must agree in so much: pages, title, a sentence that goes on."""
NEAR = 60
"""So many unfinished articles are compared on either side: no issue has more."""


class _First(NamedTuple):
    """What is compared of a first half."""

    article: Article
    title: str
    """The key of its whole headline."""
    pairs: frozenset[str]
    """Of characters in it."""
    breaks_off: bool


def join_halves(articles: Sequence[Article], titles: dict[int, str]) -> list[tuple[Article, list[int]]]:
    """Articles with their second halves in them, each with the indexes of what it was made of.

    What finds no other half stays as it is. `titles`: by index, the headline that a bare 上接 mark
    itself repeats. A second half goes to the first half that agrees best; each half is used once, and the
    work is linear in their number, as only those near each other are compared."""
    firsts = {n: _first(a) for n, a in enumerate(articles) if a.continues_on is not None}
    waiting, seconds = list(firsts), dict[int, int]()
    named = {n: _key(titles.get(n) or a.headline or "") for n, a in enumerate(articles) if a.continued_from is not None}
    for n, title in sorted(named.items(), key=lambda second: not second[1]):  # first those that name the other half
        second, at = articles[n], bisect_left(waiting, n)
        near = [f for f in waiting[max(0, at - NEAR) : at + NEAR] if f != n and f not in seconds]
        fits = [(_agreement(firsts[f], second, title), f if f < n else -f, f) for f in near]
        best = max(fits, default=(0, 0, 0))
        if best[0] >= FITS:
            seconds[best[2]] = n
    return _merge_all(articles, seconds)


def _first(article: Article) -> _First:
    printed = (article.kicker or "") + article.headline + (article.subheadline or "") if article.headline else ""
    title, last = _key(printed), article.paragraphs[-1:]
    return _First(article, title, _pairs(title), bool(last) and breaks_off(last[0].text))


def _key(title: str) -> str:
    return keyed(fold(title))


def _pairs(title: str) -> frozenset[str]:
    return frozenset([title[n : n + 2] for n in range(len(title) - 1)])


def _merge_all(articles: Sequence[Article], seconds: dict[int, int]) -> list[tuple[Article, list[int]]]:
    taken = set(seconds.values())
    result = []
    for n, article in enumerate(articles):
        if n in taken:
            continue
        made_of = [n]
        while made_of[-1] in seconds:
            made_of.append(seconds[made_of[-1]])
            article = merge(article, articles[made_of[-1]])
        result.append((article, made_of))
    return result


def _agreement(first: _First, second: Article, title: str) -> int:
    """How well two halves fit: the page that each names, the headline, the sentence across the gap."""
    score, half = 0, first.article
    if half.continues_on and second.page.number:
        score += 3 if half.continues_on == second.page.number else -2
    if second.continued_from and half.page.number:
        score += 3 if second.continued_from == half.page.number else -2
    if title and first.title:
        score += _same_title(first, title)
    return score + (first.breaks_off and bool(second.paragraphs))


def _same_title(first: _First, title: str) -> int:
    if title in first.title or first.title in title:
        return 4
    return 1 if len(first.pairs & _pairs(title)) >= 3 else -3


def merge(first: Article, second: Article) -> Article:
    """Two halves as one article: a sentence cut between them is joined, the second headline is a repeat."""
    paragraphs, changes = list(first.paragraphs), list(first.changes)
    rest = list(second.paragraphs)
    if paragraphs and rest and breaks_off(paragraphs[-1].text) and not paragraphs[-1].crosshead:
        last = paragraphs.pop()
        text = last.text + glue(last.text, rest[0].text) + rest[0].text
        paragraphs.append(Paragraph(text, last.spans + rest[0].spans))
        changes.append(Change("joined", "halves", rest.pop(0).spans[0]))
    heads = ("kicker", "headline", "subheadline", "label")
    parts = tuple(p._replace(role="repeat") if p.role in heads else p for p in second.parts)
    return first._replace(
        byline=tuple(dict.fromkeys(first.byline + second.byline)),
        dateline=first.dateline or second.dateline,
        paragraphs=tuple(paragraphs + rest),
        parts=first.parts + parts,
        lines=(first.lines[0], max(first.lines[1], second.lines[1])),
        confidence=min(first.confidence, second.confidence),
        changes=(*changes, *second.changes),
        continues_on=second.continues_on,
        continued_from=first.continued_from,
    )
