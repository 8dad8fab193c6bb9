"""The marks that begin a line: headings, quotations, lists, rows of tables, fences, rules.

What Markdown writes is read, and what its relatives do (org-mode, AsciiDoc, wikis, LaTeX): a run of one sign and a
space before a short line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newssplit.patterns import re
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

HEADING_RE = re.compile(r"^\s{0,3}(?P<sign>#{1,6})(?P<gap>\s*)(?P<text>[^\s#+].*)")
"""`## 标题`, `##标题`, `## 标题 ##`; `#话题#` is none."""
SIGNED_RE = re.compile(r"(?P<sign>={1,6}|\*{1,6})[ \t]+(?P<text>[^\s=*].*)")
"""`== 标题`, `== 标题 ==` of AsciiDoc and wikis, `** 标题` of org-mode."""
COMMAND_RE = re.compile(
    r"^\s*\\(?P<name>(?:sub){0,2}section|chapter|part|paragraph|title)\*?\{(?P<text>[^{}]{1,200})\}\s*"
)
COMMANDS = {"part": 1, "title": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5}
QUOTE_RE = re.compile(r"^\s{0,3}>(?:[ \t]?>)*[ \t]?")
"""`> 引题`, `> > ` of a mail within a mail; what is indented behind it stays so; an empty line may be quoted."""
TOPIC_RE = re.compile(r"^\s*#[^#\n]{1,40}(?:\s#|\s\d{1,6}\s?[^\W\d_](?:\s?>)?\s*$)")
"""Topics that a text is filed under, and how many others are: `# 校车	# 共乘`, `#地铁 12 个`: no
headings."""
LIST_RE = re.compile(r"\s{0,8}[-*+][ \t]+(?=\S)(?!\w{1,8}\s*-\s*$)")
"""An entry of a list; `- 3 -` and `- END -` are none."""
ITALIC_RE = re.compile(r"^\s*([*_/])(?P<text>[^*_/\s](?:[^*_/\n]*(?<!\s))?)\1\s*")
BOLD_RE = re.compile(r"^\s*__(?P<text>[^_\s](?:[^_\n]*(?<!\s))?)__\s*")
MAGIC_RE = re.compile(r"^\s*__[A-Z]{3,20}__\s*")
"""`__NOTOC__`: what a wiki is told."""
ROW_RE = re.compile(r"^\s*\|(?P<cells>[^\n|]*(?:\|[^\n|]+)*)\|\s*")
DELIMITER_RE = re.compile(r"^\s*+\|?(?:\s*+:?-{2,}+:?\s*+\|)++\s*+(?::?-{2,}+:?\s*+)?")
FENCE_RE = re.compile(r"^\s{0,3}(?:`{3,}|~{3,})[\w+-]{0,12}\s*|^:{3,}[^\n]{0,80}|^\s*#\+\w{2,12}:?.{0,60}")
"""A fence of Markdown, `::: {.body}` of Pandoc, or a setting of org-mode, `#+TITLE: …`."""
RULE_RE = re.compile(r"^\s*(?:([-*_=~─━—–=＝＊])\s?)(?:\1\s?){2,}\s*")
CAPTION_RE = re.compile(r"^\W*[图圖▲]|[摄攝圖图片][）)]?\W*$")
TAGS_RE = re.compile(r"\s{1,40}(?::[^\s:]{1,20}){1,8}:\s*$")
"""Behind a heading of org-mode: `:剪报:经济:`."""
ATTRIBUTES_RE = re.compile(r"\s{0,9}\{[#.][^{}\n]{0,120}\}$")
"""Behind a heading of Pandoc: `{#art1 .headline}`."""
UNDERLINES = {"=": 1, "-": 2}
HEAD = 60
"""A heading has hardly more characters."""
STOPPED_RE = re.compile(r"[。；，]\s*$|。.")
FEW = 2
SAMPLE = 20_000


class Habits:
    """Which marks at the beginning of lines this dump has often enough to be marks."""

    def __init__(self, lines: Sequence[Line]):
        signs, spaced, signed = Counter[str](), 0, Counter[str]()
        for line in lines[:SAMPLE]:
            text = line.text.lstrip()
            if not text or text[0] not in "#>-+*=":
                continue
            if text[0] == "#" and TOPIC_RE.match(text):
                continue
            if text[0] == "#" and (m := HEADING_RE.fullmatch(text)):
                signs["#"] += 1
                spaced += bool(m["gap"])
            elif QUOTE_RE.match(text):
                signs[">"] += 1
            elif LIST_RE.match(text):
                signs["-"] += 1
            if text[0] in "=*" and (m := SIGNED_RE.fullmatch(text)) and is_short(_text_of(m)):
                signed[text[0]] += 1
        starred = [line for line in lines[:SAMPLE] if line.text[:1] == "*" and ITALIC_RE.fullmatch(line.text)]
        self.starred = "*" if len(starred) >= FEW and not signs["#"] and not any(map(_is_caption, starred)) else ""
        """The sign that sets headings in bold here, as chats do: `*标题*`."""
        self.headings = spaced > 0 or signs["#"] >= FEW
        self.glued = signs["#"] - spaced >= FEW
        self.quotes = signs[">"] > 0
        self.lists = signs["-"] > 0 and (self.headings or signs["-"] >= FEW)
        often = (sign for sign, times in signed.items() if times >= FEW)
        self.signed = "".join(sign for sign in often if sign != "*" or not self.headings)


def _is_caption(line: Line) -> bool:
    return CAPTION_RE.search(line.text) is not None


def read_blocks(lines: list[Line], first: Sequence[str]) -> list[Line]:
    """The lines without the marks that begin them; `first` are their first characters."""
    if BEGINS.isdisjoint(first):
        return lines
    habits = Habits(lines)
    read = [line if line.blank else _block(line, habits) for line in lines]
    _underline(read)
    return _unfenced(_without_callouts(read) if habits.quotes else read)


BEGINS = frozenset("#>=*\\-+_/|:`~")
"""With one of these a line begins that has such a mark."""
FENCE = "```"
CALLOUT_RE = re.compile(
    r"\[!(?:note|info|tip|todo|important|warning|caution|question|help|faq|bug|example)\]", re.IGNORECASE
)
"""`> [!note] …`: with this a note-taker's own remark begins, which is set as a quotation."""


