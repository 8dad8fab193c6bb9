"""The headline block: repeats folded, kicker (引题), headline (主题) and subheadline (副题) parted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import regex

from newssplit.assembling.drafts import Entry, label_name
from newssplit.lexicon import Lexicon, squeeze
from newssplit.model import PartRole
from newssplit.rules.headings import DASH_RE
from newssplit.rules.sight import BARE_RE, Sight

COLUMN_RE = re.compile(r"[（(](?P<name>[^（()）]{2,20})[）)]\s*$")
CAMPAIGN_RE = regex.compile(
    r"(?![附见見摘節节選选續续圖图])\p{Han}{4,9}(?<![首诗詩曲词詞稿案版文圖图篇章订訂载載录錄行单單册冊])"
)
"""A column that runs for weeks, 开局之年看落实; no note on the text, 附名单, and no sort of text, 征求意见稿."""
IN_BRACKETS_RE = re.compile(r"\s*[（(].{4,}[）)]\s*")
QUOTATION_RE = re.compile(r"\s*[“「『][^”」』]*[”」』]\s*")
LEADS_RE = re.compile(
    r"[：:，,]$|(?:要求|强调|強調|指出|提出|召开|召開|举行|舉行|印发|发布|公布|部署|揭晓|专访|專訪|纪实|专题学习会)$"
)
"""How kickers end: they announce."""
LETTERS_RE = regex.compile(
    r"(?:[\p{Han}“”「」《》？！：，、][ \u3000]{1,2}){2,}[\p{Han}”」》？！]|\p{Han}[ \u3000]{1,2}\p{Han}"
)
DASHED_RE = re.compile(r"\S.*?[ \u3000]{2,}(?=(?:——|――|──)\S)")
"""A headline with its subheadline on one line, wide spaces and a dash between them."""
GAP_RE = re.compile(r"(?<=\S)\s+(?=\S)")
SPACE_RE = re.compile(r"\s")
ATTENDED_RE = re.compile(r"(?:出席|参加|主持|讲话|致辞|作批示|参与|陪同|見證|出席并讲话)$")
"""Below a headline stands who attended: `贺立群参加`."""
DETAIL_RE = re.compile(
    r"首[批期次]|全部|当局|當局|官方|[亩畝人户戶年平日]均|其中|预计|預計"
    r"|总投资|總投資|涉及|惠及|[尚暂暫]无|[没沒]有|[无無]人"
)
"""Below a headline without a dash: who says so, how much of it, for how many."""
WHO_RE = re.compile(r"(?:公司|集团|集團|[省市县縣区區镇鎮乡鄉局厂廠院校])$")
"""An office or a firm: over a headline that says what it did."""
SERIAL_RE = re.compile(r".*之[一二三四五六七八九十]{1,3}")
HEADINGS: dict[str, PartRole] = {"kicker": "kicker", "headline": "headline", "subheadline": "subheadline"}
"""What the fields of a database's record hold."""
BLOCK = 16
"""No headline block has more lines."""
VERSE = 10
"""The lines of a headline that is set over several lines are short and equally long."""


@dataclass(slots=True, eq=False)
class HeadLine:
    """A line of the block with everything that repeats it."""

    entry: Entry
    text: str
    key: str
    copies: int = 1
    joined: bool = False
    """Whether a copy of the headline has it on one line with its neighbours."""
    half: str = ""
    """The key of its second part, where that is printed again alone."""

    @property
    def repeated(self) -> bool:
        return self.copies > 1 or bool(self.half) or self.joined

    @property
    def dashed(self) -> bool:
        return DASH_RE.match(self.text) is not None or IN_BRACKETS_RE.fullmatch(self.text) is not None


@dataclass(slots=True)
class Piece:
    """A stretch of a head unit and what it is; offsets in the unit's text."""

    entry: Entry
    start: int
    end: int
    role: PartRole


@dataclass(slots=True)
class Head:
    """The block resolved: pieces of units for each role."""

    pieces: list[Piece] = field(default_factory=list)
    column: str | None = None
    """A column's name inside the headline's brackets."""

    def text(self, role: PartRole) -> str | None:
        """The lines of a role, a space between them."""
        lines = [unspaced(p.entry.sight.text[p.start : p.end]) for p in self.pieces if p.role == role]
        return " ".join(lines) or None


