"""Lines without the marks within them; each knows where its text stands in the source."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.elements import Elements, elements_of, names_field, said_of_item
from newssplit.reading.carriers.literals import read_literal
from newssplit.reading.carriers.token_forms import LINE_TAGS, Token
from newssplit.reading.carriers.tokens import tokens, tokens_of_values
from newssplit.reading.lines import Line
from newssplit.reading.marks import Mark, Run

HEADINGS = {f"h{n}": n for n in range(1, 7)}
SETTINGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "blockquote": "quoted", "quote": "quoted",
    "li": "listed", "tr": "row",
}  # fmt: skip
"""What tags make of the text within them."""
CELLS = ("td", "th")
IN_ITEMS = frozenset({"title", "link", "author", "source", "section", "summary"})
"""Names of fields there, which in a page of HTML are something else."""
BORDER = 25
"""Decibans that an item begins with the element that holds it."""
UNPRINTED = frozenset({"noinclude"})
"""Tags within which stands what is of a page of the wiki and of no article: the running head."""
MENU = 2
BESIDE_RE = re.compile(r"[\s|｜/·•>»*+-]")
"""What stands between links."""
LISTED = " \t\u3000-*+>·•.、0123456789"
"""What stands before bold type at the beginning of an entry."""


def unmarked(source: str, lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines of a text without the marks within them: one line of the source may be several, or none."""
    writer = _Writer(source, elements_of(source, lexicon), lexicon)
    stretches = read_literal(source, lexicon)
    ahead = tokens_of_values(source, stretches) if stretches else tokens(source)
    token = next(ahead, None)
    for line in lines:
        if (token is None or token.start >= line.end) and writer.is_clear(line):
            writer.lines.append(line)
            continue
        writer.begin(line)
        while token is not None and token.start < line.end:
            writer.take(token)
            token = next(ahead, None)
        writer.end(line)
    return writer.lines


