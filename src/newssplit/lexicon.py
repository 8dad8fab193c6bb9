"""The words of the press as one frozen object, and how they are looked for in a text.

Texts are never converted. A short stretch that is to be compared with the vocabulary is *folded*:
each traditional form becomes the simplified one, character by character, so offsets stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from newssplit.fields import Role
from newssplit.light import NamedTuple
from newssplit.packaged import packaged
from newssplit.patterns import re, regex

if TYPE_CHECKING:
    from newssplit.weights import Weights

Words = tuple[str, ...]
Table = Mapping[str, Mapping[str, Any]]

BARE_RE = re.compile(r"[^\W_]+")
"""Runs of what is neither space nor punctuation."""
NOT_HAN = (
    "\0-\u2e7f\u2e9a\u2ef4-\u2eff\u2fd6-\u3004\u3006\u3008-\u3020\u302a-\u3037\u303c-\u33ff\u4dc0-\u4dff"
    "\ua000-\uf8ff\ufa6e-\ufa6f\ufada-\U0001ffff\U00040000-\U0010ffff"
)
"""All that is no Chinese character, as the ranges between those of Unicode's script Han; regex knows the script by
itself, but takes three times as long to find its characters."""
GAP = r"\s{0,2}"
"""What letter-spacing puts between the characters of a word: `责 任 编 辑`, `更　正`."""
LEAD = r"(?:(?<!\s)\s++)?"
"""All the spaces before something that is searched for: they are looked at once, from where they begin."""


@cache
def variants() -> dict[int, str]:
    """Traditional to simplified, for the characters of the vocabulary alone (str.translate's form)."""
    groups = packaged("variants.toml")["groups"].split()
    return {ord(form): group[0] for group in groups for form in group[1:]}


SMALL = str.maketrans("﹐﹑﹔﹕﹖﹗﹙﹚╱＼", "，、；：？！（）／／")
"""Small forms of punctuation, which papers of Hong Kong print."""


@cache
def _foldable() -> re.Pattern[str]:
    # re looks a character up in a large set forty times as fast as regex
    return re.compile("[" + "".join(map(chr, variants())) + "".join(map(chr, SMALL)) + "]")


@cache
def _folded() -> list[int]:
    # a list of all characters, as translate takes three times as long where it misses most of them in a dict
    table = list(range(0x10000))
    for form, simplified in variants().items():
        table[form] = ord(simplified)
    for form, usual in SMALL.items():
        table[form] = usual
    return table


def fold(text: str) -> str:
    """The text with the vocabulary's characters in their simplified form; the length stays."""
    # translate takes far longer than a search that finds nothing, as in all simplified text
    return text.translate(_folded()) if _foldable().search(text) else text


def squeeze(text: str) -> str:
    """The folded text without spaces: what a word of the vocabulary is compared with."""
    return fold("".join(text.split()))


def keyed(folded: str) -> str:
    """A folded text without spaces and punctuation: what repeats are known by."""
    return folded if folded.isalnum() else "".join(BARE_RE.findall(folded))


def spelled(word: str) -> str:
    """A pattern for the word, letter-spaced or not."""
    return GAP.join(word if word.isalnum() else map(regex.escape, word))


def any_of(words: Iterable[str], *, spaced: bool = True) -> str:
    """A pattern for any of the words, the longest first; of no words one that never matches."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + ("|".join(spelled(w) if spaced else regex.escape(w) for w in ordered) or "(?!)") + ")"


@cache
def _forms() -> dict[str, str]:
    """The traditional forms of each simplified character that has any."""
    found = dict[str, str]()
    for form, simplified in variants().items():
        found[simplified] = found.get(simplified, "") + chr(form)
    return found


def forms_of(characters: Iterable[str]) -> str:
    """Simplified characters with their traditional forms, for a set in a pattern for text that is not folded."""
    return "".join(regex.escape(c) + _forms().get(c, "") for c in sorted(set(characters)))


def in_both(words: Iterable[str]) -> str:
    """A pattern for any of the words in either script, for text that is not folded."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + ("|".join("".join(_in_both(c) for c in word) for word in ordered) or "(?!)") + ")"


