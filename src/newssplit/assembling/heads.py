"""The headline block: repeats folded, kicker (引题), headline (主题) and subheadline (副题) parted."""

from __future__ import annotations

from functools import cache

from newssplit.assembling.head_habits import COLUMN_RE, HeadHabits
from newssplit.assembling.head_roles import LETTERS_RE, HeadLine, roles_of
from newssplit.lexicon import Lexicon, fold, keyed, squeeze
from newssplit.light import NamedTuple
from newssplit.model import PartRole
from newssplit.patterns import re, regex
from newssplit.rules.labels import label_name
from newssplit.rules.sight import Sight

DASHED_RE = re.compile(r"^\S.*?[ \u3000]{2}(?=(?:——|――|──)\S)")
"""A headline with its subheadline on one line, wide spaces and a dash between them."""
FRAMED_RE = re.compile(r"^\s{0,9}[【〖](?P<inner>[^【】〖〗]{5,80})[】〗]\s{0,9}")
"""A headline that stands in brackets as a whole, as apps and writers of digests set it: they are no part of it."""
GAP_RE = re.compile(r"(?<=\S)\s+(?=\S)")
SERIAL_RE = re.compile(r"^.*之[一二三四五六七八九十]{1,3}")
BLOCK = 16
"""No headline block has more lines."""


@cache
def _photos_re(lexicon: Lexicon) -> re.Pattern[str]:
    """How many pictures belong to the article, `（附图片2张）`, `（组图）`: no part of its headline, and no column."""
    pictures, several = lexicon.one_of("captions.pictures"), lexicon.one_of("captions.several")
    return re.compile(rf"[（(](?:附?{pictures}\s?[\d一二三四五六七八九十]{{1,3}}[张幅]|{several})[）)]\s*$")


@cache
def _campaign_re(lexicon: Lexicon) -> regex.Pattern[str]:
    """A column that runs for weeks, 开局之年看落实; no note on the text, 附名单, and no sort of text, 征求意见稿."""
    noting, sorts = lexicon.one_of("labels.noting"), lexicon.one_of("labels.sorts")
    return regex.compile(rf"(?!{noting})\p{{Han}}{{4,9}}(?<!{sorts})")


class Piece(NamedTuple):
    """A stretch of a head unit and what it is; offsets in the unit's text."""

    sight: Sight
    start: int
    end: int
    role: PartRole


