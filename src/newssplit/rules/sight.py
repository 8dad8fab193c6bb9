"""A unit in its context: what a rule may look at.

What is costly to read (ledes, people, furniture) is read once for each unit that can have it; rules
only ask for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from newssplit.lexicon import Lexicon, fold, squeeze
from newssplit.model import Page
from newssplit.reading.habits import Habits
from newssplit.reading.units import Unit
from newssplit.rules.continuation import Turn, turn_back, turn_in_headline, turn_onward
from newssplit.rules.furniture import Furniture, read_furniture
from newssplit.rules.ledes import Lede, read_lede
from newssplit.rules.names import is_name
from newssplit.rules.people import BULLETS, Maker, has_role, read_people
from newssplit.rules.tails import Tail, read_tails
from newssplit.rules.teasers import names_page, teaser_title

PICTURES = ("photographer", "artist")
SHORT = 48
"""A heading has no more characters than this."""
REACH = 130
NEAR = 4
"""How many units further a repeated headline is looked for."""
SENTENCE_RE = regex.compile(r"[。！？!?；]")
STOPPED_RE = regex.compile(r"[。；](?!”)|[。；].{12}|.{18}[！？!?](?![\s”」』：]).{8}")
"""A full stop within a line, or a question with much behind it: more than a headline holds."""
CLOSED_RE = regex.compile(r"(?:[。！？!?…；;：:]|(?<!\d)\.)[”」』’'\")）\]】]*$|[”」』][）)]?$|[)）]$")
INNER_RE = regex.compile(r"[，,；、]\S")
BARE_RE = regex.compile(r"[\W_]+")
ATTRIBUTED_RE = regex.compile(r"[”」』。]\s*——[^。]{1,20}$")
"""A quotation and who said it is complete."""
DIGITS_RE = regex.compile(r"\d+")
VALUES_RE = regex.compile(r"(?<=[：:])\s?[^：:\s]+")
APART_RE = regex.compile(r"[\s/／:：|｜()（）]")
FIELDS_RE = regex.compile(r"[：:|｜+○\[\]【】<>]")
PREFIX_RE = regex.compile(r"\S{3,20}?[-_|—–](?=\S)")
"""A site's or an edition's name before each headline: `X报数字报-标题`."""
UNSIGNED_RE = regex.compile(r"[：:]$|^[—\-“「『《]|[，,][^，,]*[，,]|^(?:对话|對話|专访|專訪|访|[記记](?!者)|走近|走进|追记|悼|忆|怀念|致|与)")
"""A salutation, a subheadline, a quotation, a sentence, a headline's verb: no line of makers."""


