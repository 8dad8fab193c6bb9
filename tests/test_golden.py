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
from newssplit.evaluation.issue_format import Item
from newssplit.output.record import record_of
from tests.issue_format import Golden, golden_issues
from tests.scoring import body, matched, value_of, wrong_fields

GOLDEN = Path(__file__).parent / "golden"
ISSUES = {issue.name: issue for issue in golden_issues(GOLDEN)}

KNOWN: dict[str, dict[str, str]] = {}
"""Articles that are not yet right: issue -> name of the article (see `title`) -> why. An article that
has become right fails here until it leaves the list."""


def title(article: Item) -> str:
    """What an article goes by in KNOWN: its headline, or how its body begins."""
    return value_of(article, "headline")[:24] or body(article)[:24]


@cache
def partners(name: str) -> list[Item | None]:
    issue = ISSUES[name]
    return matched(issue.articles, [record_of(a, name, None) for a in newssplit.split(issue.text).articles])


def imperfect(issue: Golden) -> dict[str, str]:
    found = zip(issue.articles, partners(issue.name), strict=True)
    wrong = {title(gold): ", ".join(wrong_fields(gold, pred)) for gold, pred in found}
    return {name: fields for name, fields in wrong.items() if fields}


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
    gold, pred = issue.articles[number], partners(issue.name)[number]
    assert wrong_fields(gold, pred) == [], f"\nexpected {gold}\n     got {pred}"


@pytest.mark.parametrize("issue", ISSUES.values(), ids=ISSUES.keys())
def test_no_article_is_invented(issue: Golden) -> None:
    real = sum(pred is not None for pred in partners(issue.name))
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
        if wrong := imperfect(one):
            print(f'    "{one.name}": {{')
            for name, fields in wrong.items():
                print(f'        {json.dumps(name, ensure_ascii=False)}: "{fields}",')
            print("    },")
