"""Chats: the time and the sender of each message, before it or on a line above, and what is said in between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold
from newssplit.patterns import re
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.prefixes import PICTOGRAPHS, noted
from newssplit.reading.carriers.printed import TEXT, is_text
from newssplit.reading.carriers.said import read_said
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import GOES_ON, Mark

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
    rf"|[^\s\d，。：:][^\s：:/]{{0,15}}[ \u3000]{{1,4}}\d{{1,2}}:\d\d(?::\d\d)?"
    rf"|\S{{1,20}}\s{{1,4}}(?:[发發]表[于於]|[发發][于於]|posted(?: on)?)[:： ]{{0,2}}{TIME}(?:[\s|].{{0,40}})?"
    rf"|\[?{TIME}\]?\s(?P<who>[^\s:：()（）\[\]，。][^:：()（）\[\]，。]{{0,19}}?)(?:\s?[(（][^()（）]{{1,20}}[)）])?)\s*$",
    re.IGNORECASE,
)
"""`明叔, [21.08.2009 08:02]`, `2009-08-21 08:02:10 明叔(10001)`, `明叔　发表于 2009-8-21 8:02`,
`[21/8/2009 8:02] 明叔`; the text is below."""
SAMPLE = 2000
MESSAGES = 3
ARTICLES = 2
FRONT = 8
"""So many lines at most stand above the first message: whose chat it is, and when it was saved."""
DAY_RE = re.compile(r"\d{4}[/.-]\d{1,2}[/.-]\d{1,2}\s?(?:[（(].{1,3}[）)]|[^\W\d]{1,9}|$)")
"""`2021/10/05（二）`, above the messages of a day."""
ANSWER = 30
"""What has no more characters is said between articles, where messages are articles: 上禮拜有去，塞到哭."""
MOST = 0.8
"""So many senders stand right over what they have sent, and apart from what is above."""
LIST = 3
"""A message of so many short lines may be a list of the paper's headlines."""
NOTHING_RE = re.compile(
    rf"^引用[：:]\s?[“\"].*|https?://\S{{1,600}}|\[[^\s\[\]]{{1,8}}\]|{PICTOGRAPHS}|[(（]\d{{1,4}}[)）]"
)
"""What says nothing: an address, `[图片]`, what somebody else has said, a pictograph and how many have sent it."""
BRACED_RE = re.compile(r"^\{[A-Z][A-Za-z ]{2,20}\}$")
"""`{Reactions}`: the tool's word for what it lists below."""
ON_RE = re.compile(r"^[（(【\[]?(?P<words>[^\W\d_]{1,8})[）)】\]]?$")
"""`（接上条）`, over the second half of an article."""
BORDER = 20
"""Decibans that an item begins with a message."""


Found = dict[int, re.Match[str]]
"""By its place each line that a message begins with."""


