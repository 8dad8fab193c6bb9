"""What is done to the lines of a dump. Each mutation takes two numbers, so that the same numbers do the same again."""

from __future__ import annotations

import random
from collections.abc import Callable

Lines = list[str]
Mutation = Callable[[Lines, int, int], Lines]

MARKS = (
    *("本报讯", "（记者 李明）", "据新华社北京5月22日电 ", "〔記者X／台北報導〕", "（完）", "摄", "图为", "版"),
    *("（下转第二版）", "（上接第一版）", "第2版", "2016年11月9日", "星期三", "责任编辑：", "记者 王丽", "通讯员"),
    *("【", "】", "（", "）", "《", "“", "”", "——", "□", "■", "▲", "●", "◇", "。", "：", "；", "、", "①", "1."),
    *("（資料照）", "（记者 王丽摄）", "[[", "{{", "丨", "｜"),
    *("【标题】", "作者：", "编者按", "特刊", "# ", "**", "> ", "- ", "---", "===", "<p>", "&nbsp;", "|", "\\n"),
)
SPACES = ("　　", "　", " ", "\t", "\xa0", "\u200b", "\ufeff", "\u202e", "\u2028", "\x85", "\f", "\v", "\0", "\x1b[31m")
CREDITS = ("", "（資料照）", "（记者 王丽摄）", " （記者尹川攝）")
ENDS = ("\n", "\r\n", "\r", "\n\n", "\f", "\u2028", "")
LONGEST_RUN = 400
HALF_WIDTH = str.maketrans("，：；？！（）【】", ",:;?!()[]")
FULL_WIDTH = str.maketrans(",:;?!()[]", "，：；？！（）【】")


def shuffle(lines: Lines, a: int, b: int) -> Lines:
    """Some lines that follow each other in another order."""
    first, last = _range(lines, a, b)
    moved = lines[first:last]
    random.Random(a + b).shuffle(moved)
    return [*lines[:first], *moved, *lines[last:]]


def delete(lines: Lines, a: int, b: int) -> Lines:
    """A few lines gone."""
    first, last = _range(lines, a, b % 4)
    return lines[:first] + lines[last:]


def double(lines: Lines, a: int, b: int) -> Lines:
    """Some lines once more, behind themselves or somewhere else."""
    first, last = _range(lines, a, b % 8)
    to = last if b % 2 else (a * 7 + b) % (len(lines) + 1)
    return [*lines[:to], *lines[first:last], *lines[to:]]


def move(lines: Lines, a: int, b: int) -> Lines:
    """Some lines somewhere else."""
    first, last = _range(lines, a, b % 8)
    rest = lines[:first] + lines[last:]
    to = (a * 7 + b) % (len(rest) + 1)
    return [*rest[:to], *lines[first:last], *rest[to:]]


def cut(lines: Lines, a: int, b: int) -> Lines:
    """A line in two."""
    return _at(lines, a, lambda line: [line[: _place(line, b)], line[_place(line, b) :]])


def join(lines: Lines, a: int, b: int) -> Lines:
    """A line and the next one run together."""
    n = a % max(len(lines) - 1, 1)
    return [*lines[:n], ("", " ", "　　")[b % 3].join(lines[n : n + 2]), *lines[n + 2 :]]


def blank(lines: Lines, a: int, b: int) -> Lines:
    """A blank line."""
    return _at(lines, a, lambda line: [line, *[""] * (1 + b % 3)])


def mark(lines: Lines, a: int, b: int) -> Lines:
    """A mark that means something to the rules, anywhere."""
    return _at(lines, a, lambda line: [_put(line, MARKS[a % len(MARKS)], b)])


def space(lines: Lines, a: int, b: int) -> Lines:
    """An odd space, or what nobody sees, anywhere."""
    return _at(lines, a, lambda line: [_put(line, SPACES[a % len(SPACES)], b)])


def gap(lines: Lines, a: int, b: int) -> Lines:
    """Wide spaces before one of the last sentences of a line, and a credit behind it: as captions are run in."""

    def parted(line: str) -> Lines:
        stops = [at + 1 for at, character in enumerate(line) if character in "。！？）"]
        at = stops[-1 - b % min(3, len(stops))] if stops else _place(line, b)
        return [line[:at] + "\u3000" * (2 + a % 3) + line[at:] + CREDITS[b % len(CREDITS)]]

    return _at(lines, a, parted)


def lose(lines: Lines, a: int, b: int) -> Lines:
    """Some characters of a line gone."""
    return _at(lines, a, lambda line: [line[: _place(line, b)] + line[_place(line, b) + 1 + a % 9 :]])


def part(lines: Lines, a: int, b: int) -> Lines:
    """A line to its middle only, or from it."""
    return _at(lines, a, lambda line: [line[: _place(line, b)] if a % 2 else line[_place(line, b) :]])


def pump(lines: Lines, a: int, b: int) -> Lines:
    """A piece of a line many times: what takes more than linear time shows."""

    def pumped(line: str) -> Lines:
        at, size, times = _place(line, b), 1 + a % 4, 2 + b % (LONGEST_RUN // 4)
        return [line[:at] + line[at : at + size] * times + line[at + size :]]

    return _at(lines, a, pumped)


def pump_line(lines: Lines, a: int, b: int) -> Lines:
    """A line many times."""
    return _at(lines, a, lambda line: [line[:60]] * (2 + b % 40))


def indent(lines: Lines, a: int, b: int) -> Lines:
    """Some lines indented, or no longer."""
    first, last = _range(lines, a, b)
    return [*lines[:first], *(_indented(line, a) for line in lines[first:last]), *lines[last:]]


def width(lines: Lines, a: int, b: int) -> Lines:
    """The marks of some lines in the other width."""
    first, last = _range(lines, a, b)
    table = HALF_WIDTH if a % 2 else FULL_WIDTH
    return [*lines[:first], *(line.translate(table) for line in lines[first:last]), *lines[last:]]


def ends(lines: Lines, a: int, b: int) -> Lines:
    """Other line ends, here and there or everywhere."""
    end = ENDS[a % len(ENDS)]
    return [end.join(lines)] if b % 2 else _at(lines, b, lambda line: [line + end])


MUTATIONS: tuple[Mutation, ...] = (
    *(
        shuffle,
        delete,
        double,
        move,
        cut,
        join,
        blank,
        mark,
        mark,
        space,
        gap,
        lose,
        part,
        pump,
        pump_line,
        indent,
        width,
    ),
    ends,
)


def mutated(lines: Lines, steps: list[tuple[int, int, int]]) -> Lines:
    """The lines after some mutations, each given by its place in MUTATIONS and its two numbers."""
    for which, a, b in steps:
        lines = MUTATIONS[which % len(MUTATIONS)](lines, a, b) if lines else lines
    return lines


def _at(lines: Lines, a: int, change: Callable[[str], Lines]) -> Lines:
    n = a % len(lines)
    return [*lines[:n], *change(lines[n]), *lines[n + 1 :]]


def _range(lines: Lines, a: int, b: int) -> tuple[int, int]:
    first = a % len(lines)
    return first, first + 1 + b % (len(lines) - first)


def _place(line: str, b: int) -> int:
    return b % (len(line) + 1)


def _put(line: str, what: str, b: int) -> str:
    return line[: _place(line, b)] + what + line[_place(line, b) :]


def _indented(line: str, a: int) -> str:
    return line.lstrip() if a % 3 == 0 else ("　　", " ", "\t")[a % 3] + line
