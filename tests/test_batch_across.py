"""What issues have to do with each other: halves in two files, one story in many papers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from opencc import OpenCC

from newssplit.batch import work
from newssplit.batch.halves import Located, LooseEnd, chains
from newssplit.batch.plan import Plan
from newssplit.batch.stream import InputOptions
from newssplit.output.finishing import Finish
from newssplit.output.schema import article_schema
from tests.batch_tools import batch, converted, failures, rows, tree

FRONT = """滨江日报 2016年11月9日 星期三 第1版

全市经济工作会议昨日召开
本报讯（记者王丽）全市经济工作会议昨日在市政府礼堂召开。会议总结了今年的工作。
会议指出，明年要着力抓好六项工作，尤其要把城北新区的（下转第三版）
"""
INNER = """滨江日报 2016年11月9日 星期三 第3版

全市经济工作会议昨日召开
（上接第一版）建设放在首位，加快道路和桥梁的施工。
会议强调，各部门要通力合作。

城北小学举行运动会
本报讯（通讯员张三）城北小学昨日举行运动会，六百名学生参加了比赛。
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    source = tmp_path / "in"
    source.mkdir()
    (source / "1.txt").write_text(FRONT, encoding="utf-8")
    (source / "3.txt").write_text(INNER, encoding="utf-8")
    return source


