"""What stands behind the last sentence ends an article that nobody signs above; what only looks like it does not."""

from __future__ import annotations

import pytest

from newssplit import Article, split

FIRST = "　　昨天上午，全市旅游工作会议在市政府东礼堂召开，会上先后通报了去年以来旅游工作的进展情况和存在的问题。"
LAST = "　　会议提出，今年要建成十个旅游小镇，培育二十家星级农家乐，让更多的农民在家门口就能端上旅游的饭碗。"
OTHER = "　　从今天起，市公交公司对三条线路进行调整，其中两条延长到新建成的火车站，一条改走滨河大道，首班车提前。"
NEXT = "三条公交线路今起调整"


def articles(*ending: str, head: str = NEXT) -> list[Article]:
    page = ["全市旅游工作会议召开", FIRST, *ending, head, OTHER, OTHER.replace("今天", "下月").replace("三条", "五条")]
    return list(split("\n".join(page) + "\n").articles)


BEHIND = {
    "a bare name": ("姜若光", "姜若光"),
    "a bullet and a name": ("■王若磊", "王若磊"),
    "文／X": ("文／李若海", "李若海"),
    "作者：X": ("作者：樊若山", "樊若山"),
    "roles without brackets": ("记者徐若 李宁原 实习生 邹若瑜", "徐若 李宁原 邹若瑜"),
    "an agency's translator and code": ("（译者：纪若玲／核稿：李若珊）1110228", "纪若玲 李若珊"),
    "an author and the paper's word": ("（作者为智库研究员）※以上言论不代表本报立场※", ""),
    "（完）": ("（完）", ""),
    "完": ("完", ""),
    "a source": ("来源：江州广播网", ""),
}


@pytest.mark.parametrize(("ending", "makers"), BEHIND.values(), ids=BEHIND.keys())
def test_it_ends_the_article(ending: str, makers: str) -> None:
    above, below = articles(LAST + ending)
    assert below.headline == NEXT
    assert above.paragraphs[-1].text == LAST.strip()
    assert " ".join(person.name for person in above.byline) == makers


@pytest.mark.parametrize(
    "line", ["（未完待续）", "（完）", "据《海滨晚报》报道", "来源：江州网", "本版采写/本报记者 王若荟"]
)
def test_so_it_does_on_a_line_of_its_own(line: str) -> None:
    above, below = articles(LAST, f"　　{line}")
    assert below.headline == NEXT
    assert [paragraph.text for paragraph in above.paragraphs] == [FIRST.strip(), LAST.strip()]


@pytest.mark.parametrize("cut", ["姜若光", "会议"])
def test_the_first_words_of_a_sentence_that_was_cut_sign_nothing(cut: str) -> None:
    rest = "指出，要把好事办好，一件接着一件办，年年都有新变化。"
    (article,) = split(f"全市旅游工作会议召开\n{FIRST}\n{LAST}{cut}\n{rest}\n").articles
    assert article.byline == ()
    assert article.paragraphs[-1].text.endswith(cut + rest)


def test_a_headline_and_its_lede_on_one_line() -> None:
    line = "夜间停车费拟分区定价　周边居民可办月卡　　海东晚报讯（记者 窦若文）昨天，市物价局就停车收费举行了听证会。"
    article = split(f"{line}\n").articles[0]
    assert (article.headline, article.byline[0].name) == ("夜间停车费拟分区定价　周边居民可办月卡", "窦若文")
    spoken = "夜间停车费怎么定　　市物价局说，昨天就停车收费举行了听证会，参加听证的有二十一名代表。"
    assert split(f"{spoken}\n").articles[0].headline is None


def test_a_column_that_no_list_knows_holds_until_news_begins() -> None:
    news = "本报讯（记者 王丽）昨天，大桥通车了，沿岸十一个村的村民进城少走八里路，学生上学也近了。"
    text = f"灯下谈\n一句坏了里缺了什么\n{FIRST.strip()}\n{LAST.strip()}\n青州大桥昨天通车了\n{news}\n"
    assert [article.section for article in split(text).articles] == ["灯下谈", None]
    known = text.replace("灯下谈", "政务动态")
    assert [article.section for article in split(known).articles] == ["政务动态", "政务动态"]


def test_lines_of_a_forecast_and_headlines_make_no_wrapped_dump() -> None:
    forecast = [
        "今明天气",
        "今天：多云，东北风3级，17℃～26℃",
        "明天：阴转小雨，东北风4级，15℃～22℃",
        "周六：小雨，北风4到5级，12℃～18℃",
    ]
    page = [line.strip() for n in range(8) for line in (f"第{n}条公交线路今起调整", FIRST, LAST, OTHER)]
    (*_, weather) = split("\n".join([*page, "", *forecast, ""])).articles
    assert [paragraph.text for paragraph in weather.paragraphs] == forecast[1:]
