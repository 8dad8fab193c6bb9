"""An article as plain data: what every format writes.

A record is a dict of JSON's own types, whose fields `newssplit.output.schema` describes. Offsets count characters of
the decoded input, from 0, end exclusive; lines count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newssplit.model import Article, Dateline, Issue, Person

Record = dict[str, Any]
"""One article; see `record_of` for its fields."""
ORIGIN = ("id", "source", "order", "page", "headline", "span", "lines", "parts", "changes", "encoding")
"""The fields of a half that `joined` keeps, where an article is made of halves from several inputs."""


def records_of(issue: Issue) -> Iterator[Record]:
    """All articles of an issue, one by one, as dicts that `json.dumps` takes as they are."""
    language = issue.language
    for article in issue.articles:
        yield record_of(article, issue.source or "", issue.encoding, language)


def record_of(article: Article, source: str, encoding: str | None, language: str | None = None) -> Record:
    """One article.

    `source` is the path as the user gave it (`-`: standard input; empty where there is none), `encoding` the name of
    the encoding that the input was read as, or None where it was text from the start, `language` that of its issue.
    """
    page = article.page
    return {
        "id": article.id,
        "source": source,
        "order": article.order,
        "kind": article.kind,
        "newspaper": page.newspaper,
        "date": page.date,
        "page": page.number,
        "section": article.section,
        "kicker": article.kicker,
        "headline": article.headline,
        "subheadline": article.subheadline,
        "dateline": article.dateline.text if article.dateline else None,
        "byline": [_person(person) for person in article.byline],
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
        "span": list(article.span),
        "lines": list(article.lines),
        "chars": article.chars,
        "confidence": round(article.confidence, 4),
        "confidence_parts": article.confidence_parts._asdict(),
        "dateline_parts": _dateline_parts(article.dateline),
        "crossheads": article.crossheads,
        "page_name": page.name,
        "editors": list(page.editors),
        "continues_on": article.continues_on,
        "continued_from": article.continued_from,
        "duplicate_of": article.duplicate_of,
        "language": language,
        "encoding": encoding,
        "parts": [list(part) for part in article.parts],
        "changes": [[change.action, change.rule, *change.span] for change in article.changes],
    }


def moved(record: Record, chars: int, lines: int) -> Record:
    """The record of an article whose offsets are those of a piece of the dump that has so much above it."""
    if not chars:
        return record
    return {
        **record,
        "span": [offset + chars for offset in record["span"]],
        "lines": [line + lines for line in record["lines"]],
        "parts": [[role, start + chars, end + chars] for role, start, end in record["parts"]],
        "changes": [[done, rule, start + chars, end + chars] for done, rule, start, end in record["changes"]],
    }


def _person(person: Person) -> Record:
    return {"name": person.name, "role": person.role, "title": person.title}


def _dateline_parts(dateline: Dateline | None) -> Record | None:
    return {"agency": dateline.agency, "place": dateline.place, "date": dateline.date} if dateline else None