class Sight:
    """One unit as the rules see it; `prev` and `next` are its neighbours."""

    __slots__ = (
        "after_furniture", "closed", "colophon", "credit", "folded", "furniture", "habits", "headlike", "indent", "key", "lede",
        "lexicon", "likely_text", "line_makers", "listed", "next", "onward", "open_before", "prev", "prose", "recurs",
        "repeat", "short", "signed", "tails", "teaser", "text", "turned", "unit", "wordy",
    )  # fmt: skip

    def __init__(self, unit: Unit, habits: Habits, lexicon: Lexicon):
        self.unit, self.habits, self.lexicon = unit, habits, lexicon
        self.text, self.indent = unit.text, unit.indent
        self.prev: Sight | None = None
        self.next: Sight | None = None
        text = unit.text
        self.folded = fold(text[:REACH])
        """Its beginning in the vocabulary's characters."""
        self.short = len(text) <= SHORT
        self.prose = not self.short or (len(text) > 16 and STOPPED_RE.search(text, 0, len(text) - 1) is not None)
        """Long enough for a paragraph, or at least a sentence."""
        self.headlike = not self.prose
        """Short enough for a heading, and no sentence."""
        self.key = squeeze(BARE_RE.sub("", unit.text)) if len(unit.text) <= 2 * SHORT else ""
        """A short text without spaces and punctuation, folded: what repeats are known by."""
        self.closed = CLOSED_RE.search(unit.text) is not None or ATTRIBUTED_RE.search(unit.text) is not None
        """Whether it ends as a sentence ends."""
        self.likely_text = self.prose or (self.closed and text[-1] not in "）)：:" and len(text) > 6)
        """Text beyond doubt: long, or a short sentence that ends with a full stop."""
        self.credit = False
        """Whether the line names photographers or artists alone."""
        self.wordy = False
        """Running text, be it cut: a sentence, a lede, several clauses."""
        self.repeat = ""
        """Whether the same heading stands near: whole, half (its second part), title (of a page), first."""
        self.recurs = 0
        """How often the same short text stands in the dump."""
        self.listed = False
        """Whether a table of contents names it."""
        self.after_furniture = False
        self.colophon = False
        """Whether it is a line of a box of addresses, 社址 电话 邮箱."""
        self.open_before = False
        """Whether the text before it stopped in mid-sentence."""
        self.teaser = teaser_title(unit.text) if len(unit.text) < 90 else None
        """The headline that a line of 导读 names."""
        self.furniture: Furniture | None = None if unit.inline or names_page(unit.text) else read_furniture(unit.text, lexicon)
        self.lede: Lede | None = None
        self.tails: tuple[Tail, ...] = ()
        self.line_makers: tuple[Maker, ...] = ()
        self.signed = False
        """Whether the makers of the whole line are beyond doubt: a role, a bullet, a described person."""
        self.turned: Turn | None = None
        self.onward: Turn | None = None
        if self.furniture is None or not self.furniture.strong:
            self._read()
            self.credit = self.signed and all(m.role in PICTURES for m in self.line_makers)
        self.wordy = self.prose or self.closed or self.lede is not None or self._has_clauses()

    def _read(self) -> None:
        text, lexicon = self.text, self.lexicon
        self.turned = turn_back(text) or (turn_in_headline(text) if self.short else None)
        if self.turned and self.turned.end < len(text) and not self.short:
            return self._read_ends(self.turned.end)
        self.onward = turn_onward(text) if len(text) < 30 else None
        self.lede = read_lede(text, lexicon)
        marked = self.lede is not None and bool(self.lede.mark) and self.lede.start == 0
        if not marked and len(text) <= 70 and not SENTENCE_RE.search(text) and not UNSIGNED_RE.search(text):
            self._read_signature()
        self._read_ends(0)

    def _read_signature(self) -> None:
        inner = self.text.strip("（()）[]【】〔〕") if self.text[:1] in "（([【〔" else self.text
        makers = read_people(inner, self.lexicon)
        columns = self.lexicon.words("labels", "endings")
        if self.key.endswith(columns) and not APART_RE.search(inner):
            return
        words = self.lexicon.wordset("people", "not_names")
        if any(fold(m.name) in words for m in makers):
            return
        if makers and (has_role(inner, self.lexicon) or all(len(m.name) <= 4 or is_name(m.name, self.lexicon) or m.title for m in makers) and _apart(inner, makers)):
            shift = self.text.index(inner)
            self.line_makers = tuple(m._replace(start=m.start + shift, end=m.end + shift) for m in makers)
            apart = APART_RE.search(self.text) or any(m.role == "commentator" for m in makers)
            role = has_role(self.text, self.lexicon) and (bool(apart) or self.sure_names)
            if has_role(self.text, self.lexicon) and not role:
                self.line_makers = ()  # 编辑提示, 记者手记: a role's word in another one
                return
            self.signed = role or self.text[0] in BULLETS or all(m.title for m in makers)

    def _read_ends(self, start: int) -> None:
        if start:
            self.lede = None
        if not self.line_makers:
            self.tails = read_tails(self.text, self.lexicon)

    def _has_clauses(self) -> bool:
        long = self.unit.inline or len(self.text) > 24 or self.text[-1] in "，、"
        return long and INNER_RE.search(self.text) is not None

    @property
    def cut_by_page(self) -> bool:
        """A few words below a paragraph and above the next page's header: the page ends in mid-sentence."""
        above, below = self.prev, self.next
        return (
            self.short and not self.closed and above is not None and above.likely_text and above.closed
            and below is not None and below.furniture is not None and not self.repeat and len(self.key) >= 2
        )  # fmt: skip

    @property
    def likely_caption(self) -> bool:
        """Between two halves of a sentence, a picture's text is passed over."""
        return self.caption_credit or self.text[0] in "▲▼◤◣△■" or (self.next is not None and self.next.credit)

    @property
    def caption_credit(self) -> bool:
        return any(t.kind == "credit" for t in self.tails)

    @property
    def sure_names(self) -> bool:
        """Whether every name begins with a surname."""
        return bool(self.line_makers) and all(is_name(m.name, self.lexicon) for m in self.line_makers)


