"""Lines that say the same of each item, each in words of its own: `江州日报  04  都市  2022-07-02` under headlines.

Their shapes differ, as the column's name or the page is another each time; that they are the carrier's shows what they
say, a day or two names of values, and where they stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from newssplit.patterns import re
from newssplit.reading.carriers.chrome import LEFT, OFTEN, Chrome, have_runs
from newssplit.reading.carriers.field_values import page_of
from newssplit.reading.carriers.fields import kind_of
from newssplit.reading.carriers.known_lines import Found
from newssplit.reading.carriers.printed import is_label, is_text, may_head, paper_re
from newssplit.reading.carriers.said import Said, merged, read_said
from newssplit.reading.carriers.shapes import letters, shape_of
from newssplit.reading.lines import shortened
from newssplit.reading.marks import SURE_BORDER, Mark

LONGEST = 80
"""No such line has more characters."""
YEAR_RE = re.compile(r"(?:19|20)\d\d|\d{2,3}年")
TOOLS_DAY_RE = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|(?:19|20)\d{6}(?!\d)")
"""A day as tools write it; documents and letters are signed with another."""
CLAUSE_RE = re.compile(r"[，。！？；]")
MOST = 0.6
"""So many of the lines stand below a headline and above its text, or beside what is known to do so."""
WORD_RE = re.compile(r"(?<![^\W\d_])[^\W\d_a-zA-Z]{2,6}(?![^\W\d_])")
WIDE_RE = re.compile(r"\s{2}|[\t|｜\u3000]")
"""What stands between two of such values."""
PAIR_RE = re.compile(r"(?P<name>[^\W\d_a-zA-Z]{2,6})[ \u3000:：]{1,4}(?P<value>\S{1,20})")
DIGIT_RE = re.compile(r"\d")
NAMES = 2
"""So many words name values in each line: 字数 198  读者 12.6万."""
SIGN_RE = re.compile(r"^[^\w\s《》“”「」『』（）()【】—…\"'#*>-]\s{0,3}(?=\S)")
"""A sign before a headline: □ ■ ● ."""
HEADER = Found("", "header")
HALF = 0.5
"""In so many of the records stands what is said of each."""
LABEL_RE = re.compile(
    r"(?P<name>[^\W\d_](?:[^\s：:﹕，。]{0,9}|[A-Za-z]{0,9}[ ][^\s：:﹕，。]{1,9}))(?:[ ]?[：:﹕]|[ ][>›»][ ])(?=.)"
)
"""`文档编号：`, `OCR 准确率：`, `首页 > 地方`."""
COLUMN_RE = re.compile(r"[\u3400-\u9fff·]{2,6}")
OPENS, CLOSES = 2, 6
"""Sentences that begin and end with the same characters in record after record are the tool's."""
COPIED = 0.8
"""Two sentences with so many characters in common may be one article, printed twice."""
SHORT = 20
"""What comes again word for word has no more characters."""
TOOLS = ("other", "abstract", "newspaper", "date", "page", "name")
"""Fields that say nothing of what the paper printed."""
BORDER = 25
"""Decibans that an item begins with a headline that such a sign and such a line below mark."""


def take_alike(chrome: Chrome) -> None:
    """Note what says the same of each item."""
    _take_labels(chrome)
    short = [at for at, text in enumerate(chrome.texts) if len(text) <= LONGEST and DIGIT_RE.search(text)]
    if len(short) < OFTEN:
        return
    _take_named_values(chrome, short)
    if heads := _take_dated(chrome, short):
        _take_signs(chrome, heads)
    _take_columns(chrome)


def _take_labels(chrome: Chrome) -> None:
    """Lines that stand once in each record, behind the same name, or word for word: `文档编号：A04`, `--- 正文 ---`.
    Those between two paragraphs are the paper's."""
    begins = [at for at, n in enumerate(chrome.full) if _begins_record(chrome.lines[n].mark)] or _steady(chrome)
    if len(begins) < OFTEN:
        return
    records, times, places = defaultdict[str, set[int]](set), Counter[str](), defaultdict[str, list[int]](list)
    for at in range(begins[0], len(chrome.full)):
        if chrome.full[at] in chrome.found or (label := _label(chrome, at)) == "":
            continue
        records[label].add(bisect_right(begins, at))
        places[label].append(at)
        times[label] += 1
    for label, held in records.items():
        if len(held) != times[label] or times[label] < max(OFTEN, HALF * len(begins)):
            continue
        texts = [chrome.texts[at] for at in places[label]]
        if not _are_copies(texts) and not chrome.are_amid_text(places[label]):
            chrome.take(f"label {label}", places[label], "meta")
            for at in places[label]:
                chrome.said[chrome.full[at]] = _values(chrome, at)


