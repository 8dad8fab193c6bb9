"""下转 and 上接 across files: the two halves of an article that stand in two files of one issue meet.

How well halves fit is measured as within one dump (`assembling.fitting`). Across files it takes more, as nothing else
tells that they are of one issue: newspaper and date are the same (where the dumps do not name them: the files lie in
one folder), no half names another page than that of the other, and either the headlines are the same, or the first half
stops in mid-sentence and the second brings no headline. Where two candidates fit equally well, neither is joined: a
wrong article is worse than two halves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newssplit.assembling.fitting import First, Second, all_makers, fit, is_cut, one_text, title_key
from newssplit.assembling.texts import breaks_off
from newssplit.batch.sources import Source
from newssplit.errors import InputError
from newssplit.output.record import ORIGIN, Record

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
    printed: str | None = None
    """Its whole headline, with kicker and subheadline; None in what was noted before there was this."""

    @property
    def first(self) -> First:
        """What is compared of it, if it goes on elsewhere."""
        title = title_key(self.printed or self.headline)
        return First(self.page, self.continues_on, title, breaks_off(self.ending))

    @property
    def second(self) -> Second:
        """What is compared of it, if it comes from elsewhere."""
        return Second(self.page, self.continued_from, title_key(self.headline), bool(self.ending))


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
    heads = [record[key] or "" for key in ("kicker", "headline", "subheadline")] if record["headline"] else []
    yield LooseEnd._make([*(record[key] for key in LooseEnd._fields[:-2]), body[-SHOWN:], "".join(heads)])


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
    if first.name == second.name or not (first.end.continues_on and second.end.continued_from):
        return 0
    found = fit(first.end.first, second.end.second)
    told_by_title = found.title > 0 or (found.goes_on and not second.end.headline)
    return found.score if found.pages and not found.other_pages and told_by_title else 0


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
    raise InputError(problem, path=half.source.name, remedy="start again: --fresh")


def _merged(first: Record, second: Record) -> Record:
    """One record of two halves; spans, lines and parts stay those of the first, the second's are in `joined`."""
    paragraphs, rest = list(first["paragraphs"]), list(second["paragraphs"])
    last = len(paragraphs) - 1
    cut = bool(paragraphs and rest) and is_cut(paragraphs[last], crosshead=last in first["crossheads"])
    shift = len(paragraphs) - cut
    if cut:
        paragraphs[last] = one_text(paragraphs[last], rest.pop(0))
    paragraphs += rest
    return {
        **first,
        "dateline": first["dateline"] or second["dateline"],
        "dateline_parts": first["dateline_parts"] or second["dateline_parts"],
        "byline": all_makers(first["byline"], second["byline"], lambda person: (person["name"], person["role"])),
        "paragraphs": paragraphs,
        "crossheads": first["crossheads"] + [n + shift for n in second["crossheads"]],
        "chars": first["chars"] + second["chars"],
        "confidence": min(first["confidence"], second["confidence"]),
        "confidence_parts": {
            part: min(share, second["confidence_parts"][part]) for part, share in first["confidence_parts"].items()
        },
        "continues_on": second["continues_on"],
        **_doubt(first, second),
        "sources": [*first.get("sources", [first["source"]]), second["source"]],
        "joined": [*first.get("joined", []), {key: second[key] for key in ORIGIN}],
    }


def _doubt(*halves: Record) -> Record:
    """`low_confidence` of an article with these halves; nothing where nobody asked for it."""
    told = [half["low_confidence"] for half in halves if "low_confidence" in half]
    return {"low_confidence": any(told)} if told else {}
