"""Drafts into articles."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from newssplit.assembling.bodies import Body, read_body, undone
from newssplit.assembling.drafts import HEADS, Draft
from newssplit.assembling.heads import Head, read_head, unspaced
from newssplit.assembling.kinds import kind_of
from newssplit.lexicon import Lexicon
from newssplit.model import Article, Change, Part, Span

DECADE = 20
"""A margin of so many decibans makes the other reading ten times less likely; evidence overlaps, so twice ten."""
UNMARKED = 0.4


def make_article(draft: Draft, starts: Sequence[int], lexicon: Lexicon, *, traditional: bool) -> Article:
    """An article from its draft; `starts` are the offsets of the lines."""
    head = read_head(draft.labelled(*HEADS), lexicon, traditional=traditional)
    body = read_body(draft)
    if body.back is None:
        body.back = next((e.sight.turned.page for e in draft.labelled("headline", "again") if e.sight.turned), None)
    parts = tuple(sorted(_head_parts(head) + body.parts, key=lambda p: p.start))
    headline = head.text("headline")
    return Article(
        id="",
        order=0,
        kind=kind_of(draft, headline, body, lexicon),
        page=draft.page,
        section=head.column or draft.section,
        kicker=head.text("kicker"),
        headline=headline,
        subheadline=head.text("subheadline"),
        dateline=body.dateline,
        byline=tuple(dict.fromkeys(body.byline)),
        paragraphs=tuple(body.paragraphs),
        parts=parts,
        lines=_lines(parts, starts),
        confidence=_confidence(draft, headline, body),
        changes=tuple(sorted(_head_changes(head) + body.changes, key=lambda c: c.span)),
        continues_on=body.onward,
        continued_from=body.back,
    )


def back_title(draft: Draft) -> str | None:
    """The headline that a bare 上接 mark repeats: `（上接第一版“俺村的磨”）`."""
    return next((e.sight.turned.title for e in draft.entries if e.sight.turned and e.sight.turned.title), None)


def _head_parts(head: Head) -> list[Part]:
    return [Part(p.role, *span) for p in head.pieces for span in p.entry.sight.unit.spans(p.start, p.end)]


def _head_changes(head: Head) -> list[Change]:
    changes = list[Change]()
    for piece in head.pieces:
        unit = piece.entry.sight.unit
        printed = unit.text[piece.start : piece.end].strip()
        if piece.role == "repeat":
            changes.append(Change("folded", "repeated", Span(unit.start, unit.end)))
        elif piece.role in ("kicker", "headline", "subheadline") and printed:
            changes += undone(unit, unit.spans(piece.start, piece.end), closed=unspaced(printed) != printed)
    return changes


def _lines(parts: Sequence[Part], starts: Sequence[int]) -> tuple[int, int]:
    return bisect_right(starts, parts[0].start), bisect_right(starts, max(p.end for p in parts) - 1)


def _confidence(draft: Draft, headline: str | None, body: Body) -> float:
    """How sure its boundaries are: the odds that the margin of the weaker one stands for.

    A text that nothing marks as an article, neither headline nor dateline nor maker, is a guess."""
    margin = max(0, min(draft.margins)) if draft.margins else 0
    marked = (
        headline or body.dateline or body.byline or draft.labelled("notice", "teaser", "listed", "aside", "caption")
    )
    return round((1 - 10 ** (-margin / DECADE)) * (1 if marked else UNMARKED), 3)


def article_id(article: Article, seen: Counter[str]) -> str:
    """16 hexadecimal digits from what the article says; a number keeps equal ones apart."""
    fields = (
        article.kind, article.page.newspaper, article.page.date, article.page.number, article.kicker, article.headline,
        article.subheadline, *(p.text for p in article.paragraphs),
    )  # fmt: skip
    text = "\x1f".join(f or "" for f in fields)
    seen[text] += 1
    return hashlib.blake2b(f"{text}\x1f{seen[text]}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
