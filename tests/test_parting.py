"""Lines that hold several paragraphs: what parts them within a line, and what does not."""

from __future__ import annotations

import pytest

from newssplit.lexicon import default_lexicon
from newssplit.reading.parting import parted
from newssplit.reading.units import Unit

SAID = "会上代表们说明年的粮食生产要再上一个台阶，每一亩田都不能荒着。"
LONG = "大家认为这一做法既省工又省钱值得在全县推广，散会以前还选出了三位联络员。"


def pieces(line: str) -> list[str]:
    unit = Unit(line, 0, 0, 0, blank=True, inline=False)
    return [part.text.strip() for part in parted(unit, spaced_stops=False, lexicon=default_lexicon())]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{SAID} 田埂上的新办法 {LONG}", [SAID, "田埂上的新办法", LONG]),
        (f"{SAID} 省工省钱 一学就会 {LONG}", [SAID, "省工省钱 一学就会", LONG]),
        (f"{SAID}现提出以下几点意见： 一、{LONG}", [f"{SAID}现提出以下几点意见：", f"一、{LONG}"]),
        (f"{SAID}現提出以下幾點意見： （一）{LONG}", [f"{SAID}現提出以下幾點意見：", f"（一）{LONG}"]),
    ],
)
def test_a_crosshead_and_a_list_are_parted(line: str, expected: list[str]) -> None:
    assert pieces(line) == expected


@pytest.mark.parametrize(
    "rest",
    [
        f"本报渔港十二日电 {LONG}",  # a dateline
        f"本报记者 {LONG}",  # a role
        "他的话 很短",  # too little behind it
        f"每亩省工3个 {LONG}",  # a number
        f"田埂上的新办法，很管用 {LONG}",  # a clause
    ],
)
def test_what_is_no_crosshead_goes_on(rest: str) -> None:
    assert pieces(f"{SAID} {rest}") == [SAID, rest]


TOLD = "農業處說，違規焚燒稻草最高可處五千元以上罰鍰，這個月起會派員巡查。"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (f"估減四成硫氧化物 違者可罰10萬{TOLD}", 1),  # the space is within the crosshead
        (f"估減四成硫氧化物 違者可罰十萬 {TOLD}", 3),  # two phrases with a space behind them
        (f"　　估減四成硫氧化物　　{TOLD}", 3),  # wide spaces
    ],
)
def test_a_crosshead_of_two_phrases_may_have_no_space_behind_it(rest: str, expected: int) -> None:
    assert len(pieces(f"{TOLD} {rest}")) == expected


def test_a_colon_with_a_speaker_goes_on() -> None:
    line = f"{SAID}他对记者说： 第一次来的人都走错了路。"
    assert pieces(line) == [line]
