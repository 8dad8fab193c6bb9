"""Which sorts of marks a dump has at all: what a first look at the whole text tells."""

from __future__ import annotations

from collections import Counter

from newssplit.light import NamedTuple
from newssplit.patterns import re

CLOSED_RE = re.compile(r"</([^<>/\s]{1,30})\s*>")
MARKED_RE = re.compile(
    r"^[ \t]{0,40}(?:[-*+>#.\d]{1,8}[ \t]{1,9}){0,4}#{0,6}\*\*[^*\s][^*\n]*\*\*"
    r"|(?<![^\W_])\*\*[^*\s][^*\n]{0,200}\*\*[ \t]*(?=\n|\Z)",
    re.MULTILINE,
)
"""A line that begins or ends in bold: without one in a dump, `王**` is a name left half unsaid."""
HEADED_RE = re.compile(r"^#{1,4} \S", re.MULTILINE)
"""A heading of Markdown, beside which `**` sets in bold wherever it stands."""
ESCAPED_RE = re.compile(r"\\(?:u[\da-fA-F]{4}|n(?![a-z])|r\\n|r(?=[ ]{0,9}\+?\n))")
BOARD_RE = re.compile(r"\[/(?:[biu]|size|color|font|align|center|quote|url|img|h[1-6])\]", re.IGNORECASE)
WIKI_RE = re.compile(
    r"^'{3}[^'\n]+'{3}\s*(?=\n|\Z)|\[\[[^\[\]\n]+\]\]|^==[^=\n]+==\s*(?=\n|\Z)|^\{\{[^{}\n]+\}\}\s*(?=\n|\Z)"
    r"|^\{\{[a-z]{2,12}\}\}",
    re.MULTILINE,
)
WIKI = ("'''", "[[", "==", "{{")
"""Of these what WIKI_RE finds has one: in most texts there is none, and to look for them takes no time."""
CIRCLED_RE = re.compile(r"[①-⑳]")
LATEX_RE = re.compile(r"\\(?:begin\{document\}|(?:sub){0,2}section\*?\{|chapter\*?\{)")
CODE_RE = re.compile(r"[。！？”」）][①-⑳]\d{1,2}(?=\s|$|[^\W\d_]{2,4}\s?[摄攝])")
TYPESET_RE = re.compile(r"〖[A-Z][^〖〗\n]{0,60}〗")
FEW = 2
"""So many escapes show that a tool wrote them."""
PRIVATE_RE = re.compile("[\ue000-\uf8ff]")
"""A character that only one font shows: a rare one of a name, or a sign of the tool."""
BEFORE_PRIVATE = "。！？!?”」』）)…>\n"
"""What stands before a sign that is a space: the end of a sentence, of a tag, of a line."""
SPACE = "\ue5e5"
"""How GB 18030 reads the bytes A3 A0, which stand for an ideographic space (WHATWG, Encoding Standard, gb18030)."""


class Dialect(NamedTuple):
    """Which sorts of marks a dump has at all."""

    bold: bool
    escapes: bool
    board: bool
    wiki: bool
    latex: bool
    codes: bool
    """Whether numbers of sub-editors, `②6`, stand behind the texts."""
    typeset: bool
    """Whether a typesetter's orders, `〖HT4F〗`, stand in it."""
    closed: frozenset[str]
    """Names of tags that are closed somewhere."""
    spaces: frozenset[str]
    """Characters that only one font shows, and that stand for spaces."""
    values: bool = False
    """Whether it is a value of a programming language, in which a quotation mark may be escaped, too."""


def dialect(source: str) -> Dialect:
    """What a first look at the whole text tells."""
    return Dialect(
        bold="**" in source and (MARKED_RE.search(source) or HEADED_RE.search(source)) is not None,
        escapes="\\" in source and sum(1 for _ in ESCAPED_RE.finditer(source)) >= FEW,
        wiki=any(sign in source for sign in WIKI) and WIKI_RE.search(source) is not None,
        latex="\\" in source and LATEX_RE.search(source) is not None,
        codes=CIRCLED_RE.search(source) is not None and sum(1 for _ in CODE_RE.finditer(source)) >= FEW,
        typeset="〖" in source and len(TYPESET_RE.findall(source)) >= FEW,
        board="[/" in source and BOARD_RE.search(source) is not None,
        closed=frozenset(name.lower() for name in CLOSED_RE.findall(source)) if "</" in source else frozenset(),
        spaces=_spaces(source) if not source.isascii() and PRIVATE_RE.search(source) else frozenset(),
    )


def _spaces(source: str) -> frozenset[str]:
    """Of the characters that only one font shows those which stand for spaces: most often where no word goes on."""
    times, apart = Counter[str](), Counter[str]()
    for m in PRIVATE_RE.finditer(source):
        times[m[0]] += 1
        apart[m[0]] += m.start() == 0 or source[m.start() - 1] in BEFORE_PRIVATE
    return frozenset(sign for sign, n in times.items() if sign == SPACE or (apart[sign] >= FEW and 2 * apart[sign] > n))
