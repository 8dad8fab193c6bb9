"""Values without names amid the lines that say where a text is from: the paper, its code, the page, the language.

    2019 年 7 月 22 日          known by its coming again in other records
    椰城时报
    YCTBSC
    6
    中文（简体）
    (c) 2019 …                  known, too

Each is another one in the next record, so that nothing comes again; but they stand in one block with what does.
"""

from __future__ import annotations

from collections.abc import Iterator

from newssplit.language.dates import page_number
from newssplit.lexicon import fold
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import TWICE, Chrome
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.said import Said, read_said

PAGE_RE, CODE_RE = re.compile(r"[A-Z]{0,2}\d{1,3}"), re.compile(r"[A-Z\d]{2,12}")
OWNER_RE = re.compile(r"\([cC]\)|©|[版著][权權]所有|[Aa]ll [Rr]ights [Rr]eserved")
LONGEST = 80
"""A line of such a value has no more characters."""


def take_enclosed(chrome: Chrome) -> None:
    """Note such values, where several blocks have them."""
    found = [run for block in _blocks(chrome) for run in _runs(chrome, block)]
    if len(found) < TWICE:
        return
    for run in found:
        chrome.take("enclosed", run, "meta")
        for at in run:
            text = chrome.texts[at]
            chrome.said[chrome.full[at]] = _read(text, chrome)


def _blocks(chrome: Chrome) -> Iterator[range]:
    """The places of lines with no blank one between that hold a line of the carrier and no text."""
    begin = 0
    for at in range(1, len(chrome.full) + 1):
        if at < len(chrome.full) and chrome.full[at] - chrome.full[at - 1] == 1:
            continue
        if any(chrome.full[k] in chrome.found for k in range(begin, at)):
            yield range(begin, at)
        begin = at


def _runs(chrome: Chrome, block: range) -> Iterator[list[int]]:
    """Below a line of the carrier that says where a text is from the values up to the next such line, or to the end of
    a block that a text stands below."""
    run, open_ = list[int](), False
    for at in block:
        found = chrome.found.get(chrome.full[at])
        if found is not None:
            if run:
                yield run
            run, open_ = [], found.sort == "meta"
        elif open_ and _is_value(chrome, chrome.texts[at]):
            run.append(at)
        else:
            run, open_ = [], False
    if run and block.stop < len(chrome.texts) and is_text(chrome.texts[block.stop]):
        yield run


def _read(text: str, chrome: Chrome) -> Said:
    """What such a value says: a bare number is a page's here."""
    if PAGE_RE.fullmatch(text):
        return Said(Page(number=page_number(text)), False, False, True, False, "")
    return read_said(text, chrome.lexicon)


def _is_value(chrome: Chrome, text: str) -> bool:
    """Whether a line is a paper's name, a code, a number, a language, or says who owns the text."""
    if len(text) > LONGEST:
        return False
    if PAGE_RE.fullmatch(text) or CODE_RE.fullmatch(text) or OWNER_RE.search(text):
        return True
    if fold(text) in chrome.lexicon.wordset("furniture", "languages"):
        return True
    said = read_said(text, chrome.lexicon)
    return said.named and not said.left
