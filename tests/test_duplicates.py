"""What a dump holds twice is one article: the copy that says clearly more."""

from __future__ import annotations

from newssplit import Issue, split

SEEN = (
    "青石河上的桥终于通车", "沿岸的人不必再绕路", "开工那天下着小雨", "老木匠留下了旧栏杆", "孩子们在桥头数车",
    "面馆多摆了四张桌子", "船家改行卖起了茶叶", "夜里桥上的灯一直亮着", "剪刀是从裁缝铺借的", "验收的人走了三遍",
    "桥下的水清了许多", "最早过桥的是送奶车",
)  # fmt: skip
CLAUSES = [f"{who}说{what}" for who in ("村长", "老人", "学生") for what in SEEN]


def article(number: int, headline: str = "新桥通车") -> str:
    """An article of so many clauses, the first of them all."""
    return f"{headline}\n本报讯（记者 王丽）{'，'.join(CLAUSES[:number])}。\n"


def clauses(issue: Issue) -> list[tuple[int, bool]]:
    """For each article how many clauses it has, and whether it is a copy."""
    return [(a.paragraphs[0].text.count("，") + 1, a.duplicate_of is not None) for a in issue.articles]


def test_of_copies_that_grow_the_last_one_counts() -> None:
    text = article(8) + article(18) + article(36)
    assert clauses(split(text)) == [(36, False)]
    kept = split(text, keep_duplicates=True)
    assert clauses(kept) == [(8, True), (18, True), (36, False)]
    assert {a.duplicate_of for a in kept.articles[:2]} == {kept.articles[2].id}


def test_a_copy_finds_the_best_one_whatever_stood_before_it() -> None:
    kept = split(article(8) + article(18) + article(9), keep_duplicates=True)
    assert clauses(kept) == [(8, True), (18, False), (9, True)]


def test_a_long_article_is_no_copy_of_a_note_that_it_quotes() -> None:
    note = article(3)
    long = f"新桥通车\n本报讯（记者 李明）{'，'.join(CLAUSES[:3])}，{'那一年的事大家都还记得清清楚楚' * 80}。\n"
    assert clauses(split(long + note)) == [(4, False), (3, False)]