class Head:
    """The block resolved: pieces of units for each role."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.column: str | None = None
        """A column's name inside the headline's brackets."""

    def text(self, role: PartRole) -> str | None:
        """The lines of a role, a space between them."""
        lines = [unspaced(p.sight.text[p.start : p.end]) for p in self.pieces if p.role == role]
        return " ".join(lines) or None


def read_head(sights: list[Sight], lexicon: Lexicon, habits: HeadHabits) -> Head:
    """Kicker, headline and subheadline of the head units of one item."""
    head = Head()
    read: list[HeadLine] = []
    for sight in sights:
        text = sight.text
        if sight.label == "title":
            head.pieces.append(Piece(sight, 0, len(text), "repeat"))
            continue
        start, rest = _behind_bullet(sight, head), _outside_marks(sight, head, lexicon, habits)
        end = rest
        if framed := FRAMED_RE.fullmatch(text, start, rest):
            start, end = framed.span("inner")
            around = ((framed.start(), start), (end, framed.end()))
            head.pieces += [Piece(sight, *span, "furniture") for span in around]
        read.append(HeadLine(sight, text[start:end], keyed(fold(text[start:end])), start, rest))
    lines: list[HeadLine] = []
    whole = _drop_fused(read, head) if len(read) <= BLOCK else read
    for line in whole:
        _fold(line, lines[-BLOCK:], lines, head)
    alone = sum(not line.dashed for line in lines) < 2
    for line, role in zip(lines, roles_of(lines, habits), strict=True):
        _place(line, role, head, lexicon, parted=alone and not habits.traditional)
    head.pieces.sort(key=lambda p: (p.sight.place, p.start))
    return head


def _behind_bullet(sight: Sight, head: Head) -> int:
    """Where a headline begins behind the bullet that opens all headlines of the dump."""
    if not sight.bulleted:
        return 0
    start = len(sight.text) - len(sight.text[1:].lstrip())
    head.pieces.append(Piece(sight, 0, start, "furniture"))
    return start


def _outside_marks(sight: Sight, head: Head, lexicon: Lexicon, habits: HeadHabits) -> int:
    """Where the headline proper ends: before `（上接第一版）`, `（附图片2张）` and `（新春走基层）`."""
    if sight.turned is not None and sight.turned.start > 0:
        return sight.turned.start
    if m := _photos_re(lexicon).search(fold(sight.text)):
        return m.start() or len(sight.text)
    m = COLUMN_RE.search(sight.text)
    if m is None or m.start() < 2:
        return len(sight.text)
    if squeeze(m["name"]) not in habits.columns and not _is_column(m["name"], lexicon):
        return len(sight.text)
    head.column = label_name(m["name"])
    return m.start()


def _is_column(name: str, lexicon: Lexicon) -> bool:
    key = squeeze(name)
    return (
        "·" in name
        or (
            _campaign_re(lexicon).fullmatch(fold(name)) is not None
            and key not in lexicon.wordset("people", "not_names")
        )
        or SERIAL_RE.fullmatch(name) is not None
        or _is_label(key, lexicon)
        or key in lexicon.wordset("labels", "genres")
    )


def _is_label(key: str, lexicon: Lexicon) -> bool:
    return lexicon.ends(key, "labels", "endings") or key in lexicon.wordset("labels", "words")


def _fold(new: HeadLine, near: list[HeadLine], lines: list[HeadLine], head: Head) -> None:
    """Put a line into the block, or see that it repeats one of those near it."""
    for n, old in enumerate(near):
        if old.key == new.key or (new.sight.repeat == "whole" and len(old.key) == len(new.key)):
            _repeat(old, head)
            new.copies, new.half, new.joined = old.copies + 1, old.half, old.joined or new.joined
            del lines[n - len(near)]
            lines.append(new)
            return
        if len(new.key) >= 4 and old.key.endswith(new.key):
            old.half = old.half or new.key
            _repeat(new, head)
            return
    if len(near) > 1 and "".join(line.key for line in near).endswith(new.key):
        _repeat(new, head)
        return
    lines.append(new)


def _repeat(line: HeadLine, head: Head) -> None:
    """A line that repeats another one, with what stands behind it; its brackets are told already."""
    sight, end, last = line.sight, line.start + len(line.text), len(line.sight.text)
    spans = [(line.start, last)] if end == line.rest else [(line.start, end), (line.rest, last)]
    head.pieces += [Piece(sight, first, behind, "repeat") for first, behind in spans if first < behind]


def _drop_fused(lines: list[HeadLine], head: Head) -> list[HeadLine]:
    """A line that is two or three neighbouring lines put together is a repeat of them."""
    for n, line in enumerate(lines):
        for first in range(len(lines)):
            for size in (2, 3):
                group = lines[first : first + size]
                if len(group) == size and line not in group and "".join(x.key for x in group) == line.key:
                    for x in group:
                        x.joined = True
                    _repeat(line, head)
                    return _drop_fused(lines[:n] + lines[n + 1 :], head)
    return lines


def _place(line: HeadLine, role: PartRole, head: Head, lexicon: Lexicon, *, parted: bool) -> None:
    """A fused line is parted where its second half is printed again alone, after a space, if it may be."""
    sight, start = line.sight, line.start
    end = start + len(line.text)
    if role == "headline" and line.half and parted:
        at = _half_at(line)
        if at:
            column = _is_label(squeeze(line.text[:at]), lexicon)
            if column:
                head.column = label_name(line.text[:at])
            first: PartRole = "label" if column else "kicker"
            head.pieces += [Piece(sight, start, start + at, first), Piece(sight, start + at, end, "headline")]
            _rest(line, head)
            return
    dash = DASHED_RE.match(line.text) if role == "headline" else None
    at = start + dash.end() if dash else end
    head.pieces.append(Piece(sight, start, at, role))
    if at < end:
        head.pieces.append(Piece(sight, at, end, "subheadline"))
    _rest(line, head)


def _rest(line: HeadLine, head: Head) -> None:
    sight = line.sight
    if line.rest < len(sight.text):
        role: PartRole = "continuation" if sight.turned is not None else "label"
        head.pieces.append(Piece(sight, line.rest, len(sight.text), role))


def _half_at(line: HeadLine) -> int:
    """Where the repeated half begins, if a space is before it; else 0."""
    for m in GAP_RE.finditer(line.text):
        if keyed(fold(line.text[m.end() :])) == line.half:
            return m.end()
    return 0


def unspaced(text: str) -> str:
    """A letter-spaced heading without its spaces; a space between two phrases stays."""
    text = text.strip()
    spaced = " " in text or "\u3000" in text
    return "".join(text.split()) if spaced and LETTERS_RE.fullmatch(text) else text
