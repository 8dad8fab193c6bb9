"""A text whose marks are to be set anew: what stands around them, and which of them are pairs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

Span = tuple[int, int]
Quotes = list[tuple[int, str]]
"""Places and what stands there."""

_HAN = r"\u3005\u3007\u3040-\u30fa\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = rf"{_HAN}0-9A-Za-z\u00b5\u00c0-\u024f\u0370-\u04ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
HAN_RE = re.compile(f"[{_HAN}]")
_GAP_RE = re.compile(f"[^{_WORD}]+")
_ADDRESS_RE = re.compile(r"(?:https?|ftp)://[!-~]+", re.IGNORECASE)
_LATIN_RE = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")


@dataclass(slots=True)
class Setting:
    """A text, and what goes into the place of its characters: contexts are those of the text as it came."""

    text: str
    changes: dict[int, str] = field(default_factory=dict)
    gaps: list[Span] = field(init=False)
    """The stretches between words: marks and spaces."""
    end: int = field(init=False)
    """Where the text ends, spaces not counted."""
    _addresses: list[Span] = field(init=False)
    _han: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.gaps = [found.span() for found in _GAP_RE.finditer(self.text)]
        self.end = len(self.text.rstrip())
        self._addresses = [_address(found) for found in _ADDRESS_RE.finditer(self.text)]
        self._han = [found.start() for found in HAN_RE.finditer(self.text)]

    def result(self) -> str:
        """The text with the changes made."""
        return "".join(self.changes.get(at, c) for at, c in enumerate(self.text))

    def at(self, place: int) -> str:
        """The character at a place, empty outside the text."""
        return self.text[place] if 0 <= place < len(self.text) else ""

    def is_han(self, place: int) -> bool:
        return bool(HAN_RE.match(self.at(place)))

    def in_address(self, place: int) -> bool:
        n = bisect_right(self._addresses, place, key=lambda span: span[0]) - 1
        return n >= 0 and place < self._addresses[n][1]

    def in_word(self, place: int) -> bool:
        """Whether a mark stands within a Latin word or number: don't."""
        return self.follows_latin(place) and bool(_LATIN_RE.match(self.at(place + 1)))

    def follows_latin(self, place: int) -> bool:
        """Whether a mark follows a Latin word or number without a space: f(x)."""
        return bool(_LATIN_RE.match(self.at(place - 1)))

    def has_han(self, first: int, last: int) -> bool:
        """Whether there is Chinese between two places."""
        n = bisect_right(self._han, first)
        return n < len(self._han) and self._han[n] < last

    def is_chinese(self, first: int, last: int) -> bool:
        """Whether there is Chinese between two marks (or in the place of one), or around them."""
        return self.has_han(first, last) or self.is_han(self._gap(first)[0] - 1) or self.is_han(self._gap(last)[1])

    def _gap(self, place: int) -> Span:
        return self.gaps[bisect_right(self.gaps, place, key=lambda span: span[0]) - 1]


# The marks behind an address are the sentence's, and so are brackets that were opened before it.
def _address(found: re.Match[str]) -> Span:
    text, end = found[0], len(found[0])
    surplus = text.count(")") - text.count("(")
    while text[end - 1] in ",;:.!?'\"" or (text[end - 1] == ")" and surplus > 0):
        surplus -= text[end - 1] == ")"
        end -= 1
    return found.start(), found.start() + end


def pair_brackets(setting: Setting) -> None:
    """Full width for the brackets around or in Chinese, and for those that have a full-width other half.

    Those that belong to a Latin word stay: iPhone(64G)."""
    opened = list[int]()
    for place, c in _free(setting, "()（）"):
        if c in "(（":
            opened.append(place)
        else:
            _set_brackets(setting, opened.pop() if opened else place, place)
    for place in opened:
        _set_brackets(setting, place, place)


def _set_brackets(setting: Setting, first: int, last: int) -> None:
    wide = setting.text[first] in "（）" or setting.text[last] in "（）"
    if wide or setting.has_han(first, last) or (not setting.follows_latin(first) and setting.is_chinese(first, last)):
        for place in (first, last):
            setting.changes[place] = "（" if setting.text[place] in "(（" else "）"


def pair_quotes(setting: Setting, straight: str, opening: str, closing: str) -> None:
    """Opening and closing quotes for the straight ones around or in Chinese."""
    found = [q for q in _free(setting, straight + opening + closing) if not setting.in_word(q[0])]
    pairs = _pairs(found, opening, closing)
    if pairs is None:
        without_inches = [(place, c) for place, c in found if c != straight or not setting.at(place - 1).isdigit()]
        pairs = _pairs(without_inches, opening, closing)
    if pairs is None:
        _set_single(setting, found, straight, opening, closing)
    for first, last in pairs or ():
        if setting.is_chinese(first, last):
            setting.changes |= {first: opening, last: closing}


# A quotation that goes over several paragraphs: opened in each, closed in the last.
def _set_single(setting: Setting, found: Quotes, straight: str, opening: str, closing: str) -> None:
    place, c = found[0]
    if len(found) == 1 and c == straight and setting.is_chinese(place, place):
        if not setting.text[:place].strip():
            setting.changes[place] = opening
        elif setting.gaps[-1][0] <= place and setting.gaps[-1][1] == len(setting.text):
            setting.changes[place] = closing


def _pairs(found: Quotes, opening: str, closing: str) -> list[Span] | None:
    """The pairs that quotes come to, each one's halves of any width; None where one is left over."""
    opened, pairs = None, list[Span]()
    for place, c in found:
        if opened is None and c != closing:
            opened = place
        elif opened is not None and c != opening:
            pairs.append((opened, place))
            opened = None
        else:
            return None
    return pairs if opened is None else None


def _free(setting: Setting, marks: str) -> Iterator[tuple[int, str]]:
    """The marks of some sorts that are in no address."""
    for start, end in setting.gaps:
        for place in range(start, end):
            if setting.text[place] in marks and not setting.in_address(place):
                yield place, setting.text[place]