def read_head(entries: list[Entry], lexicon: Lexicon, *, traditional: bool) -> Head:
    """Kicker, headline and subheadline of the head units of one item."""
    head = Head()
    read = list[HeadLine]()
    for entry in entries:
        text = entry.sight.text
        if entry.label == "title":
            head.pieces.append(Piece(entry, 0, len(text), "repeat"))
            continue
        end = _outside_marks(entry.sight, head, lexicon)
        read.append(HeadLine(entry, text[:end], squeeze(BARE_RE.sub("", text[:end]))))
    lines = list[HeadLine]()
    whole = _drop_fused(read, head) if len(read) <= BLOCK else read
    for line in whole:
        _fold(line, lines[-BLOCK:], lines, head)
    for line, role in zip(lines, _roles(lines, traditional=traditional), strict=True):
        _place(line, role, lines, head, traditional=traditional)
    head.pieces.sort(key=lambda p: (p.entry.number, p.start))
    return head


def _outside_marks(sight: Sight, head: Head, lexicon: Lexicon) -> int:
    """Where the headline proper ends: before `（上接第一版）` and before `（新春走基层）`."""
    if sight.turned is not None and sight.turned.start > 0:
        return sight.turned.start
    m = COLUMN_RE.search(sight.text)
    if m is None or m.start() < 2 or not _is_column(m["name"], lexicon):
        return len(sight.text)
    head.column = label_name(m["name"])
    return m.start()


def _is_column(name: str, lexicon: Lexicon) -> bool:
    key = squeeze(name)
    endings = lexicon.words("labels", "endings")
    return (
        "·" in name
        or (CAMPAIGN_RE.fullmatch(name) is not None and key not in lexicon.wordset("people", "not_names"))
        or SERIAL_RE.fullmatch(name) is not None
        or key.endswith(endings)
        or key in lexicon.wordset("labels", "words")
        or key in lexicon.wordset("labels", "genres")
    )


def _fold(new: HeadLine, near: list[HeadLine], lines: list[HeadLine], head: Head) -> None:
    """Put a line into the block, or see that it repeats one of those near it."""
    for old in near:
        if old.key == new.key or (new.entry.sight.repeat == "whole" and len(old.key) == len(new.key)):
            head.pieces.append(Piece(old.entry, 0, len(old.entry.sight.text), "repeat"))
            new.copies, new.half, new.joined = old.copies + 1, old.half, old.joined or new.joined
            lines.remove(old)
            lines.append(new)
            return
        if len(new.key) >= 4 and old.key.endswith(new.key):
            old.half = old.half or new.key
            head.pieces.append(Piece(new.entry, 0, len(new.entry.sight.text), "repeat"))
            return
    if len(near) > 1 and "".join(line.key for line in near).endswith(new.key):
        head.pieces.append(Piece(new.entry, 0, len(new.entry.sight.text), "repeat"))
        return
    lines.append(new)


def _drop_fused(lines: list[HeadLine], head: Head) -> list[HeadLine]:
    """A line that is two or three neighbouring lines put together is a repeat of them."""
    for n, line in enumerate(lines):
        for first in range(len(lines)):
            for size in (2, 3):
                group = lines[first : first + size]
                if len(group) == size and line not in group and "".join(x.key for x in group) == line.key:
                    for x in group:
                        x.joined = True
                    head.pieces.append(Piece(line.entry, 0, len(line.entry.sight.text), "repeat"))
                    return _drop_fused(lines[:n] + lines[n + 1 :], head)
    return lines


def _roles(lines: list[HeadLine], *, traditional: bool) -> list[PartRole]:
    """A role for each line: what stands above the headline, the headline, what stands below it."""
    if any(line.entry.sight.unit.field in HEADINGS for line in lines):
        return [HEADINGS.get(line.entry.sight.unit.field, "headline") for line in lines]
    plain = [n for n, line in enumerate(lines) if not line.dashed] or list(range(len(lines)))
    first, last = _main([lines[n] for n in plain], traditional=traditional)
    roles: list[PartRole] = ["subheadline"] * len(lines)
    for at, n in enumerate(plain):
        below_dash = n > 0 and lines[n - 1].dashed and n - 1 not in plain and at > 0 and not lines[n].repeated
        if at < first and not below_dash:
            roles[n] = "kicker"
        elif at <= last and not below_dash:
            roles[n] = "headline"
    return roles


