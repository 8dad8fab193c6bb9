"""`newssplit preview`: what a person sees in the terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newssplit import split
from newssplit.batch.stream import InputOptions
from newssplit.cli.console import Messages
from newssplit.model import DOUBTFUL
from newssplit.show.opened import open_issue
from newssplit.show.preview import console_on, preview, rendered
from newssplit.show.typesetting import shortened, wrapped
from newssplit.show.visible import visible

EXAMPLE = Path(__file__).parents[1] / "examples" / "county-2016.txt"
PLAIN = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PAGER", "LESS")}
HOSTILE = (
    "今日槐川\n2016年11月09日　星期三　第1327期\n第01版：要闻\n老桥[图]通车\n"
    "　　本报讯（记者 李明）昨天，老桥通车。[red]红灯[/red]亮了 :smile: \x1b[31m红\x1b[0m\x07，车辆缓缓驶过。\n"
    "　　桥长三百米，\u202e工期两年\u202c，\x9b2J投资一亿元，明年还要再修一座，一件一件办。\n"
)


def show(*args: object, stdin: str | None = None, **env: str) -> str:
    """What a command prints. Where it reads nothing but the example, it is run once for all tests."""
    files = [Path(str(arg)) for arg in args if "/" in str(arg)]
    if stdin is None and all(file == EXAMPLE for file in files):
        return _shown_once(args, tuple(sorted(env.items())))
    return _shown(args, stdin, env)


@cache
def _shown_once(args: tuple[object, ...], env: tuple[tuple[str, str], ...]) -> str:
    return _shown(args, None, dict(env))


def _shown(args: Sequence[object], stdin: str | None, env: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "newssplit", *map(str, args)],
        input=stdin.encode() if stdin is not None else None,
        capture_output=True,
        timeout=60,
        env={**PLAIN, **env},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def test_contents_name_every_article_with_its_makers_size_and_confidence() -> None:
    issue = split(EXAMPLE.read_text("utf-8"))
    lines = show("preview", EXAMPLE, "--toc", "--width", "110").splitlines()
    for article in issue.articles:
        (row,) = (line for line in lines if re.match(rf"\s*{article.order}   ", line))
        assert article.headline is None or article.headline in row
        assert "、".join(person.name for person in article.byline) in row
        assert f" {article.chars} " in row
        assert f"{article.confidence:.0%}" in row
        assert ("?" in row.split()[-1]) == (article.confidence < DOUBTFUL)
    assert any("第3版 社会·副刊" in line for line in lines)


def test_articles_are_set_whole_under_their_headlines() -> None:
    opened = open_issue(str(EXAMPLE), InputOptions(), Messages())
    shown = show("preview", EXAMPLE, "--width", "60")
    assert show("preview", EXAMPLE, "--width", "60", "--article", "2") in shown
    for article in opened.issue.articles:
        console = console_on(StringIO(), 60)
        alone = "".join(rendered(console, preview(opened, console.width, article=article.order)))
        assert alone in shown
        said = "".join(alone.split())
        for text in (article.kicker, article.headline, article.subheadline, *(p.text for p in article.paragraphs)):
            assert "".join((text or "").split()) in said


@pytest.mark.parametrize("width", [24, 48, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    lines = show("preview", EXAMPLE, "--width", width).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


def test_a_wide_page_is_set_in_two_columns() -> None:
    assert " │ " in show("preview", EXAMPLE, "--article", 1, "--width", 100)
    assert " │ " not in show("preview", EXAMPLE, "--article", 1, "--width", 80)


def test_markup_and_control_characters_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(HOSTILE, "utf-8")
    for env in ({}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        said = "".join(show("preview", page, **env).split())
        for part in ("老桥[图]通车", "[red]红灯[/red]", ":smile:", "␛[31m红␛[0m␇", "⟨202E⟩工期两年⟨202C⟩", "⟨009B⟩2J"):
            assert part in said
        assert "\x1b[31m红" not in said
        assert not re.search("[\x07\x9b\u202e]", said)


def test_colour_only_where_it_is_taken() -> None:
    assert "\x1b" not in show("preview", EXAMPLE)
    assert "\x1b[" in show("preview", EXAMPLE, FORCE_COLOR="1", TERM="xterm")
    quiet = show("preview", EXAMPLE, FORCE_COLOR="1", TERM="xterm", NO_COLOR="1")
    assert not re.search(r"\x1b\[(?:\d+;)*3\d", quiet)


def test_colour_changes_no_character() -> None:
    coloured = show("preview", EXAMPLE, FORCE_COLOR="1", TERM="xterm")
    uncoloured = [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines()]
    assert uncoloured == show("preview", EXAMPLE).splitlines()


def test_a_terminal_gets_a_pager_unless_it_wants_none(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")

    def on_terminal(*args: str) -> bytes:
        master, slave = os.openpty()
        env = {**PLAIN, "PAGER": f"cat > {tmp_path}/paged", "TERM": "xterm"}
        command = [sys.executable, "-m", "newssplit", "preview", str(EXAMPLE), "--toc", *args]
        with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env) as process:
            os.close(slave)
            said = b""
            while chunk := _read(master):
                said += chunk
            assert process.wait(60) == 0
        os.close(master)
        return said

    assert pty
    assert "县长当".encode() not in on_terminal()
    assert "县长当" in (tmp_path / "paged").read_text("utf-8")
    assert "县长当".encode() in on_terminal("--no-pager")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def test_standard_input_and_an_empty_issue() -> None:
    assert show("preview", stdin=EXAMPLE.read_text("utf-8")) == show("preview", "-", stdin=EXAMPLE.read_text("utf-8"))
    assert "0 items" in show("preview", "-q", stdin=" \n")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["preview", "no-such.txt"], 1, "there is no such file"),
        (["preview", EXAMPLE, "--article", "99"], 2, "there is no article 99; choose one from 1 to"),
        (["explain", EXAMPLE, "--article", "0"], 2, "there is no article 0"),
        (["explain", EXAMPLE, "--line", "twelve"], 2, "12-20"),
        (["rules", "datelin_mark"], 2, "did you mean dateline_mark"),
        (["report", "no-such.txt", "-o", "/dev/null"], 1, "there is no such file"),
        (["report", EXAMPLE, "-o", EXAMPLE], 2, "is one of the inputs"),
    ],
)
def test_mistakes_are_said_in_words(args: list[object], code: int, said: str) -> None:
    done = subprocess.run([sys.executable, "-m", "newssplit", *map(str, args)], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout) == (code, b"")
    assert said in re.sub(r"\s*│?\n│?\s*", " ", done.stderr.decode())
    assert b"Traceback" not in done.stderr


@given(st.text(), st.integers(2, 40))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrapped(visible(text), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(visible(text).split())


def test_lines_break_as_chinese_type_is_set() -> None:
    assert wrapped("“一二三四五。”他说", 12) == ["“一二三四", "五。”他说"]
    assert wrapped("总投资2.83亿元", 8) == ["总投资", "2.83亿元"]
    assert wrapped("一二三——四五", 7) == ["一二三", "——四五"]
    assert wrapped("一二三（四五）", 8) == ["一二三", "（四五）"]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Mn", "Me"])), st.integers(2, 40))
def test_shortened_text_fits_and_says_that_it_goes_on(text: str, width: int) -> None:
    short = shortened(text, width)
    assert cell_len(short) <= width
    assert short == text or short.endswith("…")


@given(st.text())
def test_visible_text_commands_nothing_and_loses_nothing(text: str) -> None:
    shown = visible(text)
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert visible(shown) == shown
    assert len(shown) >= len(text)
