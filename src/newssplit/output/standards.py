"""What the formats of the news standards have in common."""

from __future__ import annotations

from datetime import date
from typing import Any

from newssplit.output.record import Record


def filled(**values: Any) -> Record:
    """The given values without None and what is empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def uri_of(record: Record) -> str:
    """A name for the article that depends on its content alone."""
    return f"urn:newssplit:{record['id']}"


def is_date(text: str | None) -> bool:
    """Whether the text is a day of the calendar, YYYY-MM-DD."""
    try:
        return bool(text) and date.fromisoformat(text or "").isoformat() == text
    except ValueError:
        return False


def language_tag(record: Record) -> str:
    """What the article is written in, by BCP 47."""
    return record.get("language") or "zh"


def agency_of(record: Record) -> str | None:
    """Who sent the news, by its dateline: a name, the newspaper's own for 本报 and the like."""
    agency = (record["dateline_parts"] or {}).get("agency")
    own = agency is not None and agency.startswith("本")
    return record["newspaper"] if own else agency
