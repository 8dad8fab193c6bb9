"""What dumps do to a page costs few articles: each kind of damage, measured over all issues.

`make damage` prints the table.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newssplit import split
from newssplit.evaluation.issue_format import compile_issue
from newssplit.files.decoding import decode
from tests.damage import DAMAGES, ENCODINGS, SOURCES, damaged, figures_of
from tests.test_properties import CHECKS

ALLOWED = {
    "cut in mid-sentence": 3,
    "run together": 2,
    "headlines repeated": 4,
    # Copies from narrow columns lose the most: a heading of several lines, a paragraph's short last line and
    # a list look alike there.
    "wrapped at 16": 8,
    "wrapped at 20": 5,
    "wrapped at 24": 4,
    "wrapped at 30": 5,
    "wrapped at 40": 2,
    "wrapped at 60": 1,
    "indented": 1,
    "flush left": 2,
    "blank lines between all": 3,
    "half-width punctuation": 2,
    "page numbers in between": 5,
}
"""By how many points of a hundred `perfect` may fall, against the issues as they are."""
LOST = 0.004
"""Whatever the damage, no more of the text than this share ends up in no article."""


def test_every_damage_has_its_limit() -> None:
    assert set(ALLOWED) == set(DAMAGES)


@pytest.mark.parametrize("kind", DAMAGES)
def test_perfect_falls_little(kind: str) -> None:
    before, after = figures_of(None), figures_of(DAMAGES[kind])
    assert 100 * (before["perfect"] - after["perfect"]) <= ALLOWED[kind]
    assert after["lost"] <= LOST


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_is_done_and_leaves_the_gold_as_it_was(kind: str) -> None:
    """The words of the articles are the same, in another dump."""
    changed = 0
    for name, source in SOURCES.items():
        (dump, gold), (other, same) = compile_issue(source), compile_issue(damaged(name, DAMAGES[kind]))
        assert [words(a) for a in gold["articles"]] == [words(a) for a in same["articles"]]
        changed += dump != other
    assert changed >= 12


def words(article: dict[str, object]) -> str:
    """Headline and body, without spaces and punctuation."""
    paragraphs = article["paragraphs"]
    assert isinstance(paragraphs, list)
    headline = article["headline"][0] if isinstance(article["headline"], list) else article["headline"]
    return "".join(c for c in f"{headline}{''.join(paragraphs)}" if c.isalnum())


def held(name: str, encoding: str) -> bool:
    """Whether an encoding has all characters of an issue."""
    try:
        return bool(compile_issue(SOURCES[name])[0].encode(encoding))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize(("name", "encoding"), [(n, e) for n in SOURCES for e in ENCODINGS if held(n, e)])
def test_encoded_issue_is_read_as_it_was(name: str, encoding: str) -> None:
    text, _ = compile_issue(SOURCES[name])
    assert decode(text.encode(encoding), path=name).text == text


@settings(max_examples=60)
@given(st.sampled_from(sorted(SOURCES)), st.sampled_from(sorted(DAMAGES)), st.integers(0, 10_000))
def test_damaged_issues_keep_the_invariants(name: str, kind: str, seed: int) -> None:
    issue = split(compile_issue(damaged(name, DAMAGES[kind], seed))[0])
    for check in CHECKS:
        check(issue)
