"""The vocabulary: folded to one script, letter-spaced or not, and in step with its table of forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newssplit import split
from newssplit.lexicon import Lexicon, any_of, default_lexicon, fold, keyed, spelled, squeeze
from tests.source_alone import source_alone
from tests.variants import FILE, written


@source_alone
def test_table_of_forms_is_in_step_with_the_rules() -> None:
    assert FILE.read_text("utf-8") == written(), "run: python -m tests.variants"


@pytest.mark.parametrize(
    ("printed", "folded"),
    [("記者報導", "记者报导"), ("本報訊", "本报讯"), ("民國卅六年", "民国卅六年"), ("plain, ASCII", "plain, ASCII")],
)
def test_fold_gives_the_form_of_the_vocabulary(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@given(st.text())
def test_fold_keeps_every_offset_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("printed", ["责任编辑", "责 任 编 辑", "责　任　编　辑"])
def test_words_are_found_letter_spaced(printed: str) -> None:
    assert regex.fullmatch(spelled("责任编辑"), printed)
    assert squeeze(printed) == "责任编辑"


def test_the_longest_word_wins_whatever_the_order() -> None:
    for words in (["记者", "记者站"], ["记者站", "记者"]):
        found = regex.match(any_of(words), "记者站长")
        assert found is not None
        assert found[0] == "记者站"


def test_no_list_of_the_vocabulary_says_a_word_twice_or_an_empty_one() -> None:
    for table, keys in default_lexicon().table.items():
        for key, words in keys.items():
            assert words, f"{table}.{key} is empty"
            assert all(words), f"{table}.{key} has an empty word"
            doubled = [] if isinstance(words, str) else sorted({w for w in words if list(words).count(w) > 1})
            assert not doubled, f"{table}.{key}"


TABLES = list(default_lexicon().table)


@pytest.mark.parametrize("emptied", [*([table] for table in TABLES), TABLES], ids="+".join)
def test_a_profile_may_take_away_all_words(emptied: list[str]) -> None:
    """No pattern made of no words matches everywhere, or fails to compile."""
    rest = {
        table: {key: [] if table in emptied and not isinstance(words, str) else words for key, words in lists.items()}
        for table, lists in default_lexicon().table.items()
    }
    page = (Path(__file__).parent.parent / "examples" / "county-2016.txt").read_text("utf-8")
    assert split(page, lexicon=Lexicon(rest)).articles


@given(st.text())
def test_a_key_is_a_text_without_spaces_and_punctuation(text: str) -> None:
    assert keyed(text) == re.sub(r"[\W_]+", "", text)


@given(st.text(), st.sampled_from(["labels.endings", "notices.heads", "people.offices"]))
def test_an_ending_is_what_python_calls_so(text: str, place: str) -> None:
    table, key = place.split(".")
    lexicon = default_lexicon()
    for printed in (text, text + lexicon.words(table, key)[0]):
        assert lexicon.ends(printed, table, key) == printed.endswith(lexicon.words(table, key))
