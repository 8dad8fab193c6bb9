"""What a tool prints above the first of its records and below the last: what was asked for, when, and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.fields import HEADINGS
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import is_label, is_text, may_head
from newssplit.reading.carriers.said import read_said
from newssplit.reading.lines import Line
from newssplit.reading.marks import SURE_BORDER

RECORD, FAINT, RECORDS, FRONT = 12, 6, 3, 8
"""Decibans of a border between records, and of one where a dump has no such; so many of them a dump of records has, and
so many lines may stand above. Of 479 gaps in `tests/authored` worth FAINT to RECORD three of four are borders."""
LISTING = 200
"""A line of a list of contents has no more characters."""
TITLE, SAMPLE = 5, 40
"""A headline that a list of contents names has so many characters; and so many of them are looked for."""
LONGEST = 80
"""A sentence that a tool ends with has no more characters."""
SENTENCE_RE = re.compile(r"[。，！？]")
CLOCK_RE = re.compile(r"\d:\d\d:\d\d|\d{4}[/-]\d{1,2}[/-]\d{1,2}[T ]\d{1,2}:\d\d")
"""When a tool was at work; no paper prints it in a headline."""
COUNTED_RE = re.compile(r"\d{1,3}[.、．)）]\s?[^\s\d]")
LEADER_RE = re.compile(r"(?<![.·…．])[.·…．]{4}[.·…．]*+\s?\d{1,4}\s*$")
"""A line of a list of contents: the dots up to the number of a page."""
MOST = 0.75
"""So many of the records begin below the same line of the carrier."""
ENDS = 2
"""It stands once more above the first record, perhaps, and below the last, and nowhere else."""
FOREIGN = 40
"""So many lines in another language at most stand before the first Chinese one."""
FEW = 0.1
LATIN_RE = re.compile(r"[A-Za-z]{3}")
LETTER_RE = re.compile(r"[^\W\d_]")
FRAMED_RE = re.compile(r"^(?P<sign>[=*#~_—─═-])(?P=sign){2,40}\s?[^=*#~_—─═-]{2,20}\s?(?P=sign){3,40}$")
"""`==== 导出结束 ====`."""


def take_front(lines: Sequence[Line], chrome: dict[int, Found], lexicon: Lexicon) -> None:
    """What a tool prints above the first of its records, a few lines that are no sentences: what a database is
    called, what was asked for, and when; and a list of what follows. A line that names a paper may be the
    paper's, and so may one with a day or a page where the records have none."""
    begins = _begins(lines, chrome, RECORD)
    begins = begins if len(begins) >= RECORDS else _begins(lines, chrome, FAINT)
    if len(begins) < RECORDS or not all(may_head(lines[n].text) for n in begins[:RECORDS]):
        return  # where headlines stand above the carrier's lines, it is texts that begin below these
    front = [n for n in range(begins[0]) if n not in chrome and not lines[n].blank]
    heads = [head for n in begins[:SAMPLE] if len(head := keyed(fold(lines[n].text))) >= TITLE]
    told = [n for n in front if not _lists(lines[n].text, heads)]
    if len(front) - len(told) >= RECORDS:
        told = [n for n in told if not COUNTED_RE.match(lines[n].text.strip())]  # another line of that list
    listed = len(front) - len(told) >= RECORDS
    printed = any(_is_printed(lines[n], lexicon, listed=listed) for n in told)
    if printed or len(told) > FRONT or _has_item(lines, told):
        return
    dated = sum(line.mark is not None and line.mark.page is not None and bool(line.mark.page.date) for line in lines)
    for n in front:
        said = read_said(lines[n].text, lexicon)
        papers = said.named or (dated < RECORDS and (said.dated or said.paged))
        if n not in told or not papers or CLOCK_RE.search(lines[n].text):
            chrome[n] = Found("front", "words")


def _begins(lines: Sequence[Line], chrome: dict[int, Found], border: int) -> list[int]:
    return [n for n, line in enumerate(lines) if n not in chrome and _begins_record(line, border)]


def _begins_record(line: Line, border: int) -> bool:
    return line.mark is not None and (line.mark.border >= border or line.mark.field in HEADINGS)


def _lists(text: str, heads: Sequence[str]) -> bool:
    """Whether a line stands in a list of contents: with dots up to a page's number, or a headline of the records."""
    if LEADER_RE.search(text):
        return True
    key = keyed(fold(text)) if len(text) <= LISTING else ""
    return any(head in key for head in heads)


def _is_printed(line: Line, lexicon: Lexicon, *, listed: bool) -> bool:
    """Whether a line is a sentence, a heading without an hour, the value of a field or the name of a column; where a
    list of contents stands, a short line is its heading."""
    mark = line.mark
    marked = mark is not None and (((mark.heading or mark.bold) and not CLOCK_RE.search(line.text)) or mark.field)
    return (
        bool(marked)
        or SENTENCE_RE.search(line.text) is not None
        or (not listed and is_label(line.text.strip(), lexicon))
    )


