"""Which line of a headline block is the kicker, the headline, the subheadline."""

from __future__ import annotations

import pytest

from newssplit import split
from tests.test_carriers import HEADS, MORES, TEXTS

TEXT = "　　本报讯（记者王丽）老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青砖，砖上刻着光绪年号。"
OTHER = "　　井水送检以后，村里把化验单贴在井台边，二十一项指标全部合格，老人们提着水桶来打水，井台边又排起了队。"

BLOCKS = {
    "one line": (("老井又出水",), (None, "老井又出水", None)),
    "kicker and headline": (("三个村争水二十年", "一口老井说了算"), ("三个村争水二十年", "一口老井说了算", None)),
    "a dash opens the subheadline": (
        ("一口老井说了算", "——石磨湾村见闻"),
        (None, "一口老井说了算", "——石磨湾村见闻"),
    ),
    "three lines: 引题 主题 副题": (
        ("全省水利工作现场会在石磨湾召开", "把群众饮水放在首位", "袁鹤年作报告　各地代表七百余人出席"),
        ("全省水利工作现场会在石磨湾召开", "把群众饮水放在首位", "袁鹤年作报告　各地代表七百余人出席"),
    ),
    "three lines, the headline over the last two": (
        ("全市防汛抗旱视频会议要求", "提前预置力量", "严守安全底线"),
        ("全市防汛抗旱视频会议要求", "提前预置力量 严守安全底线", None),
    ),
    "a meeting's name is no part of the headline": (
        ("全市防汛工作会议", "提前预置力量", "严守安全底线"),
        ("全市防汛工作会议", "提前预置力量 严守安全底线", None),
    ),
    "three phrases of a headline, none of them a meeting's name": (
        ("全市防汛动员", "提前预置力量", "严守安全底线"),
        (None, "全市防汛动员 提前预置力量 严守安全底线", None),
    ),
    "three lines, the headline over the first two": (
        ("工友动脑筋", "废锭变新机", "裕生纱厂四月增产二成三"),
        (None, "工友动脑筋 废锭变新机", "裕生纱厂四月增产二成三"),
    ),
    "an office over what it did": (
        ("以新气象新作为推动发展取得新成效", "灵石县经济技术开发区", "链式招商促进产业集群发展"),
        ("以新气象新作为推动发展取得新成效 灵石县经济技术开发区", "链式招商促进产业集群发展", None),
    ),
    "how many, below the headline": (
        ("我市农村合作医疗试点启动", "首批两县五十一万农民受益"),
        (None, "我市农村合作医疗试点启动", "首批两县五十一万农民受益"),
    ),
    "who is quoted by his calling, below the headline": (
        ("围挡围走了半条街的生意", "商户：只想知道还要等多久"),
        (None, "围挡围走了半条街的生意", "商户：只想知道还要等多久"),
    ),
    "a place that says something is the headline's": (
        ("“小板凳”搬到田埂上", "瓦窑镇：庭院说事说出好乡风"),
        ("“小板凳”搬到田埂上", "瓦窑镇：庭院说事说出好乡风", None),
    ),
    "who says so, below the headline": (
        ("一核废料运输船在海峡触礁", "当局称没有发生放射性泄漏"),
        (None, "一核废料运输船在海峡触礁", "当局称没有发生放射性泄漏"),
    ),
    "what the one said whom the headline names": (
        ("贺立群看望水利职工", "强调坚守岗位保安澜"),
        (None, "贺立群看望水利职工", "强调坚守岗位保安澜"),
    ),
    "who took part": (
        ("邻市代表团来我县考察", "贺立群参加有关活动"),
        (None, "邻市代表团来我县考察", "贺立群参加有关活动"),
    ),
    "a name, and what is said of it": (
        ("白河农场拖拉机站", "本月开始代耕"),
        (None, "白河农场拖拉机站 本月开始代耕", None),
    ),
    "a notice that is about something": (
        ("青溪水泥股份有限公司", "关于召开股东大会的公告"),
        (None, "青溪水泥股份有限公司 关于召开股东大会的公告", None),
    ),
    "a week is no beginning of what is said": (
        ("全县农村文化大院建成", "本周刊发起读书活动"),
        ("全县农村文化大院建成", "本周刊发起读书活动", None),
    ),
    "two phrases say nothing of a name": (
        ("老井清淤　村民叫好", "将军岭修起水塔"),
        ("老井清淤　村民叫好", "将军岭修起水塔", None),
    ),
    "what the kicker announces is the headline, however it begins": (
        ("全市农村工作会议提出", "全部行政村三年通水"),
        ("全市农村工作会议提出", "全部行政村三年通水", None),
    ),
}


