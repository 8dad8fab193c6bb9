"""The body of an item: marks and makers taken out, cut paragraphs joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from newssplit.assembling.drafts import ENDS, HEADS, Draft, Entry
from newssplit.model import Change, Dateline, Paragraph, Part, PartRole, Person, Role, Span
from newssplit.reading.units import Unit
from newssplit.rules.ledes import Lede
from newssplit.rules.makers import Maker
from newssplit.rules.tails import Tail


@dataclass(slots=True)
class Body:
    """What the units below the headline block came to."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    byline: list[Person] = field(default_factory=list)
    dateline: Dateline | None = None
    changes: list[Change] = field(default_factory=list)
    onward: str | None = None
    back: str | None = None
    filed: list[Person] = field(default_factory=list)
    """Whom a database's record names as the authors."""
    author: tuple[str, list[Person]] | None = None
    """The description in `（作者为…）`, and whom it names itself."""


def read_body(draft: Draft) -> Body:
    """Paragraphs, makers and dateline of an item, and every part of its units."""
    body = Body()
    for entry in draft.entries:
        if entry.label in ("byline", "signature", "credit"):
            _signature(entry, body)
        elif entry.label in ("onward", "back"):
            _turn(entry, body)
        elif entry.label not in HEADS:
            _paragraph(entry, body)
    _name_author(body)
    signed = {p.name for p in body.byline}
    body.byline = [p for p in body.filed if p.name not in signed] + body.byline
    if draft.labelled("caption", "aside"):
        _share_the_picture(body)
    return body


def _signature(entry: Entry, body: Body) -> None:
    sight = entry.sight
    people = _people(sight.unit, sight.line_makers)
    if sight.unit.field == "author":
        body.filed += people
    else:
        body.byline += people
    if sight.lede is not None and body.dateline is None:
        body.dateline = _dateline(sight.unit, sight.lede)
    for tail in sight.tails if not sight.line_makers else ():
        _close(tail, sight.unit, body, [])
    _cover(sight.unit, body, [], "byline")


def _turn(entry: Entry, body: Body) -> None:
    sight = entry.sight
    if entry.label == "back" and sight.turned:
        body.back = sight.turned.page
    elif sight.onward:
        body.onward = sight.onward.page
    rule = "back_alone" if entry.label == "back" else "onward_alone"
    body.changes += [Change("dropped", rule, span) for span in sight.unit.spans(0, len(sight.text))]
    _cover(sight.unit, body, [], "continuation")


def _paragraph(entry: Entry, body: Body) -> None:
    sight, unit = entry.sight, entry.sight.unit
    pieces = list[tuple[PartRole, int, int]]()
    start, end = 0, len(unit.text)
    if sight.turned is not None and sight.turned.start == 0 and entry.label == "resume":
        start = sight.turned.end
        body.back = sight.turned.page
        pieces.append(("continuation", 0, start))
        body.changes += [Change("dropped", "resumes", span) for span in unit.spans(0, start)]
    if entry.label in ("lede", "mark", "brief") and sight.lede is not None:
        start = sight.lede.end
        _open(sight.lede, unit, body, pieces)
    for tail in sight.tails:
        end = min(end, tail.start)
        _close(tail, unit, body, pieces)
    _add_text(entry, max(start, 0), max(start, end), body)
    _cover(unit, body, pieces, "text")


def _open(lede: Lede, unit: Unit, body: Body, pieces: list[tuple[PartRole, int, int]]) -> None:
    if lede.mark and body.dateline is None:
        body.dateline = _dateline(unit, lede)
    body.byline += _people(unit, lede.makers)
    marks = [("dateline", a, b) for a, b in lede.mark]
    edge = lede.start
    for role, a, b in marks:
        pieces += [("byline" if edge > lede.start else "dateline", edge, a), (role, a, b)]  # type: ignore[list-item]
        edge = b
    pieces.append(("byline" if lede.makers else "dateline", edge, lede.end))


def _dateline(unit: Unit, lede: Lede) -> Dateline | None:
    if not lede.mark:
        return None
    text = "".join(unit.text[a:b] for a, b in lede.mark)
    spans = unit.spans(lede.mark[0][0], lede.mark[-1][1])
    return Dateline(text, lede.agency, lede.place, lede.date, Span(spans[0].start, spans[-1].end))


def _close(tail: Tail, unit: Unit, body: Body, pieces: list[tuple[PartRole, int, int]]) -> None:
    """What stands behind the text, taken off and noted."""
    role: PartRole = "byline"
    if tail.kind == "turn":
        body.onward, role = tail.page, "continuation"
    elif tail.kind == "end":
        role = "continuation"
    elif tail.kind == "note":
        role = "furniture"
    elif tail.kind == "source":
        role = "dateline"
        if body.dateline is None and tail.mark:
            spans = unit.spans(*tail.mark)
            body.dateline = Dateline(
                unit.text[slice(*tail.mark)].strip(), None, None, None, Span(spans[0].start, spans[-1].end)
            )
    elif tail.kind == "author" and tail.mark:
        body.author = (unit.text[slice(*tail.mark)], _people(unit, tail.makers))
    if tail.kind != "author":
        body.byline += _people(unit, tail.makers)
    if tail.kind in DROPPED:
        body.changes += [Change("dropped", DROPPED[tail.kind], span) for span in unit.spans(tail.start, tail.end)]
    pieces.append((role, tail.start, tail.end))


