"""The language of the command line: English, or Chinese where the environment asks for it.

The code speaks English everywhere; its texts are the keys of `data/messages.zh.toml`, and of `messages.zh-Hant.toml`,
which `tests/taiwan.py` makes of it: in traditional characters, with Taiwan's words. A key with `{}` in it stands for
all messages of its form, so that whoever raises an error need not know of this. Only the edges call this module, and
what makes something to look at: previews, reports, notebooks, Excel sheets, tables of figures. What the package gives
to Python is English always.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from newssplit.patterns import re

TRADITIONAL = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")
"""How the languages begin that are written in traditional characters."""
PARTINGS = ("; ", ": ")
"""What stands between the parts of a message, and in no slot."""
PLACE_RE = re.compile(r":(?P<place>(?:line|byte|article) \d+(?: \(byte \d+\))?)(?=: | \()")
"""A place in a file, behind the file's name."""
PARTED = 8
"""A message is parted at so many of them, from its end; those before it stand in a name."""


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
def spoken() -> Literal["en", "zh-Hans", "zh-Hant"]:
    """The user's language, as HTML names it (BCP 47)."""
    named = language(os.environ)
    if not named.startswith("zh"):
        return "en"
    return "zh-Hant" if named.startswith(TRADITIONAL) else "zh-Hans"


@cache
def catalogue() -> dict[str, str]:
    """English to the user's language; empty for English."""
    return _in_users_script("messages")


@cache
def reasons() -> dict[str, str]:
    """The reasons of the rules in the user's language, by the rules' names; empty for English, which the rules have."""
    return _in_users_script("reasons")


def _in_users_script(texts: str) -> dict[str, str]:
    by_language = {"zh-Hans": f"{texts}.zh.toml", "zh-Hant": f"{texts}.zh-Hant.toml"}
    return _packaged(by_language[spoken()]) if spoken() in by_language else {}


@cache
def chinese_catalogue() -> dict[str, str]:
    """English to Chinese."""
    return _packaged("messages.zh.toml")


@cache
def chinese_reasons() -> dict[str, str]:
    """The reasons of the rules in Chinese: a file of their own, as few commands speak them."""
    return _packaged("reasons.zh.toml")


def _packaged(name: str) -> dict[str, str]:
    import tomllib
    from importlib.resources import files

    found: dict[str, str] = tomllib.loads(files("newssplit").joinpath("data", name).read_text("utf-8"))
    return found


def _translated(message: str) -> str | None:
    """The message, or as much of it as is known, in the user's language; None where nothing is."""
    return _whole(message) or _within_file(message) or _with_remedy(message) or _with_place(message)


def _whole(message: str) -> str | None:
    if message in catalogue():
        return catalogue()[message]
    for texts, translation in _forms():
        if found := _slots(message, texts):
            return translation.format(*map(_slot, found))
    return None


def _slots(message: str, texts: Sequence[str]) -> list[str]:
    """What stands between these texts, if the message is made of them; empty if it is not."""
    first, *others = texts
    at, found = len(first), list[str]()
    if not message.startswith(first) or not message.endswith(texts[-1]):
        return []
    for n, text in enumerate(others, 1):
        end = message.find(text, at + 1) if n < len(others) else len(message) - len(text)
        if end <= at or any(message.find(parting, at, end + 1) >= 0 for parting in PARTINGS):
            return []
        found.append(message[at:end])
        at = end + len(text)
    return found


# What the system says stands in a slot: it has more than one word, other than what may be a name. So does a list.
def _slot(text: str) -> str:
    if ", " in text:
        return ", ".join(map(_slot, text.split(", ")))
    return (_whole(text) or text) if " " in text else text


def _within_file(message: str) -> str | None:
    """`file:place: what is wrong`, or `file:place (what stands there): what is wrong`; what stands there stays."""
    if (found := PLACE_RE.search(message)) is None:
        return None
    at = found.end() if message.startswith(": ", found.end()) else message.find("): ", found.end()) + 1
    known = _translated(message[at + 2 :]) if at else None
    return (
        f"{message[: found.start()]}：{_whole(found['place'])}{message[found.end() : at]}：{known}" if known else None
    )


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
    at = len(message)
    for _ in range(PARTED):
        at = message.rfind(mark, 0, at)
        if at < 0:
            break
        yield message[:at], message[at + len(mark) :]


@cache
def _forms() -> list[tuple[list[str], str]]:
    """What stands around the slots of the messages that have any, those with the most words first."""
    slotted = sorted((key for key in catalogue() if "{}" in key), key=lambda key: (-len(key), key))
    return [(key.split("{}"), catalogue()[key]) for key in slotted]
