"""What an item is: article, photo, teaser or notice."""

from __future__ import annotations

from functools import cache

from newssplit.assembling.bodies import Body
from newssplit.assembling.draft import PHOTOS, Draft, bits
from newssplit.lexicon import Lexicon, any_of, fold, keyed, squeeze
from newssplit.model import Kind
from newssplit.patterns import re
from newssplit.rules.boxes import heads_notice
from newssplit.rules.sight import PICTURES

TEASERS, NOTICES = bits("teaser_head", "teaser", "listed"), bits("notice_head", "notice")
BRIEF = 260
"""A caption or an advertisement has no more characters."""


def kind_of(draft: Draft, headline: str | None, section: str | None, body: Body, lexicon: Lexicon) -> Kind:
    """The kind of an item, by its labels, its makers, the words of notices, and what its column is called: of some 100
    annotated items without makers that stand under 广告, 更正, 天气 … two may be something else."""
    if draft.has(TEASERS):
        return "teaser"
    if draft.has(PHOTOS):
        return "photo"
    if body.dateline is not None:
        return "article"
    called = section and not body.byline and keyed(fold(section)) in lexicon.wordset("notices", "heads")
    if draft.has(NOTICES) or called:
        return "notice"
    brief = sum(len(p.text) for p in body.paragraphs) <= BRIEF
    headed = heads_notice(squeeze(headline or ""), lexicon)
    if body.byline and not (headed and brief and all(p.role is None for p in body.byline)):
        return "photo" if brief and all(p.role in PICTURES for p in body.byline) else "article"
    if headed or (brief and _reads_as_notice(body, lexicon)):
        return "notice"
    return "article"


def _reads_as_notice(body: Body, lexicon: Lexicon) -> bool:
    """A notice's closing formula, or an address and a number to call."""
    folded = fold("".join(p.text for p in body.paragraphs))
    formula = any(word in folded for word in lexicon.words("notices", "bodies"))
    return formula or len(_contact_re(lexicon).findall(folded)) >= 2


@cache
def _contact_re(lexicon: Lexicon) -> re.Pattern[str]:
    """Where somebody can be reached: `电话：0917-3210987`."""
    words = (*lexicon.words("notices", "contacts"), *lexicon.words("notices", "addresses"))
    return re.compile(any_of(words, spaced=False) + r"\s?[：:]?\s?[\w@.－-]{4,}")
