"""Newspaper, date and page from paths: known shapes, patterns, options, and what is not to be taken for any of them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import newssplit
from newssplit.errors import ProfileError
from newssplit.model import Issue
from newssplit.paths.facts import Facts
from newssplit.paths.patterns import MOST_OPEN, Mistake, pattern_of
from newssplit.paths.shapes import facts_in
from newssplit.paths.telling import Naming
from newssplit.profiles import read_profile
from tests.batch_tools import batch
from tests.test_cli import run

BARE = "新桥昨日通车\n本报讯（记者 李明）新桥昨天通车了，两岸相距三分钟，市民都说好。\n"
HEADED = f"江城日报　1998年1月6日　第3版\n{BARE}"
NAMED = "江城日报/1998/01/1998-01-05 第2版.txt"
ALL = Facts("江城日报", "1998-01-05", "2")

KNOWN = {
    NAMED: ALL,
    "江城日報/19980105-02.txt": Facts("江城日報", "1998-01-05", "2"),
    "19980105_02.txt.gz": Facts(None, "1998-01-05", "2"),
    "江城日报_1998-01-05_A01.txt": Facts("江城日报", "1998-01-05", "A1"),
    "《江城日报》1998年1月5日第2版.html": ALL,
    "1998-01-05 第2版 江城日报.txt": ALL,
    "1998年1月5日（星期一）第002版：要闻.pdf": Facts(None, "1998-01-05", "2"),
    "江城日报1998年/01/05 第2版.txt": ALL,
    "江城日报1998.zip/0105/第2版.txt": ALL,
    "1998/01/05.txt": Facts(None, "1998-01-05"),
    "1998/0105.txt": Facts(None, "1998-01-05"),
    "199801/05-02.txt": Facts(None, "1998-01-05", "2"),
    "1998年/1月/5日/第2版.txt": Facts(None, "1998-01-05", "2"),
    "html/2019-05/06/content_12.htm": Facts(None, "2019-05-06"),
    "1998-01-05/A02.txt": Facts(None, "1998-01-05", "A2"),
    "1998.1.5.txt": Facts(None, "1998-01-05"),
    "民國95年5月6日 A01版要聞.txt": Facts(None, "2006-05-06", "A1"),
    "一九四九年十月二日 第二版.txt": Facts(None, "1949-10-02", "2"),
    "人民日报海外版/20190506.txt": Facts("人民日报海外版", "2019-05-06"),
    "申报/1937-07-07.txt": Facts("申报", "1937-07-07"),
    "新民晚报1998-01-05(2).txt": Facts("新民晚报", "1998-01-05"),
    "C:\\papers\\江城晚报\\2016-11-09.txt": Facts("江城晚报", "2016-11-09"),
    "1997-01-01/1998-01-05.txt": Facts(None, "1998-01-05"),
    "第3版.txt": Facts(None, None, "3"),
}
NOTHING = (
    "200-1.txt", "20239999.txt", "A1 notes.txt", "report-12.txt", "city-1.txt", "2016.txt", "A01.txt", "B12.txt",
    "2019-07-01_download/a.txt", "download-2019-07-01/a.txt", "export 2019-07-01.txt", "IMG_20190701.txt",
    "20190701_1.txt", "120190701.txt", "201907011.txt", "1998/1/5.txt", "1998/13/05.txt", "1998/02/30.txt",
    "1998/x/01/05.txt", "/tmp/pytest-of-me/pytest-12/test_a0/a.txt", "rmrb19980105.txt", "1998-01-05 备份.txt",
    "02.txt", "江城日报社/a.txt", "江城日报头版.txt", "天气预报/a.txt", "情报/a.txt", "简报/a.txt", "工作日报/a.txt",
    "各地晚报/a.txt",
    "日报/a.txt", "海报.txt", "周报/a.txt", "报/a.txt", "", "/", "..", "1998-01.txt",
)  # fmt: skip


@pytest.mark.parametrize("path", KNOWN)
def test_known_shapes(path: str) -> None:
    assert facts_in(path) == KNOWN[path]
    assert facts_in(f"/srv/papers of 2020/{path}") == KNOWN[path]


@pytest.mark.parametrize("path", NOTHING)
def test_what_is_no_date_page_or_newspaper(path: str) -> None:
    assert facts_in(path) == Facts()


@pytest.mark.parametrize(
    ("pattern", "path", "facts"),
    [
        ("{newspaper}/{date:%Y%m%d}_{page}.txt", "a/jcrb/19980105_02.txt", Facts("jcrb", "1998-01-05", "2")),
        ("{newspaper}/{date:%Y%m%d}_{page}.txt", "jcrb/19980105_02.txt.gz", Facts("jcrb", "1998-01-05", "2")),
        ("{newspaper}/{date:%Y%m%d}_{page}", "jcrb/19980105_02.txt", Facts("jcrb", "1998-01-05", "2")),
        ("{*}-{date:%y%m%d}-a{page}-{*}.txt", "jc-690105-a3-07.txt", Facts(None, "1969-01-05", "3")),
        ("{date:%Y}/{date:%m%d}/p{page}.txt", "x/1998/0105/p12.txt", Facts(None, "1998-01-05", "12")),
        ("{date:%d.%m.%Y} {page}.txt", "5.1.1998 第A2版.txt", Facts(None, "1998-01-05", "A2")),
        ("{newspaper}[{date}]", "江城[1998年1月5日].txt", Facts("江城", "1998-01-05")),
        ("{{{page}}}.txt", "{7}.txt", Facts(None, None, "7")),
        ("{date:%Y}/{date:%Y%m%d}.txt", "1998/19980105.txt", Facts(None, "1998-01-05")),
        ("{date:%Y}/{date:%Y%m%d}.txt", "1999/19980105.txt", None),
        ("{date:%Y%m%d}.txt", "19981305.txt", None),
        ("{date}.txt", "下载 1998-01-05.txt", None),
        ("a/{page}.txt", "b/1.txt", None),
        ("{page}.txt", "1.txt.old.bak", None),
    ],
)
def test_patterns(pattern: str, path: str, facts: Facts | None) -> None:
    assert pattern_of(pattern).facts(path) == facts


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{paper}.txt", "nothing is known to stand for {paper}; allowed: {newspaper}, {date}"),
        ("{date:%H}", "no part of a date is %H; allowed: %Y"),
        ("{date:%Y%m}", "the date is not whole; it needs %Y, %m and %d"),
        ("{*}.txt", "the pattern asks for nothing; allowed: "),
        ("{page", "a { without its other half; "),
        ("page}", "a } without its other half; "),
        ("{page}" + "{*}" * (MOST_OPEN + 1), "too much of a name is left open; "),
        ("{page}" * 50, "a pattern of 300 characters; "),
    ],
)
def test_mistakes_in_patterns(pattern: str, said: str) -> None:
    with pytest.raises(Mistake, match="^" + said.replace("{", r"\{").replace("*", r"\*")):
        pattern_of(pattern)
    with pytest.raises(ProfileError, match=f"^my.toml:2: {said.partition(';')[0]}".replace("{", r"\{")):
        read_profile(f"name = 'a'\npath_patterns = ['{pattern}']", path="my.toml")


def test_a_pattern_takes_no_time_on_a_long_name() -> None:
    pattern = pattern_of("{*}_{*}_{newspaper}_{page}.txt")
    assert pattern.facts("_" * 250 + ".txt") is None


def pages(issue: Issue) -> set[tuple[str | None, str | None, str | None]]:
    return {(article.newspaper, article.date, article.page.number) for article in issue.articles}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with an issue that says nothing of itself, and one that contradicts its name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAMED).parent.mkdir(parents=True)
    (tmp_path / NAMED).write_text(BARE, "utf-8")
    (tmp_path / "1998-01-05 第2版.txt").write_text(HEADED, "utf-8")
    return tmp_path


def test_a_path_fills_what_the_dump_does_not_say(tree: Path) -> None:
    issue = newssplit.read(NAMED)
    assert pages(issue) == {tuple(ALL)}
    assert [(one.field, one.by, one.counts) for one in issue.told] == [
        ("newspaper", "path", True), ("date", "path", True), ("page", "path", True),
    ]  # fmt: skip
    assert not issue.warnings
    plain = newssplit.read(NAMED, from_path="ignore")
    assert pages(plain) == {(None, None, None)}
    assert [article.id for article in plain.articles] == [article.id for article in issue.articles]


def test_the_dump_wins_and_a_contradiction_is_told(tree: Path) -> None:
    issue = newssplit.read("1998-01-05 第2版.txt")
    assert pages(issue) == {("江城日报", "1998-01-06", "3")}
    assert issue.warnings == (
        "the date of its path is 1998-01-05, the dump says 1998-01-06; the dump counts, unless --from-path is trust",
        "the page of its path is 2, the dump says 3; the dump counts, unless --from-path is trust",
    )
    trusted = newssplit.read("1998-01-05 第2版.txt", from_path="trust")
    assert pages(trusted) == {("江城日报", "1998-01-05", "2")}
    assert [warning.partition("; ")[2] for warning in trusted.warnings] == ["the path counts"] * 2


def test_options_win_against_both(tree: Path) -> None:
    issue = newssplit.read("1998-01-05 第2版.txt", newspaper="槐江报", date="1998年1月7日", page="第04版")
    assert pages(issue) == {("槐江报", "1998-01-07", "4")}
    assert "by --date it is 1998-01-07, the dump says 1998-01-06; the option counts" in issue.warnings


@pytest.mark.parametrize(
    ("text", "path", "page"),
    [
        (HEADED, "江城日報/第3版.txt", ("江城日报", "1998-01-06", "3")),
        (HEADED, "江城日报/1998-01-06 第A03版.txt", ("江城日报", "1998-01-06", "3")),
        (HEADED, "人民日报/a.txt", ("江城日报", "1998-01-06", "3")),
    ],
)
def test_the_same_in_other_words_is_no_contradiction(text: str, path: str, page: tuple[str, str, str]) -> None:
    issue = newssplit.read(text.encode(), name=path)
    assert pages(issue) == {page}
    assert bool(issue.warnings) == ("人民" in path)


def test_of_a_file_with_several_pages_nothing_is_filled() -> None:
    """An article whose page has no number beside two pages that have one: the name of the file cannot tell its page."""
    text = f"{BARE}江城日报　1998年1月6日　第3版\n{BARE.replace('新桥', '老桥')}江城日报　1998年1月6日　第4版\n"
    issue = newssplit.read((text + BARE.replace("新桥", "大桥")).encode(), name="第3版.txt")
    assert {article.page.number for article in issue.articles} == {None, "3", "4"}
    assert issue.warnings[0].startswith("the page of its path is 3, the dump says 4;")


@pytest.mark.parametrize(
    "wrong", [{"date": "20239999"}, {"page": "notes"}, {"from_path": "x"}, {"path_patterns": ["{x}"]}]
)
def test_wrong_arguments(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no|none|nothing"):
        newssplit.read(BARE.encode(), **wrong)  # type: ignore[arg-type]


def test_all_commands_take_them(tree: Path) -> None:
    [split] = json.loads(run("split", NAMED, cwd=tree).stdout)
    assert (split["newspaper"], split["date"], split["page"]) == ALL
    explained = json.loads(run("explain", "--json", NAMED, cwd=tree).stdout)
    assert [one["value"] for one in explained["told"]] == list(ALL)
    told = run("explain", NAMED, cwd=tree).stdout.decode()
    assert told.startswith("path: newspaper 江城日报\npath: date 1998-01-05\npath: page 2\n")
    assert "江城日报 1998-01-05" in run("preview", NAMED, cwd=tree).stdout.decode()
    assert "江城日报 1998-01-05" not in run("preview", "--from-path", "ignore", NAMED, cwd=tree).stdout.decode()
    articles = run("report", NAMED, "-o", "-", "--date", "1999-12-31", cwd=tree).stdout.decode()
    assert "1999-12-31" in articles
    piped = run("split", "-", stdin=BARE.encode(), cwd=tree)
    assert json.loads(piped.stdout)[0]["date"] is None


def test_what_annotate_writes_is_of_the_text_alone(tree: Path) -> None:
    _source, _, written = run("annotate", NAMED, cwd=tree).stdout.partition(b"\n")
    assert written
    assert b"1998" not in written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--date", "1998"], "'1998' is not a date; write 1998-01-05;"),
        (["--page", "x"], "'x' is not a page number; write 2 or A1;"),
        (["--path-pattern", "{x}"], "nothing is known to stand for {x}"),
        (["--from-path", "x"], "'x' is not one of fill, trust, ignore;"),
    ],
)
def test_wrong_options(tree: Path, arguments: list[str], said: str) -> None:
    done = run("split", *arguments, NAMED, cwd=tree)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.decode().replace("│", " ").split())


def test_patterns_on_the_command_line_and_in_a_profile(tree: Path) -> None:
    (tree / "jcrb.19980105.p7.txt").write_text(BARE, "utf-8")
    pattern = "{newspaper}.{date:%Y%m%d}.p{page}.txt"
    done = run("split", "--path-pattern", pattern, "jcrb.19980105.p7.txt", NAMED, cwd=tree)
    found = [(r["newspaper"], r["date"], r["page"]) for r in json.loads(done.stdout)]
    assert found == [("jcrb", "1998-01-05", "7"), tuple(ALL)]
    assert done.stderr.decode() == f"newssplit: {NAMED}: warning: its path fits no --path-pattern\n"
    (tree / "newssplit.toml").write_text(f'path_patterns = ["{pattern}"]\n', "utf-8")
    done = run("split", "jcrb.19980105.p7.txt", NAMED, cwd=tree)
    assert [(r["newspaper"], r["date"], r["page"]) for r in json.loads(done.stdout)] == found
    assert not done.stderr


def records(folder: Path) -> dict[str, tuple[str, str, str]]:
    found = {}
    for path in sorted(folder.rglob("*.json")):
        for record in json.loads(path.read_text("utf-8")):
            found[path.relative_to(folder).as_posix()] = (record["newspaper"], record["date"], record["page"])
    return found


def test_batch_sees_the_path_as_given_and_members_of_archives(tree: Path) -> None:
    with zipfile.ZipFile(tree / "江城日报" / "1999.zip", "w") as archive:
        archive.writestr("12/31 第4版.txt", BARE)
    assert batch("江城日报", "--out", "out", cwd=tree).returncode == 0
    assert records(tree / "out") == {
        "1998/01/1998-01-05 第2版.json": tuple(ALL),
        "1999.zip/12/31 第4版.json": ("江城日报", "1999-12-31", "4"),
    }
    assert batch("江城日报/1999.zip", "--out", "alone", cwd=tree).returncode == 0
    assert records(tree / "alone") == {"12/31 第4版.json": ("江城日报", "1999-12-31", "4")}


def test_batch_converts_again_where_the_path_says_something_else(tree: Path) -> None:
    assert "1 converted" in batch("江城日报", "--out", "out", cwd=tree).stderr
    assert "1 unchanged" in batch("江城日报", "--out", "out", cwd=tree).stderr
    (tree / "江城日报").rename(tree / "槐江日报")
    assert "1 converted" in batch("槐江日报", "--out", "out", cwd=tree).stderr
    assert records(tree / "out") == {"1998/01/1998-01-05 第2版.json": ("槐江日报", "1998-01-05", "2")}
    assert "1 converted" in batch("槐江日报", "--out", "out", "--from-path", "ignore", cwd=tree).stderr


def test_halves_meet_by_what_their_paths_say(tree: Path) -> None:
    folder = tree / "江城日报" / "19991231"
    folder.mkdir()
    (folder / "第1版.txt").write_text(
        "跨江老桥昨天开拆\n本报讯（记者 李明）跨江老桥昨天开始拆除，桥下的修鞋匠犯了愁，他说，（下转第二版）\n", "utf-8"
    )
    (folder / "第2版.txt").write_text(
        "跨江老桥昨天开拆\n（上接第一版）摆了三十年的摊不知搬到哪儿去。街道办事处当天回话，桥头空着一间门面。\n",
        "utf-8",
    )
    assert batch(folder, "--out", "out", "-f", "json", cwd=tree).returncode == 0
    [joined] = json.loads((tree / "out" / "第1版.json").read_text("utf-8"))
    assert len(joined["sources"]) == 2
    assert json.loads((tree / "out" / "第2版.json").read_text("utf-8")) == []


def test_parquet_folders_are_by_what_paths_say(tree: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    assert batch("江城日报", "--out", "out", "--combine", "-f", "parquet", cwd=tree).returncode == 0
    assert (tree / "out/articles/newspaper=江城日报/year=1998/part-00000.parquet").is_file()


def test_naming_without_a_path_says_what_is_given() -> None:
    assert Naming().told(None) == Facts()
    assert Naming(use="ignore").told(NAMED) == Facts()
    assert Naming(use="ignore", patterns=("{page}",)).fits("x")
