"""The words that structure a byline: roles, actions, where it was filed, who is described as what."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from newssplit.late import Late
from newssplit.lexicon import Lexicon, any_of, spelled

DAY = r"(?:[\d一二三四五六七八九十]{1,4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
HINTS = (
    "采写", "综合整理", "采访整理", "发自", "寄自", "报道", "报导", "专电", "供稿", r"发(?:$|[\s、，,/／：:）)])", "据", "来源", "线索提供",
    "日$", *(f"{word}[启上白叩]" for word in "谨敬同仝"), r"启(?:\s|$)", r"上(?:\s|$)",
)  # fmt: skip
"""Each word of a byline that is no role has one of these."""


class Patterns(NamedTuple):
    hint: re.Pattern[str]
    word: Late
    described: re.Pattern[str]
    affiliation: Late
    behind: Late
    slashed: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The words that structure a byline, compiled once for a lexicon."""
    people = [w for w in lexicon.roles if w.endswith(("者", "员", "生", "笔", "稿", "人", "编辑", "编译", "责编"))]
    acts = [w for w in lexicon.roles if w not in people]
    short = [w for w in acts if len(w) == 1]
    sorts = any_of(lexicon.words("roles", "sorts"), spaced=False)
    called, located = lexicon.words("people", "callings"), lexicon.words("people", "places")
    callings, places = any_of(called, spaced=False), any_of(located, spaced=False)
    who = rf"(?:《[^》]{{2,12}}》|\p{{Han}}{{1,7}}?(?:报社|报|社|网|台|刊|学院)\s?|本报\s?|本刊|本)?(?:(?:驻|特派)(?:(?!记者)[\p{{Han}}、]){{1,9}}?)?{sorts}{{0,4}}"
    return Patterns(
        hint=re.compile("|".join(_hints(people, acts, lexicon.words("marks", "agencies")))),
        word=Late(
            rf"(?P<who>(?:{who}{any_of(people)}|(?<!\p{{Han}})\p{{Han}}{{2,4}}特派员)(?:合作)?)"
            rf"|(?P<act>采访整理|综合整理|(?:参与|联合|专题|图文|本[版报刊])?采写|(?:本[版报刊])?{any_of((w for w in acts if len(w) > 1), spaced=False)})(?:报道|报导)?"
            rf"|(?<![\p{{Han}}/／])(?P<before>{any_of(short, spaced=False)})(?=\s?[/／:：|｜丨]|\s\p{{Han}}{{2}})"
            rf"|(?P<after>(?<=[\p{{Han}}\p{{Latin}}])摄|(?<=[\s/／）)])(?<!(?:^|[者员生]\s{{1,3}})\p{{Han}}\s{{1,3}}){any_of(short, spaced=False)})(?=$|[/／、，,）)]|\s(?!\p{{Han}}(?:\s|$))|{any_of(short, spaced=False)})"
            rf"|(?P<filed>(?:发自|寄自)\p{{Han}}{{1,6}}|(?P<place>(?<=[\s/／，,])\p{{Han}}{{2,5}}?)?(?:综合|专题|现场|联合|特约)?(?:报道|报导|专电|供稿|发)(?=$|[\s、，,/／：:）)]))"
            rf"|(?P<source>(?:信息)?(?:据|来源|线索提供).*|{any_of(lexicon.words('marks', 'agencies'), spaced=False)}(?:发|供稿|供图)|(?<=\s){DAY}$|(?:(?:谨|敬|同|仝)(?:启|上|白|叩)|(?<=\p{{Han}}{{2}})[启上](?=\s|$))(?:\s*{DAY})?$)"
        ),
        described=re.compile(
            "|".join([*map(re.escape, called), *(re.escape(w) + r"\s" for w in located), r"级\s", "》"])
        ),
        affiliation=Late(
            rf"^(?:(?:解答|供稿)[:：])?(?P<who>[^，,、]*(?:{callings}\s*|(?:{places}|\d级)\s+|》\s*))(?P<name>[^，,、]{{2,9}})"
        ),
        behind=Late(
            rf"(?P<name>\S.{{1,8}}?)\s?[（(](?P<who>[^（()）]*(?:{callings}|{places}|[人员長长師师家手生])[^）)]{{0,3}})[）)]"
        ),
        slashed=Late(
            rf"(?P<name>\p{{Han}}{{2,4}})\s?[／/]\s?(?P<who>[\p{{Han}}‧·・、]{{0,12}}{callings}(?:[（(]\p{{Han}}{{2,8}}[）)])?)"
        ),
    )


def _hints(people: Collection[str], acts: Collection[str], agencies: Collection[str]) -> Iterator[str]:
    """What a text has somewhere if `word` finds anything in it, each beginning with a character of its own.

    That lets a search pass over all other characters, where `word` tries every alternative at every place."""
    yield from map(spelled, _shortest({*people, "特派员"}))
    yield from map(re.escape, _shortest([word for word in acts if len(word) > 1]))
    for word in (w for w in acts if len(w) == 1):
        yield rf"{word}(?:\s?[/／:：|｜丨]|\s|(?<=[\s/／）)]{word}))"
    yield "摄"
    yield from (f"{last}[发供]" for last in sorted({agency[-1] for agency in agencies}))
    yield from HINTS


def _shortest(words: Collection[str]) -> list[str]:
    """Those that hold no other one: wherever 摄影记者 stands, 记者 does."""
    return [word for word in words if not any(other in word for other in words if other != word)]
