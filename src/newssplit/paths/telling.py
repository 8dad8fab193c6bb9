"""An issue with what its path says, or what the user says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from newssplit.fields import Told
from newssplit.lexicon import squeeze
from newssplit.light import NamedTuple
from newssplit.model import Article, Issue
from newssplit.paths.facts import Facts
from newssplit.paths.shapes import facts_in

Use = Literal["fill", "trust", "ignore"]
USES: tuple[Use, ...] = get_args(Use)
PAGE_FIELD = {"newspaper": "newspaper", "date": "date", "page": "number"}
"""Where a `Page` keeps each of the facts."""
NAMED = 3
"""Values of the dump that a warning names."""


class Naming(NamedTuple):
    """What is known of issues besides their text."""

    given: Facts = Facts()
    """What the user says: it counts, whatever the dump says."""
    patterns: tuple[str, ...] = ()
    """Of paths; the first that fits counts."""
    use: Use = "fill"
    """What a path says counts where the dump says nothing (`fill`), in any case (`trust`), or never (`ignore`)."""

    def told(self, path: str | None, others: tuple[str, ...] = ()) -> Facts:
        """What the path of an input says; `others` are patterns that are tried after these."""
        if path is None or self.use == "ignore":
            return Facts()
        return (_told_by((*self.patterns, *others), path) or Facts()).over(facts_in(path))

    def fits(self, path: str | None) -> bool:
        """Whether one of the patterns fits a path, if there are any."""
        if path is None or self.use == "ignore" or not self.patterns:
            return True
        return _told_by(self.patterns, path) is not None


def _told_by(patterns: tuple[str, ...], path: str) -> Facts | None:
    """What a path says by the first pattern that fits it."""
    if not patterns:
        return None
    from newssplit.paths.patterns import pattern_of  # of no use to who describes no paths

    return next(filter(None, (pattern_of(pattern).facts(path) for pattern in patterns)), None)


def tell(issue: Issue, naming: Naming, by_path: Facts) -> Issue:
    """The issue with what the user and its path say in the pages of its articles, and a warning for each thing that the
    dump says otherwise."""
    teller = Teller(naming, by_path)
    articles = teller.tell(issue.articles)
    if not teller.told:
        return issue
    return issue._replace(articles=articles, told=teller.told, warnings=(*issue.warnings, *teller.warnings()))


class Teller:
    """Puts what the user and the path say into the pages of articles that come part by part: what a part says otherwise
    counts from there on."""

    def __init__(self, naming: Naming, by_path: Facts):
        self._naming, self._by_path = naming, by_path
        self._printed: dict[str, dict[str, None]] = {key: {} for key in PAGE_FIELD.values()}
        """All that the dump says, in the order in which it says it, by the name that a `Page` has for it."""
        self.told: tuple[Told, ...] = ()
        """What is told of the articles so far."""

    def tell(self, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        """The next articles, with what is said of them."""
        for key, values in self._printed.items():
            values.update(dict.fromkeys(str(v) for a in articles if (v := getattr(a.page, key)) is not None))
        self.told = tuple(_told(self._printed, self._naming, self._by_path))
        counting = {PAGE_FIELD[one.field]: one for one in self.told if one.counts}
        return tuple(_with(article, counting) for article in articles) if counting else articles

    def warnings(self) -> list[str]:
        """One for each thing that the dump says otherwise."""
        return [_warning(one) for one in self.told if one.printed]


def _told(all_printed: Mapping[str, Mapping[str, None]], naming: Naming, by_path: Facts) -> Iterator[Told]:
    for name, given, found in zip(Facts._fields, naming.given, by_path, strict=True):
        value = given if given is not None else found
        if value is None:
            continue
        printed = all_printed[PAGE_FIELD[name]]
        other = tuple(one for one in printed if not _same(name, value, one))
        everywhere = given is not None or naming.use == "trust"
        if not everywhere:  # in the form that the dump has it in
            value = next((one for one in printed if one not in other), value)
        by: Literal["path", "option"] = "option" if given is not None else "path"
        yield Told(name, value, by, everywhere or not other, everywhere, other)  # type: ignore[arg-type]


def _with(article: Article, counting: dict[str, Told]) -> Article:
    new = {key: one.value for key, one in counting.items() if one.everywhere or getattr(article.page, key) is None}
    return article._replace(page=article.page._replace(**new)) if new else article  # type: ignore[arg-type]


def _same(name: str, one: str, other: str) -> bool:
    """Whether two ways to say it are of one thing: in other characters, with a longer name, without a page's letter."""
    if name == "newspaper":
        one, other = squeeze(one), squeeze(other)
        return one in other or other in one
    if name == "page" and (one.isdigit() or other.isdigit()):
        return one.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == other.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return one == other


def _warning(told: Told) -> str:
    said = ", ".join((*told.printed[:NAMED], *("…",) * (len(told.printed) > NAMED)))
    if told.by == "option":
        return f"by --{told.field} it is {told.value}, the dump says {said}; the option counts"
    counts = "the path counts" if told.counts else "the dump counts, unless --from-path is trust"
    return f"the {told.field} of its path is {told.value}, the dump says {said}; {counts}"
