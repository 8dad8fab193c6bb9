"""Work and memory grow in step with the text, on texts that are made to be slow; and on none of them anything fails.

Work is counted, not timed (`counting.py`), so that a small text tells what a large one takes. Of the three sizes each
is twice the one before: what then grows faster than the text is a part that can be told apart from the rest, long
before it takes most of the time.
"""

from __future__ import annotations

import ast
import json
import random
import subprocess
import sys
import tracemalloc
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.hostile import HOSTILE, WIDE, clause, person
from newssplit import split
from newssplit.assembling.draft import EDITORS
from newssplit.reading import lines
from tests import counting
from tests.source_alone import source_alone
from tests.test_properties import CHECKS

ROOT = Path(__file__).parent.parent
SIZES = (6_000, 12_000, 24_000)
"""Bytes."""
EXPONENT = 1.15
FASTER = 0.05
"""No larger part of the work, at the largest size, may grow with the square of the text."""
BLANK = 40
"""Bytes that a blank line may take."""

NEVER_ENDING = {
    "pages in a date": "2016年11月9日" + "版" * 30,
    "pages behind editors": "责任编辑：" + "民版" * 59,
    "pages behind a weekday": "星期三" + "出版" * 28,
    "pages with numbers": "第1版" * 40,
    "wide spaces": "羊" + WIDE * 20_000 + ")",
    "wide spaces behind a note": "编者按" + WIDE * 20_000 + "\u2003特刊",
    "closing marks behind a stop": "。" + "”" * 20_000 + " 完",
    "dashed lines": "\n".join(f"——{person(n)}" for n in range(3_000)),
    "lines of who attended": "\n".join(f"——{person(n)}参加" for n in range(3_000)),
    "letters and names": "编辑" + "的朋友们" * 20_000 + "：",
    "crumbs": "新闻 > " * 30,
    "bars": "首页|" * 40,
}
"""Texts on which the program once had no end, took minutes, or failed."""
SQUARE = {
    "a list is searched": "found = []\nfor x in range(n):\n    if x not in found: found.append(x)",
    "a list is taken from": "left = list(range(n))\nwhile left: left.remove(left[-1])",
    "the rest of a text is copied": "text = 'a' * n\nwhile text: text = text[1:]",
    "a text is copied to be longer": "text = ''\nfor x in range(n): text = text + 'a'",
    "a list is copied to be longer": "found = []\nfor x in range(n): found = [*found, x]",
    "all are compared with all": "found = [x == y for x in range(n) for y in range(n)]",
    "all are summed up for each": "found = list(range(n))\nfor x in found: sum(found)",
    "the rest is searched for a pattern": "import re\nb = re.compile('b')\nfor x in range(n): b.search('a' * n, x)",
    "the rest is searched for a word": "for x in range(n): ('a' * n).find('b', x)",
    "a function calls itself twice": "def f(m):\n    return m and f(m - 1) + 0\nfor x in range(n): f(n // 9)",
}
"""Programs whose work grows with the square of n."""
STRAIGHT = {
    "each is looked at": "found = {}\nfor x in range(n):\n    if x not in found: found[x] = [x][-1:]",
    "lists grow": "found = []\nfor x in range(n): found.append(x); found.extend((x, x)); found += [x]",
    "a word is found again and again": "text, at = 'ab' * n, 0\nwhile at := text.find('b', at) + 1: pass",
    "a pattern finds all": "import re\nfound = re.compile('a').findall('a' * n)",
    "a match is short": "import re\nb = re.compile('ba')\nfor x in range(n): b.match('a' * n, x)",
}


class Grown(NamedTuple):
    """How work grows."""

    exponent: float
    faster: float
    """The part of the work that grows with the square."""


def grown(points: list[tuple[int, int]]) -> Grown:
    """From three pairs of size and work: the exponent, and the square part of the parabola through them."""
    (small, least), (middle, some), (large, most) = points
    bend = (most - least) / (large - small) - (some - least) / (middle - small)
    return Grown(log(most / least) / log(large / small), bend / (large - middle) * large**2 / most)


