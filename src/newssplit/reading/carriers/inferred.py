"""What fields hold whose names nobody knows: their values show it, where a form is filled in again and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import pairwise

from newssplit.lexicon import Lexicon, fold
from newssplit.patterns import re
from newssplit.reading.carriers.excerpts import DOTS
from newssplit.reading.carriers.fields import NOTHING_RE, Field
from newssplit.reading.carriers.printed import is_text, may_head
from newssplit.reading.carriers.said import find_date, read_said
from newssplit.reading.lines import Line

OFTEN = 3
"""A form is filled in so often at least, and has so many fields that nobody knows."""
MOST = 0.8
"""So many of a field's values are of one sort."""
TEXTS = 0.6
"""So many values are running text, where the others are captions or empty."""
DAY_RE = re.compile(r"\d{1,2}月\d{1,2}日")
"""`江州日报2月13日B3：通车`: where a text is from."""
HALF = 0.5
"""Of headlines fewer name a day or a page."""
CHINESE_RE = re.compile(r"[\u3400-\u9fff]")
PAGE_RE = re.compile(r"[A-Z]{0,2}\d{1,3}")
DATE = 30
"""A value that is a day, with its hour, has no more characters."""
APART_RE = re.compile(r"[；;、，,/\s]+")
LIST_RE = re.compile(r"[;；、,/|]")
"""Such a sign parts words of a list: 住房；地區."""
NAME = 4
"""A person's name has no more characters."""
KICKED = 3
"""So many fields of lines of a head are kicker, headline and subheadline."""
TITLE = 6
"""Headlines have more characters than this on average: columns' and people's names have fewer."""


def with_inferred(found: dict[int, list[Field]], lines: Sequence[Line], lexicon: Lexicon) -> dict[int, list[Field]]:
    """The fields; of those with an unknown name that hold days, papers, pages, texts, headlines or names of persons the
    kind is said. Where no headline is named, one may stand under a name that elsewhere says what a text is about:
    `Subject:`."""
    known = {field.kind for fields in found.values() for field in fields}
    asked = ("",) if "headline" in known else ("", "main")
    values = defaultdict[str, list[str]](list)
    unknown = set[str]()
    for n, fields in found.items():
        for field in fields:
            if field.kind in asked and field.start:
                values[field.name].append(lines[n].text[field.start : field.end].strip(" \"'"))
                if not field.kind:
                    unknown.add(field.name)
    said = {name: [v for v in held if v and not NOTHING_RE.fullmatch(v)] for name, held in values.items()}
    forms = {name: held for name, held in said.items() if len(values[name]) >= OFTEN and held}
    times = Counter(field.name for fields in found.values() for field in fields)
    named = "headline" in known and sum(often >= OFTEN for often in times.values()) >= OFTEN
    if len(forms) < OFTEN and not named:
        return found
    values_of = Counter(value for held in said.values() for value in set(held))
    own = {name for name, held in said.items() if all(values_of[v] == 1 for v in held)}
    kinds = _kinds(forms, unknown, known, own, lexicon)
    if len(forms) < OFTEN:  # beside names that are known those that nobody knows may hold the text
        kinds = {name: kind for name, kind in kinds.items() if kind == "body"}
    if not set(kinds.values()) & {"date", "newspaper"} and not known & {"date", "newspaper"}:
        return found  # 问： and 答： of a paper's own
    found = {n: [f._replace(kind=kinds.get(f.name, f.kind)) for f in fields] for n, fields in found.items()}
    if len(forms) < OFTEN:
        return found
    return _with_second_headlines(found, {name: said[name] for name in own & unknown - kinds.keys()})


def _kinds(
    forms: Mapping[str, Sequence[str]], unknown: Set[str], known: Set[str], own: Set[str], lexicon: Lexicon
) -> dict[str, str]:
    """By a field's name what it holds; `own` are the names whose values stand under no other one, as the headlines of
    what comes before and after do."""
    kinds = dict[str, str]()
    asked: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
        ("date", _are_days),
        ("newspaper", lambda held: _are_papers(held, lexicon)),
        ("page", _are_pages),
        ("body", _are_texts),
        ("author", lambda held: _are_names(held, lexicon)),
        ("headline", lambda held: _are_titles(held, lexicon)),
    )
    for kind, fits in asked:
        left = [] if kind in known else [name for name in forms if name not in kinds]
        asks = own if kind == "headline" else unknown
        if likely := [name for name in left if name in asks and fits(forms[name])]:
            kinds[_chosen(kind, likely, forms, unknown)] = kind
    return kinds


