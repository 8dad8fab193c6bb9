"""The carriers that are known by name: how each writes its records, and a sample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.text import Text

from newssplit.errors import NewssplitError
from newssplit.i18n import _
from newssplit.lexicon import Carrier
from newssplit.profile_carriers import close
from newssplit.reading.carriers.described import LINES
from newssplit.show.typesetting import INDENT, shortened, wrapped
from newssplit.show.visible import visible
from newssplit.show.words import LINE_WORDS

SHOWN = 8
"""Lines of a sample that a list shows."""


def named_carriers(names: Sequence[str], known: Sequence[Carrier]) -> list[Carrier]:
    """The carriers of these names, all for none; NewssplitError, with the likeliest, for a name that none has."""
    by_name = {carrier.name: carrier for carrier in known}
    for name in names:
        if name not in by_name:
            remedy = close(name, by_name) or "newssplit carriers lists them"
            raise NewssplitError(f"there is no carrier {name}", remedy=remedy)
    return [by_name[name] for name in names] or list(known)


def carriers_data(carriers: Iterable[Carrier]) -> list[dict[str, Any]]:
    """The carriers as JSON's own types."""
    return [
        {
            "name": carrier.name,
            "title": carrier.title,
            "sample": carrier.sample,
            **{sort: list(getattr(carrier, sort)) for sort in LINES},
            "fields": {kind: list(names) for kind, names in carrier.fields},
        }
        for carrier in carriers
    ]


def carrier_table(carriers: Iterable[Carrier], width: int) -> Iterator[Text]:
    """Each carrier's name and title, and how its sample begins."""
    for carrier in carriers:
        yield _heading(carrier)
        lines = [line for line in _sample(carrier) if line.strip()]
        for line in lines[:SHOWN]:
            yield Text(INDENT).append(shortened(line, width - 2 * len(INDENT)), "dim")
        if len(lines) > SHOWN:
            yield Text(INDENT).append("…", "dim")


def carrier_card(carrier: Carrier, width: int) -> Iterator[Text]:
    """All of one carrier."""
    yield _heading(carrier)
    for title, said in _parts(carrier):
        yield Text()
        yield Text(f"  {title}", "green")
        for line in said:
            yield from (Text(INDENT).append(row) for row in wrapped(line, width - 2 * len(INDENT)))
            if not line:
                yield Text()
    yield Text()


def _heading(carrier: Carrier) -> Text:
    return Text.assemble((carrier.name, "bold cyan"), f"  {_(carrier.title)}" if carrier.title else "")


def _parts(carrier: Carrier) -> Iterator[tuple[str, Sequence[str]]]:
    for sort in LINES:
        if patterns := getattr(carrier, sort):
            yield _(LINE_WORDS[sort]), patterns
    if carrier.fields:
        yield _("fields, by what they hold"), [f"{kind}: {', '.join(names)}" for kind, names in carrier.fields]
    if sample := _sample(carrier):
        yield _("sample"), sample


def _sample(carrier: Carrier) -> list[str]:
    lines = carrier.sample.strip("\n").split("\n") if carrier.sample else []
    return [visible(line).replace("\t", "    ") for line in lines]
