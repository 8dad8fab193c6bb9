"""What the fields of a database's records say of an item, once the carrier has parted them from their names."""

from __future__ import annotations

from newssplit.lexicon import Lexicon
from newssplit.model import Page
from newssplit.reading.carriers.records import NO_COLUMN
from newssplit.reading.units import Unit
from newssplit.rules.furniture import Furniture
from newssplit.rules.makers import Maker
from newssplit.rules.people import read_people

HEADINGS = ("kicker", "headline", "subheadline")


def field_furniture(unit: Unit) -> Furniture | None:
    """A field that names the column; None for what else the paper printed."""
    if unit.field == NO_COLUMN:
        return Furniture(Page(), True, False, False, column=True)
    if unit.field != "column":
        return None
    return Furniture(Page(), True, False, False, column=True, section=(0, len(unit.text)))


def read_author(text: str, lexicon: Lexicon) -> tuple[Maker, ...]:
    """Whom the field 作者 names: authors, unless a role stands beside the name."""
    makers = read_people(text, lexicon) or (Maker(text, None, None, 0, len(text)),)
    return tuple(m._replace(role=m.role or "author") for m in makers)
