"""What a run saw on its search for issues: files that it did not take, by their type, and how to have them taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newssplit.errors import NothingToDo

HIDDEN, UNTYPED, OTHERS = "hidden", "without extension", "of other types"
NO_TEXT = frozenset(
    f".{extension}"
    for extension in (
        *("doc", "wps", "ceb", "caj", "odt", "xml", "epub", "mobi"),
        *("json", "jsonl", "xls", "xlsx", "csv", "sqlite", "db", "jpg", "jpeg", "png", "gif", "tif", "tiff", "bmp"),
        *("djvu", "7z", "rar", "gz", "bz2", "xz", "zst", "zip", "tar", "tgz", "exe", "ini"),
    )
)
"""Extensions of what has to be made a text first, or unpacked."""
LONGEST, MOST_TYPES, SHOWN = 8, 200, 6
"""Characters of what counts as an extension; types that are told apart, and that are named."""


class Seen:
    """Counts inputs, and names that were passed over by their type."""

    def __init__(self, globs: Sequence[str] = ()) -> None:
        self._globs = tuple(globs)
        self.inputs = 0
        """How many were named."""
        self.counts: Counter[str] = Counter()
        """How many names of each type were passed over."""

    def pass_over(self, name: str, *, hidden: bool = False) -> None:
        kind = HIDDEN if hidden else _type(name)
        self.counts[kind if kind in self.counts or len(self.counts) < MOST_TYPES else OTHERS] += 1

    def told(self) -> str:
        """`2 .pdf, 1 .md`: the most frequent first, the rest as a number."""
        types = [(kind, count) for kind, count in self.counts.items() if kind != OTHERS]
        ranked = sorted(types, key=lambda pair: (-pair[1], pair[0]))
        named = [f"{count:,} {kind}" for kind, count in ranked[:SHOWN]]
        rest = self.counts[OTHERS] + sum(count for _, count in ranked[SHOWN:])
        return ", ".join([*named, *([f"{rest:,} {OTHERS}"] if rest else [])])

    def remedy(self) -> str:
        """What to do to have them taken."""
        types = [kind for kind, _ in self.counts.most_common() if kind.startswith(".") and kind not in NO_TEXT]
        if types:
            more = f"*{types[0]}" if self._globs else f"+*{types[0]}"  # without others it would end the usual ones
            named = " ".join(f"--glob '{glob}'" for glob in (*self._globs, more))
            return f"if there is text in them: {named}"
        only_hidden = set(self.counts) == {HIDDEN}
        return "names that begin with a dot are never read" if only_hidden else "convert them to text first"


def nothing_seen(seen: Seen) -> NothingToDo:
    """What to say of inputs in which there is no issue."""
    if not seen.counts:
        return NothingToDo("nothing to convert: there are no files", remedy="check the path")
    return NothingToDo(f"nothing to convert: passed over {seen.told()}", remedy=seen.remedy())


def _type(name: str) -> str:
    stem, dot, extension = name.rpartition("/")[2].rpartition(".")
    if not (stem and dot and extension):
        return UNTYPED
    return f".{extension.lower()}" if len(extension) <= LONGEST and extension.isalnum() else OTHERS
