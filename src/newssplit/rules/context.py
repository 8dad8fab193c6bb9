"""What a unit's neighbours make of it: page furniture, text that goes on, headings printed again."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.lexicon import Lexicon
from newssplit.model import Page
from newssplit.reading.habits import SAMPLE, Habits
from newssplit.reading.units import Unit
from newssplit.rules.bulleted import find_bulleted
from newssplit.rules.byline_words import BULLETS
from newssplit.rules.confirming import confirm_furniture
from newssplit.rules.contents import find_listed, read_contents
from newssplit.rules.furniture import Furniture
from newssplit.rules.labels import known_label, label_ending
from newssplit.rules.linking import link_series, link_short_lines, link_text
from newssplit.rules.lists import find_lists, find_rows, find_runs
from newssplit.rules.makers import Maker
from newssplit.rules.mastheads import find_mastheads
from newssplit.rules.page_names import find_page_names
from newssplit.rules.repeats import find_repeats
from newssplit.rules.sight import AT_RIGHT, PICTURES, Sight
from newssplit.rules.signs import ENDING, NAMED
from newssplit.rules.stops import SHORT

OFFICE = (3, 16)
"""Characters of the name of an office that signs."""
FEW, UNSIGNED = 4, 0.2
"""Of so many short lines over paragraphs this share may be signed in a dump that signs nothing."""
HEADLESS, LONGEST_BRIEF = 3, 120
"""So many paragraphs without a headline show that each is a brief: as well as two on all dumps with a gold, where four
lose six of 736 articles on papers to which nothing is fitted. And so many characters a brief has at most."""
BULLETED = 2
BRIEF = 2
"""A brief has no more paragraphs."""


def look(units: Sequence[Unit], habits: Habits, lexicon: Lexicon, *, complete: bool = False) -> list[Sight]:
    """All units with their context; `complete` where the habits say already whether the dump signs its items."""
    sights = _sights(units, habits, lexicon)
    _place(sights)
    _file_datelines(sights)
    _sign_for_offices(sights)
    read_contents(sights, lexicon)
    find_listed(sights)
    confirm_furniture(sights)
    find_mastheads(sights)
    find_page_names(sights)
    _confirm_names(sights)
    _confirm_reports(sights)
    find_bulleted(sights)
    link_text(sights)
    link_short_lines(sights)
    link_series(sights)
    if not complete:
        _count_signed(sights)
    find_repeats(sights)
    find_lists(sights)
    find_runs(sights)
    find_rows(sights)
    _mark_briefs(sights)
    return sights


def _place(sights: Sequence[Sight]) -> None:
    above: Sight | None = None
    for place, s in enumerate(sights):
        s.place, s.prev = place, above
        if above is not None:
            above.next = s
        above = s


def _file_datelines(sights: Sequence[Sight]) -> None:
    """A record's dateline opens the text where it stands below the headline; elsewhere it is only noted."""
    for s in sights:
        if s.unit.field == "dateline" and (s.prev is None or s.prev.likely_text or s.prev.furniture is not None):
            s.furniture, s.lede = Furniture(Page(), True, False, False), None


def _sign_for_offices(sights: Sequence[Sight]) -> None:
    """A school, an office or a works team signs as a person does, far to the right below the last sentence."""
    for s in sights:
        if s.unit.indent >= AT_RIGHT and s.headlike and not s.closed and _is_signed_below(s):
            s.line_makers = (Maker("".join(s.text.split()), None, None, 0, len(s.text)),)


def _is_signed_below(s: Sight) -> bool:
    """Whether a text ends above a line of a few words that say nothing else, and none goes on below it."""
    if s.line_makers or s.furniture is not None or s.teaser or s.turned or s.onward or not _may_be_office(s):
        return False
    ends = s.prev is not None and s.prev.likely_text and s.prev.closed
    return ends and (s.next is None or (not s.next.likely_text and s.next.unit.indent < AT_RIGHT))


def _may_be_office(s: Sight) -> bool:
    """Whether nothing but a few words stand in a line, no date and no agency: `青溪区第三纺织厂`."""
    words = all(word.isalpha() and not word.isascii() for word in s.text.split())
    return words and OFFICE[0] <= len(s.key) <= OFFICE[1] and s.text[-1] not in "年月日社讯訊电電报報"


def _sights(units: Sequence[Unit], habits: Habits, lexicon: Lexicon) -> list[Sight]:
    """Each unit by itself. Page headers, labels and names come again and again, and are read once."""
    sights, known = list[Sight](), dict[tuple[str, str, bool], Sight]()
    for unit in units:
        if len(unit.text) > SHORT or unit.mark is not None:
            sights.append(Sight(unit, habits, lexicon))
            continue
        key = (unit.text, unit.field, unit.inline)
        seen = known.get(key)
        if seen is None:
            known[key] = sight = Sight(unit, habits, lexicon)
        else:
            sight = seen.again(unit)
        sights.append(sight)
    return sights


def forget_texts(sights: Sequence[Sight]) -> None:
    """When no rule is asked any more: what texts were compared by takes as much memory as they."""
    for s in sights:
        s.folded = s.key = ""
        s.short_above = s.short_below = None


