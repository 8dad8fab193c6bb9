"""Personal names as bylines print them: spaced inside, run together, Chinese, minority or foreign."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re, regex

LOST = "〓□■�？?"
"""What stands for a character that a tool could not print: `谢〓`, `闵□水`."""
HAN_RE = regex.compile(rf"(?!丨)(?:\p{{Han}}|[〇{LOST}](?=\p{{Han}}))(?:(?!丨)[\p{{Han}}〇{LOST}])*")
DOTTED_RE = regex.compile(r"[\p{Han}]{1,8}(?:[·・‧•．][\p{Han}]{1,8}){1,3}")
DOT_RE = re.compile(r"[·・‧•．]")
PAIR_RE = regex.compile(r"\p{Han}{1,2}[\[［]\p{Han}{2,4}[\]］]\p{Han}?")
"""A name of which one character is written as its parts: 罗[王册]."""
LATIN_RE = regex.compile(r"[A-Z][\p{Latin}.'’-]*(?: [A-Z][\p{Latin}.'’-]*){0,3}")
TOKEN_RE = regex.compile(rf"{DOTTED_RE.pattern}|{PAIR_RE.pattern}|{HAN_RE.pattern}|{LATIN_RE.pattern}|[、，,／/;；]|\S")
SHORT_RE = regex.compile(r"(?<!\p{Han})\p{Han}{1,2}$")
"""A name that lacks a character, at the end of a text."""
NO_NAME_RE = re.compile(r"[的了是在这這那将將会會报報电電讯訊部局等为為问問题題启啟们們]")
"""Characters of common words, which long names without a known surname do not hold."""


OFFICE = 12
"""An office that signs as a person does, 二营报道组, has no longer name."""
NUMERAL_RE = re.compile(r"[一二三四五六七八九十百廿卅〇零]+")
"""（十四） is an instalment's number."""
FOREIGN_RE = re.compile(rf"[\d_]|[^\w\s、，,／/;；·・‧•．.'’{LOST}-]")
"""What no list of names holds."""
RUN_RE = re.compile(r"[^\W\d_A-Za-z]{7,}")
"""More characters than a single name has."""
PARTICLE_RE = re.compile(r"[的了吗呢吧啊么们这那哪]")
"""What no given name holds: 门开了 opens with a surname and is a sentence."""


class Name(NamedTuple):
    """A name without its inner spaces, and where it stands in the text that was read."""

    text: str
    start: int
    end: int


def is_name(text: str, lexicon: Lexicon) -> bool:
    """Whether the text, unspaced, reads as one Chinese name with a known surname, or as a name with dots."""
    if DOT_RE.search(text) and DOTTED_RE.fullmatch(text):
        return True
    folded = fold(text)
    if PARTICLE_RE.search(folded):
        return False
    if folded[:2] in lexicon.compound_surnames:
        return 3 <= len(folded) <= 4
    return len(folded) in (2, 3) and folded[0] in lexicon.surnames


def divide(text: str, lexicon: Lexicon) -> list[str] | None:
    """Names that were run together, `王丽李明`; None where surnames do not tell them apart.

    The shortest way to read everything as names wins; of equals, the one with longer first names. The text holds
    Chinese characters alone."""
    if not _begins_as_name(text, lexicon):
        return None
    best: list[list[str] | None] = [[]] + [None] * len(text)
    for end in range(2, len(text) + 1):
        for size in (2, 3, 4):
            head = best[end - size] if end >= size else None
            if head is not None and is_name(text[end - size : end], lexicon):
                found = best[end]
                if found is None or len(head) + 1 < len(found):
                    best[end] = [*head, text[end - size : end]]
    return best[-1]


def may_be_names(text: str, lexicon: Lexicon) -> bool:
    """Whether it is worth while to ask for names: at a glance, nothing says that the text holds something else."""
    if FOREIGN_RE.search(PAIR_RE.sub("", text) if "[" in text or "［" in text else text):
        return False
    run = RUN_RE.search(text)
    if run is None or _begins_as_name(run[0], lexicon) or DOT_RE.search(text):
        return True
    return len(run[0]) <= OFFICE and lexicon.ends(fold(run[0]), "people", "offices")


def stripped(piece: str, margin: str) -> str:
    """A piece of a byline without the marks around it; what stands for a lost character of a name stays: 马小□, 罗[王册]."""
    inner = piece.strip(margin)
    end = piece.find(inner) + len(inner)
    behind, further = piece[end : end + 1], piece[end + 1 : end + 2]
    lost = behind in ("□", "■") and not further.strip(" \u3000、，,") and SHORT_RE.search(inner) is not None
    pair = behind in ("]", "］") and PAIR_RE.fullmatch(inner.split()[-1] + behind) is not None if inner else False
    return inner + behind if lost or pair else inner