def _steady(chrome: Chrome) -> list[int]:
    """The places of the line that comes again most often under items, where a tool marks their beginning by nothing."""
    times = Counter(found.key for found in chrome.found.values() if found.sort in ("meta", "words"))
    key = next((key for key, n in times.most_common(1) if n >= OFTEN), None)
    return [at for at, n in enumerate(chrome.full) if n in chrome.found and chrome.found[n].key == key]


def _are_copies(texts: Sequence[str]) -> bool:
    """Whether sentences are nearly the same: what a dump holds several times, a paper may have printed."""
    one, other = sorted(texts, key=len)[-2:]
    return is_text(one) and (Counter(one) & Counter(other)).total() >= COPIED * len(one)


def _begins_record(mark: Mark | None) -> bool:
    return mark is not None and not mark.chrome and (mark.border >= SURE_BORDER or mark.field == "headline")


def _label(chrome: Chrome, at: int) -> str:
    """The name that a value has in a line, or the line if it is short, or how it begins and ends; empty where it may be
    the paper's."""
    text, mark = chrome.texts[at], chrome.lines[chrome.full[at]].mark
    if paper_re(chrome.lexicon).search(text) or (mark is not None and (mark.field or mark.heading or mark.border)):
        return ""
    if m := LABEL_RE.match(text):
        kind = kind_of(m["name"], chrome.lexicon)
        return m["name"] if kind in TOOLS or not (kind or "。" in text) else ""
    if is_text(text) and len(text) <= LONGEST:
        return f"{text[:OPENS]} {text[-CLOSES:]}"  # 文章 大桥通车 最早出现于 江州日报。
    return text if len(text) <= SHORT and not is_text(text) and not is_label(text, chrome.lexicon) else ""


def _take_columns(chrome: Chrome) -> None:
    """Note as the name of the column a short line right over the same line of the carrier in most items, where some
    come again: `要聞` over `2020年9月17日`."""
    lines, full = chrome.lines, chrome.full
    above = defaultdict[str, list[int]](list)
    for at in range(1, len(full)):
        found = chrome.found.get(full[at])
        if (
            found is not None
            and found.sort == "meta"
            and full[at] - full[at - 1] == 1
            and _may_be_column(chrome, at - 1)
        ):
            above[found.key].append(at - 1)
    for key, places in above.items():
        few = len({chrome.texts[at] for at in places}) < len(places)
        if few and len(places) >= max(OFTEN, MOST * chrome.times[key]):
            for at in places:
                mark = Mark()
                mark.field = mark.called = "column"
                lines[full[at]] = lines[full[at]]._replace(mark=mark)  # type: ignore[index]


def _may_be_column(chrome: Chrome, at: int) -> bool:
    line, text = chrome.lines[chrome.full[at]], chrome.texts[at]
    plain = chrome.full[at] not in chrome.found and line.mark is None and COLUMN_RE.fullmatch(text) is not None
    return plain and (
        paper_re(chrome.lexicon).search(text) is None or is_label(text, chrome.lexicon)
    )  # one author may write them all


def _take_named_values(chrome: Chrome, short: Sequence[int]) -> None:
    """Lines with the same names of values, and other values: `字数 286  读者 12.6万  版面位置 右上`."""
    groups, words = defaultdict[str, list[int]](list), dict[int, frozenset[str]]()
    for at in short:
        text = chrome.texts[at]
        if WIDE_RE.search(text) and not CLAUSE_RE.search(text) and (m := WORD_RE.match(text)):
            groups[m[0]].append(at)
            words[at] = frozenset(WORD_RE.findall(text))
    for first, places in groups.items():
        if len(places) < OFTEN or have_runs(places):
            continue
        common = frozenset.intersection(*(words[at] for at in places))
        said = read_said(chrome.texts[places[0]], chrome.lexicon)
        if said.paged or said.named or (said.dated and not TOOLS_DAY_RE.search(chrome.texts[places[0]])):
            continue  # the head of a page is the paper's
        spare = max(letters(chrome.texts[at]) for at in places) - sum(map(len, common))
        if len(common) >= NAMES and spare <= LEFT and len({chrome.texts[at] for at in places}) > 1:
            chrome.take(f"values {first}", [at for at in places if chrome.full[at] not in chrome.found], "meta")
            for at in places:
                chrome.said[chrome.full[at]] = _values(chrome, at)


