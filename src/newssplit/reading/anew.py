"""With what a line begins that does not go on with the one above, however full that one is, and with what one ends that
has none behind it."""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon, forms_of
from newssplit.light import NamedTuple
from newssplit.patterns import re

CAPTION_MARKS = "▲■▼◤◣△"
"""What points from a caption to its picture."""
BRACKETS = "【〔（(["
CLOSING = ")）"
ROLES = ("people.reporters", "people.correspondents")
"""The lists of who signs."""
CUT = "实"
"""The rest of 实习 that a wrap has cut."""


class Patterns(NamedTuple):
    """Their shapes, for text that is not folded."""

    anew: re.Pattern[str]
    """What a line that goes on in mid-sentence does not open with: bullets, bracketed marks, 上接, a dash."""
    asked: frozenset[str]
    """What a word ends with 问 or 答 begins with: 回|答：."""
    byline: re.Pattern[str]
    """A line of nothing but a role and names, perhaps with where they report from, stands by itself."""
    bylines: frozenset[str]
    """How it begins."""
    before_role: frozenset[str]
    """What a line ends with that a wrap has cut before the role: 本报|记者 X 摄."""
    mark: re.Pattern[str]
    """A dateline: the reporter's bracket goes on with it."""
    boxed: re.Pattern[str]
    """A dateline in brackets."""
    last: re.Pattern[str]
    """Who wrote or who took it stands at an article's end."""
    lasts: frozenset[str]
    """Its last character."""
    photo_words: frozenset[str]
    """What makes a word with 摄: it is no photographer's."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes with the words of a vocabulary, compiled once."""
    ends, organs = lexicon.in_both("marks.ends"), lexicon.in_both("marks.own")
    role = rf"{organs}?{lexicon.in_both('people.ranks')}?{lexicon.in_both(*ROLES)}"
    before = [*lexicon.words("marks", "own"), *lexicon.words("people", "ranks")]
    begins = [*before, *lexicon.listed(*ROLES)]
    taken = lexicon.listed("captions.shot", "people.photographers")
    return Patterns(
        anew=re.compile(_anew(lexicon)),
        asked=frozenset(forms_of(word[-2:-1] for word in lexicon.words("letters", "asked"))),
        byline=re.compile(
            rf"{role}(?:(?:[ \u3000]+[^\s，。、]{{1,4}})+|[ \u3000]?[^\s，。、]{{2,4}}[／/][^\s，。]{{2,10}})"
        ),
        bylines=frozenset(forms_of(word[0] for word in begins)),
        before_role=frozenset(forms_of((*(word[-1] for word in before), CUT))),
        mark=re.compile(rf"{ends}\s*$"),
        boxed=re.compile(rf"[【〔（(\[][^，。\s【】〔〕（）()]{{1,16}}{ends}[】〕）)\]]"),
        last=re.compile(_last(lexicon)),
        lasts=frozenset(CLOSING + forms_of(word[-1] for word in taken)),
        photo_words=frozenset(forms_of(_beside_photographed(lexicon)[1])),
    )


def _anew(lexicon: Lexicon) -> str:
    halves, ends = lexicon.in_both("people.halves"), lexicon.in_both("marks.ends")
    jumps = rf"{lexicon.in_both('teasers.back', 'teasers.onward')}|{lexicon.in_both('teasers.asides')}(?=第)"
    sender = rf"{lexicon.in_both('marks.according')}?[^，。\s]{{1,6}}{lexicon.in_both('marks.senders')}"
    own = rf"{lexicon.in_both('marks.own')}|[^，。（(]{{0,8}}{lexicon.in_both('people.reporters')}"
    return (
        rf"(?:[{CAPTION_MARKS}□◎●◆★☆◇○]|[【〔]|{lexicon.in_both('letters.speakers')}[：:]|{halves}[／/]{halves}"
        rf"|[（(]?(?:{jumps})|——|{sender}[^，。\s]{{0,16}}{ends}(?=[\s（(])|[（(](?:{own}))"
    )


def _last(lexicon: Lexicon) -> str:
    before, _ = _beside_photographed(lexicon)
    took, taker = lexicon.in_both("captions.shot"), lexicon.in_both("people.photographers")
    return (
        rf"(?:[。！？…”」]\s*[（(][^（()）。，]{{2,24}}[)）]|[^\s{forms_of(before)}\d]\s?{took}|[／/\s]{taker})[)）]?$"
    )


def _beside_photographed(lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """What stands before and behind 摄 in words that name no photographer."""
    took, others = lexicon.words("captions", "shot"), lexicon.words("people", "no_photographers")
    return [word[-2] for word in others if word.endswith(took) and len(word) > 1], [
        word[1] for word in others if word.startswith(took) and len(word) > 1
    ]


def is_byline(here: str, there: str, lexicon: Lexicon) -> bool:
    """Whether the line `there` below `here` is nothing but a role and names."""
    p = patterns(lexicon)
    return there[0] in p.bylines and here[-1] not in p.before_role and p.byline.fullmatch(there) is not None


def opens_anew(here: str, there: str, lexicon: Lexicon) -> bool:
    """Whether the line `there` below `here` opens as no line does that goes on in mid-sentence."""
    p = patterns(lexicon)
    asked = there[1:2] in "：:" and here[-1] in p.asked
    return bool(p.anew.match(there)) and here[-1] not in "（(" and not asked and not p.mark.search(here)


def is_boxed_mark(text: str, lexicon: Lexicon) -> bool:
    """Whether a line opens with a dateline in brackets."""
    return text[0] in BRACKETS and patterns(lexicon).boxed.match(text) is not None


def ends_with_makers(here: str, there: str, lexicon: Lexicon) -> bool:
    """Whether the line `here` over `there` ends with who wrote it or who took it: 李明 摄, and not 摄|氏."""
    p = patterns(lexicon)
    return here[-1] in p.lasts and p.last.search(here) is not None and there[0] not in p.photo_words
