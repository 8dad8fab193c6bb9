"""The language of the command line: English, or Chinese where the environment asks for it.

The code speaks English everywhere; its texts are the keys of `data/messages.zh.toml`. A key with `{}` in
it stands for all messages of its form, so that whoever raises an error need not know of this. Only the
edges call this module, and what makes something to look at: previews, reports, notebooks, Excel sheets. What the
package gives to Python is English always.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache

TRADITIONAL = {"zh_tw": "s2twp", "zh_hant": "s2twp", "zh_hk": "s2hk", "zh_mo": "s2hk"}
"""OpenCC's configurations for the languages that want traditional characters."""
SLOT = "((?:(?!; |: ).)+?)"
"""What fills a slot: no further part of the message."""


def language(environment: Mapping[str, str]) -> str:
    """The first of LC_ALL, LC_MESSAGES and LANG that is set, in lower case: `zh_cn.utf-8`."""
    return (next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None) or "").lower()


def _(text: str) -> str:
    """The text in the user's language, as it is where there is no translation."""
    return catalogue().get(text, text)


def said(message: str) -> str:
    """A finished message in the user's language: a place, what is wrong, what to do, each on its own."""
    return _translated(message) or message


@cache
def catalogue() -> dict[str, str]:
    """English to the user's language; empty for English."""
    named = language(os.environ)
    if not named.startswith("zh"):
        return {}
    region = next(filter(named.startswith, TRADITIONAL), None)
    return traditional_catalogue(TRADITIONAL[region]) if region else chinese_catalogue()


@cache
def chinese_catalogue() -> dict[str, str]:
    """English to Chinese."""
    import tomllib
    from importlib.resources import files

    found: dict[str, str] = tomllib.loads(files("newssplit").joinpath("data", "messages.zh.toml").read_text("utf-8"))
    return found


def traditional_catalogue(config: str) -> dict[str, str]:
    """English to traditional Chinese, by a configuration of OpenCC."""
    from opencc import OpenCC

    found = chinese_catalogue()
    return dict(zip(found, OpenCC(config).convert("\n".join(found.values())).split("\n"), strict=True))


def _translated(message: str) -> str | None:
    """The message, or as much of it as is known, in the user's language; None where nothing is."""
    return _whole(message) or _with_remedy(message) or _with_place(message)


def _whole(message: str) -> str | None:
    if message in catalogue():
        return catalogue()[message]
    for form, translation in _forms():
        if found := form.fullmatch(message):
            return translation.format(*map(_slot, found.groups()))
    return None


# What the system says stands in a slot: it has more than one word, other than what may be a name.
def _slot(text: str) -> str:
    return (_whole(text) or text) if " " in text else text


def _with_remedy(message: str) -> str | None:
    """`what is wrong; what to do`."""
    for problem, remedy in _parted(message, "; "):
        if known := _translated(remedy):
            return f"{said(problem)}；{known}"
    return None


def _with_place(message: str) -> str | None:
    """`place: what is wrong`. A place is a path, left as it is, or a key that ends with a colon."""
    parts = list(_parted(message, ": "))
    known_as_a_whole = [part for part in parts if _whole(part[1])]
    for place, problem in (*reversed(known_as_a_whole), *parts):
        if known := _translated(problem):
            path, colon, kind = place.rpartition(": ")
            kind_known = _whole(f"{kind}:")
            return f"{path}{'：' * bool(colon)}{kind_known}{known}" if kind_known else f"{place}：{known}"
    return None


def _parted(message: str, mark: str) -> Iterator[tuple[str, str]]:
    """The message in two at each mark, from the last to the first."""
    at = message.rfind(mark)
    while at >= 0:
        yield message[:at], message[at + len(mark) :]
        at = message.rfind(mark, 0, at)


@cache
def _forms() -> list[tuple[re.Pattern[str], str]]:
    """The messages with slots, those with the most words first."""
    slotted = sorted((key for key in catalogue() if "{}" in key), key=lambda key: (-len(key), key))
    return [(re.compile(SLOT.join(map(re.escape, key.split("{}"))), re.DOTALL), catalogue()[key]) for key in slotted]
