"""The body of an item: marks and makers taken out, cut paragraphs joined."""

from __future__ import annotations

from newssplit.assembling.draft import ENDS, HEADS, PHOTOS, Draft
from newssplit.assembling.people import described, each_once, people_of, photographers
from newssplit.assembling.texts import Text, breaks_off, closed_up, undone
from newssplit.fields import new
from newssplit.model import Change, Dateline, Paragraph, Part, PartRole, Person, Span
from newssplit.reading.lines import glue
from newssplit.reading.units import Unit
from newssplit.rules.ledes import Lede
from newssplit.rules.sight import Sight
from newssplit.rules.tails import Tail


class Body:
    """What the units below the headline block came to."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        """The paragraphs while they are read, and afterwards as such."""
        self.paragraphs: tuple[Paragraph, ...] = ()
        self.parts: list[Part] = []
        self.byline: list[Person] = []
        self.dateline: Dateline | None = None
        self.changes: list[Change] = []
        self.onward: str | None = None
        self.back: str | None = None
        self.filed: list[Person] = []
        """Whom a database's record names as the authors."""
        self.author: tuple[str, list[Person]] | None = None
        """The description in `（作者为…）`, and whom it names itself."""


def read_body(draft: Draft) -> Body:
    """Paragraphs, makers and dateline of an item, and every part of its units."""
    body = Body()
    for sight in draft.sights:
        if sight.label in ("author", "byline", "signature", "credit"):
            _signature(sight, body)
        elif sight.label in ("onward", "back"):
            _turn(sight, body)
        elif sight.label not in HEADS:
            _paragraph(sight, body)
    if draft.dateline is not None:
        _filed_dateline(draft.dateline.unit, body)
    body.paragraphs = tuple([
        new(Paragraph, ("".join(t.pieces), tuple(t.spans), t.crosshead)) for t in body.texts
    ])  # fmt: skip
    if body.author is not None:
        body.byline = described(body.byline, *body.author)
    if body.filed:
        signed = {p.name for p in body.byline}
        body.byline = [p for p in body.filed if p.name not in signed] + body.byline
    body.byline = each_once(body.byline)
    if draft.has(PHOTOS):
        body.byline = photographers(body.byline)
    return body


def _signature(sight: Sight, body: Body) -> None:
    people = people_of(sight.unit, sight.line_makers)
    if sight.unit.field == "author":
        body.filed += people
    else:
        body.byline += people
    if sight.lede is not None and body.dateline is None:
        body.dateline = _dateline(sight.unit, sight.lede)
    for tail in sight.tails if not sight.line_makers else ():
        _close(tail, sight.unit, body, [])
    _cover(sight.unit, body, [], "byline")


def _turn(sight: Sight, body: Body) -> None:
    if sight.label == "back" and sight.turned:
        body.back = sight.turned.page
    elif sight.onward:
        body.onward = sight.onward.page
    rule = "back_alone" if sight.label == "back" else "onward_alone"
    body.changes += [Change("dropped", rule, span) for span in sight.unit.spans(0, len(sight.text))]
    _cover(sight.unit, body, [], "continuation")


def _paragraph(sight: Sight, body: Body) -> None:
    unit = sight.unit
    pieces: list[tuple[PartRole, int, int]] = []
    start, end = 0, len(unit.text)
    if sight.turned is not None and sight.turned.start == 0 and sight.label == "resume":
        start = sight.turned.end
        body.back = sight.turned.page
        pieces.append(("continuation", 0, start))
        body.changes += [Change("dropped", "resumes", span) for span in unit.spans(0, start)]
    opens = sight.label in ("lede", "mark", "brief") or (sight.label == "turned" and not body.texts)
    if opens and sight.lede is not None:
        start = sight.lede.end
        _open(sight.lede, unit, body, pieces)
    for tail in sight.tails:
        end = min(end, tail.start)
        _close(tail, unit, body, pieces)
    spans = _add_text(sight, start, max(start, end), body)
    if pieces:
        _cover(unit, body, pieces, "text")
    else:  # as in most paragraphs: part and span share their numbers
        body.parts += [new(Part, ("text", begin, stop)) for begin, stop in spans]


