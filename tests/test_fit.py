"""Weights fitted to annotated issues: the sums over all readings, what the gold says of a unit, and the command."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from math import exp, inf, log
from pathlib import Path

import pytest

from newssplit.deciding.grammar import GRAMMAR, MODE, MODES
from newssplit.deciding.moves import across
from newssplit.evaluation.issue_format import compile_issue
from newssplit.fitting.issues import Dump, Issue, family_of, folds_of
from newssplit.fitting.pages import Kind, Page, read_pages
from newssplit.fitting.told import Told, told
from newssplit.fitting.weights_file import written
from newssplit.labels import LABEL, LABELS
from newssplit.lexicon import default_lexicon
from newssplit.pipeline import see, split
from newssplit.profile import lexicon_of
from newssplit.profiles import read_profile
from newssplit.rules.table import ALWAYS
from newssplit.weights import packaged_weights

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")

from newssplit.fitting.climbing import fit  # noqa: E402
from newssplit.fitting.fitting import fitted  # noqa: E402
from newssplit.fitting.likelihood import AGAINST, DECIBAN, Problem  # noqa: E402
from newssplit.fitting.settling import settled  # noqa: E402
from newssplit.fitting.table import CERTAIN, names_of, value  # noqa: E402

GOLDEN = Path(__file__).parent / "golden"
WEIGHTS = packaged_weights()
NAMES = names_of(WEIGHTS)
ROW = np.array([value(WEIGHTS, name) for name in NAMES], float)
RULES = sorted(WEIGHTS.rules)


def made_up(seed: int, units: int) -> Page:
    """A page of units of which some rules speak, and of which something is known, by chance."""
    chance = random.Random(seed)
    kinds, tells = list[Kind](), list[Told]()
    for _ in range(units):
        rules = tuple(chance.sample(RULES, 3))
        labels = sorted({*ALWAYS, LABEL["lede"], LABEL["furniture"]})
        kinds.append(Kind(rules, tuple(labels)))
        some = frozenset(chance.sample([LABELS[n] for n in labels], 4))
        tells.append(Told(some if chance.random() < 0.6 else frozenset(), some))
    borders = [chance.choice((0, 0, 20, -14)) for _ in range(units)]
    return Page("made up", "made up", 0, 1.0, kinds, borders, tells, list(range(1, units + 1)))


def likelihood(page: Page) -> float:
    """The logarithm of the gold's share of all readings, by going through them one mode at a time."""
    return worth(page, gold=True) - worth(page, gold=False)


def worth(page: Page, *, gold: bool) -> float:
    now = {MODE["start"]: 1.0}
    for kind, border, tell in zip(page.kinds, page.borders, page.told, strict=True):
        after = dict[int, float]()
        steps = set[tuple[int, int, int, int, bool]]()
        for label in kind.labels:
            best = dict[tuple[int, int, int, int, bool], int]()
            for move in across(GRAMMAR, label, border) if border else GRAMMAR.moves[label]:
                best.setdefault((*move[:3], 0, move[4]), move[3])
            steps |= {(*move[:3], cost, move[4]) for move, cost in best.items()}
        for mode, label, target, cost, opens in steps:
            score = cost + sum(WEIGHTS.rules[rule].get(LABELS[label], 0) for rule in kind.rules)
            allowed = LABELS[label] in (tell.opening if opens else tell.staying)
            found = now.get(mode, 0.0) * exp(DECIBAN * score) * (1.0 if allowed or not gold else AGAINST)
            after[target] = after.get(target, 0.0) + found
        now = after
    return log(sum(share * exp(DECIBAN * WEIGHTS.leaving[MODES[mode]]) for mode, share in now.items()))


@pytest.mark.parametrize("seed", range(5))
def test_the_share_of_the_gold_is_that_of_going_through_all_readings(seed: int) -> None:
    pages = [made_up(seed, 3), made_up(seed + 100, 7), made_up(seed + 200, 5)]
    found, _ = Problem(pages, NAMES, WEIGHTS).value(ROW)
    assert found == pytest.approx(sum(map(likelihood, pages)), rel=1e-9)
    assert found <= 0


@pytest.mark.parametrize("seed", range(3))
def test_slopes_are_those_of_small_differences(seed: int) -> None:
    problem = Problem([made_up(seed, 9), made_up(seed + 50, 4)], NAMES, WEIGHTS)
    _, slope = problem.value(ROW)
    steep = np.argsort(-np.abs(slope))[:25]
    assert abs(slope[steep[-1]]) > 1e-4
    for n in steep:
        step = np.zeros(len(NAMES))
        step[n] = 1e-4
        higher, lower = problem.value(ROW + step)[0], problem.value(ROW - step)[0]
        assert (higher - lower) / 2e-4 == pytest.approx(slope[n], rel=1e-4, abs=1e-6)


