"""What tells of an article how likely it was read as it should be: numbers, taken when it is made.

Some say how far all readings of the dump agree on its units, others how it looks: a headline block of several lines,
paragraphs that were joined, a label that was read long before. What they are worth is measured; see `confidence.py`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from newssplit.assembling.bodies import Body
from newssplit.assembling.draft import HEADS, PHOTOS, Draft, bits
from newssplit.assembling.heads import Head
from newssplit.assembling.texts import breaks_off
from newssplit.deciding.path import Choice
from newssplit.deciding.shares import Shares
from newssplit.labels import LABEL
from newssplit.light import NamedTuple
from newssplit.model import Article
from newssplit.rules.sight import Sight

SIGNED = frozenset({"byline", "signature", "lede", "last", "credit", "brief", "sourced"})
RUNNING = frozenset({"text", "more", "crosshead", "last", "turned"})
LEDE, MARK, LAST, BYLINE, SIGNATURE = map(bits, ("lede", "mark", "last", "byline", "signature"))
MARKED = PHOTOS | bits("notice", "teaser", "listed")
"""What is an item by itself, without a headline or a maker."""
DASHES = "—―－─-"
BRACKETS = "）)]】〕"
HEADLINE, SECTION = LABEL["headline"], LABEL["section"]


class Signs(NamedTuple):
    """The signs of one article, or of one of its halves, that need no other article."""

    begins: float
    """Share of the readings by which an item begins with it."""
    ends: float
    """Share of those by which another begins behind it."""
    whole: float
    """The smallest share of those by which none begins within it."""
    borders: float
    """All shares of borders multiplied: what the article's extent would have if they were independent."""
    label: float
    """The smallest share that a label within it has."""
    labels: float
    """All shares of labels multiplied."""
    text_label: float
    """The smallest share of a label of running text."""
    signed_label: float
    """The smallest share of a label that stands for makers."""
    above: float
    """The share of the label above it."""
    maybe_head: float
    """The largest share that `headline` has as a second label."""
    maybe_section: float
    """The same of `section`."""
    between: int
    """How many units within it are not its own: furniture, labels, other items."""
    seams: int
    """How often lines were put together again."""
    head_lines: int
    shortest_line: int
    """Characters of the shortest line of the headline block; 99 where there is none."""
    headline: int
    """Characters of the headline."""
    roles: int
    """Which roles the block has: 1 for a headline, 2 for a kicker, 4 for a subheadline, together."""
    unranked: bool
    """Several lines without any sign of rank, neither a dash nor a copy."""
    bracket: bool
    """Whether a bracket ends the headline."""
    makers: int
    signed_places: int
    """In how many of its units makers are named."""
    filed: bool
    """Whether a record names the author."""
    crossheads: int
    chars: int
    last_chars: int
    """Characters of its last paragraph."""
    open_end: bool
    """Whether its last paragraph stops in mid-sentence."""
    joined: int
    """Paragraphs joined that had been cut."""
    label_chars: int
    """Characters of its 栏目; 0 where it has none."""
    label_age: int
    """How many items have begun since a label was read; -1 where none was."""
    lede: bool
    mark: bool
    form: int
    """How it is signed: with a lede, a byline, behind the text, on a line below; a bit each."""
    half: bool
    """Whether it goes on elsewhere, or comes from there."""
    marked: bool
    """Whether anything marks it as an item: a headline, a dateline, a maker, the form of a notice."""


AGREED = 9
"""The first so many say how far all readings agree: of an article in two halves the weaker ones count."""


class Agreement:
    """What all readings of a dump agree on, and where items begin by the best one."""

    def __init__(self, choices: Sequence[Choice], shares: Shares):
        self.shares = shares
        self.openings = [n for n, choice in enumerate(choices) if choice.opens]

    def behind(self, place: int) -> float:
        """The share of those by which an item begins where the next one does below a unit; 1 at the dump's end."""
        at = bisect_right(self.openings, place)
        return self.shares[self.openings[at]].border if at < len(self.openings) else 1.0

    def above(self, place: int) -> float:
        """The share of the label of the unit above."""
        return self.shares[place - 1].label if place else 1.0


