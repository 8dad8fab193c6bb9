"""What the fields of a database's records say of an item, once the carrier has parted them from their names."""

from __future__ import annotations

from functools import cache
from typing import get_args

from newssplit.lexicon import Lexicon, fold
from newssplit.model import Page, Role
from newssplit.patterns import re
from newssplit.reading.carriers.barred import BY
from newssplit.reading.carriers.field_values import NO_COLUMN
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.units import Unit
from newssplit.rules.furniture import Furniture
from newssplit.rules.makers import Maker
from newssplit.rules.people import read_people

OWN_RE = re.compile(r"原[创創]\s+(?=\S)")
"""Before who wrote it, that a text of an account is its own."""
LONGEST = 40
"""What names an author, and no list knows for a name, has no more characters."""
SENTENCE_RE = re.compile(r"[。！？!?；，]")
HEADINGS = ("kicker", "headline", "subheadline")


def field_furniture(unit: Unit) -> Furniture | None:
    """A field that names the column; None for what else the paper printed."""
    if unit.field == NO_COLUMN:
        return Furniture(Page(), True, False, False, column=True)
    if unit.field != "column":
        return None
    return Furniture(Page(), True, False, False, column=True, section=(0, len(unit.text)))


def read_author(text: str, called: str, lexicon: Lexicon) -> tuple[Maker, ...]:
    """Whom the field 作者 names: authors, unless a role stands beside the name, or in the field's own: 记者, reporter."""
    own = OWN_RE.match(text)
    start = own.end() if own else 0
    makers = tuple(m._replace(start=m.start + start, end=m.end + start) for m in read_people(text[start:], lexicon))
    if fold(text) in _nobodies(lexicon) or (not makers and _is_office(text, lexicon)):
        return ()
    if not makers and len(text) <= LONGEST and not SENTENCE_RE.search(text):
        makers = (Maker(text[start:], None, None, start, len(text)),)
    role = _role(called, lexicon)
    return tuple(m._replace(role=m.role or role) for m in makers)


@cache
def _nobodies(lexicon: Lexicon) -> frozenset[str]:
    """What a field for authors may hold besides: 本报, 本报讯."""
    return lexicon.wordset("marks", "house") | lexicon.wordset("people", "not_names")


def _is_office(text: str, lexicon: Lexicon) -> bool:
    """Whether it is a paper's reporter, who has no name: 嶺海日報記者. A paper's commentator signs so."""
    folded = fold(text)
    offices = (word for word in lexicon.roles if len(word) > 1 and folded.endswith(word))  # 文 may end a pen name
    office = next(offices, None)
    return office is not None and lexicon.roles[office] != "commentator"


def _role(called: str, lexicon: Lexicon) -> Role | None:
    """What the field's name says of its persons; nothing where it is a code that nobody knows, `| By` or `v100`."""
    if called == BY or (called.isascii() and kind_of(called, lexicon) != "author"):
        return None
    word = called.removesuffix("名")
    begun = (called[:size] for size in range(len(called) - 1, 1, -1))  # 记者署名
    word = word if word in lexicon.roles else next((part for part in begun if part in lexicon.roles), word)
    named = next((role for role in get_args(Role) if role == called), None)
    return lexicon.roles.get(word) or named or "author"
