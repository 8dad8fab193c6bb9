"""Whether a text ends as a sentence does."""

from __future__ import annotations

from newssplit.patterns import re

SHORT = 48
"""A heading has no more characters than this."""
STOPS = "。！？!?…；;：:℃"
"""A line of a forecast ends with its degrees."""
CLOSING = "”」』’'\")）]】◇◆"
ISSUED_RE = re.compile(r"(?<![开開重])[启啟啓]$|[谨謹]白$|此[布佈]$")
"""How a notice ends: with whose it is, X谨启, or 特此布."""
ISSUED = "启啟啓白布佈"
"""Its last character."""
PICTURES = ("\U0001f300", "\U0001faff")
"""The first and the last of the small pictures that apps set behind a sentence, in place of a stop or behind it."""
PUNCTUATION_RE = re.compile(r"[，。；：！？、,.;:!?…“”「」《》（）()]")
"""What a paragraph has somewhere, but for those of papers that print none."""
PAUSES = 3
"""So many 、 and no other stop: they are the paragraph's stops."""
OTHER_STOP_RE = re.compile(r"[，,。；]")
ATTRIBUTED_RE = re.compile(r"[”」』。]\s*——[^。]{1,20}$")
"""A quotation and who said it is complete."""


def pauses(text: str) -> bool:
    """Whether an old paper's paragraph has 、 for all its stops, as its neighbours on another page may not."""
    return text.count("、") >= PAUSES and not OTHER_STOP_RE.search(text)


def is_closed(text: str) -> bool:
    """Whether a text ends with a stop (no figure's point), a quotation, a bracket or a picture, or says whose words it
    quotes.

    Where a whole paragraph of an old paper has no stop, none is missing at its end."""
    if text[-1] in "”」』)）" or PICTURES[0] <= text[-1] <= PICTURES[1]:
        return True
    bare = text.rstrip(CLOSING)
    stopped = bare != "" and (bare[-1] in STOPS or (bare[-1] == "." and not bare[-2:-1].isdecimal()))
    if stopped or ("——" in text[-22:] and ATTRIBUTED_RE.search(text) is not None):
        return True
    return len(text) > SHORT and (PUNCTUATION_RE.search(text) is None or ISSUED_RE.search(text) is not None)
