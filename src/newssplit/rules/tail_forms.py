"""The shapes of what stands behind a text: brackets, whose picture it is, where a text is from, what is dropped."""

from __future__ import annotations

from functools import cache

from newssplit.late import Late
from newssplit.lexicon import LEAD, Lexicon, any_of
from newssplit.light import NamedTuple
from newssplit.rules.ledes import DAY, NUMBER

STOPS = '。！？!?…”」』"'
"""How the text itself ends before what stands behind it."""


class Patterns(NamedTuple):
    bracket: Late
    sent: Late
    wired: Late
    source: Late
    author: Late
    quoted: Late
    archive: Late
    site: Late
    dropped: Late


@cache
def patterns(lexicon: Lexicon) -> Patterns:
    """The shapes of what stands behind a text, folded, compiled once for a lexicon."""
    agencies = any_of(lexicon.words("marks", "agencies"), spaced=False)
    house = any_of(lexicon.words("marks", "house"), spaced=False)
    archives, pictures, numbers = (
        any_of(lexicon.words("captions", key), spaced=False) for key in ("archives", "pictures", "numbers")
    )
    desks = any_of(lexicon.words("marks", "desks"), spaced=False)
    abridged = any_of(lexicon.words("furniture", "abridged"), spaced=False)
    papers = any_of((w for w in lexicon.words("marks", "papers") if len(w) > 1), spaced=False)
    return Patterns(
        bracket=Late(
            rf"{LEAD}(?P<open>[（(\[【〔])(?P<inner>[^（()）\[\]【】〔〕]{{1,90}}|[^（(【）)\]】]{{0,20}}[（(][^（()）]{{2,40}}[)）][^（()）]{{0,30}})[）)\]】〕]?\s*$"
        ),
        sent=Late(rf"(?:本[报刊])?{archives}{pictures}|{agencies}(?:发|供图)?[（(]?[^。）)]{{0,20}}[)）]?"),
        wired=Late(
            rf"(?P<mark>据?(?:{agencies}|{house})\p{{Han}}{{0,8}}?(?:{DAY})?\p{{Han}}{{0,6}}?专?[电讯])\s*(?P<rest>[^电讯\s].{{2,40}})"
        ),
        source=Late(
            rf"(?:(?:均|除署名外均?|本版稿件均?|以上均?)?据.{{1,18}}(?:电|讯|报道|报|消息|社)?|(?:{agencies}|{house})\p{{Han}}{{0,8}}{DAY}[电讯].*|{agencies}|《?\p{{Han}}{{2,8}}(?:日报|晚报|晨报|时报|商报|都市报|早报)》?|(?:原载|摘自|选自|来源|稿源|据)[：:《].{{1,30}}|■据.*|本报综合)"
        ),
        author=Late(r"(?:作者|笔者|本文作者)(?:单位|\p{Han}{2,4}(?=[为系是]))?\s?(?:[为系是:：]|均为|分别为).*"),
        quoted=Late(
            rf"(?:^|(?<=[{STOPS}）)\s]))(?P<inner>(?:信息|文章|稿件)?(?:来源|稿源)\s?[：:]\s?[\[《【]?[^。，：:\s]{{2,20}}|■?据(?:《[^》]{{2,12}}》|{agencies}|央视)(?:报道|消息|[电讯])?)\s*$"
        ),
        archive=Late(
            rf"[（(](?:(?:本[报刊])?(?:{archives}{pictures}|视频截图|示意图|情境照)|{agencies}(?:发|图片|照片|供图)|\p{{Han}}{{2,6}}{papers}{pictures})[）)]$"
        ),
        # （搜狐体育 法磊）, （新京报百千）: where a person writes
        site=Late(
            rf"\p{{Han}}{{1,6}}(?:{desks}(?:讯)?[\s：:]+|{papers}[\s：:]*)(?P<name>\p{{Han}}{{2,4}}|[A-Za-z]\w{{1,14}})"
        ),
        dropped=Late(
            rf"[（(](?:附图片?{NUMBER}+[张幅]|{abridged}|(?:图片?|照片)(?:来源.{{0,60}}|提供[：:].{{0,60}})|(?:本[文版报刊])?(?:{pictures}|{numbers})由.{{0,60}}提供|系列(?:报道|报导)?之{NUMBER}+|{NUMBER}{{1,2}}之{NUMBER}{{1,2}})[）)]$"
        ),
    )
