"""Which script an issue is printed in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newssplit import split
from newssplit.language.script import SAMPLE, language_of
from newssplit.output.conversion import TARGETS, converted
from newssplit.output.finishing import Script
from newssplit.output.record import records_of
from tests.issue_format import Golden, golden_issues
from tests.test_show_preview import show

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "zh"),
        ("Sphinx 2020\n", "zh"),
        ("一二三中文人民日夜\n", "zh"),
        ("本报讯 大桥昨天通车。", "zh-Hans"),
        ("本報訊 大橋昨天通車。", "zh-Hant"),
        ("他在乾隆年間的著作", "zh-Hant"),
        ("名著《乾隆传》", "zh-Hans"),
        ("來自台灣的報導說：简体字「们」寫法不同", "zh-Hant"),
        ("一" * SAMPLE + "們們們", "zh"),
    ],
)
def test_the_characters_of_one_script_tell(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("issue", golden_issues(ROOT / "tests" / "golden"), ids=lambda issue: issue.name)
def test_the_golden_issues_are_told_as_their_character_sets_tell(issue: Golden) -> None:
    """All characters that GB 2312 has and Big5 lacks, and the other way round, where the program knows those of its
    vocabulary."""
    han = [c for c in issue.text if "\u4e00" <= c <= "\u9fff"]
    simplified, traditional = ([c for c in han if not c.encode(charset, "ignore")] for charset in ("big5", "gb2312"))
    assert language_of(issue.text) == ("zh-Hant" if len(traditional) > len(simplified) else "zh-Hans")


@pytest.mark.parametrize("script", TARGETS)
def test_a_converted_record_says_what_it_was_converted_to(script: Script) -> None:
    wanted = {"simplified": "zh-Hans", "traditional": "zh-Hant", "hk": "zh-Hant-HK", "tw": "zh-Hant-TW"}
    [record] = records_of(split("开门红\n本报讯（记者 李明）昨天，大桥通车了。\n"))
    assert record["language"] == "zh-Hans"
    assert converted(record, script)["language"] == wanted[script]


def test_a_report_gives_each_issue_its_language(tmp_path: Path) -> None:
    examples = [ROOT / "examples" / name for name in ("page.txt", "taiwan-2019.txt")]
    page = show("report", *examples, "-o", "-")
    assert '<section id="s1" lang="zh-Hans">' in page
    assert '<section id="s2" lang="zh-Hant">' in page
    assert page.count('lang="zh-Hant"') > len(json.loads(examples[1].with_suffix(".json").read_text("utf-8")))
    assert '<h1 lang="zh-Hant">' in show("report", examples[1], "-o", "-")