def _main(lines: list[HeadLine], *, traditional: bool) -> tuple[int, int]:
    """First and last line of the main headline; papers in traditional characters set it over two lines."""
    if len(lines) < 2:
        return 0, 0
    joined = [n for n, line in enumerate(lines) if line.joined]
    if joined:
        return joined[0], joined[-1]
    repeated = [n for n, line in enumerate(lines) if line.copies > 1 or line.half]
    if repeated:
        return repeated[0], repeated[-1]
    attended = [ATTENDED_RE.search(phrase) is not None for phrase in lines[-1].text.split()]
    if any(attended) and (all(attended[1:]) or len(lines[-1].key) < len(lines[-2].key)):
        return _main(lines[:-1], traditional=traditional)
    large = [n for n, line in enumerate(lines) if QUOTATION_RE.fullmatch(line.text) or LETTERS_RE.fullmatch(line.text)]
    if 0 < len(large) < len(lines):
        longest = max(large, key=lambda n: (len(lines[n].key), n))
        return longest, longest
    if len(lines) == 2 and all(line.entry.sight.listed for line in lines):
        return 0, 1
    if len(lines) == 2 and traditional and not LEADS_RE.search(lines[0].text.rstrip()) and not _names_a_case(*lines):
        return 0, 1
    last = len(lines) - 1
    if len(lines) == 2 and DETAIL_RE.match(lines[1].text.lstrip()) and not LEADS_RE.search(lines[0].text.rstrip()):
        return 0, 0
    first = last
    while len(lines) > 2 and first > 0 and _verse(lines[first - 1], lines[last]):
        first -= 1
    if len(lines) == 3 and first == last:
        return _middle(lines)
    return first, last


def _middle(lines: list[HeadLine]) -> tuple[int, int]:
    """Of three lines the second is the headline, 引题 主题 副题, unless it only says who, or goes with the first."""
    if _verse(lines[0], lines[1]) and len(lines[0].key) == len(lines[1].key):
        return 0, 1
    return (2, 2) if WHO_RE.search(lines[1].text.rstrip()) else (1, 1)


def _names_a_case(above: HeadLine, below: HeadLine) -> bool:
    """A single phrase over a headline of two, `尖沙咀金舖劫案`, only says what it is about."""
    return SPACE_RE.search(above.text.strip()) is None and SPACE_RE.search(below.text.strip()) is not None


def _verse(above: HeadLine, below: HeadLine) -> bool:
    near = abs(len(above.key) - len(below.key)) <= 2
    return near and len(above.key) <= VERSE and len(below.key) <= VERSE and not LEADS_RE.search(above.text.rstrip())


def _place(line: HeadLine, role: PartRole, lines: list[HeadLine], head: Head, *, traditional: bool) -> None:
    """A fused line is parted where its second half is printed again alone, after a space."""
    sight = line.entry.sight
    end = len(line.text)
    alone = all(x is line or x.dashed for x in lines)
    if role == "headline" and line.half and alone and not traditional:
        at = _half_at(line)
        if at:
            head.pieces += [Piece(line.entry, 0, at, "kicker"), Piece(line.entry, at, end, "headline")]
            _rest(line, head)
            return
    dash = DASHED_RE.match(line.text) if role == "headline" else None
    at = dash.end() if dash else end
    head.pieces.append(Piece(line.entry, 0, at, role))
    if at < end:
        head.pieces.append(Piece(line.entry, at, end, "subheadline"))
    if end < len(sight.text):
        _rest(line, head)


def _rest(line: HeadLine, head: Head) -> None:
    sight, end = line.entry.sight, len(line.text)
    if end < len(sight.text):
        role: PartRole = "continuation" if sight.turned is not None else "label"
        head.pieces.append(Piece(line.entry, end, len(sight.text), role))


def _half_at(line: HeadLine) -> int:
    """Where the repeated half begins, if a space is before it; else 0."""
    for m in GAP_RE.finditer(line.text):
        if squeeze(BARE_RE.sub("", line.text[m.end() :])) == line.half:
            return m.end()
    return 0


def unspaced(text: str) -> str:
    """A letter-spaced heading without its spaces; a space between two phrases stays."""
    text = text.strip()
    return "".join(text.split()) if LETTERS_RE.fullmatch(text) else text