def forget_neighbours(sights: Sequence[Sight]) -> None:
    """When nothing is asked of neighbours any more: a sight that nobody needs goes, and takes no other with it."""
    for s in sights:
        s.prev = s.next = None


def _mark_briefs(sights: list[Sight]) -> None:
    """Below 简讯 or 国际短波, as far as the next column or page, stand items of a paragraph or two."""
    names = sights[0].lexicon.words("labels", "briefs") if sights else ()
    below, paragraphs = False, 0
    for s in sights:
        paragraphs = 0 if s.headlike or s.text[0] in BULLETS else paragraphs + 1
        if s.furniture is not None:
            below = below and not s.furniture.ends
        elif paragraphs > BRIEF:
            below = False
        elif s.printed & (NAMED | ENDING) and (known_label(s) or label_ending(s)):
            below = s.key.endswith(names) and s.unit.field != "headline"
            if below:
                _mark_headless(s)
            else:
                _mark_signed(s)
        else:
            s.brief = s.brief or below
            if s.next is not None and s.next.text[0] in BULLETS:
                _mark_bulleted(s)
            elif s.headlike and not s.closed and s.lede is None:
                _mark_signed(s)


def _mark_bulleted(label: Sight) -> None:
    """Paragraphs behind one sign right below a short line, as nowhere in an article, are briefs, whatever it is called.

    Of 33 such runs in annotated dumps 24 are items each; below text, where an article lists things, none of 9 is."""
    if not label.headlike or label.closed or label.teaser is not None or label.key in _contents(label.lexicon):
        return
    if label.lexicon.ends(label.key, "headlines", "counting"):
        return
    run, below = list[Sight](), label.next
    while below is not None and (not run or below.text[0] == run[0].text[0]) and (below.closed or below.tails):
        run.append(below)
        below = below.next
    for s in run if len(run) >= BULLETED else ():
        s.brief = True


def _mark_signed(label: Sight) -> None:
    """Paragraphs each of which somebody signs, right below a short line, are an item each: all 12 such runs in annotated
    dumps are, as nobody signs a part of an article."""
    run, below = list[Sight](), label.next
    while below is not None and _may_be_brief(below) and any(t.kind == "people" for t in below.tails):
        run.append(below)
        below = below.next
    for s in run if len(run) >= BULLETED else ():
        s.headless = True


def _contents(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.wordset("teasers", "heads")


def _mark_headless(label: Sight) -> None:
    """Several short paragraphs right below the name of a column of briefs, without a headline, are an item each.

    Where makers are named below the last one they sign all, which then are one item."""
    run, below = list[Sight](), label.next
    while below is not None and _may_be_brief(below):
        run.append(below)
        below = below.next
    if below is not None and below.credit:
        run = run[:-1]  # the caption of a picture, which the line below credits
    signed = below is not None and bool(below.line_makers) and (below.signed or below.sure_names) and not below.credit
    for s in run if len(run) >= HEADLESS and not signed else ():
        s.headless = True


def _may_be_brief(s: Sight) -> bool:
    """Whether a unit is a short paragraph that nothing opens as an article."""
    stops = s.text[-1] in "。！？" or bool(s.tails)
    return stops and s.likely_text and s.lede is None and len(s.text) <= LONGEST_BRIEF and s.furniture is None


def _confirm_names(sights: Sequence[Sight]) -> None:
    """A name right behind the last full stop signs, unless the line below goes on with it as with a sentence's words."""
    for s in sights:
        if s.tails and s.tails[-1].kind == "name":
            *others, name = s.tails
            s.tails = (*others, name._replace(kind="people")) if _begins_anew(s.next) else tuple(others)


def _confirm_reports(sights: Sequence[Sight]) -> None:
    """摄影报道 on a line of its own signs an article; below a paragraph that stands apart from all above, its picture."""
    for s in sights:
        if (
            s.signed
            and s.prev is not None
            and s.lexicon.ends(s.folded, "marks", "filing")
            and all(m.role in PICTURES for m in s.line_makers)
        ):
            apart = s.prev.unit.blank and s.habits.blank_tells and s.prev.likely_text
            s.credit = apart and s.prev.lede is None


def _begins_anew(below: Sight | None) -> bool:
    if below is None or below.furniture is not None or below.lede is not None:
        return True
    indented = below.habits.indent_tells and below.unit.indent >= 2
    return indented or below.likely_caption or (below.headlike and not below.closed and not below.unit.inline)


def _count_signed(sights: list[Sight]) -> None:
    """Whether this dump prints datelines and makers at all, as far as its first units say."""
    signed = heads = 0
    for s in sights[:SAMPLE]:
        signed += (
            s.lede is not None or s.signed or (s.tails != () and any(t.kind in ("people", "source") for t in s.tails))
        )
        heads += s.headlike and not s.closed and s.next is not None and s.next.prose
    if heads >= FEW and signed <= UNSIGNED * heads:
        habits = sights[0].habits._replace(unsigned=True)
        for s in sights:
            s.habits = habits
