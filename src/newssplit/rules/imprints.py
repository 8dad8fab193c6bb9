"""The imprint of a paper: who publishes it, where, how to reach it and what it costs, at the head or the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from newssplit.lexicon import Lexicon, any_of
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.rules.furniture import LONGEST, Furniture
from newssplit.rules.sight import Sight

CLOSED_RE = re.compile("[。！？；]")
RUNNING_RE = re.compile(r"(?P<name>\S{2,12})[ \u3000]{1,4}(?P<number>[A-Z]?\d{1,3})")
"""The name of a page and its number, as a line of its own within a head of several lines."""
FIELDS = 2
"""An imprint names so many things, or more."""


def find_imprints(sights: Sequence[Sight]) -> None:
    """Note as furniture what stands at the head of a page below its name or date, or at its foot, and says who
    publishes the paper; and the name and number of a page between two other lines of its head."""
    _walk(sights, foot=False)
    _walk(list(reversed(sights)), foot=True)
    for s in sights:
        if s.furniture is None and s.short and _within_head(s) and (m := RUNNING_RE.fullmatch(s.text)):
            s.furniture = Furniture(Page(number=m["number"], name=m["name"]), True, True, True)


def _walk(sights: Iterable[Sight], *, foot: bool) -> None:
    """From the edge of each page as far as nothing but furniture stands there."""
    edge = True
    for s in sights:
        if s.furniture is not None and s.furniture.strong:
            edge = edge or s.furniture.breaks
        elif edge and _is_imprint(s, foot=foot):
            s.furniture = Furniture(Page(), True, False, False)
        else:
            edge = False


def _is_imprint(s: Sight, *, foot: bool) -> bool:
    """Whether a line names who publishes a paper and where, in cells or fields: `社址：X路9号　电话：1234`.

    At the foot, where the last line of a notice may stand, too, it says something that only a publisher says."""
    if len(s.text) > LONGEST or s.lede is not None or CLOSED_RE.search(s.text):
        return False
    fields = [m["lead"] or m["tail"] for m in _field_re(s.lexicon).finditer(s.folded)]
    told = not set(fields).issubset(_ways(s.lexicon))
    if foot:
        return len(fields) >= FIELDS and told
    return len(fields) >= FIELDS or _alone_re(s.lexicon).match(s.folded) is not None


def _within_head(s: Sight) -> bool:
    above = s.prev.furniture if s.prev is not None else None
    below = s.next.furniture if s.next is not None else None
    return above is not None and above.page.newspaper is not None and below is not None and below.page.date is not None


@cache
def _field_re(lexicon: Lexicon) -> re.Pattern[str]:
    """A cell that begins with the name of a field, or that ends with one: `每周四出版`."""
    names = any_of(lexicon.words("furniture", "mastheads"), spaced=False)
    return re.compile(rf"(?:^|(?<=[ \u3000]))(?:(?P<lead>{names})|[^\s：:]{{2,8}}(?P<tail>{names})(?=[ \u3000]|$))")


@cache
def _alone_re(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(any_of(_ways(lexicon), spaced=False) + r"\s?[：:]\s?\S{4}")


def _ways(lexicon: Lexicon) -> tuple[str, ...]:
    """What may stand below a notice, too: how somebody is reached."""
    own = lexicon.wordset("furniture", "own")
    ways = (*lexicon.words("notices", "contacts"), *lexicon.words("notices", "addresses"))
    return tuple(word for word in ways if word not in own)
