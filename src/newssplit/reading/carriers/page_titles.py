"""Titles of web pages: the headline with the site's name, near the headline itself, and where a browser prints it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from newssplit.lexicon import Lexicon, keyed
from newssplit.patterns import re
from newssplit.reading.carriers.chrome import TWICE, Chrome
from newssplit.reading.carriers.frames import sign
from newssplit.reading.carriers.said import FRAMED_RE, read_said
from newssplit.reading.carriers.shapes import shape_of
from newssplit.reading.lines import Line

SITE_RE = re.compile(r"[-_|｜–—]{1,9}+\s?")
SIGNS = "-_|｜–—"
HEAD, SITE, CLAUSES = (2, 60), (2, 40), "。，！？"
"""Characters of a headline, 导读 among them, and of the name of a site, which holds none of these."""
BEGUN = 4
"""A title that holds only the beginning of its headline holds so many of its characters."""
TITLE = 140
"""No title of a page has more, with what a browser prints before it."""
STAMP_RE = re.compile(
    r"^[\d/年月日.-]{6,12}\s?(?:[上下]午|AM|PM)?\s?\d{1,2}:\d\d(?::\d\d)?\s?(?:AM|PM)?[\s,]{1,4}", re.IGNORECASE
)
"""What a browser prints before the title of a page."""
ADDRESS_BEHIND_RE = re.compile(r"(?<=\s)https?://\S+$")
"""And behind it."""
PAGE_RE = re.compile(r"\d{1,4}")
"""The number in the mark of a page."""
REACH = 30
"""So many lines away, those of a carrier counted, the headline of such a title is looked for."""
NEAR = 3
"""So many lines from the title of a page stands the headline."""


def take_titles(chrome: Chrome) -> None:
    """The title of a web page, the headline with the site's name behind it: near the headline itself, and wherever
    a browser has printed it once more."""
    found, ending, heads = (defaultdict[str, list[int]](list) for _ in range(3))
    near = Counter[str]()
    for at in chrome.joined.holding(SIGNS):
        text = chrome.texts[at]
        title = ADDRESS_BEHIND_RE.sub("", text)
        if len(title) > TITLE or chrome.full[at] in chrome.found:
            continue
        bare = STAMP_RE.sub("", title).strip()
        stamped = title != text or STAMP_RE.match(text) is not None
        head, site = _titled(bare)
        if not (site or stamped):
            continue
        named = _stands_near(chrome, at, keyed(head), begun=stamped)
        if named is None and stamped and (behind := _titled_behind(bare))[0]:
            named = _stands_near(chrome, at, keyed(behind[0]), begun=True)
            site = site if named is None else behind[1]
        if not site:
            continue
        site = keyed(SITE_RE.split(site)[-1])  # the part of the site before its name is another each time
        (ending if named is None and not stamped else found)[site].append(at)
        if named is not None:
            heads[site].append(named)
            near[site] += TWICE if stamped else 1
    for at, before in _with_heads_below(chrome):
        found[before].append(at)
        near[before] += 1
    for site, places in found.items():
        if near[site] >= TWICE:
            alike = ending[site] if len(ending[site]) <= len(places) else []  # a headline may be set otherwise
            chrome.take(f"title {site}", sorted([*places, *alike]), "meta")
            chrome.titled.update(chrome.full[at] for at in heads[site])


def name_titled(lines: Sequence[Line], titled: Iterable[int]) -> None:
    """Note at the lines that the title of a web page names."""
    for n in titled:
        sign(lines, n).titled = True


def _with_heads_below(chrome: Chrome) -> Iterator[tuple[int, str]]:
    """Lines that end with the headline which stands close below, and the shape of what is before it: `PressReader -
    江州晚报: 2018-03-05 - 大桥通车`."""
    for at in chrome.joined.holding(SIGNS):
        text = chrome.texts[at]
        if len(text) > TITLE or chrome.full[at] in chrome.found:
            continue
        for other in _own(chrome, range(at + 1, len(chrome.full))):
            head = chrome.texts[other]
            before = text[: -len(head)].rstrip() if len(head) > HEAD[0] and text.endswith(head) else ""
            if before and before[-1] in SIGNS and _says_issue(before, chrome.lexicon):
                yield at, shape_of(before)


def _says_issue(text: str, lexicon: Lexicon) -> bool:
    """Whether it names a paper or a day, as the title of a page does and the column before a headline does not:
    `新春走基层｜大桥通车`."""
    said = read_said(text, lexicon)
    return said.named or said.dated


def _stands_near(chrome: Chrome, at: int, key: str, *, begun: bool) -> int | None:
    """Where close by this headline stands, or where `begun` a line begins with it: a title may hold a part of it."""
    near = chain(_own(chrome, range(at - 1, -1, -1)), _own(chrome, range(at + 1, len(chrome.full))))
    for other in near:
        there = keyed(chrome.texts[other])
        if there == key or (begun and len(key) >= BEGUN and there.startswith(key)):
            return other
    return None


def _own(chrome: Chrome, places: range) -> Iterator[int]:
    """The nearest of these places that are not the carrier's: a menu may stand between a title and its headline."""
    return islice((at for at in places[:REACH] if chrome.full[at] not in chrome.found), NEAR)


def _titled(text: str) -> tuple[str, str]:
    """The headline and the site of a page's title; both are empty where it is none."""
    for m in SITE_RE.finditer(text, HEAD[0], HEAD[1] + SITE[0]):
        site = text[m.end() :]
        if SITE[0] <= len(site) <= SITE[1] and not any(sign in site for sign in CLAUSES):
            return text[: m.start()], site
    return "", ""


def _titled_behind(text: str) -> tuple[str, str]:
    """The same where the site stands before the headline."""
    m = SITE_RE.search(text, SITE[0], SITE[1] + SITE[0])
    if m is None or any(sign in text[: m.start()] for sign in CLAUSES):
        return "", ""
    head = text[m.end() :]
    return (head, text[: m.start()]) if HEAD[0] <= len(head) <= HEAD[1] else ("", "")


def take_running(chrome: Chrome) -> None:
    """The title that a tool prints again below the mark of a text's second page and each further one."""
    known = set[str]()
    for at, text in enumerate(chrome.texts):
        above = chrome.found.get(chrome.full[at - 1]) if at else None
        again = text in known and not FRAMED_RE.fullmatch(text)  # 【地方】 is a column's name
        if above is not None and above.sort == "page" and again and _page_of(chrome.texts[at - 1]) > 1:
            chrome.take("title", [at], "page")
        known |= {text} if len(text) >= HEAD[0] else set()


def _page_of(text: str) -> int:
    m = PAGE_RE.search(text)
    return int(m[0]) if m else 0
