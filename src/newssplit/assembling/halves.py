"""The halves of an article, 下转 here and 上接 there, put together at the place of the first."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.assembling.bodies import OPEN_RE, glue
from newssplit.lexicon import fold, keyed
from newssplit.model import Article, Change, Paragraph

FITS = 3
"""A first half must agree in so much: pages, title, a sentence that goes on."""


def join_halves(articles: Sequence[Article], titles: dict[int, str]) -> list[tuple[Article, list[int]]]:
    """Articles with their second halves in them, each with the indexes of what it was made of.

    What finds no other half stays as it is. `titles`: by index, the headline that a bare 上接 mark
    itself repeats. A second half goes to the first half that agrees best; each half is used once, and the
    work is linear in their number, as first halves are looked up by the page that they go on."""
    waiting = [n for n, a in enumerate(articles) if a.continues_on is not None]
    seconds = dict[int, int]()
    for n, second in enumerate(articles):
        if second.continued_from is None or not waiting:
            continue
        best = max(waiting[-NEAR:], key=lambda f: (_agreement(articles[f], second, titles.get(n)), f if f < n else -f))
        if best != n and _agreement(articles[best], second, titles.get(n)) >= FITS:
            waiting.remove(best)
            seconds[best] = n
    return _merge_all(articles, seconds)


NEAR = 60
"""So many unfinished articles are compared: no issue has more."""


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


def _agreement(first: Article, second: Article, title: str | None) -> int:
    """How well two halves fit: the page that each names, the headline, the sentence across the gap."""
    score = 0
    if first.continues_on and second.page.number:
        score += 3 if first.continues_on == second.page.number else -2
    if second.continued_from and first.page.number:
        score += 3 if second.continued_from == first.page.number else -2
    score += _same_title(first, title or second.headline)
    ends, begins = first.paragraphs[-1:], second.paragraphs[:1]
    if ends and begins and OPEN_RE.search(ends[0].text):
        score += 1
    return score


def _same_title(first: Article, title: str | None) -> int:
    if not title or not first.headline:
        return 0
    a = keyed(fold((first.kicker or "") + first.headline + (first.subheadline or "")))
    b = keyed(fold(title))
    if b and (b in a or a in b):
        return 4
    shared = {a[n : n + 2] for n in range(len(a) - 1)} & {b[n : n + 2] for n in range(len(b) - 1)}
    return 1 if len(shared) >= 3 else -3


def merge(first: Article, second: Article) -> Article:
    """Two halves as one article: a sentence cut between them is joined, the second headline is a repeat."""
    paragraphs, changes = list(first.paragraphs), list(first.changes)
    rest = list(second.paragraphs)
    if paragraphs and rest and OPEN_RE.search(paragraphs[-1].text) and not paragraphs[-1].crosshead:
        last = paragraphs.pop()
        paragraphs.append(Paragraph(glue(last.text, rest[0].text), last.spans + rest[0].spans))
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
