"""The options that change how issues are read and finished, and what they come to."""

from __future__ import annotations

from collections.abc import Callable
from math import isnan
from typing import Annotated, Any

import typer

from newssplit.output.finishing import LOWS, SCRIPTS, WIDTHS, Finish, Low, Script, Width
from newssplit.paths.facts import Facts
from newssplit.paths.telling import USES, Naming, Use


def one_of(names: tuple[Any, ...]) -> dict[str, Any]:
    """What an option with a few values is to be told."""

    def named(name: str) -> str:
        if name not in names:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(names)}.")
        return name

    completion: Callable[[], list[str]] = lambda: list(names)  # noqa: E731
    return {"parser": named, "autocompletion": completion, "metavar": "|".join(names)}


def profile_names(incomplete: str) -> list[str]:
    """The profiles in the user's folder that begin so, for the shell to offer."""
    from newssplit.batch.profile_files import NONE, known_profiles

    return [name for name in (*(path.stem for path in known_profiles()), NONE) if name.startswith(incomplete)]


ProfileOption = Annotated[
    str | None,
    typer.Option(
        "--profile",
        autocompletion=profile_names,
        metavar="NAME|FILE",
        help="The profile whose words to use; newssplit.toml in the working folder unless given, none for no profile. "
        "See newssplit profiles.",
        show_default=False,
    ),
]
To = Annotated[
    Script | None,
    typer.Option(
        "--to",
        **one_of(SCRIPTS),
        help="Convert the text of the output, names too, to this script, with the character forms of Hong Kong (hk) "
        "or Taiwan (tw). Offsets still refer to the input.",
        show_default=False,
    ),
]
Punctuation = Annotated[
    Width,
    typer.Option(
        "--punctuation",
        **one_of(WIDTHS),
        help="Give the punctuation of the output one width. Numbers, times, Latin words and addresses stay.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="X",
        help="Articles below X, from 0 to 1, are doubtful: mark them, or leave them out (--low).",
        show_default=False,
    ),
]
LowOption = Annotated[
    Low | None,
    typer.Option(
        "--low",
        **one_of(LOWS),
        help="What to do with articles below --min-confidence: set low_confidence in their records (mark, the "
        "default), or leave them out and count them in a warning (withhold).",
        show_default=False,
    ),
]
KeepDuplicates = Annotated[
    bool,
    typer.Option(
        "--keep-duplicates",
        help="Print both copies of an article; duplicate_of in the lesser one names the better one.",
    ),
]


def _patterns(text: str) -> str:
    from newssplit.paths.patterns import Mistake, pattern_of

    try:
        pattern_of(text)
    except Mistake as mistake:
        raise typer.BadParameter(str(mistake)) from None
    return text


def _date(text: str) -> str:
    from newssplit.paths.facts import date_of

    if day := date_of(text):
        return day
    raise typer.BadParameter(f"{text!r} is not a date; write 1998-01-05.")


def _page(text: str) -> str:
    from newssplit.paths.facts import page_of

    if page := page_of(text):
        return page
    raise typer.BadParameter(f"{text!r} is not a page number; write 2 or A1.")


Newspaper = Annotated[
    str | None,
    typer.Option(
        "--newspaper",
        metavar="NAME",
        help="The newspaper of all articles, whatever dump and path say.",
        show_default=False,
    ),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        parser=_date,
        metavar="DATE",
        help="The date of all articles, 1998-01-05, whatever dump and path say.",
        show_default=False,
    ),
]
PageNumber = Annotated[
    str | None,
    typer.Option(
        "--page",
        parser=_page,
        metavar="N",
        help="The page of all articles, 2 or A1, whatever dump and path say.",
        show_default=False,
    ),
]
PathPatterns = Annotated[
    list[str] | None,
    typer.Option(
        "--path-pattern",
        parser=_patterns,
        metavar="PATTERN",
        help="How files are named, with holes for newspaper, date and page: see docs/inputs.md; usual names are known. "
        "Repeatable.",
        show_default=False,
    ),
]
FromPath = Annotated[
    Use,
    typer.Option(
        "--from-path",
        **one_of(USES),
        help="What paths say of newspaper, date and page counts where the dump does not say it (fill), in any case "
        "(trust), or never (ignore).",
    ),
]


def naming_of(
    newspaper: str | None, date: str | None, page: str | None, patterns: list[str] | None, from_path: Use
) -> Naming:
    """What the options say of the issues of a command."""
    return Naming(Facts(newspaper, date, page), tuple(patterns or ()), from_path)


def finish_of(to: Script | None, punctuation: Width, min_confidence: float | None, low: Low | None) -> Finish:
    """What is to be done with records; a usage mistake where --low has nothing to act on, or X is no number."""
    if min_confidence is not None and isnan(min_confidence):
        raise typer.BadParameter("'nan' is not in the range 0<=x<=1.", param_hint="--min-confidence")
    if low is not None and min_confidence is None:
        raise typer.BadParameter("say below which confidence: --min-confidence X.", param_hint="--low")
    return Finish(to, punctuation, min_confidence, low or "mark")
