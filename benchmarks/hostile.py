"""Texts that no paper printed: each is all of one kind, and so asks for one thing far more often than a page does.

Those that repeat a line differ in its words from line to line, so that nothing is read once for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from benchmarks.hostile_carriers import CARRIERS
from benchmarks.hostile_pieces import WIDE, Made, clause, joined, lines, person, sentence, stretch, word

LABELS = ("国际简讯", "体育新闻", "社会新闻", "政务动态", "文化视点", "图片新闻", "百姓热线", "经济观察")


def hostile(name: str, size: int) -> str:
    """A text of about so many bytes; `name` says what is nasty about it."""
    return HOSTILE[name](size)


def prose(size: int) -> str:
    """Sentences on one line."""
    return joined("", sentence)(size)


def letters(size: int) -> str:
    return re.sub(r"\W", "", prose(size))


def bettered(size: int) -> str:
    """Articles, and behind them all of them again with more text."""
    number = size // 800
    first = (f"{clause(n)}\n本报讯　{sentence(n)}{sentence(n + 1)}\n" for n in range(number))
    more = ("".join(map(sentence, range(n, n + 6))) for n in range(number))
    again = (f"{clause(n)}\n本报讯（记者 {person(n)}）{text}\n" for n, text in enumerate(more))
    return "".join((*first, *again))


def echoes(size: int) -> str:
    """One article of half the text, and many small ones that each hold a clause by which it is known."""
    known = [f"{word(n, 9)}{clause(n)}" for n in range(8)]
    whole = "，".join(known) + "。" + prose(size // 2)
    small = lines(clause, lambda n: f"本报讯　{known[n % 8]}，{sentence(n)}{sentence(n + 9)}")
    return f"{clause(0)}\n本报讯　{whole}\n{small(size // 2)}"


def halves_apart(size: int) -> str:
    """All first halves of articles on one page, and all second halves on the next."""
    first = lines(clause, lambda n: f"本报讯　{sentence(n)}{clause(n + 1)}（下转第三版）")(size // 2)
    second = lines(lambda n: f"（上接第二版）沿岸{sentence(n)}", lambda n: f"（记者 {person(n)}）")(size // 2)
    return f"第二版：要闻\n{first}第三版：综合\n{second}"


def clauses(size: int, width: int, between: str) -> str:
    """Stretches of one width that stop in mid-sentence, with a comma inside."""
    half = width // 2
    return between.join(f"{line[:half]}，{line[half:]}" for line in re.findall(f".{{{width}}}", letters(size)))


ONE_LINE: dict[str, Made] = {
    "one line": prose,
    "brackets": lambda size: "（【「" * (size // 18) + "」】）" * (size // 18),
    "wide spaces": stretch("羊", WIDE, ")"),
    "wide spaces, then others": stretch("编者按", WIDE, "\u2003特刊"),
    "tabs": stretch("特刊", "\t", "。"),
    "narrow spaces and stops": stretch("", "。 "),
    "closing marks": stretch("。", "”）", " 完"),
    "opening brackets": stretch("完", "（"),
    "leader dots": stretch("目录", "…", "完"),
    "dashes": stretch("他", "—", "说"),
    "pages named": stretch("今天", "版", "。"),
    "letter-spaced": stretch("", "春 "),
    "digits": stretch("", "2016年11月9日"),
    "addresses": stretch("", "wen.yu@yjwb.example "),
    "latin words": stretch("", "Read Me "),
    "names run together": joined("", person),
    "names in a list": lambda size: "记者" + joined("、", person)(size),
    "briefs on one line": joined("", lambda n: f"【{word(n)}讯】{sentence(n)}"),
    "paragraphs on one line": joined(WIDE * 2, sentence),
    "tags": stretch("", "<p>春</p>"),
    "tags that do not close": stretch("", "<b><i>春"),
    "angle brackets": stretch("", "<"),
    "entities": stretch("春", "&nbsp;&#x3000;"),
    "stars": stretch("", "**春"),
    "backslashes": stretch("", "\\\\n"),
    "braces and quotation marks": stretch("", '{"标题":"'),
    "no characters": stretch("", "\ue000\U0001f600\u0301\ud7ff"),
}
"""What stands on one line only."""
MANY_LINES: dict[str, Made] = {
    "short lines": lines(word),
    "all repeats": lines(lambda n: "市领导慰问春节期间坚守岗位的干部职工"),
    "no punctuation": lambda size: "\n".join(re.findall(".{300}", letters(size))),
    "one paragraph": lambda size: clauses(size, 28, "\n"),
    "sentences cut": lambda size: clauses(size, 84, "\n\n"),
    "wrapped, parted inside": lines(lambda n: f"{clause(n)}。{WIDE * 2}{clause(n + 1)}，沿岸"),
    "wrapped at the margin": lines(lambda n: f"{clause(n)}，{clause(n + 1)}。"),
    "blank lines": lambda size: "\n" * size,
    "section labels": lines(lambda n: LABELS[n % len(LABELS)]),
    "labels of many names": lines(lambda n: f"{word(n, 3)}短波"),
    "a name a line": lines(person),
    "reporters": lines(lambda n: f"本报记者 {person(n)}"),
    "signatures": lines(lambda n: f"（{person(n)}　{person(n + 1)}）"),
    "ledes": lines(lambda n: f"本报讯（记者 {person(n)}）{sentence(n)}"),
    "ledes alone": lines(lambda n: f"新华社{word(n)}5月{n % 28 + 1}日电（记者 {person(n)}）"),
    "dashed lines": lines(lambda n: f"——{word(n, 4)}纪事"),
    "long dashed lines": lines(lambda n: f"——{clause(n)}"),
    "who attended": lines(lambda n: f"{person(n)}参加"),
    "who attended, behind dashes": lines(lambda n: f"——{person(n)}参加"),
    "verse": lines(lambda n: word(n, 8)),
    "notes in brackets": lines(lambda n: f"（{word(n, 8)}）"),
    "marks of a second half": lines(lambda n: f"{word(n, 8)}（上接第{n % 7 + 1}版）"),
    "marks of a first half": lines(lambda n: f"{word(n, 8)}（下转第{n % 7 + 1}版）"),
    "names of columns before headlines": lines(lambda n: f"【{word(n, 3)}】{word(n, 8)}"),
    "headlines": lines(clause),
    "headlines twice": lines(lambda n: clause(n // 2)),
    "captions between two headlines": lines(lambda n: clause(n), lambda n: f"▲{sentence(n)}{person(n)}摄", clause),
    "captions": lines(lambda n: f"▲图为{sentence(n)}本报记者 {person(n)} 摄"),
    "halves": lines(
        clause, lambda n: f"{sentence(n)}（下转第{n % 9 + 2}版）", lambda n: f"（上接第{n % 7 + 1}版）{sentence(n)}"
    ),
    "an article and its echoes": echoes,
    "better copies": bettered,
    # Ten of them, so that each is there several times at every size: from the third copy on more is asked of each.
    "articles again and again": lines(lambda n: clause(n % 10), lambda n: sentence(n % 10) + sentence(n % 10 + 1)),
    "halves on two pages": halves_apart,
    "a site's name before headlines": lines(lambda n: f"槐川报数字报-{clause(n)}"),
    "crossheads": lines(lambda n: f"第{word(n)}条板凳：{word(n)}", sentence),
    "questions": lines(lambda n: f"问：{clause(n)}？", lambda n: f"“{clause(n)}。”"),
    "teasers": lines(lambda n: f"{clause(n)}…………{n % 90}"),
    "announced lists": lines(lambda n: f"{sentence(n)[:-1]}，名单如下：" if n % 50 == 0 else f"{word(n)}：{person(n)}"),
    "page headers": lines(lambda n: f"2016年11月{n % 28 + 1}日　星期三　第{n % 90:02}版：{word(n)}"),
    "bare dates": lines(lambda n: f"2016年11月{n % 28 + 1}日"),
    "editors": lines(lambda n: f"责任编辑：{person(n)}　校对：{person(n + 1)}"),
    "editors between articles": lines(
        clause, lambda n: f"本报讯　{sentence(n)}", lambda n: f"责任编辑：{person(n)}　校对：{person(n + 1)}"
    ),
    "addresses and numbers": lines(lambda n: f"社址：{word(n)}路{n}号　电话：0888-{n:07}"),
    "notices": lines(lambda n: f"{word(n)}启事", lambda n: f"{sentence(n)}特此公告"),
    "figures": lines(lambda n: f"{n}年　{n * 7:,}　{n % 100}.{n % 10}%"),
    "rules across the page": lines(lambda n: "─" * (n % 40 + 6), clause),
    "briefs": lambda size: "简讯\n" + lines(clause, sentence)(size),
    "a medley": lambda size: lines(*(lambda n, k=k: MEDLEY[(n * 7 + k * k) % len(MEDLEY)](n) for k in range(12)))(size),
}
"""What is slow by the number of its lines."""
MEDLEY: tuple[Callable[[int], str], ...] = (
    clause, sentence, person, word, lambda n: f"（记者 {person(n)}）", lambda n: f"本报讯　{sentence(n)}",
    lambda n: f"——{clause(n)}", lambda n: f"第{n % 9}版：要闻", lambda n: f"{word(n, 2)}动态",
    lambda n: f"▲{sentence(n)}", lambda n: "", lambda n: f"{clause(n)}，", lambda n: f"{sentence(n)}（完）",
    lambda n: f"{WIDE * 2}{sentence(n)}", lambda n: f"“{clause(n)}！”",
)  # fmt: skip
"""Lines of many kinds."""
HOSTILE: dict[str, Made] = ONE_LINE | MANY_LINES | CARRIERS
