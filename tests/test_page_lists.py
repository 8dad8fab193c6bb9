"""What a page says of itself: lists of its headlines, names of its pages and columns; and who signs."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.language.dates import date_pattern, iso_date
from newssplit.lexicon import default_lexicon, fold
from newssplit.rules.captions import placed_re
from newssplit.rules.continuation import turn_onward
from newssplit.rules.furniture import is_header, read_furniture
from newssplit.rules.people import read_people
from newssplit.rules.teasers import read_teaser

LEXICON = default_lexicon()
HEADS = ("老街会馆屋梁蛀空", "半夜捉贼竟是一条蛇", "渔民怨柴油来得太迟")
TEXTS = (
    "本报讯（记者 谷雨）昨天上午，市里在东礼堂开会，商量今年冬天供暖的事情，与会的人都说准备得早。",
    "本报讯（记者 包博文）城南的老井清淤用了十一天，井底露出一圈青砖，砖上刻着光绪年号。",
    "本报讯（记者 尹川）公交公司说，试行一个月以后再看客流，如果早高峰坐得太满，还会再加两个班次。",
)
PAGE = "\n\n".join(f"{head}\n{text}" for head, text in zip(HEADS, TEXTS, strict=True))


@pytest.mark.parametrize("sign", ["", "• "])
@pytest.mark.parametrize("above", ["今日地方：\n", "本版标题导航\n", ""])
def test_the_headlines_of_a_page_above_its_articles_are_no_article(above: str, sign: str) -> None:
    issue = split(above + "\n".join(sign + head for head in HEADS) + "\n\n" + PAGE)
    assert [a.headline for a in issue.articles] == list(HEADS)
    assert not any(a.kicker or a.subheadline for a in issue.articles)


def test_the_headline_is_the_line_that_the_list_names() -> None:
    page = PAGE.replace(HEADS[0], f"{HEADS[0]}\n理事会筹款三十五万抢修", 1)
    first = split("今日地方：\n" + "\n".join(HEADS) + "\n\n" + page).articles[0]
    assert (first.headline, first.kicker, first.subheadline) == (HEADS[0], None, "理事会筹款三十五万抢修")


def test_a_block_of_headlines_that_is_printed_twice_is_no_list() -> None:
    block = "会馆三根梁\n蛀虫吃了百年\n理事会筹款三十五万抢修"
    issue = split(f"{block}\n\n{block}\n\n{TEXTS[0]}\n\n{HEADS[1]}\n{TEXTS[1]}")
    block_of_first = issue.articles[0]
    assert "蛀虫吃了百年" in "".join(
        filter(None, (block_of_first.kicker, block_of_first.headline, block_of_first.subheadline))
    )


def test_rows_that_stand_in_two_lists_are_no_headlines() -> None:
    rows = ("七点　新闻联播", "八点　街坊大厨房", "九点　夜间电影")
    lists = "翡翠台\n" + "\n".join(rows) + "\n明珠台\n" + "\n".join(f"{row}\n本集讲渔村的故事" for row in rows)
    issue = split(f"{HEADS[0]}\n{TEXTS[0]}\n\n电视节目\n{lists}")
    assert not any(row in issue.text[p.start : p.end] for p in issue.furniture for row in rows)


@pytest.mark.parametrize("text", ["南區挫元朗升榜首　見本頁", "女乒選拔名單出爐　見C6", "老井清淤十一天（详见本页）"])
def test_a_line_may_point_to_this_very_page(text: str) -> None:
    assert read_teaser(text, fold(text), LEXICON) is not None


@pytest.mark.parametrize(
    "text", ["更多本地简讯见A08版", "第5版　深度：海鹰青训十年，钱去了哪里", "A4  梅雨将至，河道清障倒计时"]
)
def test_a_line_names_a_headline_and_its_page(text: str) -> None:
    assert read_teaser(text, fold(text), LEXICON) is not None


@pytest.mark.parametrize(
    "text",
    ["这条路何时能见到3版的水平", "第3版 刊出的文章说，明年要修路。", "他在会上再也没看见A股", "详细的办法见附件"],
)
def test_what_only_speaks_of_a_page_is_no_teaser(text: str) -> None:
    assert read_teaser(text, fold(text), LEXICON) is None


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("閩江日報　中華民國二十三年十月九日　第四版　副刊「海燕」", "4"),
        ("2007年5月25日　星期五　　第4版　“棉桃”副刊", "4"),
        ("灣區新聞 B1", "B1"),
    ],
)
def test_heads_of_pages_may_name_a_supplement(text: str, page: str) -> None:
    found = read_furniture(text, fold(text), LEXICON)
    assert found is not None
    assert found.page.number == page
    assert is_header(text, LEXICON)


@pytest.mark.parametrize("text", ["别让“扫一扫”扫走了老人", "“海燕”副刊今起征稿", "他在第四版读到“海燕”二字，笑了。"])
def test_a_headline_in_part_in_quotation_marks_is_none(text: str) -> None:
    assert read_furniture(text, fold(text), LEXICON) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("閩江日報　二十三年十月九日　第四版", "1934-10-09"),
        ("十七年一月三日", "1928-01-03"),
        ("光绪二十三年十月九日", None),
        ("他在二十三年十月九日那天出门", None),
    ],
)
def test_a_year_in_numerals_alone_is_of_the_republic(text: str, day: str | None) -> None:
    m = date_pattern().search(fold(text))
    assert (iso_date(m) if m else None) == day


@pytest.mark.parametrize("text", ["（文转B9版）", "（全文转第三版）", "（下转第二版）"])
def test_jumps(text: str) -> None:
    assert turn_onward(text, LEXICON) is not None


@pytest.mark.parametrize("text", ["（转自《江州日报》）", "病情好转2版"])
def test_what_is_no_jump(text: str) -> None:
    assert turn_onward(text, LEXICON) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("國際新聞中心／利浩軒", [("利浩軒", None)]),
        ("地方中心／利浩軒", [("利浩軒", None)]),
        ("國際新聞組／利浩軒報導", [("利浩軒", "reporter")]),
        ("生活中心／綜合報導", []),
        ("柯振邦律師", [("柯振邦", None)]),
        ("专栏作者　陆小昭", [("陆小昭", "author")]),
        ("讀者來論", []),
        ("新华社评论员文章指出", []),
        ("读者 刘凤英", [("刘凤英", None)]),
        ("于航 综合编译", [("于航", "translator")]),
    ],
)
def test_who_signs(text: str, names: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.role) for m in read_people(text, LEXICON)] == names


def test_a_rank_before_a_profession_is_no_name() -> None:
    assert "高级" not in [m.name for m in read_people("高级律师", LEXICON)]


def test_who_is_named_twice_in_one_role_is_there_once() -> None:
    (article,) = split(f"{HEADS[0]}\n本报记者 谷雨\n{TEXTS[0]}").articles
    assert [p.name for p in article.byline] == ["谷雨"]


def test_a_tag_holds_for_its_own_item_alone() -> None:
    assert [a.section for a in split("独家\n" + PAGE).articles] == ["独家", None, None]


def test_a_column_named_as_a_field_is_the_section() -> None:
    assert (
        split(f"江州晚报 2013年8月20日 第03版\n\n栏目：安全警示窗\n{HEADS[0]}\n{TEXTS[0]}").articles[0].section
        == "安全警示窗"
    )


@pytest.mark.parametrize(
    "text",
    ["会长王丽（左三）查看渗水的情况。", "会长王丽(右)查看渗水。", "船工李明（前排中）在看水。", "船工（中）在看水。"],
)
def test_where_somebody_stands_in_a_picture(text: str) -> None:
    assert placed_re(LEXICON).search(fold(text))


@pytest.mark.parametrize("text", ["会长王丽（左派）查看渗水。", "左右为难的是船工。", "桥右三里有一座庙。"])
def test_what_says_nothing_of_a_picture(text: str) -> None:
    assert not placed_re(LEXICON).search(fold(text))


def test_a_byline_with_a_place_goes_on_no_headline_in_a_wrapped_dump() -> None:
    lines = (
        "雙語教師考試改制　五月起網上報名",
        "本報記者程若蘭／奧克蘭報導",
        "加州雙語教師資格考試五月起改為網上報",
        "名，並新增廣東話口試。教育廳表示，今",
        "年預計有一千二百人報考，其中華裔約占",
        "兩成。",
        "奧克蘭聯合學區雙語組主任吳文娟說，舊",
        "制考試只考書面中文，許多會說不會寫的",
        "第二代因此卻步，新制可讓更多年輕人加",
        "入教學行列。",
    )
    (article,) = split("\n".join(lines)).articles
    assert article.headline == lines[0]
    assert [p.name for p in article.byline] == ["程若蘭"]
