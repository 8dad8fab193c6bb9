"""The units of one item before its text is made, and all items of a dump."""

from __future__ import annotations

from array import array

from newssplit.labels import LABEL
from newssplit.model import Page, Part
from newssplit.rules.sight import Sight

HEADS = frozenset({"headline", "again", "title", "notice_head", "teaser_head"})
BODIES = frozenset({
    "lede", "mark", "further", "listed", "brief", "resume", "text", "last", "sourced", "turned", "more", "crosshead",
    "dated", "caption", "aside", "notice", "teaser",
})  # fmt: skip
ENDS = frozenset({"last", "sourced", "turned"})
"""What the last paragraph of an item, or of its half, may be taken for; it may be the rest of a cut one, too."""


def bits(*labels: str) -> int:
    """Labels as one number, to be looked for in a draft."""
    return sum(1 << LABEL[label] for label in labels)


PHOTOS = bits("caption", "aside")
EDITORS = 40
"""A page names no more: each of its items has all of them."""


class Draft:
    """The units of one item before its text is made."""

    __slots__ = (
        "_labels", "age", "bare", "bodies", "dateline", "editors", "page", "places", "section", "sights",
        "titles_only",
    )  # fmt: skip

    def __init__(self, page: Page, section: str | None, editors: list[str]):
        self.sights: list[Sight] = []
        """Its units, each with its label; empty once the article is made, see `let_go`."""
        self.places = array("q")
        """Their numbers."""
        self._labels = 0
        """All labels that its units have, each a bit."""
        self.page, self.section = page, section
        self.age = -1
        """How many items above it have begun since the last label was read; -1 where none was."""
        self.editors = editors
        """Those of its page, shared with the page's other items: they may be named below them."""
        self.dateline: Sight | None = None
        """The field of a record that says who sent it."""
        self.bodies = 0
        """How many of its units are text."""
        self.bare = True
        """Whether nothing but headings has been read yet."""
        self.titles_only = True

    def add(self, sight: Sight) -> None:
        label = sight.label
        self.sights.append(sight)
        self.places.append(sight.place)
        self._labels |= 1 << LABEL[label]
        self.bodies += label in BODIES
        self.bare = self.bare and label in HEADS
        self.titles_only = self.titles_only and label == "title"

    def let_go(self) -> None:
        """Forget the units: an article holds all that was read in them, and a large dump has many."""
        self.sights, self.dateline = [], None

    def labelled(self, labels: frozenset[str]) -> list[Sight]:
        return [s for s in self.sights if s.label in labels]

    def has(self, labels: int) -> bool:
        """Whether any of its units has one of the labels, which `bits` gives."""
        return self._labels & labels != 0


class Sheet:
    """A whole dump cut into items, and what is in no item."""

    def __init__(self) -> None:
        self.drafts = list[Draft]()
        self.sections = list[Part]()
        self.furniture = list[Part]()
