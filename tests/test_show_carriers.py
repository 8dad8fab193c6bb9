"""`newssplit carriers`, and what explain and the report tell of a carrier."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from newssplit import split
from newssplit.reading.carriers.described import NAMES, packaged_carriers
from newssplit.reading.carriers.recognised import SETTINGS, SORTS
from newssplit.show.explained import as_data, explained
from newssplit.show.recognised import SHOWN, in_words, told_carrier
from newssplit.show.words import FIELD_WORDS, LINE_WORDS, SIGN_WORDS
from tests.test_known_carriers import CARRIERS
from tests.test_show_preview import EXAMPLE, PLAIN, show

CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
CARDS = """
[[carriers]]
name = "cards"
title = "剪报卡"
begins = ["剪报卡 {n}/{n}"]
fields.headline = ["标头"]
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(CARRIERS["crawl"].sample, "utf-8")
    return file


def test_all_are_listed_each_with_how_its_sample_begins() -> None:
    said = show("carriers", "--width", 70)
    assert [line.split()[0] for line in said.split("\n") if re.match(r"\S", line)] == list(NAMES)
    for carrier in packaged_carriers():
        first = next(line for line in carrier.sample.split("\n") if line.strip()).strip()
        assert first.replace("\t", "    ")[:20] in said
    assert all(cell_len(line) <= 70 for line in said.split("\n"))


def test_a_named_one_is_shown_whole() -> None:
    said = show("carriers", "nexis", "--width", 200)
    nexis = CARRIERS["nexis"]
    assert all(pattern in said for pattern in (*nexis.begins, *nexis.ends))
    assert all(name in said for _, names in nexis.fields for name in names)
    assert all(line.strip() in said for line in nexis.sample.split("\n"))
    assert "factiva" not in said


def test_as_data_they_are_what_the_program_reads() -> None:
    data = json.loads(show("carriers", "--format", "json"))
    assert [one["name"] for one in data] == list(NAMES)
    for one, carrier in zip(data, packaged_carriers(), strict=True):
        assert (one["title"], one["sample"], one["begins"]) == (carrier.title, carrier.sample, list(carrier.begins))
        assert {kind: tuple(names) for kind, names in one["fields"].items()} == dict(carrier.fields)
    assert [one["name"] for one in json.loads(show("carriers", "ris", "sql", "-f", "json"))] == ["ris", "sql"]


def test_a_profiles_own_is_among_them(tmp_path: Path) -> None:
    profile = tmp_path / "my.toml"
    profile.write_text(CARDS, "utf-8")
    assert show("carriers", "--profile", profile).startswith("cards  剪报卡\ncnki  ")
    assert "headline: 标头" in show("carriers", "cards", "--profile", profile)
    assert "+ carriers: cards 剪报卡\n" in show("profiles", "show", profile)
    assert show("profiles", "check", profile).endswith(": 0 words added, 0 removed, 1 carrier described\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("nexsi",), "newssplit: there is no carrier nexsi; did you mean nexis?"),
        (("zzz",), "newssplit: there is no carrier zzz; newssplit carriers lists them"),
        (("--format", "xml"), "'xml' is not one of text, json;"),
    ],
)
def test_a_name_that_none_has_is_told(args: tuple[str, ...], said: str) -> None:
    command = [sys.executable, "-m", "newssplit", "carriers", *args]
    done = subprocess.run(command, capture_output=True, timeout=60, env={**PLAIN, "LC_ALL": "C.UTF-8"})
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_they_are_listed_in_chinese() -> None:
    assert "cnki  中国知网：网页记录" in show("carriers", **CHINESE)
    assert "每条记录之后" in show("carriers", "nexis", **CHINESE)


# --- explain


