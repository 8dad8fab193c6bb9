"""A dump without what carries it: the lines of the paper, each with the signs that a tool's marks have left."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from newssplit.fields import Part, Recognised
from newssplit.lexicon import Lexicon
from newssplit.light import NamedTuple
from newssplit.reading.carriers.annotated import read_annotated
from newssplit.reading.carriers.barred import part_barred
from newssplit.reading.carriers.blocks import read_blocks
from newssplit.reading.carriers.boxed import read_boxes
from newssplit.reading.carriers.celled import part_celled
from newssplit.reading.carriers.chats import read_senders
from newssplit.reading.carriers.cited import part_cited
from newssplit.reading.carriers.company import find_chrome
from newssplit.reading.carriers.ends import take_back, take_foreign, take_foreign_beside, take_front, take_signatures
from newssplit.reading.carriers.excerpts import take_excerpts
from newssplit.reading.carriers.frames import mark_frames
from newssplit.reading.carriers.gutters import may_have_gutters, read_gutters
from newssplit.reading.carriers.headed import boxed_heads, run_in_heads, take_echoed, without_echoes
from newssplit.reading.carriers.inserts import names_of, read_inserts
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.levels import rank_headings, without_page_headings, without_record_headings
from newssplit.reading.carriers.lines import unmarked
from newssplit.reading.carriers.listed import take_links, take_remarks, take_titles_below
from newssplit.reading.carriers.literals import may_be_literal
from newssplit.reading.carriers.margins import read_margins
from newssplit.reading.carriers.numbers import read_counted, read_counted_above, read_numbers
from newssplit.reading.carriers.ordered import name_heads
from newssplit.reading.carriers.page_titles import name_titled
from newssplit.reading.carriers.phrases import without_phrases
from newssplit.reading.carriers.prefixes import read_prefixes
from newssplit.reading.carriers.recognised import recognise
from newssplit.reading.carriers.records import read_records
from newssplit.reading.carriers.rows import Columns, columns_of
from newssplit.reading.carriers.ruled import read_ruled
from newssplit.reading.carriers.stamps import part_dated, part_stamps
from newssplit.reading.carriers.titled import part_titles
from newssplit.reading.carriers.tokens import has_marks
from newssplit.reading.lines import Line, cut_lines, openers

KEPT = ("header", "kept")
SAID = ("meta", "header")
"""Lines of these sorts say where a text is from."""


class Carried(NamedTuple):
    """A dump, its carrier read."""

    lines: list[Line]
    """The lines of the paper, blank ones too."""
    markup: tuple[Part, ...]
    """What of the source is in none of them."""
    found: Recognised
    starts: array[int]
    """Where each line of the source begins."""
    columns: Columns
    """Those of a dump that is a table."""


def read_carrier(source: str, lexicon: Lexicon, columns: Columns | None = None) -> Carried:
    """The lines of a dump without what a tool has put around them; `columns` are given where what names them stands
    further up."""
    plain, starts = cut_lines(source)
    lines = unmarked(source, plain, lexicon) if has_marks(source) or may_be_literal(source) else plain
    lines = read_gutters(lines) if may_have_gutters(source) else lines
    lines = _without_prefixes(read_senders(read_annotated(lines), lexicon), lexicon)
    named = names_of(lines)
    lines = read_inserts(lines) if named.names else lines
    columns = columns_of(lines, named, lexicon) if columns is None else columns
    lines, names = read_records(lines, columns, lexicon)
    lines = without_record_headings(read_counted(lines, lexicon)) if names else lines
    lines = part_celled(part_barred(part_cited(part_stamps(lines, lexicon), lexicon), lexicon), lexicon)
    lines = part_dated(part_titles(lines, lexicon), lexicon)
    lines = without_echoes(boxed_heads(run_in_heads(lines), lexicon))
    lines = without_page_headings(without_phrases(lines, lexicon), lexicon)
    found = find_chrome(lines, lexicon)
    chrome, said = found.found, {n: read.page for n, read in found.said.items()}
    for n in chrome:
        mark = lines[n].mark
        if mark is not None and mark.page is not None:
            said[n] = mark.page
    lines = read_counted_above(lines, {n for n, taken in chrome.items() if taken.sort in SAID}, lexicon)
    take_echoed(lines, chrome)
    take_excerpts(lines, chrome)
    if chrome:
        take_titles_below(lines, chrome, said, lexicon)
        take_remarks(lines, chrome, lexicon)
        take_links(lines, chrome, lexicon)
        take_signatures(lines, chrome)
        mark_frames(lines, chrome, said, lexicon)
        take_front(lines, chrome, lexicon)
        take_back(lines, chrome)
        take_foreign(lines, chrome, lexicon)
        take_foreign_beside(lines, chrome, lexicon)
        name_titled(lines, found.titled)
    kept = boxed_heads(_kept(lines, chrome), lexicon, bordered=True) if chrome else _kept(lines, chrome)
    name_heads(kept)
    rank_headings(kept)
    if kept == plain:
        return Carried(kept, (), Recognised(), starts, columns)
    recognised = recognise(source, lines, chrome, kept, names, lexicon)
    return Carried(kept, _markup(source, kept), recognised, starts, columns)


def _without_prefixes(lines: list[Line], lexicon: Lexicon) -> list[Line]:
    """The lines without what a tool has put before them; the steps know by the first characters if there is any."""
    first = openers(lines)
    for step in (read_boxes, read_margins, read_ruled, read_blocks, read_prefixes):
        read = step(lines, first)
        if read is not lines:
            lines, first = read, openers(read)
    return read_numbers(lines, first, lexicon)


def _kept(lines: Sequence[Line], chrome: dict[int, Found]) -> list[Line]:
    """The lines of the paper. Blank lines around the mark of a file's page are the carrier's, too."""
    if not chrome:
        return list(lines)
    kept = list[Line]()
    after_page = False
    for n, line in enumerate(lines):
        if n in chrome and chrome[n].sort not in KEPT:
            if chrome[n].sort == "page":
                after_page = True
                while kept and kept[-1].blank:
                    kept.pop()
        elif not (line.blank and after_page):
            kept.append(line)
            after_page = False
    return kept


def _markup(source: str, lines: Sequence[Line]) -> tuple[Part, ...]:
    """Stretches of the source that stand in no line and are more than spaces."""
    parts, at = list[Part](), 0
    for start, end in sorted(_covered(lines)):
        if start > at:
            parts += _part(source, at, start)
        at = max(at, end)
    parts += _part(source, at, len(source))
    return tuple(parts)


def _covered(lines: Sequence[Line]) -> list[tuple[int, int]]:
    covered = list[tuple[int, int]]()
    for line in lines:
        kept = [run for run in line.runs if not (run.decoded and line.text[run.at].isspace())]
        covered += [(run.start, run.end) for run in kept] if line.runs else [(line.start, line.end)]
    return covered


def _part(source: str, start: int, end: int) -> list[Part]:
    text = source[start:end]
    bare = text.strip()
    if not bare:
        return []
    start += len(text) - len(text.lstrip())
    return [Part("markup", start, start + len(bare))]
