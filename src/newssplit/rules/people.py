"""Who signs: `记者X 通讯员Y`, `□本报记者　X`, `文/X 图/Y`, `（柳条沟村村民　X）`.

One reader for all places where makers are named: the bracket of a lede, a line, what stands behind a text, the credit
of a picture, the field of a record. `byline_tokens` cuts a byline into pieces, `makers` says what they come to; if anything is
left over that is neither a word nor a name, it is no byline.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.light import NamedTuple
from newssplit.patterns import regex
from newssplit.rules.byline_tokens import Token, person, tokens_of, words_in
from newssplit.rules.byline_words import BULLETS as BULLETS
from newssplit.rules.byline_words import patterns
from newssplit.rules.described import DESCRIBED_RE, described
from newssplit.rules.makers import Maker, interpret
from newssplit.rules.name_signs import Places, unlike
from newssplit.rules.names import HAN_RE, is_name

TITLED_RE = regex.compile(r"(?<=\p{Han}\s?)[（(](?:\d{1,3}\p{Han}|\p{Han}{2,8})[）)]")
"""In brackets behind a name, who that is."""
GIVEN_RE = regex.compile(r"\s?[^由\s]{2,14}提供\s?")
"""花莲林管处提供: whose a picture is, and not who copied one, 翻摄. Of 12 brackets that say so behind one sentence, and 8
behind texts into which captions run, all stand behind captions."""
LONGEST = 120
"""No byline has more characters; it bounds the work on hostile input."""


def nowhere(_word: str) -> bool:
    """What a text that names no place says of each."""
    return False


class Byline(NamedTuple):
    makers: tuple[Maker, ...]
    role: bool
    """Whether a role word such as 记者 or 摄 stands in it; never without makers."""
    filed: Token | None = None
    """Where it was filed: 东湾报道, behind the makers."""
    house: tuple[int, int] | None = None
    """Whose reporter the first one is: 中央社."""
    nobody: Literal["", "page", "given"] = ""
    """What a byline without any maker tells: who made the page; or where a picture is from, 图/企业提供."""


NOBODY = Byline((), False)


@cache
def _desks(lexicon: Lexicon) -> regex.Pattern[str]:
    """A desk before a stroke: `国际新闻中心／`."""
    return regex.compile(
        rf"\s{{0,4}}\p{{Han}}{{1,6}}{any_of(lexicon.words('people', 'desks'), spaced=False)}\s?[／/]\s?"
    )


def read_people(text: str, lexicon: Lexicon) -> tuple[Maker, ...]:
    """The people that a byline names, in order; empty where the text is no byline.

    >>> from newssplit.lexicon import default_lexicon
    >>> [(m.name, m.role) for m in read_people("记者 谷　雨　通讯员 包博文", default_lexicon())]
    [('谷雨', 'reporter'), ('包博文', 'correspondent')]
    """
    return read_byline(text, lexicon).makers


def read_byline(text: str, lexicon: Lexicon, places: Places = nowhere) -> Byline:
    """The people that a byline names, and what else it says."""
    if not 2 <= len(text) <= LONGEST:
        return NOBODY
    if (desk := _desks(lexicon).match(fold(text))) and HAN_RE.search(text, desk.end()):
        return read_byline(" " * desk.end() + text[desk.end() :], lexicon, places)
    found = described(text, 0, lexicon)
    if found:
        makers = tuple(interpret(person(found)))
        return Byline(makers, has_role(text, lexicon)) if makers else NOBODY
    tokens = tokens_of(text, lexicon, places) or _tokens_untitled(text, lexicon, places)
    if not tokens or _only_a_title(tokens) or _speaks_of(tokens, lexicon):
        return NOBODY
    makers = tuple(interpret(tokens))
    if any(_is_no_name(m.name, lexicon) for m in makers):
        return NOBODY
    if not makers:
        return NOBODY._replace(nobody=_told(tokens, text))
    houses = (t.house for t in tokens if t.kind == "who")
    filed = tokens[-1] if tokens[-1].kind == "filed" and not tokens[-1].ahead else None
    return Byline(makers, any(_says_role(t) for t in tokens), filed, next(houses, None))


def _tokens_untitled(text: str, lexicon: Lexicon, places: Places) -> list[Token] | None:
    """The pieces of a byline without what stands in brackets behind its names, an age or a title: `口述：X（74岁）`."""
    if not TITLED_RE.search(text) or not has_role(text, lexicon):
        return None
    return tokens_of(TITLED_RE.sub(lambda m: " " * len(m[0]), text), lexicon, places)


def _is_no_name(name: str, lexicon: Lexicon) -> bool:
    """Whether what looks like a name behind a role is the word of a column, 读者来论, or of a kicker: 评论员文章指出."""
    folded = fold(name)
    return folded in lexicon.wordset("labels", "words") or lexicon.ends(folded, "headlines", "announcing")


def _says_role(token: Token) -> bool:
    return (
        token.kind == "act" or (token.kind == "who" and not token.described) or (token.kind == "filed" and token.ahead)
    )


def _told(tokens: list[Token], text: str) -> Literal["", "page", "given"]:
    kinds = {t.kind for t in tokens}
    if "page" in kinds:
        return "page"
    return "given" if kinds >= {"given", "act"} or (kinds == {"given"} and GIVEN_RE.fullmatch(fold(text))) else ""


def _only_a_title(tokens: list[Token]) -> bool:
    """`自由撰稿人`: what stands right before a role word alone belongs to the word, and names nobody.

    编译 says what a person did, too: `X编译`."""
    glued = [t.kind for t in tokens] == ["names", "who"] and tokens[0].end == tokens[1].start
    return glued and tokens[1].roles != ("translator",)


def _speaks_of(tokens: list[Token], lexicon: Lexicon) -> bool:
    """`曾琦接见外 记者`: a role stands behind names alone, and not all of these are names.

    `文字通畅 简洁明了`: what was done is glued to the words behind it, and not all of these are names."""
    kinds = [t.kind for t in tokens]
    if kinds[0] == "act" and len(tokens) > 1 and tokens[1].kind == "names" and tokens[0].end == tokens[1].start:
        return not all(is_name(n.text, lexicon) for t in tokens for n in t.names)
    behind = kinds[-1] == "who" and set(kinds[:-1]) == {"names"} and tokens[-1].roles != ("translator",)
    return behind and not all(is_name(n.text, lexicon) for t in tokens for n in t.names)


def has_role(text: str, lexicon: Lexicon) -> bool:
    """Whether a role word such as 记者 or 摄 stands in the text."""
    return any(m["who"] or m["act"] or m["before"] or m["after"] for m in words_in(fold(text), lexicon))


def may_have_words(text: str, lexicon: Lexicon) -> bool:
    """Whether a role, or the description of a person, may stand in the text; without either there are bare names."""
    folded, p = fold(text), patterns(lexicon)
    return bool(DESCRIBED_RE.search(text) or p.described.search(folded) or p.hint.search(folded))


def sure(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether a reader would take the names for names without a role beside them."""
    return bool(makers) and all(is_name(m.name, lexicon) or m.role for m in makers)


def likely_names(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether one name begins with a surname, and others that have none have a role and nothing against them."""
    some = any(is_name(m.name, lexicon) for m in makers)
    return some and all(is_name(m.name, lexicon) or (m.role and not unlike(m.name, lexicon)) for m in makers)


def sure_names(makers: tuple[Maker, ...], lexicon: Lexicon) -> bool:
    """Whether every name begins with a surname: `记者杨树` behind the text, and not `对记者表示`."""
    return all(is_name(m.name, lexicon) for m in makers)
