"""The best path cut into items: what belongs together, on which page and under which label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newssplit.deciding.grammar import LABELS
from newssplit.deciding.path import Choice
from newssplit.lexicon import Lexicon, squeeze
from newssplit.model import Page, Part
from newssplit.rules.flow import flush_in_wrapped
from newssplit.rules.sight import Sight

HEADS = frozenset({"headline", "again", "title", "notice_head", "teaser_head"})
BODIES = frozenset(
    {
        "lede",
        "mark",
        "further",
        "listed",
        "brief",
        "resume",
        "text",
        "last",
        "sourced",
        "turned",
        "more",
        "crosshead",
        "dated",
        "caption",
        "aside",
        "notice",
        "teaser",
    }
)

ENDS = frozenset({"last", "sourced", "turned"})
"""What the last paragraph of an item, or of its half, may be taken for; it may be the rest of a cut one, too."""


@dataclass(slots=True)
class Entry:
    """A unit and what it was taken for."""

    label: str
    sight: Sight
    number: int
    """Index of the unit."""
    flush: bool
    """Whether it stands at the margin of a dump that indents paragraphs, and so goes on with what is above it."""


@dataclass(slots=True)
class Draft:
    """The units of one item before its text is made."""

    entries: list[Entry] = field(default_factory=list)
    """Empty once the article is made, see `let_go`."""
    numbers: list[int] = field(default_factory=list)
    """Indexes of its units."""
    page: Page = field(default_factory=Page)
    section: str | None = None
    margins: list[int] = field(default_factory=list)
    """How sure its first and its last boundary are."""
    editors: list[str] = field(default_factory=list)
    """Those of its page, shared with the page's other items: they may be named below them."""
    bodies: int = 0
    """How many of its units are text."""
    bare: bool = True
    """Whether nothing but headings has been read yet."""
    titles_only: bool = True

    def add(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.numbers.append(entry.number)
        self.bodies += entry.label in BODIES
        self.bare = self.bare and entry.label in HEADS
        self.titles_only = self.titles_only and entry.label == "title"

    def let_go(self) -> None:
        """Forget the units: an article holds all that was read in them, and a large dump has many."""
        self.entries = []

    def labelled(self, *labels: str) -> list[Entry]:
        return [e for e in self.entries if e.label in labels]


@dataclass(slots=True)
class Sheet:
    """A whole dump cut into items, and what is in no item."""

    drafts: list[Draft] = field(default_factory=list)
    sections: list[Part] = field(default_factory=list)
    furniture: list[Part] = field(default_factory=list)


class _Cutter:
    """Walks the path once; the furniture and the labels it meets hold for the items below them."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon, self.sheet = lexicon, Sheet()
        self.page, self.section = Page(), list[str | None]([None])
        self.editors = list[str]()
        self.fresh = False
        """Whether the label stands right over the open item."""
        self.labelled = False
        """Whether a label has been read since the last item began."""
        self.round_up = False
        """Whether the label stands over items without headlines, and so over them alone."""
        self.over_notices = False
        """Whether the label was put over a notice."""
        self.open: Draft | None = None
        self.photo: Draft | None = None

    def take(self, sight: Sight, choice: Choice, number: int) -> None:
        label = LABELS[choice.label]
        if label == "furniture":
            self._furniture(sight)
            return
        if label == "section":
            self._section(sight, choice)
            return
        if choice.opens:
            self._begin(choice)
        if label == "teaser_head":
            self.section = [None]
        if label == "aside":
            self.photo = self._new(_entry(label, sight, number), choice)
            return
        draft = self.photo if label == "credit" and self.photo else self._current(choice)
        if label in ("notice_head", "notice") and not draft.entries:
            self._give_notice(draft)
        if label in ("lede", "mark", "brief") and self._opinion(draft):
            draft.section, self.section = None, [None]
        if (
            draft.section is not None
            and not draft.entries
            and label in ("lede", "mark", "brief", "text", "last", "sourced")
        ):
            self.round_up = True
        draft.add(_entry(label, sight, number))
        if label == "caption":
            self.photo, self.open = draft, None
        elif label != "credit":
            self.photo = None
        if draft.bare or (label in BODIES and draft.bodies == 1):
            draft.page = self.page

    def _give_notice(self, draft: Draft) -> None:
        """A column holds for a notice only where it was put over notices: 便民信息, 公告栏."""
        self.over_notices = self.fresh or (self.over_notices and draft.section is not None)
        if not self.over_notices:
            draft.section = None

    def _opinion(self, draft: Draft) -> bool:
        """Whether a column of opinion or letters stands over news that it was not put over itself."""
        inherited = draft.section is not None and not self.fresh
        return inherited and self.lexicon.ends(squeeze(draft.section or ""), "labels", "opinions")

    def _furniture(self, sight: Sight) -> None:
        self.sheet.furniture += [Part("furniture", *span) for span in sight.unit.spans(0, len(sight.text))]
        found = sight.furniture
        if found is None:
            self.page = self.page._replace(newspaper="".join(sight.text.split()))
            return
        said = found.page
        if found.ends and not self._in_head():
            self.section = [None]
            if self.open is not None and self.open.titles_only:
                self.open.section = None
        if found.breaks and not self._in_head():
            self.page, self.editors = Page(self.page.newspaper, self.page.date), []
        self.page = Page(
            said.newspaper or self.page.newspaper,
            said.date or self.page.date,
            said.number or self.page.number,
            said.name or self.page.name,
        )
        self.editors += said.editors
        if found.column and found.section is None:
            self.section = [None]

    def _in_head(self) -> bool:
        return self.open is not None and self.open.bare and not self.open.titles_only

    def _section(self, sight: Sight, choice: Choice) -> None:
        found = sight.furniture
        start, end = found.section if found and found.section else (0, len(sight.text))
        self.sheet.sections += [Part("section", *span) for span in sight.unit.spans(start, end)]
        self.sheet.furniture += [Part("furniture", *span) for span in sight.unit.spans(0, start)]
        name = label_name(sight.text[start:end])
        self.round_up, self.fresh, self.over_notices = False, True, False
        self.labelled = True
        single = squeeze(name) in self.lexicon.wordset("labels", "single")
        if self.open is None or not self.open.bare:
            self.open = self.photo = None
        self.section = [self.section[0], name] if single else [name]
        if self.open is not None:
            self.open.section = self.section.pop() if single else name

    def _begin(self, choice: Choice) -> None:
        if self.open is not None and self.open.titles_only:
            return
        self.open = self.photo = None
        if self.sheet.drafts:
            self.sheet.drafts[-1].margins.append(choice.margin)

    def _current(self, choice: Choice) -> Draft:
        if self.open is None:
            self.open = self._new(None, choice)
        return self.open

    def _new(self, entry: Entry | None, choice: Choice) -> Draft:
        if self.round_up and LABELS[choice.label] in HEADS:
            self.section = [None]
        self.round_up = False
        self.fresh, self.labelled = self.labelled, False
        draft = Draft(page=self.page, section=self.section[-1], margins=[choice.margin], editors=self.editors)
        if entry:
            draft.add(entry)
        self.sheet.drafts.append(draft)
        self.section = self.section[:1]
        return draft


def _entry(label: str, sight: Sight, number: int) -> Entry:
    return Entry(label, sight, number, label in ENDS and flush_in_wrapped(sight))


def label_name(text: str) -> str:
    """A label without its brackets and bullets: `【时政简讯】`, `■核心提示`."""
    return text.strip(" \u3000■□◆●▲★☆【】〔〕[]［］（）()<>《》〈〉「」：:—-")


def cut(sights: Sequence[Sight], choices: Sequence[Choice], lexicon: Lexicon) -> Sheet:
    """The items of a dump, in the order in which they begin."""
    cutter = _Cutter(lexicon)
    for number, (sight, choice) in enumerate(zip(sights, choices, strict=True)):
        cutter.take(sight, choice, number)
    drafts = [d for d in cutter.sheet.drafts if d.entries]
    first = next((d.page for d in drafts if d.page.newspaper or d.page.date), cutter.page)
    for draft in drafts:
        own = draft.page
        draft.page = Page(
            own.newspaper or first.newspaper, own.date or first.date, own.number, own.name, tuple(draft.editors)
        )
    cutter.sheet.drafts = drafts
    return cutter.sheet
