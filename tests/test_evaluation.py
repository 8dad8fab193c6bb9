"""The figures of `newssplit eval`: right by published examples and by cases small enough to count."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from newssplit.evaluation.comparing import Item, matched, norm
from newssplit.evaluation.evaluate import MEANINGS, all_figures, as_data, compare, total
from newssplit.evaluation.figures import count, figures, roles
from newssplit.evaluation.gold import GoldIssue
from newssplit.evaluation.issue_format import compile_issue
from newssplit.evaluation.locating import owners, read_dump
from newssplit.evaluation.segmentation import b_cubed, boundaries, count_segments, disagreements, segment_figures
from tests.issue_format import golden_issues

GOLDEN = Path(__file__).parent / "golden"
ISSUES = {issue.name: issue for issue in golden_issues(GOLDEN)}
NEWSSPLIT = [sys.executable, "-m", "newssplit"]

PAGE = """\
=== article page=1
@dateline 本报讯
@by 李明 reporter 记者
f|槐江日报　2016年11月9日　第1版
h|两岸三分钟到达
p|⟦本报讯（记者 李明）⟧大桥昨天正式通车，两岸的人们走来走去，
f|第 2 页
+|走了一整天。
=== article
@by 张娅 author
h|桥头的人们怎么说
y|文/张娅
p|有人说快，有人说美，也有人说夜里太亮。
p|他们都走过了这座桥。
"""


def article(headline: str, *paragraphs: str, **fields: Any) -> Item:
    return {"kind": "article", "headline": headline, "byline": [], "paragraphs": list(paragraphs), **fields}


def worsened(articles: list[Item]) -> list[Item]:
    """A prediction with a fault of every sort: lost, merged, cut, mislabelled, misnamed."""
    pred: list[Item] = [
        {**a, **{n: v[-1] for n, v in a.items() if n != "byline" and n != "paragraphs" and isinstance(v, list)}}
        for a in articles
    ]
    del pred[2]
    pred[3] = {**pred[3], "paragraphs": pred[3]["paragraphs"] + pred[4]["paragraphs"]}
    pred[0] = {**pred[0], "kicker": None, "headline": "　".join(filter(None, (pred[0]["kicker"], pred[0]["headline"])))}
    pred[1] = {**pred[1], "byline": [{"name": "李四", "role": None, "title": None}], "kind": "notice"}
    pred[5] = {**pred[5], "paragraphs": pred[5]["paragraphs"][:1]}
    pred[6] = {**pred[6], "paragraphs": ["".join(pred[6]["paragraphs"])], "page": "99"}
    return pred


# Counted by another program that defines the contract's figures.
FIGURES = (
    "found", "body", "headline", "kicker", "subheadline", "section", "dateline", "kind", "page", "date", "byline",
    "paragraphs", "lost", "perfect",
)  # fmt: skip
WORSENED = {
    "city-1": (
        0.7826,
        0.75,
        0.8333,
        0.8333,
        0.9167,
        0.9167,
        0.9167,
        0.8333,
        0.8333,
        0.9167,
        0.8889,
        0.8454,
        0.0379,
        0.5833,
    ),
    "trad-4": (
        0.7619,
        0.7273,
        0.9091,
        0.9091,
        0.9091,
        0.9091,
        0.9091,
        0.8182,
        0.8182,
        0.9091,
        0.8333,
        0.8,
        0.1705,
        0.6364,
    ),
    "all": (0.8174, 0.7833, 0.8833, 0.8833, 0.9, 0.9, 0.9, 0.8167, 0.8167, 0.9, 0.8376, 0.8392, 0.1046, 0.6833),
}


def test_figures_are_those_of_the_contract() -> None:
    names = ("city-1", "metro-2", "national-3", "other-2", "trad-4")
    counts = {name: count(ISSUES[name].articles, worsened(ISSUES[name].articles))[0] for name in names}
    counts["all"] = sum(counts.values(), Counter())
    found = {name: figures(counts[name]) for name in WORSENED}
    assert {name: tuple(values[f] for f in FIGURES) for name, values in found.items()} == WORSENED


@pytest.mark.parametrize("issue", ISSUES.values(), ids=ISSUES.keys())
def test_gold_is_right_by_itself(issue: Any) -> None:
    first = [
        {**a, **{n: v[0] for n, v in a.items() if n not in ("byline", "paragraphs") and isinstance(v, list)}}
        for a in issue.articles
    ]
    values = all_figures(compare(GoldIssue(issue.name, issue.text, issue.articles), first).counts)
    errors = ("pk", "windowdiff", "splits", "merges")
    assert values.pop("lost") < 0.001  # an item of five characters or fewer counts as lost, by definition
    assert {name: value for name, value in values.items() if value != (name not in errors)} == {}


def test_gold_may_allow_several_values() -> None:
    gold = [article("甲", "大桥昨天通车了，人们走来走去。", kicker=["老城新貌", None])]
    for kicker, right in ((None, 1), ("老城新貌", 1), ("新貌", 0)):
        assert count(gold, [article("甲", "大桥昨天通车了，人们走来走去。", kicker=kicker)])[0]["kicker"] == right


def test_a_byline_that_is_not_known_is_not_judged() -> None:
    gold = [{**article("甲", "大桥昨天通车了，人们走来走去。"), "byline": None}]
    pred = [{**gold[0], "byline": [{"name": "李明", "role": "reporter"}]}]
    counts, misses = count(gold, pred)
    assert (figures(counts)["byline"], roles(counts), misses) == (1.0, {}, [])


def test_roles_are_counted_apart() -> None:
    people = [{"name": "李明", "role": "reporter"}, {"name": "张娅", "role": None}]
    gold = [{**article("甲", "大桥昨天通车了，人们走来走去。"), "byline": people}]
    pred = [{**gold[0], "byline": [people[0], {"name": "张娅", "role": "author"}]}]
    assert roles(count(gold, pred)[0]) == {"author": 0.0, "none": 0.0, "reporter": 1.0}


def test_each_prediction_is_used_once() -> None:
    text = "大桥昨天正式通车，两岸的人们走来走去。"
    assert matched([article("甲", text), article("甲", text)], [article("甲", text)]) == {0: (0, 1.0)}


# The examples of Pevzner & Hearst's measure and of Pk in the documentation of nltk.metrics.segmentation.
ONE, TWO, THREE = "000100000010", "000010000100", "100000010000"


@pytest.mark.parametrize(("gold", "pred", "expected"), [(ONE, ONE, 0.0), (ONE, TWO, 0.3), (TWO, THREE, 0.8)])
def test_windowdiff(gold: str, pred: str, expected: float) -> None:
    _, differing, windows = disagreements(cells(gold), cells(pred), 3)
    assert round(differing / windows, 2) == expected


@pytest.mark.parametrize(("pred", "expected"), [("1" * 400, 0.5), ("0" * 400, 0.5), ("0100" * 100, 0.0)])
def test_pk(pred: str, expected: float) -> None:
    wrong, _, windows = disagreements(cells("0100" * 100), cells(pred), 2)
    assert round(wrong / windows, 2) == expected


def cells(segmentation: str) -> list[bool]:
    return [cell == "1" for cell in segmentation]


@pytest.mark.parametrize(
    ("response", "precision"),
    [([0] * 5 + [1] * 7, 16 / 21), ([0] * 5 + [1] * 2 + [0] * 5, 7 / 12)],
)
def test_b_cubed(response: list[int], precision: float) -> None:
    """The example of Bagga & Baldwin: three clusters of 5, 2 and 5, two of them merged."""
    found = b_cubed([0] * 5 + [1] * 2 + [2] * 5, list(response))
    assert found == pytest.approx((12 * precision, 12, 12))


def test_what_a_side_leaves_out_stands_alone_in_b_cubed() -> None:
    assert b_cubed([0, 0, None], [0, None, None]) == pytest.approx((2, 1, 2))


def test_articles_are_located_around_what_stands_between() -> None:
    text, gold = compile_issue(PAGE)
    dump = read_dump(text)
    found = owners(dump, gold["articles"])
    held = ["".join(c for c, owner in zip(dump.text, found, strict=True) if owner == n) for n in (0, 1, None)]
    assert held[0] == norm("两岸三分钟到达大桥昨天正式通车，两岸的人们走来走去，走了一整天。")
    assert held[1] == norm("桥头的人们怎么说有人说快，有人说美，也有人说夜里太亮。他们都走过了这座桥。")
    assert held[2] == norm("槐江日报　2016年11月9日　第1版本报讯（记者李明）第2页文/张娅")


def test_boundaries_are_those_between_lines_of_articles() -> None:
    text, gold = compile_issue(PAGE)
    dump = read_dump(text)
    one = owners(dump, gold["articles"])
    merged = owners(dump, [article("", *(p for a in gold["articles"] for p in (a["headline"], *a["paragraphs"])))])
    assert boundaries(dump, one, one)[0] == [False, False, False, True, False, False]
    assert boundaries(dump, one, merged)[1] == [False] * 6


def test_splits_and_merges() -> None:
    text, gold = compile_issue(PAGE)
    bridge, people = gold["articles"]
    halves = [article("", bridge["headline"]), article("", *bridge["paragraphs"]), people]
    both = [article("", *(p for a in (bridge, people) for p in (a["headline"], *a["paragraphs"])))]
    for pred, expected in ((gold["articles"], (0, 0)), (halves, (1, 0)), (both, (0, 1))):
        found = segment_figures(count_segments(text, gold["articles"], pred))
        assert (found["splits"], found["merges"]) == expected


def run(*arguments: str | Path, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*NEWSSPLIT, *map(str, arguments)], input=data, capture_output=True, check=False)


def test_an_annotated_reading_is_gold_that_the_program_reaches(tmp_path: Path) -> None:
    """annotate -> eval and annotate -> --compile -> eval agree, and find nothing to complain of."""
    text, _ = compile_issue((GOLDEN / "city-2.issue").read_text("utf-8"))
    (tmp_path / "page.txt").write_text(text, "utf-8")
    assert run("annotate", tmp_path / "page.txt", "-o", tmp_path / "page.issue").returncode == 0
    first = json.loads(run("eval", tmp_path, "--json").stdout)
    assert (first["issues"], first["perfect"], first["exact"], first["pk"]) == (1, 1.0, 1.0, 0.0)
    (tmp_path / "page.txt").unlink()
    assert run("annotate", "--compile", tmp_path / "page.issue").returncode == 0
    assert (tmp_path / "page.txt").read_text("utf-8") == text
    (tmp_path / "page.issue").unlink()
    assert json.loads(run("eval", tmp_path / "page.gold.json", "--json").stdout) == first


def test_eval_tells_all_figures(tmp_path: Path) -> None:
    (tmp_path / "page.issue").write_text(PAGE, "utf-8")
    data = json.loads(run("eval", tmp_path, "--json").stdout)
    assert set(MEANINGS) <= set(data)
    assert set(MEANINGS) <= set(data["by_issue"]["page"])
    shown = run("eval", tmp_path).stdout.decode()
    assert all(re.search(rf"^ {name} +\d", shown, re.M) for name in MEANINGS)


def test_eval_names_misses(tmp_path: Path) -> None:
    (tmp_path / "page.issue").write_text(PAGE.replace("@by 张娅 author", "@by 张三 author"), "utf-8")
    assert re.search("桥头的人们怎么说 +.*byline", run("eval", "--misses", tmp_path).stdout.decode())


def test_html_shows_differences_and_runs_nothing(tmp_path: Path) -> None:
    text, gold = compile_issue(PAGE.replace("快，有人", "<script>alert(1)</script>快，有人"))
    (tmp_path / "page.txt").write_text(text, "utf-8")
    gold["articles"][1]["paragraphs"][1] = "他们都走过了那座桥。"
    (tmp_path / "page.gold.json").write_text(json.dumps(gold), "utf-8")
    assert run("eval", tmp_path, "--html", tmp_path / "d.html").returncode == 0
    page = (tmp_path / "d.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "他们都走过了<del>那</del>座桥。" in page
    assert "他们都走过了<ins>这</ins>座桥。" in page


def test_same_name_in_two_folders_is_two_issues(tmp_path: Path) -> None:
    for folder in ("2016", "2017"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "01.issue").write_text(PAGE, "utf-8")
    assert list(json.loads(run("eval", tmp_path, "--json").stdout)["by_issue"]) == ["2016/01", "2017/01"]


def test_windows_line_ends_of_an_editor_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "page.issue").write_bytes(PAGE.replace("\n", "\r\n").encode())
    assert run("annotate", "--compile", tmp_path / "page.issue").returncode == 0
    assert (tmp_path / "page.txt").read_bytes() == compile_issue(PAGE)[0].encode()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.issue", "h|no item yet\n", "a.issue:line 1 (h|no item yet): before the first ===; the format is"),
        ("a.gold.json", "{", "a.gold.json:line 1: is not valid JSON"),
        ("a.gold.json", "{}", "a.gold.json: holds no list of articles"),
        (
            "a.gold.json",
            '[{"paragraphs": [1]}]',
            "a.gold.json:article 1: has no paragraphs, or a value that is not text",
        ),
        ("a.gold.json", "[]", "a.txt: there is no such file"),
    ],
)
def test_broken_gold_is_told_and_the_rest_measured(tmp_path: Path, name: str, content: str, message: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    (tmp_path / "good.issue").write_text(PAGE, "utf-8")
    done = run("eval", tmp_path, "--json")
    errors = done.stderr.decode().splitlines()
    assert (done.returncode, len(errors)) == (1, 1)
    assert message in errors[0]
    assert list(json.loads(done.stdout)["by_issue"]) == ["good"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["eval", "{}/empty"], "holds no gold; it takes NAME.issue, or NAME.txt with NAME.gold.json"),
        (["annotate", "{}/page.txt", "-o", "{}/there.issue"], "already exists; to overwrite it: --force"),
        (["annotate", "--compile", "{}/page.txt"], "is not an annotated issue; name a file that ends in .issue"),
    ],
)
def test_usage_mistakes(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.txt").write_text("开门红\n", "utf-8")
    (tmp_path / "there.issue").write_text("corrected\n", "utf-8")
    done = run(*(argument.format(tmp_path) for argument in arguments))
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert (tmp_path / "there.issue").read_text("utf-8") == "corrected\n"


def test_totals_add_up_over_issues() -> None:
    results = [
        compare(GoldIssue(n, ISSUES[n].text, ISSUES[n].articles), worsened(ISSUES[n].articles))
        for n in ("city-1", "trad-4")
    ]
    together, data = total(results), as_data(results)
    assert together["gold"] == data["articles"] == sum(one["articles"] for one in data["by_issue"].values())
    lowest, highest = sorted(one["boundary_f1"] for one in data["by_issue"].values())
    assert lowest <= data["boundary_f1"] <= highest