class _Writer:
    """Puts lines together, and remembers what is open: a heading, bold type, a field."""

    def __init__(self, source: str, elements: Elements, lexicon: Lexicon):
        self.source, self.elements, self.lexicon = source, elements, lexicon
        self.fields = IN_ITEMS if elements.names else frozenset[str]()
        self.outside = bool(elements.names)
        """Whether the first item of a feed is still to come."""
        self.joined = 0
        """Where a text goes on that another line has begun."""
        self.begun = False
        """Whether an item has begun of which no line is there yet."""
        self.lines = list[Line]()
        self.heading = 0
        self.open = dict.fromkeys(("bold", "italic", "quoted", "listed", "row"), 0)
        self.strong = False
        """Whether Markdown's `**` is open; it ends with its line."""
        self.field = ""
        self.at = 0
        """How far the source is read."""
        self._new()

    def _new(self) -> None:
        self.pieces, self.runs = list[str](), list[Run]()
        self.size = self.bold = self.italic = 0
        self.links = self.linked = 0
        """How many links, and how many characters of them."""
        self.plain = ""
        """What stands before or behind the bold type with which the line begins."""
        self.touched = False
        self.mark = Mark()

    def is_clear(self, line: Line) -> bool:
        """Whether nothing is open at the beginning of a line."""
        return self.at <= line.start and not (self.heading or self.field or self.pieces or any(self.open.values()))

    def begin(self, line: Line) -> None:
        self.touched |= self.at > line.start  # a mark of several lines goes on
        self.at = max(self.at, line.start)

    def take(self, token: Token) -> None:
        """Read up to a mark, and what it says."""
        self._text(self.at, max(self.at, token.start))
        self.touched = True
        if token.kind == "char":
            self._put(token.value, token.start, token.end)
        elif token.kind == "literal":
            self._text(token.start + 1, token.end)
        elif token.kind in ("image", "anchor"):
            self._text(*token.inner)
            self.links += token.kind == "anchor"
            self.linked += token.inner[1] - token.inner[0] if token.kind == "anchor" else 0
            self.mark.image |= token.kind == "image"
        elif token.kind in ("break", "caption"):
            self._break(token.start)
            self.mark.image |= token.kind == "caption"
        elif token.kind == "field":
            self._break(token.start)
            self.field = token.value
        elif token.kind in ("open", "close"):
            if token.value or self.heading:
                self._break(token.start)
            self.heading = int(token.value or 0)
        elif token.kind == "text":
            self._text(*token.inner)
        elif token.kind == "join":
            self.joined = token.end
        elif token.kind == "gap":
            self._break(token.start)
            self.lines.append(Line(token.start, token.start, ""))
        elif token.kind == "item":
            self._break(token.start)
            self.begun = True
        elif token.kind == "strong":
            self.strong = not self.strong
        elif token.kind in ("tag", "board"):
            self._tag(token)
        self.at = token.end

    def _tag(self, token: Token) -> None:
        closing, name = token.value.startswith("/"), token.value.lstrip("/")
        if self.fields:
            name = name.rpartition(":")[2]  # the fields of a feed stand in several namespaces: <dc:creator>
        field = name in self.fields or names_field(name)
        if name in LINE_TAGS or name in self.fields or (token.kind == "tag" and field):
            self._break(token.start)
        if name in HEADINGS:
            self.heading = 0 if closing else HEADINGS[name]
        elif name == "fw":
            self.outside, self.field = False, ""  # what stands at the head of a page is the paper's
        elif name == "head" and self.elements.headed:
            self.heading, self.field = 0 if closing else 1, ""
        elif name in SETTINGS:
            kind = SETTINGS[name]
            self.open[kind] = max(0, self.open[kind] + (-1 if closing else 1))
        elif name in CELLS and not closing:
            self._put("\t", token.start, token.start)
        elif name in self.elements.names:
            self.outside, self.begun = False, not closing
            if not closing:
                self._attributes(token)
        elif field and not (name == "name" and self.field == "author"):  # as Atom names an author
            self.field = "" if closing else name

    def _attributes(self, token: Token) -> None:
        """What the tag of an item says of it, each as a field: `<text date="2005-06-11" author="谷雨">`."""
        for name, span in said_of_item(self.source, token.start, token.end, self.lexicon):
            self._break(span[0])
            self.field = name
            self._text(*span)
            self._break(span[1])
        self.field = ""

    def _text(self, start: int, end: int) -> None:
        if start < end:
            self._put(self.source[start:end], start, end)

    def _put(self, text: str, start: int, end: int) -> None:
        self.pieces.append(text)
        self.runs.append(Run(self.size, len(text), start, end))
        self.size += len(text)
        shown = 0 if text.isspace() else len(text)
        if self.open["bold"] or self.strong:
            if not (self.plain if self.mark.bold_lead else self.plain.strip(LISTED)):
                self.mark.bold_lead, self.plain = self.size, ""
            self.bold += shown
        else:
            self.plain += text
        self.italic += shown if self.open["italic"] else 0

    def _break(self, at: int) -> None:
        """A line ends here, in the midst of a line of the source."""
        self._write(at, within=True)

    def end(self, line: Line) -> None:
        if self.joined > line.end:
            return  # the text goes on in a further line
        self._text(self.at, max(self.at, line.end))
        self.at = max(self.at, line.end)
        if not self.touched and not self.heading and not self.field and not any(self.open.values()):
            self.lines.append(line)
            self._new()
        else:
            self._write(line.end, within=False, blank=line.blank)
        self.strong = False

    def _write(self, at: int, *, within: bool, blank: bool = False) -> None:
        text = "".join(self.pieces)
        bare = len(text) - sum(c.isspace() for c in text)
        if bare or blank:
            self.lines.append(self._line(text, at, bare))
        touched = self.touched
        self._new()
        self.touched = touched and within

    def _is_menu(self, text: str) -> bool:
        """Whether a line is nothing but links: a row of several, or an entry of a list."""
        return self.mark.linked and (self.links >= MENU or text.lstrip()[:1] in "-*+·•")

    def _line(self, text: str, at: int, bare: int) -> Line:
        mark = self.mark
        mark.heading, mark.field = self.heading, self.field
        if self.begun and bare:
            mark.border, self.begun = BORDER, False
        mark.linked = bool(self.links) and len(BESIDE_RE.sub("", text)) <= self.linked
        mark.chrome = self.outside or self.field in UNPRINTED or self._is_menu(text)
        mark.bold, mark.italic = bool(bare) and self.bold >= bare, bool(bare) and self.italic >= bare
        mark.quoted, mark.listed = self.open["quoted"] > 0, self.open["listed"] > 0
        mark.row = self.open["row"] > 0
        start, end = (self.runs[0].start, self.runs[-1].end) if self.runs else (at, at)
        return Line(start, end, text, tuple(self.runs), mark)
