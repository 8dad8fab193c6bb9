"""The article side of a report, and the list of what to look at first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from newssplit.i18n import _
from newssplit.model import Article, PartRole
from newssplit.output.wording import UNTITLED, page_title, people
from newssplit.show.elements import Child, element
from newssplit.show.opened import DOUBTFUL, UNSURE, Opened
from newssplit.show.report_source import HUES, Source, article_id, line_id
from newssplit.show.review import Doubt, doubts_of, readings_of
from newssplit.show.words import notes

GIST = 30


class Figure(NamedTuple):
    """What the plots and the list of doubts need of an article."""

    id: str
    hue: int
    kind: str
    title: str
    chars: int
    confidence: float
    lines: str
    doubt: Doubt | None
    """Where its readings part."""
    language: str


def cards(opened: Opened, source: Source) -> Iterator[tuple[Element, Figure]]:
    """Each article as an element, and its figures."""
    starts = [line.line.start for line in source.lines]
    places = doubts_of(opened.issue)
    for article, record in zip(opened.issue.articles, opened.records(), strict=True):
        figure = _figure(article, record, source, places.get(article.order))
        yield _card(article, record, figure, source.number, starts), figure


def title_of(record: dict[str, Any]) -> str:
    """The headline, or what stands in its place."""
    gist = "".join(record["paragraphs"])
    return record["headline"] or UNTITLED[record["kind"]] + gist[:GIST] + "…" * (len(gist) > GIST)


def _figure(article: Article, record: dict[str, Any], source: Source, doubt: Doubt | None) -> Figure:
    first, last = article.lines
    lines = _("line {}").format(first) if first == last else _("lines {}–{}").format(first, last)
    ident = article_id(source.number, article.order)
    hue = article.order % HUES
    sure, language = article.confidence, record["language"]
    return Figure(ident, hue, article.kind, title_of(record), article.chars, sure, lines, doubt, language)


def _card(article: Article, record: dict[str, Any], figure: Figure, source: int, starts: list[int]) -> Element:
    def line(start: int) -> str:
        return line_id(source, bisect_right(starts, start))

    def field(role: PartRole, tag: str) -> Child:
        begin = next((part.start for part in article.parts if part.role == role), None)
        return element(tag, {"class": role, "data-l": begin and line(begin)}, record[role]) if record[role] else None

    attributes = {
        "class": f"card h{figure.hue}",
        "id": figure.id,
        "tabindex": "0",
        "lang": figure.language,
        "data-kind": article.kind,
        "data-doubtful": "1" if article.confidence < DOUBTFUL else None,
        "data-l": line(article.span.start),
    }
    signed = [element("span", None, said) for said in (record["dateline"], *people(record)) if said]
    return element(
        "article",
        attributes,
        element("header", None, _chips(article, record, figure, line(article.span.start))),
        field("kicker", "p"),
        field("headline", "h3"),
        element("h3", {"class": "untitled"}, UNTITLED[article.kind]) if not article.headline else None,
        field("subheadline", "p"),
        element("p", {"class": "signed"}, signed) if signed else None,
        [
            element(
                "h4" if paragraph.crosshead else "p",
                {"class": "body", "data-l": line(paragraph.spans[0].start) if paragraph.spans else None},
                text,
            )
            for paragraph, text in zip(article.paragraphs, record["paragraphs"], strict=True)
        ],
        _notes(record),
    )


def _chips(article: Article, record: dict[str, Any], figure: Figure, line: str) -> list[Element]:
    said = [
        ("no", str(article.order)),
        ("kind", _(article.kind) if article.kind != "article" else None),
        ("page", page_title(record)),
        ("section", record["section"]),
    ]
    chips = [element("span", {"class": name}, text) for name, text in said if text]
    sure = element(
        "span", {"class": f"sure {doubt(article.confidence)}"}, _("{} sure").format(f"{article.confidence:.0%}")
    )
    size = element("span", {"class": "size"}, _("{} chars").format(article.chars))
    return [*chips, sure, size, element("a", {"href": f"#{line}", "class": "lines"}, figure.lines)]


def doubt(confidence: float) -> str:
    """How far to trust: `unsure`, `doubtful` or nothing."""
    return "unsure" if confidence < UNSURE else "doubtful" if confidence < DOUBTFUL else ""


def _notes(record: dict[str, Any]) -> list[Element]:
    return [element("p", {"class": "note"}, note) for note in notes(record)]


def _place(figure: Figure) -> str:
    """Where to look: the line with its two readings, or all of the article."""
    if figure.doubt is None:
        return figure.lines
    return " · ".join((_("line {}").format(figure.doubt.line), *readings_of(figure.doubt)))


def doubts(figures: list[Figure], limit: int) -> list[Element]:
    """The least certain articles as links, worst first, at most `limit` of them."""
    found = sorted((f for f in figures if f.confidence < DOUBTFUL), key=lambda f: f.confidence)
    rows = [
        element(
            "li",
            None,
            element("span", {"class": f"sure {doubt(f.confidence)}"}, f"{f.confidence:.0%}"),
            element("a", {"href": f"#{f.id}", "lang": f.language}, f.title),
            element("span", {"class": "where"}, _place(f)),
        )
        for f in found[:limit]
    ]
    if len(found) > limit:
        rows.append(
            element("li", {"class": "more"}, _("and {} more: filter by “doubtful only”").format(len(found) - limit))
        )
    return rows
