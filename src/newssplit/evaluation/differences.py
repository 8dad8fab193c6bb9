"""Gold and prediction side by side on an HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from newssplit.evaluation.comparing import Item, title
from newssplit.evaluation.evaluate import MEANINGS, Result, all_figures, total
from newssplit.evaluation.figures import agrees, partners
from newssplit.i18n import _, spoken
from newssplit.show.elements import element, html
from newssplit.show.visible import visible

ROWS = ("kind", "page", "date", "section", "kicker", "headline", "subheadline", "dateline", "byline", "body")
STYLE = """
body { font: 16px/1.6 sans-serif; max-width: 75rem; margin: auto; padding: 1rem; color-scheme: light dark }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem }
td, th { border: 1px solid #8886; padding: .2rem .5rem; text-align: left; vertical-align: top; white-space: pre-line }
table.diff td { width: 46% } tr.right td { opacity: .65 }
del { background: #e5534b55; text-decoration: none } ins { background: #57ab5a55; text-decoration: none }
summary { cursor: pointer } summary.wrong::after { content: " ✗"; color: #e5534b }
@media (max-width: 40rem) { table.diff, table.diff tr, table.diff td { display: block; width: auto } }
"""


def page(results: Sequence[Result]) -> str:
    """The figures, and each article's fields as gold and as predicted; what differs is marked."""
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", None, "newssplit eval"),
        element("style", None, STYLE),
    )
    body = element("body", None, element("h1", None, "newssplit eval"), _figures(results), [_issue(r) for r in results])
    return f"<!DOCTYPE html>\n{html(element('html', {'lang': spoken()}, head, body))}\n"


def _figures(results: Sequence[Result]) -> Element:
    rows = [
        element(
            "tr",
            None,
            element("td", None, name),
            element("td", None, f"{value:g}"),
            element("td", None, _(MEANINGS[name])),
        )
        for name, value in all_figures(total(results)).items()
    ]
    return element("table", None, rows)


def _issue(result: Result) -> Element:
    others = [pred for pred, _overlap in partners(result.gold, result.pred)]
    invented = [p for p in result.pred if not any(p is other for other in others)]
    articles = [_article(gold, pred) for gold, pred in zip(result.gold, others, strict=True)]
    heading = f"{visible(result.name)}: " + _("{} of {} perfect").format(result.counts["perfect"], len(result.gold))
    language = next((pred.get("language") for pred in result.pred), None)
    parts = element("h2", None, heading), articles, [_article(None, p) for p in invented]
    return element("section", {"lang": language}, *parts)


def _article(gold: Item | None, pred: Item | None) -> Element:
    rows, wrong = [], gold is None or pred is None
    for name in ROWS:
        right = gold is not None and pred is not None and agrees(gold, pred, name)
        mine, theirs = _shown(gold, name), _shown(pred, name)
        wrong = wrong or not right
        if mine or theirs:
            left, other = ([mine], [theirs]) if right else _marked(mine, theirs)
            cells = [element("th", None, _(name)), element("td", None, left), element("td", None, other)]
            rows.append(element("tr", {"class": "right" if right else "wrong"}, cells))
    state = _("not there: {}") if pred is None else _("invented: {}") if gold is None else "{}"
    said = state.format(visible(title(gold or pred or {})))
    summary = element("summary", {"class": "wrong" if wrong else None}, said)
    head = element("tr", None, [element("th", None, text) for text in ("", _("gold"), _("prediction"))])
    return element(
        "details", {"open": "open" if wrong else None}, summary, element("table", {"class": "diff"}, head, rows)
    )


def _shown(article: Item | None, name: str) -> str:
    if article is None:
        return ""
    if name == "body":
        return "\n".join(map(visible, article["paragraphs"]))
    if name == "byline":
        return "\n".join(visible(f"{p['name']} {p.get('role') or '–'}") for p in article.get("byline") or [])
    value = article.get(name)
    values = value if isinstance(value, list) else [value]
    return visible(" | ".join(v or "–" for v in values)) if any(values) else ""


def _marked(gold: str, pred: str) -> tuple[list[Element | str], list[Element | str]]:
    """Both texts with what only one of them has marked."""
    steps = SequenceMatcher(None, gold, pred, autojunk=False).get_opcodes()
    return (
        list(_parts(gold, "del", [(tag, a, b) for tag, a, b, *_theirs in steps])),
        list(_parts(pred, "ins", [(tag, a, b) for tag, _start, _end, a, b in steps])),
    )


def _parts(text: str, mark: str, steps: list[tuple[str, int, int]]) -> Iterator[Element | str]:
    for tag, start, end in steps:
        if start < end:
            yield text[start:end] if tag == "equal" else element(mark, None, text[start:end])
