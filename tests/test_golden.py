"""Every article of every annotated issue comes out as it should, or just as wrong as known.toml says.

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

KNOWN: dict[str, dict[str, dict[str, str]]] = tomllib.loads((GOLDEN / "known.toml").read_text("utf-8"))
"""Articles that are not yet right: issue -> name of the article (its headline, or how its body begins) -> `wrong`,
the fields that are, and `why`, the name of a cause, if somebody looked. What is better or worse fails here until the
list says so."""
INVENTED: dict[str, int] = KNOWN.pop("invented", {})  # type: ignore[arg-type]
"""By issue, how many items come out that are no article of it."""
CAUSES: dict[str, str] = KNOWN.pop("causes", {})  # type: ignore[arg-type]
"""By name, what the program does not understand in some articles; written by hand."""


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


def invented(issue: Golden) -> int:
    return len(newssplit.split(issue.text).articles) - sum(pred is not None for pred in predicted(issue.name))


def cases() -> list[object]:
    return [
        pytest.param(issue, number, id=f"{issue.name}:{name}")
        for issue in ISSUES.values()
        for number, name in enumerate(names(issue))
    ]


@pytest.mark.parametrize(("issue", "number"), cases())
def test_article(issue: Golden, number: int) -> None:
    gold, pred = issue.articles[number], predicted(issue.name)[number]
    known = KNOWN.get(issue.name, {}).get(names(issue)[number], {"wrong": ""})
    assert ", ".join(wrong(gold, pred)) == known["wrong"], f"\nexpected {gold}\n     got {pred}"
    if known["wrong"]:
        pytest.xfail(CAUSES[known["why"]] if "why" in known else known["wrong"])


@pytest.mark.parametrize("issue", ISSUES.values(), ids=ISSUES.keys())
def test_no_article_is_invented_but_the_known_ones(issue: Golden) -> None:
    assert invented(issue) == INVENTED.get(issue.name, 0)


def test_every_known_article_exists() -> None:
    titles = {name: set(names(issue)) for name, issue in ISSUES.items()}
    assert [(name, row) for name, rows in KNOWN.items() for row in rows if row not in titles.get(name, ())] == []
    assert KNOWN.keys() | INVENTED.keys() <= ISSUES.keys()


def test_every_row_says_what_is_wrong_and_a_cause_says_more() -> None:
    for rows in KNOWN.values():
        for name, row in rows.items():
            assert row["wrong"], name
            assert row.keys() <= {"wrong", "why"}
            assert "why" not in row or row["why"] in CAUSES, name
    assert [name for name, cause in CAUSES.items() if not cause.endswith(".") or " " not in cause] == []


def test_causes_are_kept_as_long_as_an_article_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [(issue, name, row) for issue, rows in KNOWN.items() for name, row in rows.items()]
    issue, name, why = next((issue, name, row["why"]) for issue, name, row in known if "why" in row)
    rows = {issue: {name: "dateline"}}  # other fields than before, and no row but this one
    monkeypatch.setattr(sys.modules[__name__], "imperfect", lambda issue: rows.get(issue.name, {}))
    monkeypatch.setattr(sys.modules[__name__], "invented", lambda issue: 0)
    kept = {issue: {name: {"wrong": "dateline", "why": why}}}
    assert tomllib.loads(known_now()) == {"causes": {why: CAUSES[why]}, "invented": {}, **kept}


def known_now() -> str:
    """What known.toml should hold; an article keeps its cause whatever its fields are now, and causes of none go."""
    found = {issue.name: rows for issue in ISSUES.values() if (rows := imperfect(issue))}
    causes = {why for name, rows in found.items() for row in rows if (why := _why(name, row))}
    lines = [HEADER, "", "[causes]"]
    lines += [f"{name} = {_quoted(cause)}" for name, cause in CAUSES.items() if name in causes]
    lines += ["", "[invented]"]
    lines += [f"{_quoted(issue.name)} = {number}" for issue in ISSUES.values() if (number := invented(issue))]
    for name, rows in found.items():
        lines += ["", f"[{_quoted(name)}]"]
        lines += [f"{_quoted(row)} = {_row(what, _why(name, row))}" for row, what in rows.items()]
    return "\n".join(lines)


HEADER = (
    "# What does not come out right yet. Printed by `python -m tests.test_golden --list`, but for [causes] and `why`."
)


def _why(issue: str, row: str) -> str | None:
    return KNOWN.get(issue, {}).get(row, {}).get("why")


def _row(what: str, why: str | None) -> str:
    return f"{{ wrong = {_quoted(what)}{f', why = {_quoted(why)}' if why else ''} }}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__" and sys.argv[1:] == ["--list"]:
    print(known_now())