def records(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_halves_in_two_files_meet(pages: Path, tmp_path: Path) -> None:
    converted(Plan(str(tmp_path / "out")), pages)
    (article,) = records(tmp_path / "out/1.json")
    assert article["headline"] == "全市经济工作会议昨日召开"
    assert article["sources"] == ["1.txt", "3.txt"]
    assert article["continues_on"] is None
    body = "".join(article["paragraphs"])
    assert "尤其要把城北新区的建设放在首位" in body
    assert "会议强调" in body
    assert [half["page"] for half in article["joined"]] == ["3"]
    Draft202012Validator(article_schema()).validate(article)
    rest = records(tmp_path / "out/3.json")
    assert [record["headline"] for record in rest] == ["城北小学举行运动会"]


@pytest.mark.parametrize("options", [{}, {"combine": True}, {"halves": False}])
def test_what_is_counted_is_what_is_written(pages: Path, tmp_path: Path, options: dict[str, bool]) -> None:
    """The summary counted halves as articles of their own after they were joined."""
    plan = Plan(str(tmp_path / "out"), **options)  # type: ignore[arg-type]
    for inner in (INNER, INNER, INNER.replace("（上接第一版）", ""), INNER):
        (pages / "3.txt").write_text(inner, encoding="utf-8")
        tally = converted(plan, pages)
        written = sum(len(json.loads(data)) for name, data in tree(tmp_path / "out").items() if name.endswith(".json"))
        assert tally.articles == written
        assert written == sum(row["articles"] for row in rows(tmp_path / "out"))
        assert tally.converted + tally.unchanged == tally.issues == 2


def test_a_join_that_fails_is_counted_once(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pages / "5.txt").write_text("城北小学举行运动会\n本报讯 城北小学昨日举行运动会。\n", encoding="utf-8")
    plan = Plan(str(tmp_path / "out"))
    for known in (0, 2):  # once with all that is new, once with the half that the other one needs
        with monkeypatch.context() as patched:
            patched.setattr(work, "_neighbour", lambda half, job: [])
            tally = converted(plan, pages)
        assert (tally.converted, tally.unchanged, tally.failed) == (2 - known, known, 1)
        assert tally.issues == 3
        assert set(failures(tmp_path / "out")) == {"1.txt"}
    assert converted(plan, pages).failed == 0
    assert records(tmp_path / "out/1.json")[0]["sources"] == ["1.txt", "3.txt"]


def test_a_joined_article_is_as_doubtful_as_its_weaker_half(pages: Path, tmp_path: Path) -> None:
    converted(Plan(str(tmp_path / "plain"), halves=False), pages)
    halves = [records(tmp_path / f"plain/{n}.json")[0]["confidence"] for n in (1, 3)]
    for bound, doubtful in ((min(halves), False), (max(halves), min(halves) < max(halves)), (1.0, min(halves) < 1)):
        out = tmp_path / f"out{bound}"
        plan = Plan(str(out), reading=InputOptions(finish=Finish(min_confidence=bound)))
        converted(plan, pages)
        (article,) = records(out / "1.json")
        assert (article["confidence"], article["low_confidence"]) == (min(halves), doubtful)
        Draft202012Validator(article_schema()).validate(article)


def test_copies_that_are_kept_leave_halves_as_they_are(pages: Path, tmp_path: Path) -> None:
    _, _, heading, *rest = FRONT.split("\n")
    (pages / "1.txt").write_text(FRONT + "\n" + "\n".join((heading, *rest)), encoding="utf-8")
    kept = Plan(str(tmp_path / "kept"), reading=InputOptions(keep_duplicates=True))
    converted(kept, pages)
    joined, copy = records(tmp_path / "kept/1.json")
    assert joined["sources"] == ["1.txt", "3.txt"]
    assert (copy["duplicate_of"], copy.get("sources")) == (joined["id"], None)
    converted(Plan(str(tmp_path / "out")), pages)
    assert records(tmp_path / "out/1.json") == [joined]


def test_halves_can_be_left_alone(pages: Path, tmp_path: Path) -> None:
    converted(Plan(str(tmp_path / "out"), halves=False), pages)
    assert records(tmp_path / "out/1.json")[0]["continues_on"] == "3"
    assert len(records(tmp_path / "out/3.json")) == 2


def test_halves_that_were_joined_are_parted_again(pages: Path, tmp_path: Path) -> None:
    """The option is not one of those that have all converted anew: what it changes are the outputs of the halves."""
    converted(Plan(str(tmp_path / "parted"), halves=False), pages)
    converted(Plan(str(tmp_path / "joined")), pages)
    for halves, right in ((True, "joined"), (False, "parted"), (True, "joined")):
        tally = converted(Plan(str(tmp_path / "out"), halves=halves), pages)
        assert tree(tmp_path / "out") == tree(tmp_path / right)
        assert tally.articles == sum(row["articles"] for row in rows(tmp_path / "out"))


def test_halves_after_changes(pages: Path, tmp_path: Path) -> None:
    """The other half comes, changes and goes: the output is always that of a run on what there is."""
    plan = Plan(str(tmp_path / "out"), prune=True)
    (pages / "3.txt").unlink()
    for number, text in enumerate((None, INNER, INNER.replace("通力合作", "齐心协力"), None, INNER)):
        if text:
            (pages / "3.txt").write_text(text, encoding="utf-8")
        else:
            (pages / "3.txt").unlink(missing_ok=True)
        converted(plan, pages)
        converted(Plan(str(tmp_path / f"{number}")), pages)
        assert tree(tmp_path / "out") == tree(tmp_path / f"{number}"), number
        again = converted(plan, pages)
        assert again.converted == 0


def end(order: int = 1, **values: str | None) -> LooseEnd:
    known: dict[str, str | None] = {
        "newspaper": "滨江日报",
        "date": "2016-11-09",
        "page": None,
        "continues_on": None,
        "continued_from": None,
        "headline": None,
    }
    return LooseEnd(order=order, ending="。", **{**known, **values})  # type: ignore[arg-type]


def test_which_halves_belong_together() -> None:
    first = Located("1", end(page="1", continues_on="3", headline="全市经济工作会议召开"))
    cut = Located("1", first.end._replace(ending="的"))
    same = Located("3", end(page="3", continued_from="1", headline="全市经济工作会议"))
    other = Located("3", end(2, page="3", continued_from="1", headline="新桥通车"))
    bare = Located("3", end(3, page="3", continued_from="1"))
    assert list(chains([first, same, other])) == [[first, same]]
    assert list(chains([first, other])) == []
    assert list(chains([first, bare])) == []
    assert list(chains([cut, bare])) == [[cut, bare]]
    assert list(chains([first, Located("4", same.end._replace(page="4"))])) == []
    assert list(chains([first, Located("3", same.end._replace(continued_from="2"))])) == []
    assert list(chains([first, same, Located("3b", same.end)])) == []  # nobody can tell which


def test_a_folder_of_undated_files_is_no_edition(tmp_path: Path) -> None:
    """Its halves could be of any day; to compare all with all would take forever, too."""
    source = tmp_path / "in"
    source.mkdir()
    for n in range(120):
        (source / f"{n}a.txt").write_text(f"第1版\n第{n}次会议召开\n本报讯 会议的（下转第三版）\n", encoding="utf-8")
        (source / f"{n}b.txt").write_text(f"第3版\n第{n}次会议召开\n（上接第一版）内容丰富。\n", encoding="utf-8")
    tally = converted(Plan(str(tmp_path / "out")), source)
    assert (tally.converted, tally.failed) == (240, 0)
    (loose,) = rows(tmp_path / "out", "SELECT count(*) AS n FROM loose_ends")
    assert loose["n"] > 200
    assert rows(tmp_path / "out", "SELECT name FROM issues WHERE joins != ''") == []


def test_an_article_in_three_files() -> None:
    first = Located("1", end(page="1", continues_on="2", headline="春天的故事"))
    second = Located("2", end(page="2", continued_from="1", continues_on="3", headline="春天的故事"))
    third = Located("3", end(page="3", continued_from="2", headline="春天的故事"))
    assert list(chains([third, second, first])) == [[first, second, third]]


# --- stories

WIRE = (
    "外交部发言人在例行记者会上表示，中方一贯主张通过对话协商解决分歧，反对动辄使用制裁手段。有关各方应当保持克制，"
    "为重启谈判创造条件。发言人说，中方愿同国际社会一道，为维护地区和平稳定作出不懈努力，并将继续向当地人民提供力所能及的帮助。"
    "首批援助物资包括帐篷、毛毯和药品，总重量约85吨，已经运抵灾区，第二批物资将在三天之内启运。"
)
HARBOUR = (
    "记者从港务局获悉，今年前十个月全港完成货物吞吐量3.2亿吨，同比增长8.5%，其中集装箱吞吐量达到460万标准箱。"
    "港务局负责人介绍，新建的两座深水泊位已经投入使用，可以停靠20万吨级货轮，全港的年通过能力由此提高了一成以上。"
)
WEATHER = (
    "据市气象台预报，本市今天白天多云转晴，偏北风三到四级，最高气温15度，最低气温4度，相对湿度百分之四十到六十。"
    "气象专家提醒市民，早晚温差较大，出门要注意添加衣物，老人和儿童尤其要预防感冒，行车要注意路面结冰。"
)
COUNTY = (
    "{0}县日前召开会议，部署冬季农田水利建设。会议要求，各乡镇要充分认识水利建设的重要意义，抓住农闲时节，组织群众修渠筑坝，"
    "确保明年春灌用水。{0}县委书记在会上讲话，强调要把任务落实到村、落实到人，年底由{0}县政府逐乡检查验收。"
)
BRIDGE = (
    "新建的沱江大桥5日通车。大桥全长3.6公里，投资21,500万元，设计车速为每小时80公里。工程师张卫华说：“看着大桥一天天长高，"
    "我们心里特别高兴。”当晚两岸居民自发举办了足球赛，东岸队以3∶1获胜。通车时气温只有4度，江面起了雾，人们站了一个多钟头。"
    "张卫华表示，沱江两岸的孩子以后上学只要十分钟，比过去走渡口要近得多，老人看病也方便了。"
)


def to_script(text: str, *configs: str) -> str:
    for config in configs:
        text = OpenCC(config).convert(text)
    return text


def fullwidth_ascii(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


STORIES = {
    "wire": [
        WIRE,
        WIRE.replace("，反对动辄使用制裁手段", ""),
        WIRE[: WIRE.index("首批")],
        "  ".join(WIRE.split("，")),
    ],
    "harbour": [HARBOUR, HARBOUR],
    "harbour a year later": [HARBOUR.replace("3.2", "3.6").replace("460", "512").replace("8.5", "9.1")],
    "weather": [WEATHER],
    "weather of another day": [WEATHER.replace("15度", "17度").replace("4度", "6度")],
    "county a": [COUNTY.format("清河")],
    "county b": [COUNTY.format("白沙")],
    "bridge": [
        BRIDGE,
        to_script(BRIDGE, "t2tw", "s2tw"),
        to_script(BRIDGE, "s2hk"),
        fullwidth_ascii(to_script(BRIDGE, "s2t")),
        BRIDGE.replace("，", ",").replace("。", ". ").replace("：", ": ").replace("21,500", "21500"),
        BRIDGE.replace("5日", "五日"),
    ],
    "bridge, another day": [BRIDGE.replace("5日", "15日")],
    "bridge, another figure": [to_script(BRIDGE.replace("3.6", "36"), "s2t")],
    "bridge, another score": [BRIDGE.replace("3∶1", "31")],
    "bridge, below zero": [BRIDGE.replace("4度", "-4度")],
    "bridge, another river": [to_script(BRIDGE.replace("江", "河"), "s2tw")],
    "bridge, another builder": [to_script(BRIDGE.replace("张卫华", "李国强"), "s2t")],
    "on the same matter": [
        "外交部发言人昨天就地区局势回答记者提问时说，中方对局势的发展表示关切，呼吁有关各方立即停火，回到谈判桌前来，"
        "通过对话协商解决分歧，并为平民撤离提供安全通道。发言人同时证实，当地的中国公民已经全部安全撤出，没有人员伤亡。"
    ],
}


def texts() -> list[tuple[str, str]]:
    return [(story, text) for story, printed in STORIES.items() for text in printed]


def told(articles: list[tuple[str, str]], **values: object) -> dict[int, str]:
    from newssplit.batch.stories import stories

    made = [
        {"source": f"{n}", "order": 1, "kind": "article", "duplicate_of": None, "paragraphs": [text], **values}
        for n, (_, text) in enumerate(articles)
    ]
    return {int(member.name): member.story for member in stories(made)}


@pytest.fixture
def with_extra() -> None:
    pytest.importorskip("datasketch", reason="the extra stories is not installed")
    pytest.importorskip("rapidfuzz", reason="the extra stories is not installed")


@pytest.mark.usefixtures("with_extra")
@pytest.mark.parametrize("backwards", [False, True])
def test_one_id_for_one_story_and_never_for_two(backwards: bool) -> None:
    articles = texts()[::-1] if backwards else texts()
    found = told(articles)
    ids: dict[str, set[str]] = {}
    for number, story in found.items():
        ids.setdefault(story, set()).add(articles[number][0])
    assert all(len(names) == 1 for names in ids.values()), ids
    many = {n for n, (story, _) in enumerate(articles) if len(STORIES[story]) > 1}
    assert set(found) == many


@pytest.mark.usefixtures("with_extra")
def test_each_paper_counts_the_days_from_its_own() -> None:
    told_as = ("5日", "05日", "五日", "昨日", "昨天", "今晨")
    assert len(set(told([("", BRIDGE.replace("5日", day)) for day in told_as]).values())) == 1
    for one, other in (("5日", "6日"), ("五日", "十五日"), ("5日", "二十五日")):
        assert told([("", BRIDGE.replace("5日", one)), ("", BRIDGE.replace("5日", other))]) == {}, (one, other)


@pytest.mark.usefixtures("with_extra")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.6", "36"),
        ("3.6", "6.3"),
        ("3.6", "3:6"),
        ("1/12", "11/2"),
        ("-4", "4"),
        ("3、4", "34"),
        ("12,500", "12,600"),
    ],
)
def test_figures_are_what_their_marks_make_them(one: str, other: str) -> None:
    assert told([("", BRIDGE.replace("3.6", one)), ("", BRIDGE.replace("3.6", other))]) == {}


