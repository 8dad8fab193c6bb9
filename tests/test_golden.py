"""Every article of every annotated issue comes out as it should, or is listed in known.toml with the reason.

`python -m tests.test_golden --list` prints what that file should hold now, with the reasons that it has.
"""

from __future__ import annotations

import json
import sys
import tomllib
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

KNOWN: dict[str, dict[str, str]] = tomllib.loads((GOLDEN / "known.toml").read_text("utf-8"))
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


def names(issue: Golden) -> list[str]:
    """What the articles go by; a number tells those apart that go by the same words."""
    titles = [title(article) for article in issue.articles]
    return [f"{t} ({titles[:n].count(t) + 1})" if titles.count(t) > 1 else t for n, t in enumerate(titles)]


def imperfect(issue: Golden) -> dict[str, str]:
    found = zip(names(issue), issue.articles, predicted(issue.name), strict=True)
    fields = {name: ", ".join(wrong(gold, pred)) for name, gold, pred in found}
    return {name: what for name, what in fields.items() if what}


def cases() -> list[object]:
    out: list[object] = []
    for issue in ISSUES.values():
        known = KNOWN.get(issue.name, {})
        for number, name in enumerate(names(issue)):
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
    titles = {name: set(names(issue)) for name, issue in ISSUES.items()}
    assert {name: set(known) - titles.get(name, set()) for name, known in KNOWN.items()} == {n: set() for n in KNOWN}


def known_now() -> str:
    """What known.toml should hold; without a reason yet, the fields that are wrong stand in its place."""
    lines = ["# Articles that do not come out right yet, and why. Printed by `python -m tests.test_golden --list`."]
    for issue in ISSUES.values():
        if found := imperfect(issue):
            reasons = found | {name: why for name, why in KNOWN.get(issue.name, {}).items() if name in found}
            lines += ["", f"[{json.dumps(issue.name)}]"]
            lines += [f"{_quoted(name)} = {_quoted(why)}" for name, why in reasons.items()]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__" and sys.argv[1:] == ["--list"]:
    print(known_now())
