"""The elements of a dump of tags that hold an item each, and what their tags say of it.

<item><title>米价又涨</title> …                       a feed
<text id="7" date="2005-06-11"><head>米价又涨</head>     a corpus, TEI
<doc title="米价又涨" source="江州晚报">                 a corpus whose tags say it all
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.token_forms import INLINE_TAGS, LINE_TAGS

ITEM_RE = re.compile(r"<(?:item|entry)[\s>][\s\S]{0,400}<title")
"""A feed: its items have titles, links and dates of their own."""
NOTE_RE = re.compile(
    r"<(?P<name>[a-z][\w:-]{0,30})(?:\s[^<>\n]{0,300})?>\s{0,80}<(?:title|(?P<head>head))[\s>]", re.IGNORECASE
)
"""Any other element that begins with a title, as the notes of a note-taker's export do, or with a head, as in a corpus
or in TEI: `<text id="…"><head>`, `<div type="article"><head>`."""
ATTRIBUTE_RE = re.compile(r"\s(?P<name>[A-Za-z][\w:-]{0,20})\s?=\s?[\"'](?P<value>[^\"'<>]{1,200})[\"']")
"""`date="2005-06-11"`, or in single quotes."""
OPENED_RE = re.compile(
    r"<(?P<name>[A-Za-z][\w:-]{0,30})(?P<rest>(?:\s[\w:-]{1,21}\s?=\s?[\"'][^\"'<>\n]{0,200}[\"']){2,12})\s?>"
)
"""A tag with several attributes."""
SAID = ("newspaper", "date", "page", "column", "kicker", "headline", "subheadline", "author")
"""What such a tag may say of an item."""
ITEMS = ("item", "entry")
FEED = frozenset({"channel", "feed", "rss", "nitf"})
"""What begins with a title of its own, and holds the items."""
OFTEN = 2
"""So many elements of one name that begin with a title are the items of a dump."""


class Elements(NamedTuple):
    """What holds the items of a dump."""

    names: frozenset[str]
    """Of the elements, in small letters; none in a page of HTML."""
    headed: bool
    """Whether `<head>` holds the headline of an item, and not what a page of HTML says of itself."""


def elements_of(source: str, lexicon: Lexicon) -> Elements:
    """The elements that hold the items of a dump."""
    names = _items(source) or _attributed(source, lexicon)
    headed = bool(names) and any(m["head"] and m["name"].lower() in names for m in NOTE_RE.finditer(source))
    return Elements(names, headed)


def said_of_item(source: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[str, tuple[int, int]]]:
    """What a tag in the source says of its item: the name of each field, and where its value stands."""
    for m in ATTRIBUTE_RE.finditer(source, start, end):
        if kind_of(m["name"], lexicon) in SAID:
            yield m["name"], m.span("value")


def _items(source: str) -> frozenset[str]:
    """The names of the elements that hold an item each; none in a page of HTML."""
    if ITEM_RE.search(source):
        return frozenset(ITEMS)
    begun = [(m["name"].lower(), m["head"] is not None) for m in NOTE_RE.finditer(source)]
    times = Counter(name for name, headed in begun if name not in LINE_TAGS or (headed and name == "div"))
    return frozenset(name for name, n in times.items() if n >= OFTEN and name not in FEED)


def _attributed(source: str, lexicon: Lexicon) -> frozenset[str]:
    """The names of the elements whose tags say of each item what it is: `<doc title="…" date="…">`."""
    times = Counter(
        m["name"].lower()
        for m in OPENED_RE.finditer(source)
        if any(_names_title(one["name"], lexicon) for one in ATTRIBUTE_RE.finditer(m["rest"]))
    )
    return frozenset(name for name, n in times.items() if n >= OFTEN and names_field(name))


def _names_title(attribute: str, lexicon: Lexicon) -> bool:
    """Whether an attribute holds a headline; the name of a thing is none, `<page name="要闻">`."""
    return attribute.lower() != "name" and kind_of(attribute, lexicon) == "headline"


def names_field(tag: str) -> bool:
    """Whether a tag is none of HTML's: `<contenttitle>` says what stands in it."""
    return tag not in LINE_TAGS and tag not in INLINE_TAGS and ":" not in tag
