"""Annotated issues: one text gives both a dump and its articles, so that they cannot drift apart.

docs/evaluation.md describes the format. In short: `=== article page=1` begins an item, `@by`,
`@dateline` … say what its lines do not show, and every line of the dump stands behind a label: `h|` a
headline, `p|` a paragraph, `f|` page furniture. ⟦ ⟧ hides text from the field that it stands in, or shows what the
field has in its place; ¶ parts paragraphs within a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, get_args

from newssplit.errors import NewssplitError
from newssplit.model import Kind, Role

Item = dict[str, Any]

LABEL_RE = re.compile(r"(?P<label>[khsxp+rfy])(?P<glued>~?)\|(?P<text>.*)")
DECODED = "⇒"
HIDDEN_RE = re.compile(rf"⟦(?P<dump>[^⟦⟧{DECODED}]*)(?:{DECODED}(?P<field>[^⟦⟧]*))?⟧")
"""Not in the field; behind ⇒ what the field has in its place: ⟦&ldquo;⇒“⟧."""
RUN_TOGETHER_RE = re.compile(r"¶[._]?")
RUN_TOGETHER = {"¶": " ", "¶.": "", "¶_": "　　"}
STICKY = ("newspaper", "date", "page", "section")
KINDS = get_args(Kind)
ROLES = get_args(Role)
REMEDY = "the format is described in docs/evaluation.md"
SHOWN = 60
"""Characters of a wrong line that an error shows."""
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
            place = f"line {number} ({line[:SHOWN]})"
            raise AnnotationError(str(error), path=path, place=place, remedy=REMEDY) from None
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
            self._annotate(*line[1:].partition(" ")[::2])
        elif not line.strip():
            self.dump.append("\n")
        elif not line.startswith("#"):
            self._dump_line(line)

    def _begin(self, words: list[str]) -> None:
        kind, *pairs = words or [""]
        if not all("=" in pair for pair in pairs):
            raise ValueError("after the kind come pairs key=value")
        keys = dict(pair.split("=", 1) for pair in pairs)
        name = keys.pop("id", None)
        if unknown := set(keys) - set(STICKY):
            raise ValueError(f"unknown key {', '.join(sorted(unknown))}: use one of {', '.join(STICKY)}, id")
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
            raise ValueError(f"unknown kind: use one of {', '.join(KINDS)}, continue, duplicate")

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
            item["byline"].append(_person(rest.split(" ", 2)))
        elif verb in (*STICKY, "dateline"):
            item[verb] = rest.strip() or None
        elif verb == "alt":
            name, _, value = rest.partition("=")
            if name not in item:
                raise ValueError(f"no field {name or 'named'}")
            already = item[name] if isinstance(item[name], list) else [item[name]]
            item[name] = [*already, None if value == "null" else value]
        else:
            raise ValueError("unknown @: use one of @by, @dateline, @section, @alt")

    def _dump_line(self, line: str) -> None:
        m = LABEL_RE.fullmatch(line)
        if m is None:
            raise ValueError("no label: each line of the dump begins with one of k| h| s| x| p| +| r| f| y|")
        raw = RUN_TOGETHER_RE.sub(lambda mark: RUN_TOGETHER[mark[0]], HIDDEN_RE.sub(r"\g<dump>", m["text"]))
        self.dump.append(raw.translate({ord("⟦"): None, ord("⟧"): None}) + ("" if m["glued"] else "\n"))
        if m["label"] not in "rfy":
            self._field(self._current(), m["label"], HIDDEN_RE.sub(r"\g<field>", m["text"]))

    def _field(self, item: Item, label: str, text: str) -> None:
        if label == "x":
            self.sticky["section"] = item["section"] = text.strip()
        elif label in BLOCK:
            name = BLOCK[label]
            item[name] = " ".join(filter(None, [item[name], text.strip()]))
        else:
            _add_paragraphs(item["paragraphs"], text, goes_on=label == "+")


def _person(words: list[str]) -> Item:
    name, role, title = [*words, "", ""][:3]
    if not name or role not in (*ROLES, "-"):
        raise ValueError(f"@by takes a name and a role, one of {', '.join(ROLES)}, -")
    return {"name": name, "role": None if role == "-" else role, "title": title or None}


def _add_paragraphs(paragraphs: list[str], text: str, goes_on: bool) -> None:
    parts = [part.strip() for part in RUN_TOGETHER_RE.split(text)]
    if goes_on:
        if not paragraphs:
            raise ValueError("there is no paragraph to continue")
        paragraphs[-1] += parts.pop(0)
    paragraphs += filter(None, parts)
