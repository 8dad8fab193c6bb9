"""The vocabulary: what it may hold, and how far the shapes carry without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newssplit.evaluation.gold import gold_files, read_gold
from newssplit.lexicon import Lexicon, default_lexicon
from newssplit.pipeline import split
from tests.ablation import NOWHERE, by_family, figures, without, words_in

GOLDEN = Path(__file__).parent / "golden"
VOCABULARY = default_lexicon().table
LISTS = [(table, key) for table in VOCABULARY for key in VOCABULARY[table]]


@pytest.mark.parametrize(("table", "key"), [place for place in LISTS if place != ("people", "surnames")])
def test_words_are_words(table: str, key: str) -> None:
    words = VOCABULARY[table][key]
    assert words
    for word in words:
        assert word
        assert " ".join(word.split()) == word if word.isascii() else "".join(word.split()) == word


def test_the_words_of_a_text_are_found_in_every_spelling() -> None:
    found = words_in("江 城 晚 報\n記者 王麗\n責任編輯 李明\n天氣預報", VOCABULARY)
    assert {"晚报", "责任编辑", "天气预报"} <= found
    assert not {"记者", "王", "启事"} & found


def test_nothing_is_taken_out_but_these_words() -> None:
    left = without(frozenset({"预告", *VOCABULARY["teasers"]["heads"]}), VOCABULARY)
    changed = {(table, key) for table, key in LISTS if left[table][key] != VOCABULARY[table][key]}
    assert {("notices", "heads"), ("teasers", "heads")} <= changed
    assert set(VOCABULARY["notices"]["heads"]) - set(left["notices"]["heads"]) >= {"预告"}
    assert left["teasers"]["heads"] == [NOWHERE]
    assert ("people", "surnames") not in changed
    issue = split("大桥通车\n本报讯（记者 李明）昨天，大桥通车了。\n", lexicon=Lexicon(left))
    assert [article.headline for article in issue.articles] == ["大桥通车"]


# Floors well below the figures in docs/profiles.md: rules that only know words would fall through them.
def test_shapes_alone_carry_most_of_it() -> None:
    files = {name: path for name, path in gold_files([str(GOLDEN)]).items() if path.parent == GOLDEN}
    families = by_family(read_gold(path, name) for name, path in files.items())
    assert len(families) == 5
    for family, found in families.items():
        _, not_its_own, none = figures(found)
        assert (not_its_own["found"] >= 0.75, not_its_own["perfect"] >= 0.55) == (True, True), family
        assert (none["found"] >= 0.6, none["byline"] >= 0.6, none["perfect"] >= 0.2) == (True, True, True), family
