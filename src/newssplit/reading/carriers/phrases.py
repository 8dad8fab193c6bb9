"""Words of a site within the lines of texts: `…一度大勢已去。[請繼續往下閱讀...]下半場…`, in one text after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newssplit.lexicon import Lexicon, fold
from newssplit.patterns import re
from newssplit.reading.carriers.printed import is_text, paper_re
from newssplit.reading.joined import places_of
from newssplit.reading.lines import Line, shortened
from newssplit.reading.marks import Mark

BOXED_RE = re.compile(
    r"[。！？」”](?P<words>\s?(?:\[[^\[\]。，]{2,24}\]|【[^【】。，]{2,24}】|<[^<>。，]{2,24}>|［[^［］。，]{2,24}］))"
)
"""A few words between two sentences, or behind the last one, in square or pointed brackets …"""
BRACKETS = "[【<［"
DOTTED_RE = re.compile(
    r"[。！？」”](?P<words>\s?[^。！？，；：、」”』）\s\[【<［.…]{4,20}(?:\.{3}|…{1,2}|[>»▼↓]{1,3}))"
)
"""… or with dots behind them."""
DOTS = ("...", "…", ">", "»", "▼", "↓")
DOT = ".…>»▼↓"
REACH = 26
"""Such words, with what stands before and behind them, have no more characters."""
OFTEN = 3
"""So many places with the same words show that they are the site's."""


TAIL_RE = re.compile(r"(?<=[^\s，、：])\s(?P<words>\S{3,8})\s*$")
"""A word behind a text that a space parts from it: ` 收起全文d`."""
BUTTON = 4
"""A button's words of so many characters stand in it; shorter ones may be any text's."""


def without_tails(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines without the words of a button at the end of texts, the same behind several."""
    long = [n for n, line in enumerate(lines) if line.text[-1:].isalpha() and is_text(line.text[:-1])]
    tails = {n: m for n in long if (m := TAIL_RE.search(lines[n].text))}
    times = Counter(m["words"] for m in tails.values())
    buttons = tuple(word for word in lexicon.words("furniture", "buttons") if len(word) >= BUTTON)
    known = {words for words, n in times.items() if n >= OFTEN and fold(words).startswith(buttons)}
    if not known:
        return lines
    cut = {n: m.start() for n, m in tails.items() if m["words"] in known}
    return [shortened(line, 0, cut[n]) if n in cut else line for n, line in enumerate(lines)]


def without_phrases(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, parted where such words stand, without the words; a wrap may have cut them."""
    lines = without_tails(lines, lexicon)
    texts = [line.text.strip() for line in lines]
    whole = "".join(texts)
    found = _found(whole)
    times = Counter(words for words, _ in found)
    known = {words for words, n in times.items() if n >= OFTEN and not _printed(words, lexicon)}
    if not known:
        return list(lines)
    gone = [span for words, span in found if words in known]
    return list(_without(lines, texts, gone))


def _found(whole: str) -> list[tuple[str, tuple[int, int]]]:
    """What may be such words, in order, and where it stands."""
    boxed = BOXED_RE.finditer(whole) if sum(map(whole.count, BRACKETS)) >= OFTEN else ()
    matches = {m.start(): m for m in boxed}
    if not any(dots in whole for dots in DOTS):  # single points, of numbers and addresses, are no such dots
        return [(m["words"].strip(), m.span("words")) for _, m in sorted(matches.items())]
    for at in places_of(whole, DOT):  # few, while a sentence stops at every line
        m = DOTTED_RE.search(whole, max(0, at - REACH), at + REACH)
        if m:
            matches[m.start()] = m
    return [(m["words"].strip(), m.span("words")) for _, m in sorted(matches.items())]


def _printed(words: str, lexicon: Lexicon) -> bool:
    """Whether a paper prints them itself: a dateline in brackets, who made it, the next column."""
    bare = fold(words.strip(" []【】<>［］.…"))
    return paper_re(lexicon).search(bare) is not None or lexicon.ends(bare, "labels", "endings")


def _without(lines: Sequence[Line], texts: Sequence[str], gone: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """The lines without the stretches of their texts put together."""
    begin, at = 0, 0
    for line, text in zip(lines, texts, strict=True):
        end = begin + len(text)
        cuts = list[tuple[int, int]]()
        while at < len(gone) and gone[at][0] < end:
            cuts.append((max(0, gone[at][0] - begin), min(len(text), gone[at][1] - begin)))
            if gone[at][1] > end:
                break  # it goes on in the next line
            at += 1
        yield from _parted(line, cuts) if cuts else (line,)
        begin = end


def _parted(line: Line, cuts: Sequence[tuple[int, int]]) -> Iterator[Line]:
    lead = len(line.text) - len(line.text.lstrip())
    at = 0
    for start, end in cuts:
        if line.text[at : lead + start].strip():
            yield shortened(line, at, lead + start)
        at = lead + end
    if line.text[at:].strip():
        rest = shortened(line, at, len(line.text))
        mark = rest.mark.copy() if rest.mark is not None else Mark()
        mark.behind = at - lead
        yield rest._replace(mark=mark)
