"""Forms that nobody described: codes, cells, chats, logs, contents; and what of a paper only looks like them."""

from __future__ import annotations

import pytest

from newssplit import split
from newssplit.lexicon import default_lexicon, fold
from newssplit.reading.anew import is_byline, opens_anew
from newssplit.reading.carriers.carrier import read_carrier
from newssplit.reading.carriers.coded import read_coded
from newssplit.reading.lines import cut_lines
from newssplit.rules.continuation import turn_back
from newssplit.rules.fields import read_author
from newssplit.rules.furniture import read_furniture
from newssplit.rules.signed_lines import read_signed_line
from newssplit.rules.tails import read_tails
from tests.test_carriers import HEADS, MORES, TEXTS, check, read
from tests.test_tool_records import printed

LEXICON = default_lexicon()
READ = {
    "codes between signs": (
        "!v001!{n}\n!v010!江州日报\n!v020!2022-07-0{n}\n!v245!{head}\n!v500!{text}\n!v500!{more}\n!v900!剪报夹 {n}"
    ),
    "codes behind a point": ".ID {n}\n.PN 江州日报\n.PD 2022-07-0{n}\n.TI {head}\n.TX {text}\n.TX {more}\n.ZZ 夹 {n}",
    "a subject and nothing else for a headline": (
        "Form:  Clip\nClipRef:  PC/{n}\nPubDate:  2022-07-0{n}\nTopics:  水务; 城事\nSubject:  {head}\nBody:\n\n"
        "{text}\n{more}\n\n$Revisions:  0{n}\nDocStatus:  Circulated"
    ),
    "names put together of words": (
        "news_title: {head}\nupdated: 2022-07-0{n}\npaper: 江州日报\ncontent: {text}\n{more}\nimage_url: "
    ),
    "cells right below headlines": "{head}\n2022-07-0{n} - 社区新闻 - 【江州讯】\n\n{text}\n\n{more}",
    "titles that end with the headlines": "剪报夹 - 江州日报: 2022-07-0{n} - {head}\n\n{head}\n\n{text}\n\n{more}",
    "senders on lines of their own": (
        "[02/07/2022 08:1{n}] 阿桦\n{head}\n{text}\n{more}\n\n[02/07/2022 08:2{n}] 小鹿\n推！！！"
    ),
    "senders without brackets": (
        "2022-07-02 08:1{n}:30 老邵\n{head}\n{text}\n{more}\n\n2022-07-02 08:2{n}:09 竹影\n[强][强]"
    ),
    "templates within templates": (
        "{{{{c|{{{{x-larger|'''{head}'''}}}}|offset=4em}}}}\n\n{{{{gap}}}}{text}\n\n{{{{gap}}}}{more}"
    ),
    "pictures without a word": "# {head}\n\n![图片](a{n}.png)\n\n{text}\n\n{more}\n\n![图片](b{n}.png)",
    "buttons beside a day": "上一篇 下一篇 2022年07月02日 放大 缩小 默认\n\n{head}\n\n　　{text}\n　　{more}",
    "licences and hosts": "{head}\n\n{text}\n\n{more}\n\n沪ICP备1234567{n}号　技术支持：江州软件有限公司",
    "numbers over a stamp that is found later": (
        "{n}. {head}\n【2022-07-02/江州日报/A{n}版/要闻】\n{text}\n{more}\n【2022-07-02/江州日报/A{n}版/要闻】"
    ),
}


@pytest.mark.parametrize("form", READ)
def test_records_of_a_form_that_nobody_described(form: str) -> None:
    check(split(printed(READ[form])))


def test_lines_right_below_a_headline_and_above_it_may_have_names_that_nobody_knows() -> None:
    form = (
        "!v001!{n}\n!v010!江州日报\n!v020!2022-07-0{n}\n!v240!水从城北来第{n}回\n!v245!{head}\n!v246!下月起分三步走第{n}步\n"
        "!v500!{text}\n!v500!{more}"
    )
    found = [(a.kicker, a.headline, a.subheadline) for a in split(printed(form)).articles]
    assert found == [(f"水从城北来第{n}回", head, f"下月起分三步走第{n}步") for n, head in enumerate(HEADS, 1)]


OWN = {
    "what channels show": "\n\n".join(
        f"CCTV1：{n}点新闻\nCCTV2：{n}点财经\nCCTV5：{n}点体育\nCCTV6：{n}点电影\n{text}"
        for n, text in enumerate(TEXTS)
    ),
    "a play": "\n".join(f"甲：{text}\n乙：是么？\n丙：我看也是。\n丁：散了吧。" for text in TEXTS),
    "hours of a diary": "\n".join(f"2022-07-0{n} 08:10 雨\n{text}" for n, text in enumerate(TEXTS, 1)),
    "a list of what a page holds": "今日导读\n• 第一水厂通水\n• 田野课开进稻田\n\n" + "\n".join(TEXTS),
}


