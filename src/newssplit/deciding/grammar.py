"""What may follow what on a newspaper page: modes, labels and what each step costs.

A *mode* is what the reader has before his eyes (a headline block, the body of an unsigned article
…); a *label* is what the next unit is taken for. Every step leads from a mode, by a label, to a mode.
Costs are decibans: ten of them make a step ten times less likely.
"""

from __future__ import annotations

from typing import NamedTuple

LABELS = (
    "furniture",
    "title",  # a further headline from the page's address or a field of a database
    "section",  # 栏目
    "headline",  # any line of a headline block
    "again",  # one that was printed just before
    "notice_head",  # 启事
    "teaser_head",  # 导读
    "teaser",  # a line of it, with a page
    "listed",  # a line of it, without a page
    "byline",  # makers above the text
    "lede",  # a paragraph that opens with its makers, with or without 电头
    "mark",  # a paragraph that opens with 电头 alone
    "further",  # a further dispatch within the article: 〔又讯〕
    "brief",  # a lede that is signed at its end, too
    "resume",  # a paragraph that begins 上接
    "text",
    "last",  # a paragraph with its makers behind it
    "sourced",  # a paragraph with its dateline behind it
    "turned",  # a paragraph that ends 下转
    "more",  # the rest of a paragraph that was cut
    "crosshead",  # 小标题
    "signature",  # makers behind the text, on a line of their own
    "dated",  # when a letter was written
    "credit",  # 摄, on a line of its own
    "caption",  # an item of its own, with the headline above it
    "aside",  # a caption that stands within another item
    "notice",  # a notice without headline
    "onward",  # 下转 alone on a line
    "back",  # 上接 alone on a line
)
"""What a unit can be."""

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
    score: int
    opens: bool = False
    """Whether a new item begins with this unit."""


ANY = " ".join(MODES)
DONE = "start body marked news briefs box list closed"
"""Modes that an item can end in."""

