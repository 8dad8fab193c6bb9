"""Drafts into articles."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from newssplit.assembling.bodies import Body, read_body
from newssplit.assembling.drafts import HEADS, PHOTOS, Draft, bits
from newssplit.assembling.heads import Head, read_head, unspaced
from newssplit.assembling.kinds import kind_of
from newssplit.assembling.texts import undone
from newssplit.lexicon import Lexicon
from newssplit.model import Article, Change, Part, Span

DECADE = 20
"""A margin of so many decibans makes the other reading ten times less likely; evidence overlaps, so twice ten."""
UNMARKED = 0.4
MARKED = PHOTOS | bits("notice", "teaser", "listed")
"""What is an item by itself, without a headline or a maker."""
PRINTED = ("headline", "again")
START, SPAN = attrgetter("start"), attrgetter("span")


def make_article(draft: Draft, starts: Sequence[int], lexicon: Lexicon, *, traditional: bool) -> Article:
    """An article from its draft; `starts` are the offsets of the lines."""
    heads = draft.labelled(HEADS)
    head, body = read_head(heads, lexicon, traditional=traditional), read_body(draft)
    if body.back is None:
        body.back = next((s.turned.page for s in heads if s.turned and s.label in PRINTED), None)
    parts = tuple(sorted(_head_parts(head) + body.parts, key=START))
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
        paragraphs=body.paragraphs,
        parts=parts,
        lines=_lines(parts, starts),
        confidence=_confidence(draft, headline, body),
        changes=tuple(sorted(_head_changes(head) + body.changes, key=SPAN)),
        continues_on=body.onward,
        continued_from=body.back,
    )


def back_title(draft: Draft) -> str | None:
    """The headline that a bare 上接 mark repeats: `（上接第一版“俺村的磨”）`."""
    return next((s.turned.title for s in draft.sights if s.turned and s.turned.title), None)


def _head_parts(head: Head) -> list[Part]:
    return [part for p in head.pieces for part in p.sight.unit.parts(p.role, p.start, p.end)]


def _head_changes(head: Head) -> list[Change]:
    changes = list[Change]()
    for piece in head.pieces:
        unit = piece.sight.unit
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
    margin = max(0, draft.margin)
    marked = headline or body.dateline or body.byline or draft.has(MARKED)
    return round((1 - 10 ** (-margin / DECADE)) * (1 if marked else UNMARKED), 3)


def article_id(article: Article, seen: Counter[bytes]) -> str:
    """16 hexadecimal digits from what the article says; a number keeps equal ones apart."""
    fields = (
        article.kind, article.page.newspaper, article.page.date, article.page.number, article.kicker, article.headline,
        article.subheadline, *(p.text for p in article.paragraphs),
    )  # fmt: skip
    text = "\x1f".join([f or "" for f in fields])
    found = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    said = found.digest()
    seen[said] += 1
    found.update(f"\x1f{seen[said]}".encode())
    return found.hexdigest()
