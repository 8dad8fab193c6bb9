"""Records and their formats, on articles made by hand, so that no rule has a part in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newssplit import Article, Dateline, Paragraph, Part, Person, Span
from newssplit.errors import OutputError
from newssplit.model import Change, ConfidenceParts, Page
from newssplit.output.atomic import replacing
from newssplit.output.csv_format import COLUMNS
from newssplit.output.formats import FORMATS, format_of
from newssplit.output.record import Record, record_of

FULL = Article(
    id="0123456789abcdef",
    order=3,
    kind="article",
    page=Page("槐江日报", "2016-11-09", "A6", "要闻", ("闻人笔", "罗砚")),
    section="政务动态",
    kicker="老城新貌",
    headline='桥"通"了, 真的',
    subheadline="——两岸相距三分钟",
    dateline=Dateline("本报太原5月22日讯", "本报", "太原", "5月22日", Span(30, 40)),
    byline=(
        Person("张娅", "reporter", "首席记者", Span(41, 44)),
        Person("牛君", None, None, Span(45, 47)),
        Person("罗勇", "photographer", None, Span(48, 50)),
    ),
    paragraphs=(
        Paragraph("=新桥昨日通车。", (Span(50, 58),)),
        Paragraph("三年三座桥", (Span(59, 64),), crosshead=True),
        Paragraph("他们走过桥，又走回来。", (Span(65, 71), Span(90, 95))),
    ),
    parts=(Part("headline", 10, 20), Part("text", 50, 95)),
    lines=(2, 9),
    confidence=0.98765,
    confidence_parts=ConfidenceParts(0.999, 0.995, 0.99, 0.9981),
    changes=(Change("joined", "cut_paragraph", Span(71, 90)),),
    continues_on="2",
    duplicate_of="fedcba9876543210",
)
BARE = Article(
    *("a" * 16, 1, "photo", Page()),
    *(None, None, None, None, None, ()),
    paragraphs=(Paragraph("花开了。", (Span(0, 4),)),),
    parts=(Part("text", 0, 4),),
    lines=(1, 1),
    confidence=1.0,
    confidence_parts=ConfidenceParts(1.0, 1.0, 1.0, 1.0),
)
RECORDS = [record_of(FULL, "a/b.txt", "gb18030", "zh-Hans"), record_of(BARE, "-", None)]


def written(name: str, records: list[Record]) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name].write(iter(records), stream)
    return stream.getvalue()


def test_record_holds_everything_the_article_does() -> None:
    assert RECORDS[0] == {
        "id": "0123456789abcdef",
        "source": "a/b.txt",
        "order": 3,
        "kind": "article",
        "newspaper": "槐江日报",
        "date": "2016-11-09",
        "page": "A6",
        "section": "政务动态",
        "kicker": "老城新貌",
        "headline": '桥"通"了, 真的',
        "subheadline": "——两岸相距三分钟",
        "dateline": "本报太原5月22日讯",
        "byline": [
            {"name": "张娅", "role": "reporter", "title": "首席记者"},
            {"name": "牛君", "role": None, "title": None},
            {"name": "罗勇", "role": "photographer", "title": None},
        ],
        "paragraphs": ["=新桥昨日通车。", "三年三座桥", "他们走过桥，又走回来。"],
        "span": [10, 95],
        "lines": [2, 9],
        "chars": 24,
        "confidence": 0.9877,
        "confidence_parts": {"bounds": 0.999, "head": 0.995, "byline": 0.99, "body": 0.9981},
        "dateline_parts": {"agency": "本报", "place": "太原", "date": "5月22日"},
        "crossheads": [1],
        "page_name": "要闻",
        "editors": ["闻人笔", "罗砚"],
        "continues_on": "2",
        "continued_from": None,
        "duplicate_of": "fedcba9876543210",
        "language": "zh-Hans",
        "encoding": "gb18030",
        "parts": [["headline", 10, 20], ["text", 50, 95]],
        "changes": [["joined", "cut_paragraph", 71, 90]],
    }
    assert set(Article._fields) - {"page"} <= set(RECORDS[0])


@pytest.mark.parametrize("records", [[], RECORDS[:1], RECORDS], ids=["none", "one", "two"])
@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_formats_give_the_records_back(name: str, records: list[Record]) -> None:
    text = written(name, records)
    back = json.loads(text) if name == "json" else list(map(json.loads, text.splitlines()))
    assert back == records
    assert "\\u" not in text
    assert text.endswith("\n") or not records


def test_json_is_laid_out_a_field_and_a_paragraph_a_line() -> None:
    lines = written("json", RECORDS).split("\n")
    assert '  "headline": "桥\\"通\\"了, 真的",' in lines
    assert '   "=新桥昨日通车。",' in lines
    assert '  "span": [10, 95],' in lines
    assert written("json", []) == "[]\n"


def test_json_lines_stay_lines_whatever_is_in_the_text() -> None:
    odd = {**RECORDS[1], "headline": "一\n二\r三\u2028四\x85五"}
    text = written("jsonl", [odd, odd])
    assert [json.loads(line) for line in text.rstrip("\n").split("\n")] == [odd, odd]


def test_jsonl_does_not_wait_for_the_next_record() -> None:
    class Watched(io.StringIO):
        flushed = ""

        def flush(self) -> None:
            self.flushed = self.getvalue()

    stream = Watched()

    def coming() -> Iterator[Record]:
        yield RECORDS[0]
        assert json.loads(stream.flushed) == RECORDS[0]
        yield RECORDS[1]

    FORMATS["jsonl"].write(coming(), stream)
    assert stream.flushed.count("\n") == 2


def test_csv_is_flattened_as_documented() -> None:
    text = written("csv", RECORDS)
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    full, bare = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    assert full["headline"] == '桥"通"了, 真的'
    assert full["byline"] == "张娅（reporter）；牛君；罗勇（photographer）"
    assert full["byline_titles"] == "首席记者；；"
    assert full["paragraphs"] == "=新桥昨日通车。\n三年三座桥\n他们走过桥，又走回来。"
    assert (full["start"], full["end"], full["first_line"], full["last_line"]) == ("10", "95", "2", "9")
    assert (full["crossheads"], full["editors"], full["page_name"]) == ("1", "闻人笔；罗砚", "要闻")
    assert (bare["headline"], bare["byline"], bare["byline_titles"], bare["date"]) == ("", "", "", "")


def test_csv_of_nothing_is_its_header() -> None:
    assert written("csv", []) == ",".join(COLUMNS) + "\r\n"


def test_every_format_is_found_by_each_of_its_extensions() -> None:
    claimed = [(extension, form) for form in FORMATS.values() for extension in form.extensions]
    assert len({extension for extension, _ in claimed}) == len(claimed)
    for extension, form in claimed:
        assert format_of(f"a.b/c{extension}") is form
        assert format_of(f"C{extension.upper()}") is form
    with pytest.raises(OutputError, match="--format json"):
        format_of("json")


def test_a_failing_block_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")

    def fail() -> None:
        with replacing(str(target)) as new:
            new.write("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