def test_a_page_that_counts_half_counts_half() -> None:
    page = made_up(1, 6)
    whole, slope = Problem([page], NAMES, WEIGHTS).value(ROW)
    half, less = Problem([page._replace(weight=0.5)], NAMES, WEIGHTS).value(ROW)
    assert half == pytest.approx(whole / 2)
    assert less == pytest.approx(slope / 2)


def test_shares_of_labels_add_up_to_one() -> None:
    problem = Problem([made_up(3, 8), made_up(4, 2)], NAMES, WEIGHTS)
    for gold in (True, False):
        assert problem.shares(ROW, gold=gold).sum(axis=1) == pytest.approx(1)


def issue(source: str, name: str = "paper-1") -> Issue:
    text, gold = compile_issue(source)
    return Issue(name, family_of(name), Dump(text, gold["articles"]), ())


SOURCE = """f|西江日报　2010年5月6日　第02版
=== article
x|社会新闻
k|两年没有灯
h|老街的灯亮了
y|本报记者　李　明
p|　　⟦本报讯（记者　李　明）⟧昨天，李明说，老街的灯亮了，街坊
+|都出来看。
p|　　一夜没睡
p|　　王丽拍手，她说这是头一回。⟦（王丽）⟧
=== photo
p|灯下的老街。⟦（本报记者　周　全　摄）⟧
=== article
h|新桥通车
p|　　新桥昨天通车了，两岸的人从桥上走过去，又走回来。"""


def test_what_the_gold_says_of_each_unit() -> None:
    text, gold = compile_issue(SOURCE)
    sights = see(text, default_lexicon()).sights
    said = dict(zip((s.text[:6] for s in sights), told(text, gold["articles"], sights), strict=True))
    assert said["社会新闻"].opening == {"section", "furniture"}
    assert said["两年没有灯"].opening == said["老街的灯亮了"].staying == {"headline"}
    assert said["老街的灯亮了"].opening == frozenset()
    assert "byline" in said["本报记者　李"].staying
    assert "headline" not in said["本报记者　李"].staying
    assert "lede" in said["本报讯（记者"].staying
    assert "text" not in said["本报讯（记者"].staying
    assert {"text", "crosshead"} <= said["一夜没睡"].staying
    assert "crosshead" not in said["新桥昨天通车"].staying
    assert {"last", "sourced"} <= said["王丽拍手，她"].staying
    assert said["灯下的老街。"] == Told(frozenset(), frozenset({"aside", "caption"}))
    assert said["新桥通车"] == Told(frozenset({"headline"}), frozenset())


def test_what_the_gold_leaves_open_is_settled_by_the_old_weights() -> None:
    pages = read_pages(issue(SOURCE), default_lexicon())
    (page,), broken = settled(pages, WEIGHTS)
    assert broken < 1.1
    few = [one for one in page.told if 0 < len(one.opening | one.staying) <= 2]
    assert len(few) >= len(page.told) - 1
    assert Problem([page], NAMES, WEIGHTS).value(ROW)[0] <= Problem(pages, NAMES, WEIGHTS).value(ROW)[0]


def unsigned(number: int) -> Issue:
    """A page of a paper that signs nothing and parts nothing."""
    heads = ("渡口修好了石阶", "集市搬到河东", "小学添了三间教室", "山上种下新茶", "粮站今天开秤", "剧团排了新戏")
    texts = (
        "修了{}天，路上的人都说好走。来往的车比从前多了一倍，到晚上还有人在那里歇脚。",
        "村里商量了{}回才定下来。老人们起先不肯，后来去看过，也就点了头。",
        "用去工料{}车，都是各家自己送来的。剩下的账贴在祠堂墙上，谁都可以看。",
    )
    chance = random.Random(number)
    lines = list[str]()
    for head in chance.sample(heads, 5):
        lines += ["=== article", f"h|{head}", *(f"p|{text.format(chance.randint(2, 90))}" for text in texts)]
    return issue("\n".join(lines), f"unsigned-{number}")


def test_a_fit_learns_the_habits_of_a_paper() -> None:
    issues = [unsigned(n) for n in range(6)]
    outcome = fitted(issues, default_lexicon(), (4.0,), 3, 0)
    before, after = (sum(t.clean["perfect"] for t in side) for side in (outcome.before, outcome.after.tallies))
    assert before < after
    assert outcome.helps
    again = fitted(issues, default_lexicon(), (4.0,), 3, 0)
    assert again.weights.rules == outcome.weights.rules
    assert again.weights.arcs == outcome.weights.arcs


def test_certainties_and_rules_that_hardly_speak_keep_their_weights() -> None:
    pages = [page for n in range(3) for page in read_pages(unsigned(n), default_lexicon())]
    made = fit(pages, WEIGHTS, 4.0)
    assert {"weather", "dateline_mark", "heading_field"} <= made.held
    assert not made.held & {"short_line"}
    for name in NAMES:
        if name.name in made.held or any(abs(w) >= CERTAIN for w in WEIGHTS.rules.get(name.name, {}).values()):
            assert value(made.weights, name) == value(WEIGHTS, name)


