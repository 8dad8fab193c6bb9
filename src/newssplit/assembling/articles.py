"""Drafts into articles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol

from newssplit.assembling.bodies import read_body
from newssplit.assembling.draft import HEADS, Draft
from newssplit.assembling.head_habits import HeadHabits
from newssplit.assembling.heads import Head, read_head, unspaced
from newssplit.assembling.kinds import kind_of
from newssplit.assembling.signs import Agreement, Signs, signs_of
from newssplit.assembling.texts import undone
from newssplit.lexicon import Lexicon
from newssplit.model import Article, Change, ConfidenceParts, Part, Span

try:  # hashlib takes it from there, too, but loads OpenSSL for what is not needed here
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

UNKNOWN = ConfidenceParts(0.0, 0.0, 0.0, 0.0)
"""Of an article whose dump has not been read to its end."""
PRINTED = ("headline", "again")
START, SPAN = attrgetter("start"), attrgetter("span")


def make_article(
    draft: Draft, starts: Sequence[int], lexicon: Lexicon, agreement: Agreement, habits: HeadHabits
) -> tuple[Article, Signs]:
    """An article from its draft, and what tells how sure it is; `starts` are the offsets of the lines.

    It gets its confidence when all articles of the dump are known."""
    heads = draft.labelled(HEADS)
    head, body = read_head(heads, lexicon, habits), read_body(draft)
    if body.back is None:
        body.back = next((s.turned.page for s in heads if s.turned and s.label in PRINTED), None)
    parts = tuple(sorted(_head_parts(head) + body.parts, key=START))
    headline, section = head.text("headline"), head.column or draft.section
    article = Article(
        id="",
        order=0,
        kind=kind_of(draft, headline, section, body, lexicon),
        page=draft.page,
        section=section,
        kicker=head.text("kicker"),
        headline=headline,
        subheadline=head.text("subheadline"),
        dateline=body.dateline,
        byline=tuple(dict.fromkeys(body.byline)),
        paragraphs=body.paragraphs,
        parts=parts,
        lines=_lines(parts, starts),
        confidence=0.0,
        confidence_parts=UNKNOWN,
        changes=tuple(sorted(_head_changes(head) + body.changes, key=SPAN)),
        continues_on=body.onward,
        continued_from=body.back,
    )
    return article, signs_of(draft, article, head, body, agreement)


def back_title(draft: Draft) -> str | None:
    """The headline that a bare 上接 mark repeats: `（上接第一版“俺村的磨”）`."""
    return next((s.turned.title for s in draft.sights if s.turned and s.turned.title), None)


def _head_parts(head: Head) -> list[Part]:
    return [part for p in head.pieces for part in p.sight.unit.parts(p.role, p.start, p.end)]


def _head_changes(head: Head) -> list[Change]:
    changes: list[Change] = []
    for piece in head.pieces:
        unit = piece.sight.unit
        printed = unit.text[piece.start : piece.end].strip()
        if piece.role == "repeat":
            changes.append(Change("folded", "repeated", Span(unit.start, unit.end)))
        elif piece.role in ("kicker", "headline", "subheadline") and printed:
            changes += undone(unit, unit.spans(piece.start, piece.end), closed=unspaced(printed) != printed)
    return changes


def _lines(parts: Sequence[Part], starts: Sequence[int]) -> tuple[int, int]:
    return bisect_right(starts, parts[0].start), bisect_right(starts, max([p.end for p in parts]) - 1)


class Times(Protocol):
    """How often something was met; a Counter is one."""

    def __getitem__(self, digest: bytes, /) -> int:
        """How often so far."""

    def __setitem__(self, digest: bytes, times: int, /) -> None:
        """It was met once more."""


def article_id(article: Article, seen: Times) -> str:
    """16 hexadecimal digits from what the article says; a number keeps equal ones apart."""
    fields = (
        article.kind, article.page.newspaper, article.page.date, article.page.number, article.kicker, article.headline,
        article.subheadline, *[p.text for p in article.paragraphs],
    )  # fmt: skip
    text = "\x1f".join([f or "" for f in fields])
    found = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    said = found.digest()
    seen[said] += 1
    found.update(f"\x1f{seen[said]}".encode())
    return found.hexdigest()
