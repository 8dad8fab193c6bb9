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
NUMERAL = r"一二三四五六七八九十\d"
PAUSE = r"$|[\s、，,/／：:）)]"
"""What stands behind the verb of a byline."""
ANYWHERE = (
    "people.writing", "captions.shot", "captions.taken", "captions.given", "marks.sent_from", "marks.filing",
    "marks.cables", "marks.supplied", "marks.according", "furniture.sources", "furniture.tips",
)  # fmt: skip
"""Lists of words that hint at a byline's word wherever they stand."""


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
    known, other = lexicon.words("people", "callings"), lexicon.words("people", "called")
    located = (*lexicon.words("people", "places"), *lexicon.words("marks", "places"))
    callings, places = any_of(known, spaced=False), any_of(located, spaced=False)
    titles, called = lexicon.one_of("people.titles"), any_of(other, spaced=False)
    answers = lexicon.one_of("people.answering", "marks.supplied")
    bearing = lexicon.one_of("people.called", "people.bracketed")
    bodies = any_of((place for place in lexicon.words("people", "places") if len(place) > 1), spaced=False)
    return Patterns(
        house=re.compile(lexicon.one_of("marks.own", "marks.agencies")),
        hint=re.compile("|".join(_hints(lexicon))),
        word=Late("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds(lexicon).items())),
        described=re.compile(
            "|".join(
                [
                    *map(re.escape, (*known, *lexicon.words("people", "titles"))),
                    "》",
                    rf"(?:{bodies})$",
                    rf"\s(?:{'|'.join(_behind(*located, *other)) or '(?!)'})",
                ]
            )
        ),
        affiliation=Late(
            rf"^(?:{answers}[:：])?(?P<title>[^，,、]*(?:{callings}\s*|(?:{places}|\p{{Han}}{{2}}{called})\s+|》\s*))(?P<name>[^，,、]{{2,9}})"
            rf"|^(?P<name>\p{{Han}}{{2,4}})\s+(?P<title>\p{{Han}}{{0,6}}{callings})"
            rf"|^(?P<name>\p{{Han}}{{2,3}})\s+(?P<title>\p{{Han}}{{2,10}}(?:{bodies}))$"
            rf"|^(?P<name>\p{{Han}}{{2,3}})(?P<title>{titles})$"
        ),
        behind=Late(
            rf"(?P<name>\S.{{1,8}}?)\s?[（(](?P<title>[^（()）]*(?:{callings}|{places}|{bearing})[^）)]{{0,3}}|\d{{2,4}}级[^（()）]{{0,14}})[）)]"
        ),
        slashed=Late(
            rf"(?P<name>\p{{Han}}{{2,4}})\s?[／/]\s?(?P<title>[\p{{Han}}‧·・、]{{0,12}}(?:{callings}|{called}(?=[（(]))(?:[（(]\p{{Han}}{{2,8}}[）)])?)"
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
    acts = words(lexicon)[1]
    short = any_of((w for w in acts if len(w) == 1), spaced=False)
    both = rf"{short}(?:\s?[{JOINTS}/／]?\s?{short}(?=\s?[{TIES}]|$))?"
    shot, persons = lexicon.one_of("captions.shot"), lexicon.one_of("people.persons")
    return {
        "page": _page(lexicon),
        "given": _given(lexicon),
        "who": _who(lexicon),
        "act": _act(acts, lexicon),
        # 文/X, 圖、文／X
        "before": rf"(?<![\p{{Han}}/／]){both}(?=\s?[{TIES}]|\s\p{{Han}}{{2}})",
        # X 摄, XYZ文/图, X/文 Y/图, X/图　Y　Z/文; of two characters and 文/图 the first may be the name's: 赵启文/图
        "after": rf"(?<=[\p{{Han}}\p{{Latin}}]){shot}|(?<=\p{{Han}}[/／]){short}(?=\s{{1,3}}\p{{Han}}\s{{1,3}}\p{{Han}}{{1,2}}\s?[/／]{short})|(?<=(?<!\p{{Han}})\p{{Han}}{{3}}){short}[/／]{short}(?=$|[\s）)])|(?<=[\s/／）){JOINTS}])(?<!(?:^|{persons}\s{{1,3}})\p{{Han}}\s{{1,3}}){both}(?=$|[/／、，,）)]|\s(?!\p{{Han}}(?:\s|$))|{short})",
        "filed": _filed(lexicon),
        "source": _source(acts, lexicon),
    }


def _page(lexicon: Lexicon) -> str:
    """责任编辑, 校对: who made the page signs no item."""
    here, glued = lexicon.one_of("furniture.made_here"), lexicon.one_of("furniture.glued")
    opens = firsts(*editors(lexicon), *lexicon.words("furniture", "made_here"))
    return rf"(?<!\p{{Han}})(?=[{NUMERAL}]|{opens})(?:[{NUMERAL}]{{1,2}}版|{here})?{any_of(editors(lexicon), spaced=False)}(?=\s?[{TIES}]|\s{{1,4}}\p{{Han}}|(?<={glued})\p{{Han}}{{2,4}}(?!\p{{Han}}))"


def _given(lexicon: Lexicon) -> str:
    """企业提供, 翻摄自网络: where a picture is from. What is a role as well is none with a name tied to it, 翻摄/X."""
    every = lexicon.words("captions", "taken")
    act = any_of((word for word in every if word in lexicon.roles), spaced=False)
    taken = any_of((word for word in every if word not in lexicon.roles), spaced=False)
    pictures, given = lexicon.one_of("captions.pictures"), lexicon.one_of("captions.given")
    return rf"(?<!\p{{Han}})(?:{pictures}由)?\p{{Han}}{{2,14}}?{given}(?!\p{{Han}})|(?<!\p{{Han}})(?:{act}(?!\s?[{TIES}]|$)自?|{taken})[^、，,）)／/]{{1,20}}"


def _who(lexicon: Lexicon) -> str:
    """本报记者, 驻东京记者, 东京特派员: for whom somebody writes, where he is posted, and what he is.

    Without any of that a role's word begins with one of its characters."""
    people, sorts = words(lexicon)[0], lexicon.words("roles", "sorts")
    houses, posts, makers = (lexicon.one_of(key) for key in ("marks.houses", "people.posted", "people.makers"))
    named = rf"\p{{Han}}{{1,7}}?{houses}(?:[·・—–-]\p{{Han}}{{2,6}}?)?"
    posted = rf"{posts}(?:(?!{makers})[\p{{Han}}、]){{1,9}}?"
    house = rf"(?:(?P<house>《[^》]{{2,12}}》|本|{named})\s?(?:{posted})?|{posted}|(?={firsts(*people, *sorts)}))"
    envoys, together = lexicon.one_of("people.envoys"), lexicon.one_of("people.together")
    return rf"(?:{house}{any_of(sorts, spaced=False)}{{0,4}}{any_of(people)}|(?<!\p{{Han}})\p{{Han}}{{2,4}}{envoys})(?:{together})?"


def _act(acts: Collection[str], lexicon: Lexicon) -> str:
    """摄影, 参与采写, 本报整理. What begins a role's word as well is tied to a name: 采访/X, but 采访人员."""
    writing = lexicon.words("people", "writing")
    tied = [word for word in writing if any(role.startswith(word) and role != word for role in lexicon.roles)]
    free, held = (any_of(those, spaced=False) for those in (set(writing).difference(tied), tied))
    shares, ours, filing = (lexicon.one_of(key) for key in ("people.shares", "marks.ours", "marks.filing"))
    opens = firsts(*acts, *writing, *lexicon.words("people", "shares"), *lexicon.words("marks", "ours"))
    long = any_of((word for word in acts if len(word) > 1), spaced=False)
    return rf"(?={opens})(?:{held}(?=\s?[{TIES}{JOINTS}])|(?:{shares}|{ours})?{free}|(?:{ours})?{long})(?:{filing})?"


def _filed(lexicon: Lexicon) -> str:
    """发自L, L报道, L五日电."""
    keys = ("ways", "filing", "cables", "supplied", "filed")
    opens = firsts(*(w for key in keys for w in lexicon.words("marks", key)), *lexicon.words("captions", "sends"))
    ways, filing, filed = (lexicon.one_of(f"marks.{key}") for key in ("ways", "filing", "filed"))
    sent = lexicon.one_of("marks.cables", "marks.supplied")
    sends, sent_from = lexicon.one_of("captions.sends"), lexicon.one_of("marks.sent_from")
    place = r"(?<=[\s/／，,])\p{Han}{2,8}?(?:[－—–-]\p{Han}{2,6}?)?"
    verb = rf"(?:{ways})?{filing}(?={PAUSE})|{sent}(?={PAUSE})|(?<=[\s/／，,]){sends}(?={PAUSE})|{filed}$"
    return rf"{sent_from}\p{{Han}}{{1,6}}|(?:(?P<place>{place})|(?=[{NUMERAL}廿卅]|{opens}))(?P<day>{DAY})?(?P<verb>{verb})"


def _source(acts: Collection[str], lexicon: Lexicon) -> str:
    """据…, 信息来源…, 译自《…》, 新华社发, a day or a greeting at the end: what no maker is named by."""
    said = lexicon.one_of("furniture.sourced", "captions.numbers")
    source = lexicon.one_of("marks.according", "furniture.sources", "furniture.tips")
    long = any_of((word for word in acts if len(word) > 1), spaced=False)
    agencies, sent = lexicon.one_of("marks.agencies"), lexicon.one_of("captions.sends", "marks.supplied")
    every = lexicon.words("letters", "signed")
    signed, bare = (any_of((w for w in every if (len(w) == 1) == one), spaced=False) for one in (False, True))
    return rf"(?:{said})?{source}(?:[^，,；;]{{1,40}}(?=[，,；;]\s?{long})|.*)|(?<={lexicon.one_of('roles.translator')})自《[^》]{{1,40}}》|{agencies}{sent}|(?<=\s){DATED}$|(?:{signed}|(?<=\p{{Han}}{{2}}){bare}(?=\s|$))(?:\s*{DATED})?$"


def firsts(*words: str) -> str:
    """A pattern for the characters with which the words begin; what cannot begin there is not tried."""
    return f"[{re.escape(''.join(sorted({word[0] for word in words})))}]" if words else "(?!)"


def lasts(*words: str) -> str:
    """The characters with which the words end, for a set of characters in a pattern."""
    return re.escape("".join(sorted({word[-1] for word in words})))


@cache
def words(lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of roles: those for a person, 记者, and those for what was done, 摄影."""
    people = tuple(w for w in lexicon.roles if lexicon.ends(w, "people", "persons"))
    return people, tuple(w for w in lexicon.roles if w not in people)


def editors(lexicon: Lexicon) -> list[str]:
    """What those are called who make the page: 责任编辑; an item may have an 编辑 of its own."""
    spared = {*lexicon.roles, *lexicon.words("furniture", "sources"), *lexicon.words("marks", "supplied")}
    return [word for word in lexicon.words("furniture", "editors") if word not in spared]


def _hints(lexicon: Lexicon) -> Iterator[str]:
    """What a text has somewhere if `word` finds anything in it, each beginning with a character of its own.

    That lets a search pass over all other characters, where `word` tries every alternative at every place."""
    people, acts = words(lexicon)
    yield from map(spelled, shortest({*people, *lexicon.words("people", "envoys"), *editors(lexicon)}))
    yield from map(re.escape, shortest([word for word in acts if len(word) > 1]))
    for word in (w for w in sorted(acts) if len(w) == 1):
        yield rf"{word}(?:\s?[{TIES}{JOINTS}]|\s|(?<=[\s/／）){JOINTS}]{word}))"
    yield from map(re.escape, shortest(lexicon.listed(*ANYWHERE)))
    yield from (rf"{re.escape(word)}(?={PAUSE})" for word in lexicon.words("captions", "sends"))
    sends = firsts(*lexicon.listed("captions.sends", "marks.supplied"))
    yield from (f"{last}{sends}" for last in sorted({agency[-1] for agency in lexicon.words("marks", "agencies")}))
    yield "日$"
    yield from (f"{re.escape(word)}$" for word in shortest(lexicon.words("marks", "filed")))
    for word in lexicon.words("letters", "signed"):
        yield rf"{re.escape(word)}(?:\s|$)" if len(word) == 1 else re.escape(word)


def shortest(words: Collection[str]) -> list[str]:
    """Those that hold no other one: wherever 摄影记者 stands, 记者 does."""
    # in the same order at each start, so that what is made of them is the same pattern
    found = list[str]()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in found):  # what holds a longer one holds the one that this holds, too
            found.append(word)
    return found
