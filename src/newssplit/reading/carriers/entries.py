"""What else there is to read on a site: entries with one sign before them, between two lines of the carrier."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.reading.carriers.chrome import OFTEN, Chrome
from newssplit.reading.carriers.printed import LABEL, is_text


def take_entries(chrome: Chrome) -> None:
    """Note such entries, and their heading."""
    run = list[int]()
    for at, n in enumerate(chrome.full):
        entry = _is_entry(chrome, at)
        if entry and run and chrome.texts[at][0] != chrome.texts[run[0]][0]:
            run = []
        if entry:
            run.append(at)
            continue
        if run and run[0] and n in chrome.found and (above := _heading(chrome, run)) is not None:
            places = [k for k in (*above, *run) if chrome.full[k] not in chrome.found]
            chrome.take("list " + chrome.texts[run[0]][0], places, "words")
        run = []


def _is_entry(chrome: Chrome, at: int) -> bool:
    text, mark = chrome.texts[at], chrome.lines[chrome.full[at]].mark
    return not text[0].isalnum() and not is_text(text) and not (mark and mark.field)


def _heading(chrome: Chrome, run: Sequence[int]) -> tuple[int, ...] | None:
    """The heading of such entries, or nothing where a line of the carrier stands above two of them; None for other
    entries than these. A heading comes again above others."""
    above = run[0] - 1
    if chrome.full[above] in chrome.found:
        return () if len(run) > 1 else None
    heading = " ".join(chrome.texts[above].split())  # which is its own shape, if it is as short as a label
    return (above,) if len(heading) <= LABEL and len(chrome.shapes.get(heading, ())) >= OFTEN else None
