"""What was done to the text of an article is told, with the rule and the place."""

from __future__ import annotations

import pytest

import newssplit

HEAD = "江城日报　2016年5月6日　星期五　第2版\n"
FULL = "一件一件办，办一件成一件，让群众看得见、摸得着。"
NARROW = "\n".join(
    (
        "本报讯（记者王丽）昨天，全市举行",
        "大会，会议指出，要抓好落实，一件",
        "一件办，办一件成一件，让群众看得",
        "见、摸得着、信得过，不搞花架子。",
    )
)


def told(text: str) -> list[tuple[str, str, str]]:
    """(action, rule, the text it was done to) of all articles."""
    issue = newssplit.split(text)
    return [(c.action, c.rule, text[c.span.start : c.span.end]) for a in issue.articles for c in a.changes]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (f"全市举行大会\n全市举行大会\n本报讯（记者王丽）{FULL}", ("folded", "repeated", "全市举行大会")),
        (f"全市举行大会\n本报讯（记者王丽）{FULL} 会议指出，{FULL}", ("parted", "run_together", f"会议指出，{FULL}")),
        (f"全市举行大会\n{NARROW}", ("joined", "wrapped", NARROW.removeprefix("本报讯（记者王丽）"))),
        (
            "办 学 校\n本报讯（记者王丽）今 年 新 办 学 校 三 所。",
            ("joined", "letter_spacing", "今 年 新 办 学 校 三 所。"),
        ),
        (f"青 江 县 办 学\n本报讯（记者王丽）{FULL}", ("joined", "letter_spacing", "青 江 县 办 学")),
        (f"全市举行大会\n本报讯（记者王丽）{FULL}（下转第三版）", ("dropped", "turns_onward", "（下转第三版）")),
        (f"全市举行大会（上接第一版）\n（上接第一版）{FULL}", ("dropped", "resumes", "（上接第一版）")),
        (f"全市举行大会\n本报讯（记者王丽）{FULL}\n（下转第三版）", ("dropped", "onward_alone", "（下转第三版）")),
        (f"全市举行大会\n本报讯（记者王丽）{FULL}（附图片1张）", ("dropped", "note", "（附图片1张）")),
    ],
)
def test_a_change_is_told(text: str, change: tuple[str, str, str]) -> None:
    assert change in told(HEAD + text)


def test_nothing_is_told_where_nothing_was_done() -> None:
    assert told(f"{HEAD}全市举行大会\n本报讯（记者王丽）{FULL}\n会议指出，{FULL}") == []
