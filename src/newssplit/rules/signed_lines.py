"""A whole line that says who made an item: roles and names, names behind a bullet, a name alone."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import words as words_of_roles
from newssplit.rules.described import spoken_of
from newssplit.rules.makers import Maker
from newssplit.rules.name_signs import unlike
from newssplit.rules.names import DOT_RE, is_name, names_in
from newssplit.rules.people import BULLETS, has_role, may_have_words, read_byline, sure_names

LONGEST = 70
LONGEST_NAME, BRACKETED_NAME = 4, 5
"""A pen name has no more characters; in brackets, one more: （海上漱六生）."""
SENTENCE_RE = re.compile(r"[。！？!?；]")
RUN_RE = re.compile(r"[^\W\d_A-Za-z]{5,}")
"""More characters than a name without a role has; see BRACKETED_NAME."""
FROM_RE = regex.compile(
    r"[（(]?(?:——)?(?P<place>\p{Han}{2,8})[ \u3000]{1,4}(?P<name>\p{Han}{2,3}|\p{Han}(?:[ \u3000]{1,2}\p{Han}){1,2})[）)]?"
)
"""A place or a body, and behind a space who signs: `土瓜灣　尹浩文`, set wide if he has two characters."""
APART_RE = re.compile(r"[\s/／:：|｜丨()（）]")
LAND_RE = re.compile(r"[（(\[［【〔](?P<land>[^\W\d_]{1,5})[）)\]］】〕]\s?")
OPENS, SQUARE = "（([［【〔", "[［〔"
"""In round brackets before a name without a dot may stand the day of a week."""
UNSIGNED_RE = re.compile(r"^(?:[—\-“「『《]|[^，,]*[，,][^，,]*[，,])")
"""How a subheadline, a quotation, a sentence begins: no line of makers."""


class SignedLine(NamedTuple):
    makers: tuple[Maker, ...]
    sure: bool
    """Whether they are beyond doubt: a role, a bullet, a described person."""


@cache
def _lacking_re(lexicon: Lexicon) -> re.Pattern[str]:
    """A line of makers in which a question mark stands for a character: 本报记者 马小？."""
    makers = lexicon.one_of("people.makers")
    return re.compile(rf"[□■●◎]?\s?[^。！？!?；\s]{{0,6}}{makers}[^。！？!?；]{{1,6}}[？?](?:\s[^。！？!?；]*)?")


@cache
def _behind_re(lexicon: Lexicon) -> regex.Pattern[str]:
    """Behind the photographer, who spread the picture: X摄（新华社发）."""
    return regex.compile(rf"(?<={lexicon.one_of('captions.shot')})\s?[（(]\S{{2,8}}[)）]$")


def _without_sender(text: str, folded: str, lexicon: Lexicon) -> str:
    """The line without who spread the picture."""
    m = _behind_re(lexicon).search(folded) if text[-1] in ")）" else None
    return text[: m.start()] if m else text


def _tells(text: str, folded: str, lexicon: Lexicon) -> bool:
    """Whether a line begins as one that says something: also with a headline's verb, `对话老站长`, `记老站长`, where
    that does not begin the word for a maker, 记者."""
    if UNSIGNED_RE.match(text):
        return True
    return folded.startswith(lexicon.words("headlines", "verbs")) and not folded.startswith(words_of_roles(lexicon)[0])


def read_signed_line(text: str, key: str, lexicon: Lexicon) -> SignedLine | None:
    """Whom the whole line names, or None; `key` is the text without spaces and punctuation, folded."""
    if len(text) > LONGEST or text[-1] in "：:":
        return None
    if text[0] in OPENS and (land := _land(text, lexicon)):
        return _of_land(text, land, lexicon)
    folded = fold(text)
    sentence = SENTENCE_RE.search(text) is not None and not _lacking_re(lexicon).fullmatch(folded)
    if sentence or _tells(text, folded, lexicon):
        return None
    if _has_no_names(text, lexicon) and not FROM_RE.fullmatch(text):
        return None
    inner = text.strip("（()）[]【】〔〕") if text[:1] in "（([【〔" else _without_sender(text, folded, lexicon)
    if _is_label(key, inner, lexicon):
        return None
    byline, words = read_byline(inner, lexicon), lexicon.wordset("people", "not_names")
    makers, role = byline.makers, byline.role
    named = bool(makers) and (bool(makers[0].title) or is_name(makers[0].name, lexicon))
    if not role and not named and (sender := _from(inner, lexicon)):
        return SignedLine(
            (sender._replace(start=sender.start + text.index(inner), end=sender.end + text.index(inner)),), sure=False
        )
    if not makers or any(fold(m.name) in words for m in makers):
        return None
    if text[0] in "【〖" and not role:
        return None
    if not role and lexicon.ends(fold(inner), "marks", "filing") and not sure_names(makers, lexicon):
        return None  # ■追踪报道 is a label
    longest = BRACKETED_NAME if text[0] in "（(" else LONGEST_NAME
    if not role and not (_stand_apart(makers) and all(_is_whole(m, longest, lexicon) for m in makers)):
        return None
    shift = text.index(inner)
    placed = tuple(m._replace(start=m.start + shift, end=m.end + shift) for m in makers)
    return _judged(text, placed, role if inner == text else has_role(text, lexicon), lexicon)


def _land(text: str, lexicon: Lexicon) -> int:
    """Where the land ends that an author is from, in brackets at the beginning of a line; 0 where there is none."""
    m = LAND_RE.match(text)
    if m is None or not (text[0] in SQUARE or DOT_RE.search(text)):
        return 0
    return m.end() if fold(m["land"]) in lexicon.wordset("people", "lands") else 0


def _of_land(text: str, start: int, lexicon: Lexicon) -> SignedLine | None:
    """Who is named behind the land that he is from, `［俄］阿·费多宁`, alone or before who has put it into Chinese."""
    rest = text[start:]
    signed = read_signed_line(rest, fold("".join(rest.split())), lexicon) if rest else None
    if signed is None:
        return None
    placed = [m._replace(start=m.start + start, end=m.end + start) for m in signed.makers]
    if len(placed) > 1 and placed[0].role == "translator":
        placed[0] = placed[0]._replace(role=None)
    return SignedLine(tuple(placed), sure=True)


def _from(inner: str, lexicon: Lexicon) -> Maker | None:
    """Who signs behind a place or a body that no list knows, `青龙嘴工段　沈腊梅`. Of 222 annotated lines of that form 207 are a
    maker's."""
    m = FROM_RE.fullmatch(inner)
    if m is None:
        return None
    names = names_in(m["name"], m.start("name"), lexicon)
    one = names[0] if names and len(names) == 1 else None
    if one is None or not is_name(one.text, lexicon) or spoken_of(one.text, lexicon):
        return None
    return Maker(one.text, None, m["place"], one.start, one.end)