def _has_item(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a text stands below a short line, as below its headline, or two texts below each other."""
    return any(is_text(lines[b].text) for _, b in pairwise(places))


def take_foreign(lines: Sequence[Line], chrome: dict[int, Found], lexicon: Lexicon) -> None:
    """What stands before the first Chinese line and behind the last one: a program's greeting, the command that asked
    for the texts, its prompt. A line with nothing but a day or a page is the paper's."""
    full = [n for n, line in enumerate(lines) if not line.blank]
    for places in (full, full[::-1]):
        for n in places[:FOREIGN]:
            mark = lines[n].mark
            if n not in chrome and (mark is not None and mark.field):
                break
            if n not in chrome and not _is_foreign(lines[n].text):
                break
            if n not in chrome and not _says_issue(lines[n].text, lexicon):
                chrome[n] = Found("foreign", "words")


def take_foreign_beside(lines: Sequence[Line], chrome: dict[int, Found], lexicon: Lexicon) -> None:
    """Lines in another language right above or below a line of the carrier: `No. of corrections: 2`, which only some
    records have, addresses that a browser has listed."""
    full = [n for n, line in enumerate(lines) if not line.blank]
    for places in (full, full[::-1]):
        for above, n in pairwise(places):
            mark = lines[n].mark
            beside = above in chrome and n not in chrome and (mark is None or not mark.field)
            foreign = beside and LATIN_RE.search(lines[n].text) is not None and _is_foreign(lines[n].text)
            if foreign and not _says_issue(lines[n].text, lexicon):
                chrome[n] = Found("foreign", "words")


def _says_issue(text: str, lexicon: Lexicon) -> bool:
    """Whether a line says of which day or page the texts are, and nothing else: `2022-07-02`, `A03`."""
    said = read_said(text, lexicon)
    return (said.dated or said.paged) and not said.timed and not said.left


def _is_foreign(text: str) -> bool:
    """Whether hardly any letter of a line is Chinese: a command may hold a word that was looked for."""
    letters = LETTER_RE.findall(text)
    return sum(not letter.isascii() for letter in letters) <= FEW * len(letters)


def take_back(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """What stands below the line of the carrier that ends the last record, as it does each of the others; and as the
    very last line one between two rules, or with the sign of who owns the texts."""
    begins = _begins(lines, chrome, SURE_BORDER)
    full = [n for n, line in enumerate(lines) if not line.blank]
    if len(begins) < RECORDS:
        return
    closed = _closed(lines, chrome, begins)
    back = [n for n in full if n > closed and n not in chrome] if closed > begins[-1] else []
    if (
        _has_item(lines, back)
        or len(back) > FRONT
        or any(len(lines[n].text) > LONGEST or lines[n].mark is not None for n in back)
    ):
        back = []
    last = full[-1]
    if FRAMED_RE.match(lines[last].text.strip()) or ("©" in lines[last].text and len(lines[last].text) <= LONGEST):
        back.append(last)
    for n in back:
        chrome.setdefault(n, Found("back", "words"))


def take_signatures(lines: Sequence[Line], chrome: dict[int, Found]) -> None:
    """What stands below `--` up to the carrier's next line: how the sender of a mail or a post signs."""
    if any(line.text.startswith("-- ") for line in lines):
        return  # remarks of SQL
    for n in [n for n, line in enumerate(lines) if line.text.rstrip() == "--"]:
        signed = list[int]()
        for k in range(n + 1, min(len(lines), n + FRONT)):
            if k in chrome and not _has_item(lines, signed):  # else `--` parts items
                chrome.update({k: Found("signature", "words") for k in (n, *signed)})
                break
            if len(lines[k].text) > LONGEST:
                break
            signed += [] if lines[k].blank else [k]


def _closed(lines: Sequence[Line], chrome: dict[int, Found], begins: Sequence[int]) -> int:
    """Where the last line of the sort stands that is right above nearly all records, and nowhere else; -1 where there
    is none."""
    above = [_right_above(lines, chrome, n) for n in begins[1:]]
    times = Counter(key for keys in above for key in keys)
    everywhere = Counter(found.key for found in chrome.values())
    parting = {key for key, n in times.items() if n >= MOST * len(above) and everywhere[key] <= n + ENDS}
    return max((n for n, found in chrome.items() if found.key in parting), default=-1)


def _right_above(lines: Sequence[Line], chrome: dict[int, Found], n: int) -> set[str]:
    """The sorts of the carrier's lines between a line and the one of the paper above."""
    keys, n = set[str](), n - 1
    while n >= 0 and (lines[n].blank or n in chrome):
        keys |= {chrome[n].key} if n in chrome else set()
        n -= 1
    return keys
