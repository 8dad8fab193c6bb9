"""The pieces that page furniture is made of, found in folded text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from newssplit.late import Late
from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.patterns import regex
from newssplit.rules.piece_kinds import kinds


class Piece(NamedTuple):
    """A kind of piece, and its pattern."""

    kind: str
    pattern: Late


class Patterns(NamedTuple):
    pieces: tuple[Piece, ...]
    by_character: Mapping[str, int]
    """For each character the pieces that may be where it is; each is a bit, by its place in the table."""
    by_words: tuple[tuple[int, Collection[str]], ...]
    """Pieces that may be only where one of the words is."""
    whole: Mapping[str, int]
    """Lines that are a piece as a whole: 要闻."""


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The pieces of furniture, compiled once for a lexicon."""
    table = kinds(lexicon)
    by_character = dict[str, int]()
    for n, kind in enumerate(table.values()):
        for character in kind.characters:
            by_character[character] = by_character.get(character, 0) | 1 << n
    return Patterns(
        tuple(Piece(name, Late(kind.pattern)) for name, kind in table.items()),
        by_character,
        tuple((1 << n, kind.words) for n, kind in enumerate(table.values()) if kind.words),
        dict.fromkeys(lexicon.words("furniture", "pages"), 1 << list(table).index("named")),
    )


def likely_pieces(folded: str, lexicon: Lexicon) -> list[Piece]:
    """The kinds of pieces that may be in a line, at a glance; no other is."""
    p = patterns(lexicon)
    found, bare = p.whole.get(folded, 0), "".join(folded.split())
    for character in p.by_character.keys() & set(folded):  # a set at once: to look each up takes twice as long
        found |= p.by_character[character]
    for bit, those in p.by_words:
        for word in those:  # any() takes twice as long, and these lines are many
            if word in bare:
                found |= bit
                break
    return [piece for n, piece in enumerate(p.pieces) if found >> n & 1]


def found_pieces(folded: str, lexicon: Lexicon) -> Iterator[tuple[str, regex.Match[str]]]:
    """The pieces in reading order: always the leftmost one, of several the first in the table.

    One pattern of all kinds would find the same, but try every kind at every place."""
    likely = likely_pieces(folded, lexicon)
    ahead = {n: m for n, piece in enumerate(likely) if (m := piece.pattern.search(folded))}
    while ahead:
        n = min(ahead, key=lambda k: (ahead[k].start(), k))
        m, end = ahead[n], ahead[n].end()
        yield likely[n].kind, m
        for k in [k for k, other in ahead.items() if other.start() < end]:
            following = likely[k].pattern.search(folded, end)
            if following:
                ahead[k] = following
            else:
                del ahead[k]
