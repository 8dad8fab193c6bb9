"""The commands that show: preview, explain, rules, report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newssplit.cli.console import FAILED, USAGE, Messages, print_json, quiet_ending, told, write_text
from newssplit.cli.inputs import reading
from newssplit.cli.options import Encoding, Errors, Files, Quiet, Verbose, inputs
from newssplit.cli.paging import Pager, Width, paged
from newssplit.cli.reading import Date, FromPath, Newspaper, PageNumber, PathPatterns, ProfileOption, naming_of
from newssplit.errors import InputError, NewssplitError
from newssplit.output.writing import refuse_inputs

if TYPE_CHECKING:
    from newssplit.batch.stream import InputOptions
    from newssplit.show.opened import Opened


def _rule_names(incomplete: str) -> list[str]:
    from newssplit.rules.table import SHOWN_RULES

    return [rule.name for rule in SHOWN_RULES if rule.name.startswith(incomplete)]


File = Annotated[
    str | None, typer.Argument(metavar="[FILE]", help="The issue to read; - is standard input.", show_default=False)
]
ArticleNumber = Annotated[
    int | None,
    typer.Option("--article", "-a", metavar="N", help="Only the article with this number.", show_default=False),
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


def preview(
    file: File = None,
    article: ArticleNumber = None,
    toc: Annotated[bool, typer.Option("--toc", help="Only the table of contents.")] = False,
    width: Width = None,
    pager: Pager = True,
    profile: ProfileOption = None,
    newspaper: Newspaper = None,
    date: Date = None,
    page: PageNumber = None,
    path_pattern: PathPatterns = None,
    from_path: FromPath = "fill",
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show an issue in the terminal: its contents, and its articles set as a small newspaper.

    Articles with a ? behind their confidence are worth a look. Colour follows the terminal, NO_COLOR
    and FORCE_COLOR.
    """
    messages = Messages(quiet, verbose)
    naming = naming_of(newspaper, date, page, path_pattern, from_path)
    with quiet_ending(), told(messages, FAILED):
        opened = _opened(file, reading(encoding, errors, profile, messages, naming=naming), messages)
        from newssplit.show.preview import preview as previewed

        _check_article(opened, article, messages)
        paged(lambda columns: previewed(opened, columns, article=article, toc=toc), width, pager)


def explain(
    file: File = None,
    line: Annotated[
        str | None, typer.Option("--line", "-l", metavar="N|N-M", help="Only these lines, in full.", show_default=False)
    ] = None,
    article: ArticleNumber = None,
    as_json: AsJson = False,
    width: Width = None,
    pager: Pager = True,
    profile: ProfileOption = None,
    newspaper: Newspaper = None,
    date: Date = None,
    page: PageNumber = None,
    path_pattern: PathPatterns = None,
    from_path: FromPath = "fill",
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show what each line of an issue was taken for, and why.

    Below each line you see its label, the rules for and against it with their weights in decibans (10 make it ten
    times as likely), the margin to the best reading that divides the articles differently here, the share of all
    readings that agree with its label, the second label with its share, and what was done with its text.
    """
    messages = Messages(quiet, verbose)
    naming = naming_of(newspaper, date, page, path_pattern, from_path)
    first, last = _line_range(line)
    with quiet_ending(), told(messages, FAILED):
        opened = _opened(file, reading(encoding, errors, profile, messages, naming=naming), messages)
        _check_article(opened, article, messages)
        from newssplit.show.explained import as_data, explained

        lines = [found for found in explained(opened.issue) if article is None or article in found.items]
        if line is not None:
            lines = [found for found in lines if first <= found.number <= last]
            _check_line(opened, first, messages)
        from newssplit.show.recognised import carrier_data, told_carrier, told_elsewhere

        if as_json:
            said: dict[str, Any] = {
                "source": opened.source,
                "encoding": opened.encoding,
                "carrier": carrier_data(opened.issue),
            }
            said["told"] = [told._asdict() for told in opened.issue.told]
            print_json(said | {"lines": as_data(lines)})
        else:
            from newssplit.show.explain import explain as told_lines

            full = line is not None or article is not None
            paged(
                lambda columns: chain(
                    () if full else told_elsewhere(opened.issue),
                    () if full else told_carrier(opened.issue, columns),
                    told_lines(lines, opened, columns, full=full),
                ),
                width,
                pager,
            )


def rules(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Rules to show in full.", show_default=False, autocompletion=_rule_names
        ),
    ] = None,
    as_json: AsJson = False,
    width: Width = None,
    pager: Pager = True,
) -> None:
    """List the rules that read an issue, with their reasons; or show some in full, with what they hit and miss."""
    from newssplit.show.rule_list import named_rules, rule_card, rule_table, rules_data

    with quiet_ending():
        with told(Messages(), USAGE):
            chosen = named_rules(names or [])
        with told(Messages(), FAILED):
            if as_json:
                print_json(rules_data(chosen))
            elif names:
                paged(lambda columns: (text for rule in chosen for text in rule_card(rule, columns)), width, pager)
            else:
                paged(lambda columns: rule_table(chosen, columns), width, pager)


def report(
    files: Files = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Write the page to FILE; - is standard output.")
    ] = "report.html",
    profile: ProfileOption = None,
    newspaper: Newspaper = None,
    date: Date = None,
    page: PageNumber = None,
    path_pattern: PathPatterns = None,
    from_path: FromPath = "fill",
    encoding: Encoding = None,
    errors: Errors = "strict",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a web page for checking a split: the source beside its articles, doubtful places first.

    The page holds all it needs, and opens in any browser without a network.
    """
    messages = Messages(quiet, verbose)
    naming = naming_of(newspaper, date, page, path_pattern, from_path)
    with quiet_ending():
        paths = inputs(files)
        with told(messages, USAGE):
            refuse_inputs(output, paths)
        with told(messages, FAILED):
            from newssplit.show.report import report as report_page

            write_text(
                report_page(each_opened(paths, reading(encoding, errors, profile, messages, naming=naming), messages)),
                output,
            )
    raise typer.Exit(FAILED if messages.failures else 0)


def each_opened(paths: Iterable[str], options: InputOptions, messages: Messages) -> Iterator[Opened]:
    """The inputs read and split, one by one; what fails is told, and the others come."""
    from newssplit.show.opened import open_issue

    for path in paths:
        try:
            yield open_issue(path, options, messages)
        except NewssplitError as error:
            messages.failed(error)


def _opened(file: str | None, options: InputOptions, messages: Messages) -> Opened:
    from newssplit.show.opened import open_issue

    return open_issue(inputs([file] if file else None)[0], options, messages)


def _check_article(opened: Opened, article: int | None, messages: Messages) -> None:
    with told(messages, USAGE):
        if article is not None:
            opened.article(article)


def _check_line(opened: Opened, line: int, messages: Messages) -> None:
    from newssplit.reading.lines import line_starts

    count = len(line_starts(opened.issue.text))
    with told(messages, USAGE):
        if not 1 <= line <= count:
            raise InputError(
                f"there is no line {line}",
                path=opened.source,
                remedy=f"choose from 1 to {count}" if count else "it has none",
            )


def _line_range(line: str | None) -> tuple[int, int]:
    first, _, last = (line or "1").partition("-")
    if not (first.isdecimal() and (last or first).isdecimal()):
        raise typer.BadParameter(f"{line!r} is neither a line nor a range of lines such as 12-20.", param_hint="--line")
    if int(last or first) < int(first):
        raise typer.BadParameter(f"{line!r} ends before it begins.", param_hint="--line")
    return int(first), int(last or first)
