"""What labels mean, why rules speak, and what is to be noted of an article, in the user's language."""

from __future__ import annotations

from typing import Any

from newssplit.i18n import _, catalogue, reasons
from newssplit.rules.rule import Rule

LABEL_WORDS = {
    "furniture": "page furniture",
    "title": "title from a database field",
    "author": "author of the record",
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
"""In words, for every label of `newssplit.labels.LABELS`."""
LINE_WORDS = {
    "begins": "over each record",
    "ends": "behind each record",
    "first": "before the first record",
    "last": "behind the last record",
    "pages": "where a page of the file ends",
    "lists": "over titles of other texts",
}
"""In words, for every sort of line that a carrier describes: `newssplit.reading.carriers.described.LINES`."""
FIELD_WORDS = {
    "newspaper": "newspaper",
    "date": "date",
    "page": "page",
    "name": "the page's name",
    "column": "section",
    "kicker": "kicker",
    "headline": "headline",
    "main": "headline or subject",
    "subheadline": "subheadline",
    "author": "author",
    "body": "text",
    "caption": "caption",
    "abstract": "abstract",
    "dateline": "dateline",
    "stamp": "when and where it was printed",
    "other": "says nothing of the article",
}
"""In words, for every kind of field of a record."""
SIGN_WORDS = {
    "buttons": "buttons and links of a site",
    "log": "log of a crawler",
    "cue": "when a subtitle is shown",
    "meta": "recurs, says when and where",
    "words": "recurs",
    "page": "where a page of the file ends",
    "rule": "rule between records",
    "bold": "bold line",
    "italic": "line in italics",
    "quoted": "quotation",
    "listed": "entry of a list",
    "row": "row of a table",
    "image": "text of an image",
    "inline": "marks within a line",
}
"""In words, for the other signs of a carrier, by what they are or by kind."""


def in_words(label: str) -> str:
    """What a label means; itself, where nobody has said it yet."""
    return _(LABEL_WORDS.get(label, label))


def label_name(label: str) -> str:
    """A label by its name, which is English; so in Chinese it is said in words."""
    return in_words(label) if catalogue() else label


def full_name(label: str) -> str:
    """A label by its name and in words, that of the user's language first."""
    return f"{label_name(label)} ({label if catalogue() else in_words(label)})"


def reason_of(rule: Rule) -> str:
    """What a newspaper reader knows of the rule's sign."""
    return reasons().get(rule.name, rule.reason)


def notes(record: dict[str, Any]) -> list[str]:
    """Where an article goes on, where it comes from, what it repeats."""
    said = (
        (_("continued from page {}"), record["continued_from"]),
        (_("continues on page {}"), record["continues_on"]),
        (_("a copy of {}"), record["duplicate_of"]),
    )
    return [note.format(value) for note, value in said if value]


def items(number: int) -> str:
    """How many there are, in the user's language."""
    return (_("{} item") if number == 1 else _("{} items")).format(number)
