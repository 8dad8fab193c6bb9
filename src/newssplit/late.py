"""Patterns that are compiled when they are first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from newssplit.patterns import regex

Matcher = Callable[..., "regex.Match[str] | None"]


class Late:
    """A pattern of `regex`, compiled by its first use.

    To compile all takes as long as to read three pages, and many a page has no line that needs one or the other.
    A method is looked up once, and from then on is the pattern's own."""

    def __init__(self, source: str):
        self.source = source

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        return regex.compile(self.source)

    @cached_property
    def match(self) -> Matcher:
        return self._pattern.match

    @cached_property
    def fullmatch(self) -> Matcher:
        return self._pattern.fullmatch

    @cached_property
    def search(self) -> Matcher:
        return self._pattern.search

    @cached_property
    def finditer(self) -> Callable[..., Iterator[regex.Match[str]]]:
        return self._pattern.finditer
