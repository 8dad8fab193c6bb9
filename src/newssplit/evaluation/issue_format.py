"""Annotated issues: one text gives both a dump and its articles, so that they cannot drift apart.

In an .issue file

    # …                   is a comment (`# source: …` says where the issue is from), and
    === KIND k=v …        begins an item: article, photo, teaser or notice; keys page, date,
                          newspaper, section hold for this item and the next ones, until set anew
                          (`section=` empties it); `id=a1` names it
    === continue id=a1    what follows belongs to item a1 again (the half behind 上接)
    === duplicate         what follows repeats an article: in the dump, not in the articles
    @by NAME ROLE TITLE   one maker (ROLE `-`: none; TITLE may be left out)
    @dateline TEXT        the item's dateline
    @alt FIELD=VALUE      VALUE is right for FIELD too (`null`: so is nothing)
    @section TEXT         a section of this item alone

Every other line is a line of the dump, behind a label; a line without a label must be blank, and is
a blank line of the dump:

    k| kicker       h| headline      s| subheadline   x| section label, for this item and the next
    p| a paragraph  +| the same paragraph goes on (the dump cut it here)
    r| a repeated headline           f| page furniture, a continuation mark, an editor's line …
    y| a byline on a line of its own

Text in ⟦ ⟧ is in the dump and not in the field (lede, trailing byline, inline continuation mark).
¶ stands where the dump ran two paragraphs together: ¶ is a space in the dump, ¶. is nothing and
¶_ two ideographic spaces; in the article a new paragraph begins. `~|` for `|` (as in h~|) ends the
line without a line break.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from newssplit.errors import NewssplitError

Item = dict[str, Any]

LABEL_RE = re.compile(r"(?P<label>[khsxp+rfy])(?P<glued>~?)\|(?P<text>.*)")
HIDDEN_RE = re.compile(r"⟦[^⟧]*⟧")
RUN_TOGETHER_RE = re.compile(r"¶[._]?")
RUN_TOGETHER = {"¶": " ", "¶.": "", "¶_": "　　"}
STICKY = ("newspaper", "date", "page", "section")
KINDS = ("article", "photo", "teaser", "notice")
REMEDY = "the format is described in docs/evaluation.md"
BLOCK = {"k": "kicker", "h": "headline", "s": "subheadline"}


class AnnotationError(NewssplitError):
    """A mistake in an annotated issue, with its line."""


def compile_issue(source: str, path: str | None = None) -> tuple[str, Item]:
    """The dump and `{"source": str or None, "articles": [...]}` that an annotated issue stands for.

    Raises AnnotationError, which names `path` and the line.
    """
    compiler = _Compiler()
    for number, line in enumerate(source.rstrip("\n").split("\n"), 1):
        try:
            compiler.read(line)
        except ValueError as error:
            raise AnnotationError(f"{error}: {line[:60]}", path=path, place=f"line {number}", remedy=REMEDY) from None
    return "".join(compiler.dump).rstrip("\n") + "\n", {"source": compiler.origin, "articles": compiler.articles}


@dataclass
class _Compiler:
    dump: list[str] = field(default_factory=list)
    articles: list[Item] = field(default_factory=list)
    named: dict[str, Item] = field(default_factory=dict)
    sticky: Item = field(default_factory=lambda: dict.fromkeys(STICKY))
    item: Item | None = None
    origin: str | None = None

    def read(self, line: str) -> None:
        if line.startswith("# source:"):
            self.origin = line.removeprefix("# source:").strip()
        elif line.startswith("==="):
            self._begin(line[3:].split())
        elif line.startswith("@"):
            self._annotate(*line[1:].split(" ", 1))
        elif not line.strip():
            self.dump.append("\n")
        elif not line.startswith("#"):
            self._dump_line(line)

    def _begin(self, words: list[str]) -> None:
        kind, *pairs = words
        keys = dict(pair.split("=", 1) for pair in pairs)
        name = keys.pop("id", None)
        if unknown := set(keys) - set(STICKY):
            raise ValueError(f"unknown key {unknown}")
        self.sticky.update((key, value or None) for key, value in keys.items())
        if kind == "continue":
            if name not in self.named:
                raise ValueError(f"no item is named id={name}")
            self.item = self.named[name]
        elif kind == "duplicate":
            self.item = self._new_item("duplicate")
        elif kind in KINDS:
            self.item = self._new_item(kind)
            self.articles.append(self.item)
            self.named.update({name: self.item} if name else {})
        else:
            raise ValueError("unknown kind")

    def _new_item(self, kind: str) -> Item:
        nothing = dict.fromkeys((*BLOCK.values(), "dateline"))
        return {"kind": kind, **self.sticky, **nothing, "byline": [], "paragraphs": []}

    def _current(self) -> Item:
        if self.item is None:
            raise ValueError("before the first ===")
        return self.item

    def _annotate(self, verb: str, rest: str) -> None:
        item = self._current()
        if verb == "by":
            name, role, *title = rest.split(" ", 2)
            item["byline"].append(
                {"name": name, "role": None if role == "-" else role, "title": title[0] if title else None}
            )
        elif verb in ("dateline", "section"):
            item[verb] = rest.strip()
        elif verb == "alt":
            name, _, value = rest.partition("=")
            already = item[name] if isinstance(item[name], list) else [item[name]]
            item[name] = [*already, None if value == "null" else value]
        else:
            raise ValueError("unknown @")

    def _dump_line(self, line: str) -> None:
        m = LABEL_RE.fullmatch(line)
        if m is None:
            raise ValueError("no label")
        raw = RUN_TOGETHER_RE.sub(lambda mark: RUN_TOGETHER[mark[0]], m["text"])
        self.dump.append(raw.translate({ord("⟦"): None, ord("⟧"): None}) + ("" if m["glued"] else "\n"))
        if m["label"] not in "rfy":
            self._field(self._current(), m["label"], HIDDEN_RE.sub("", m["text"]))

    def _field(self, item: Item, label: str, text: str) -> None:
        if label == "x":
            self.sticky["section"] = item["section"] = text.strip()
        elif label in BLOCK:
            name = BLOCK[label]
            item[name] = " ".join(filter(None, [item[name], text.strip()]))
        else:
            _add_paragraphs(item["paragraphs"], text, goes_on=label == "+")


def _add_paragraphs(paragraphs: list[str], text: str, goes_on: bool) -> None:
    parts = [part.strip() for part in RUN_TOGETHER_RE.split(text)]
    if goes_on:
        if not paragraphs:
            raise ValueError("nothing to go on from")
        paragraphs[-1] += parts.pop(0)
    paragraphs += filter(None, parts)