ARCS = (
    Arc(ANY, "furniture", "=", 0),
    Arc(DONE, "title", "start", 0, opens=True),
    Arc("labelled headed stacked", "title", "=", 0),
    # what opens an item
    Arc(DONE, "section", "labelled", 0, opens=True),
    Arc("labelled", "section", "labelled", -6),
    Arc("headed stacked", "section", "=", -12),
    Arc(DONE, "headline", "headed", 0, opens=True),
    Arc("labelled", "headline", "headed", 3),
    Arc("headed", "headline", "stacked", -2),
    Arc("stacked", "headline", "stacked", -4),
    Arc("headed stacked boxed", "again", "=", 0),
    Arc("marked", "again", "=", 0),  # below 上接
    Arc("signed", "headline", "headed", -18),
    Arc(DONE, "notice_head", "boxed", 0, opens=True),
    Arc("labelled headed stacked", "notice_head", "boxed", 0),
    Arc("boxed", "headline", "boxed", -12),
    Arc("boxed", "notice_head", "boxed", -2),
    Arc(DONE, "teaser_head", "list", 0, opens=True),
    Arc("labelled headed stacked", "teaser_head", "list", -4),
    Arc("list", "teaser listed", "list", 4),
    Arc("start body marked news briefs box closed", "teaser", "list", -8, opens=True),
    Arc("labelled headed stacked", "teaser", "list", -2),
    Arc("list", "text more", "list", -2),
    Arc(DONE, "notice", "box", 0, opens=True),
    Arc("labelled headed stacked boxed", "notice", "box", 0),
    # makers above the text
    Arc("headed stacked", "byline", "signed", 4),
    Arc("body marked", "byline", "news", -5),
    Arc("signed", "byline", "signed", 0),
    Arc("labelled", "byline", "signed", -15),
    Arc("boxed", "byline", "signed", -10),
    # the first paragraph
    Arc("headed stacked signed", "lede", "news", 6),
    Arc("headed stacked", "mark", "marked", 6),
    Arc("signed", "mark", "news", 6),
    Arc("headed stacked signed", "brief", "closed", 6),
    Arc("labelled", "lede mark", "briefs", 2),
    Arc("labelled", "brief", "closed", 0),
    Arc("boxed", "lede mark", "news", -6),
    Arc("boxed", "brief", "closed", -6),
    Arc("start closed", "lede mark", "briefs", -4, opens=True),
    Arc("start closed", "brief", "closed", -4, opens=True),
    Arc("briefs", "lede mark", "briefs", -2, opens=True),
    Arc("briefs", "brief", "closed", -2, opens=True),
    Arc("body marked news box list", "lede mark", "briefs", -12, opens=True),
    Arc("body marked news box list", "brief", "closed", -10, opens=True),
    Arc("marked news", "further", "=", -6),
    Arc("headed stacked labelled signed", "resume back", "marked", 4),
    Arc(DONE, "resume back", "marked", 0, opens=True),
    Arc("headed stacked", "text", "body", 0),
    Arc("signed", "text", "news", 0),
    Arc("boxed", "text", "box", 2),
    Arc("labelled", "text", "body", -8),
    Arc("start", "text", "body", -22, opens=True),
    Arc("closed", "text", "news", -22),
    Arc("headed stacked signed", "last sourced", "closed", 0),
    Arc("labelled", "last sourced", "closed", -10),
    Arc("boxed", "last sourced", "closed", -4),
    Arc("start", "last sourced", "closed", -22, opens=True),
    Arc("closed", "last sourced", "closed", -24),
    Arc("headed stacked signed", "turned", "closed", 0),
    Arc("start", "turned", "closed", -22, opens=True),
    # the body
    Arc("body marked news briefs box", "text more", "=", 0),
    Arc("body marked briefs", "last", "closed", 4),
    Arc("body", "sourced", "closed", 4),
    Arc("marked briefs", "sourced", "closed", -12),  # what opens with a dateline has none behind it
    Arc("news", "last sourced", "closed", -3),
    Arc("box", "last sourced", "closed", -6),
    Arc("body marked briefs news", "turned onward", "closed", 0),
    Arc("body marked news briefs box", "crosshead", "=", -2),
    Arc("headed stacked", "crosshead", "body", -7),
    Arc("signed", "crosshead", "news", -5),
    Arc("boxed", "crosshead", "box", -4),
    Arc("closed", "crosshead", "news", -26),
    Arc("closed start", "more", "news", -26),
    # makers behind the text
    Arc("body marked briefs", "signature", "closed", 4),
    Arc("news", "signature", "closed", -3),
    Arc("closed", "signature", "closed", -2),
    Arc("body marked news briefs box closed", "dated", "=", 0),
    Arc("box", "signature", "box", -6),
    # photographs stand between the articles and within them
    Arc("start labelled headed stacked boxed", "caption", "closed", 0),
    Arc("start body marked news briefs box list closed", "aside", "=", 0),
    Arc("labelled headed stacked signed", "aside", "=", -5),
    Arc("body marked news briefs box closed", "credit", "=", -1),
    Arc("headed stacked", "credit", "closed", -4),
    Arc("labelled start", "credit", "=", -8),
)  # fmt: skip

LEAVING = {
    "start": 0,
    "labelled": -14,
    "headed": -40,
    "stacked": -40,
    "boxed": -20,
    "signed": -40,
    "body": -9,
    "marked": -1,
    "news": -1,
    "briefs": -1,
    "box": 0,
    "list": 0,
    "closed": 0,
}
"""What it costs to leave an item in each mode: a headline without a text, an article that nobody signs."""


class Step(NamedTuple):
    """An arc for one mode, compiled: indexes into MODES."""

    target: int
    score: int
    opens: bool


def compile_arcs() -> list[list[Step | None]]:
    """`steps[mode][label]`, both as indexes; None where the grammar knows no such step."""
    steps: list[list[Step | None]] = [[None] * len(LABELS) for _ in MODES]
    for arc in ARCS:
        for source in arc.sources.split():
            at = MODES.index(source)
            for label in arc.label.split():
                target = at if arc.target == "=" else MODES.index(arc.target)
                leaving = LEAVING[source] if arc.opens else 0
                steps[at][LABELS.index(label)] = Step(target, arc.score + leaving, arc.opens)
    return steps


STEPS = compile_arcs()
LABEL = {name: n for n, name in enumerate(LABELS)}
MODE = {name: n for n, name in enumerate(MODES)}
FINAL = [LEAVING[m] for m in MODES]
