"""The rules as they run: their reasons, weights, hits and misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from rich.text import Text

from newssplit.errors import NewssplitError
from newssplit.i18n import _
from newssplit.rules.rule import Rule
from newssplit.rules.table import SHOWN_RULES
from newssplit.show.typesetting import INDENT, wrapped
from newssplit.show.words import full_name, label_name, reason_of


def named_rules(names: Sequence[str]) -> list[Rule]:
    """The rules of these names, all for none; NewssplitError, with the likeliest, for a name that no rule has."""
    known = {rule.name: rule for rule in SHOWN_RULES}
    for name in names:
        if name not in known:
            like = get_close_matches(name, known, n=3, cutoff=0.4)
            remedy = f"did you mean {', '.join(like)}?" if like else "newssplit rules lists them"
            raise NewssplitError(f"there is no rule {name}", remedy=remedy)
    return [known[name] for name in names] or list(SHOWN_RULES)


def rules_data(rules: Iterable[Rule]) -> list[dict[str, Any]]:
    """The rules as JSON's own types, weights in decibans by label."""
    return [
        {
            "name": rule.name,
            "reason": rule.reason,
            "weights": dict(rule.weights),
            "hits": list(rule.hits),
            "misses": list(rule.misses),
        }
        for rule in rules
    ]


def rule_table(rules: Iterable[Rule], width: int) -> Iterator[Text]:
    """Each rule's name, reason, and what it speaks for and against."""
    for rule in rules:
        yield Text(rule.name, "bold cyan")
        yield from _indented(reason_of(rule), width)
        yield from _indented(_weights(rule), width, "dim")


def rule_card(rule: Rule, width: int) -> Iterator[Text]:
    """All of one rule, with the dumps that it hits and misses."""
    yield Text(rule.name, "bold cyan")
    yield from _indented(reason_of(rule), width)
    yield Text()
    for label, weight in sorted(rule.weights.items(), key=lambda item: -item[1]):
        style = "green" if weight > 0 else "red"
        yield Text.assemble("  ", (f"{weight:+4d}", style), f"  {full_name(label)}")
    yield from _dumps("hits", rule.hits, "green", width)
    yield from _dumps("misses", rule.misses, "red", width)
    yield Text()


def _dumps(title: str, dumps: Sequence[str], style: str, width: int) -> Iterator[Text]:
    if dumps:
        yield Text()
        yield Text(f"  {_(title)}", style)
    for dump in dumps:
        for line in dump.split("\n"):
            yield from _indented(line, width, indent=INDENT)


def _weights(rule: Rule) -> str:
    strongest_first = sorted(rule.weights.items(), key=lambda w: -w[1])
    return "  ".join(f"{label_name(label)} {weight:+d}" for label, weight in strongest_first)


def _indented(text: str, width: int, style: str = "", indent: str = "  ") -> Iterator[Text]:
    for line in wrapped(text, width - 4):
        yield Text(indent).append(line, style)
