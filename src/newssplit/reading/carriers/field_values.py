"""What becomes of a field's line: what the paper printed is a line of its own, the rest says something of the page."""

from __future__ import annotations

from collections.abc import Sequence

from newssplit.language.dates import page_number, republican_date
from newssplit.lexicon import Lexicon
from newssplit.model import Page
from newssplit.patterns import re
from newssplit.reading.carriers.field_names import VALUE
from newssplit.reading.carriers.fields import BEGUN, CLOSER_RE, CLOSING, NOTHING_RE, PRINTED, Field, kind_of, normal
from newssplit.reading.carriers.said import merged, read_said
from newssplit.reading.lines import Line, shortened, without
from newssplit.reading.marks import Mark

NO_COLUMN = "no column"
"""The field of a column that a record leaves empty: it stands under none."""
BLANK = " \u3000\t；;，,"
BORDER = 45
"""Decibans that an item begins with each row of a table."""
DATELINE_RE = re.compile(r"(?<=[版頁页]\s)[^\s\d：:]{2,24}[讯訊电電]$")
"""`02 版 新華社北平廿五日電`: what a database puts behind the page."""
OPENING_RE = re.compile(r"[（(【〔\[][^\s，。：:（）()【】]{2,30}[讯訊电電][）)】〕\]]")
"""`（中央社記者X馬公八日電）`: with what the text below opens, in a field of its own."""
GAP_RE = re.compile(r"\s{2}|\u3000|\s?[;；]\s")
HANGING = 4
"""Further lines of a value are set in by so many spaces at least: two may be a paragraph's."""
WORD = 4
"""Letters that such a headline holds besides."""
NAME_RE = re.compile(r"^(?![a-z][a-z.-]{0,40}(?![\w.-]))[^()（）]{1,30}$")
"""The name of a paper; `photo (1280x853)`, `net.example.app` are none."""
NUMBER_RE = re.compile(r"[A-Za-z]{1,2}\.\d+|[A-Za-z]{0,2}\d+|[一二三四五六七八九十]+")
BRACES_RE = re.compile(r"[\[\]{}(),]{1,4}|\{\{\w[\w ]{1,30}|@\w{3,20}\{[^{}\s]{0,40},?")
"""What opens and closes a record of JSON or BibTeX."""
ESCAPED_RE = {"'": re.compile(r"\\(?=['\"\\])|'(?=')"), '"': re.compile(r"\"(?=\")")}
"""By the quotation mark of cells what stands before one that is part of a text: `\\'` and `''` in SQL, `""` in CSV."""
USER_RE = re.compile(r"^[a-z][a-z\d_.-]{2,20}(?:\s?[(（][^()（）]{0,40}[)）]|\s*$)")
"""Whom a board or a database calls by an account, `kitecut (風箏線)`, is no author of the paper's."""
CONTINUED_RE = re.compile(r"^\s{1,60}\|[ ]?(?=[\S\u3000])")
TAGGED_RE = re.compile(r"[ \t\u3000]{0,4}[<＜【〔]\s?(?P<name>[^\W\d_]{2,6})\s?[>＞】〕]\s?")
"""`<正文>`: with what a text opens that is the value of another field, an abstract."""
EDITION_RE = re.compile(r"\s?[:：]\s?\[\d{1,2}\]\s*$")
"""`标题: [1]`: which edition of the paper a database has it from."""
WRAPPED_RE = re.compile(r"(?<=[^\s\w])\+$|(?<=\S)\s{2,400}\+$")
"""`     | 正文。     +`: how PostgreSQL sets the lines of a text below each other; the longest one has no space."""


def parts_of(line: Line, fields: Sequence[Field], lexicon: Lexicon, quote: str) -> list[Line]:
    """What the paper printed of a line's fields, each a line of its own, and a line for all else that stands there.

    `quote` stands around the cells of a table."""
    if [field.kind for field in fields] == ["column"] and not line.text[fields[0].start : fields[0].end].strip(BLANK):
        return [_value(line, 0, len(line.text), NO_COLUMN)]
    page, values = Page(), list[Line]()
    for called, kind, start, end, *_ in fields:
        value = line.text[start:end].strip(BLANK)
        if kind == "author" and USER_RE.match(value):
            continue
        if kind in PRINTED and not _says_page(kind, value, lexicon):
            start, end = _printed(kind, line.text, start, end, lexicon)
            value = line.text[start:end].strip(BLANK)
            if value and value != "|" and not NOTHING_RE.fullmatch(value):
                values.append(_value(line, start, end, "" if kind in ("body", "caption") else kind, called))
                if kind == "caption" and values[-1].mark is not None:
                    values[-1].mark.image = True
        else:
            page = merged(page, page_of(kind, value, lexicon))
            if m := DATELINE_RE.search(line.text, start, end):
                values.append(_value(line, m.start(), m.end(), "dateline"))
            elif OPENING_RE.fullmatch(value):
                values.append(_value(line, start, end, "", called))
    if fields[0].row and quote:
        values = [without(value, [m.start() for m in ESCAPED_RE[quote].finditer(value.text)]) for value in values]
    if fields[0].row == BEGUN and values and values[0].mark is not None:
        values[0].mark.border, values[0].mark.page = BORDER, page
    return [as_chrome(line, page, fields[0].name), *values]


