"""A unit in its context: what a rule may look at.

What is costly to read (ledes, people, furniture) is read once for each unit that can have it; rules
only ask for it.
"""

from __future__ import annotations

import re
from copy import copy

from newssplit.lexicon import Lexicon, fold, squeeze
from newssplit.model import Page
from newssplit.reading.habits import Habits
from newssplit.reading.units import Unit
from newssplit.reading.wrapping import CAPTION_MARKS
from newssplit.rules.continuation import Turn, turn_back, turn_in_headline, turn_onward
from newssplit.rules.fields import field_furniture, read_author
from newssplit.rules.furniture import Furniture, read_furniture
from newssplit.rules.ledes import Lede, read_lede
from newssplit.rules.makers import Maker
from newssplit.rules.people import sure_names
from newssplit.rules.signed_lines import read_signed_line
from newssplit.rules.tails import Tail, read_tails
from newssplit.rules.teasers import Teaser, read_teaser

UNCOUNTED = -1
DEEPEST = 8
"""Columns by which a paragraph may be indented; what stands deeper is centred."""
PICTURES = ("photographer", "artist")
SHORT = 48
"""A heading has no more characters than this."""
REACH = 130
STOPPED_RE = re.compile(r"[。；](?!”)|[。；].{12}|.{18}[！？!?](?![\s”」』：]).{8}")
"""A full stop within a line, or a question with much behind it: more than a headline holds."""
STOPS = "。！？!?…；;：:"
CLOSING = "”」』’'\")）]】"
INNER_RE = re.compile(r"[，,；、]\S")
BARE_RE = re.compile(r"[\W_]+")
ATTRIBUTED_RE = re.compile(r"[”」』。]\s*——[^。]{1,20}$")
"""A quotation and who said it is complete."""
SOURCE_RE = re.compile(
    r"[（(]?(?:(?:新华|中新|中央|法新|路透|美联)社[\s/／]?(?:发|照片|图片|供图)|(?:本报|本刊)?(?:资料|网络|档案)(?:图片|照片|图))[）)]?"
)
"""Where a picture is from, without a photographer: 新华社发."""


