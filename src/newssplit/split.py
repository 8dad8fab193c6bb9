"""The pipeline, readable as a table of contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newssplit.assembling.articles import article_id, back_title, make_article
from newssplit.assembling.drafts import Sheet, cut
from newssplit.assembling.duplicates import find_duplicates
from newssplit.assembling.halves import join_halves
from newssplit.deciding.grammar import LABELS
from newssplit.deciding.path import Choice, best_path
from newssplit.lexicon import Lexicon, default_lexicon
from newssplit.model import Article, Issue, Reading, Span
from newssplit.reading.habits import measure, stops_are_spaced
from newssplit.reading.lines import read_lines
from newssplit.reading.units import parted, read_units
from newssplit.rules.furniture import is_header
from newssplit.rules.sight import Sight, look
from newssplit.rules.table import Weighed, weigh


def split(text: str, *, lexicon: Lexicon | None = None) -> Issue:
    """Read a dump into articles.

    `text` is the decoded dump, of any length; every span of the result counts its characters. The
    same text gives the same issue. A text without any mark is one article of low confidence; a blank
    one has none.

    >>> issue = split("开门红\\n本报讯（记者 李明）昨天，大桥通车了。\\n")
    >>> issue.articles[0].headline, issue.articles[0].byline[0].name
    ('开门红', '李明')
    """
    lexicon = lexicon or default_lexicon()
    lines = read_lines(text)
    whole = list(read_units(lines, lambda line: is_header(line, lexicon)))
    spaced = stops_are_spaced(whole)
    units = [part for unit in whole for part in parted(unit, spaced_stops=spaced)]
    habits = measure(units)
    sights = look(units, habits, lexicon)
    evidence = weigh(sights)
    choices = best_path([[(label, score) for label, score, _ in e] for e in evidence])
    sheet = cut(sights, choices, lexicon)
    starts = [line.start for line in lines]
    made = [make_article(d, starts, lexicon, traditional=habits.traditional) for d in sheet.drafts]
    titles = {n: t for n, d in enumerate(sheet.drafts) if (t := back_title(d))}
    articles = join_halves(made, titles)
    copies = find_duplicates(articles)
    kept = _numbered([a for n, a in enumerate(articles) if n not in copies])
    return Issue(
        text=text,
        articles=kept,
        sections=tuple(sheet.sections),
        furniture=tuple(sheet.furniture),
        repeats=tuple(p for a in kept for p in a.parts if p.role == "repeat"),
        duplicates=tuple(p._replace(role="duplicate") for n in sorted(copies) for p in articles[n].parts),
        readings=_readings(sights, evidence, choices, sheet),
    )


def _readings(
    sights: Sequence[Sight], evidence: Sequence[Weighed], choices: Sequence[Choice], sheet: Sheet
) -> tuple[Reading, ...]:
    """What each unit was taken for, and why."""
    items = {entry.number: order for order, draft in enumerate(sheet.drafts, 1) for entry in draft.entries}
    return tuple(
        Reading(
            span=Span(sight.unit.start, sight.unit.end),
            line=sight.unit.line + 1,
            label=LABELS[choice.label],
            evidence=next(tuple(found) for label, _, found in weighed if label == choice.label),
            margin=choice.margin,
            item=items.get(n),
        )
        for n, (sight, weighed, choice) in enumerate(zip(sights, evidence, choices, strict=True))
    )


def _numbered(articles: list[Article]) -> tuple[Article, ...]:
    seen = Counter[str]()
    return tuple(replace(a, id=article_id(a, seen), order=n) for n, a in enumerate(articles, 1))
