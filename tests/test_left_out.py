"""A dump much of which is left out because it stands there more than once says so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newssplit import split

ONE = (
    "老井又出水\n　　本报讯（记者 王芳）清淤用了十一天，挖出的泥堆成小山，井底露出一圈青砖，砖上刻着年号。\n"
    "　　化验单贴在井台边，全部合格，老人们提着水桶来打水，井台边又排起了队。\n"
)
OTHERS = (
    "渡口添夜班船\n　　本报讯（记者 柏青）从今晚起，三号渡口的末班船改到二十三点，船票仍是两元，推自行车的不加钱。\n",
    "书市搬到桥下\n　　本报讯（记者 南星）逢周日开市的旧书摊昨天搬到廊桥下，一百二十个摊位一次坐满，下雨也不收摊。\n",
    "大钟又响了\n　　本报讯（记者 沈砚秋）停了十一年的钟楼大钟昨天中午敲了十二下，修钟的退休钳工没有收一分钱。\n",
    "公交改走隧道\n　　本报讯（记者 车映雪）从昨天起，公交十七路改走新通车的隧道，全程快了十八分钟，票价不变。\n",
    "戏台搭进厂房\n　　本报讯（记者 尉迟岚）停产十一年的纺织厂昨晚演了第一场戏，台下坐着一百多位老职工和他们的孙辈。\n",
    "小学生看云图\n　　本报讯（记者 时音）昨天早晨八时，气象站的观测场上来了一群小学生，他们第一次自己记下了云量。\n",
)
NOTICE = "　　本文由读者老周摘录，转载请注明出处，未经许可不得用于其他用途，违者将承担相应的责任。\n"
"""A sentence that a site sets under every item."""


def test_a_dump_that_holds_its_articles_twice_is_told_of() -> None:
    issue = split(ONE + OTHERS[0] + ONE + OTHERS[0])
    assert issue.duplicates
    assert len(issue.warnings) == 1
    assert issue.warnings[0].startswith(("49%", "50%", "51%"))


def test_one_article_twice_among_many_is_no_matter() -> None:
    issue = split(ONE + "".join(OTHERS) + OTHERS[0])
    assert issue.duplicates
    assert issue.warnings == ()


def test_who_keeps_the_copies_is_told_nothing() -> None:
    issue = split(ONE + OTHERS[0] + ONE + OTHERS[0], keep_duplicates=True)
    assert (len(issue.articles), issue.warnings) == (4, ())


def test_sentences_that_recur_under_each_item_count_too() -> None:
    issue = split("".join(other + NOTICE for other in OTHERS))
    assert len(issue.articles) == len(OTHERS)
    assert not issue.duplicates
    size = sum(map(len, issue.text.split()))
    assert issue.carrier.sentences == len(OTHERS) * len(NOTICE.strip())
    assert issue.warnings[0].startswith(f"{issue.carrier.sentences / size:.0%} ")


@pytest.mark.parametrize(("quiet", "told"), [((), 1), (("--quiet",), 0)])
def test_the_command_line_says_it_in_one_line(tmp_path: Path, quiet: tuple[str, ...], told: int) -> None:
    page = tmp_path / "page.txt"
    page.write_text(ONE + OTHERS[0] + ONE + OTHERS[0], "utf-8")
    command = [sys.executable, "-m", "newssplit", "split", str(page), *quiet]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    lines = done.stderr.decode().splitlines()
    assert len(lines) == told
    assert all("page.txt: warning: 50% of the text was left out" in line for line in lines)
