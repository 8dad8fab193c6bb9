"""What Python programs call, and the page that tells of it."""

from __future__ import annotations

import datetime
import doctest
import json
import pickle
import re
import sys
import warnings
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

import newssplit
from newssplit import DecodingError, InputError, MissingExtra, api
from newssplit.model import Article, Issue
from newssplit.output.schema import article_schema
from newssplit.show.notebook import LISTED

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "examples" / "page.txt"
TEXT = PAGE.read_text("utf-8")
DOCS = (ROOT / "docs" / "api.md").read_text("utf-8")
HOSTILE = "今日槐川\n<b>老桥</b>&通车\n　　本报讯（记者 李明）昨天，<script>alert(1)</script>\x1b[31m老桥通车。\n"


# --- read


def test_a_file_is_read_with_what_should_be_known_of_it() -> None:
    issue = newssplit.read(PAGE)
    assert (issue.text, issue.source, issue.encoding, issue.warnings) == (TEXT, str(PAGE), "utf-8", ())
    assert issue.articles == newssplit.split(TEXT).articles
    assert newssplit.read(str(PAGE)) == issue


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_are_read_in_the_encoding_that_they_are_in(encoding: str, kind: type) -> None:
    issue = newssplit.read(kind(TEXT.encode(encoding)), name="江城晚报")
    assert (issue.text, issue.source) == (TEXT, "江城晚报")
    assert issue.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)


def test_an_encoding_can_be_named_and_damage_be_passed_over() -> None:
    assert newssplit.read(TEXT.encode("big5", "replace"), encoding="big5").encoding == "cp950"
    damaged = TEXT.encode("utf-8") + b"\xff\n"
    with pytest.raises(DecodingError, match="FF 0A is not valid utf-8"):
        newssplit.read(damaged)
    issue = newssplit.read(damaged, errors="replace")
    assert issue.text.endswith("\ufffd\n")
    assert issue.warnings == ("U+FFFD stands 1 times for bytes that are not valid utf-8",)


def test_what_is_empty_is_said_to_be() -> None:
    assert newssplit.read(b" \n").warnings == ("is empty: no articles",)


@pytest.mark.parametrize(
    ("source", "options", "error", "said"),
    [
        ("missing.txt", {}, InputError, "missing.txt: there is no such file; check the path"),
        (ROOT / "docs", {}, InputError, "docs: is a folder; name its files: "),
        (b"\x00\x01\x02" * 9, {}, DecodingError, "is binary data, not text"),
        (b"a", {"encoding": "klingon"}, DecodingError, "there is no encoding klingon; try utf-8, gb18030"),
        (b"a", {"encoding": "hex"}, DecodingError, "there is no encoding hex"),
        (b"a", {"errors": "ignore"}, ValueError, "errors is 'ignore', which is neither 'strict' nor 'replace'"),
        (TEXT, {}, ValueError, r"read() takes a path or bytes; newssplit.split(text) takes text"),
        (7, {}, TypeError, "read() takes a path or bytes, not int"),
    ],
    ids=["missing", "folder", "binary", "no encoding", "no text encoding", "errors", "text", "number"],
)
def test_what_cannot_be_read_is_told_in_one_line(
    source: str, options: dict[str, str], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=re.escape(said)) as caught:
        newssplit.read(source, **options)
    assert "\n" not in str(caught.value)


# --- split


@pytest.mark.parametrize("name", ["page.txt", "/data/江城/1998-01-05.TXT", r"C:\报纸\page.md", "a b.html", "x.txt.gz"])
def test_split_does_not_take_a_file_for_a_text(name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f"newssplit.read({name!r})")):
        newssplit.split(name)
    with pytest.raises(TypeError, match=r"not \w+Path: newssplit\.read"):
        newssplit.split(Path(name))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "开门红", "page.txt\n", "见 www.example.com", "全文：\npage.txt", "他说。txt"])
def test_split_takes_any_text(text: str) -> None:
    assert newssplit.split(text).text == text


@pytest.mark.parametrize("wrong", [b"\xe5", bytearray(b"a"), None, 7, ["a"]], ids=repr)
def test_split_names_read_for_what_is_no_text(wrong: object) -> None:
    with pytest.raises(TypeError, match=r"split\(\) takes the text of an issue, not .*newssplit\.read\(\) takes"):
        newssplit.split(wrong)  # type: ignore[arg-type]


def test_the_example_in_the_docstring_holds() -> None:
    assert doctest.testmod(api).failed == 0


# --- what an issue can do


def test_reprs_are_short_however_long_the_text() -> None:
    issue = newssplit.read((TEXT * 50).encode())
    everything = (issue, issue.readings, *issue.articles)
    assert all("\n" not in repr(one) and len(repr(one)) < 120 for one in everything)
    assert repr(newssplit.split("")) == "<Issue: 0 articles, 0 characters>"
    assert repr(newssplit.split("新桥通车\n本报讯 新桥昨天通车。\n")) == "<Issue: 1 article, 17 characters>"
    photo = newssplit.read(PAGE).articles[1]
    assert repr(photo).startswith("<Article 2: (photo without a headline), 13 characters, confidence ")


def test_an_issue_comes_through_pickle() -> None:
    issue = newssplit.read(PAGE)
    back = pickle.loads(pickle.dumps(issue))
    assert back == issue
    assert (back.language, back.articles[0].text) == ("zh-Hans", issue.articles[0].text)


def test_records_are_those_of_the_json_format() -> None:
    issue = newssplit.read(PAGE, name="examples/page.txt")
    assert issue.to_records() == json.loads(PAGE.with_suffix(".json").read_text("utf-8"))
    assert newssplit.split(TEXT).to_records()[0]["source"] == ""