def _apart(text: str, makers: tuple[Maker, ...]) -> bool:
    """Whether names without a role are parted from each other, as they are on a line of their own."""
    return all(a.end < b.start for a, b in zip(makers, makers[1:], strict=False))


def look(units: Sequence[Unit], habits: Habits, lexicon: Lexicon) -> list[Sight]:
    """All units with their context."""
    sights = [Sight(unit, habits, lexicon) for unit in units]
    for a, b in zip(sights, sights[1:], strict=False):
        a.next, b.prev = b, a
    counts = Counter(s.key for s in sights if s.key)
    titles: set[str] = {k for s in sights if s.teaser and (k := squeeze(BARE_RE.sub("", s.teaser)))}
    for s in sights:
        s.recurs = counts[s.key]
        if s.key and not s.teaser and s.key in titles:
            s.listed = True
        elif s.key and s.next is not None and s.next.key and s.key + s.next.key in titles:
            s.listed = s.next.listed = True
    _name_pages(sights)
    _confirm_furniture(sights)
    _find_recurring(sights)
    _link_text(sights)
    _find_repeats(sights)
    return sights


def _confirm_furniture(sights: list[Sight]) -> None:
    """A bare name or date is furniture beside furniture, or where it stands again and again."""
    for order in (sights, sights[::-1]):
        before: Sight | None = None
        for s in order:
            company = s.recurs > 1 or (before is None and order is sights) or (before is not None and _is_furniture(before))
            if s.furniture is not None and not s.furniture.strong and company:
                dated = s.furniture.page.newspaper is None and order is not sights
                s.furniture = s.furniture._replace(strong=not dated or s.recurs > 1)
            before = s
    _keep_colophons(sights)
    for s in sights:
        if s.furniture is not None and not s.furniture.strong:
            s.furniture = None


def _find_recurring(sights: list[Sight]) -> None:
    """What stands over every article alike, but for its numbers, is the page's: 字数：612 版名：要闻."""
    shapes = Counter(shape for s in sights if (shape := _shape(s)))
    for s in sights:
        shape = _shape(s)
        alone = all(n is None or _shape(n) != shape for n in (s.prev, s.next))
        if shape and shapes[shape] >= 3 and alone:
            s.furniture = Furniture(Page(), True, False, False)


def _shape(s: Sight) -> str:
    """A line of several fields without its numbers and values; empty for any other line."""
    text = s.text
    plain = s.furniture is None and s.short and not s.unit.inline and not s.closed and not s.lede and not s.line_makers and not s.teaser
    if not plain or not FIELDS_RE.search(text) or text[-1] in "：:" or len(s.key) < 5:
        return ""
    named = VALUES_RE.sub("", text)
    return DIGITS_RE.sub("0", "".join(named.split())) if named != text or DIGITS_RE.search(text) else text


def _name_pages(sights: list[Sight]) -> None:
    """The name of a page on a line of its own, below a header that has none: 综合新闻."""
    named = header = False
    for s in sights:
        if s.furniture is not None and (s.furniture.strong or s.furniture.page.newspaper):
            named = (named or s.furniture.page.name is not None) and not (s.furniture.breaks and s.furniture.page.name is None)
            header = s.furniture.breaks or s.furniture.page.date is not None or s.furniture.page.newspaper is not None
            continue
        above = s.prev
        below_header = above is not None and above.furniture is not None and header
        if below_header and not named and s.key in s.lexicon.wordset("furniture", "pages"):
            s.furniture = Furniture(Page(name="".join(s.text.split())), True, False, False)
        named = False


