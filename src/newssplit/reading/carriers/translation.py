"""A translation that a tool has set below the lines of a paper."""

from __future__ import annotations

from newssplit.patterns import re
from newssplit.reading.carriers.chrome import TWICE, Chrome
from newssplit.reading.carriers.menus import HALF, still_own

LATIN_RE = re.compile(r"[A-Za-z]{2}")
PARALLEL = 0.3
"""So many of the paper's lines have one in another language below them, where a dump holds a translation."""


def take_translation(chrome: Chrome) -> None:
    """Lines in another language below the Chinese ones: what a translator's tool sets beside them."""
    own = still_own(chrome, range(len(chrome.full)))
    foreign = [at for at in own if chrome.texts[at].isascii() and len(LATIN_RE.findall(chrome.texts[at])) >= TWICE]
    chinese = set(own) - set(foreign)
    if len(foreign) >= PARALLEL * len(own) and sum(at - 1 in chinese for at in foreign) >= HALF * len(foreign):
        chrome.take("translation", foreign, "words")