@pytest.mark.parametrize("form", OWN)
def test_what_a_paper_prints_in_such_a_form_stays(form: str) -> None:
    lines = read(OWN[form])
    assert all(any(text in line for line in lines) for text in TEXTS)


def test_what_channels_show_is_no_record() -> None:
    lines = read(OWN["what channels show"])
    assert sum("CCTV" in line for line in lines) == 4 * len(TEXTS)


@pytest.mark.parametrize(
    ("cell", "makers"), [("文／谷雨", ["谷雨"]), ("江州日报", []), ("要闻", []), ("A{n}版", []), ("【江州讯】", [])]
)
def test_the_last_cell_below_a_headline_may_name_who_wrote_it(cell: str, makers: list[str]) -> None:
    bare = "{head}\n2022-07-0{n} - 社区新闻 - " + cell + "\n\n{head}，这是昨天第{n}次听说的，街坊们都去看了。\n"
    issue = split(printed(bare))
    assert [[p.name for p in a.byline] for a in issue.articles] == [makers] * len(HEADS)


def test_a_column_before_a_headline_that_is_printed_again_stays() -> None:
    lines = read(printed("新春走基层｜{head}\n\n{head}\n\n{text}\n\n{more}"))
    assert sum("新春走基层" in line for line in lines) == len(HEADS)


def test_a_title_of_another_name_is_none_beside_the_title_itself() -> None:
    check(split(printed("title: {head}\nseo_title: 江州 {head} 最新消息\ndate: 2022-07-0{n}\ncontent: {text}\n{more}")))


def test_few_codes_or_none_in_order_are_no_form() -> None:
    few = "\n".join(f"!a!{n}\n!b!{n}" for n in range(9))
    turned = "\n".join(f"!a!{n}\n!b!{n}\n!c!{n}\n!d!{n}\n!b!{n}\n!a!{n}\n!d!{n}\n!c!{n}" for n in range(9))
    assert read_coded(cut_lines(few).lines) == read_coded(cut_lines(turned).lines) == {}


def test_an_article_in_two_messages_is_one() -> None:
    sent = [
        f"2022-07-02 08:1{n}:30 老邵\n{head}\n{text}\n\n2022-07-02 08:2{n}:09 竹影\n字打得真快！\n\n"
        f"2022-07-02 08:3{n}:11 老邵\n（接上条）\n{more}"
        for n, (head, text, more) in enumerate(zip(HEADS, TEXTS, MORES, strict=True))
    ]
    check(split("\n\n".join(sent)))


def test_messages_of_many_short_lines_are_no_chatter() -> None:
    listed = "2022-07-02 07:00:30 老邵\n今日导读\n城北水厂通水\n田野课开课\n"
    lines = read(listed + "\n" + printed(READ["senders without brackets"]))
    assert any("田野课开课" in line for line in lines)


def test_contents_with_the_beginnings_of_texts_are_the_tools() -> None:
    bare = [text.partition("）")[2][:12] for text in TEXTS]
    contents = "\n".join(f"  * {head}\n    {begun}……" for head, begun in zip(HEADS, bare, strict=True))
    items = printed("{head}\n\n{text}\n\n{more}\n\n| Next | Section Menu | Main Menu |")
    issue = split(f"江州日报\n\n[星期六, 2 七月 2022]\n\n要闻\n\n{contents}\n\n| Next Section | Main Menu |\n\n{items}")
    check(issue)


def test_the_pages_that_a_site_lists_begin_nowhere() -> None:
    menu = "版面导航\n第01版：要闻\n第02版：民生\n第03版：广告\n第04版：副刊\n"
    pages = [
        f"第0{n}版：{name}\n\n{menu}\n{head}\n\n{text}\n"
        for n, (name, head, text) in enumerate(zip(("要闻", "民生"), HEADS, TEXTS, strict=False), 1)
    ]
    assert [a.page.number for a in split("\n".join(pages)).articles] == ["1", "2"]


def test_a_log_that_says_each_line_of_a_text() -> None:
    lines = read(
        "\n".join(f"2022-07-02 05:31:0{n},131 INFO  [parse] {text}" for n, text in enumerate((*HEADS, *TEXTS, *MORES)))
    )
    assert lines == [*HEADS, *TEXTS, *MORES]


