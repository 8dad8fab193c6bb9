"""What a site or an app asks its readers to do, and its buttons that stand alone: 点击上方蓝字关注我们, 听新闻."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from newssplit.lexicon import Lexicon, any_of, fold
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import TWICE, Chrome

CALL = 40
"""A call has no more characters."""
CLOSERS = "0123456789:： ]】)）〕」』↓▼◀▲★☆>»"
"""What closes a button, and how long what it starts takes: `[收听录音 02:10]`."""
BUTTON = 14
"""A button has no more characters."""
CLEAR = 3
"""One of fewer may as well be the name of a page or a column: 关注, 评论."""
PATH_RE = re.compile(r"^(?:\w{2,8}[：:]\s?)?(?P<top>\w{2,4})\s{0,4}(?P<sign>>|[/›|])\s{0,4}\w")
"""Where a page stands in a site: `首页 / 地方 / 正文`. Those with `>` the rules know, and that an item ends there."""
WAY_RE = re.compile(r"(?P<top>\w{2,12})(?P<further>(?:\s{0,3}(?:>{1,2}|[»›])\s{0,3}\w{2,12}){1,5})")
"""The same where it begins otherwise: `某某报 >> 文教 >> 内文`, or of two parts where another one begins so."""
PARTED_RE = re.compile(r">{1,2}|[»›]")
CALENDAR_RE = re.compile(
    r"(?:\d{4}\s?年\s?\d{1,2}\s?月)?\W{0,9}日?\W{0,3}一\W{0,3}二\W{0,3}三\W{0,3}四\W{0,3}五\W{0,3}六\W{0,3}日?(?:\s+\d{1,2}){0,31}\s*"
)
CALENDAR = "0123456789日一"
"""With one of these a calendar begins, which may be longer than a call."""
DAYS_RE = re.compile(r"\d[\d\s]{0,20}")
"""The calendar beside an e-paper: the days of the week, and the numbers below them, perhaps glued."""
BAR_RE = re.compile(r"\s?[|｜]\s?")
NAMED_RE = re.compile(r"(?P<name>\w{2,6})[：:]\s?\w")
"""Other texts, named on one line behind what they are called: `相关文章：标题 | 标题`."""
SIGNS_RE = re.compile(r"^[\W_]+")
STOPS = "。；，！？"


def take_calls(chrome: Chrome) -> None:
    """Calls to the reader, buttons right beside a line of the carrier, ways to other pages, calendars: in a dump where
    other lines are the carrier's, too."""
    if all(found.sort == "header" for found in chrome.found.values()):
        return
    site = _Site(chrome)
    for at, text in enumerate(chrome.texts):
        if (len(text) <= CALL or text[0] in CALENDAR) and chrome.full[at] not in chrome.found:
            site.take(at, text)
    for at, text in enumerate(chrome.texts):
        if len(text) <= BUTTON and chrome.full[at] not in chrome.found and site.is_button(at, text):
            chrome.take("call", [at], "words")


class _Site:
    """What a site writes around its texts, by the words of the vocabulary."""

    def __init__(self, chrome: Chrome):
        lexicon = chrome.lexicon
        self.chrome, self.texts = chrome, set(chrome.texts)
        self.gestures, self.steps, self.buttons = _gestures(lexicon), _steps(lexicon), _buttons(lexicon)
        self.tops = lexicon.wordset("furniture", "tops")
        self.related = lexicon.wordset("furniture", "related")
        ways = [
            m for text in chrome.texts if ">" in text or "»" in text or "›" in text if (m := WAY_RE.fullmatch(text))
        ]
        self.ways = {m["top"] for m in ways if len(PARTED_RE.findall(m["further"])) > 1}
        """How ways of three parts begin."""

    def take(self, at: int, text: str) -> None:
        """Note the line at a place as the site's, if it is."""
        bare, stopped = fold(SIGNS_RE.sub("", text)), text[-1] in STOPS
        if (m := PATH_RE.match(text)) and fold(m["top"]) in self.tops:
            self.chrome.take("path", [at], "header" if m["sign"] == ">" else "meta")
            self.chrome.note([at])
        elif (m := WAY_RE.fullmatch(text)) and m["top"] in self.ways:
            self.chrome.take("path", [at], "meta")
            self.chrome.note([at])
        elif (m := NAMED_RE.match(bare)) and m["name"] in self.related and self._names_others(text):
            self.chrome.take("related", [at], "words")
        elif not stopped and (self.steps.match(bare) or is_call(bare, self.gestures)) and self._is_whole(at):
            self.chrome.take("call", [at], "words")
        elif CALENDAR_RE.fullmatch(text):
            self.chrome.take(
                "calendar", [at, *takewhile(self._has_days, range(at + 1, len(self.chrome.full)))], "words"
            )

    def _is_whole(self, at: int) -> bool:
        """Whether a line is no part of a sentence that a narrow column has cut: there it must stand by itself."""
        return not self.chrome.wrapped or self.chrome.stands_apart(at)

    def _has_days(self, at: int) -> bool:
        return DAYS_RE.fullmatch(self.chrome.texts[at]) is not None

    def _names_others(self, text: str) -> bool:
        """Whether a line names several texts, or one that is in the dump: a paper has boxes with a text of their own
        that are called so, too."""
        titles = BAR_RE.split(text.replace("：", ":").partition(":")[2].strip())
        return len(titles) > 1 or titles[0] in self.texts

    def is_button(self, at: int, text: str) -> bool:
        """Whether a line is a button between signs, or beside a line of the carrier; a short word must stand between
        two of them."""
        bare = fold(SIGNS_RE.sub("", text).rstrip(CLOSERS)) if text[-1] not in STOPS else ""
        if bare not in self.buttons:
            return False
        beside = [self._is_found(self.chrome.full[at] + step) for step in (-1, 1)]
        if len(bare) < CLEAR:
            return all(beside)
        return any(beside) or not (text[0].isalnum() or text[-1].isalnum())

    def _is_found(self, n: int) -> bool:
        """Whether a line is the carrier's, and not the head of a page."""
        found = self.chrome.found.get(n)
        return found is not None and found.sort != "header"


def is_call(bare: str, gestures: re.Pattern[str]) -> bool:
    """Whether a folded text has two different words for what a reader does with a site or an app, the first of them
    where it begins. Of some 160 such short lines in annotated dumps none was the paper's, and of 27,263 headlines and
    short paragraphs of their articles none is so."""
    return gestures.match(bare) is not None and len(set(gestures.findall(bare.casefold()))) >= TWICE


@cache
def _gestures(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(any_of(map(str.casefold, lexicon.words("furniture", "gestures")), spaced=False), re.IGNORECASE)


@cache
def _buttons(lexicon: Lexicon) -> frozenset[str]:
    """Words of buttons, but for those over lists of other texts, which are told by what stands below."""
    return lexicon.wordset("furniture", "buttons") - lexicon.wordset("furniture", "related")


@cache
def _steps(lexicon: Lexicon) -> re.Pattern[str]:
    """`上一篇：标题`, `上一篇]  [下一篇：标题]`."""
    return re.compile(any_of(lexicon.words("furniture", "steps"), spaced=False) + r"(?:[\s:：\])】|>»]|$)")
