"""Punctuation of one width for the words of a record.

`fullwidth` puts ，。；：？！（）“”‘’……—— for the ASCII marks that stand in Chinese text: next to a Chinese
character, spaces and other marks not counted, or at the end. Numbers, times, Latin words, addresses stay:
`3.5亿元`, `8:30`, `PM2.5`, `http://…`, `Apple (US) Inc.`. Brackets and quotes change in pairs; where quotes do
not pair, they stay, but for a single one that opens or ends the text. A space behind a mark goes where a
Chinese character follows: the full-width mark brings its own.

`halfwidth` is the way back. A space goes where the mark alone would make one number or word of two
(`涨到3。5月` is `涨到3. 5月`, but 8：30 is `8:30`). Marks without an ASCII form, 、《》【】「」, stay.

Known misses: `约翰.史密斯` gets a 。 in a text that has none, because `他来了.我走了` must; of a sentence that ends
with a Latin word, `他用Word.`, the stop stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newssplit.output.finishing import Width
from newssplit.output.record import Record
from newssplit.output.setting import HAN_RE, Setting, Span, pair_brackets, pair_quotes
from newssplit.output.text_fields import with_changed_text

_ASCII_RE = re.compile(r"[,;:?!.()\"'｡､｢｣]|--")
_MARKS = dict(zip(",;:?!｡､｢｣", "，；：？！。、「」", strict=True))
_MARK_RE = re.compile(r"\.{3,}|-{2,}|[,;:?!.｡､｢｣]")
_CLOSERS = "\"'”’』」)）》〉】〕%％‰℃°"

_HALF = str.maketrans(
    {"，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")", "．": "."}
    | {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "—": "-", "｡": "."}
)
# Marks that would make one number or word of what they part.
_GLUE_RE = re.compile(r"(?<=[0-9A-Za-z])[，。；！？｡](?=[0-9A-Za-z])")


def punctuated(record: Record, width: Width) -> Record:
    """The record with its prose in the width; names, labels, spans and all counts stay."""
    return record if width == "asis" else with_changed_text(record, _CHANGES[width])


def halfwidth(text: str) -> str:
    """The text with ASCII marks wherever there is one.

    >>> halfwidth("他说：“到3。5月再看……”")
    '他说:"到3. 5月再看......"'
    """
    return _GLUE_RE.sub(r"\g<0> ", text).translate(_HALF)


def fullwidth(text: str) -> str:
    """The text with full-width marks where it is Chinese; doing it twice changes nothing more.

    >>> fullwidth('他说:"8:30到,涨了3.5%."')
    '他说：“8:30到，涨了3.5%。”'
    """
    if not (_ASCII_RE.search(text) and HAN_RE.search(text)):
        return text
    setting = Setting(text)
    pair_brackets(setting)
    pair_quotes(setting, '"', "“", "”")
    pair_quotes(setting, "'", "‘", "’")
    stops = "。" not in text
    for gap in setting.gaps:
        _set_gap(setting, gap, stops)
    return setting.result()


def _set_gap(setting: Setting, gap: Span, stops: bool) -> None:
    for found in _MARK_RE.finditer(setting.text, *gap):
        place, mark = found.start(), found[0]
        if setting.in_address(place):
            continue
        if new := _wide(setting, gap, place, mark, stops):
            setting.changes |= {place: new, **dict.fromkeys(range(place + 1, found.end()), "")}
            if len(mark) == 1 and setting.at(place + 1) == " " and setting.is_han(place + 2):
                setting.changes[place + 1] = ""


def _wide(setting: Setting, gap: Span, place: int, mark: str, stops: bool) -> str | None:
    """What goes into the place of a mark; None: it stays."""
    before, behind = setting.is_han(gap[0] - 1), setting.is_han(gap[1])
    if len(mark) > 1:
        return ("……" if mark[0] == "." else "——") if before or behind else None
    if mark == ".":
        return "。" if _is_stop(setting, gap, place, stops) else None
    return _MARKS[mark] if before or behind or place + 1 == setting.end else None


def _is_stop(setting: Setting, gap: Span, place: int, stops: bool) -> bool:
    """Whether a dot ends a sentence; `stops`: dots may do so between two Chinese characters."""
    if "." in (setting.at(place - 1), setting.at(place + 1)):
        return False
    ends = gap[1] == len(setting.text)
    if place + 1 == gap[1] and not ends and place == gap[0]:  # nothing around it but words
        return stops and setting.is_han(place - 1) and (setting.is_han(place + 1) or setting.at(place + 1).isdigit())
    if setting.is_han(gap[0] - 1):
        return True
    closed = setting.at(place - 1) in _CLOSERS or (ends and setting.at(place - 1).isdigit())
    return bool(setting.at(place - 1)) and closed and (ends or setting.is_han(gap[1]))


_CHANGES: dict[Width, Callable[[str], str]] = {"fullwidth": fullwidth, "halfwidth": halfwidth}
