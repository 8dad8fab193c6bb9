"""What labels mean and what is to be noted of an article, in the user's language."""

from __future__ import annotations

from typing import Any

from newssplit.i18n import _

LABEL_WORDS = {
    "furniture": "page furniture",
    "title": "title from a database field",
    "section": "section label",
    "headline": "headline block",
    "notice_head": "heading of a notice",
    "teaser_head": "heading of a list of contents",
    "teaser": "line of a list of contents, with its page",
    "listed": "line of a list of contents",
    "byline": "makers above the text",
    "lede": "paragraph that opens with its makers",
    "mark": "paragraph that opens with a dateline alone",
    "dated": "when a letter was written",
    "again": "headline printed once more",
    "further": "further dispatch in the same article",
    "brief": "paragraph with dateline that is signed at its end",
    "resume": "paragraph continued from another page",
    "text": "paragraph",
    "last": "last paragraph, signed at its end",
    "sourced": "last paragraph, with its dateline behind it",
    "turned": "last paragraph, continued on another page",
    "more": "rest of a cut paragraph",
    "crosshead": "crosshead",
    "signature": "makers behind the text",
    "credit": "photographers",
    "caption": "caption",
    "aside": "caption within another item",
    "notice": "notice",
    "onward": "continued on another page",
    "back": "continued from another page",
}
"""In words, for every label of `newssplit.deciding.grammar.LABELS`."""


def in_words(label: str) -> str:
    """What a label means; itself, where nobody has said it yet."""
    return _(LABEL_WORDS.get(label, label))


def notes(record: dict[str, Any]) -> list[str]:
    """Where an article goes on, where it comes from, what it repeats."""
    said = (
        (_("continued from page {}"), record["continued_from"]),
        (_("continues on page {}"), record["continues_on"]),
        (_("a copy of {}"), record["duplicate_of"]),
    )
    return [note.format(value) for note, value in said if value]
