"""What the segmenter gives back: immutable, and tied to the input by character offsets.

Every offset counts characters of the decoded input, from 0, end exclusive; no step ever remaps them. Named tuples: a
large dump has millions of these, and frozen dataclasses take three times as long to make.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newssplit.fields import (
    Change,
    ConfidenceParts,
    Dateline,
    Evidence,
    Kind,
    Page,
    Paragraph,
    Part,
    PartRole,
    Person,
    Recognised,
    Role,
    Span,
    Told,
)
from newssplit.language.script import Language, language_of
from newssplit.light import NamedTuple

if TYPE_CHECKING:
    from os import PathLike

    import pandas
    import polars

    from newssplit.output.record import Record

# fmt: off
__all__ = [
    "Article", "Change", "ConfidenceParts", "Dateline", "Evidence", "Issue", "Kind", "Page", "Paragraph", "Part",
    "PartRole", "Person", "Reading", "Role", "Span", "Told",
]
# fmt: on


DOUBTFUL = 0.8
"""Below this confidence somebody should look at an article: one in five such is wrong, or more."""


class Article(NamedTuple):
    """One item of the paper with everything that belongs to it."""

    id: str
    """16 hexadecimal digits from the item's own content, so the same on every run and machine."""
    order: int
    """Its place among the issue's items, from 1, in the order in which they begin: halves with the first of them."""
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
    """0 to 1: how likely its bounds, headline block, byline and body are all right, as measured on annotated issues."""
    confidence_parts: ConfidenceParts
    """The same of each of them alone."""
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

    @property
    def text(self) -> str:
        """The body, a line feed between the paragraphs."""
        return "\n".join(p.text for p in self.paragraphs)

    @property
    def crossheads(self) -> list[int]:
        """Which of the paragraphs are crossheads, by number from 0."""
        return [n for n, paragraph in enumerate(self.paragraphs) if paragraph.crosshead]

    @property
    def newspaper(self) -> str | None:
        """As its page says."""
        return self.page.newspaper

    @property
    def date(self) -> str | None:
        """As its page says, ISO 8601."""
        return self.page.date

    @property
    def page_name(self) -> str | None:
        """要闻, 城事."""
        return self.page.name

    @property
    def editors(self) -> tuple[str, ...]:
        """Those of its page."""
        return self.page.editors

    def __repr__(self) -> str:
        title = self.headline or f"({self.kind} without a headline)"
        return f"<Article {self.order}: {title}, {counted(self.chars, 'character')}, confidence {self.confidence:.2f}>"

    def _repr_html_(self) -> str:
        """The article set for reading, in a notebook."""
        from newssplit.show.notebook import article_html

        return article_html(self)


class Reading(NamedTuple):
    """What one line, or one part of a line, was taken for, and why."""

    span: Span
    line: int
    """The number of its first line, from 1."""
    label: str
    """See `newssplit.labels.LABELS`."""
    evidence: tuple[Evidence, ...]
    margin: int
    """Decibans between the best path and the best one that decides otherwise about a boundary here."""
    item: int | None
    """The order of the article that it went to; None for furniture, section labels and the like."""
    share: float
    """The share of all readings of the dump, each as likely as its evidence makes it, that take it for the same."""
    border: float
    """The share of those that agree whether an item begins here."""
    second: str | None
    """The label that has the second largest share; None where no other has any."""
    second_share: float


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
    carrier: Recognised
    """What that tool was, as far as it shows."""
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
    told: tuple[Told, ...] = ()
    """What its path, or the one who had it read, says of its newspaper, date and page."""

    @property
    def language(self) -> Language:
        """The script that it is printed in."""
        return language_of(self.text)

    def to_records(self) -> list[Record]:
        """The articles as the JSON formats have them: dicts of plain data, documented in docs/formats.md."""
        from newssplit.output.record import records_of

        return list(records_of(self))

    def to_pandas(self) -> pandas.DataFrame:
        """A row per article (extra `pandas`): the records, with dates as dates."""
        from newssplit.output.frames import to_pandas

        return to_pandas(self.to_records())

    def to_polars(self) -> polars.DataFrame:
        """A row per article (extra `polars`): the columns of the Parquet format, but with dates as dates."""
        from newssplit.output.frames import to_polars

        return to_polars(self.to_records())

    def write(self, path: str | PathLike[str], *, append: bool = False) -> None:
        """Write the articles to a file, whole or not at all, in the format that its extension means (see
        docs/formats.md); with `append` add them to an SQLite database. Raises OutputError."""
        from newssplit.output.writing import write_named

        write_named(self.to_records(), path, append=append)

    def __repr__(self) -> str:
        named = f" {self.source}" if self.source else ""
        read_as = f" ({self.encoding})" if self.encoding else ""
        counts = f"{counted(len(self.articles), 'article')}, {counted(len(self.text), 'character')}"
        return f"<Issue{named}{read_as}: {counts}>"

    def _repr_html_(self) -> str:
        """Its contents, in a notebook."""
        from newssplit.show.notebook import issue_html

        return issue_html(self)


def counted(number: int, thing: str) -> str:
    """`1 article`, `4 articles`."""
    return f"{number} {thing}" + "s" * (number != 1)
