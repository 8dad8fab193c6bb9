"""What an item is: article, photo, teaser or notice."""

from __future__ import annotations

import re

from newssplit.assembling.bodies import Body
from newssplit.assembling.drafts import Draft
from newssplit.lexicon import Lexicon, fold, squeeze
from newssplit.model import Kind
from newssplit.rules.sight import PICTURES

CONTACT_RE = re.compile(r"(?:电话|热线|邮编|邮箱|传真|地址|社址|网址|QQ|微信|联系人)\s?[：:]?\s?[\w@.－-]{4,}")
BRIEF = 260
"""A caption or an advertisement has no more characters."""


def kind_of(draft: Draft, headline: str | None, body: Body, lexicon: Lexicon) -> Kind:
    """The kind of an item, by its labels, its makers and the words of notices."""
    if draft.labelled("teaser_head", "teaser", "listed"):
        return "teaser"
    if draft.labelled("caption", "aside"):
        return "photo"
    if draft.labelled("notice_head", "notice") and body.dateline is None:
        return "notice"
    text = "".join(p.text for p in body.paragraphs)
    makers = body.byline
    if makers and all(p.role in PICTURES for p in makers) and body.dateline is None and len(text) <= BRIEF:
        return "photo"
    if body.dateline is None and not makers and _reads_as_notice(headline, text, lexicon):
        return "notice"
    return "article"


def _reads_as_notice(headline: str | None, text: str, lexicon: Lexicon) -> bool:
    """A notice's closing formula, or an address and a number to call in a short text."""
    folded = fold(text)
    if lexicon.ends(squeeze(headline or ""), "notices", "heads"):
        return True
    formula = any(word in folded for word in lexicon.words("notices", "bodies"))
    return len(text) <= BRIEF and (formula or len(CONTACT_RE.findall(folded)) >= 2)
