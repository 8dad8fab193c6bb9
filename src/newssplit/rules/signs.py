"""What can be told of a unit at a glance, and the rules that need not be asked without it.

Most rules ask for something that few units have: a lede, a bracket at the beginning, furniture above. It is looked
up once for all of them, so that a unit is asked two fifths of the rules. Nothing depends on it but time: a rule that
stands here still asks for all it needs, and a test holds that none would have spoken where it is passed over.
"""

from __future__ import annotations

from newssplit.rules.sight import Sight

LINE = 1 << 0
"""Short enough for a heading, and no sentence."""
BEGUN = 1 << 1
"""Its first character is a number, a bracket, a bullet, a dash …, or a word that counts."""
ENDED = 1 << 2
"""Its last character is no letter: a stop, a bracket, a quotation mark …"""
LEDE = 1 << 3
TURNED = 1 << 4
TAILS = 1 << 5
MAKERS = 1 << 6
"""Of the whole line, or where a picture is from."""
REPEAT = 1 << 7
INLINE = 1 << 8
AFTER_FURNITURE = 1 << 9
ABOVE_FURNITURE = 1 << 10
BELOW_FURNITURE = 1 << 11
BELOW_MARKED = 1 << 12
"""Below it stands a lede, makers, or where a picture is from."""
BELOW_LINE = 1 << 13
BELOW_TEXT = 1 << 14
NO_TEXT_BELOW = 1 << 15
KEYED = 1 << 16
"""Short enough to be known by its key."""
SPACED = 1 << 17
NOTED = 1 << 18
"""Something rare is known of it: it is furniture, a field, a teaser, named in the contents, behind 上接 …"""
COUNTING = frozenset("一二三四五六七八九十第其")

ASKED_IF: dict[int, tuple[str, ...]] = {
    LEDE: ("dateline_mark", "dateline_alone", "signed_brief", "makers_with_mark", "source_line", "makers_first"),
    TURNED: ("resumes", "back_alone", "back_in_headline"),
    TAILS: ("turns_onward", "author_note", "signed_at_end", "source_at_end", "photo_credit_behind"),
    MAKERS: ("makers_line", "bare_name", "pen_name", "name_at_right", "photographers_line", "name_in_brackets"),
    REPEAT: ("page_title", "copied", "repeated"),
    INLINE: ("same_line", "cut_inline"),
    KEYED: ("teaser_heading", "notice_heading", "notice_word"),
    NOTED: (
        "page_furniture", "column_field", "author_field", "teaser_line", "in_contents", "onward_alone", "after_back",
        "colophon_first",
    ),
    BEGUN: (
        "bullet_begins", "caption_bullet", "listed_line", "cannot_begin", "quotation_begins", "reference_mark",
    ),
    ABOVE_FURNITURE: ("after_navigation",),
    BELOW_FURNITURE: ("masthead", "cut_by_page"),
    BELOW_MARKED: ("photo_credit_below",),
    LINE: ("cut_in_column", "heads_something"),
    LINE | BEGUN: ("dash_before", "numbered", "list_item", "timetable", "label_in_brackets"),
    LINE | BEGUN | ENDED: ("bracketed_line", "passed_on", "dialogue"),
    LINE | ENDED: ("sentence_end", "quoted_end", "colon_end", "full_stop_end", "closed_end", "speaker", "label_mark"),
    LINE | NOTED: ("heading_field",),
    LINE | SPACED: ("two_parts", "letter_spaced"),
    LINE | AFTER_FURNITURE: ("below_furniture",),
    LINE | ABOVE_FURNITURE: ("after_rule",),
    LINE | BELOW_FURNITURE: ("above_fields",),
    LINE | BELOW_MARKED: ("above_lede", "above_byline", "several_names_below"),
    LINE | BELOW_LINE: ("above_dash", "label_over_notice", "short_above_headline", "box_with_heading", "quoted_over_headline", "over_headline", "label_over_author"),
    LINE | BELOW_TEXT: ("amid_text", "new_topic", "same_topic", "among_briefs", "over_news", "unsigned_page"),
    LINE | NO_TEXT_BELOW: ("above_heading", "no_text_below"),
}  # fmt: skip
"""Rules that cannot speak of a unit without all of these signs; every other rule is asked of every unit."""


def signs(s: Sight) -> int:
    """The signs of one unit."""
    first, found = s.text[0], _read(s) | _below(s)
    if s.headlike:
        found |= LINE
    if s.key:
        found |= KEYED
    if " " in s.text or "\u3000" in s.text:
        found |= SPACED
    if not first.isalpha() or first in COUNTING:
        found |= BEGUN
    if not s.text[-1].isalpha():
        found |= ENDED
    if s.unit.inline:
        found |= INLINE
    if s.after_furniture:
        found |= AFTER_FURNITURE
    above = s.prev
    if above is not None and above.furniture is not None:
        found |= ABOVE_FURNITURE
    if above is not None and above.turned is not None:
        found |= NOTED
    return found


def _read(s: Sight) -> int:
    found = 0
    if s.lede is not None:
        found |= LEDE
    if s.turned is not None:
        found |= TURNED
    if s.tails:
        found |= TAILS
    if s.line_makers or s.credit:
        found |= MAKERS
    if s.repeat:
        found |= REPEAT
    if s.furniture is not None or s.teaser is not None or s.onward is not None:
        found |= NOTED
    if s.unit.field or s.listed or s.colophon:
        found |= NOTED
    return found


def _below(s: Sight) -> int:
    below = s.next
    if below is None:
        return NO_TEXT_BELOW
    found = 0
    if below.furniture is not None:
        found |= BELOW_FURNITURE | NO_TEXT_BELOW
    if below.headlike:
        found |= BELOW_LINE | NO_TEXT_BELOW
    if below.likely_text:
        found |= BELOW_TEXT
    if below.lede is not None or below.line_makers or below.credit:
        found |= BELOW_MARKED
    return found
