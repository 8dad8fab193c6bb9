"""What an article is made of: stretches of the input, people, datelines, paragraphs, and what the page says.

The classes are named tuples, as those of `newssplit.model` are.
"""

from __future__ import annotations

from typing import Literal

from newssplit.light import NamedTuple

Kind = Literal["article", "photo", "teaser", "notice"]
"""What an item is: 报道, 图片说明, 导读, 启事 (weather, corrections, advertisements, contact boxes)."""

Role = Literal[
    "reporter",
    "correspondent",
    "intern",
    "photographer",
    "author",
    "translator",
    "editor",
    "artist",
    "commentator",
]
"""What a person did for an item: 记者, 通讯员, 实习生, 摄, 文, 编译, 整理, 制图, 评论员."""

PartRole = Literal[
    "section",
    "kicker",
    "headline",
    "subheadline",
    "label",
    "dateline",
    "byline",
    "text",
    "continuation",
    "repeat",
    "duplicate",
    "furniture",
    "markup",
]
"""What a stretch of the input became. `label` is a column's name inside the headline's brackets,
`continuation` a 下转 / 上接 / 未完待续 mark, `repeat` a further copy of a headline, `duplicate` a
further copy of a whole article, `markup` what a tool has put around the paper; the other names are those
of the fields."""


new = tuple.__new__
"""`new(Span, (start, end))` is `Span(start, end)` made in half the time, as it passes by the function that takes the
arguments of a named tuple's class. It is for what even a small dump has thousands of."""


class Span(NamedTuple):
    """A half-open stretch of the decoded input, in characters."""

    start: int
    end: int


class Part(NamedTuple):
    """A stretch of the input and the one thing that it was taken for."""

    role: PartRole
    start: int
    end: int


class Evidence(NamedTuple):
    """Why a line was read as it was: a rule's name and the weight it put on the chosen label.

    Weights are whole decibans (tenths of a power of ten of odds), negative ones speak against it."""

    rule: str
    weight: int


class Person(NamedTuple):
    """Somebody who signs for an item, 署名."""

    name: str
    """The name alone, without the spaces inside it: `张　娅` is 张娅."""
    role: Role | None
    """What the person did for this item; None where nothing says it."""
    title: str | None
    """The title as printed: 本报记者, 首席记者, 通讯员, 新华社记者."""
    span: Span
    """Where the name stands."""


class Dateline(NamedTuple):
    """The mark that opens a news item, 电头 / 讯头: `本报讯`, `新华社北京5月22日电`."""

    text: str
    """As printed, without its own brackets and without the bracketed byline."""
    agency: str | None
    """Who sends it: 本报, 晨报, 新华社, 中央社."""
    place: str | None
    """Where from: 太原, 北京."""
    date: str | None
    """When, as printed: 5月22日, 十七日."""
    span: Span


class Paragraph(NamedTuple):
    """One paragraph as the paper had it."""

    text: str
    spans: tuple[Span, ...]
    """The stretches of the input that were joined into it, in order."""
    crosshead: bool = False
    """True for a heading between paragraphs, 小标题."""


class Change(NamedTuple):
    """Something that was done to the text of an item, and by which rule."""

    action: Literal["joined", "parted", "dropped", "folded"]
    rule: str
    span: Span


class ConfidenceParts(NamedTuple):
    """How likely each part of an article is right, from 0 to 1."""

    bounds: float
    """That it begins and ends where it should: what was found shares nine tenths of its text."""
    head: float
    """Kicker, headline, subheadline, section and kind."""
    byline: float
    """All people, with their roles."""
    body: float
    """The body, character for character."""


class Page(NamedTuple):
    """What the furniture of a page says: 报头, 版次, 责编."""

    newspaper: str | None = None
    date: str | None = None
    """ISO 8601, from the furniture alone."""
    number: str | None = None
    """As printed, without 第…版 and leading zeros: `1`, `B12`."""
    name: str | None = None
    """要闻, 城事."""
    editors: tuple[str, ...] = ()
    """Their names, from above or below the items of the page."""


class Told(NamedTuple):
    """What is known of an issue from elsewhere than its text: its path, or who had it read."""

    field: Literal["newspaper", "date", "page"]
    value: str
    """As `Page` has it."""
    by: Literal["path", "option"]
    counts: bool
    """It went to the articles: to those whose page does not say it, or to all."""
    everywhere: bool
    """To all, whatever their pages say."""
    printed: tuple[str, ...] = ()
    """What the dump says instead."""


class CarrierSign(NamedTuple):
    """Lines of one sort by which it shows what a tool has put around the paper."""

    sort: Literal["described", "field", "heading", "recurs", "mark"]
    """`described`: a carrier that is known by name writes so; `field`: the name of a field begins the line; `heading`:
    it is marked as a heading; `recurs`: it stands there again and again, in one shape; `mark`: it is set in bold, or
    has other marks in it."""
    what: str
    """The carrier's name; the kind of field, `headline`; the heading's level, `1`; the shape, in which 0 stands for
    every number; `bold`, `italic`, `quoted`, `listed`, `row`, `image` or, for anything else, `inline`."""
    kind: str
    """Of a described line `begins`, `ends`, `first`, `last` or `pages`; of a heading `headline` or `crosshead`, if it
    is sure to be one; of a line that recurs `meta` (it says when and where), `words`, `page` or `rule`; else empty."""
    times: int
    """How many such lines there are."""
    start: int
    """Where the first of them begins."""


class Recognised(NamedTuple):
    """What was recognised of the carrier, and by what."""

    names: tuple[str, ...] = ()
    """The carriers that are known by name; see `newssplit carriers`."""
    signs: tuple[CarrierSign, ...] = ()
    sentences: int = 0
    """How many characters, spaces not counted, stand in lines that are whole sentences and yet the carrier's, because
    they recur."""
