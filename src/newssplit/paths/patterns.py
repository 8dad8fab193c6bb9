"""`--path-pattern`: paths as a user describes them, `{newspaper}/{date:%Y%m%d}_{page}.txt`.

A pattern describes the end of a path: as many of its parts as the pattern has. `{*}` stands for anything in one part;
`{{` and `}}` for the braces themselves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import regex

from newssplit.files.names import PACKED
from newssplit.language.dates import page_number
from newssplit.light import NamedTuple
from newssplit.paths.facts import NUMBER, Facts, date_of
from newssplit.paths.shapes import EXTENSION_RE, PART_RE, without

ALLOWED = ("{newspaper}", "{date}", "{date:%Y%m%d}", "{page}", "{*}")
HOLE_RE = re.compile(r"\{\{|\}\}|\{([^{}]{0,40})\}|[{}]")
CODE_RE = re.compile(r"%(.?)")
CODES = {"Y": r"(?P<year>\d{4})", "y": r"(?P<short>\d\d)", "m": r"(?P<month>\d\d?)", "d": r"(?P<day>\d\d?)", "%": "%"}
"""Those of strftime that a date may be written with."""
HOLES = {
    "newspaper": r"(?P<newspaper>[^/]{1,80}?)",
    "date": r"(?P<date>[\d〇○零一二三四五六七八九十廿卅年月日中华華民国國._-]{6,24}?)",
    "page": rf"第?(?P<page>{NUMBER})版?",
    "*": r"[^/]{0,250}?",
}
LONGEST = 200
MOST_OPEN = 3
"""Places of {newspaper} and {*} between two /: each may be of any length, and together they are tried at all."""


class PathPattern(NamedTuple):
    """A pattern, compiled."""

    parts: int
    """Of the path's end that it describes."""
    matcher: regex.Pattern[str]

    def facts(self, path: str) -> Facts | None:
        """What a path says by this pattern; None where it does not fit."""
        end = "/".join(PART_RE.split(unicodedata.normalize("NFC", path))[-self.parts :])
        unpacked = without(end, PACKED)
        for name in dict.fromkeys((end, unpacked, EXTENSION_RE.sub("", unpacked))):
            found = self.matcher.fullmatch(name)
            if found and (facts := _facts(found.capturesdict())):
                return facts
        return None


class Mistake(ValueError):
    """A pattern that is none: what is wrong, and what to do."""

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy = problem, remedy


@cache
def pattern_of(text: str) -> PathPattern:
    """A pattern as a user writes it; Mistake where it is none."""
    text = unicodedata.normalize("NFC", text)
    if len(text) > LONGEST:
        raise Mistake(f"a pattern of {len(text)} characters", f"patterns have at most {LONGEST}")
    written, at = "", 0
    for hole in HOLE_RE.finditer(text):
        written += regex.escape(text[at : hole.start()]) + _hole(hole)
        at = hole.end()
    written += regex.escape(text[at:])
    matcher = regex.compile(written)
    _check(text, set(matcher.groupindex))
    return PathPattern(text.count("/") + 1, matcher)


def pattern_problems(key: str, value: Any) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The mistakes in a list of patterns under a key of a profile: where, what is wrong, what to do."""
    if not isinstance(value, list) or not all(isinstance(pattern, str) for pattern in value):
        yield (key,), f"{key} is not a list of strings", f'write {key} = ["…", "…"]'
        return
    for pattern in value:
        try:
            pattern_of(pattern)
        except Mistake as mistake:
            yield (key, pattern), mistake.problem, mistake.remedy


def _hole(found: re.Match[str]) -> str:
    if found[1] is None:
        if found[0] in ("{", "}"):
            raise Mistake(f"a {found[0]} without its other half", "write it twice for the character itself")
        return regex.escape(found[0][0])
    name, colon, form = found[1].partition(":")
    if name == "date" and colon:
        return CODE_RE.sub(_code, regex.escape(form, literal_spaces=True).replace("\\%", "%"))
    if name not in HOLES or colon:
        raise Mistake(f"nothing is known to stand for {found[0]}", f"allowed: {', '.join(ALLOWED)}")
    return HOLES[name]


def _code(found: re.Match[str]) -> str:
    if found[1] not in CODES:
        raise Mistake(f"no part of a date is {found[0]}", f"allowed: {', '.join(f'%{code}' for code in CODES)}")
    return CODES[found[1]]


def _check(text: str, named: set[str]) -> None:
    if not named:
        raise Mistake("the pattern asks for nothing", f"allowed: {', '.join(ALLOWED)}")
    in_parts = named & {"year", "short", "month", "day"}
    if in_parts and not (in_parts & {"year", "short"} and {"month", "day"} <= in_parts):
        raise Mistake("the date is not whole", "it needs %Y, %m and %d, in one place or in several")
    if any(part.count("{newspaper}") + part.count("{*}") > MOST_OPEN for part in text.split("/")):
        raise Mistake(
            "too much of a name is left open", f"at most {MOST_OPEN} times {{newspaper}} or {{*}} between two /"
        )


def _facts(found: dict[str, list[str]]) -> Facts | None:
    """What was found; None where one thing was found in two forms, or there is no such day."""
    found = {name: list(dict.fromkeys(values)) for name, values in found.items() if values}
    if any(len(values) > 1 for values in found.values()):
        return None
    said = {name: value for name, (value,) in found.items()}
    day = date_of(said["date"]) if "date" in said else _day(said)
    if day is None and said.keys() & {"date", "day"}:
        return None
    return Facts(said.get("newspaper"), day, page_number(said["page"]) if "page" in said else None)


def _day(said: dict[str, str]) -> str | None:
    if "day" not in said:
        return None
    short = int(said.get("short", 0))
    year = int(said["year"]) if "year" in said else short + (1900 if short > 68 else 2000)  # as Python reads %y
    try:
        return date(year, int(said["month"]), int(said["day"])).isoformat()
    except ValueError:
        return None
