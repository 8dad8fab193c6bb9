"""The names of fields that databases, exports and crawlers write before what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newssplit.lexicon import Lexicon, fold
from newssplit.light import NamedTuple
from newssplit.patterns import re
from newssplit.reading.carriers.described import carriers

PRINTED = ("kicker", "headline", "subheadline", "author", "column", "body", "caption")
"""Fields whose value the paper printed."""
HEADINGS = ("kicker", "headline", "subheadline")
FIELD_RE = re.compile(
    r"""
    ^\s*(?:[-*+•·▪◦‣|]\s+|\d{1,2}[.、]\s?(?=[^\W\d_]))? (?:\{(?=["']))? (?P<quote>["'])?
    (?: \|(?P<piped>[^\W\d_]{2,12})\s{0,12}=                                    # |title=三家银行 of a wiki
      | :(?=[^\s:：]{1,20}:\s)(?P<listed>[^\W\d_][^\s:：]{0,19}):               # :报纸: of reStructuredText
      | (?:<<<|\{\{|「「|§§)\s?(?P<angled>[^\W\d_][^\n<>{}：:]{0,19})\s?(?:>>>|\}\}|」」|§§)  # <<<标题>>>
      | \{(?P<braced>[^\W\d_][^\n{}：:]{0,23})\}\s?[:：]                        # {Title}: of a manager of references
      | [（(](?P<inner>[^\W\d_]{1,6})[：:](?=[^（()）\n]{1,120}[）)]\s*$)          # （引题：…）
      | [【\[〔［<＜「]\s?                                                       # 【作者】, [date]:
        (?P<boxed>[^\W\d_][^\n【】\[\]〔〕［］<>＜＞「」]{0,23})[】\]〕］>＞」]\s{0,9}[:：=]?
      | (?P<code>[A-Z][A-Z0-9]|[A-Z]{3}(?=\s\s)|%[0-9A-Z@~+$^*!])                   # HD  , TI  - , %A, PUB
        (?:\s\s?-\s|\s{1,12}(?=\S)|\s{0,12}$)
      | (?P<plain>[^\W\d_][^\n：:=＝\t|｜。，；！？“”"]{0,29})["']?          # 日期：, Title = , "date":
        \s?(?:[:：]|[ \t]{0,12}=\s|\t|\s?[|｜]\s|[ \t]*::)
      | (?P<mark>[#＃@＠~～*＊%％=＝]{1,3})\s?(?P<marked>[^\W\d_]{1,12})\s?(?P=mark)      # #标题#
      | [#＃@＠%％&＆~～$^+>»]{1,3}\s?(?P<signed>[^\W\d_]{2,12})[ \t\u3000：:=]  # @@ 标题 三家银行排号到月底
      | (?P<spaced>[^\W\d_a-zA-Z]{2,4})                                        # 标题    三家银行排号到月底
        (?:[ ]{2,9} | \u3000{1,4} | [ ](?=\[|[A-Z][a-z]{2}[ ])) (?=\S)  # 標題 [新聞] 三家…
    )\s*
    """,
    re.VERBOSE,
)
WRAPPED = ("{", "[", '"', "'")
WIDE_RE = re.compile(r"(?:[ \t]{2}|\u3000|[|｜；;\t])[ \t\u3000]{0,20}$")
SEPARATOR_RE = re.compile(r"[：:】〕］\]=＝\t|｜>＞」}\"]")
MARKS = tuple("%#＃@＠~～*＊％＝&＆$^+>»")
"""What else may stand before a field's name."""
SPACED_RE = re.compile(r"^(?P<name>[^\W\d_a-zA-Z]{2,4})(?: {2,9}|\u3000{1,4}|[ ](?=\[|[A-Z][a-z]{2} ))(?=[^\s：:])")
"""What may be a name set apart by spaces alone, or by one as on a board: it counts if it is known."""
NAME = 40
"""Within so many characters a field's name has ended."""
LINE = 200
"""A line with several fields is no longer."""
PAPER_RE = re.compile(r"(《?\S{1,9}[报報刊]》?)[ \u3000]+\S")
GROUPS = ("boxed", "code", "plain", "spaced", "listed", "angled", "inner", "marked", "signed", "braced", "piped")
NOTHING_RE = re.compile(
    r"(?:[|>][-+]?|\\N|null|none(?:\savailable)?|n/?a|nil|-+|—+|[~～]|[（(]?(?:无|無)[）)]?|佚名|暂无|未知|不详)",
    re.IGNORECASE,
)
"""What stands in a field that holds nothing."""
SURE = ("【", "〔", "［", "[")
NAME_RE = re.compile(r"[^\W_]+")
PARTS_RE = re.compile(r"[-/／（(）)、・ ]+")
CLOSER_RE = re.compile(
    r"(?:[【\[〔［<＜「{]|\{\{)[ ]?[/／][ ]?(?P<name>[^\W\d_][^\s【】\[\]〔〕［］<>＜＞「」{}]{0,23})[ ]?"
    r"[】\]〕］>＞」}]{1,2}\s*$"
)
"""What closes the value of a field behind it: `【/标题】`."""
FURTHER_RE = re.compile(r"(?:(?<=[\s|｜；;，,)）])|(?<=^))(?P<name>[^\W\d_]{1,12}(?:[/ ][^\W\d_]{1,8})?)\s?[：:]\s*")
"""A further field on the same line: `作者：X  时间：2011-12-20`."""


CLOSING = tuple("】]〕］>＞」}")
"""What such a line ends with."""
DAY_RE = re.compile(
    r"(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:\s?\d{1,2}:\d\d(?::\d\d)?)?(?=\s)"
)
BEGUN, ON = 1, 2


class Field(NamedTuple):
    """A field at the beginning of a line."""

    name: str
    """Its name as it is looked up."""
    kind: str
    """What it holds; empty for a name that nobody knows."""
    start: int
    """Where its value begins in the line, and where it ends."""
    end: int
    sure: bool = False
    """Whether the name stands in brackets, 【正文】, as hardly anything else does."""
    row: int = 0
    """Whether it is a cell of a table, of which each row is a record: BEGUN on its first line, ON on a later one."""


def normal(name: str) -> str:
    """A name as it is looked up: `Load-Date` is loaddate."""
    return "".join(NAME_RE.findall(fold(name).casefold())) or name


@cache
def kinds(lexicon: Lexicon) -> dict[str, str]:
    """Every known name of a field and what such a field holds; of two carriers that have it the first one says it."""
    described = dict[str, str]()
    for carrier in carriers(lexicon):
        for kind, names in carrier.fields:
            described |= {name: kind for name in map(normal, names) if name not in described}
    return {normal(word): kind for kind, words in lexicon.table["fields"].items() for word in words} | described


def kind_of(name: str, lexicon: Lexicon) -> str:
    """What a field of that name holds: also where it is named in two languages, `Title-题名`, `版次/卷期`."""
    return _kind_of(name, normal(name), lexicon)


def _kind_of(name: str, looked_up: str, lexicon: Lexicon) -> str:
    """The same where it is known how the name is looked up."""
    known = kinds(lexicon)
    whole = known.get(looked_up) or _composed(looked_up, known) or _of_words(name, known)
    if whole:
        return whole
    parts = [part for part in PARTS_RE.split(name) if part]
    found = {known[normal(part)] for part in parts if normal(part) in known} if len(parts) > 1 else set()
    if found == {"author"} and len(parts) > 2:  # 本报讯 记者 X 报道：… is no name of a field
        return ""
    return found.pop() if len(found) == 1 else ""


COMPOSED = ("newspaper", "page", "headline", "subheadline", "kicker", "author", "body")


def _composed(looked_up: str, known: dict[str, str]) -> str:
    """What a name of four or six characters says by its last two, 稿件标题; of days there are too many, 打印时间."""
    kind = known.get(looked_up[-2:], "") if len(looked_up) in (4, 6) and not looked_up.isascii() else ""
    return kind if kind in COMPOSED else ""


WORD_RE = re.compile(r"[A-Z]?[a-z]{2,12}|[A-Z]{2,12}(?![a-z])")
NAME_WORD = "name"
"""What alone says of a record how it is called, and nothing in `user_name`."""
WORDS = 3
"""A name put together of words has no more of them."""
COMPOSED_HEADING = {frozenset({kind}): kind for kind in HEADINGS} | {
    frozenset({"headline", kind}): kind for kind in ("kicker", "subheadline")
}


def _of_words(name: str, known: dict[str, str]) -> str:
    """Which line of a head a name put together of English words names, `title_sub`, `KickerLine`."""
    words = [word.casefold() for word in WORD_RE.findall(name)] if name.isascii() else []
    if not 1 < len(words) <= WORDS:
        return ""
    return COMPOSED_HEADING.get(frozenset(known[word] for word in words if word in known and word != NAME_WORD), "")


def may_begin(text: str) -> bool:
    """Whether a line may begin with a field: as few do."""
    begun = SEPARATOR_RE.search(text, 0, NAME) or SPACED_RE.match(text)
    return begun is not None or text[:2].isupper() or text[:1] in MARKS


def fields_in(text: str, lexicon: Lexicon) -> list[Field]:
    """The fields that a line begins with: one, or several behind each other; none if it does not look like any."""
    if not may_begin(text):
        return []
    m = FIELD_RE.match(text)
    if m is None:
        return _dated(text, lexicon)
    if m["plain"] and (spaced := SPACED_RE.match(text)) and kind_of(spaced["name"], lexicon):
        return [Field(normal(spaced["name"]), kind_of(spaced["name"], lexicon), spaced.end(), len(text.rstrip()))]
    name = next(m[group] for group in GROUPS if m[group])
    looked_up = normal(name)
    kind = _kind_of(name, looked_up, lexicon)
    if not kind and (m["spaced"] or m["marked"] or m["signed"] or (m["angled"] and name.isascii())):
        return []
    end = len(text.rstrip()) - 1 if m["inner"] else _closer(text, m.end(), looked_up)
    sure = text.lstrip()[:1] in SURE and kind in PRINTED
    first = Field(looked_up, kind, *_inside(text, _begin(text, m.end(), kind), end), sure)
    if kind == "body" or len(text) > LINE:
        return [first]
    wide = kind in PRINTED or kind in ("", "other")
    more = list(_further(text, first.start, lexicon, wide=wide, coded=m["code"] is not None))
    if more:
        first = first._replace(end=_trimmed(text, first.start, more[0][0]))
    return [*(_paper(m) if kind else ()), first, *(field for _, field in more)]


def _begin(text: str, start: int, kind: str) -> int:
    """Where a value begins: a text with the spaces that set in its first paragraph."""
    while kind == "body" and text[start - 1] == "\u3000":
        start -= 1
    return start


def _closer(text: str, start: int, looked_up: str) -> int:
    """Where the value of a field ends: before what closes it, if the same name stands there."""
    m = CLOSER_RE.search(text, start) if text.rstrip()[-1:] in CLOSING else None
    return m.start() if m and normal(m["name"]) == looked_up else len(text)


def _paper(m: re.Match[str]) -> list[Field]:
    """The paper's name, where it stands before the first field: `申報 日期：…`."""
    before = PAPER_RE.match(m["plain"] or "")
    at = m.start("plain")
    return [Field("paper", "newspaper", at, at + before.end(1))] if before else []


def _dated(text: str, lexicon: Lexicon) -> list[Field]:
    """Several fields behind a day that has no name: `2019年04月23日  来源：江州日报  作者：谷雨`."""
    m = DAY_RE.match(text) if text[:1].isdecimal() and len(text) <= LINE else None
    more = [field for _, field in _further(text, m.end(), lexicon, wide=False)] if m else []
    return [Field("date", "date", 0, m.end()), *more] if m and len(more) > 1 else []


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """A value without the brackets and quotation marks that a notation puts around it."""
    opened = text[start : start + 1]
    if (
        opened in WRAPPED
        and start < end
        and (opened != "[" or text[start + 1 : end].find("]") in (-1, end - start - 2))
    ):
        start += 2 if opened == "[" and text[start + 1 : start + 2] in ("'", '"') else 1
        end = _trimmed(text, start, end, "\"'}], ")
    return start, _trimmed(text, start, end, " \t")


def _trimmed(text: str, start: int, end: int, off: str = " \t\u3000|｜；;，,") -> int:
    while end > start and text[end - 1] in off:
        end -= 1
    return end


def _further(
    text: str, start: int, lexicon: Lexicon, *, wide: bool, coded: bool = False
) -> Iterator[tuple[int, Field]]:
    """The known fields of a line from `start` on, and where the name of each begins.

    `wide`: what stands before them is printed, and a single space may be part of it. `coded`: it is the code of a field
    for notes, `N1  - 引题：…`, in which a field may begin at once; behind a name another says what that one names."""
    found = [(m, kind_of(m["name"], lexicon)) for m in FURTHER_RE.finditer(text, start)]
    apart = [
        (m, kind)
        for m, kind in found
        if (coded and m.start() == start) or WIDE_RE.search(text, start, m.start()) or (kind and not wide)
    ]
    for n, (m, kind) in enumerate(apart):
        end = apart[n + 1][0].start() if n + 1 < len(apart) else len(text)
        if kind:
            yield m.start(), Field(normal(m["name"]), kind, m.end(), _trimmed(text, m.end(), end))
