"""Records of a database: 【标题】…, 作者：…, a field to a line."""

from __future__ import annotations

import pytest

from newssplit import split

BODY = "　　“现在登记，最快也要排到7月28日。”昨天上午，记者以客户身份拨通了一家国有银行的电话，得到这样的答复。"
MORE = "　　记者了解到，今年以来央行两次上调贷款基准利率，近期市场上又出现了再次加息的传闻，提前还贷的人多了起来。"


OTHER = "　　老井清淤用了十一天，挖出的泥堆成小山，井底露出一圈青砖，砖上刻着光绪年号，老人们说小时候就喝这口井的水。"
OTHER_MORE = "　　井水送检以后，村里把化验单贴在井台边，全部合格，老人们提着水桶来打水，井台边又排起了队。"


def record(*fields: tuple[str, str], brackets: str = "【】", body: str = BODY, more: str = MORE) -> str:
    left, right = brackets or ("", "：")
    return "\n".join([*(f"{left}{name}{right}{value}" for name, value in fields), body, more])


FULL = (
    ("报纸名称", "海州商报"),
    ("日期", "2007.07.06"),
    ("版次", "B03"),
    ("版名", "理财"),
    ("专栏", "公司公告"),
    ("引题", "利率上调传闻再起"),
    ("标题", "三家银行排号到月底"),
    ("副题", "行业协会：不存在联手涨价"),
    ("作者", "褚小满"),
    ("正文", ""),
)


@pytest.mark.parametrize("brackets", ["【】", "〔〕", "[]", ""])
def test_every_field_is_read(brackets: str) -> None:
    other = record(
        ("标题", "老井又出水"), ("作者", "尹川"), ("正文", ""), brackets=brackets, body=OTHER, more=OTHER_MORE
    )
    article, _ = split(record(*FULL, brackets=brackets) + "\n\n" + other).articles
    page = article.page
    assert (page.newspaper, page.date, page.number, page.name) == ("海州商报", "2007-07-06", "B3", "理财")
    assert article.section == "公司公告"
    assert (article.kicker, article.headline) == ("利率上调传闻再起", "三家银行排号到月底")
    assert article.subheadline == "行业协会：不存在联手涨价"
    assert [(p.name, p.role) for p in article.byline] == [("褚小满", "author")]
    assert [p.text for p in article.paragraphs] == [BODY.strip(), MORE.strip()]


def test_what_the_paper_printed_of_the_author_wins() -> None:
    fields = (("标题", "三家银行排号到月底"), ("作者", "褚小满"), ("正文", ""))
    [article] = split(record(*fields, body=f"　　商报讯（记者 褚小满）{BODY.strip()}")).articles
    assert [(p.name, p.role) for p in article.byline] == [("褚小满", "reporter")]


def test_empty_fields_say_nothing() -> None:
    fields = (("专栏", ""), ("标题", "三家银行排号到月底"), ("作者", ""), ("关键词", "贷款"), ("正文", ""))
    [article] = split(record(*fields)).articles
    assert (article.section, article.byline, len(article.paragraphs)) == (None, (), 2)


def test_text_behind_its_field_is_text() -> None:
    [article] = split(f"【标题】三家银行排号到月底\n【正文】{BODY.strip()}\n{MORE}").articles
    assert [p.text for p in article.paragraphs] == [BODY.strip(), MORE.strip()]


@pytest.mark.parametrize("line", ["标题：说说我的一个想法，请编辑同志指正。", "内容：歌舞、相声、魔术，欢迎观看。"])
def test_single_line_with_a_colon_is_no_field(line: str) -> None:
    [article] = split(f"三家银行排号到月底\n本报讯（记者王丽）{BODY.strip()}\n{line}\n{MORE}").articles
    assert line in [p.text for p in article.paragraphs]