CALLED_RE = re.compile(r"\s{0,3}\[![a-z]{1,20}\][+-]?\s?", re.IGNORECASE)
"""Any other sort, `> [!quote] …`: what is set so may be the paper's."""
LINK_RE = re.compile(r"[ \t]{0,9}+\[[^\[\]]{1,400}+\]\([^()]{1,1000}+\)[ \t]{0,9}")
"""A line that is nothing but a link."""


def _without_callouts(lines: list[Line]) -> list[Line]:
    """The lines; what whoever took the notes remarks, and links that a site sets apart, are told. No sign of a callout
    stays."""
    at = 0
    while at < len(lines):
        m = CALLED_RE.match(lines[at].text) if _is_quoted(lines[at]) else None
        end = at + 1
        while m is not None and end < len(lines) and _is_quoted(lines[end]) and not CALLED_RE.match(lines[end].text):
            end += 1
        if m is not None:
            links = end > at + 1 and all(LINK_RE.fullmatch(line.text) for line in lines[at + 1 : end])
            if links or CALLOUT_RE.match(lines[at].text.lstrip()):
                lines[at:end] = [_marked(line, "chrome") for line in lines[at:end]]
            else:
                lines[at] = _behind(lines[at], m.end())
        at = end
    return lines


def _is_quoted(line: Line) -> bool:
    return line.mark is not None and line.mark.quoted and not line.blank


def _unfenced(lines: list[Line]) -> list[Line]:
    """Where a chat model puts the page between fences, what it says before and behind them is no part of it."""
    fences = [n for n, line in enumerate(lines) if line.text.strip().startswith(FENCE)]
    if len(fences) != 2 or fences[1] - fences[0] < len(lines) / 2:
        return lines
    outside = (*range(fences[0]), *range(fences[1] + 1, len(lines)))
    for n in outside:
        if not lines[n].blank:
            lines[n] = _marked(lines[n], "chrome")
    return lines


def is_short(text: str) -> bool:
    """Whether a text is short enough for a heading, and no sentence."""
    return len(text) <= HEAD and not STOPPED_RE.search(text)


