"""A unit in its context: what a rule may look at.

What is costly to read (ledes, people, furniture) is read once for each unit that can have it; rules
only ask for it.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter

from newssplit.lexicon import Lexicon, fold, keyed
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.anew import CAPTION_MARKS
from newssplit.reading.habits import Habits
from newssplit.reading.units import Unit
from newssplit.rules.continuation import Turn, turn_back, turn_in_headline, turn_onward
from newssplit.rules.fields import field_furniture, read_author
from newssplit.rules.furniture import Furniture, read_furniture
from newssplit.rules.ledes import Lede, read_lede
from newssplit.rules.makers import Maker
from newssplit.rules.people import sure_names
from newssplit.rules.signed_lines import read_signed_line
from newssplit.rules.signs import printed
from newssplit.rules.stops import SHORT, is_closed, pauses
from newssplit.rules.tails import Tail, read_tails
from newssplit.rules.teasers import Teaser, read_teaser

UNCOUNTED = -1
DEEPEST = 8
"""Columns by which a paragraph may be indented; what stands deeper is centred."""
AT_RIGHT = 14
"""Columns of space before what is set far to the right."""
PICTURES = ("photographer", "artist")
STOPPED_RE = re.compile(r"[。；](?!”)|[。；].{12}|.{18}[！？!?](?![\s”」』：]).{8}")
"""A full stop within a line, or a question with much behind it: more than a headline holds."""
INNER_RE = re.compile(r"[，,；、]\S")


OF_TEXT = (
    "text", "habits", "lexicon", "folded", "short", "prose", "headlike", "key", "closed", "likely_text", "printed",
    "lede", "tails", "line_makers", "sure_names", "signed", "credit", "turned", "onward", "teaser", "furniture", "wordy",
)  # fmt: skip
"""What is the same of each unit that has the same text."""
of_text = attrgetter(*OF_TEXT)


@cache
def _source_re(lexicon: Lexicon) -> re.Pattern[str]:
    """Where a picture is from, without a photographer: 新华社发."""
    agencies, archives = lexicon.one_of("marks.agencies"), lexicon.one_of("captions.archives")
    pictures, sends = lexicon.one_of("captions.pictures"), lexicon.one_of("captions.sends", "captions.pictures")
    shot = lexicon.one_of("people.makers") + lexicon.one_of("captions.shot")
    own, ours = lexicon.one_of("marks.own"), lexicon.one_of("marks.ours")
    sent = rf"{agencies}(?:[\s/／]?{sends}|{shot})"
    return re.compile(rf"[（(]?(?:{sent}|{own}{shot}|(?:{ours})?{archives}{pictures})[）)]?")


class Sight:
    """One unit as the rules see it; `prev` and `next` are its neighbours."""

    __slots__ = (
        "after_furniture", "brief", "bulleted", "closed", "colophon", "credit", "flush", "folded", "furniture", "habits",
        "headless", "headlike", "key", "label", "lede", "lexicon", "likely_text", "line_makers", "listed", "next",
        "onward", "open_before", "place", "prev", "printed", "prose", "recurs", "repeat", "shared", "short",
        "short_above", "short_below", "signed", "sure_names", "tails", "teaser", "text", "turned", "unit", "wordy",
    )  # fmt: skip

    def __init__(self, unit: Unit, habits: Habits, lexicon: Lexicon, like: Sight | None = None):
        """`like` is a sight of the same text, from which what is the same need not be read again; see `again`."""
        if like is None:
            self._read_text(unit, habits, lexicon)
        else:
            for name, value in zip(OF_TEXT, of_text(like), strict=True):
                setattr(self, name, value)
        self._stand(unit)

    def _read_text(self, unit: Unit, habits: Habits, lexicon: Lexicon) -> None:
        self.text = text = unit.text
        self.habits, self.lexicon = habits, lexicon
        self.folded = folded = fold(text)
        """The same in the vocabulary's characters."""
        self.short = short = len(text) <= SHORT
        heading = unit.mark is not None and unit.mark.heading > 0
        stopped = short and len(text) > 16 and STOPPED_RE.search(text, 0, len(text) - 1) is not None
        self.prose = prose = not heading and (not short or stopped)
        """Long enough for a paragraph, or at least a sentence."""
        self.headlike = not prose
        """Short enough for a heading, and no sentence."""
        self.key = key = keyed(folded) if len(text) <= 2 * SHORT else ""
        """A short text without spaces and punctuation, folded: what repeats are known by."""
        self.closed = closed = is_closed(text) or (text[-1] in "、，" and (habits.pausing or pauses(text)))
        """Whether it ends as a sentence ends."""
        self.likely_text = prose or (closed and text[-1] not in "）)：:" and len(text) > 6 and not heading)
        """Text beyond doubt: long, or a short sentence that ends with a full stop."""
        self.printed = printed(text, folded, key, lexicon, headlike=not prose)
        """What it shows by itself, and later among which lines it stands; see `signs`."""
        self._read(unit)

    def _stand(self, unit: Unit) -> None:
        """Where the text stands, and what is found later, among its neighbours."""
        self.unit = unit
        self.label, self.flush = "", False
        """What it was taken for, once that is decided; and whether it then goes on with what is above it, as it stands
        at the margin of a dump that indents paragraphs."""
        self.prev: Sight | None = None
        self.next: Sight | None = None
        self.place = 0
        """Its number among the units of the dump."""
        self.short_above: Sight | None = None
        self.short_below: Sight | None = None
        """The nearest short lines that are no sentences, with neither furniture nor a lede in between."""
        self.repeat = ""
        """Whether the same heading stands near: whole, half (its second part), title (of a page), first."""
        self.recurs = 0
        """How often the same short text stands in the dump, where it may be furniture."""
        self.listed = False
        """Whether a table of contents names it."""
        self.shared: int | None = UNCOUNTED
        """Pairs of characters that the texts above and below share; None where there is too little text."""
        self.brief = False
        """Whether it stands in a column of briefs."""
        self.headless = False
        """Whether it is one of several short paragraphs right below the name of such a column."""
        self.bulleted = False
        """Whether a bullet before it opens headlines in this dump."""
        self.after_furniture = False
        self.colophon = False
        """Whether it is a line of a box of addresses, 社址 电话 邮箱."""
        self.open_before = False
        """Whether the text before it stopped in mid-sentence."""

    def again(self, unit: Unit) -> Sight:
        """The same text as another unit of the same kind; only before anything is asked of neighbours."""
        other = Sight(unit, self.habits, self.lexicon, self)
        unit.text = self.text  # one string for both
        return other

    def _read(self, unit: Unit) -> None:
        """What the text says; page furniture beyond doubt is asked nothing else."""
        self.lede: Lede | None = None
        self.tails: tuple[Tail, ...] = ()
        self.line_makers: tuple[Maker, ...] = ()
        self.sure_names = False
        """Whether the names of all of them begin with a surname."""
        self.signed = False
        """Whether the makers of the whole line are beyond doubt: a role, a bullet, a described person."""
        self.credit = False
        """Whether the line names photographers or artists alone."""
        self.turned: Turn | None = None
        self.onward: Turn | None = None
        teaser = read_teaser(self.text, self.folded, self.lexicon)
        self.teaser = teaser.title if teaser else None
        """The headline that a line of 导读 names."""
        self.furniture = self._furniture(unit, teaser)
        if self.furniture is None or not self.furniture.strong:
            self._read_item(unit)
        self.wordy = self._is_wordy(unit)
        """Running text, be it cut: a sentence, a lede, several clauses."""

    def _furniture(self, unit: Unit, teaser: Teaser | None) -> Furniture | None:
        if unit.field:
            return field_furniture(unit)
        ends_with_page = teaser is not None and teaser.page_behind
        return None if unit.inline or ends_with_page else read_furniture(self.text, self.folded, self.lexicon)

    def _read_item(self, unit: Unit) -> None:
        text, folded, lexicon = self.text, self.folded, self.lexicon
        if unit.field == "author":
            called = unit.mark.called if unit.mark is not None else ""
            self.line_makers, self.signed = read_author(text, called, lexicon), True
            self.sure_names = sure_names(self.line_makers, lexicon)
            return
        self.turned = turn_back(text, folded, lexicon) or (
            turn_in_headline(text, folded, lexicon) if self.short else None
        )
        if self.turned and self.turned.end < len(text) and not self.short:
            self.tails = read_tails(text, folded, lexicon)
            return
        self.onward = turn_onward(folded, lexicon) if len(text) < 30 else None
        self.lede = read_lede(text, folded, lexicon)
        marked = self.lede is not None and bool(self.lede.mark) and self.lede.start == 0
        signed = None if marked else read_signed_line(text, self.key, lexicon)
        if signed:
            self.line_makers, self.signed = signed
            self.sure_names = sure_names(self.line_makers, lexicon)
        if not self.line_makers:
            self.tails = read_tails(text, folded, lexicon)
        reported = lexicon.ends(folded, "marks", "filing")  # 摄影报道 signs an article, too
        pictured = self.signed and not reported and all(m.role in PICTURES for m in self.line_makers)
        self.credit = pictured or (self.short and _source_re(lexicon).fullmatch(folded) is not None)

    def _is_wordy(self, unit: Unit) -> bool:
        # asked of a method, as a type checker takes `lede` for None behind the line that sets it to None; compiled
        # code believes that, and fails where `_read_item` has found one
        return self.prose or self.closed or self.lede is not None or self._has_clauses(unit)

    def _has_clauses(self, unit: Unit) -> bool:
        long = unit.inline or len(self.text) > 24 or self.text[-1] in "，、"
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
        begins = (
            self.headlike and self.habits.indent_tells and 2 <= self.unit.indent <= DEEPEST and not self.unit.inline
        )
        if not begins or self.closed or self.line_makers or self.teaser:
            return False
        below = self.next
        while below is not None and below.furniture is not None:
            below = below.next
        rest = below is not None and below.unit.indent < 2 and not below.unit.inline and below.lede is None
        return rest and below is not None and (below.prose or below.text[-1] == "。")

    @property
    def heads_something(self) -> bool:
        """A short line without a stop that no comma or bracket ties to the text above: with a blank line before it, or
        at the margin, above an indented paragraph."""
        above, below = self.prev, self.next
        tied = above is None or above.text[-1] in "，、,（(“「：:" or above.furniture is not None
        if not self.headlike or self.wordy or tied or len(self.key) < 2:
            return False
        outdented = self.habits.indent_tells and self.unit.indent < 2 and not self.unit.inline
        return self.unit.blank or (outdented and below is not None and below.prose and below.unit.indent >= 2)

    @property
    def likely_caption(self) -> bool:
        """Between two halves of a sentence, a picture's text is passed over."""
        if self.text[0] in CAPTION_MARKS or (self.next is not None and self.next.credit):
            return True
        return bool(self.tails) and self.caption_credit

    @property
    def caption_credit(self) -> bool:
        return any(t.kind in ("credit", "report") for t in self.tails)
