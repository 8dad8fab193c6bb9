"""Headings that the dump prints twice or three times, whole, by their second half, or behind a site's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from newssplit.model import Page
from newssplit.patterns import re
from newssplit.rules.furniture import Furniture
from newssplit.rules.sight import Sight

CONTENTS = 3
"""So many headlines, one below the other, that stand again further down are a list of them."""
BEHIND_SIGN = 2
"""In such a list a headline behind a sign may have so few characters."""
NEAR = 4
"""How many units further a repeated headline is looked for."""
SHORTEST = 4
"""No repeated headline has fewer characters."""
PREFIX_RE = re.compile(r"\S{3,20}?[-_|—–](?=\S)")
"""A site's or an edition's name before each headline: `X报数字报-标题`."""
PARTING_RE = re.compile(r"[-_|—–]")


def find_repeats(sights: Sequence[Sight]) -> None:
    """Mark what the dump prints again nearby, and what stands before a headline that it repeats."""
    lines = [s for s in sights if s.key and s.furniture is None and not s.teaser and not s.signed]
    heads = [s for s in lines if not s.prose]
    _find_titles(lines)
    _find_contents([s for s in heads if s.short])
    heads = [s for s in heads if s.furniture is None]
    for n, s in enumerate(heads):
        if len(s.key) >= SHORTEST and s.text[-1] not in "：:":
            _compare_all(s, heads[n + 1 : n + 1 + NEAR], sights)
    _join_repeats([s for s in heads if s.short])
    _find_author_fields(sights)
    _find_returns(heads)


def _find_titles(lines: Sequence[Sight]) -> None:
    """Headlines that stand behind one name again and again."""
    prefixes = [(s, m[0]) for s in lines if (m := _prefix(s))]
    counts = Counter(prefix for _, prefix in prefixes)
    for s, prefix in prefixes:
        if counts[prefix] >= 3:
            s.repeat = "title"


def _find_contents(heads: Sequence[Sight]) -> None:
    """The headlines of a page, listed above the first of its articles without any page's number: each stands again
    further down, and not right below the one before it, as the lines of a block do that is printed twice."""
    last = {s.key: s for s in heads}
    """Where each stands for the last time."""
    run = list[Sight]()
    for s in heads:
        shortest = SHORTEST if s.text[0].isalnum() else BEHIND_SIGN
        listed = len(s.key) >= shortest and last[s.key] is not s and _heads_text(last[s.key])
        if run and not (listed and _goes_on(run[-1], s, last)):
            _note_contents(run, [last[above.key] for above in run])
            run = []
        if listed:
            run.append(s)


def _heads_text(s: Sight) -> bool:
    """Whether text stands below a line, its block and makers between: rows of a table have none."""
    below = s.next
    for _ in range(NEAR):
        if below is None or below.likely_text:
            break
        below = below.next
    return below is not None and below.likely_text


def _goes_on(above: Sight, s: Sight, last: Mapping[str, Sight]) -> bool:
    """Whether a line stands right below another in a list, and not so where both stand again."""
    return s.place == above.place + 1 and last[s.key].place > last[above.key].place + 1


def _note_contents(run: Sequence[Sight], told: Sequence[Sight]) -> None:
    """`told` are the headlines themselves."""
    if len(run) < CONTENTS:
        return
    for s in told:
        s.listed = True
    above = run[0].prev
    opens = above is not None and (above.text[-1] in "：:" or above.lexicon.ends(above.key, "furniture", "navigation"))
    for s in (*([above] if above is not None and opens else ()), *run):
        s.furniture = s.furniture or Furniture(Page(), True, False, False)


def _prefix(s: Sight) -> re.Match[str] | None:
    return PREFIX_RE.match(s.text) if PARTING_RE.search(s.text, 0, 22) else None


def _compare_all(s: Sight, others: Sequence[Sight], sights: Sequence[Sight]) -> None:
    """A heading and those below it, as far as text or makers stand between them."""
    at = s.place + 1
    for other in others:
        while at < other.place:
            between = sights[at]
            if (between.likely_text and not between.repeat) or between.signed:
                return
            at += 1
        _compare(s, other)


def _find_author_fields(sights: Sequence[Sight]) -> None:
    """Databases name the author in a field of its own above the headline, and again where the paper did."""
    for n, s in enumerate(sights):
        if s.line_makers and s.after_furniture:
            below = sights[n + 1 : n + 1 + NEAR]
            if any(x.key.endswith(s.key) and x.line_makers for x in below):
                s.repeat = "title"


def _find_returns(heads: Sequence[Sight]) -> None:
    """Below 上接第一版 alone on its line the headline of the first half may stand again, however far from it."""
    returning = [s for s in heads if s.prev is not None and s.prev.turned is not None and s.prev.turned.start == 0]
    if returning:
        first = {s.key: s for s in reversed(heads)}
        for s in returning:
            if len(s.key) >= SHORTEST and first[s.key] is not s:
                s.repeat = "whole"


def _join_repeats(heads: list[Sight]) -> None:
    """A headline set over two or three lines, and once more on one line."""
    keys = [s.key for s in heads]
    for n in range(len(heads)):
        for end in range(n + 2, min(n + 3, len(heads)) + 1):
            key = "".join(keys[n:end])
            if len(key) >= 8 and (key in keys[end : end + 2] or key in keys[max(0, n - 2) : n]):
                whole = [s for s in heads[max(0, n - 2) : n] + heads[end : end + 2] if s.key == key]
                for s in (*heads[n:end], *whole):
                    s.repeat = s.repeat or "first"


def _compare(s: Sight, other: Sight) -> None:
    """The earlier and the later of two headings that stand near each other."""
    a, b = s.key, other.key
    if (a == b and _quoted(s) == _quoted(other)) or (len(a) == len(b) >= 8 and _alike(a, b)):
        s.repeat, other.repeat = s.repeat or "first", "whole"
    elif len(b) >= SHORTEST and a.endswith(b):
        s.repeat, other.repeat = s.repeat or "first", other.repeat or "half"
    elif len(b) >= 6 and b in a and _prefix(s):
        s.repeat, other.repeat = s.repeat or "title", other.repeat or "first"


def _quoted(s: Sight) -> bool:
    """Wholly in quotation marks: somebody says the headline's words in the text."""
    return s.text[0] in "“「" and s.text[-1] in "”」"


def _alike(a: str, b: str) -> bool:
    """The same heading in the other script, or with an error of the scan: most characters in place.

    Rows of a table differ in their numbers."""
    if a == b:
        return False
    other = [x + y for x, y in zip(a, b, strict=True) if x != y]
    return len(other) <= 0.4 * len(a) and not any(c.isdigit() for c in "".join(other))
