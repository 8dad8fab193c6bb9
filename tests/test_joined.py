"""Which of many texts hold a character: as if each had been asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newssplit.reading.joined import Joined, places_of

SIGNS = "-|。"
TEXTS = st.lists(st.text("ab-|。\n", max_size=6), max_size=8)


@given(TEXTS)
def test_what_holds_a_sign_is_what_each_text_would_say(texts: list[str]) -> None:
    assert Joined(texts).holding(SIGNS) == [n for n, text in enumerate(texts) if set(text) & set(SIGNS)]


@given(st.text("ab-|。", max_size=20))
def test_every_place_is_found(text: str) -> None:
    assert places_of(text, SIGNS) == [n for n, c in enumerate(text) if c in SIGNS]
