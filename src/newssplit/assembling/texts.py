"""The text of a paragraph: what it is made of, and what was done to it."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.fields import Change, Span, new
from newssplit.patterns import regex
from newssplit.reading.units import Unit

CLOSING = frozenset("。！？!?…；;：:”」』’）)]】.")
SPACED_RUN_RE = regex.compile(r"\p{Han}([ \u3000])(?:\p{Han}\1){6}\p{Han}")
"""Eight characters and more, each parted from the next by the same single space."""
WITHIN_RE = {space: regex.compile(rf"(?<=\p{{Han}}){space}(?=\p{{Han}})") for space in " \u3000"}
"""For either space, where it stands between two characters."""


class Text:
    """A paragraph that may still go on."""

    __slots__ = ("crosshead", "pieces", "spans")

    def __init__(self, pieces: list[str], spans: list[Span], crosshead: bool):
        self.pieces, self.spans, self.crosshead = pieces, spans, crosshead


def breaks_off(text: str) -> bool:
    """Whether a paragraph stops in mid-sentence."""
    last = text.rstrip()[-1:]
    return last != "" and last not in CLOSING


def undone(unit: Unit, spans: Sequence[Span], *, closed: bool) -> list[Change]:
    """What was done to a stretch of a unit before any other reading of it: `closed` says that spaces went."""
    whole = new(Span, (spans[0].start, spans[-1].end))
    changes = [Change("parted", "run_together", whole)] if unit.inline else []
    if unit.breaks and len(spans) > 1:
        changes.append(new(Change, ("joined", "wrapped", whole)))
    if closed:
        changes.append(Change("joined", "letter_spacing", whole))
    return changes


def closed_up(text: str) -> str:
    """A letter-spaced text without the spaces between its characters, which the paper did not print.

    `张 弛　管 芹` is none: there wider spaces part what narrow ones join."""
    if " " not in text and "\u3000" not in text:  # as nearly always; to count them takes several times as long
        return text
    spaced = SPACED_RUN_RE.search(text) if len(text) < 3 * (text.count(" ") + text.count("\u3000")) else None
    return WITHIN_RE[spaced[1]].sub("", text) if spaced else text