def test_explain_begins_with_the_carrier(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(CARRIERS["factiva"].sample, "utf-8")
    said = show("explain", page, "--width", 80)
    head, _, rest = said.partition("\n\n")
    lines = head.split("\n")
    assert lines[0] == "carrier: factiva (Factiva)"
    assert re.fullmatch(r" {4}2 behind each record \(factiva\) +18 │ Document YCWB.+", lines[1])
    assert any(re.fullmatch(r" {4}2 field: headline +2 │ HD 钟楼的大钟又响了", line) for line in lines)
    assert all(cell_len(line) <= 80 for line in lines)
    assert rest.startswith("   1 │ SE 城事\n")


def test_it_tells_what_shows_where_none_is_known_by_name(page: Path) -> None:
    said = show("explain", page)
    assert said.startswith("carrier: none that is known by name\n")
    assert re.search(r"2 heading of level 3 +1 │ ### 钟楼的大钟又响了\n", said)
    assert re.search(r"2 字段：报纸 +3 │ - 来源：沅城晚报\n", show("explain", page, **CHINESE))


def test_of_a_plain_page_and_of_picked_lines_it_tells_no_carrier(page: Path) -> None:
    assert "carrier" not in show("explain", EXAMPLE.with_name("page.txt"))
    assert "carrier" not in show("explain", page, "--line", "1-3")


def test_what_a_tool_has_put_into_a_line_is_told_below_it(page: Path) -> None:
    said = show("explain", page)
    assert re.search(
        r"^   1 │ ### 钟楼的大钟又响了\n(?:     │ .*\n)+     │   markup  ###\n   2 │\n", said, re.MULTILINE
    )
    assert "   3 │ - 来源：沅城晚报\n     │   markup\n   4 │" in said
    assert "     │   工具所加  ###\n" in show("explain", page, **CHINESE)


def data_of(text: str) -> list[dict[str, Any]]:
    return as_data(explained(split(text)))


@pytest.mark.parametrize("name", NAMES)
def test_each_character_of_a_line_is_in_a_part_of_a_reading_or_markup(name: str) -> None:
    text = CARRIERS[name].sample
    for line in data_of(text):
        first, last = line["span"]  # a reading may go on over several lines, and is told at each
        spans = [span for reading in line["readings"] for _, *span in reading["parts"]] + line["markup"]
        within = [range(max(start, first), min(end, last)) for start, end in spans]
        covered = [n for part in within for n in part if not text[n].isspace()]
        assert sorted(set(covered)) == [n for n in range(*line["span"]) if not text[n].isspace()]
        assert len(covered) == len(set(covered))


def test_as_data_the_carrier_stands_beside_the_lines(page: Path) -> None:
    data = json.loads(show("explain", page, "--json"))
    assert list(data) == ["source", "encoding", "carrier", "told", "lines"]
    assert data["carrier"]["names"] == []
    assert {"sort": "heading", "what": "3", "kind": "", "times": 2, "start": 4, "line": 1} in data["carrier"]["signs"]
    assert data["lines"][2]["markup"] == [data["lines"][2]["span"]]


def test_many_sorts_of_lines_are_cut_short() -> None:
    issue = split("".join(f"<t{n}>标题第{n}号</t{n}>\n" for n in range(3)) + CARRIERS["portal"].sample)
    sign = issue.carrier.signs[0]
    many = issue._replace(carrier=issue.carrier._replace(signs=(sign,) * (SHOWN + 2)))
    rows = [row.plain for row in told_carrier(many, 80)]
    assert len(rows) == SHOWN + 3
    assert rows[-2] == "      and 2 more sorts of lines"


def test_all_signs_are_said_in_words() -> None:
    found = [sign for carrier in packaged_carriers() for sign in split(carrier.sample).carrier.signs]
    assert {sign.sort for sign in found} == set(SORTS)
    assert set(SETTINGS) <= set(SIGN_WORDS)
    assert {sign.what for sign in found if sign.sort == "field"} <= set(FIELD_WORDS)
    assert {sign.kind for sign in found if sign.sort == "described"} <= set(LINE_WORDS)
    assert all(in_words(sign) for sign in found)


# --- the report


def test_the_report_shows_markup_in_its_own_way(page: Path) -> None:
    said = show("report", page, "-o", "-")
    assert '<span class="markup">###</span>' in said
    assert '<span class="markup">markup</span>' in said
    assert '<span class="markup">工具所加</span>' in show("report", page, "-o", "-", **CHINESE)
    assert os.linesep in said
