"""下转 and 上接 across files: the two halves of an article that stand in two files of one issue meet.

Halves belong together if newspaper and date are the same (where the dumps do not name them: if the
files lie in one folder), the pages that they name are each other's, and either their headlines share
their words, or the first half stops in mid-sentence and the second brings no other headline. Where two
candidates fit equally well, neither is joined: a wrong article is worse than two halves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newssplit.batch.sources import Source
from newssplit.errors import InputError
from newssplit.output.record import ORIGIN, Record

ENDINGS = tuple("。！？!?…”』」）)】；;：:")
ENOUGH_WORDS = 0.5
SHOWN = 20


class LooseEnd(NamedTuple):
    """An article whose other half is not in its file."""

    order: int
    newspaper: str | None
    date: str | None
    page: str | None
    continues_on: str | None
    continued_from: str | None
    headline: str | None
    ending: str
    """The last characters of its body."""


class Located(NamedTuple):
    """A loose end and the name of its issue."""

    name: str
    end: LooseEnd


class Half(NamedTuple):
    """Where the rest of an article is."""

    source: Source
    order: int
    hash: str
    """The hash of the file that it was seen in."""
    payload: bytes | None = None
    """That file, if it is a member of an archive."""


class Joins(NamedTuple):
    """What an issue's output is to take from its neighbours and to leave to them."""

    dropped: tuple[int, ...] = ()
    """The articles, by order, that are part of an article of another issue."""
    gained: tuple[tuple[int, tuple[Half, ...]], ...] = ()
    """For articles of this issue, by order, what follows elsewhere."""

    def __bool__(self) -> bool:
        return bool(self.dropped or self.gained)

    def fingerprint(self) -> str:
        """The same text for the same joins; empty for none."""
        gained = [[order, [[h.source.name, h.order, h.hash] for h in halves]] for order, halves in self.gained]
        return json.dumps([self.dropped, gained], ensure_ascii=False) if self else ""


def loose_ends(record: Record) -> Iterator[LooseEnd]:
    """One, if the record is half an article; the lesser of two copies is none, or the better one had a rival."""
    if record["kind"] != "article" or record["duplicate_of"]:
        return
    if not (record["continues_on"] or record["continued_from"]):
        return
    body = record["paragraphs"][-1] if record["paragraphs"] else ""
    yield LooseEnd._make([*(record[key] for key in LooseEnd._fields[:-1]), body[-SHOWN:]])


def chains(ends: Iterable[Located]) -> Iterator[list[Located]]:
    """The articles of one newspaper and date that are in several files, each as its halves in order."""
    found = list(ends)
    follows = dict(_pairs(found))
    seconds = set(follows.values())
    for head in follows:
        if head not in seconds:
            chain = [head]
            while (after := follows.get(chain[-1])) and after not in chain:
                chain.append(after)
            yield chain


def _pairs(ends: list[Located]) -> Iterator[tuple[Located, Located]]:
    """Each first half with the second one that is the best for it, and for which it is the best."""
    scores = {(a, b): score for a in ends for b in ends if (score := _score(a, b))}
    forward: dict[Located, list[int]] = {}
    backward: dict[Located, list[int]] = {}
    for (first, second), score in scores.items():
        forward.setdefault(first, []).append(score)
        backward.setdefault(second, []).append(score)
    for (first, second), score in scores.items():
        if _is_best(score, forward[first]) and _is_best(score, backward[second]):
            yield first, second


def _is_best(score: int, scores: list[int]) -> bool:
    return score == max(scores) and scores.count(score) == 1


def _score(first: Located, second: Located) -> int:
    """How well the second goes on where the first stops; 0: it does not."""
    a, b = first.end, second.end
    if first.name == second.name or not (a.continues_on and b.continued_from):
        return 0
    pages = [said == actual for said, actual in ((a.continues_on, b.page), (b.continued_from, a.page)) if actual]
    if not pages or not all(pages):
        return 0
    cut = not a.ending.endswith(ENDINGS)
    if same_title(a.headline, b.headline):
        return 4 * len(pages) + 2 + cut
    return 4 * len(pages) + 1 if cut and not b.headline else 0


def same_title(one: str | None, other: str | None) -> bool:
    """Whether most pairs of neighbouring characters of the shorter headline are in the longer one."""
    pairs = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (one or "", other or "")]
    fewer = min(map(len, pairs))
    return bool(fewer) and len(pairs[0] & pairs[1]) >= ENOUGH_WORDS * fewer


def applied(records: list[Record], joins: Joins, fetch: Callable[[Half], list[Record]]) -> list[Record]:
    """The records of an issue after its joins; `fetch` reads the issue that a half is in."""
    gained = dict(joins.gained)
    result = []
    for record in records:
        if record["order"] in joins.dropped:
            continue
        for half in gained.get(record["order"], ()):
            record = _merged(record, _found(half, fetch(half)))
        result.append(record)
    return result


def _found(half: Half, records: Iterable[Record]) -> Record:
    for record in records:
        if record["order"] == half.order:
            return record
    problem = f"has no article {half.order}, though the manifest says so"
    raise InputError(problem, path=half.source.name, remedy="begin anew: --fresh")


def _merged(first: Record, second: Record) -> Record:
    """One record of two halves; spans, lines and parts stay those of the first, the second's are in `joined`."""
    cut = bool(first["paragraphs"]) and not first["paragraphs"][-1].endswith(ENDINGS)
    shift = len(first["paragraphs"]) - cut
    paragraphs = [*first["paragraphs"], *second["paragraphs"]]
    if cut and second["paragraphs"]:
        paragraphs[shift : shift + 2] = ["".join(paragraphs[shift : shift + 2])]
    known = {(person["name"], person["role"]) for person in first["byline"]}
    return {
        **first,
        "dateline": first["dateline"] or second["dateline"],
        "dateline_parts": first["dateline_parts"] or second["dateline_parts"],
        "byline": first["byline"] + [p for p in second["byline"] if (p["name"], p["role"]) not in known],
        "paragraphs": paragraphs,
        "crossheads": first["crossheads"] + [n + shift for n in second["crossheads"]],
        "chars": first["chars"] + second["chars"],
        "confidence": min(first["confidence"], second["confidence"]),
        "continues_on": second["continues_on"],
        **_doubt(first, second),
        "sources": [*first.get("sources", [first["source"]]), second["source"]],
        "joined": [*first.get("joined", []), {key: second[key] for key in ORIGIN}],
    }


def _doubt(*halves: Record) -> Record:
    """`low_confidence` of an article with these halves; nothing where nobody asked for it."""
    told = [half["low_confidence"] for half in halves if "low_confidence" in half]
    return {"low_confidence": any(told)} if told else {}
