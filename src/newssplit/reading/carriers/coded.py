"""Codes before all that a record holds, in signs that nobody described: `!v245!标题`, `.TI 标题`, `TI>标题`.

That they are codes the dump shows: many lines begin in one form, few codes come again and again, in one order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise

from newssplit.patterns import re
from newssplit.reading.carriers.fields import Field, normal
from newssplit.reading.lines import Line

CODE_RE = re.compile(
    r"""
    ^\s{0,4} (?P<open>[^\w\s]{0,3}) (?P<code>[A-Za-z]{1,8}\d{0,4}|(?<=[^\w\s])\d{2,4}) (?P<close>[^\w\s]{1,3}|(?=\s|$))
    [ \t]{0,8}
    """,
    re.VERBOSE,
)
WORD_RE = re.compile(r"[A-Za-z]{1,8}\d{0,4}|\d{2,4}")
SAMPLE = 400
"""So many lines at its beginning tell what form the codes of a dump have."""
FORM = 0.4
"""So many of them begin in it at least: the others are further lines of texts."""
OFTEN = 3
"""There are so many codes, and each comes so often, or it is no form that is filled in again and again."""
CODES = 40
"""A record has no more of them."""
ORDERED = 0.9
"""So many neighbours stand in the order of the first record that has both."""


def read_coded(lines: Sequence[Line]) -> dict[int, list[Field]]:
    """The fields that such codes name, by their lines; none where the dump shows no codes."""
    form = _form_of(lines)
    if form is None:
        return {}
    found = {n: coded for n, line in enumerate(lines) if (coded := _coded(line.text, *form)) is not None}
    times = Counter(code for code, _ in found.values())
    again = [code for code, often in times.items() if often >= OFTEN]
    if not OFTEN < len(again) <= len(times) <= CODES or not _are_in_order([code for code, _ in found.values()]):
        return {}
    ends = {n: len(lines[n].text.rstrip()) for n in found}
    return {n: [Field(normal(code), "", begin, ends[n], sure=True)] for n, (code, begin) in found.items()}


def _coded(text: str, before: str, behind: str) -> tuple[str, int] | None:
    """The code that a line begins with in such a form, and where what it names begins."""
    at = len(text) - len(text.lstrip())
    m = WORD_RE.match(text, at + len(before)) if text.startswith(before, at) else None
    if m is None or not text.startswith(behind, m.end()):
        return None
    return m[0], len(text) - len(text[m.end() + len(behind) :].lstrip())


def _form(m: re.Match[str]) -> tuple[str, str]:
    return m["open"], m["close"]


def _form_of(lines: Sequence[Line]) -> tuple[str, str] | None:
    """What stands before and behind the codes of a dump; a code without any sign is no form."""
    head = list(islice((line.text for line in lines if not line.blank), SAMPLE))
    forms = Counter(_form(m) for m in map(CODE_RE.match, head) if m is not None)
    form, often = next(iter(forms.most_common(1)), (("", ""), 0))
    return form if any(form) and often >= max(FORM * len(head), OFTEN * OFTEN) else None


def _are_in_order(codes: Sequence[str]) -> bool:
    """Whether codes that follow each other do so in one order, but where a record ends and the next one begins."""
    pairs = Counter((a, b) for a, b in pairwise(codes) if a != b)
    turned = sum(min(often, pairs[b, a]) for (a, b), often in pairs.items() if a < b)
    return turned <= (1 - ORDERED) * pairs.total()
