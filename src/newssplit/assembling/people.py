"""Who made an item, when all places that name somebody are put together."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.model import Person, Role, Span
from newssplit.patterns import re
from newssplit.reading.units import Unit
from newssplit.rules.makers import Maker

REPORTING = ("reporter", "correspondent", "intern")
DESCRIBED_RE = re.compile(r"^[^为為系是:：]{2,8}[为為系是:：]\s*|[，,；;].*")
"""What stands around a description: `作者为X大学教授，本版有删节`."""


def people_of(unit: Unit, makers: Sequence[Maker]) -> list[Person]:
    """The makers that were found in a unit, with their places in the source."""
    people = []
    for m in makers:
        spans = unit.spans(m.start, m.end)
        role: Role | None = m.role
        people.append(Person(m.name, role, m.title, Span(spans[0].start, spans[-1].end)))
    return people


def described(byline: Sequence[Person], text: str, named: Sequence[Person]) -> list[Person]:
    """The byline with what `（作者为…）` says: of the person under the headline, unless it names one itself."""
    if any(p.role == "author" for p in named):
        return [*byline, *named]
    title = DESCRIBED_RE.sub("", text) or None
    told = [Person(p.name, "author", title, p.span) if p.role in (None, "author") else p for p in byline]
    return [*told, *named]


def each_once(people: Sequence[Person]) -> list[Person]:
    """Who is named twice, in the lede and behind the text, is one person, with the role of the place that says more."""
    first = {(p.name, p.role): n for n, p in reversed(list(enumerate(people)))}
    people = [p for n, p in enumerate(people) if first[p.name, p.role] == n]
    roles = first.keys()
    reporting = {p.name for p in people if p.role in REPORTING}
    known = {name for name, role in roles if role is not None}
    return [
        p
        for p in people
        if not (p.role is None and p.name in known) and not (p.role == "author" and p.name in reporting)
    ]


def photographers(byline: Sequence[Person]) -> list[Person]:
    """Who is named before the 摄 of a caption took the picture, too, on whatever line they stand."""
    if not any(p.role == "photographer" for p in byline):
        return list(byline)
    return [p._replace(role="photographer") if p.role in REPORTING else p for p in byline]
