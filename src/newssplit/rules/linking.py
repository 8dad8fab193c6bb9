"""How units hang together: text that was cut and goes on, short lines that may be crossheads of one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newssplit.patterns import re, regex
from newssplit.rules.short_text import issuing_body
from newssplit.rules.sight import Sight
from newssplit.rules.signs import COLON, IN_SERIES

CONTACT_RE = re.compile(r"[\d－-]{7}$|@[\w.]+$")
"""A number to call or a mail address ends a sentence without a stop."""
SUBJECT_RE = regex.compile(r"(?P<subject>\p{Han}{2,5})[：:]\S")
"""What a line is about, before a colon."""
CLOSING = ("turn", "people", "author", "source", "credit", "report", "end", "imprint", "note")
"""Tails behind which no sentence goes on."""


def link_short_lines(sights: Sequence[Sight]) -> None:
    """What may be crossheads of one article: short lines between which no article begins."""
    above: Sight | None = None
    waiting = list[Sight]()
    for s in sights:
        if s.headlike:
            s.short_above = above
        if s.furniture is not None or s.lede:
            above, waiting = None, [s]
        elif s.headlike and not s.likely_text:
            for other in waiting:
                other.short_below = s
            above, waiting = s, [s]
        elif s.headlike:
            waiting.append(s)


def link_series(sights: Sequence[Sight]) -> None:
    """Lines whose subjects begin alike and are equally long, 联营：握指成拳 and 联享：账本晒在院坝里, wherever they stand. Of 46
    such lines that annotated articles have 44 are crossheads."""
    series = defaultdict[tuple[str, int], list[tuple[str, Sight]]](list)
    for s in sights:
        if s.headlike and s.printed & COLON and (m := SUBJECT_RE.match(s.text)):
            subject = m["subject"]
            series[subject[0], len(subject)].append((subject, s))
    for lines in series.values():
        if len({subject for subject, _ in lines}) > 1:
            for _, s in lines:
                s.printed |= IN_SERIES


def _ends_with_contact(text: str) -> bool:
    end = text[-1]
    return (end.isdecimal() or end in "－-" or "@" in text) and CONTACT_RE.search(text) is not None


def link_text(sights: Sequence[Sight]) -> None:
    """Whether the text before stopped in mid-sentence, furniture and captions between them passed over."""
    last: Sight | None = None
    after_furniture = True
    for s in sights:
        s.after_furniture = after_furniture
        s.open_before = last is not None and not last.closed
        if s.furniture is not None:
            after_furniture = True
            last = None if s.furniture.parts or (s.furniture.ends and not s.furniture.breaks) else last
            continue
        after_furniture = False
        if s.onward or (s.tails and any(t.kind in CLOSING for t in s.tails)) or issuing_body(s):
            last = None
            continue
        if s.line_makers or s.teaser or s.likely_caption:
            continue
        if _ends_with_contact(s.text):
            last = None
        elif s.wordy or s.cut_by_page or s.cut_in_column:
            last = s
        elif last is None or last.closed or (s.heads_something and s.unit.blank and s.habits.blank_tells):
            last = None
