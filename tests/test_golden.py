"""Every article of every annotated issue comes out as it should, or is listed in KNOWN with the reason.

`python -m tests.test_golden --list` prints the articles that are not perfect now, ready for KNOWN.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path

import pytest

import newssplit
from newssplit.evaluation.comparing import Item, title
from newssplit.evaluation.figures import PERFECT, partners, wrong_fields
from newssplit.output.record import record_of
from tests.issue_format import Golden, golden_issues

GOLDEN = Path(__file__).parent / "golden"
ISSUES = {issue.name: issue for issue in golden_issues(GOLDEN)}

KNOWN: dict[str, dict[str, str]] = {}
"""Articles that are not yet right: issue -> name of the article (its headline, or how its body begins)
-> why. An article that has become right fails here until it leaves the list."""


@cache
def predicted(name: str) -> list[Item | None]:
    issue = ISSUES[name]
    found = partners(issue.articles, [record_of(a, name, None) for a in newssplit.split(issue.text).articles])
    return [pred for pred, _ in found]


def wrong(gold: Item, pred: Item | None) -> list[str]:
    """What keeps a prediction from being perfect."""
    return ["not there"] if pred is None else [name for name in wrong_fields(gold, pred) if name in PERFECT]


def imperfect(issue: Golden) -> dict[str, str]:
    found = zip(issue.articles, predicted(issue.name), strict=True)
    fields = {title(gold): ", ".join(wrong(gold, pred)) for gold, pred in found}
    return {name: names for name, names in fields.items() if names}


def cases() -> list[object]:
    out: list[object] = []
    for issue in ISSUES.values():
        known = KNOWN.get(issue.name, {})
        for number, article in enumerate(issue.articles):
            name = title(article)
            marks = [pytest.mark.xfail(reason=known[name], strict=True)] if name in known else []
            out.append(pytest.param(issue, number, id=f"{issue.name}:{name}", marks=marks))
    return out


@pytest.mark.parametrize(("issue", "number"), cases())
def test_article(issue: Golden, number: int) -> None:
    gold, pred = issue.articles[number], predicted(issue.name)[number]
    assert wrong(gold, pred) == [], f"\nexpected {gold}\n     got {pred}"


@pytest.mark.parametrize("issue", ISSUES.values(), ids=ISSUES.keys())
def test_no_article_is_invented(issue: Golden) -> None:
    real = sum(pred is not None for pred in predicted(issue.name))
    invented = len(newssplit.split(issue.text).articles) - real
    assert invented <= len(KNOWN.get(issue.name, {}))


def test_every_known_article_exists() -> None:
    titles = {name: set(map(title, issue.articles)) for name, issue in ISSUES.items()}
    assert {name: set(known) - titles.get(name, set()) for name, known in KNOWN.items()} == {n: set() for n in KNOWN}


def test_titles_tell_articles_apart() -> None:
    for issue in ISSUES.values():
        assert len(set(map(title, issue.articles))) == len(issue.articles), issue.name


if __name__ == "__main__" and sys.argv[1:] == ["--list"]:
    for one in ISSUES.values():
        if found := imperfect(one):
            print(f'    "{one.name}": {{')
            for name, fields in found.items():
                print(f'        {json.dumps(name, ensure_ascii=False)}: "{fields}",')
            print("    },")
