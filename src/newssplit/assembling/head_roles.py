"""Which lines of a headline block are kicker (引题), headline (主题) and subheadline (副题)."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.assembling.head_habits import HeadHabits
from newssplit.assembling.head_phrases import answers, says_all, says_of, tells_details
from newssplit.lexicon import fold
from newssplit.model import PartRole
from newssplit.patterns import re, regex
from newssplit.rules.headings import DASH_RE
from newssplit.rules.sight import Sight

IN_BRACKETS_RE = re.compile(r"^\s*[（(].{4,}[）)]\s*")
QUOTATION_RE = re.compile(r"^\s*[“「『][^”」』]*[”」』]\s*")
LETTERS_RE = regex.compile(
    r"^(?:(?:[\p{Han}“”「」《》？！：，、][ \u3000]{1,2}){2,60}[\p{Han}”」》？！]|\p{Han}[ \u3000]{1,2}\p{Han})"
)
BREAKS_OFF = ("：", ":", "，", ",")
TABLE = "headlines"
"""Where the vocabulary has the words by which the lines of a block are told apart."""
HEADINGS: dict[str, PartRole] = {"kicker": "kicker", "headline": "headline", "subheadline": "subheadline"}
"""What the fields of a database's record hold."""
VERSE = 10
"""The lines of a headline that is set over several lines are short and equally long."""

PLAIN = 9
"""What stands for the level of a line that is no heading."""

Lines = tuple[int, int]
"""First and last line of the headline proper."""


class HeadLine:
    """A line of the block with everything that repeats it."""

    __slots__ = ("copies", "dashed", "half", "joined", "key", "rest", "sight", "start", "text")

    def __init__(self, sight: Sight, text: str, key: str, start: int = 0, rest: int = 0):
        self.sight, self.text, self.key = sight, text, key
        self.start = start
        """Where the text begins in its unit: behind a bullet, say."""
        self.rest = rest
        """Where in its unit begins what stands behind it: a column in brackets, a jump line."""
        self.dashed = DASH_RE.match(text) is not None or IN_BRACKETS_RE.fullmatch(text) is not None
        """Whether a dash opens it, or it stands in brackets, as below a headline."""
        self.copies = 1
        self.joined = False
        """Whether a copy of the headline has it on one line with its neighbours."""
        self.half = ""
        """The key of its second part, where that is printed again alone."""

    @property
    def repeated(self) -> bool:
        return self.copies > 1 or bool(self.half) or self.joined

    @property
    def folded(self) -> str:
        """The text as the vocabulary's words are compared with it."""
        return fold(self.text.strip())

    def begins(self, key: str) -> bool:
        """Whether it begins with a word of the vocabulary's list `headlines.key`."""
        return self.folded.startswith(self.sight.lexicon.words(TABLE, key))

    def ends(self, key: str) -> bool:
        """Whether it ends with one."""
        return self.sight.lexicon.ends(self.folded, TABLE, key)


def roles_of(lines: Sequence[HeadLine], habits: HeadHabits) -> list[PartRole]:
    """A role for each line: what stands above the headline, the headline, what stands below it."""
    if any(line.sight.unit.field in HEADINGS for line in lines):
        return _named_roles(lines)
    groups = _wrapped(lines, habits)
    whole = _roles([_put_together(group) for group in groups], habits)
    return [role for role, group in zip(whole, groups, strict=True) for _ in group]


def _named_roles(lines: Sequence[HeadLine]) -> list[PartRole]:
    """The roles that a record gives its lines; what it does not name stands above its headline or below.

    A field of two lines may hold both: what stands below the first behind a dash is no headline.
    """
    fields = [line.sight.unit.field for line in lines]
    headline = fields.index("headline") if "headline" in fields else -1
    roles = list[PartRole]()
    for n, field in enumerate(fields):
        beside: PartRole = "headline" if headline < 0 else "kicker" if n < headline else "subheadline"
        below = 0 <= headline < n and lines[n].dashed
        roles.append("subheadline" if below else HEADINGS.get(field, beside))
    return roles