def _values(chrome: Chrome, at: int) -> Said:
    """What such a line says of the page."""
    text, said = chrome.texts[at], read_said(chrome.texts[at], chrome.lexicon)
    page = said.page
    for m in PAIR_RE.finditer(text):
        kind = kind_of(m["name"], chrome.lexicon)
        if kind in ("newspaper", "date", "page"):
            page = merged(page_of(kind, m["value"], chrome.lexicon), page)
    return said._replace(page=page)


def _take_dated(chrome: Chrome, short: Sequence[int]) -> list[int]:
    """Lines of a day with its year and the paper or the page, each right above a text; those that are found."""
    said = {at: read for at in short if (read := _dated(chrome, at)) is not None}
    if len(said) < OFTEN or have_runs(list(said)):
        return []
    heads = [at for at in said if _stands_in_head(chrome, at)]
    if len(heads) < max(OFTEN, MOST * len(said)):
        return []
    shapes = Counter(shape_of(chrome.texts[at]) for at in heads)
    known = set(heads)
    rest = [at for at in said if at not in known and shapes[shape_of(chrome.texts[at])] >= OFTEN]
    heads += [at for at in rest if at and chrome.full[at - 1] not in chrome.found and may_head(chrome.texts[at - 1])]
    new = [at for at in heads if chrome.found.get(chrome.full[at], HEADER).sort == HEADER.sort]
    chrome.take("dated", new, "meta")
    chrome.note(new)
    return heads


def _dated(chrome: Chrome, at: int) -> Said | None:
    text, found = chrome.texts[at], chrome.found.get(chrome.full[at])
    if (found is not None and found.sort not in ("meta", HEADER.sort)) or not YEAR_RE.search(text):
        return None
    if CLAUSE_RE.search(text) or paper_re(chrome.lexicon).search(text):
        return None
    said = read_said(text, chrome.lexicon)
    tools = said.named or said.paged or TOOLS_DAY_RE.search(text) is not None
    left = LEFT * (1 + (said.timed or (said.named and said.paged)))
    return said if said.dated and tools and said.left <= left else None


def _stands_in_head(chrome: Chrome, at: int) -> bool:
    """Whether a short line of the paper stands above, and below, but for the carrier's lines, a text, perhaps under a
    maker's name; a page of the paper has that below its head, too, but no tool's day in it."""
    if at == 0 or chrome.full[at - 1] in chrome.found or not may_head(chrome.texts[at - 1]):
        return False
    below = next((k for k in range(at + 1, len(chrome.full)) if chrome.full[k] not in chrome.found), at)
    named = chrome.kind_at(below + 1) == "T" and TOOLS_DAY_RE.search(chrome.texts[at]) is not None
    return below > at and (named or is_text(chrome.texts[below]))


def _take_signs(chrome: Chrome, heads: Sequence[int]) -> None:
    """Part the sign from the headlines above such lines, where nearly all have the same."""
    lines, full = chrome.lines, chrome.full
    signs = {at - 1: m for at in heads if (m := SIGN_RE.match(lines[full[at - 1]].text.lstrip()))}
    usual = Counter(m[0][0] for m in signs.values()).most_common(1)
    if not usual or usual[0][1] < max(OFTEN, MOST * len(heads)):
        return
    for at, m in signs.items():
        if m[0][0] == usual[0][0]:
            n = full[at]
            line = lines[n]
            cut = shortened(line, len(line.text) - len(line.text.lstrip()) + m.end(), len(line.text))
            mark = cut.mark.copy() if cut.mark is not None else Mark()
            mark.border = BORDER
            lines[n] = cut._replace(mark=mark)  # type: ignore[index]
