"""What may follow what on a newspaper page: modes, labels and what each step costs.

A *mode* is what the reader has before his eyes (a headline block, the body of an unsigned article
…); a *label* is what the next unit is taken for. Every step leads from a mode, by a label, to a mode. What it
costs stands in data/weights.toml, in decibans: ten of them make a step ten times less likely.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from newssplit.labels import LABEL, LABELS
from newssplit.light import NamedTuple
from newssplit.weights import Weights, packaged_weights, same_names

MODES = (
    "start",  # nothing
    "labelled",  # a label
    "headed",  # a headline of one line
    "stacked",  # a headline of several lines
    "boxed",  # a notice's headline
    "signed",  # makers under a headline
    "body",  # a body without any mark of a lede or maker
    "marked",  # a body with a dateline alone
    "news",  # a body with makers
    "briefs",  # a news item without headline, as in a round-up
    "box",  # a notice's body
    "list",  # a list of teasers
    "closed",  # an item that is signed at its end
)
"""What has been read of the current item."""


class Arc(NamedTuple):
    """A step of the grammar."""

    sources: str
    label: str
    target: str
    """`=` stays in the same mode."""
    opens: bool = False
    """Whether a new item begins with this unit."""

    @property
    def name(self) -> str:
        """What data/weights.toml calls it: `headed stacked: byline -> signed`, `any` and `done` for these modes."""
        return f"{SHORT.get(self.sources, self.sources)}: {self.label} -> {self.target}"


ANY = " ".join(MODES)
DONE = "start body marked news briefs box list closed"
"""Modes that an item can end in."""
SHORT = {ANY: "any", DONE: "done"}

ARCS = (
    Arc(ANY, "furniture", "="),
    Arc(DONE, "title", "start", opens=True),
    Arc("labelled headed stacked", "title", "="),
    # what opens an item
    Arc(DONE, "section", "labelled", opens=True),
    Arc("labelled", "section", "labelled"),
    Arc("headed stacked", "section", "="),
    Arc(DONE, "author", "labelled", opens=True),
    Arc("labelled", "author", "labelled"),
    Arc(DONE, "headline", "headed", opens=True),
    Arc("labelled", "headline", "headed"),
    Arc("headed", "headline", "stacked"),
    Arc("stacked", "headline", "stacked"),
    Arc("headed stacked boxed", "again", "="),
    Arc("marked", "again", "="),  # below 上接
    Arc("signed", "headline", "headed"),
    Arc(DONE, "notice_head", "boxed", opens=True),
    Arc("labelled headed stacked", "notice_head", "boxed"),
    Arc("boxed", "headline", "boxed"),
    Arc("boxed", "notice_head", "boxed"),
    Arc(DONE, "teaser_head", "list", opens=True),
    Arc("labelled headed stacked", "teaser_head", "list"),
    Arc("list", "teaser listed", "list"),
    Arc("start body marked news briefs box closed", "teaser", "list", opens=True),
    Arc("labelled headed stacked", "teaser", "list"),
    Arc("list", "text more", "list"),
    Arc(DONE, "notice", "box", opens=True),
    Arc("labelled headed stacked boxed", "notice", "box"),
    # makers above the text
    Arc("headed stacked", "byline", "signed"),
    Arc("body marked", "byline", "news"),
    Arc("signed", "byline", "signed"),
    Arc("labelled", "byline", "signed"),
    Arc("boxed", "byline", "signed"),
    # the first paragraph
    Arc("headed stacked signed", "lede", "news"),
    Arc("headed stacked", "mark", "marked"),
    Arc("signed", "mark", "news"),
    Arc("headed stacked signed", "brief", "closed"),
    Arc("labelled", "lede mark", "briefs"),
    Arc("labelled", "brief", "closed"),
    Arc("boxed", "lede mark", "news"),
    Arc("boxed", "brief", "closed"),
    Arc("start closed", "lede mark", "briefs", opens=True),
    Arc("start closed", "brief", "closed", opens=True),
    Arc("briefs", "lede mark", "briefs", opens=True),
    Arc("briefs", "brief", "closed", opens=True),
    Arc("body marked news box list", "lede mark", "briefs", opens=True),
    Arc("body marked news box list", "brief", "closed", opens=True),
    Arc("marked news", "further", "="),
    Arc("headed stacked labelled signed", "resume back", "marked"),
    Arc(DONE, "resume back", "marked", opens=True),
    Arc("headed stacked", "text", "body"),
    Arc("signed", "text", "news"),
    Arc("boxed", "text", "box"),
    Arc("labelled", "text", "body"),
    Arc("start", "text", "body", opens=True),
    Arc("closed", "text", "news"),
    Arc("headed stacked signed", "last sourced", "closed"),
    Arc("labelled", "last sourced", "closed"),
    Arc("boxed", "last sourced", "closed"),
    Arc("start", "last sourced", "closed", opens=True),
    Arc("closed", "last sourced", "closed"),
    Arc("headed stacked signed", "turned", "closed"),
    Arc("start", "turned", "closed", opens=True),
    # the body
    Arc("body marked news briefs box", "text more", "="),
    Arc("body marked briefs", "last", "closed"),
    Arc("body", "sourced", "closed"),
    Arc("marked briefs", "sourced", "closed"),  # what opens with a dateline has none behind it
    Arc("news", "last sourced", "closed"),
    Arc("box", "last sourced", "closed"),
    Arc("body marked briefs news", "turned onward", "closed"),
    Arc("body marked briefs box", "crosshead", "="),
    Arc("news", "crosshead", "="),  # a signed feature has some more often than an unsigned report
    Arc("headed stacked", "crosshead", "body"),
    Arc("signed", "crosshead", "news"),
    Arc("boxed", "crosshead", "box"),
    Arc("closed", "crosshead", "news"),
    Arc("closed start", "more", "news"),
    # makers behind the text
    Arc("body marked briefs", "signature", "closed"),
    Arc("news", "signature", "closed"),
    Arc("closed", "signature", "closed"),
    Arc("body marked news briefs box closed", "dated", "="),
    Arc("box", "signature", "box"),
    # photographs stand between the articles and within them
    Arc("start labelled headed stacked boxed", "caption", "closed"),
    Arc("start body marked news briefs box list closed", "aside", "="),
    Arc("labelled headed stacked signed", "aside", "="),
    Arc("body marked news briefs box closed", "credit", "="),
    Arc("headed stacked", "credit", "closed"),
    Arc("labelled start", "credit", "="),
)  # fmt: skip

same_names("leaving", packaged_weights().leaving, MODES)
same_names("arcs", packaged_weights().arcs, [arc.name for arc in ARCS])
MODE = {name: n for n, name in enumerate(MODES)}


class Step(NamedTuple):
    """An arc for one mode, compiled: indexes into MODES."""

    target: int
    score: int
    opens: bool


Move: TypeAlias = tuple[int, int, int, int, bool]
"""A step of the grammar: mode, label, next mode, cost, whether an item opens. A named tuple takes longer to unpack."""


class Grammar:
    """The steps with what they cost, ready to be made."""

    __slots__ = ("final", "moves", "steps")

    def __init__(self, weights: Weights):
        self.steps = _compiled(weights)
        """`steps[mode][label]`, both as indexes; None where the grammar knows no such step."""
        self.final = [weights.leaving[mode] for mode in MODES]
        """What it costs to leave an item in each mode: a headline without a text, an article that nobody signs."""
        self.moves: list[list[Move]] = [
            [(mode, label, *step) for mode in range(len(MODES)) if (step := self.steps[mode][label]) is not None]
            for label in range(len(LABELS))
        ]
        """For each label the steps that it can make."""


def _compiled(weights: Weights) -> list[list[Step | None]]:
    steps: list[list[Step | None]] = [[None] * len(LABELS) for _ in MODES]
    for arc in ARCS:
        for source in arc.sources.split():
            at = MODE[source]
            for label in arc.label.split():
                target = at if arc.target == "=" else MODE[arc.target]
                leaving = weights.leaving[source] if arc.opens else 0
                steps[at][LABEL[label]] = Step(target, weights.arcs[arc.name] + leaving, arc.opens)
    return steps


GRAMMAR = Grammar(packaged_weights())
"""With the weights of the package."""
STEPS, FINAL = GRAMMAR.steps, GRAMMAR.final


@lru_cache(8)
def grammar_of(weights: Weights | None) -> Grammar:
    """The grammar with some weights; None for those of the package."""
    return GRAMMAR if weights is None else Grammar(weights)
