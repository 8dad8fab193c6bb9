"""Headings that the dump prints twice or three times, whole, by their second half, or behind a site's name."""

from __future__ import annotations

import re
from collections import Counter

from newssplit.rules.sight import Sight

NEAR = 4
"""How many units further a repeated headline is looked for."""
PREFIX_RE = re.compile(r"\S{3,20}?[-_|—–](?=\S)")
"""A site's or an edition's name before each headline: `X报数字报-标题`."""


def find_repeats(sights: list[Sight]) -> None:
    """Mark what the dump prints again nearby, and what stands before a headline that it repeats."""
    lines = [s for s in sights if s.key and s.furniture is None and not s.teaser and not s.signed]
    heads = [s for s in lines if not s.prose or s.repeat]
    prefixes = Counter(m[0] for s in lines if (m := PREFIX_RE.match(s.text)))
    for s in lines:
        if (m := PREFIX_RE.match(s.text)) and prefixes[m[0]] >= 3:
            s.repeat = "title"
    places = {id(s): n for n, s in enumerate(sights)}
    for n, s in enumerate(heads):
        for other in heads[n + 1 : n + 1 + NEAR]:
            between = sights[places[id(s)] + 1 : places[id(other)]]
            if (
                len(s.key) < 4
                or s.text[-1] in "：:"
                or any((x.likely_text and not x.repeat) or x.signed for x in between)
            ):
                break
            _compare(s, other)
    _join_repeats([s for s in heads if s.short])
    _find_author_fields(sights)


def _find_author_fields(sights: list[Sight]) -> None:
    """Databases name the author in a field of its own above the headline, and again where the paper did."""
    for n, s in enumerate(sights):
        below = sights[n + 1 : n + 1 + NEAR]
        if s.line_makers and s.after_furniture and any(x.key.endswith(s.key) and x.line_makers for x in below):
            s.repeat = "title"


def _join_repeats(heads: list[Sight]) -> None:
    """A headline set over two or three lines, and once more on one line."""
    keys = [s.key for s in heads]
    for n in range(len(heads)):
        for end in range(n + 2, min(n + 3, len(heads)) + 1):
            joined = "".join(keys[n:end])
            if len(joined) >= 8 and (joined in keys[max(0, n - 2) : n] or joined in keys[end : end + 2]):
                near = heads[max(0, n - 2) : n] + heads[end : end + 2]
                for x in [*heads[n:end], *(x for x in near if x.key == joined)]:
                    x.repeat = x.repeat or "first"


def _compare(s: Sight, other: Sight) -> None:
    """The earlier and the later of two headings that stand near each other."""
    if (s.key == other.key and _quoted(s) == _quoted(other)) or _alike(s.key, other.key):
        s.repeat, other.repeat = s.repeat or "first", "whole"
    elif len(other.key) >= 4 and s.key.endswith(other.key):
        s.repeat, other.repeat = s.repeat or "first", other.repeat or "half"
    elif len(other.key) >= 6 and other.key in s.key and PREFIX_RE.match(s.text):
        s.repeat, other.repeat = s.repeat or "title", other.repeat or "first"


def _quoted(s: Sight) -> bool:
    """Wholly in quotation marks: somebody says the headline's words in the text."""
    return s.text[0] in "“「" and s.text[-1] in "”」"


def _alike(a: str, b: str) -> bool:
    """The same heading in the other script, or with an error of the scan: most characters in place.

    Rows of a table differ in their numbers."""
    if a == b or not len(a) == len(b) >= 8:
        return False
    other = [x + y for x, y in zip(a, b, strict=True) if x != y]
    return len(other) <= 0.4 * len(a) and not any(c.isdigit() for c in "".join(other))
