"""Carriers that are known by name: what their files say, which lines they describe, what their samples give."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from opencc import OpenCC

from newssplit import Article, split
from newssplit.lexicon import Carrier, Lexicon, default_lexicon
from newssplit.model import Issue
from newssplit.output.record import record_of
from newssplit.profile_carriers import carrier_problems
from newssplit.reading.carriers.described import LINES, NAMES, carrier_text, described_line, packaged_carriers
from newssplit.reading.carriers.fields import kind_of, normal

CARRIERS = {carrier.name: carrier for carrier in packaged_carriers()}
KINDS = default_lexicon().table["fields"]
WITHOUT = Lexicon(default_lexicon().table, ())
"""The vocabulary without any carrier."""
HEADLINES = ["钟楼的大钟又响了", "三号渡口添了夜班船", "旧书市搬到廊桥下"]
NAMED = ["沈砚秋", "柏青", "南星"]
TEXTS = [
    "停了十一年的钟楼大钟昨天中午敲了十二下。修钟的是七十岁的退休钳工路德成，没有收一分钱。"
    "路德成说，最难的是两个铜齿轮，照着旧的一齿一齿锉出来，锉坏了六个。",
    "从今晚起，三号渡口的末班船改到二十三点。船票仍是两元，推自行车的不加钱。值夜的船工有四人，两人一班。",
    "逢周日开市的旧书摊昨天搬到廊桥下，一百二十个摊位一次坐满，下雨也不用收摊。摊主们凑钱装了一排灯。",
]
SIMPLIFIED = OpenCC("t2s")
UNSIGNED = ("shenbao", "wisers")
"""In their samples the text does not say who wrote it."""
NEEDED = (
    "cnki",
    "nexis",
    "factiva",
    "proquest",
    "ris",
    "epaper",
    "files",
    "chat",
    "ptt",
    "udndata",
    "mail",
    "xbase",
)
"""Of their samples something is lost without the description, or the name of a file is taken for what the paper
printed; what becomes right without it leaves this list."""
NAMELESS = (
    "cnki-pdf", "rmrb", "portal", "html", "tei", "json", "table", "dump", "crawl", "markdown", "recogniser", "wiki",
    "messages", "corpus", "typeset",
)  # fmt: skip
"""Nothing but what their dumps show is known of them."""
SAID = {
    "cnki": [("沅城晚报", "2018-10-09", "2"), ("沅城晚报", "2018-10-09", "5")],
    "cnki-pdf": [("沅城晚报", "2018-10-09", page) for page in "256"],
    "cnki-estudy": [("沅城晚报", "2018-10-09", "2"), ("沅城晚报", "2018-10-09", "5")],
    "rmrb": [("沅城日报", "1957-10-18", "2"), ("沅城日报", "1957-10-19", "5"), ("沅城日报", "1957-10-20", "6")],
    "shenbao": [("申報", "1949-05-13", "2"), ("申報", "1949-05-14", "5"), ("申報", "1949-05-15", "6")],
    "factiva": [("沅城晚报", "2018-10-09", "2"), ("沅城晚报", "2018-10-09", "5")],
    "proquest": [("沅城日報", "2018-10-09", "A2"), ("沅城日報", "2018-10-09", "A5")],
    "ris": [("沅城晚报", "2018-10-09", "2"), ("沅城晚报", "2018-10-09", "5")],
    "epaper": [(None, "2018-10-09", "2"), (None, "2018-10-09", "5")],
    "portal": [("沅城晚报", "2018-10-09", None)] * 3,
    "tei": [("沅城晚报", "2018-10-09", "2"), ("沅城晚报", "2018-10-09", "5")],
    "feed": [(None, "2018-10-09", None)] * 3,
    "json": [(None, "2018-10-09", page) for page in "256"],
    "table": [(None, "2018-10-09", page) for page in "256"],
    "sql": [(None, "2018-10-09", "2"), (None, "2018-10-09", "5")],
    "dump": [(None, "2018-10-09", "2"), (None, "2018-10-09", "5")],
    "xbase": [("沅城晚报", "2018-10-09", "2"), ("沅城晚报", "2018-10-09", "5")],
    "crawl": [("沅城晚报", "2018-10-09", "2")] * 2,
    "corpus": [(None, "2018-10-09", "2"), (None, "2018-10-09", "5")],
    "org": [(None, "2018-10-09", "2")] * 2,
}
"""Newspaper, date and page of the articles in a sample, where its records say them all."""


def visible(text: str) -> str:
    return "".join(SIMPLIFIED.convert(text).split())


def texts(issue: Issue) -> list[str]:
    return ["".join(visible(p.text) for p in article.paragraphs) for article in issue.articles]


def test_every_file_is_in_the_list() -> None:
    folder = Path(__file__).parents[1] / "src" / "newssplit" / "data" / "carriers"
    assert sorted(NAMES) == sorted(path.stem for path in folder.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_says_what_it_is_and_holds_no_mistake(name: str) -> None:
    data = tomllib.loads(carrier_text(name))
    assert data["name"] == name
    assert data["title"]
    assert carrier_text(name).startswith("# ")
    described = {key: data[key] for key in (*LINES, "fields") if key in data}
    if described:  # discovery alone reads the others
        assert list(carrier_problems([data], KINDS, ())) == []


@pytest.mark.parametrize("name", NAMES)
def test_its_fields_are_named_once_and_as_the_vocabulary_has_them(name: str) -> None:
    names = [(normal(word), kind) for kind, words in CARRIERS[name].fields for word in words]
    assert len({word for word, _ in names}) == len(names)
    for word, kind in names:
        assert kind_of(word, WITHOUT) in ("", kind), word


@pytest.mark.parametrize("name", NAMES)
def test_its_sample_gives_the_articles_and_nothing_of_the_tool(name: str) -> None:
    issue = split(CARRIERS[name].sample)
    n = len(issue.articles)
    assert n in (2, 3)
    assert [visible(a.headline or "") for a in issue.articles] == HEADLINES[:n]
    assert texts(issue) == TEXTS[:n]
    assert {a.kind for a in issue.articles} == {"article"}
    if name not in UNSIGNED:
        assert [[visible(p.name) for p in a.byline] for a in issue.articles] == [[name] for name in NAMED[:n]]


@pytest.mark.parametrize("name", SAID)
def test_its_records_say_where_they_are_from(name: str) -> None:
    issue = split(CARRIERS[name].sample)
    assert [(a.page.newspaper, a.page.date, a.page.number) for a in issue.articles] == SAID[name]


@pytest.mark.parametrize(
    ("line", "carrier", "sort"),
    [
        ("2 of 31 DOCUMENTS", "nexis", "begins"),
        ("End of Document", "nexis", "ends"),
        ("LOAD-DATE: October 9, 2018", "nexis", "ends"),
        ("Document YCWB000020181009ea1a00001", "factiva", "ends"),
        ("第 3 个文件，共 40 个", "proquest", "begins"),
        ("第 3 個文件，共 40 個", "proquest", "begins"),
        ("文章編號: 201810090031045", "wisers", "ends"),
        ("==> news/20181009/01.txt <==", "files", "begins"),
        ("*************************** 12. row ***************************", "sql", "begins"),
        ("(3 rows)", "sql", "ends"),
    ],
)
def test_a_line_of_a_carrier_is_known_wherever_it_stands(line: str, carrier: str, sort: str) -> None:
    assert described_line(line, default_lexicon(), first=False, last=False) == (carrier, sort)


@pytest.mark.parametrize(
    "line",
    [
        "2 of 31 documents were lost",
        "End of Document 3",
        "文章編號: 待查",
        "document",
        "==> <= ",
        "第三个文件",
        "( rows)",
    ],
)
def test_a_line_that_only_looks_like_one_is_none(line: str) -> None:
    assert described_line(line, default_lexicon(), first=False, last=False) is None


def test_what_a_model_says_first_and_last_is_known_there_alone() -> None:
    said, default = "以下是这一版的文字：", default_lexicon()
    assert described_line(said, default, first=True, last=False) == ("chat", "first")
    assert described_line(said, default, first=False, last=True) is None


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NEEDED])
def test_discovery_alone_reads_what_needs_no_description(name: str) -> None:
    described, discovered = split(CARRIERS[name].sample), split(CARRIERS[name].sample, lexicon=WITHOUT)
    assert [printed(a) for a in discovered.articles] == [printed(a) for a in described.articles]


def printed(article: Article) -> dict[str, object]:
    """What an article has of the paper: how sure it is may differ with the lines around it."""
    return {key: value for key, value in record_of(article, "", None).items() if not key.startswith("confidence")}


@pytest.mark.parametrize("name", NEEDED)
def test_what_a_file_describes_is_used(name: str) -> None:
    described, discovered = split(CARRIERS[name].sample), split(CARRIERS[name].sample, lexicon=WITHOUT)
    assert discovered.articles != described.articles


# --- what is recognised


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NAMELESS])
def test_a_carrier_that_is_described_is_recognised_by_its_sample(name: str) -> None:
    assert split(CARRIERS[name].sample).carrier.names == (name,)


def signs(issue: Issue) -> set[tuple[str, str, str, int, str]]:
    """The signs of an issue, each with its first line."""
    rest = {sign: issue.text[sign.start :].split("\n")[0] for sign in issue.carrier.signs}
    return {(sign.sort, sign.what, sign.kind, sign.times, line) for sign, line in rest.items()}


def test_the_lines_that_show_a_carrier_are_counted() -> None:
    found = signs(split(CARRIERS["files"].sample))
    assert found == {("described", "files", "begins", 2, "==> 沅城晚报/20181009/02-1.txt <==")}
    found = signs(split(CARRIERS["portal"].sample))
    assert ("recurs", "首页 > 新闻 > 正文", "words", 3, "首页 > 新闻 > 正文") in found
    assert ("recurs", "我要评论(0)", "words", 3, "我要评论(1)") in found


def test_headings_are_counted_by_level_with_what_they_are() -> None:
    found = {(sign.what, sign.kind, sign.times) for sign in split(CARRIERS["markdown"].sample).carrier.signs}
    assert {("3", "headline", 2), ("1", "", 1), ("2", "", 1)} <= found


def test_a_plain_page_shows_no_carrier() -> None:
    issue = split((Path(__file__).parents[1] / "examples" / "page.txt").read_text("utf-8"))
    assert issue.carrier.names == issue.carrier.signs == issue.markup == ()


def test_every_hole_is_filled_by_what_it_stands_for() -> None:
    own = Carrier("own", begins=("a {n} b", "{date} c {n}", "p {page} d", "{*} e", "{n}", "f {*} g {n} {*} h"))
    lexicon = Lexicon(default_lexicon().table, (own,))
    hits = (
        *("a 12 b", "A 12 B", "2018-10-09 c 1", "二〇一八年十月九日 c 1", "2018 年 10 月 9 日 c 12", "20181009 c 3"),
        *("p A12 d", "anything at all e", " e e", "7", "f  g 1  h", "f g x g 12 y h z h"),
    )
    misses = ("a b", "a x b", "2018 c 1", "2018-10-09 c", "p ABC1 d", "e", "7x", "f g x h", "f g 1 h i")
    assert [line for line in hits if described_line(line, lexicon, first=False, last=False) is None] == []
    assert [line for line in misses if described_line(line, lexicon, first=False, last=False) is not None] == []


def test_holes_for_anything_take_no_time() -> None:
    own = Carrier("own", begins=("=" + "{*}=" * 40 + "!",))
    lexicon = Lexicon(default_lexicon().table, (own,))
    assert described_line("=" * 200, lexicon, first=False, last=False) is None
    assert described_line("=" * 200 + "!", lexicon, first=False, last=False) == ("own", "begins")
