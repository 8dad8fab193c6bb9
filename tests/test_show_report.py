"""`newssplit report`: the page as text; tests/test_report_browser.py opens it in a browser."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from newssplit import split
from newssplit.model import DOUBTFUL
from newssplit.show.elements import element, html
from newssplit.show.visible import visible
from tests.test_show_preview import EXAMPLE, show

EVIL = (
    "今日<script>槐川\n2016年11月09日　星期三　第1327期\n第01版：要闻\n“引号'\"><b>标题</b>&amp;\n"
    "　　本报讯（记者 李明）昨天，</script><script>alert(1)</script>全市举行大会。${version} \x1b[31m红灯亮了，很好。\n"
    '　　<img src=x onerror="alert(2)">会议指出，要抓好落实，一件一件办，办一件成一件，让群众满意。\n'
)


class Page(HTMLParser):
    """The tags of a page, and what stands in the lines of its source."""

    def __init__(self, page: str):
        super().__init__()
        self.tags, self.ids, self.links, self.lines = list[str](), list[str](), list[str](), list[str]()
        self.inside: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append(tag)
        self.ids += filter(None, [attributes.get("id")])
        self.links += filter(None, [attributes.get(name) for name in ("href", "src")])
        if tag == "p" and (attributes.get("class") or "").split()[:1] == ["l"]:
            self.lines.append("")
            self.inside = tag
        elif tag == "b" and self.inside:
            self.inside = "number"

    def handle_endtag(self, tag: str) -> None:
        if tag == "b" and self.inside:
            self.inside = "p"
        elif tag == "p":
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.inside == "p":
            self.lines[-1] += data


def report(*paths: Path) -> str:
    return show("report", *paths, "-o", "-")


def test_the_source_stands_there_character_by_character(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(EVIL, "utf-8")
    for path in (EXAMPLE, evil):
        page = Page(report(path))
        assert [line.removesuffix("\n") for line in page.lines] == [
            visible(line) for line in path.read_text("utf-8").splitlines()
        ]


def test_every_link_has_its_goal_and_no_name_stands_twice() -> None:
    page = Page(report(EXAMPLE, EXAMPLE))
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert page.tags.count("article") == 2 * len(split(EXAMPLE.read_text("utf-8")).articles)


def test_nothing_is_loaded_and_only_the_pages_own_script_may_run() -> None:
    text = report(EXAMPLE)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    assert not re.search(r"https?:|url\(|@import|<link|<iframe", text)


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    evil = tmp_path / "<b>evil.txt"
    evil.write_text(EVIL, "utf-8")
    text = report(evil)
    page = Page(text)
    assert page.tags.count("script") == 2
    assert "img" not in page.tags
    assert "${version}" in text
    assert "\x1b" not in text
    assert "&lt;b&gt;evil.txt" in text


def test_the_scripts_data_cannot_end_its_element() -> None:
    text = report(EXAMPLE)
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert data
    assert "<" not in data[1]
    parsed = json.loads(data[1])
    readings = split(EXAMPLE.read_text("utf-8")).readings
    assert sum(len(said) for said in parsed["why"].values()) == len(readings)


def test_doubtful_articles_come_first_worst_on_top() -> None:
    articles = split(EXAMPLE.read_text("utf-8")).articles
    doubtful = sorted((a for a in articles if a.confidence < DOUBTFUL), key=lambda a: a.confidence)
    listed = report(EXAMPLE).split("<ol>")[1].split("</ol>")[0]
    assert re.findall(r'href="#a1-(\d+)"', listed) == [str(a.order) for a in doubtful]
    assert re.findall(r"(\d+%)</span>", listed) == [f"{a.confidence:.0%}" for a in doubtful]


def test_bad_inputs_cost_only_themselves(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    command = [sys.executable, "-m", "newssplit", "report", str(tmp_path / "missing.txt"), str(EXAMPLE), "-o", str(out)]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (1, b"")
    assert len(done.stderr.splitlines()) == 1
    assert Page(out.read_text("utf-8")).lines


def test_without_any_input_the_old_report_stays(tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("old")
    command = [sys.executable, "-m", "newssplit", "report", str(tmp_path / "missing.txt"), "-o", str(out)]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert done.returncode == 1
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_an_empty_issue_has_a_report_too(tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n", "utf-8")
    assert "0 items" in show("report", "-q", blank, "-o", "-")


def test_elements_escape_what_they_hold() -> None:
    inner = ["x", element("i", None, "y")]
    made = element("p", {"title": '"<&', "lang": None}, "<b>", element("br"), "&amp;", inner, None)
    assert html(made) == '<p title="&quot;<&amp;">&lt;b&gt;<br>&amp;amp;x<i>y</i></p>'
