"""How tools frame, count, cite and set in what they show, in forms that the dump itself has to tell."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon
from newssplit.reading.carriers.calls import WAY_RE
from newssplit.reading.carriers.known_lines import PAGE_MARK_RE, known_line
from newssplit.reading.carriers.margins import read_margins
from newssplit.reading.carriers.ruled import read_ruled
from newssplit.reading.lines import cut_lines, openers
from tests.test_carriers import HEADS, MORES, TEXTS, check

LEXICON = default_lexicon()
ITEMS = list(enumerate(zip(HEADS, TEXTS, MORES, strict=True), 1))
FRAMES = {
    "files between rules": "##### 031{n}_消息.docx（{n}稿） #####\n{head}\n{text}\n{more}\n\n",
    "numbers in brackets below the front": (
        "〔{n}〕\n媒体：港湾日报　日期：2023-07-1{n}\n标题：{head}\n{text}\n{more}\n【摘录完】\n\n"
    ),
    "records of EndNote": (
        "%0 Newspaper Article\n%A 谷雨\n%+ 江州日报社\n%T {head}\n%J 江州日报\n%D 2021-03-1{n}\n"
        "%X <正文>{text}\n{more}\n%W CNKI\n\n"
    ),
    "ways of two arrows": (
        "江州日报 >> 文教{n} >> 内文\n{head}\n2022/09/0{n} 江州日报 【浏览人次 {n}204】\n{text}\n{more}\n"
        "<<上一则　下一则>>　回列表\n\n"
    ),
    "days behind numbers": "[00{n}] 江州通讯社{n}组 2023-06-1{n}\n{head}\n{text}\n{more}\n\n",
    "bars of a reader": (
        "| 下一条 | 版块菜单 | 主菜单 |\n\n{head}\n\n星期五, 11月 1{n}, 2024\n\n{text}\n\n{more}\n\n"
        "This article was downloaded by calibre from https://a.example/{n}.html\n\n"
    ),
    "links behind numbers": (
        "   [{n}]报网首页 [{n}2]版面导航 [{n}3]往期检索\n\n   {head}\n\n   {text}\n   {more}\n\n"
        "   [{n}8]上一篇 [{n}9]下一篇\n   [{n}4]关于我们 [{n}5]联系方式\n\n"
    ),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_what_a_tool_puts_around_each_item(frame: str) -> None:
    front = "某某监察公司\n每日摘录\n客户：水务处\n机密文件\n\n" if "front" in frame else ""
    items = [FRAMES[frame].format(n=n, head=head, text=text, more=more) for n, (head, text, more) in ITEMS]
    found = split(front + "".join(items)).articles
    assert [a.headline for a in found if a.headline in HEADS] == list(HEADS)
    bodies = [[p.text for p in a.paragraphs] for a in found if a.headline in HEADS]
    assert bodies == [[text.partition("）")[2], more] for _, (_, text, more) in ITEMS]


def test_columns_between_rules() -> None:
    parts = ["----- 本地新闻 -----", "----- 教育 -----", "----- 交通 -----"]
    page = "\n".join(
        f"{part}\n\n{head}\n{text}\n{more}\n" for part, (_, (head, text, more)) in zip(parts, ITEMS, strict=True)
    )
    issue = split(page)
    check(issue)
    assert [article.section for article in issue.articles] == ["本地新闻", "教育", "交通"]


RULED = (
    ["---- 第 1 版 ----", "---- 第 2 版 ----"],  # says something of a page
    ["== 标题一则 ==", "== 标题两则 =="],  # a wiki's headings
    ["----- 本地新闻 -----"],  # there once
    ["****", "****"],
)


@pytest.mark.parametrize("texts", RULED)
def test_lines_between_rules_that_are_no_columns(texts: list[str]) -> None:
    lines, _ = cut_lines("\n".join([*texts, HEADS[0], TEXTS[0]]))
    assert read_ruled(lines, openers(lines)) == lines


COUNTED = {
    "noughts": "{n:03d}  ",
    "spaces": "{n:>5}   ",
    "angles": "<{n:03d}> ",
}


@pytest.mark.parametrize("form", COUNTED)
def test_numbers_in_a_column_count_lines_be_others_the_tools(form: str) -> None:
    texts = [line for _, item in ITEMS for line in item]
    texts += [f"{text[:20]}，" for text in texts[:3]]
    counted = [COUNTED[form].format(n=n) + text for n, text in enumerate(texts, 1)]
    between = [line for text in counted for line in (text, *(["◄ 代码: 城市形象"] if "，" in text[:30] else []))]
    lines, _ = cut_lines("\n".join(between))
    read = [line.text for line in read_margins(lines, openers(lines))]
    assert [text for text in texts if text not in read] == []


def test_a_list_of_a_paper_is_not_counted_by_a_tool() -> None:
    lines, _ = cut_lines("\n".join(f"{n:>2} {club}队 {40 - n} 分" for n, club in enumerate("甲乙丙丁戊己庚辛壬癸", 1)))
    assert read_margins(lines, openers(lines)) == lines


def test_spaces_before_all_lines_tell_nothing() -> None:
    page = "".join(f"   {head}\n   　　{text}\n   　　{more}\n\n" for _, (head, text, more) in ITEMS)
    lines, _ = cut_lines(page)
    assert [line.text for line in read_margins(lines, openers(lines))] == [line[3:] for line in page.split("\n")[:-1]]


def test_texts_set_in_below_headlines_in_the_middle_stay() -> None:
    page = "".join(f"          {head}\n    {text}\n    {more}\n\n" for _, (head, text, more) in ITEMS)
    lines, _ = cut_lines(page)
    assert read_margins(lines, openers(lines)) == lines


TOOLS = (
    "[1]本报记者 蒋闻溪. 果园里的“土专家”[N]. 云屏农村报,2021-03-15(002).",
    "[10]关于我们 [11]联系方式 [12]广告刊例",
    "如果您无法正常阅读，请点此在浏览器中检视",
    "取消订阅 | 更新邮址 | 转寄朋友",
    "退订请回复 TD",
    "退订 | 改收件地址 | 荐给同事",
)
OURS = (
    "退订报纸为何这样难",
    "取消订阅后仍被扣费，读者来信问责",
    "[1]本报记者 蒋闻溪",
    "他在信里引了《县志》[N]的说法。",
    "如果您家里没有通水，请打热线。",
    "[注]本文写于2021年",
    "[记者]您好。[教练]您好。",
)


@pytest.mark.parametrize("text", TOOLS)
def test_lines_that_no_paper_prints(text: str) -> None:
    assert known_line(text, LEXICON, first=False, last=False)


@pytest.mark.parametrize("text", OURS)
def test_lines_that_a_paper_may_print(text: str) -> None:
    assert not known_line(text, LEXICON, first=False, last=False)


@pytest.mark.parametrize("text", ["[某某报合订本 一九四七年五月 扫描第 021 页]", "[掃描第 023 頁　　半頁缺]", "·22·"])
def test_pages_of_a_scan(text: str) -> None:
    assert PAGE_MARK_RE.fullmatch(text)


@pytest.mark.parametrize("text", ["【第三页手稿】", "[第一页写着名字]", "·二·", "【记者调查】"])
def test_what_is_no_page_of_a_scan(text: str) -> None:
    assert not PAGE_MARK_RE.fullmatch(text)


@pytest.mark.parametrize("text", ["江州日报 >> 文教 >> 内文", "某某网 › 新闻 › 地方"])
def test_ways(text: str) -> None:
    assert WAY_RE.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["三队 > 二队。", "甲 > 乙，乙 > 丙", ">> 内文", "一张欠条压了二十二年，今天还清  >>A03版"]
)
def test_no_ways(text: str) -> None:
    assert not WAY_RE.fullmatch(text)
