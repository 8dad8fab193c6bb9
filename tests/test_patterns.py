"""No pattern of the package takes more than linear time, on whatever text: told from the pattern, and tried.

What is told (`patterns/growth.py`) sees all texts, but only what it makes of the pattern; what is tried
(`patterns/matcher.py`) counts the steps of a real match, but on some texts. A pattern that fails either is to be
written otherwise: docs/architecture.md says how.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import regex

from tests.patterns import collected
from tests.patterns.growth import Growth
from tests.patterns.matcher import Matcher, TooMany
from tests.patterns.pumping import pumps
from tests.patterns.syntax import Pattern, parse
from tests.source_alone import source_alone

USES = ("search", "match", "fullmatch")
MOST = 3_000_000
"""Steps; a text of a hundred pieces takes far fewer, however many for each character."""
RATIO = 40
"""Ten times the text takes ten times the steps, or a little more as long as a loop with an end has not come to it;
where time is quadratic, it takes a hundred times as many."""
STRAIGHT = 12
"""What takes no more times the steps for ten times the text will not take RATIO times for the next ten."""
WORST = 2
"""So many of a pattern's texts, those on which it has grown most, are tried at their full length."""

SPARED = {
    "show/json_colours.py TOKEN_RE": "In JSON no quotation mark lacks its other half, so a match takes what it reads.",
    "reading/carriers/literals.py PART_RE": "Each match begins where the last one ended; without one, reading ends.",
    "output/conversion.py _PIECE_RE": "What it gives back holds no space and no stop: the next match takes all of it.",
}
"""Patterns that are linear as they are used, though it cannot be told from them."""

LINEAR = (
    r"\s+", r"\w{5,}", r"ab*c", r"⟦[^⟦⟧]*⟧", r"^.*版", r"^(?:\S\s)+\S", r"(?<!\s)\s++$", r"(?<=。)[ \t]++(?=\S)",
    r"\d\D*\d", r".{0,40}版", r"(?:[^、]{2,4}、)*", r"第\s?\d+\s?版", r"^(?!.*的)名", r"(?:记者|通讯员)\s*$",
    r"x(?=\d*$)", r"(.)\1", r"\bMay\b", r"(?m)^\d+$", r"(?i)isbn\B\d", r"(“)?[^”]{1,9}(?(1)”|$)",
)  # fmt: skip
SLOW = {
    "a loop in a loop": (
        r"(?:版.*){3,}\d.*版", r"(?:第\s?\d+\s?版.*){3}", r"(?:a+)+b", r"(?:a|a)*b", r"(?:a*)*b", r"(?:ab?|b)*c",
    ),
    "two loops in a row": (
        r"\w*\d*x", r"^.*[。，].*$", r"\d.*\d.*\d.*\d", r"\S.*?[ \u3000]{2,}(?=——)", r"[ \u3000]*\u3000{2,}x",
    ),
    "a loop that begins anywhere": (
        r"\s*$", r"\s*（完）", r"[\d-]{7,}$", r"[\w.-]+@\w", r"热线.*邮箱", r"(?=.*联系)\S",
    ),
    "a loop behind": (r"(?<=[。！][”）]*)\s",),
    "looks far beyond each match": (r"a(?:.*x)?", r"(?:[a-z]+ )*"),
    "too many ways": (r".{4,60}?x.{0,50}y.{0,50}z", r"(?:\w{1,30}[\w-]{1,30}){1,9}"),
}  # fmt: skip
"""What is refused, by its kind."""
OLD = {
    "furniture PAGES_RE": r"(?:版.*){3,}\d.*版|(?:第\s?\d+\s?版.*){3}",
    "furniture CRUMBS_RE": r"[^>＞»。，]{2,14}(?:\s*[>＞»]\s*[^>＞»。，]{2,14}){2,}",
    "furniture MENU_RE": r"(?=.*(?:关于我们|首页))\S{2,8}(?:\s*[|｜]\s*\S{2,8}){2,}",
    "units HEADED_RE": r"[^。！？；\s][^。！？；]{5,40}?(?:[ \t]{2,}|[ \u3000\t]*\u3000{2,})(?=[^\s，。]{1,16}[讯訊])",
    "units PARTING_RE": r"(?<=\S)(?:[ \t]{2,}|[ \u3000\t]*\u3000{2,})(?=\S)",
    "wrapping ALONE_RE": r".*[.…·]{3,}\s*[（(]?[A-Z]?\d{1,3}[）)]?|.*版",
    "wrapping SENTENCE_RE": r"[（(].*[）)]$|.*(?:[。；]$|[。，].*[！？!?”」』]$|[。！？!?”」』]\s*[（(][^（(]*$)",
    "short_text SALUTATION_RE": r"(?:编辑|各位)(?:同志|先生|朋友|们|的.{0,6})*[：:]",
    "headings FIGURES_RE": r"[：:].*\d|\d.*\d.*\d.*\d",
    "labels PHRASES_RE": r"\S[ \u3000]\S.*[ \u3000]{2,}\S",
    "heads DASHED_RE": r"\S.*?[ \u3000]{2,}(?=(?:——|――|──)\S)",
    "context CONTACT_RE": r"[\d－-]{7,}$|@[\w.]+$",
    "dates NUMBER_RE": r"\s*([A-Za-zＡ-Ｚ]*)\s*(.*)x",
    "profiles _HEADER_RE": r"\s*\[+\s*([^\]#=]+?)\s*\]+\s*(?:#.*)?$",
    "continuation ONWARD_RE": r"[（(\[【]?\s*[>》▶→]*\s*(?:下转|转)\s*第?\d\s*[版页]?[^）)\]】。]{0,14}[）)\]】]?\s*$",
    "tails bracket": r"\s*(?P<open>[（(\[【〔])(?P<inner>[^（()）\[\]【】〔〕]{2,90})[）)\]】〕]?\s*$",
    "pieces url": r"https?://\S+|[\w.-]+@[\w.-]+\.\w+",
}
"""What the package once had, each shortened to what was at fault."""