def signs_of(draft: Draft, article: Article, head: Head, body: Body, agreement: Agreement) -> Signs:
    """The signs of an article that has just been made of a draft."""
    lines = [sight for sight in draft.sights if sight.label in HEADS and sight.label != "title"]
    ranked = any(line.text[0] in DASHES for line in lines) or any(piece.role == "repeat" for piece in head.pieces)
    headline, section, paragraphs = article.headline or "", article.section or "", article.paragraphs
    places = draft.places
    return Signs(
        **_agreed(draft, agreement),
        between=places[-1] - places[0] + 1 - len(places),
        seams=sum([len(sight.unit.breaks) for sight in draft.sights]),
        head_lines=len(lines),
        shortest_line=min([len(line.text) for line in lines], default=99),
        headline=len(headline),
        roles=bool(headline) + 2 * bool(article.kicker) + 4 * bool(article.subheadline),
        unranked=len(lines) > 1 and not ranked,
        bracket=headline[-1:] in BRACKETS if headline else False,
        makers=len(article.byline),
        signed_places=sum([_names(sight) for sight in draft.sights if sight.label in SIGNED]),
        filed=bool(body.filed),
        crossheads=sum([p.crosshead for p in paragraphs]),
        chars=sum([len(p.text) for p in paragraphs]),
        last_chars=len(paragraphs[-1].text) if paragraphs else 0,
        open_end=bool(paragraphs) and breaks_off(paragraphs[-1].text),
        joined=sum([change.rule == "goes_on" for change in body.changes]),
        label_chars=len(section),
        label_age=draft.age,
        lede=draft.has(LEDE),
        mark=draft.has(MARK),
        form=draft.has(LEDE) + 2 * draft.has(BYLINE) + 4 * draft.has(SIGNATURE) + 8 * draft.has(LAST),
        half=article.continues_on is not None or article.continued_from is not None,
        marked=bool(headline or article.dateline or article.byline) or draft.has(MARKED),
    )


def _names(sight: Sight) -> bool:
    """Whether makers are named in a unit."""
    return bool(sight.line_makers or sight.tails or (sight.lede and sight.lede.makers))


def _agreed(draft: Draft, agreement: Agreement) -> dict[str, Any]:
    """What the path says of a draft: the signs from `begins` to `maybe_section`."""
    first, begins = draft.places[0], agreement.shares[draft.places[0]].border
    of = agreement.shares.of
    whole = label = labels = text = signed = 1.0
    borders, maybe_head, maybe_section = 1.0, 0.0, 0.0
    for sight, place in zip(draft.sights, draft.places, strict=True):
        own, border, second, second_share = of(place)
        if place != first:
            borders *= border
            if border < whole:
                whole = border
        named = sight.label
        labels *= own
        if own < label:
            label = own
        if named in RUNNING and own < text:
            text = own
        if named in SIGNED and own < signed:
            signed = own
        if second == HEADLINE:
            maybe_head = max(maybe_head, second_share)
        elif second == SECTION:
            maybe_section = max(maybe_section, second_share)
    ends, above = agreement.behind(draft.places[-1]), agreement.above(first)
    return {
        "begins": begins,
        "ends": ends,
        "whole": whole,
        "borders": borders * begins * ends,
        "label": label,
        "labels": labels,
        "text_label": text,
        "signed_label": signed,
        "above": above,
        "maybe_head": maybe_head,
        "maybe_section": maybe_section,
    }


def of_halves(halves: Sequence[Signs]) -> Signs:
    """The signs of an article made of halves: of what readings agree on the weakest, else what the first half has."""
    first = halves[0]
    if len(halves) == 1:
        return first
    weakest: dict[str, Any] = {name: min(getattr(half, name) for half in halves) for name in first._fields[:AGREED]}
    chars = sum(half.chars for half in halves)
    return first._replace(**weakest, chars=chars, between=0, open_end=halves[-1].open_end)
