"""A byline in pieces: role words, what was done, where it was filed, and the names between them.

`本报记者 X 通讯员 Y 文/图`, `記者X／台北報導`, `文／X 圖／單位提供`. What `byline_words` knows is cut out; what is left must
be names, or the text is no byline. `makers` reads what the pieces come to.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newssplit.lexicon import SMALL, Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.model import Role
from newssplit.patterns import re, regex
from newssplit.rules.byline_words import JOINTS, TIES, patterns
from newssplit.rules.described import MARGIN, Described, affiliated, begins_with_calling, described, spoken_of
from newssplit.rules.name_signs import Places, divide_place
from newssplit.rules.names import HAN_RE, Name, is_name, may_be_names, names_in, stripped

LOOSE = MARGIN + JOINTS + "[]"
SPACED_RE = regex.compile(r"\p{Han}[ \u3000]{1,3}\p{Han}")
"""A name of two characters, spaced."""
RUN_RE = regex.compile(r"(?<!\p{Han})\p{Han}{4,10}$")
"""A name and a place that nothing parts, before where it was filed: 簡沛岑東嶼報導."""
LABELS_RE = re.compile(r"\s?[：:]")
"""Behind 报道 it makes a label of it, 报道：X, which says no more than whose the text is."""
CELL_RE = re.compile(r"[^\s□■◎○●◆◇▲△▼▽★☆·（）()]+")
HOUSE = 4
"""So many characters that are no name of a compound surname are none of a person."""
ROLES = 2
"""So many roles of one character stand apart from names where these are set wide."""
BOTH_RE = re.compile(rf"[\s/／{re.escape(JOINTS)}]")


class Token(NamedTuple):
    """A piece of a byline; offsets in the text that was read.

    `who` (记者), `act` (摄), `filed` (东湾报道), `page` (责任编辑), `given` (企业提供), `source` (据…), `names`."""

    kind: str
    start: int
    end: int
    roles: tuple[Role, ...] = ()
    title: str | None = None
    names: tuple[Name, ...] = ()
    ahead: bool = False
    """Whether it is tied to what follows it: `文/X`."""
    house: tuple[int, int] | None = None
    """Whose reporter it is: 本报, 中央社."""
    place: tuple[int, int] | None = None
    """Where it was filed, and when."""
    day: tuple[int, int] | None = None
    sort: bool = False
    """Whether it says how a report came about: 综合报道."""
    described: bool = False
    """Whether the title is no role's word but describes a person: 溪口县中学教师."""


def words_in(folded: str, lexicon: Lexicon) -> Iterator[regex.Match[str]]:
    """All words of bylines in order; where no hint of one follows, none is looked for."""
    p, at = patterns(lexicon), 0
    while p.hint.search(folded, at) and (m := p.word.search(folded, at)):
        yield m
        at = m.end()


def tokens_of(text: str, lexicon: Lexicon, places: Places) -> list[Token] | None:
    """The pieces of a byline; None where something stands in it that is neither a word of bylines nor a name."""
    # 雒　文: no name is a single character
    if len(text) <= 5 and SPACED_RE.fullmatch(text) and fold(text[0]) not in lexicon.roles:
        return [_names(names_in(text, 0, lexicon) or [])]
    text = _tied_roles(text.translate(SMALL), lexicon)
    folded, at = fold(text), 0
    tokens: list[Token] = []
    for m in words_in(folded, lexicon):
        start = m.start()
        if m["place"] and not HAN_RE.search(folded, at, start):
            start = m.end("place")  # 记者 X 报道: it is the name
        if m["house"]:
            start = _own_house(m, folded, lexicon)
        if m["verb"]:
            start -= _glued_place(text, at, start, lexicon, places, dated=m["day"] is not None)
        found = _between(text, at, start, lexicon, bare=_describable(tokens))
        if found is None:
            return None
        if not (m["who"] and _is_house(found, start, lexicon)):
            tokens += found
        tokens.append(_word(m, text, folded, start, lexicon))
        at = m.end()
    found = _between(text, at, len(text), lexicon, bare=_describable(tokens))
    return None if found is None else tokens + found


def _tied_roles(text: str, lexicon: Lexicon) -> str:
    """The text, each role of one character that wide spaces part from its names tied to them: `文　谷　雨　图　包　博`.

    Which names are whose is told by whether a role begins the line or ends it."""
    cells = list(CELL_RE.finditer(text))
    roles = [len(m[0]) == 1 and fold(m[0]) in lexicon.roles for m in cells]
    if sum(roles) < ROLES or roles[0] == roles[-1] or not any(not r for r in roles):
        return text
    signs = list(text)
    for (before, first), (_after, second) in pairwise(zip(cells, roles, strict=True)):
        if first != second:  # a role and its names, or what is behind both
            signs[before.end()] = "／" if first == roles[0] else "，"
    return "".join(signs)


def person(found: Described) -> list[Token]:
    """A person with a description, as pieces of a byline."""
    roles: tuple[Role, ...] = ("author",) if found.wrote else ()
    return [Token("who", 0, 0, roles, found.title, described=True), _names([found.name])]


def _names(names: list[Name]) -> Token:
    return Token("names", names[0].start if names else 0, names[-1].end if names else 0, names=tuple(names))