def _in_both(character: str) -> str:
    return f"[{character}{_forms()[character]}]" if character in _forms() else regex.escape(character)


class Carrier(NamedTuple):
    """How one tool writes its records."""

    name: str
    title: str = ""
    """For a user to read: who writes so."""
    sample: str = ""
    begins: Words = ()
    """Lines that begin a record; in all of these `{n}`, `{date}`, `{page}` and `{*}` stand for what changes."""
    ends: Words = ()
    """Lines that stand behind one."""
    first: Words = ()
    """What it says before the first record, and behind the last one."""
    last: Words = ()
    pages: Words = ()
    """Lines that only say that a page of the file ends: the text goes on behind them."""
    lists: Words = ()
    """Lines over what else there is to read: titles of other texts, up to the carrier's next line."""
    fields: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By kind, such as `headline`, the names that its fields have."""


class Lexicon:
    """The vocabulary that the rules read; two lexicons are the same only if they are one object."""

    def __init__(self, table: Table, carriers: tuple[Carrier, ...] | None = None, weights: Weights | None = None):
        self.table = table
        """Lists of words by table and key; nobody changes it."""
        self.carriers = carriers
        """The carriers that are known by name; None for those of the package."""
        self.weights = weights
        """What signs and steps of the grammar weigh; None for the weights of the package."""

    @cached_property
    def _lists(self) -> dict[tuple[str, str], Words]:
        return {
            (table, key): tuple(map(fold, words))
            for table, keys in self.table.items()
            for key, words in keys.items()
            if not isinstance(words, str)
        }

    @cached_property
    def _sets(self) -> dict[tuple[str, str], frozenset[str]]:
        return {place: frozenset(words) for place, words in self._lists.items()}

    def words(self, table: str, key: str) -> Words:
        """The list under `table.key`, folded: texts are compared folded, too."""
        return self._lists[table, key]

    @cached_property
    def _last(self) -> dict[tuple[str, str], frozenset[str]]:
        return {place: frozenset(word[-1] for word in words) for place, words in self._lists.items()}

    def ends(self, text: str, table: str, key: str) -> bool:
        """Whether a folded text ends with a word of the list under `table.key`."""
        # to try all words takes twenty times as long as to see that the last character is none of theirs
        return text[-1:] in self._last[table, key] and text.endswith(self._lists[table, key])

    def one_of(self, *places: str) -> str:
        """A pattern for any word of the lists, each named as `marks.house`, with no spaces in it."""
        return any_of(self.listed(*places), spaced=False)

    def in_both(self, *places: str) -> str:
        """The same in either script, for text that is not folded."""
        return in_both(self.listed(*places))

    def listed(self, *places: str) -> list[str]:
        """All words of the lists, each named as `marks.house`."""
        return [word for place in places for word in self.words(*place.split("."))]

    def of(self, table: str) -> Lists:
        """The lists of one table, to be named by their keys alone."""
        return Lists(self, table)

    def wordset(self, table: str, key: str) -> frozenset[str]:
        """The same list to look words up in."""
        return self._sets[table, key]

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Each role word and what it makes of a person."""
        table: Mapping[Any, Words] = self.table["roles"]
        return {fold(word): role for role, words in table.items() if role != "sorts" for word in words}

    @cached_property
    def surnames(self) -> frozenset[str]:
        return frozenset(fold(self.table["people"]["surnames"]))

    @cached_property
    def compound_surnames(self) -> frozenset[str]:
        return self.wordset("people", "compound_surnames")


class Lists(NamedTuple):
    """The lists of one table: see the methods of Lexicon that are called the same."""

    lexicon: Lexicon
    table: str

    def one_of(self, *keys: str) -> str:
        return self.lexicon.one_of(*self._places(keys))

    def in_both(self, *keys: str) -> str:
        return self.lexicon.in_both(*self._places(keys))

    def listed(self, *keys: str) -> list[str]:
        return self.lexicon.listed(*self._places(keys))

    def _places(self, keys: Iterable[str]) -> Iterator[str]:
        return (f"{self.table}.{key}" for key in keys)


@cache
def default_lexicon() -> Lexicon:
    """The vocabulary of the package, without any profile."""
    return Lexicon(packaged("vocabulary.toml"))