@pytest.mark.parametrize(("lines", "roles"), BLOCKS.values(), ids=BLOCKS)
def test_roles_of_lines(lines: tuple[str, ...], roles: tuple[str | None, ...]) -> None:
    [article] = split("\n".join([*lines, TEXT, OTHER])).articles
    assert (article.kicker, article.headline, article.subheadline) == roles


@pytest.mark.parametrize("column", ["新春走基层", "开局之年看落实", "今日谈", "文明·风尚", "系列报道之三"])
def test_column_in_brackets_is_the_section(column: str) -> None:
    [article] = split(f"老井又出水（{column}）\n{TEXT}\n{OTHER}").articles
    assert (article.headline, article.section) == ("老井又出水", column)


@pytest.mark.parametrize("note", ["外一首", "附获奖名单", "征求意见稿", "试行", "节选自长篇", "组诗"])
def test_note_in_brackets_stays_in_the_headline(note: str) -> None:
    [article] = split(f"老井又出水（{note}）\n{TEXT}\n{OTHER}").articles
    assert (article.headline, article.section) == (f"老井又出水（{note}）", None)


@pytest.mark.parametrize(
    ("first", "kicker", "section"), [("读者来信", None, "读者来信"), ("市城管局", "市城管局", None)]
)
def test_what_stands_before_a_half_that_is_printed_again(first: str, kicker: str | None, section: str | None) -> None:
    [article] = split(f"{first} 一盏路灯亮了又灭\n一盏路灯亮了又灭\n{TEXT}\n{OTHER}").articles
    assert (article.kicker, article.headline, article.section) == (kicker, "一盏路灯亮了又灭", section)


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (("修了四十一年钟表的老蔺说", "“时间不能修，只能校”"), "“时间不能修，只能校”"),
        (("議員促檢討社屋申請門檻", "「入息高一蚊就冇得申請」"), "議員促檢討社屋申請門檻"),
    ],
)
def test_a_quotation_below_a_headline(lines: tuple[str, str], headline: str) -> None:
    """In simplified characters it is the headline, in traditional ones the subheadline."""
    traditional = (
        "【本報訊】老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青磚，磚上刻着光緒年號，觀看的人圍了三層。",
        "　　井水送檢以後，村裏把化驗單貼在井臺邊，二十一項指標全部合格，老人們提着水桶來打水，隊伍又長起來了。",
    )
    text = (TEXT, OTHER) if headline == lines[1] else traditional
    assert split("\n".join([*lines, *text])).articles[0].headline == headline


def test_a_headline_that_reads_like_a_name_stands_over_its_records_line() -> None:
    """A word and a name, 豆腐倌老彭, sign nothing where each headline of the dump stands over such a line."""
    heads = ("豆腐倌老彭", *HEADS[:2])
    items = "".join(
        f"{head}\n2024-11-2{n}　　岭北日报　　【字号 大 中 小】\n\n　　{text}\n　　{more}\n\n"
        for n, (head, text, more) in enumerate(zip(heads, TEXTS, MORES, strict=True))
    )
    assert [article.headline for article in split(items).articles] == list(heads)
