"""The compiler of annotated issues, on issues small enough to check by eye."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newssplit.evaluation.evaluate import MEANINGS
from newssplit.evaluation.issue_format import KINDS, ROLES, STICKY, AnnotationError, compile_issue

PAGE = """\
# source: invented
# a remark
f|槐江日报
=== article newspaper=槐江日报 date=2016-11-09 page=1 id=a
@dateline 本报讯
@by 张娅 reporter 记者
@alt kicker=老城新貌
x|【政务动态】
h~|桥通了
s|——两岸相距三分钟
r|桥通了

p|⟦本报讯(记者张 娅)⟧新桥昨日通¶.车。¶人们来了。⟦（下转第二版）⟧
=== notice page=2 section=
p|停水。
=== continue id=a
f|（上接第一版）
+|他们走过桥，
+|又走回来。
=== duplicate
h|桥通了
"""


def test_dump_holds_what_the_paper_printed() -> None:
    text, _ = compile_issue(PAGE)
    assert text == (
        "槐江日报\n【政务动态】\n桥通了——两岸相距三分钟\n桥通了\n\n"
        "本报讯(记者张 娅)新桥昨日通车。 人们来了。（下转第二版）\n停水。\n"
        "（上接第一版）\n他们走过桥，\n又走回来。\n桥通了\n"
    )


def test_articles_hold_what_a_reader_makes_of_it() -> None:
    _, gold = compile_issue(PAGE)
    bridge, notice = gold["articles"]
    assert gold["source"] == "invented"
    assert bridge == {
        "kind": "article",
        "newspaper": "槐江日报",
        "date": "2016-11-09",
        "page": "1",
        "section": "【政务动态】",
        "kicker": [None, "老城新貌"],
        "headline": "桥通了",
        "subheadline": "——两岸相距三分钟",
        "dateline": "本报讯",
        "byline": [{"name": "张娅", "role": "reporter", "title": "记者"}],
        "paragraphs": ["新桥昨日通", "车。", "人们来了。他们走过桥，又走回来。"],
    }
    assert (notice["kind"], notice["page"], notice["section"]) == ("notice", "2", None)


@pytest.mark.parametrize(
    ("source", "mistake"),
    [
        ("=== poem", "line 1 (=== poem): unknown kind"),
        ("=== article pages=3", "line 1 (=== article pages=3): unknown key"),
        ("h|no item yet", "line 1 (h|no item yet): before the first ==="),
        ("=== article\nno label", "line 2 (no label): no label"),
        ("=== article\n+|goes on from nothing", "line 2 (+|goes on from nothing): there is no paragraph to continue"),
        ("=== article\n@headline X", "line 2 (@headline X): unknown @"),
        ("=== continue id=a", "line 1 (=== continue id=a): no item is named id=a"),
    ],
)
def test_mistakes_are_told_with_their_line(source: str, mistake: str) -> None:
    with pytest.raises(AnnotationError) as error:
        compile_issue(source)
    assert str(error.value).startswith(mistake)


DOCS = (Path(__file__).parent.parent / "docs" / "evaluation.md").read_text("utf-8")


def test_the_documented_example_is_an_annotated_issue() -> None:
    m = re.search(r"```text\n(.*?)```", DOCS, re.S)
    assert m is not None
    text, gold = compile_issue(m[1])
    questions, photo = gold["articles"]
    assert questions["paragraphs"] == [
        "“安置房的电梯装上没有？”“装了，正在验收。”",
        "11月7日下午，县政府三楼会议室里气氛有点紧张。",
    ]
    assert (photo["kind"], photo["date"], photo["byline"][0]["name"]) == ("photo", "2016-11-09", "连城")
    assert "　　本报讯（记者 慕容雪　通讯员 吴　桐）“安置房的电梯装上没有？”“装了，\n正在验收。” 11月7日" in text


def test_every_label_role_and_figure_is_documented() -> None:
    words = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", DOCS, flags=re.S)))
    assert {f"{label}\\|" for label in "khsxp+yrf"} <= words
    assert {*KINDS, *ROLES, *STICKY} <= words
    assert {name for name in MEANINGS if "_" not in name} <= words