def _keep_colophons(sights: list[Sight]) -> None:
    """Three lines or more of addresses and numbers to call are a box of their own, not page furniture."""
    run = list[Sight]()
    for s in [*sights, None]:
        if s is not None and s.furniture is not None and (s.furniture.contact or s.furniture.page.editors):
            run.append(s)
            continue
        if len(run) >= 3 and sum(r.furniture is not None and r.furniture.contact for r in run) >= 2:
            for r in run:
                r.furniture, r.colophon = None, True
        run = []


def _is_furniture(s: Sight) -> bool:
    return s.furniture is not None and s.furniture.strong


def _link_text(sights: list[Sight]) -> None:
    """Whether the text before stopped in mid-sentence, furniture and captions between them passed over."""
    last: Sight | None = None
    after_furniture = True
    for s in sights:
        s.after_furniture = after_furniture
        s.open_before = last is not None and not last.closed
        if s.furniture is not None:
            after_furniture = True
            last = None if s.furniture.parts or (s.furniture.ends and not s.furniture.breaks) else last
            continue
        after_furniture = False
        if s.onward or any(t.kind == "turn" for t in s.tails):
            last = None
            continue
        if s.line_makers or s.teaser or s.likely_caption:
            continue
        if s.wordy or s.cut_by_page:
            last = s
        elif last is None or last.closed:
            last = None


def _find_repeats(sights: list[Sight]) -> None:
    lines = [s for s in sights if s.key and s.furniture is None and not s.teaser and not s.signed]
    heads = [s for s in lines if not s.prose or s.repeat]
    prefixes = Counter(m[0] for s in lines if (m := PREFIX_RE.match(s.text)))
    for s in lines:
        if (m := PREFIX_RE.match(s.text)) and prefixes[m[0]] >= 3:
            s.repeat = "title"
    places = {id(s): n for n, s in enumerate(sights)}
    for n, s in enumerate(heads):
        for other in heads[n + 1 : n + 1 + NEAR]:
            between = sights[places[id(s)] + 1 : places[id(other)]]
            if len(s.key) < 4 or s.text[-1] in "：:" or any((x.likely_text and not x.repeat) or x.signed for x in between):
                break
            _compare(s, other)
    _join_repeats([s for s in heads if s.short])
    _find_author_fields(sights)


def _find_author_fields(sights: list[Sight]) -> None:
    """Databases name the author in a field of its own above the headline, and again where the paper did."""
    for n, s in enumerate(sights):
        below = sights[n + 1 : n + 1 + NEAR]
        if s.line_makers and s.after_furniture and any(x.key.endswith(s.key) and x.line_makers for x in below):
            s.repeat = "title"


def _join_repeats(heads: list[Sight]) -> None:
    """A headline set over two or three lines, and once more on one line."""
    for n, s in enumerate(heads):
        for size in (2, 3):
            lines = heads[n : n + size]
            joined = "".join(x.key for x in lines)
            near = heads[max(0, n - 2) : n] + heads[n + size : n + size + 2]
            if len(lines) == size and len(joined) >= 8 and any(x.key == joined for x in near):
                for x in [*lines, *(x for x in near if x.key == joined)]:
                    x.repeat = x.repeat or "first"


def _compare(s: Sight, other: Sight) -> None:
    """The earlier and the later of two headings that stand near each other."""
    if (s.key == other.key and _quoted(s) == _quoted(other)) or _alike(s.key, other.key):
        s.repeat, other.repeat = s.repeat or "first", "whole"
    elif len(other.key) >= 4 and s.key.endswith(other.key):
        s.repeat, other.repeat = s.repeat or "first", other.repeat or "half"
    elif len(other.key) >= 6 and other.key in s.key and PREFIX_RE.match(s.text):
        s.repeat, other.repeat = s.repeat or "title", other.repeat or "first"


def _quoted(s: Sight) -> bool:
    """Wholly in quotation marks: somebody says the headline's words in the text."""
    return s.text[0] in "“「" and s.text[-1] in "”」"


def _alike(a: str, b: str) -> bool:
    """The same heading in the other script, or with an error of the scan: most characters in place."""
    return a != b and len(a) == len(b) >= 8 and sum(x == y for x, y in zip(a, b, strict=True)) >= 0.6 * len(a)