def read_senders(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines of a chat without the time and the sender of each message."""
    timed = [n for n, line in enumerate(lines) if ":" in line.text]
    if not timed:
        return lines
    found = [SENT_RE.match(lines[n].text) for n in timed if n < SAMPLE]
    senders = {m["who"].rstrip("：: ") for m in found if m is not None and m["who"]}
    if any(kind_of(sender, lexicon) for sender in senders):
        return lines  # the name of a field is no sender
    for pattern, take in ((SENT_RE, _messages), (HEADER_RE, _headers)):
        begun = {n: m for n in timed if (m := pattern.match(lines[n].text))}
        if begun:
            lines = list(lines)
            take(lines, begun, lexicon)
    return lines


def _messages(lines: list[Line], found: Found, lexicon: Lexicon) -> None:
    """Note where messages begin, and what of them is the tool's, or chatter between articles."""
    sent = [n for n, m in found.items() if m["who"] and lines[n].text[m.end() :].strip()]
    if len(sent) < MESSAGES:
        return
    begins = sorted(found)
    for n, line in enumerate(lines):
        if DAY_RE.fullmatch(line.text.strip()) or (n < begins[0] <= FRONT and not is_text(line.text)):
            lines[n] = _noted(line, lexicon)
    bodies = [range(n, end) for n, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    texts = {body[0]: [lines[k].text[found[k].end() if k in found else 0 :] for k in body] for body in bodies}
    articles = sum(_is_article(held) for held in texts.values())
    for body in bodies:
        n, m, held = body[0], found[body[0]], texts[body[0]]
        said = m["who"] and held[0].strip() and not (articles >= ARTICLES and _is_chatter(held))
        if said:
            lines[n] = noted(lines[n], m.end(), lambda mark: setattr(mark, "border", BORDER))
            _unquote(lines, body, m)
        elif not m["who"] or m["who"] == "\t" or held[0].strip():
            lines[n] = _noted(lines[n], lexicon)


def _is_article(held: Sequence[str]) -> bool:
    """Whether a message is an article: a headline, and a text below."""
    full = [text for text in held if text.strip()]
    return len(full) > 1 and any(len(text) > ANSWER and is_text(text) for text in full[1:])


def _is_chatter(held: Sequence[str]) -> bool:
    """Whether a message is a few words on one line, beside what says nothing."""
    full = [text for text in held if NOTHING_RE.sub("", text).strip() and not DAY_RE.fullmatch(text.strip())]
    return len(full) <= 1 and all(len(NOTHING_RE.sub("", text)) <= ANSWER for text in full)


def _unquote(lines: list[Line], body: range, m: re.Match[str]) -> None:
    """Without the quotation mark that closes a message of several lines."""
    last = next(k for k in reversed(body) if not lines[k].blank)
    if m["who"].endswith('"') and last > body[0] and lines[last].text.rstrip().endswith('"'):
        lines[last] = shortened(lines[last], 0, len(lines[last].text.rstrip()) - 1)


def _headers(lines: list[Line], found: Found, lexicon: Lexicon) -> None:
    if len(found) < MESSAGES or not _are_senders(lines, found, lexicon):
        return
    begins = sorted(found)
    messages = [range(n + 1, end) for n, end in zip(begins, [*begins[1:], len(lines)], strict=True)]
    full = [[k for k in message if not lines[k].blank] for message in messages]
    articles = sum(
        len(m) > 1 and not is_text(lines[m[0]].text) and any(is_text(lines[k].text) for k in m) for m in full
    )
    if articles >= ARTICLES:
        _without_front(lines, begins[0], lexicon)
        _without_chatter(lines, full, lexicon)
    for n, message in zip(begins, full, strict=True):
        lines[n] = noted(lines[n], 0, lambda mark: setattr(mark, "chrome", True))
        _begin(lines, message, lexicon)


def _are_senders(lines: Sequence[Line], found: Found, lexicon: Lexicon) -> bool:
    """Whether names behind an hour are those of senders: they come again, name no paper, and stand right over what is
    sent, a blank line above them, or a message of one line. Where a text is from, and when it was printed, stands below
    its headline."""
    who = {n: m["who"] for n, m in found.items() if m["who"]}
    if not who:
        return True
    again = len(set(who.values())) < len(who)
    size = len(lines)
    apart = sum(
        (n == 0 or lines[n - 1].blank or n - 2 in who) and (n + 1 == size or not lines[n + 1].blank) for n in who
    )
    return again and apart >= MOST * len(who) and not any(read_said(name, lexicon).named for name in set(who.values()))


def _without_front(lines: list[Line], first: int, lexicon: Lexicon) -> None:
    """Note what stands above the first message as the chat's, if it is but a few lines."""
    front = [n for n in range(first) if not lines[n].blank]
    if len(front) <= FRONT and all("。" not in lines[n].text or len(lines[n].text.strip()) <= TEXT for n in front):
        for n in front:
            lines[n] = _noted(lines[n], lexicon)


def _without_chatter(lines: list[Line], messages: Sequence[Sequence[int]], lexicon: Lexicon) -> None:
    """Note messages of short lines alone as the chat's, where articles stand in one message, headline and text; and
    what a tool lists below a message."""
    for message in messages:
        texts = [lines[k].text.strip() for k in message]
        if _is_chatter(texts) or (len(texts) < LIST and not any(is_text(text) for text in texts)):
            for k in message:
                lines[k] = _noted(lines[k], lexicon)
        for above, k in pairwise([-1, *message]):
            text = lines[k].text.strip()
            mark = lines[above].mark if above >= 0 else None
            below = mark is not None and mark.chrome and not NOTHING_RE.sub("", text).strip()
            if BRACED_RE.match(text) or below:
                lines[k] = _noted(lines[k], lexicon)


def _begin(lines: list[Line], message: Sequence[int], lexicon: Lexicon) -> None:
    """Note that an item begins with a message, unless it is the second half of one."""
    first = next((n for n in message if not ((mark := lines[n].mark) and mark.chrome)), None)
    if first is None:
        return
    said = ON_RE.fullmatch(fold(lines[first].text.strip()))
    if said and said["words"].startswith(lexicon.words("furniture", "goes_on")):
        lines[first] = noted(_noted(lines[first], lexicon), 0, lambda mark: setattr(mark, "field", GOES_ON))
    else:
        lines[first] = noted(lines[first], 0, lambda mark: setattr(mark, "border", BORDER))


def _noted(line: Line, lexicon: Lexicon) -> Line:
    """A line as the chat's; of a paper and a day that it names it says that these are where the next texts are from."""
    if line.blank:
        return line
    said = read_said(line.text, lexicon)

    def say(mark: Mark) -> None:
        mark.chrome = True
        mark.page = said.page if said.named and said.dated else mark.page

    return noted(line, 0, say)