class Sight:
    """One unit as the rules see it; `prev` and `next` are its neighbours."""

    __slots__ = (
        "after_furniture", "brief", "closed", "colophon", "credit", "folded", "furniture", "habits", "headlike", "indent", "key", "lede",
        "lexicon", "likely_text", "line_makers", "listed", "next", "onward", "open_before", "prev", "prose", "recurs",
        "repeat", "shared", "short", "signed", "tails", "teaser", "text", "turned", "unit", "wordy",
    )  # fmt: skip

    def __init__(self, unit: Unit, habits: Habits, lexicon: Lexicon):
        self.unit, self.habits, self.lexicon, self.indent = unit, habits, lexicon, unit.indent
        self.text = text = unit.text
        self.prev: Sight | None = None
        self.next: Sight | None = None
        self.folded = fold(text[:REACH])
        """Its beginning in the vocabulary's characters."""
        self.short = len(text) <= SHORT
        self.prose = not self.short or (len(text) > 16 and STOPPED_RE.search(text, 0, len(text) - 1) is not None)
        """Long enough for a paragraph, or at least a sentence."""
        self.headlike = not self.prose
        """Short enough for a heading, and no sentence."""
        self.key = squeeze(BARE_RE.sub("", unit.text)) if len(unit.text) <= 2 * SHORT else ""
        """A short text without spaces and punctuation, folded: what repeats are known by."""
        self.closed = _closed(text) or (habits.pausing and text[-1] in "、，")
        """Whether it ends as a sentence ends."""
        self.likely_text = self.prose or (self.closed and text[-1] not in "）)：:" and len(text) > 6)
        """Text beyond doubt: long, or a short sentence that ends with a full stop."""
        teaser = read_teaser(text)
        self.teaser = teaser.title if teaser else None
        """The headline that a line of 导读 names."""
        self.furniture = self._furniture(teaser)
        self._expect()
        if self.furniture is None or not self.furniture.strong:
            self._read()
        self.wordy = self.prose or self.closed or self.lede is not None or self._has_clauses()
        """Running text, be it cut: a sentence, a lede, several clauses."""

    def again(self, unit: Unit) -> Sight:
        """The same text as another unit of the same kind; only before anything is asked of neighbours."""
        other = copy(self)
        other.unit, other.indent = unit, unit.indent
        unit.text = self.text  # one string for both
        return other

    def _furniture(self, teaser: Teaser | None) -> Furniture | None:
        unit, lexicon = self.unit, self.lexicon
        if unit.field:
            return field_furniture(unit, lexicon)
        ends_with_page = teaser is not None and teaser.page_behind
        return None if unit.inline or ends_with_page else read_furniture(unit.text, lexicon)

    def _expect(self) -> None:
        """What is found later: by reading the line, or among its neighbours."""
        self.lede: Lede | None = None
        self.tails: tuple[Tail, ...] = ()
        self.line_makers: tuple[Maker, ...] = ()
        self.signed = False
        """Whether the makers of the whole line are beyond doubt: a role, a bullet, a described person."""
        self.credit = False
        """Whether the line names photographers or artists alone."""
        self.turned: Turn | None = None
        self.onward: Turn | None = None
        self.repeat = ""
        """Whether the same heading stands near: whole, half (its second part), title (of a page), first."""
        self.recurs = 0
        """How often the same short text stands in the dump."""
        self.listed = False
        """Whether a table of contents names it."""
        self.shared: int | None = UNCOUNTED
        """Pairs of characters that the texts above and below share; None where there is too little text."""
        self.brief = False
        """Whether it stands in a column of briefs."""
        self.after_furniture = False
        self.colophon = False
        """Whether it is a line of a box of addresses, 社址 电话 邮箱."""
        self.open_before = False
        """Whether the text before it stopped in mid-sentence."""

    def _read(self) -> None:
        text, lexicon = self.text, self.lexicon
        if self.unit.field == "author":
            self.line_makers, self.signed = read_author(text, lexicon), True
            return
        self.turned = turn_back(text) or (turn_in_headline(text) if self.short else None)
        if self.turned and self.turned.end < len(text) and not self.short:
            self._read_ends(self.turned.end)
            return
        self.onward = turn_onward(text) if len(text) < 30 else None
        self.lede = read_lede(text, lexicon)
        marked = self.lede is not None and bool(self.lede.mark) and self.lede.start == 0
        signed = None if marked else read_signed_line(text, self.key, lexicon)
        if signed:
            self.line_makers, self.signed = signed
        self._read_ends(0)
        pictured = self.signed and all(m.role in PICTURES for m in self.line_makers)
        self.credit = pictured or (self.short and SOURCE_RE.fullmatch(self.folded) is not None)

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
        if above is None or below is None or below.furniture is None or not self.short or self.closed or self.repeat:
            return False
        clauses = len(self.key) >= 14 and INNER_RE.search(self.text) is not None
        footer = not below.furniture.breaks and below.furniture.page == Page()
        return len(self.key) >= 2 and ((above.likely_text and above.closed) or (clauses and footer))

    @property
    def cut_in_column(self) -> bool:
        """An indented line that stops in mid-sentence, above the rest of the paragraph at the margin."""
        begins = self.headlike and self.habits.indent_tells and 2 <= self.indent <= DEEPEST and not self.unit.inline
        if not begins or self.closed or self.line_makers or self.teaser:
            return False
        below = self.next
        while below is not None and below.furniture is not None:
            below = below.next
        rest = below is not None and below.indent < 2 and not below.unit.inline and below.lede is None
        return rest and below is not None and (below.prose or below.text[-1] == "。")

    @property
    def heads_something(self) -> bool:
        """A short line without a stop, with a blank line before it, that no comma or bracket ties to the text above."""
        above = self.prev
        tied = above is None or above.text[-1] in "，、,（(“「：:" or above.furniture is not None
        return self.headlike and not self.wordy and self.unit.blank and not tied and len(self.key) > 1

    @property
    def likely_caption(self) -> bool:
        """Between two halves of a sentence, a picture's text is passed over."""
        return self.caption_credit or self.text[0] in CAPTION_MARKS or (self.next is not None and self.next.credit)

    @property
    def caption_credit(self) -> bool:
        return any(t.kind == "credit" for t in self.tails)

    @property
    def sure_names(self) -> bool:
        """Whether every name begins with a surname."""
        return bool(self.line_makers) and sure_names(self.line_makers, self.lexicon)


def _closed(text: str) -> bool:
    """Whether a text ends with a stop (no figure's point), a quotation or a bracket, or says whose words it quotes."""
    if text[-1] in "”」』)）":
        return True
    bare = text.rstrip(CLOSING)
    stopped = bare != "" and (bare[-1] in STOPS or (bare[-1] == "." and not bare[-2:-1].isdecimal()))
    return stopped or ("——" in text[-22:] and ATTRIBUTED_RE.search(text) is not None)
