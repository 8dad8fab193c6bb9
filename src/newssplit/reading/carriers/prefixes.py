"""What a tool writes before its lines: the time and sender of a message, numbers of an outline, pictographs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.blocks import is_short
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

TIME = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,， ]{1,2}(?:[上下]午|AM|PM)?\s?\d{1,2}:\d\d(?::\d\d)?\s?(?:AM|PM)?"
SENT_RE = re.compile(
    rf"^(?:(?:[上下]午)?\d{{1,2}}:\d\d\t(?=[^\t]{{0,20}}\t)|\s*\[?{TIME}\]?\s?[-–:]?\s?)"
    r"(?P<who>[^\s:：\[\]|]{1,20}(?:[:：]\s?|\t\"?)|\t)?",
    re.IGNORECASE,
)
"""`[21/8/2009, 8:02:10] 明叔: …`; a message without a sender is the tool's own."""
HEADER_RE = re.compile(
    rf"^\s*(?:[^\s:：\[\],，][^:：\[\],，]{{0,29}}[,，]\s?\[{TIME}\]"
    rf"|{TIME}\s[^\s:：(<（]{{1,20}}[(<（][\w.@-]{{4,40}}[)>）]"
    rf"|[^\s\d，。：:]\S{{0,15}}[ \u3000]{{1,4}}\d{{1,2}}:\d\d(?::\d\d)?"
    rf"|\S{{1,20}}\s{{1,4}}(?:[发發]表[于於]|[发發][于於]|posted(?: on)?)[:： ]{{0,2}}{TIME}(?:[\s|].{{0,40}})?)\s*$",
    re.IGNORECASE,
)
"""`明叔, [21.08.2009 08:02]`, `2009-08-21 08:02:10 明叔(10001)`, `明叔　发表于 2009-8-21 8:02`; the text is below."""
OUTLINE_RE = re.compile(r"^\s*(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})\.?[ \t\u3000]+(?=\S)")
"""`1.2.1	标题`."""
PICTOGRAPHS = r"[\u2580-\u259f\u25b6\u25ba\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]"
PICTOGRAPH_RE = re.compile(PICTOGRAPHS)
SIGN_RE = re.compile(rf"^\s*(?P<sign>{PICTOGRAPHS}{{1,4}})\s*(?=\w|[“「《【])")
"""Pictographs and blocks, ▍ 📰 ➤; the bullets that papers print, ■ ◆ ▲ ★, are none of them."""
COUNTED_RE = re.compile(rf"^(?:{PICTOGRAPHS}|[\d,.\s]|(?<=[\d.])[KMkm](?!\w)|(?<!\w)(?:views?|edited)(?!\w))+$")
"""How many have liked it, and what else: `👍 120   😮 9`."""
DIGIT_RE = re.compile(r"\d")
PRINTED = "☆★☉☎※"
SAMPLE = 2000
MESSAGES = 3
ARTICLES = 2
FRONT = 8
"""So many lines at most stand above the first message: whose chat it is, and when it was saved."""
DAY_RE = re.compile(r"\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\s?(?:[（(].{1,3}[）)]|[^\W\d]{1,9}|$)")
"""`2021/10/05（二）`, above the messages of a day."""
ANSWER = 30
"""What has no more characters is said between articles, where messages are articles: 上禮拜有去，塞到哭."""
ENTRIES = 3
SIGNS = 2
BORDER = 20
"""Decibans that an item begins with a message."""
LEVEL = 3
"""The level of a heading that a pictograph marks."""


Found = dict[int, re.Match[str]]
"""By its place each line with such a beginning."""
Take = Callable[[list[Line], Found], None]


