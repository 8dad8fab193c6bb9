"""What stands above the first headline of a page, and what signs, closes and lists the items below; with what only
looks like it."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon, fold
from newssplit.rules.people import read_byline
from newssplit.rules.site_lines import is_own_line
from newssplit.rules.tails import read_tails
from newssplit.rules.teasers import is_page_alone
from tests.test_carriers import HEADS, MORES, TEXTS

LEXICON = default_lexicon()
FIRST, SECOND = (f"{head}\n　　{text}\n　　{more}\n" for head, text, more in zip(HEADS[:2], TEXTS, MORES, strict=False))
LONG = "城北水厂二期工程昨天上午正式通水"
MASTHEADS = {
    "a motto": "北岭石油报\n2015年5月6日　星期三　第3821期\n一滴不丢　颗粒归仓\n第一版　要闻\n\n",
    "a remark of who has typed it": (
        "【识别稿 已校 一遍 小罗 2023.10.7】\n沙溪县报\n1957年3月16日　星期六　第87期\n第一版\n\n"
    ),
    "a name that no list knows": "前哨战士\n一九八四年七月二十一日　星期六\n第二版\n\n",
    "who may read it": "今日清平\n清平县融媒体中心主办　2023年9月22日　星期五\n每周五随报赠阅\n第01版 综合\n\n",
    "another language": "枫桥华报\n2015年5月6日　星期三\nB2　社区\nMaple Bridge Chinese Post\n\n",
}


@pytest.mark.parametrize("head", MASTHEADS)
def test_no_article_stands_above_the_first_page(head: str) -> None:
    first, second = split(MASTHEADS[head] + FIRST + "\n" + SECOND).articles
    assert (first.kicker, first.headline, first.section) == (None, HEADS[0], None)
    assert second.headline == HEADS[1]


def test_a_masthead_says_which_paper_it_is() -> None:
    first, _ = split(MASTHEADS["a name that no list knows"] + FIRST + "\n" + SECOND).articles
    assert (first.page.newspaper, first.page.date, first.page.number) == ("前哨战士", "1984-07-21", "2")


@pytest.mark.parametrize(
    "page",
    [
        f"高占山在白水调研时强调\n{HEADS[0]}\n第01版：要闻\n　　{TEXTS[0]}\n　　{MORES[0]}\n",  # as some tools pull it
        f"{HEADS[0]}\n第1版(要闻)\n专栏:\n　　{TEXTS[0]}\n　　{MORES[0]}\n\n"
        f"{HEADS[1]}\n第1版(要闻)\n专栏:\n　　{TEXTS[1]}\n",
        f"{LONG}\n江州日报　2019年3月5日　第2版\n　　{TEXTS[0]}\n　　{MORES[0]}\n\n{SECOND}",
    ],
)
def test_a_headline_above_a_page_is_none_of_the_masthead(page: str) -> None:
    assert {split(page).articles[0].headline, split(page).articles[0].subheadline} & {HEADS[0], LONG}


def test_contents_above_a_page_are_no_masthead() -> None:
    listed = "今日看点\n高考志愿怎么填　A06\n三号线漏水站找到原因　A03\n"
    page = f"江州晚报\n{listed}A03　城事\n\n{FIRST}\n{SECOND}"
    assert split(page).articles[0].kind == "teaser"


SIGNED = (
    ("要少走弯路。（县气象站）", "县气象站:None"),
    ("全部送给了农业社。（丰岭小学）", "丰岭小学:None"),
    ("領隊為林和順君。（明）", "明:None"),
    ("不要自行停药。（杨柳　省老年病医院）", "杨柳:None"),
)


@pytest.mark.parametrize(("text", "makers"), SIGNED)
def test_who_signs_in_brackets(text: str, makers: str) -> None:
    found = read_tails(text, fold(text), LEXICON)
    assert [f"{m.name}:{m.role}" for tail in found for m in tail.makers] == [makers]


UNSIGNED = (
    "他说不知道。（笑）",
    "记在心里。（三）",
    "刊印于此。（略）",
    "去看报告全文。（摘要见本报网站）",
    "前往参观。（图）",
    "一共三篇。（三之一）",
)


@pytest.mark.parametrize("text", UNSIGNED)
def test_what_in_brackets_names_nobody(text: str) -> None:
    assert not [m for tail in read_tails(text, fold(text), LEXICON) for m in tail.makers]


def test_an_agency_behind_a_dash_is_no_text() -> None:
    text = "并在十二个地点释放伊蚊。－大马社"
    assert [tail.kind for tail in read_tails(text, fold(text), LEXICON)] == ["imprint"]
    for text in ("我们等着这一天。——王代表", "这是大家的心里话。——网友"):
        assert "imprint" not in [tail.kind for tail in read_tails(text, fold(text), LEXICON)]
    assert read_tails("他说：“别忘了。”——这是后话", "他说:“别忘了。”——这是后话", LEXICON) == ()


BYLINES = (
    ("口述：邬桂芬（74岁）　整理：青 松", "邬桂芬:author 青松:editor"),
    ("文/市中医医院　沈仲和（副主任医师）", "沈仲和:author"),
    ("文／王思惟（特約撰述）", "王思惟:author"),
    ("南江周末记者　梁弋", "梁弋:reporter"),
    ("本刊特约撰稿　石磊明", "石磊明:author"),
    ("欧阳文静记者", ""),
)


@pytest.mark.parametrize(("text", "makers"), BYLINES)
def test_titles_beside_names_and_papers_before_roles(text: str, makers: str) -> None:
    found = read_byline(text, LEXICON).makers
    assert " ".join(f"{m.name}:{m.role}" for m in found) == makers or (not makers and found[0].name == "欧阳文静")


COPYISTS = (
    "【此处二首字迹不清，从略】",
    "[轉錄者註：本篇屬副刊。]",
    "（謄錄者按：原件此處剪去一角）",
    "〔下面一则原报右下角残缺，缺字用×代。〕",
    "[图片：两人站在柿子树下，远处为梯田]",
    "[此處有一幅插圖：一口陶缸]",
    "【图片：一位戴草帽的妇女在水田里，背景有远山。】",
)
PAPERS = (
    "（编者按：来信已转县粮食局，砝码磨损，已更换。）",
    "（原件）与（复印件）各交一份",
    "【记者调查】",
    "原件存在县档案馆",
    "（获奖者名单从略）",
    "【收录者名单】",
    "【地下缺水】",
    "【未录取考生看过来】",
    "（图为残缺的城墙，衣物被虫蛀的旧照）",
    "【图片新闻】",
    "【图片说明：柿子树下的两人】",
    "（图片说明：柿子树下的两人）",
    "照片墙上的一百张照片",
)


@pytest.mark.parametrize("text", COPYISTS)
def test_remarks_of_who_copied_the_paper(text: str) -> None:
    assert is_own_line(text, fold(text), LEXICON)


@pytest.mark.parametrize("text", PAPERS)
def test_remarks_of_the_paper(text: str) -> None:
    assert not is_own_line(text, fold(text), LEXICON)


@pytest.mark.parametrize("text", ["（2版）", "(A06版)", "（第七版）"])
def test_a_page_alone_points_from_the_line_above(text: str) -> None:
    assert is_page_alone(text)


@pytest.mark.parametrize("text", ["（二）", "再版", "第二版画展开幕", "2019年"])
def test_what_is_no_page(text: str) -> None:
    assert not is_page_alone(text)


def test_teasers_whose_pages_stand_on_lines_of_their_own() -> None:
    listed = "导读\n春灌用水　今年怎么排？\n（2版）\n老街里的“修表铺”守了四十年\n（4版）\n"
    page = f"江州日报\n1 要闻\n{listed}{FIRST}\n{SECOND}"
    assert [(a.kind, a.headline) for a in split(page).articles] == [
        ("teaser", "导读"),
        ("article", HEADS[0]),
        ("article", HEADS[1]),
    ]


def test_what_stands_under_the_name_of_a_column_of_notices_is_one() -> None:
    page = f"{FIRST}\n廣告\n永安押　　名錶金飾　高價收當\n總店：新馬路　　分店：皇朝廣場　　廿四小時營業\n"
    assert [article.kind for article in split(page).articles] == ["article", "notice"]
    signed = f"{FIRST}\n读者热线\n降糖药能和柚子同吃吗\n□骆　言\n　　{TEXTS[1].partition('）')[2]}\n　　{MORES[1]}\n"
    assert [article.kind for article in split(signed).articles] == ["article", "article"]


def test_a_few_lines_of_a_narrower_column_go_on() -> None:
    wide = "\n".join(_wrapped(f"　　{text}", 24) for pair in zip(TEXTS, MORES, strict=True) for text in pair)
    notice = _wrapped(
        "　　本局自四月一日起，增开城关至牛角坪邮路，每逢单日开班，沿途各社可以订阅报纸，请向乡邮员或各代办所办理。", 18
    )
    last = split(f"{HEADS[0]}\n{wide}\n\n邮电局启事\n{notice}\n").articles[-1]
    assert last.headline == "邮电局启事"
    assert [p.text for p in last.paragraphs] == ["".join(notice.split()).strip()]


def _wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))