SPACED_RUN_RE = regex.compile(r"\p{Han}([ \u3000])(?:\p{Han}\1){6,}\p{Han}")
"""Eight characters and more, each parted from the next by the same single space."""
DROPPED = {"turn": "turns_onward", "end": "end_mark", "note": "note"}
"""Tails that nothing in the article keeps, and the names under which they are told."""
REPORTING = ("reporter", "correspondent", "intern")
DESCRIBED_RE = re.compile(r"^[^为為系是:：]{2,8}[为為系是:：]\s*|[，,；;].*$")


def _name_author(body: Body) -> None:
    """`（作者为…）` describes the person under the headline, unless it names one itself."""
    if body.author is None:
        return
    text, named = body.author
    title = DESCRIBED_RE.sub("", text) or None
    if any(p.role == "author" for p in named):
        body.byline += named
        return
    for n, person in enumerate(body.byline):
        if person.role in (None, "author"):
            body.byline[n] = Person(person.name, "author", title, person.span)
    body.byline += named


def _share_the_picture(body: Body) -> None:
    """Who is named before the 摄 of a caption took the picture, too, on whatever line they stand."""
    if any(p.role == "photographer" for p in body.byline):
        body.byline = [p._replace(role="photographer") if p.role in REPORTING else p for p in body.byline]


def _people(unit: Unit, makers: tuple[Maker, ...]) -> list[Person]:
    people = []
    for m in makers:
        spans = unit.spans(m.start, m.end)
        role: Role | None = m.role
        people.append(Person(m.name, role, m.title, Span(spans[0].start, spans[-1].end)))
    return people


OPEN_RE = re.compile(r"[^。！？!?…；;：:”」』’）)\]】\s.]\s*$|[，、,（(“「]$")


def _add_text(entry: Entry, start: int, end: int, body: Body) -> None:
    unit = entry.sight.unit
    while start < end and unit.text[start].isspace():
        start += 1
    while end > start and unit.text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    spans, printed = tuple(unit.spans(start, end)), unit.text[start:end]
    text = closed_up(printed)
    body.changes += undone(unit, spans, closed=text != printed)
    if (
        body.paragraphs
        and (entry.label == "more" or _goes_on(entry, body.paragraphs[-1]))
        and not body.paragraphs[-1].crosshead
    ):
        last = body.paragraphs[-1]
        body.paragraphs[-1] = Paragraph(glue(last.text, text), last.spans + spans)
        body.changes.append(Change("joined", "goes_on", spans[0]))
        return
    body.paragraphs.append(Paragraph(text, spans, entry.label == "crosshead"))


def _goes_on(entry: Entry, last: Paragraph) -> bool:
    """The last part of an article may be the rest of a cut paragraph, too."""
    sight = entry.sight
    indented = sight.habits.indented >= 0.7 and sight.unit.indent >= 2
    cut = sight.open_before and not indented and OPEN_RE.search(last.text) is not None
    return entry.label in ENDS and (cut or entry.flush)


def undone(unit: Unit, spans: Sequence[Span], *, closed: bool) -> list[Change]:
    """What was done to a stretch of a unit before any other reading of it: `closed` says that spaces went."""
    whole = Span(spans[0].start, spans[-1].end)
    changes = [Change("parted", "run_together", whole)] if unit.inline else []
    if len(spans) > 1:
        changes.append(Change("joined", "wrapped", whole))
    if closed:
        changes.append(Change("joined", "letter_spacing", whole))
    return changes


def closed_up(text: str) -> str:
    """A letter-spaced text without the spaces between its characters, which the paper did not print.

    `张 弛　管 芹` is none: there wider spaces part what narrow ones join."""
    spaced = SPACED_RUN_RE.search(text) if len(text) < 3 * (text.count(" ") + text.count("\u3000")) else None
    return regex.sub(rf"(?<=\p{{Han}}){spaced[1]}(?=\p{{Han}})", "", text) if spaced else text


def glue(before: str, after: str) -> str:
    """Two pieces of a paragraph; Latin words that a break has parted keep a space between them."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return before + (" " if latin else "") + after


def _cover(unit: Unit, body: Body, pieces: list[tuple[PartRole, int, int]], rest: PartRole) -> None:
    """Every character of the unit in exactly one part: what no piece takes is `rest`."""
    at = 0
    for role, start, end in sorted((p for p in pieces if p[1] < p[2]), key=lambda p: p[1]):
        body.parts += [Part(rest, *span) for span in unit.spans(at, start)]
        body.parts += [Part(role, *span) for span in unit.spans(max(at, start), end)]
        at = max(at, end)
    body.parts += [Part(rest, *span) for span in unit.spans(at, len(unit.text))]
