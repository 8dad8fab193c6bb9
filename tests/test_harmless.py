"""What a dump says is obeyed by no page and no terminal, and turns no line around."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newssplit.output.formats import FORMATS
from newssplit.output.wording import readable
from newssplit.show.visible import Harmless
from tests.test_cli import NEWSSPLIT, run
from tests.test_output import RECORDS, written

FULL, _ = RECORDS
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
COMMANDS = "\x1b[2J\x9b31m\x07"
HOSTILE = {
    **FULL,
    "headline": f"新桥\u202e通车</script><script>alert(1)</script>{COMMANDS}",
    "section": f"栏{DIRECTIONS}目",
    "dateline": "本报\u2066讯",
    "byline": [{"name": "李\u202e明", "role": "reporter", "title": "记\u2067者"}],
    "newspaper": "槐江\u202e日报",
    "page_name": "要\u2069闻",
    "paragraphs": [f"<!--新桥{DIRECTIONS}通车。", f"市民{COMMANDS}都说好。</SCRIPT >"],
    "crossheads": [],
}
LINE = "标题\u202e一\n本报讯 \x9b31m新桥\x1b[2J通车\u202e了。\n"


class Scripts(HTMLParser):
    """The texts of a page's script elements, as a browser finds them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside = tag == "script"
        self.found += [""] * self.inside

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


@pytest.mark.parametrize("whole", [True, False], ids=["issue", "article"])
def test_jsonld_can_stand_in_a_page(whole: bool) -> None:
    stream = io.StringIO(newline="")
    if whole:
        FORMATS["jsonld"].write([HOSTILE], stream)
    else:
        FORMATS["jsonld"].write_single(HOSTILE, stream)
    text = stream.getvalue()
    assert "<" not in text
    assert "\\u003c/script>" in text
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{text}</script><p>behind</p>')
    assert page.found == [text]


@pytest.mark.parametrize("form", ["md", "txt", "tei"])
def test_formats_for_reading_turn_no_line_around(form: str) -> None:
    text = written(form, [HOSTILE])
    assert not re.search(f"[{DIRECTIONS}]", text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
    assert "新桥通车" in text.replace("\\", "")
    assert "李明" in text


def test_html_in_ninjs_turns_no_line_around() -> None:
    (item,) = json.loads(written("ninjs", [HOSTILE]))
    (page,) = [body["value"] for body in item["bodies"] if body["contentType"] != "text/plain"]
    assert not re.search(f"[{DIRECTIONS}]", page)
    assert "新桥通车" in "".join(etree.fromstring(page.encode()).itertext())


def test_formats_for_programs_keep_every_character() -> None:
    for form in ("json", "jsonl", "csv"):
        assert all(mark in written(form, [HOSTILE]) for mark in DIRECTIONS)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_else_is_left_out(text: str) -> None:
    gone = set(text) - set(readable(text))
    assert not {c for c in gone if c.isprintable()}


# --- terminals


def on_terminal(*args: str, cwd: Path, **environment: str) -> str:
    """What a command prints on a terminal, one without colours unless the environment says otherwise."""
    master, slave = os.openpty()
    process = subprocess.Popen(
        [*NEWSSPLIT, *args],
        stdout=slave,
        stderr=slave,
        stdin=subprocess.DEVNULL,
        cwd=cwd,
        env={**os.environ, "TERM": "dumb", **environment},
    )
    os.close(slave)
    shown = b""
    while block := _read(master):
        shown += block
    os.close(master)
    process.wait(60)
    return shown.decode()


def _read(master: int) -> bytes:
    try:
        return os.read(master, 1 << 16)
    except OSError:  # how Linux says that the other end is closed
        return b""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(LINE, "utf-8")
    return path


@pytest.mark.parametrize(
    "args",
    [
        *(
            ["split", "a.txt", "-f", form]
            for form in ("json", "jsonl", "csv", "tsv", "md", "txt", "jsonld", "ninjs", "tei")
        ),
        ["split", "a.txt", "-o", "/dev/stdout"],
        ["preview", "a.txt", "--no-pager"],
        ["explain", "a.txt", "--no-pager"],
        ["explain", "a.txt", "--json"],
        ["annotate", "a.txt"],
        ["report", "a.txt", "-o", "-"],
    ],
    ids=" ".join,
)
def test_a_terminal_obeys_no_dump(hostile: Path, args: list[str]) -> None:
    shown = on_terminal(*args, cwd=hostile.parent)
    assert "新桥" in shown
    assert not re.search(f"[{DIRECTIONS}\x9b\x1b]", shown)


def test_a_pipe_gets_the_data_as_it_is(hostile: Path) -> None:
    assert "\u202e".encode() in run("split", hostile).stdout


def test_rows_keep_their_ends() -> None:
    stream = io.StringIO(newline="")
    assert Harmless(stream).write("a\u202e\r\nb\r\n\r") > 0
    assert stream.getvalue() == "a⟨202E⟩\r\nb\r\n␍"


PROFILE = 'newspaper = "槐江\\u001b[2J\\u202e日报"\n[add.labels]\nwords = ["江城\\u001b[2J\\u202e茶馆"]\n'


def test_profiles_are_shown_harmless(tmp_path: Path) -> None:
    folder = tmp_path / "newssplit"
    folder.mkdir()
    (folder / "odd.toml").write_text(PROFILE, "utf-8")
    env = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    for args in (["list"], ["show", "odd"]):
        shown = run("profiles", *args, env=env).stdout.decode()
        assert "槐江␛[2J⟨202E⟩日报" in shown
        assert not re.search("[\x1b\u202e]", shown)


@pytest.mark.parametrize("language", ["C.UTF-8", "zh_CN.UTF-8"])
@pytest.mark.parametrize(
    "args", [["preview", "{}", "{}"], ["{}"], ["split", "-f", "{}"], ["rules", "{}"], ["split", "--{}"]]
)
def test_mistakes_name_what_was_given_harmless(args: list[str], language: str) -> None:
    odd = "x\u202e\x1b[31m\x9b31m"
    env = {**os.environ, "LC_ALL": language, "COLUMNS": "200"}
    done = run(*(arg.format(odd) for arg in args), env=env)
    assert done.returncode == 2
    assert not re.search("[\u202e\x9b\x1b]", done.stderr.decode())


@pytest.mark.parametrize(
    "args", [["split", "a.txt"], ["split", "a.txt", "-f", "jsonl"], ["explain", "a.txt", "--json"]]
)
def test_json_is_in_colours_on_a_terminal_alone(hostile: Path, args: list[str]) -> None:
    """Without the colours, which are ours, it is what is shown without colours: nothing of the dump is obeyed."""
    shown = on_terminal(*args, cwd=hostile.parent, TERM="xterm", NO_COLOR="")
    plain = on_terminal(*args, cwd=hostile.parent, TERM="xterm", NO_COLOR="1")
    assert '\x1b[34m"source"\x1b[0m: \x1b[32m' in shown
    assert "\x1b[36m" in shown
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[(?:0|3[2456])m", "", shown) == plain
    piped = subprocess.run([*NEWSSPLIT, *args], capture_output=True, timeout=60, cwd=hostile.parent)
    assert b"\x1b" not in piped.stdout


def test_other_formats_have_no_colours(hostile: Path) -> None:
    assert "\x1b" not in on_terminal("split", "a.txt", "-f", "csv", cwd=hostile.parent, TERM="xterm", NO_COLOR="")
