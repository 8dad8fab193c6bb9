"""One page to audit a split with: source and articles side by side, without a network."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from newssplit import __version__
from newssplit.errors import InputError
from newssplit.i18n import _, spoken
from newssplit.labels import LABELS
from newssplit.output.wording import issue_title
from newssplit.rules.table import SHOWN_RULES
from newssplit.show.elements import element, html
from newssplit.show.opened import DOUBTFUL, Opened
from newssplit.show.report_articles import Figure, cards, doubts
from newssplit.show.report_plots import plots
from newssplit.show.report_source import blocks, source_of, why
from newssplit.show.words import in_words, items, reason_of

LISTED = 200
"""More doubtful articles than this are a matter for the filter."""


_WORDS_RE = re.compile(r"\{\{([^{}]+)\}\}")
SCRIPT_WORDS = (
    "Close",
    "Line {}",
    "article {}",
    "margin {}",
    "{} by {}",
    "{} item",
    "{} items",
    "{} of {} items",
    "joined",
    "parted",
    "dropped",
    "folded",
)
"""What the page's script says."""
_SIDES_RE = re.compile(r"\$\{(?:source|articles)\}")


class _Page:
    """What the issues of a report have come to."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.languages: list[str] = []
        self.sources: list[str] = []
        self.articles: list[str] = []
        self.figures: list[Figure] = []
        self.why: dict[str, list[Any]] = {}

    def add(self, opened: Opened) -> None:
        number = len(self.titles) + 1
        source = source_of(number, opened.issue)
        records = opened.records()
        language = opened.issue.language
        self.titles.append(issue_title(records[0]) if records else opened.source)
        self.languages.append(language)
        heading = html(element("h2", {"class": "file"}, opened.source, element("small", None, f" {opened.encoding}")))
        self.sources += [
            f'<section id="s{number}" lang="{language}">',
            *(heading, *map(html, blocks(source))),
            "</section>",
        ]
        self.articles += [heading]
        for card, figure in cards(opened, source):
            self.articles.append(html(card))
            self.figures.append(figure)
        self.why.update(why(source))


def report(issues: Iterable[Opened]) -> Iterator[str]:
    """One page for all issues, in pieces; InputError where there is none.

    The page grows linearly with the issues; a browser lays out only what comes into view.
    """
    page = _Page()
    for opened in issues:
        page.add(opened)
    if not page.titles:
        raise InputError("no input could be read: no report")
    slots = _slots(page)
    template = _WORDS_RE.sub(lambda found: escape(_(found[1])), _asset("report.html"))
    before, between, after = (Template(part).substitute(slots) for part in _SIDES_RE.split(template))
    yield before
    yield from page.sources
    yield between
    yield from page.articles
    yield after


def _slots(page: _Page) -> dict[str, str]:
    style, script = _asset("report.css"), _asset("report.js")
    alone = len(page.titles) == 1
    title = page.titles[0] if alone else _("{} issues").format(len(page.titles))
    rules = {rule.name: reason_of(rule) for rule in SHOWN_RULES}
    labels, words = {label: in_words(label) for label in LABELS}, {word: _(word) for word in SCRIPT_WORDS}
    return {
        "title": html(element("title", None, f"{title} · newssplit")),
        "heading": html(element("h1", {"lang": page.languages[0] if alone else None}, title)),
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        "style": style,
        "script": script,
        "summary": html(element("p", {"class": "summary"}, _summary(page))),
        "plots": html(*plots(page.figures)),
        "doubts": html(*doubts(page.figures, LISTED)),
        "kinds": html(*_kind_boxes(page.figures)),
        "data": _embedded({"why": page.why, "rules": rules, "labels": labels, "words": words}),
        "language": spoken(),
        "version": __version__,
    }


def _summary(page: _Page) -> str:
    chars, doubtful = sum(f.chars for f in page.figures), sum(f.confidence < DOUBTFUL for f in page.figures)
    counts = _("{}, {} characters of text, {} to look at")
    return counts.format(items(len(page.figures)), f"{chars:,}", doubtful)


def _kind_boxes(figures: list[Figure]) -> Iterator[Any]:
    for kind in dict.fromkeys(f.kind for f in figures):
        box = {"type": "checkbox", "name": "kind", "value": kind, "checked": "checked"}
        yield element("label", None, element("input", box), f" {_(kind)}")


def _asset(name: str) -> str:
    return files("newssplit").joinpath("data", name).read_text("utf-8")


def _hash(content: str) -> str:
    """How a content security policy names the one style or script that it allows."""
    return "sha256-" + b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _embedded(data: Any) -> str:
    """JSON that cannot end the script element that it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
