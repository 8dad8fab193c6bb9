"""What the segmenter gives back: immutable, and tied to the input by character offsets.

Every offset counts characters of the decoded input, from 0, end exclusive; no step ever remaps them. Named tuples: a
large dump has millions of these, and frozen dataclasses take three times as long to make.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from newssplit.language.script import Language, language_of

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


class Article(NamedTuple):
    """One item of the paper with everything that belongs to it."""

    id: str
    """16 hexadecimal digits from the item's own content, so the same on every run and machine."""
    order: int
    """Its place among the issue's items, from 1, in the order in which they begin."""
    kind: Kind
    page: Page
    section: str | None
    """The 栏目 that it stands under."""
    kicker: str | None
    """引题 / 肩题."""
    headline: str | None
    """主题, once."""
    subheadline: str | None
    """副题."""
    dateline: Dateline | None
    byline: tuple[Person, ...]
    paragraphs: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    """Every non-space character of the input that belongs to this item, in reading order."""
    lines: tuple[int, int]
    """First and last line of the input that it touches, from 1."""
    confidence: float
    """0 to 1: how far the reading of its boundaries is ahead of the second-best reading."""
    changes: tuple[Change, ...] = ()
    continues_on: str | None = None
    """The page that a 下转 mark names, where its other half is not in the issue."""
    continued_from: str | None = None
    """The page that a 上接 mark names, where its first half is not in the issue."""
    duplicate_of: str | None = None
    """The id of the copy that counts; set only where duplicates are kept."""

    @property
    def span(self) -> Span:
        """From the item's first character to its last; other items may lie between its halves."""
        return Span(min(p.start for p in self.parts), max(p.end for p in self.parts))

    @property
    def chars(self) -> int:
        """The characters of the body, spaces not counted."""
        return sum(len("".join(p.text.split())) for p in self.paragraphs)


class Reading(NamedTuple):
    """What one line, or one part of a line, was taken for, and why."""

    span: Span
    line: int
    """The number of its first line, from 1."""
    label: str
    """See `newssplit.deciding.grammar.LABELS`."""
    evidence: tuple[Evidence, ...]
    margin: int
    """Decibans between the best path and the best one that decides otherwise about a boundary here."""
    item: int | None
    """The order of the article that it went to; None for furniture, section labels and the like."""


class Issue(NamedTuple):
    """A whole dump, read: its articles, and every stretch that is none."""

    text: str
    """The decoded input that all offsets refer to."""
    articles: tuple[Article, ...]
    sections: tuple[Part, ...]
    """Label lines (栏目) that stand over articles."""
    furniture: tuple[Part, ...]
    """报头, page headers and numbers, editors' lines, rules."""
    markup: tuple[Part, ...]
    """What a tool has put around the paper: marks, field names, borders of records, what stands under every item."""
    repeats: tuple[Part, ...]
    """Further copies of headlines."""
    duplicates: tuple[Part, ...]
    """Further copies of whole articles."""
    readings: Sequence[Reading]
    """Every line with its label, evidence and margin, in order."""
    warnings: tuple[str, ...] = ()
    """What should be known of how it was read, in English; the same as the command line says."""
    source: str | None = None
    """The path that it was read from; None where only its text is known."""
    encoding: str | None = None
    """What its bytes were read as, by Python's name; None where it was text from the start."""

    @property
    def language(self) -> Language:
        """The script that it is printed in."""
        return language_of(self.text)