def test_what_a_page_sets_in_is_set_in_where_a_recogniser_logs_it() -> None:
    def seen(left: int, top: int, text: str) -> str:
        right, below = left + 20 * len(text), top + 20
        corners = f"[[{left}.0, {top}.0], [{right}.0, {top}.0], [{right}.0, {below}.0], [{left}.0, {below}.0]]"
        return f"[{corners}, ('{text}', 0.948144960932306)]"

    rows = [
        (40, "城北水厂昨天通水，三十万人"),
        (0, "喝上了好水，水质好过国家标"),
        (0, "准。"),
        (40, "水厂建了两年，花了两个亿，"),
        (0, "明年还要扩建。"),
    ]
    logged = read_carrier("\n".join(seen(left, 30 * n, text) for n, (left, text) in enumerate(rows)), LEXICON).lines
    lines = [line.text for line in logged]
    assert [line.startswith("　　") for line in lines] == [left > 0 for left, _ in rows]
    assert [line.strip() for line in lines] == [text for _, text in rows]


@pytest.mark.parametrize(
    ("here", "there", "opens"),
    [
        ("田野课开进了稻田里", "问：孩子们都学会了什么？", True),
        ("他在电话里这样回", "答：“还要再等两天。”", False),
        ("没有一个人说话了", "（文接第7版）", True),
        ("他的本子写满了字", "文接着他的话往下说", False),
    ],
)
def test_what_opens_a_line_anew(here: str, there: str, opens: bool) -> None:
    assert opens_anew(here, there, LEXICON) is opens


@pytest.mark.parametrize(
    ("here", "there", "signs"),
    [
        ("黑暗裡也有風景", "記者施惟中／專訪", True),
        ("栽种海棠30多个品种。本报", "记者　石卫平　摄", False),
        ("昨天下午三点多钟", "记者来到了水厂门口", False),
    ],
)
def test_a_role_and_names_alone_go_on_with_nothing(here: str, there: str, signs: bool) -> None:
    assert is_byline(here, there, LEXICON) is signs


@pytest.mark.parametrize(("line", "page"), [("（文接第7版）", "7"), ("（接第二版）", "2"), ("文接着往下写", None)])
def test_how_the_second_half_says_where_the_first_is(line: str, page: str | None) -> None:
    turn = turn_back(line, fold(line), LEXICON)
    assert (turn.page if turn else None) == page


@pytest.mark.parametrize(
    ("line", "makers"),
    [
        ("［俄］阿·费多宁", [("阿·费多宁", None)]),
        ("[法]加缪", [("加缪", None)]),
        ("[美]约翰·史密斯  靳一苇 译", [("约翰·史密斯", None), ("靳一苇", "translator")]),
        ("[图]昨天的水厂", []),
        ("（日）晴转多云", []),
    ],
)
def test_the_land_that_an_author_is_from_stands_before_the_name(
    line: str, makers: list[tuple[str, str | None]]
) -> None:
    signed = read_signed_line(line, fold("".join(line.split())), LEXICON)
    assert [(m.name, m.role) for m in (signed.makers if signed else ())] == makers


def test_a_name_between_author_and_who_that_is() -> None:
    text = "孩子踮起脚也看不清。（作者林玉珠为退休教师，青埔市）"
    makers = [m for tail in read_tails(text, fold(text), LEXICON) for m in tail.makers]
    assert [(m.name, m.role, m.title) for m in makers] == [("林玉珠", "author", "退休教师")]


@pytest.mark.parametrize(
    ("called", "value", "found"),
    [
        ("author", "嶺海日報記者", []),
        ("author", "谷雨", [("谷雨", "author")]),
        ("author", "长江之水东流去之文", [("长江之水东流去之文", "author")]),
        ("v100", "谷雨", [("谷雨", None)]),
        ("记者", "谷雨", [("谷雨", "reporter")]),
        ("作者author", "谷雨", [("谷雨", "author")]),
    ],
)
def test_whom_a_field_names(called: str, value: str, found: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.role) for m in read_author(value, called, LEXICON)] == found


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("鲁ICP备00000000号　技术支持：江州软件有限公司", True),
        ("沪公网安备 31010602000001号", True),
        ("一审：小满　二审：费正　三审：汤和", True),
        ("08　副刊·读书", True),
        ("办理许可证要跑三趟", False),
        ("一审判决后他没有上诉", False),
    ],
)
def test_what_sites_and_pages_must_print(line: str, is_one: bool) -> None:
    assert (read_furniture(line, fold(line), LEXICON) is not None) is is_one


def test_over_a_line_behind_a_dash_the_headline_stands_right_above_it() -> None:
    head = "市議會七比二通過除雪新例\n門前不鏟雪最高罰三百元\n——耆老可申請上門幫忙\n"
    text = head + "【本報訊】（記者袁紫晴）除雪新例昨天通過，下月一日起實施。議員們辯論了三個小時，最後以七票通過。\n"
    article = split(text).articles[0]
    assert (article.kicker, article.headline) == ("市議會七比二通過除雪新例", "門前不鏟雪最高罰三百元")
