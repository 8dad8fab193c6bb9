"""What the words of two lines of a head say of which one is the headline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newssplit.lexicon import Lexicon
from newssplit.patterns import re

if TYPE_CHECKING:
    from newssplit.assembling.head_roles import HeadLine

SAYING_RE = re.compile(r"\S{2}[：:]\S{3}")
SPEAKER_RE = re.compile(r"(?P<who>[^\W\d_]{2,5})[：:]\S{3}")
SPEAKERS = (("people", "callings"), ("letters", "bodies"), ("headlines", "speakers"))
"""What one is called who is quoted in a head, and is not named."""


@cache
def addressed_re(lexicon: Lexicon) -> re.Pattern[str]:
    """`向抗疫护士致敬`, below a headline."""
    return re.compile(rf"向.{{2,12}}{lexicon.one_of('headlines.paying')}")


def says_all(line: HeadLine) -> bool:
    """Whether a line names something and says, behind a colon, what is new of it, as headlines do: four of five
    annotated first lines of two that have such a colon are the headline, where of the others one in four is."""
    return SAYING_RE.search(line.text.strip()) is not None


def answers(line: HeadLine) -> bool:
    """Whether a line quotes somebody by nothing but his calling or his body, `业主：不怕丢酒`, `法院：看情节`: of 26
    such second lines of two in papers of simplified characters 24 stand below the headline; a name or a place there is
    the headline's own, `瓦窑镇：庭院说事说出好乡风`."""
    m = SPEAKER_RE.match(line.folded)
    return m is not None and any(line.sight.lexicon.ends(m["who"], *place) for place in SPEAKERS)


def tells_details(line: HeadLine) -> bool:
    """Whether a line without a dash says how much, for how many, or what the one whom the headline names said."""
    return line.begins("details") or addressed_re(line.sight.lexicon).match(line.folded) is not None


def says_of(above: HeadLine, below: HeadLine) -> bool:
    """Whether the second line says something of those whom the first one names: both are one sentence."""
    phrases = len(above.text.split()) == len(below.text.split()) == 1
    return phrases and below.begins("predicates") and not below.begins("no_predicates")
