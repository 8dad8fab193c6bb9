"""Hard-wrapped dumps: which lines go on with the next one, and which do not."""

from __future__ import annotations

import pytest

from newssplit.lexicon import default_lexicon
from newssplit.reading.lines import read_lines
from newssplit.reading.units import read_units

LEXICON = default_lexicon()
WIDTH = 16
PARAGRAPHS = (
    "　　老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青砖，砖上刻着光绪年号，老人们说小时候就喝这口井的水。",
    "　　井水送检以后，村里把化验单贴在井台边，二十一项指标全部合格，老人们提着水桶来打水，井台边又排起了队。",
    "　　放学以后，三十七个孩子挤进图书室借书，管理员是退休教师，她给每本书包了牛皮纸，又用毛笔写上书名和编号。",
)


def cut(text: str) -> list[str]:
    return [text[n : n + WIDTH] for n in range(0, len(text), WIDTH)]


def units(*lines: str, around: bool = True) -> list[str]:
    """The units that the lines become on a page of indented paragraphs of sixteen characters a line."""
    page = [line for text in PARAGRAPHS for line in cut(text)]
    dump = [*page, *lines, *page] if around else list(lines)
    found = [
        unit.text for unit in read_units(read_lines("\n".join(dump)), lambda line: line.startswith("第2版"), LEXICON)
    ]
    return found[len(PARAGRAPHS) : -len(PARAGRAPHS)] if around else found


def test_paragraphs_are_put_together() -> None:
    assert units() == []
    assert units(*cut(PARAGRAPHS[0])) == [PARAGRAPHS[0].strip()]


FULL = "　　泥沙清完的那天夜里井里有了水"
STOP = "　　泥沙清完那天，井里有了清水。"
JOINED = {
    "a word had no room": ("　　泥沙清完那天村里打了", "COVID-19疫苗，一个不落。"),
    "a number had no room": ("　　泥沙清完那天井里一共", "5278363升水，不多不少。"),
    "a sentence goes on": (FULL, "声，全村人都听见了。"),
    "a sentence begins at the margin": (STOP, "全村人都听见了水声。"),
    "what was said follows its colon": ("　　清淤那天，井边的老人这样说：", "“水回来了！”"),
    "the end of a bracketed name": ("　　井水送检，全部合格。（通讯员", "王丽）"),
    "a bracket behind a full stop": (STOP, "（清淤捐款的名单另外张榜公布）"),
    "a space within a name": ("　　挖井的人换了三批。本报记者李", "　明　摄"),
    "the reporter's bracket behind the dateline": ("　　“清淤记”系列报道之三　本报讯", "（记者王丽）老井又出水了。"),
    "a dash within a sentence": ("　　老人说井底有字，写的是井的名字", "——光绪元年的“清水井”。"),
    "a teaser's page": ("　　●老井清淤以后，村里又喝上水了见", "A03版"),
    "what the reporters did": (FULL, "本报记者昨天来到井边看水。"),
    "degrees": ("　　井水一年四季都很凉，只有八点摄", "氏度。"),
}
APART = {
    "a word had room": ("　　泥沙清完", "COVID-19疫苗也打完了。"),
    "a headline below a full last line": (STOP, "三十七个孩子有了图书室"),
    "a headline that ends with a question": (STOP, "谁来给老井清淤？"),
    "a quoted headline": (STOP, "“老井的水，又甜起来了！”"),
    "the next paragraph": (STOP, "　　全村人都听见了水声。"),
    "what follows the author's name": ("　　井水检验全部合格。（　王丽）", "三十七个孩子在图书室里等着老"),
    "what follows a photographer": ("　　清淤用了十一天。本报记者王丽摄", "图书室里排起了队"),
    "a headline printed twice": ("三十七个孩子等着图书室早点开门", "三十七个孩子等着图书室早点开门"),
    "a repeated half": ("老井又出水　孩子们等着图书室开门", "孩子们等着图书室开门"),
    "a headline and its author": ("“三十七个孩子等着图书室的灯”", "本报记者　王　丽　文"),
    "a role and a name": (FULL, "本报记者　王　丽　李明"),
    "a page header": (FULL, "第2版：综合新闻"),
    "a bullet": (FULL, "●图书室明天开门，星期六照常。"),
    "a page number": (FULL, "- 12 -"),
    "a line that is longer than the column": (FULL, "村里的图书室从明天起每天下午四点开门，星期六照常。"),
}


@pytest.mark.parametrize("lines", JOINED.values(), ids=JOINED)
def test_goes_on(lines: tuple[str, str]) -> None:
    [unit] = units(*lines)
    assert unit.replace("　", "") == "".join(lines).replace("　", "")


@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_stays_apart(lines: tuple[str, str]) -> None:
    assert units(*lines) == [line.strip() for line in lines]


def test_a_column_that_ends_in_mid_sentence_goes_on_behind_a_blank_line() -> None:
    lines = ("　　村里的老人说，老井清淤", "", "以后，水比从前还要甜。")
    assert units(*lines) == ["村里的老人说，老井清淤以后，水比从前还要甜。"]
    assert len(units("　　老井清淤记", "", "以后，水比从前还要甜。")) == 2


def test_single_space_at_a_break_stays_in_the_text() -> None:
    assert units("　　挖井的人换了三批。本报记者李", " 明　摄") == ["挖井的人换了三批。本报记者李 明　摄"]


def test_width_of_a_whole_dump_counts_where_hardly_two_full_lines_stand_together() -> None:
    wide = "　　" + "老井清淤以后，井水比从前还要甜，村里人提着水桶来打水，井台边又排起了长长的队伍"
    paragraphs = [f"{wide}{n}\n人。" for n in "一二三四五六七"]
    heads = [f"第{n}口井的水又甜起来了" for n in "一二三四五六七"]
    lines = "\n".join(f"{head}\n{text}" for head, text in zip(heads, paragraphs, strict=True)).split("\n")
    found = units(*lines, around=False)
    assert found == [
        text for pair in zip(heads, [p.replace("\n", "").strip() for p in paragraphs], strict=True) for text in pair
    ]


def test_dump_of_a_paragraph_per_line_is_not_wrapped() -> None:
    lines = ("老井又出水", *PARAGRAPHS, "放学忙借书", *PARAGRAPHS)
    assert units(*lines, around=False) == [line.strip() for line in lines]


def flush(*sizes: int) -> list[str]:
    """The units of a page whose paragraphs stand at the margin, in lines of these sizes by turns.

    The last line of the first paragraph is two characters short of a full one."""
    text = "".join(text.strip() for text in PARAGRAPHS).replace("。", "，")
    lines, at = list[str](), 0
    while at < 8 * WIDTH:
        size = sizes[len(lines) % len(sizes)]
        lines.append(text[at : at + size])
        at += size
    first = [*lines[:-1], text[: WIDTH - 3] + "。"]
    second = [text[n : n + WIDTH] for n in range(7, 7 + 6 * WIDTH, WIDTH)]
    return [unit.text for unit in read_units(read_lines("\n".join([*first, *second])), lambda line: False, LEXICON)]


def test_a_sentence_that_leaves_room_in_its_line_ends_a_paragraph() -> None:
    assert [unit.endswith("。") for unit in flush(WIDTH)] == [True, False]


def test_lines_that_differ_show_no_room() -> None:
    assert len(flush(WIDTH, WIDTH, WIDTH - 2)) == 1