def _is_house(found: list[Token], end: int, lexicon: Lexicon) -> bool:
    """Whether what is glued to a role's word is too long for a name, and so a paper's or a programme's: `南江周末记者　X`."""
    names = found[0].names if len(found) == 1 else ()
    one = names[0] if len(names) == 1 else None
    return one is not None and one.end == end and len(one.text) >= HOUSE and not is_name(one.text, lexicon)


def _describable(tokens: list[Token]) -> bool:
    """Whether a description may stand here: at the beginning, or behind `文/`."""
    return all(t.kind == "act" for t in tokens)


def _glued_place(text: str, at: int, start: int, lexicon: Lexicon, places: Places, *, dated: bool) -> int:
    """How many characters before `start` are a place that nothing parts from the name before it."""
    run = RUN_RE.search(text[at:start])
    size = divide_place(run[0], lexicon, places, dated=dated) if run else None
    return len(run[0]) - size if run and size else 0


def _own_house(m: regex.Match[str], folded: str, lexicon: Lexicon) -> int:
    """Where a role's word begins: X本报记者, where a name is before 本报."""
    known = [own.start() for own in patterns(lexicon).house.finditer(folded, m.start(), m.end("house"))]
    return known[-1] if known else m.start()


def _word(m: regex.Match[str], text: str, folded: str, start: int, lexicon: Lexicon) -> Token:
    end = m.end()
    if m["who"]:
        title = "".join(text[start:end].split())
        house = (start, m.end("house")) if m["house"] else None
        return Token("who", start, end, _roles(fold(title), lexicon), title, house=house)
    if m["filed"]:
        return _filed(m, folded, start, lexicon)
    if word := m["act"] or m["before"] or m["after"]:
        ahead = bool(m["before"]) or _leads(folded, m.start(), end)
        return Token("act", m.start(), end, _roles(word, lexicon), ahead=ahead)
    return Token("page" if m["page"] else "given" if m["given"] else "source", m.start(), end)


def _filed(m: regex.Match[str], folded: str, start: int, lexicon: Lexicon) -> Token:
    """Where a report was filed, from `start` on; a place that is none, 记者 X 报道, was read as a name."""
    verb = m["verb"] or ""
    inner = m.start("day") if m["day"] else m.start("verb") if verb else m.end()
    return Token(
        "filed",
        start,
        m.end(),
        ("reporter",) if _files(verb, lexicon) and not LABELS_RE.match(folded, m.end()) else (),
        ahead=_tied(folded, m.end()),
        place=(start, inner) if start < inner else None,
        day=m.span("day") if m["day"] else None,
        sort=_says_sort(verb, lexicon),
    )


def _files(verb: str, lexicon: Lexicon) -> bool:
    """Whether somebody files a report, which only reporters do: 综合报道."""
    return bool(verb) and lexicon.ends(verb, "marks", "filing")


def _says_sort(verb: str, lexicon: Lexicon) -> bool:
    """Whether a verb says how a report came about; 报道, 供稿 and those of one character do not."""
    return len(verb) > 1 and not any(verb in lexicon.wordset("marks", key) for key in ("filing", "supplied"))


def _tied(folded: str, end: int) -> bool:
    return folded[end:].lstrip()[:1] in tuple(TIES)


def _leads(folded: str, start: int, end: int) -> bool:
    """`／攝影陸一帆`: what is tied to the names behind it, or glued to them alone."""
    glued = HAN_RE.match(folded, end) is not None and not (start and HAN_RE.match(folded, start - 1))
    return glued or _tied(folded, end)


def _roles(word: str, lexicon: Lexicon) -> tuple[Role, ...]:
    """What a word says that somebody did: 文、图 says two things."""
    each = BOTH_RE.sub("", word)
    if word not in lexicon.roles and all(c in lexicon.roles for c in each):
        return tuple(lexicon.roles[c] for c in each)
    if lexicon.ends(word, "people", "writing"):
        return ()
    word = next(filter(word.endswith, lexicon.words("people", "arranging")), word)
    for together in lexicon.words("people", "together"):
        word = word.removesuffix(together)
    word = "".join(word.split())
    for size in range(min(len(word), 6), 0, -1):
        if role := lexicon.roles.get(word[-size:]):
            return (role,)
    return ()


def _between(text: str, start: int, end: int, lexicon: Lexicon, *, bare: bool) -> list[Token] | None:
    """The names between two words; None where something else stands there."""
    piece = text[start:end]
    inner = stripped(piece, LOOSE)
    if not inner:
        return []
    if fold(inner) in lexicon.wordset("people", "not_names"):  # 資料照，翻攝自…
        return [Token("given", start, end)]
    if fold(inner) in lexicon.wordset("marks", "agencies"):
        return [Token("source", start, end)]
    found = described(piece, start, lexicon) or affiliated(piece, start, lexicon) if bare else None
    if found:
        return person(found)
    if not may_be_names(inner, lexicon) or spoken_of(inner, lexicon) or begins_with_calling(inner, lexicon):
        return None
    names = names_in(inner, start + piece.index(inner[0]), lexicon)
    return [_names(names)] if names else None
