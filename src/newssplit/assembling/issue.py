"""Drafts put together into an issue: halves met, duplicates kept once, articles numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newssplit.assembling.articles import article_id, back_title, make_article
from newssplit.assembling.drafts import Sheet
from newssplit.assembling.duplicates import find_duplicates
from newssplit.assembling.halves import join_halves
from newssplit.lexicon import Lexicon
from newssplit.model import Article, Part


@dataclass(frozen=True, slots=True)
class Assembly:
    """The articles of a dump, and which of its drafts each was made of."""

    articles: tuple[Article, ...]
    repeats: tuple[Part, ...]
    duplicates: tuple[Part, ...]
    owners: dict[int, int]
    """For each draft, by index, the order of the article that it went to."""


def assemble(
    sheet: Sheet, starts: Sequence[int], lexicon: Lexicon, *, traditional: bool, keep_duplicates: bool
) -> Assembly:
    """The articles of a sheet, whose drafts are let go; `starts` are the offsets of its lines."""
    made, titles = list[Article](), dict[int, str]()
    for n, draft in enumerate(sheet.drafts):
        made.append(make_article(draft, starts, lexicon, traditional=traditional))
        if title := back_title(draft):
            titles[n] = title
        draft.let_go()
    joined = join_halves(made, titles)
    copies = find_duplicates([article for article, _ in joined])
    dropped = {} if keep_duplicates else copies
    numbered = _number([article for article, _ in joined], dropped, copies)
    return Assembly(
        articles=tuple(numbered.values()),
        repeats=_parts(joined, "repeat", set(dropped)),
        duplicates=tuple(p._replace(role="duplicate") for n in sorted(dropped) for p in joined[n][0].parts),
        owners={d: numbered[n].order for n, (_, drafts) in enumerate(joined) for d in drafts if n in numbered},
    )


def _parts(joined: Sequence[tuple[Article, list[int]]], role: str, without: set[int]) -> tuple[Part, ...]:
    found = [p for n, (article, _) in enumerate(joined) if n not in without for p in article.parts if p.role == role]
    return tuple(sorted(found, key=lambda p: p.start))


def _number(articles: Sequence[Article], dropped: dict[int, int], copies: dict[int, int]) -> dict[int, Article]:
    """Each article that counts, by index, without the copies of its headline; what is nothing else is none."""
    seen, kept = Counter[str](), dict[int, Article]()
    for n, article in enumerate(articles):
        parts = tuple(p for p in article.parts if p.role != "repeat")
        if n not in dropped and parts:
            kept[n] = article._replace(parts=parts, order=len(kept) + 1, id=article_id(article, seen))
    return {n: a._replace(duplicate_of=kept[copies[n]].id) if n in copies else a for n, a in kept.items()}
