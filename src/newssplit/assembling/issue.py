"""Drafts put together into an issue: halves met, duplicates kept once, articles numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from newssplit.assembling.articles import article_id, back_title, make_article
from newssplit.assembling.confidence import Dump, confidences
from newssplit.assembling.draft import Sheet
from newssplit.assembling.duplicates import find_duplicates
from newssplit.assembling.halves import join_halves
from newssplit.assembling.head_habits import HeadHabits, head_habits
from newssplit.assembling.signs import Agreement, Signs, of_halves
from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.model import Article, ConfidenceParts, Part


class Assembly(NamedTuple):
    """The articles of a dump, and which of its drafts each was made of."""

    articles: tuple[Article, ...]
    repeats: tuple[Part, ...]
    duplicates: tuple[Part, ...]
    owners: dict[int, int]
    """For each draft, by index, the order of the article that it went to."""


def assemble(
    sheet: Sheet,
    starts: Sequence[int],
    lexicon: Lexicon,
    agreement: Agreement,
    dump: Dump,
    *,
    traditional: bool,
    keep_duplicates: bool,
) -> Assembly:
    """The articles of a sheet, whose drafts are let go; `starts` are the offsets of its lines."""
    habits = head_habits(sheet.drafts, traditional=traditional)
    made, signs, titles = make_all(sheet, starts, lexicon, agreement, habits)
    joined = in_order(join_halves(made, titles))
    del made
    articles, drafts = [article for article, _ in joined], [made_of for _, made_of in joined]
    del joined
    copies = find_duplicates(articles)
    dropped = {} if keep_duplicates else copies
    repeats = [p for n, a in enumerate(articles) if n not in dropped for p in a.parts if p.role == "repeat"]
    duplicates = [p._replace(role="duplicate") for n in sorted(dropped) for p in articles[n].parts]
    sure = confidences([of_halves([signs[d] for d in made_of]) for made_of in drafts], dump)
    numbered = _number(articles, sure, dropped, copies)
    return Assembly(
        articles=tuple(numbered.values()),
        repeats=tuple(sorted(repeats, key=attrgetter("start"))),
        duplicates=tuple(duplicates),
        owners={d: numbered[n].order for n, made_of in enumerate(drafts) for d in made_of if n in numbered},
    )


class Made(NamedTuple):
    """What drafts were made into, one article each."""

    articles: list[Article]
    signs: list[Signs]
    titles: dict[int, str]
    """By index, the headline that a bare 上接 mark itself repeats."""


def make_all(sheet: Sheet, starts: Sequence[int], lexicon: Lexicon, agreement: Agreement, habits: HeadHabits) -> Made:
    """An article of each draft; the drafts are let go, one by one."""
    made = Made([], [], {})
    for n, draft in enumerate(sheet.drafts):
        article, found = make_article(draft, starts, lexicon, agreement, habits)
        made.articles.append(article)
        made.signs.append(found)
        if title := back_title(draft):
            made.titles[n] = title
        draft.let_go()
    return made


def in_order(joined: list[tuple[Article, list[int]]]) -> list[tuple[Article, list[int]]]:
    """Articles, each with what it was made of, in the order in which they begin."""
    return sorted(joined, key=_begins)


def _begins(joined: tuple[Article, list[int]]) -> int:
    """Where an item begins: with its first half, and not with a copy of its headline, as others may stand behind it."""
    parts = joined[0].parts
    return next((part.start for part in parts if part.role != "repeat"), parts[0].start)


def _number(
    articles: list[Article],
    sure: Iterator[tuple[float, ConfidenceParts]],
    dropped: dict[int, int],
    copies: dict[int, int],
) -> dict[int, Article]:
    """Each article that counts, by index, without the copies of its headline; what is nothing else is none.

    The list is emptied, so that hardly any article is there twice."""
    seen, kept = Counter[bytes](), dict[int, Article]()
    articles.reverse()
    for n, (confidence, each) in enumerate(sure):
        article = articles.pop()
        parts = tuple([p for p in article.parts if p.role != "repeat"])
        if n not in dropped and parts:
            kept[n] = article._replace(
                parts=parts,
                order=len(kept) + 1,
                id=article_id(article, seen),
                confidence=confidence,
                confidence_parts=each,
            )
    for n in copies.keys() & kept.keys():
        kept[n] = kept[n]._replace(duplicate_of=kept[copies[n]].id)
    return kept
