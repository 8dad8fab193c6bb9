"""Days alone on their lines, each over the headline of an item: how people order what they have copied.

    1964年9月21日
    米价又涨
    市场上的米价，昨天又涨了两次。

A diary has its text right below the day, and a day below a text is the text's own.
"""

from __future__ import annotations

from newssplit.language.dates import FULL_DATE, WEEKDAY
from newssplit.late import Late
from newssplit.lexicon import fold
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import OFTEN, Chrome
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.carriers.standing import REGULAR

DAY = Late(
    rf"[（(\[【]?(?:{FULL_DATE}|\d\d年\d{{1,2}}月\d{{1,2}}日)[)）\]】]?"
    rf"(?:[ \u3000]{{0,3}}{WEEKDAY})?(?:[ \u3000]{{0,3}}[（(][^（()）\d]{{1,12}}[)）])?"
)
"""A day, be it with its weekday and a remark: `1991.8.31（最後一篇）`."""
MAY_RE = re.compile(r"^\W{0,2}[\d〇○零一二三四五六七八九民公].{0,8}[年./-]")
LONGEST = 40
HEAD = 30
"""A headline below a day has no more characters."""
BLOCK = 5
"""A text stands within so many lines behind a day: below a label, a headline and who has written it."""


def take_days(chrome: Chrome) -> None:
    """Note days over the headlines of items, in whatever way each is written: the first stands above any text."""
    texts = chrome.texts
    days = [at for at, text in enumerate(texts) if len(text) <= LONGEST and _is_day(text)]
    if len(days) < OFTEN or any("。" in text for text in texts[: days[0]]):
        return
    over = [at for at in days if _stands_over_head(chrome, at)]
    if len(over) < max(OFTEN, REGULAR * len(days)):
        return
    free = [at for at in over if chrome.full[at] not in chrome.found]
    chrome.note(free)
    chrome.take("day", free, "meta")


def _is_day(text: str) -> bool:
    return MAY_RE.match(text) is not None and DAY.fullmatch(fold(text)) is not None


def _stands_over_head(chrome: Chrome, at: int) -> bool:
    """Whether a day opens an item: behind a blank line, right above a short line with a text below."""
    n, below = chrome.full[at], chrome.texts[at + 1 : at + BLOCK]
    apart = n == 0 or chrome.lines[n - 1].blank
    close = len(below) > 1 and chrome.full[at + 1] == n + 1
    return apart and close and len(below[0]) <= HEAD and not is_text(below[0]) and any(map(is_text, below[1:]))