def compiled(source: str) -> Pattern:
    return regex.compile(source) if r"\p" in source or "(?<=[。！]" in source else re.compile(source)


@source_alone
def test_no_pattern_gets_by() -> None:
    assert collected.missed() == [], "let tests/patterns/recorded.py call what compiles them"
    assert collected.uncompiled() == [], "compile it, so that it is known and looked up but once"


@source_alone
def test_every_pattern_is_told_to_be_linear() -> None:
    found = [(one.name, Growth(parse(one.pattern)).faults()) for one in collected.patterns()]  # some share a name
    faulty = [(name, faults) for name, faults in found if faults]
    assert [one for one in faulty if one[0] not in SPARED] == []
    assert SPARED.keys() - dict(faulty).keys() == set(), "nothing is at fault there any more"


@source_alone
def test_every_pattern_is_linear_when_it_is_tried() -> None:
    found = [(one.name, "; ".join(tried(one.pattern))) for one in collected.patterns()]
    assert [(name, faults) for name, faults in found if faults and name not in SPARED] == []


@pytest.mark.parametrize("source", LINEAR)
def test_what_is_linear_is_told_to_be(source: str) -> None:
    assert Growth(parse(compiled(source))).faults() == []
    assert list(tried(compiled(source))) == []


@pytest.mark.parametrize(("kind", "source"), [(kind, source) for kind in SLOW for source in SLOW[kind]])
def test_what_is_slow_is_refused(kind: str, source: str) -> None:
    assert Growth(parse(compiled(source))).faults() != []


@pytest.mark.parametrize("name", OLD)
def test_what_the_package_once_had_is_refused(name: str) -> None:
    pattern = compiled(OLD[name])
    assert Growth(parse(pattern)).faults() != []
    assert next(tried(pattern, MOST // 10), None) is not None


def tried(pattern: Pattern, most: int = MOST) -> Iterator[str]:
    """Of texts on which the pattern's steps grow faster than they one for each use; the matcher that counts them must
    find what the engine finds."""
    tree = parse(pattern)
    matcher, texts = Matcher(tree), pumps(tree)

    def steps(use: str, text: str, most: int) -> int:
        found, theirs = matcher.run(use, text, most), getattr(pattern, use)(text)
        assert found == (theirs and theirs.span()), (use, text[:80])
        return matcher.steps

    for use in USES:
        try:
            taken = [(steps(use, pump.text(10), most), steps(use, pump.text(100), most), pump) for pump in texts]
        except TooMany:
            yield f"{use}: more than {most} steps"
            continue
        taken.sort(key=lambda one: one[1] / one[0])
        for few, many, pump in taken[-WORST:]:
            try:
                if many > STRAIGHT * few:
                    steps(use, pump.text(1000), RATIO * many)
            except TooMany:
                yield f"{use}: more than {RATIO} times the steps for ten times {pump.piece!r}"
