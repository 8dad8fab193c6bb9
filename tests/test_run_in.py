"""What stands on the line of a text and is none of it: the subheadline before its mark, captions behind its end."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon
from newssplit.reading.run_in import cuts

TEXT = (
    "屏東縣一座廢棄多年的水塔昨晚重新點燈，附近居民提著小凳子來看。管理單位說，燈光只開到晚間十點。"
    "有老住戶說，小時候就在塔下等父親下工。修塔的工班花了四個月，把鏽掉的鋼梯一階一階換新。"
    "里長說，下個月起開放登塔，每梯二十人，採現場登記。設計師表示，塔身原有的裂紋刻意留著，讓人記得它的年歲。"
    "工程費用由里民募集一半，另一半向文化單位申請補助。志工隊已排好班表，負責引導遊客排隊。"
    "附近的小吃攤說，這一晚的生意比平常好了一倍，希望以後每個月都點一次燈。學校也要帶學生來看，當作一堂鄉土課。"
)
CAPTION = "水塔上的燈亮了。"
LEDE = "荒廢四十年 燈又亮了〔記者谷雨／屏東報導〕"
BRIEF_HEAD, BRIEF = (
    "水塔昨晚重新點燈 管理單位訂下新規矩",
    "屏東縣一座廢棄多年的水塔昨晚重新點燈，燈光只開到晚間十點，下個月起開放民眾登塔。",
)

CUT = {
    "a credit behind the caption's stop": (TEXT + CAPTION + "（記者尹川攝）", [len(TEXT)]),
    "a space before the credit": (TEXT + CAPTION + " （資料照）", [len(TEXT)]),
    "no stop of its own": (TEXT + "水塔上的燈亮了（民眾提供）", [len(TEXT)]),
    "two captions": (TEXT + (CAPTION + "（記者尹川攝）") * 2, [len(TEXT), len(TEXT) + 15]),
    "a subheadline before the mark": (LEDE + TEXT, [10]),
    "a headline and three spaces before a brief": (f"{BRIEF_HEAD}   {BRIEF}", [len(BRIEF_HEAD) + 3]),
}
WHOLE = {
    "no credit": TEXT + CAPTION,
    "a remark in brackets": TEXT + CAPTION + "（相關新聞見二版）",
    "a short text is a caption itself": CAPTION + "（記者尹川攝）",
    "a credit in mid-text": CAPTION + "（資料照）" + TEXT,
    "the maker behind the text": TEXT + "（記者尹川）",
    "two spaces before a brief": f"{BRIEF_HEAD}  {BRIEF}",
    "a table's cells": f"{BRIEF_HEAD}   點燈十二座   修塔四個月   每梯二十人   登塔要登記   工程款三百萬元   十點熄燈",
}


@pytest.mark.parametrize(("text", "places"), CUT.values(), ids=CUT)
def test_what_is_run_into_a_text_is_cut_off(text: str, places: list[int]) -> None:
    assert cuts(text, default_lexicon()) == places


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_what_only_looks_so_stays(text: str) -> None:
    assert cuts(text, default_lexicon()) == []


def test_a_gap_that_is_cut_at_both_ends_makes_no_empty_unit() -> None:
    text = f"{TEXT}（記者尹川攝）　　　{CAPTION}（資料照）"
    issue = split(f"水塔再點燈\n〔記者谷雨／屏東報導〕{TEXT}　　　{CAPTION} （記者尹川攝）\n{text}\n")
    assert all(paragraph.text for article in issue.articles for paragraph in article.paragraphs)
