"""What a line is looked over for before long patterns are tried on it: it must be in all that they match."""

from __future__ import annotations

from pathlib import Path

import pytest

from newssplit.lexicon import default_lexicon, fold
from newssplit.rules import (
    byline_words,
    continuation,
    lede_makers,
    lede_marks,
    ledes,
    names,
    people,
    pieces,
    signed_lines,
    site_lines,
    subjects,
    tail_makers,
    tails,
    teasers,
)
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


def test_pieces_of_furniture_are_where_they_may_be(lines: list[str]) -> None:
    every = pieces.patterns(LEXICON).pieces
    for line in lines:
        likely = {piece.kind for piece in pieces.likely_pieces(line, LEXICON)}
        spared = (piece for piece in every if piece.kind not in likely)
        assert [piece.kind for piece in spared if piece.pattern.search(line)] == [], line


def test_who_signs_with_a_description_has_one_of_its_words(lines: list[str]) -> None:
    p = byline_words.patterns(LEXICON)
    assert [line for line in lines if not p.described.search(line) and p.affiliation.fullmatch(line)] == []


def test_what_a_body_is_called_ends_with_one_of_its_characters(lines: list[str]) -> None:
    hint, body = subjects._body_hint_re(LEXICON), subjects._body_re(LEXICON)
    assert [line for line in lines if not hint.search(line) and body.search(line)] == []


def test_a_word_of_a_byline_has_one_of_its_hints(lines: list[str]) -> None:
    p = byline_words.patterns(LEXICON)
    assert [line for line in lines if not p.hint.search(line) and p.word.search(line)] == []


def test_a_line_that_names_its_page_at_the_end_ends_with_one_and_points_to_it(lines: list[str]) -> None:
    p = teasers.patterns(LEXICON)
    for line in (line for line in lines if len(line) < teasers.LONGEST and p.behind.fullmatch(line)):
        assert line[-1] in teasers.patterns(LEXICON).ends or line[-1].isdecimal()
        assert p.pointer.search(line)


def test_a_line_that_names_its_page_first_begins_with_it(lines: list[str]) -> None:
    found = [line for line in lines if teasers.AHEAD_RE.fullmatch(line)]
    assert [line for line in found if line[0] not in teasers.AHEAD and not line[0].isdecimal()] == []


def test_a_mark_ends_as_marks_do(lines: list[str]) -> None:
    p = lede_marks.patterns(LEXICON)
    heads = (line[: ledes.REACH] for line in lines if p.hint.search(line, 0, 40))
    assert [head for head in heads if not p.marked.search(head) and p.mark.match(head)] == []


def test_a_lede_of_makers_alone_begins_as_they_do(lines: list[str]) -> None:
    heads = (line[: ledes.REACH] for line in lines)
    spared = (head for head in heads if not lede_makers.patterns(LEXICON).signed.match(head))
    assert [head for head in spared if lede_makers.read_brackets(head, head, 0, LEXICON)[0]] == []


def test_what_holds_no_names_is_told_at_a_glance(lines: list[str]) -> None:
    spared = (line for line in lines if not names.may_be_names(line, LEXICON))
    assert [line for line in spared if names.names_in(line, 0, LEXICON)] == []


def test_a_long_line_without_words_has_no_makers(lines: list[str]) -> None:
    spared = (line for line in lines if len(line) <= signed_lines.LONGEST and not people.may_have_words(line, LEXICON))
    long = (line for line in spared if signed_lines.RUN_RE.search(line) and not names.DOT_RE.search(line))
    read = ((line, people.read_byline(line, LEXICON)) for line in long)
    assert [line for line, found in read if found.role or any(m.title for m in found.makers)] == []


def test_the_words_of_a_site_have_their_hint(lines: list[str]) -> None:
    p = site_lines.patterns(LEXICON)
    assert [line for line in lines if not p.hint.search(line) and p.site.search(line)] == []


def test_marks_of_continuation_have_their_characters(lines: list[str]) -> None:
    p = continuation.patterns(LEXICON)
    assert [line for line in lines if not p.onward_hint.search(line) and p.onward.search(line)] == []
    assert [line for line in lines if not p.ended_hint.search(line[-12:]) and p.ended.search(line[-12:])] == []
    back = (line for line in lines if (m := p.back.match(line)) and "上接" in m[0])
    assert [line for line in back if line[0] not in p.back_hint] == []


def test_a_bracket_at_the_end_begins_no_earlier_than_is_looked(lines: list[str]) -> None:
    bracket = tails.patterns(LEXICON).bracket
    for line in lines:
        if tails.OPENING_RE.search(line):
            whole, near = bracket.search(line), bracket.search(line, tail_makers.bracket_at(line))
            assert (whole and whole.span()) == (near and near.span()), line
