"""Which lines of a headline block are kicker (引题), headline (主题) and subheadline (副题)."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.assembling.head_habits import HeadHabits
from newssplit.model import PartRole
from newssplit.patterns import re, regex
from newssplit.rules.headings import DASH_RE
from newssplit.rules.sight import Sight

IN_BRACKETS_RE = re.compile(r"^\s*[（(].{4,}[）)]\s*")
QUOTATION_RE = re.compile(r"^\s*[“「『][^”」』]*[”」』]\s*")
LEADS_RE = re.compile(
    r"[：:，,]$|(?:要求|强调|強調|指出|提出|召开|召開|举行|舉行|印发|发布|公布|部署|揭晓|专访|專訪|纪实|会议|會議|(?:大|全|学习|學習|座谈|座談|推进|推進|现场|現場)[会會])$"
)
"""How kickers end: they announce, or name the meeting of which the headline tells."""
LETTERS_RE = regex.compile(
    r"^(?:(?:[\p{Han}“”「」《》？！：，、][ \u3000]{1,2}){2,60}[\p{Han}”」》？！]|\p{Han}[ \u3000]{1,2}\p{Han})"
)
ATTENDED_RE = re.compile(
    r"(?:出席|参加|主持|讲话|致辞|作批示|参与|陪同|見證|出席并讲话|参加(?:有关|上述|相关)?(?:活动|会见|会议))$"
)
"""Below a headline stands who attended: `贺立群参加`."""
DETAIL_RE = re.compile(
    r"首[批期次]|全部|当局|當局|官方|[亩畝人户戶年平日]均|其中|预计|預計"
    r"|总投资|總投資|涉及|惠及|[尚暂暫]无|[没沒]有|[无無]人"
    r"|强调|強調|指出|重申|呼吁|呼籲|承诺|承諾|勉励|勉勵|感谢|感謝|祝贺|祝賀|向.{2,12}(?:致|表示)"
)
"""Below a headline without a dash: who says so, how much of it, for how many; what the one whom it names said."""
PREDICATE_RE = re.compile(
    r"昨起|今起|明起|即日起|[本下][月周週]起?(?!刊|[报報])|昨(?![日天晚晨夜午])|[将將已拟擬](?=\w)|[关關][于於]|[涉获獲](?!得者)"
)
"""How what is said of somebody begins where the line above names them: `白湖农场拖拉机站` / `本月开始代耕`."""
WHO_RE = re.compile(r"(?:公司|集团|集團|[省市县縣区區镇鎮乡鄉局厂廠院校])$")
"""An office or a firm: over a headline that says what it did."""
HEADINGS: dict[str, PartRole] = {"kicker": "kicker", "headline": "headline", "subheadline": "subheadline"}
"""What the fields of a database's record hold."""
VERSE = 10
"""The lines of a headline that is set over several lines are short and equally long."""

Lines = tuple[int, int]
"""First and last line of the headline proper."""


class HeadLine:
    """A line of the block with everything that repeats it."""

    __slots__ = ("copies", "dashed", "half", "joined", "key", "sight", "start", "text")

    def __init__(self, sight: Sight, text: str, key: str, start: int = 0):
        self.sight, self.text, self.key = sight, text, key
        self.start = start
        """Where the text begins in its unit: behind a bullet, say."""
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


def roles_of(lines: Sequence[HeadLine], habits: HeadHabits) -> list[PartRole]:
    """A role for each line: what stands above the headline, the headline, what stands below it."""
    if any(line.sight.unit.field in HEADINGS for line in lines):
        return [HEADINGS.get(line.sight.unit.field, "headline") for line in lines]
    groups = _wrapped(lines, habits)
    whole = _roles([_put_together(group) for group in groups], habits)
    return [role for role, group in zip(whole, groups, strict=True) for _ in group]


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
    first, last = _main([lines[n] for n in plain], habits)
    roles: list[PartRole] = ["subheadline"] * len(lines)
    for at, n in enumerate(plain):
        below_dash = at > 0 and lines[n - 1].dashed and bool(undashed) and not lines[n].repeated
        if at < first and not below_dash:
            roles[n] = "kicker"
        elif at <= last and not below_dash:
            roles[n] = "headline"
    return roles


