"""What the gold says of each unit: which labels it can have, and whether an item begins with it.

Much of that is left open. The gold knows articles and their fields, and not by which of several labels a unit came
into them; what it does not tell is not asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newssplit.evaluation.comparing import Item, norm, value_of
from newssplit.fitting.placed import Field, Held, held
from newssplit.labels import LABELS
from newssplit.rules.sight import Sight

MOST_HEAD = 0.6
"""A unit of so much of whose text stands in a field is that field's; one with less is open."""
HIDDEN = 2
"""So many characters beside a field are more than a bracket: a lede before it, makers behind it."""
SHORT = 30
"""No crosshead has more characters."""
STOPS = "。，、；："
"""Nor does one end so."""
LINE = 40
"""A longer unit that is in no article may be anything: the second copy of an article, say."""

ALL = frozenset(LABELS)
FIELDLESS = frozenset({
    "furniture", "title", "again", "author", "byline", "signature", "dated", "credit", "onward", "back", "resume",
    "lede", "mark", "teaser",
})  # fmt: skip
"""Labels by which a line gets into no field of an article."""
MAKERS = FIELDLESS - {"teaser", "furniture"}
OPENED = frozenset({"lede", "mark", "brief", "resume", "further"})
CLOSED = frozenset({"last", "sourced", "turned", "brief"})
BOTH = frozenset({"brief", "lede", "mark", "resume", "turned"})
PLAIN = frozenset({"text", "further", "dated", "listed"})
REST, REST_CLOSED = frozenset({"more"}), frozenset({"more", "last", "sourced", "turned"})
PHOTO = frozenset({"caption", "aside"})
HEADS = {
    "article": frozenset({"headline"}),
    "photo": frozenset({"headline"}),
    "notice": frozenset({"headline", "notice_head"}),
    "teaser": frozenset({"headline", "teaser_head"}),
}
REPEATS = frozenset({"again", "title", "headline", "furniture"})


class Told(NamedTuple):
    """The labels that agree with the gold: where an item begins with the unit, and where none does."""

    opening: frozenset[str]
    staying: frozenset[str]


OPEN = Told(ALL, ALL)
NOTHING = frozenset[str]()


def told(source: str, gold: Sequence[Item], sights: Sequence[Sight]) -> list[Told]:
    """What the gold says of each unit of a dump."""
    units = held(source, gold, [s.unit for s in sights])
    teller = _Teller(gold, sights, units)
    return [teller.next(n) for n in range(len(sights))]


class _Teller:
    """Walks down the dump with the article at hand."""

    def __init__(self, gold: Sequence[Item], sights: Sequence[Sight], units: Sequence[Held]):
        self.gold, self.sights, self.units = gold, sights, units
        self.below = _nearest_below(units)
        self.article: int | None = None
        self.free = True
        """Whether the item of the next article may have been opened by what stands right above: a label, say."""

    def next(self, n: int) -> Told:
        found = self.units[n]
        if not found.fields:
            return self._outside(n)
        first = found.fields[0]
        articles = {field.article for field in found.fields}
        new = first.article != self.article
        kind = str(self.gold[first.article].get("kind") or "article")
        labels = self._labels(found, first, kind, self.sights[n].text)
        if (new or self.free) and not first.head and not found.begins:
            labels |= PLAIN  # halves are put together later, in mid-sentence, too
        alone = new and kind == "photo" and not first.head
        if alone:
            labels = PHOTO
        opens = new and not (alone and not self.free)
        stays = not new or self.free or alone
        if not alone or self.free:
            self.article = first.article
        if len(articles) > 1:
            self.article = found.fields[-1].article
        self.free = False
        return Told(labels if opens else NOTHING, labels if stays else NOTHING)

    def _labels(self, found: Held, first: Field, kind: str, text: str) -> frozenset[str]:
        """Those by which a unit comes into the fields that it holds."""
        heads = [field.head for field in found.fields]
        if len({field.article for field in found.fields}) > 1 or len(set(heads)) > 1 or found.share < MOST_HEAD / 2:
            return ALL
        if first.head:
            return HEADS.get(kind, HEADS["article"]) if found.share >= MOST_HEAD else ALL
        labels = _body(found, text)
        if kind == "photo":
            return labels | PHOTO
        if kind == "notice":
            return labels | {"notice"}
        if kind == "teaser":
            return labels | {"teaser", "listed", "text", "more", "teaser_head", "headline"}
        return labels

    def _outside(self, n: int) -> Told:
        """A unit that is in no field."""
        text = norm(self.sights[n].text)
        below = self.below[n]
        inside = below is not None and below == self.article
        if below is not None and not inside and self._is_section(text, below):
            self.free = True
            labels = frozenset({"section", "furniture"})
            return Told(labels, labels)
        near = [self.gold[k] for k in (self.article, below) if k is not None]
        if len(text) <= LINE and any(text in value_of(a, "headline") or _is_head(text, a) for a in near):
            self.free = self.free or not inside
            return Told(REPEATS, REPEATS)
        if len(text) > LINE and not _names_makers(text, near):
            self.free = self.free or not inside
            return Told(NOTHING if inside else ALL, ALL)
        labels = MAKERS if _names_makers(text, near) else FIELDLESS
        if inside or (self.article is not None and _names_makers(text, [self.gold[self.article]])):
            return Told(NOTHING, labels)
        self.free = True
        return Told(labels, labels)

    def _is_section(self, text: str, below: int) -> bool:
        name = value_of(self.gold[below], "section")
        return bool(name) and name in text and len(text) <= len(name) + 8


def _is_head(text: str, article: Item) -> bool:
    block = "".join(value_of(article, name) for name in ("kicker", "headline", "subheadline"))
    return text == block


def _names_makers(text: str, articles: Sequence[Item]) -> bool:
    return any(norm(p["name"]) in text for a in articles for p in a.get("byline") or ())


def _body(found: Held, text: str) -> frozenset[str]:
    """Labels of text: by whether a paragraph begins with it, and what stands beside the paragraph."""
    if not found.begins:
        return REST_CLOSED if found.behind >= HIDDEN else REST
    if found.before >= HIDDEN:
        return BOTH if found.behind >= HIDDEN else OPENED
    if found.behind >= HIDDEN:
        return CLOSED
    short = found.fields[0].size <= SHORT and len(found.fields) == 1 and text[-1] not in STOPS
    return PLAIN | {"crosshead"} if short and found.whole else PLAIN


def _nearest_below(units: Sequence[Held]) -> list[int | None]:
    """For each unit the article of the next unit that holds one's text."""
    below = list[int | None]()
    nearest: int | None = None
    for unit in reversed(units):
        below.append(nearest)
        nearest = unit.fields[0].article if unit.fields else nearest
    below.reverse()
    return below