@pytest.mark.usefixtures("with_extra")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("21,500", "21500"),
        ("21，500", "21500"),
        ("3.6", "３．６"),
        ("3-4", "３～４"),
        ("−4", "－４"),
        ("3 600", "3600"),
    ],
)
def test_figures_are_the_same_in_any_width(one: str, other: str) -> None:
    assert len(told([("", BRIDGE.replace("3.6", one)), ("", BRIDGE.replace("3.6", other))])) == 2


@pytest.mark.usefixtures("with_extra")
def test_the_lesser_of_two_copies_and_what_is_no_article_have_no_story() -> None:
    assert set(told([("", WIRE), ("", WIRE)])) == {0, 1}
    assert told([("", WIRE), ("", WIRE)], duplicate_of="5f0c") == {}
    assert told([("", WIRE), ("", WIRE)], kind="notice") == {}


@pytest.mark.usefixtures("with_extra")
def test_a_thousand_weather_reports_are_a_thousand_stories() -> None:
    reports = [("", WEATHER.replace("15度", f"{n}度").replace("4度", f"{n // 2}.5度")) for n in range(100, 300)]
    assert told(reports) == {}


@pytest.mark.usefixtures("with_extra")
def test_stories_in_the_outputs(tmp_path: Path) -> None:
    source = tmp_path / "in"
    for n, paper in enumerate(("a", "b", "c")):
        (source / paper).mkdir(parents=True)
        head = f"中方将向灾区提供援助\n新华社北京11月{n + 8}日电 {WIRE}\n本市{paper}区新建公园\n本报讯（记者王丽）"
        body = "".join(f"{paper}区第{n}处公园已经开工，占地{n}亩，种植树木{n}千株。" for _ in range(3))
        (source / paper / "1.txt").write_text(f"{head}{body}\n", encoding="utf-8")
    trees = []
    for jobs in (1, 3):
        out = tmp_path / f"out{jobs}"
        assert batch(source, "--out", out, "--stories", "--jobs", jobs).returncode == 0
        trees.append({name: data for name, data in tree(out).items() if not name.startswith(".")})
    assert trees[0] == trees[1]
    assert set(trees[0]) == {"a/1.json", "b/1.json", "c/1.json"}
    stories = [record["story"] for name in trees[0] for record in json.loads(trees[0][name]) if "外交部" in str(record)]
    assert len(stories) == 3
    assert len(set(stories)) == 1
    assert stories[0]
    (source / "a/1.txt").write_text("空\n", encoding="utf-8")
    batch(source, "--out", tmp_path / "out1", "--stories")
    batch(source, "--out", tmp_path / "anew", "--stories")
    assert tree(tmp_path / "out1") == tree(tmp_path / "anew")
    assert rows(tmp_path / "out1", "SELECT count(*) AS n FROM stories") == [{"n": 2}]


