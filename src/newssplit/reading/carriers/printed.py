"""Lines that a paper prints again and again itself, and what looks like running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from newssplit.lexicon import Lexicon, fold, in_both, keyed
from newssplit.patterns import re

TEXT = 48
"""A line of more characters is text, whatever it ends with."""
STOPS = "。！？!?…；;”」』.．"
TIE_RE = re.compile(r"[/／|｜丨:：\s]")


WRAP, WRAPPED = 10, 0.5
"""So many of all lines, if they have more characters than a few, stop in mid-sentence where columns are wrapped."""
FULL = 0.5
"""So many of these lines have a column's width, or a character more or less."""
LABEL, CLAUSE_RE = 9, re.compile(r"[，。；！？]|\S\s+\S+\s+\S")
"""A column's name has no more characters, no clauses, and not three parts: so have 853 of 863 that are annotated."""


@cache
def paper_re(lexicon: Lexicon) -> re.Pattern[str]:
    """What a paper prints again and again itself, folded or not: makers, datelines, jump lines, （完）."""
    people = lexicon.of("people").in_both
    teasers = lexicon.of("teasers").in_both
    jumps = [*lexicon.words("teasers", "onward"), *lexicon.words("teasers", "back")]
    shapes = (
        people("reporters", "correspondents", "interns", "photographers", "signing"),
        rf"{lexicon.in_both('captions.shot')}(?:$|[）)])",
        rf"{people('halves')}\s?[/／|｜丨:：]",
        rf"^{people('writers')}\s?[/／|｜丨:：\s]\s?\w{{2,4}}$",
        rf"^[^，。；！？]{{0,16}}{lexicon.in_both('marks.ends')}\W?$",
        r"^[（(].{1,12}[）)]$",
        rf"{in_both(side for word in jumps for side in (word[0], word[-1]))}\s?[第A-Z]?\d",
        rf"{in_both(word[-1] for word in jumps)}[^\W\d_]{{0,2}}第.{{1,4}}版",
        r"[见見][^\W\d_]{0,3}[第A-Z]?\s?\d",
        r"^[>》→]",
        rf"{teasers('finished')}[）)]$",
        teasers("pending"),
    )
    return re.compile("|".join(shapes))


def is_text(text: str) -> bool:
    """Whether a line is running text, roughly."""
    text = text.strip()
    return len(text) > TEXT or text[-1:] in STOPS or "。" in text


def names_maker(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says who made an item, 记者丨X, and is not a word of a menu alone, 小记者."""
    return paper_re(lexicon).search(text) is not None and TIE_RE.search(text.strip()) is not None


def may_head(text: str) -> bool:
    """Whether a line may be a headline, be it one in quotation marks."""
    text = text.strip()
    return 0 < len(text) <= TEXT and "。" not in text and text[-1] not in "，；：、"


@cache
def _labels(lexicon: Lexicon) -> frozenset[str]:
    places = (
        ("labels", "words"), ("labels", "boxes"), ("labels", "single"), ("labels", "summaries"), ("labels", "genres"),
        ("teasers", "heads"), ("notices", "heads"),
    )  # fmt: skip
    return frozenset(keyed(word) for place in places for word in lexicon.words(*place))


def is_label(text: str, lexicon: Lexicon) -> bool:
    """A column's name stands over each of its items."""
    if text[0] in "+＋":
        return False  # a button
    key = keyed(fold(text))
    if len(key) > LABEL or CLAUSE_RE.search(text):
        return False  # 加入江州晚报频道，追踪最新资讯; 分享　列印　存新聞
    return key in _labels(lexicon) or lexicon.ends(key, "labels", "endings") or lexicon.ends(key, "marks", "reports")


def are_wrapped(texts: Sequence[str]) -> bool:
    """Whether most lines stop in mid-sentence, and most of these are as long as a column is wide."""
    opens = Counter(len(text) for text in texts if len(text) >= WRAP and text[-1] not in STOPS)
    full = max((sum(opens[size + step] for step in (-1, 0, 1)) for size in opens), default=0)
    return opens.total() >= WRAPPED * len(texts) and full >= FULL * opens.total()
