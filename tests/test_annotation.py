"""`annotate` and the compiler of annotated issues undo each other, on every dump there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import newssplit
from newssplit.evaluation.annotate import RESERVED, CannotAnnotate, annotate
from newssplit.evaluation.issue_format import compile_issue
from newssplit.output.record import record_of
from tests.issue_format import golden_issues
from tests.test_properties import dumps, patient

GOLDEN = golden_issues(Path(__file__).parent / "golden")


def visible(value: Any) -> Any:
    """The value with its texts free of spaces, of which the format does not keep count."""
    if isinstance(value, list):
        return [visible(one) for one in value]
    if isinstance(value, dict):
        return {name: visible(one) for name, one in value.items()}
    return "".join(value.split()) if value else None


def check_round_trip(text: str) -> None:
    issue = newssplit.split(text)
    dump, gold = compile_issue(annotate(issue, "test"))
    assert dump == text.rstrip("\n") + "\n"
    records = [record_of(article, "test", None) for article in issue.articles]
    fields = gold["articles"][0] if records else {}
    assert [visible(a) for a in gold["articles"]] == [visible({name: r[name] for name in fields}) for r in records]


@pytest.mark.parametrize("issue", GOLDEN, ids=lambda issue: issue.name)
def test_golden_issue(issue: Any) -> None:
    check_round_trip(issue.text)


@patient
@given(dumps)
def test_any_dump(text: str) -> None:
    if not set(RESERVED) & set(text):
        check_round_trip(text)


def test_reading_is_easy_to_correct() -> None:
    text = "槐江日报\n2016年11月9日　第1版\n两岸三分钟到达\n本报讯（记者 李明）大桥昨天通车了，两岸相距三分钟。\n"
    annotated = annotate(newssplit.split(text), "a.txt").split("\n")
    assert annotated[0] == "# source: a.txt"
    assert [line for line in annotated if line and not line.startswith("#")] == [
        "f|槐江日报",
        "f|2016年11月9日　第1版",
        "=== article newspaper=槐江日报 date=2016-11-09 page=1",
        "@dateline 本报讯",
        "@by 李明 reporter 记者",
        "h|两岸三分钟到达",
        "p|⟦本报讯（记者 李明）⟧大桥昨天通车了，两岸相距三分钟。",
    ]


@pytest.mark.parametrize("character", RESERVED)
def test_reserved_characters_are_refused_with_their_line(character: str) -> None:
    with pytest.raises(CannotAnnotate) as error:
        annotate(newssplit.split(f"开门红\n本报讯 大桥{character}通车了。\n"), "a.txt")
    assert str(error.value).startswith(f"a.txt:line 2: {character} stands in the dump")


CARRIED = """<h1>钟楼&ldquo;大钟&rdquo;又响了</h1>
<p>&nbsp;&nbsp;<strong>本报讯</strong>（记者 沈砚秋）停了十一年的大钟昨天&mdash;&mdash;中午敲了十二下，不收钱。</p>

### 渡口添了夜班船

- 来源：沅城晚报
- 日期：2018-10-09
- 版面：第02版：城事

**本报讯**（记者 柏青）三号渡口的末班船改到二十三点，船票仍是两元，推自行车的不加钱。

<!-- page 2 -->
"""


def test_what_a_tool_has_put_around_the_paper_is_hidden_or_furniture() -> None:
    check_round_trip(CARRIED)
    lines = annotate(newssplit.split(CARRIED), "a.txt").split("\n")
    assert "h|⟦<h1>⟧钟楼⟦&ldquo;⇒“⟧大钟⟦&rdquo;⇒”⟧又响了⟦</h1>⟧" in lines
    assert "h|⟦###⟧ 渡口添了夜班船" in lines
    assert "f|- 版面：第02版：城事" in lines
    assert "p|⟦**本报讯**（记者 柏青）⟧三号渡口的末班船改到二十三点，船票仍是两元，推自行车的不加钱。" in lines


def test_what_stands_for_a_character_is_that_character_in_the_field() -> None:
    dump, gold = compile_issue(
        "=== article\nh|钟楼⟦<b>⟧⟦&ldquo;⇒“⟧大钟⟦&rdquo;⇒”⟧\np|⟦&nbsp;⟧停了⟦&mdash;⇒—⟧⟦&mdash;⇒—⟧敲了。\n"
    )
    assert dump == "钟楼<b>&ldquo;大钟&rdquo;\n&nbsp;停了&mdash;&mdash;敲了。\n"
    assert (gold["articles"][0]["headline"], gold["articles"][0]["paragraphs"]) == ("钟楼“大钟”", ["停了——敲了。"])
