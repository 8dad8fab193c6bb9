"""Which names stand before fields in this dump: what looks like a form that is filled in again and again shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newssplit.lexicon import Lexicon
from newssplit.patterns import re
from newssplit.reading.carriers.fields import HEADINGS, Field
from newssplit.reading.carriers.fields import kinds as kinds_by_name
from newssplit.reading.carriers.printed import is_text
from newssplit.reading.lines import Line

CORE = frozenset({"headline", "newspaper", "page", "body", "date"})
"""A record has one of these at least."""
SURE = frozenset({"newspaper", "page", "body"})
BLOCKS = 2
"""So many blocks with the same field show a form that is filled in again and again."""
KINDS = 3
MANY = 4
"""So many known names in one block need no other proof, such as the head of a mail."""
SAMPLE = 50_000
REPORT_RE = re.compile(r"记者|通讯员|实习生|报道|[讯电]$")
"""What stands before a report in brackets, 【记者谷雨／澜江讯】, names no field."""
TAGGED = 0.8
"""So many headlines have one."""
SITES = 3
"""So many headlines end alike, or it is part of one."""
ALONE = ("caption", "kicker", "subheadline")
"""What such names stand before is no text: where there are records, one such field is enough."""
APART = 4
"""Lines from one field of a block to the next, at most."""
DIGITS = "0123456789"
VALUE = 120
"""What only says something of a record is no longer."""
TAG_RE = re.compile(r"(?:(?:\[[^\[\]\n]{1,6}\]|(?:Fwd?|Re|FW|RE|转发|轉寄|回复|答复)[:：])\s?){1,3}\s*(?=\S)")
"""`[转载] `, `Fwd: [新聞] `: what a board or a mailbox puts before the headline."""

BESIDE = 2
"""So many fields stand between the parts of a headline at most."""
CHINESE_RE = re.compile(r"[\u3400-\u9fff]")


def with_titles(found: dict[int, list[Field]], lines: Sequence[Line]) -> dict[int, list[Field]]:
    """The fields, those for headlines that a record opens with under a name which nobody knows, `【转】大桥通车`, above
    fields that are known, in records without any other headline."""
    kinds = {field.kind for fields in found.values() for field in fields}
    if not kinds & SURE or kinds & set(HEADINGS):
        return found
    opening = {n: fields[0] for n, fields in found.items() if _opens_record(n, fields, found)}
    times = Counter(field.name for field in opening.values())
    titles = {n: field for n, field in opening.items() if times[field.name] >= BLOCKS and lines[n].text[:1] in "【[〔"}
    return {n: [titles[n]._replace(kind="headline")] if n in titles else fields for n, fields in found.items()}


def _opens_record(n: int, fields: Sequence[Field], found: Mapping[int, Sequence[Field]]) -> bool:
    """Whether a line is one field of an unknown name over one that is known."""
    below = found.get(n + 1, ())
    return len(fields) == 1 and not fields[0].kind and any(field.kind for field in below) and n - 1 not in found


def with_main_titles(found: dict[int, list[Field]]) -> dict[int, list[Field]]:
    """The fields, those named 主题 for the main headline told where they stand beside 引题 or 副题, and no other
    headline does."""
    order = [(n, field) for n, fields in found.items() for field in fields]
    for at, (n, field) in enumerate(order):
        beside = {f.kind for k, f in order[max(0, at - BESIDE) : at + BESIDE + 1] if abs(k - n) <= 2 * BESIDE}
        if field.kind == "main" and beside & {"kicker", "subheadline"} and "headline" not in beside:
            return {
                n: [f._replace(kind="headline") if f.kind == "main" else f for f in fields]
                for n, fields in found.items()
            }
    return found


def with_own_titles(found: dict[int, list[Field]], lexicon: Lexicon) -> dict[int, list[Field]]:
    """The fields; where one is named 标题 or title itself, those whose names only hold the word, `seo_title`, told for
    what else is said of a text."""
    heads = {field.name for fields in found.values() for field in fields if field.kind == "headline"}
    own = heads & kinds_by_name(lexicon).keys()
    if not own or heads == own:
        return found
    return {
        n: [f._replace(kind="other") if f.kind == "headline" and f.name not in own else f for f in fields]
        for n, fields in found.items()
    }


def without_main_titles(found: dict[int, list[Field]]) -> dict[int, list[Field]]:
    """The fields, those named 主题 that nothing shows to be headlines told for what a text is about."""
    return {n: [f._replace(kind="other") if f.kind == "main" else f for f in fields] for n, fields in found.items()}


def is_chinese_text(text: str) -> bool:
    """Whether a line is text of a paper, in Chinese."""
    return is_text(text) and CHINESE_RE.search(text) is not None


def without_users(found: dict[int, list[Field]], lines: Sequence[Line]) -> dict[int, list[Field]]:
    """The fields, those for the author told that name one and the same behind every text: who has collected them."""
    order = [(n, field) for n, fields in found.items() for field in fields if field.kind in ("author", "headline")]
    authors = [lines[n].text[field.start : field.end].strip() for n, field in order if field.kind == "author"]
    heads = sum(field.kind == "headline" for _, field in order)
    if len(authors) < SITES or len(set(authors)) > 1 or heads > len(authors):
        return found
    pairs = [(a, b) for (a, first), (b, field) in pairwise(order) if first.kind == "headline" != field.kind]
    if not all(any(is_chinese_text(lines[n].text) for n in range(a + 1, b)) for a, b in pairs):
        return found  # who stands above a text has written it
    return {n: [f._replace(kind="other") if f.kind == "author" else f for f in fields] for n, fields in found.items()}


def without_tags(found: dict[int, list[Field]], lines: Sequence[Line]) -> dict[int, list[Field]]:
    """The fields, those for headlines without a tag that nearly all under one name begin with."""
    heads = {n: field for n, fields in found.items() for field in fields if field.kind == "headline"}
    tagged = {n: m for n, field in heads.items() if (m := TAG_RE.match(lines[n].text, field.start))}
    times, all_times = Counter(heads[n].name for n in tagged), Counter(field.name for field in heads.values())
    usual = {name for name, n in times.items() if n >= max(BLOCKS, TAGGED * all_times[name])}
    ends = {n: m.end() for n, m in tagged.items() if heads[n].name in usual}
    return found | {n: [f._replace(start=ends[n]) if f is heads[n] else f for f in found[n]] for n in ends}


def with_texts(
    found: dict[int, list[Field]], records: Sequence[range], names: frozenset[str], lines: Sequence[Line]
) -> dict[int, list[Field]]:
    """The fields, the abstract of each record that holds no text besides told for its text."""
    bodies = {n for record in records if not _holds_text(found, record, names, lines) for n in record if n in found}
    return found | {n: [f._replace(kind="body") if f.kind == "abstract" else f for f in found[n]] for n in bodies}


def _holds_text(
    found: Mapping[int, Sequence[Field]], record: range, names: frozenset[str], lines: Sequence[Line]
) -> bool:
    """Whether a record has a field for the text, or text below its fields; an abstract may go on over several lines."""
    last = "abstract"
    for n in record:
        for field in found.get(n, ()):
            last = field.kind
            if last == "body" and field.name in names:
                return True
        if n not in found and last != "abstract" and is_chinese_text(lines[n].text):
            return True
    return False


def blocks_of(found: dict[int, list[Field]], lines: Sequence[Line]) -> list[list[Field]]:
    """Fields that stand together, with nothing but blank lines between them."""
    blocks, last = list[list[Field]](), -2
    for n, fields in found.items():
        if n > SAMPLE:
            break
        if blocks and _together(lines, last, n):
            blocks[-1] += fields
        else:
            blocks.append(list(fields))
        last = n
    return blocks


def _together(lines: Sequence[Line], last: int, n: int) -> bool:
    """Whether two fields stand in one block: between them are blank lines, or one line that is no text."""
    if n - last > APART:
        return False
    between = [line for line in lines[last + 1 : n] if not line.blank]
    return not between or (len(between) == 1 and not is_text(between[0].text))


def _opens_report(name: str, lexicon: Lexicon) -> bool:
    """Whether it is how a report opens, 【本报消息】, and names no field."""
    named = lexicon.ends(name, "marks", "reports") and name.startswith(tuple(lexicon.words("marks", "house")))
    return named or REPORT_RE.search(name) is not None


def names_of_fields(blocks: Sequence[Sequence[Field]], lexicon: Lexicon) -> frozenset[str]:
    """The names of fields here: those of blocks that look like records, and what nobody knows amid them."""
    times = Counter(f.name for block in blocks for f in block)
    names, unknown = set[str](), Counter[str]()
    for block in blocks:
        known = {f.kind: f for f in block if f.kind}
        names |= _listed_values(block)
        titled = any(times[f.name] >= BLOCKS for kind, f in known.items() if kind in HEADINGS)
        if not titled and not _is_record(known, {f.name for f in block if f.kind}, times):
            continue
        names.update(f.name for f in block if f.kind)
        unknown.update(
            {f.name for f in block if not f.kind and f.end - f.start <= VALUE and not _opens_report(f.name, lexicon)}
        )
    titles = {f.name for block in blocks for f in block if f.kind in HEADINGS and times[f.name] >= BLOCKS}
    bodies = {f.name for block in blocks for f in block if f.kind == "body" and times[f.name] >= BLOCKS}
    names |= {f.name for block in blocks for f in block if f.sure}
    names |= titles | (bodies if names or titles else set())
    names |= {f.name for block in blocks if any(f.name in names for f in block) for f in block if f.kind}
    if not names:
        return frozenset()
    known_names = {
        f.name for block in blocks for f in block if f.kind in ALONE or (f.kind == "other" and times[f.name] >= BLOCKS)
    }
    return frozenset(names | known_names | {name for name, n in unknown.items() if n >= BLOCKS})


def _listed_values(block: Sequence[Field]) -> set[str]:
    """The names of a block of many short values with names in Latin letters, which no paper prints; what only numbers
    tell apart, CCTV1 and CCTV2, it does."""
    latin = {f.name for f in block if f.name.isascii() and f.start and f.end - f.start <= VALUE}
    sorts = {name.rstrip(DIGITS) for name in latin}
    return latin if len(sorts) >= MANY and len(latin) >= TAGGED * len(block) else set()


def _is_record(known: dict[str, Field], named: set[str], times: Counter[str]) -> bool:
    kinds = known.keys() - {"other"}
    if len(known) < 2 or not kinds:
        return len(named) >= MANY
    again = sum(times[field.name] >= BLOCKS for field in known.values()) >= 2
    latin = all(field.name.isascii() for field in known.values())  # BYLINE, SECTION: no paper prints these
    if again and (kinds & CORE or len(known) >= KINDS or latin):
        return True
    return (len(kinds) >= KINDS and bool(kinds & SURE)) or len(named) >= MANY
