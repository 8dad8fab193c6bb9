"""ninjs, JSON-LD and TEI: valid by the standards' own files (tests/schemas), whole, and not to be broken by what stands
in a newspaper."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree

from newssplit import split
from newssplit.output.formats import FORMATS
from newssplit.output.record import Record, records_of
from newssplit.output.wording import readable
from tests.schema_org import mistakes
from tests.test_output import RECORDS, written

FULL, BARE = RECORDS
SCHEMAS = Path(__file__).parent / "schemas"
EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.txt"))
REAL = [one for path in EXAMPLES for one in records_of(split(path.read_text("utf-8"))._replace(source=path.name))]
HOSTILE = {
    **FULL,
    "source": "../\x01CON<>.txt",
    "newspaper": '<报>&"',
    "date": "2016-13-40",
    "page": '"><script>',
    "headline": "<b>&amp;\x00\x1b[31m]]>" + "长" * 300,
    "dateline": "太原<&\n本报",
    "byline": [{"name": "</persName>", "role": "reporter", "title": "&记者"}],
    "paragraphs": ["<script>alert(1)</script>\n&copy;", "\x0b\x1f\ufffe\uffff", "]]>"],
}
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=30)


CAMEL = {"representationType", "contentCreated", "infoSources", "altIds", "contentType", "charCount"}
"""The names that ninjs 3.0 writes so; in 2.0 they have no capitals."""


@cache
def ninjs_2() -> Draft4Validator:
    schema = json.loads((SCHEMAS / "ninjs" / "ninjs-2.0.json").read_text("utf-8"))
    del schema["properties"]["infosources"]["items"]["properties"]["role"]["format"]  # in 3.0 any word
    return Draft4Validator(schema, format_checker=FormatChecker())


def as_ninjs_2(value: Any) -> Any:
    """An item of ninjs 3.0 with its properties named as in 2.0."""
    if isinstance(value, list):
        return [as_ninjs_2(one) for one in value]
    if not isinstance(value, dict):
        return value
    assert all(name in CAMEL or name.islower() for name in value)
    return {name.lower(): as_ninjs_2(one) for name, one in value.items()}


@cache
def tei_all() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "tei" / "tei_all.rng"))


def alone(name: str, record: Record) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name].write_single(record, stream)
    return stream.getvalue()


def tei(text: str) -> etree._Element:
    document = etree.fromstring(text.encode("utf-8"))
    tei_all().assertValid(document)
    return document


def strings(document: etree._Element, path: str) -> list[str]:
    found = document.xpath(path, namespaces=TEI)
    return [one if isinstance(one, str) else one.xpath("string()") for one in found]


def test_the_standards_refuse_what_is_not_theirs() -> None:
    """Else a test that all is valid would say nothing."""
    article = json.loads(alone("jsonld", FULL))
    for wrong in ({"headlin": "x"}, {"@type": "Newsarticle"}, {"jobTitle": "x"}, {"isPartOf": {"@type": "Person"}}):
        assert mistakes({**article, **wrong})
    item = as_ninjs_2(json.loads(alone("ninjs", FULL)))
    for wrong in ({"uri": "no uri"}, {"type": "article"}, {"headline": "x"}, {"contentcreated": "2016-11-09"}):
        assert not ninjs_2().is_valid({**item, **wrong})
    for right, wrong in (("<byline>", "<byline when='x'>"), ('cert="0.98', 'cert="very '), ("<body>", "<body><b/>")):
        assert not tei_all().validate(etree.fromstring(alone("tei", FULL).replace(right, wrong).encode()))


# --- ninjs


@pytest.mark.parametrize("records", [[], RECORDS, [HOSTILE], REAL], ids=["none", "by hand", "hostile", "examples"])
def test_ninjs_is_an_array_of_valid_items(records: list[Record]) -> None:
    items = json.loads(written("ninjs", records))
    assert len(items) == len(records)
    for item in items:
        ninjs_2().validate(as_ninjs_2(item))
        assert item["standard"]["version"] == "3.0"


def test_ninjs_holds_what_the_article_says() -> None:
    item = json.loads(alone("ninjs", FULL))
    assert item["headlines"] == [
        {"role": "kicker", "value": "老城新貌"},
        {"role": "main", "value": '桥"通"了, 真的'},
        {"role": "sub", "value": "——两岸相距三分钟"},
    ]
    assert item["by"] == "首席记者 张娅 牛君 摄影 罗勇"
    assert item["infoSources"] == [
        {"name": "张娅", "role": "reporter"},
        {"name": "牛君"},
        {"name": "罗勇", "role": "photographer"},
        {"name": "槐江日报", "role": "publisher"},
        {"name": "槐江日报", "role": "originator"},
    ]
    assert (item["located"], item["contentCreated"]) == ("太原", "2016-11-09T00:00:00+08:00")
    assert item["representationType"] == "partial"
    assert [body["value"] for body in item["bodies"]] == [
        "=新桥昨日通车。\n三年三座桥\n他们走过桥，又走回来。",
        '<body lang="zh-Hans"><p>=新桥昨日通车。</p><h2>三年三座桥</h2><p>他们走过桥，又走回来。</p></body>',
    ]
    assert item["altIds"] == [{"role": "source", "value": "a/b.txt#3"}, {"role": "page", "value": "A6"}]
    assert json.loads(alone("ninjs", BARE))["type"] == "picture"


def test_ninjs_html_holds_markup_as_text() -> None:
    html = json.loads(alone("ninjs", HOSTILE))["bodies"][1]["value"]
    body = etree.fromstring(html)
    assert {element.tag for element in body.iter()} == {"body", "p", "h2", "br"}
    assert "<script>alert(1)</script>" in body.xpath("string()")


# --- JSON-LD


@pytest.mark.parametrize("records", [[], RECORDS, [HOSTILE], REAL], ids=["none", "by hand", "hostile", "examples"])
def test_jsonld_is_a_graph_of_valid_articles(records: list[Record]) -> None:
    document = json.loads(written("jsonld", records))
    assert set(document) == {"@context", "@graph"}
    assert len(document["@graph"]) == len(records)
    assert all(article["@type"] == "NewsArticle" for article in document["@graph"])
    assert mistakes(document) == []


def test_jsonld_holds_what_the_article_says() -> None:
    article = json.loads(alone("jsonld", FULL))
    assert article["@context"] == "https://schema.org"
    assert article["headline"] == FULL["headline"]
    assert article["alternativeHeadline"] == ["老城新貌", "——两岸相距三分钟"]
    assert (article["articleSection"], article["printPage"], article["printSection"]) == ("政务动态", "A6", "要闻")
    assert article["author"] == [
        {"@type": "Person", "name": "张娅", "jobTitle": "首席记者"},
        {"@type": "Person", "name": "牛君"},
    ]
    photographer = {"@type": "Person", "name": "罗勇"}
    assert article["contributor"] == [{"@type": "Role", "roleName": "photographer", "contributor": photographer}]
    assert article["isPartOf"] == {
        "@type": "PublicationIssue",
        "datePublished": "2016-11-09",
        "isPartOf": {"@type": "Newspaper", "name": "槐江日报"},
    }
    assert article["articleBody"].split("\n") == FULL["paragraphs"]


def test_an_agency_is_named_and_the_paper_itself_by_its_name() -> None:
    sent = {**FULL, "dateline_parts": {"agency": "新华社", "place": None, "date": None}}
    assert json.loads(alone("ninjs", sent))["infoSources"][-1] == {"name": "新华社", "role": "originator"}
    assert json.loads(alone("jsonld", sent))["sourceOrganization"]["name"] == "新华社"
    assert json.loads(alone("jsonld", FULL))["sourceOrganization"]["name"] == "槐江日报"
    assert "sourceOrganization" not in json.loads(alone("jsonld", {**FULL, "newspaper": None}))


def test_jsonld_leaves_out_a_date_that_is_none() -> None:
    assert "datePublished" not in json.loads(alone("jsonld", HOSTILE))


# --- TEI


@pytest.mark.parametrize("records", [[], RECORDS, [HOSTILE], REAL], ids=["none", "by hand", "hostile", "examples"])
def test_tei_is_a_valid_corpus(records: list[Record]) -> None:
    corpus = tei(written("tei", records))
    assert corpus.tag == f"{{{TEI['t']}}}teiCorpus"
    assert strings(corpus, "//t:div[@type='article']/@n") == [str(record["order"]) for record in records]


def test_tei_holds_what_the_article_says() -> None:
    document = tei(alone("tei", FULL))
    assert document.tag == f"{{{TEI['t']}}}TEI"
    for kind, field in (("section", "section"), ("kicker", "kicker"), ("main", "headline"), ("sub", "subheadline")):
        assert strings(document, f"//t:head[@type='{kind}']") == [FULL[field]]
    assert strings(document, "//t:dateline") == ["本报太原5月22日讯"]
    assert strings(document, "//t:dateline/*") == ["本报", "太原", "5月22日"]
    assert strings(document, "//t:byline/t:persName/t:name") == ["张娅", "牛君", "罗勇"]
    assert strings(document, "//t:byline/t:persName[1]/t:roleName") == ["首席记者"]
    assert strings(document, "//t:byline/t:persName/@role") == ["reporter", "photographer"]
    assert strings(document, "//t:p[ancestor::t:body]") == ["=新桥昨日通车。", "他们走过桥，又走回来。"]
    assert strings(document, "//t:div[@type='part']/t:head") == ["三年三座桥"]
    assert strings(document, "//t:sourceDesc//t:date/@when") == ["2016-11-09"]
    assert strings(document, "//t:pb/@n") == ["A6"]
    assert strings(document, "//t:note[@type='continues_on']") == ["2"]


@pytest.mark.parametrize(("known", "said"), [("zh-Hant", "zh-Hant"), ("zh-Hans", "zh-Hans"), (None, "zh")])
def test_each_standard_says_in_which_script_the_issue_is(known: str | None, said: str) -> None:
    record = {**FULL, "language": known}
    item = json.loads(alone("ninjs", record))
    assert item["language"] == said
    assert etree.fromstring(item["bodies"][1]["value"]).get("lang") == said
    assert json.loads(alone("jsonld", record))["inLanguage"] == said
    assert strings(tei(alone("tei", record)), "/t:TEI/@xml:lang") == [said]
    corpus = tei(written("tei", [record, {**BARE, "language": "zh-Hant"}]))
    assert strings(corpus, "/t:teiCorpus/t:TEI/@xml:lang") == [said, "zh-Hant"]


def test_a_story_is_told() -> None:
    told = {**FULL, "story": "5f0c"}
    assert strings(tei(alone("tei", told)), "//t:note[@type='story']") == ["5f0c"]
    assert {"role": "story", "value": "5f0c"} in json.loads(alone("ninjs", told))["altIds"]


def test_tei_parts_issues_and_pages() -> None:
    second = {**FULL, "page": "A7"}
    corpus = tei(written("tei", [FULL, FULL, second, {**BARE, "source": "c.txt"}]))
    assert len(corpus.findall("t:TEI", TEI)) == 2
    assert strings(corpus, "//t:pb/@n") == ["A6", "A7"]
    ids = strings(corpus, "//@xml:id")
    assert ids == ["a0123456789abcdef", "a0123456789abcdef-2", "a0123456789abcdef-3", "a" + "a" * 16]


def test_tei_keeps_markup_as_text_and_drops_what_xml_forbids() -> None:
    document = tei(alone("tei", HOSTILE))
    assert strings(document, "//t:head[@type='main']") == ["<b>&amp;[31m]]>" + "长" * 300]
    assert strings(document, "//t:dateline/t:lb/preceding-sibling::node()")[-1].endswith("<&")
    assert strings(document, "//t:pb/@n") == ['"><script>']
    assert strings(document, "//t:sourceDesc//t:date") == ["2016-13-40"]


@given(ANY_TEXT, ANY_TEXT)
def test_tei_is_well_formed_whatever_the_text(headline: str, paragraph: str) -> None:
    record = {**FULL, "headline": headline or "题", "page": headline or None, "paragraphs": [paragraph]}
    document = tei(alone("tei", {**record, "crossheads": []}))
    assert strings(document, "//t:head[@type='main']") == [readable(headline or "题").replace("\n", "")]
    assert strings(document, "//t:body//t:p") == [readable(paragraph).replace("\n", "")]
