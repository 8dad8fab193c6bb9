"""What a line is looked over for before long patterns are tried on it: it must be in all that they match."""

from __future__ import annotations

from pathlib import Path

import pytest

from newssplit.lexicon import default_lexicon, fold
from newssplit.rules import people, pieces, teasers
from tests.issue_format import golden_issues

GOLDEN = Path(__file__).parent / "golden"
LEXICON = default_lexicon()
BESIDE = ("", "：李明", "李明", " 李明", "/李明", "（李明）", "1234567", "2日")


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """The lines of all annotated issues, and all words of the vocabulary beside what stands beside them, folded."""
    printed = {line.strip() for issue in golden_issues(GOLDEN) for line in issue.text.splitlines()}
    words = {word for lists in LEXICON.table.values() for words in lists.values() for word in words}
    beside = (made for word in words for other in BESIDE for made in (word + other, f"{other} {word}", other + word))
    return [fold(line) for line in sorted({*printed, *beside}) if line]


def test_a_piece_of_furniture_has_one_of_its_characters(lines: list[str]) -> None:
    for piece in pieces.patterns(LEXICON).pieces:
        spared = (line for line in lines if piece.characters and piece.characters.isdisjoint(line))
        assert [line for line in spared if piece.pattern.search(line)] == [], piece.kind


def test_what_hints_at_furniture_begins_with_one_of_its_characters(lines: list[str]) -> None:
    p = pieces.patterns(LEXICON)
    assert [line for line in lines if not p.hinted.search(line) and p.hints.search(line)] == []


def test_who_signs_with_a_description_has_one_of_its_characters(lines: list[str]) -> None:
    p = people.patterns(LEXICON)
    assert [line for line in lines if not p.described.search(line) and p.affiliation.fullmatch(line)] == []


def test_a_word_of_a_byline_has_one_of_its_characters(lines: list[str]) -> None:
    p = people.patterns(LEXICON)
    assert [line for line in lines if not p.hint.search(line) and p.word.search(line)] == []


def test_a_line_that_names_its_page_at_the_end_ends_with_one(lines: list[str]) -> None:
    short = (line for line in lines if len(line) < teasers.LONGEST)
    spared = (line for line in short if not teasers.PAGE_END_RE.search(line))
    assert [line for line in spared if teasers.BEHIND_RE.fullmatch(line)] == []
