"""The marks that stand within a text, one by one: how each is written, and what it means.

Every pattern stops at the next sign of its own kind, so that time grows in step with the text.
"""

from __future__ import annotations

from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.dialects import Dialect

LINE_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "fw", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
})  # fmt: skip
"""Tags of HTML before and behind which a line ends, and of TEI that of a running head."""
INLINE_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "del", "em", "font", "i", "img", "input", "ins",
    "label", "link", "mark", "meta", "nobr", "q", "rp", "rt", "ruby", "s", "small", "span", "strike", "strong", "sub",
    "sup", "td", "th", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Tags within a line; `<o:p>` and other tags with a colon are, too."""
ATTRIBUTE = r"(?:[.\#][A-Za-z][\w-]{0,29}|[A-Za-z][\w-]{0,19}=\"[^\"{}\n]{0,40}\")"
ATTRIBUTES = rf"\{{{ATTRIBUTE}(?:\s{ATTRIBUTE}){{0,2}}\}}"
"""What Pandoc writes behind what it says something of: `{.underline}`, `{width="4.7in" height="3.1in"}`; a few of them,
as a pattern that may look far ahead at every brace makes the work of a text of braces grow."""
TOKEN_RE = re.compile(
    r"""
      (?P<comment> <!--)
    | (?P<cdata> <!\[CDATA\[ | \]\]> )
    | (?P<declared> <[!?][A-Za-z][^<>\n]{0,300}> )              # <!DOCTYPE html>, <?xml version="1.0"?>
    | (?P<link> <https?://[^<>\s]{1,500}> )                     # <https://paper.example.org/1.html>
    | (?P<tag> (?:<|&lt;) (?P<close>/?) (?P<name>[A-Za-z][\w:.-]{0,30}|[\u3400-\u9fff]{1,8})
        (?P<rest>(?:\s[^<>]{0,500}?)?) (?P<empty>/?) (?:>|&gt;) )  # <p>, </STRONG>, &lt;br /&gt;, <标题>
    | (?P<entity> &(?:amp;)?                                    # &nbsp; &amp;ldquo; &#12288;
        (?:\#\d{1,7};|\#[xX][\da-fA-F]{1,6};|[A-Za-z]{2,8}\d{0,2};|(?:nbsp|ensp|emsp|ldquo|rdquo|quot)) )
    | (?P<escape> \\(?:u[\da-fA-F]{4}|xa0|r\\n|[rnt](?![a-z])|["'/]) )  # \u3000 \r\n \"
    | (?P<literal> \\[#*_.!()\[\]<>~`|+{}%&$@^=-] )             # \# of Markdown, \% of LaTeX
    | (?P<image> !\[(?P<alt>[^\[\]\n]{0,400})\]\([^()\n]{0,1000}\) )
    | (?P<anchor> \[(?P<text>[^\[\]\n]{1,400})\](?:\((?:javascript:void\(0\);?|[^()\n]{0,1000})\)|(?=\{[.\#][A-Za-z])) )
    | (?P<attributes> (?:(?<=[)\]])|(?<=\S[ ]))"""
    + ATTRIBUTES
    + r""" )                                                   # [标题]{.underline}, ## 标题 {#id}
    | (?P<strong> \*{2,3} )
    | (?P<wiki> '{2,5}                                          # '''小标'''
        | !?\[\[(?:[^\[\]|\n]{1,80}\|)?(?P<target>[^\[\]|\n]{1,120})\]\]  # [[杆秤|秤]]
        | \{\{[^{}|\n]{1,40}\|(?=[^{}\n]{0,80}(?:\{\{|''))          # of {{c|{{larger|标题}}|offset=4em}} what is
                                                                # around the inner one
        | \{\{(?:[^{}|\n]{1,40}\|)?(?P<last>[^{}|=\n]{0,120})\}\}       # {{right|记者X}}
        | \{\{[^{}\n]{1,300}\}\}
        | (?:\|[A-Za-z]{1,12}=[^{}|\n]{0,30}){0,4}\}\} )
    | (?P<setup> \\(?:documentclass|usepackage|setCJK\w{2,12}|setmain\w{2,8}|includegraphics|pagestyle|thispagestyle
        |label|[hv]space\*?|input|date|author|begin|end) (?:\[[^\[\]\n]{0,80}\])?\{[^{}\n]{0,120}\} )
    | (?P<command> \\(?P<verb>[A-Za-z]{2,20})\*?(?:\[[^\[\]\n]{0,80}\])?\{? | \} )  # \section{标题}
    | (?P<typeset> 〖[A-Z][^〖〗\n]{0,60}〗 | 〓{1,8} | [↙Ω] )         # 〖HT1DBS〗 of a typesetter's source
    | (?P<private> [\ue000-\uf8ff] )
    | (?P<code> [①-⑳]\d{1,2}(?![\d.年月日时点号]) )
    | (?P<board> \[/?(?:[biups]|h[1-6]|size|color|font|align|center|quote|url|img|backcolor|float|indent)
        (?:=[^\[\]\n]{0,80})?\]                               # [b]标题[/b], [size=5]
        | \[[a-z][\w-]{2,30}\s[\w-]{1,30}=["'][^\[\]\n]{0,500}["']\s?/?\]  # [gallery ids="4880"]
        | \[/(?:caption|gallery|embed)\] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
SPACES = {"\xa0": " ", "\u2003": "\u3000", "\u2002": " "}
"""Spaces that entities stand for, as spaces of text."""
ESCAPES = {"\\n": "\n", "\\r": "\n", "\\r\\n": "\n", "\\t": "\t", '\\"': '"', "\\'": "'", "\\/": "/", "\\xa0": " "}
TITLES = {"title": 1, "chapter": 1, "section": 2, "subsection": 3, "subsubsection": 4, "paragraph": 5, "subtitle": 3}
"""Commands of LaTeX that set a heading, and its level."""
STOPS = "。！？!?”」』）)…"


class Token(NamedTuple):
    """A mark in the source."""

    start: int
    end: int
    kind: str
    """What it is: `drop`, `char`, `break`, `tag`, `image`, `anchor`, `strong`, `board`, `literal`, `field`."""
    value: str = ""
    """The character that it stands for, or the tag's name in small letters, `/` before a closing one."""
    inner: tuple[int, int] = (0, 0)
    """Where the text of an image or a link stands."""


PLAIN = frozenset({
    "cdata", "comment", "declared", "link", "entity", "escape", "literal", "strong", "board", "private", "code", "wiki",
    "setup", "command", "typeset", "attributes",
})  # fmt: skip
"""Kinds without a group within them that matches last."""


def kind_of_mark(m: re.Match[str]) -> str:
    return next(name for name in ("tag", "image", "anchor") if m[name])


def token_of(m: re.Match[str], kind: str, sorts: Dialect) -> Token | None:
    start, end, text = m.start(), m.end(), m[0]
    if kind in ("cdata", "declared", "link", "attributes"):
        return Token(start, end, "drop")
    if kind == "tag":
        return _tag(m, sorts)
    if kind == "entity":
        return _entity(start, end, text)
    if kind == "escape":
        return _escape(m) if sorts.escapes and (sorts.values or text != "\\'") else None
    if kind == "literal":
        return Token(start, end, "literal", text[1])
    if kind in ("image", "anchor"):
        return Token(start, end, kind, inner=m.span("alt" if kind == "image" else "text"))
    if kind == "strong":
        return Token(start, end, "strong") if sorts.bold else None
    if kind == "wiki":
        outer = Token(start, end, "close") if sorts.latex and text == "}}" else None
        return _wiki(m) if sorts.wiki else outer
    if kind == "setup":
        return Token(start, end, "break") if sorts.latex else None
    if kind == "command":
        return _command(m) if sorts.latex else None
    if kind == "typeset":
        return _typeset(start, end, text) if sorts.typeset else None
    if kind in ("private", "code"):
        behind = m.string[start - 1 : start] in STOPS and start > 0
        if kind == "private" and text in sorts.spaces:
            return _private(start, end, ends=behind and m.string[start - 1] not in "）)")
        return Token(start, end, "drop") if kind == "code" and behind and sorts.codes else None
    if kind == "board" and (text in SHORT_CLOSED or ("=" in text and " " in text)):
        return Token(start, end, "caption" if text.startswith("[caption") else "break")
    return Token(start, end, "board", text[1:-1].partition("=")[0].lower()) if sorts.board else None


def _wiki(m: re.Match[str]) -> Token:
    """Bold type, a link, or a template, whose last value may be text."""
    if m[0][0] == "'":
        return Token(m.start(), m.end(), "strong" if len(m[0]) > 2 else "drop")
    if m[0].startswith(("![[", "[[Category:", "[[分类:", "[[File:", "[[文件:")):
        return Token(m.start(), m.end(), "drop")
    if m[0][0] in "|}" or (m[0][0] == "{" and "|" not in m[0] and m[0].isascii()):
        return Token(m.start(), m.end(), "drop")  # {{gap}}
    group = "target" if m["target"] else "last" if m["last"] else ""
    return Token(m.start(), m.end(), "anchor", inner=m.span(group)) if group else Token(m.start(), m.end(), "drop")


def _command(m: re.Match[str]) -> Token:
    verb = m["verb"] or ""
    if m[0] == "}":
        return Token(m.start(), m.end(), "close")
    if verb in TITLES and m[0].endswith("{"):
        return Token(m.start(), m.end(), "open", str(TITLES[verb]))
    return Token(m.start(), m.end(), "break" if verb in ("newpage", "par", "clearpage") else "drop")


def _typeset(start: int, end: int, text: str) -> Token:
    """A typesetter's order; `〓` is a space there, and a line ends with `〖HH〗` or `〖BR〗`."""
    if text[0] == "〓":  # fewer or more spaces than signs: what has another length is known for decoded
        return Token(start, end, "char", "\u3000" * (2 if len(text) == 1 else 1))
    return Token(start, end, "break" if text in ("〖HH〗", "〖BR〗", "↙") else "drop")


def _private(start: int, end: int, *, ends: bool) -> Token:
    """A sign of a font of its own that this dump has for a space; behind a stop a line ends with it.

    It is read as two spaces, as what has another length is known for decoded, and so the sign itself for markup.
    """
    return Token(start, end, "break") if ends else Token(start, end, "char", "\u3000\u3000")


NAMED_RE = re.compile(r"\s(?:name|key|label|field|property)\s?=\s?[\"'](?P<name>[^\"'<>\n]{1,40})[\"']", re.IGNORECASE)
"""What a tag holds, where its own name says the sort of the value: `<str name="title">`."""


CONTENT_RE = re.compile(r"\sCONTENT=\"([^\"<>]{1,400})\"")
"""The text of an element of ALTO, in which libraries keep what a recogniser has read."""
BLOCKS = frozenset({"textblock", "textregion"})
OCR_RE = re.compile(r"\sclass=[\"']ocr_(?:par|carea|page)[\"']")
"""What holds the lines of one block: of ALTO and PAGE, and of hOCR."""


def _tag(m: re.Match[str], sorts: Dialect) -> Token | None:
    """A tag of HTML, or one that the dump closes somewhere; `<注>` that nothing closes is text."""
    name = m["name"].lower()
    if name == "head" and "teiheader" in sorts.closed:
        name = "h2"
    if content := CONTENT_RE.search(m["rest"] or ""):
        return Token(
            m.start(), m.end(), "text", inner=(m.start("rest") + content.start(1), m.start("rest") + content.end(1))
        )
    if name in BLOCKS or OCR_RE.search(m["rest"] or ""):
        return Token(m.start(), m.end(), "gap")
    known = name in LINE_TAGS or name in INLINE_TAGS or ":" in name or name in sorts.closed
    if not known and m["empty"] and name.isascii() and sorts.closed:
        return Token(m.start(), m.end(), "drop")  # <Pic src="1.jpg"/>
    if name in sorts.closed and m["rest"] and name not in LINE_TAGS and (named := NAMED_RE.search(m["rest"])):
        return Token(m.start(), m.end(), "field", named["name"])
    return Token(m.start(), m.end(), "tag", ("/" if m["close"] else "") + name) if known else None


def _entity(start: int, end: int, text: str) -> Token | None:
    import html  # of no use to a text without markup

    read = html.unescape(html.unescape(text))
    if read == text or len(read) != 1:
        return None
    read = SPACES.get(read, read)
    return Token(start, end, "char", read)


def _escape(m: re.Match[str]) -> Token | None:
    start, end, text = m.start(), m.end(), m[0]
    if text == "\\N":
        return None  # what PostgreSQL and MySQL write for a cell that holds nothing
    if text == "\\r" and (ended := LINE_END_RE.match(m.string, end)):
        return Token(start, ended.end(), "drop")
    read = ESCAPES.get(text.lower()) or chr(int(text[2:], 16))
    if 0xD800 <= ord(read) <= 0xDFFF:
        return None  # half a character
    return Token(start, end, "break") if read == "\n" else Token(start, end, "char", SPACES.get(read, read))


SHORT_CLOSED = ("[/caption]", "[/gallery]", "[/embed]")
"""What closes the orders of WordPress that have something between them."""
LINE_END_RE = re.compile(r"[ ]{0,400}\+?(?=\r?\n|\Z)")
"""The end of a line, with the sign by which PostgreSQL says that a text goes on: `\\r    +`."""
