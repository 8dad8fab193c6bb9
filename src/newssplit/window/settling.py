"""Items of a piece that are given out: told apart from copies of earlier ones, numbered on from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newssplit.assembling.articles import article_id
from newssplit.assembling.duplicates import find_duplicates, text_key
from newssplit.fields import ConfidenceParts, Part
from newssplit.model import Article
from newssplit.window.memory import Seen, Table

Sure = tuple[float, ConfidenceParts]


class Given:
    """What is remembered of all items that were given out."""

    def __init__(self) -> None:
        self.seen, self.order = Seen(), 0
        """How often an item of each content was numbered, and how many items there are."""
        self.texts = Table()
        """By a key of its text the id of the item that has it, as a number."""
        self.recent = list[Article]()
        """Those of the piece above, and those of which it had copies."""


class Settled(NamedTuple):
    """What became of the items of a piece."""

    articles: tuple[Article, ...]
    repeats: tuple[Part, ...]
    """Further copies of headlines."""
    duplicates: tuple[Part, ...]
    """Copies of items, those of earlier pieces among them."""


def settle(
    articles: Sequence[Article], sure: Sequence[Sure], count: int, given: Given, *, keep_duplicates: bool
) -> Settled:
    """The first so many articles of a piece, numbered, without copies; those behind them are only compared."""
    copies = _copies(articles, count, given)
    dropped = () if keep_duplicates else copies
    repeats = [p for n, a in enumerate(articles[:count]) if n not in dropped for p in a.parts if p.role == "repeat"]
    duplicates = [p._replace(role="duplicate") for n in sorted(dropped) for p in articles[n].parts]
    kept = dict[int, Article]()
    for n, article in enumerate(articles[:count]):
        parts = tuple([p for p in article.parts if p.role != "repeat"])
        if n not in dropped and parts:
            kept[n] = _numbered(article._replace(parts=parts), sure[n], given)
    for n in copies.keys() & kept.keys():
        kept[n] = kept[n]._replace(duplicate_of=_id_of(copies[n], articles, kept))
    again = set(copies.values())
    given.recent = [article for article in given.recent if article.id in again] + list(kept.values())
    for n, article in kept.items():
        if n not in copies and (key := text_key(article)) is not None:
            given.texts.put(key, int(article.id, 16))
    return Settled(tuple(kept.values()), tuple(sorted(repeats, key=lambda p: p.start)), tuple(duplicates))


def _copies(articles: Sequence[Article], count: int, given: Given) -> dict[int, int | str]:
    """For each copy among the first so many articles the number of the one that it repeats, or the id of one that was
    given out. What was given out stays, be the copy a better one: then both are there."""
    before = len(given.recent)
    found = find_duplicates([*given.recent, *articles])
    copies = dict[int, int | str]()
    for n, article in enumerate(articles[:count]):
        original = found.get(before + n)
        if original is not None:
            copies[n] = given.recent[original].id if original < before else original - before
        elif (key := text_key(article)) is not None and (known := given.texts.get(key)) is not None:
            copies[n] = f"{known:016x}"
    return copies


def _id_of(original: int | str, articles: Sequence[Article], kept: Mapping[int, Article]) -> str:
    """The id of an original; one further down has no number yet, but it will be the first of its text."""
    if isinstance(original, str):
        return original
    return kept[original].id if original in kept else article_id(articles[original], Counter())


def _numbered(article: Article, sure: Sure, given: Given) -> Article:
    given.order += 1
    confidence, parts = sure
    return article._replace(
        order=given.order, id=article_id(article, given.seen), confidence=confidence, confidence_parts=parts
    )