def _wrapped(lines: Sequence[HeadLine], habits: HeadHabits) -> list[list[HeadLine]]:
    """The lines, those together that a narrow column has cut in mid-sentence."""
    groups: list[list[HeadLine]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        alone = line.dashed or line.copies > 1 or last is None or last.dashed or last.copies > 1
        if last is None or alone or not habits.goes_on(last.text.strip(), line.text.strip()):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _put_together(group: Sequence[HeadLine]) -> HeadLine:
    first = group[0]
    if len(group) == 1:
        return first
    return HeadLine(first.sight, "".join(line.text for line in group), "".join(line.key for line in group))


def _roles(lines: Sequence[HeadLine], habits: HeadHabits) -> list[PartRole]:
    undashed = [n for n, line in enumerate(lines) if not line.dashed]
    plain = undashed or list(range(len(lines)))
    first, last = _main([lines[n] for n in plain], habits, over_dash=len(plain) < len(lines) and lines[-1].dashed)
    roles: list[PartRole] = ["subheadline"] * len(lines)
    for at, n in enumerate(plain):
        below_dash = at > 0 and lines[n - 1].dashed and bool(undashed) and not lines[n].repeated
        if at < first and not below_dash:
            roles[n] = "kicker"
        elif at <= last and not below_dash:
            roles[n] = "headline"
    return roles


def _main(lines: Sequence[HeadLine], habits: HeadHabits, *, over_dash: bool) -> Lines:
    """The headline proper, by the surest sign that there is; `over_dash`: a subheadline behind a dash stands below."""
    if surely := _printed_again(lines) or _named_elsewhere(lines) or _marked_highest(lines):
        return surely
    end = len(lines)
    while end > 1 and not _listed_together(lines, end) and _attended(lines[end - 1], lines[end - 2]):
        end -= 1
    if end < 2:
        return 0, 0
    lines = lines[:end]
    return (
        _listed_together(lines, end)
        or _large(lines, habits)
        or (_of_two(lines[0], lines[1], habits, over_dash=over_dash) if end == 2 else _of_several(lines))
    )


def _attended(line: HeadLine, above: HeadLine) -> bool:
    """Whether a line only says who attended what the lines above it tell of."""
    attended = [line.sight.lexicon.ends(phrase, TABLE, "attending") for phrase in line.folded.split()]
    return any(attended) and (all(attended[1:]) or len(line.key) < len(above.key))


def _printed_again(lines: Sequence[HeadLine]) -> Lines | None:
    """What the dump repeats; of that, what it has on one line."""
    repeated = [n for n, line in enumerate(lines) if line.copies > 1 or line.half]
    return (repeated[0], repeated[-1]) if repeated else None


def _named_elsewhere(lines: Sequence[HeadLine]) -> Lines | None:
    """What the table of contents names, or the title of the web page, among lines that it does not."""
    marks = [line.sight.unit.mark for line in lines]
    titled = [n for n, mark in enumerate(marks) if mark is not None and mark.titled]
    named = [n for n, line in enumerate(lines) if line.sight.listed] or titled
    return (named[0], named[-1]) if 0 < len(named) < len(lines) else None


def _marked_highest(lines: Sequence[HeadLine]) -> Lines | None:
    """What a tool has marked as the heading of the highest level, or set in bold, among lines that it has not."""
    levels = [_level(line) for line in lines]
    best = min(levels, default=PLAIN)
    highest = [n for n, level in enumerate(levels) if level == best]
    return (highest[0], highest[-1]) if len(highest) < len(lines) else None


def _level(line: HeadLine) -> int:
    """The level of a heading; bold type is below all of them, and plain type below that."""
    mark = line.sight.unit.mark
    return PLAIN if mark is None else mark.heading or PLAIN - mark.bold


def _listed_together(lines: Sequence[HeadLine], end: int) -> Lines | None:
    """Two lines that the table of contents has as one, if there are no others before the `end`."""
    return (0, 1) if end == 2 and all(line.sight.listed for line in lines[:2]) else None


def _large(lines: Sequence[HeadLine], habits: HeadHabits) -> Lines | None:
    """A quotation, or what was set wide, among lines that are neither. Below a headline in traditional characters a
    quotation is its subheadline: of four in annotated dumps three are, where of 23 in simplified ones two are."""
    large = [n for n, line in enumerate(lines) if QUOTATION_RE.fullmatch(line.text) or LETTERS_RE.fullmatch(line.text)]
    if not 0 < len(large) < len(lines):
        return None
    longest = max(large, key=lambda n: (len(lines[n].key), n))
    below = habits.traditional and longest == len(lines) - 1 and QUOTATION_RE.fullmatch(lines[longest].text)
    return None if below else (longest, longest)


def _of_two(above: HeadLine, below: HeadLine, habits: HeadHabits, *, over_dash: bool) -> Lines:
    """Below its headline a paper in traditional characters has the subheadline, if that stands not behind a dash
    already; others, the kicker above it."""
    if _announces(above):
        return 1, 1
    if habits.parted(above.text, below.text) or says_of(above, below):
        return 0, 1
    if (habits.traditional and not over_dash) or tells_details(below) or says_all(above) or answers(below):
        return 0, 0
    return 1, 1


def _of_several(lines: Sequence[HeadLine]) -> Lines:
    """The last line with those above it that go with it; of three lines the second, 引题 主题 副题."""
    first = last = len(lines) - 1
    while first > 0 and _verse(lines[first - 1], lines[last]):
        first -= 1
    if len(lines) == 3 and first == 0 and len({len(line.key) for line in lines}) > 1:
        return 1, 1  # phrases of one headline are of one length
    if len(lines) != 3 or first < last:
        return first, last
    if _verse(lines[0], lines[1]) and len(lines[0].key) == len(lines[1].key):
        return 0, 1
    return (2, 2) if lines[1].ends("offices") else (1, 1)


def _announces(line: HeadLine) -> bool:
    """Whether a kicker goes on in the headline: it breaks off, announces, or names the meeting that is told of."""
    return line.folded[-1:] in BREAKS_OFF or line.ends("announcing")


def _verse(above: HeadLine, below: HeadLine) -> bool:
    near = abs(len(above.key) - len(below.key)) <= 2
    return near and len(above.key) <= VERSE and len(below.key) <= VERSE and not _announces(above)
