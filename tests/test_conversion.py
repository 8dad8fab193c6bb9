"""Scripts: what is converted, what is not, and that nothing but words changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newssplit
from newssplit.output import conversion
from newssplit.output.conversion import converted
from newssplit.output.finishing import SCRIPTS, Script
from newssplit.output.record import Record, records_of
from tests.issue_format import golden_issues

GOLDEN = {issue.name: issue.text for issue in golden_issues(Path(__file__).parent / "golden")}
SIMPLIFIED = """汾岭日报　2016年11月09日　第01版：要闻
皇后大道后天通车
本报讯（首席记者 于洋 通讯员 范伟）“万里长城”在软件里显示了一只鸟。里程是三公里。
责任编辑：余生
"""
TRADITIONAL = """海港日報　2016年11月09日　第A1版：要聞
學童清早過關
本報訊（記者 余天 區詠珊）商戶賣麵，余先生著書，喫飯在台北裏面。
"""


def first(dump: str) -> Record:
    return next(records_of(newssplit.split(dump)._replace(source="简.txt", encoding="utf-8")))


def test_simplified_becomes_traditional_in_every_field_of_words() -> None:
    record = first(SIMPLIFIED)
    result = converted(record, "traditional")
    assert result["newspaper"] == "汾嶺日報"
    assert result["headline"] == "皇后大道後天通車"
    assert result["dateline"] == "本報訊"
    assert result["dateline_parts"]["agency"] == "本報"
    assert result["page_name"] == "要聞"
    assert result["paragraphs"] == ["“萬里長城”在軟件裏顯示了一隻鳥。里程是三公里。"]
    assert result["byline"][0] == {"name": "于洋", "role": "reporter", "title": "首席記者"}
    assert result["byline"][1]["name"] == "范偉"


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("dump", [SIMPLIFIED, TRADITIONAL])
def test_spans_ids_and_counts_stay(dump: str, script: Script) -> None:
    record = first(dump)
    result = converted(record, script)
    kept = ("id", "source", "span", "lines", "chars", "parts", "changes", "date", "page", "confidence", "encoding")
    assert [result[key] for key in kept] == [record[key] for key in kept]
    assert list(result) == list(record)


def test_traditional_becomes_simplified() -> None:
    result = converted(first(TRADITIONAL), "simplified")
    assert (result["newspaper"], result["headline"]) == ("海港日报", "学童清早过关")
    assert [person["name"] for person in result["byline"]] == ["余天", "区咏珊"]
    assert result["paragraphs"][0].startswith("商户卖面，余先生")


# The table from simplified would make 餘先生 of him.
def test_what_is_traditional_stays_traditional() -> None:
    record = first(TRADITIONAL)
    assert converted(record, "traditional") == record


def test_hong_kong_and_taiwan_have_forms_of_their_own() -> None:
    record = first(TRADITIONAL)
    taiwan, hong_kong = (converted(record, script)["paragraphs"][0] for script in ("tw", "hk"))
    assert "裡面" in taiwan
    assert "吃飯" in taiwan
    assert "商户" in hong_kong
    assert "余先生" in taiwan
    assert "余先生" in hong_kong


# 乾 and 著 are right in simplified texts, too, and the table from traditional changes them.
def test_what_is_simplified_stays_simplified_but_for_what_is_traditional_in_it() -> None:
    dump = "汾岭日报 2016年11月09日\n小说家说乾隆\n本报讯（记者 刘乾）这里讲著作的张乾。\n"
    record = first(dump)
    result = converted(record, "simplified")
    assert result["byline"][0]["name"] == "刘乾"
    assert "张乾" in " ".join(result["paragraphs"])
    mixed = {**record, "paragraphs": ["他们说这里有些问题，來看這個。"]}
    assert converted(mixed, "simplified")["paragraphs"] == ["他们说这里有些问题，来看这个。"]


@pytest.mark.parametrize("issue", ["city-1", "trad-2"])
def test_there_and_back_gives_the_same_text(issue: str) -> None:
    text = GOLDEN[issue]
    for record in records_of(newssplit.split(text)):
        simple = converted(record, "simplified")
        assert converted(simple, "simplified")["paragraphs"] == simple["paragraphs"]
        traditional = converted(simple, "traditional")
        assert converted(traditional, "simplified")["paragraphs"] == simple["paragraphs"]


CONFIGS = ["t2s", "s2t", "s2hk", "s2tw", "t2hk", "t2tw"]


@pytest.mark.parametrize("config", CONFIGS)
@given(text=st.text("中国報报後后里裏乾干于於台臺群峰喫吃户戶发發皇公只隻Ab1，。𠀾", max_size=12))
def test_a_text_that_is_not_handed_to_opencc_is_one_that_it_would_not_change(config: str, text: str) -> None:
    converter = conversion._converter(config)
    assert converter.convert(text) == converter.opencc.convert(text)


@pytest.mark.parametrize("config", CONFIGS)
def test_lengths_stay(config: str) -> None:
    converter = conversion._converter(config)
    for text in (SIMPLIFIED, TRADITIONAL):
        assert len(converter.convert(text)) == len(text)


def test_long_texts_are_converted_as_short_ones_are() -> None:
    converter = conversion._converter("s2t")
    sentence = "皇后大道后面的钟表店里，只有一只钟。"
    assert converter.convert(sentence * 2000) == converter.convert(sentence) * 2000
    assert converter.convert("后" * 25_000) == "後" * 25_000


def test_a_text_without_convertible_characters_is_not_handed_to_opencc(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def convert(self, text: str) -> str:
            raise AssertionError(text)

    real = conversion._converter("t2s")
    monkeypatch.setattr(conversion, "_converter", lambda _: conversion._Converter(Refusing(), real.needles))
    record = {**first(SIMPLIFIED), "headline": "大桥通车"}
    assert converted(record, "simplified") == record