def test_pandas_has_a_row_for_each_article() -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = newssplit.read(PAGE).to_pandas()
    assert list(frame.columns) == article_schema()["required"]
    assert list(frame["order"]) == [1, 2, 3, 4]
    assert set(frame["date"]) == {pandas.Timestamp(2016, 11, 9)}
    assert [p["name"] for p in frame.explode("byline")["byline"].dropna()] == ["于洋", "李明", "赵航", "王丽"]
    empty = newssplit.split("").to_pandas()
    assert (len(empty), list(empty.columns)) == (0, list(frame.columns))
    assert len(pandas.concat([frame, empty])) == 4


def test_polars_has_the_columns_of_parquet(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed: pip install 'newssplit[tools]'")
    issue = newssplit.read(PAGE)
    frame = issue.to_polars()
    assert frame["date"].to_list() == [datetime.date(2016, 11, 9)] * 4
    people = frame.explode("byline").drop_nulls("byline").unnest("byline")
    assert people["name"].to_list() == ["于洋", "李明", "赵航", "王丽"]
    issue.write(tmp_path / "page.parquet")
    written = polars.read_parquet(tmp_path / "page.parquet")
    assert frame.drop("date").equals(written.select(frame.drop("date").columns))
    assert newssplit.split("").to_polars().schema == frame.schema


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_missing_package_is_told_with_the_command(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    said = rf"to_{package}\(\) needs the package {package}; pip install 'newssplit\[{package}\]'"
    with pytest.raises(MissingExtra, match=said):
        getattr(newssplit.read(PAGE), f"to_{package}")()


def test_an_issue_is_written_in_the_format_of_the_name(tmp_path: Path) -> None:
    issue = newssplit.read(PAGE)
    issue.write(tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == issue.to_records()
    with pytest.raises(newssplit.OutputError, match="no format has this extension"):
        issue.write(str(tmp_path / "a.docx"))


# --- notebooks


def test_a_notebook_shows_the_contents() -> None:
    issue = newssplit.read(PAGE)
    page = fromstring(issue._repr_html_())
    rows = [["".join(cell.itertext()) for cell in row] for row in page.iter("tr")]
    assert rows[0] == ["no", "page", "kind", "headline", "people", "chars", "sure"]
    assert rows[1][:6] == ["1", "3", "article", "修鞋摊搬哪儿？街道腾出一元门面", "于洋、李明", "80"]
    assert len(rows) == 5
    assert page.get("lang") == "zh-Hans"
    assert "江城晚报 2016-11-09" in "".join(page.itertext())


def test_a_notebook_shows_an_article() -> None:
    first = fromstring(newssplit.read(PAGE).articles[0]._repr_html_())
    assert (first.get("lang"), first.findtext("h3")) == ("zh-Hans", "修鞋摊搬哪儿？街道腾出一元门面")
    shown = "".join(first.itertext())
    assert all(text in shown for text in ("跨江老桥昨天开拆", "通讯员 李明", "先签三年。", "continues on page 5"))


def test_a_notebook_is_not_run_by_what_a_paper_prints() -> None:
    issue = newssplit.split(HOSTILE)
    for shown in (issue._repr_html_(), *(article._repr_html_() for article in issue.articles)):
        assert "<script" not in shown
        assert "\x1b" not in shown
        fromstring(shown)


def test_a_notebook_is_not_flooded() -> None:
    one = newssplit.read(PAGE).articles[0]
    page = fromstring(newssplit.split("")._replace(articles=(one,) * (LISTED + 7))._repr_html_())
    assert len(list(page.iter("tr"))) == 1 + LISTED
    assert "and 7 more" in "".join(page.itertext())


# --- docs/api.md


def test_python_gives_what_the_page_shows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandas changes what it says of empty columns from release to release
        failed, tried = doctest.testfile(str(ROOT / "docs" / "api.md"), module_relative=False, encoding="utf-8")
    assert (failed, tried > 20) == (0, True)
    assert (tmp_path / "articles.xlsx").read_bytes().startswith(b"PK")


def test_each_field_is_an_attribute_of_its_name_or_told_beside_it() -> None:
    issue = newssplit.read(PAGE)
    table = dict(re.findall(r"^\| `(\w+)` \| `([^`]+)`", DOCS.partition("with these exceptions")[2], re.MULTILINE))
    for article, record in zip(issue.articles, issue.to_records(), strict=True):
        for field in article_schema()["required"]:
            if field in ("dateline", "dateline_parts") and article.dateline is None:
                assert record[field] is None
            elif field == "dateline_parts":
                assert record[field]["agency"] == eval(table[field])
            else:
                found = eval(table[field]) if field in table else getattr(article, field)
                assert plain(found) == record[field], field


def plain(value: object) -> object:
    """An attribute as JSON has it."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list | tuple) and not hasattr(value, "role"):
        if hasattr(value, "action"):
            return [value.action, value.rule, *value.span]
        return [plain(one) for one in value]
    if hasattr(value, "title"):
        return value if isinstance(value, str) else {"name": value.name, "role": value.role, "title": value.title}
    if hasattr(value, "role"):
        return list(value)
    return round(value, 4) if isinstance(value, float) else value


def test_every_public_attribute_is_told() -> None:
    for kind in (Article, Issue):
        for name in vars(kind):
            if not name.startswith("_") and name not in ("count", "index", *article_schema()["properties"]):
                assert f"{name}" in DOCS, name