def read_senders(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines of a chat without the time and the sender of each message."""
    timed = [n for n, line in enumerate(lines) if ":" in line.text]
    if not timed:
        return lines
    found = [SENT_RE.match(lines[n].text) for n in timed if n < SAMPLE]
    senders = {m["who"].rstrip("：: ") for m in found if m is not None and m["who"]}
    if any(kind_of(sender, lexicon) for sender in senders):
        return lines  # the name of a field is no sender
    return _read(_read(lines, timed, SENT_RE, _messages), timed, HEADER_RE, _headers)


def read_prefixes(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines without the numbers of an outline and without pictographs; `first` are their first characters."""
    numbered = [n for n, opener in enumerate(first) if opener.isdecimal()]
    lines = _read(lines, numbered, OUTLINE_RE, _outline)
    signed = PICTOGRAPH_RE.search("".join(set(first))) is not None
    return _read(lines, range(len(lines)), SIGN_RE, _signs) if signed else lines


def _read(lines: list[Line], places: Sequence[int], pattern: re.Pattern[str], take: Take) -> list[Line]:
    """The lines, those at the places read that begin as the pattern says."""
    found = {n: m for n in places if (m := pattern.match(lines[n].text))}
    if found:
        lines = list(lines)
        take(lines, found)
    return lines


def _messages(lines: list[Line], found: Found) -> None:
    """Note where messages begin, and what of them is the tool's, or chatter between articles."""
    sent = [n for n, m in found.items() if m["who"] and lines[n].text[m.end() :].strip()]
    if len(sent) < MESSAGES:
        return
    begins = sorted(found)
    for n, line in enumerate(lines):
        if DAY_RE.fullmatch(line.text.strip()) or (n < begins[0] <= FRONT and not is_text(line.text)):
            lines[n] = _cut(line, 0, lambda mark: setattr(mark, "chrome", True)) if not line.blank else line
    bodies = [range(n, end) for n, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    texts = {body[0]: [lines[k].text[found[k].end() if k in found else 0 :] for k in body] for body in bodies}
    articles = sum(_is_article(held) for held in texts.values())
    for body in bodies:
        n, m, held = body[0], found[body[0]], texts[body[0]]
        said = m["who"] and held[0].strip() and not (articles >= ARTICLES and _is_chatter(held))
        if said:
            lines[n] = _cut(lines[n], m.end(), lambda mark: setattr(mark, "border", BORDER))
            _unquote(lines, body, m)
        elif not m["who"] or m["who"] == "\t" or held[0].strip():
            lines[n] = _cut(lines[n], 0, lambda mark: setattr(mark, "chrome", True))


def _is_article(held: Sequence[str]) -> bool:
    """Whether a message is an article: a headline, and a text below."""
    full = [text for text in held if text.strip()]
    return len(full) > 1 and any(len(text) > ANSWER and is_text(text) for text in full[1:])


def _is_chatter(held: Sequence[str]) -> bool:
    """Whether a message is a few words on one line."""
    full = [text for text in held if text.strip() and not DAY_RE.fullmatch(text.strip())]
    return len(full) == 1 and len(full[0]) <= ANSWER


def _unquote(lines: list[Line], body: range, m: re.Match[str]) -> None:
    """Without the quotation mark that closes a message of several lines."""
    last = next(k for k in reversed(body) if not lines[k].blank)
    if m["who"].endswith('"') and last > body[0] and lines[last].text.rstrip().endswith('"'):
        lines[last] = shortened(lines[last], 0, len(lines[last].text.rstrip()) - 1)


def _headers(lines: list[Line], found: Found) -> None:
    if len(found) < MESSAGES:
        return
    _without_chatter(lines, found)
    for n in found:
        lines[n] = _cut(lines[n], 0, lambda mark: setattr(mark, "chrome", True))
        below = next((at for at in range(n + 1, min(n + 3, len(lines))) if not lines[at].blank), n)
        if below not in found:
            lines[below] = _cut(lines[below], 0, lambda mark: setattr(mark, "border", BORDER))


def _without_chatter(lines: list[Line], found: Found) -> None:
    """Note messages of short lines alone as the chat's, where articles stand in one message, headline and text."""
    begins = sorted(found)
    messages = [range(n + 1, end) for n, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    full = [[k for k in message if not lines[k].blank] for message in messages]
    articles = sum(
        len(m) > 1 and not is_text(lines[m[0]].text) and any(is_text(lines[k].text) for k in m) for m in full
    )
    if articles < ARTICLES:
        return
    for message in full:
        if not any(is_text(lines[k].text) for k in message):
            for k in message:
                lines[k] = _cut(lines[k], 0, lambda mark: setattr(mark, "chrome", True))


def _outline(lines: list[Line], found: Found) -> None:
    """An outline has numbers of several levels, each of which follows from the one before."""
    path, steady = list[int](), dict[int, int]()
    for n, m in found.items():
        number = [int(part) for part in m["number"].split(".")]
        *outer, last = number
        counted = path[len(outer)] if len(path) > len(outer) else 0
        if outer == path[: len(outer)] and last in (1, counted + 1):
            path, steady[n] = number, len(number)
    if sum(depth > 1 for depth in steady.values()) < ENTRIES or len(steady) < 0.8 * len(found):
        return
    for n, depth in steady.items():
        lines[n] = _cut(lines[n], found[n].end(), lambda mark, depth=depth: setattr(mark, "heading", depth))  # type: ignore[misc]


def _signs(lines: list[Line], found: Found) -> None:
    times = Counter(m["sign"] for m in found.values())
    for n, m in found.items():
        if DIGIT_RE.search(lines[n].text) and COUNTED_RE.fullmatch(lines[n].text.strip()):
            lines[n] = _cut(lines[n], 0, lambda mark: setattr(mark, "chrome", True))
            continue
        if times[m["sign"]] < SIGNS or m["sign"][0] in PRINTED:
            continue
        rest = lines[n].text[m.end() :]
        level = LEVEL if is_short(rest) and not PICTOGRAPH_RE.search(rest) else 0
        lines[n] = _cut(lines[n], m.end(), lambda mark, level=level: setattr(mark, "heading", mark.heading or level))  # type: ignore[misc]


def _cut(line: Line, at: int, say: Callable[[Mark], None]) -> Line:
    line = shortened(line, at, len(line.text)) if at else line
    mark = line.mark.copy() if line.mark is not None else Mark()
    say(mark)
    return line._replace(mark=mark)