def test_counts_are_of_what_was_written(tmp_path: Path) -> None:
    """Also where halves are joined, and parted again: an output that is written anew is of a converted input."""
    source, plan = tmp_path / "in", Plan(str(tmp_path / "out"))
    source.mkdir()
    (source / "1.txt").write_text(
        "江城日报　1998年1月6日　第1版\n跨江老桥昨天开拆\n本报讯（记者 李明）老桥昨天开拆，他说，（下转第二版）\n",
        "utf-8",
    )
    second = source / "2.txt"
    second.write_text(
        "江城日报　1998年1月6日　第2版\n跨江老桥昨天开拆\n（上接第一版）摊子不知搬到哪儿去。街道办事处当天回话。\n",
        "utf-8",
    )

    def counted() -> tuple[int, int, int]:
        tally = converted(plan, source)
        written = [json.loads(path.read_text("utf-8")) for path in (tmp_path / "out").glob("*.json")]
        assert tally.articles == sum(map(len, written))
        assert tally.settled == tally.issues
        return tally.converted, tally.unchanged, tally.articles

    assert counted() == (2, 0, 1)
    assert counted() == (0, 2, 1)
    second.touch()
    assert counted() == (0, 2, 1)
    second.write_text(second.read_text("utf-8").replace("（上接第一版）", ""), "utf-8")
    assert counted() == (2, 0, 2)


@pytest.mark.parametrize(("number", "said"), [(1, "1 issue: 1 converted"), (2, "2 issues: 2 converted")])
def test_one_issue_is_one_issue(tmp_path: Path, number: int, said: str) -> None:
    for n in range(number):
        (tmp_path / f"{n}.txt").write_text("新桥昨日通车\n本报讯（记者 李明）新桥昨天通车了。\n", "utf-8")
    done = batch(tmp_path, "--out", tmp_path / "out")
    assert f"newssplit: {said}, 0 unchanged, 0 failed; {number} article{'s' * (number > 1)} from 0.0 MB" in done.stderr
