"""By what lines of text are told from a tool's at a glance: none that is told so is a tool's."""

from __future__ import annotations

from pathlib import Path

import pytest

from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.blocks import RULE_RE
from newssplit.reading.carriers.chrome import FRAMED_RE
from newssplit.reading.carriers.known_lines import BUTTONS, PAGE_MARK_RE, known_line, ordinary_openers
from newssplit.reading.carriers.shapes import BEGIN, LONGEST, SHIFTING, begins_its_shape, shape_of
from tests.issue_format import golden_issues

LEXICON = default_lexicon()
BESIDE = ("", "12", "周日", "第3版", "：答案", "　2日", "A12", "三月", "星期天")


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The lines of all annotated issues, with numbers and days before and behind their first characters, too."""
    printed = {
        line.strip() for issue in golden_issues(Path(__file__).parent / "golden") for line in issue.text.splitlines()
    }
    made = {line[:at] + other + line[at:] for line in printed for other in BESIDE for at in (0, 1, 2, 3)}
    return sorted(line.strip() for line in made if line.strip())


def test_a_shape_begins_as_its_line_does(lines: list[str]) -> None:
    told = [line for line in lines if begins_its_shape(line) and not set(SHIFTING) & set(line)]
    assert len(told) > 1000
    assert [line for line in told if len(line) <= LONGEST and not shape_of(line).startswith(line[:BEGIN])] == []
    assert [line for line in told if PAGE_MARK_RE.fullmatch(line) or FRAMED_RE.fullmatch(line)] == []


def test_no_long_line_that_begins_as_text_does_is_known(lines: list[str]) -> None:
    usual = ordinary_openers({line[0] for line in lines}, LEXICON)
    told = [line for line in lines if len(line) > BUTTONS and line[0] in usual]
    assert len(told) > 1000
    assert [line for line in told if known_line(line, LEXICON, first=True, last=True)] == []
    assert [line for line in told if RULE_RE.fullmatch(line)] == []
