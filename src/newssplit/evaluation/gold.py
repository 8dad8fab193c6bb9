"""Gold from files: annotated issues, and pairs of a dump and its articles."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from newssplit.batch.inputs import printable, read_bytes
from newssplit.errors import InputError
from newssplit.evaluation.comparing import FIELDS, Item
from newssplit.evaluation.issue_format import AnnotationError, compile_issue
from newssplit.files.decoding import decode

ISSUE, GOLD = ".issue", ".gold.json"
REMEDY = "docs/evaluation.md says what an article holds"


@dataclass(frozen=True, slots=True)
class GoldIssue:
    """A dump with the articles that are in it."""

    name: str
    text: str
    articles: list[Item]


def gold_files(places: Iterable[str]) -> dict[str, Path]:
    """The .issue and .gold.json files named, and those anywhere in the folders named, each issue once.

    They go by their path in the folder, without the ending. Where NAME.issue and NAME.gold.json stand side
    by side, the first counts: it is what people edit. Raises InputError where a place holds no gold.
    """
    stems = dict[Path, tuple[str, Path]]()
    for place in places:
        path = Path(place)
        files = sorted([*path.rglob("*" + ISSUE), *path.rglob("*" + GOLD)]) if path.is_dir() else [path]
        if not files:
            remedy = "it takes NAME.issue, or NAME.txt with NAME.gold.json"
            raise InputError("holds no gold", path=printable(place), remedy=remedy)
        for file in files:
            stem = _stem(file)
            name = stem.relative_to(path).as_posix() if path.is_dir() else stem.name
            if stem not in stems or file.suffix == ISSUE:
                stems[stem] = (name, file)
    names = Counter(name for name, _ in stems.values())
    return {name if names[name] == 1 else stem.as_posix(): file for stem, (name, file) in stems.items()}


def _stem(file: Path) -> Path:
    return file.with_name(file.name.removesuffix(ISSUE).removesuffix(GOLD))


def read_gold(path: Path, name: str) -> GoldIssue:
    """One issue. Raises InputError, DecodingError or AnnotationError."""
    if path.name.endswith(ISSUE):
        text, gold = compile_issue(read_annotated(str(path)), printable(str(path)))
        return GoldIssue(printable(name), text, gold["articles"])
    if path.name.endswith(GOLD):
        articles = _articles(path)
        return GoldIssue(printable(name), read_dump(f"{_stem(path)}.txt"), articles)
    remedy = "name a folder, NAME.issue or NAME.gold.json"
    raise InputError("is not a gold file", path=printable(str(path)), remedy=remedy)


def read_annotated(path: str) -> str:
    """The text of an annotated issue; an editor's CRLF at every line's end is none of the dump's."""
    text = _text(path, dump=False)
    return text.replace("\r\n", "\n") if text.count("\n") == text.count("\r\n") else text


def read_dump(path: str) -> str:
    """The text of a dump, in whatever encoding it is. Raises InputError, DecodingError."""
    return _text(path, dump=True)


def first_difference(one: str, other: str) -> int | None:
    """The first line, from 1, in which two dumps differ; line breaks at their ends, and of what kind, do not count."""
    lines = (text.replace("\r\n", "\n").rstrip("\n").split("\n") for text in (one, other))
    pairs = enumerate(zip_longest(*lines), 1)
    return next((number for number, (first, second) in pairs if first != second), None)


def _text(path: str, *, dump: bool) -> str:
    return decode(read_bytes(path), path=printable(path), dump=dump).text


def _articles(path: Path) -> list[Item]:
    where = printable(str(path))
    try:
        data = json.loads(_text(str(path), dump=False))
    except ValueError as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else None
        remedy = "correct it, or write NAME.issue"
        raise AnnotationError("is not valid JSON", path=where, place=place, remedy=remedy) from None
    except RecursionError:
        raise AnnotationError("is nested too deeply", path=where, remedy=REMEDY) from None
    articles = data.get("articles") if isinstance(data, dict) else data
    if not isinstance(articles, list):
        raise AnnotationError("holds no list of articles", path=where, remedy=REMEDY)
    for number, article in enumerate(articles, 1):
        if not _is_article(article):
            problem = "has no paragraphs, or a value that is not text"
            raise AnnotationError(problem, path=where, place=f"article {number}", remedy=REMEDY)
    return articles


def _is_article(article: Any) -> bool:
    if not isinstance(article, dict) or not isinstance(article.get("paragraphs"), list):
        return False
    people = article.get("byline") or []
    if not all(isinstance(p, dict) and isinstance(p.get("name"), str) for p in people):
        return False
    fields = [v for name in FIELDS for v in _values(article.get(name))]
    texts = [*fields, *(p.get("role") for p in people)]
    return all(isinstance(p, str) for p in article["paragraphs"]) and all(isinstance(t, str | None) for t in texts)


def _values(value: Any) -> list[Any]:
    """Of a field that may hold several right values, each; a dateline may be an object with its text."""
    values = value if isinstance(value, list) and value else [value]
    return [v.get("text") if isinstance(v, dict) else v for v in values]
