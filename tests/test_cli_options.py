"""The command line as a process: profiles, conversion, doubtful articles, copies."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from newssplit.output.schema import article_schema
from tests.test_cli import OTHER_PAGE, PAGE, errors_of, run

MODEL = """江城晚报　2016年11月09日　第03版：城事
江城茶馆
菜价涨了
本报讯(记者 于洋)昨天8:30,菜价涨了3.5%,市民说"吃不起".
"""
PROFILE = '[add.labels]\nwords = ["江城茶馆"]\nsingle = ["江城茶馆"]\n'
BROKEN = '[add.labels]\nword = ["江城茶馆"]\n'


def articles_of(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with dumps, and an empty folder of the user's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "newssplit").mkdir(parents=True)
    (tmp_path / "work").mkdir()
    for name, text in (("page.txt", PAGE), ("trad.txt", OTHER_PAGE), ("model.txt", MODEL)):
        (tmp_path / "work" / name).write_text(text, "utf-8")
    return tmp_path / "work"


# --- profiles


def test_a_profile_is_found_by_file_by_name_and_in_the_working_folder(folder: Path) -> None:
    dump = MODEL + "老人走失三天找到\n本报讯（记者 王丽）昨天，走失三天的老人在山里被找到，身体无恙。\n"
    (folder / "model.txt").write_text(dump, "utf-8")

    def sections(*args: object) -> list[str | None]:
        return [article["section"] for article in articles_of(run("split", "model.txt", *args, cwd=folder))]

    plain = sections()
    (folder / "my.toml").write_text(PROFILE, "utf-8")
    (folder.parent / "config" / "newssplit" / "jiangcheng.toml").write_text(PROFILE, "utf-8")
    taught = sections("--profile", "my.toml")
    assert taught == ["江城茶馆", None]
    assert taught != plain
    assert sections("--profile", "jiangcheng") == taught
    assert sections() == plain
    (folder / "newssplit.toml").write_text(PROFILE, "utf-8")
    assert sections() == taught
    assert sections("--profile", "none") == plain


@pytest.mark.parametrize(
    "command",
    [
        ["split", "page.txt"],
        ["preview", "page.txt"],
        ["explain", "page.txt"],
        ["report", "page.txt"],
        ["annotate", "page.txt"],
        ["eval", "gold"],
        ["batch", "page.txt", "--out", "out"],
    ],
)
def test_a_mistake_in_a_profile_ends_every_command_with_one_line(folder: Path, command: list[str]) -> None:
    (folder / "my.toml").write_text(BROKEN, "utf-8")
    (folder / "gold").mkdir()
    (folder / "gold" / "a.issue").write_text("=== article\nh|大桥通车\np|昨天，大桥通车了。\n", "utf-8")
    before = sorted(folder.iterdir())
    done = run(*command, "--profile", "my.toml", cwd=folder)
    assert done.returncode == 2
    assert done.stdout == b""
    assert errors_of(done) == [
        "newssplit: my.toml:2: there is no list labels.word; did you mean words? "
        "allowed: words, endings, briefs, genres, opinions, single, boxes, box_endings, summaries, notices, "
        "series, noting, sorts"
    ]
    assert sorted(folder.iterdir()) == before


def test_a_profile_that_is_not_there_is_told(folder: Path) -> None:
    done = run("split", "page.txt", "--profile", "missing.toml", cwd=folder)
    assert (done.returncode, errors_of(done)) == (
        2,
        ["newssplit: missing.toml: there is no such file; check the path"],
    )


def test_verbose_names_the_profile_that_was_found(folder: Path) -> None:
    (folder / "newssplit.toml").write_text(PROFILE, "utf-8")
    assert run("split", "page.txt", cwd=folder).stderr == b""
    said = errors_of(run("split", "-v", "page.txt", cwd=folder))
    assert said[0] == "newssplit: newssplit.toml: profile: 2 words added, 0 removed"


def test_profiles_new_check_list_show(folder: Path) -> None:
    assert run("profiles", "list", cwd=folder).stdout == b""
    assert run("profiles", "new", "newssplit.toml", cwd=folder).returncode == 0
    again = run("profiles", "new", "newssplit.toml", cwd=folder)
    assert (again.returncode, errors_of(again)) == (
        2,
        ["newssplit: newssplit.toml: already exists; to overwrite it: --force"],
    )
    checked = run("profiles", "check", "newssplit.toml", cwd=folder)
    assert checked.stdout == b"newssplit.toml: 0 words added, 0 removed\n"

    (folder / "newssplit.toml").write_text('newspaper = "江城晚报"\n' + PROFILE, "utf-8")
    (folder.parent / "config" / "newssplit" / "broken.toml").write_text(BROKEN, "utf-8")
    listed = run("profiles", "list", cwd=folder)
    assert listed.returncode == 1
    assert listed.stdout.decode() == "-  +2 -0  newssplit.toml  江城晚报\n"
    assert "broken.toml:2: there is no list labels.word" in errors_of(listed)[0]
    shown = run("profiles", "show", "newssplit.toml", cwd=folder).stdout.decode()
    assert shown.splitlines() == ["# 江城晚报", "+ labels.words: 江城茶馆", "+ labels.single: 江城茶馆"]
    assert "[labels]" in run("profiles", "show", cwd=folder).stdout.decode().splitlines()


def test_check_tells_all_mistakes(folder: Path) -> None:
    (folder / "my.toml").write_text("nam = 1\n" + BROKEN, "utf-8")
    done = run("profiles", "check", "my.toml", cwd=folder)
    assert done.returncode == 2
    assert [line.split(" ")[1] for line in errors_of(done)] == ["my.toml:1:", "my.toml:3:"]


def test_a_changed_profile_converts_a_batch_again(folder: Path) -> None:
    def batch(*args: object) -> str:
        return run("batch", "model.txt", "--out", "out", "--jobs", 1, *args, cwd=folder).stderr.decode()

    assert "1 converted" in batch()
    (folder / "newssplit.toml").write_text(PROFILE, "utf-8")
    assert "1 converted" in batch()
    assert json.loads((folder / "out" / "model.json").read_text("utf-8"))[0]["section"] == "江城茶馆"
    assert "1 unchanged" in batch()
    assert "1 converted" in batch("--to", "tw")
    assert json.loads((folder / "out" / "model.json").read_text("utf-8"))[0]["newspaper"] == "江城晚報"


# --- conversion, punctuation


def test_words_are_converted_and_spans_are_not(folder: Path) -> None:
    (plain,) = articles_of(run("split", "model.txt", cwd=folder))
    (done,) = articles_of(run("split", "model.txt", "--to", "tw", "--punctuation", "fullwidth", cwd=folder))
    assert done["newspaper"] == "江城晚報"
    assert done["dateline"] == "本報訊"
    assert done["byline"] == [{"name": "于洋", "role": "reporter", "title": "記者"}]
    assert done["paragraphs"] == ["昨天8:30，菜價漲了3.5%，市民說“吃不起”。"]
    kept = ("id", "source", "span", "lines", "parts", "changes", "chars", "confidence")
    assert {key: done[key] for key in kept} == {key: plain[key] for key in kept}
    assert plain["paragraphs"] == ['昨天8:30,菜价涨了3.5%,市民说"吃不起".']


def test_traditional_papers_become_simplified(folder: Path) -> None:
    plain = articles_of(run("split", "trad.txt", cwd=folder))
    done = articles_of(run("split", "trad.txt", "--to", "simplified", cwd=folder))
    assert [a["span"] for a in done] == [a["span"] for a in plain]
    text = "".join(p for a in done for p in a["paragraphs"])
    assert not set("這個說過來時會報訊") & set(text)


def test_what_is_not_to_be_had_is_told(folder: Path) -> None:
    for option, value, allowed in (
        ("--to", "kanji", "simplified"),
        ("--punctuation", "wide", "asis"),
        ("--low", "hide", "withhold"),
    ):
        done = run("split", "page.txt", option, value, cwd=folder)
        assert done.returncode == 2
        assert allowed in done.stderr.decode()


# --- doubtful articles, copies


def test_doubtful_articles_are_marked_or_withheld(folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    plain = articles_of(run("split", "page.txt", cwd=folder))
    bound = sorted(a["confidence"] for a in plain)[len(plain) // 2]
    low = [a["id"] for a in plain if a["confidence"] < bound]
    marked = articles_of(run("split", "page.txt", "--min-confidence", bound, cwd=folder))
    assert [a["id"] for a in marked if a["low_confidence"]] == low
    assert [{k: v for k, v in a.items() if k != "low_confidence"} for a in marked] == plain
    jsonschema.validate(marked[0], article_schema())
    done = run("split", "page.txt", "--min-confidence", 1, "--low", "withhold", cwd=folder)
    assert articles_of(done) == [a for a in plain if a["confidence"] >= 1]
    left_out = sum(a["confidence"] < 1 for a in plain)
    assert left_out
    assert errors_of(done) == [f"newssplit: page.txt: warning: articles below a confidence of 1 left out: {left_out}"]


@pytest.mark.parametrize("bound", ["1.5", "-1", "much", "nan"])
def test_a_confidence_is_from_0_to_1(folder: Path, bound: str) -> None:
    done = run("split", "page.txt", "--min-confidence", bound, cwd=folder)
    assert done.returncode == 2
    assert "--min-confidence" in done.stderr.decode()


def test_low_needs_a_bound(folder: Path) -> None:
    done = run("split", "page.txt", "--low", "withhold", cwd=folder)
    assert done.returncode == 2
    assert "--min-confidence X" in done.stderr.decode()


def test_copies_are_kept_where_they_are_asked_for(folder: Path) -> None:
    article = "大桥昨日通车\n本报讯（记者 李明）昨天上午，江城大桥正式通车，数千市民走上大桥，有人唱起了歌。\n"
    other = "菜价连涨三日\n本报讯（记者 王丽）昨天，记者从市场了解到，白菜价格涨了三成，市民说还吃得起。\n"
    (folder / "twice.txt").write_text(article + other + article, "utf-8")
    once = articles_of(run("split", "twice.txt", cwd=folder))
    both = articles_of(run("split", "twice.txt", "--keep-duplicates", cwd=folder))
    assert [a["headline"] for a in once] == ["大桥昨日通车", "菜价连涨三日"]
    assert [a["headline"] for a in both] == ["大桥昨日通车", "菜价连涨三日", "大桥昨日通车"]
    assert [a["duplicate_of"] for a in both] == [None, None, both[0]["id"]]
