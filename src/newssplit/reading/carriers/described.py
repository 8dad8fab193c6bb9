"""Carriers that are known by name: data/carriers/*.toml, and those that a profile brings.

None is loaded before a dump asks for it, and a pattern becomes an expression only where a line begins as it does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from newssplit.lexicon import Carrier, Lexicon, fold, variants
from newssplit.light import NamedTuple
from newssplit.packaged import packaged_text
from newssplit.patterns import re, toml

NAMES = (
    "cnki", "cnki-pdf", "cnki-estudy", "rmrb", "shenbao", "wisers", "udndata", "nexis", "factiva", "proquest", "ris",
    "epaper", "portal", "html", "sogou", "tei", "feed", "json", "table", "sql", "dump", "xbase",
    "crawl", "files", "markdown", "recogniser", "chat", "org", "wiki", "messages", "ptt", "wechat", "mail", "corpus",
    "typeset",
)  # fmt: skip
"""The files of data/carriers, in the order in which they are listed: databases, the web, tables, what tools write."""
NUMERALS = "〇零一二三四五六七八九十廿"
DIGITS = rf"[\d{NUMERALS}]{{1,4}}"
HOLES = {
    "n": r"(?>\d{1,20})",
    "date": rf"(?>\d{{8}}|{DIGITS}(?:\s?[年月./-]\s?{DIGITS}){{1,2}}(?:\s?日)?)",
    "page": r"(?>[A-Za-z]{0,2}\d{1,4})",
    "*": "",
}
"""What may stand where a pattern has a hole, `{n} of {n} DOCUMENTS`; what has matched is not tried in other ways."""
ANYTHING = "*"
"""The hole that says nothing of what stands in it: between two pieces of a pattern there may be anything."""
HOLE_RE = re.compile(r"\{([A-Za-z*]+)\}")
ANY = ""
"""What stands for the first character of a line that may begin with anything."""
LONGEST = 240
"""A line that a pattern describes has no more characters."""
LINES = ("begins", "ends", "first", "last", "pages", "lists")
"""What lines of a carrier may be, see the fields of a `Carrier`."""


class KnownLine(NamedTuple):
    """A line that a carrier describes."""

    carrier: str
    sort: str
    """One of LINES."""


def carrier_of(data: Mapping[str, Any]) -> Carrier:
    """A carrier from its TOML, in which there are no mistakes."""
    lines = {sort: tuple(data.get(sort, ())) for sort in LINES}
    fields = tuple((kind, tuple(names)) for kind, names in data.get("fields", {}).items())
    return Carrier(data["name"], data.get("title", ""), data.get("sample", ""), fields=fields, **lines)


Begun = tuple[KnownLine, str, str]
"""What a line may be, how it begins up to the first hole, and the pattern that it then must match."""


@cache
def packaged_carriers() -> tuple[Carrier, ...]:
    """The carriers that newssplit knows by itself."""
    return tuple(carrier_of(toml.loads(carrier_text(name))) for name in NAMES)


def carrier_text(name: str) -> str:
    """The file of one of these carriers."""
    return packaged_text(f"carriers/{name}.toml")


def carriers(lexicon: Lexicon) -> tuple[Carrier, ...]:
    """The carriers that a dump may have: those of the package and of a profile."""
    return packaged_carriers() if lexicon.carriers is None else lexicon.carriers


def described_line(text: str, lexicon: Lexicon, *, first: bool, last: bool) -> KnownLine | None:
    """The carrier that describes a line; `first` and `last` say where in the dump it stands."""
    begun = _beginnings(lexicon)
    likely = begun.get(text[0], begun[ANY])
    if not likely or len(text) > LONGEST:
        return None
    evened = _even(text)
    for known, beginning, pattern in likely:
        here = {"first": first, "last": last}.get(known.sort, True)
        if here and evened.startswith(beginning) and matches(pattern, evened):
            return known
    return None


def described_openers(lexicon: Lexicon) -> frozenset[str]:
    """The first characters of all lines that some carrier describes, ANY among them if one may begin with any."""
    begun = _beginnings(lexicon)
    return frozenset(begun) - ({ANY} if not begun[ANY] else set())


@cache
def _beginnings(lexicon: Lexicon) -> Mapping[str, Sequence[Begun]]:
    """By a line's first character all that it may be; under ANY what a line may be that begins with no other."""
    found = defaultdict[str, list[Begun]](list, {ANY: []})
    for carrier in carriers(lexicon):
        for sort in LINES:
            for pattern in getattr(carrier, sort):
                hole = HOLE_RE.search(pattern)
                beginning = _even(pattern[: hole.start()] if hole else pattern)
                for key in beginning[:1] or _firsts(hole[1] if hole else ANYTHING):
                    found[key].append((KnownLine(carrier.name, sort), beginning, pattern))
    forms = {chr(form): simplified for form, simplified in variants().items()} | {c.upper(): c for c in found}
    begun = dict(found) | {form: found[c] for form, c in forms.items() if c in found}
    return {c: likely if c == ANY else [*likely, *found[ANY]] for c, likely in begun.items()}


@cache
def _firsts(hole: str) -> Sequence[str]:
    """The characters with which what stands in a hole may begin."""
    if hole == ANYTHING:
        return (ANY,)
    may_begin = "0123456789abcdefghijklmnopqrstuvwxyz" + NUMERALS
    begins = re.compile(HOLES[hole])
    return [c for c in may_begin if any(begins.match(c + tail) for tail in ("1111111", "年1月1日"))]


def _even(text: str) -> str:
    """A text without the difference of upper and lower case, of traditional and simplified forms."""
    return fold(text).casefold()


def matches(pattern: str, evened: str) -> bool:
    """Whether a line, which is evened, is as a pattern says, with whatever its holes let stand there."""
    first, *others = pieces(pattern)
    m = first.match(evened)
    for piece in others:  # each where it first stands: no other place is tried, so that time grows with the line alone
        m = piece.search(evened, m.end()) if m else None
    return m is not None


@cache
def pieces(pattern: str) -> tuple[re.Pattern[str], ...]:
    """The expressions for what stands between a pattern's holes for anything; the last one ends the line."""
    *before, last = map(_piece, pattern.split(f"{{{ANYTHING}}}"))
    return tuple(re.compile(piece, re.IGNORECASE) for piece in (*before, rf"{last}\Z"))


def _piece(pattern: str) -> str:
    """The expression for a pattern without any hole for anything."""
    parts, at = list[str](), 0
    for m in HOLE_RE.finditer(pattern):
        parts += (re.escape(_even(pattern[at : m.start()])), HOLES[m[1]])
        at = m.end()
    return "".join(parts) + re.escape(_even(pattern[at:]))