def _main(lines: Sequence[HeadLine], habits: HeadHabits) -> Lines:
    """The headline proper, by the surest sign that there is."""
    if again := _printed_again(lines):
        return again
    end = len(lines)
    while end > 1 and not _listed_together(lines, end) and _attended(lines[end - 1], lines[end - 2]):
        end -= 1
    if end < 2:
        return 0, 0
    lines = lines[:end]
    return (
        _listed_together(lines, end)
        or _large(lines)
        or (_of_two(lines[0], lines[1], habits) if end == 2 else _of_several(lines))
    )


def _attended(line: HeadLine, above: HeadLine) -> bool:
    """Whether a line only says who attended what the lines above it tell of."""
    attended = [ATTENDED_RE.search(phrase) is not None for phrase in line.text.split()]
    return any(attended) and (all(attended[1:]) or len(line.key) < len(above.key))


def _printed_again(lines: Sequence[HeadLine]) -> Lines | None:
    """What the dump repeats; of that, what it has on one line."""
    repeated = [n for n, line in enumerate(lines) if line.copies > 1 or line.half]
    return (repeated[0], repeated[-1]) if repeated else None


def _listed_together(lines: Sequence[HeadLine], end: int) -> Lines | None:
    """Two lines that the table of contents has as one, if there are no others before the `end`."""
    return (0, 1) if end == 2 and all(line.sight.listed for line in lines[:2]) else None


def _large(lines: Sequence[HeadLine]) -> Lines | None:
    """A quotation, or what was set wide, among lines that are neither."""
    large = [n for n, line in enumerate(lines) if QUOTATION_RE.fullmatch(line.text) or LETTERS_RE.fullmatch(line.text)]
    if not 0 < len(large) < len(lines):
        return None
    longest = max(large, key=lambda n: (len(lines[n].key), n))
    return longest, longest


def _of_two(above: HeadLine, below: HeadLine, habits: HeadHabits) -> Lines:
    """Below its headline a paper in traditional characters has the subheadline, an old one its second line; elsewhere
    the kicker stands above the headline."""
    if _announces(above):
        return 1, 1
    if habits.parted(above.text, below.text) or _says_of(above, below):
        return 0, 1
    old = above.sight.habits.old
    if habits.traditional and (old or not _names_a_case(above, below)):
        return 0, int(old and len(above.text.split()) >= len(below.text.split()))
    return (0, 0) if DETAIL_RE.match(below.text.lstrip()) else (1, 1)


def _says_of(above: HeadLine, below: HeadLine) -> bool:
    """Whether the second line says something of those whom the first one names: both are one sentence."""
    phrases = len(above.text.split()) == len(below.text.split()) == 1
    return phrases and PREDICATE_RE.match(below.text.lstrip()) is not None


def _of_several(lines: Sequence[HeadLine]) -> Lines:
    """The last line with those above it that go with it; of three lines the second, 引题 主题 副题."""
    first = last = len(lines) - 1
    while first > 0 and _verse(lines[first - 1], lines[last]):
        first -= 1
    if len(lines) != 3 or first < last:
        return first, last
    if _verse(lines[0], lines[1]) and len(lines[0].key) == len(lines[1].key):
        return 0, 1
    return (2, 2) if WHO_RE.search(lines[1].text.rstrip()) else (1, 1)


def _announces(line: HeadLine) -> bool:
    return LEADS_RE.search(line.text.rstrip()) is not None


CASE = 10
"""Such a phrase has no more characters."""


def _names_a_case(above: HeadLine, below: HeadLine) -> bool:
    """A single phrase over a headline of two, `尖沙咀金舖劫案`, only says what it is about."""
    return len(above.key) <= CASE and len(above.text.split()) == 1 and len(below.text.split()) > 1


def _verse(above: HeadLine, below: HeadLine) -> bool:
    near = abs(len(above.key) - len(below.key)) <= 2
    return near and len(above.key) <= VERSE and len(below.key) <= VERSE and not _announces(above)
