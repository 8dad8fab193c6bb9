"""The best path cut into items: what belongs together, on which page and under which label."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newssplit.assembling.draft import BODIES, EDITORS, ENDS, HEADS, PHOTOS, Draft, Sheet, bits
from newssplit.deciding.path import Choice
from newssplit.labels import LABEL, LABELS
from newssplit.lexicon import Lexicon, squeeze
from newssplit.model import Page
from newssplit.reading.marks import Mark
from newssplit.rules.flow import flush_in_wrapped
from newssplit.rules.labels import FOUR, label_name, names_a_column, too_long_for_label
from newssplit.rules.sight import Sight


class Cutter:
    """Walks the path once; the furniture and the labels it meets hold for the items below them."""

    def __init__(self, lexicon: Lexicon, *, names_columns: bool):
        self.lexicon, self.sheet = lexicon, Sheet()
        self.names_columns = names_columns
        """Whether some label of this dump is surely one, see `_is_label`."""
        self.page, self.section = Page(), list[str | None]([None])
        self.editors = list[str]()
        self.fresh = False
        """Whether the label stands right over the open item."""
        self.named = False
        """Whether the label is the value of a record's field, and so that record's alone."""
        self.labelled = False
        """Whether a label has been read since the last item began."""
        self.round_up = False
        """Whether the label stands over items without headlines, and so over them alone."""
        self.over_notices = False
        """Whether the label was put over a notice."""
        self.over_news = False
        """Whether news without a label of its own may stand under this one: a known column, and none of opinion."""
        self.over_photos = False
        """Whether the label was put over a photograph: none of 88 that are annotated holds for more than that."""
        self.age = -1
        """How many items have begun since the last label; -1 where none was read."""
        self.open: Draft | None = None
        self.photo: Draft | None = None
        self.dateline: Sight | None = None
        """That of the item that is about to begin."""
        self.first: Page | None = None
        """The first page that names a newspaper or a date; None before the end of the dump."""

    @property
    def between(self) -> bool:
        """Whether nothing that was read so far would go into an item that begins now."""
        return self.dateline is None and (self.open is None or not self.open.titles_only)

    def carried(self) -> Cutter:
        """One that goes on with the furniture and the labels read so far, and with no item."""
        other = Cutter(self.lexicon, names_columns=self.names_columns)
        other.page, other.section, other.editors = self.page, list(self.section), list(self.editors)
        other.fresh, other.named, other.labelled, other.age = self.fresh, self.named, self.labelled, self.age
        other.round_up, other.over_notices, other.over_news = self.round_up, self.over_notices, self.over_news
        other.dateline, other.first, other.over_photos = self.dateline, self.first, self.over_photos
        return other

    def take(self, sight: Sight, choice: Choice) -> None:
        label = sight.label = LABELS[choice.label]
        if sight.unit.mark is not None:
            self._carry(sight.unit.mark, sight.habits.fielded)
        sight.flush = label in ENDS and flush_in_wrapped(sight)
        if label == "furniture" and sight.unit.field == "dateline":
            self._send(sight)
            return
        if label == "furniture":
            self._furniture(sight)
            return
        if label == "section":
            self._section(sight)
            return
        if choice.opens:
            self._begin()
        if label == "teaser_head":
            self.section = [None]
        if label == "aside":
            self.photo = self._new(label)
            self.photo.add(sight)
            return
        draft = self.photo if label == "credit" and self.photo else self._current(label)
        if label in ("notice_head", "notice") and not draft.sights:
            self._give_notice(draft)
        if label in ("lede", "mark", "brief") and self._outlasted(draft):
            draft.section, self.section = None, [None]
        if (
            draft.section is not None
            and not draft.sights
            and label in ("lede", "mark", "brief", "text", "last", "sourced")
        ):
            self.round_up = True
        draft.add(sight)
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

    def _outlasted(self, draft: Draft) -> bool:
        """Whether news begins below a label that was put over another item: one of opinion or letters ends there, and
        so does one that no list knows."""
        return draft.section is not None and not self.fresh and not self.over_news

    def _furniture(self, sight: Sight) -> None:
        self.sheet.furniture += sight.unit.parts("furniture", 0, len(sight.text))
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
        self._say(said)
        self.editors += said.editors[: EDITORS - len(self.editors)]
        if found.column and found.section is None:
            self.section = [None]

    def _send(self, sight: Sight) -> None:
        """A record says who sent it, above its headline or below."""
        if self.open is not None and not self.open.bodies:
            self.open.dateline = sight
        else:
            self.dateline = sight

    def _carry(self, mark: Mark, fielded: bool) -> None:
        """What a carrier says at the beginning of a record; a label of one record does not hold in the next."""
        if mark.framed or (mark.border > 0 and (fielded or self.named)):
            self.section = [None]
        if mark.page is not None:
            self._say(mark.page)

    def _say(self, said: Page) -> None:
        """Take over what furniture or a carrier says of the page; of what it does not say the old holds on."""
        self.page = Page(
            said.newspaper or self.page.newspaper,
            said.date or self.page.date,
            said.number or self.page.number,
            said.name or self.page.name,
        )

    def _in_head(self) -> bool:
        return self.open is not None and self.open.bare and not self.open.titles_only

    def _section(self, sight: Sight) -> None:
        found = sight.furniture
        start, end = found.section if found and found.section else (0, len(sight.text))
        self.sheet.sections += sight.unit.parts("section", start, end)
        self.sheet.furniture += sight.unit.parts("furniture", 0, start)
        name = label_name(sight.text[start:end])
        self.round_up, self.fresh, self.over_notices, self.named = False, True, False, sight.unit.field == "column"
        self.labelled, self.age, self.over_photos = True, 0, False
        unlikely = not self.names_columns and len(squeeze(name)) != FOUR
        single = unlikely or self._is_single(name) or too_long_for_label(sight)
        self.over_news = names_a_column(sight) and not self.lexicon.ends(squeeze(name), "labels", "opinions")
        if self.open is None or not self.open.bare:
            self.open = self.photo = None
        self.section = [None, name] if single else [name]
        if self.open is not None:
            self.open.section = self.section.pop() if single else name

    def _is_single(self, name: str) -> bool:
        """Whether a label is of a kind that stands over one item alone: 图片新闻, 更正."""
        return any(squeeze(name) in self.lexicon.wordset("labels", kind) for kind in ("single", "boxes"))

    def _begin(self) -> None:
        if self.open is None or not self.open.titles_only:
            self.open = self.photo = None

    def _current(self, label: str) -> Draft:
        if self.open is None:
            self.open = self._new(label)
        return self.open

    def _new(self, label: str) -> Draft:
        """A draft that begins with a unit of this label."""
        photo = bits(label) & PHOTOS != 0
        if (self.round_up and label in HEADS) or (self.over_photos and not photo):
            self.section = [None]
        self.round_up = False
        self.fresh, self.labelled = self.labelled, False
        self.over_photos = photo and (self.fresh or self.over_photos)
        draft = Draft(self.page, self.section[-1], self.editors)
        draft.dateline, self.dateline = self.dateline, None
        draft.age = self.age
        self.age += self.age >= 0
        self.sheet.drafts.append(draft)
        self.section = self.section[:1]
        return draft


def _is_label(sight: Sight) -> bool:
    """Whether a label is known for one, or in brackets or behind a bullet. Where a dump has none that is, it holds for
    the next item in 2 of 22 cases; one of four characters, as most are, over items without datelines in 11 of 15."""
    return names_a_column(sight) or label_name(sight.text) != sight.text.strip(" \u3000—-")


def cut(sights: Sequence[Sight], choices: Sequence[Choice], lexicon: Lexicon) -> Sheet:
    """The items of a dump, in the order in which they begin."""
    return cut_on(sights, choices, lexicon, None, ())[0]


def cut_on(
    sights: Sequence[Sight], choices: Sequence[Choice], lexicon: Lexicon, above: Cutter | None, asked: Collection[int]
) -> tuple[Sheet, dict[int, Cutter]]:
    """The items of a piece of a dump, and by place, where it is `asked` for and nothing is open, what goes on from
    there; `above` is what goes on from the piece above."""
    labels = (sight for sight, choice in zip(sights, choices, strict=True) if choice.label == LABEL["section"])
    names_columns = (above is not None and above.names_columns) or any(map(_is_label, labels))
    cutter = Cutter(lexicon, names_columns=names_columns)
    if above is not None:
        cutter = above.carried()
        cutter.names_columns = names_columns
    states = dict[int, Cutter]()
    for n, (sight, choice) in enumerate(zip(sights, choices, strict=True)):
        if n in asked and cutter.between:
            states[n] = cutter.carried()
        cutter.take(sight, choice)
    drafts = [d for d in cutter.sheet.drafts if d.sights]
    first = cutter.first or next((d.page for d in drafts if d.page.newspaper or d.page.date), None)
    for state in states.values():
        state.first = first
    _complete(drafts, first or cutter.page)
    cutter.sheet.drafts = drafts
    return cutter.sheet, states


def _complete(drafts: Sequence[Draft], first: Page) -> None:
    """What the pages of items above the first masthead do not say is as there."""
    for draft in drafts:
        own = draft.page
        draft.page = Page(
            own.newspaper or first.newspaper, own.date or first.date, own.number, own.name, tuple(draft.editors)
        )
