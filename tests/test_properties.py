"""What holds for every dump, whatever is in it: nothing is lost, nothing is invented, nothing moves."""

from __future__ import annotations

import gc
import html
import re
from collections import Counter
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import newssplit
from newssplit import Article, Issue, Part
from tests.issue_format import golden_issues

AUTHORED = sorted((Path(__file__).parent / "authored").glob("*.txt"))
ISSUES = {issue.name: issue.text for issue in golden_issues(Path(__file__).parent / "golden")}
LINES = sorted({line for text in ISSUES.values() for line in text.split("\n")})
MARKS = ["本报讯", "（记者", "）", "【", "】", "（下转第二版）", "（上接第一版）", "第2版", "□", "——", "。", "摄"]
SPACES = ["　　", " ", "\t", "\r\n", "\r", "\f", "\x85", "\u2028"]

CARRIED = [
    "# ", "### ", "**", "*", "> ", "- ", "---", "***", "| a | b |", "![图](a.jpg)", "[上接](b.html)", "```", "=== ",
    "<p>", "</p>", "<br>", "<h1>", "</h1>", "<!--", "-->", "<!-- page 2 -->", "<doc>", "</doc>", "&nbsp;", "&ldquo;",
    "&#12288;", "\\n", "\\u3000", "【标题】", "【作者】", "标题：", "日期：", "正文：", "HD ", "TD", "12. ",
    '{"title": "', '", "content": "', '"}', "1 of 3 DOCUMENTS", "Page 2 of 9", "{2}----", "==> a.txt <==",
    "https://a.example/", "分享到：微信 微博", "2018-10-09 07:50",
]  # fmt: skip
"""What tools put around a paper."""
CODED_RE = re.compile(r"&(?:amp;)?(?:#\d+|#x[\da-f]+|\w+);?|\\(?:u[\da-f]{4}|xa0|r\\n|.)", re.IGNORECASE)
"""What may stand for another character."""

line = st.sampled_from(LINES)
cut_line = st.tuples(line, st.integers(0, 80), st.integers(0, 80)).map(lambda t: t[0][t[1] : t[1] + t[2]])
carried = st.tuples(st.sampled_from(CARRIED), st.one_of(line, cut_line, st.just("")), st.sampled_from(["", *CARRIED]))
odd = st.one_of(st.sampled_from(MARKS + SPACES + CARRIED), st.text(max_size=20), carried.map("".join))
dumps = st.lists(st.one_of(line, cut_line, odd, st.just("")), max_size=40).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", ""]).map(lambda between: between.join(lines))
)
CAPTIONS = [line for line in LINES if line.startswith("▲") or line.endswith(("摄", "攝", "摄）", "攝）"))]


def moved(lines: list[str], at: int, size: int, to: int) -> list[str]:
    """Some of the lines elsewhere."""
    rest = lines[:at] + lines[at + size :]
    return rest[:to] + lines[at : at + size] + rest[to:]


def shuffled(lines: list[str], at: int, size: int, to: int) -> list[str]:
    """Some of the lines in another order."""
    some = lines[at : at + size]
    Random(to).shuffle(some)
    return lines[:at] + some + lines[at + size :]


def doubled(lines: list[str], at: int, size: int, to: int) -> list[str]:
    """Some of the lines once more, elsewhere."""
    return lines[:to] + lines[at : at + size] + lines[to:]


def shortened(lines: list[str], at: int, size: int, to: int) -> list[str]:
    """A line cut off, and some of those below it gone."""
    return [*lines[:at], *(text[: to % (len(text) + 1)] for text in lines[at : at + 1]), *lines[at + size :]]


def captioned(lines: list[str], at: int, size: int, to: int) -> list[str]:
    """A caption behind a line, and the line again: pictures stand between the copies of a headline."""
    return [*lines[: at + 1], CAPTIONS[to % len(CAPTIONS)], *lines[at:]]


def glued(lines: list[str], at: int, size: int, to: int) -> list[str]:
    """Lines that have lost their breaks."""
    return [*lines[:at], "　　".join(lines[at : at + size]), *lines[at + size :]]


EDITS = (moved, shuffled, doubled, shortened, captioned, captioned, glued)
edit = st.tuples(st.sampled_from(EDITS), st.integers(0, 400), st.integers(1, 12), st.integers(0, 400))


def mutated(name: str, edits: list[tuple[Callable[..., list[str]], int, int, int]]) -> str:
    """An annotated issue after some damage to its lines."""
    lines = ISSUES[name].split("\n")
    for change, at, size, to in edits:
        lines = change(lines, at % (len(lines) + 1), size, to)
    return "\n".join(lines)


mutants = st.builds(mutated, st.sampled_from(sorted(ISSUES)), st.lists(edit, min_size=1, max_size=8))
patient = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def all_parts(issue: Issue) -> list[Part]:
    own = chain.from_iterable(article.parts for article in issue.articles)
    return [*own, *issue.sections, *issue.furniture, *issue.markup, *issue.repeats, *issue.duplicates]


def visible(text: str) -> str:
    return "".join(text.split())


def decoded(code: str) -> str:
    """The character that stands behind a code, if one does."""
    if code[0] == "&":
        return html.unescape(html.unescape(code))
    if code[1] in "uU" and len(code) > 2:
        return chr(int(code[2:], 16))
    return code[1] if code[1] in "\"/'\\" else " "


