"""The formats for reading, for Excel and the schema: what they say, and what hostile text does to them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from newssplit import split
from newssplit.errors import OutputError
from newssplit.output.formats import FORMATS
from newssplit.output.markdown import escaped
from newssplit.output.record import Record, record_of
from newssplit.output.schema import article_schema
from newssplit.output.wording import readable
from tests.test_output import RECORDS, written

FULL, BARE = RECORDS
EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
MARKUP = st.text(st.sampled_from("\\`*_[]<>&~|$#+-=.)(!1 　。新\n\t"), max_size=30)


# --- csv and tsv for Excel


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_excel_gets_a_mark_and_no_formula(name: str) -> None:
    formulas = ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"]
    hostile = {**FULL, "headline": formulas[0], "kicker": formulas[1], "subheadline": formulas[2]}
    hostile |= {"section": formulas[3], "dateline": formulas[4], "newspaper": formulas[5], "page": formulas[6]}
    stream = io.StringIO(newline="")
    FORMATS[name].for_excel().write([hostile], stream)
    text = stream.getvalue()
    assert text[0] == "\ufeff"
    delimiter = "," if name == "csv" else "\t"
    (row,) = csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=delimiter, strict=True)
    assert [row[c] for c in ("headline", "kicker", "subheadline", "section", "dateline", "newspaper", "page")] == [
        "'" + formula for formula in formulas
    ]
    assert row["paragraphs"].startswith("'=新桥")
    assert row["kind"] == "article"


def test_plain_csv_and_tsv_leave_the_text_as_it_is() -> None:
    assert written("csv", RECORDS).startswith("id,source,")
    rows = list(csv.DictReader(io.StringIO(written("tsv", RECORDS), newline=""), delimiter="\t", strict=True))
    assert rows[0]["paragraphs"] == "\n".join(FULL["paragraphs"])
    assert [row["headline"] for row in rows] == [FULL["headline"], ""]


def test_excel_is_refused_for_other_formats() -> None:
    with pytest.raises(OutputError, match="--excel is for csv, tsv, not for json"):
        FORMATS["json"].for_excel()


# --- md


def test_markdown_is_a_readable_issue() -> None:
    next_page = {**BARE, "source": FULL["source"], "newspaper": "槐江日报", "date": "2016-11-09", "page": "A7"}
    assert written("md", [FULL, next_page]) == (
        "# 槐江日报 2016-11-09\n\n"
        "## 第A6版 要闻\n\n"
        "*老城新貌*\n\n"
        '### 桥"通"了, 真的\n\n'
        "**——两岸相距三分钟**\n\n"
        "【政务动态】 · 本报太原5月22日讯 · 首席记者 张娅 · 牛君 · 摄影 罗勇\n\n"
        "\\=新桥昨日通车。\n\n"
        "#### 三年三座桥\n\n"
        "他们走过桥，又走回来。\n"
        "\n"
        "## 第A7版\n\n"
        "### （图片）\n\n"
        "花开了。\n"
    )


def test_markdown_keeps_the_wide_space_of_a_headline() -> None:
    assert "### 县长来　局长到\n" in written("md", [{**FULL, "headline": "县长来　局长到"}])


@given(LINES | MARKUP)
def test_markdown_shows_the_papers_text_and_nothing_else(text: str) -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).parse(escaped(text))
    kinds = {token.type for token in shown} - {"paragraph_open", "inline", "paragraph_close"}
    children = [child for token in shown for child in token.children or []]
    assert not kinds
    assert {child.type for child in children} <= {"text", "hardbreak", "text_special"}
    seen = "".join("\n" if child.type == "hardbreak" else child.content for child in children)
    assert seen.split() == readable(text).split()


# --- txt


def test_text_is_a_readable_issue() -> None:
    assert written("txt", RECORDS) == (
        f"槐江日报 2016-11-09\n{'=' * 40}\n\n"
        f"第A6版 要闻\n{'-' * 40}\n\n"
        "【政务动态】\n"
        "老城新貌\n"
        '桥"通"了, 真的\n'
        "——两岸相距三分钟\n"
        "本报太原5月22日讯  首席记者 张娅  牛君  摄影 罗勇\n\n"
        "　　=新桥昨日通车。\n\n"
        "三年三座桥\n\n"
        "　　他们走过桥，又走回来。\n"
        "\n* * *\n\n"
        f"stdin\n{'=' * 40}\n\n"
        "（图片）\n\n"
        "　　花开了。\n"
    )


@pytest.mark.parametrize("name", ["md", "txt"])
def test_reading_formats_command_no_terminal(name: str) -> None:
    hostile = {**FULL, "headline": "红\x1b[31m字\x9b2J", "paragraphs": ["响\x07铃", "空\0白"], "crossheads": []}
    text = written(name, [hostile])
    assert not set(text) & set("\x1b\x9b\x07\0")
    assert "响铃" in text


@pytest.mark.parametrize("name", ["md", "txt"])
def test_reading_formats_write_articles_as_they_come(name: str) -> None:
    stream = io.StringIO()

    def coming() -> Any:
        yield FULL
        assert "又走回来" in stream.getvalue()
        yield BARE

    FORMATS[name].write(coming(), stream)
    assert "花开了" in stream.getvalue()


@pytest.mark.parametrize("name", ["md", "txt"])
def test_nothing_to_read_is_nothing(name: str) -> None:
    assert written(name, []) == ""


# --- the schema


def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(article_schema())
    return Draft202012Validator(article_schema())


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.stem for path in EXAMPLES])
def test_examples_are_as_the_schema_says(path: Path) -> None:
    articles = split(path.read_text("utf-8")).articles
    assert articles
    for article in articles:
        validator().validate(json.loads(json.dumps(record_of(article, str(path), "utf-8"))))


def test_schema_names_every_field_in_order() -> None:
    assert list(article_schema()["properties"]) == [*FULL, "story", "low_confidence", "sources", "joined"]
    assert article_schema()["required"] == list(FULL)
    validator().validate({**FULL, "story": "5f0c"})
    for record in RECORDS:
        validator().validate(record)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "essay"},
        {"byline": [{"name": "张娅", "role": "cook", "title": None}]},
        {"byline": [{"name": "张娅", "role": None}]},
        {"span": [1]},
        {"lines": [0, 1]},
        {"confidence": 1.2},
        {"parts": [["headline", 1]]},
        {"changes": [["burned", "rule", 1, 2]]},
        {"headline": 3},
        {"surprise": 1},
    ],
    ids=str,
)
def test_schema_refuses_what_no_article_is(change: Record) -> None:
    assert not validator().is_valid({**FULL, **change})


def test_schema_command_prints_it() -> None:
    done = subprocess.run([sys.executable, "-m", "newssplit", "schema"], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == article_schema()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_schema_command_says_that_the_disk_is_full() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-m", "newssplit", "schema"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
