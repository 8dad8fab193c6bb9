"""Every form in which papers name makers, in both scripts, wherever it stands, and what names nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newssplit import Article, split
from newssplit.lexicon import default_lexicon, fold, keyed
from newssplit.rules.lede_makers import read_box
from newssplit.rules.name_signs import divide_place, grade, unlike
from newssplit.rules.people import read_byline, read_people
from newssplit.rules.signed_lines import read_signed_line
from newssplit.rules.tails import read_tails

LEXICON = default_lexicon()
HEAD = "全市供暖准备工作提前完成"
FIRST = "昨天上午，市里在东礼堂开会，商量今年冬天供暖的事情，与会的人都说准备得早。"
LAST = "会议开了三个小时，各区报来的数字都比去年好，大家决定下个月再碰一次头。"
NEXT = "老影院重新开门\n　　本报讯　停业两年的解放电影院昨天重新开门，头一场放映免费，来了三百多位老观众。"


def people(text: str) -> str:
    return told(read_people(text, LEXICON))


def told(makers: object) -> str:
    return " ".join(f"{m.name}:{m.role or '-'}" for m in makers)  # type: ignore[attr-defined]


def article(line: str = "", opening: str = "", behind: str = "") -> Article:
    """An article with a line of makers under its headline, a lede, or something behind its text."""
    lines = [HEAD, *([line] if line else []), f"　　{opening}{FIRST}", f"　　{LAST}{behind}"]
    found, other = split("\n".join([*lines, "", NEXT]) + "\n").articles
    assert other.headline == NEXT.split("\n")[0]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("□本报记者马若青本报通讯员陆一帆", "马若青:reporter 陆一帆:correspondent"),
        ("□本報記者馬若青本報通訊員陸一帆", "馬若青:reporter 陸一帆:correspondent"),
        ("马若青新华社记者陆一帆", "马若青:- 陆一帆:reporter"),
        ("江州晚报·江州头条记者 马若青", "马若青:reporter"),
        ("文｜马若青", "马若青:author"),
        ("撰文丨马若青", "马若青:author"),
        ("圖、文／馬若青", "馬若青:photographer 馬若青:author"),
        ("马若青文/图", "马若青:author 马若青:photographer"),
        ("馬若青圖／文", "馬若青:photographer 馬若青:author"),
        ("马志文/图", "马志文:photographer"),
        ("图文/马若青", "马若青:photographer 马若青:author"),
        ("採訪‧撰文／馬若青", "馬若青:author"),
        ("采访·撰文/本报记者 马若青", "马若青:author"),
        ("本报记者  马若青  陆一帆  摄影报道", "马若青:photographer 陆一帆:photographer"),
        ("記者馬若青／攝影陸一帆", "馬若青:reporter 陸一帆:photographer"),
        ("记者 马若青 摄影 陆一帆", "马若青:reporter 陆一帆:photographer"),
        ("记者 马若青 文 陆一帆 图", "马若青:author 陆一帆:photographer"),
        ("报道：马若青", "马若青:-"),
        ("独家报道：马若青　摄影：陆一帆", "马若青:- 陆一帆:photographer"),
        ("马若青　报道", "马若青:reporter"),
        ("馬若青／東嶼報導", "馬若青:reporter"),
        ("文　司徒小禾　图　安　娜", "司徒小禾:author 安娜:photographer"),
        ("○李　山　文　李　河　图", "李山:author 李河:photographer"),
        ("卜　一/图　罗　娜/文", "卜一:photographer 罗娜:author"),
        ("（資料來源：健保局，製表：記者馬若青）", "馬若青:artist"),
        ("马若青（2013级汉语言文学）", "马若青:-"),
        ("秋　野（布达佩斯）", "秋野:-"),
        ("報導／馬若青", "馬若青:reporter"),
        ("采写：本报记者 马若青 实习生 陆一帆", "马若青:reporter 陆一帆:intern"),
        ("统筹：唐若水 采写：马若青 摄影：苏一格", "马若青:- 苏一格:photographer"),
        ("口述：马若青 记录：陆一帆", "马若青:author 陆一帆:editor"),
        ("文/记者 马若青 图/受访者提供", "马若青:author"),
        ("文／馬若青 圖／東嶼區公所提供", "馬若青:author"),
        ("记者李忠发、马若文", "李忠发:reporter 马若文:reporter"),
        ("记者 马若□", "马若□:reporter"),
        ("记者 马〓青", "马〓青:reporter"),
        ("记者 马若[王册] 通讯员 陆一帆", "马若[王册]:reporter 陆一帆:correspondent"),
        ("记者马若 青", "马若青:reporter"),
        ("记者 阿不都·热合曼 通讯员 欧阳若青", "阿不都·热合曼:reporter 欧阳若青:correspondent"),
    ],
)
def test_a_form_is_read(text: str, expected: str) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "责任编辑：马若青", "責任編輯：馬若青", "版面编辑 马若青", "值班主任 马若青", "校对：马若青 陆一帆",
        "企业提供", "圖／東嶼區公所提供", "翻攝自臉書", "图/受访者供图", "马若青接见外 记者", "文字通畅 简洁明了",
        "路透社 波恩廿三日电", "資料照，翻攝自網站", "公司",
    ],
)  # fmt: skip
def test_who_made_the_page_and_who_provides_is_no_maker(text: str) -> None:
    assert [m for m in read_people(text, LEXICON) if m.role] == []
    if text != "公司":
        assert people(text) == ""


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("〔記者簡沛岑東嶼報導〕東嶼的渡船", "東嶼報導", "簡沛岑:reporter"),
        ("（記者簡沛岑花蓮訊）昨天的渡船", "花蓮訊", "簡沛岑:reporter"),
        ("【記者簡沛岑／東嶼－花蓮報導】", "東嶼－花蓮報導", "簡沛岑:reporter"),
        ("【记者马若青综合报导】昨天", "综合报导", "马若青:reporter"),
        ("（中央社記者馬若安桃園4日電）", "中央社 桃園4日電", "馬若安:reporter"),
        ("〔編譯馬若青／綜合報導〕", "綜合報導", "馬若青:translator"),
        ("〔地方中心／東嶼報導〕", "東嶼報導", ""),
        ("〔即時新聞／綜合報導〕", "綜合報導", ""),
    ],
)
def test_makers_and_place_in_a_bracket(text: str, mark: str, expected: str) -> None:
    box = read_box(text, fold(text), fold(text), 0, LEXICON)
    assert box is not None
    assert " ".join(text[a:b] for a, b in box.mark) == mark
    assert told(box.makers) == expected


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("国民学校校长巫锦堂", "巫锦堂"),
        ("讀者施凱文", "施凱文"),
        ("湾西街道居民 陆福根", "陆福根"),
        ("西環街坊 關麗", "關麗"),
        ("答问人：农技站 佟兰芝", "佟兰芝"),
        ("（学生会）", "学生会"),
        ("（学生处）", "学生处"),
        ("（专家组）", "专家组"),
        ("红桥街道：把会开到居民楼下", ""),
        ("图为：教师冒雨走访学生家庭", ""),
        ("街坊談天", ""),
        ("讀者來函", ""),
        ("一名司机家属", ""),
        ("课表由村民来定", ""),
        ("图为：学生在看望教师万家宝", ""),
    ],
)
def test_who_stands_right_behind_what_he_is(line: str, name: str) -> None:
    signed = read_signed_line(line, keyed(fold(line)), LEXICON)
    assert [m.name for m in signed.makers] == [name] if signed else not name


@pytest.mark.parametrize("text", ["■追踪报道", "连续报道", "◆特別報導"])
def test_a_sort_of_report_signs_nothing(text: str) -> None:
    assert read_signed_line(text, keyed(fold(text)), LEXICON) is None


@pytest.mark.parametrize(
    "text", ["（记者马若青报道）昨天", "（记者马若青李一明报道）昨天", "〔本報綜合報導〕", "（见图）"]
)
def test_no_place_in_a_bracket(text: str) -> None:
    assert read_box(text, fold(text), fold(text), 0, LEXICON) is None


@pytest.mark.parametrize(
    ("run", "near", "size"),
    [
        ("簡沛岑東嶼", "東嶼", 3), ("王丽北京", "", 2), ("欧阳若青武汉", "", 4),
        ("马若青陆一帆", "", None), ("王丽李明", "", None), ("馬若青", "", None),
    ],
)  # fmt: skip
def test_a_name_ends_where_a_place_begins(run: str, near: str, size: int | None) -> None:
    assert divide_place(run, LEXICON, lambda place: place == fold(near), dated=False) == size


@pytest.mark.parametrize(
    ("opening", "makers"),
    [
        ("首席记者  马若青  ", "马若青"),
        ("本报记者 马若青  陆一帆  ", "马若青 陆一帆"),
        ("文／馬若青　", "馬若青"),
        ("（记者  马若青）", "马若青"),
        ("记者马若青报道：", "马若青"),
        ("《江州体育》特约记者马若青报道　　", "马若青"),
        ("本报讯（记者 马若□）", "马若□"),
        ("新华社东湾3月4日电（记者李忠发）", "李忠发"),
    ],
)
def test_makers_open_a_text(opening: str, makers: str) -> None:
    found = article(opening=opening)
    assert " ".join(p.name for p in found.byline) == makers
    assert [p.text for p in found.paragraphs] == [FIRST, LAST]


@pytest.mark.parametrize(
    "opening",
    ["记者从市政府获悉，", "记者  昨天来到东礼堂，", "记者：你们准备好了吗？答：", "图/文并茂的展览昨天开幕，"],
)
def test_no_makers_open_a_text(opening: str) -> None:
    found = article(opening=opening)
    assert found.byline == ()
    assert found.paragraphs[0].text == (opening + FIRST).replace("  ", "  ")


@pytest.mark.parametrize(
    ("behind", "makers", "dateline"),
    [
        ("（新华社东湾3月4日电　记者马若青）", "马若青", "新华社东湾3月4日电"),
        ("（本报3月4日东湾电 记者马若青、陆一帆）", "马若青 陆一帆", "本报3月4日东湾电"),
        ("（据新华社东湾3月4日电）", "", "据新华社东湾3月4日电"),
        ("（据江州某报；马若青）", "马若青", "据江州某报；马若青"),
        ("（责任编辑：马若青）", "", None),
        ("[责任编辑：马若青]", "", None),
        ("　责编：马若青 校对：陆一帆", "", None),
        ("本报记者  马若青  陆一帆  摄影报道", "马若青 陆一帆", None),
    ],
)
def test_what_stands_behind_a_text(behind: str, makers: str, dateline: str | None) -> None:
    found = article(behind=behind)
    assert " ".join(p.name for p in found.byline) == makers
    assert (found.dateline.text if found.dateline else None) == dateline
    assert [p.text for p in found.paragraphs] == [FIRST, LAST]


@pytest.mark.parametrize(
    "behind",
    ["（翻攝自網站）", "（午餐由区公所提供）", "（题图由东湾区公所提供）", "。午餐由区公所提供", "。午餐区公所提供"],
)
def test_what_is_provided_without_a_picture_stays_in_the_text(behind: str) -> None:
    assert [t.kind for t in read_tails(LAST + behind, fold(LAST + behind), LEXICON)] == []


@pytest.mark.parametrize(
    "behind", ["（图/东湾区公所提供）", "（东湾区公所提供）", "（讀者提供）", "（东湾日报照片）", "。图/区公所提供"]
)
def test_a_picture_is_given(behind: str) -> None:
    text = LAST + behind
    assert [(t.kind, t.makers) for t in read_tails(text, fold(text), LEXICON)] == [("credit", ())]


def test_whose_numbers_they_are_is_no_text() -> None:
    text = LAST + "（数据由统计局提供）"
    assert [t.kind for t in read_tails(text, fold(text), LEXICON)] == ["note"]


def test_one_who_signs_twice_is_one_person() -> None:
    found = article(opening="本报讯（记者 马若青）", behind="（马若青）")
    assert told(found.byline) == "马若青:reporter"


@pytest.mark.parametrize(("field", "role"), [("记者", "reporter"), ("作者", "author"), ("記者", "reporter")])
def test_a_field_says_what_its_people_are(field: str, role: str) -> None:
    record = "【标题】{}\n【{}】马若青\n【日期】2014-03-02\n【正文】{}\n"
    text = record.format(HEAD, field, FIRST) + "\n" + record.format("三条公交线路今起调整", field, LAST)
    assert [told(a.byline) for a in split(text).articles] == [f"马若青:{role}"] * 2


@pytest.mark.parametrize(
    ("opening", "mark"),
    [
        ("●（銮江3日讯）", "銮江3日讯"),
        ("▲本报讯 ", "本报讯"),
        ("■ 【新社台中5日電】", "新社台中5日電"),
        ("◆本报讯（记者 王丽）", "本报讯"),
    ],
)
def test_a_bullet_before_a_dateline_is_no_text(opening: str, mark: str) -> None:
    found = article(opening=opening)
    assert found.dateline is not None
    assert found.dateline.text == mark
    assert found.paragraphs[0].text == FIRST


@pytest.mark.parametrize("opening", ["●", "●记者王丽说，", "●（王丽）"])
def test_a_bullet_before_anything_else_stays(opening: str) -> None:
    assert article(opening=opening).paragraphs[0].text.startswith("●")


def test_names_are_graded() -> None:
    assert grade("王丽萍", LEXICON) > grade("禹丽萍", LEXICON) > grade("半丽萍", LEXICON)
    assert grade("马若青", LEXICON) == grade("馬若青", LEXICON)
    assert unlike("回来了", LEXICON)
    assert unlike("第三版", LEXICON)
    assert not unlike("二营报道组", LEXICON)
    assert not unlike("半日闲", LEXICON)


PIECES = (
    "记者", "本报", "通讯员", "马若青", "陆一帆", "文", "图", "摄", "／", "、", " ", "\u3000", "：", "报道", "东湾",
    "4日", "电", "责任编辑",
    "提供", "□", "[王册]",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_makers_stand_where_they_say_and_have_no_spaces(text: str) -> None:
    byline = read_byline(text, LEXICON)
    assert not byline.role or byline.makers
    for maker in byline.makers:
        assert "".join(text[maker.start : maker.end].split()) == "".join(maker.name.split())
        assert maker.name