def read(source: str) -> re.Pattern[str]:
    """Every way to read a stretch of the source: a code as it stands, or as the character that it stands for."""
    pieces, at = list[str](), 0
    for m in CODED_RE.finditer(source):
        ways = "|".join(re.escape(visible(way)) for way in (m[0], decoded(m[0])))
        pieces += (re.escape(visible(source[at : m.start()])), f"(?:{ways})")
        at = m.end()
    return re.compile("".join(pieces) + re.escape(visible(source[at:])))


def check_conservation(issue: Issue) -> None:
    """Every character that is no space lies in exactly one part."""
    covered = Counter(chain.from_iterable(range(part.start, part.end) for part in all_parts(issue)))
    places = {place for place, character in enumerate(issue.text) if not character.isspace()}
    assert {issue.text[p] + f" at {p}" for p in places if covered[p] != 1} == set()


def check_offsets(issue: Issue) -> None:
    end = len(issue.text)
    for part in all_parts(issue):
        assert 0 <= part.start < part.end <= end, part
    for article in issue.articles:
        inner = [span for paragraph in article.paragraphs for span in paragraph.spans]
        inner += [person.span for person in article.byline]
        inner += [article.dateline.span] if article.dateline else []
        assert all(0 <= span.start <= span.end <= end for span in inner), article
        first, last = article.lines
        assert 1 <= first <= last <= len(issue.text.splitlines())


def check_texts(issue: Issue) -> None:
    """The texts of an article are made of the characters that their spans hold, and of no others."""
    for article in issue.articles:
        for paragraph in article.paragraphs:
            source = "".join(issue.text[start:end] for start, end in paragraph.spans)
            assert read(source).fullmatch(visible(paragraph.text))
        check_block(issue, article)


def check_block(issue: Issue, article: Article) -> None:
    for role, value in (
        ("kicker", article.kicker),
        ("headline", article.headline),
        ("subheadline", article.subheadline),
    ):
        source = visible("".join(issue.text[p.start : p.end] for p in article.parts if p.role == role))
        codes = visible("".join(decoded(code) for code in CODED_RE.findall(source)))
        assert not Counter(visible(value or "")) - Counter(source + codes), role


def check_articles(issue: Issue) -> None:
    assert [article.order for article in issue.articles] == list(range(1, len(issue.articles) + 1))
    starts = [article.parts[0].start for article in issue.articles]  # of its first half, where the other is above it
    assert starts == sorted(starts)
    assert len({article.id for article in issue.articles}) == len(issue.articles)
    for article in issue.articles:
        assert re.fullmatch("[0-9a-f]{16}", article.id)
        assert 0 <= article.confidence <= 1
        assert all(person.name.strip() == person.name != "" for person in article.byline)
        assert all(paragraph.text.strip() for paragraph in article.paragraphs)


def check_left_out(issue: Issue) -> None:
    """What is left out because it stands there twice is told where it is more than a fifth."""
    left_out = sum(len(visible(issue.text[p.start : p.end])) for p in (*issue.repeats, *issue.duplicates))
    assert issue.warnings or 5 * left_out <= len(visible(issue.text))


CHECKS = (check_conservation, check_offsets, check_texts, check_articles, check_left_out)


@pytest.mark.parametrize("author", sorted({path.name.partition("-")[0] for path in AUTHORED}))
def test_issues_of_other_hands(author: str) -> None:
    for path in AUTHORED:
        if path.name.startswith(author + "-"):
            issue = newssplit.split(path.read_bytes().decode())
            for check in CHECKS:
                check(issue)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("name", ISSUES)
def test_golden_issues(name: str, check: Callable[[Issue], None]) -> None:
    check(newssplit.split(ISSUES[name]))


@patient
@given(dumps)
@example("本报讯")
@example("（记者")
@example("\ufeff")
@example("\u200b")
@example("（上接第一版）\n（下转第二版）")
@example("标题\n标题\n标题")
def test_any_dump(text: str) -> None:
    issue = newssplit.split(text)
    assert issue.text == text
    for check in CHECKS:
        check(issue)


@patient
@given(mutants)
@example("市场行情\n社区12栋电梯首次试运行，廖爹爹坐着它上上下下了11趟。通讯员 章莎 摄\n市场行情\n三月上旬木材价格")
@example("「買券唔等於買餅」\n引了不少外地客商。郝卫东　摄\n「買券唔等於買餅」")
@example("導讀\n圖為運動會上隊員交接棒。（記者　庾　晴　攝）\n導讀")
def test_damaged_issues(text: str) -> None:
    issue = newssplit.split(text)
    for check in CHECKS:
        check(issue)


@patient
@given(dumps)
def test_same_input_same_output(text: str) -> None:
    assert newssplit.split(text) == newssplit.split(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "　　\r\n", "\t\f"])
def test_blank_dump_has_no_articles(text: str) -> None:
    assert newssplit.split(text).articles == ()


def test_two_issues_in_a_row_keep_their_articles_text() -> None:
    """What follows a page of another paper does not reach back into the articles before it."""
    one, two = ISSUES["city-2"], ISSUES["trad-2"]
    alone = {visible("".join(p.text for p in a.paragraphs)) for a in newssplit.split(one).articles}
    together = {visible("".join(p.text for p in a.paragraphs)) for a in newssplit.split(one + "\n" + two).articles}
    assert len(alone & together) >= len(alone) - 1


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_for_garbage_is_left_as_it_was(searching: bool) -> None:
    switch = gc.enable if searching else gc.disable
    try:
        switch()
        newssplit.split("开门红\n本报讯（记者 李明）昨天，大桥通车了。\n")
        assert gc.isenabled() is searching
        with pytest.raises(TypeError):
            newssplit.split(b"\xe5")  # type: ignore[arg-type]
        assert gc.isenabled() is searching
    finally:
        gc.enable()
