"""An issue as an annotated text, which a person corrects and `compile_issue` turns into gold."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby

from newssplit.errors import NewssplitError
from newssplit.evaluation.issue_format import DECODED, HIDDEN_RE, STICKY
from newssplit.evaluation.stretches import Stretch, lines_of, stretches
from newssplit.model import DOUBTFUL, Article, Issue
from newssplit.reading.carriers.tokens import MARKUP_RE, tokens

RESERVED = f"⟦⟧¶{DECODED}"
HEAD = (
    "# Correct this text, then: newssplit eval THIS.issue, or newssplit annotate --compile THIS.issue",
    "# k| kicker  h| headline  s| subheadline  x| section  p| paragraph  +| the paragraph goes on",
    "# y| byline  r| repeat  f| furniture  ⟦not in the field⟧  ¶ a new paragraph; docs/evaluation.md has it all",
)


class CannotAnnotate(NewssplitError):
    """A dump that holds characters which mean something in an annotated issue."""


def annotate(issue: Issue, source: str) -> str:
    """The program's reading of a dump in the format of annotated issues.

    `source` says where the dump is from, in a few words. Compiled, the text gives the dump (its last
    line ended by one line break) and the articles of `issue`, spaces within their fields aside.
    Raises CannotAnnotate where the dump holds one of ⟦ ⟧ ¶ ⇒.
    """
    for character in RESERVED:
        if (at := issue.text.find(character)) >= 0:
            line = issue.text.count("\n", 0, at) + 1
            remedy = "an annotated issue cannot hold it: take it out of the dump"
            raise CannotAnnotate(f"{character} stands in the dump", path=source, place=f"line {line}", remedy=remedy)
    return "\n".join([f"# source: {source}", *HEAD, *_Writer(issue).lines()]) + "\n"


class _Writer:
    def __init__(self, issue: Issue):
        self.text = issue.text.rstrip("\n")
        self.articles = {article.order: article for article in issue.articles}
        self.found = stretches(issue)
        self.decoded = list(_decoded(self.text))
        self.returned = _returned(s.item for s in self.found)
        self.sticky: dict[str, str | None] = dict.fromkeys(STICKY)
        self.item: int | None = None
        self.begun = set[int]()

    def lines(self) -> Iterator[str]:
        for line in lines_of(self.text, self.found):
            if not line.stretches:
                yield "" if line.start == line.end else f"f|{self.text[line.start : line.end]}"
            yield from self._dump_line(line.stretches, line.start, line.end)

    def _dump_line(self, found: list[Stretch], start: int, end: int) -> Iterator[str]:
        """A line of the dump behind one label, or several that end without a line break."""
        runs = [list(run) for _, run in groupby(found, key=lambda s: (s.item, s.label))]
        for n, run in enumerate(runs):
            stop = runs[n + 1][0].start if n + 1 < len(runs) else end
            yield from self._turn_to(run[0].item)
            yield f"{_label(run)}{'' if stop == end else '~'}|{self._written(run, start, stop)}"
            if run[0].label == "x":
                label = "".join(self._shown(s) for s in run if not s.hidden)
                self.sticky["section"] = HIDDEN_RE.sub(r"\g<field>", label)
            start = stop

    def _written(self, run: list[Stretch], start: int, end: int) -> str:
        """The text of one label: hidden stretches in ⟦ ⟧, ¶ before further paragraphs."""
        out, told = [], False
        for s in run:
            out.append(self.text[start : s.start])
            out.append("¶." if s.first and told else "")
            out.append(f"⟦{self.text[s.start : s.end]}⟧" if s.hidden and s.label in "khsxp" else self._shown(s))
            start, told = s.end, told or not s.hidden
        text = _hidden_together("".join([*out, self.text[start:end]]))
        return text.replace("　　¶.", "¶_").replace(" ¶.", "¶")

    def _shown(self, s: Stretch) -> str:
        """A stretch with what stands for another character in ⟦ ⟧, and that character: ⟦&ldquo;⇒“⟧."""
        if s.label not in "khsxp":
            return self.text[s.start : s.end]
        out, at = list[str](), s.start
        for n in range(bisect_left(self.decoded, (s.start,)), len(self.decoded)):
            start, end, character = self.decoded[n]
            if end > s.end:
                break
            out += (self.text[at:start], f"⟦{self.text[start:end]}{DECODED}{character}⟧")
            at = end
        return "".join([*out, self.text[at : s.end]])

    def _turn_to(self, item: int | None) -> Iterator[str]:
        """What stands before a line of an item that is not the one at hand."""
        if item is None or item == self.item:
            return
        self.item = item
        if item == 0:
            yield "=== duplicate"
        elif item in self.begun:
            yield f"=== continue id=a{item}"
        else:
            self.begun.add(item)
            yield from self._opening(self.articles[item])

    def _opening(self, article: Article) -> Iterator[str]:
        if article.confidence < DOUBTFUL:
            parts = "  ".join(f"{name} {share:.2f}" for name, share in article.confidence_parts._asdict().items())
            yield f"# confidence {article.confidence:.2f}: {parts}"
        wanted = _sticky_fields(article)
        changed = {k: v for k, v in wanted.items() if v != self.sticky[k]}
        if any(s.label == "x" and s.item == article.order for s in self.found):
            changed.pop("section", None)  # its label line says it
        keys = {k: v or "" for k, v in changed.items() if not v or len(v.split()) == 1}
        self.sticky.update({k: v or None for k, v in keys.items()})
        name = {"id": f"a{article.order}"} if article.order in self.returned else {}
        yield " ".join(["===", article.kind, *(f"{k}={v}" for k, v in {**keys, **name}.items())])
        yield from (f"@{k} {v}" for k, v in changed.items() if k not in keys)
        if article.dateline:
            yield f"@dateline {article.dateline.text}"
        for p in article.byline:
            yield f"@by {''.join(p.name.split())} {p.role or '-'} {p.title or ''}".rstrip()


def _decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """What stands for a character: where it begins and ends, and the character."""
    if MARKUP_RE.search(text):
        yield from ((token.start, token.end, token.value) for token in tokens(text) if token.kind == "char")


def _hidden_together(text: str) -> str:
    """The text with hidden stretches that touch made one; what stands for a character stays by itself."""
    first, *rest = text.split("⟧⟦")
    out = [first]
    for piece in rest:
        parted = DECODED in out[-1].rpartition("⟦")[2] or DECODED in piece.partition("⟧")[0]
        out.append(f"⟧⟦{piece}" if parted else piece)
    return "".join(out)


def _sticky_fields(article: Article) -> dict[str, str | None]:
    page = article.page
    return {"newspaper": page.newspaper, "date": page.date, "page": page.number, "section": article.section}


def _label(run: list[Stretch]) -> str:
    """A paragraph that began on an earlier line goes on; hidden text alone needs no paragraph."""
    if run[0].label != "p":
        return run[0].label
    shown = next((s for s in run if not s.hidden), None)
    return "p" if shown is None or shown.first else "+"


def _returned(items: Iterable[int | None]) -> set[int]:
    """The items that go on after another one."""
    runs = [item for item, _ in groupby(i for i in items if i is not None)]
    return {item for item in runs if runs.count(item) > 1}
