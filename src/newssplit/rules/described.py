"""People with a description beside their name: `溪口县中学教师　X`, `X（台中市，家管）`, `X／國小教師（彰化員林）`."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import BULLETS, TIES, patterns
from newssplit.rules.names import Name, is_name, names_in

EDGE = BULLETS + " \u3000/／:：【】"
MARGIN = " \u3000\t,，、;；:：/／|｜丨。()（）[]［］【】〔〕《》" + BULLETS
DESCRIBED_RE = re.compile(r"[）)／/]")
"""What stands beside a name to say who bears it."""
LETTERED_RE = regex.compile(r"(?P<name>\p{Han}[ \u3000]{1,3}\p{Han})\s?[（(](?P<title>\p{Han}{2,8})[）)]")
WHOLE = 3
"""So many characters has a name that stands right behind what its bearer is, 國民學校校長巫錦堂. Of 17 annotated lines with
one of two, 街坊談天 and 一名司机家属 among them, 2 name a maker; of 14 with one of three 5."""
COLON_RE = re.compile(r"[:：]")


class Described(NamedTuple):
    """A person and who that is, with the offsets of the description."""

    name: Name
    title: str
    wrote: bool
    """Whether 文/ stands in front."""


@cache
def _wrote_re(lexicon: Lexicon) -> re.Pattern[str]:
    """An author's word with a sign that ties it to his name: `文/`."""
    return re.compile(rf"{lexicon.one_of('people.wrote')}\s?[{TIES}]\s?")


def described(text: str, at: int, lexicon: Lexicon) -> Described | None:
    """`林予安（台中市，家管）`, `莊若蘭／國小教師`: a name and, in brackets or behind a slash, who bears it."""
    bare = text.rstrip(EDGE)
    if not bare.endswith(("）", ")")) and not any(slash in bare for slash in "／/╱"):
        return None
    folded = fold(text)
    wrote = _wrote_re(lexicon).match(folded)
    shift = wrote.end() if wrote else len(text) - len(text.lstrip(EDGE))
    p, rest = patterns(lexicon), folded[shift:].rstrip(EDGE)
    found = p.slashed.fullmatch(rest) or p.behind.fullmatch(rest) or _lettered(rest, lexicon)
    return _person(text, at, shift, found, wrote is not None, lexicon)


def _lettered(rest: str, lexicon: Lexicon) -> regex.Match[str] | None:
    """`秋　野（布达佩斯）`: two characters set wide are a name, and the brackets behind it say where he is."""
    m = LETTERED_RE.fullmatch(rest)
    return m if m and m["title"] not in lexicon.wordset("people", "not_names") else None


def affiliated(text: str, at: int, lexicon: Lexicon) -> Described | None:
    """A person with a description in place of a role: `溪口县中学教师　池上莲`."""
    folded = fold(text)
    p, inner = patterns(lexicon), folded.strip(MARGIN)
    m = p.affiliation.fullmatch(inner) if p.described.search(inner) else None
    return _person(text, at, len(folded) - len(folded.lstrip(MARGIN)), m, False, lexicon)


def spoken_of(name: str, lexicon: Lexicon) -> bool:
    """Whether somebody is called as one who does not sign: `（马赛 梁女士）`."""
    return lexicon.ends(fold(name), "people", "spoken_of")


def begins_with_calling(name: str, lexicon: Lexicon) -> bool:
    """Whether it begins with what somebody may be and says more, 讀者來論, 街坊談天: so no name begins. A body that signs may
    be called so, with one character behind it or as offices are: 学生会, 学生处, 职工宣传部."""
    folded = fold(name)
    if lexicon.ends(folded, "people", "offices"):
        return False
    return any(folded.startswith(word) and len(folded) > len(word) + 1 for word in lexicon.words("people", "callings"))


def _person(
    text: str, at: int, shift: int, m: regex.Match[str] | None, wrote: bool, lexicon: Lexicon
) -> Described | None:
    """The person of a match in the text from `shift` on; the text itself begins at `at`."""
    if m is None:
        return None
    start, end = shift + m.start("name"), shift + m.end("name")
    names = names_in(text[start:end], at + start, lexicon)
    if fold(text[start:end]) in lexicon.wordset("people", "not_names"):
        return None  # 高级律师
    if not names or len(names) != 1 or not is_name(names[0].text, lexicon) or spoken_of(names[0].text, lexicon):
        return None
    title = text[shift + m.start("title") : shift + m.end("title")]
    glued = m.end("title") == m.start("name") and title[-1:].strip(MARGIN) != ""
    if glued and (len(names[0].text) < WHOLE or COLON_RE.search(title)):
        return None
    bare = title.strip(MARGIN)
    return Described(names[0], title.strip() if bare.count("（") > bare.count("）") else bare, wrote)
