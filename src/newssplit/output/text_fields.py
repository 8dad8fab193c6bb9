"""Which fields of a record hold the paper's words, and a way to change them all."""

from __future__ import annotations

from collections.abc import Callable

from newssplit.output.record import Record

Change = Callable[[str], str]

PROSE = ("section", "kicker", "headline", "subheadline", "dateline")
"""Text with the paper's punctuation; so are titles, the dateline's parts and the paragraphs."""
LABELS = ("newspaper", "page_name")
"""Names of things, set without punctuation."""


def _same(text: str) -> str:
    return text


def with_changed_text(record: Record, prose: Change, label: Change = _same, name: Change = _same) -> Record:
    """A record whose words went through a change for each sort: prose, labels, people's names.

    All other fields (spans, ids, numbers, the source) are the same objects as before.
    """
    parts = record["dateline_parts"]
    return {
        **record,
        **{field: _changed(record[field], prose) for field in PROSE},
        **{field: _changed(record[field], label) for field in LABELS},
        "byline": [{**p, "name": name(p["name"]), "title": _changed(p["title"], prose)} for p in record["byline"]],
        "editors": [name(editor) for editor in record["editors"]],
        "dateline_parts": parts and {key: _changed(value, prose) for key, value in parts.items()},
        "paragraphs": [prose(text) for text in record["paragraphs"]],
    }


def _changed(text: str | None, change: Change) -> str | None:
    return change(text) if text else text


def words_of(record: Record) -> str:
    """The words of the paper in a record, for measuring."""
    return "\n".join([*(record[field] or "" for field in PROSE), *record["paragraphs"]])