@cache
def counted() -> dict[str, list[tuple[int, int]]]:
    """Work for each kind of text, counted in a process that imports the package for it."""
    command = [sys.executable, "-m", "tests.counting", *map(str, SIZES)]
    found: dict[str, list[tuple[int, int]]] = json.loads(subprocess.check_output(command, cwd=ROOT, timeout=600))
    return found


@source_alone
@pytest.mark.parametrize("kind", HOSTILE)
def test_work_grows_in_step_with_the_text(kind: str) -> None:
    found = grown(counted()[kind])
    assert found.exponent < EXPONENT
    assert found.faster < FASTER


def work_of(program: str, n: int) -> int:
    tree = counting.Counting().visit(ast.parse(program))
    counting.done[0] = 0
    exec(compile(ast.fix_missing_locations(tree), "program", "exec"), {"n": n, "counting_": counting})
    return counting.done[0]


@pytest.mark.parametrize("kind", SQUARE)
def test_what_grows_faster_is_noticed(kind: str) -> None:
    found = grown([(n, work_of(SQUARE[kind], n)) for n in (100, 200, 400)])
    assert found.exponent > EXPONENT
    assert found.faster > FASTER


@pytest.mark.parametrize("kind", STRAIGHT)
def test_what_does_not_is_not(kind: str) -> None:
    found = grown([(n, work_of(STRAIGHT[kind], n)) for n in (100, 200, 400)])
    assert found.exponent < EXPONENT
    assert found.faster < FASTER


@pytest.mark.parametrize("name", NEVER_ENDING)
def test_every_text_comes_to_an_end(name: str) -> None:
    issue = split(NEVER_ENDING[name])
    for check in CHECKS:
        check(issue)


@source_alone
def test_counting_changes_nothing() -> None:
    """The rewritten package reads a page as the package does."""
    show = "print([(a.id, a.parts) for a in split(sys.stdin.read()).articles])"
    program = (
        f"import sys, tests.counting as c; sys.meta_path.insert(0, c.Finder()); from newssplit import split; {show}"
    )
    page = (
        f"{clause(1)}\n本报讯（记者 王丽）{clause(2)}，{clause(3)}。\n{clause(4)}\n新华社北京5月2日电　{clause(5)}。\n"
    )
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, input=page.encode(), capture_output=True, cwd=ROOT, check=True, timeout=60).stdout
    assert said.decode().strip() == str([(a.id, a.parts) for a in split(page).articles])


def test_no_article_has_all_editors_of_an_endless_page() -> None:
    """Each has those of its page: were there no end to them, the result would grow with the square of the text."""
    draw = random.Random(0)

    def words(size: int) -> str:
        return "".join(draw.choices("山水田林路桥船灯井麦谷布纸铁木石沙雨雪风晴早晚春秋新旧长短高低红白", k=size))

    page = (
        f"{words(12)}\n本报讯　{words(14)}，{words(16)}，{words(12)}。\n责任编辑：王{words(2)}　校对：李{words(2)}\n"
        for _ in range(3 * EDITORS)
    )
    issue = split("".join(page))
    assert len(issue.articles) > EDITORS
    assert {len(article.page.editors) for article in issue.articles} == {EDITORS}


@pytest.mark.parametrize("between", ["\n", "\r\n", "\n \n"])
def test_blank_lines_take_hardly_any_memory(between: str) -> None:
    number = 200_000
    text = f"{clause(1)}{between * number}本报讯（记者 王丽）{clause(2)}。"
    split(text[:50])  # compiles the patterns
    tracemalloc.start()
    try:
        split(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak / number < BLANK


@pytest.mark.parametrize("stretch", [1, 5, 100_000])
def test_lines_are_those_of_the_text(stretch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "STRETCH", stretch)
    text = "一\n\n二\r\n三\r四\x0b\x0c五\x1c六\x85七\u2028八\n\r\n  \n九"
    found = lines.read_lines(text)
    assert [line.text for line in found] == text.splitlines()
    assert all(text[line.start : line.end] == line.text for line in found)
    starts = lines.line_starts(text)
    assert [text[a:b] for a, b in pairwise([*starts, len(text)])] == text.splitlines(keepends=True)
