"""Copies of annotated issues as an unknown paper's dumps are: signs missing, lines laid out otherwise.

Rules are made, and weights set, with issues in sight, so what is made of these says little about other papers. What is
left when a copy lacks some of the signs that its articles had, and is laid out by chance, says more.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import partial

from newssplit.evaluation.damage import (
    HIDDEN_RE,
    Damage,
    Lines,
    cut,
    flush,
    half_width,
    indented,
    label,
    spread,
    text,
    wrapped,
)

OFTEN = 0.4
"""How likely an article loses each sign that it has."""
LEDE_RE = re.compile(r"(?P<label>p~?\|)(?P<space>\s*)⟦(?P<hidden>[^⟦⟧]*)⟧")
SIGNED_RE = re.compile(r"⟦(?P<hidden>[^⟦⟧]*)⟧\s*$")
TURN_RE = re.compile("[转轉接续續]")
"""What a line that says where an article goes on holds: without it the halves could not meet."""
KEYS_RE = re.compile(r" section=\S*")


def bared(lines: Lines, chance: random.Random) -> Iterator[str]:
    """The issue without some of the signs of its articles, and without what only these say of their makers."""
    blocks = list[Lines]([[]])
    for line in lines:
        if line.startswith("==="):
            blocks.append([])
        blocks[-1].append(line)
    yield from blocks[0]
    for block in blocks[1:]:
        if block[0].startswith("=== article") and " id=" not in block[0]:
            block = _bared_article(block, chance)
        yield from block


def _bared_article(block: Lines, chance: random.Random) -> Lines:
    """An article, by itself in the dump, without each of its signs as likely as OFTEN says."""
    before = block
    for taken in (_lede, _bylines, partial(_labelled, kinds="r"), _kickers, _section, _furniture):
        if chance.random() < OFTEN:
            block = taken(block)
    return _without_unsaid(block, _signs(before), _signs(block))


def _lede(block: Lines) -> Lines:
    for n, line in enumerate(block):
        if label(line) == "p":
            m = LEDE_RE.match(line)
            bare = line[: m.end("space")] + line[m.end() :].lstrip() if m else line
            return [*block[:n], *([bare] if text(bare).strip() else []), *block[n + 1 :]]
    return block


def _bylines(block: Lines) -> Lines:
    signed = [SIGNED_RE.sub("", line) if label(line) in ("p", "+") and line[1] == "|" else line for line in block]
    return [line for line in signed if label(line) != "y" and (line == "" or not label(line) or text(line).strip())]


def _labelled(block: Lines, kinds: str) -> Lines:
    return [line for line in block if not label(line) or label(line) not in kinds]


def _kickers(block: Lines) -> Lines:
    return [line for line in _labelled(block, "k") if not line.startswith("@alt kicker=")]


def _section(block: Lines) -> Lines:
    """The label goes, and what stands below it has none from here on."""
    bare = _labelled(block, "x")
    return block if len(bare) == len(block) else [KEYS_RE.sub("", bare[0]) + " section=", *bare[1:]]


def _furniture(block: Lines) -> Lines:
    return [line for line in block if label(line) != "f" or TURN_RE.search(line)]


def _signs(block: Lines) -> str:
    """All that names makers, without spaces."""
    found = [text(line) if label(line) == "y" else "".join(HIDDEN_RE.findall(line)) for line in block if label(line)]
    return "".join("".join(found).split())


def _without_unsaid(block: Lines, before: str, after: str) -> Lines:
    """Without the makers, and the dateline, that nothing says any more."""

    def said(line: str) -> bool:
        verb, _, rest = line.partition(" ")
        what = "".join(rest.split()) if verb == "@dateline" else rest.split(" ")[0]
        return verb not in ("@by", "@dateline") or what not in before or what in after

    return [line for line in block if said(line)]


def closed(lines: Lines, _: random.Random) -> Iterator[str]:
    """No blank lines."""
    yield from (line for line in lines if line.strip())


def unchanged(lines: Lines, _: random.Random) -> Iterator[str]:
    """The issue as it is."""
    yield from lines


def narrow(lines: Lines, chance: random.Random) -> Iterator[str]:
    """Lines break at some width, and those of headlines at a narrower one."""
    width = chance.choice((18, 20, 22, 24, 28, 36))
    yield from wrapped(lines, chance, width=width, heads=width * chance.choice((5, 6, 8)) // 10)


BLANKS: tuple[Damage, ...] = (unchanged, spread, closed)
LAYOUTS: tuple[Damage, ...] = (unchanged, cut, narrow, indented, flush)
WIDTHS: tuple[Damage, ...] = (unchanged, unchanged, half_width)


def copied(name: str, source: str, number: int) -> str:
    """The source of a damaged copy; the same for the same name and number."""
    chance = random.Random(f"{name} {number}")
    lines = list(bared(source.split("\n"), chance))
    for damages in (BLANKS, LAYOUTS, WIDTHS):
        lines = list(chance.choice(damages)(lines, chance))
    return "\n".join(lines)
