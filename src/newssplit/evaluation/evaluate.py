"""The program against gold: an issue's result, and what several come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from newssplit.evaluation.comparing import Item
from newssplit.evaluation.figures import Counts, Miss, count, figures, perfect, roles
from newssplit.evaluation.gold import GoldIssue
from newssplit.evaluation.segmentation import count_segments, segment_figures
from newssplit.evaluation.trust import Case, Trust, trust
from newssplit.lexicon import Lexicon
from newssplit.output.record import records_of
from newssplit.pipeline import split

MEANINGS = {
    "found": "F1 of articles whose text is right to 0.9",
    "body": "body right, character for character",
    "headline": "headline right",
    "kicker": "kicker right",
    "subheadline": "subheadline right",
    "section": "section right",
    "dateline": "dateline right",
    "kind": "kind right",
    "page": "page right",
    "date": "date right",
    "byline": "F1 of people with their roles",
    "paragraphs": "F1 of paragraphs",
    "lost": "share of the text that is in no article",
    "perfect": "all of body, headline block, section, byline and kind right",
    "exact": "perfect, with dateline, page and date",
    "boundary_precision": "boundaries found that are right",
    "boundary_recall": "boundaries that were found",
    "boundary_f1": "both of these",
    "pk": "Pk: windows that are wrongly whole or cut",
    "windowdiff": "WindowDiff: windows with a wrong number of cuts",
    "b3_precision": "B-cubed precision over characters",
    "b3_recall": "B-cubed recall over characters",
    "b3_f1": "both of these",
    "splits": "articles that came out in several pieces",
    "merges": "items that hold several articles",
}
"""Every figure, in a few words."""


@dataclass(frozen=True, slots=True)
class Result:
    """How the program did on one issue."""

    name: str
    gold: list[Item]
    pred: list[Item]
    counts: Counts
    misses: list[Miss]
    cases: list[Case]
    """The confidence of each predicted article that has one, and whether it is perfect."""


def evaluate(issue: GoldIssue, lexicon: Lexicon | None = None) -> Result:
    """Split the issue's dump, with the words of `lexicon` if not the package's own, and compare."""
    read = split(issue.text, lexicon=lexicon)._replace(source=issue.name)
    return compare(issue, list(records_of(read)))


def compare(issue: GoldIssue, pred: list[Item]) -> Result:
    """Any prediction against the issue's gold."""
    counts, misses = count(issue.articles, pred)
    counts.update(count_segments(issue.text, issue.articles, pred))
    return Result(issue.name, issue.articles, pred, counts, misses, _cases(issue.articles, pred))


def _cases(gold: list[Item], pred: list[Item]) -> list[Case]:
    return [
        (item["confidence"], right)
        for item, right in zip(pred, perfect(gold, pred), strict=True)
        if "confidence" in item
    ]


def trusted(results: Sequence[Result]) -> Trust | None:
    """How far the confidence of all articles is to be trusted."""
    return trust([case for result in results for case in result.cases])


def total(results: Sequence[Result]) -> Counts:
    """The counts of all issues, added up."""
    return sum((result.counts for result in results), Counts())


def all_figures(counts: Counts) -> dict[str, float]:
    """Every figure of MEANINGS, in its order."""
    return figures(counts) | segment_figures(counts)


def as_data(results: Sequence[Result]) -> dict[str, Any]:
    """Everything there is to say as JSON's own types; `misses` are by issue."""
    found = trusted(results)
    return {
        "issues": len(results),
        **_summary(total(results)),
        "confidence": None if found is None else found._asdict() | {"bins": [b._asdict() for b in found.bins]},
        "by_issue": {
            result.name: {**_summary(result.counts), "misses": [miss._asdict() for miss in result.misses]}
            for result in results
        },
    }


def _summary(counts: Counts) -> dict[str, Any]:
    return {"articles": counts["gold"], **all_figures(counts), "roles": roles(counts)}
