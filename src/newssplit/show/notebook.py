"""An issue and an article as a notebook shows them: HTML that needs no style sheet, all data escaped and harmless."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from newssplit.i18n import _
from newssplit.language.script import language_of
from newssplit.model import Article, Issue
from newssplit.output.record import Record, record_of, records_of
from newssplit.output.wording import issue_title, page_title, paragraphs, people
from newssplit.show.elements import Child, element, html
from newssplit.show.report_articles import title_of
from newssplit.show.visible import visible_record
from newssplit.show.words import items, notes

LISTED = 100
"""Articles in a table; a notebook keeps every output in its file."""
LEFT = {"style": "text-align: left"}
"""Notebooks set cells flush right."""


def issue_html(issue: Issue) -> str:
    """The table of contents."""
    records = [visible_record(record) for record in records_of(issue)]
    title = issue_title(records[0]) if records else issue.source or ""
    listed = [_row(record) for record in records[:LISTED]]
    more = len(records) - len(listed)
    head = [element("th", LEFT, _(name)) for name in ("no", "page", "kind", "headline", "people", "chars", "sure")]
    return html(
        element(
            "div",
            {"lang": issue.language},
            element("p", None, element("b", None, title), f" · {items(len(records))}"),
            element("table", None, element("thead", None, element("tr", None, head)), element("tbody", None, listed)),
            element("p", None, _("and {} more").format(more)) if more else None,
        )
    )


def _row(record: Record) -> Element:
    signed = "、".join(person["name"] for person in record["byline"])
    cells = (record["order"], record["page"] or "", _(record["kind"]), title_of(record), signed, record["chars"])
    return element("tr", None, [element("td", LEFT, str(cell)) for cell in (*cells, f"{record['confidence']:.0%}")])


def article_html(article: Article) -> str:
    """The article set for reading."""
    record = visible_record(record_of(article, "", None))
    return html(element("article", {"lang": language_of(article.text)}, list(_set(record))))


def _set(record: Record) -> Iterator[Child]:
    where = " · ".join(filter(None, (page_title(record), record["section"])))
    signed = "\u3000".join(filter(None, (record["dateline"], *people(record))))
    for tag, text in (
        ("small", where),
        ("p", record["kicker"]),
        ("h3", title_of(record)),
        ("p", record["subheadline"]),
    ):
        yield element(tag, None, text) if text else None
    yield element("p", None, element("i", None, signed)) if signed else None
    for text, crosshead in paragraphs(record):
        yield element("h4" if crosshead else "p", None, text)
    for note in notes(record):
        yield element("p", None, element("small", None, note))
