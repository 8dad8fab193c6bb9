"""What real dumps do to an issue, done to an annotated issue, so that its gold stays right.

A damage takes the lines of an annotated issue and gives those of another, which compiles to the same articles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

from newssplit.evaluation.issue_format import LABEL_RE

Lines = list[str]
Damage = Callable[[Lines, random.Random], Iterator[str]]

INDENT = "　　"
HALF_WIDTH = str.maketrans("，：；？！（）", ",:;?!()")
HAN_RE = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?=[\u4e00-\u9fff]{4})")
HIDDEN_RE = re.compile(r"⟦[^⟦⟧]*⟧")
JOINED_RE = re.compile(r"¶[._]?")


def label(line: str) -> str:
    """The label of a line of the dump; empty for a line that is in no dump, and for a blank one."""
    m = LABEL_RE.fullmatch(line)
    return m["label"] if m and not line.startswith(("#", "@", "===")) else ""


def text(line: str) -> str:
    return line.split("|", 1)[1]


def whole(lines: Lines) -> Iterator[str]:
    """The issue with the paragraphs that a wrap has cut put together again."""
    last = None
    for line in lines:
        if label(line) == "+" and last is not None and label(last) in ("p", "+") and not last.startswith(("p~", "+~")):
            last += text(line)
            continue
        if last is not None:
            yield last.replace("⟧⟦", "")
        last = line
    if last is not None:
        yield last.replace("⟧⟦", "")


def apart(lines: Lines) -> Iterator[str]:
    """The issue with the paragraphs that the dump ran together on lines of their own."""
    for line in whole(lines):
        if label(line) == "p" and not line.startswith("p~"):
            joined = text(line)
            lead = joined[: len(joined) - len(joined.lstrip())]
            yield from (f"p|{lead}{part.strip()}" for part in JOINED_RE.split(joined))
        else:
            yield line


def places(line: str) -> list[int]:
    """Where a paragraph can be cut in mid-sentence, outside of what is hidden."""
    hidden = [m.span() for m in HIDDEN_RE.finditer(line)]
    found = [m.start() for m in HAN_RE.finditer(line)]
    return [at for at in found if not any(a < at < b for a, b in hidden)]


def cut(lines: Lines, chance: random.Random) -> Iterator[str]:
    """Every third long paragraph is cut in mid-sentence, with a blank line between."""
    for line in lines:
        at = chance.choice(places(line)) if len(line) > 60 and places(line) and chance.random() < 0.34 else 0
        if label(line) == "p" and at > 10:
            yield from (line[:at], "", f"+{'~' if line[1] == '~' else ''}|{line[at:]}")
        else:
            yield line


def run_together(lines: Lines, _: random.Random) -> Iterator[str]:
    """Paragraphs follow each other on one line, a space between them."""
    last = None
    for line in apart(lines):
        if last is not None and label(line) == "p" == label(last) and len(last) > 40 and last.endswith("。"):
            last += "¶" + text(line).strip()
            continue
        if last is not None:
            yield last
        last = line
    if last is not None:
        yield last


def repeated(lines: Lines, _: random.Random) -> Iterator[str]:
    """Every headline is printed twice."""
    for line in lines:
        yield line
        if line.startswith("h|"):
            yield "r|" + HIDDEN_RE.sub(lambda m: m[0][1:-1], text(line))


def wrapped(lines: Lines, _: random.Random, width: int, heads: int = 0) -> Iterator[str]:
    """Lines break at a fixed width, those of headlines at `heads` if it is given; paragraphs are indented."""
    begun = False
    for line in apart(lines):
        kind = label(line)
        ends = line[1:2] == "|"
        if kind == "p" and ends and not begun:
            shown = False
            for piece in _pieces(INDENT + text(line).strip(), width):
                yield f"{'+' if shown else 'p'}|{piece}"
                shown = shown or bool(HIDDEN_RE.sub("", piece).strip())
        elif kind and kind in "khsr" and ends and not begun:
            yield from (f"{kind}|{piece}" for piece in _pieces(text(line).strip(), heads or width))
        else:
            yield line
        begun = bool(kind) and not ends


def _pieces(shown: str, width: int) -> list[str]:
    """The text in lines of so many characters, the brackets of what is hidden closed at each line's end."""
    pieces, piece, size, hidden = [], "", 0, False
    for character in shown:
        if character in "⟦⟧":
            hidden = character == "⟦"
            piece += character
            continue
        if size >= width and character not in "，。、；：！？”」』）》":
            pieces.append(piece + "⟧" * hidden)
            piece, size = "⟦" * hidden, 0
        piece, size = piece + character, size + 1
    return [*pieces, piece]


def indented(lines: Lines, _: random.Random) -> Iterator[str]:
    """Every paragraph is indented."""
    for line in apart(lines):
        yield f"p|{INDENT}{text(line).strip()}" if line.startswith("p|") else line


def flush(lines: Lines, _: random.Random) -> Iterator[str]:
    """No line is indented."""
    begun = False
    for line in apart(lines):
        if not label(line):
            yield line
            continue
        name, shown = line.split("|", 1)
        yield f"{name}|{shown if begun else shown.lstrip()}"
        begun = name.endswith("~")


def spread(lines: Lines, _: random.Random) -> Iterator[str]:
    """A blank line behind every line."""
    for line in apart(lines):
        if line.strip():
            yield line
        if label(line) and line[1] != "~":
            yield ""


def half_width(lines: Lines, _: random.Random) -> Iterator[str]:
    """Punctuation in half width."""
    yield from (line.translate(HALF_WIDTH) if label(line) or line.startswith("@") else line for line in lines)


def paged(lines: Lines, chance: random.Random) -> Iterator[str]:
    """A page number every now and then, in the middle of paragraphs, too."""
    number, since = 0, 0
    for line in apart(lines):
        since += len(line)
        at = chance.choice(places(line)) if label(line) == "p" and len(line) > 60 and places(line) else 0
        if since > 600 and at > 10 and line[1] == "|":
            number, since = number + 1, 0
            yield from (line[:at], f"f|第 {number} 页", f"+|{line[at:]}")
        else:
            yield line
