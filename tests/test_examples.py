"""The articles beside the examples are those that the program makes of them now (`make examples`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newssplit
from newssplit.output.record import records_of

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: page.stem)
def test_articles_are_up_to_date(page: Path) -> None:
    source = page.relative_to(ROOT).as_posix()
    issue = newssplit.split(page.read_text("utf-8"))
    now = json.loads(json.dumps(list(records_of(issue._replace(source=source, encoding="utf-8")))))
    assert json.loads(page.with_suffix(".json").read_text("utf-8")) == now