def _has_no_names(text: str, lexicon: Lexicon) -> bool:
    """Seen at a glance: there are more characters together than a name has, and no word to go with them."""
    run = RUN_RE.search(text)
    if run is None or (len(run[0]) <= BRACKETED_NAME and text[0] in "（("):
        return False
    return not (may_have_words(text, lexicon) or DOT_RE.search(text))


def _is_label(key: str, inner: str, lexicon: Lexicon) -> bool:
    """Whether it is called like a column: 今日谈, 小贴士."""
    called = lexicon.ends(key, "labels", "endings") and not APART_RE.search(inner)
    return called or any(key in lexicon.wordset("labels", words) for words in ("boxes", "words"))


def _is_whole(maker: Maker, longest: int, lexicon: Lexicon) -> bool:
    """Whether a name without a role may be one."""
    return len(maker.name) <= longest or is_name(maker.name, lexicon) or bool(maker.title)


def _stand_apart(makers: tuple[Maker, ...]) -> bool:
    """Whether names without a role are parted from each other, as they are on a line of their own."""
    return all(a.end < b.start for a, b in pairwise(makers))


def _judged(text: str, makers: tuple[Maker, ...], role: bool, lexicon: Lexicon) -> SignedLine | None:
    """How sure the makers are; `role`: a role's word is in the line."""
    apart = APART_RE.search(text) is not None or any(m.role == "commentator" for m in makers)
    if role and not apart and not sure_names(makers, lexicon):
        return None  # 编辑提示, 记者手记: a role's word in another one
    like = all((len(m.name) <= 3 or is_name(m.name, lexicon)) and not unlike(m.name, lexicon) for m in makers)
    bulleted = text[0] in BULLETS and like
    return SignedLine(makers, role or bulleted or all(m.title for m in makers))