def _printed(kind: str, text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Where in a line what the paper printed of a value begins and ends: the rest is the database's."""
    if kind == "body" and (m := TAGGED_RE.match(text, start, end)) and kind_of(m["name"], lexicon) == "body":
        return m.end(), end
    if kind == "headline" and (m := EDITION_RE.search(text, start, end)):
        return start, m.start()
    return start, end


def _says_page(kind: str, value: str, lexicon: Lexicon) -> bool:
    """Whether what a field names as the column or the headline is the page, or the paper and the day: `19970415
    江州晚报 抄报`."""
    if kind not in ("column", "headline"):
        return False
    said = read_said(value, lexicon)
    return said.paged if kind == "column" else said.dated and said.named and said.left <= WORD


def _printed_where(value: str, lexicon: Lexicon) -> Page:
    """What a note says of the page, whatever its field is called: `《江海日報》1934年7月5日，第二版`."""
    said = read_said(value, lexicon) if len(value) <= VALUE else None
    return said.page if said and said.paged and (said.timed or said.named) else Page()


def _issue_of(value: str, lexicon: Lexicon) -> Page:
    """A newspaper's name, and perhaps which issue and page: `长兴日报 2018年9月5日 第3版`."""
    said = read_said(value, lexicon)
    if said.named and said.dated:
        return said.page
    name = GAP_RE.split(value.strip())[0].strip("《》\"'“” ")
    return Page(newspaper=name if NAME_RE.match(name) else None)


def page_of(kind: str, value: str, lexicon: Lexicon) -> Page:
    """What the value of a field says of its page."""
    if kind == "newspaper":
        return _issue_of(value, lexicon)
    read = read_said(value, lexicon)
    said = read.page
    if kind == "date":
        return Page(date=said.date or republican_date(value))
    if kind == "page":
        number = said.number or _number(read.rest if read.dated else value)
        return Page(number=number)
    if kind == "name":
        return Page(name=value or None)
    return Page(number=said.number) if kind == "column" else _printed_where(value, lexicon)


def _number(value: str) -> str | None:
    m = NUMBER_RE.search(value)
    return page_number(m[0].replace(".", "")) if m else None


def as_chrome(line: Line, page: Page | None, name: str) -> Line:
    mark = Mark()
    mark.chrome, mark.page, mark.field = True, page, name
    return line._replace(mark=mark)


def _value(line: Line, start: int, end: int, kind: str, called: str = "") -> Line:
    text = line.text
    while start < end and text[start] in " \t；;，,":
        start += 1
    if text.endswith("+", start, end) and (m := WRAPPED_RE.search(text, start, end)):
        end = m.start()
    between = "；;，," if kind else ""  # a line of text may end with a comma
    while end > start and (text[end - 1].isspace() or text[end - 1] in between):
        end -= 1
    value = shortened(line, start, end)
    mark = value.mark.copy() if value.mark is not None else Mark()
    mark.field, mark.called = kind, called
    mark.bold_lead = max(0, mark.bold_lead - start)  # the name was in bold
    return value._replace(mark=mark)


def second_headline(line: Line) -> Line:
    """The second line of a headline's field."""
    start = len(line.text) - len(line.text.lstrip())
    return _value(line, start, len(line.text), "subheadline")


def hanging(line: Line, indent: int) -> Line:
    """A further line of a value without the spaces that set it in below the value's beginning."""
    set_in = HANGING <= indent < len(line.text) and line.text[:indent] == " " * indent
    return shortened(line, indent, len(line.text)) if set_in and not line.blank else line


def continued(line: Line) -> Line:
    """A further line of a text in PostgreSQL's output, without the bar before it and the sign behind it."""
    m = CONTINUED_RE.match(line.text) if "|" in line.text else None
    if m is None:
        return line
    end = WRAPPED_RE.search(line.text) if line.text.endswith("+") else None
    return shortened(line, m.end(), end.start() if end else len(line.text))


def is_closer(line: Line, names: frozenset[str]) -> bool:
    """Whether a line is nothing but what closes a field: `【/内容】`."""
    m = CLOSER_RE.match(line.text.lstrip()) if line.text.rstrip()[-1:] in CLOSING else None
    return m is not None and normal(m["name"]) in names


def closed(line: Line, names: frozenset[str]) -> Line:
    """The last line of a text, without what closes it between two names of its field."""
    if line.text.rstrip()[-1:] in CLOSING and (m := CLOSER_RE.search(line.text)) and normal(m["name"]) in names:
        return shortened(line, 0, m.start())
    return line
