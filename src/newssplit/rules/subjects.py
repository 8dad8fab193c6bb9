"""Signs of whether the text below a line introduces what it speaks of, as an article's first sentence does, or goes on about it.

Measured on 1,026 lines between two paragraphs of annotated and real issues, half of them headlines and half crossheads:
the first sentence below a headline names a body that the text above does not name in 35 of 100 cases, below a
crosshead in 13; it begins with 他, 此外 and the like in 4, and in 9. Of a headline's pairs of characters 6 in 100 stand in
the text above it, of a crosshead's 16.
"""

from __future__ import annotations

from functools import cache

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.rules.crossheads import amid_text
from newssplit.rules.examples import ENDED, WENT_ON
from newssplit.rules.labels import LONGEST_LABEL, known_label, label_ending, wrapped_label
from newssplit.rules.rule import Rule
from newssplit.rules.sight import Sight
from newssplit.rules.signs import BELOW_LINE, BELOW_TEXT
from newssplit.rules.topics import pairs_of, text_above

FIRST = 30
"""In so many characters a first sentence names who acts and where."""
NAMED = 4
"""A body that is named again may have lost what stands before its last characters: 城北粮管所, 粮管所."""
ECHO = 5
"""One pair of a heading's in so many stands in the text above, too, if it speaks of the same."""
BLOCK, FIRST_TEXT, TOLD = 6, 200, 2
"""Lines down to a text, its characters that are looked at, and pairs that stand again in it."""
ASPECT_RE = re.compile(r"[^\W\d_]{2,6}[：:]\S")
QUOTES = "“「 \u3000"


@cache
def _body_re(lexicon: Lexicon) -> re.Pattern[str]:
    """A body or a place with its name before what it is: 青溪区第三纺织厂, 石磨湾村."""
    endings = "|".join(sorted(map(re.escape, lexicon.words("openings", "bodies")), key=len, reverse=True))
    return re.compile(rf"[^\W\d_]{{2,9}}?(?:{endings})")


@cache
def _body_hint_re(lexicon: Lexicon) -> re.Pattern[str]:
    """The last characters of what a body or a place is: without one of them the text names none."""
    last = "".join(sorted({word[-1] for word in lexicon.words("openings", "bodies")}))
    return re.compile(f"[{re.escape(last)}]" if last else "(?!)")


def introduces(s: Sight) -> bool:
    """Whether the paragraph below names a body of which the text above does not speak."""
    below = s.next
    if not amid_text(s) or below is None:
        return False
    if _body_hint_re(s.lexicon).search(below.folded, 0, FIRST) is None:  # as two in three
        return False
    named = [
        below.text[max(m.start(), m.end() - NAMED) : m.end()]
        for m in _body_re(s.lexicon).finditer(below.folded[:FIRST])
    ]
    above = text_above(s) if named else ""
    return any(name not in above for name in named)


def goes_on_about(s: Sight) -> bool:
    """Whether the paragraph below begins as one does that goes on: 他, 此外, 对此."""
    words = s.lexicon.words("openings", "going_on")
    return amid_text(s) and s.next is not None and s.next.folded.lstrip(QUOTES).startswith(words)


def echoes(s: Sight) -> bool:
    """Whether the heading is of words that stand in the text above."""
    pairs = set(pairs_of(s.text)) if amid_text(s) else set[str]()
    above = text_above(s) if pairs else ""
    return bool(pairs) and ECHO * sum(pair in above for pair in pairs) >= len(pairs)


def aspect(s: Sight) -> bool:
    """Whether it says first what it is about: `外观：线条更硬朗`."""
    return amid_text(s) and ASPECT_RE.match(s.text) is not None


def told_below(s: Sight) -> bool:
    """A line over a headline whose words stand again in the text. Of 219 short lines that no list knows and that belong to
    a headline block 24 have two pairs of characters there, of 321 such names of columns 3."""
    if not (s.headlike and len(s.key) <= LONGEST_LABEL) or s.next is None or not _may_head(s.next) or _is_label(s):
        return False
    below: Sight | None = s.next
    for _ in range(BLOCK):
        if below is None or below.furniture is not None or below.likely_text or below.lede is not None:
            break
        below = below.next
    if below is None or below.furniture is not None:
        return False
    text = below.folded[:FIRST_TEXT]
    return sum(s.key[n : n + 2] in text for n in range(len(s.key) - 1)) >= TOLD


def _may_head(s: Sight) -> bool:
    return s.headlike and not s.closed and s.lede is None


def _is_label(s: Sight) -> bool:
    return known_label(s) or wrapped_label(s) or label_ending(s)


SUBJECT_RULES = (
    Rule("introduces", "The first sentence of a new article says whom it is about: it names a body or a place that the text above does not name.", introduces,
         (f"{ENDED}\n→粮食入仓\n青溪区第三粮库昨日起开仓收粮，农民排起了长队，一天收了三百多吨新谷子，仓门一直开到深夜。",),
         (f"{ENDED}\n→粮食入仓\n{WENT_ON}", "青溪区第三粮库前天修好了仓门，又添了两台风机，准备开仓，农民都等着。\n→粮食入仓\n第三粮库昨日起开仓收粮，农民排起了长队，一天收了三百多吨新谷子，仓门一直开到深夜。"), needs=BELOW_TEXT),
    Rule("goes_on_about", "A paragraph that begins with 他, 此外 or 对此 goes on about what stands above, also below a crosshead.", goes_on_about,
         (f"{ENDED}\n→说干就干\n此外，{WENT_ON}", f"{ENDED}\n→说干就干\n他们说，{WENT_ON}"), (f"{ENDED}\n→说干就干\n{WENT_ON}", f"→说干就干\n此外，{WENT_ON}"), needs=BELOW_TEXT),
    Rule("echoes", "A crosshead says in the words of its article what comes next.", echoes,
         (f"{ENDED}\n→收获很大的大会\n{WENT_ON}",), (f"{ENDED}\n→小作坊连成长链条\n{WENT_ON}",), needs=BELOW_TEXT),
    Rule("aspect", "A crosshead may say first which side of the matter it is about: 外观：线条更硬朗.", aspect,
         (f"{ENDED}\n→外观：线条更硬朗\n{WENT_ON}",), (f"{ENDED}\n→外观线条更硬朗\n{WENT_ON}", f"→外观：线条更硬朗\n{WENT_ON}"), needs=BELOW_TEXT),
    Rule("told_below", "What the text tells of is said by a headline, and not by the name of a column.", told_below,
         ("→茶馆失慎\n延烧民房七间\n〔本报讯〕东门外茶馆昨晚失慎，火势很猛，烧去民房七间。",), ("→灯下闲话\n延烧民房七间\n〔本报讯〕东门外茶馆昨晚失慎，火势很猛，烧去民房七间。", "→茶馆失慎\n〔本报讯〕东门外茶馆昨晚失慎，火势很猛，烧去民房七间。"), needs=BELOW_LINE),
)  # fmt: skip