def test_families_stay_whole_unless_there_are_too_few() -> None:
    issues = [issue(SOURCE, name) for name in ("a/1", "a/2", "b-1", "b-2", "c/x", "d_7")]
    assert [one.family for one in issues] == ["a", "a", "b", "b", "c", "d"]
    for fold in folds_of(issues, 3, 0):
        families = {issues[n].family for n in fold}
        assert sorted(fold) == [n for n, one in enumerate(issues) if one.family in families]
    assert sorted(map(len, folds_of(issues, 6, 0))) == [1] * 6


def test_the_file_of_the_package_is_what_is_written() -> None:
    text = written(WEIGHTS, "newssplit fit")
    packaged = (Path(__file__).parent.parent / "src/newssplit/data/weights.toml").read_text("utf-8")
    bare = [[line for line in one.splitlines() if not line.startswith("# Fitted by")] for one in (text, packaged)]
    assert bare[0] == bare[1]
    assert "# Fitted by: newssplit fit\n" in text


def test_the_words_of_a_profile_stay_and_its_old_weights_go() -> None:
    profile = 'name = "x"\n\n[leaving]\nbody = 7\n\n[options]\nformat = "csv"\n\n[add.labels]\nwords = ["江城茶馆"]\n'
    text = written(WEIGHTS, "newssplit fit", profile)
    found = tomllib.loads(text)
    assert found["add"] == {"labels": {"words": ["江城茶馆"]}}
    assert found["leaving"]["body"] == WEIGHTS.leaving["body"]
    assert read_profile(text, path="fitted.toml").name == "x"


def test_weights_of_a_profile_are_used() -> None:
    page = "老街的灯亮了\n本报讯（记者 李明）昨天，李明说，老街的灯亮了，街坊都出来看。\n"
    assert split(page).articles[0].headline == "老街的灯亮了"
    lexicon = lexicon_of(read_profile('[arcs]\n"done: headline -> headed" = -99'))
    assert split(page, lexicon=lexicon).articles[0].headline is None
    assert split(page).articles[0].headline == "老街的灯亮了"


def newssplit(*arguments: str, code: str = "from newssplit.__main__ import main; main()") -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def few(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    for path in sorted((GOLDEN / "hard").glob("*.issue"))[:4]:
        shutil.copy(path, folder)
    return folder


def test_the_command_writes_a_profile_and_says_what_it_is_worth(few: Path, tmp_path: Path) -> None:
    one, other = (str(tmp_path / name) for name in ("one.toml", "other.toml"))
    options = ("--folds", "2", "--spread", "2", "--force")
    status, said, errors = newssplit("fit", str(few), *options, "-o", one)
    assert (status, errors) == (0, "")
    assert "4 issues of 4 families" in said
    assert "left out" in said
    assert "On issues left out the fitted weights are" in said
    assert newssplit("fit", str(few), *options, "-o", other)[1] == said
    same = [Path(name).read_text("utf-8").replace(name, "") for name in (one, other)]
    assert same[0] == same[1]
    assert read_profile(same[0]).weights
    assert newssplit("profiles", "check", one)[0] == 0


def errors_of(*arguments: str) -> Sequence[str]:
    status, _, errors = newssplit("fit", *arguments)
    assert status in (1, 2)
    return errors.splitlines()


def test_errors_are_one_line_each(few: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    (line,) = errors_of(str(empty))
    assert "holds no gold" in line
    (line,) = errors_of(str(few), "--folds", "9")
    assert "9 folds need as many annotated issues, and there are 4; --folds 4" in line
    (line,) = errors_of(str(few), "-o", str(next(few.iterdir())))
    assert "is one of the inputs" in line
    there = tmp_path / "there.toml"
    there.write_text("")
    (line,) = errors_of(str(few), "-o", str(there))
    assert "already exists" in line
    assert there.read_text() == ""
    (empty / "a.txt").write_text("新桥昨天通车了。\n", "utf-8")
    (empty / "a.gold.json").write_text('[{"paragraphs": ["老街夜里亮起一百盏灯来，人人都去看"]}]', "utf-8")
    odd, nothing = errors_of(str(empty))
    assert "its articles do not stand in its text" in odd
    assert "there is nothing to fit weights to" in nothing


def test_without_its_packages_the_command_says_which_extra_it_needs(few: Path) -> None:
    blocked = "import sys; sys.modules['scipy'] = None; from newssplit.__main__ import main; main()"
    status, _, errors = newssplit("fit", str(few), code=blocked)
    assert status == 1
    assert "pip install 'newssplit[fit]'" in errors


def test_a_worth_of_nothing_is_no_worth() -> None:
    """A page without units says nothing, and is passed over."""
    empty = made_up(0, 1)._replace(kinds=[], borders=[], told=[], lines=[])
    full = made_up(0, 4)
    assert Problem([full, empty], NAMES, WEIGHTS).value(ROW)[0] == Problem([full], NAMES, WEIGHTS).value(ROW)[0] > -inf