def _open(lede: Lede, unit: Unit, body: Body, pieces: list[tuple[PartRole, int, int]]) -> None:
    if lede.mark and body.dateline is None:
        body.dateline = _dateline(unit, lede)
    body.byline += people_of(unit, lede.makers)
    marks = [("dateline", a, b) for a, b in lede.mark]
    edge = lede.start
    if unit.text[:edge].strip():  # a bullet
        pieces.append(("furniture", 0, edge))
    for role, a, b in marks:
        pieces += [("byline" if edge > lede.start else "dateline", edge, a), (role, a, b)]  # type: ignore[list-item]
        edge = b
    pieces.append(("byline" if lede.makers else "dateline", edge, lede.end))


def _filed_dateline(unit: Unit, body: Body) -> None:
    """Who sent the item, as its record says; what the text itself opens with comes first."""
    spans = unit.spans(0, len(unit.text))
    body.parts += [Part("dateline", *span) for span in spans]
    if body.dateline is None:
        body.dateline = Dateline(unit.text, None, None, None, Span(spans[0].start, spans[-1].end))


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
    elif tail.kind in ("imprint", "note"):
        role = "furniture"
    elif tail.kind == "source":
        role = "dateline"
        if body.dateline is None and tail.mark:
            spans = unit.spans(*tail.mark)
            body.dateline = Dateline(
                unit.text[slice(*tail.mark)].strip(), None, None, None, Span(spans[0].start, spans[-1].end)
            )
    elif tail.kind == "author" and tail.mark:
        body.author = (unit.text[slice(*tail.mark)], people_of(unit, tail.makers))
    if tail.kind != "author":
        body.byline += people_of(unit, tail.makers)
    if tail.kind in DROPPED:
        body.changes += [Change("dropped", DROPPED[tail.kind], span) for span in unit.spans(tail.start, tail.end)]
    pieces.append((role, tail.start, tail.end))


DROPPED = {"turn": "turns_onward", "end": "end_mark", "imprint": "imprint", "note": "note"}
"""Tails that nothing in the article keeps, and the names under which they are told."""


def _add_text(sight: Sight, start: int, end: int, body: Body) -> list[Span]:
    """A paragraph, or the rest of one, made of a stretch of a unit; where that stands, without the spaces around it."""
    unit, texts = sight.unit, body.texts
    whole = unit.text
    while start < end and whole[start].isspace():
        start += 1
    while end > start and whole[end - 1].isspace():
        end -= 1
    spans, printed = unit.spans(start, end), whole[start:end]
    if not spans:
        return spans
    text = closed_up(printed)
    if unit.inline or unit.breaks or text != printed:
        body.changes += undone(unit, spans, closed=text != printed)
    last = texts[-1] if texts else None
    if last is not None and not last.crosshead and _goes_on(sight, last):
        last.pieces.extend((glue(last.pieces[-1], text), text))
        last.spans.extend(spans)
        body.changes.append(Change("joined", "goes_on", spans[0]))
    else:
        texts.append(Text([text], list(spans), sight.label == "crosshead"))
    return spans


def _goes_on(sight: Sight, last: Text) -> bool:
    """The last part of an article may be the rest of a cut paragraph, too."""
    if sight.label not in ENDS:
        return sight.label == "more"
    indented = sight.habits.indented >= 0.7 and sight.unit.indent >= 2
    cut = sight.open_before and not indented and breaks_off(last.pieces[-1])
    return cut or sight.flush


def _cover(unit: Unit, body: Body, pieces: list[tuple[PartRole, int, int]], rest: PartRole) -> None:
    """Every character of the unit in exactly one part: what no piece takes is `rest`."""
    if not pieces:
        body.parts += unit.parts(rest, 0, len(unit.text))
        return
    at = 0
    for role, start, end in sorted((p for p in pieces if p[1] < p[2]), key=lambda p: p[1]):
        body.parts += unit.parts(rest, at, start)
        body.parts += unit.parts(role, max(at, start), end)
        at = max(at, end)
    body.parts += unit.parts(rest, at, len(unit.text))
