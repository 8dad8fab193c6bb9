"""Simplified or traditional characters for the words of a record, by OpenCC.

OpenCC's configurations: `t2s` for simplified, `s2t` for traditional, `s2hk` and `s2tw` for the forms of Hong
Kong and Taiwan. They change characters one for one, so lengths stay (`s2twp`, which puts Taiwan's words in the
place of the mainland's and changes lengths, is not used: the paper's words stay the paper's).

What is in the wanted script already is not converted, because the tables do harm there: `s2t` makes 餘天 of
a Taiwanese 余天, `t2s` makes 刘干 of a mainland 刘乾. The script of a record is that of most of its characters
that only one of the two has; in a record of the wanted script only those texts are converted that hold a
character of the other one. Traditional texts get the forms of `hk` and `tw` by `t2hk` and `t2tw`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from newssplit.output.finishing import Script
from newssplit.output.record import Record
from newssplit.output.text_fields import with_changed_text, words_of

# Surnames that are not written with the form that OpenCC puts for the word: 于洋, not 於洋.
UNCHANGED_SURNAMES = frozenset("于余范涂郁岳朴游栗咸占后干")
# The time that OpenCC takes for a stretch without punctuation grows with the square of its length. No phrase of its
# tables goes across such a mark.
_PIECE_RE = re.compile(r"(?s).{1,10000}(?<=[\s，。、；：？！…])|.{1,10000}")
# Characters beyond the basic plane.
BEYOND = "\U00020000-\U0003ffff"


class _Target(NamedTuple):
    config: str
    """OpenCC's configuration for texts in the other script."""
    variants: str | None
    """The one for texts that are in this script."""
    charset: str
    """A character set that holds what texts in this script are written with."""
    language: str
    """What the records are in from now on."""


TARGETS: dict[Script, _Target] = {
    "simplified": _Target("t2s", None, "gb2312", "zh-Hans"),
    "traditional": _Target("s2t", None, "cp950", "zh-Hant"),
    "hk": _Target("s2hk", "t2hk", "cp950", "zh-Hant-HK"),
    "tw": _Target("s2tw", "t2tw", "cp950", "zh-Hant-TW"),
}


def converted(record: Record, script: Script) -> Record:
    """The record with its words in the script; spans, ids and all counts stay those of the input."""
    target = TARGETS[script]
    record = {**record, "language": target.language}
    main = _converter(target.config)
    if _is_foreign(record, script):
        return with_changed_text(record, main.convert, main.convert, lambda name: _named(name, main, script))
    other = _converter(target.variants).convert if target.variants else _same
    foreign = _foreign(target)

    def change(text: str) -> str:
        return main.convert(text) if foreign.search(text) else other(text)

    return with_changed_text(record, change, change, other)


@cache
def common_forms() -> dict[int, str]:
    """One form for all that a character has here and there, for `str.translate`: to compare texts by, not to read.

    It is the simplified one, but 著 for 着 too, because without OpenCC's phrases nobody can tell 看著 from 著名.
    """
    han = [chr(code) for code in range(0x3400, 0xA000)]
    text = "\n".join(han)
    for config in ("t2tw", "hk2s"):  # 着 becomes 著; 衞, 衛 and 卫 become 卫
        text = _converter(config).convert(text)
    return {ord(one): other for one, other in zip(han, text.split("\n"), strict=True) if one != other}


def _same(text: str) -> str:
    return text


def _named(name: str, converter: _Converter, script: Script) -> str:
    if script != "simplified" and name[:1] in UNCHANGED_SURNAMES:
        return name[0] + converter.convert(name[1:])
    return converter.convert(name)


# Without any sign a text is simplified: the table for traditional ones would change 乾 and 著.
def _is_foreign(record: Record, script: Script) -> bool:
    words = words_of(record)
    simplified = len(_only("gb2312", "cp950").findall(words))
    traditional = len(_only("cp950", "gb2312").findall(words))
    return traditional > simplified if script == "simplified" else simplified >= traditional


@dataclass(frozen=True, slots=True)
class _Converter:
    opencc: Any
    needles: re.Pattern[str] | None
    """A text without any of these stays as it is; None: not known."""

    def convert(self, text: str) -> str:
        if self.needles and not self.needles.search(text):
            return text
        return "".join(self.opencc.convert(piece) for piece in _PIECE_RE.findall(text))


@cache
def _converter(config: str) -> _Converter:
    from opencc import OpenCC

    opencc = OpenCC(config)
    needles = _needles(opencc)
    return _Converter(opencc, _any_of(needles) if needles else None)


# The official package, which goes by the same name, is fast by itself and keeps its tables in C++.
def _needles(opencc: Any) -> frozenset[str]:
    """Characters of which every text holds one that the converter changes."""
    tables = getattr(opencc, "dict_cache", {}).values()
    changes = {key for _, _, table in tables for key, value in table.items() if value.split(" ")[0] != key}
    single = {key for key in changes if len(key) == 1}
    return frozenset(single.union(*(key for key in changes if single.isdisjoint(key))))


@cache
def _foreign(target: _Target) -> re.Pattern[str]:
    """Characters that the target's configuration changes and that texts in its script do not use."""
    needles = _needles(_converter(target.config).opencc) or _charset("gbk")
    return _any_of(needles - _charset(target.charset))


@cache
def _only(charset: str, other: str) -> re.Pattern[str]:
    return _any_of(_charset(charset) - _charset(other))


# Rare characters beyond the basic plane are one range: each by itself would make the search 100 times as slow.
def _any_of(characters: frozenset[str]) -> re.Pattern[str]:
    basic = "".join(sorted(c for c in characters if c < BEYOND[0]))
    return re.compile(f"[{re.escape(basic)}{BEYOND if len(basic) < len(characters) else ''}]")


@cache
def _charset(name: str) -> frozenset[str]:
    """The Han characters of a double-byte character set."""
    pairs = b"\n".join(map(bytes, product(range(0x81, 0xFF), range(0x40, 0xFF))))
    return frozenset(c for c in pairs.decode(name, "ignore") if "\u4e00" <= c <= "\u9fff")