def _block(line: Line, habits: Habits) -> Line:
    text = line.text
    first = text.lstrip()[0]
    if first == "#" and habits.headings and (m := HEADING_RE.fullmatch(text)) and _heads(m, habits):
        return _heading(line, m, len(m["sign"]))
    if first == ">" and habits.quotes and (m := QUOTE_RE.match(text)):
        line = _marked(_behind(line, m.end()), "quoted")
        return line if line.blank else _block(line, habits)
    if first in habits.signed and (m := SIGNED_RE.fullmatch(text)) and is_short(_text_of(m)):
        return _heading(line, m, len(m["sign"]))
    if first == "\\" and (m := COMMAND_RE.fullmatch(text)):
        return _heading(line, m, COMMANDS[m["name"]])
    if first in "-*+" and habits.lists and (m := LIST_RE.match(text)) and not RULE_RE.fullmatch(text):
        return _block(_marked(_behind(line, m.end()), "listed"), habits)
    if first == "_" and MAGIC_RE.fullmatch(text):
        return _marked(line, "chrome")
    if first == "_" and (m := BOLD_RE.fullmatch(text)):
        return _marked(shortened(line, *m.span("text")), "bold")
    if first in "*_/" and (m := ITALIC_RE.fullmatch(text)):
        return _marked(shortened(line, *m.span("text")), "bold" if first in habits.starred else "italic")
    return _table(line, text, first)


def _behind(line: Line, at: int) -> Line:
    """The line without the mark with which it begins."""
    line = shortened(line, at, len(line.text))
    if line.mark is not None and line.mark.bold_lead:
        line.mark.bold_lead -= at
    return line


def _table(line: Line, text: str, first: str) -> Line:
    if first in "|:-" and DELIMITER_RE.fullmatch(text):
        return _marked(line, "chrome")
    if first == "|" and (m := ROW_RE.fullmatch(text)) and m["cells"].count("|") and m["cells"].strip():
        return _marked(shortened(line, *m.span("cells")), "row")
    if first in "`~#:" and FENCE_RE.fullmatch(text):
        return _marked(line, "chrome")
    return line


def _heads(m: re.Match[str], habits: Habits) -> bool:
    """Whether `#` opens a heading: a gap behind it, or many without one; no topic in `#` and `#`, no number."""
    if TOPIC_RE.match(m[0]):
        return False
    return m["gap"] != "" or (habits.glued and not m["text"][0].isdecimal() and "#" not in m["text"])


def _text_of(m: re.Match[str]) -> str:
    """The text of a heading without the signs that close it, as in `## 标题 ##` and `== 标题 ==`."""
    text = m["text"].rstrip()
    bare = text.rstrip(m[0].lstrip()[0])
    return bare.rstrip() if m[0].lstrip()[0] == "#" or bare != bare.rstrip() else text


def _heading(line: Line, m: re.Match[str], level: int) -> Line:
    start, end = m.start("text"), m.start("text") + len(_text_of(m))
    pattern = {":": TAGS_RE, "}": ATTRIBUTES_RE}.get(line.text[end - 1])
    tags = pattern.search(line.text, start, end) if pattern is not None else None
    line = shortened(line, start, tags.start() if tags else end)
    mark = line.mark or Mark()
    mark.heading = level
    return line._replace(mark=mark)


def _marked(line: Line, sign: str) -> Line:
    mark = line.mark or Mark()
    setattr(mark, sign, True)
    return line._replace(mark=mark)


def _underline(lines: list[Line]) -> None:
    """A short line alone above `====` or `----` is a heading, where a blank line or a rule is above it."""
    for n in range(1, len(lines)):
        text = lines[n].text.strip()
        if len(text) < 3 or text[0] not in UNDERLINES or text.strip(text[0]):
            continue
        head, above = lines[n - 1], lines[n - 2] if n > 1 else None
        alone = above is None or above.blank or RULE_RE.fullmatch(above.text)
        if not head.blank and alone and is_short(head.text) and not RULE_RE.fullmatch(head.text) and len(text) >= 3:
            mark = head.mark or Mark()
            mark.heading = UNDERLINES[text[0]]
            lines[n - 1] = head._replace(mark=mark)
            lines[n] = _marked(lines[n], "chrome")
