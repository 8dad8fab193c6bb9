"""下转 and 上接: the halves of an article meet, however many articles are cut."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from newssplit import split
from newssplit.assembling.fitting import First, Fit, Second, fit, title_key
from newssplit.batch.plan import Plan
from tests.batch_tools import converted
from tests.test_batch_across import FRONT, INNER, records

SUBJECTS = "桥井路渠塔田林湖山村"
WORDS = "石料船冬天老人鞭炮上游下游沿岸工钱三十年村口河滩木匠铁匠夜里清晨灯笼号子绳索"


def clauses(name: str, number: int) -> str:
    """Prose that no other name has, so that no article is another's copy."""
    chance = Random(name)
    return "，".join("".join(chance.choices(WORDS, k=9)) for _ in range(number))


def first(name: str) -> str:
    return f"""江南日报　2015年3月18日　星期三　第1版:要闻
{name}修好了
本报讯（记者 王丽）昨天，{name}修好了，{clauses(name, 6)}，也没有（下转第二版）
"""


def second(name: str) -> str:
    return f"""江南日报　2015年3月18日　星期三　第2版:综合
{name}修好了（上接第一版）
人要过一分工钱。{clauses(name[::-1], 6)}，整整两个冬天。
"""


def test_many_issues_in_one_file() -> None:
    names = [f"{a}{b}" for a in "东西南北前后左右" for b in SUBJECTS]
    issue = split("".join(first(name) + second(name) for name in names))
    assert [article.headline for article in issue.articles] == [f"{name}修好了" for name in names]
    for name, article in zip(names, issue.articles, strict=True):
        assert f"也没有人要过一分工钱。{clauses(name[::-1], 6)}" in article.paragraphs[0].text


def test_an_article_cut_twice() -> None:
    text = (
        first("东桥")
        + second("东桥").replace("整整两个冬天。", "整整两个冬天，还（下转第三版）")
        + ("江南日报　2015年3月18日　星期三　第3版:副刊\n东桥修好了（上接第二版）\n没有运完。\n")
    )
    issue = split(text)
    assert len(issue.articles) == 1
    assert "".join(p.text for p in issue.articles[0].paragraphs).endswith("整整两个冬天，还没有运完。")
    assert issue.articles[0].continues_on is None
    assert issue.articles[0].continued_from is None


def test_a_half_alone_stays() -> None:
    issue = split(first("东桥") + second("西井").replace("第一版", "第五版"))
    assert len(issue.articles) == 2
    assert issue.articles[0].continues_on == "2"
    assert issue.articles[1].continued_from == "5"


def test_a_half_without_a_headline_waits_for_those_that_name_theirs() -> None:
    untitled = second("东桥").replace("东桥修好了（上接第一版）\n", "（上接第一版）")
    issue = split(first("东桥") + first("西井") + untitled + second("西井"))
    assert [article.headline for article in issue.articles] == ["东桥修好了", "西井修好了"]
    for name, article in zip(("东桥", "西井"), issue.articles, strict=True):
        assert clauses(name[::-1], 6) in article.paragraphs[-1].text


@pytest.mark.parametrize(
    ("front", "inner", "joined"),
    [
        ("城北新区的", "建设放在首位", "城北新区的建设放在首位"),
        ("全部用的是open", "source软件", "全部用的是open source软件"),
        ("分成三步走。", "施工已经开始", "分成三步走。"),
    ],
)
def test_halves_meet_alike_in_one_dump_and_across_files(tmp_path: Path, front: str, inner: str, joined: str) -> None:
    first = FRONT.replace("城北新区的", front)
    second = INNER.replace("建设放在首位", inner).replace("通力合作。", "通力合作。（记者王丽　李明）")
    (tmp_path / "1.txt").write_text(first, "utf-8")
    (tmp_path / "3.txt").write_text(second, "utf-8")
    converted(Plan(str(tmp_path / "out")), tmp_path)
    across = records(tmp_path / "out" / "1.json")[0]
    within = split(first + second).to_records()[0]
    for name in ("headline", "paragraphs", "crossheads", "chars", "continues_on", "dateline"):
        assert across[name] == within[name], name
    people = [[(person["name"], person["role"]) for person in record["byline"]] for record in (across, within)]
    assert people == [[("王丽", "reporter"), ("李明", "reporter")]] * 2
    assert any(joined in paragraph for paragraph in within["paragraphs"])


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (Second("2", "1", "东桥修好了", True), Fit(2, 0, 4, True)),
        (Second("2", "1", "东桥", False), Fit(2, 0, 4, False)),
        (Second("2", "3", "", True), Fit(1, 1, 0, True)),
        (Second(None, "1", "老街东桥修好", True), Fit(1, 0, 1, True)),
        (Second(None, None, "小学开学了", True), Fit(0, 0, -3, True)),
    ],
)
def test_how_well_halves_fit(second: Second, found: Fit) -> None:
    assert fit(First("1", "2", "东桥修好了", True), second) == found


def test_headlines_are_compared_without_script_and_punctuation() -> None:
    assert title_key("東橋，修好了！") == title_key("东桥 修好了")
    assert title_key(None) == ""


def test_halves_that_go_on_in_each_other_are_not_lost() -> None:
    text = "二\n上接一\n下转二\n二\n上接一\n下转二"
    assert "".join(text[p.start : p.end] for a in split(text).articles for p in a.parts)
