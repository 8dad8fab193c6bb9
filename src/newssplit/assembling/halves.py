"""The halves of an article, 下转 here and 上接 there, put together at the place of the first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newssplit.assembling.fitting import First, Second, all_makers, fit, is_cut, one_text, title_key
from newssplit.assembling.texts import breaks_off
from newssplit.model import Article, Change, Paragraph

FITS = 3
"""A first half must agree in so much: pages, title, a sentence that goes on."""
NEAR = 60
"""So many unfinished articles are compared on either side: no issue has more."""


def join_halves(articles: Sequence[Article], titles: dict[int, str]) -> list[tuple[Article, list[int]]]:
    """Articles with their second halves in them, each with the indexes of what it was made of.

    What finds no other half stays as it is. `titles`: by index, the headline that a bare 上接 mark
    itself repeats. A second half goes to the first half that agrees best; each half is used once, and the
    work is linear in their number, as only those near each other are compared."""
    firsts = {n: _first(a) for n, a in enumerate(articles) if a.continues_on is not None}
    waiting, found = list(firsts), dict[int, int]()
    seconds = {n: _second(a, titles.get(n)) for n, a in enumerate(articles) if a.continued_from is not None}
    for n, second in sorted(seconds.items(), key=lambda half: not half[1].title):  # first those that name the other
        at = bisect_left(waiting, n)
        near = [f for f in waiting[max(0, at - NEAR) : at + NEAR] if f != n and f not in found]
        fits = [(fit(firsts[f], second).score, f if f < n else -f, f) for f in near]
        best = max(fits, default=(0, 0, 0))
        if best[0] >= FITS:
            found[best[2]] = n
    return _merge_all(articles, _without_rings(found))


def _without_rings(seconds: dict[int, int]) -> dict[int, int]:
    """The joins without those by which a half would in the end go on in itself: nothing would be left of it."""
    kept, root = dict[int, int](), dict[int, int]()

    def first_of(n: int) -> int:
        while n in root:
            root[n] = root.get(root[n], root[n])
            n = root[n]
        return n

    for first, second in seconds.items():
        one, other = first_of(first), first_of(second)
        if one != other:
            kept[first], root[other] = second, one
    return kept


def _first(article: Article) -> First:
    printed = (article.kicker or "") + article.headline + (article.subheadline or "") if article.headline else ""
    last = article.paragraphs[-1:]
    cut = bool(last) and breaks_off(last[0].text)
    return First(article.page.number, article.continues_on, title_key(printed), cut)


def _second(article: Article, named: str | None) -> Second:
    title = title_key(named or article.headline)
    return Second(article.page.number, article.continued_from, title, bool(article.paragraphs))


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


def merge(first: Article, second: Article) -> Article:
    """Two halves as one article: a sentence cut between them is joined, the second headline is a repeat."""
    paragraphs, changes = list(first.paragraphs), list(first.changes)
    rest = list(second.paragraphs)
    if paragraphs and rest and is_cut(paragraphs[-1].text, crosshead=paragraphs[-1].crosshead):
        last = paragraphs.pop()
        paragraphs.append(Paragraph(one_text(last.text, rest[0].text), last.spans + rest[0].spans))
        changes.append(Change("joined", "halves", rest.pop(0).spans[0]))
    heads = ("kicker", "headline", "subheadline", "label")
    parts = tuple(p._replace(role="repeat") if p.role in heads else p for p in second.parts)
    return first._replace(
        byline=tuple(all_makers(first.byline, second.byline, lambda person: (person.name, person.role))),
        dateline=first.dateline or second.dateline,
        paragraphs=tuple(paragraphs + rest),
        parts=first.parts + parts,
        lines=(first.lines[0], max(first.lines[1], second.lines[1])),
        changes=(*changes, *second.changes),
        continues_on=second.continues_on,
        continued_from=first.continued_from,
    )