def _chosen(kind: str, likely: Sequence[str], forms: Mapping[str, Sequence[str]], unknown: Set[str]) -> str:
    """Of several fields the one with the longest values; of headlines that which every record has: of three the one in
    the middle, between kicker and subheadline, else the first."""
    if kind != "headline":
        return max(likely, key=lambda name: sum(map(len, forms[name])))
    own = [name for name in likely if name in unknown] or list(likely)
    most = max(len(forms[name]) for name in own)
    heads = [name for name in own if len(forms[name]) == most]
    return heads[len(heads) == KICKED]


def _with_second_headlines(
    found: dict[int, list[Field]], unknown: Mapping[str, Sequence[str]]
) -> dict[int, list[Field]]:
    """The fields; of those that nobody knows, by their names what they hold, one told that always stands right below
    the headline, and one right above it, if they hold lines like it."""
    order = [field for fields in found.values() for field in fields]
    kinds = {field.kind for field in order}
    if "headline" not in kinds:
        return found
    times = Counter(field.name for field in order)
    below = Counter(b.name for a, b in pairwise(order) if a.kind == "headline")
    above = Counter(a.name for a, b in pairwise(order) if b.kind == "headline")
    told = {
        name: kind
        for kind, beside in (("kicker", above), ("subheadline", below))
        for name, often in beside.items()
        if kind not in kinds and often == times[name] and _are_lines(unknown.get(name, ()))
    }
    return {n: [f._replace(kind=told.get(f.name, f.kind)) for f in fields] for n, fields in found.items()}


def _most(held: Sequence[str], fits: Callable[[str], object], share: float = MOST) -> bool:
    return sum(bool(fits(value)) for value in held) >= share * len(held)


def _are_days(held: Sequence[str]) -> bool:
    return _most(held, lambda value: len(value) <= DATE and find_date(value))


def _are_papers(held: Sequence[str], lexicon: Lexicon) -> bool:
    return _most(held, lambda value: (said := read_said(value, lexicon)).named and not said.left)


def _are_pages(held: Sequence[str]) -> bool:
    return len(held) >= OFTEN and _most(held, PAGE_RE.fullmatch)


def _are_texts(held: Sequence[str]) -> bool:
    """Whether values are texts, and not their beginnings."""
    return _most(held, lambda value: CHINESE_RE.search(value) and is_text(value) and not value.endswith(DOTS), TEXTS)


def _are_names(held: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether values are names of persons, each with a surname."""
    names = [name for value in held for name in APART_RE.split(value) if name]
    return _most(names, lambda name: 2 <= len(name) <= NAME and CHINESE_RE.match(name) and _opens_name(name, lexicon))


def _opens_name(name: str, lexicon: Lexicon) -> bool:
    folded = fold(name)
    return folded[:1] in lexicon.surnames or folded[:2] in lexicon.compound_surnames


def _are_lines(held: Sequence[str]) -> bool:
    """Whether values are lines of a head: no two the same, Chinese, and longer than names of columns."""
    return _are_distinct(held) and _most(
        held, lambda value: CHINESE_RE.search(value) and not LIST_RE.search(value) and may_head(value)
    )


def _are_titles(held: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether values are headlines; `江州日报2月13日B3：通车` says where a text is from."""
    return len(held) >= OFTEN and _are_lines(held) and not _most(held, lambda value: _says_where(value, lexicon), HALF)


def _says_where(value: str, lexicon: Lexicon) -> bool:
    said = read_said(value, lexicon)
    return said.paged or said.dated or DAY_RE.search(value) is not None


def _are_distinct(held: Sequence[str]) -> bool:
    long = sum(map(len, held)) > TITLE * len(held)
    return long and len(set(held)) >= MOST * len(held)
