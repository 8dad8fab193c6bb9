"""The words of which bylines are made, by what they are: roles, what was done, where it was filed, who gave it.

Each kind has a pattern of its own in `kinds`; together they are what `byline_tokens` looks for in a byline. What stands
between two words are names.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from newssplit.late import Late
from newssplit.lexicon import Lexicon, any_of, spelled
from newssplit.light import NamedTuple
from newssplit.patterns import re

DAY = r"(?:[\d一二三四五六七八九十]{1,4}年)?(?:[\d一二三四五六七八九十廿卅]{1,3}月)?[\d一二三四五六七八九十廿卅]{1,3}日"
DATED = r"(?:[\d一二三四五六七八九十]{1,4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
"""A day behind a signature, which names its month."""
BULLETS = "□■◎○●◆◇☉▲△▼▽★☆▪•◼※⊙♦❖"
TIES = "/／:：|｜丨"
"""They tie a word to the names behind it: 文/X, 摄影：X, 记者｜X."""
TIED = rf"(?=\s?[{TIES}])"
JOINTS = "、‧·・&＆"
"""Between two things that one person did: 圖、文, 採訪‧撰文."""
PEOPLE = ("者", "员", "生", "笔", "稿", "人", "编辑", "编译")
"""How words for a person end; other roles say what was done."""
HINTS = (
    "采写", "采访", "综合整理", "采访整理", "发自", "寄自", "报道", "报导", "专电", "供稿", r"发(?:$|[\s、，,/／：:）)])", "据", "来源", "线索提供",
    "提供", "日$", "电$", "讯$", "特[稿写]$", "专访$", *(f"{word}[启上白叩]" for word in "谨敬同仝"), r"启(?:\s|$)", r"上(?:\s|$)",
)  # fmt: skip
"""Each word of a byline that is no role has one of these."""


CALLED = "[师员长家手工匠]"
"""What other callings end with, of three characters or more: 轮机长, 分析师."""


class Patterns(NamedTuple):
    house: re.Pattern[str]
    """The paper itself or an agency."""
    hint: re.Pattern[str]
    word: Late
    described: re.Pattern[str]
    affiliation: Late
    behind: Late
    slashed: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The words that structure a byline, compiled once for a lexicon."""
    called = lexicon.words("people", "callings")
    located = (*lexicon.words("people", "places"), *lexicon.words("marks", "places"))
    callings, places = any_of(called, spaced=False), any_of(located, spaced=False)
    titles = any_of(lexicon.words("people", "titles"), spaced=False)
    bodies = any_of((place for place in lexicon.words("people", "places") if len(place) > 1), spaced=False)
    own = ["本报", "本刊", "本社", "本网", "本台", *lexicon.words("marks", "agencies")]
    return Patterns(
        house=re.compile("|".join(map(re.escape, own))),
        hint=re.compile("|".join(_hints(lexicon))),
        word=Late("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds(lexicon).items())),
        described=re.compile(
            "|".join(
                [
                    *map(re.escape, (*called, *lexicon.words("people", "titles"))),
                    "》",
                    rf"(?:{bodies})$",
                    rf"\s(?:{'|'.join(_behind(*located, '级'))}|(?<={CALLED}\s))",
                ]
            )
        ),
        affiliation=Late(
            rf"^(?:(?:解答|供稿)[:：])?(?P<title>[^，,、]*(?:{callings}\s*|(?:{places}|\d级|\p{{Han}}{{2}}{CALLED})\s+|》\s*))(?P<name>[^，,、]{{2,9}})"
            rf"|^(?P<name>\p{{Han}}{{2,4}})\s+(?P<title>\p{{Han}}{{0,6}}{callings})"
            rf"|^(?P<name>\p{{Han}}{{2,3}})\s+(?P<title>\p{{Han}}{{2,10}}(?:{bodies}))$"
            rf"|^(?P<name>\p{{Han}}{{2,3}})(?P<title>{titles})$"
        ),
        behind=Late(
            rf"(?P<name>\S.{{1,8}}?)\s?[（(](?P<title>[^（()）]*(?:{callings}|{places}|[人员長长師师家手生])[^）)]{{0,3}}|\d{{2,4}}级[^（()）]{{0,14}})[）)]"
        ),
        slashed=Late(
            rf"(?P<name>\p{{Han}}{{2,4}})\s?[／/]\s?(?P<title>[\p{{Han}}‧·・、]{{0,12}}(?:{callings}|{CALLED}(?=[（(]))(?:[（(]\p{{Han}}{{2,8}}[）)])?)"
        ),
    )


def _behind(*words: str) -> Iterator[str]:
    """For each length that words have a pattern that one of them stands before the space just read: to look for spaces
    and then back takes a fraction of trying all words everywhere."""
    for size in sorted(set(map(len, words))):
        same = "|".join(re.escape(word) for word in words if len(word) == size)
        yield rf"(?<=(?:{same})\s)"


def kinds(lexicon: Lexicon) -> dict[str, str]:
    """A pattern for each kind of word, in the order in which they are tried at a place."""
    people, acts = words(lexicon)
    sorts = lexicon.words("roles", "sorts")
    short = any_of((w for w in acts if len(w) == 1), spaced=False)
    long = any_of((w for w in acts if len(w) > 1), spaced=False)
    agencies = any_of(lexicon.words("marks", "agencies"), spaced=False)
    both = rf"{short}(?:\s?[{JOINTS}/／]?\s?{short}(?=\s?[{TIES}]|$))?"
    return {
        # 责任编辑, 校对: who made the page signs no item
        "page": rf"(?<!\p{{Han}})(?=[一二三四五六七八九十\d本今]|{firsts(*editors(lexicon))})(?:[一二三四五六七八九十\d]{{1,2}}版|本版|本期|今日)?{any_of(editors(lexicon), spaced=False)}(?=\s?[{TIES}]|\s{{1,4}}\p{{Han}}|(?<=编辑|责编|校对)\p{{Han}}{{2,4}}(?!\p{{Han}}))",
        # 企业提供, 翻摄自网络: where a picture is from
        "given": rf"(?<!\p{{Han}})(?:(?:图片?|照片)由)?\p{{Han}}{{2,14}}?提供(?!\p{{Han}})|(?<!\p{{Han}})(?:翻摄(?!\s?[{TIES}]|$)自?|[取截转]自|截取自)[^、，,）)／/]{{1,20}}",
        "who": rf"(?:{_house(firsts(*people, *sorts))}{any_of(sorts, spaced=False)}{{0,4}}{any_of(people)}|(?<!\p{{Han}})\p{{Han}}{{2,4}}特派员)(?:合作)?",
        "act": rf"(?={firsts(*acts, *'采综参联专图本')})(?:采访整理|综合整理|采访(?=\s?[{TIES}{JOINTS}])|(?:参与|联合|专题|图文|本[版报刊])?采写|(?:本[版报刊])?{long})(?:报道|报导)?",
        # 文/X, 圖、文／X
        "before": rf"(?<![\p{{Han}}/／]){both}(?=\s?[{TIES}]|\s\p{{Han}}{{2}})",
        # X 摄, XYZ文/图, X/文 Y/图, X/图　Y　Z/文; of two characters and 文/图 the first may be the name's: 赵启文/图
        "after": rf"(?<=[\p{{Han}}\p{{Latin}}])摄|(?<=\p{{Han}}[/／]){short}(?=\s{{1,3}}\p{{Han}}\s{{1,3}}\p{{Han}}{{1,2}}\s?[/／]{short})|(?<=(?<!\p{{Han}})\p{{Han}}{{3}}){short}[/／]{short}(?=$|[\s）)])|(?<=[\s/／）){JOINTS}])(?<!(?:^|[者员生]\s{{1,3}})\p{{Han}}\s{{1,3}}){both}(?=$|[/／、，,）)]|\s(?!\p{{Han}}(?:\s|$))|{short})",
        # 发自L, L报道, L五日电
        "filed": rf"(?:发自|寄自)\p{{Han}}{{1,6}}|(?:(?P<place>(?<=[\s/／，,])\p{{Han}}{{2,8}}?(?:[－—–-]\p{{Han}}{{2,6}}?)?)|(?=[\d一二三四五六七八九十廿卅综专现联特连独报供发讯电急]))(?P<day>{DAY})?(?P<verb>(?:综合外电|综合|专题|现场|联合|特约|连线|独家)?(?:报道|报导)(?=$|[\s、，,/／：:）)])|(?:专电|供稿)(?=$|[\s、，,/／：:）)])|(?<=[\s/／，,])发(?=$|[\s、，,/／：:）)])|(?:[专特]?讯|急?电|特稿|专访|特写)$)",
        "source": rf"(?:信息|资料)?(?:据|来源|线索提供)(?:[^，,；;]{{1,40}}(?=[，,；;]\s?{long})|.*)|(?<=译)自《[^》]{{1,40}}》|{agencies}(?:发|供稿|供图)|(?<=\s){DATED}$|(?:(?:谨|敬|同|仝)(?:启|上|白|叩)|(?<=\p{{Han}}{{2}})[启上](?=\s|$))(?:\s*{DATED})?$",
    }


def _house(otherwise: str) -> str:
    """For whom somebody writes, and where he is posted: 本报, 新华社, 厦门网-厦门日报, 本报驻东京; or one of the
    characters with which a role may begin."""
    named = r"\p{Han}{1,7}?(?:报社|报|社|网|台|刊|学院)(?:[·・—–-]\p{Han}{2,6}?)?"
    posted = r"(?:驻|特派)(?:(?!记者)[\p{Han}、]){1,9}?"
    return rf"(?:(?P<house>《[^》]{{2,12}}》|本|{named})\s?(?:{posted})?|{posted}|(?={otherwise}))"


def firsts(*words: str) -> str:
    """A pattern for the characters with which the words begin; what cannot begin there is not tried."""
    return f"[{''.join(sorted({word[0] for word in words}))}]" if words else "(?!)"


@cache
def words(lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of roles: those for a person, 记者, and those for what was done, 摄影."""
    people = tuple(w for w in lexicon.roles if w.endswith(PEOPLE))
    return people, tuple(w for w in lexicon.roles if w not in people)


def editors(lexicon: Lexicon) -> list[str]:
    """What those are called who make the page: 责任编辑; an item may have an 编辑 of its own."""
    spared = {*lexicon.roles, "来源", "供稿"}
    return [word for word in lexicon.words("furniture", "editors") if word not in spared]


def _hints(lexicon: Lexicon) -> Iterator[str]:
    """What a text has somewhere if `word` finds anything in it, each beginning with a character of its own.

    That lets a search pass over all other characters, where `word` tries every alternative at every place."""
    people, acts = words(lexicon)
    yield from map(spelled, _shortest({*people, "特派员", *editors(lexicon)}))
    yield from map(re.escape, _shortest([word for word in acts if len(word) > 1]))
    for word in (w for w in sorted(acts) if len(w) == 1):
        yield rf"{word}(?:\s?[{TIES}{JOINTS}]|\s|(?<=[\s/／）){JOINTS}]{word}))"
    yield "摄"
    yield from (f"{word}自" for word in "取截转")
    yield from (f"{last}[发供]" for last in sorted({agency[-1] for agency in lexicon.words("marks", "agencies")}))
    yield from HINTS


def _shortest(words: Collection[str]) -> list[str]:
    """Those that hold no other one: wherever 摄影记者 stands, 记者 does."""
    # in the same order at each start, so that what is made of them is the same pattern
    found = list[str]()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in found):  # what holds a longer one holds the one that this holds, too
            found.append(word)
    return found