def _begins_as_name(text: str, lexicon: Lexicon) -> bool:
    folded = fold(text[:2])
    return folded[:1] in lexicon.surnames or folded in lexicon.compound_surnames


def names_in(text: str, start: int, lexicon: Lexicon) -> list[Name] | None:
    """The names in a stretch that holds nothing else; None if it does not read so.

    Single characters that spaces part belong together: `张　娅` is one name, `诸葛明　乐　怡` two."""
    if len(text) in (2, 3) and HAN_RE.fullmatch(text):  # as most are
        return None if NUMERAL_RE.fullmatch(text) else [Name(text, start, start + len(text))]
    tokens = list(_tokens(text))
    if _letter_spaced(tokens):
        return None
    alone = len(tokens) == 1
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        taken = _singles(tokens, at, lexicon)
        word = "".join(t[0] for t in tokens[at : at + taken])
        parts = _parts(word, lexicon, alone=alone)
        if parts is None:
            return None
        names += _placed(parts, tokens[at : at + taken], start)
        at += taken
    return names


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """(word, start, end) of each run between separators; hard separators leave an empty word."""
    for m in TOKEN_RE.finditer(text):
        yield ("" if m[0] in "、，,／/;；" else m[0], m.start(), m.end())


def _letter_spaced(tokens: list[tuple[str, int, int]]) -> bool:
    """A line of many characters, all equally apart, is a heading set wide and no list of names."""
    gaps = {b[1] - a[2] for a, b in pairwise(tokens)}
    return len(tokens) > 6 and len(gaps) == 1 and all(len(t[0]) == 1 for t in tokens)


def _singles(tokens: list[tuple[str, int, int]], at: int, lexicon: Lexicon) -> int:
    """How many tokens from `at` on are one name: the pieces of a letter-spaced one, or one token."""
    run = 0
    while at + run < len(tokens) and len(tokens[at + run][0]) == 1 and HAN_RE.match(tokens[at + run][0]):
        run += 1
    following = tokens[at + run][0] if at + run < len(tokens) else ""
    if run == 0:
        compound = fold(tokens[at][0]) in lexicon.compound_surnames
        spaced = at + 1 < len(tokens) and len(tokens[at + 1][0]) in (1, 2) and bool(HAN_RE.match(tokens[at + 1][0]))
        if compound and spaced:
            return 2
        return 2 if _cut_name(tokens[at : at + 3], lexicon) else 1
    if run == 1 and len(following) == 2 and HAN_RE.match(following):
        return 2
    return 3 if run == 3 else min(run, 2)


def _cut_name(tokens: list[tuple[str, int, int]], lexicon: Lexicon) -> bool:
    """`马小 青`: a space fell into a name of three characters."""
    words = [t[0] for t in tokens]
    lone = len(words) > 1 and len(words[0]) == 2 and len(words[1]) == 1 and HAN_RE.match(words[1]) is not None
    return lone and is_name(words[0] + words[1], lexicon) and not (len(words) == 3 and len(words[2]) == 1)


def _parts(word: str, lexicon: Lexicon, *, alone: bool) -> list[str] | None:
    """The names in one token; where a list parts its names, a token of four is one of them."""
    if not word:
        return []
    if not HAN_RE.fullmatch(word):
        return [word] if any(shape.fullmatch(word) for shape in (LATIN_RE, DOTTED_RE, PAIR_RE)) else None
    if len(word) == 1 or NUMERAL_RE.fullmatch(word):
        return None
    if len(word) <= 3 or is_name(word, lexicon) or (len(word) == 4 and not alone and not NO_NAME_RE.search(word)):
        return [word]
    divided = divide(word, lexicon)
    if divided:
        return divided
    if len(word) <= OFFICE and lexicon.ends(fold(word), "people", "offices"):
        return [word]
    return [word] if len(word) <= 6 and not NO_NAME_RE.search(word) else None


def _placed(parts: list[str], tokens: list[tuple[str, int, int]], start: int) -> Iterator[Name]:
    """Names with their places; the parts of one run-together token follow each other."""
    if len(parts) == 1:
        yield Name(parts[0], start + tokens[0][1], start + tokens[-1][2])
        return
    at = tokens[0][1] if tokens else 0
    for part in parts:
        yield Name(part, start + at, start + at + len(part))
        at += len(part)
